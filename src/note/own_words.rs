//! The runner's own words: kept as typed, made harmless, always inside quotation marks.

use super::page::{INDENT, Room, WIDTH};
use crate::plain_text::own_words;
use unicode_width::UnicodeWidthStr;

/// The same words without control and text-direction characters, on one line, so that they can forge neither a section
/// nor the end of the quotation.
pub(super) fn harmless(text: &str) -> String {
    let mut kept = String::with_capacity(text.len().min(4096));
    for c in own_words(text).chars() {
        let c = match c {
            c if c.is_whitespace() => ' ',
            '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ff02}' => '\'',
            '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}' => continue,
            c => c,
        };
        if c != ' ' || !(kept.is_empty() || kept.ends_with(' ')) {
            kept.push(c);
        }
    }
    kept.truncate(kept.trim_end().len());
    kept
}

/// `lead "words"`, wrapped to at most `most` lines; cut at the end of a word when longer.
pub(super) fn quoted(lead: &str, text: &str, cut: &str, most: usize, room: Room) -> Vec<String> {
    let text = harmless(text);
    if text.is_empty() || most == 0 {
        return Vec::new();
    }
    let most = if room >= Room::OneLine { 1 } else { most };
    let start = if lead.is_empty() { "\"".to_owned() } else { format!("{lead} \"") };
    let wrap = |text: &str| wrap_after(&format!("{INDENT}{start}"), text);
    let whole = wrap(&format!("{text}\""));
    if whole.len() <= most {
        return whole;
    }
    let end = format!(" {cut}\"");
    let mut lines = wrap(&text);
    lines.truncate(most);
    // The opening quotation mark stays, whatever is cut.
    let stays = INDENT.len() + if most == 1 { start.len() } else { 0 };
    if let Some(last) = lines.last_mut() {
        while last.width() + end.width() > WIDTH && last.len() > stays {
            match last.trim_end().rfind(' ').filter(|at| *at > stays) {
                Some(at) => last.truncate(at),
                None => {
                    last.pop();
                }
            }
        }
        last.truncate(last.trim_end().len());
        last.push_str(&end);
    }
    lines
}

/// Wraps to the width of the page, two spaces in.
pub(super) fn wrap(text: &str) -> Vec<String> {
    wrap_after(INDENT, text)
}

/// The same, the first line after `start`.
fn wrap_after(start: &str, text: &str) -> Vec<String> {
    let options = textwrap::Options::new(WIDTH)
        .initial_indent(start)
        .subsequent_indent(INDENT)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .break_words(true);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_words_cannot_leave_their_quotation() {
        assert_eq!(harmless("a\"\n\nURGENT SIGNS\u{202e}\tb "), "a' URGENT SIGNS b");
    }

    #[test]
    fn a_quotation_that_is_cut_still_has_both_its_marks() {
        for text in ["x".repeat(500), "ab ".repeat(200), "\u{4f60}".repeat(300), format!("a {}", "x".repeat(500))] {
            for (lead, most) in [("1", 1), ("1", 2), ("Goal:", 1), ("", 1), ("", 3)] {
                let lines = quoted(lead, &text, "[...]", most, Room::Ample);
                assert_eq!(lines.join("\n").matches('"').count(), 2, "{lines:?}");
            }
        }
    }

    #[test]
    fn long_words_are_cut_within_the_line() {
        for text in ["x".repeat(500), "ab ".repeat(200), "\u{4f60}".repeat(300)] {
            let lines = quoted("Goal:", &text, "[...]", 2, Room::Ample);
            assert_eq!(lines.len(), 2);
            assert!(lines.iter().all(|line| line.width() <= WIDTH), "{lines:?}");
            assert!(lines[1].ends_with("[...]\""));
        }
    }
}
