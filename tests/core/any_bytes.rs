//! Promise: no bytes make the program stop, hang or show what nobody wrote; `tests/fuzz` does the same for hours.

use kneenote::check::MOST_CHARACTERS;
use kneenote::knowledge::files::{ContentFiles, NAMES};
use proptest::prelude::Rng as _;
use proptest::test_runner::{RngAlgorithm, TestRng};

/// Bits and pieces that break readers: openings without an end, control characters, signs that turn text, deep nests.
const PIECES: [&str; 16] = [
    "(",
    ")",
    "{",
    "\"",
    "\\u{0}",
    "Some(",
    "r#\"",
    "/*",
    "\u{202e}",
    "\u{0}",
    "\u{7}",
    "\r\n",
    "\u{1F3C3}",
    "1e999",
    "((((((((((((((((((((((((((((((((",
    "\"stairs_down\": Yes,",
];

/// The same bytes with a few places changed.
fn changed(seed: &[u8], random: &mut TestRng) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=random.next_u32() % 4 {
        let at = random.next_u32() as usize % (bytes.len() + 1);
        match random.next_u32() % 4 {
            0 => bytes.truncate(at),
            1 if at < bytes.len() => bytes[at] = random.next_u32() as u8,
            2 => {
                let end = bytes.len().min(at + random.next_u32() as usize % 40);
                bytes.drain(at..end);
            }
            _ => {
                let piece = PIECES[random.next_u32() as usize % PIECES.len()];
                bytes.splice(at..at, piece.bytes());
            }
        }
    }
    bytes
}

fn random() -> TestRng {
    TestRng::deterministic_rng(RngAlgorithm::ChaCha)
}

#[test]
fn of_a_check_file() {
    let seeds = [
        include_str!("../fixtures/note/half_marathon.kneenote"),
        include_str!("../fixtures/old_checks/version_1.kneenote"),
    ];
    let mut random = random();
    for round in 0..1500 {
        crate::promises::of_a_check_file(&changed(seeds[round % seeds.len()].as_bytes(), &mut random));
    }
    crate::promises::of_a_check_file("(".repeat(100_000).as_bytes());
    crate::promises::of_a_check_file(
        format!("(version: 1, words: {{\"why\": \"{}\"}})", "\u{202e}x".repeat(250_000)).as_bytes(),
    );
}

#[test]
fn of_a_knowledge_file() {
    let files = ContentFiles::embedded();
    let mut random = random();
    for round in 0..110 {
        let which = round % NAMES.len();
        let mut bytes = vec![which as u8];
        bytes.extend(files.text(NAMES[which]).bytes());
        let mut bytes = changed(&bytes, &mut random);
        if let Some(first) = bytes.first_mut() {
            *first = which as u8;
        }
        crate::promises::of_a_knowledge_file(&bytes);
    }
}

#[test]
fn of_a_note() {
    let mut random = random();
    for round in 0..150 {
        let mut bytes = vec![0; 400 + round * 10];
        random.fill_bytes(&mut bytes);
        crate::promises::of_a_note(&bytes);
    }
}

#[test]
fn of_a_note_with_as_many_words_as_a_check_can_hold() {
    for piece in ["word ", "x", "URGENT SIGNS\n  Yes: ", "\u{202e}\u{1F3C3}\"", "\u{4f60}"] {
        let mut bytes = vec![1; 400];
        bytes.extend(format!("{}\0", piece.repeat(MOST_CHARACTERS)).repeat(12).bytes());
        crate::promises::of_a_note(&bytes);
    }
}
