//! Text from outside - a file, a name, an argument, what somebody types - made fit to be quoted in a message, or to be
//! kept as own words.

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

/// The same with another limit in characters; what is longer ends with "...".
#[must_use]
pub fn shortened(text: &str, most: usize) -> String {
    let mut plain: Vec<char> = text.chars().take(most + 1).flat_map(visible).take(most + 1).collect();
    if plain.len() <= most {
        return plain.into_iter().collect();
    }
    plain.truncate(most.saturating_sub(CUT.len()));
    plain.into_iter().collect::<String>() + CUT
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

/// Whether a character is not seen and changes how others are: controls, line ends, zero width, direction.
fn steers(c: char) -> bool {
    c.is_control()
        || turns(c)
        || is_no_character(c)
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}' | '\u{2029}')
        || matches!(c, '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
        || matches!(c, '\u{e0000}'..='\u{e0fff}')
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
