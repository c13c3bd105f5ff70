//! Promise: as days go by, what goes on by itself is counted on, what can no longer be true is asked again and never taken
//! for a No, and the page says of which day its answers are.

use crate::met::Met;
use crate::random::any_check;
use crate::words::wording;
use crate::world::{TODAY, world};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use kneenote::check::answer::Answer;
use kneenote::check::evidence::Evidence;
use kneenote::check::seen::SeenRows;
use kneenote::check::{Check, file};
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::question::{Ages, QuestionKind};
use kneenote::knowledge::rule::Level;
use kneenote::note;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::Config;

/// Told in May, the safety questions again in November.
const OLD: &str = r#"(version: 1, made: "2026-05-20", safety_asked: "2026-11-30", side: Right,
 spots: [(knee: Right, zone: "outer_femur_bump", worst: 4, now: 2)],
 findings: {"dur_lt3d": Yes, "trend_same": Yes, "walk_normal": Yes,
  "foot_cold_pale": No, "foot_numb_weak": No, "deformity": No, "open_wound": No, "hot_knee": No, "red_knee": No,
  "fever_unwell": No, "calf_swollen": No, "calf_tight_severe": No, "breathless_chest": No, "saddle_bladder": No,
  "both_legs_weak": No},
 numbers: {"age": 34})"#;
const IN_MAY: Date = date(2026, 5, 20);
const IN_NOVEMBER: Date = date(2026, 11, 30);

/// The page of a day.
fn page_on(check: &Check, on: Date) -> String {
    note::page(&wording().note, check, &world().assess_on(check, on), on).text
}

fn after(day: Date, days: u16) -> Date {
    day.checked_add(i64::from(days).days()).unwrap()
}

/// Answers of many days. Most are calm but for a few, as few who tell anything random are told to look after it alone.
fn checks_of_many_days(knowledge: &'static Knowledge) -> impl Strategy<Value = Check> + use<> {
    let count = knowledge.questions.len();
    let ages = vec(0..40_u16, count);
    (any_check(knowledge), ages, 0..4_u8, vec(any::<prop::sample::Index>(), 0..4)).prop_map(
        move |(any, ages, wild, picked)| {
            let mut check = if wild == 0 { any.clone() } else { calm(knowledge) };
            let asked: Vec<_> = any.findings.iter().collect();
            if wild > 0 && !asked.is_empty() {
                for (id, answer) in picked.iter().map(|at| asked[at.index(asked.len())]) {
                    let question = knowledge.question_of(id.as_str()).unwrap();
                    match (question.is_single(), answer) {
                        (true, Answer::Yes) => check.pick(question, id.as_str()),
                        (true, _) => {}
                        (false, _) => check.tick(question, id.as_str(), *answer),
                    }
                }
                check.began = any.began.filter(|_| wild == 1);
            }
            for (question, age) in knowledge.questions.iter().zip(ages) {
                // The first questions are mostly of today: without them no level 4 is shown at all.
                let age =
                    if knowledge.safety_questions().any(|safety| safety.id == question.id) { age / 20 } else { age };
                check.tell(question, TODAY.checked_sub(i64::from(age / 8).days()).unwrap());
            }
            check
        },
    )
}

/// A sore knee that asks for no care.
fn calm(knowledge: &Knowledge) -> Check {
    let mut check = Check { made: Some(TODAY), ..Check::default() };
    for question in &knowledge.questions {
        if matches!(question.kind, QuestionKind::Multi { .. }) {
            check.deny_all(question, &SeenRows::all_of(question));
        }
    }
    for calm in ["walk_normal", "trend_better", "sex_male", "dur_3_14d", "bend90_yes", "straight_yes", "slr_yes"] {
        check.pick(knowledge.question_of(calm).unwrap(), calm);
    }
    check.numbers.insert("age".into(), 34.0);
    crate::enough_told::with_enough_told(knowledge, check)
}

/// The days on which a check is looked at: from that of the newest answer on.
fn days() -> impl Strategy<Value = (u16, u16)> {
    (prop_oneof![0..3_u16, 0..500_u16], prop_oneof![1..4_u16, 0..500_u16])
        .prop_map(|(first, more)| (first, first + more))
}

#[test]
fn a_later_day_never_lowers_the_level_to_self_care() {
    let world = world();
    let (calm, urgent) = (Met::default(), Met::default());
    let mut runner = crate::random::runner(Config { cases: 3000, ..Config::default() });
    let result = runner.run(&(checks_of_many_days(world.assessor.knowledge()), days()), |(check, (first, later))| {
        let (before, later) =
            (world.assess_on(&check, after(TODAY, first)), world.assess_on(&check, after(TODAY, later)));
        calm.add(usize::from(before.urgency.shown() == Some(Level::SelfCare)));
        if before.urgency.shown() != Some(Level::SelfCare) {
            urgent.add(1);
            prop_assert!(
                later.urgency.shown() != Some(Level::SelfCare),
                "{:?} {:?}",
                before.urgency.fired,
                later.urgency.fired
            );
        }
        Ok(())
    });
    result.unwrap_or_else(|fault| panic!("{fault}"));
    calm.at_least(20, "self-care at first");
    urgent.at_least(1000, "another level at first");
}

#[test]
fn an_answer_that_is_too_old_is_never_a_no_and_an_old_danger_sign_may_hold_still() {
    let world = world();
    let mut runner = crate::random::runner(Config { cases: 300, ..Config::default() });
    let result = runner.run(&(checks_of_many_days(world.assessor.knowledge()), days()), |(check, (first, _))| {
        let answers = Evidence::of(&check, world.assessor.knowledge(), after(TODAY, first));
        for id in &answers.expired {
            let answer = answers.answer(id.as_str());
            prop_assert!(matches!(answer, Answer::NotAsked | Answer::NotSure), "{id} {answer:?}");
            let question = world.assessor.knowledge().question_of(id.as_str()).unwrap();
            prop_assert!(answers.stale.contains(&question.id) && !answers.is_answered(question));
            let row = world.assessor.knowledge().finding(id.as_str()).unwrap();
            let is_state = matches!(question.ages_of(row), Ages::State { .. });
            let was_yes = answers.told.get(id) == Some(&Answer::Yes);
            if was_yes && is_state && world.assessor.knowledge().red_flags.contains(id) {
                prop_assert_eq!(answer, Answer::NotSure, "{}", id);
            }
        }
        Ok(())
    });
    result.unwrap_or_else(|fault| panic!("{fault}"));
}

#[test]
fn what_was_told_in_may_is_not_told_as_of_november() {
    let world = world();
    let check = file::read(OLD, world.assessor.knowledge()).unwrap();
    let in_may = Evidence::of(&check, world.assessor.knowledge(), IN_MAY);
    assert_eq!((in_may.answer("dur_lt3d"), in_may.number("pain_now")), (Answer::Yes, Some(2.0)));
    let assessment = world.assess_on(&check, IN_NOVEMBER);
    let answers = &assessment.evidence;
    assert_eq!(answers.answer("dur_lt3d"), Answer::No);
    assert_eq!(answers.answer("dur_3_12m"), Answer::Yes, "194 days and up to two more");
    assert_eq!((answers.answer("trend_same"), answers.number("pain_now")), (Answer::NotAsked, None));
    assert_eq!(assessment.urgency.shown(), Some(Level::Clinician));
    let page = page_on(&check, IN_NOVEMBER);
    for told in [
        "Answers of 2026-05-20. Safety questions of 2026-11-30.",
        "URGENT SIGNS (asked on 2026-11-30)",
        "START AND COURSE (told on 2026-05-20)",
        "For: less than 3 days on 2026-05-20.",
        "worst 4 (told 2026-05-20), now 2 (told 2026-05-20)",
    ] {
        assert!(page.contains(told), "{told}\n{page}");
    }
    let head = |page: &str| {
        let lines = page.lines().skip_while(|line| *line != "IN SHORT").take_while(|line| !line.starts_with("URGENT"));
        lines.map(str::trim).collect::<Vec<_>>().join(" ")
    };
    let short = head(&page);
    assert!(short.contains("for less than 3 days on 2026-05-20"), "{page}");
    assert!(!short.contains("about the same") && !short.contains("/10"), "{page}");
    let page = page_on(&check, IN_MAY);
    assert!(head(&page).contains("for less than 3 days: about the same. Worst 4/10, now 2/10."), "{page}");
    assert!(page.contains("worst 4, now 2") && !page.contains("told on 2026-05-20"), "{page}");
}

/// Where an answer of another day leaves open how long it has hurt by now, the one counts that asks for more care.
#[test]
fn of_two_durations_that_may_hold_the_more_careful_one_counts() {
    let world = world();
    let mut check = Check { made: Some(TODAY), ..Check::default() };
    let question = |id: &str| world.assessor.knowledge().question(id).unwrap();
    check.pick(question("q_duration"), "dur_3_14d");
    for (days, level) in [(0, Level::SelfCare), (1, Level::Clinician), (12, Level::Clinician)] {
        let assessment = world.assess_on(&check, after(TODAY, days));
        assert_eq!(assessment.urgency.level, level, "no word that it gets better, after {days} days");
        assert_eq!(assessment.evidence.stale.contains("q_duration"), days > 0);
    }
    // A fall at 60 is a matter of the same day in the first two weeks.
    check.findings.insert("onset_fall_blow".into(), Answer::Yes);
    check.numbers.insert("age".into(), 60.0);
    for (days, level) in [(0, Level::Urgent), (8, Level::Urgent), (40, Level::Clinician)] {
        let fired = world.assess_on(&check, after(TODAY, days)).urgency.fired;
        assert_eq!(
            fired.iter().any(|rule| rule.rule == "U05_pittsburgh_age"),
            level == Level::Urgent,
            "{days} {fired:?}"
        );
    }
}

#[test]
fn a_date_of_the_start_is_counted_on_and_the_trend_of_another_stage_is_asked_again() {
    let world = world();
    let mut check = Check { made: Some(TODAY), began: Some("2026-11-13".parse().unwrap()), ..Check::default() };
    check.pick(world.assessor.knowledge().question("q_trend").unwrap(), "trend_better");
    let today = world.assess_on(&check, TODAY);
    assert_eq!((today.evidence.answer("dur_3_14d"), today.evidence.answer("trend_better")), (Answer::Yes, Answer::Yes));
    let later = world.assess_on(&check, after(TODAY, 5));
    assert_eq!(
        (later.evidence.answer("dur_2_6w"), later.evidence.answer("trend_better")),
        (Answer::Yes, Answer::NotAsked)
    );
    assert!(later.evidence.outdated.contains("q_trend"));
    assert!(page_on(&check, after(TODAY, 5)).contains("Began 2026-11-13. For: 2 to 6 weeks."));
}

#[test]
fn an_age_is_counted_on_and_asked_again_once_a_birthday_has_passed() {
    let world = world();
    let mut check = Check { made: Some(IN_MAY), ..Check::default() };
    check.numbers.insert("age".into(), 15.0);
    for (days, age, is_asked) in [(0, 15.0, false), (364, 15.0, false), (366, 16.0, true), (1100, 18.0, true)] {
        let answers = Evidence::of(&check, world.assessor.knowledge(), after(IN_MAY, days));
        assert_eq!((answers.number("age"), answers.stale.contains("q_age")), (Some(age), is_asked), "{days}");
    }
}

/// An operation of "the last 3 months" is over 90 days later, and an event stays what it was.
#[test]
fn a_window_closes_and_an_event_stays() {
    let world = world();
    let mut check = Check { made: Some(TODAY), ..Check::default() };
    for id in ["immobile_recent", "swell_2h", "hx_clot", "foot_cold_pale", "blood_thinner"] {
        check.findings.insert(id.into(), Answer::Yes);
    }
    let on = |days: u16, id: &str| Evidence::of(&check, world.assessor.knowledge(), after(TODAY, days)).answer(id);
    assert_eq!((on(89, "immobile_recent"), on(90, "immobile_recent")), (Answer::Yes, Answer::NotAsked));
    assert_eq!((on(1, "foot_cold_pale"), on(2, "foot_cold_pale")), (Answer::Yes, Answer::NotSure));
    assert_eq!((on(89, "blood_thinner"), on(90, "blood_thinner")), (Answer::Yes, Answer::NotSure));
    assert_eq!((on(900, "swell_2h"), on(900, "hx_clot")), (Answer::Yes, Answer::Yes));
}

/// A row of a list has its own day, in the reckoning and in the file.
#[test]
fn a_row_that_was_answered_anew_counts_beside_older_ones() {
    let world = world();
    let medicines = world.assessor.knowledge().question("q_meds").unwrap();
    let mut check = Check { made: Some(IN_MAY), ..Check::default() };
    check.deny_all(medicines, &SeenRows::all_of(medicines));
    check.tell(medicines, IN_MAY);
    check.tick(medicines, "blood_thinner", Answer::Yes);
    check.tell_rows(medicines, &["blood_thinner".into()], IN_NOVEMBER);
    let check = file::read(&file::write(&check), world.assessor.knowledge()).unwrap();
    let answers = Evidence::of(&check, world.assessor.knowledge(), IN_NOVEMBER);
    assert_eq!((answers.answer("blood_thinner"), answers.answer("quinolone")), (Answer::Yes, Answer::NotAsked));
    assert_eq!(answers.answer("diabetes"), Answer::No, "that there was none is asked once");
}
