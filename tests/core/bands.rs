//! Promise: "fits well" stands out: two ticks point to it, at most two causes have it, and a No is no tick.

use kneenote::assess::ranking::Fit;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::spot::{Knee, Side, Spot};
use kneenote::knowledge::question::QuestionKind;
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::known::knowledge;
use crate::random::{any_check, runner};
use crate::world::{TODAY, assess};

/// A sore kneecap of which every move and feeling is denied.
fn all_denied() -> Check {
    let spot = Spot { knee: Knee::Right, zone: "kneecap".into(), worst: Some(4), now: Some(1), size: None };
    let mut check = Check { side: Some(Side::Right), made: Some(TODAY), spots: vec![spot], ..Check::default() };
    for id in ["walk_normal", "onset_gradual", "dur_3_14d", "trend_same", "swell_none", "sport_run", "sex_male"] {
        check.findings.insert(id.into(), Answer::Yes);
    }
    for question in knowledge().questions.iter().filter(|q| matches!(q.kind, QuestionKind::Multi { .. })) {
        for row in question.findings() {
            check.findings.entry(row.id.clone()).or_insert(Answer::No);
        }
    }
    check.numbers.insert("age".into(), 33.0);
    check
}

#[test]
fn who_denies_every_move_is_told_of_nothing_that_fits_well() {
    let found = assess(&all_denied());
    let well: Vec<&str> =
        found.causes.iter().filter(|cause| cause.fit == Fit::Well).map(|cause| cause.cause.as_str()).collect();
    assert!(well.is_empty(), "{well:?}");
}

#[test]
fn two_ticks_point_to_what_fits_well() {
    let least = knowledge().scoring.bands.well_findings;
    let config = Config { cases: 128, failure_persistence: None, ..Config::default() };
    let truth = runner(config).run(&any_check(knowledge()), |check| {
        let found = assess(&check);
        let well = || found.causes.iter().filter(|cause| cause.fit == Fit::Well);
        for cause in well() {
            let ticked = cause.speaks_for.iter().filter(|reason| reason.answer == Answer::Yes).count();
            prop_assert!(ticked >= least, "{} {:?}", cause.cause, cause.speaks_for);
        }
        prop_assert!(well().count() <= 2, "shares of 40 per cent leave no room for a third");
        Ok(())
    });
    truth.unwrap_or_else(|fault| panic!("{fault}"));
}
