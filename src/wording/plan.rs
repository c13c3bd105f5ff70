//! The words of the plan as a text for the runner.

use serde::Deserialize;

use crate::knowledge::planning::UntilSeenPart;

words!(
    /// The words of the plan.
    PlanWords {
        title,
        by,
        made_for,
        not_enough,
        until_seen,
        week,
        light,
        green,
        amber,
        red,
        race,
        decide_on,
        exercises,
        hard,
        step_up,
        leave,
        leave_out,
        check_again,
        on_day,
        on_days,
        habits,
        help,
        sources,
        sources_read,
        sources_own,
        footer,
    } {
        parts: PartWords,
    }
);
words!(
    /// What the lines of a plan until the knee was seen begin with.
    PartWords {
        walk,
        keep_moving,
        instead,
        not,
        bring,
    }
);

impl PartWords {
    /// Of one part.
    #[must_use]
    pub fn of(&self, part: UntilSeenPart) -> &str {
        match part {
            UntilSeenPart::Walk => &self.walk,
            UntilSeenPart::Move => &self.keep_moving,
            UntilSeenPart::Instead => &self.instead,
            UntilSeenPart::Not => &self.not,
            UntilSeenPart::Bring => &self.bring,
        }
    }
}
