//! Settings: carried out at once and kept.

use super::App;
use super::command::Setting;
use crate::store::settings::{KeepAnswers, LookChoice, Settings, TEXT_SIZES, WindowPlace};
use crate::ui::theme::{self, Look};
use crate::wording::Wording;
use crate::wording::places::PlacesOfCare;

impl App {
    pub(super) fn set(&mut self, setting: Setting, ctx: &egui::Context) {
        match setting {
            Setting::TextSize(percent) => self.settings.text_size_percent = percent,
            Setting::Look(look) => self.settings.look = look,
            Setting::Motion(motion) => self.settings.motion = motion,
            Setting::Country(country) => {
                self.settings.country = Some(country);
                self.places = places_of(&self.settings, &self.countries, &self.wording);
            }
            Setting::Keep(keep) => {
                self.settings.keep_answers = keep;
                self.keep_or_forget();
            }
        }
        self.show_settings(ctx);
        self.keep_settings();
    }

    fn keep_or_forget(&mut self) {
        let words = &self.wording.screen;
        let (not_kept, not_deleted) = (words.close.not_kept.clone(), words.menu.not_deleted.clone());
        match self.settings.keep_answers {
            KeepAnswers::Keep => {
                self.keep();
                // Who changes their mind before closing has lost nothing.
                let forgotten = std::mem::take(&mut self.forgotten);
                if self.put_back(&forgotten).is_none() {
                    self.forgotten = forgotten;
                    self.status = not_kept;
                }
            }
            KeepAnswers::DoNotKeep => {
                let (mut copies, is_deleted) = self.delete_kept();
                self.forgotten.append(&mut copies);
                if !is_deleted {
                    self.status = not_deleted;
                }
            }
        }
        self.list_earlier();
    }

    pub(super) fn show_settings(&self, ctx: &egui::Context) {
        ctx.set_zoom_factor(f32::from(self.settings.text_size_percent) / 100.0);
        theme::apply(ctx, self.look(ctx), self.settings.motion);
    }

    /// Ctrl with plus or minus changes the zoom behind our back; the nearest size of the menu is kept.
    pub(super) fn follow_zoom(&mut self, ctx: &egui::Context) {
        let percent = (ctx.zoom_factor() * 100.0).round() as u16;
        let nearest = TEXT_SIZES.into_iter().min_by_key(|size| size.abs_diff(percent)).unwrap_or(percent);
        if nearest != self.settings.text_size_percent {
            self.settings.text_size_percent = nearest;
            self.keep_settings();
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
        self.settings.window = place.or(self.settings.window);
    }

    /// The colours at the moment; light when the system does not say.
    pub(super) fn look(&self, ctx: &egui::Context) -> Look {
        look_of(self.settings.look, ctx.input(|input| input.raw.system_theme))
    }

    pub(super) fn keep_settings(&self) {
        // Settings that cannot be kept are no reason to trouble anybody: they hold no answer.
        if let Some(folders) = &self.folders {
            self.settings.keep(folders).ok();
        }
    }
}

/// Places of care of the chosen country, else of those that the system names, else of every other country.
pub(super) fn places_of(settings: &Settings, named: &[String], wording: &Wording) -> PlacesOfCare {
    match &settings.country {
        Some(country) => wording.places.of(&[country]),
        None => wording.places.of(&named.iter().map(String::as_str).collect::<Vec<_>>()),
    }
}

/// The look of a choice; before there is a window, the system has not said its own.
pub(super) fn look_of(choice: LookChoice, system: Option<egui::Theme>) -> Look {
    match choice {
        LookChoice::System if system == Some(egui::Theme::Dark) => Look::Dark,
        LookChoice::System | LookChoice::Light => Look::Light,
        LookChoice::Dark => Look::Dark,
        LookChoice::HighContrastDark => Look::HighContrastDark,
        LookChoice::HighContrastLight => Look::HighContrastLight,
    }
}
