//! What the runner says of lists of runs that leave something open.

/// What was said; what is none is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListAnswers {
    /// The unit of lists that tell none.
    pub unit: Option<Unit>,
    /// Day or month first, where a list could mean both.
    pub order: Option<DateOrder>,
}

/// A unit of distance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Kilometres,
    Miles,
}

impl Unit {
    /// Its length in metres.
    #[must_use]
    pub fn metres(self) -> f64 {
        match self {
            Self::Kilometres => 1000.0,
            Self::Miles => 1609.344,
        }
    }
}

/// Which of two numbers of a date comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    DayFirst,
    MonthFirst,
}
