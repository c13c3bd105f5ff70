//! The colours of the picture, mixed from those of the window.

use egui::Color32;

use crate::knee_map::{Colour, Colours};
use crate::ui::theme::{Look, Tokens, tokens};

/// The picture before a side is known: a third as strong.
pub(super) const PALE: Color32 = Color32::from_rgba_premultiplied(90, 90, 90, 90);

/// The colours of the picture in one look.
pub(super) fn colours(look: Look) -> Colours {
    let t = tokens(look);
    match look {
        Look::Light => soft(t, mix(t.card, t.warn_bg, 0.35), 0.16, 0.45),
        Look::Dark => soft(t, mix(t.reg, t.text, 0.15), 0.26, 0.62),
        Look::HighContrastDark | Look::HighContrastLight => stark(t),
    }
}

/// Tints that stay behind the marks: `flesh` is how red muscles are, `fibre` how strong the lines on them are.
fn soft(t: &Tokens, bone: Color32, flesh: f32, fibre: f32) -> Colours {
    let muscle = mix(t.reg, t.err, flesh);
    let tendon = mix(bone, t.urg_edge, 0.15);
    let soft = mix(t.reg, t.link, 0.18);
    Colours {
        leg: colour(t.reg),
        leg_line: colour(t.reg_edge),
        bone: colour(bone),
        bone_line: colour(mix(bone, t.text, 0.5)),
        patella: colour(mix(bone, t.text, if is_light(t) { 0.0 } else { 0.08 })),
        patella_line: colour(mix(bone, t.text, 0.6)),
        tendon: colour(tendon),
        tendon_line: colour(mix(tendon, t.text, fibre)),
        muscle: colour(muscle),
        muscle_line: colour(mix(muscle, t.err, fibre)),
        soft: colour(soft),
        soft_line: colour(mix(soft, t.text, 0.4)),
        gap: colour(mix(t.reg, t.text2, 0.15)),
        shade: colour(if is_light(t) { t.text } else { t.page }),
        vessel: colour(mix(t.reg, t.link, 0.5)),
        ghost: colour(t.page),
        ghost_line: colour(t.divider),
        zone_edge: colour(t.reg_edge),
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
        bone: fill(0.12),
        bone_line: grey(0.85),
        patella: fill(0.2),
        patella_line: grey(1.0),
        tendon: fill(0.28),
        tendon_line: grey(0.85),
        muscle: fill(0.08),
        muscle_line: grey(1.0),
        soft: fill(0.4),
        soft_line: grey(0.85),
        gap: grey(0.0),
        shade: grey(0.0),
        vessel: grey(0.5),
        ghost: grey(0.0),
        ghost_line: grey(0.5),
        zone_edge: grey(1.0),
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
