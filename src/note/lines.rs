//! Lists and labelled pieces that fit into a given number of lines, and never at the cost of a Yes.

use unicode_width::UnicodeWidthStr;

use super::own_words::wrap;
use super::page::{INDENT, WIDTH};

/// Lines of a list start under its first item behind a label of up to so many columns.
const MOST_HANGING: usize = 16;
/// A space at which no line breaks.
pub(super) const TIE: &str = "\u{a0}";
/// What stands between two items.
const SEPARATOR: &str = ", ";
/// What stands between two items when one of them holds a comma itself.
const STRONG_SEPARATOR: &str = "; ";

/// The items one after the other, told apart whatever commas they hold.
pub(super) fn joined(items: &[String]) -> String {
    items.join(separator(items))
}

fn separator(items: &[String]) -> &'static str {
    if items.iter().any(|item| item.contains(SEPARATOR)) { STRONG_SEPARATOR } else { SEPARATOR }
}

/// A list on lines, and whether items of it are not told.
#[derive(Clone, Debug, Default)]
pub(super) struct Listing {
    pub lines: Vec<String>,
    pub is_cut: bool,
}

/// `label a, b, c`, at most `most` lines where there is a limit; what does not fit is left out, from the end. The first
/// `kept` items stay, whatever lines they take.
///
/// Lines after the first start under the first item, or behind a long label two columns in.
pub(super) fn list(label: &str, items: &[String], kept: usize, most: Option<usize>) -> Listing {
    cut_list(items, kept, most, |items| wrap_text(label, &joined(items)))
}

/// The same with lines after the first two columns in, whatever the label is: for lists that hold much.
pub(super) fn list_under(label: &str, items: &[String], kept: usize, most: Option<usize>) -> Listing {
    cut_list(items, kept, most, |items| wrap_under(label, items))
}

fn cut_list(items: &[String], kept: usize, most: Option<usize>, wrap: impl Fn(&[String]) -> Vec<String>) -> Listing {
    let whole = wrap(items);
    let Some(most) = most.filter(|most| whole.len() > *most && kept < items.len()) else {
        return Listing { lines: whole, is_cut: false };
    };
    // More than this fits in no case, so that long lists are not wrapped again for each item that goes.
    let mut budget = columns(most);
    let fits = |item: &&String| {
        let left = budget.checked_sub(item.width());
        budget = left.unwrap_or_default().saturating_sub(SEPARATOR.len());
        left.is_some()
    };
    let mut shown = items.iter().take_while(fits).count().max(kept).min(items.len());
    while shown > kept && wrap(items.get(..shown).unwrap_or_default()).len() > most {
        shown -= 1;
    }
    let shown = items.get(..shown).unwrap_or_default();
    Listing { lines: if shown.is_empty() { Vec::new() } else { wrap(shown) }, is_cut: true }
}

/// The columns of so many lines, with the space that each break takes away.
fn columns(lines: usize) -> usize {
    lines * (WIDTH + 1)
}

/// A list of phrases that are lists themselves, without a limit.
pub(super) fn wrap_list(label: &str, items: &[String]) -> Vec<String> {
    wrap_text(label, &items.join(SEPARATOR))
}

/// The same with lines after the first two columns in, whatever the label is: for lists that hold more than others.
pub(super) fn wrap_under(label: &str, items: &[String]) -> Vec<String> {
    wrap_hanging(label, &items.join(SEPARATOR), INDENT.len())
}

fn wrap_text(label: &str, text: &str) -> Vec<String> {
    // Behind a long label the list would be a narrow column.
    wrap_hanging(label, text, if label.width() <= MOST_HANGING { label.width() } else { INDENT.len() })
}

/// Lines after the first start so many columns further in.
fn wrap_hanging(label: &str, text: &str, columns: usize) -> Vec<String> {
    let hanging = " ".repeat(INDENT.len() + columns);
    let options = textwrap::Options::new(WIDTH)
        .initial_indent(INDENT)
        .subsequent_indent(&hanging)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    let text = format!("{label}{text}");
    textwrap::wrap(&text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// Pieces like "Worse: stairs down." one after the other, wrapped.
#[derive(Default)]
pub(super) struct Pieces(Vec<Piece>);

struct Piece {
    label: String,
    items: Vec<String>,
    shown: usize,
    /// Of so many items the first stay; of a piece that stays as a whole there is no such number.
    kept: Option<usize>,
}

impl Piece {
    fn text(&self) -> String {
        let items = joined(self.items.get(..self.shown).unwrap_or(&self.items));
        if self.label.is_empty() { format!("{items}.") } else { format!("{}: {items}.", self.label) }
    }
}

impl Pieces {
    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// Adds `label: a, b.` when there are items. It stays, whatever lines it takes.
    pub(super) fn list(&mut self, label: &str, items: &[String]) {
        self.add(label, items, None);
    }

    /// The same, of which all but the first `kept` items go where there is little room.
    pub(super) fn list_that_may_go(&mut self, label: &str, items: &[String], kept: usize) {
        self.add(label, items, Some(kept));
    }

    fn add(&mut self, label: &str, items: &[String], kept: Option<usize>) {
        if !items.is_empty() {
            self.0.push(Piece { label: label.to_owned(), items: items.to_vec(), shown: items.len(), kept });
        }
    }

    /// Adds a sentence. It stays.
    pub(super) fn sentence(&mut self, text: &str) {
        if !text.is_empty() {
            self.list("", &[text.trim_end_matches('.').to_owned()]);
        }
    }

    /// The lines. Where there is a limit, what may go fills at most `most` lines and the rest of the last line of what
    /// stays; its items go from the end until they fit.
    pub(super) fn lines(mut self, most: Option<usize>) -> Listing {
        let stays = wrap(&self.text(|piece| piece.kept.is_none())).len();
        let most = most.map(|most| most.max(stays));
        let mut is_cut = false;
        if let Some(most) = most {
            is_cut = self.shorten_to(columns(most));
        }
        loop {
            let lines = wrap(&self.text(|_| true));
            if most.is_none_or(|most| lines.len() <= most) || self.drop_last().is_none() {
                let lines = lines.into_iter().filter(|line| !line.trim().is_empty()).collect();
                return Listing { lines, is_cut };
            }
            is_cut = true;
        }
    }

    /// Lets all of them go where there is little room: for a page that holds more than anybody has to tell.
    pub(super) fn all_may_go(mut self) -> Self {
        for piece in &mut self.0 {
            piece.kept = Some(0);
        }
        self
    }

    fn text(&self, is_meant: impl Fn(&Piece) -> bool) -> String {
        let texts: Vec<_> = self.0.iter().filter(|piece| is_meant(piece)).map(Piece::text).collect();
        texts.join(" ")
    }

    /// Drops items from the end while those that are left are wider than `budget` however they are wrapped: wrapping all
    /// of a long list for each of them would take long. Whether any was dropped.
    fn shorten_to(&mut self, budget: usize) -> bool {
        let items: usize = self.0.iter().flat_map(|piece| &piece.items).map(|item| with_separator(item)).sum();
        let labels: usize = self.0.iter().map(|piece| piece.label.width()).sum();
        // The last one ends in a full stop alone.
        let mut width = (items + labels).saturating_sub(1);
        let mut is_shorter = false;
        while width > budget {
            let Some(dropped) = self.drop_last() else { break };
            width = width.saturating_sub(dropped);
            is_shorter = true;
        }
        is_shorter
    }

    /// Drops the last item of the last piece that may lose one and has more than one, else the last piece that may go as
    /// a whole; how wide it was, or nothing when all that is left stays.
    fn drop_last(&mut self) -> Option<usize> {
        let loses = |piece: &&mut Piece| piece.kept.is_some_and(|kept| piece.shown > kept.max(1));
        if let Some(piece) = self.0.iter_mut().rev().find(loses) {
            piece.shown -= 1;
            return piece.items.get(piece.shown).map(|item| with_separator(item));
        }
        let at = self.0.iter().rposition(|piece| piece.kept == Some(0))?;
        let gone = self.0.remove(at);
        gone.items.first().map(|item| with_separator(item) + gone.label.width())
    }
}

/// Columns of an item with the comma or full stop behind it and the space after that.
fn with_separator(item: &str) -> usize {
    item.width() + SEPARATOR.len()
}
