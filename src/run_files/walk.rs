//! Goes through the files, folders and zip files that were named.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::archive::{self, Most};
use super::limits;
use super::names;
use super::settings::Settings;
use super::source;
use super::strava::{self, Pile};
use crate::training::fault::Fault;
use crate::training::reading::Reading;

/// Reads files, and what lies in folders and zip files.
#[must_use]
pub fn read(paths: &[PathBuf], settings: &Settings) -> Reading {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() { look_into(path, limits::FOLDERS_DEEP, &mut found) } else { found.push(path.clone()) }
    }
    let mut reading = Reading::default();
    if let Some(first_left_out) = found.get(limits::FILES) {
        reading.refuse(&name_of(first_left_out), None, Fault::ManyFiles);
        found.truncate(limits::FILES);
    }
    let mut loose = Vec::new();
    let mut left = limits::FILES.saturating_sub(found.len());
    for path in &found {
        let name = name_of(path);
        if let Some(zip) = source::open_zip(path) {
            let most = Most { activities: left.min(limits::ZIP_ACTIVITIES), ..Most::default() };
            for piles in archive::read(zip, &name, settings.unit, most) {
                left = left.saturating_sub(piles.len());
                take_joined(&mut reading, piles, settings);
            }
        } else {
            loose.push(Pile { name, told: source::read(path, settings.unit) });
        }
    }
    take_joined(&mut reading, loose, settings);
    reading.settle();
    reading
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

/// The files of a folder and of those in it, by name; links are not followed.
fn look_into(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        found.push(folder.to_owned()); // which says that it could not be read
        return;
    };
    let mut entries: Vec<_> = entries.filter_map(Result::ok).take(limits::FILES + 1).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        match entry.file_type() {
            _ if found.len() > limits::FILES => return,
            Ok(kind) if kind.is_dir() && depth > 1 => look_into(&path, depth - 1, found),
            Ok(kind) if kind.is_file() && is_read(&entry.file_name()) => found.push(path),
            _ => {}
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
