//! How long a run of the plan is.

use crate::knowledge::planning::RunWalk;

/// How long a run is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RunSize {
    /// So many km, whatever it is shown in.
    Km(f64),
    /// Bouts of running with walks between.
    WithWalks(RunWalk),
    /// So many minutes without a walk.
    Minutes(u8),
}
