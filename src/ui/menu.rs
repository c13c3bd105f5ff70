//! Settings, keys, about, sources and limits.

use egui::Ui;

use super::screen::Screen;
use super::widgets::button::Button;
use super::widgets::fold::fold;
use super::widgets::select::select;
use super::widgets::{card, heading, text};
use crate::session::command::{Command, Setting};
use crate::session::place::Place;
use crate::session::state::Attention;
use crate::store::settings::{KeepAnswers, Motion, TEXT_SIZES, ThemePreference};
use crate::ui::icons::Icon;
use crate::wording::fill;

/// The menu as a screen of its own: nothing to open over other things, nothing to lose behind it.
pub fn show(ui: &mut Ui, screen: &Screen<'_>) {
    let words = &screen.words().menu;
    heading::heading(ui, 1, &words.title);
    if Button::secondary(&screen.words().buttons.close_menu).icon(Icon::ArrowBack).show(ui).clicked() {
        screen.send(Command::Back);
    }
    if screen.attention == Attention::Country {
        country(ui, screen);
    }
    answers(ui, screen);
    settings(ui, screen);
    fold(ui, "keys", &words.keys, false, |ui| {
        for (key, does) in &words.key_rows {
            text::bold(ui, key);
            text::body(ui, does);
        }
    });
    fold(ui, "about", &words.about, false, |ui| about(ui, screen));
}

fn answers(ui: &mut Ui, screen: &Screen<'_>) {
    let words = screen.words();
    heading::heading(ui, 2, &words.menu.answers);
    ui.horizontal_wrapped(|ui| {
        for (label, command, shown) in [
            (&words.buttons.undo, Command::Undo, screen.can_undo),
            (&words.buttons.redo, Command::Redo, screen.can_redo),
            (&words.earlier.title, Command::GoTo(Place::Earlier), true),
            (&words.buttons.again, Command::StartAgain, true),
            (&words.buttons.delete, Command::Delete, true),
        ] {
            if shown && Button::secondary(label).show(ui).clicked() {
                screen.send(command);
            }
        }
    });
}

fn settings(ui: &mut Ui, screen: &Screen<'_>) {
    let words = &screen.words().menu;
    let settings = screen.settings;
    let sizes: Vec<String> =
        TEXT_SIZES.iter().map(|size| fill(&words.text_size_named, &[("size", &size.to_string())])).collect();
    let chosen = TEXT_SIZES.iter().position(|size| *size == settings.text_size_percent).unwrap_or(0);
    if let Some(size) =
        select(ui, "text size", &words.text_size, None, &sizes, chosen).and_then(|at| TEXT_SIZES.get(at))
    {
        screen.send(Command::Set(Setting::TextSize(*size)));
    }
    let looks = [&words.look_system, &words.look_light, &words.look_dark, &words.look_hc_dark, &words.look_hc_light];
    let chosen = ThemePreference::ALL.iter().position(|look| *look == settings.look).unwrap_or(0);
    if let Some(look) =
        select(ui, "look", &words.look, None, &looks, chosen).and_then(|at| ThemePreference::ALL.get(at))
    {
        screen.send(Command::Set(Setting::Theme(*look)));
    }
    let chosen = usize::from(settings.motion == Motion::Less);
    if let Some(at) = select(ui, "motion", &words.motion, None, &[&words.motion_full, &words.motion_less], chosen) {
        screen.send(Command::Set(Setting::Motion(if at == 1 { Motion::Less } else { Motion::Full })));
    }
    if screen.attention != Attention::Country {
        country(ui, screen);
    }
    let chosen = usize::from(settings.keep_answers == KeepAnswers::DoNotKeep);
    if let Some(at) = select(ui, "keep", &words.keep, None, &[&words.keep_yes, &words.keep_no], chosen) {
        let keep = if at == 1 { KeepAnswers::DoNotKeep } else { KeepAnswers::Keep };
        screen.send(Command::Set(Setting::Keep(keep)));
    }
}

/// The country; above all else for who comes here to choose it.
fn country(ui: &mut Ui, screen: &Screen<'_>) {
    let words = &screen.words().menu;
    let countries: Vec<&str> = screen.wording.places.all().map(|places| places.name.as_str()).collect();
    let chosen = screen.wording.places.all().position(|places| places.country == screen.places.country).unwrap_or(0);
    let number = fill(&words.country_now, &[("number", &screen.places.emergency_number)]);
    if let Some(places) = select(ui, "country", &words.country, Some(&number), &countries, chosen)
        .and_then(|at| screen.wording.places.all().nth(at))
    {
        screen.send(Command::Set(Setting::Country(places.country.clone())));
    }
}

/// How often the right cause was found, beside what others reached.
fn record(ui: &mut Ui, screen: &Screen<'_>) {
    let words = &screen.words().menu;
    let record = &screen.knowledge.record;
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
        for other in &screen.knowledge.about.others {
            text::body(ui, &other.text);
            let sources = other.sources.iter().filter_map(|id| screen.knowledge.source(id.as_str()));
            for source in sources {
                text::hint(ui, &source.title);
            }
        }
    });
}

fn about(ui: &mut Ui, screen: &Screen<'_>) {
    let words = &screen.words().menu;
    let about = &screen.knowledge.about;
    text::body(ui, &fill(&words.version, &[("version", env!("CARGO_PKG_VERSION")), ("content", &about.content)]));
    text::bold(ui, &words.disclaimer);
    text::body(ui, &screen.knowledge.article.disclaimer);
    for bullet in screen.knowledge.article.bullets.iter().filter(|bullet| bullet.id == "SB36") {
        text::body(ui, &bullet.shown);
    }
    record(ui, screen);
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
        text::body(ui, &screen.places.fill(&case.text));
    }
    fold(ui, "sources", &words.sources, false, |ui| {
        for source in &screen.knowledge.sources {
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
