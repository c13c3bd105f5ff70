//! Promise: every file, test, rule, function, option and variable that a document names is there, and the list of crates is whole.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Where things that a document may name are.
const FOLDERS: [&str; 4] = ["src", "tests", "assets", "packaging"];
/// What a file's name ends in.
const ENDINGS: [&str; 6] = [".rs", ".ron", ".md", ".py", ".sh", ".toml"];
/// A name that is this long is that of a test, not of a field.
const WORDS_OF_A_TEST: usize = 4;

/// The files of this project, and the text of those that are text.
struct Project {
    files: Vec<(PathBuf, String)>,
}

impl Project {
    fn read() -> Self {
        let mut files = Vec::new();
        let mut folders: Vec<PathBuf> = FOLDERS.iter().map(|folder| root().join(folder)).collect();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path.clone());
                }
                let text = fs::read_to_string(&path).unwrap_or_default();
                files.push((path.strip_prefix(root()).unwrap().to_owned(), text));
            }
        }
        Self { files }
    }

    /// Whether there is a file or folder whose path ends like this.
    fn has_file(&self, name: &str) -> bool {
        let name = name.trim_end_matches('/');
        root().join(name).exists() || self.files.iter().any(|(path, _)| path.ends_with(name))
    }

    /// The sources of a module: `core::red_team` of the tests, `knowledge::condition` of the app.
    fn module(&self, name: &str) -> Vec<&str> {
        let path = name.replace("::", "/");
        let is_of = |file: &PathBuf| {
            ["tests", "src"].iter().any(|root| {
                let module = Path::new(root).join(&path);
                *file == module.with_extension("rs") || file.starts_with(module)
            })
        };
        self.files.iter().filter(|(file, _)| is_of(file)).map(|(_, text)| text.as_str()).collect()
    }

    /// Whether a source, a test or a content file holds this word, not as a part of another.
    fn has_word(&self, word: &str) -> bool {
        let mut files = self.files.iter().filter(|(path, _)| path.extension().is_none_or(|ending| ending != "md"));
        files.any(|(_, text)| has_word(text, word))
    }
}

/// Whether this word is in a text, not as a part of another.
fn has_word(text: &str, word: &str) -> bool {
    let of_word = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        !before.ends_with(of_word) && !after.starts_with(of_word)
    })
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Those that name many things: fewer would mean that they were not read.
const LONG: [&str; 3] = ["SAFETY.md", "ARCHITECTURE.md", "CONTRIBUTING.md"];

/// What stands in backticks outside of blocks, with its line.
fn named(document: &str) -> Vec<(usize, String)> {
    let text = fs::read_to_string(root().join(document)).unwrap();
    let mut is_block = false;
    let mut named = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            is_block = !is_block;
        } else if !is_block {
            named.extend(line.split('`').skip(1).step_by(2).map(|name| (number + 1, name.to_owned())));
        }
    }
    let least = if LONG.contains(&document) { 20 } else { 10 };
    assert!(named.len() > least, "{document} names only {} things", named.len());
    named
}

fn is_file(name: &str) -> bool {
    !name.contains(' ') && (name.contains('/') || ENDINGS.iter().any(|ending| name.ends_with(ending)))
}

/// The number and letter of a rule: `E07`, `C27_walking_hurts`.
fn is_rule(name: &str) -> bool {
    let mut letters = name.chars();
    letters.next().is_some_and(|first| "EUC".contains(first))
        && letters.take(2).filter(char::is_ascii_digit).count() == 2
}

#[test]
fn the_safety_page_names_files_tests_and_rules_that_are_there() {
    let project = Project::read();
    let rules = fs::read_to_string(root().join("assets/knowledge/rules.ron")).unwrap();
    let is_there = |name: &str| {
        // What a text is cut with, or an option of the program.
        if name.starts_with('[') || name.starts_with("--") {
            return true;
        }
        if is_file(name) {
            return project.has_file(name);
        }
        if is_rule(name) {
            let end = if name.len() == 3 { "_" } else { "\"" };
            return rules.contains(&format!("\"{name}{end}"));
        }
        let program = name.split("::").next().filter(|_| name.contains("::"));
        if program.is_some_and(|program| root().join("tests").join(program).join("main.rs").exists()) {
            return !project.module(name).is_empty();
        }
        let last = name.rsplit("::").next().unwrap();
        if let Some(begins) = last.strip_suffix("...") {
            return project.files.iter().any(|(_, text)| text.contains(&format!("fn {begins}")));
        }
        if last.split('_').count() > WORDS_OF_A_TEST {
            return project.has_word(&format!("fn {last}"));
        }
        // Of `Type::name` both are there.
        name.split("::").all(|part| project.has_word(part))
    };
    let gone: Vec<_> = named("SAFETY.md").into_iter().filter(|(_, name)| !is_there(name)).collect();
    assert!(gone.is_empty(), "SAFETY.md names what is not there:\n{gone:#?}");
}

#[test]
fn a_test_that_the_safety_page_names_stands_in_the_module_before_it() {
    let project = Project::read();
    let (mut looked_up, mut wrong) = (0, Vec::new());
    let mut module = (0, String::new());
    for (line, name) in named("SAFETY.md") {
        if name.contains("::") && !project.module(&name).is_empty() {
            module = (line, name);
        } else if module.0 == line && name.split('_').count() > WORDS_OF_A_TEST {
            looked_up += 1;
            if !project.module(&module.1).iter().any(|text| has_word(text, &format!("fn {name}"))) {
                wrong.push(format!("{line}: {name} is not in {}", module.1));
            }
        }
    }
    assert!(looked_up > 100, "only {looked_up} tests were looked up");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_read_me_names_options_variables_and_files_that_are_there() {
    let project = Project::read();
    let is_there = |name: &str| {
        let option = name.split_whitespace().find_map(|word| word.strip_prefix("--"));
        if let Some(option) = option.filter(|_| !name.starts_with("cargo")) {
            return project.has_word(&format!("Arg::Long(\"{option}\")"));
        }
        if name.starts_with("KNEENOTE_") {
            return project.has_word(name.split('=').next().unwrap());
        }
        let command = name.split_whitespace().next().unwrap();
        // What is built is not there yet.
        !command.contains('/') || command.starts_with("target/") || project.has_file(command)
    };
    let gone: Vec<_> = named("README.md").into_iter().filter(|(_, name)| !is_there(name)).collect();
    assert!(gone.is_empty(), "README.md names what is not there:\n{gone:#?}");
}

/// The documents that say where things stand.
const MAPS: [&str; 6] = [
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "assets/knee/README.md",
    "assets/knowledge/README.md",
    "assets/text/README.md",
    "tests/README.md",
];

#[test]
fn the_maps_and_the_recipes_name_files_and_code_that_are_there() {
    let project = Project::read();
    let is_there = |name: &str| {
        let (path, _) = name.trim_start_matches("../").split_once('*').unwrap_or((name.trim_start_matches("../"), ""));
        if is_file(name) {
            // What is built or kept is not there yet.
            return path.is_empty() || path.starts_with("target/") || project.has_file(path);
        }
        let code = name.split(['(', ' ', ':']).rfind(|part| !part.is_empty()).unwrap_or(name);
        !name.contains("::") || project.has_word(code)
    };
    for document in MAPS {
        let gone: Vec<_> = named(document).into_iter().filter(|(_, name)| !is_there(name)).collect();
        assert!(gone.is_empty(), "{document} names what is not there:\n{gone:#?}");
    }
}

/// `cargo test --test core red_team` names a program and one of its modules, or a test of one.
#[test]
fn every_test_that_a_document_says_to_run_is_there() {
    let project = Project::read();
    let mut found = 0;
    for document in MAPS.into_iter().chain(["README.md", "SAFETY.md"]) {
        let text = fs::read_to_string(root().join(document)).unwrap();
        for command in text.split("cargo test --test ").skip(1) {
            let mut words = command.split(|c: char| c.is_whitespace() || c == '`').filter(|word| !word.is_empty());
            let program = words.next().unwrap();
            assert!(root().join("tests").join(program).join("main.rs").exists(), "{document}: no program {program}");
            let module = command.split(['\n', '`', '#']).next().unwrap().split_whitespace().nth(1);
            let Some(module) = module.filter(|module| !module.starts_with('-')) else { continue };
            found += 1;
            let sources = project.module(&format!("{program}::{module}"));
            let of_program = project.module(program);
            let is_test = of_program.iter().any(|text| text.contains(&format!("fn {module}")));
            assert!(!sources.is_empty() || is_test, "{document}: {program} has no {module}");
        }
    }
    assert!(found > 3, "only {found} commands");
}

/// The lines of a section of a document, up to the next heading.
fn section<'a>(text: &'a str, heading: &str) -> Vec<&'a str> {
    let lines = text.lines().skip_while(|line| *line != heading).skip(1);
    let lines: Vec<_> = lines.take_while(|line| !line.starts_with("## ")).collect();
    assert!(!lines.is_empty(), "there is no {heading}");
    lines
}

#[test]
fn every_step_from_a_click_to_a_saved_byte_names_a_file_and_the_function_in_it() {
    let project = Project::read();
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let mut steps = 0;
    for line in section(&text, "## From a click to a saved byte") {
        if !line.starts_with(|first: char| first.is_ascii_digit()) {
            continue;
        }
        steps += 1;
        let named: Vec<&str> = line.split('`').skip(1).step_by(2).collect();
        let (files, code): (Vec<&str>, Vec<&str>) = named.into_iter().partition(|name| is_file(name));
        assert!(!files.is_empty() && !code.is_empty(), "no file or no function: {line}");
        let of_step = |path: &Path| files.iter().any(|file| path == Path::new("src").join(file));
        let texts: Vec<&str> =
            project.files.iter().filter(|(path, _)| of_step(path)).map(|(_, text)| text.as_str()).collect();
        assert_eq!(texts.len(), files.len(), "a file is not in src: {line}");
        for name in code {
            let (of, last) = name.rsplit_once("::").unwrap_or(("", name));
            let is_function = last.starts_with(|first: char| first.is_ascii_lowercase());
            let wanted = if is_function { format!("fn {last}") } else { last.to_owned() };
            let is_method = is_function && of.starts_with(|first: char| first.is_ascii_uppercase());
            let is_there =
                |text: &&&str| has_word(text, &wanted) && (!is_method || has_word(text, &format!("impl {of}")));
            assert!(texts.iter().any(|text| is_there(&text)), "{name} is in none of {files:?}: {line}");
        }
    }
    assert!(steps > 8, "only {steps} steps");
}

#[test]
fn the_list_of_crates_is_that_of_the_manifest() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let rows = section(&text, "## Direct dependencies");
    let cells = rows.iter().filter(|row| row.starts_with("| `")).filter_map(|row| row.split('|').nth(1));
    let listed: BTreeSet<String> =
        cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).map(str::to_owned).collect();
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let mut is_dependency = false;
    let mut used = BTreeSet::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            is_dependency = line.contains("dependencies");
        } else if let Some((name, _)) = line.split_once(" = ").filter(|_| is_dependency && !line.starts_with(' ')) {
            used.insert(name.to_owned());
        }
    }
    assert_eq!(listed, used, "the list in ARCHITECTURE.md, and Cargo.toml");
}
