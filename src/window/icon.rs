//! The sign of the app for title bars and task bars: the same drawing that packages install.

use egui::IconData;
use resvg::tiny_skia::PremultipliedColorU8;

use crate::ui::icons::painted;

const SVG: &str = include_str!("../../assets/icons/kneenote.svg");
/// Task bars show 16 to 64 pixels and make large icons smaller well.
const SIDE_PX: u16 = 128;

/// The icon, painted; `None` if the drawing cannot be read, which a test shows not to be so.
pub(super) fn app_icon() -> Option<IconData> {
    icon(SIDE_PX)
}

fn icon(side_px: u16) -> Option<IconData> {
    let pixmap = painted(SVG, side_px)?;
    let straight = pixmap.pixels().iter().map(PremultipliedColorU8::demultiply);
    let rgba = straight.flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]).collect();
    Some(IconData { rgba, width: pixmap.width(), height: pixmap.height() })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How much light a pixel gives, from 0 to 1.
    fn light(icon: &IconData, x: u32, y: u32) -> f32 {
        let at = ((y * icon.width + x) * 4) as usize;
        icon.rgba[at..at + 3].iter().map(|part| f32::from(*part)).sum::<f32>() / (3.0 * 255.0)
    }

    #[test]
    fn the_window_has_an_icon_of_its_own() {
        let icon = app_icon().unwrap();
        assert_eq!(icon.rgba.len(), 4 * 128 * 128);
        assert_eq!(icon.rgba[3], 0, "the corner is clear");
    }

    #[test]
    fn page_leg_and_sore_spot_stand_apart_at_16_pixels() {
        let icon = icon(16).unwrap();
        let (page, leg, spot) = (light(&icon, 4, 2), light(&icon, 5, 7), light(&icon, 9, 7));
        assert!(leg - page > 0.4, "leg {leg} on page {page}");
        assert!(leg - spot > 0.4, "sore spot {spot} on leg {leg}");
    }
}
