//! Settings: carried out at once and kept.

use super::App;
use super::command::Setting;
use crate::store::save_fault::SaveFault;
use crate::store::settings::{KeepAnswers, LookChoice, Settings, TEXT_SIZES, WindowPlace};
use crate::ui::theme::{self, Look};
use crate::wording::places::PlacesOfCare;

impl App {
    pub(super) fn set(&mut self, setting: Setting, ctx: &egui::Context) {
        match setting {
            Setting::TextSize(percent) => self.settings.text_size_percent = percent,
            Setting::Look(look) => self.settings.look = look,
            Setting::Motion(motion) => self.settings.motion = motion,
            Setting::Country(country) => self.settings.country = Some(country),
            Setting::Keep(keep) => self.choose_keeping(keep),
        }
        self.show_settings(ctx);
        self.keep_settings();
    }

    /// The runner chose here whether answers are kept. Every running copy knows of it before anything is written or
    /// deleted; what was deleted elsewhere is kept again because it was asked for.
    fn choose_keeping(&mut self, keep: KeepAnswers) {
        let wanted = Settings { keep_answers: keep, ..self.settings.clone() };
        let is_told = self.folders.as_ref().is_none_or(|folders| wanted.keep(folders).is_ok());
        let words = &self.wording.screen.menu;
        if is_told {
            self.known_choice = keep;
        } else if keep == KeepAnswers::Keep && !self.is_choice_unsaid() {
            self.status.clone_from(&words.still_not_kept);
            return;
        }
        self.status.clear();
        if !is_told && keep == KeepAnswers::DoNotKeep {
            self.status.clone_from(&words.not_remembered);
        }
        self.settings = wanted;
        if keep == KeepAnswers::Keep {
            self.adopt();
        }
        self.keep_or_forget();
    }

    /// Whether no choice about keeping answers stands on the disk.
    fn is_choice_unsaid(&self) -> bool {
        self.folders.as_ref().is_none_or(|folders| Settings::look(folders) == Ok(None))
    }

    /// Goes with what another running copy was told about keeping answers since we looked: the newest choice counts.
    pub(super) fn follow_choice(&mut self) {
        let found = self.folders.as_ref().and_then(|folders| Settings::look(folders).ok().flatten());
        let Some(newest) = found.map(|found| found.keep_answers).filter(|newest| *newest != self.known_choice) else {
            return;
        };
        self.known_choice = newest;
        if self.settings.keep_answers == newest {
            return;
        }
        self.settings.keep_answers = newest;
        self.status.clear();
        match newest {
            KeepAnswers::Keep => self.keep_or_forget(),
            // The other copy deleted what was on the disk.
            KeepAnswers::DoNotKeep => self.list_earlier(),
        }
        if self.status.is_empty() {
            let words = &self.wording.screen.close;
            self.status.clone_from(match newest {
                KeepAnswers::Keep => &words.keeping_elsewhere,
                KeepAnswers::DoNotKeep => &words.not_keeping_elsewhere,
            });
        }
    }

    fn keep_or_forget(&mut self) {
        let words = &self.wording.screen;
        let (not_back, not_deleted) = (words.earlier.not_back.clone(), words.menu.not_deleted.clone());
        match self.settings.keep_answers {
            KeepAnswers::Keep => {
                self.keep();
                // Who changes their mind before closing has lost nothing.
                let forgotten = std::mem::take(&mut self.forgotten);
                if self.put_back(&forgotten).is_none() {
                    self.forgotten = forgotten;
                    self.status = not_back;
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

    /// Keeps the settings. A fault is no reason to trouble anybody: they hold no answer.
    pub(super) fn keep_settings(&mut self) {
        self.try_keeping_settings().ok();
    }

    pub(super) fn try_keeping_settings(&mut self) -> Result<(), SaveFault> {
        let Some(folders) = &self.folders else { return Ok(()) };
        let mine = self.settings.keep_answers;
        let outcome = self.settings.keep_beside_others(folders, self.known_choice);
        let newest = std::mem::replace(&mut self.settings.keep_answers, mine);
        if newest != mine {
            self.follow_choice();
        }
        outcome
    }

    /// Places of care of the chosen country, else of the system's, else of every other country.
    pub(super) fn places(&self) -> &PlacesOfCare {
        let wanted = self.settings.country.as_deref().or(self.country.as_deref()).unwrap_or("");
        self.wording.places.of(wanted)
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
