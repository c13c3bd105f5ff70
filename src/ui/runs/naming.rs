//! How distances, days, counts and files are called here.

use jiff::civil::Date;

use super::super::read_model::ReadModel;
use crate::check::Units;
use crate::check::measure::{InUnits, Measure};
use crate::plain_text::quoted;
use crate::training::outing::Outing;
use crate::training::run::{FileKind, Origin};
use crate::wording::fill;

/// A distance to a tenth: "18.0 km".
pub(super) fn distance(model: &ReadModel<'_>, metres: u32) -> String {
    with_unit(model, &format!("{:.1}", in_units(model, metres)))
}

/// A distance in whole units, as of a week: "28 km".
pub(super) fn whole_distance(model: &ReadModel<'_>, metres: u32) -> String {
    with_unit(model, &format!("{:.0}", in_units(model, metres)))
}

/// A distance in the runner's unit, kilometres or miles.
pub(super) fn in_units(model: &ReadModel<'_>, metres: u32) -> f64 {
    let km = f64::from(metres) / 1000.0;
    match Measure::Distance.shown(km, model.check.units) {
        InUnits::One(value) => value,
        InUnits::FeetAndInches(..) => km,
    }
}

fn with_unit(model: &ReadModel<'_>, distance: &str) -> String {
    let words = &model.wording.runs;
    let text = if model.check.units == Units::Miles { &words.distance_miles } else { &words.distance_km };
    fill(text, &[("distance", distance)])
}

/// A day, with its year where that is not the one that everything is counted back from.
pub(super) fn day(model: &ReadModel<'_>, day: Date) -> String {
    let year = model.runs.rulers.as_ref().map_or(model.today.year(), |rulers| rulers.anchor.day.year());
    if day.year() == year { day.strftime("%-d %B").to_string() } else { model.date(day) }
}

/// "18.0 km on 12 April" in two parts, as texts are filled with them.
pub(super) fn outing(model: &ReadModel<'_>, outing: &Outing) -> [String; 2] {
    [distance(model, outing.distance_m), day(model, outing.day)]
}

/// A count with a comma between its thousands.
pub(super) fn count(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Where a run was read: the name of its file, fit to be shown.
pub(super) fn file(model: &ReadModel<'_>, origin: &Origin) -> String {
    if origin.kind == FileKind::ByHand { model.wording.runs.left_out.typed.clone() } else { quoted(&origin.file) }
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0, 999, 1204, 20_000, 1_234_567].map(count), ["0", "999", "1,204", "20,000", "1,234,567"]);
    }
}
