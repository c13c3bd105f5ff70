//! Harmless runners drawn at random: healthy people with plain load pain who answer the whole form.

use std::collections::BTreeMap;

use kneenote::assess::Visibility;
use kneenote::check::Check;
use kneenote::check::seen::SeenRows;
use kneenote::check::spot::Side;
use kneenote::knowledge::question::{Question, QuestionKind};
use kneenote::knowledge::rule::Level;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};

use crate::answer_set::AnswerSet;
use crate::world::{assess, world};

/// One kind of load pain, as self-care pages describe it.
#[derive(Debug)]
struct Pattern {
    name: &'static str,
    /// Ages in years, first and last.
    ages: (u32, u32),
    /// Places that are sore, one choice each.
    places: &'static [&'static [&'static str]],
    /// Timing that goes with it.
    when: &'static [&'static str],
    /// Moves that bring it on.
    worse: &'static [&'static str],
    /// How it feels, one of them.
    feel: &'static [&'static str],
    /// The sport done most, one of them.
    sport: &'static [&'static str],
    /// What it may have besides, seldom.
    besides: &'static [&'static str],
}

const PATTERNS: [Pattern; 12] = [
    Pattern {
        name: "runner's knee",
        ages: (12, 60),
        places: &[&["kneecap"], &["kneecap", "kneecap_inner"], &["kneecap_outer"], &["kneecap", "below_kneecap"]],
        when: &["run_builds", "after_run", "next_morning"],
        worse: &["stairs_down", "stairs_up", "squat", "sitting_long", "kneel", "rise_chair", "downhill"],
        feel: &["q_ache", "q_sharp"],
        sport: &["sport_run", "sport_gym", "sport_cycle"],
        besides: &["clicking_painless", "grinding"],
    },
    Pattern {
        name: "IT band",
        ages: (16, 60),
        places: &[
            &["outer_femur_bump"],
            &["outer_femur_bump", "outer_thigh"],
            &["outer_femur_bump", "outer_joint_line"],
        ],
        when: &["run_builds", "run_stop", "eases_on_stop"],
        worse: &["downhill", "long_run", "hills", "stairs_down", "terrain_worse"],
        feel: &["q_sharp", "q_burning"],
        sport: &["sport_run", "sport_cycle"],
        besides: &["clicking_painless"],
    },
    Pattern {
        name: "tendon below the kneecap",
        ages: (16, 50),
        places: &[&["below_kneecap"], &["patellar_tendon"], &["below_kneecap", "patellar_tendon"]],
        when: &["run_start_eases", "next_morning", "after_run"],
        worse: &["jump_land", "sprint", "squat", "rise_chair", "stairs_down"],
        feel: &["q_ache", "q_sharp"],
        sport: &["sport_run", "sport_jump"],
        besides: &["stiff_morning_short"],
    },
    Pattern {
        name: "tendon above the kneecap",
        ages: (25, 65),
        places: &[&["above_kneecap"], &["above_kneecap", "above_outer"]],
        when: &["run_start_eases", "next_morning", "after_run"],
        worse: &["squat", "jump_land", "stairs_down", "rise_chair"],
        feel: &["q_ache"],
        sport: &["sport_run", "sport_gym", "sport_jump"],
        besides: &["stiff_morning_short"],
    },
    Pattern {
        name: "shin bump of the growing",
        ages: (10, 15),
        places: &[&["shin_bump"], &["shin_bump", "patellar_tendon"]],
        when: &["after_run", "run_start_eases"],
        worse: &["jump_land", "kneel", "sprint", "squat", "stairs_up"],
        feel: &["q_ache", "q_sharp"],
        sport: &["sport_pivot", "sport_jump", "sport_run"],
        besides: &[],
    },
    Pattern {
        name: "kneecap tip of the growing",
        ages: (10, 14),
        places: &[&["below_kneecap"]],
        when: &["after_run", "next_morning"],
        worse: &["jump_land", "kneel", "stairs_up", "squat"],
        feel: &["q_ache"],
        sport: &["sport_pivot", "sport_jump", "sport_run"],
        besides: &[],
    },
    Pattern {
        name: "goose foot",
        ages: (25, 70),
        places: &[&["inner_shin_pes"], &["inner_shin_pes", "inner_shin_top"]],
        when: &["run_builds", "after_run", "next_morning"],
        worse: &["stairs_up", "rise_chair", "hills", "pull_heel_back"],
        feel: &["q_ache", "q_burning"],
        sport: &["sport_run"],
        besides: &["stiff_morning_short"],
    },
    Pattern {
        name: "worn knee",
        ages: (45, 75),
        places: &[&["inner_joint_line"], &["inner_joint_line", "kneecap"], &["kneecap", "inner_front"]],
        when: &["after_run", "next_morning"],
        worse: &["stairs_down", "rise_chair", "long_run", "squat"],
        feel: &["q_ache"],
        sport: &["sport_run"],
        besides: &["stiff_morning_short", "stiff_after_rest", "grinding", "hx_oa", "swell_after_run", "high_bp_heart"],
    },
    Pattern {
        name: "worn meniscus, mild",
        ages: (40, 70),
        places: &[&["inner_joint_line"], &["inner_joint_line", "back_inner"], &["outer_joint_line"]],
        when: &["after_run", "next_morning"],
        worse: &["squat", "twist_pivot", "kneel"],
        feel: &["q_ache", "q_sharp"],
        sport: &["sport_run", "sport_gym"],
        besides: &["swell_after_run", "clicking_painless"],
    },
    Pattern {
        name: "pad beside the tendon",
        ages: (16, 45),
        places: &[&["beside_tendon"], &["beside_tendon", "below_kneecap"]],
        when: &["after_run"],
        worse: &["stand_straight", "kneel", "stairs_up", "stairs_down"],
        feel: &["q_sharp", "q_burning"],
        sport: &["sport_run", "sport_gym"],
        besides: &[],
    },
    Pattern {
        name: "hamstring or popliteus tendon",
        ages: (18, 60),
        places: &[&["back_inner"], &["back_outer"], &["back_inner", "back_thigh"]],
        when: &["run_start_eases", "after_run", "next_morning"],
        worse: &["sprint", "downhill", "pull_heel_back", "hills"],
        feel: &["q_ache"],
        sport: &["sport_run"],
        besides: &[],
    },
    Pattern {
        name: "sore muscles",
        ages: (16, 70),
        places: &[&["front_thigh", "above_kneecap"], &["whole_knee"], &["back_thigh"], &["calf"]],
        when: &["next_morning", "after_run"],
        worse: &["stairs_down", "rise_chair", "squat"],
        feel: &["q_ache"],
        sport: &["sport_run"],
        besides: &[],
    },
];

const CHANGES: [&str; 8] = [
    "chg_week_up",
    "chg_new_runner",
    "chg_restart",
    "chg_speed",
    "chg_hills",
    "chg_surface",
    "chg_shoes",
    "chg_other_sport",
];

/// How long it has hurt, and how it goes.
const COURSES: [(&str, Option<&str>); 8] = [
    ("dur_lt3d", None),
    ("dur_3_14d", Some("trend_better")),
    ("dur_3_14d", Some("trend_same")),
    ("dur_3_14d", Some("trend_same")),
    ("dur_2_6w", Some("trend_better")),
    ("dur_2_6w", Some("trend_same")),
    ("dur_6_12w", Some("trend_better")),
    ("dur_3_12m", Some("trend_same")),
];

/// The same `count` runners at each call.
pub fn drawn(count: usize) -> Vec<AnswerSet> {
    let mut runner = crate::random::runner(Config::default());
    let one = a_runner();
    (0..count).map(|at| numbered(at, draw(&one, &mut runner))).collect()
}

fn draw(one: &impl Strategy<Value = AnswerSet>, runner: &mut TestRunner) -> AnswerSet {
    one.new_tree(runner).unwrap_or_else(|fault| panic!("{fault}")).current()
}

fn numbered(at: usize, set: AnswerSet) -> AnswerSet {
    AnswerSet { id: format!("D{:03}", at + 1), ..set }
}

fn a_runner() -> impl Strategy<Value = AnswerSet> {
    (0..PATTERNS.len()).prop_flat_map(|at| {
        let pattern = &PATTERNS[at];
        let who = (pattern.ages.0..=pattern.ages.1, any::<bool>(), 20..=27_u32, side());
        let pain = (select(pattern.places), some_of(pattern.when, 2), some_of(pattern.worse, 4), select(pattern.feel));
        let around = (select(pattern.sport), some_of(&CHANGES, 2), select(COURSES.as_slice()), besides(pattern));
        (Just(pattern), who, pain, around, (1..=6_u32, 0..=3_u32)).prop_map(answers)
    })
}

/// The check as somebody sends it who went through the whole form: what is not ticked is denied, and no question that stands
/// on a card is left open.
pub fn told_whole(mut check: Check) -> Check {
    let knowledge = world().assessor.knowledge();
    // An answer can bring up another question.
    for _ in 0..3 {
        let assessment = assess(&check);
        for question in &knowledge.questions {
            if matches!(question.kind, QuestionKind::Multi { .. }) {
                let is_core = assessment.visibility(&question.id) == Visibility::Core;
                if check.finish(question, &SeenRows::all_of(question)).is_empty()
                    && is_core
                    && !assessment.evidence.is_answered(question)
                {
                    check.deny_all(question, &SeenRows::all_of(question));
                }
            }
        }
    }
    let assessment = assess(&check);
    let is_open = |question: &&Question| {
        assessment.visibility(&question.id) == Visibility::Core
            && !matches!(question.kind, QuestionKind::Zones | QuestionKind::Tried | QuestionKind::HeightAndWeight)
            && !assessment.evidence.is_answered(question)
    };
    let open: Vec<_> = knowledge.questions.iter().filter(is_open).map(|question| question.id.as_str()).collect();
    assert!(open.is_empty() && !check.spots.is_empty(), "{open:?} are left open in {check:?}");
    check
}

type Who = (u32, bool, u32, Side);
type Pain = (&'static [&'static str], Vec<&'static str>, Vec<&'static str>, &'static str);
type Around = (&'static str, Vec<&'static str>, (&'static str, Option<&'static str>), Vec<&'static str>);

fn answers((pattern, who, pain, around, scores): (&'static Pattern, Who, Pain, Around, (u32, u32))) -> AnswerSet {
    let (age, is_female, bmi, side) = who;
    let (zones, when, worse, feel) = pain;
    let (sport, changes, (duration, trend), besides) = around;
    // Muscles are sore for days after one hard run, never for weeks.
    let is_sore_muscle = pattern.name == "sore muscles";
    let (duration, trend) = if is_sore_muscle { ("dur_lt3d", None) } else { (duration, trend) };
    let mut yes = vec![if is_female { "sex_female" } else { "sex_male" }, "walk_normal", "rest_better", duration];
    yes.push(if is_sore_muscle { "onset_one_session" } else { "onset_gradual" });
    yes.extend(trend);
    yes.extend([feel, sport]);
    for more in [when, worse, changes, besides] {
        yes.extend(more);
    }
    if is_female && (14..=55).contains(&age) {
        yes.push("pregnant_no");
    }
    if !yes.contains(&"swell_after_run") {
        yes.push("swell_none");
    }
    if age >= 55 || yes.contains(&"swell_after_run") {
        yes.extend(["bend90_yes", "straight_yes"]);
    }
    if side == Side::Both {
        yes.push("both_knees");
    }
    let height_cm = if age < 14 { 150.0 } else { 172.0_f64 };
    let weight_kg = (f64::from(bmi) * (height_cm / 100.0).powi(2)).round();
    let numbers = [
        ("age", f64::from(age)),
        ("pain_worst", f64::from(scores.0)),
        ("pain_now", f64::from(scores.1.min(scores.0))),
        ("height_cm", height_cm),
        ("weight_kg", weight_kg),
    ];
    AnswerSet {
        id: String::new(),
        levels: vec![Level::Clinician, Level::SelfCare],
        side: Some(side),
        zones: zones.iter().map(|zone| (*zone).into()).collect(),
        yes: yes.into_iter().map(Into::into).collect(),
        no: Vec::new(),
        unsure: Vec::new(),
        numbers: numbers.into_iter().map(|(id, value)| (id.into(), value)).collect::<BTreeMap<_, _>>(),
        first: Vec::new(),
        rules: Vec::new(),
        not_rules: Vec::new(),
        hours: None,
        danger: String::new(),
        why: pattern.name.to_owned(),
        source: "drawn".to_owned(),
        diagnosis: String::new(),
        right: Vec::new(),
        must_not_miss: false,
    }
}

fn side() -> impl Strategy<Value = Side> {
    prop_oneof![2 => Just(Side::Left), 2 => Just(Side::Right), 1 => Just(Side::Both)]
}

/// One to `most` of them.
fn some_of(ids: &'static [&'static str], most: usize) -> impl Strategy<Value = Vec<&'static str>> {
    subsequence(ids, 1..=most.min(ids.len()))
}

/// Nothing in two of three, else one or two.
fn besides(pattern: &'static Pattern) -> impl Strategy<Value = Vec<&'static str>> {
    let most = pattern.besides.len().min(2);
    prop_oneof![2 => Just(Vec::new()), 1 => subsequence(pattern.besides, 0..=most)]
}
