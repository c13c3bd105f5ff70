//! Promise: what the runs propose is taken only when asked, in one step, and never over the runner's own answer; the page
//! tells of the runs as they are; signs that send to a doctor stop the way back.

use jiff::Timestamp;
use jiff::civil::date;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::began::Began;
use kneenote::check::diary::DiaryEntry;
use kneenote::check::edit::Edit;
use kneenote::check::way_back::WayBackEdit;
use kneenote::knowledge::way_back::RunStep;
use kneenote::session::Session;
use kneenote::session::command::{Command, RunsCommand};
use kneenote::session::effect::{Done, Effect, Event, RunsEffect};
use kneenote::session::screen::Screen;
use kneenote::training::log_file;
use kneenote::training::proposals::Proposal;
use kneenote::training::run_log::{Counts, RunLog};

use crate::enough_told::with_enough_told;
use crate::known::knowledge;
use crate::session::begun;
use crate::world::TODAY;

/// Three months of runs, one of them half as long again as any before.
fn log() -> RunLog {
    let mut log = RunLog::default();
    for week in 0..13_i32 {
        let day = date(2026, 1, 18).checked_add(jiff::ToSpan::days(7 * week)).unwrap();
        log.add(day, if week == 12 { 18_000 } else { 12_000 }, None);
        log.add(day.checked_add(jiff::ToSpan::days(3)).unwrap(), 5_000, None);
    }
    log
}

fn apply(session: &mut Session, command: Command) -> Vec<Effect> {
    session.apply(command, Timestamp::UNIX_EPOCH)
}

/// One whose pain began on 18 April, with the runs that are kept.
fn with_runs() -> Session {
    let mut session = begun(Check::default());
    _ = apply(&mut session, Command::Edit(Edit::Began(Some(Began::Day(date(2026, 4, 18))))));
    let asked = apply(&mut session, Command::GoTo(Screen::Runs));
    assert!(asked.contains(&Effect::Runs(RunsEffect::OpenLog)), "{asked:?}");
    _ = session.happened(Event::RunLogRead(Ok(Some(log_file::write(&log())))));
    session
}

fn proposals(session: &Session) -> Vec<Proposal> {
    Proposal::of(session.state().runs.rulers.as_ref().unwrap())
}

#[test]
fn nothing_is_answered_before_a_proposal_is_taken_and_one_undo_takes_all_back() {
    let mut session = with_runs();
    let before = session.state().check.clone();
    let all = proposals(&session);
    assert!(all.len() >= 2, "{all:?}");
    _ = apply(&mut session, Command::Runs(RunsCommand::Take(all)));
    let check = &session.state().check;
    assert_eq!(check.number("weekly_km"), Some(17.0));
    assert_eq!(check.answer("spike_30_100"), Answer::Yes);
    _ = apply(&mut session, Command::Undo);
    assert_eq!(session.state().check, before);
}

#[test]
fn an_answer_of_the_runner_is_never_written_over() {
    let mut session = with_runs();
    _ = apply(&mut session, Command::Edit(Edit::Number("weekly_km".into(), Some(45.0))));
    _ = apply(&mut session, Command::Edit(Edit::Pick("q_spike".into(), "spike_none".into())));
    _ = apply(&mut session, Command::Edit(Edit::Tick("q_change".into(), "chg_week_up".into(), Answer::No)));
    let before = session.state().check.clone();
    let all = proposals(&session);
    assert!(all.iter().all(|proposal| proposal.edit(&before, knowledge()).is_none()), "{all:?}");
    _ = apply(&mut session, Command::Runs(RunsCommand::Take(all)));
    assert_eq!(session.state().check, before);
}

#[test]
fn the_page_tells_of_the_runs_as_they_are() {
    let mut session = with_runs();
    _ = apply(&mut session, Command::Runs(RunsCommand::OnPage(true)));
    let stands_out = |session: &Session| session.state().check.training.clone().unwrap().stands_out.unwrap().distance_m;
    assert_eq!(stands_out(&session), 18_000);
    assert!(session.state().page.text.contains("TRAINING (typed by hand, 2026-01-18"), "{}", session.state().page.text);
    let longest = session.state().runs.log.all().iter().position(|logged| logged.run.distance_m == 18_000).unwrap();
    let asked = apply(&mut session, Command::Runs(RunsCommand::Set(longest, Counts::LeftOut)));
    assert!(
        asked
            .iter()
            .any(|effect| matches!(effect, Effect::Runs(RunsEffect::KeepLog(text)) if text.contains("LeftOut")))
    );
    assert_eq!(stands_out(&session), 12_000);
    // Another start of the pain: other weeks, in the step of that answer.
    let before = session.state().check.clone();
    _ = apply(&mut session, Command::Edit(Edit::Began(Some(Began::Day(date(2026, 3, 15))))));
    assert_ne!(session.state().check.training, before.training);
    _ = apply(&mut session, Command::Undo);
    assert_eq!(session.state().check, before);
    _ = apply(&mut session, Command::Runs(RunsCommand::OnPage(false)));
    assert_eq!(session.state().check.training, None);
}

#[test]
fn runs_that_cannot_be_read_are_not_written_over() {
    let mut session = begun(Check::default());
    _ = apply(&mut session, Command::GoTo(Screen::Runs));
    _ = session.happened(Event::RunLogRead(Ok(Some("(version: 9)".to_owned()))));
    let asked = apply(&mut session, Command::Runs(RunsCommand::Add(TODAY, 5_000, None)));
    assert!(!asked.iter().any(|effect| matches!(effect, Effect::Runs(RunsEffect::KeepLog(_)))), "{asked:?}");
}

#[test]
fn a_sign_that_sends_to_a_doctor_stops_the_way_back_and_takes_the_yes_back() {
    let mut session = begun(with_enough_told(knowledge(), Check::default()));
    for edit in [WayBackEdit::ClinicianSaidYes(TODAY), WayBackEdit::Begin(RunStep::R1, TODAY)] {
        _ = apply(&mut session, Command::Edit(Edit::WayBack(edit)));
    }
    let before = session.state().check.clone();
    assert_eq!(before.way_back.as_ref().unwrap().stopped, None);
    _ = apply(&mut session, Command::Edit(Edit::Tick("q_safety_now".into(), "foot_cold_pale".into(), Answer::Yes)));
    let way = session.state().check.way_back.clone().unwrap();
    assert_eq!((way.stopped, way.clinician_said_yes), (Some(TODAY), None));
    assert!(session.kept_text().unwrap().text.contains("stopped: Some("), "it is kept so");
    _ = apply(&mut session, Command::Undo);
    assert_eq!(session.state().check, before);
}

#[test]
fn of_a_list_that_ends_long_before_the_pain_no_week_is_told_as_empty() {
    let mut session = with_runs();
    _ = apply(&mut session, Command::Edit(Edit::Began(Some(Began::Day(date(2026, 8, 1))))));
    _ = apply(&mut session, Command::Runs(RunsCommand::OnPage(true)));
    let told = session.state().check.training.clone().unwrap();
    assert_eq!((told.weeks_km, told.usual_week_km, told.stands_out), (Vec::new(), None, None));
    assert_eq!(proposals(&session), [], "and nothing is proposed");
}

/// A check that tells of runs, in a program that did not look for its own yet.
fn of_somebody_else() -> Session {
    let told = with_runs_on_page();
    begun(Check { training: told.state().check.training.clone(), began: told.state().check.began, ..Check::default() })
}

fn with_runs_on_page() -> Session {
    let mut session = with_runs();
    _ = apply(&mut session, Command::Runs(RunsCommand::OnPage(true)));
    session
}

#[test]
fn looking_at_the_runs_of_this_computer_changes_no_page() {
    for own in [None, Some(log_file::write(&RunLog::default())), Some(log_file::write(&log()))] {
        let mut session = of_somebody_else();
        let before = session.state().check.clone();
        assert!(before.training.is_some());
        _ = apply(&mut session, Command::GoTo(Screen::Runs));
        _ = session.happened(Event::RunLogRead(Ok(own)));
        assert_eq!(session.state().check, before);
    }
}

#[test]
fn another_start_of_the_pain_has_the_runs_looked_for_and_told_anew() {
    let mut session = of_somebody_else();
    let asked = apply(&mut session, Command::Edit(Edit::Began(Some(Began::Day(date(2026, 3, 15))))));
    assert!(asked.contains(&Effect::Runs(RunsEffect::OpenLog)), "{asked:?}");
    let before = session.state().check.training.clone();
    _ = session.happened(Event::RunLogRead(Ok(Some(log_file::write(&log())))));
    assert_ne!(session.state().check.training, before);
}

#[test]
fn the_runs_are_looked_for_at_the_start_by_who_keeps_a_diary_and_by_nobody_else() {
    let diary = vec![DiaryEntry::blank(TODAY, TODAY)];
    for (check, is_asked) in [(Check { diary, ..Check::default() }, true), (Check::default(), false)] {
        let asked = begun(check).happened(Event::Day(TODAY));
        assert_eq!(asked.contains(&Effect::Runs(RunsEffect::OpenLog)), is_asked, "{asked:?}");
    }
}

#[test]
fn runs_that_went_with_the_answers_come_back_with_them_and_go_again() {
    let mut session = with_runs();
    let runs = session.state().runs.log.clone();
    assert!(apply(&mut session, Command::Delete).contains(&Effect::DeleteAll));
    _ = session.happened(Event::AllDeleted(Done::Yes, Vec::new()));
    assert!(session.state().runs.log.all().is_empty());
    let asked = apply(&mut session, Command::Undo);
    assert_eq!(session.state().runs.log, runs);
    assert!(asked.contains(&Effect::Runs(RunsEffect::KeepLog(log_file::write(&runs)))), "{asked:?}");
    let asked = apply(&mut session, Command::Redo);
    assert!(session.state().runs.log.all().is_empty());
    assert!(asked.contains(&Effect::Runs(RunsEffect::DeleteLog)), "{asked:?}");
    _ = apply(&mut session, Command::Undo);
    assert_eq!(session.state().runs.log, runs);
}
