//! Three-valued truth: what a rule is worth when a red flag is "not sure".

/// Whether a statement about the runner holds.
///
/// The order is the order of care: a rule fires from [`Truth::Maybe`] on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Truth {
    /// It does not hold, or nobody asked.
    #[default]
    False,
    /// The runner was not sure of a red flag.
    Maybe,
    /// It holds.
    True,
}

impl std::ops::Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::False => Self::True,
            Self::Maybe => Self::Maybe,
            Self::True => Self::False,
        }
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}

/// Whether at least `wanted` of `statements` hold.
#[must_use]
pub fn at_least(wanted: usize, statements: impl Iterator<Item = Truth>) -> Truth {
    let (mut certain, mut possible) = (0, 0);
    for statement in statements {
        certain += usize::from(statement == Truth::True);
        possible += usize::from(statement >= Truth::Maybe);
    }
    if certain >= wanted {
        Truth::True
    } else if possible >= wanted {
        Truth::Maybe
    } else {
        Truth::False
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Truth::{False, Maybe, True};

    #[test]
    fn not_of_maybe_is_maybe() {
        assert_eq!([!False, !Maybe, !True], [True, Maybe, False]);
    }

    #[test]
    fn at_least_counts_maybe_only_as_maybe() {
        assert_eq!(at_least(2, [True, Maybe, False].into_iter()), Maybe);
        assert_eq!(at_least(2, [True, True, Maybe].into_iter()), True);
        assert_eq!(at_least(2, [Maybe, False, False].into_iter()), False);
    }
}
