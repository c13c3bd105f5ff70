//! Promise: every text that can be shown, in the app and on the page, is plain: short sentences, short words, British
//! spelling, and no word that scares, blames or pretends.
//!
//! `cargo test --test content plain_words -- --nocapture` prints the figures. What the runner types is not meant.

use std::collections::{BTreeMap, BTreeSet};

use crate::known::knowledge;
use crate::reading::{LONG, Reader, is_figure, lines_of, sentences, words};
use crate::texts::{CLINICAL, Text, note_words, on_a_screen, on_the_page};

/// Highest grade of a text of [`GRADED_WORDS`] and more.
const GRADE: f64 = 6.0;
/// Shorter texts are labels; the formula says nothing of them.
const GRADED_WORDS: usize = 8;
/// Highest grade of all texts of one step together.
const STEP_GRADE: f64 = 5.0;
/// Words of a sentence: never more, and most sentences at most so many.
const SENTENCE: usize = 20;
const SHORT_SENTENCE: usize = 15;
/// Of 100 sentences so many are short.
const SHORT_OF_100: usize = 90;

/// Words that never stand where people read.
const BANNED: [&str; 13] = [
    "please",
    "sorry",
    "oops",
    "invalid",
    "error code",
    "clinician",
    "clinicians",
    "should",
    "rare",
    "common",
    "chance",
    "chances",
    "percentage",
];

/// American forms and what is written here.
const AMERICAN: [(&str, &str); 24] = [
    ("color", "colour"),
    ("colors", "colours"),
    ("center", "centre"),
    ("centers", "centres"),
    ("kilometer", "kilometre"),
    ("kilometers", "kilometres"),
    ("centimeter", "centimetre"),
    ("centimeters", "centimetres"),
    ("gray", "grey"),
    ("tire", "tyre"),
    ("favor", "favour"),
    ("labor", "labour"),
    ("tumor", "tumour"),
    ("estrogen", "oestrogen"),
    ("edema", "oedema"),
    ("fiber", "fibre"),
    ("practicing", "practising"),
    ("organize", "organise"),
    ("recognize", "recognise"),
    ("stabilize", "stabilise"),
    ("labeled", "labelled"),
    ("traveled", "travelled"),
    ("defense", "defence"),
    ("license", "licence"),
];

/// Everything that can be shown, but the names that only doctors use.
fn shown() -> Vec<Text> {
    let knowledge = knowledge();
    let mut texts = on_a_screen(knowledge);
    texts.extend(note_words());
    texts.extend(on_the_page(knowledge));
    texts.retain(|(place, text)| !text.is_empty() && !place.ends_with(CLINICAL));
    assert!(texts.len() > 2000, "{}", texts.len());
    texts
}

/// The step that shows a text; the page for the visit and the menu stand for themselves.
fn step(place: &str) -> &'static str {
    let starts = |starts: &[&str]| starts.iter().any(|start| place.starts_with(start));
    match place {
        _ if starts(&["screen.ron/start", "about", "not made for"]) => "start and about",
        _ if starts(&["screen.ron/safety", "safety/"]) => "safety",
        _ if starts(&["screen.ron/place", "screen.ron/picker", "where/", "zone "]) => "where",
        _ if starts(&["screen.ron/questions", "questions/", "card "]) => "questions",
        _ if starts(&[
            "screen.ron/result",
            "cause ",
            "rule ",
            "advice ",
            "plan ",
            "figure ",
            "SB",
            "prevention",
            "faq",
            "article",
        ]) =>
        {
            "what to do"
        }
        _ if starts(&["note.ron", "finding ", "question ", "danger group "]) => "page",
        _ => "menu and the rest",
    }
}

#[test]
fn every_text_reads_at_grade_6_and_every_step_at_grade_5() {
    let reader = Reader::new();
    let texts = shown();
    let mut graded: Vec<(f64, &Text)> = texts
        .iter()
        .filter(|(_, text)| words(text).len() >= GRADED_WORDS)
        .map(|found| (reader.grade([found.1.as_str()]), found))
        .collect();
    graded.sort_by(|one, other| other.0.total_cmp(&one.0));
    println!(
        "{} texts, {} of {GRADED_WORDS} words and more, highest grade {:.1}",
        texts.len(),
        graded.len(),
        graded[0].0
    );
    let mut steps: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (place, text) in texts.iter().filter(|(_, text)| words(text).len() >= GRADED_WORDS) {
        steps.entry(step(place)).or_default().push(text);
    }
    let mut wrong: Vec<String> = Vec::new();
    for (step, texts) in steps {
        let grade = reader.grade(texts.iter().copied());
        println!("{step}: grade {grade:.1} of {} texts together", texts.len());
        if grade > STEP_GRADE {
            wrong.push(format!("{step}: grade {grade:.1}"));
        }
    }
    let hard = graded.iter().take_while(|(grade, _)| *grade > GRADE);
    wrong.extend(hard.map(|(grade, (place, text))| format!("grade {grade:.1} at {place}: {text}")));
    assert!(wrong.is_empty(), "shorten sentences or words:\n{}", wrong.join("\n"));
}

#[test]
fn no_sentence_is_long_and_nine_of_ten_are_short() {
    let texts = shown();
    let lengths: Vec<(usize, &str, String)> = texts
        .iter()
        .flat_map(|(place, text)| sentences(text).into_iter().map(move |one| (words(&one).len(), place.as_str(), one)))
        .collect();
    let short = lengths.iter().filter(|(length, ..)| *length <= SHORT_SENTENCE).count();
    let longest = lengths.iter().map(|(length, ..)| *length).max().unwrap();
    println!("{} sentences, longest {longest} words, {short} of at most {SHORT_SENTENCE}", lengths.len());
    let wrong: Vec<String> = lengths
        .iter()
        .filter(|(length, ..)| *length > SENTENCE)
        .map(|(length, place, one)| format!("{length} words at {place}: {one}"))
        .collect();
    assert!(wrong.is_empty(), "split:\n{}", wrong.join("\n"));
    assert!(100 * short >= SHORT_OF_100 * lengths.len(), "{short} of {}", lengths.len());
}

#[test]
fn the_syllables_of_every_word_are_known() {
    let reader = Reader::new();
    let used: BTreeSet<String> =
        shown().iter().flat_map(|(_, text)| words(text)).filter(|word| !is_figure(word)).collect();
    println!("{} words", used.len());
    let missing: Vec<_> = used.iter().filter(|word| reader.syllables(word).is_none()).collect();
    assert!(
        missing.is_empty(),
        "write each with its number of syllables into tests/fixtures/words/syllables.txt, from the dictionary named there: \
         {missing:?}"
    );
    let unused: Vec<_> = reader.known().filter(|word| !used.contains(*word)).collect();
    assert!(
        unused.is_empty(),
        "no text holds these any more; take them out of tests/fixtures/words/syllables.txt: {unused:?}"
    );
    let lines = lines_of("syllables.txt");
    assert!(lines.is_sorted(), "tests/fixtures/words/syllables.txt is not sorted");
}

#[test]
fn a_long_word_has_a_gloss_or_a_reason() {
    let reader = Reader::new();
    let lines = lines_of("long_words.txt");
    let allowed: BTreeMap<&str, &str> =
        lines.iter().map(|line| line.split_once(": ").unwrap_or((line.as_str(), ""))).collect();
    assert!(lines.is_sorted(), "tests/fixtures/words/long_words.txt is not sorted");
    let without: Vec<_> = allowed.iter().filter(|(_, reason)| reason.is_empty()).collect();
    assert!(without.is_empty(), "no reason: {without:?}");
    let mut long: BTreeMap<String, String> = BTreeMap::new();
    for (place, text) in shown() {
        for word in words(&text) {
            if reader.syllables(&word).unwrap_or(LONG) >= LONG {
                long.entry(word).or_insert_with(|| format!("{place}: {text}"));
            }
        }
    }
    println!("{} words of {LONG} syllables and more", long.len());
    let wrong: Vec<_> = long.iter().filter(|(word, _)| !allowed.contains_key(word.as_str())).collect();
    assert!(
        wrong.is_empty(),
        "find a shorter word, or a line with a reason in tests/fixtures/words/long_words.txt: {wrong:#?}"
    );
    let unused: Vec<_> = allowed.keys().filter(|word| !long.contains_key(**word)).collect();
    assert!(unused.is_empty(), "no longer used: {unused:?}");
}

/// Says where each of these words stands, alone or side by side.
fn found(texts: &[Text], wanted: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (place, text) in texts {
        let line = format!(" {} ", words(text).join(" "));
        for word in wanted.iter().filter(|word| line.contains(&format!(" {word} "))) {
            found.push(format!("\"{word}\" at {place}: {text}"));
        }
    }
    found
}

#[test]
fn no_banned_word_and_no_chance_stands_anywhere() {
    let texts = shown();
    println!("{} texts, {} words that may not be in them", texts.len(), BANNED.len());
    let wrong = found(&texts, &BANNED);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let signs: Vec<_> = texts.iter().filter(|(_, text)| text.contains('%')).collect();
    assert!(signs.is_empty(), "write \"percent\", and only of distances and of cited studies: {signs:#?}");
}

#[test]
fn the_spelling_is_british() {
    let wrong = found(&shown(), &AMERICAN.map(|(american, _)| american));
    println!("{} American forms looked for, {} found", AMERICAN.len(), wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
