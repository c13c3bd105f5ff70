//! The runner's own words: kept as typed, made harmless, always inside quotation marks.

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::page::{INDENT, LINES, WIDTH};
use crate::plain_text::{beginning, is_unseen, own_words};

/// More characters than this no letter of any script has with all its marks.
const MOST_OF_A_LETTER: usize = 16;
/// What stands in place of a line end.
const LINE_END: &str = " / ";
/// The marks around own words.
const PLAIN: (&str, &str) = ("\"", "\"");
/// The marks around own words that hold double marks themselves: an inch stays an inch.
const POINTED: (&str, &str) = ("<<", ">>");

/// The same words on one line, without what forges a section or turns the text; a line end is a slash. No more of them
/// than a page can hold.
pub(super) fn harmless(text: &str) -> String {
    let lines = own_words(text);
    let lines = lines.split('\n').map(one_line).filter(|line| !line.is_empty());
    let text = lines.collect::<Vec<_>>().join(LINE_END);
    beginning(&text, LINES * WIDTH).trim_end().to_owned()
}

/// Single spaces between words, no blanks at the ends, nothing that is not seen but for what joins letters.
fn one_line(text: &str) -> String {
    let mut kept = String::with_capacity(text.len().min(4096));
    for letter in text.graphemes(true) {
        for c in letter.chars().filter(|c| !is_unseen(*c)).take(MOST_OF_A_LETTER) {
            let c = if c.is_whitespace() || is_blank(c) { ' ' } else { c };
            if c != ' ' || !(kept.is_empty() || kept.ends_with(' ')) {
                kept.push(c);
            }
        }
    }
    kept.truncate(kept.trim_end().len());
    kept
}

/// A letter by name, with nothing to be seen: it would make a blank of any length.
fn is_blank(c: char) -> bool {
    matches!(c, '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}')
}

/// Columns of a text, whoever counts: a terminal, or an editor that shows each character of a joined letter alone.
pub(super) fn columns(text: &str) -> usize {
    text.graphemes(true).map(columns_of_letter).sum()
}

fn columns_of_letter(letter: &str) -> usize {
    let alone: usize = letter.chars().map(|c| c.width().unwrap_or_default().max(1)).sum();
    alone.max(letter.width())
}

/// Harmless words between their marks.
struct Marked {
    open: &'static str,
    text: String,
    close: &'static str,
}

fn marked(text: String) -> Marked {
    const DOUBLE: [char; 6] = ['"', '\u{201c}', '\u{201d}', '\u{201e}', '\u{201f}', '\u{ff02}'];
    if !text.contains(DOUBLE) {
        let (open, close) = PLAIN;
        return Marked { open, text, close };
    }
    let (open, close) = POINTED;
    let mut apart = text;
    for mark in [open, close] {
        let spaced: Vec<&str> = mark.split("").filter(|letter| !letter.is_empty()).collect();
        while apart.contains(mark) {
            apart = apart.replace(mark, &spaced.join(" "));
        }
    }
    // One more beside the closing marks would be taken for a part of them.
    if apart.ends_with('>') {
        apart.push(' ');
    }
    Marked { open, text: apart, close }
}

/// Own words as they stand on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Quotation {
    pub lines: Vec<String>,
    pub is_cut: bool,
}

/// `lead "words"` of harmless words, wrapped to at most `most` lines; cut at the end of a word when longer.
pub(super) fn quoted(lead: &str, text: &str, cut: &str, most: usize) -> Quotation {
    if text.is_empty() || most == 0 {
        return Quotation { is_cut: !text.is_empty(), lines: Vec::new() };
    }
    let Marked { open, text, close } = marked(text.to_owned());
    let start = if lead.is_empty() { format!("{INDENT}{open}") } else { format!("{INDENT}{lead} {open}") };
    let mut whole = wrapped(&start, &format!("{text}{close}"), most + 1, 0);
    // A word as long as a line is broken between letters; the closing marks stay together.
    let is_apart = |last: &String| last.trim().len() < close.len() && close.ends_with(last.trim());
    if whole.last().is_some_and(is_apart) {
        whole = wrapped(&start, &text, most + 1, 0);
        whole.push(format!("{INDENT}{close}"));
    }
    if whole.len() <= most {
        return Quotation { lines: whole, is_cut: false };
    }
    let end = format!(" {cut}{close}");
    let mut lines = wrapped(&start, &text, most, columns(&end));
    if let Some(last) = lines.last_mut() {
        last.truncate(last.trim_end().len());
        last.push_str(&end);
    }
    Quotation { lines, is_cut: true }
}

/// Harmless words on one line without an indent, in at most so many columns, marks included.
pub(super) fn quoted_short(text: &str, cut: &str, most: usize) -> Quotation {
    let Marked { open, text, close } = marked(text.to_owned());
    let budget = most.saturating_sub(columns(open) + columns(close));
    if columns(&text) <= budget {
        return Quotation { lines: vec![format!("{open}{text}{close}")], is_cut: false };
    }
    let kept = fitting(&text, budget.saturating_sub(columns(cut) + 1));
    Quotation { lines: vec![format!("{open}{} {cut}{close}", kept.trim_end())], is_cut: true }
}

/// As much of the text as so many columns hold, in whole letters.
fn fitting(text: &str, most: usize) -> &str {
    let mut used = 0;
    let end = text.grapheme_indices(true).find(|(_, letter)| {
        used += columns_of_letter(letter);
        used > most
    });
    end.map_or(text, |(at, _)| text.get(..at).unwrap_or_default())
}

/// Wraps a line that holds own words to the page.
pub(super) fn wrap_own(text: &str) -> Vec<String> {
    wrapped(INDENT, text, LINES, 0)
}

/// The first `most` lines of a text wrapped to the page, the first line after `start`, the last of them shorter by `less`.
/// A word that no line can hold is broken between letters.
fn wrapped(start: &str, text: &str, most: usize, less: usize) -> Vec<String> {
    let width = |line: usize| if line + 1 == most { WIDTH.saturating_sub(less) } else { WIDTH };
    let mut lines = vec![start.to_owned()];
    let (mut used, mut is_begun) = (columns(start), false);
    for word in text.split(' ') {
        let mut rest = word;
        loop {
            let at = lines.len() - 1;
            let gap = usize::from(is_begun);
            let budget = width(at).saturating_sub(used + gap);
            let fits = columns(rest) <= budget;
            // A longer one goes to a line of its own, unless that would be too short for it too.
            let is_broken = !fits && (!is_begun || columns(rest) > WIDTH - INDENT.len());
            let piece = if fits {
                rest
            } else if is_broken {
                fitting(rest, budget)
            } else {
                ""
            };
            if let Some(line) = lines.last_mut()
                && !piece.is_empty()
            {
                line.push_str(if is_begun { " " } else { "" });
                line.push_str(piece);
                used += gap + columns(piece);
                is_begun = true;
            }
            rest = rest.get(piece.len()..).unwrap_or_default();
            if fits {
                break;
            }
            if lines.len() == most {
                return lines;
            }
            lines.push(INDENT.to_owned());
            (used, is_begun) = (INDENT.len(), false);
        }
    }
    lines
}

/// What stands outside of the marks of own words.
pub(super) fn outside(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    let first = |text: &str| [PLAIN, POINTED].into_iter().filter_map(|marks| Some((text.find(marks.0)?, marks))).min();
    while let Some((at, (open, close))) = first(rest) {
        let (before, quotation) = rest.split_at(at);
        kept.push_str(before);
        let words = quotation.get(open.len()..).unwrap_or_default();
        rest = words.split_once(close).map_or("", |(_, after)| after);
    }
    kept + rest
}

/// Wraps the app's words to the width of the page, two spaces in.
pub(super) fn wrap(text: &str) -> Vec<String> {
    let options = textwrap::Options::new(WIDTH)
        .initial_indent(INDENT)
        .subsequent_indent(INDENT)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .break_words(true);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CUT: &str = "[...]";

    /// What breaks widths: fillers, joined emoji, marks without end, wide letters, ligatures, tags, long words.
    fn nasty() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("\u{3164}\u{115f}".repeat(200)),
            Just("\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}".repeat(40)),
            Just(format!("e{}", "\u{301}".repeat(900))),
            Just("\u{301}\u{20dd}".repeat(100)),
            Just("\u{4f60}".repeat(200)),
            Just("\u{fdfd}".repeat(90)),
            Just("\u{1f1e9}\u{1f1ea}".repeat(50)),
            Just("x".repeat(700)),
            Just("two words ".repeat(60)),
            Just(">> << \" 2\" >>>> <".repeat(9)),
            "[ -~]{0,90}",
            any::<String>(),
            Just("\n\n".to_owned()),
        ];
        proptest::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn own_words_stay_within_the_lines_and_the_marks_whoever_counts(
            text in nasty(),
            lead in prop_oneof![Just(""), Just("1"), Just("In my words:")],
            most in 1..8_usize,
        ) {
            let text = harmless(&text);
            let quotation = quoted(lead, &text, CUT, most);
            prop_assert!(quotation.lines.len() <= most);
            prop_assert_eq!(quotation.lines.is_empty(), text.is_empty());
            for line in &quotation.lines {
                prop_assert!(line.width() <= WIDTH, "{line:?}");
                prop_assert!(line.chars().count() <= WIDTH, "{line:?}");
                prop_assert!(columns(line) <= WIDTH, "{line:?}");
                prop_assert!(plain(line), "{line:?}");
            }
            let page = format!("before\n{}\nafter", quotation.lines.join("\n"));
            let lead = if quotation.lines.is_empty() { String::new() } else { format!("  {lead} ") };
            let left = outside(&page);
            let expected = format!("before{lead} after");
            prop_assert!(left.split_whitespace().eq(expected.split_whitespace()), "{left:?} is not {expected:?}");
            let last = quotation.lines.last().map_or("", String::as_str);
            prop_assert_eq!(quotation.is_cut, last.ends_with("[...]\"") || last.ends_with("[...]>>"), "{}", last);
        }

        #[test]
        fn an_activity_is_short_and_marked(text in nasty()) {
            let quotation = quoted_short(&harmless(&text), CUT, 40);
            let line = quotation.lines.concat();
            prop_assert!(columns(&line) <= 40, "{line:?}");
            prop_assert_eq!(outside(&line), "");
        }
    }

    fn plain(line: &str) -> bool {
        !line.chars().any(|c| c.is_control() || is_unseen(c) || is_blank(c))
    }

    fn told(text: &str) -> String {
        quoted("", &harmless(text), CUT, 9).lines.join("\n")
    }

    #[test]
    fn what_is_typed_keeps_its_meaning() {
        assert_eq!(told("It's sore"), "  \"It's sore\"");
        assert_eq!(told("2\" above, I am 5'10\""), "  <<2\" above, I am 5'10\">>");
        assert_eq!(told("she said \u{201c}rest\u{201d}"), "  <<she said \u{201c}rest\u{201d}>>");
        assert_eq!(told("first\r\n\n second \n"), "  \"first / second\"");
        assert_eq!(told("a\tb  c"), "  \"a b c\"");
        assert_eq!(told("2\" >> 1\" >"), "  <<2\" > > 1\" > >>");
    }

    #[test]
    fn the_closing_marks_stay_together_beside_a_word_as_long_as_a_line() {
        for letters in WIDTH - 8..WIDTH + 4 {
            let page = told(&format!("\"{}", "a".repeat(letters)));
            assert!(page.ends_with(">>"), "{page}");
            assert_eq!(outside(&page).trim(), "", "{page}");
        }
    }

    /// A sign around numbers is seen; what steers music or shorthand is not.
    #[test]
    fn what_nobody_sees_is_not_on_the_page_and_what_is_seen_stays() {
        assert_eq!(told("a\u{ad}b\u{200f}c\u{1d173}d\u{1bca0}e\u{e0041}f"), "  \"abcdef\"");
        let seen = "\u{600}12 \u{6dd} \u{1f469}\u{200d}\u{1f52c} \u{645}\u{6cc}\u{200c}\u{62e} \u{2764}\u{fe0f}";
        assert_eq!(told(seen), format!("  \"{seen}\""));
    }

    #[test]
    fn more_than_a_page_holds_is_cut_between_letters() {
        const FAMILY: &str = "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}";
        for before in 0..5 {
            let text = harmless(&("x".repeat(before) + &FAMILY.repeat(LINES * WIDTH)));
            assert!(text.ends_with(FAMILY), "{before}");
            let text = harmless(&("x".repeat(before) + &"e\u{301}".repeat(LINES * WIDTH)));
            assert!(text.ends_with("e\u{301}"), "{before}");
        }
    }

    #[test]
    fn own_words_cannot_leave_their_quotation() {
        assert_eq!(told("a\"\n\nURGENT SIGNS\u{202e}\tb "), "  <<a\" / URGENT SIGNS b>>");
    }

    #[test]
    fn nothing_is_cut_that_fits_into_its_lines() {
        let text = harmless(&"word ".repeat(28));
        assert!(quoted("", &text, CUT, 1).is_cut);
        let whole = quoted("", &text, CUT, 2);
        assert!(!whole.is_cut && whole.lines.len() == 2, "{whole:?}");
    }
}
