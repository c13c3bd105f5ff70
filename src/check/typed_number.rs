//! Numbers as people type them: digits of several scripts, point or comma, groups of thousands, halves.

/// What stands in a number field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TypedNumber {
    /// Nothing.
    Empty,
    /// A finite number.
    Number(f64),
    /// Something else, or something that could be two numbers.
    NotANumber,
}

/// Which numbers a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Whole ones only: a point can only set thousands apart.
    Whole,
    /// Those with a part behind the point too.
    Parts,
}

/// A sign in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Digit(char),
    Point,
    Comma,
    /// Sets thousands apart and nothing else: a space, a Swiss apostrophe.
    Group,
    /// Stands before the part below one and nowhere else.
    Decimal,
}

/// Reads a number. "1,000" is one thousand and "12,5" is twelve and a half; "1.000" is one thousand where only whole
/// numbers are asked for. What could be meant in another way is not a number: nothing is guessed.
#[must_use]
pub fn parse_number(text: &str, takes: Takes) -> TypedNumber {
    let text = text.trim();
    if text.is_empty() {
        return TypedNumber::Empty;
    }
    let (minus, text) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let (text, part) = fraction(text);
    let number = if text.is_empty() && part > 0.0 { Some(0.0) } else { read(text, takes) };
    match number.map(|number| minus * (number + part)) {
        Some(number) if number.is_finite() && (takes == Takes::Parts || number.fract() == 0.0) => {
            TypedNumber::Number(number)
        }
        _ => TypedNumber::NotANumber,
    }
}

/// The text without a fraction at its end, and the fraction.
fn fraction(text: &str) -> (&str, f64) {
    let fractions = [('\u{bd}', 0.5), ('\u{bc}', 0.25), ('\u{be}', 0.75)];
    let found = fractions.iter().find_map(|(sign, value)| Some((text.strip_suffix(*sign)?.trim_end(), *value)));
    found.unwrap_or((text, 0.0))
}

fn read(text: &str, takes: Takes) -> Option<f64> {
    let signs = text.chars().map(sign).collect::<Option<Vec<_>>>()?;
    let is_digit = |sign: &Sign| matches!(sign, Sign::Digit(_));
    let marks: Vec<Sign> = signs.iter().copied().filter(|sign| !is_digit(sign)).collect();
    let groups: Vec<String> = signs.split(|sign| !is_digit(sign)).map(digits).collect();
    let has_decimals = last_is_decimal(&marks, &groups, takes)?;
    let (whole, below) = match groups.split_last() {
        Some((below, whole)) if has_decimals => (whole, below.as_str()),
        _ => (groups.as_slice(), ""),
    };
    let (first, others) = whole.split_first()?;
    let are_thousands = others.is_empty()
        || (1..=3).contains(&first.len()) && !first.starts_with('0') && others.iter().all(|group| group.len() == 3);
    let is_fraction = has_decimals && !(first.is_empty() && below.is_empty());
    let is_whole = !has_decimals && !first.is_empty();
    if !are_thousands || !(is_fraction || is_whole) {
        return None;
    }
    format!("0{}.{below}0", whole.concat()).parse().ok()
}

/// Whether the last mark stands before the part below one; `None` when the marks make no number.
fn last_is_decimal(marks: &[Sign], groups: &[String], takes: Takes) -> Option<bool> {
    let Some((last, before)) = marks.split_last() else { return Some(false) };
    // Thousands are set apart by one kind of mark, and decimals by another.
    let is_one_kind = before.iter().zip(before.iter().skip(1)).all(|(one, next)| one == next);
    match before.first() {
        _ if !is_one_kind => None,
        Some(other) if other == last => (*last != Sign::Decimal).then_some(false),
        Some(Sign::Decimal) => None,
        Some(_) => (*last != Sign::Group).then_some(true),
        None => Some(match last {
            Sign::Decimal => true,
            Sign::Group | Sign::Digit(_) => false,
            Sign::Point => takes == Takes::Parts || !looks_like_thousands(groups),
            Sign::Comma => !looks_like_thousands(groups),
        }),
    }
}

/// Whether one mark stands where one sets thousands apart: "1,000" and "12,500", but not "0,125".
fn looks_like_thousands(groups: &[String]) -> bool {
    match groups {
        [first, second] => (1..=3).contains(&first.len()) && !first.starts_with('0') && second.len() == 3,
        _ => false,
    }
}

fn digits(signs: &[Sign]) -> String {
    let digit = |sign: &Sign| match sign {
        Sign::Digit(digit) => Some(*digit),
        _ => None,
    };
    signs.iter().filter_map(digit).collect()
}

/// The sign of a letter, also as Japanese, Arabic and Persian keyboards type it.
fn sign(letter: char) -> Option<Sign> {
    const ZEROS: [char; 4] = ['0', '\u{ff10}', '\u{660}', '\u{6f0}'];
    let digit = ZEROS.into_iter().find_map(|zero| {
        let value = u32::from(letter).checked_sub(u32::from(zero)).filter(|value| *value <= 9)?;
        char::from_digit(value, 10)
    });
    match (digit, letter) {
        (Some(digit), _) => Some(Sign::Digit(digit)),
        (None, '.' | '\u{ff0e}') => Some(Sign::Point),
        (None, ',' | '\u{ff0c}') => Some(Sign::Comma),
        (None, '\u{66b}') => Some(Sign::Decimal),
        (None, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\'' | '\u{2019}' | '\u{66c}') => Some(Sign::Group),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parts(text: &str) -> TypedNumber {
        parse_number(text, Takes::Parts)
    }

    fn whole(text: &str) -> TypedNumber {
        parse_number(text, Takes::Whole)
    }

    #[test]
    fn numbers_are_read_with_point_or_comma() {
        for (text, number) in
            [(" 12,5 ", 12.5), ("30", 30.0), ("12.5", 12.5), ("0,125", 0.125), ("7.", 7.0), (".5", 0.5)]
        {
            assert_eq!(parts(text), TypedNumber::Number(number), "{text}");
        }
        assert_eq!(parts(""), TypedNumber::Empty);
        for text in ["ten", "1.2.3", "inf", "NaN", "1e5", "-", ".", "1,00,000", "1 0", "1,2.3,4", "12 months"] {
            assert_eq!(parts(text), TypedNumber::NotANumber, "{text}");
        }
    }

    #[test]
    fn thousands_are_thousands() {
        for text in ["1000", "1,000", "1 000", "1'000", "1\u{a0}000", "1,000.0", "1.000,0"] {
            assert_eq!(parts(text), TypedNumber::Number(1_000.0), "{text}");
            assert_eq!(whole(text), TypedNumber::Number(1_000.0), "{text}");
        }
        assert_eq!(whole("1.000"), TypedNumber::Number(1_000.0), "it can only be that");
        assert_eq!(whole("1.000.000"), TypedNumber::Number(1_000_000.0));
        assert_eq!(parts("1,234.5"), TypedNumber::Number(1_234.5));
        assert_eq!(parts("1.234,5"), TypedNumber::Number(1_234.5));
    }

    #[test]
    fn a_part_is_no_whole_number() {
        for text in ["2.5", "2,5", "7\u{bd}", "0,125"] {
            assert_eq!(whole(text), TypedNumber::NotANumber, "{text}");
        }
        assert_eq!(whole("14.0"), TypedNumber::Number(14.0));
    }

    #[test]
    fn halves_and_digits_of_other_scripts_are_read() {
        assert_eq!(parts("7\u{bd}"), TypedNumber::Number(7.5));
        assert_eq!(parts("7 \u{be}"), TypedNumber::Number(7.75));
        assert_eq!(parts("\u{bd}"), TypedNumber::Number(0.5));
        assert_eq!(parts("\u{ff13}\u{ff10}\u{ff0e}\u{ff15}"), TypedNumber::Number(30.5));
        assert_eq!(parts("\u{663}\u{660}\u{66b}\u{665}"), TypedNumber::Number(30.5));
        assert_eq!(parts("\u{6f1}\u{66c}\u{6f0}\u{6f0}\u{6f0}"), TypedNumber::Number(1_000.0));
        assert_eq!(parts("\u{2212}3"), TypedNumber::Number(-3.0));
    }

    proptest! {
        #[test]
        fn what_is_written_plainly_is_read_as_it_is(number in 0_u32..4_000_000, tenth in 1_u32..10) {
            let text = format!("{number}.{tenth}");
            prop_assert_eq!(parts(&text), TypedNumber::Number(text.parse().unwrap()));
            prop_assert_eq!(whole(&number.to_string()), TypedNumber::Number(number.into()));
        }

        #[test]
        fn any_text_gives_a_finite_number_or_none(text in "[0-9.,' \u{bd}\u{660}-\u{66c}+-]{0,12}|.{0,9}") {
            for takes in [Takes::Whole, Takes::Parts] {
                if let TypedNumber::Number(number) = parse_number(&text, takes) {
                    prop_assert!(number.is_finite());
                    prop_assert!(takes == Takes::Parts || number.fract() == 0.0);
                }
            }
        }
    }
}
