//! Promise: the code keeps its shape: who may use whom, no clock and no files in the core. `clippy.toml` holds more.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Every module and what it may use of ours, from the ground up. Whoever stands below knows nothing of those above.
const MAY_USE: [(&str, &[&str]); 16] = [
    ("plain_text", &[]),
    ("knowledge", &["plain_text"]),
    ("check", &["knowledge", "plain_text"]),
    ("assess", &["check", "knowledge"]),
    ("wording", &["knowledge"]),
    ("note", &["assess", "check", "knowledge", "plain_text", "wording"]),
    ("knee_map", &["check", "knowledge"]),
    ("store", &["check", "plain_text"]),
    ("desktop", &["store"]),
    ("session", &["assess", "check", "knowledge", "note", "plain_text", "store", "wording"]),
    (
        "ui",
        &["assess", "check", "desktop", "knee_map", "knowledge", "note", "plain_text", "session", "store", "wording"],
    ),
    ("app", &["assess", "check", "desktop", "knee_map", "knowledge", "note", "session", "store", "ui", "wording"]),
    ("window", &["app", "check", "desktop", "plain_text", "store", "ui"]),
    (
        "command_line",
        &["assess", "check", "desktop", "knee_map", "knowledge", "note", "plain_text", "store", "window", "wording"],
    ),
    ("lib", &[]),
    ("main", &["command_line"]),
];

/// What can be worked out without the world.
const CORE: [&str; 7] = ["plain_text", "knowledge", "check", "assess", "note", "wording", "session"];

/// Those that know nothing of windows, besides the core.
const WITHOUT_WINDOW: [&str; 2] = ["knee_map", "store"];

/// What the core never touches: windows, files, the environment, the clock, other processes, the net.
const NEVER_IN_THE_CORE: [&str; 17] = [
    "egui",
    "eframe",
    "rfd",
    "open::that_detached",
    "tempfile",
    "directories",
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "std::io",
    "SystemTime",
    "Instant",
    "Zoned::now",
    "Timestamp::now",
    "println!",
];

/// The part of it that is about windows.
const WINDOWS: [&str; 2] = ["egui", "eframe"];

/// A tint says how much of a picture that is painted in the theme's colours is seen: here all of it.
const TINTS: [(&str, &str); 2] =
    [("src/ui/knee_picker.rs", "Color32::WHITE"), ("src/ui/knee_picker/textures.rs", "Color32::WHITE")];

#[test]
fn the_core_uses_no_window_no_files_and_no_clock() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for file in sources("src") {
        let module = file.module();
        let never: &[&str] = if CORE.contains(&module.as_str()) {
            &NEVER_IN_THE_CORE
        } else if WITHOUT_WINDOW.contains(&module.as_str()) {
            &WINDOWS
        } else {
            continue;
        };
        seen += 1;
        for (line, text) in file.code() {
            for never in never {
                if has_word(text, never) {
                    wrong.push(format!("{}:{line}: {never}", file.path));
                }
            }
        }
    }
    assert!(seen > 40, "only {seen} files of the core");
    assert_none(&wrong);
}

#[test]
fn each_module_uses_only_those_below_it() {
    let sources = sources("src");
    let ours: BTreeSet<String> = sources.iter().map(Source::module).collect();
    let table: BTreeSet<String> = MAY_USE.iter().map(|(module, _)| (*module).to_owned()).collect();
    assert_eq!(ours, table, "the table names every module, and no other");
    let mut wrong = Vec::new();
    let mut used = BTreeSet::new();
    for file in &sources {
        let module = file.module();
        let (module, may_use) = MAY_USE.iter().find(|(name, _)| *name == module).unwrap();
        for (line, text) in file.code() {
            for (other, _) in MAY_USE.iter().filter(|(other, _)| other != module) {
                for part in parts_used(text, other) {
                    used.insert((*module, *other));
                    if !may_use.contains(other) {
                        wrong.push(format!("{}:{line}: {module} uses {other}::{part}", file.path));
                    }
                }
            }
        }
    }
    assert_none(&wrong);
    for (module, may_use) in MAY_USE {
        for other in may_use {
            assert!(used.contains(&(module, *other)), "{module} uses {other} no more: the table can be shorter");
        }
    }
}

#[test]
fn colours_are_written_down_only_in_the_theme() {
    let mut wrong = Vec::new();
    let mut tints = BTreeSet::new();
    for file in sources("src").iter().filter(|file| !file.path.starts_with("src/ui/theme")) {
        for (line, text) in file.code() {
            let is_literal = text.split("Color32::").skip(1).any(|rest| {
                let is_constant = rest.starts_with(|first: char| first.is_ascii_uppercase());
                // See-through, and "whatever the style says", are no colours.
                let is_none = rest.starts_with("TRANSPARENT") || rest.starts_with("PLACEHOLDER");
                rest.starts_with("from_") || is_constant && !is_none
            });
            if !is_literal && !text.contains("hex_color!") {
                continue;
            }
            match TINTS.iter().position(|(path, tint)| file.path == *path && text.contains(tint)) {
                Some(tint) => drop(tints.insert(tint)),
                None => wrong.push(format!("{}:{line}: {}", file.path, text.trim())),
            }
        }
    }
    assert_none(&wrong);
    assert_eq!(tints.len(), TINTS.len(), "a tint of the list is used no more");
}

#[test]
fn nothing_panics_outside_tests() {
    const WAYS: [&str; 7] =
        [".unwrap()", ".expect(", ".unwrap_err()", "panic!(", "unreachable!(", "todo!(", "unimplemented!("];
    let mut wrong = Vec::new();
    for file in sources("src") {
        for (line, text) in file.code().filter(|(_, text)| WAYS.iter().any(|way| has_word(text, way))) {
            wrong.push(format!("{}:{line}: {}", file.path, text.trim()));
        }
    }
    assert_none(&wrong);
}

#[test]
fn nothing_is_allowed_or_unsafe() {
    let mut wrong = Vec::new();
    for file in sources("src") {
        for (line, text) in file.code() {
            if text.contains("#[allow(") || text.contains("#![allow(") || has_word(text, "unsafe") {
                wrong.push(format!("{}:{line}: {}", file.path, text.trim()));
            }
        }
    }
    assert_none(&wrong);
}

fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether `text` holds `word` with nothing of a longer name before it.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        let starts_name = word.starts_with(|c: char| c.is_alphanumeric());
        let ends_name = word.ends_with(|c: char| c.is_alphanumeric());
        let part_of_name = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        !(starts_name && part_of_name(before) || ends_name && part_of_name(after))
    })
}

/// What a line uses of a module, empty for the module itself: `crate::check::spot::Knee` uses `spot` of `check`. So do
/// `use crate::{assess, check::spot}` and `super::super::check::spot`.
fn parts_used<'a>(text: &'a str, module: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    for root in ["crate::", "kneenote::", "super::super::"] {
        for (at, _) in text.match_indices(root) {
            for name in names(&text[at + root.len()..]) {
                let Some(rest) = name.strip_prefix(module) else { continue };
                if rest.starts_with(|c: char| c.is_alphanumeric() || c == '_') {
                    continue;
                }
                for part in rest.strip_prefix("::").map_or(vec![""], names) {
                    let end = part.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(part.len());
                    parts.push(&part[..end]);
                }
            }
        }
    }
    parts
}

/// The names that a path goes on with: one, or several in braces.
fn names(rest: &str) -> Vec<&str> {
    match rest.strip_prefix('{') {
        Some(several) => {
            several.split([',', '}']).map(str::trim).filter(|name| name.starts_with(char::is_alphabetic)).collect()
        }
        None => vec![rest],
    }
}

struct Source {
    /// From the root of the repository, with `/`.
    path: String,
    text: String,
}

impl Source {
    fn module(&self) -> String {
        let rest = self.path.trim_start_matches("src/");
        rest.split(['/', '.']).next().unwrap_or_default().to_owned()
    }

    /// The lines with their numbers, without comments, documentation and tests.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_test_file = self.path.ends_with("/tests.rs");
        let end = if is_test_file { 0 } else { self.text.find("#[cfg(test)]\nmod ").unwrap_or(self.text.len()) };
        self.text[..end].lines().enumerate().map(|(at, line)| {
            let code = line.find("//").map_or(line, |comment| &line[..comment]);
            (at + 1, code)
        })
    }
}

fn sources(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(next) = folders.pop() {
        let mut entries: Vec<PathBuf> = std::fs::read_dir(&next).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                files.push(Source { path: name, text: std::fs::read_to_string(&path).unwrap() });
            }
        }
    }
    assert!(files.len() > 50);
    files
}
