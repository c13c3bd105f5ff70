//! What the app knows and says, as tests ask for it.

use std::sync::LazyLock;

use kneenote::assess::Assessment;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::spot::Knee;
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::question::Question;
use kneenote::knowledge::zone::View;
use kneenote::wording::places::PlacesOfCare;
use kneenote::wording::screen::ScreenWords;
use kneenote::wording::{Wording, fill};
use serde::Deserialize;

use crate::answer_set::AnswerSet;
use crate::fixtures::read;
use crate::known::knowledge;
use crate::words::wording;

/// What the app knows.
pub static KNOWLEDGE: LazyLock<&Knowledge> = LazyLock::new(|| knowledge());
/// What the app says.
pub static WORDING: LazyLock<&Wording> = LazyLock::new(wording);

/// The country of all tests.
pub const COUNTRY: &str = "GB";

/// The words of the screens.
pub fn words() -> &'static ScreenWords {
    &WORDING.screen
}

/// The places of care of [`COUNTRY`].
pub fn places() -> PlacesOfCare {
    WORDING.places.of(&[COUNTRY])
}

/// A question of the content.
pub fn question(id: &str) -> &'static Question {
    KNOWLEDGE.question(id).unwrap_or_else(|| panic!("no question {id}"))
}

/// The label of an answer.
pub fn label(finding: &str) -> &'static str {
    &KNOWLEDGE.finding(finding).unwrap_or_else(|| panic!("no finding {finding}")).label
}

/// The headline on the urgency card, when a level may be shown.
pub fn headline(assessment: &Assessment) -> Option<String> {
    assessment.urgency.told()?;
    let rule = KNOWLEDGE.rule(assessment.urgency.first()?.rule.as_str())?;
    Some(places().fill(&rule.headline))
}

/// The name of a step.
pub fn step_name(step: usize) -> &'static str {
    let steps = &words().steps;
    [&steps.place, &steps.safety, &steps.questions, &steps.result][step - 1]
}

/// The name of the button that leads to a step.
pub fn step_button(step: usize) -> String {
    fill(&words().steps.go_to, &[("number", &step.to_string()), ("step", step_name(step))])
}

/// The name of the button that shows a view of the knee.
pub fn view_button(view: View) -> String {
    let picker = &words().picker;
    let label = match view {
        View::Front => &picker.view_front,
        View::Outer => &picker.view_outer,
        View::Inner => &picker.view_inner,
        View::Back => &picker.view_back,
    };
    fill(&picker.view_named, &[("view", label)])
}

/// The line above a step that says where one is.
pub fn step_line(step: usize) -> String {
    fill(&words().steps.step_of, &[("number", &step.to_string()), ("step", step_name(step))])
}

/// How a place is called on the screen.
#[derive(Deserialize)]
struct ZoneOnScreen(String, String, String, String);

fn zone(id: &str) -> &'static ZoneOnScreen {
    static ZONES: LazyLock<Vec<ZoneOnScreen>> = LazyLock::new(|| read("zones_on_screen.ron"));
    ZONES.iter().find(|zone| zone.0 == id).unwrap_or_else(|| panic!("zones_on_screen.ron does not name {id}"))
}

fn knee_name(knee: Knee) -> &'static str {
    if knee == Knee::Left { "Left knee" } else { "Right knee" }
}

/// The name of a zone of one knee, as in the picture.
pub fn zone_name(knee: Knee, id: &str) -> String {
    format!("{}, {}", knee_name(knee), zone(id).1)
}

/// The name of the list that holds a zone, and of its row there.
pub fn list_of(knee: Knee, id: &str) -> (String, String) {
    let ZoneOnScreen(_, _, list, row) = zone(id);
    (format!("{list}, {}", knee_name(knee)), row.clone())
}

/// The fold in which that list stands.
pub fn lists_with(id: &str) -> &'static str {
    let place = &words().place;
    if zone(id).2 == place.list_buttons { &place.cannot_point } else { &place.from_list }
}

/// The check cases as checks; what they do not say of the questions on the cards is No.
pub fn check_cases() -> Vec<(String, Check)> {
    read::<Vec<AnswerSet>>("check_cases.ron").into_iter().map(|case| (case.id.clone(), filled(&case))).collect()
}

fn filled(case: &AnswerSet) -> Check {
    const ASKED: [&str; 8] =
        ["q_safety_now", "q_onset", "q_when", "q_feel", "q_makes_worse", "q_swell", "q_stiff", "q_history"];
    let mut check = case.check();
    for finding in ASKED.iter().flat_map(|id| question(id).findings()) {
        check.findings.entry(finding.id.clone()).or_insert(Answer::No);
    }
    check
}
