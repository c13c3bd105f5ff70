//! One of everything, with state, for the example and for the tests.

use egui::{CentralPanel, Frame, Margin, ScrollArea, Ui};
use kneenote::check::typed_number::{Takes, TypedNumber, parse_number};
use kneenote::knowledge::rule::Level;
use kneenote::store::settings::Motion;
use kneenote::ui::{
    icons::Icon,
    theme::{self, Theme},
    widgets::{
        button::Button,
        card,
        check_list::{self, Cells, Change, Mark, NoneRow, Row, Words, check_list},
        focus, fold, heading, radio_group,
        select::select,
        sheet_text, status, text,
        text_field::TextField,
    },
};

const LOOKS: [&str; 4] = ["Light", "Dark", "High contrast dark", "High contrast light"];
const STARTS: [&str; 3] = [
    "Slowly, over days or weeks",
    "All at once, with a twist, a fall or a pop that you could hear or feel in the knee",
    "I am not sure",
];
const SIGNS: [&str; 4] = [
    "I hurt my knee in a fall or a crash and cannot put weight on it",
    "My knee or leg looks bent or out of place",
    "My knee is hot and swollen, and I feel ill or shivery",
    "My calf is swollen, sore or warm",
];
const WORDS: Words<'static> = Words { no: "No", not_sure: "Not sure", or: "or" };

/// What the gallery remembers.
#[derive(Default)]
pub(crate) struct Demo {
    /// The look.
    pub(crate) look: Theme,
    /// The chosen start.
    pub(crate) start: Option<usize>,
    /// The chosen pain.
    pub(crate) pain: Option<usize>,
    /// The chosen side.
    pub(crate) side: Option<usize>,
    /// The four signs.
    pub(crate) marks: [Mark; 4],
    /// Whether none of them applies.
    pub(crate) none: bool,
    /// Text typed.
    pub(crate) words: String,
    /// Kilometres typed.
    pub(crate) distance: String,
    /// Notes typed.
    pub(crate) notes: String,
    /// How often "Continue" was pressed.
    pub(crate) continued: usize,
    /// Whether saving has just failed: moves focus to the problem.
    pub(crate) fail: bool,
    /// The status line.
    pub(crate) said: String,
}

impl Demo {
    /// Draws all of it.
    pub(crate) fn show(&mut self, ui: &mut Ui) {
        let t = theme::tokens_of(ui);
        let narrow = ui.available_width() < 560.0;
        let side = if narrow { 8 } else { 24 };
        let frame = Frame::new().fill(t.page).inner_margin(Margin::symmetric(side, 8));
        CentralPanel::default().frame(frame).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                Self::header(ui);
                self.buttons(ui);
                card::card(ui, |ui| self.questions(ui));
                card::card(ui, |ui| self.check(ui));
                card::card(ui, |ui| self.fields(ui));
                self.cards(ui);
                self.settings(ui);
                status::line(ui, &self.said);
            });
        });
    }

    fn header(ui: &mut Ui) {
        ui.horizontal(|ui| {
            let (_, place) = ui.allocate_space(egui::vec2(40.0, 40.0));
            Icon::Knee.paint(ui, place.center(), 40.0, theme::tokens_of(ui).link);
            heading::heading(ui, 1, "Knee pain check for runners");
        });
        ui.horizontal_wrapped(|ui| {
            for (i, step) in ["1 Safety", "2 Where", "3 Questions", "4 What to do"].iter().enumerate() {
                Button::secondary(step).current(i == 2).show(ui);
            }
        });
        text::hint(ui, "Step 3 of 4");
    }

    fn buttons(&mut self, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            if Button::secondary("Back").icon(Icon::ArrowBack).show(ui).clicked() {
                "Back".clone_into(&mut self.said);
            }
            if Button::primary("Continue").show(ui).clicked() {
                self.continued += 1;
                self.said = format!("Continued {} times", self.continued);
            }
            Button::primary("Save a summary").icon(Icon::Save).show(ui);
            Button::secondary("Copy the text").icon(Icon::Copy).show(ui);
            Button::quiet("Undo").icon(Icon::Undo).show(ui);
            Button::quiet("Change").named("Change: sore side").show(ui);
            Button::secondary("Menu").icon(Icon::Menu).show(ui);
            Button::secondary("Kilometres").toggled(true).show(ui);
        });
    }

    fn questions(&mut self, ui: &mut Ui) {
        heading::heading(ui, 2, "How bad is the pain at its worst when you run?");
        text::body(ui, "0 is no pain. 10 is the worst you have had.");
        let ends = ("no pain", "the worst you have had");
        let picked = radio_group::scale(ui, "pain", "How bad is the pain?", ends, self.pain);
        self.pain = picked.or(self.pain);

        heading::heading(ui, 2, "How did it start?");
        let picked = radio_group::rows(ui, "start", "How did it start?", &STARTS, self.start);
        self.start = picked.or(self.start);
        if self.start.is_some() && Button::quiet("Clear").named("Clear: how it started").show(ui).clicked() {
            self.start = None;
        }

        heading::heading(ui, 2, "Which knee hurts?");
        text::hint(ui, "Pick the side on your own body.");
        let sides = ["Left knee", "Right knee", "Both knees"];
        let picked = radio_group::segments(ui, "side", "Which knee hurts?", &sides, self.side);
        self.side = picked.or(self.side);
    }

    fn check(&mut self, ui: &mut Ui) {
        heading::heading(ui, 2, "Do any of these apply to you now?");
        text::hint(ui, "Mark all that apply");
        let rows: Vec<_> = SIGNS
            .iter()
            .zip(self.marks)
            .map(|(label, mark)| Row { label, short: label, mark, cells: Cells::YesNoUnsure })
            .collect();
        let none = NoneRow { chosen: self.none, label: "No, none of these apply to me", unseen: None };
        match check_list(ui, "signs", "Do any of these apply?", &rows, Some(none), WORDS).change {
            Some(Change::Row(i, mark)) => {
                self.marks[i] = mark;
                self.none = false;
            }
            Some(Change::NoneOfThese(on)) => {
                self.none = on;
                self.marks = [if on { Mark::No } else { Mark::Unset }; 4];
            }
            None => {}
        }
        text::hint(ui, "All four states:");
        let states = [Mark::Unset, Mark::Yes, Mark::No, Mark::NotSure];
        let rows: Vec<_> = ["Unset", "Yes", "Counted as no", "In doubt"]
            .into_iter()
            .zip(states)
            .map(|(label, mark)| Row { label, short: label, mark, cells: Cells::YesNoUnsure })
            .collect();
        let _: check_list::Output = check_list(ui, "states", "All four states", &rows, None, WORDS);
    }

    fn fields(&mut self, ui: &mut Ui) {
        TextField::line("What do you hope for?").hint("A few words are enough.").show(ui, "hope", &mut self.words);
        let error = (parse_number(&self.distance, Takes::Parts) == TypedNumber::NotANumber)
            .then_some("Write a number, such as 30 or 12.5.");
        TextField::number("Kilometres a week").error(error).show(ui, "distance", &mut self.distance);
        TextField::paragraph("Anything else?", 3).hint("Your own words go into the note as they are.").show(
            ui,
            "notes",
            &mut self.notes,
        );
        fold::fold(ui, "more", "More questions that may help", false, |ui| {
            text::body(ui, "These are not needed. They make the note better.");
            Button::secondary("Inside the fold").show(ui);
            fold::fold(ui, "deep", "A fold in a fold", false, |ui| text::body(ui, "Deep inside."));
        });
    }

    fn cards(&mut self, ui: &mut Ui) {
        let told = [
            ("GET HELP NOW", "Call 112, 999 or 911, or go to a hospital"),
            ("TODAY", "Get help today: call a doctor or go to a hospital"),
            ("Book a visit", "See a GP or a physio in the next 2 weeks"),
            ("Look after it", "You can look after this yourself for now"),
        ];
        for (level, (word, headline)) in Level::ALL.into_iter().zip(told) {
            card::urgency_card(ui, level, word, headline, |ui| {
                text::body(ui, "Why: pain for 6 weeks – and it stops you from running.");
                text::body(ui, "Get help sooner if your knee swells up, locks or gives way.");
                let name = format!("Change: {headline}");
                Button::secondary("Change").named(&name).show(ui);
            });
        }
        let colour = card::text_colour(Level::Emergency, theme::tokens_of(ui));
        card::urgency_banner(
            ui,
            Level::Emergency,
            "GET HELP NOW",
            |ui| {
                heading::heading_in(ui, 2, "Call 112, 999 or 911", colour);
                text::label(ui, "You cannot put weight on the leg after a crash.", theme::bold(), colour);
            },
            |ui| _ = Button::quiet("Change").named("Change: Call 112").on_band(colour).show(ui),
        );
        let problem = card::problem_panel(ui, "There is a problem", |ui| {
            text::body(ui, "The file was not saved. The disk is full.");
            text::body(ui, "Free some space or pick a different disk, then save again.");
            ui.horizontal_wrapped(|ui| {
                Button::primary("Save again").show(ui);
                Button::quiet("Save to Documents").show(ui);
            });
        });
        if std::mem::take(&mut self.fail) {
            focus::go_to(&problem.response);
        }
        card::saved_panel(ui, "Saved", |ui| {
            text::body(ui, "The file is called knee-note-2025-06-08.txt and it is in Documents.");
            Button::secondary("Open the folder").icon(Icon::FolderOpen).show(ui);
            Button::quiet("Save it again").show(ui);
        });
        card::note_panel(ui, "Changed since you saved", |ui| {
            text::body(ui, "Save again to have the newest answers in the file.");
            Button::quiet("Show the page").show(ui);
        });
        card::card(ui, |ui| {
            sheet_text::page(ui, "KNEE NOTE                      8 June 2025\nRIGHT knee · 12 km ± 2 · ≥ 6 weeks", 72);
        });
    }

    fn settings(&mut self, ui: &mut Ui) {
        let chosen = Theme::ALL.iter().position(|look| *look == self.look).unwrap_or(0);
        let hint = Some("High contrast looks have the sharpest edges.");
        if let Some(i) = select(ui, "look", "Look", hint, &LOOKS, Some(chosen)) {
            self.look = Theme::ALL[i];
            theme::apply(ui.ctx(), self.look, Motion::Less);
        }
    }
}
