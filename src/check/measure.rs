//! Distance, height, weight and age: kept in one unit each, shown and typed in the runner's.

use super::Units;
use super::typed_number::{Takes, TypedNumber, parse_number};
use crate::knowledge::known_ids::numbers;

/// A foot in centimetres.
const FOOT_CM: f64 = 30.48;
/// An inch in centimetres.
const INCH_CM: f64 = 2.54;
/// A pound in kilograms.
const POUND_KG: f64 = 0.453_592_37;
/// A stone in kilograms.
const STONE_KG: f64 = 14.0 * POUND_KG;
/// Months of a year.
const MONTHS: f64 = 12.0;

/// What a number measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A distance, kept in kilometres.
    Distance,
    /// A height, kept in centimetres.
    Height,
    /// A weight, kept in kilograms.
    Weight,
    /// An age, kept in years.
    Age,
    /// Anything else, which has one unit only.
    Other,
}

/// A kept number in the runner's units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum InUnits {
    /// One number.
    One(f64),
    /// Feet, and whole inches of 0 to 11.
    FeetAndInches(u32, u32),
}

/// A unit as people write it, and how many of the kept unit it is.
type Written = (&'static [&'static str], f64);

const OF_DISTANCE: &[Written] =
    &[(&["km", "kilometre", "kilometres", "kilometer", "kilometers"], 1.0), (&["mi", "mile", "miles"], 1.609_344)];
const OF_HEIGHT: &[Written] = &[
    (&["cm"], 1.0),
    (&["m"], 100.0),
    (&["ft", "foot", "feet", "'"], FOOT_CM),
    (&["in", "inch", "inches", "\"", "''"], INCH_CM),
];
const OF_WEIGHT: &[Written] = &[
    (&["kg", "kilo", "kilos"], 1.0),
    (&["st", "stone", "stones"], STONE_KG),
    (&["lb", "lbs", "pound", "pounds"], POUND_KG),
];
const OF_AGE: &[Written] = &[
    (&["y", "yr", "yrs", "year", "years", "years old"], 1.0),
    (&["m", "mo", "mos", "month", "months", "months old"], 1.0 / MONTHS),
    (&["w", "wk", "week", "weeks", "weeks old"], 1.0 / 52.0),
];

impl Measure {
    /// What a number of the content measures, by its id.
    #[must_use]
    pub fn of(number: &str) -> Self {
        let known = [
            (numbers::WEEKLY_KM, Self::Distance),
            (numbers::HEIGHT_CM, Self::Height),
            (numbers::WEIGHT_KG, Self::Weight),
            (numbers::AGE, Self::Age),
        ];
        known.into_iter().find(|(id, _)| *number == *id).map_or(Self::Other, |(_, measure)| measure)
    }

    /// A kept number in the runner's units.
    #[must_use]
    pub fn shown(self, kept: f64, units: Units) -> InUnits {
        match (self, units) {
            (Self::Distance, Units::Miles) => InUnits::One(kept / units.km()),
            (Self::Weight, Units::Miles) => InUnits::One(kept / POUND_KG),
            (Self::Height, Units::Miles) => {
                let inches = (kept.max(0.0) / INCH_CM).round() as u32;
                InUnits::FeetAndInches(inches / 12, inches % 12)
            }
            _ => InUnits::One(kept),
        }
    }

    /// Reads what is typed as a number to keep. A unit that is written counts; without one it is the runner's. Feet and
    /// inches need theirs: a number alone could be either.
    #[must_use]
    pub fn read(self, text: &str, units: Units) -> TypedNumber {
        let alone = match (self, units) {
            (Self::Height, Units::Miles) => None,
            (Self::Weight, Units::Miles) => Some(POUND_KG),
            (Self::Distance, units) => Some(units.km()),
            _ => Some(1.0),
        };
        match (parse_number(text, Takes::Parts), alone) {
            (TypedNumber::Number(number), Some(unit)) => return TypedNumber::Number(number * unit),
            (TypedNumber::Empty, _) => return TypedNumber::Empty,
            _ => {}
        }
        let sum = match self {
            Self::Distance => with_units(text, OF_DISTANCE, None),
            Self::Height => with_units(text, OF_HEIGHT, Some((FOOT_CM, INCH_CM))),
            Self::Weight => with_units(text, OF_WEIGHT, Some((STONE_KG, POUND_KG))),
            Self::Age => with_units(text, OF_AGE, None),
            Self::Other => None,
        };
        sum.map_or(TypedNumber::NotANumber, TypedNumber::Number)
    }
}

/// Adds numbers that have their units behind them: "5 ft 10 in". The last may have none if it can only be the small unit
/// that goes with the large one before it: "5 ft 10".
fn with_units(text: &str, known: &[Written], small_after_large: Option<(f64, f64)>) -> Option<f64> {
    let text = plain_quotes(text);
    let (mut sum, mut last, mut rest) = (0.0, None::<f64>, text.trim());
    while !rest.is_empty() {
        let is_of_number = |letter: char| letter.is_numeric() || letter == '.' || letter == ',';
        let (number, after) = rest.split_at(rest.find(|letter| !is_of_number(letter)).unwrap_or(rest.len()));
        let (unit, after) = after.split_at(after.find(is_of_number).unwrap_or(after.len()));
        let TypedNumber::Number(number) = parse_number(number, Takes::Parts) else { return None };
        let factor = match (unit.trim().to_lowercase().as_str(), small_after_large, last) {
            ("", Some((large, small)), Some(before)) if same(before, large) && after.is_empty() => small,
            (written, ..) => known.iter().find(|(names, _)| names.contains(&written))?.1,
        };
        // From large to small, and each unit once.
        if last.is_some_and(|last| last <= factor) {
            return None;
        }
        sum += number * factor;
        last = Some(factor);
        rest = after.trim_start();
    }
    last.map(|_| sum)
}

fn same(one: f64, other: f64) -> bool {
    (one - other).abs() < f64::EPSILON
}

/// The quotation marks of typographers and the marks of minutes as those of keyboards.
fn plain_quotes(text: &str) -> String {
    let plain = |letter| match letter {
        '\u{2018}' | '\u{2019}' | '\u{2032}' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{2033}' => '"',
        other => other,
    };
    text.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(measure: Measure, text: &str, units: Units) -> Option<f64> {
        match measure.read(text, units) {
            TypedNumber::Number(number) => Some((number * 100.0).round() / 100.0),
            _ => None,
        }
    }

    #[test]
    fn feet_and_inches_are_read_in_all_their_spellings() {
        for text in
            ["5 ft 10", "5ft 10in", "5' 10\"", "5'10", "5\u{2019}10\u{201d}", "5 foot 10 inches", "70 in", "5 FT 10"]
        {
            assert_eq!(read(Measure::Height, text, Units::Miles), Some(177.8), "{text}");
        }
        for text in ["70", "5", "10 in 5 ft", "5 ft 6 ft", "5 10", "5 ft 10 kg", "ft", "5 ft x"] {
            assert_eq!(read(Measure::Height, text, Units::Miles), None, "{text}");
        }
        assert_eq!(read(Measure::Height, "178", Units::Km), Some(178.0));
        assert_eq!(read(Measure::Height, "1,78 m", Units::Km), Some(178.0));
    }

    #[test]
    fn pounds_are_not_taken_as_kilograms() {
        for text in ["165", "165 lb", "11 st 11", "11st 11lb", "11 stone 11"] {
            assert_eq!(read(Measure::Weight, text, Units::Miles), Some(74.84), "{text}");
        }
        assert_eq!(read(Measure::Weight, "165 lbs", Units::Km), Some(74.84));
        assert_eq!(read(Measure::Weight, "75 kg", Units::Miles), Some(75.0));
        assert_eq!(read(Measure::Weight, "75", Units::Km), Some(75.0));
    }

    #[test]
    fn ages_may_be_months() {
        assert_eq!(read(Measure::Age, "8 months", Units::Km), Some(0.67));
        assert_eq!(read(Measure::Age, "2 years 6 months", Units::Km), Some(2.5));
        assert_eq!(read(Measure::Age, "7\u{bd}", Units::Km), Some(7.5));
        assert_eq!(read(Measure::Age, "eight", Units::Km), None);
    }

    #[test]
    fn a_distance_counts_in_the_unit_that_is_written() {
        assert_eq!(read(Measure::Distance, "10", Units::Miles), Some(16.09));
        assert_eq!(read(Measure::Distance, "10 km", Units::Miles), Some(10.0));
        assert_eq!(read(Measure::Distance, "10 miles", Units::Km), Some(16.09));
    }

    fn as_typed(shown: InUnits) -> String {
        match shown {
            InUnits::One(number) => ((number * 10.0).round() / 10.0).to_string(),
            InUnits::FeetAndInches(feet, inches) => format!("{feet} ft {inches}"),
        }
    }

    proptest! {
        /// What a box shows means what is kept, as near as it shows it.
        #[test]
        fn what_is_shown_is_read_back(kept in 30.0..230.0_f64) {
            for (measure, near) in [(Measure::Distance, 0.1), (Measure::Height, INCH_CM), (Measure::Weight, 0.1)] {
                for units in [Units::Km, Units::Miles] {
                    let text = as_typed(measure.shown(kept, units));
                    let TypedNumber::Number(back) = measure.read(&text, units) else { panic!("{text}") };
                    prop_assert!((back - kept).abs() <= near, "{measure:?} {units:?} {kept} {text} {back}");
                }
            }
        }

        #[test]
        fn no_text_panics(text in "[0-9 .,'\"a-z\u{2019}\u{663}]{0,14}|.{0,9}") {
            for measure in [Measure::Distance, Measure::Height, Measure::Weight, Measure::Age, Measure::Other] {
                for units in [Units::Km, Units::Miles] {
                    if let TypedNumber::Number(number) = measure.read(&text, units) {
                        prop_assert!(number.is_finite());
                    }
                }
            }
        }
    }
}
