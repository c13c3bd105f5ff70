//! Earlier checks: a list of those that are not being answered any more.

use std::path::PathBuf;

use egui::Ui;

use super::drafts::TextBox;
use super::read_model::ReadModel;
use super::widgets::button::Button;
use super::widgets::long_list::long_list;
use super::widgets::text_field::TextField;
use super::widgets::{card, focus, heading, sheet_text, text};
use crate::note::page::WIDTH;
use crate::note::since::NotCompared;
use crate::plain_text::beginning;
use crate::session::command::{Command, EarlierCommand};
use crate::session::state::Comparison;
use crate::session::status::sore_knee;
use crate::store::earlier::{Earlier, LONGEST_NAME};
use crate::store::settings::KeepAnswers;
use crate::ui::icons::Icon;
use crate::wording::fill;

/// About how high a row is.
const ROW: f32 = 150.0;

/// Which one is getting another name.
#[derive(Debug, Default)]
pub struct EarlierList {
    renaming: Option<PathBuf>,
    /// The field has just appeared, and focus goes there.
    is_new: bool,
}

impl EarlierList {
    /// The list as a screen of its own.
    pub fn show(&mut self, ui: &mut Ui, model: &ReadModel<'_>) {
        let words = &model.words().earlier;
        heading::heading(ui, 1, &words.title);
        if Button::secondary(&words.close).icon(Icon::ArrowBack).show(ui).clicked() {
            self.renaming = None;
            model.send(Command::Back);
        }
        if model.earlier.is_empty() {
            let is_kept = model.settings.keep_answers == KeepAnswers::Keep;
            text::body(ui, if is_kept { &words.none } else { &words.none_not_kept });
            return;
        }
        text::body(ui, &words.lead);
        long_list(ui, "earlier checks", model.earlier.len(), ROW, |ui, at| {
            if let Some(earlier) = model.earlier.get(at) {
                card::card(ui, |ui| self.row(ui, model, earlier));
            }
        });
    }

    fn row(&mut self, ui: &mut Ui, model: &ReadModel<'_>, earlier: &Earlier) {
        let words = &model.words().earlier;
        let name = if earlier.name.name.is_empty() { &words.unnamed } else { &earlier.name.name };
        let date = earlier.name.made.map_or_else(|| words.no_date.clone(), |made| model.date(made));
        let knee = earlier.name.side.map(|side| sore_knee(model.words(), side));
        let knee = knee.as_ref().unwrap_or(&words.no_knee);
        let when = fill(&words.when, &[("date", &date), ("knee", knee)]);
        text::bold(ui, name);
        text::hint(ui, &when);
        if self.renaming.as_ref() == Some(&earlier.path) {
            self.rename(ui, model, earlier);
            return;
        }
        let what = fill(&words.what, &[("name", name), ("when", &when)]);
        let named = |text: &str| fill(text, &[("what", &what)]);
        ui.horizontal_wrapped(|ui| {
            if Button::secondary(&words.open).named(&named(&words.open_named)).show(ui).clicked() {
                model.send(Command::Earlier(EarlierCommand::Open(earlier.path.clone())));
            }
            if Button::quiet(&words.compare).named(&named(&words.compare_named)).show(ui).clicked() {
                model.send(Command::Earlier(EarlierCommand::Compare(earlier.path.clone())));
            }
            if Button::quiet(&words.rename).named(&named(&words.rename_named)).show(ui).clicked() {
                model.drafts.set(TextBox::EarlierName, earlier.name.name.clone(), String::new());
                self.renaming = Some(earlier.path.clone());
                self.is_new = true;
            }
            if Button::quiet(&words.delete).named(&named(&words.delete_named)).show(ui).clicked() {
                model.send(Command::Earlier(EarlierCommand::Delete(earlier.path.clone())));
            }
        });
        if let Some(comparison) = model.comparison.filter(|comparison| comparison.path == earlier.path) {
            compared(ui, model, comparison);
        }
    }

    fn rename(&mut self, ui: &mut Ui, model: &ReadModel<'_>, earlier: &Earlier) {
        let words = &model.words().earlier;
        let mut name = model.drafts.text(&TextBox::EarlierName, String::new(), || earlier.name.name.clone());
        let field = TextField::line(&words.name).hint(&words.name_hint).show(ui, "earlier name", &mut name);
        if field.changed() {
            name.truncate(beginning(&name, LONGEST_NAME).len());
            model.drafts.set(TextBox::EarlierName, name.clone(), String::new());
        }
        if std::mem::take(&mut self.is_new) {
            focus::go_to(&field);
        }
        ui.horizontal_wrapped(|ui| {
            if Button::secondary(&words.keep_name).show(ui).clicked() {
                self.renaming = None;
                model.send(Command::Earlier(EarlierCommand::Rename(earlier.path.clone(), name)));
            }
            if Button::quiet(&words.leave_name).show(ui).clicked() {
                self.renaming = None;
            }
        });
    }
}

/// What is other now than in an earlier check.
fn compared(ui: &mut Ui, model: &ReadModel<'_>, comparison: &Comparison) {
    let words = &model.words().earlier;
    match &comparison.text {
        Ok(text) => {
            card::sheet(ui, |ui| sheet_text::page(ui, text.trim_end(), WIDTH));
            if Button::secondary(&words.copy_comparison).show(ui).clicked() {
                model.send(Command::Earlier(EarlierCommand::CopyComparison));
            }
        }
        Err(NotCompared::OtherKnee) => _ = text::body(ui, &words.other_knee),
    }
}
