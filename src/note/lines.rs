//! Lists and labelled pieces that fit into a given number of lines.

use unicode_width::UnicodeWidthStr;

use super::own_words::wrap;
use super::page::{INDENT, WIDTH};
use crate::wording::fill;
use crate::wording::note::NoteWords;

/// What stands between two items.
const SEPARATOR: &str = ", ";

/// `label a, b, c`, at most `most` lines; what does not fit is counted: "and 4 more".
///
/// Lines after the first start under the first item.
pub(super) fn list(words: &NoteWords, label: &str, items: &[String], most: usize) -> Vec<String> {
    let whole = wrap_list(label, items);
    if whole.len() <= most {
        return whole;
    }
    // More than this fits in no case, so that long lists are not wrapped again for each item that goes.
    let mut room = columns(most);
    let fits = |item: &&String| {
        let left = room.checked_sub(item.width());
        room = left.unwrap_or_default().saturating_sub(SEPARATOR.len());
        left.is_some()
    };
    let mut shown = (items.iter().take_while(fits).count() + 1).min(items.len());
    loop {
        shown = shown.saturating_sub(1);
        let more = fill(&words.list_more, &[("count", &(items.len() - shown).to_string())]);
        let mut cut: Vec<String> = items.iter().take(shown).cloned().collect();
        cut.push(more);
        let lines = wrap_list(label, &cut);
        if lines.len() <= most || shown == 0 {
            return lines.into_iter().take(most.max(1)).collect();
        }
    }
}

/// The columns of so many lines, with the space that each break takes away.
fn columns(lines: usize) -> usize {
    lines * (WIDTH + 1)
}

/// The same without a limit.
pub(super) fn wrap_list(label: &str, items: &[String]) -> Vec<String> {
    let hanging = " ".repeat(INDENT.len() + label.width());
    let options = textwrap::Options::new(WIDTH)
        .initial_indent(INDENT)
        .subsequent_indent(&hanging)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    let text = format!("{label}{}", items.join(SEPARATOR));
    textwrap::wrap(&text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// Pieces like "Worse: stairs down." one after the other, wrapped.
#[derive(Default)]
pub(super) struct Pieces(Vec<Piece>);

#[derive(Clone)]
struct Piece {
    label: String,
    items: Vec<String>,
    shown: usize,
}

impl Piece {
    fn text(&self, words: &NoteWords) -> String {
        let mut items: Vec<String> = self.items.iter().take(self.shown).cloned().collect();
        if self.shown < self.items.len() {
            items.push(fill(&words.list_more, &[("count", &(self.items.len() - self.shown).to_string())]));
        }
        let items = items.join(SEPARATOR);
        if self.label.is_empty() { format!("{items}.") } else { format!("{}: {items}.", self.label) }
    }
}

impl Pieces {
    /// Adds `label: a, b.` when there are items.
    pub(super) fn list(&mut self, label: &str, items: &[String]) {
        if !items.is_empty() {
            self.0.push(Piece { label: label.to_owned(), items: items.to_vec(), shown: items.len() });
        }
    }

    /// Adds a sentence.
    pub(super) fn sentence(&mut self, text: &str) {
        if !text.is_empty() {
            self.list("", &[text.trim_end_matches('.').to_owned()]);
        }
    }

    /// The lines, at most `most`: items from the end are counted ("and 3 more") until the rest fits.
    pub(super) fn lines(mut self, words: &NoteWords, most: usize) -> Vec<String> {
        self.shorten_to(columns(most));
        loop {
            let text: Vec<_> = self.0.iter().map(|piece| piece.text(words)).collect();
            let lines = wrap(&text.join(" "));
            if lines.len() <= most || self.0.is_empty() {
                return lines.into_iter().filter(|line| !line.trim().is_empty()).take(most).collect();
            }
            self.drop_last();
        }
    }

    /// Drops items from the end while those that are left are wider than `room` even without what stands between
    /// them: wrapping all of a long list for each of them would take long.
    fn shorten_to(&mut self, room: usize) {
        let mut width: usize = self.0.iter().flat_map(|piece| &piece.items).map(|item| item.width()).sum();
        while width > room && !self.0.is_empty() {
            width -= self.drop_last();
        }
    }

    /// Drops the last item of the last piece that has more than one, else the last piece; how wide it was.
    fn drop_last(&mut self) -> usize {
        if let Some(piece) = self.0.iter_mut().rev().find(|piece| piece.shown > 1) {
            piece.shown -= 1;
            return piece.items[piece.shown].width();
        }
        self.0.pop().and_then(|piece| Some(piece.items.first()?.width())).unwrap_or_default()
    }
}
