//! The picture in the colours of the window.

use std::fmt::Write as _;

use super::canvas::{Canvas, Colour, Line, Pixels, RasterError};
use super::drawing::Drawing;
use super::mirror::Placement;

/// How much of the height the leg takes to run out, above and below: it goes on there.
const FADE: f32 = 0.08;
/// How solid the edge of an unmarked zone is: hardly to be seen, as anatomy is what the runner looks at.
const EDGE: f32 = 0.08;

/// How strongly things are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lines {
    /// As in the file: thin lines, see-through muscles, soft shading.
    Soft,
    /// For high contrast: fewer and thicker lines, no fibres, no shading, nothing that runs out softly.
    Strong,
}

impl Lines {
    /// What differs from the file.
    const fn css(self) -> &'static str {
        match self {
            Self::Soft => "",
            Self::Strong => {
                "#art .leg-line{stroke-width:2.2}\
                 #art .bone{stroke-width:1.5}\
                 #art .bone-line{stroke-width:.9}\
                 #art .patella{stroke-width:2}\
                 #art .soft{stroke-width:.8;stroke-opacity:1;fill-opacity:1}\
                 #art .tendon{fill-opacity:1}\
                 #art .tendon-line{stroke-width:.9;stroke-opacity:1}\
                 #art .muscle-line{stroke-width:.9;stroke-opacity:1}\
                 #art .artery,#art .vein{stroke-width:.9}\
                 #art .nerve{stroke-width:.9}\
                 #art .pad{fill-opacity:.75;stroke-width:.7;stroke-opacity:.7}\
                 #art .round,#art .shade,#art .skin,#art .swell,#art .crease,#art .fibre,#art .tendon-fibre{visibility:hidden}\
                 #art stop{stop-opacity:1}"
            }
        }
    }
}

/// The colours of the picture, by what they are for, and its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colours {
    /// The skin side of the leg, behind everything.
    pub leg: Colour,
    /// The outline of the leg.
    pub leg_line: Colour,
    /// Bones.
    pub bone: Colour,
    /// Outlines of bones and lines on them.
    pub bone_line: Colour,
    /// The kneecap.
    pub patella: Colour,
    /// Its outline.
    pub patella_line: Colour,
    /// Tendons and bands.
    pub tendon: Colour,
    /// Fibres on them.
    pub tendon_line: Colour,
    /// Muscles.
    pub muscle: Colour,
    /// Their far sides.
    pub muscle_deep: Colour,
    /// Fibres on them.
    pub muscle_line: Colour,
    /// Menisci and the smooth ends of bones.
    pub soft: Colour,
    /// Their outlines.
    pub soft_line: Colour,
    /// The fat pad below the kneecap.
    pub pad: Colour,
    /// Its outline.
    pub pad_line: Colour,
    /// The joint gap.
    pub gap: Colour,
    /// Thin layers that make things look round.
    pub shade: Colour,
    /// The artery behind the knee, with its branches.
    pub artery: Colour,
    /// Their outlines.
    pub artery_line: Colour,
    /// The vein beside it.
    pub vein: Colour,
    /// Their outlines.
    pub vein_line: Colour,
    /// The nerve beside them.
    pub nerve: Colour,
    /// Its outline.
    pub nerve_line: Colour,
    /// The other leg.
    pub ghost: Colour,
    /// Its outline.
    pub ghost_line: Colour,
    /// Edges of unmarked zones.
    pub zone_edge: Colour,
    /// Widths of lines, and what is see-through.
    pub lines: Lines,
}

impl Colours {
    /// As a style sheet. Each rule names the art's id: the file's own sheet would win over a class alone.
    fn css(&self) -> String {
        let fills = [
            ("leg", self.leg),
            ("skin", self.leg),
            ("bone", self.bone),
            ("patella", self.patella),
            ("tendon", self.tendon),
            ("sheet", self.tendon),
            ("muscle", self.muscle),
            ("soft", self.soft),
            ("pad", self.pad),
            ("gap", self.gap),
            ("artery", self.artery),
            ("vein", self.vein),
            ("nerve", self.nerve),
            ("shade", self.shade),
            ("ghost", self.ghost),
            ("swell", self.leg_line),
        ];
        let strokes = [
            ("leg-line", self.leg_line),
            ("crease", self.leg_line),
            ("bone", self.bone_line),
            ("bone-line", self.bone_line),
            ("patella", self.patella_line),
            ("tendon-line", self.tendon_line),
            ("tendon-fibre", self.tendon_line),
            ("muscle-line", self.muscle_line),
            ("fibre", self.muscle_line),
            ("soft", self.soft_line),
            ("pad", self.pad_line),
            ("artery", self.artery_line),
            ("vein", self.vein_line),
            ("nerve", self.nerve_line),
            ("ghost", self.ghost_line),
        ];
        let stops = [
            ("skin-stop", self.leg),
            ("shade-stop", self.shade),
            ("muscle-stop", self.muscle),
            ("deep-stop", self.muscle_deep),
            ("tendon-stop", self.tendon),
            ("pad-stop", self.pad),
            ("nerve-stop", self.nerve),
        ];
        let mut css = self.lines.css().to_owned();
        for (property, rules) in [("fill", &fills[..]), ("stroke", &strokes[..]), ("stop-color", &stops[..])] {
            for (class, colour) in rules {
                // Writing to a string cannot fail.
                let _ = write!(css, "#art .{class}{{{property}:{colour}}}");
            }
        }
        css
    }
}

impl Drawing {
    /// Paints the art and the faint edges of all zones. The placement is in pixels; `edge_px` is the width of an edge.
    ///
    /// # Errors
    /// When the size is zero or too large for memory.
    pub fn picture(
        &self,
        placement: &Placement,
        size_px: [u32; 2],
        colours: &Colours,
        edge_px: f32,
    ) -> Result<Pixels, RasterError> {
        let mut canvas = Canvas::new(*placement, size_px)?;
        let tree = self.tree(colours.css())?;
        let transform = placement.transform(self.units_per_mm(&tree), self.frame_mm().origin());
        resvg::render(&tree, transform, &mut canvas.pixmap.as_mut());
        let line = Line { width_px: edge_px, solid: EDGE, dashed: false };
        for zone in self.zones() {
            canvas.outline(zone, colours.zone_edge, line);
        }
        if colours.lines == Lines::Soft {
            canvas.fade_out(FADE);
        }
        Ok(canvas.into_pixels())
    }
}

#[cfg(test)]
mod tests {
    use kurbo::Point;

    use super::*;
    use crate::check::spot::Knee;
    use crate::knee_map::KneeMap;
    use crate::knowledge::zone::View;

    fn colours(bone: Colour) -> Colours {
        let other = Colour([200; 3]);
        Colours {
            leg: other,
            leg_line: other,
            bone,
            bone_line: bone,
            patella: bone,
            patella_line: bone,
            tendon: other,
            tendon_line: other,
            muscle: other,
            muscle_deep: other,
            muscle_line: other,
            soft: other,
            soft_line: other,
            pad: other,
            pad_line: other,
            gap: other,
            shade: other,
            artery: other,
            artery_line: other,
            vein: other,
            vein_line: other,
            nerve: other,
            nerve_line: other,
            ghost: other,
            ghost_line: other,
            zone_edge: other,
            lines: Lines::Soft,
        }
    }

    fn at(pixels: &Pixels, placement: &Placement, x: f64, y: f64) -> [u8; 4] {
        let point = placement.screen_from_knee(Point::new(x, y));
        let index = (point.y as usize * pixels.size[0] + point.x as usize) * 4;
        pixels.rgba_premultiplied[index..index + 4].try_into().unwrap()
    }

    #[test]
    fn our_colours_win_over_those_of_the_file() {
        let map = KneeMap::embedded().unwrap();
        let drawing = map.drawing(View::Front);
        for knee in [Knee::Left, Knee::Right] {
            let (_, placement) = Placement::fit(drawing, knee, kurbo::Rect::new(0.0, 0.0, 300.0, 500.0));
            let blue = Colour([10, 20, 240]);
            let pixels = drawing.picture(&placement, [300, 500], &colours(blue), 1.0).unwrap();
            let [red, _, much, solid] = at(&pixels, &placement, 0.0, -35.0);
            assert!(red < 60 && much > 200 && solid == 255, "the kneecap is {red} {much} {solid}");
        }
    }

    #[test]
    fn the_leg_runs_out_above_and_below_and_is_cut_nowhere() {
        let map = KneeMap::embedded().unwrap();
        for view in View::ALL {
            let drawing = map.drawing(view);
            let (_, placement) = Placement::fit(drawing, Knee::Right, kurbo::Rect::new(0.0, 0.0, 300.0, 420.0));
            let solid = |lines| {
                let colours = Colours { lines, ..colours(Colour([90; 3])) };
                let pixels = drawing.picture(&placement, [300, 420], &colours, 1.0).unwrap();
                let row = |y: usize| pixels.rgba_premultiplied.chunks(4).skip(y * 300).take(300).map(|rgba| rgba[3]);
                [0, 210, 419].map(|y| row(y).max().unwrap())
            };
            let [top, middle, bottom] = solid(Lines::Soft);
            assert!(top < 8 && middle == 255 && bottom < 8, "{view:?}: {top} {middle} {bottom}");
            assert_eq!(solid(Lines::Strong), [255; 3], "{view:?}: high contrast keeps every line");
        }
    }

    #[test]
    fn an_empty_image_is_an_error() {
        let map = KneeMap::embedded().unwrap();
        let drawing = map.drawing(View::Front);
        let (_, placement) = Placement::fit(drawing, Knee::Right, kurbo::Rect::new(0.0, 0.0, 300.0, 500.0));
        let picture = drawing.picture(&placement, [0, 5], &colours(Colour([0; 3])), 1.0);
        assert!(matches!(picture, Err(RasterError::Size(0, 5))));
    }
}
