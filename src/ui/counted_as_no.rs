//! What was counted as No because it was not ticked, with the way back.

use egui::Ui;

use super::read_model::ReadModel;
use super::widgets::button::Button;
use super::widgets::text;
use crate::session::command::Command;
use crate::wording::fill;

/// So many answers that were not ticked are named; the rest is counted.
const NAMED: usize = 3;

/// Says it, where it happened on the screen before.
pub fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    let Some(counted) = model.counted_as_no else { return };
    let words = model.words();
    let mut names: Vec<String> = counted
        .findings
        .iter()
        .filter_map(|id| model.knowledge.finding(id.as_str()))
        .map(|finding| finding.label.clone())
        .collect();
    let rest = names.len().saturating_sub(NAMED);
    if rest > 0 {
        names.truncate(NAMED);
        names.push(fill(&words.questions.counted_more, &[("count", &rest.to_string())]));
    }
    if !names.is_empty() {
        text::hint(ui, &fill(&words.questions.counted_as_no, &[("list", &names.join("; "))]));
    }
    match counted.still_open {
        0 => {}
        1 => _ = text::hint(ui, &words.questions.not_counted_one),
        many => _ = text::hint(ui, &fill(&words.questions.not_counted, &[("count", &many.to_string())])),
    }
    if Button::quiet(&words.buttons.change).show(ui).clicked() {
        model.send(Command::GoTo(counted.screen.clone()));
    }
}
