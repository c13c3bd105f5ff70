//! How many runs there are, and what of the last reading is none.

use egui::Ui;

use super::super::read_model::ReadModel;
use super::super::widgets::fold::fold;
use super::super::widgets::long_list::long_list;
use super::super::widgets::text;
use super::naming;
use crate::plain_text::quoted;
use crate::training::fault::Fault;
use crate::training::reading::{Reading, Refused};
use crate::training::run::{Recorded, Sport, ZoneSource};
use crate::training::run_log::Counts;
use crate::wording::fill;

/// So many are shown one by one, the rest is counted.
const MOST_ROWS: usize = 1000;
/// About how high a row is.
const ROW: f32 = 24.0;

pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    known(ui, model);
    let words = &model.wording.runs.left_out;
    let last = &model.runs.last;
    let counts =
        [(&words.others, last.others.len()), (&words.twice, last.same.len()), (&words.refused, last.refused.len())];
    let told = counts.iter().filter(|(_, count)| *count > 0);
    let told: Vec<String> = told.map(|(text, count)| fill(text, &[("count", &naming::count(*count))])).collect();
    if told.is_empty() {
        return;
    }
    text::body(ui, &fill(&words.left_out, &[("list", &told.join(", "))]));
    fold(ui, "each", &words.show_each, false, |ui| each(ui, model, last));
}

/// How many runs count, and from when to when.
fn known(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.wording.runs.left_out;
    let all = model.runs.log.all();
    let counting = all.iter().filter(|logged| logged.counts == Counts::Yes);
    let (mut count, mut assumed, mut days) = (0_usize, 0_usize, None);
    for logged in counting {
        count += 1;
        assumed += usize::from(matches!(logged.run.zone, ZoneSource::Computer(_)));
        let (first, _) = days.unwrap_or((logged.run.day, logged.run.day));
        days = Some((first, logged.run.day));
    }
    if let Some((first, last)) = days {
        let text = if count == 1 { &words.run } else { &words.runs };
        let (count, from, to) = (naming::count(count), model.date(first), model.date(last));
        text::bold(ui, &fill(text, &[("count", &count), ("from", &from), ("to", &to)]));
    }
    let left_out = all.iter().filter(|logged| logged.counts == Counts::LeftOut).count();
    for (text, count) in [(&words.by_runner, left_out), (&words.zone, assumed)] {
        if count > 0 {
            text::hint(ui, &fill(text, &[("count", &naming::count(count))]));
        }
    }
}

fn each(ui: &mut Ui, model: &ReadModel<'_>, last: &Reading) {
    let all = last.others.len() + last.same.len() + last.refused.len();
    long_list(ui, "each row", all.min(MOST_ROWS), ROW, |ui, at| {
        let mut at = at;
        if let Some(other) = last.others.get(at) {
            text::hint(ui, &other_sport(model, other));
            return;
        }
        at -= last.others.len();
        if let Some(same) = last.same.get(at) {
            text::hint(ui, &twice(model, &same.recorded, &naming::file(model, &same.of)));
            return;
        }
        at -= last.same.len();
        if let Some(refused) = last.refused.get(at) {
            text::hint(ui, &not_readable(model, refused));
        }
    });
    if all > MOST_ROWS {
        let more = naming::count(all - MOST_ROWS);
        text::body(ui, &fill(&model.wording.runs.left_out.more, &[("count", &more)]));
    }
}

fn other_sport(model: &ReadModel<'_>, other: &Recorded) -> String {
    let words = &model.wording.runs.left_out;
    let sport = match &other.sport {
        Sport::Other(word) => quoted(word),
        Sport::Run | Sport::NotTold => words.no_sport.clone(),
    };
    let [distance, day, file] = of_run(model, other);
    fill(&words.other_row, &[("day", &day), ("sport", &sport), ("distance", &distance), ("file", &file)])
}

fn twice(model: &ReadModel<'_>, same: &Recorded, of: &str) -> String {
    let [distance, day, file] = of_run(model, same);
    let values = [("day", day.as_str()), ("distance", &distance), ("file", &file), ("of", of)];
    fill(&model.wording.runs.left_out.same_row, &values)
}

/// Distance, day and file of what was read.
pub(super) fn of_run(model: &ReadModel<'_>, recorded: &Recorded) -> [String; 3] {
    let run = &recorded.run;
    [naming::distance(model, run.distance_m), model.date(run.day), naming::file(model, &run.origin)]
}

fn not_readable(model: &ReadModel<'_>, refused: &Refused) -> String {
    let words = &model.wording.runs.left_out;
    let (file, why) = (quoted(&refused.file), why(model, &refused.fault));
    match refused.item {
        None => fill(&words.refused_row, &[("file", &file), ("why", &why)]),
        Some(item) => fill(&words.refused_item, &[("file", &file), ("item", &item.to_string()), ("why", &why)]),
    }
}

/// A fault in the runner's words.
fn why(model: &ReadModel<'_>, fault: &Fault) -> String {
    let words = &model.wording.runs.faults;
    let far = |metres: u32| [("distance", naming::distance(model, metres))];
    let after = |text: &str, metres: u32| {
        let values = far(metres);
        fill(text, &values.each_ref().map(|(key, value)| (*key, value.as_str())))
    };
    let text = match fault {
        Fault::CutOff(Some(metres)) => return after(&words.cut_off_after, *metres),
        Fault::Damaged(Some(metres)) => return after(&words.damaged_after, *metres),
        Fault::LargeFile(size) => return fill(&words.large_file, &[("size", &size.to_string())]),
        Fault::ManySessions(count) => return fill(&words.many_sessions, &[("count", &naming::count(*count))]),
        Fault::Empty => &words.empty,
        Fault::NotKnown => &words.not_known,
        Fault::CutOff(None) => &words.cut_off,
        Fault::Damaged(None) => &words.damaged,
        Fault::Unreadable => &words.unreadable,
        Fault::NoActivity => &words.no_activity,
        Fault::NoDate => &words.no_date,
        Fault::Clock => &words.clock,
        Fault::NoDistance => &words.no_distance,
        Fault::Short => &words.short,
        Fault::Long => &words.long,
        Fault::Far => &words.far,
        Fault::BadRow => &words.bad_row,
        Fault::UnknownList => &words.unknown_list,
        Fault::LargeList => &words.large_list,
        Fault::Route => &words.route,
        Fault::Nested => &words.nested,
        Fault::Encrypted => &words.encrypted,
        Fault::Compression => &words.compression,
        Fault::LargeZip => &words.large_zip,
        Fault::ManyPoints => &words.many_points,
        Fault::ManyFiles => &words.many_files,
        Fault::ManyRuns => &words.many_runs,
    };
    text.clone()
}
