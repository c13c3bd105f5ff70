//! Each task before the first step and each step back to running has one row, whose words tell its numbers.

use super::super::way_back::{EntryTask, RunStep};
use super::Inspection;

impl Inspection<'_> {
    pub(super) fn way_back(&mut self) {
        let advice = &self.content.advice;
        for task in EntryTask::ALL {
            let rows = advice.return_entry.iter().filter(|gate| gate.task == Some(task)).count();
            if rows != 1 {
                self.fault("advice.ron", &["return_entry:"], format!("{task:?} has {rows} rows, it needs one"));
            }
        }
        if !advice.return_steps.iter().map(|row| row.step).eq(RunStep::RUNS) {
            let what = "the steps are not R1 to R8, each once and in their order".to_owned();
            self.fault("advice.ron", &["return_steps:"], what);
        }
        for row in advice.return_steps.iter().filter(|row| !row.says_its_numbers()) {
            let what = format!("the session of {} does not tell its numbers: \"{}\"", row.step.code(), row.session);
            self.fault("advice.ron", &[&format!("step: {}", row.step.code())], what);
        }
        for (before, row) in advice.return_steps.iter().zip(advice.return_steps.iter().skip(1)) {
            if row.run_min <= before.run_min {
                let what = format!("{} runs no longer at a time than the step before it", row.step.code());
                self.fault("advice.ron", &[&format!("step: {}", row.step.code())], what);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::content::Content;
    use super::super::super::files::ContentFiles;
    use super::*;

    /// The faults of the way back where one text of the advice is another, each with what its line holds.
    fn faults(text: &str, other: &str) -> Vec<(String, String)> {
        let mut files = ContentFiles::embedded();
        let whole = files.text("advice.ron").to_owned();
        assert_eq!(whole.matches(text).count(), 1, "{text} stands once");
        let whole = whole.replace(text, other);
        files.set("advice.ron", whole.clone());
        let content = Content::read(&files).unwrap();
        let mut inspection = Inspection { files: &files, content: &content, faults: Vec::new() };
        inspection.way_back();
        let line = |line: usize| whole.lines().nth(line - 1).unwrap().trim().to_owned();
        inspection.faults.into_iter().map(|fault| (fault.what, line(fault.line))).collect()
    }

    #[test]
    fn a_task_without_a_row_or_with_two_is_named() {
        for task in EntryTask::ALL {
            let found = faults(&format!("task: Some({task:?}), "), "");
            assert_eq!(found.len(), 1, "{found:?}");
            assert!(found[0].0.starts_with(&format!("{task:?} has 0 rows")), "{found:?}");
        }
        let found = faults("task: Some(Stairs)", "task: Some(NoLimp)");
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().any(|fault| fault.0.starts_with("NoLimp has 2 rows")), "{found:?}");
    }

    #[test]
    fn a_step_that_is_there_twice_is_found() {
        let found = faults("step: R4,", "step: R3,");
        assert!(found.iter().any(|fault| fault.0.starts_with("the steps are not R1 to R8")), "{found:?}");
    }

    #[test]
    fn a_session_that_tells_other_minutes_is_found_with_its_line() {
        for (text, other) in [
            ("run 3 minutes, walk 2", "run 4 minutes, walk 2"),
            ("run_min: 3,", "run_min: 4,"),
            ("times: 5, run_min: 3", "times: 6, run_min: 3"),
            ("run 3 minutes, walk 2 minutes", "walk 3 minutes, run 2 minutes"),
            ("run_min: 3, walk_min: 2", "run_min: 3, walk_min: 0"),
        ] {
            let found = faults(text, other);
            assert_eq!(found.len(), 1, "{other}: {found:?}");
            let (what, line) = &found[0];
            assert!(what.starts_with("the session of R3 does not tell its numbers"), "{what}");
            assert!(line.starts_with("(step: R3,"), "{line}");
        }
    }

    #[test]
    fn a_step_that_is_no_step_up_is_found() {
        let found = faults(
            "times: 1, run_min: 30, walk_min: 0, session: \"Run 30",
            "times: 1, run_min: 25, walk_min: 0, session: \"Run 25",
        );
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].0.starts_with("R8 runs no longer"), "{found:?}");
    }
}
