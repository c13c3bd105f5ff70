//! Whether a condition of the content holds for a runner, for parts that are chosen after the assessment.

use super::Assessment;
use super::facts::Facts;
use crate::knowledge::condition::Condition;
use crate::knowledge::truth::Truth;

/// The facts of one assessment.
#[derive(Clone, Debug)]
pub struct WhatHolds(Facts);

impl WhatHolds {
    /// Those of an assessment.
    #[must_use]
    pub fn of(assessment: &Assessment) -> Self {
        Self(Facts::of(&assessment.evidence, assessment.knowledge()))
    }

    /// Whether a condition holds, or may.
    #[must_use]
    pub fn may_hold(&self, condition: &Condition) -> bool {
        self.0.value(condition) >= Truth::Maybe
    }

    /// Whether a condition holds, whatever the red flags are that the runner is not sure of.
    #[must_use]
    pub fn surely_holds(&self, condition: &Condition) -> bool {
        self.0.value(condition) == Truth::True
    }
}
