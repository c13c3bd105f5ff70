//! Everything that is built into the program as text, read into types.

use std::sync::Arc;

use egui::{Theme, Vec2};

use super::settings::theme_of;
use crate::assess::Assessor;
use crate::desktop::on_thread::OnThread;
use crate::knee_map::KneeMap;
use crate::knowledge::Knowledge;
use crate::session::Content;
use crate::store::settings::{Settings, TEXT_SIZES};
use crate::ui::knee_picker::EarlyPicture;
use crate::ui::layout;
use crate::wording::Wording;

/// Why the app cannot start: its own content or drawings are broken, which tests make sure they are not.
#[derive(Debug, thiserror::Error)]
#[error("the built-in {0} cannot be read: {1}")]
pub struct AssetError(&'static str, String);

/// Content, words and drawings.
pub struct BuiltIn {
    pub(super) content: Content,
    pub(super) map: Arc<KneeMap>,
    /// The picture of the first screen, where it was begun.
    pub(super) welcome: Option<EarlyPicture>,
}

impl BuiltIn {
    /// Reads all of it, the drawings beside the rest.
    ///
    /// # Errors
    /// When something is broken.
    pub fn read() -> Result<Self, AssetError> {
        let drawings =
            OnThread::start(|| KneeMap::embedded().map_err(|fault| AssetError("drawings", fault.to_string())));
        let knowledge = Knowledge::embedded()
            .map_err(|faults| AssetError("content", faults.first().map_or_else(String::new, ToString::to_string)))?;
        let wording = Wording::embedded().map_err(|fault| AssetError("wording", fault.to_string()))?;
        let knowledge = Arc::new(knowledge);
        let assessor = Assessor::new(&knowledge);
        let content = Content { knowledge, wording, assessor };
        Ok(Self { content, map: Arc::new(drawings.end()?), welcome: None })
    }

    /// Begins to paint the picture of the first screen, for a window of this size in points, as the system showed the
    /// last one: it takes longer to open a window. Should this one be different, the picture is painted again.
    #[must_use]
    pub fn painting_for(self, window: Vec2, settings: &Settings) -> Self {
        let is_usual_size = settings.text_size_percent == TEXT_SIZES[0];
        let (px_per_pt, system) = match settings.window {
            // Settings may hold anything; no screen has more pixels than this to a point.
            Some(last) => (last.px_per_pt.clamp(1.0, 4.0), last.is_dark.then_some(Theme::Dark)),
            None => (1.0, None),
        };
        let theme = theme_of(settings.theme, system);
        let room = layout::welcome_room(window).filter(|_| is_usual_size);
        let welcome = room.map(|room| EarlyPicture::paint(&self.map, room, px_per_pt, theme));
        Self { welcome, ..self }
    }
}
