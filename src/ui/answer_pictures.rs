//! Answers as a few pictures of which one is picked; then what it holds opens as short words.

use egui::Ui;

use super::answer_chips;
use super::read_model::ReadModel;
use super::widgets::pictures::{Picture, pictures};
use super::widgets::text;
use crate::check::answer::Answer;
use crate::check::edit::Edit;
use crate::knowledge::question::{AnswerOption, Question};
use crate::ui::icons::Icon;
use crate::ui::theme::GAP;

/// The pictures of a question, what the one that is picked holds, and the answers that belong to none.
pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>, question: &Question) {
    let is_yes = |answer: &AnswerOption| model.said(question, answer.id.as_str()) == Answer::Yes;
    let groups: Vec<_> = question.groups().collect();
    let chosen = groups.iter().position(|(_, answers)| answers.iter().any(is_yes));
    let names: Vec<String> = groups
        .iter()
        .map(|(group, answers)| match answers {
            [only] => only.label.clone(),
            _ => format!("{}: {}", group.title, group.hint),
        })
        .collect();
    let all: Vec<Picture<'_>> = groups
        .iter()
        .zip(&names)
        .map(|((group, _), name)| Picture {
            icon: Icon::of(group.picture),
            title: &group.title,
            hint: &group.hint,
            name,
        })
        .collect();
    let shown = pictures(ui, "pictures", model.question_text(question), &all, chosen);
    for (group, _) in shown.seen.iter().filter_map(|at| groups.get(*at)) {
        group.names.iter().for_each(|id| model.see(id.clone()));
    }
    let picked = shown.picked.and_then(|at| groups.get(at)).and_then(|(group, _)| group.picks.clone());
    if let Some(picked) = picked {
        model.edit(Edit::Choose(question.id.clone(), picked, model.seen.clone()));
    }
    if let Some((group, answers)) = chosen.and_then(|at| groups.get(at)).filter(|(_, answers)| answers.len() > 1) {
        ui.add_space(GAP / 2.0);
        text::bold(ui, &model.words().questions.which_of);
        answer_chips::of_picture(ui, model, question, &answers.iter().collect::<Vec<_>>(), group.picks.as_ref());
    }
    rest(ui, model, question);
}

/// The answers that no picture holds: "I do not know".
fn rest(ui: &mut Ui, model: &ReadModel<'_>, question: &Question) {
    let is_held = |answer: &&AnswerOption| question.groups().any(|(_, held)| held.iter().any(|of| of.id == answer.id));
    let rest: Vec<&AnswerOption> = question.options.iter().filter(|answer| !is_held(answer)).collect();
    if !rest.is_empty() {
        answer_chips::of_picture(ui, model, question, &rest, None);
    }
}
