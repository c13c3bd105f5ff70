//! Everything that is built into the program as text, read into types.

use std::sync::Arc;

use egui::Vec2;

use super::settings::look_of;
use crate::assess::Assessor;
use crate::desktop::beside::Beside;
use crate::knee_map::KneeMap;
use crate::knowledge::Knowledge;
use crate::store::settings::{Settings, TEXT_SIZES};
use crate::ui::knee_picker::Ahead;
use crate::ui::shell;
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
    pub(super) map: Arc<KneeMap>,
    pub(super) welcome: Option<Ahead>,
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
        Ok(Self { knowledge, wording, assessor, map: Arc::new(drawings.end()?), welcome: None })
    }

    /// Begins to paint the picture of the first screen, for a window of this size in points: the system takes longer to
    /// open one. Should the window be another, the picture is painted again.
    #[must_use]
    pub fn painting_for(self, window: Vec2, settings: &Settings) -> Self {
        let is_usual_size = settings.text_size_percent == TEXT_SIZES[0];
        let room = shell::welcome_room(window).filter(|_| is_usual_size);
        let welcome = room.map(|room| Ahead::paint(&self.map, room, look_of(settings.look, None)));
        Self { welcome, ..self }
    }
}
