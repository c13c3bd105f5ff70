//! Text from outside - a file, a name, an argument, what somebody types - made fit to be quoted in a message, or to be
//! kept as own words.

use unicode_general_category::{GeneralCategory, get_general_category};
use unicode_segmentation::UnicodeSegmentation as _;

/// A message quotes at most this many characters of a file, a name or an argument.
pub const MOST_QUOTED: usize = 60;
/// What stands where a text was cut.
const CUT: &str = "...";

/// What a message quotes: at most [`MOST_QUOTED`] characters on one line, and nothing that steers a terminal or turns
/// the direction of what follows.
#[must_use]
pub fn quoted(text: &str) -> String {
    shortened(text, MOST_QUOTED)
}

/// The same with another limit in characters; what is longer is cut between letters and ends with "...".
#[must_use]
pub fn shortened(text: &str, most: usize) -> String {
    let plain: String = text.chars().take(most + 1).flat_map(visible).take(most + 1).collect();
    if plain.chars().nth(most).is_none() {
        return plain;
    }
    beginning(&plain, most.saturating_sub(CUT.len())).to_owned() + CUT
}

/// As much of the beginning of a text as `most` characters hold, in whole letters: none without its accents, no half of
/// a joined emoji.
#[must_use]
pub fn beginning(text: &str, most: usize) -> &str {
    let (kept, _) = text.split_at(text.graphemes(true).map_while(fits(most)).sum());
    kept
}

/// The same of the end.
#[must_use]
pub fn ending(text: &str, most: usize) -> &str {
    let kept: usize = text.graphemes(true).rev().map_while(fits(most)).sum();
    let (_, kept) = text.split_at(text.len() - kept);
    kept
}

/// The bytes of each letter, one after the other, as long as all of them fit into so many characters.
fn fits<'a>(most: usize) -> impl FnMut(&'a str) -> Option<usize> {
    let mut room = most;
    move |letter| {
        room = room.checked_sub(letter.chars().count())?;
        Some(letter.len())
    }
}

/// A whole line of a message: nothing that steers, nothing cut.
#[must_use]
pub fn on_one_line(text: &str) -> String {
    text.chars().flat_map(visible).collect()
}

/// The letter itself, or `\u{202e}` where it would steer what is shown.
fn visible(c: char) -> impl Iterator<Item = char> {
    let (escaped, itself) = if steers(c) { (Some(c.escape_default()), None) } else { (None, Some(c)) };
    escaped.into_iter().flatten().chain(itself)
}

/// Whether a character changes how others are shown, or may: controls, line ends, format characters, and what Unicode
/// keeps free for more of them.
fn steers(c: char) -> bool {
    use GeneralCategory::{Control, Format, LineSeparator, ParagraphSeparator};
    matches!(get_general_category(c), Control | Format | LineSeparator | ParagraphSeparator)
        || matches!(c, '\u{2065}' | '\u{fff0}'..='\u{fff8}' | '\u{e0000}'..='\u{e0fff}')
        || is_no_character(c)
}

/// Whether a character is a format character that is not seen and joins no letters. Some are seen: signs that stand
/// around the number or the word after them, and make one letter with its first.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    // Among the format characters Unicode keeps some codes free for more of them.
    let is_free = matches!(c, '\u{2065}' | '\u{e0000}'..='\u{e007f}');
    let is_format = is_free || get_general_category(c) == GeneralCategory::Format;
    let joins = matches!(c, '\u{200c}' | '\u{200d}');
    is_format && !joins && format!("{c}a").graphemes(true).nth(1).is_some()
}

/// Embeds, overrides or isolates a direction.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A code that Unicode keeps free for ever; a desktop bus may refuse a text that holds one.
fn is_no_character(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff)
}

/// Own words as they are kept: line ends are `\n`, a tab is a space, and what no box and no desktop bus takes is gone:
/// control characters, codes that are no characters, and characters that turn the direction of others.
///
/// Cleaning twice changes nothing more.
#[must_use]
pub fn own_words(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => kept.push('\n'),
            '\t' => kept.push(' '),
            c if c.is_control() || turns(c) || is_no_character(c) => {}
            c => kept.push(c),
        }
    }
    kept
}

/// Whether [`own_words`] would change the text.
#[must_use]
pub fn is_clean(text: &str) -> bool {
    !text
        .chars()
        .any(|c| c != '\n' && (c.is_control() || turns(c) || is_no_character(c) || "\u{2028}\u{2029}".contains(c)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_quotation_is_short_and_steers_nothing() {
        assert_eq!(quoted("stairs_down"), "stairs_down");
        assert_eq!(quoted("a\nb\u{1b}[31m\u{202e}\u{e4}"), "a\\nb\\u{1b}[31m\\u{202e}\u{e4}");
        assert_eq!(quoted(&"x".repeat(1_000_000)), format!("{}...", "x".repeat(57)));
        assert_eq!(quoted(&"\u{200b}".repeat(1_000_000)).chars().count(), MOST_QUOTED);
        assert_eq!(quoted(&"x".repeat(MOST_QUOTED)), "x".repeat(MOST_QUOTED));
    }

    #[test]
    fn own_words_keep_their_lines_and_letters() {
        assert_eq!(own_words("a\r\nb\rc\td\u{2028}e"), "a\nb\nc d\ne");
        assert_eq!(own_words("\u{0}a\u{7}\u{fdd0}\u{10ffff}\u{fffe}\u{202e}b\u{2066}"), "ab");
        let kept = "5'10\" \u{1f469}\u{200d}\u{1f52c} \u{5e9}\u{200f} e\u{301} \u{3164}";
        assert_eq!(own_words(kept), kept);
    }

    #[test]
    fn what_is_shortened_is_cut_between_letters() {
        let cut = |before: usize, letter: &str| quoted(&("x".repeat(before) + &letter.repeat(20)));
        assert_eq!(cut(56, "e\u{301}"), "x".repeat(56) + "...");
        assert_eq!(cut(55, "e\u{301}"), "x".repeat(55) + "e\u{301}...");
        assert_eq!(cut(54, "\u{1f1e9}\u{1f1ea}"), "x".repeat(54) + "\u{1f1e9}\u{1f1ea}...");
        assert_eq!(cut(56, "\u{1f44d}\u{1f3fd}"), "x".repeat(56) + "...");
    }

    #[test]
    fn a_sign_that_nobody_sees_is_named_in_a_message_whoever_added_it_to_unicode() {
        for unseen in ['\u{ad}', '\u{600}', '\u{200d}', '\u{2065}', '\u{1bca0}', '\u{1d173}', '\u{e0100}'] {
            assert_eq!(quoted(&format!("a{unseen}b")), format!("a\\u{{{:x}}}b", u32::from(unseen)));
        }
    }

    #[test]
    fn what_is_not_seen_is_no_part_of_a_page_and_what_joins_letters_is() {
        for unseen in ['\u{ad}', '\u{200b}', '\u{2065}', '\u{feff}', '\u{e0000}', '\u{e0002}', '\u{e007f}'] {
            assert!(is_unseen(unseen), "{unseen:?}");
        }
        for seen in ['a', '\u{301}', '\u{200c}', '\u{200d}', '\u{600}', '\u{fe0f}', '\u{e0100}'] {
            assert!(!is_unseen(seen), "{seen:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_quoted_or_kept_is_clean(text in any::<String>()) {
            let quotation = quoted(&text);
            prop_assert!(quotation.chars().count() <= MOST_QUOTED && !quotation.chars().any(steers));
            prop_assert!(!on_one_line(&text).chars().any(steers));
            let kept = own_words(&text);
            prop_assert!(is_clean(&kept), "{kept:?}");
            prop_assert_eq!(own_words(&kept), kept.clone());
            prop_assert_eq!(is_clean(&text), kept == text);
        }
    }
}
