//! A page of letters of one width. Its lines are broken on the screen where they must be; what is saved stays as it is.

use egui::{Label, Response, RichText, Ui};

use super::text::galley;
use crate::ui::theme;

/// Letters are not made smaller than this, in points.
const LEAST_SIZE: f32 = 12.0;
/// How far the rest of a broken line stands further in, in letters.
const HANGING: usize = 2;
/// Where lines are broken, none begins further in than this, in letters: there is no room for columns.
const FURTHEST: usize = 4;

/// A page of `columns` letters a line. Where there is little room its letters are a little smaller; where there is
/// less, they are as small as they get and lines are broken, so that nobody has to scroll sideways.
pub fn page(ui: &mut Ui, text: &str, columns: usize) -> Response {
    let colour = theme::tokens_of(ui).text;
    let usual = ui.style().text_styles.get(&theme::mono()).map_or(LEAST_SIZE, |font| font.size);
    let widest = galley(ui, &"0".repeat(columns), theme::mono(), colour, f32::INFINITY).size().x;
    let room = ui.available_width();
    let size = (usual * room / widest).min(usual);
    let mono = |text: String, size: f32| RichText::new(text).text_style(theme::mono()).size(size).color(colour);
    if size >= LEAST_SIZE {
        return ui.add(Label::new(mono(text.to_owned(), size)).extend());
    }
    let letter = widest / columns as f32 * LEAST_SIZE / usual;
    let fitting = (room / letter).floor().max(1.0) as usize;
    ui.add(Label::new(mono(broken(text, fitting), LEAST_SIZE)).extend())
}

/// The same with no line longer than `columns` letters; what goes over stands further in than its line.
fn broken(text: &str, columns: usize) -> String {
    let broken = |line: &str| {
        let words = line.trim_start();
        let indent = line.len() - words.len();
        let in_by = |letters: usize| " ".repeat(letters.min(FURTHEST));
        let (first, rest) = (in_by(indent), in_by(indent + HANGING));
        let options = textwrap::Options::new(columns)
            .initial_indent(&first)
            .subsequent_indent(&rest)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        textwrap::wrap(words, options).join("\n")
    };
    text.lines().map(broken).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::broken;

    #[test]
    fn a_line_that_is_too_long_goes_on_further_in() {
        let page = "HEAD\n  one two three four\n\n  five";
        assert_eq!(broken(page, 12), "HEAD\n  one two\n    three\n    four\n\n  five");
        assert_eq!(broken(page, 72), page);
        assert_eq!(broken("  NO:    one\n         two three four", 12), "  NO:    one\n    two\n    three\n    four");
    }

    #[test]
    fn a_word_longer_than_the_window_is_broken_too() {
        assert!(broken(&"x".repeat(90), 30).lines().all(|line| line.len() <= 30));
    }
}
