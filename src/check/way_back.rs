//! The way back to running as far as the runner told it: where it began, what was green before, who said yes.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::days;
use crate::knowledge::way_back::{EntryTask, RunStep};

/// The way back of this knee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WayBack {
    /// The step with which it began, or began anew.
    pub step: RunStep,
    /// The day on which it did; what the diary says of earlier days does not count. None: it did not begin yet.
    #[serde(default, with = "days::maybe_day")]
    pub since: Option<Date>,
    /// The day on which each task was green that comes before the first step.
    #[serde(default)]
    pub entry: BTreeMap<EntryTask, EntryDay>,
    /// The day on which a doctor or physio said that the runner may run.
    #[serde(default, with = "days::maybe_day")]
    pub clinician_said_yes: Option<Date>,
    /// The day on which signs came up that stop it until somebody has seen the knee.
    #[serde(default, with = "days::maybe_day")]
    pub stopped: Option<Date>,
}

/// A day in a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryDay(#[serde(with = "days::day")] pub Date);

impl Default for WayBack {
    fn default() -> Self {
        Self { step: RunStep::R1, since: None, entry: BTreeMap::new(), clinician_said_yes: None, stopped: None }
    }
}

/// A change of it, on the day that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayBackEdit {
    /// It begins with this step.
    Begin(RunStep, Date),
    /// A task was green.
    Green(EntryTask, Date),
    /// A task was not.
    NotGreen(EntryTask),
    /// A doctor or physio said yes.
    ClinicianSaidYes(Date),
    /// Nobody did, or no more.
    ClinicianTakesBack,
    /// Signs came up that stop it. What was said before them holds no longer.
    Stop(Date),
    /// The whole way goes.
    Remove,
}

/// Makes a change.
pub(super) fn change(way: &mut Option<WayBack>, edit: WayBackEdit) {
    if edit == WayBackEdit::Remove {
        *way = None;
        return;
    }
    let way = way.get_or_insert_default();
    match edit {
        WayBackEdit::Begin(step, day) => (way.step, way.since, way.stopped) = (step, Some(day), None),
        WayBackEdit::Green(task, day) => _ = way.entry.insert(task, EntryDay(day)),
        WayBackEdit::NotGreen(task) => _ = way.entry.remove(&task),
        WayBackEdit::ClinicianSaidYes(day) => way.clinician_said_yes = Some(day),
        WayBackEdit::ClinicianTakesBack => way.clinician_said_yes = None,
        WayBackEdit::Stop(day) => (way.clinician_said_yes, way.stopped) = (None, Some(day)),
        WayBackEdit::Remove => {}
    }
}
