//! The colours of the picture, mixed from those of the window.

use egui::Color32;

use crate::knee_map::{Colour, Colours, Lines};
use crate::ui::theme::{Theme, Tokens, tokens};

/// The colours of the picture in one theme.
pub(super) fn colours(theme: Theme) -> Colours {
    let t = tokens(theme);
    match theme {
        Theme::Light => soft(t, mix(mix(t.card, t.warn_bg, 0.2), t.urg_edge, 0.03), 0.17, 0.45),
        Theme::Dark => soft(t, mix(mix(t.reg, t.text, 0.3), t.err, 0.06), 0.22, 0.5),
        Theme::HighContrastDark | Theme::HighContrastLight => stark(t),
    }
}

/// The same without the outline of the other leg.
pub(super) fn of_one_leg(theme: Theme) -> Colours {
    let ground = colour(tokens(theme).card);
    Colours { ghost: ground, ghost_line: ground, ..colours(theme) }
}

/// Tints that stay behind the marks: `flesh` is how red muscles are, `line` how strong the lines on tendons are.
fn soft(t: &Tokens, bone: Color32, flesh: f32, line: f32) -> Colours {
    // On a dark ground, the tint of bone would make muscles as light as bones, and yellow alone makes tendons green.
    let (like_bone, warmth) = if is_light(t) { (0.5, 0.0) } else { (0.1, 0.06) };
    let muscle = mix(mix(t.reg, bone, like_bone), t.err, flesh);
    let tendon = mix(mix(bone, t.urg_edge, 0.17), t.err, warmth);
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
        muscle_line: colour(mix(muscle, mix(t.err, t.text, 0.3), 0.42)),
        soft: colour(soft),
        soft_line: colour(mix(soft, t.text, 0.4)),
        pad: colour(mix(bone, t.urg_edge, 0.2)),
        gap: colour(mix(t.reg, t.text2, 0.15)),
        shade: colour(if is_light(t) { t.text } else { t.page }),
        artery: colour(mix(t.reg, t.err, 0.32)),
        artery_line: colour(mix(t.reg, t.err, 0.6)),
        vein: colour(mix(t.reg, t.link, 0.22)),
        vein_line: colour(mix(t.reg, t.link, 0.5)),
        nerve: colour(mix(tendon, t.urg_edge, 0.15)),
        nerve_line: colour(mix(bone, t.text, 0.5)),
        ghost: colour(t.page),
        ghost_line: colour(t.divider),
        zone_edge: colour(t.reg_edge),
        lines: Lines::Soft,
    }
}

/// Greys between the two colours of a high contrast theme, and strong lines.
fn stark(t: &Tokens) -> Colours {
    let grey = |share: f32| colour(mix(t.reg, t.reg_edge, share));
    // The same step looks smaller on black than on white.
    let fill = |share: f32| grey(if is_light(t) { share * 0.4 } else { share });
    Colours {
        leg: grey(0.0),
        leg_line: grey(1.0),
        bone: fill(0.24),
        bone_line: grey(0.9),
        patella: fill(0.3),
        patella_line: grey(1.0),
        tendon: fill(0.44),
        tendon_line: grey(0.85),
        muscle: fill(0.07),
        muscle_line: grey(0.6),
        soft: fill(0.6),
        soft_line: grey(0.85),
        pad: fill(0.14),
        gap: grey(0.0),
        shade: grey(0.0),
        artery: fill(0.3),
        artery_line: grey(0.75),
        vein: fill(0.3),
        vein_line: grey(0.75),
        nerve: fill(0.5),
        nerve_line: grey(0.85),
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
