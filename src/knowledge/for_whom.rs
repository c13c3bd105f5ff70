//! Whom a row of advice is for: nobody has to read what is meant for somebody else.

use serde::Deserialize;

use super::condition::{Condition, Expr};
use super::ids::CauseId;

/// Whom a row of advice is for: those whom one of these causes may fit, or all where none is named, as long as none of
/// the others does and the condition holds.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForWhom {
    /// The causes; empty for every cause.
    #[serde(default)]
    pub causes: Vec<CauseId>,
    /// The causes beside which it would be wrong.
    #[serde(default)]
    pub but_not: Vec<CauseId>,
    #[serde(default = "always")]
    pub when: Condition,
}

impl Default for ForWhom {
    fn default() -> Self {
        Self { causes: Vec::new(), but_not: Vec::new(), when: always() }
    }
}

/// The condition that always holds.
pub(super) fn always() -> Condition {
    Condition { text: "always".to_owned(), expr: Expr::Constant(true), bound: Expr::Constant(true) }
}

/// A list of the advice whose rows say whom they are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdviceList {
    /// How to rest.
    Rest,
    /// How to add distance.
    Load,
    DoNot,
    /// What must be possible before running again.
    Gates,
    /// Shoes and form.
    Shoes,
    /// Exercises, which stand on the cards of their causes.
    Exercises,
}

/// A row of the advice.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    pub list: AdviceList,
    /// Its position there.
    pub at: usize,
    /// What it begins with.
    pub says: &'a str,
    pub for_whom: &'a ForWhom,
}
