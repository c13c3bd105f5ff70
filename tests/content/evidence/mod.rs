//! Promise: nothing of the evidence is lost on its way into the app, and every difference from it can be seen.
//!
//! `tests/fixtures/evidence` holds the tables as they were published, a row a line; it is never changed. A snapshot shows our
//! rows in our order beside them: `=` as published, `*` changed (with `<` what was published), `+` ours alone, and `-` what
//! was not taken over. Why stands in `assets/knowledge/README.md`, "Changes".
//!
//! `INSTA_UPDATE=always cargo test --test content evidence` takes the snapshots anew: read the diff before it is committed.

mod rows;

use std::collections::BTreeMap;

use crate::fixtures::text;
use crate::known::knowledge;

/// A row is the same row when the first columns are the same, so many of them.
fn key(row: &str, columns: usize) -> String {
    row.split('|').take(columns).collect::<Vec<_>>().join("|")
}

/// Our rows beside those of the evidence.
fn beside(ours: &[String], published: &str, columns: usize) -> String {
    let mut theirs: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for row in published.lines() {
        theirs.entry(key(row, columns)).or_default().push(row);
    }
    let mut lines = Vec::new();
    for row in ours {
        let rows = theirs.entry(key(row, columns)).or_default();
        if let Some(same) = rows.iter().position(|published| published == row) {
            rows.remove(same);
            lines.push(format!("= {row}"));
        } else if rows.is_empty() {
            lines.push(format!("+ {row}"));
        } else {
            lines.extend([format!("* {row}"), format!("< {}", rows.remove(0))]);
        }
    }
    let mut left = published.lines().filter(|row| {
        let rows = theirs.get_mut(&key(row, columns)).unwrap();
        rows.iter().position(|other| other == row).map(|at| rows.remove(at)).is_some()
    });
    lines.extend(left.by_ref().map(|row| format!("- {row}")));
    lines.join("\n")
}

#[track_caller]
fn compare(name: &str, ours: &[String], columns: usize) {
    insta::assert_snapshot!(name, beside(ours, &text(&format!("evidence/{name}.txt")), columns));
}

#[test]
fn weights() {
    compare("weights", &rows::weights(knowledge()), 2);
}

#[test]
fn rules() {
    compare("rules", &rows::rules(knowledge()), 2);
}

#[test]
fn red_flags() {
    compare("red_flags", &rows::red_flags(knowledge()), 1);
}

#[test]
fn flags() {
    compare("flags", &rows::flags(knowledge()), 1);
}

#[test]
fn questions() {
    compare("questions", &rows::questions(knowledge()), 1);
}

#[test]
fn groups() {
    compare("groups", &rows::groups(knowledge()), 1);
}

#[test]
fn constants() {
    compare("constants", &rows::constants(knowledge()), 1);
}

#[test]
fn strengths() {
    compare("strengths", &rows::strengths(knowledge()), 1);
}

#[test]
fn start_weights() {
    compare("start_weights", &rows::start_weights(knowledge()), 1);
}

#[test]
fn age_and_sex() {
    compare("age_and_sex", &rows::age_and_sex(knowledge()), 1);
}

#[test]
fn places_of_causes() {
    compare("places_of_causes", &rows::places_of_causes(knowledge()), 1);
}

#[test]
fn unrolled_knee() {
    compare("unrolled_knee", &rows::unrolled_knee(knowledge()), 1);
}

#[test]
fn zones_in_views() {
    compare("zones_in_views", &rows::zones_in_views(knowledge()), 1);
}

#[test]
fn bands_and_lists() {
    compare("bands_and_lists", &rows::bands_and_lists(knowledge()), 1);
}

#[test]
fn clusters() {
    compare("clusters", &rows::clusters(knowledge()), 1);
}

#[test]
fn article() {
    compare("article", &rows::article(knowledge()), 1);
}

#[test]
fn sources() {
    compare("sources", &rows::sources(knowledge()), 1);
}

#[test]
fn figures() {
    for (at, name) in ["figures_shares", "figures_knee_maps", "figures_accuracy"].into_iter().enumerate() {
        compare(name, &rows::figures(knowledge(), at), 1);
    }
}

/// A card may name more sources than the evidence, those of the facts it tells, and leaves none out.
#[test]
fn every_card_names_the_sources_of_the_evidence() {
    let knowledge = knowledge();
    compare("card_sources", &rows::card_sources(knowledge), 1);
    let published = text("evidence/card_sources.txt");
    let of = |row: &str| row.split_once('|').map(|(cause, sources)| (cause.to_owned(), sources.to_owned())).unwrap();
    for (cause, sources) in published.lines().map(of) {
        let card = &knowledge.cause(&cause).unwrap().card;
        for source in sources.split(", ") {
            assert!(card.sources.iter().any(|ours| *ours == *source), "{cause}: {source}");
        }
    }
}

#[test]
fn each_kind_of_difference_is_marked() {
    let ours = ["a|1", "b|2", "c|3"].map(str::to_owned);
    assert_eq!(beside(&ours, "a|1\nb|1\nd|4\n", 1), "= a|1\n* b|2\n< b|1\n+ c|3\n- d|4");
}
