//! What is typed as steps of undo: words, and not letters or whole texts.

use jiff::{SignedDuration, Timestamp};

use crate::check::Check;
use crate::check::edit::{Edit, Field};

/// Who stops typing for so long has finished a step.
const PAUSE: SignedDuration = SignedDuration::from_secs(2);

/// What was done to the words in a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stroke {
    /// Letters came to a word, or spaces behind it.
    Goes,
    /// A new word began behind a space.
    BeginsWord,
    /// Letters were taken away.
    Removes,
    /// Several words came at once, or some took the place of others.
    Replaces,
}

/// Something typed into a box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typing {
    field: Field,
    at: Timestamp,
    stroke: Stroke,
}

impl Typing {
    /// What an edit types at this time; `None` for a click.
    pub(super) fn of(edit: &Edit, check: &Check, at: Timestamp) -> Option<Self> {
        let field = edit.field()?;
        let stroke = stroke(words_of(check, &field), edit.words());
        Some(Self { field, at, stroke })
    }

    /// Whether it belongs to the same step as what was typed before.
    pub(super) fn goes_on(&self, before: &Self) -> bool {
        if self.field != before.field || !self.field.holds_words() {
            return self.field == before.field;
        }
        let is_soon = self.at.duration_since(before.at).abs() < PAUSE;
        let is_alike = match self.stroke {
            Stroke::Goes => matches!(before.stroke, Stroke::Goes | Stroke::BeginsWord),
            Stroke::Removes => before.stroke == Stroke::Removes,
            Stroke::BeginsWord | Stroke::Replaces => false,
        };
        is_soon && is_alike
    }
}

/// The words that stand in a box.
fn words_of<'a>(check: &'a Check, field: &Field) -> &'a str {
    match field {
        Field::Words(topic) => check.words.get(topic).map_or("", String::as_str),
        Field::ActivityName(at) => check.activities.get(*at).map_or("", |activity| activity.name.as_str()),
        Field::QuestionForVisit(at) => check.questions.get(*at).map_or("", String::as_str),
        Field::Number(_) | Field::Began | Field::Race | Field::TriedDays(_) => "",
    }
}

/// What leads from one text to the next: the ends that both share are as they were.
fn stroke(before: &str, after: &str) -> Stroke {
    let (old, new): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
    let shared = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let most = old.len().min(new.len()) - shared;
    let at_end = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(one, other)| one == other).count();
    let removed = old.len() - shared - at_end;
    let added: String = new.iter().skip(shared).take(new.len() - shared - at_end).collect();
    let is_behind_space = shared == 0 || old.get(shared - 1).is_some_and(|letter| letter.is_whitespace());
    match (removed, added.is_empty()) {
        (_, true) => Stroke::Removes,
        (0, false) if added.split_whitespace().nth(1).is_some() => Stroke::Replaces,
        (0, false) if is_behind_space && !added.starts_with(char::is_whitespace) => Stroke::BeginsWord,
        (0, false) => Stroke::Goes,
        _ => Stroke::Replaces,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Topic;

    /// How many steps a person makes who types these texts one after the other, `apart` seconds from each other.
    fn steps(texts: &[&str], apart: i64) -> usize {
        let (mut check, mut last, mut count) = (Check::default(), None::<Typing>, 0);
        for (at, text) in texts.iter().enumerate() {
            let edit = Edit::Words(Topic::Why, (*text).to_owned());
            let at = Timestamp::from_second(1_000 + apart * i64::try_from(at).unwrap()).unwrap();
            let typing = Typing::of(&edit, &check, at).unwrap();
            count += usize::from(last.as_ref().is_none_or(|last| !typing.goes_on(last)));
            last = Some(typing);
            check.words.insert(Topic::Why, (*text).to_owned());
        }
        count
    }

    #[test]
    fn each_word_is_a_step() {
        assert_eq!(steps(&["m", "my", "my ", "my k", "my kn", "my kne", "my knee"], 0), 2);
        assert_eq!(steps(&["my", "my knee and all", "my knee and all h"], 0), 3, "what was pasted is one of its own");
    }

    #[test]
    fn a_pause_ends_a_step() {
        assert_eq!(steps(&["k", "kn", "kne"], 1), 1);
        assert_eq!(steps(&["k", "kn", "kne"], 2), 3);
    }

    #[test]
    fn taking_letters_away_is_another_step_than_typing_them() {
        assert_eq!(steps(&["k", "kn", "k", "", "h", "hi"], 0), 3);
    }

    #[test]
    fn a_number_is_one_step_however_slowly_it_is_typed() {
        let check = Check::default();
        let at = |second| Timestamp::from_second(second).unwrap();
        let typed = |days, second| Typing::of(&Edit::TriedDays("rest".into(), Some(days)), &check, at(second)).unwrap();
        assert!(typed(14, 60).goes_on(&typed(1, 0)));
        let other = Typing::of(&Edit::Number("age".into(), Some(1.0)), &check, at(60)).unwrap();
        assert!(!other.goes_on(&typed(1, 60)));
        assert_eq!(Typing::of(&Edit::Rate("pain_now".into(), 3), &check, at(0)), None, "a click is none");
    }
}
