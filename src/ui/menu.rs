//! Settings, keys, about, sources and limits.

use crate::knowledge::known_ids::statements;
use egui::Ui;

use super::screen::{Attention, ReadModel};
use super::widgets::button::Button;
use super::widgets::fold::fold;
use super::widgets::select::select;
use super::widgets::{card, heading, text};
use crate::app::command::{Command, Setting};
use crate::app::screen::Screen;
use crate::store::settings::{KeepAnswers, Motion, TEXT_SIZES, ThemePreference};
use crate::ui::icons::Icon;
use crate::wording::fill;

/// The menu as a screen of its own: nothing to open over other things, nothing to lose behind it.
pub fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().menu;
    heading::heading(ui, 1, &words.title);
    if Button::secondary(&model.words().buttons.close_menu).icon(Icon::ArrowBack).show(ui).clicked() {
        model.send(Command::Back);
    }
    if model.attention == Attention::Country {
        country(ui, model);
    }
    answers(ui, model);
    settings(ui, model);
    fold(ui, "keys", &words.keys, false, |ui| {
        for (key, does) in &words.key_rows {
            text::bold(ui, key);
            text::body(ui, does);
        }
    });
    fold(ui, "about", &words.about, false, |ui| about(ui, model));
}

fn answers(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = model.words();
    heading::heading(ui, 2, &words.menu.answers);
    ui.horizontal_wrapped(|ui| {
        for (label, command, shown) in [
            (&words.buttons.undo, Command::Undo, model.can_undo),
            (&words.buttons.redo, Command::Redo, model.can_redo),
            (&words.earlier.title, Command::GoTo(Screen::Earlier), true),
            (&words.buttons.again, Command::StartAgain, true),
            (&words.buttons.delete, Command::Delete, true),
        ] {
            if shown && Button::secondary(label).show(ui).clicked() {
                model.send(command);
            }
        }
    });
}

fn settings(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().menu;
    let settings = model.settings;
    let sizes: Vec<String> =
        TEXT_SIZES.iter().map(|size| fill(&words.text_size_named, &[("size", &size.to_string())])).collect();
    let chosen = TEXT_SIZES.iter().position(|size| *size == settings.text_size_percent).unwrap_or(0);
    if let Some(size) =
        select(ui, "text size", &words.text_size, None, &sizes, chosen).and_then(|at| TEXT_SIZES.get(at))
    {
        model.send(Command::Set(Setting::TextSize(*size)));
    }
    let looks = [&words.look_system, &words.look_light, &words.look_dark, &words.look_hc_dark, &words.look_hc_light];
    let chosen = ThemePreference::ALL.iter().position(|look| *look == settings.look).unwrap_or(0);
    if let Some(look) =
        select(ui, "look", &words.look, None, &looks, chosen).and_then(|at| ThemePreference::ALL.get(at))
    {
        model.send(Command::Set(Setting::Theme(*look)));
    }
    let chosen = usize::from(settings.motion == Motion::Less);
    if let Some(at) = select(ui, "motion", &words.motion, None, &[&words.motion_full, &words.motion_less], chosen) {
        model.send(Command::Set(Setting::Motion(if at == 1 { Motion::Less } else { Motion::Full })));
    }
    if model.attention != Attention::Country {
        country(ui, model);
    }
    let chosen = usize::from(settings.keep_answers == KeepAnswers::DoNotKeep);
    if let Some(at) = select(ui, "keep", &words.keep, None, &[&words.keep_yes, &words.keep_no], chosen) {
        let keep = if at == 1 { KeepAnswers::DoNotKeep } else { KeepAnswers::Keep };
        model.send(Command::Set(Setting::Keep(keep)));
    }
}

/// The country; above all else for who comes here to choose it.
fn country(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().menu;
    let countries: Vec<&str> = model.wording.places.all().map(|places| places.name.as_str()).collect();
    let chosen = model.wording.places.all().position(|places| places.country == model.places.country).unwrap_or(0);
    let number = fill(&words.country_now, &[("number", &model.places.emergency_number)]);
    if let Some(places) = select(ui, "country", &words.country, Some(&number), &countries, chosen)
        .and_then(|at| model.wording.places.all().nth(at))
    {
        model.send(Command::Set(Setting::Country(places.country.clone())));
    }
}

/// How often the right cause was found, beside what others reached.
fn record(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().menu;
    let record = &model.knowledge.record;
    let cases = record.cases.to_string();
    heading::heading(ui, 3, &words.record);
    card::card(ui, |ui| {
        text::body(ui, &fill(&words.record_cases, &[("cases", &cases)]));
        for (sentence, share) in [
            (&words.record_first, record.first),
            (&words.record_three, record.first_three),
            (&words.record_named, record.first_three_or_named),
        ] {
            text::bold(ui, &fill(sentence, &[("right", &share.right.to_string()), ("cases", &cases)]));
            let range = [("least", &*share.least_in_100.to_string()), ("most", &*share.most_in_100.to_string())];
            text::hint(ui, &fill(&words.record_range, &range));
        }
        text::body(ui, &words.record_used);
        text::bold(ui, &words.record_others);
        for other in &model.knowledge.about.others {
            text::body(ui, &other.text);
            let sources = other.sources.iter().filter_map(|id| model.knowledge.source(id.as_str()));
            for source in sources {
                text::hint(ui, &source.title);
            }
        }
    });
}

fn about(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().menu;
    let about = &model.knowledge.about;
    text::body(ui, &fill(&words.version, &[("version", env!("CARGO_PKG_VERSION")), ("content", &about.content)]));
    text::bold(ui, &words.disclaimer);
    text::body(ui, &model.knowledge.article.disclaimer);
    for bullet in model.knowledge.article.bullets.iter().filter(|bullet| bullet.id == statements::DISCLAIMER) {
        text::body(ui, &bullet.shown);
    }
    record(ui, model);
    for (title, lines) in [
        (&words.limits, &about.limits),
        (&words.not_checked, &about.not_checked),
        (&words.sign_off, &about.sign_off),
        (&words.privacy, &about.privacy),
    ] {
        heading::heading(ui, 3, title);
        for line in lines {
            text::body(ui, line);
        }
    }
    for case in &about.not_made_for {
        text::bold(ui, &case.title);
        text::body(ui, &model.places.fill(&case.text));
    }
    fold(ui, "sources", &words.sources, false, |ui| {
        for source in &model.knowledge.sources {
            text::hint(
                ui,
                &fill(
                    &words.source_row,
                    &[("code", source.id.as_str()), ("grade", source.grade.word()), ("title", &source.title)],
                ),
            );
        }
    });
}
