//! Promise: whatever is wrong with the content is found, with its file and line.

use kneenote::knee_map::shapes;
use kneenote::knowledge::files::{ContentError, ContentFiles, NAMES};
use kneenote::knowledge::validate::{faults, undrawn};
use kneenote::knowledge::zone::View;

#[test]
fn nothing_is_wrong_with_the_content() {
    let found = faults(&ContentFiles::embedded(), &shapes());
    assert!(found.is_empty(), "{}", found.iter().map(ContentError::to_string).collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_dangling_id_is_found() {
    expect("causes.ron", "\"kneecap_inner\"", "\"kneecap_inmost\"", "there is no zone \"kneecap_inmost\"");
    expect(
        "weights.ron",
        "finding: \"sitting_long\"",
        "finding: \"siting_long\"",
        "there is no finding \"siting_long\"",
    );
    expect("weights.ron", "cause: \"itbs\"", "cause: \"itbz\"", "there is no cause \"itbz\"");
    expect("rules.ron", "names: [\"knee_dislocation\"]", "names: [\"knee_loss\"]", "there is no cause \"knee_loss\"");
    expect("rules.ron", "when: \"foot_cold_pale\"", "when: \"foot_cold\"", "\"foot_cold\" is no finding");
    expect("rules.ron", "        \"deformity\",", "        \"deformities\",", "there is no finding \"deformities\"");
    expect("questions.ron", "NotSureOf(\"walk_no\")", "NotSureOf(\"walk_limp\")", "\"walk_limp\" is no red flag");
    expect(
        "questions.ron",
        "id: \"q_walk\", card: \"safety\"",
        "id: \"q_walk\", card: \"savety\"",
        "no card \"savety\"",
    );
    expect("scoring.ron", "\"stairs_up\"", "\"stairs_upp\"", "there is no finding \"stairs_upp\"");
    expect("article.ron", "causes: [\"itbs\"]", "causes: [\"itbz\"]", "there is no cause \"itbz\"");
}

#[test]
fn a_double_id_is_found() {
    expect("questions.ron", "(id: \"walk_limp\"", "(id: \"walk_help\"", "\"walk_help\" stands twice");
    expect("causes.ron", "id: \"itbs\"", "id: \"pfp\"", "\"pfp\" stands twice");
    expect("rules.ron", "id: \"E02_nerve_after_injury\"", "id: \"E01_blood_flow\"", "\"E01_blood_flow\" stands twice");
    expect("sources.ron", "(id: \"FRANCIS19\"", "(id: \"SEED\"", "\"SEED\" stands twice");
    expect("zones.ron", "id: \"above_kneecap\"", "id: \"front_thigh\"", "\"front_thigh\" stands twice");
}

#[test]
fn a_missing_source_is_found() {
    expect("rules.ron", "sources: [\"KNEEDIS\"]", "sources: []", "has no source");
    expect("weights.ron", "sources: [\"PTP2024\", ", "sources: [\"PTP1924\", ", "there is no source \"PTP1924\"");
    expect("advice.ron", "sources: [\"PEACE\"]", "sources: []", "has no source");
    expect("figures.ron", "sources: [\"FRANCIS19\"]", "sources: [\"FRANCIS91\"]", "there is no source \"FRANCIS91\"");
}

#[test]
fn a_rule_that_names_more_than_three_causes_is_found() {
    let three = "names: [\"knee_dislocation\", \"patellar_instability\", \"fracture\"]";
    let four = "names: [\"knee_dislocation\", \"patellar_instability\", \"fracture\", \"mcl_sprain\"]";
    expect("rules.ron", three, four, "4 causes are named, a rule names at most 3");
}

#[test]
fn a_rule_that_no_answers_can_fire_is_found() {
    expect(
        "rules.ron",
        "when: \"locked_now & !(dur_gt1y & trend_same)\"",
        "when: \"locked_now & straight_yes\"",
        "no answers can fire this rule",
    );
    expect("rules.ron", "when: \"deformity\"", "when: \"age < 12 & age > 40\"", "no answers can fire this rule");
    expect("rules.ron", "when: \"open_wound\"", "when: \"injury & !injury\"", "no answers can fire this rule");
    expect("rules.ron", "when: \"foot_cold_pale\"", "when: \"never\"", "no answers can fire this rule");
}

#[test]
fn a_rule_that_only_the_last_of_many_members_can_fire_is_no_fault() {
    let mut files = ContentFiles::embedded();
    let never = "injury & !injury, ".repeat(30);
    let text = files.text("rules.ron");
    let when = format!("when: \"n_of(2; {never}red_knee, foot_cold_pale)\"");
    let text = text.replacen("when: \"foot_cold_pale\"", &when, 1);
    files.set("rules.ron", text);
    let found = faults(&files, &shapes());
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_zone_without_a_shape_and_a_shape_without_a_zone_are_found() {
    let mut drawn = shapes();
    assert!(drawn.get_mut(&View::Front).unwrap().remove("kneecap"));
    drawn.get_mut(&View::Back).unwrap().insert("third_knee".to_owned());
    let found = faults(&ContentFiles::embedded(), &drawn);
    let line = line_of(&ContentFiles::embedded(), "zones.ron", "id: \"kneecap\"");
    assert!(found.iter().any(|f| f.what.contains("Front has no shape") && f.line == line), "{found:#?}");
    assert!(found.iter().any(|f| f.what.contains("\"third_knee\", no zone is so named")), "{found:#?}");
    assert!(found.iter().all(|f| f.file == "zones.ron"), "{found:#?}");
}

#[test]
fn a_question_that_does_not_say_how_it_grows_old_is_found() {
    for (from, to, what) in [
        ("            ages: State(days: 7),\n", "", "missing field named `ages`"),
        ("ages: State(days: 7)", "ages: State(days: 0)", "0 days"),
        ("ages: State(days: 7)", "ages: CountsOn", "counted on"),
    ] {
        let mut files = ContentFiles::embedded();
        let text = files.text("questions.ron").replacen(from, to, 1);
        files.set("questions.ron", text);
        let found = faults(&files, &shapes());
        assert!(found.iter().any(|fault| fault.what.contains(what)), "{what}: {found:#?}");
    }
}

#[test]
fn a_question_that_nothing_uses_is_found() {
    let mut files = ContentFiles::embedded();
    let text = files.text("questions.ron").replacen(
        "    questions: [\n",
        "    questions: [\n        (\n            id: \"q_moon\", card: \"feel\", kind: Single, text: \"Full moon?\", why: \"Why not.\", \
         heading: \"Moon\",\n            core_when: \"always\", more_when: \"never\", note: Elsewhere, ages: Event, sources: [\"SEED\"],\n            \
         options: [(id: \"moon_full\", label: \"Yes\", note: \"full moon\")],\n        ),\n",
        1,
    );
    let line = text[..text.find("id: \"q_moon\"").unwrap()].matches('\n').count() + 1;
    files.set("questions.ron", text);
    let found = faults(&files, &shapes());
    assert!(found.iter().any(|f| f.what.contains("uses this question") && f.line == line), "{found:#?}");
}

#[test]
fn a_condition_that_cannot_be_read_is_found() {
    for broken in ["foot_cold_pale &", "(foot_cold_pale", "n_of(x; hot_knee)", "hot_knee red_knee", "age <", ""] {
        expect("rules.ron", "when: \"foot_cold_pale\"", &format!("when: \"{broken}\""), "condition");
    }
}

#[test]
fn a_weight_that_is_not_above_0_is_found() {
    expect("weights.ron", "yes: 1.8, no: 0.6", "yes: -1.8, no: 0.6", "weights must be above 0");
    expect("weights.ron", "yes: 1.8, no: 0.6", "yes: 1.8, no: 0.0", "weights must be above 0");
    expect("causes.ron", "prior: 30.0", "prior: -30.0", "prior must be above 0");
}

#[test]
fn a_figure_that_does_not_say_who_measured_it_in_whom_is_found() {
    let measured = "measured: (by: Patient, in_whom: \"162 people with front knee pain at one clinic\"), ";
    expect("weights.ron", measured, "", "not who measured it in whom");
    let nobody = "measured: (by: Patient, in_whom: \"\"), ";
    expect("weights.ron", measured, nobody, "it does not say in whom");
    let sign = "sources: [\"WILLY19\", \"CROSSLEY15\"], grade: Sign";
    expect("weights.ron", sign, &sign.replace("Sign", "Figure"), "no figure is published");
    expect("weights.ron", sign, &sign.replace("Sign", "CaseShare"), "no figure is published");
    let claimed = format!("{measured}{sign}");
    expect("weights.ron", sign, &claimed, "it says who measured it, and no figure is published");
}

#[test]
fn a_grade_that_its_sources_do_not_bear_is_found() {
    expect("weights.ron", "sources: [\"JUDGE\"], grade: Judgement", "sources: [\"JUDGE\"], grade: Sign", "was read");
    expect("weights.ron", "[\"MALLIARAS15\"], grade: Sign", "[\"MALLIARAS15\"], grade: Judgement", "source JUDGE");
    expect("weights.ron", "[\"MALLIARAS15\"], grade: Sign", "[\"MALLIARAS15\"], grade: Seed", "source SEED");
    expect("weights.ron", "[\"TULP71\"], grade: Known", "[\"TULP71\"], grade: Sign", "no source of it was");
    expect("weights.ron", "otherwise: (sources: [\"HAEM80\"]", "otherwise: (sources: [\"TULP71\"]", "found otherwise");
    expect("weights.ron", "otherwise: (sources: [\"HAEM80\"]", "otherwise: (sources: []", "and not which");
}

#[test]
fn limits_of_relevance_that_nothing_can_meet_and_rows_that_are_not_there_are_found() {
    expect("relevance.ron", "within: 8.0", "within: 0.5", "0.5 is below 1");
    expect("relevance.ron", "besides: 1.0", "besides: -1.0", "-1 is below 0");
    expect("relevance.ron", "\"giving_way\"", "\"giving_weigh\"", "there is no finding \"giving_weigh\"");
    expect("relevance.ron", "\"giving_way\"", "\"walk_limp\"", "asked whole");
    expect("relevance.ron", "\"q_tried\"", "\"q_tired\"", "there is no question \"q_tired\"");
    expect("relevance.ron", "when: \"!(dur_lt3d", "when: \"!(dur_lt4d", "\"dur_lt4d\" is no finding");
}

#[test]
fn a_finding_in_two_groups_is_found() {
    expect("scoring.ron", "[\"jump_land\", ", "[\"jump_land\", \"squat\", ", "\"squat\" stands in two groups");
    expect(
        "rules.ron",
        "(id: \"pregnant\", words",
        "(id: \"foot_cold_pale\", words: \"x\"), (id: \"pregnant\", words",
        "stands in two groups",
    );
    expect("rules.ron", "{signs} foot", "foot", "has no {signs}");
    expect("rules.ron", "signs: [\"locking_brief\"]", "signs: [\"locking_long\"]", "there is no finding");
}

#[test]
fn a_file_that_is_missing_or_broken_is_found() {
    for name in NAMES {
        let embedded = ContentFiles::embedded();
        let without: ContentFiles =
            NAMES.iter().filter(|other| **other != name).map(|other| (*other, embedded.text(other))).collect();
        let found = faults(&without, &shapes());
        assert!(found.iter().any(|f| f.file == name && f.what.contains("missing")), "{found:#?}");
        let mut broken = embedded.clone();
        broken.set(name, format!("{}\n)", embedded.text(name)));
        let found = faults(&broken, &shapes());
        assert!(found.len() == 1 && found[0].file == name && found[0].line > 1, "{found:#?}");
    }
}

/// The embedded content with one thing replaced has a fault on the line of that thing, or of what holds it.
#[track_caller]
fn expect(file: &str, old: &str, new: &str, what: &str) {
    let mut files = ContentFiles::embedded();
    let text = files.text(file);
    assert!(text.contains(old), "{old} stands no more in {file}");
    let changed = line_of(&files, file, old);
    let text = text.replacen(old, new, 1);
    files.set(file, text);
    let found = faults(&files, &shapes());
    // A double id is reported where the id first stands; a rule or a cause where its own id stands, a few lines above.
    let is_there = found
        .iter()
        .any(|f| f.file == file && f.what.contains(what) && (f.line.abs_diff(changed) <= 12 || what.contains("twice")));
    assert!(is_there, "expected \"{what}\" near {file}:{changed}, found {found:#?}");
}

fn line_of(files: &ContentFiles, file: &str, what: &str) -> usize {
    let text = files.text(file);
    text[..text.find(what).unwrap()].matches('\n').count() + 1
}

#[test]
fn an_exercise_without_a_drawing_is_found_and_none_of_ours_is() {
    let files = ContentFiles::embedded();
    assert_eq!(undrawn(&files, |figure| kneenote::figure::find(figure).is_some()), []);
    let found = undrawn(&files, |figure| figure != "bridge");
    assert!(found.iter().all(|fault| fault.what == "there is no figure \"bridge\""), "{found:?}");
    assert_eq!(found.len(), 1);
}
