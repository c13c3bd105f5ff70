//! The drawings of the knee: from SVG to zones in millimetres, and back to pixels.
//!
//! Four views of a right knee are built in. In each, one unit is one millimetre, y is 0 at the joint gap and grows
//! downwards. A left knee is the mirror image: [`Placement`] turns it, so that everything else knows one knee only.
//!
//! No part of this module knows the window; it takes colours and sizes and gives back pixels and places.

mod canvas;
mod drawing;
mod hit;
mod mirror;
mod overlay;
mod paths;
mod picture;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::knowledge::validate::Shapes;
use crate::knowledge::zone::View;

pub use canvas::{Colour, Pixels, RasterError};
pub use drawing::{Drawing, DrawingError, ZoneShape};
pub use mirror::Placement;
pub use overlay::{Edge, ZoneLook};
pub use paths::single;
pub use picture::{Colours, Lines};

const FRONT: &str = include_str!("../../assets/knee/front.svg");
const OUTER: &str = include_str!("../../assets/knee/outer.svg");
const INNER: &str = include_str!("../../assets/knee/inner.svg");
const BACK: &str = include_str!("../../assets/knee/back.svg");
/// The drawings that are built into the program.
const EMBEDDED: [(View, &str); 4] =
    [(View::Front, FRONT), (View::Outer, OUTER), (View::Inner, INNER), (View::Back, BACK)];

/// All four drawings: the front, which every runner sees, and the others once they are shown.
#[derive(Clone, Debug)]
pub struct KneeMap {
    front: Drawing,
    outer: OnceLock<Drawing>,
    inner: OnceLock<Drawing>,
    back: OnceLock<Drawing>,
}

impl KneeMap {
    /// The drawings that are built into the program.
    ///
    /// # Errors
    /// When the front is broken; a test shows that none is.
    pub fn embedded() -> Result<Self, DrawingError> {
        let front = Drawing::read(View::Front, FRONT)?;
        Ok(Self { front, outer: OnceLock::new(), inner: OnceLock::new(), back: OnceLock::new() })
    }

    /// The drawing of one view, read when it is first asked for. One that cannot be read has no zones.
    #[must_use]
    pub fn drawing(&self, view: View) -> &Drawing {
        let (drawing, svg) = match view {
            View::Front => return &self.front,
            View::Outer => (&self.outer, OUTER),
            View::Inner => (&self.inner, INNER),
            View::Back => (&self.back, BACK),
        };
        drawing.get_or_init(|| {
            Drawing::read(view, svg).unwrap_or_else(|fault| {
                log::error!("{fault}");
                self.front.without_zones(view)
            })
        })
    }
}

/// The names of the zones in each drawing, for the validator of the knowledge.
///
/// A drawing that cannot be read has none, so that the validator names every zone that is lost.
#[must_use]
pub fn shapes() -> Shapes {
    EMBEDDED
        .into_iter()
        .map(|(view, svg)| {
            let zones = Drawing::read(view, svg).map_or_else(
                |_| BTreeSet::new(),
                |drawing| drawing.zones().iter().map(|zone| zone.id().to_string()).collect(),
            );
            (view, zones)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_drawings_can_be_read() {
        for (view, svg) in EMBEDDED {
            assert!(Drawing::read(view, svg).is_ok(), "{view:?}");
        }
        let map = KneeMap::embedded().unwrap();
        for view in View::ALL {
            assert_eq!(map.drawing(view).view(), view);
            assert!(!map.drawing(view).zones().is_empty());
        }
    }

    #[test]
    fn the_start_reads_the_front_only_and_each_other_view_once() {
        let map = KneeMap::embedded().unwrap();
        assert!([&map.outer, &map.inner, &map.back].iter().all(|drawing| drawing.get().is_none()));
        let first: *const Drawing = map.drawing(View::Back);
        assert!(std::ptr::eq(first, map.drawing(View::Back)));
        assert!([&map.outer, &map.inner].iter().all(|drawing| drawing.get().is_none()));
    }

    #[test]
    fn every_view_has_shapes() {
        assert!(View::ALL.iter().all(|view| !shapes()[view].is_empty()));
    }
}
