//! The pain light of a run in words, with its shape; the colour is never alone.

use egui::{Ui, vec2};
use jiff::civil::Date;

use super::super::icons::Icon;
use super::super::read_model::ReadModel;
use super::super::theme;
use super::super::widgets::cells::Ground;
use super::super::widgets::text;
use crate::check::diary::RunPain;
use crate::knowledge::advice::LightColour;
use crate::training::light::{Column, Verdict, Wanted, Why, light, why};
use crate::wording::fill;

/// The side of its shape, in points.
const SHAPE: f32 = 22.0;

/// What a light is called.
pub(super) fn word<'a>(model: &ReadModel<'a>, verdict: &Verdict) -> &'a str {
    let words = &model.wording.diary;
    match verdict {
        Verdict::Final(LightColour::Green) => &words.green,
        Verdict::Final(LightColour::Amber) => &words.amber,
        Verdict::Final(LightColour::Red) => &words.red,
        Verdict::Open { .. } => &words.open,
    }
}

/// What a day with this light stands on.
pub(super) fn ground(verdict: &Verdict) -> Ground {
    match verdict {
        Verdict::Final(LightColour::Green) => Ground::Calm,
        Verdict::Final(LightColour::Amber) => Ground::Warm,
        Verdict::Final(LightColour::Red) => Ground::Stop,
        Verdict::Open { .. } => Ground::Plain,
    }
}

fn icon(verdict: &Verdict) -> Icon {
    match verdict {
        Verdict::Final(LightColour::Green) => Icon::CircleTick,
        Verdict::Final(LightColour::Amber) => Icon::TriangleAlert,
        Verdict::Final(LightColour::Red) => Icon::OctagonAlert,
        Verdict::Open { .. } => Icon::Question,
    }
}

/// Why the run of a day has its light, as the end of a sentence.
pub(super) fn reason(model: &ReadModel<'_>, day: Date, pain: RunPain, column: Column) -> String {
    let words = &model.wording.diary;
    if let Verdict::Open { wants, .. } = light(pain, column) {
        let wants = match wants.as_slice() {
            [Wanted::Morning] if day >= model.today => &words.wants_tomorrow,
            [Wanted::Morning] => &words.wants_morning,
            _ => &words.wants_answers,
        };
        return wants.clone();
    }
    match why(pain, column) {
        Why::Limp => words.why_limp.clone(),
        Why::Swollen => words.why_swollen.clone(),
        Why::WorseNextMorning => words.why_worse.clone(),
        Why::PainInRun(pain) => fill(&words.why_pain, &[("pain", &pain.to_string())]),
        Why::NotBackInAnHour => words.why_not_back.clone(),
        Why::AllQuiet => words.why_quiet.clone(),
        Why::NotAllTold => words.wants_answers.clone(),
    }
}

/// A line in bold behind the shape of a light.
pub(super) fn beside_shape(ui: &mut Ui, verdict: &Verdict, line: &str) {
    ui.horizontal_top(|ui| {
        let (_, place) = ui.allocate_space(vec2(SHAPE, SHAPE));
        icon(verdict).paint(ui, place.center(), SHAPE, theme::tokens_of(ui).text);
        ui.vertical(|ui| text::bold(ui, line));
    });
}
