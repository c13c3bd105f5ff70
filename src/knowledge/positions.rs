//! Positions with a type, in lists and in the table of facts, so that that of a cause is never taken for that of a
//! finding.

use std::marker::PhantomData;

/// A position in one kind of list.
pub(crate) trait Position: Copy {
    fn from_usize(at: usize) -> Self;
    fn as_usize(self) -> usize;
}

macro_rules! position {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) struct $name(usize);

        impl Position for $name {
            fn from_usize(at: usize) -> Self {
                Self(at)
            }

            fn as_usize(self) -> usize {
                self.0
            }
        }
    )+};
}

position! {
    /// Of a cause, in the order of the content.
    CauseIndex,
    /// Of a finding that some cause has a weight for.
    FindingIndex,
    /// Of findings that fade together.
    GroupIndex,
    /// Of a zone, in the order of the content.
    ZoneIndex,
}

/// A list of which positions are `P`.
#[derive(Clone, Debug)]
pub(crate) struct ListBy<P, T> {
    items: Vec<T>,
    position: PhantomData<P>,
}

impl<P: Position, T> ListBy<P, T> {
    pub(crate) fn get(&self, at: P) -> Option<&T> {
        self.items.get(at.as_usize())
    }

    pub(crate) fn get_mut(&mut self, at: P) -> Option<&mut T> {
        self.items.get_mut(at.as_usize())
    }

    /// Adds an item and says where it stands.
    pub(crate) fn push(&mut self, item: T) -> P {
        self.items.push(item);
        P::from_usize(self.items.len() - 1)
    }

    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (P, &T)> + ExactSizeIterator {
        self.items.iter().enumerate().map(|(at, item)| (P::from_usize(at), item))
    }

    /// A list of the same length.
    pub(crate) fn map<U>(&self, of: impl FnMut((P, &T)) -> U) -> ListBy<P, U> {
        self.iter().map(of).collect()
    }
}

impl<P, T> Default for ListBy<P, T> {
    fn default() -> Self {
        Self { items: Vec::new(), position: PhantomData }
    }
}

impl<P, T> FromIterator<T> for ListBy<P, T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self { items: items.into_iter().collect(), position: PhantomData }
    }
}

/// The position of a fact or of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot(u16);

impl Slot {
    /// The slot of the fact that has so many before it.
    pub(super) fn at(before: usize) -> Self {
        Self(u16::try_from(before).unwrap_or(u16::MAX))
    }

    /// As an index.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}
