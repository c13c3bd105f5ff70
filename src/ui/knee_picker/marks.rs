//! The states of a zone and how they look: each differs by line and pattern, not by colour alone.

use crate::check::spot::Knee;
use crate::knee_map::{Edge, ZoneLook, ZoneShape};
use crate::ui::theme::Tokens;

use super::PickerInput;
use super::art::colour;

/// How solid a fill is: the drawing is seen through it, as it is what was marked.
const MARK_SOLID: f32 = 0.2;
/// See [`MARK_SOLID`].
const HOVER_SOLID: f32 = 0.3;
/// See [`MARK_SOLID`].
const LIT_SOLID: f32 = 0.45;

/// Whether a zone is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// It hurts; with its number in the order of marking.
    Sore(usize),
    /// It hurts most.
    Worst(usize),
}

/// Everything that is to be seen of a zone that is not plain.
#[derive(Clone, Copy, Debug)]
pub(super) struct ZoneState<'a> {
    pub(super) zone: &'a ZoneShape,
    pub(super) seen: MarkState,
}

/// The state without the zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct MarkState {
    pub(super) mark: Option<Mark>,
    /// Under the pointer or with the focus.
    pub(super) pointed: bool,
    /// A cause that was pointed at belongs here.
    pub(super) lit: bool,
    /// Has the keyboard focus.
    pub(super) ringed: bool,
}

/// The mark of a zone.
pub(super) fn mark(zone: &ZoneShape, input: &PickerInput<'_>, knee: Knee) -> Option<Mark> {
    let at = input.spots.iter().position(|spot| spot.knee == knee && spot.zone == *zone.id())?;
    let worst = input.worst.is_some_and(|(worst_knee, id)| worst_knee == knee && id == zone.id());
    Some(if worst { Mark::Worst(at + 1) } else { Mark::Sore(at + 1) })
}

/// The zones that are not plain, what must lie on top last.
pub(super) fn states<'a>(
    zones: &[&'a ZoneShape],
    input: &PickerInput<'_>,
    knee: Knee,
    pointed: Option<&ZoneShape>,
    ringed: Option<&ZoneShape>,
) -> Vec<ZoneState<'a>> {
    let is = |other: Option<&ZoneShape>, zone: &ZoneShape| other.is_some_and(|other| other.id() == zone.id());
    let mut states: Vec<_> = zones
        .iter()
        .map(|zone| {
            let seen = MarkState {
                mark: mark(zone, input, knee),
                pointed: is(pointed, zone),
                lit: input.lit.contains(zone.id()),
                ringed: is(ringed, zone),
            };
            ZoneState { zone, seen }
        })
        .filter(|state| state.seen != MarkState::default())
        .collect();
    states.sort_by_key(|state| state.seen.layer());
    states
}

impl MarkState {
    fn layer(self) -> u8 {
        match self {
            Self { ringed: true, .. } => 4,
            Self { mark: Some(Mark::Worst(_)), .. } => 3,
            Self { mark: Some(Mark::Sore(_)), .. } => 2,
            Self { pointed: true, .. } => 1,
            Self { .. } => 0,
        }
    }

    /// How it is painted; a point of the window is `px_per_pt` pixels.
    pub(super) fn look(self, t: &Tokens, px_per_pt: f32) -> ZoneLook {
        let edge = |token, width: f32, dashed| Edge { colour: colour(token), width_px: width * px_per_pt, dashed };
        let mut look = match self.mark {
            Some(Mark::Worst(_)) => ZoneLook {
                fill: Some((colour(t.reg_sel), MARK_SOLID)),
                edges: vec![edge(t.badge, 4.5, false), edge(t.reg_main, 2.5, false)],
            },
            Some(Mark::Sore(_)) => ZoneLook {
                fill: Some((colour(t.reg_sel), MARK_SOLID)),
                edges: vec![edge(t.badge, 3.5, false), edge(t.reg_main, 1.5, false)],
            },
            None if self.pointed => ZoneLook {
                fill: Some((colour(t.reg_hover), HOVER_SOLID)),
                edges: vec![edge(t.badge, 4.0, false), edge(t.text, 2.0, false)],
            },
            None if self.lit => {
                ZoneLook { fill: Some((colour(t.reg_hover), LIT_SOLID)), edges: vec![edge(t.reg_edge, 2.0, true)] }
            }
            None => ZoneLook::default(),
        };
        if self.lit && self.mark.is_some() {
            look.edges.push(edge(t.reg_hover, 2.5, true));
        }
        if self.ringed {
            look.edges.extend([edge(t.focus_out, 7.0, false), edge(t.focus_in, 3.0, false)]);
        }
        look
    }
}
