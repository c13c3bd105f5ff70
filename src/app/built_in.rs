//! Everything that is built into the program as text, read into types.

use crate::assess::Assessor;
use crate::desktop::beside::Beside;
use crate::knee_map::KneeMap;
use crate::knowledge::Knowledge;
use crate::wording::Wording;

/// Why the app cannot start: its own content or drawings are broken, which tests make sure they are not.
#[derive(Debug, thiserror::Error)]
#[error("the built-in {0} cannot be read: {1}")]
pub struct BrokenAsset(&'static str, String);

/// Content, words and drawings.
pub struct BuiltIn {
    pub(super) knowledge: Knowledge,
    pub(super) wording: Wording,
    pub(super) assessor: Assessor,
    pub(super) map: KneeMap,
}

impl BuiltIn {
    /// Reads all of it, the drawings beside the rest.
    ///
    /// # Errors
    /// When something is broken.
    pub fn read() -> Result<Self, BrokenAsset> {
        let drawings =
            Beside::start(|| KneeMap::embedded().map_err(|fault| BrokenAsset("drawings", fault.to_string())));
        let knowledge = Knowledge::embedded()
            .map_err(|faults| BrokenAsset("content", faults.first().map_or_else(String::new, ToString::to_string)))?;
        let wording = Wording::embedded().map_err(|fault| BrokenAsset("wording", fault.to_string()))?;
        let assessor = Assessor::new(&knowledge);
        Ok(Self { knowledge, wording, assessor, map: drawings.end()? })
    }
}
