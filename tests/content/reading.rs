//! How hard a text is to read.

use std::collections::BTreeMap;

/// Words of three syllables and more are long.
pub(crate) const LONG: usize = 3;

/// The syllables of words, read from `syllables.txt`.
pub(crate) struct Reader(BTreeMap<String, usize>);

impl Reader {
    /// Reads the file: a word and its syllables on each line, `#` before a remark.
    pub(crate) fn new() -> Self {
        let lines = lines_of("syllables.txt");
        Self(
            lines
                .iter()
                .map(|line| {
                    let (word, count) = line.split_once(' ').unwrap();
                    (word.to_owned(), count.parse().unwrap())
                })
                .collect(),
        )
    }

    /// The words that the file holds, in its order.
    pub(crate) fn known(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// How many syllables a word has; figures count one.
    pub(crate) fn syllables(&self, word: &str) -> Option<usize> {
        if is_figure(word) { Some(1) } else { self.0.get(word).copied() }
    }

    /// The Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59.
    pub(crate) fn grade<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> f64 {
        let (mut words, mut syllables, mut sentences) = (0, 0, 0);
        for text in texts {
            sentences += self::sentences(text).len();
            for word in self::words(text) {
                words += 1;
                syllables += self.syllables(&word).unwrap_or(LONG);
            }
        }
        let [words, syllables, sentences] = [words, syllables, sentences].map(|count: usize| count.max(1) as f64);
        0.39 * words / sentences + 11.8 * syllables / words - 15.59
    }
}

/// The lines of a file beside this one, without remarks.
pub(crate) fn lines_of(file: &str) -> Vec<String> {
    let path = format!("{}/tests/fixtures/words/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

/// Whether it is a number and not a word.
pub(crate) fn is_figure(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit())
}

/// The words of a text in small letters; what is filled in later counts as one short word.
pub(crate) fn words(text: &str) -> Vec<String> {
    unfilled(text)
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(|word| word.trim_matches('\''))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The sentences of a text: each ends with `.`, `!`, `?`, `:` or `;` before a space, or with the text.
pub(crate) fn sentences(text: &str) -> Vec<String> {
    let mut sentences = vec![String::new()];
    for word in unfilled(text).split_whitespace() {
        let last = sentences.last_mut().unwrap();
        last.push_str(word);
        last.push(' ');
        if word.ends_with(['.', '!', '?', ':', ';']) {
            sentences.push(String::new());
        }
    }
    sentences.retain(|sentence| !words(sentence).is_empty());
    sentences
}

fn unfilled(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        plain.push_str(before);
        plain.push_str("it");
        rest = after.split_once('}').map_or("", |(_, tail)| tail);
    }
    plain + rest
}
