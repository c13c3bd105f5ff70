//! Marked places.

use serde::{Deserialize, Serialize};

use crate::knowledge::ids::ZoneId;
use crate::knowledge::known_ids::{KnownFinding, findings, questions};
use crate::knowledge::question::Question;

/// One knee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Knee {
    /// The runner's own left.
    Left,
    /// The runner's own right.
    Right,
}

impl Knee {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// Which knee hurts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Side {
    /// The left one.
    Left,
    /// The right one.
    Right,
    /// Both.
    Both,
}

impl Side {
    /// The knees of this side, left first.
    #[must_use]
    pub fn knees(self) -> &'static [Knee] {
        match self {
            Self::Left => &[Knee::Left],
            Self::Right => &[Knee::Right],
            Self::Both => &[Knee::Left, Knee::Right],
        }
    }
}

impl From<Knee> for Side {
    fn from(knee: Knee) -> Self {
        match knee {
            Knee::Left => Self::Left,
            Knee::Right => Self::Right,
        }
    }
}

/// How big a sore place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Size {
    /// One or two fingers can point at it.
    Spot,
    /// As big as a hand.
    Hand,
    /// The whole knee.
    AllOver,
    /// It moves from day to day.
    Moves,
}

impl Size {
    /// All sizes, in the order of the answers.
    pub const ALL: [Self; 4] = [Self::Spot, Self::Hand, Self::AllOver, Self::Moves];

    /// The finding that this size stands for.
    #[must_use]
    pub fn finding(self) -> KnownFinding {
        match self {
            Self::Spot => findings::SIZE_SPOT,
            Self::Hand => findings::SIZE_HAND,
            Self::AllOver => findings::SIZE_ALL_OVER,
            Self::Moves => findings::SIZE_MOVES,
        }
    }
}

/// One marked place on one knee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spot {
    /// The knee.
    pub knee: Knee,
    /// The place.
    pub zone: ZoneId,
    /// Worst pain of the last week, 0 to 10.
    #[serde(default)]
    pub worst: Option<u8>,
    /// Pain now, 0 to 10.
    #[serde(default)]
    pub now: Option<u8>,
    /// How big it is.
    #[serde(default)]
    pub size: Option<Size>,
}

/// One of the two pains of a spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpotPain {
    /// The worst of the last week.
    Worst,
    /// The pain now.
    Now,
}

impl SpotPain {
    /// The one that a question asks for where no spot has it.
    #[must_use]
    pub fn asked_by(question: &Question) -> Option<Self> {
        match &question.id {
            id if *id == questions::PAIN_WORST => Some(Self::Worst),
            id if *id == questions::PAIN_NOW => Some(Self::Now),
            _ => None,
        }
    }

    /// That of a spot, 0 to 10.
    #[must_use]
    pub fn of(self, spot: &Spot) -> Option<u8> {
        match self {
            Self::Worst => spot.worst,
            Self::Now => spot.now,
        }
    }

    /// The field of a spot that holds it.
    pub fn of_mut(self, spot: &mut Spot) -> &mut Option<u8> {
        match self {
            Self::Worst => &mut spot.worst,
            Self::Now => &mut spot.now,
        }
    }
}

/// Something the runner used to do, 0 (cannot) to 10 (as before).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// In the runner's words.
    pub name: String,
    /// How well it goes now.
    #[serde(default)]
    pub can: Option<u8>,
}

/// How much something helped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Helped {
    /// A lot.
    Lots,
    /// A little.
    Little,
    /// For a while, then it came back.
    ForAWhile,
    /// Not at all.
    No,
}

impl Helped {
    /// All of them, the best first.
    pub const ALL: [Self; 4] = [Self::Lots, Self::Little, Self::ForAWhile, Self::No];

    /// The finding that this stands for.
    #[must_use]
    pub fn finding(self) -> KnownFinding {
        match self {
            Self::Lots => findings::HELPED_LOTS,
            Self::Little => findings::HELPED_LITTLE,
            Self::ForAWhile => findings::HELPED_FOR_A_WHILE,
            Self::No => findings::HELPED_NOT,
        }
    }
}

/// Something the runner tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tried {
    /// What: a finding of the question `q_tried`.
    pub what: crate::knowledge::ids::FindingId,
    /// For how many days.
    #[serde(default)]
    pub days: Option<u16>,
    /// Whether it helped.
    #[serde(default)]
    pub helped: Option<Helped>,
}
