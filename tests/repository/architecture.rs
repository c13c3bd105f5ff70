//! Promise: the code keeps its shape: floors without an arrow back, no circle of files, no window, files or clock in the
//! core. What is refused by its path alone, such as the stock controls, stands in clippy.toml.
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::source_map::{File, SourceMap, root};

/// What can be worked out without the world.
const CORE: [&str; 9] =
    ["plain_text", "knowledge", "figure", "check", "training", "assess", "note", "wording", "session"];

/// The part of it that names files, and opens none: what it asks for says which.
const NAMES_FILES: &str = "session";

/// The crates that the core may use: text, numbers, curves, dates as such, and how content is read.
const CRATES_OF_THE_CORE: [&str; 12] = [
    "core",
    "jiff",
    "kurbo",
    "ron",
    "serde",
    "std",
    "textwrap",
    "thiserror",
    "unicode_general_category",
    "unicode_segmentation",
    "unicode_width",
    "winnow",
];

/// What of these is the world outside: files, the environment, other programs and threads, the clock.
const WORLD: [&str; 15] = [
    "std::env",
    "std::fs",
    "std::io",
    "std::net",
    "std::os",
    "std::path",
    "std::process",
    "std::thread",
    "std::time::Instant",
    "std::time::SystemTime",
    "jiff::Timestamp::now",
    "jiff::Zoned::now",
    "jiff::tz::TimeZone",
    "jiff::tz::TimeZoneDatabase",
    "jiff::tz::db",
];

/// Macros that print.
const PRINTS: [&str; 5] = ["dbg", "eprint", "eprintln", "print", "println"];

/// Those that know nothing of windows, besides the core.
const WITHOUT_WINDOW: [&str; 4] = ["knee_map", "run_files", "store", "training"];

/// What a window is made with.
const WINDOWS: [&str; 7] = ["accesskit", "eframe", "egui", "egui_system_font_provider", "rfd", "winit", "x11rb"];

/// See-through, and "whatever the style says", are no colours.
const NO_COLOURS: [&str; 2] = ["TRANSPARENT", "PLACEHOLDER"];

/// A tint says how much of a picture that is painted in the theme's colours is seen: here all of it.
const TINTS: [(&str, &str); 1] = [("src/ui/knee_picker/textures.rs", "WHITE")];

/// The table of modules in ARCHITECTURE.md, from the ground up: each with those that it may use.
fn table() -> Vec<(String, BTreeSet<String>)> {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let rows = text.lines().skip_while(|line| !line.starts_with("| module | holds | may use |")).skip(2);
    let ticked = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<BTreeSet<_>>();
    let table: Vec<_> = rows
        .take_while(|line| line.starts_with('|'))
        .map(|row| {
            let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
            let [module, _, may_use] = cells[..] else { panic!("three cells: {row}") };
            (module.trim().trim_matches('`').to_owned(), ticked(may_use))
        })
        .collect();
    assert!(table.len() > 10, "the table of modules is not where it was");
    table
}

#[test]
fn each_module_uses_only_those_below_it_and_the_table_says_which() {
    let map = SourceMap::read();
    let mut uses: BTreeMap<&str, BTreeMap<&str, String>> = BTreeMap::new();
    for file in &map.files {
        let uses = uses.entry(file.floor()).or_default();
        for (used, path) in &file.uses {
            let floor = map.files[*used].floor();
            if floor != file.floor() {
                uses.entry(floor).or_insert_with(|| format!("{}: {path}", file.path));
            }
        }
    }
    let table = table();
    let mut wrong = Vec::new();
    let mut below: BTreeSet<&str> = BTreeSet::new();
    for (module, may_use) in &table {
        let used = uses.remove(module.as_str()).unwrap_or_default();
        println!("{module} uses {:?}", used.keys());
        for other in may_use {
            if !below.contains(other.as_str()) {
                wrong.push(format!("{module} may use {other}, which does not stand above it in the table"));
            }
            if !used.contains_key(other.as_str()) {
                wrong.push(format!("{module} uses {other} no more: the table can be shorter"));
            }
        }
        for (other, place) in used.iter().filter(|(other, _)| !may_use.contains(**other)) {
            wrong.push(format!("{module} may not use {other}: {place}"));
        }
        below.insert(module);
    }
    let lib = uses.remove("lib").unwrap_or_default();
    assert!(lib.is_empty(), "lib.rs only declares: {lib:?}");
    let main: Vec<_> = uses.remove("main").unwrap_or_default().into_keys().collect();
    assert_eq!(main, ["command_line"], "main.rs hands over");
    wrong.extend(uses.keys().map(|module| format!("{module} is not in the table")));
    assert_none(&wrong);
}

/// A file is a module. What a file uses is every file that one of its paths leads through: in `use`, in code, in a macro
/// and in an attribute, tests left out. A module and those declared within it are one thing, told from its face or from
/// within, so what they use of each other makes no circle; any other files do, however long the way round.
#[test]
fn no_files_use_each_other_in_a_circle() {
    let map = SourceMap::read();
    let files = &map.files;
    let next = |at: usize| files[at].uses.keys().copied().filter(move |used| !files[at].is_kin(&files[*used]));
    let mut circles = BTreeSet::new();
    for start in 0..map.files.len() {
        // The shortest way back to where it began.
        let mut came_from: BTreeMap<usize, usize> = BTreeMap::new();
        let mut open = std::collections::VecDeque::from([start]);
        while let Some(at) = open.pop_front() {
            for used in next(at) {
                if let Entry::Vacant(first) = came_from.entry(used) {
                    first.insert(at);
                    open.push_back(used);
                }
            }
        }
        if !came_from.contains_key(&start) {
            continue;
        }
        let mut circle = vec![start];
        while circle.len() < 2 || circle.last() != Some(&start) {
            circle.push(came_from[circle.last().unwrap()]);
        }
        circle.reverse();
        circle.pop();
        // Told once, from its first file on.
        let first = (0..circle.len()).min_by_key(|at| circle[*at]).unwrap();
        circle.rotate_left(first);
        circles.insert(circle);
    }
    let told = circles.iter().map(|circle| {
        let steps = circle.iter().zip(circle.iter().cycle().skip(1)).map(|(from, to)| {
            let (file, used) = (&map.files[*from], &map.files[*to]);
            format!("  {} uses {}: {}", file.path, used.path, file.uses[to])
        });
        format!("a circle of {} files:\n{}", circle.len(), steps.collect::<Vec<_>>().join("\n"))
    });
    assert_none(&told.collect::<Vec<_>>());
}

#[test]
fn the_core_uses_no_window_no_files_and_no_clock() {
    let crates = SourceMap::crates();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for file in SourceMap::read().files.iter().filter(|file| CORE.contains(&file.floor())) {
        seen += 1;
        for path in &file.outside {
            if file.floor() == NAMES_FILES && leads(path, "std::path") {
                continue;
            }
            let root = path.split("::").next().unwrap();
            if crates.contains(root) && !CRATES_OF_THE_CORE.contains(&root)
                || WORLD.iter().any(|world| leads(path, world))
            {
                wrong.push(format!("{}: {path}", file.path));
            }
        }
        wrong.extend(
            file.macros
                .iter()
                .filter(|name| PRINTS.contains(&name.as_str()))
                .map(|name| format!("{}: {name}!", file.path)),
        );
    }
    assert!(seen > 40, "only {seen} files of the core");
    assert_none(&wrong);
}

#[test]
fn drawings_and_disk_know_no_window() {
    let map = SourceMap::read();
    let files = map.files.iter().filter(|file| WITHOUT_WINDOW.contains(&file.floor()));
    let of_windows = |path: &&String| WINDOWS.contains(&path.split("::").next().unwrap());
    let wrong: Vec<_> = files
        .flat_map(|file| file.outside.iter().filter(of_windows).map(|path| format!("{}: {path}", file.path)))
        .collect();
    assert_none(&wrong);
}

#[test]
fn colours_are_written_down_only_in_the_theme() {
    let mut wrong = Vec::new();
    let mut tints = BTreeSet::new();
    for file in SourceMap::read().files.iter().filter(|file| !file.path.starts_with("src/ui/theme")) {
        for path in &file.outside {
            let Some((_, colour)) = path.split_once("Color32::") else { continue };
            let is_literal =
                colour.starts_with("from_") || colour.starts_with(|first: char| first.is_ascii_uppercase());
            if !is_literal || NO_COLOURS.contains(&colour) {
                continue;
            }
            match TINTS.iter().position(|tint| *tint == (file.path.as_str(), colour)) {
                Some(tint) => drop(tints.insert(tint)),
                None => wrong.push(format!("{}: {path}", file.path)),
            }
        }
        wrong.extend(
            file.macros.iter().filter(|name| *name == "hex_color").map(|name| format!("{}: {name}!", file.path)),
        );
    }
    assert_none(&wrong);
    assert_eq!(tints.len(), TINTS.len(), "a tint of the list is used no more");
}

/// The lints hold for all of src as they stand: what they refuse is mended and not allowed by hand.
#[test]
fn no_lint_is_switched_off() {
    let map = SourceMap::read();
    let off = |file: &File| file.attributes.contains("allow").then(|| format!("{}: #[allow]", file.path));
    assert_none(&map.files.iter().filter_map(off).collect::<Vec<_>>());
}

/// Whether a path is this one or goes on from it.
fn leads(path: &str, beginning: &str) -> bool {
    path.strip_prefix(beginning).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
