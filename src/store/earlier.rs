//! Checks that are not being answered any more: listed, named, taken away and put back.
//!
//! The name of a file says what the list shows, so that a list of a thousand reads one folder and no file:
//! `2026-11-23, right, Kneecap.kneenote`.

use std::ffi::OsString;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::deleting::{ENDING, remove};
use super::folders::Folders;
use super::free_name;
use super::regular;
use super::save_error::SaveError;
use super::text_file::{self, TextFileError};
use super::whole_file::{Readers, make_private_folder};
use crate::check::file::MOST_BYTES;
use crate::check::spot::Side;
use crate::plain_text::beginning;

/// The folder of checks that are not being answered any more.
const FOLDER: &str = "earlier";
/// Between the parts of a file's name.
const BETWEEN: &str = ", ";
/// Stands for what is not known.
const UNKNOWN: &str = "-";
/// No name is longer, in letters: with date, side and number it fits every file system.
pub const LONGEST_NAME: usize = 40;

/// What the list shows of an earlier check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EarlierName {
    /// The day its answers were last changed.
    pub made: Option<Date>,
    /// Which knee it is about.
    pub side: Option<Side>,
    /// What it is called; empty when nobody named it.
    pub name: String,
}

impl EarlierName {
    /// The name of its file, without the ending.
    #[must_use]
    fn stem(&self) -> String {
        let made = self.made.map_or_else(|| UNKNOWN.to_owned(), |made| made.to_string());
        let side = self.side.map_or(UNKNOWN, side_word);
        let name = sane(&self.name);
        let name = if name.is_empty() { UNKNOWN } else { &name };
        [&made, side, name].join(BETWEEN)
    }

    /// Reads the name of a file; one that somebody else gave it is its name as it stands.
    fn read(stem: &str) -> Self {
        let mut parts = stem.splitn(3, BETWEEN);
        let (first, second, third) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        let made = first.parse::<Date>().ok();
        if made.is_none() && first != UNKNOWN {
            return Self { name: stem.to_owned(), ..Self::default() };
        }
        let side = second.and_then(side_of);
        let name = third.filter(|name| *name != UNKNOWN).unwrap_or_default().to_owned();
        Self { made, side, name }
    }
}

fn side_word(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
        Side::Both => "both",
    }
}

fn side_of(word: &str) -> Option<Side> {
    [Side::Left, Side::Right, Side::Both].into_iter().find(|side| side_word(*side) == word)
}

/// A name as every file system takes it.
fn sane(name: &str) -> String {
    let is_plain = |c: char| !c.is_control() && !r#"<>:"/\|?*"#.contains(c);
    let plain: String = beginning(name, LONGEST_NAME).chars().map(|c| if is_plain(c) { c } else { '-' }).collect();
    plain.trim().trim_end_matches('.').to_owned()
}

/// A check that is not being answered any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// What it is called.
    pub name: EarlierName,
    /// Its file.
    pub path: PathBuf,
}

/// An earlier check that was taken from the disk and lives in memory, so that it can be put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenAway {
    stem: OsString,
    bytes: Vec<u8>,
}

/// The earlier checks of this computer.
#[derive(Clone, Debug)]
pub struct EarlierChecks {
    folder: PathBuf,
}

impl EarlierChecks {
    /// Those in these folders.
    #[must_use]
    pub fn new(folders: &Folders) -> Self {
        Self { folder: folders.data.join(FOLDER) }
    }

    /// All of them, the newest first, by the names of their files alone.
    #[must_use]
    pub fn list(&self) -> Vec<Earlier> {
        let mut list: Vec<Earlier> = std::fs::read_dir(&self.folder)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|ending| ending == ENDING))
            .map(|path| Earlier {
                name: EarlierName::read(&path.file_stem().unwrap_or_default().to_string_lossy()),
                path,
            })
            .collect();
        list.sort_by(|a, b| b.name.made.cmp(&a.name.made).then_with(|| a.path.cmp(&b.path)));
        list
    }

    /// Adds a check, under its name or the next free number of it, and says where it is.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn add(&self, text: &str, name: &EarlierName) -> Result<PathBuf, SaveError> {
        make_private_folder(&self.folder)?;
        Ok(free_name::write_new(&self.folder, &name.stem(), ENDING, text.as_bytes(), Readers::OnlyMe)?)
    }

    /// Whether one of them holds this very text, whatever it is called.
    #[must_use]
    pub fn holds(&self, text: &str) -> bool {
        let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
        let is_as_long = |path: &Path| path.metadata().is_ok_and(|found| found.len() == length);
        let is_same = |path: &Path| regular::read(path, text.len()).is_ok_and(|bytes| bytes == text.as_bytes());
        // Of another length there is no need to read it.
        self.list().iter().any(|earlier| is_as_long(&earlier.path) && is_same(&earlier.path))
    }

    /// The text of one.
    ///
    /// # Errors
    /// When it is no text or cannot be read.
    pub fn read(&self, path: &Path) -> Result<String, TextFileError> {
        text_file::read(path, MOST_BYTES)
    }

    /// Gives one another name and says where it is now. An empty name is none.
    ///
    /// # Errors
    /// When it cannot be read or written; it is where it was then.
    pub fn rename(&self, earlier: &Earlier, name: &str) -> Result<PathBuf, SaveError> {
        let wanted = EarlierName { name: name.to_owned(), ..earlier.name.clone() };
        if EarlierName::read(&wanted.stem()) == earlier.name {
            return Ok(earlier.path.clone());
        }
        // Never by a plain rename, which could replace another one that has this name.
        for path in free_name::names(&self.folder, &wanted.stem(), ENDING) {
            match std::fs::hard_link(&earlier.path, &path) {
                Ok(()) => {
                    std::fs::remove_file(&earlier.path)?;
                    return Ok(path);
                }
                Err(fault) if fault.kind() == ErrorKind::AlreadyExists => {}
                // A disk that knows no second names.
                Err(_) => break,
            }
        }
        let bytes = regular::read(&earlier.path, MOST_BYTES)?;
        let path = free_name::write_new(&self.folder, &wanted.stem(), ENDING, &bytes, Readers::OnlyMe)?;
        std::fs::remove_file(&earlier.path)?;
        Ok(path)
    }

    /// Takes one from the disk.
    ///
    /// # Errors
    /// When it cannot be read or deleted; it is where it was then.
    pub fn take_away(&self, path: &Path) -> Result<TakenAway, SaveError> {
        let taken = Self::copy(path)?;
        remove(path)?;
        Ok(taken)
    }

    /// Deletes one, and gives it back so that it can be put back; nothing for a file that is no check and too large for
    /// one, which is never read.
    ///
    /// # Errors
    /// When it cannot be read or deleted; it is where it was then.
    pub fn delete(&self, path: &Path) -> Result<Option<TakenAway>, SaveError> {
        let taken = match Self::copy(path) {
            Ok(taken) => Some(taken),
            // What is no check cannot be opened either: there is nothing to put back.
            Err(fault) if matches!(fault.kind(), ErrorKind::FileTooLarge | ErrorKind::InvalidInput) => None,
            Err(fault) => return Err(fault.into()),
        };
        remove(path)?;
        Ok(taken)
    }

    /// Puts one back that was taken away, and says where it is.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn put_back(&self, taken: &TakenAway) -> Result<PathBuf, SaveError> {
        make_private_folder(&self.folder)?;
        let stem = taken.stem.to_string_lossy();
        Ok(free_name::write_new(&self.folder, &stem, ENDING, &taken.bytes, Readers::OnlyMe)?)
    }

    /// Copies of all that are as small as a check and can be read, so that they can be put back after [`super::checks::Checks::delete_all`].
    #[must_use]
    pub fn copy_all(&self) -> Vec<TakenAway> {
        self.list().iter().filter_map(|earlier| Self::copy(&earlier.path).ok()).collect()
    }

    fn copy(path: &Path) -> io::Result<TakenAway> {
        let bytes = regular::read(path, MOST_BYTES)?;
        Ok(TakenAway { stem: path.file_stem().unwrap_or_default().to_owned(), bytes })
    }

    /// Where one stood that was taken away.
    #[must_use]
    pub fn place_of(&self, taken: &TakenAway) -> PathBuf {
        let mut name = taken.stem.clone();
        name.push(".");
        name.push(ENDING);
        self.folder.join(name)
    }

    /// Where they are.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn name(made: Option<Date>, side: Option<Side>, name: &str) -> EarlierName {
        EarlierName { made, side, name: name.to_owned() }
    }

    #[test]
    fn the_name_of_a_file_says_all_that_the_list_shows() {
        let day = Some(date(2026, 11, 23));
        for name in [
            name(day, Some(Side::Right), "Kneecap"),
            name(day, Some(Side::Both), "left, after the race"),
            name(None, None, "2026-01-01, right, odd"),
            name(day, None, "left"),
            name(None, Some(Side::Left), ""),
            name(day, None, "\u{e4} \u{1f9b5}"),
        ] {
            assert_eq!(EarlierName::read(&name.stem()), name, "{}", name.stem());
        }
    }

    #[test]
    fn names_of_others_are_taken_as_they_stand() {
        let day = Some(date(2026, 11, 23));
        assert_eq!(EarlierName::read("2026-11-23"), name(day, None, ""));
        assert_eq!(EarlierName::read("from my phone, left, x"), name(None, None, "from my phone, left, x"));
    }

    #[test]
    fn a_name_that_no_file_can_have_is_changed() {
        assert_eq!(sane(" ../a\\b:c\n? "), "..-a-b-c--");
        assert_eq!(sane("..."), "");
        assert_eq!(sane(&"x".repeat(99)).len(), LONGEST_NAME);
        let family = "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}";
        assert_eq!(sane(&("x".repeat(38) + family)), "x".repeat(38), "half a family is none");
        assert_eq!(sane(&("x".repeat(39) + "e\u{301}")), "x".repeat(39), "a letter without its accent is another one");
    }
}
