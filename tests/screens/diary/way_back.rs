//! Promise: no plan before a doctor or physio said yes where one has to, hops only for whom they are meant, two reds stop
//! it, and what is saved for a calendar is what the screen says.

use kneenote::assess::running;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::diary::{NOTHING_TOLD, RunPain};
use kneenote::check::way_back::EntryDay;
use kneenote::desktop::save_dialog::Chosen;
use kneenote::knowledge::ids::FindingId;
use kneenote::knowledge::question::Step;
use kneenote::knowledge::way_back::{EntryTask, RunStep};
use kneenote::plan::calendar::file_name;
use kneenote::session::screen::Screen;
use kneenote::wording::fill;

use super::{QUIET, ago, at_diary, at_way_back, day_name, of_day, on_the_way, ran, runner, way_words};
use crate::driver::{Driver, KNOWLEDGE, WORDING, headline, label, places, words};
use crate::world::{TODAY, assess};

const RED: RunPain = RunPain { limp: Answer::Yes, ..NOTHING_TOLD };

fn task(task: EntryTask) -> &'static str {
    &KNOWLEDGE.advice.gate_of(task).unwrap().text
}

/// The signs of hurt bone beside all else.
fn with_bone_pattern(mut check: Check) -> Check {
    for sign in ["press_bone_point", "pain_walking", "earlier_each_run"] {
        check.findings.insert(sign.into(), Answer::Yes);
    }
    check
}

#[test]
fn a_bar_hides_the_plan_and_the_tick_opens_it() {
    let check = with_bone_pattern(on_the_way(RunStep::R3, 4, vec![ran(2, QUIET)]));
    let mut driver = at_way_back(check);
    driver.must_show(&way_words().clinician_first);
    driver.must_show(&way_words().bar_bone);
    assert!(!driver.offers(&way_words().save));
    driver.click(&way_words().said_yes);
    driver.must_not_show(&way_words().clinician_first);
    assert_eq!(driver.check().way_back.as_ref().unwrap().clinician_said_yes, Some(TODAY));
    assert!(driver.offers(&way_words().save));
    driver.click(&way_words().said_yes);
    driver.must_show(&way_words().clinician_first);
}

#[test]
fn where_it_is_urgent_it_says_what_the_urgency_card_says() {
    let mut check = on_the_way(RunStep::R3, 4, vec![ran(2, QUIET)]);
    check.findings.insert("walk_normal".into(), Answer::No);
    check.findings.insert("walk_no".into(), Answer::Yes);
    check.findings.insert("fever_unwell".into(), Answer::Yes);
    check.findings.insert("swell_always".into(), Answer::Yes);
    let driver = at_way_back(check.clone());
    driver.must_show(&way_words().bar_urgent);
    driver.must_show(&headline(&assess(&check)).unwrap());
    assert!(!driver.offers(&way_words().save));
}

/// A danger sign of step 2 that alone makes this knee urgent.
fn danger_sign(check: &Check) -> FindingId {
    let is_urgent = |finding: &&FindingId| {
        let mut check = check.clone();
        check.findings.insert((*finding).clone(), Answer::Yes);
        running::is_urgent(&assess(&check))
    };
    let signs = KNOWLEDGE.questions_of_step(Step::Safety).filter(|question| !question.is_single());
    let mut rows = signs.flat_map(|question| &question.options).map(|row| &row.id);
    rows.find(is_urgent).unwrap().clone()
}

#[test]
fn a_new_danger_sign_stops_it_and_takes_the_yes_back() {
    let mut check = on_the_way(RunStep::R3, 4, vec![ran(2, QUIET)]);
    check.way_back.as_mut().unwrap().clinician_said_yes = Some(ago(4));
    let sign = danger_sign(&check);
    let mut driver = at_way_back(check);
    assert!(driver.offers(&way_words().save));
    driver.go_to_step(2);
    driver.answer(&KNOWLEDGE.question_of(sign.as_str()).unwrap().text, label(sign.as_str()));
    let way = driver.check().way_back.clone().unwrap();
    assert_eq!((way.clinician_said_yes, way.stopped), (None, Some(TODAY)));
}

#[test]
fn hops_come_last_and_who_must_not_hop_is_not_asked() {
    let mut green = runner(Vec::new());
    let way = green.way_back.get_or_insert_default();
    for task in EntryTask::ALL.into_iter().filter(|task| *task != EntryTask::Hops) {
        way.entry.insert(task, EntryDay(TODAY));
    }
    let mut driver = at_way_back(green.clone());
    assert!(!driver.offers(&way_words().start), "the hops are missing");
    driver.click(task(EntryTask::Hops));
    assert!(driver.offers(&way_words().start));
    driver.click(task(EntryTask::Stairs));
    assert!(!driver.offers(&way_words().start), "a task that is green no more");
    for no_hops in [("age", 15.0, None), ("age", 30.0, Some("pregnant"))] {
        let mut check = green.clone();
        check.numbers.insert(no_hops.0.into(), no_hops.1);
        check.findings.extend(no_hops.2.map(|finding| (finding.into(), Answer::Yes)));
        // Who is pregnant runs when somebody who knows says so.
        check.way_back.as_mut().unwrap().clinician_said_yes = no_hops.2.map(|_| TODAY);
        let driver = at_way_back(check);
        driver.must_not_show(task(EntryTask::Hops));
        assert!(driver.offers(&way_words().start));
    }
}

#[test]
fn what_keeps_from_running_this_week_is_said_in_place_of_a_start() {
    let mut check = runner(Vec::new());
    check.way_back.get_or_insert_default().entry.extend(EntryTask::ALL.map(|task| (task, EntryDay(ago(1)))));
    check.findings.insert("pregnant".into(), Answer::Yes);
    let mut driver = at_way_back(check);
    driver.must_show(&way_words().not_now);
    assert!(!driver.offers(&way_words().start));
    driver.click(&way_words().said_yes);
    assert!(driver.offers(&way_words().start));
}

#[test]
fn it_starts_with_step_1_today() {
    let mut check = runner(Vec::new());
    let way = check.way_back.get_or_insert_default();
    way.entry.extend(EntryTask::ALL.map(|task| (task, EntryDay(ago(1)))));
    let mut driver = at_way_back(check);
    driver.click(&way_words().start);
    let way = driver.check().way_back.clone().unwrap();
    assert_eq!((way.step, way.since), (RunStep::R1, Some(TODAY)));
    driver.must_show("6 times: run 1 minute, walk 2 minutes");
}

#[test]
fn two_reds_stop_it_and_name_their_days() {
    let driver = at_way_back(on_the_way(RunStep::R5, 9, vec![ran(8, RED), ran(2, RED)]));
    driver.must_show(&way_words().two_reds);
    let date = |days| ago(days).strftime("%-d %B %Y").to_string();
    let values = [("first", &*date(8)), ("second", &*date(2))];
    driver.must_show(&places().fill(&fill(&way_words().two_reds_why, &values)));
    assert!(!driver.offers(&way_words().save));
}

#[test]
fn days_without_a_run_are_not_told_as_a_fault() {
    let driver = at_way_back(on_the_way(RunStep::R3, 30, vec![ran(22, QUIET)]));
    // A run of today whose light is open ends the days off.
    driver.must_show(&way_words().last_is_open);
    let mut driver = at_way_back(on_the_way(RunStep::R3, 30, vec![ran(22, QUIET)]));
    driver.click(&WORDING.diary.title);
    driver.click(&of_day(&WORDING.diary.remove, TODAY));
    driver.click(&way_words().title);
    driver.must_show(&fill(&way_words().begins_anew, &[("days", "22")]));
}

#[test]
fn after_the_last_step_the_ceiling_stands_on_green_runs_alone() {
    let mut long = ran(8, RunPain { during: Some(8), ..QUIET });
    long.run_m = Some(18_000);
    let mut green = ran(4, QUIET);
    green.run_m = Some(6100);
    let driver = at_way_back(on_the_way(RunStep::Done, 1, vec![long, green]));
    driver.must_show(&fill(&way_words().ceiling, &[("distance", "6.7 km")]));
}

#[test]
fn the_runs_to_come_are_saved_for_a_calendar_and_the_screen_stays() {
    let mut driver = at_way_back(on_the_way(RunStep::R3, 4, vec![ran(4, QUIET), ran(2, QUIET)]));
    let path = driver.home.path().join("runs.ics");
    driver.dialogs.borrow_mut().ends.push_back(Chosen::Path(path.clone()));
    driver.click(&way_words().save);
    driver.settle();
    assert_eq!(driver.dialogs.borrow().suggested, [file_name(TODAY)]);
    assert_eq!(*driver.session().screen(), Screen::WayBack);
    driver.must_show(&WORDING.diary.calendar.saved_next);
    driver.must_not_show(&words().page.saved_next);
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n"), "{text}");
    assert!(text.contains(&format!("UID:plan-{}@kneenote.invalid\r\n", ago(-2))), "{text}");
}

#[test]
fn the_diary_and_the_way_back_lead_to_each_other_and_back() {
    let mut driver = at_diary(runner(vec![ran(0, NOTHING_TOLD)]));
    driver.click(&way_words().title);
    driver.must_show(&way_words().entry);
    driver.click(&way_words().close);
    driver.must_show(&day_name(TODAY));
    driver.click(&WORDING.diary.close);
    assert_eq!(*driver.session().screen(), Screen::Where);
}

#[test]
fn the_week_of_the_plan_leads_to_the_diary_and_to_the_way_back() {
    for (label, screen) in [(&WORDING.diary.from_plan, Screen::Diary), (&WORDING.diary.way_from_plan, Screen::WayBack)]
    {
        let mut driver = Driver::with_check(runner(Vec::new()));
        driver.open_result();
        driver.click(label);
        assert_eq!(*driver.session().screen(), screen);
    }
}
