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
use crate::check::diary::{DiaryEdit, HourAfter, NOTHING_TOLD, NextMorning};
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
    let name = model.day(day);
    let of_day = |what: &str| fill(&words.of_day, &[("what", what), ("day", &name)]);
    let edit = |edit: DiaryEdit| model.edit(Edit::Diary(day, edit, model.today));
    card::card(ui, |ui| {
        heading::heading(ui, 3, &title(model, shown, day));
        text::bold(ui, &words.during);
        let ends = (words.during_least.as_str(), words.during_most.as_str());
        let during = pain.during.map(usize::from);
        let picked = radio_group::scale(ui, &format!("during {day}"), &of_day(&words.during), ends, during);
        if let Some(picked) = picked.and_then(|picked| u8::try_from(picked).ok()) {
            edit(DiaryEdit::During(picked));
        }
        let choice = |ui: &mut Ui, what: &str, labels: &[&str], chosen: Option<usize>| {
            text::bold(ui, what);
            let spoken: Vec<String> = labels.iter().map(|label| of_day(label)).collect();
            radio_group::segments_named(ui, &format!("{what} {day}"), &of_day(what), labels, &spoken, chosen)
        };
        let hours = [(HourAfter::BackToUsual, &words.hour_back), (HourAfter::NotYet, &words.hour_not_yet)];
        let mornings = [(NextMorning::SameOrBetter, &words.morning_same), (NextMorning::Worse, &words.morning_worse)];
        let yes_no = [(Answer::Yes, &words.yes), (Answer::No, &words.no)];
        pair(
            ui,
            |ui| {
                let picked = choose(&hours, pain.hour, |labels, at| choice(ui, &words.hour, labels, at));
                picked.into_iter().for_each(|hour| edit(DiaryEdit::Hour(hour)));
            },
            |ui| {
                if day < model.today {
                    let picked = choose(&mornings, pain.morning, |labels, at| choice(ui, &words.morning, labels, at));
                    picked.into_iter().for_each(|morning| edit(DiaryEdit::Morning(morning)));
                } else {
                    text::bold(ui, &words.morning);
                    text::body(ui, &words.morning_tomorrow);
                }
            },
        );
        pair(
            ui,
            |ui| {
                let picked = choose(&yes_no, Some(pain.limp), |labels, at| choice(ui, &words.limp, labels, at));
                picked.into_iter().for_each(|answer| edit(DiaryEdit::Limp(answer)));
            },
            |ui| {
                let picked = choose(&yes_no, Some(pain.swollen), |labels, at| choice(ui, &words.swollen, labels, at));
                picked.into_iter().for_each(|answer| edit(DiaryEdit::Swollen(answer)));
            },
        );
        ui.add_space(GAP / 2.0);
        let verdict = light(pain, shown.column);
        let word = light_line::word(model, &verdict);
        let why = light_line::reason(model, pain, shown.column);
        light_line::beside_shape(ui, &verdict, &fill(&words.light, &[("light", word), ("why", &why)]));
        let mut is_done = false;
        ui.horizontal_wrapped(|ui| {
            // While something can be told, the day stays where it is asked for.
            if !shown.is_asked(day) {
                is_done = Button::secondary(&words.done).named(&of_day(&words.done)).show(ui).clicked();
            }
            if entry.is_some() && Button::quiet(&words.remove).named(&of_day(&words.remove)).show(ui).clicked() {
                edit(DiaryEdit::Remove);
            }
        });
        is_done
    })
    .inner
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
