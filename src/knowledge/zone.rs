//! Places on the knee.

use serde::{Deserialize, Serialize};

use super::ids::ZoneId;

/// The four drawings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum View {
    /// From the front, as in a mirror.
    Front,
    /// From the outer side.
    Outer,
    /// From the inner side.
    Inner,
    /// From behind.
    Back,
}

impl View {
    /// All views, in the order of the buttons.
    pub const ALL: [Self; 4] = [Self::Front, Self::Outer, Self::Inner, Self::Back];
}

/// The lists of zones, for who looks for a place in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum ZoneGroup {
    /// What lies in front.
    Front,
    /// What lies on the outer side.
    Outer,
    /// What lies on the inner side.
    Inner,
    /// What lies behind.
    Back,
    /// Buttons that are no place on the skin.
    NotOnePlace,
}

impl ZoneGroup {
    /// All lists, in the order in which they stand.
    pub const ALL: [Self; 5] = [Self::Front, Self::Outer, Self::Inner, Self::Back, Self::NotOnePlace];

    /// The view that shows its zones; `None` for what is no place on the skin.
    #[must_use]
    pub fn view(self) -> Option<View> {
        match self {
            Self::Front => Some(View::Front),
            Self::Outer => Some(View::Outer),
            Self::Inner => Some(View::Inner),
            Self::Back => Some(View::Back),
            Self::NotOnePlace => None,
        }
    }
}

/// Where a zone's centre lies in a view, in per cent of the picture (only says which zones are neighbours).
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ViewPosition {
    pub view: View,
    /// From the outer edge (front, back) or the front (sides), in per cent.
    pub x: f64,
    /// From the top, in per cent.
    pub y: f64,
}

/// One place that can be marked.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Zone {
    /// Its name in the content, the drawings and check files.
    pub id: ZoneId,
    /// Its whole name, as a screen reader says it at the picture.
    pub name: String,
    /// The list that it stands in.
    pub group: ZoneGroup,
    /// Its name in that list, without what the title of the list says.
    pub row: String,
    /// A few words, for the line of marked spots.
    pub short: String,
    /// Its place in words, for the page: plain ASCII.
    pub place: String,
    /// What lies under the skin, in plain words.
    pub lies_here: String,
    /// The same in the words of anatomy.
    pub anatomy: String,
    /// The views that show it; empty for buttons.
    #[serde(default)]
    pub seen: Vec<ViewPosition>,
    /// Places on the unrolled knee: cm around from the front midline (inner side positive) and cm below the joint gap.
    /// Empty for buttons, which are not places on the skin.
    #[serde(default)]
    pub spots_cm: Vec<(f64, f64)>,
    /// Of a button that stands for a side of the knee ("inner side, I cannot say how high"): the places it may mean.
    #[serde(default)]
    pub any_of: Vec<ZoneId>,
    /// Causes to think of here, as the evidence lists them.
    pub think_of: String,
}

impl Zone {
    /// Whether the zone is a button ("deep inside", "all over", "inner side") and no place on the skin.
    #[must_use]
    pub fn is_button(&self) -> bool {
        self.spots_cm.is_empty()
    }
}
