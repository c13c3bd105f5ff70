//! The system's own fonts, for letters that ours lack: own words may be in any script.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use egui::epaint::text::{FallbackRequest, FontInsert, FontProvider};
use egui_system_font_provider::SystemFontProvider;

/// Finds system fonts, and none where the system has none: its own provider panics there, which would end the program
/// at the first letter that our fonts lack.
///
/// They are read when that letter comes: most runners type none, and reading them is a sixth of the work of the start.
#[derive(Default)]
pub struct SystemFonts {
    provider: OnceLock<SystemFontProvider>,
    is_broken: AtomicBool,
}

impl SystemFonts {
    /// Whether a panic in this file of the source means that the system's fonts cannot be read.
    #[must_use]
    pub fn panics_in(source: &str) -> bool {
        ["/fontique-", "/poll-promise-"].iter().any(|krate| source.contains(krate))
    }
}

impl FontProvider for SystemFonts {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        if self.is_broken.load(Ordering::Relaxed) {
            return None;
        }
        let found =
            catch_unwind(AssertUnwindSafe(|| self.provider.get_or_init(SystemFontProvider::new).font_for(request)));
        found.unwrap_or_else(|_| {
            log::warn!("the fonts of the system cannot be read; letters that ours lack show as boxes");
            self.is_broken.store(true, Ordering::Relaxed);
            None
        })
    }
}
