//! What the app knows and says, as tests ask for it.

use std::sync::LazyLock;

use kneenote::assess::Assessment;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::spot::{Knee, Side};
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::question::Question;
use kneenote::knowledge::zone::View;
use kneenote::ui::where_it_hurts::row_label;
use kneenote::wording::places::PlacesOfCare;
use kneenote::wording::screen::ScreenWords;
use kneenote::wording::{Wording, fill};

use crate::answer_set::AnswerSet;
use crate::fixtures::read;
use crate::known::knowledge;
use crate::words::wording;
use crate::world::TODAY;

/// What the app knows.
pub static KNOWLEDGE: LazyLock<&Knowledge> = LazyLock::new(knowledge);
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
    assessment.urgency.shown()?;
    let rule = KNOWLEDGE.rule(assessment.urgency.first()?.rule.as_str())?;
    Some(places().fill(&rule.headline))
}

/// The name of a step.
pub fn step_name(step: usize) -> &'static str {
    let steps = &words().steps;
    [&steps.safety, &steps.place, &steps.questions, &steps.result][step - 1]
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

/// The name of a zone of one knee, as in the picture.
pub fn zone_name(knee: Knee, zone: &str) -> String {
    let mut place = KNOWLEDGE.zone(zone).unwrap().name.clone();
    let first = place[..1].to_lowercase();
    place.replace_range(..1, &first);
    let app = &words().app;
    let knee = if knee == Knee::Left { &app.knee_left_short } else { &app.knee_right_short };
    fill(&words().picker.zone_name, &[("knee", knee), ("place", &place)])
}

/// The name of the list that holds a zone, and of its row there.
pub fn list_of(side: Option<Side>, knee: Knee, zone: &str) -> (String, String) {
    let zone = KNOWLEDGE.zone(zone).unwrap();
    let place = &words().place;
    let titles = [&place.list_front, &place.list_outer, &place.list_inner, &place.list_back];
    let at = zone.seen.first().and_then(|seen| View::ALL.iter().position(|view| *view == seen.view));
    let by_name = titles.iter().find(|title| zone.name.starts_with(&format!("{title}, ")));
    let group = by_name.copied().unwrap_or_else(|| at.map_or(&place.list_buttons, |at| titles[at]));
    let app = &words().app;
    let knee = if knee == Knee::Left { &app.knee_left_short } else { &app.knee_right_short };
    let both = fill(&place.list_of, &[("group", group), ("knee", knee)]);
    let alone = if group == &place.list_back { &place.list_back_alone } else { group };
    (if side == Some(Side::Both) { both } else { alone.clone() }, row_label(zone, group))
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
