//! Promise: the light of a run follows from what was told of it, is never green before all is told, and never becomes
//! milder by a worse answer.

use kneenote::check::answer::Answer;
use kneenote::check::diary::{HourAfter, NextMorning, RunPain};
use kneenote::knowledge::advice::LightColour as Light;
use kneenote::training::light::{Column, KneeFact, Verdict, Wanted, Why, light, why};
use proptest::prelude::*;

use crate::known::knowledge;

const BACK: Option<HourAfter> = Some(HourAfter::BackToUsual);
const NOT_YET: Option<HourAfter> = Some(HourAfter::NotYet);
const SAME: Option<NextMorning> = Some(NextMorning::SameOrBetter);
const WORSE: Option<NextMorning> = Some(NextMorning::Worse);
const COLUMNS: [Column; 3] = [Column::Tendon, Column::General, Column::Bone];

fn told(during: impl Into<Option<u8>>, hour: Option<HourAfter>, morning: Option<NextMorning>) -> RunPain {
    RunPain { during: during.into(), hour, morning, limp: Answer::NotAsked, swollen: Answer::NotAsked }
}

fn open(at_least: Light, wants: &[Wanted]) -> Verdict {
    Verdict::Open { at_least, wants: wants.to_vec() }
}

#[test]
fn little_pain_that_settles_and_leaves_no_trace_is_green() {
    let entry = told(2, BACK, SAME);
    assert_eq!(light(entry, Column::General), Verdict::Final(Light::Green));
    assert_eq!(why(entry, Column::General), Why::AllQuiet);
}

#[test]
fn pain_that_settles_only_by_the_morning_is_amber() {
    let entry = told(2, NOT_YET, SAME);
    assert_eq!(light(entry, Column::General), Verdict::Final(Light::Amber));
    assert_eq!(why(entry, Column::General), Why::NotBackInAnHour);
}

#[test]
fn three_of_ten_is_amber() {
    assert_eq!(light(told(3, BACK, SAME), Column::General), Verdict::Final(Light::Amber));
    assert_eq!(why(told(3, BACK, SAME), Column::General), Why::PainInRun(3));
}

#[test]
fn four_of_ten_is_red_at_once() {
    assert_eq!(light(told(4, BACK, SAME), Column::General), Verdict::Final(Light::Red));
    assert_eq!(light(told(4, None, None), Column::General), Verdict::Final(Light::Red));
}

#[test]
fn a_worse_morning_is_red_whatever_the_run_was() {
    assert_eq!(light(told(1, BACK, WORSE), Column::General), Verdict::Final(Light::Red));
    assert_eq!(why(told(1, BACK, WORSE), Column::General), Why::WorseNextMorning);
}

#[test]
fn before_the_morning_a_quiet_run_is_open_and_not_green() {
    let entry = told(2, BACK, None);
    assert_eq!(light(entry, Column::General), open(Light::Green, &[Wanted::Morning]));
    assert_eq!(why(entry, Column::General), Why::NotAllTold);
}

#[test]
fn a_tendon_may_feel_more_and_the_hour_after_does_not_count() {
    for (pain, expected) in [(2, Light::Green), (3, Light::Amber), (5, Light::Amber), (6, Light::Red)] {
        for hour in [None, BACK, NOT_YET] {
            assert_eq!(light(told(pain, hour, SAME), Column::Tendon), Verdict::Final(expected), "{pain} {hour:?}");
        }
    }
}

#[test]
fn a_tendon_that_is_worse_in_the_morning_is_red() {
    assert_eq!(light(told(4, BACK, WORSE), Column::Tendon), Verdict::Final(Light::Red));
}

#[test]
fn bone_and_a_swollen_knee_bear_no_pain_at_all() {
    assert_eq!(light(told(0, BACK, SAME), Column::Bone), Verdict::Final(Light::Green));
    assert_eq!(light(told(1, None, SAME), Column::Bone), Verdict::Final(Light::Red));
    assert_eq!(light(told(0, NOT_YET, SAME), Column::Bone), Verdict::Final(Light::Red), "it hurt after the run");
    for column in COLUMNS {
        let swollen = RunPain { swollen: Answer::Yes, ..told(0, BACK, SAME) };
        assert_eq!(light(swollen, column), Verdict::Final(Light::Red), "any swelling");
        assert_eq!(why(swollen, column), Why::Swollen);
    }
}

#[test]
fn a_limp_is_red_in_all_columns_c10() {
    for column in COLUMNS {
        let entry = RunPain { limp: Answer::Yes, ..told(1, None, None) };
        assert_eq!((light(entry, column), why(entry, column)), (Verdict::Final(Light::Red), Why::Limp));
    }
}

#[test]
fn without_the_pain_in_the_run_the_other_signs_still_count_c11() {
    let wants = [Wanted::During, Wanted::Morning];
    assert_eq!(light(told(None, BACK, SAME), Column::General), open(Light::Green, &wants[..1]));
    assert_eq!(light(told(None, NOT_YET, None), Column::General), open(Light::Amber, &wants));
    assert_eq!(light(told(None, BACK, WORSE), Column::General), Verdict::Final(Light::Red));
    let nothing = [Wanted::During, Wanted::Hour, Wanted::Morning];
    assert_eq!(light(told(None, None, None), Column::General), open(Light::Green, &nothing));
}

#[test]
fn only_what_can_change_a_light_is_asked_for() {
    assert_eq!(
        light(told(3, None, SAME), Column::General),
        Verdict::Final(Light::Amber),
        "amber whatever the hour was"
    );
    assert_eq!(light(told(2, None, SAME), Column::General), open(Light::Green, &[Wanted::Hour]));
}

#[test]
fn a_limp_or_swelling_that_is_not_sure_keeps_the_light_open() {
    let entry = RunPain { limp: Answer::NotSure, swollen: Answer::NotSure, ..told(1, BACK, SAME) };
    assert_eq!(light(entry, Column::General), open(Light::Green, &[Wanted::Limp, Wanted::Swollen]));
}

#[test]
fn in_doubt_the_stricter_column_holds() {
    use KneeFact::{BoneFitsWell, BonePattern, SwellingTold, TendonFirst};
    assert_eq!(Column::of(&[]), Column::General);
    assert_eq!(Column::of(&[TendonFirst]), Column::Tendon);
    for fact in [BonePattern, BoneFitsWell, SwellingTold] {
        assert_eq!(Column::of(&[fact]), Column::Bone);
        assert_eq!(Column::of(&[TendonFirst, fact]), Column::Bone);
    }
}

/// Any entry, of pain in the run up to 10.
fn any_entry() -> impl Strategy<Value = RunPain> {
    let answer = || prop::sample::select(vec![Answer::Yes, Answer::No, Answer::NotSure, Answer::NotAsked]);
    let hour = prop::sample::select(vec![None, BACK, NOT_YET]);
    let morning = prop::sample::select(vec![None, SAME, WORSE]);
    (prop::option::of(0_u8..=10), hour, morning, answer(), answer())
        .prop_map(|(during, hour, morning, limp, swollen)| RunPain { during, hour, morning, limp, swollen })
}

fn any_column() -> impl Strategy<Value = Column> {
    prop::sample::select(COLUMNS.to_vec())
}

fn at_least(verdict: &Verdict) -> Light {
    match verdict {
        Verdict::Final(light) | Verdict::Open { at_least: light, .. } => *light,
    }
}

proptest! {
    #[test]
    fn red_is_never_open_and_what_is_open_wants_something(entry in any_entry(), column in any_column()) {
        if let Verdict::Open { at_least, wants } = light(entry, column) {
            prop_assert!(at_least < Light::Red && !wants.is_empty());
        }
    }

    #[test]
    fn a_missing_answer_never_makes_a_light_milder_when_it_is_told(
        entry in any_entry(), later in any_entry(), column in any_column(),
    ) {
        let told = |answer: Answer, later| if answer.is_asked() && answer != Answer::NotSure { answer } else { later };
        let whole = RunPain {
            during: entry.during.or(later.during),
            hour: entry.hour.or(later.hour),
            morning: entry.morning.or(later.morning),
            limp: told(entry.limp, later.limp),
            swollen: told(entry.swollen, later.swollen),
        };
        let (before, after) = (light(entry, column), light(whole, column));
        prop_assert!(at_least(&before) <= at_least(&after));
        // A final light stays, but for a limp or swelling that nobody had asked for.
        if let Verdict::Final(light) = before && whole.limp != Answer::Yes && whole.swollen != Answer::Yes {
            let is_open = matches!(after, Verdict::Open { .. });
            prop_assert!(is_open || after == Verdict::Final(light));
        }
    }

    #[test]
    fn more_pain_is_never_milder(entry in any_entry(), pain in 0_u8..10, column in any_column()) {
        let with = |pain| at_least(&light(RunPain { during: Some(pain), ..entry }, column));
        prop_assert!(with(pain) <= with(pain + 1));
    }

    #[test]
    fn no_number_of_the_scale_or_past_it_stops_the_program(pain in any::<u8>(), column in any_column()) {
        let verdict = light(told(pain, BACK, SAME), column);
        prop_assert!(pain <= 10 || verdict == Verdict::Final(Light::Red));
    }

    #[test]
    fn a_stricter_column_is_never_milder(entry in any_entry()) {
        let lights = COLUMNS.map(|column| at_least(&light(entry, column)));
        prop_assert!(lights.is_sorted());
    }
}

/// The content tells the limits in words, the code has them in numbers: both are the same.
#[test]
fn the_table_of_the_content_tells_the_same_limits() {
    let table = &knowledge().advice.pain_light;
    let words = |colour| table.iter().find(|row| row.light == colour).unwrap();
    let (green, amber, red) = (words(Light::Green), words(Light::Amber), words(Light::Red));
    assert!(green.general.starts_with("0 to 2,") && green.tendon.starts_with("0 to 2,") && green.bone == "0");
    assert!(amber.general.starts_with("3,") && amber.tendon.starts_with("3 to 5,") && amber.bone.is_empty());
    assert!(red.general.starts_with("4 or more,") && red.tendon.starts_with("over 5,"));
    assert!(red.bone.starts_with("any pain,"));
}

/// What makes a run red in the code is red in the table too, and is what the runner is told not to run with.
#[test]
fn red_is_told_in_the_same_words_everywhere() {
    let advice = &knowledge().advice;
    let red = advice.pain_light.iter().find(|row| row.light == Light::Red).unwrap();
    let do_not = advice.do_not.iter().find(|row| row.text.contains("red light")).unwrap();
    for column in [&red.general, &red.tendon, &red.bone, &do_not.text] {
        assert!(column.contains("limp") && column.contains("swelling"), "{column}");
    }
    for text in [&red.general, &red.tendon, &do_not.text] {
        assert!(text.contains("next morning"), "{text}");
    }
    for limit in ["4 or more", "over 5", "any pain"] {
        assert!(do_not.text.contains(limit), "{limit}");
    }
}
