//! Settings: carried out at once and kept.

use egui::ViewportCommand;

use super::App;
use super::fit::{fit, zoom_of};
use crate::session::command::Setting;
use crate::session::effect::{Done, Event};
use crate::session::status::Notice;
use crate::store::autosave::Autosave;
use crate::store::save_error::SaveError;
use crate::store::settings::{KeepAnswers, Settings, TEXT_SIZES, ThemePreference, WindowPlace};
use crate::ui::theme::{self, Theme};
use crate::wording::Wording;
use crate::wording::places::PlacesOfCare;

impl App {
    pub(super) fn set(&mut self, setting: Setting, ctx: &egui::Context) {
        let settings = &mut self.disk.settings;
        match setting {
            Setting::TextSize(percent) => settings.text_size_percent = percent,
            Setting::Theme(theme) => settings.theme = theme,
            Setting::Motion(motion) => settings.motion = motion,
            Setting::Country(country) => {
                settings.country = Some(country);
                let wording = &self.session.content().wording;
                let places = places_of(settings, &self.system.countries, wording);
                self.session.set_places(places);
            }
            Setting::Keep(keep) => self.choose_keeping(keep),
        }
        self.show_settings(ctx);
        self.keep_settings();
    }

    /// The runner chose here whether answers are kept. Every running copy knows of it before anything is written or
    /// deleted; what was deleted elsewhere is kept again because it was asked for.
    fn choose_keeping(&mut self, keep: KeepAnswers) {
        let wanted = Settings { keep_answers: keep, ..self.disk.settings.clone() };
        let is_told = self.disk.folders.as_ref().is_none_or(|folders| wanted.keep(folders).is_ok());
        if is_told {
            self.disk.known_choice = keep;
        } else if keep == KeepAnswers::Keep && !self.is_choice_unsaid() {
            self.session.tell(Notice::StillNotKept);
            return;
        }
        let is_forgotten = !is_told && keep == KeepAnswers::DoNotKeep;
        self.session.tell(if is_forgotten { Notice::ChoiceNotRemembered } else { Notice::Nothing });
        if let Event::RunLogRead(Ok(text)) = self.open_run_log() {
            self.session.hold_runs(text.as_deref());
        }
        self.disk.settings = wanted;
        if keep == KeepAnswers::Keep {
            if let Some(text) = self.session.run_log_text() {
                self.keep_run_log(text);
            }
            self.session.keep_from_now();
            self.disk.with_autosave(Autosave::adopt);
        }
        self.keep_or_forget();
    }

    /// Whether no choice about keeping answers stands on the disk.
    fn is_choice_unsaid(&self) -> bool {
        self.disk.folders.as_ref().is_none_or(|folders| Settings::look(folders) == Ok(None))
    }

    /// Goes with what another running copy was told about keeping answers since we looked: the newest choice counts.
    pub(super) fn follow_choice(&mut self) {
        let found = self.disk.folders.as_ref().and_then(|folders| Settings::look(folders).ok().flatten());
        let newest = found.map(|found| found.keep_answers).filter(|newest| *newest != self.disk.known_choice);
        let Some(newest) = newest else { return };
        self.disk.known_choice = newest;
        if self.disk.settings.keep_answers == newest {
            return;
        }
        self.disk.settings.keep_answers = newest;
        self.session.tell(match newest {
            KeepAnswers::Keep => Notice::KeepingElsewhere,
            KeepAnswers::DoNotKeep => Notice::NotKeepingElsewhere,
        });
        match newest {
            // What goes wrong there is told in place of it.
            KeepAnswers::Keep => self.keep_or_forget(),
            // The other copy deleted what was on the disk.
            KeepAnswers::DoNotKeep => self.disk.list_earlier(),
        }
    }

    fn keep_or_forget(&mut self) {
        match self.disk.settings.keep_answers {
            KeepAnswers::Keep => {
                self.keep();
                // Who changes their mind before closing has lost nothing.
                let forgotten = std::mem::take(&mut self.disk.forgotten);
                if self.disk.put_back(&forgotten).is_none() {
                    self.disk.forgotten = forgotten;
                    self.session.tell(Notice::NotBack);
                }
            }
            KeepAnswers::DoNotKeep => {
                let (mut copies, done) = self.delete_kept();
                self.disk.forgotten.append(&mut copies);
                if done == Done::No {
                    self.session.tell(Notice::NotDeleted);
                }
            }
        }
        self.disk.list_earlier();
    }

    /// Hands the answers as they are to the autosave.
    pub(super) fn keep(&self) {
        self.disk.keep(self.session.kept_text());
    }

    pub(super) fn show_settings(&self, ctx: &egui::Context) {
        self.show_text_size(ctx);
        theme::apply(ctx, self.theme(ctx), self.disk.settings.motion);
    }

    /// Shows text as large as was chosen, and as the window has room for.
    pub(super) fn show_text_size(&self, ctx: &egui::Context) {
        let window = ctx.content_rect().size() * ctx.zoom_factor();
        ctx.set_zoom_factor(zoom_of(self.disk.settings.text_size_percent, window));
    }

    /// The text size of the menu that is so many steps larger.
    pub(super) fn text_size(&self, larger: isize) -> u16 {
        let now = TEXT_SIZES.iter().position(|size| *size == self.disk.settings.text_size_percent).unwrap_or(0);
        let wanted = now.saturating_add_signed(larger).min(TEXT_SIZES.len() - 1);
        TEXT_SIZES.get(wanted).copied().unwrap_or(self.disk.settings.text_size_percent)
    }

    /// Makes the window fit its screen, once: it may have been on a larger one.
    pub(super) fn fit_window(&mut self, ctx: &egui::Context) {
        let seen = ctx.input(|input| {
            let window = input.viewport();
            let is_usual = [window.maximized, window.fullscreen].iter().all(|state| *state != Some(true));
            let screen = window.monitor_size.filter(|screen| is_usual && screen.min_elem() > 0.0)?;
            let inner = window.inner_rect.map_or_else(|| input.content_rect().size(), |inner| inner.size());
            Some((screen, inner, window.outer_rect))
        });
        let Some((screen, inner, outer)) = seen.filter(|_| !self.fits) else { return };
        self.fits = true;
        let fit = fit(screen, inner, outer, ctx.zoom_factor());
        if let Some(size) = fit.size {
            ctx.send_viewport_cmd(ViewportCommand::InnerSize(size));
        }
        if let Some(position) = fit.position {
            ctx.send_viewport_cmd(ViewportCommand::OuterPosition(position));
        }
    }

    /// Remembers where the window is, in points at 100 percent, so that text size does not change the next window.
    pub(super) fn follow_window(&mut self, ctx: &egui::Context) {
        let zoom = ctx.zoom_factor();
        let place = ctx.input(|input| {
            let window = input.viewport();
            let is_usual =
                [window.maximized, window.fullscreen, window.minimized].iter().all(|state| *state != Some(true));
            let size = window.inner_rect.filter(|_| is_usual)?.size() * zoom;
            let position = window.outer_rect.map(|outer| outer.min.to_vec2() * zoom);
            Some(WindowPlace {
                size: size.into(),
                position: position.map(Into::into),
                px_per_pt: window.native_pixels_per_point.unwrap_or(1.0),
                is_dark: input.raw.system_theme == Some(egui::Theme::Dark),
            })
        });
        self.disk.settings.window = place.or(self.disk.settings.window);
    }

    /// The colours at the moment; light when the system does not say.
    pub(super) fn theme(&self, ctx: &egui::Context) -> Theme {
        theme_of(self.disk.settings.theme, ctx.input(|input| input.raw.system_theme))
    }

    /// Keeps the settings. A fault is no reason to trouble anybody: they hold no answer.
    pub(super) fn keep_settings(&mut self) {
        self.try_keeping_settings().ok();
    }

    pub(super) fn try_keeping_settings(&mut self) -> Result<(), SaveError> {
        let Some(folders) = &self.disk.folders else { return Ok(()) };
        let mine = self.disk.settings.keep_answers;
        let outcome = self.disk.settings.keep_beside_others(folders, self.disk.known_choice);
        let newest = std::mem::replace(&mut self.disk.settings.keep_answers, mine);
        if newest != mine {
            self.follow_choice();
        }
        outcome
    }
}

/// Places of care of the chosen country, else of those that the system names, else of every other country.
pub(super) fn places_of(settings: &Settings, named: &[String], wording: &Wording) -> PlacesOfCare {
    match &settings.country {
        Some(country) => wording.places.of(&[country]),
        None => wording.places.of(&named.iter().map(String::as_str).collect::<Vec<_>>()),
    }
}

/// The theme of a choice; before there is a window, the system has not said its own.
pub(super) fn theme_of(choice: ThemePreference, system: Option<egui::Theme>) -> Theme {
    match choice {
        ThemePreference::System if system == Some(egui::Theme::Dark) => Theme::Dark,
        ThemePreference::System | ThemePreference::Light => Theme::Light,
        ThemePreference::Dark => Theme::Dark,
        ThemePreference::HighContrastDark => Theme::HighContrastDark,
        ThemePreference::HighContrastLight => Theme::HighContrastLight,
    }
}
