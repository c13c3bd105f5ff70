//! The colours of the picture, mixed from those of the window.

use egui::Color32;

use crate::knee_map::{Colour, Colours, Lines};
use crate::ui::theme::{Look, Tokens, tokens};

/// The picture before a side is known: a third as strong.
pub(super) const PALE: Color32 = Color32::from_rgba_premultiplied(90, 90, 90, 90);

/// The colours of the picture in one look.
pub(super) fn colours(look: Look) -> Colours {
    let t = tokens(look);
    match look {
        Look::Light => soft(t, mix(t.card, t.warn_bg, 0.3), 0.2, 0.45),
        Look::Dark => soft(t, mix(t.reg, t.text, 0.17), 0.34, 0.62),
        Look::HighContrastDark | Look::HighContrastLight => stark(t),
    }
}

/// Tints that stay behind the marks: `flesh` is how red muscles are, `line` how strong the lines on tendons are.
fn soft(t: &Tokens, bone: Color32, flesh: f32, line: f32) -> Colours {
    let muscle = mix(t.reg, t.err, flesh);
    let tendon = mix(bone, t.urg_edge, 0.17);
    let soft = mix(t.reg, t.link, 0.2);
    Colours {
        leg: colour(t.reg),
        leg_line: colour(t.reg_edge),
        bone: colour(bone),
        bone_line: colour(mix(bone, t.text, 0.52)),
        patella: colour(mix(bone, t.text, if is_light(t) { 0.0 } else { 0.08 })),
        patella_line: colour(mix(bone, t.text, 0.64)),
        tendon: colour(tendon),
        tendon_line: colour(mix(tendon, t.text, line)),
        muscle: colour(muscle),
        muscle_line: colour(mix(muscle, t.err, 0.4)),
        soft: colour(soft),
        soft_line: colour(mix(soft, t.text, 0.4)),
        pad: colour(mix(t.reg, tendon, 0.5)),
        gap: colour(mix(t.reg, t.text2, 0.15)),
        shade: colour(if is_light(t) { t.text } else { t.page }),
        vessel: colour(mix(t.reg, t.link, 0.5)),
        ghost: colour(t.page),
        ghost_line: colour(t.divider),
        zone_edge: colour(t.reg_edge),
        lines: Lines::Soft,
    }
}

/// Greys between the two colours of a high contrast look, and strong lines.
fn stark(t: &Tokens) -> Colours {
    let grey = |share: f32| colour(mix(t.reg, t.reg_edge, share));
    // The same step looks smaller on black than on white.
    let fill = |share: f32| grey(if is_light(t) { share * 0.4 } else { share });
    Colours {
        leg: grey(0.0),
        leg_line: grey(1.0),
        bone: fill(0.16),
        bone_line: grey(0.9),
        patella: fill(0.24),
        patella_line: grey(1.0),
        tendon: fill(0.36),
        tendon_line: grey(0.85),
        muscle: grey(0.0),
        muscle_line: grey(0.5),
        soft: fill(0.5),
        soft_line: grey(0.85),
        pad: grey(0.0),
        gap: grey(0.0),
        shade: grey(0.0),
        vessel: grey(0.5),
        ghost: grey(0.0),
        ghost_line: grey(0.5),
        zone_edge: grey(0.75),
        lines: Lines::Strong,
    }
}

/// Whether things are lighter than the text on them.
fn is_light(t: &Tokens) -> bool {
    t.card.r() > t.text.r()
}

/// The window's colour as the picture takes it.
pub(super) fn colour(from: Color32) -> Colour {
    Colour([from.r(), from.g(), from.b()])
}

fn mix(from: Color32, to: Color32, share: f32) -> Color32 {
    from.lerp_to_gamma(to, share)
}
