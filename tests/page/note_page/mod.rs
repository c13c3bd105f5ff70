//! Promise: the page for the clinician is one page, plain, and says what was said.

mod denied;
mod fits;
mod in_short;
mod red_flags;
mod running;
mod since;
mod urgency;

use crate::known::knowledge;
use crate::words::wording;
use crate::world::{TODAY, world};
use jiff::civil::date;
use kneenote::check::answer::Answer;
use kneenote::check::spot::Side;
use kneenote::check::{Check, Topic, WrittenBy, file};
use kneenote::note::{Page, page};

fn page_of(name: &str) -> Page {
    let knowledge = knowledge();
    let text = std::fs::read_to_string(format!("{}/tests/fixtures/note/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    page_from(&file::read(&text, knowledge).unwrap())
}

fn page_from(check: &Check) -> Page {
    let on = check.made.unwrap_or(date(2026, 11, 23));
    let assessment = world().assess_on(check, on);
    page(&wording().note, check, &assessment, on)
}

/// A check of today with these answers.
fn said(yes: &[&str], no: &[&str]) -> Check {
    let mut check = Check { made: Some(TODAY), side: Some(Side::Right), ..Check::default() };
    for (ids, answer) in [(yes, Answer::Yes), (no, Answer::No)] {
        check.findings.extend(ids.iter().map(|id| ((*id).into(), answer)));
    }
    check
}

/// The page of such a check as one line with single spaces.
fn told(yes: &[&str], no: &[&str]) -> String {
    one_line(&page_from(&said(yes, no)).text)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A section as one line, without its heading.
fn section(text: &str, heading: &str) -> String {
    let lines = text.lines().skip_while(|line| !line.starts_with(heading)).skip(1);
    one_line(&lines.take_while(|line| line.starts_with(' ')).collect::<Vec<_>>().join(" "))
}

/// What stands under a label of URGENT SIGNS or OTHER SIGNS.
fn listed(section: &str, label: &str) -> String {
    let rest = section.split_once(&format!("{label}: ")).map_or("", |(_, rest)| rest);
    let ends = ["YES: ", "NO: ", "NOT SURE: ", "NOT ASKED: ", "MOVES: ", "CAN: "]
        .iter()
        .filter_map(|end| rest.find(end))
        .min();
    rest[..ends.unwrap_or(rest.len())].trim().to_owned()
}

#[test]
fn the_half_marathon_runner_gets_this_page() {
    insta::assert_snapshot!(page_of("half_marathon.kneenote").text);
}

#[test]
fn two_sore_knees_both_stand_on_the_page_with_every_place() {
    insta::assert_snapshot!(page_of("both_knees.kneenote").text);
}

#[test]
fn a_replaced_knee_gets_this_page() {
    insta::assert_snapshot!(page_of("replaced_knee.kneenote").text);
}

#[test]
fn sore_bone_and_a_limp_get_this_page() {
    insta::assert_snapshot!(page_of("sore_bone.kneenote").text);
}

#[test]
fn a_swollen_calf_after_a_flight_gets_this_page() {
    insta::assert_snapshot!(page_of("calf_flight.kneenote").text);
}

#[test]
fn a_boy_with_a_sore_shin_bump_gets_this_page() {
    insta::assert_snapshot!(page_of("shin_bump.kneenote").text);
}

#[test]
fn inches_and_feet_stand_as_they_were_typed() {
    let mut check = said(&[], &[]);
    check.words.insert(Topic::Why, "Sore 2\" above it.\nI am 5'10\" tall.".to_owned());
    let text = page_from(&check).text;
    assert!(text.contains("  Why I am here: <<Sore 2\" above it. / I am 5'10\" tall.>>\n"), "{text}");
}

#[test]
fn the_page_says_who_it_is_about_and_what_of_that_was_not_told() {
    let mut check = said(&["sex_male"], &[]);
    check.numbers.insert("age".into(), 45.0);
    let text = one_line(&page_from(&check).text);
    assert!(text.contains("Written by the patient with KneeNote."), "{text}");
    assert!(text.contains("IN SHORT Male, 45."), "{text}");
    check.written_by = WrittenBy::Parent;
    check.numbers.insert("age".into(), 12.0);
    let text = one_line(&page_from(&check).text);
    assert!(text.contains("Written for a child by a parent with KneeNote."), "{text}");
    assert!(text.contains("IN SHORT Male, 12."), "{text}");
    for (yes, age, who) in [
        (&["sex_unsaid"][..], None, "Age and sex not given."),
        (&[], Some(30.0), "Aged 30, sex not given."),
        (&["sex_female"], None, "Female, age not given."),
    ] {
        let mut check = said(yes, &[]);
        check.numbers.extend(age.map(|age| ("age".into(), age)));
        let text = one_line(&page_from(&check).text);
        assert!(text.contains(&format!("IN SHORT {who}")), "{text}");
    }
}

#[test]
fn each_thought_has_a_line_of_its_own() {
    let mut check = said(&[], &[]);
    for (topic, words) in [(Topic::Think, "IT band"), (Topic::Worry, "the marathon"), (Topic::Hope, "a plan")] {
        check.words.insert(topic, words.to_owned());
    }
    let text = page_from(&check).text;
    for line in ["  I think: \"IT band\"", "  I worry: \"the marathon\"", "  I hope: \"a plan\""] {
        assert!(text.lines().any(|other| other == line), "{text}");
    }
}

/// The lines of the urgent signs as one line with single spaces.
fn urgent_section(text: &str) -> String {
    urgent_lines_of(text).flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

fn urgent_lines_of(text: &str) -> impl Iterator<Item = &str> {
    text.lines().skip_while(|line| !line.starts_with("URGENT SIGNS")).skip(1).take_while(|line| line.starts_with(' '))
}
