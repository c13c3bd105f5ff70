//! Promise: "what would change this?" is true. Giving the answer that is named changes the result as it was said, at
//! once and after the screen is left; and an answer that is not named changes nothing.

use crate::answer_set::AnswerSet;
use crate::fixtures::read;
use crate::met::Met;
use crate::random::{any_check, runner};
use crate::world::{TODAY, assess, world};
use kneenote::assess::explain::explain;
use kneenote::assess::next_question::{Change, NextQuestions, TrialAnswer};
use kneenote::assess::{Assessment, Visibility};
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::edit::Edit;
use kneenote::check::evidence::Evidence;
use kneenote::check::on_day::apply_on;
use kneenote::check::seen::SeenRows;
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::ids::CauseId;
use kneenote::knowledge::question::{Question, QuestionKind};
use kneenote::knowledge::rule::Level;
use proptest::prop_assert_eq;
use proptest::test_runner::Config;

/// Tries answers out.
struct Try {
    knowledge: &'static Knowledge,
}

impl Try {
    fn new() -> Self {
        Self { knowledge: world().assessor.knowledge() }
    }

    fn next(check: &Check) -> NextQuestions {
        world().assessor.next_questions(&assess(check))
    }

    /// The check after an answer: at once, and after the screen was left.
    fn given(&self, check: &Check, given: &TrialAnswer) -> [Check; 2] {
        let knowledge = self.knowledge;
        let mut at_once = check.clone();
        let edit = match given {
            TrialAnswer::Number(number, value) => Edit::Number(number.clone(), Some(*value)),
            TrialAnswer::Finding(finding) => {
                let question = knowledge.question_of(finding.as_str()).unwrap();
                match question.kind {
                    QuestionKind::Tried => Edit::Tried(finding.clone()),
                    QuestionKind::Multi { .. } | QuestionKind::HeightAndWeight => {
                        Edit::Tick(question.id.clone(), finding.clone(), Answer::Yes)
                    }
                    _ => Edit::Pick(question.id.clone(), finding.clone()),
                }
            }
        };
        // What is given now is of today, and what of it is too old goes.
        apply_on(edit, &mut at_once, knowledge, &Evidence::of(check, knowledge, TODAY), TODAY);
        let mut later = at_once.clone();
        if let TrialAnswer::Finding(finding) = given
            && let Some(question) = knowledge.question_of(finding.as_str())
            && matches!(question.kind, QuestionKind::Multi { .. })
        {
            let denied = later.finish(question, &SeenRows::all_of(question));
            later.tell_rows(question, &denied, TODAY);
        }
        [at_once, later]
    }

    /// The first cause of those that may be shown.
    fn first(&self, found: &Assessment) -> Option<CauseId> {
        let hides = found.special_cases().any(|case| case.hides_overuse);
        let is_hidden = |cause: &CauseId| hides && self.knowledge.scoring.overuse.contains(cause);
        found.causes.iter().map(|ranked| &ranked.cause).find(|cause| !is_hidden(cause)).cloned()
    }

    /// What an answer changes, found by giving it: another level that may be shown, another first cause.
    fn really_changes(&self, check: &Check, given: &TrialAnswer) -> (Option<Level>, Option<CauseId>) {
        let before = assess(check);
        let after = self.given(check, given).map(|check| assess(&check));
        let level = after.each_ref().map(|found| found.urgency.shown().filter(|level| *level != before.urgency.level));
        let first = after.each_ref().map(|found| self.first(found).filter(|_| before.is_sorted));
        let was_first = self.first(&before);
        let [now, later] = level;
        let [first_now, first_later] = first;
        (
            now.filter(|_| now == later),
            first_now.filter(|cause| Some(cause) != was_first.as_ref() && Some(cause) == first_later.as_ref()),
        )
    }

    /// Every answer that the form would take now, but those of the picture and of height and weight.
    fn open_answers(&self, check: &Check) -> Vec<TrialAnswer> {
        let found = assess(check);
        let is_open = |question: &&Question| {
            found.visibility(&question.id) != Visibility::Hidden
                && !found.evidence.is_answered(question)
                && matches!(question.kind, QuestionKind::Single | QuestionKind::Multi { .. } | QuestionKind::Tried)
        };
        self.knowledge
            .questions
            .iter()
            .filter(is_open)
            .flat_map(Question::findings)
            .filter(|finding| !found.evidence.answer(finding.id.as_str()).is_asked())
            .map(|finding| TrialAnswer::Finding(finding.id.clone()))
            .collect()
    }

    /// What was said that an answer changes.
    fn was_said(next: &NextQuestions, given: &TrialAnswer) -> (Option<Level>, Option<CauseId>) {
        let changes = || next.asks.iter().flat_map(|ask| &ask.changes);
        let level = changes().find_map(|change| match change {
            Change::Urgency(by, level) if by == given => Some(*level),
            _ => None,
        });
        let first = changes().find_map(|change| match change {
            Change::First(by, cause) if by == given => Some(cause.clone()),
            _ => None,
        });
        (level, first)
    }
}

fn examples() -> Vec<(String, Check)> {
    let named = |file: &str| read::<Vec<AnswerSet>>(file).into_iter().map(|set| (set.id.clone(), set.check()));
    named("check_cases.ron").collect()
}

#[test]
fn each_answer_that_is_named_changes_what_was_said_and_no_other_answer_does() {
    let with = Try::new();
    let mut tried = 0;
    for (name, check) in examples().into_iter().step_by(6) {
        let next = Try::next(&check);
        for given in with.open_answers(&check).into_iter().step_by(3) {
            tried += 1;
            assert_eq!(Try::was_said(&next, &given), with.really_changes(&check, &given), "{name}: {given:?}");
        }
    }
    println!("{tried} answers tried");
    assert!(tried > 300, "{tried}");
}

#[test]
fn what_is_said_is_true_of_random_answers() {
    let with = Try::new();
    let (levels, firsts) = (Met::default(), Met::default());
    let config = Config { cases: 96, failure_persistence: None, ..Config::default() };
    let truth = runner(config).run(&any_check(with.knowledge), |check| {
        let next = Try::next(&check);
        if let Some((_, given, level)) = &next.for_urgency {
            levels.add(1);
            prop_assert_eq!(with.really_changes(&check, given).0, Some(*level), "{:?}", given);
        }
        if let Some((_, given, cause)) = &next.for_first {
            firsts.add(1);
            prop_assert_eq!(with.really_changes(&check, given).1, Some(cause.clone()), "{:?}", given);
        }
        for change in next.asks.iter().take(2).flat_map(|ask| ask.changes.iter().take(3)) {
            let (Change::Urgency(given, _) | Change::First(given, _)) = change;
            prop_assert_eq!(Try::was_said(&next, given), with.really_changes(&check, given), "{:?}", given);
        }
        Ok(())
    });
    truth.unwrap_or_else(|fault| panic!("{fault}"));
    levels.at_least(5, "other levels");
    firsts.at_least(20, "other first causes");
}

/// One answer of an `ask` line: `FINDING makes it LEVEL`, `FINDING puts CAUSE first`, or the same of `NUMBER = VALUE`.
fn parsed_change(knowledge: &Knowledge, part: &str) -> Option<Change> {
    let (said, is_urgency) = match part.split_once(" makes it ") {
        Some((said, _)) => (said, true),
        None => (part.split_once(" puts ")?.0, false),
    };
    let given = match said.split_once(" = ") {
        Some((number, value)) => TrialAnswer::Number(number.into(), value.parse().ok()?),
        None => TrialAnswer::Finding(knowledge.finding(said)?.id.clone()),
    };
    Some(if is_urgency {
        let word = part.rsplit(' ').next()?;
        Change::Urgency(given, Level::ALL.into_iter().find(|level| level.word() == word)?)
    } else {
        let cause = part.split_once(" puts ")?.1.strip_suffix(" first")?;
        Change::First(given, knowledge.cause(cause)?.id.clone())
    })
}

#[test]
fn the_ask_lines_of_the_working_can_be_read_back() {
    let with = Try::new();
    let mut lines = 0;
    for (name, check) in examples().into_iter().step_by(4) {
        let found = assess(&check);
        let next = Try::next(&check);
        let working = explain(&found, &next);
        let read: Vec<(String, Vec<Change>)> = working
            .lines()
            .filter_map(|line| line.strip_prefix("ask "))
            .map(|line| {
                let (question, why) = line.split_once(' ').unwrap_or_else(|| panic!("{name}: {line}"));
                let change = |part| parsed_change(with.knowledge, part).unwrap_or_else(|| panic!("{name}: {part:?}"));
                (question.to_owned(), why.split("; ").map(change).collect())
            })
            .collect();
        let meant = next.asks.iter().filter(|ask| !ask.changes.is_empty());
        let meant: Vec<_> = meant.map(|ask| (ask.question.to_string(), ask.changes.clone())).collect();
        assert_eq!(read, meant, "{name}");
        lines += read.len();
    }
    assert!(lines > 20, "{lines}");
}
