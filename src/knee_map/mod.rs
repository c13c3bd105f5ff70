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
mod picture;

use std::collections::BTreeSet;

use crate::knowledge::validate::Shapes;
use crate::knowledge::zone::View;

pub use canvas::{Colour, Pixels, RasterError};
pub use drawing::{Drawing, DrawingError, ZoneShape};
pub use mirror::Placement;
pub use overlay::{Edge, Pattern, ZoneLook};
pub use picture::{Colours, Lines};

/// The drawings that are built into the program.
const EMBEDDED: [(View, &str); 4] = [
    (View::Front, include_str!("../../assets/knee/front.svg")),
    (View::Outer, include_str!("../../assets/knee/outer.svg")),
    (View::Inner, include_str!("../../assets/knee/inner.svg")),
    (View::Back, include_str!("../../assets/knee/back.svg")),
];

/// All four drawings, read once.
#[derive(Clone, Debug)]
pub struct KneeMap {
    front: Drawing,
    outer: Drawing,
    inner: Drawing,
    back: Drawing,
}

impl KneeMap {
    /// Reads the drawings that are built into the program.
    ///
    /// # Errors
    /// When one of them is broken; a test shows that they are not.
    pub fn embedded() -> Result<Self, DrawingError> {
        let [front, outer, inner, back] = EMBEDDED.map(|(view, svg)| Drawing::read(view, svg));
        Ok(Self { front: front?, outer: outer?, inner: inner?, back: back? })
    }

    /// The drawing of one view.
    #[must_use]
    pub fn drawing(&self, view: View) -> &Drawing {
        match view {
            View::Front => &self.front,
            View::Outer => &self.outer,
            View::Inner => &self.inner,
            View::Back => &self.back,
        }
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
        let map = KneeMap::embedded().unwrap();
        for view in View::ALL {
            assert_eq!(map.drawing(view).view(), view);
            assert!(!map.drawing(view).zones().is_empty());
        }
    }

    #[test]
    fn every_view_has_shapes() {
        assert!(View::ALL.iter().all(|view| !shapes()[view].is_empty()));
    }
}
