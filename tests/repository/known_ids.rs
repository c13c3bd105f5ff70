//! Promise: code and content meet in one file. No id of the content stands as a text anywhere else in `src`, so that
//! one which is renamed or taken away is found when the content is checked.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use kneenote::knowledge::Knowledge;
use proc_macro2::{TokenStream, TokenTree};

/// Where the known ids stand.
const KNOWN: &str = "src/knowledge/known_ids.rs";
/// Words that are ids too, and mean something else where they stand in code.
const OTHER_WORDS: [(&str, &str); 3] = [
    ("age", "what a text of assets/text is filled with"),
    ("began", "the field of a check"),
    ("weight", "what a text of assets/text is filled with"),
];

#[test]
fn no_id_of_the_content_stands_in_code_but_among_the_known_ids() {
    let ids = ids();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = BTreeMap::new();
    for file in rust_files(&root.join("src")) {
        let name = file.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        let mut texts = Vec::new();
        collect_texts(fs::read_to_string(&file).unwrap().parse().unwrap(), &mut texts);
        texts.retain(|text| ids.contains(text));
        if name != KNOWN && !texts.is_empty() {
            found.insert(name, texts);
        }
    }
    let mut words: BTreeMap<_, _> = OTHER_WORDS.into_iter().collect();
    let used: BTreeSet<String> = found.values().flatten().cloned().collect();
    for texts in found.values_mut() {
        texts.retain(|text| !words.contains_key(text.as_str()));
    }
    found.retain(|_, texts| !texts.is_empty());
    assert!(found.is_empty(), "these belong into {KNOWN}: {found:#?}");
    words.retain(|word, _| !used.contains(*word));
    assert!(words.is_empty(), "no longer needed: {words:?}");
}

#[test]
fn a_text_is_found_wherever_it_stands_but_in_tests() {
    let code = r##"
        #[cfg(test)] mod tests { const A: &str = "in_tests"; }
        // "in_a_comment"
        fn f() { g!(["in_a_macro"], r#"raw"#); } const C: char = '"';
        #[test] fn t() { "in_a_test" }
    "##;
    let mut texts = Vec::new();
    collect_texts(code.parse().unwrap(), &mut texts);
    assert_eq!(texts, ["in_a_macro", "raw"]);
}

/// Every id of the content.
fn ids() -> BTreeSet<String> {
    let knowledge = Knowledge::embedded().unwrap();
    let mut ids = BTreeSet::new();
    let mut add = |id: &str| _ = ids.insert(id.to_owned());
    for question in &knowledge.questions {
        add(question.id.as_str());
        question.options.iter().for_each(|row| add(row.id.as_str()));
        question.numbers.iter().for_each(|row| add(row.id.as_str()));
    }
    knowledge.cards.iter().for_each(|row| add(row.id.as_str()));
    knowledge.zones.iter().for_each(|row| add(row.id.as_str()));
    knowledge.causes.iter().for_each(|row| add(row.id.as_str()));
    knowledge.rules.iter().for_each(|row| add(row.id.as_str()));
    knowledge.flags.iter().for_each(|row| add(&row.id));
    knowledge.clusters.iter().for_each(|row| add(&row.id));
    knowledge.red_flag_groups.iter().for_each(|row| add(&row.id));
    knowledge.scoring.groups.iter().for_each(|row| add(&row.id));
    knowledge.article.bullets.iter().for_each(|row| add(row.id.as_str()));
    knowledge.sources.iter().for_each(|row| add(row.id.as_str()));
    knowledge.figures.iter().for_each(|row| add(&row.id));
    ids
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.flat_map(|path| if path.is_dir() { rust_files(&path) } else { vec![path] });
    files.filter(|path| path.extension().is_some_and(|of| of == "rs") && !path.ends_with("tests.rs")).collect()
}

/// The texts of the code; what stands only in tests is left out.
fn collect_texts(code: TokenStream, into: &mut Vec<String>) {
    let (mut after_hash, mut is_of_test) = (false, false);
    for token in code {
        let was_hash = std::mem::take(&mut after_hash);
        match token {
            TokenTree::Punct(punct) => {
                after_hash = punct.as_char() == '#';
                is_of_test &= punct.as_char() != ';';
            }
            TokenTree::Group(group) if was_hash => {
                is_of_test |= matches!(group.stream().to_string().as_str(), "cfg (test)" | "cfg(test)" | "test");
            }
            // The body of what the attribute stands at.
            TokenTree::Group(group) if is_of_test => {
                is_of_test = group.delimiter() != proc_macro2::Delimiter::Brace;
            }
            TokenTree::Group(group) => collect_texts(group.stream(), into),
            TokenTree::Literal(literal) if !is_of_test => {
                let text = literal.to_string();
                let text = text.trim_start_matches('r').trim_matches('#');
                into.extend(text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).map(str::to_owned));
            }
            _ => {}
        }
    }
}
