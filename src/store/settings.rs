//! Settings: how the window looks and what is kept. Never an answer.

use std::io::ErrorKind;
use std::path::PathBuf;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use super::folders::Folders;
use super::lock::Lock;
use super::regular;
use super::save_error::SaveError;
use super::text_file::{self, TextFileError};
use super::whole_file::{Readers, make_private_folder, write_whole};

/// The settings file's name.
const NAME: &str = "settings.ron";
/// Nobody writes more settings than this, in bytes.
const MOST_BYTES: usize = 64 * 1024;

/// Text sizes that can be chosen, in percent.
pub const TEXT_SIZES: [u16; 4] = [100, 125, 150, 200];

/// Colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemePreference {
    /// As the system is set.
    #[default]
    System,
    Light,
    Dark,
    /// High contrast on black.
    HighContrastDark,
    /// High contrast on white.
    HighContrastLight,
}

/// Whether things move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Motion {
    /// They may.
    #[default]
    Full,
    /// As little as possible.
    Less,
}

/// Whether answers stay on this computer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeepAnswers {
    /// Until the runner deletes them.
    #[default]
    Keep,
    /// Only as long as the window is open.
    DoNotKeep,
}

/// Where the window was, and how the system showed it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WindowPlace {
    /// Width and height, in points at 100 percent.
    pub size: [f32; 2],
    /// The upper left corner, where the system tells it.
    #[serde(default)]
    pub position: Option<[f32; 2]>,
    /// How many pixels the system gave a point at 100 percent.
    #[serde(default = "px_per_pt_of_most")]
    pub px_per_pt: f32,
    /// Whether the system was dark.
    #[serde(default)]
    pub is_dark: bool,
}

fn px_per_pt_of_most() -> f32 {
    1.0
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// One of [`TEXT_SIZES`].
    pub text_size_percent: u16,
    /// Colours.
    #[serde(rename = "look")]
    pub theme: ThemePreference,
    /// Whether things move.
    pub motion: Motion,
    /// Two letters, or none for another country, when the runner chose; else the system's country counts.
    pub country: Option<String>,
    /// Whether answers stay.
    pub keep_answers: KeepAnswers,
    /// Where the last file was saved.
    pub last_folder: Option<PathBuf>,
    /// Where the window was.
    pub window: Option<WindowPlace>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            text_size_percent: TEXT_SIZES[0],
            theme: ThemePreference::default(),
            motion: Motion::default(),
            country: None,
            keep_answers: KeepAnswers::default(),
            last_folder: None,
            window: None,
        }
    }
}

impl Settings {
    /// The settings as they were kept. What cannot be read is as if it had never been set: no runner should have to
    /// mend a settings file.
    #[must_use]
    pub fn open(folders: &Folders) -> Self {
        Self::look(folders).ok().flatten().unwrap_or_default()
    }

    /// The settings as they are kept now, by whatever running copy; none where there are none that can be understood.
    ///
    /// # Errors
    /// When the system does not let us read them, for the moment: they may say anything.
    pub fn look(folders: &Folders) -> Result<Option<Self>, SaveError> {
        match text_file::read(&folders.config.join(NAME), MOST_BYTES) {
            Ok(text) => Ok(Self::read(&text)),
            Err(TextFileError::System(fault)) => match fault.kind() {
                ErrorKind::NotFound | ErrorKind::NotADirectory => Ok(None),
                _ => Err(fault.into()),
            },
            Err(_) => Ok(None),
        }
    }

    /// Keeps the settings, but for the choice about keeping answers, where another running copy made one since it was
    /// `known`: the newest choice stays, and is ours from now on.
    ///
    /// # Errors
    /// When the file cannot be read or written; the old one is untouched then.
    pub fn keep_beside_others(&mut self, folders: &Folders, known: KeepAnswers) -> Result<(), SaveError> {
        let _lock = Lock::hold_if_there(&folders.data);
        if let Some(found) = Self::look(folders)?.filter(|found| found.keep_answers != known) {
            self.keep_answers = found.keep_answers;
        }
        self.keep(folders)
    }

    /// Keeps the settings.
    ///
    /// # Errors
    /// When the file cannot be written; the old one is untouched then.
    pub fn keep(&self, folders: &Folders) -> Result<(), SaveError> {
        let style = PrettyConfig::default().new_line("\n").indentor("    ");
        let text = ron::ser::to_string_pretty(self, style).map_err(|fault| SaveError::Other(fault.to_string()))?;
        make_private_folder(&folders.config)?;
        regular::clear_way(&folders.config.join(NAME))?;
        write_whole(&folders.config.join(NAME), text.as_bytes(), Readers::OnlyMe)?;
        Ok(())
    }

    /// Of a broken file nothing counts but that answers were not to be kept.
    fn read(text: &str) -> Option<Self> {
        let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        let not_kept = || Self { keep_answers: KeepAnswers::DoNotKeep, ..Self::default() };
        let broken = || text.contains("DoNotKeep").then(not_kept);
        let mut settings: Self = options.from_str(text).ok().or_else(broken)?;
        if !TEXT_SIZES.contains(&settings.text_size_percent) {
            settings.text_size_percent = TEXT_SIZES[0];
        }
        let is_code =
            |code: &String| code.is_empty() || code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        settings.country = settings.country.filter(is_code);
        let is_sane =
            |place: &WindowPlace| place.size.iter().chain(place.position.iter().flatten()).all(|n| n.is_finite());
        settings.window = settings.window.filter(is_sane);
        Some(settings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_comes_back() {
        let home = tempfile::tempdir().unwrap();
        let folders = Folders::under(home.path());
        assert_eq!(Settings::open(&folders), Settings::default());
        let settings = Settings {
            text_size_percent: 150,
            theme: ThemePreference::HighContrastLight,
            motion: Motion::Less,
            country: Some("CH".to_owned()),
            keep_answers: KeepAnswers::DoNotKeep,
            last_folder: Some(PathBuf::from("/tmp")),
            window: Some(WindowPlace {
                size: [800.0, 600.0],
                position: Some([10.0, -20.0]),
                px_per_pt: 1.25,
                is_dark: true,
            }),
        };
        settings.keep(&folders).unwrap();
        assert_eq!(Settings::open(&folders), settings);
        let another_country = Settings { country: Some(String::new()), ..settings };
        another_country.keep(&folders).unwrap();
        assert_eq!(Settings::open(&folders), another_country);
    }

    #[test]
    fn a_broken_file_gives_the_defaults_and_odd_values_are_dropped() {
        for text in ["", "(", "\0", "(look: Purple)", "[1]", "(text_size_percent: -3)"] {
            assert_eq!(Settings::read(text), None, "{text}");
        }
        let odd = "(text_size_percent: 7, country: \"Narnia\", window: (size: (NaN, 3)), unknown: 1, motion: Less)";
        assert_eq!(Settings::read(odd), Some(Settings { motion: Motion::Less, ..Settings::default() }));
    }

    #[test]
    fn that_answers_are_not_to_be_kept_is_read_of_a_broken_file_too() {
        for text in ["(look: Purple, keep_answers: DoNotKeep)", "(keep_answers: DoNotKeep, windo"] {
            assert_eq!(Settings::read(text).unwrap().keep_answers, KeepAnswers::DoNotKeep, "{text}");
        }
    }

    #[test]
    fn the_newest_choice_about_keeping_stays_whoever_keeps_other_settings() {
        let home = tempfile::tempdir().unwrap();
        let folders = Folders::under(home.path());
        let mut older = Settings::default();
        older.keep_beside_others(&folders, KeepAnswers::Keep).unwrap();
        Settings { keep_answers: KeepAnswers::DoNotKeep, ..Settings::default() }.keep(&folders).unwrap();
        older.text_size_percent = 150;
        older.keep_beside_others(&folders, KeepAnswers::Keep).unwrap();
        let kept = Settings::open(&folders);
        assert_eq!((kept.keep_answers, kept.text_size_percent), (KeepAnswers::DoNotKeep, 150));
        assert_eq!(older.keep_answers, KeepAnswers::DoNotKeep, "the older copy follows");
    }

    #[cfg(unix)]
    #[test]
    fn settings_that_cannot_be_read_for_the_moment_are_never_written_over() {
        let home = tempfile::tempdir().unwrap();
        let folders = Folders::under(home.path());
        std::fs::create_dir_all(&folders.config).unwrap();
        // A link in a circle can be read by nobody, not even by the administrator.
        std::os::unix::fs::symlink(NAME, folders.config.join(NAME)).unwrap();
        assert!(Settings::look(&folders).is_err());
        assert!(Settings::default().keep_beside_others(&folders, KeepAnswers::Keep).is_err());
        assert!(folders.config.join(NAME).is_symlink());
    }
}
