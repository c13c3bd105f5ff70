//! Settings, keys, about, sources and limits.

use crate::knowledge::known_ids::statements;
use egui::Ui;

use super::read_model::ReadModel;
use super::widgets::button::Button;
use super::widgets::choice::choose;
use super::widgets::fold::fold;
use super::widgets::select::select;
use super::widgets::{card, heading, text};
use crate::session::command::{Command, Setting};
use crate::session::screen::Screen;
use crate::session::state::Attention;
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
    runs(ui, model);
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
            (&words.buttons.ask_everything, Command::AskEverything, true),
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

fn runs(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.wording.runs;
    heading::heading(ui, 2, &words.menu.title);
    ui.horizontal_wrapped(|ui| {
        for (label, screen) in
            [(&words.title, Screen::Runs), (&words.menu.diary, Screen::Diary), (&words.menu.way_back, Screen::WayBack)]
        {
            if Button::secondary(label).show(ui).clicked() {
                model.send(Command::GoTo(screen));
            }
        }
    });
}

fn settings(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().menu;
    let settings = model.settings;
    let mut new: Vec<Setting> = Vec::new();
    let sizes = TEXT_SIZES.map(|size| (size, fill(&words.text_size_named, &[("size", &size.to_string())])));
    new.extend(pick(ui, "text size", &words.text_size, &sizes, settings.text_size_percent).map(Setting::TextSize));
    let looks = [
        (ThemePreference::System, &words.look_system),
        (ThemePreference::Light, &words.look_light),
        (ThemePreference::Dark, &words.look_dark),
        (ThemePreference::HighContrastDark, &words.look_hc_dark),
        (ThemePreference::HighContrastLight, &words.look_hc_light),
    ];
    new.extend(pick(ui, "look", &words.look, &looks, settings.theme).map(Setting::Theme));
    let motions = [(Motion::Full, &words.motion_full), (Motion::Less, &words.motion_less)];
    new.extend(pick(ui, "motion", &words.motion, &motions, settings.motion).map(Setting::Motion));
    if model.attention != Attention::Country {
        country(ui, model);
    }
    let keep = [(KeepAnswers::Keep, &words.keep_yes), (KeepAnswers::DoNotKeep, &words.keep_no)];
    new.extend(pick(ui, "keep", &words.keep, &keep, settings.keep_answers).map(Setting::Keep));
    for setting in new {
        model.send(Command::Set(setting));
    }
}

/// A setting with its choices; the value that was newly chosen.
fn pick<T: Copy + PartialEq>(
    ui: &mut Ui,
    id_salt: &str,
    label: &str,
    choices: &[(T, impl AsRef<str>)],
    chosen: T,
) -> Option<T> {
    choose(choices, Some(chosen), |labels, at| select(ui, id_salt, label, None, labels, at))
}

/// The country; above all else for who comes here to choose it.
fn country(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().menu;
    let countries: Vec<_> = model.wording.places.all().map(|places| (&places.country, &places.name)).collect();
    let number = fill(&words.country_now, &[("number", &model.places.emergency_number)]);
    let picked = choose(&countries, Some(&model.places.country), |labels, at| {
        select(ui, "country", &words.country, Some(&number), labels, at)
    });
    if let Some(country) = picked {
        model.send(Command::Set(Setting::Country(country.clone())));
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
        for (sentence, share) in [(&words.full_first, record.full_first), (&words.full_three, record.full_first_three)]
        {
            let sets = record.full_sets.to_string();
            text::body(ui, &fill(sentence, &[("right", &share.right.to_string()), ("cases", &sets)]));
        }
        for (sentence, counted) in [
            (&words.right_well, record.fits_well),
            (&words.right_part, record.fits_in_part),
            (&words.right_little, record.fits_a_little),
        ] {
            text::bold(ui, &fill(sentence, &[("right", &counted.right.to_string()), ("of", &counted.of.to_string())]));
            let range = [("least", &*counted.least_in_100.to_string()), ("most", &*counted.most_in_100.to_string())];
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
