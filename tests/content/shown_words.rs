//! Promise: no string that can be shown claims more than the app knows, and the page holds none of the words that
//! clinicians must not read from a program.

use crate::known::knowledge;
use crate::texts::{Text, note_words, of_causes, of_rules, on_a_screen, on_the_page, words_of};

/// Words that may never stand on the page, as whole words in small letters.
const NEVER_ON_THE_PAGE: [&str; 15] = [
    "you have",
    "diagnosis of",
    "diagnosed",
    "confirmed",
    "rule out",
    "safe to run",
    "cleared",
    "overtrained",
    "bad form",
    "no red flags",
    "effusion",
    "laxity",
    "tender",
    "positive test",
    "chance",
];

/// Words that may never stand on a screen: they claim to know.
const NEVER_SHOWN: [&str; 5] = ["diagnosed with", "you are cleared", "safe to run", "overtrained", "no red flags"];

#[test]
fn the_page_holds_no_word_that_it_must_not() {
    let knowledge = knowledge();
    let texts: Vec<Text> = note_words().into_iter().chain(on_the_page(knowledge)).collect();
    println!("{} texts of the page", texts.len());
    assert!(texts.len() > 400, "{}", texts.len());
    assert_no_word(&texts, &NEVER_ON_THE_PAGE);
    let wrong: Vec<_> = texts.iter().filter(|(_, text)| has_per_cent(text)).collect();
    assert!(wrong.is_empty(), "per cent on the page: {wrong:#?}");
    let wrong: Vec<_> = texts.iter().filter(|(_, text)| !text.is_ascii()).collect();
    assert!(wrong.is_empty(), "not plain ASCII: {wrong:#?}");
}

#[test]
fn no_screen_claims_to_know() {
    let texts = on_a_screen(knowledge());
    println!("{} texts of the screens", texts.len());
    assert!(texts.len() > 1500, "{}", texts.len());
    assert_no_word(&texts, &NEVER_SHOWN);
}

#[test]
fn no_cause_and_no_reason_says_you_have_it() {
    let knowledge = knowledge();
    let mut texts = of_causes(knowledge);
    texts.extend(of_rules(knowledge));
    texts.extend(words_of("screen.ron").into_iter().filter(|(place, _)| place.contains("result")));
    println!("{} texts of causes, rules and the result", texts.len());
    assert_no_word(&texts, &["you have", "you've got"]);
}

/// Figures of studies are said as "per cent" or "of every 100", never as a percentage of the runner.
#[test]
fn no_digit_is_followed_by_a_per_cent_sign() {
    let texts = on_a_screen(knowledge());
    let wrong: Vec<_> = texts.iter().filter(|(_, text)| has_per_cent(text)).collect();
    println!("{} texts, {} with a per cent sign", texts.len(), wrong.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Brackets, quotes and escapes of a program's data do not leak into what people read.
#[test]
fn every_text_is_a_text_and_not_written_out_data() {
    let mut texts = on_a_screen(knowledge());
    texts.extend(on_the_page(knowledge()));
    texts.extend(note_words());
    let wrong: Vec<_> = texts
        .iter()
        .filter(|(_, text)| {
            text.contains("['")
                || text.contains("']")
                || text.contains("\", \"")
                || text.contains("\\n")
                || text.contains("None") && text.contains('(')
                || text.trim() != text
                || text.contains("  ")
        })
        .filter(|(place, _)| !place.starts_with("note.ron/worst_of_week"))
        .map(|(place, text)| format!("{place}: {text}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn assert_no_word(texts: &[Text], words: &[&str]) {
    let wrong: Vec<_> = texts
        .iter()
        .flat_map(|(place, text)| {
            let small = text.to_lowercase();
            words
                .iter()
                .filter(move |word| has_words(&small, word))
                .map(move |word| format!("{place}: \"{word}\" in {text}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn has_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + words.len()..].chars().next();
        [before, after].into_iter().flatten().all(|c| !c.is_alphanumeric())
    })
}

fn has_per_cent(text: &str) -> bool {
    text.match_indices('%').any(|(at, _)| text[..at].trim_end().ends_with(|c: char| c.is_ascii_digit() || c == '}'))
}
