//! Everything that is built into the program as text, read into types.

use std::thread;

use crate::assess::Assessor;
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
            Reading::start(|| KneeMap::embedded().map_err(|fault| BrokenAsset("drawings", fault.to_string())));
        let knowledge = Knowledge::embedded()
            .map_err(|faults| BrokenAsset("content", faults.first().map_or_else(String::new, ToString::to_string)))?;
        let wording = Wording::embedded().map_err(|fault| BrokenAsset("wording", fault.to_string()))?;
        let assessor = Assessor::new(&knowledge);
        Ok(Self { knowledge, wording, assessor, map: drawings.end()? })
    }
}

/// Something that is read while something else is done.
pub struct Reading<T>(Result<thread::JoinHandle<T>, fn() -> T>);

impl<T: Send + 'static> Reading<T> {
    /// Starts; where the system gives no thread, it is read at the end.
    pub fn start(read: fn() -> T) -> Self {
        Self(thread::Builder::new().name("reading".to_owned()).spawn(read).map_err(|_| read))
    }

    /// Waits for it.
    pub fn end(self) -> T {
        match self.0.map(thread::JoinHandle::join) {
            Ok(Ok(made)) => made,
            Ok(Err(panic)) => std::panic::resume_unwind(panic),
            Err(read) => read(),
        }
    }
}
