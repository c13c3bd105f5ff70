//! How things are called on the screens: knees, zones, numbers, steps, dates.

use jiff::civil::Date;

use super::read_model::ReadModel;
use crate::check::measure::Measure;
use crate::check::spot::Knee;
use crate::check::{Units, WrittenBy};
use crate::knowledge::question::{NumberRange, Question};
use crate::knowledge::zone::{View, Zone};
use crate::session::screen::Screen;
use crate::wording::fill;

impl ReadModel<'_> {
    /// A side of the knee, as on the button that shows it.
    #[must_use]
    pub fn view_name(&self, view: View) -> &str {
        let words = &self.words().picker;
        match view {
            View::Front => &words.view_front,
            View::Outer => &words.view_outer,
            View::Inner => &words.view_inner,
            View::Back => &words.view_back,
        }
    }

    /// The question, as it is put to who answers.
    #[must_use]
    pub fn question_text<'b>(&self, question: &'b Question) -> &'b str {
        let is_of_child = self.check.written_by == WrittenBy::Parent && !question.of_child.is_empty();
        if is_of_child { &question.of_child } else { &question.text }
    }

    /// What a number is called, with its unit.
    #[must_use]
    pub fn number_label<'b>(&'b self, number: &'b NumberRange) -> &'b str {
        let words = &self.words().questions;
        match (Measure::of(number.id.as_str()), self.check.units) {
            (Measure::Distance, Units::Km) => &words.distance_km,
            (Measure::Distance, Units::Miles) => &words.distance_miles,
            (Measure::Height, Units::Miles) => &words.height_feet,
            (Measure::Weight, Units::Miles) => &words.weight_pounds,
            _ => &number.label,
        }
    }

    /// "Left knee" or "Right knee".
    #[must_use]
    pub fn knee_name(&self, knee: Knee) -> &str {
        match knee {
            Knee::Left => &self.words().app.knee_left_short,
            Knee::Right => &self.words().app.knee_right_short,
        }
    }

    /// "LEFT knee" or "RIGHT knee", where the side must not be missed.
    #[must_use]
    pub fn knee_title(&self, knee: Knee) -> &str {
        match knee {
            Knee::Left => &self.words().app.knee_left,
            Knee::Right => &self.words().app.knee_right,
        }
    }

    /// The whole name of a zone: "Right knee, outer side, bony bump above the joint gap".
    #[must_use]
    pub fn zone_name(&self, knee: Knee, zone: &Zone) -> String {
        let mut place = zone.name.clone();
        if let Some(first) = place.get(..1).map(str::to_lowercase) {
            place.replace_range(..1, &first);
        }
        fill(&self.words().picker.zone_name, &[("knee", self.knee_name(knee)), ("place", &place)])
    }

    /// The name of a step, 1 to 4.
    #[must_use]
    pub fn step_name(&self, step: usize) -> &str {
        let words = &self.words().steps;
        match step {
            1 => &words.place,
            2 => &words.safety,
            3 => &words.questions,
            _ => &words.result,
        }
    }

    /// "Step 3 of 4: Questions, part 1"; nothing outside the steps.
    #[must_use]
    pub fn step_line(&self) -> Option<String> {
        let words = &self.words().steps;
        let step = self.screen.step()?;
        let (number, name) = (step.to_string(), self.step_name(step));
        let Screen::Questions(card) = self.screen else {
            return Some(fill(&words.step_of, &[("number", &number), ("step", name)]));
        };
        let part = (self.cards.iter().position(|page| page.card == *card)? + 1).to_string();
        // How many there are is not told: an answer can add one.
        Some(fill(&words.step_part, &[("number", number.as_str()), ("step", name), ("part", &part)]))
    }

    /// A date as people read it: 6 August 2026.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        date.strftime("%-d %B %Y").to_string()
    }

    /// A date without its year, where space is short: 6 Aug.
    #[must_use]
    pub fn short_date(&self, date: Date) -> String {
        date.strftime("%-d %b").to_string()
    }

    /// A day of the week with its date and month: Mon 6 Aug.
    #[must_use]
    pub fn day(&self, date: Date) -> String {
        date.strftime("%a %-d %b").to_string()
    }

    /// A distance as people read it: 5.0 km.
    #[must_use]
    pub fn distance(&self, metres: u32) -> String {
        format!("{:.1} {}", f64::from(metres) / 1000.0 / self.check.units.km(), self.distance_unit())
    }

    /// What distances are told in.
    #[must_use]
    pub fn distance_unit(&self) -> &str {
        let words = &self.knowledge.planning.weeks.words;
        match self.check.units {
            Units::Km => &words.km,
            Units::Miles => &words.miles,
        }
    }

    /// A day of the week with its date: Mon 6.
    #[must_use]
    pub fn short_day(&self, date: Date) -> String {
        date.strftime("%a %-d").to_string()
    }
}
