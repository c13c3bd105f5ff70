//! What the answers come to so far, beside the questions: how urgent it is, what fits best, what is still needed.

use egui::Ui;

use super::super::read_model::ReadModel;
use super::super::result;
use super::super::widgets::text;
use crate::assess::ranking::Fit;
use crate::knowledge::rule::Level;
use crate::wording::fill;

/// Space between its lines, in points: of a long name two have to fit.
const LINE_GAP: f32 = 2.0;

/// At most five lines, in room that is always there: nothing moves as they change.
pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().so_far;
    let assessment = model.assessment;
    ui.spacing_mut().item_spacing.y = LINE_GAP;
    text::bold(ui, &words.title);
    let level = assessment.urgency.told().map(|level| result::level_word(model, level));
    text::hint(ui, level.unwrap_or(&model.words().result.needs));
    if assessment.urgency.level == Level::Emergency {
        return;
    }
    match assessment.urgency.needed().len() {
        0 => {}
        1 => _ = text::hint(ui, &words.needed_one),
        many => _ = text::hint(ui, &fill(&words.needed, &[("count", &many.to_string())])),
    }
    // As on the result: no cause while the level is not told, beside what is urgent, or where nothing fits.
    let best = assessment.best_shown().filter(|best| best.fit < Fit::ALittle);
    let best = best.filter(|best| assessment.could_be().any(|cause| cause.cause == best.cause));
    if let Some(best) = best.filter(|_| assessment.urgency.told().is_some_and(|level| level > Level::Urgent)) {
        text::hint(ui, &fill(&words.fits, &[("cause", result::cause_name(model, &best.cause))]));
    }
}
