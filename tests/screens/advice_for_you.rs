//! Promise: nobody has to read advice that is meant for somebody else, and one table of pain limits holds everywhere.

use std::collections::BTreeSet;

use crate::driver::{Driver, question};
use crate::enough_told::with_enough_told;
use crate::known::knowledge;
use crate::random::{any_check, runner};
use crate::world::{TODAY, assess};
use egui::vec2;
use kneenote::assess::Assessment;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::spot::{Knee, Side, Spot};
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::files::ContentFiles;
use kneenote::knowledge::ids::CauseId;
use kneenote::knowledge::validate::faults;
use kneenote::store::settings::{Motion, Settings};
use proptest::prelude::*;
use proptest::test_runner::Config;

/// Somebody with one sore place and no red flag.
fn somebody(zone: &str, age: f64, yes: &[&str]) -> Check {
    let spot = Spot { knee: Knee::Right, zone: zone.into(), worst: Some(4), now: Some(1), size: None };
    let mut check = Check { made: Some(TODAY), side: Some(Side::Right), ..Check::default() };
    check.spots = vec![spot];
    check.findings = yes.iter().map(|id| ((*id).into(), Answer::Yes)).collect();
    for sign in question("q_safety_now").findings() {
        check.findings.entry(sign.id.clone()).or_insert(Answer::No);
    }
    check.numbers.insert("age".into(), age);
    check
}

fn it_band() -> Check {
    let yes = ["walk_normal", "sex_male", "onset_gradual", "dur_3_14d", "trend_same", "run_builds", "eases_on_stop"];
    let more = ["downhill", "long_run", "q_sharp", "sport_run", "swell_none"];
    somebody("outer_femur_bump", 29.0, &[&yes[..], &more].concat())
}

/// What to avoid, of those rows that begin so.
fn avoids(found: &Assessment, start: &str) -> bool {
    found.for_you().do_not().any(|row| row.text.contains(start))
}

const PREGNANT: &str = "If you are pregnant";
const KEYHOLE: &str = "keyhole surgery";
const CHILD: &str = "a limp in a child";
const CALF: &str = "swollen calf";

#[test]
fn a_man_of_29_with_it_band_pain_reads_nothing_for_pregnancy_worn_meniscus_or_children() {
    let knowledge = knowledge();
    let check = with_enough_told(knowledge, it_band());
    let found = assess(&check);
    assert_eq!(found.best_shown().unwrap().cause, "itbs");
    for other in [PREGNANT, KEYHOLE, CHILD, CALF, "plasma", "stuck knee"] {
        assert!(!avoids(&found, other), "{other}");
    }
    assert!(avoids(&found, "red light") && avoids(&found, "rolling in"));
    let settings = Settings { motion: Motion::Less, ..Settings::default() };
    let mut driver = Driver::with_settings(&settings, Some(check), vec2(1100.0, 760.0));
    driver.open_result();
    driver.open_all_folds();
    let shown = |text: &str| driver.texts().iter().any(|on| on.contains(text));
    for row in &knowledge.advice.do_not {
        let is_his = found.for_you().do_not().any(|his| his.text == row.text);
        assert_eq!(shown(row.text.trim_end_matches('.')), is_his, "{}", row.text);
    }
    for row in knowledge.advice.rest.iter().filter(|row| !row.for_whom.causes.is_empty()) {
        assert!(!shown(&row.text), "{}", row.text);
    }
}

#[test]
fn those_it_is_meant_for_read_it() {
    let base = ["walk_normal", "onset_gradual", "dur_3_14d", "trend_same", "swell_none"];
    let of = |zone: &str, age: f64, more: &[&str]| assess(&somebody(zone, age, &[&base[..], more].concat()));
    assert!(avoids(&of("kneecap", 31.0, &["sex_female", "pregnant"]), PREGNANT));
    assert!(avoids(&of("kneecap", 12.0, &["sex_male"]), CHILD));
    assert!(avoids(&of("calf", 40.0, &["calf_ache"]), CALF));
    assert!(avoids(&of("kneecap", 70.0, &["stairs_down"]), "unless you asked first"));
    let worn = of("inner_joint_line", 52.0, &["twist_pivot", "squat", "press_joint_gap", "spread_spot"]);
    assert_eq!(worn.best_shown().unwrap().cause, "meniscus");
    assert!(avoids(&worn, KEYHOLE));
    assert!(worn.for_you().rest().any(|row| row.topic == "Meniscus from 40 up"));
    let young = of("inner_joint_line", 25.0, &["onset_twist", "twist_pivot", "squat", "press_joint_gap", "catching"]);
    assert!(!avoids(&young, KEYHOLE));
}

#[test]
fn hops_are_asked_of_nobody_whom_they_may_harm() {
    let asks = |check: Check| {
        let found = assess(&check);
        found.for_you().gates().any(|gate| gate.text.contains("do 10 hops"))
    };
    assert!(asks(it_band()));
    assert!(!asks(somebody("shin_bump", 13.0, &["walk_normal", "jump_land", "kneel", "sex_male"])));
    assert!(!asks(somebody("kneecap", 31.0, &["walk_normal", "pregnant", "sex_female", "stairs_down"])));
    let bone = ["walk_normal", "press_bone_point", "hop_pain", "earlier_each_run", "chg_week_up", "at_rest"];
    assert!(!asks(somebody("inner_shin_top", 25.0, &bone)));
}

#[test]
fn whatever_is_answered_a_row_shows_only_beside_one_of_its_causes() {
    let knowledge = knowledge();
    let mut runner = runner(Config { cases: 200, failure_persistence: None, ..Config::default() });
    runner
        .run(&any_check(knowledge), |check| {
            let found = assess(&check);
            let named: BTreeSet<&CauseId> =
                found.could_be().map(|cause| &cause.cause).chain(found.to_check().map(|named| &named.cause)).collect();
            let rows = found.for_you().do_not().map(|row| &row.for_whom);
            for whom in rows.chain(found.for_you().rest().map(|row| &row.for_whom)) {
                let is_for = whom.causes.is_empty() || whom.causes.iter().any(|cause| named.contains(cause));
                prop_assert!(is_for, "{:?} beside {named:?}", whom.causes);
            }
            prop_assert!(found.for_you().rest().next().is_some());
            Ok(())
        })
        .unwrap_or_else(|fault| panic!("{fault}"));
}

#[test]
fn a_row_of_advice_that_no_answers_bring_up_is_found() {
    for (old, new) in [
        ("when: \"pregnant\"", "when: \"pregnant & sex_male & sex_female\""),
        ("when: \"age >= 40\"", "when: \"age < 10 & age > 40\""),
    ] {
        let mut files = ContentFiles::embedded();
        let text = files.text("advice.ron").to_owned();
        assert!(text.contains(old), "{old}");
        files.set("advice.ron", text.replacen(old, new, 1));
        let found = faults(&files, &kneenote::knee_map::shapes());
        assert!(found.iter().any(|fault| fault.what.contains("no answers can bring up this row")), "{new}: {found:#?}");
    }
    let mut files = ContentFiles::embedded();
    let text = files.text("advice.ron").replacen("for_whom: (causes: [\"pfp\"])", "for_whom: (causes: [\"pfb\"])", 1);
    files.set("advice.ron", text);
    let found = faults(&files, &kneenote::knee_map::shapes());
    assert!(found.iter().any(|fault| fault.what.contains("there is no cause \"pfb\"")), "{found:#?}");
}

/// Numbers from 0 to 10 that a sentence gives as a limit of pain.
fn limits(sentence: &str) -> Vec<u32> {
    let words: Vec<&str> =
        sentence.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<u32>().ok()).filter(|number| *number <= 10);
    let said = |at: usize, phrase: &[&str]| words.get(at..at + phrase.len()).is_some_and(|next| next == phrase);
    let mut found = Vec::new();
    for at in 0..words.len() {
        let before = ["pain of", "pain to", "over"].iter().any(|lead| {
            let lead: Vec<&str> = lead.split(' ').collect();
            at >= lead.len() && said(at - lead.len(), &lead)
        });
        let after = said(at + 1, &["out", "of", "10"]) || (said(at + 1, &["10"]) && sentence.contains("/10"));
        if let Some(number) = number(at).filter(|_| sentence.contains("pain") || sentence.contains("hurt"))
            && (before || after)
        {
            found.push(number);
        }
    }
    found
}

/// The limits of a pain light: each number of its three colours.
fn table(knowledge: &Knowledge, is_tendon: bool) -> BTreeSet<u32> {
    let lights = &knowledge.advice.pain_light;
    let signs = lights.iter().map(|light| if is_tendon { &light.tendon } else { &light.general });
    let words = signs.flat_map(|sign| sign.split(|c: char| !c.is_ascii_digit()));
    words.filter_map(|word| word.parse().ok()).filter(|number| *number <= 10).collect()
}

#[test]
fn one_table_of_pain_limits_is_quoted_everywhere() {
    let knowledge = knowledge();
    let (general, tendon) = (table(knowledge, false), table(knowledge, true));
    assert_eq!(
        (general.iter().copied().collect::<Vec<_>>(), tendon.iter().copied().collect::<Vec<_>>()),
        (vec![0, 2, 3, 4], vec![0, 2, 3, 5])
    );
    let mut quoted = 0;
    let mut check = |place: &str, text: &str, allowed: &BTreeSet<u32>| {
        for limit in limits(text) {
            quoted += 1;
            assert!(allowed.contains(&limit), "{limit} at {place}: {text}");
        }
    };
    for cause in &knowledge.causes {
        let allowed = if knowledge.advice.pain_light_for.tendon.contains(&cause.id) { &tendon } else { &general };
        let card = &cause.card;
        for line in [&card.first_line, &card.self_care, &card.avoid].into_iter().flatten() {
            check(cause.id.as_str(), line, allowed);
        }
        for exercise in knowledge.advice.exercises.iter().filter(|row| row.for_whom.causes.contains(&cause.id)) {
            check(cause.id.as_str(), &exercise.step_up, allowed);
        }
    }
    let both: BTreeSet<u32> = general.union(&tendon).copied().collect();
    for row in &knowledge.advice.do_not {
        check("do not", &row.text, &both);
    }
    assert!(quoted >= 8, "only {quoted} limits found");
}
