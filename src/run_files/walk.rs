//! Goes through the files, folders and zip files that were named.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::archive::{self, Most};
use super::limits;
use super::names;
use super::progress::Progress;
use super::settings::Settings;
use super::source;
use super::strava::{self, Pile};
use crate::training::fault::Fault;
use crate::training::reading::Reading;

/// Reads files, and what lies in folders and zip files. None where it was stopped.
#[must_use]
pub fn read(paths: &[PathBuf], settings: &Settings, progress: &Progress) -> Option<Reading> {
    let mut found = Found { files: Vec::new(), progress };
    for path in paths {
        if path.is_dir() { found.look_into(path, limits::FOLDERS_DEEP) } else { found.add(path.clone()) }
    }
    let Found { files: mut found, .. } = found;
    let mut reading = Reading::default();
    if let Some(first_left_out) = found.get(limits::FILES) {
        reading.refuse(&name_of(first_left_out), None, Fault::ManyFiles);
        found.truncate(limits::FILES);
    }
    let mut loose = Vec::new();
    let mut left = limits::FILES.saturating_sub(found.len());
    let mut items = limits::ITEMS;
    for path in &found {
        let name = name_of(path);
        if let Some(zip) = source::open_zip(path) {
            let most = Most { activities: left.min(limits::ZIP_ACTIVITIES), items, ..Most::default() };
            for piles in archive::read(zip, &name, settings.lists, most, progress) {
                left = left.saturating_sub(piles.len());
                items = items.saturating_sub(piles.iter().flat_map(|pile| &pile.told).map(Vec::len).sum());
                take_joined(&mut reading, piles, settings);
            }
        } else {
            let told = match items {
                0 => Err(Fault::ManyFiles),
                _ => source::read(path, settings.lists, progress)
                    .and_then(|told| archive::allowed(told, &mut items, Fault::ManyFiles)),
            };
            loose.push(Pile { name, told });
            progress.done_one();
        }
        if progress.is_stopped() {
            return None;
        }
    }
    take_joined(&mut reading, loose, settings);
    reading.settle();
    (!progress.is_stopped()).then_some(reading)
}

/// Takes what files told that lie together, each run of a list of Strava once.
fn take_joined(reading: &mut Reading, mut piles: Vec<Pile>, settings: &Settings) {
    // A list of which each row is told by a file has nothing left to say.
    let lists: Vec<bool> = piles.iter().map(|pile| pile.told.is_ok()).collect();
    strava::join(&mut piles);
    for (Pile { name, told }, was_read) in piles.into_iter().zip(lists) {
        if !(was_read && told.as_ref().is_ok_and(Vec::is_empty)) {
            reading.take(&name, told, settings);
        }
    }
}

/// The files that were found so far.
struct Found<'a> {
    files: Vec<PathBuf>,
    progress: &'a Progress,
}

impl Found<'_> {
    fn add(&mut self, file: PathBuf) {
        if self.files.len() < limits::FILES {
            self.progress.found_one();
        }
        self.files.push(file);
    }

    /// Adds the files of a folder and of those in it, by name; links are not followed.
    fn look_into(&mut self, folder: &Path, depth: usize) {
        let Ok(entries) = fs::read_dir(folder) else {
            self.add(folder.to_owned()); // which says that it could not be read
            return;
        };
        let mut entries: Vec<_> = entries.filter_map(Result::ok).take(limits::FILES + 1).collect();
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            match entry.file_type() {
                _ if self.files.len() > limits::FILES || self.progress.is_stopped() => return,
                Ok(kind) if kind.is_dir() && depth > 1 => self.look_into(&path, depth - 1),
                Ok(kind) if kind.is_file() && is_read(&entry.file_name()) => self.add(path),
                _ => {}
            }
        }
    }
}

fn is_read(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    names::is_activity_file(&name) || names::is_zip_file(&name)
}

/// The name of a file without its folder.
fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
