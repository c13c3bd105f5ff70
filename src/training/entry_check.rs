//! What stands before the first step back to running: a doctor's or physio's word where the knee is no case for a plan,
//! then some tasks in the green light, those of `return_entry` in `advice.ron`.

use crate::knowledge::way_back::EntryTask;

/// A reason why no plan is offered before a doctor or physio said that the runner may run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// Level 1 or 2. One that is new takes back what was said before.
    Urgent,
    /// A rule says that somebody has to see the knee before it runs.
    SeenFirst,
    /// How urgent it is cannot be said yet.
    LevelUnknown,
    /// The signs that bone is hurt hold.
    BonePattern,
    /// Bone stress fits well.
    BoneStressFitsWell,
}

/// Whether the hops are for this runner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hops {
    Asked,
    /// They may harm: under 16, while pregnant, after bone stress, on a knee that was replaced.
    LeftOut,
}

/// What stands before the first step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryCheck {
    /// A doctor or physio has to say that the runner may run, for these reasons.
    ClinicianFirst(Vec<Bar>),
    /// These are not green yet; hops are asked for when they are the last.
    Tasks(Vec<EntryTask>),
    /// The first step may be run.
    Passed,
}

/// The tasks of everybody; the hops come after them.
const TASKS: [EntryTask; 5] =
    [EntryTask::BriskWalk, EntryTask::SmallSquats, EntryTask::Stairs, EntryTask::NotSwollen, EntryTask::NoLimp];

/// What stands before the first step for whom these bars hold, with these tasks green.
#[must_use]
pub fn entry_check(bars: &[Bar], clinician_said_yes: bool, green: &[EntryTask], hops: Hops) -> EntryCheck {
    if !bars.is_empty() && !clinician_said_yes {
        return EntryCheck::ClinicianFirst(bars.to_vec());
    }
    let mut open: Vec<EntryTask> = TASKS.into_iter().filter(|task| !green.contains(task)).collect();
    if open.is_empty() && hops == Hops::Asked && !green.contains(&EntryTask::Hops) {
        open.push(EntryTask::Hops);
    }
    if open.is_empty() { EntryCheck::Passed } else { EntryCheck::Tasks(open) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL_BUT_HOPS: [EntryTask; 5] = TASKS;

    #[test]
    fn hops_come_last() {
        let told = |green: &[EntryTask]| entry_check(&[], false, green, Hops::Asked);
        assert_eq!(told(&[]), EntryCheck::Tasks(ALL_BUT_HOPS.to_vec()));
        assert_eq!(told(&ALL_BUT_HOPS[..4]), EntryCheck::Tasks(vec![EntryTask::NoLimp]));
        assert_eq!(told(&ALL_BUT_HOPS), EntryCheck::Tasks(vec![EntryTask::Hops]));
        assert_eq!(told(&[&ALL_BUT_HOPS[..], &[EntryTask::Hops]].concat()), EntryCheck::Passed);
    }

    #[test]
    fn who_must_not_hop_is_not_asked_to() {
        assert_eq!(entry_check(&[], false, &ALL_BUT_HOPS, Hops::LeftOut), EntryCheck::Passed);
        assert_eq!(entry_check(&[], false, &[], Hops::LeftOut), EntryCheck::Tasks(ALL_BUT_HOPS.to_vec()));
    }

    #[test]
    fn green_tasks_are_no_word_of_a_doctor() {
        let all = [&ALL_BUT_HOPS[..], &[EntryTask::Hops]].concat();
        for bar in [Bar::Urgent, Bar::LevelUnknown, Bar::BonePattern, Bar::BoneStressFitsWell] {
            assert_eq!(entry_check(&[bar], false, &all, Hops::Asked), EntryCheck::ClinicianFirst(vec![bar]));
            assert_eq!(
                entry_check(&[bar], true, &[], Hops::Asked),
                EntryCheck::Tasks(ALL_BUT_HOPS.to_vec()),
                "tasks come after the word"
            );
            assert_eq!(entry_check(&[bar], true, &all, Hops::Asked), EntryCheck::Passed);
        }
    }
}
