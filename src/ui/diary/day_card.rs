//! The questions of one run, each one tap.

use egui::Ui;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::super::read_model::ReadModel;
use super::super::theme::{GAP, PADDING};
use super::super::widgets::button::Button;
use super::super::widgets::choice::choose;
use super::super::widgets::{card, heading, radio_group, text};
use super::light_line;
use super::shown::Shown;
use crate::check::answer::Answer;
use crate::check::diary::{DiaryEdit, HourAfter, NOTHING_TOLD, NextMorning, RunPain};
use crate::check::edit::Edit;
use crate::training::diary::entry_of;
use crate::training::light::light;
use crate::wording::{capitalised, fill};

/// From this width on two questions stand side by side.
const BESIDE: f32 = 480.0;

/// Shows a day; whether the runner is done with it.
pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>, shown: &Shown<'_>, day: Date) -> bool {
    let words = &model.wording.diary;
    let entry = entry_of(&model.check.diary, day);
    let pain = entry.map_or(NOTHING_TOLD, |entry| entry.pain);
    let of = OfDay { model, day, name: model.day(day) };
    card::card(ui, |ui| {
        heading::heading(ui, 3, &title(model, shown, day));
        of.during(ui, pain);
        pair(ui, |ui| of.hour(ui, pain), |ui| of.morning(ui, pain));
        pair(
            ui,
            |ui| of.yes_no(ui, &words.limp, pain.limp, DiaryEdit::Limp),
            |ui| of.yes_no(ui, &words.swollen, pain.swollen, DiaryEdit::Swollen),
        );
        ui.add_space(GAP / 2.0);
        let verdict = light(pain, shown.column);
        let word = light_line::word(model, &verdict);
        let why = light_line::reason(model, day, pain, shown.column);
        light_line::beside_shape(ui, &verdict, &fill(&words.light, &[("light", word), ("why", &why)]));
        let mut is_done = false;
        ui.horizontal_wrapped(|ui| {
            // While something can be told, the day stays where it is asked for.
            if !shown.is_asked(day) {
                is_done = Button::secondary(&words.done).named(&of.named(&words.done)).show(ui).clicked();
            }
            if entry.is_some() && Button::quiet(&words.remove).named(&of.named(&words.remove)).show(ui).clicked() {
                of.edit(DiaryEdit::Remove);
            }
        });
        is_done
    })
    .inner
}

/// The questions of one day.
struct OfDay<'a> {
    model: &'a ReadModel<'a>,
    day: Date,
    name: String,
}

impl OfDay<'_> {
    /// What a screen reader says of what stands there for each day.
    fn named(&self, what: &str) -> String {
        fill(&self.model.wording.diary.of_day, &[("what", what), ("day", &self.name)])
    }

    fn edit(&self, edit: DiaryEdit) {
        self.model.edit(Edit::Diary(self.day, edit, self.model.today));
    }

    fn during(&self, ui: &mut Ui, pain: RunPain) {
        let words = &self.model.wording.diary;
        text::bold(ui, &words.during);
        let ends = (words.during_least.as_str(), words.during_most.as_str());
        let (id, name) = (format!("during {}", self.day), self.named(&words.during));
        let picked = radio_group::scale(ui, &id, &name, ends, pain.during.map(usize::from));
        if let Some(picked) = picked.and_then(|picked| u8::try_from(picked).ok()) {
            self.edit(DiaryEdit::During(picked));
        }
    }

    fn hour(&self, ui: &mut Ui, pain: RunPain) {
        let words = &self.model.wording.diary;
        let hours = [(HourAfter::BackToUsual, &words.hour_back), (HourAfter::NotYet, &words.hour_not_yet)];
        if let Some(hour) = self.one_of(ui, &words.hour, &hours, pain.hour) {
            self.edit(DiaryEdit::Hour(hour));
        }
    }

    /// The next morning, once it is there.
    fn morning(&self, ui: &mut Ui, pain: RunPain) {
        let words = &self.model.wording.diary;
        if self.day >= self.model.today {
            text::bold(ui, &words.morning);
            text::body(ui, &words.morning_tomorrow);
            return;
        }
        let mornings = [(NextMorning::SameOrBetter, &words.morning_same), (NextMorning::Worse, &words.morning_worse)];
        if let Some(morning) = self.one_of(ui, &words.morning, &mornings, pain.morning) {
            self.edit(DiaryEdit::Morning(morning));
        }
    }

    fn yes_no(&self, ui: &mut Ui, question: &str, said: Answer, edit: fn(Answer) -> DiaryEdit) {
        let words = &self.model.wording.diary;
        let answers = [(Answer::Yes, &words.yes), (Answer::No, &words.no)];
        if let Some(answer) = self.one_of(ui, question, &answers, Some(said)) {
            self.edit(edit(answer));
        }
    }

    fn one_of<T: Copy + PartialEq>(
        &self,
        ui: &mut Ui,
        question: &str,
        answers: &[(T, &String)],
        said: Option<T>,
    ) -> Option<T> {
        text::bold(ui, question);
        choose(answers, said, |labels, at| {
            let spoken: Vec<String> = labels.iter().map(|label| self.named(label)).collect();
            let id = format!("{question} {}", self.day);
            radio_group::segments_named(ui, &id, &self.named(question), labels, &spoken, at)
        })
    }
}

/// "Sun 3 May, yesterday, 5.0 km".
fn title(model: &ReadModel<'_>, shown: &Shown<'_>, day: Date) -> String {
    let words = &model.wording.diary;
    let name = model.day(day);
    let named = if day == model.today {
        fill(&words.today, &[("day", &name)])
    } else if Some(day) == model.today.checked_sub(1.day()).ok() {
        fill(&words.yesterday, &[("day", &name)])
    } else {
        name
    };
    let run_m = shown.run_m(day, entry_of(&model.check.diary, day));
    let named = capitalised(&named);
    run_m.map_or(named.clone(), |run_m| {
        fill(&words.with_distance, &[("day", &named), ("distance", &model.distance(run_m))])
    })
}

/// Two questions side by side where there is room.
fn pair(ui: &mut Ui, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    if ui.available_width() < BESIDE {
        left(ui);
        right(ui);
        return;
    }
    let width = ((ui.available_width() - PADDING) / 2.0).floor();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = PADDING;
        ui.vertical(|ui| {
            ui.set_width(width);
            left(ui);
        });
        ui.vertical(|ui| {
            ui.set_width(width);
            right(ui);
        });
    });
}
