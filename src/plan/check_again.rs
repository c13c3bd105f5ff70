//! When to look at the knee again, and at what.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::line::Why;
use super::runner::Runner;

/// A day, or some days, on which to look again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckAgain {
    /// The first day.
    pub from: Date,
    /// The last; the same where it is one.
    pub to: Date,
    /// In words: "2 weeks".
    pub when: String,
    /// What to look at, and what to do if it is not better.
    pub text: String,
    pub why: Why,
}

pub(super) fn check_again(runner: &Runner<'_>) -> Vec<CheckAgain> {
    let after = |days: u16| runner.on.saturating_add(i64::from(days).days());
    let rows = runner.planning.check_again.iter().filter(|row| runner.is_for(&row.says.for_whom));
    rows.map(|row| CheckAgain {
        from: after(row.from_days),
        to: after(row.to_days),
        when: row.when.clone(),
        text: row.says.text.clone(),
        why: Why::of(&row.says),
    })
    .collect()
}
