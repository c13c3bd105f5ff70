//! Promise: no crate in the tree talks to a network; a new one that could is noticed.
//!
//! `tests/desktop/no_network.py` shows the same of the running program.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use memchr::memmem::Finder;

/// Words of a source that opens an internet connection or looks up a name.
const WORDS: [&str; 6] = ["TcpStream", "TcpListener", "UdpSocket", "ToSocketAddrs", "getaddrinfo", "AF_INET"];

/// Crates that hold such a word, and why they talk to nobody all the same.
const KNOWN: [(&str, &str); 8] = [
    ("async-io", "can wrap any socket; zbus hands it local ones only"),
    ("calloop", "an example in its documentation"),
    ("libc", "names of the system's constants"),
    ("linux-raw-sys", "names of the system's constants"),
    ("polling", "an example in its documentation"),
    ("rustix", "calls to the system; used for local sockets"),
    ("x11rb", "a display on another machine, when DISPLAY names one: the runner's own choice"),
    ("zbus", "a desktop bus on another machine, when its address names one: the runner's own choice"),
];

#[test]
fn no_crate_can_reach_a_network_but_those_that_somebody_looked_at() {
    let finders = WORDS.map(Finder::new);
    let mut found = BTreeSet::new();
    let crates = crates_of_the_program();
    assert!(crates.len() > 100, "cargo names only {} crates", crates.len());
    for (name, folder) in &crates {
        if sources_below(&folder.join("src")).iter().any(|source| {
            let text = fs::read(source).unwrap();
            finders.iter().any(|finder| finder.find(&text).is_some())
        }) {
            found.insert(name.as_str());
        }
    }
    let known: BTreeSet<&str> = KNOWN.iter().map(|(name, _)| *name).collect();
    let new: Vec<_> = found.difference(&known).collect();
    assert!(
        new.is_empty(),
        "{new:?} could open an internet connection: remove them, or read them and say above why they do not"
    );
    let gone: Vec<_> = known.difference(&found).collect();
    assert!(gone.is_empty(), "{gone:?} need no reason any longer: remove them above");
    println!("{} crates looked through, {} hold such a word and have a reason", crates.len(), found.len());
}

/// Every crate of the program on this system and where its sources lie, of several versions each.
fn crates_of_the_program() -> BTreeSet<(String, PathBuf)> {
    let told = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--edges", "normal", "--prefix", "none", "--format", "{p}"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let registries = registries();
    let mut crates = BTreeSet::new();
    for line in String::from_utf8(told.stdout).unwrap().lines() {
        let mut words = line.split_whitespace();
        let (Some(name), Some(version)) = (words.next(), words.next()) else { continue };
        if name == env!("CARGO_PKG_NAME") {
            continue;
        }
        let folder = format!("{name}-{}", version.trim_start_matches('v'));
        let place = registries.iter().map(|registry| registry.join(&folder)).find(|place| place.is_dir());
        let place = place.unwrap_or_else(|| panic!("no sources of {folder} in {registries:?}"));
        crates.insert((name.to_owned(), place));
    }
    crates
}

/// Where cargo unpacks what it fetched.
fn registries() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME")
        .map_or_else(|| env::home_dir().expect("a home folder").join(".cargo"), |home| Path::new(&home).to_path_buf());
    let below = home.join("registry/src");
    fs::read_dir(&below)
        .unwrap_or_else(|fault| panic!("{}: {fault}", below.display()))
        .map(|entry| entry.unwrap().path())
        .collect()
}

fn sources_below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut sources = Vec::new();
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources.extend(sources_below(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            sources.push(path);
        }
    }
    sources
}
