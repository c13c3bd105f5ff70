//! Our own line icons: SVG files, drawn at the exact pixel size and tinted with a token.
//!
//! Characters are never used as icons: which of them a font has differs from computer to computer.

use std::collections::HashMap;

use egui::{Color32, ColorImage, Context, Id, Pos2, Rect, TextureHandle, TextureOptions, Ui, pos2, vec2};
use resvg::tiny_skia::{Pixmap, Transform};

use crate::knowledge::question::Pictogram;

/// A small drawing with a fixed meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Icon {
    /// Octagon with an exclamation mark: get help now.
    OctagonAlert,
    /// Triangle with an exclamation mark: today.
    TriangleAlert,
    /// Circle with an i: book a visit.
    CircleInfo,
    /// Circle with a cross: something failed.
    CircleCross,
    /// Circle with a tick: something is done.
    CircleTick,
    /// Tick of a ticked box.
    Tick,
    /// Question mark of a box that is not sure.
    Question,
    /// A closed fold.
    ChevronRight,
    /// An open fold.
    ChevronDown,
    /// One step back.
    ArrowBack,
    /// Write a file.
    Save,
    /// Copy to the clipboard.
    Copy,
    Menu,
    /// Take back the last change.
    Undo,
    /// Open a folder or file.
    FolderOpen,
    /// The sign of the app.
    Knee,
    /// Both legs: newly weak or numb.
    BothLegs,
    /// The calf, from the side.
    Calf,
    /// The heart, with its beat.
    Chest,
    /// Cross of a row that is no.
    Cross,
    /// A foot, from the side.
    Foot,
    /// A thermometer.
    Ill,
    /// A runner.
    InOneRun,
    /// A burst.
    Injury,
    /// The moon.
    Overnight,
    /// A line that rises.
    Slowly,
}

impl Icon {
    /// The drawing that the content names.
    #[must_use]
    pub fn of(picture: Pictogram) -> Self {
        match picture {
            Pictogram::BothLegs => Self::BothLegs,
            Pictogram::Calf => Self::Calf,
            Pictogram::Chest => Self::Chest,
            Pictogram::Foot => Self::Foot,
            Pictogram::Ill => Self::Ill,
            Pictogram::InOneRun => Self::InOneRun,
            Pictogram::Injury => Self::Injury,
            Pictogram::Knee => Self::Knee,
            Pictogram::Overnight => Self::Overnight,
            Pictogram::Slowly => Self::Slowly,
        }
    }

    /// Draws the icon in the middle of a square of `side` points at `centre`.
    ///
    /// It has no node in the accessibility tree: what it means is always said in words too.
    pub fn show(self, ui: &mut Ui, side: f32) {
        let (_, rect) = ui.allocate_space(egui::Vec2::splat(side));
        let tint = super::theme::tokens_of(ui).link;
        self.paint(ui, rect.center(), side, tint);
    }

    /// Paints the icon around a point.
    pub fn paint(self, ui: &Ui, centre: Pos2, side: f32, tint: Color32) {
        let pixels_per_point = ui.pixels_per_point();
        let Some(pixels) = whole_pixels(side * pixels_per_point) else {
            return;
        };
        let Some(texture) = texture(ui.ctx(), self, pixels) else {
            return;
        };
        let extent = texture.size_vec2() / pixels_per_point;
        let snap = |x: f32| (x * pixels_per_point).round() / pixels_per_point;
        let corner = centre - extent / 2.0;
        let rect = Rect::from_min_size(pos2(snap(corner.x), snap(corner.y)), extent);
        let whole = Rect::from_min_size(Pos2::ZERO, vec2(1.0, 1.0));
        ui.painter().image(texture.id(), rect, whole, tint);
    }

    const fn svg(self) -> &'static str {
        match self {
            Self::OctagonAlert => include_str!("../../assets/icons/octagon_alert.svg"),
            Self::TriangleAlert => include_str!("../../assets/icons/triangle_alert.svg"),
            Self::CircleInfo => include_str!("../../assets/icons/circle_info.svg"),
            Self::CircleCross => include_str!("../../assets/icons/circle_cross.svg"),
            Self::CircleTick => include_str!("../../assets/icons/circle_tick.svg"),
            Self::Tick => include_str!("../../assets/icons/tick.svg"),
            Self::Question => include_str!("../../assets/icons/question.svg"),
            Self::ChevronRight => include_str!("../../assets/icons/chevron_right.svg"),
            Self::ChevronDown => include_str!("../../assets/icons/chevron_down.svg"),
            Self::ArrowBack => include_str!("../../assets/icons/arrow_back.svg"),
            Self::Save => include_str!("../../assets/icons/save.svg"),
            Self::Copy => include_str!("../../assets/icons/copy.svg"),
            Self::Menu => include_str!("../../assets/icons/menu.svg"),
            Self::Undo => include_str!("../../assets/icons/undo.svg"),
            Self::FolderOpen => include_str!("../../assets/icons/folder_open.svg"),
            Self::Knee => include_str!("../../assets/icons/knee.svg"),
            Self::BothLegs => include_str!("../../assets/icons/both_legs.svg"),
            Self::Calf => include_str!("../../assets/icons/calf.svg"),
            Self::Chest => include_str!("../../assets/icons/chest.svg"),
            Self::Cross => include_str!("../../assets/icons/cross.svg"),
            Self::Foot => include_str!("../../assets/icons/foot.svg"),
            Self::Ill => include_str!("../../assets/icons/ill.svg"),
            Self::InOneRun => include_str!("../../assets/icons/in_one_run.svg"),
            Self::Injury => include_str!("../../assets/icons/injury.svg"),
            Self::Overnight => include_str!("../../assets/icons/overnight.svg"),
            Self::Slowly => include_str!("../../assets/icons/slowly.svg"),
        }
    }
}

/// White icons on the graphics card, by icon and pixel size.
type Textures = HashMap<(Icon, u16), TextureHandle>;

/// More sizes than a session needs; past it the user is playing with the zoom.
const MOST_TEXTURES: usize = 256;

fn texture(ctx: &Context, icon: Icon, pixels: u16) -> Option<TextureHandle> {
    let store = Id::unique("kneenote icons");
    let key = (icon, pixels);
    let known = ctx.data_mut(|data| {
        let textures = data.get_temp_mut_or_default::<Textures>(store);
        textures.get(&key).cloned()
    });
    known.or_else(|| {
        let name = format!("{icon:?} {pixels}");
        let texture = ctx.load_texture(name, raster(icon, pixels)?, TextureOptions::LINEAR);
        ctx.data_mut(|data| {
            let textures = data.get_temp_mut_or_default::<Textures>(store);
            if textures.len() >= MOST_TEXTURES {
                textures.clear();
            }
            textures.insert(key, texture.clone());
        });
        Some(texture)
    })
}

fn raster(icon: Icon, pixels: u16) -> Option<ColorImage> {
    let pixmap = painted(icon.svg(), pixels)?;
    let side = usize::from(pixels);
    Some(ColorImage::from_rgba_premultiplied([side, side], pixmap.data()))
}

/// A square drawing in pixels; `None` if it is no SVG or has no size.
#[must_use]
pub fn painted(svg: &str, side_px: u16) -> Option<Pixmap> {
    let tree = usvg::Tree::from_str(svg, &usvg::Options::default()).ok()?;
    let mut pixmap = Pixmap::new(side_px.into(), side_px.into())?;
    let scale = f32::from(side_px) / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Some(pixmap)
}

/// A side that can be drawn, or `None` for nothing or nonsense.
fn whole_pixels(side: f32) -> Option<u16> {
    let side = side.round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked first")]
    (1.0..=2048.0).contains(&side).then_some(side as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Icon; 26] = [
        Icon::OctagonAlert,
        Icon::TriangleAlert,
        Icon::CircleInfo,
        Icon::CircleCross,
        Icon::CircleTick,
        Icon::Tick,
        Icon::Question,
        Icon::ChevronRight,
        Icon::ChevronDown,
        Icon::ArrowBack,
        Icon::Save,
        Icon::Copy,
        Icon::Menu,
        Icon::Undo,
        Icon::FolderOpen,
        Icon::Knee,
        Icon::BothLegs,
        Icon::Calf,
        Icon::Chest,
        Icon::Cross,
        Icon::Foot,
        Icon::Ill,
        Icon::InOneRun,
        Icon::Injury,
        Icon::Overnight,
        Icon::Slowly,
    ];

    #[test]
    fn every_icon_is_white_lines_inside_its_square() {
        for icon in ALL {
            let image = raster(icon, 24).expect("the file is part of the program");
            let [w, h] = image.size;
            assert_eq!([w, h], [24, 24]);
            let ink = image.pixels.iter().filter(|pixel| pixel.a() > 127).count();
            assert!((20..400).contains(&ink), "{icon:?}: {ink} pixels");
            assert!(
                image.pixels.iter().all(|p| p.r() == p.a() && p.g() == p.a() && p.b() == p.a()),
                "{icon:?} is not plain white"
            );
        }
    }

    #[test]
    fn no_two_icons_look_the_same() {
        for (i, a) in ALL.into_iter().enumerate() {
            for b in ALL.into_iter().skip(i + 1) {
                assert_ne!(raster(a, 24), raster(b, 24), "{a:?} and {b:?}");
            }
        }
    }

    #[test]
    fn nonsense_sizes_draw_nothing() {
        for side in [0.0, -3.0, f32::NAN, f32::INFINITY, 9000.0] {
            assert_eq!(whole_pixels(side), None);
        }
        assert_eq!(whole_pixels(23.6), Some(24));
    }
}
