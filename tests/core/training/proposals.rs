//! Promise: the runs propose what follows from days that they reach, and nothing else.

use kneenote::check::began::Began;
use kneenote::training::longest::Longest;
use kneenote::training::outing::Outings;
use kneenote::training::proposals::{Proposal, Proposed};
use kneenote::training::rulers::{Anchor, Rulers};
use proptest::prelude::*;

use super::{any_runs, day, june_2013, outings};
use crate::known::knowledge;

fn told(outings: &Outings, began: &str) -> Vec<String> {
    let began: Began = began.parse().unwrap();
    let rulers = Rulers::of(outings, Anchor::of(began).unwrap());
    Proposal::of(&rulers).iter().map(written).collect()
}

fn written(proposal: &Proposal) -> String {
    match proposal.proposed() {
        Proposed::Number(number, value) => format!("{} {value}", &*number),
        Proposed::Yes(finding) => (*finding).to_owned(),
    }
}

fn of(runs: &[(&str, u32)], began: &str) -> Vec<String> {
    told(&outings(runs), began)
}

#[test]
fn a_list_that_begins_ten_days_before_the_pain_proposes_nothing() {
    assert_eq!(told(&Outings::of(&june_2013()), "2013-06-16"), [""; 0]);
}

#[test]
fn half_a_month_known_is_no_month_to_propose_from() {
    let runs = [("2026-04-05", 12_000), ("2026-04-09", 6_000), ("2026-04-12", 18_000)];
    // Week 1 begins with the list, so the weeks can be set against each other, and the run not against 30 days.
    assert_eq!(of(&runs, "2026-04-12"), [""; 0]);
    let reaching = [("2026-03-01", 5_000), ("2026-04-05", 12_000), ("2026-04-09", 6_000), ("2026-04-12", 18_000)];
    assert_eq!(of(&reaching, "2026-04-12"), ["chg_restart", "chg_week_up", "spike_30_100"]);
}

#[test]
fn a_break_and_the_jump_after_it_are_proposed_and_no_usual_week() {
    let runs = [("2026-03-01", 15_000), ("2026-04-10", 8_000), ("2026-04-13", 10_000), ("2026-04-17", 6_000)];
    assert_eq!(of(&runs, "2026-04-18"), ["chg_restart", "chg_week_up", "spike_10_30"]);
}

/// A run of 10 km each Sunday from January to the middle of April 2026, and these.
fn each_week(more: &[(&'static str, u32)]) -> Vec<(&'static str, u32)> {
    let sundays = [
        "2026-01-25",
        "2026-02-01",
        "2026-02-08",
        "2026-02-15",
        "2026-02-22",
        "2026-03-01",
        "2026-03-08",
        "2026-03-15",
        "2026-03-22",
        "2026-03-29",
        "2026-04-05",
        "2026-04-12",
    ];
    sundays.into_iter().map(|day| (day, 10_000)).chain(more.iter().copied()).collect()
}

#[test]
fn even_weeks_propose_their_distance_and_that_no_run_was_much_longer() {
    assert_eq!(of(&each_week(&[]), "2026-04-18"), ["weekly_km 10", "spike_none"]);
}

#[test]
fn a_week_went_up_by_over_30_per_cent_and_over_5_km() {
    let went_up = |day, metres| of(&each_week(&[(day, metres)]), "2026-04-18").contains(&"chg_week_up".to_owned());
    assert!(went_up("2026-04-15", 5_001));
    assert!(!went_up("2026-04-15", 5_000), "50 per cent, and no more than 5 km");
    assert!(went_up("2026-03-11", 5_001), "week 5");
    assert!(!went_up("2026-03-04", 5_001), "week 6");
    let to_a_metre = |metres| {
        let runs = [("2026-03-29", 20_000), ("2026-04-05", 20_000), ("2026-04-12", metres)];
        of(&runs, "2026-04-18").contains(&"chg_week_up".to_owned())
    };
    assert!(!to_a_metre(26_000), "exactly 30 per cent");
    assert!(to_a_metre(26_001));
}

#[test]
fn a_first_run_after_a_month_is_no_small_step() {
    // 8.5 km are no jump from 8.0 km, which came after 40 days without a run.
    let runs = [("2026-03-01", 15_000), ("2026-04-10", 8_000), ("2026-04-17", 8_500)];
    assert!(!of(&runs, "2026-04-18").contains(&"spike_none".to_owned()));
    let alone = [("2026-03-01", 15_000), ("2026-04-10", 8_000)];
    assert_eq!(of(&alone, "2026-04-18"), ["chg_restart"], "no base: nothing");
}

#[test]
fn the_runner_may_say_which_run_set_it_off() {
    let outings = outings(&each_week(&[("2026-03-18", 25_000)]));
    let picked = |on: &str| {
        let outing = &outings.on(day(on)..=day(on))[0];
        Proposal::of_run(&Longest::of(&outings, outing)).map(|proposal| written(&proposal))
    };
    assert_eq!(picked("2026-03-18").as_deref(), Some("spike_gt100"));
    assert_eq!(picked("2026-04-05").as_deref(), Some("spike_none"));
    assert_eq!(picked("2026-02-15"), None, "the list does not reach back 30 days");
}

fn is_asked(row: &str) -> bool {
    knowledge().questions.iter().any(|question| {
        question.options.iter().any(|option| option.id.as_str() == row)
            || question.numbers.iter().any(|number| number.id.as_str() == row)
    })
}

proptest! {
    #[test]
    fn what_is_proposed_is_a_row_of_a_question(runs in any_runs(), ahead in 0..90) {
        let day = day("2026-03-01") + jiff::Span::new().days(ahead);
        let rulers = Rulers::of(&Outings::of(&runs), Anchor { day, last: day });
        for proposal in Proposal::of(&rulers) {
            let row = match proposal.proposed() {
                Proposed::Number(number, _) => (*number).to_owned(),
                Proposed::Yes(finding) => (*finding).to_owned(),
            };
            prop_assert!(is_asked(&row), "{row}");
        }
    }

    #[test]
    fn a_list_that_begins_with_the_pain_proposes_nothing(runs in any_runs()) {
        let outings = Outings::of(&runs);
        let Some(day) = outings.first_day() else { return Ok(()) };
        prop_assert_eq!(Proposal::of(&Rulers::of(&outings, Anchor { day, last: day })), []);
    }
}
