//! The zones of the content and the shapes of the drawings agree.

use super::{Inspection, Shapes};
use crate::knowledge::ids::ZoneId;

impl Inspection<'_> {
    pub(super) fn zones(&mut self, shapes: &Shapes) {
        let content = self.content;
        for zone in &content.zones {
            let drawn = shapes.values().any(|ids| ids.contains(zone.id.as_str()));
            if !drawn && !zone.is_button() {
                self.item_fault("zones.ron", zone.id.as_str(), "no drawing has a shape of this name".to_owned());
            }
            if zone.is_button() && !zone.seen.is_empty() {
                let what = "a zone that is seen in a view needs a place on the unrolled knee".to_owned();
                self.item_fault("zones.ron", zone.id.as_str(), what);
            }
            let shows_it = |view| zone.seen.iter().any(|seen| seen.view == view);
            if zone.group.view().map_or(!zone.is_button(), |view| !shows_it(view)) {
                let what = format!("it stands in the list {:?}, which does not show it", zone.group);
                self.item_fault("zones.ron", zone.id.as_str(), what);
            }
            let is_place = |id: &ZoneId| content.zones.iter().any(|other| other.id == *id && !other.is_button());
            if let Some(other) = zone.any_of.iter().find(|id| !zone.is_button() || !is_place(id)) {
                let what = format!(
                    "any_of names \"{other}\": only a button stands for places, and only for places on the skin"
                );
                self.item_fault("zones.ron", zone.id.as_str(), what);
            }
            for seen in &zone.seen {
                if !shapes.get(&seen.view).is_some_and(|ids| ids.contains(zone.id.as_str())) {
                    let what = format!("the drawing {:?} has no shape of this name", seen.view);
                    self.item_fault("zones.ron", zone.id.as_str(), what);
                }
            }
        }
        for (view, ids) in shapes {
            for id in ids {
                if !content.zones.iter().any(|zone| zone.id == id.as_str()) {
                    self.fault(
                        "zones.ron",
                        &[],
                        format!("the drawing {view:?} has a shape \"{id}\", no zone is so named"),
                    );
                }
            }
        }
    }
}
