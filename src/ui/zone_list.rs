//! The same zones as in the picture, as lists: the way of the keyboard and of people who think in words.

use egui::Ui;

use super::read_model::ReadModel;
use super::widgets::check_list::{Cells, Change, Mark, Row, Words, check_list};
use super::widgets::fold::fold;
use crate::check::edit::Edit;
use crate::check::spot::{Knee, Side};
use crate::knowledge::zone::{Zone, ZoneGroup};
use crate::wording::fill;
use crate::wording::screen::ScreenWords;

/// The lists of each knee that hurts, folded.
pub fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    for knee in model.check.side.map_or(&[][..], Side::knees) {
        for group in ZoneGroup::ALL {
            let name = list_name(model, group, *knee);
            // What the picture shows is there to be clicked; the rest stands open.
            let is_open = group.view().is_none();
            ui.push_id((title(model.words(), group), *knee == Knee::Left), |ui| {
                fold(ui, "zones", &name, is_open, |ui| rows(ui, model, *knee, &name, group));
            });
        }
    }
}

/// The title of a list.
#[must_use]
pub fn title(words: &ScreenWords, group: ZoneGroup) -> &str {
    let words = &words.place;
    match group {
        ZoneGroup::Front => &words.list_front,
        ZoneGroup::Outer => &words.list_outer,
        ZoneGroup::Inner => &words.list_inner,
        ZoneGroup::Back => &words.list_back,
        ZoneGroup::NotOnePlace => &words.list_buttons,
    }
}

/// The title with the knee, where there are lists of both.
fn list_name(model: &ReadModel<'_>, group: ZoneGroup, knee: Knee) -> String {
    let words = &model.words().place;
    let title = title(model.words(), group);
    match (model.check.side, group) {
        (Some(Side::Both), _) => fill(&words.list_of, &[("group", title), ("knee", model.knee_name(knee))]),
        // "Back" alone is the button that leaves the screen.
        (_, ZoneGroup::Back) => words.list_back_alone.clone(),
        _ => title.to_owned(),
    }
}

fn rows(ui: &mut Ui, model: &ReadModel<'_>, knee: Knee, name: &str, group: ZoneGroup) {
    let zones: Vec<&Zone> = model.knowledge.zones.iter().filter(|zone| zone.group == group).collect();
    let mark = |zone: &Zone| if model.check.is_marked(knee, zone.id.as_str()) { Mark::Yes } else { Mark::Unset };
    let rows: Vec<Row<'_>> = zones
        .iter()
        .map(|zone| Row { label: &zone.row, short: &zone.row, mark: mark(zone), cells: Cells::YesAlone })
        .collect();
    let words = Words { no: "", not_sure: "", or: "" };
    if let Some(Change::Row(at, _)) = check_list(ui, "zones", name, &rows, None, words).change
        && let Some(zone) = zones.get(at)
    {
        model.edit(Edit::ToggleSpot(knee, zone.id.clone()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;
    use crate::wording::{Wording, capitalised};

    #[test]
    fn title_and_row_together_are_the_name_of_the_zone() {
        let wording = Wording::embedded().unwrap();
        for zone in Knowledge::embedded().unwrap().zones {
            let rest =
                zone.name.strip_prefix(title(&wording.screen, zone.group)).and_then(|rest| rest.strip_prefix(", "));
            assert_eq!(zone.row, capitalised(rest.unwrap_or(&zone.name)));
        }
    }
}
