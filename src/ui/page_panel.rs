//! The page for the visit: own words, the preview with its meter, and saving it.

use std::ffi::OsStr;
use std::path::Path;

use egui::Ui;

use super::read_model::ReadModel;
use super::widgets::button::Button;
use super::widgets::choice::choose;
use super::widgets::fold::{fold, fold_held};
use super::widgets::text_field::TextField;
use super::widgets::{card, focus, heading, meter, radio_group, sheet_text, text};
use crate::check::edit::Edit;
use crate::check::{Compared, MOST_ACTIVITIES, MOST_CHARACTERS, MOST_QUESTIONS, Topic};
use crate::desktop::save_note::SaveError;
use crate::note::page::{LINES, WIDTH};
use crate::session::command::Command;
use crate::session::document::Document;
use crate::session::state::SaveState;
use crate::ui::icons::Icon;
use crate::wording::fill;
use crate::wording::screen::PageWords;

/// Whether the page itself is seen from the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preview {
    /// Folded: other things stand above.
    Folded,
    /// Open: it has a column of its own.
    Open,
}

/// All that belongs to the page for the visit.
pub fn show(ui: &mut Ui, model: &ReadModel<'_>, at_first: Preview) {
    let words = &model.words().page;
    heading::heading(ui, 2, &words.title);
    fold(ui, "own words", &words.own_words, false, |ui| own_words(ui, model));
    preview(ui, model, at_first);
    save(ui, model);
}

fn own_words(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().page;
    text::hint(ui, &words.own_words_hint);
    topic(ui, model, Topic::Why, &words.why);
    topic(ui, model, Topic::Goal, &words.goal);
    text::bold(ui, &words.activities);
    text::hint(ui, &words.activity_hint);
    for at in 0..MOST_ACTIVITIES {
        let stored = model.check.activities.get(at);
        let label = fill(&words.activity, &[("number", &(at + 1).to_string())]);
        let mut name = stored.map_or_else(String::new, |activity| activity.name.clone());
        let field = TextField::line(&label).most(MOST_CHARACTERS, &words.box_full);
        if field.show(ui, &format!("activity {at}"), &mut name).changed() {
            model.edit(Edit::ActivityName(at, name));
        }
        if let Some(activity) = stored.filter(|activity| !activity.name.is_empty()) {
            let label = fill(&words.activity_can, &[("name", &activity.name)]);
            let chosen = activity.can.map(usize::from);
            if let Some(can) = radio_group::scale(
                ui,
                &format!("can {at}"),
                &label,
                (&words.activity_least, &words.activity_most),
                chosen,
            ) {
                model.edit(Edit::ActivityCan(at, can as u8));
            }
        }
    }
    for (of, label) in [
        (Topic::Think, &words.think),
        (Topic::Worry, &words.worry),
        (Topic::Hope, &words.hope),
        (Topic::Past, &words.past),
    ] {
        topic(ui, model, of, label);
    }
    text::bold(ui, &words.questions);
    for at in 0..MOST_QUESTIONS {
        let label = fill(&words.question, &[("number", &(at + 1).to_string())]);
        let mut question = model.check.questions.get(at).cloned().unwrap_or_default();
        let field = TextField::line(&label).most(MOST_CHARACTERS, &words.box_full);
        if field.show(ui, &format!("question {at}"), &mut question).changed() {
            model.edit(Edit::QuestionForVisit(at, question));
        }
    }
    text::bold(ui, &words.compared);
    let choices = [(Compared::Shown, &words.compared_yes), (Compared::LeftOut, &words.compared_no)];
    let picked = choose(&choices, Some(model.check.compared), |labels, at| {
        radio_group::segments(ui, "compared", &words.compared, labels, at)
    });
    if let Some(compared) = picked {
        model.edit(Edit::Compared(compared));
    }
}

fn topic(ui: &mut Ui, model: &ReadModel<'_>, of: Topic, label: &str) {
    let words = &model.words().page;
    let mut content = model.check.words.get(&of).cloned().unwrap_or_default();
    let field = TextField::paragraph(label, 2).most(MOST_CHARACTERS, &words.box_full);
    if field.show(ui, &format!("{of:?}"), &mut content).changed() {
        model.edit(Edit::Words(of, content));
    }
}

/// The page as it will be saved, byte for byte, with how full it is.
pub fn preview(ui: &mut Ui, model: &ReadModel<'_>, at_first: Preview) {
    let words = &model.words().page;
    let id = ui.make_persistent_id("preview is open");
    let mut is_open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(at_first == Preview::Open);
    // The page stands below its fold, not inside: it needs the whole width.
    fold_held(ui, "preview", &words.preview, &mut is_open, |_| {});
    ui.data_mut(|data| data.insert_temp(id, is_open));
    let (lines, count) = (model.page.lines.to_string(), model.page.words.to_string());
    if is_open {
        card::sheet(ui, |ui| sheet_text::page(ui, model.page.whole().trim_end(), WIDTH));
    }
    // A bar never stands without its sentence; what was left out, and own words that were cut, are told also while the
    // page is folded.
    let note = &model.wording.note;
    let left_out = model.page.left_out.iter().map(|section| section.name(note));
    let cut = model.page.cut.iter().filter(|cut| is_open || cut.is_own_words());
    let names: Vec<_> = left_out.chain(cut.map(|cut| cut.name(note))).collect();
    let said = if !names.is_empty() {
        let left_out = [("lines", lines.as_str()), ("words", &count), ("list", &names.join(", "))];
        fill(&words.meter_left_out, &left_out)
    } else if is_open {
        fill(&words.meter, &[("lines", &lines), ("words", &count)])
    } else {
        return;
    };
    text::hint(ui, &said);
    meter::meter(ui, model.page.lines as f32 / LINES as f32);
}

fn save(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = model.words();
    if !matches!(model.save, SaveState::Saved(_)) {
        text::hint(ui, &words.page.privacy);
    }
    save_of_page(ui, model);
    if model.saved_text.is_some_and(|saved| saved != model.page.whole()) {
        text::hint(ui, &words.page.changed);
    }
}

/// What happened with saving page or plan.
fn save_of_page(ui: &mut Ui, model: &ReadModel<'_>) {
    if model.save_of != Document::Calendar {
        save_state(ui, model);
    }
}

/// What happened with saving, in place and in full.
pub fn save_state(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = model.words();
    match model.save {
        SaveState::Nothing => {}
        SaveState::Waiting => {
            // What comes next is news, even if it is the same as before.
            ui.data_mut(|data| data.remove_temp::<String>(shown_id()));
            card::note_panel(ui, &words.page.waiting, |ui| {
                if Button::secondary(&words.buttons.stop_waiting).show(ui).clicked() {
                    model.send(Command::StopWaiting);
                }
            });
        }
        SaveState::Saved(path) => show_once(ui, model.save, |ui| saved(ui, model, path)),
        SaveState::Closed => {
            show_once(ui, model.save, |ui| card::note_panel(ui, &words.page.closed, |_| {}).response);
        }
        SaveState::GivenUp => {
            show_once(ui, model.save, |ui| card::note_panel(ui, &words.page.given_up, |_| {}).response);
        }
        SaveState::StillOpen => {
            show_once(ui, model.save, |ui| card::note_panel(ui, &words.page.still_open, |_| {}).response);
        }
        SaveState::NoDialog => problem(ui, model, &words.page.no_dialog, true),
        SaveState::NoFolder => problem(ui, model, &words.page.no_folder, true),
        SaveState::Failed(error) => problem(ui, model, &why_not(&words.page, error), false),
        SaveState::CouldNotOpen(path) => {
            let folder = path.parent().map_or_else(String::new, |folder| folder.display().to_string());
            card::note_panel(ui, &fill(&words.page.could_not_open, &[("folder", &folder)]), |_| {});
        }
    }
}

/// Where the file lies, and how to open it.
fn saved(ui: &mut Ui, model: &ReadModel<'_>, path: &Path) -> egui::Response {
    let words = model.words();
    let panel = card::saved_panel(ui, &words.page.saved, |ui| {
        let name = |part: Option<&OsStr>| part.map_or_else(String::new, |part| part.to_string_lossy().into_owned());
        let file = name(path.file_name());
        let folder = path.parent().map_or_else(String::new, |folder| folder.display().to_string());
        text::body(ui, &fill(&words.page.saved_where, &[("file", &file), ("folder", &folder)]));
        if model.save_of == Document::Calendar {
            text::body(ui, &model.wording.diary.calendar.saved_next);
        } else {
            text::body(ui, &words.page.saved_next);
            text::body(ui, &words.page.privacy);
        }
        ui.horizontal_wrapped(|ui| {
            if Button::secondary(&words.buttons.open_file).show(ui).clicked() {
                model.send(Command::OpenFile(path.to_owned()));
            }
            if Button::secondary(&words.buttons.open_folder).icon(Icon::FolderOpen).show(ui).clicked() {
                model.send(Command::OpenFolder(path.to_owned()));
            }
        });
    });
    panel.response
}

fn why_not(words: &PageWords, error: &SaveError) -> String {
    match error {
        SaveError::NotAllowed => words.not_allowed.clone(),
        SaveError::DiskFull => words.disk_full.clone(),
        SaveError::PlaceGone => words.gone.clone(),
        SaveError::InUse => words.in_use.clone(),
        SaveError::BadName => words.bad_name.clone(),
        SaveError::Other(detail) => fill(&words.other, &[("detail", detail)]),
    }
}

fn problem(ui: &mut Ui, model: &ReadModel<'_>, why: &str, to_documents: bool) {
    let words = model.words();
    show_once(ui, model.save, |ui| {
        card::problem_panel(ui, &words.page.problem, |ui| {
            text::body(ui, &words.page.not_saved);
            text::body(ui, why);
            ui.horizontal_wrapped(|ui| {
                if to_documents {
                    if Button::secondary(&words.buttons.save_to_documents).show(ui).clicked() {
                        model.send(Command::SaveToDocuments);
                    }
                } else if Button::secondary(&words.buttons.save_again).show(ui).clicked() {
                    model.send(match model.save_of {
                        Document::Page => Command::Save,
                        Document::Plan => Command::SavePlan,
                        Document::Calendar => Command::SaveCalendar,
                    });
                }
            });
        })
        .response
    });
}

fn shown_id() -> egui::Id {
    egui::Id::unique("shown save state")
}

/// Brings a new panel into view as a whole and gives its heading, which `add_panel` hands back, the focus; once for
/// each state.
fn show_once(ui: &mut Ui, state: &SaveState, add_panel: impl FnOnce(&mut Ui) -> egui::Response) {
    let panel = ui.scope(add_panel);
    let id = shown_id();
    let now = format!("{state:?}");
    let before = ui.data(|data| data.get_temp::<String>(id));
    if before.as_deref() != Some(&now) {
        let (heading, whole) = (panel.inner, panel.response.rect);
        focus::go_to(&heading);
        // Of a panel that is higher than the window its head comes first.
        let is_whole = whole.height() <= ui.clip_rect().height();
        let (shown, align) = if is_whole { (whole, None) } else { (heading.rect, Some(egui::Align::Min)) };
        // At once: the heading, once it has the focus, would end a slower way with itself just in view.
        ui.scroll_to_rect_animation(shown, align, egui::style::ScrollAnimation::none());
        ui.data_mut(|data| data.insert_temp(id, now));
    }
}
