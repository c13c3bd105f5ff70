//! The colours of the picture, mixed from those of the window.

use egui::Color32;

use crate::knee_map::{Colour, Colours, Lines};
use crate::ui::theme::{Theme, Tokens, tokens};

/// The colours of the picture in one theme.
pub(super) fn colours(theme: Theme) -> Colours {
    let t = tokens(theme);
    match theme {
        Theme::Light => soft(t, &on_light(t)),
        Theme::Dark => soft(t, &on_dark(t)),
        Theme::HighContrastDark | Theme::HighContrastLight => stark(t),
    }
}

/// The same without the outline of the other leg.
pub(super) fn of_one_leg(theme: Theme) -> Colours {
    let ground = colour(tokens(theme).card);
    Colours { ghost: ground, ghost_line: ground, ..colours(theme) }
}

/// One colour for each kind of tissue, as plates for patients have them: each hue stands for one thing, and bone is
/// the lightest, so that they are told apart in grey too.
struct Tissues {
    /// Ivory.
    bone: Color32,
    /// White-ish grey-beige: tendons, ligaments, bands.
    tendon: Color32,
    /// Red-pink.
    muscle: Color32,
    /// Blue-white: cartilage and menisci.
    cartilage: Color32,
    /// Soft yellow.
    fat: Color32,
    /// A stronger yellow.
    nerve: Color32,
    /// How red arteries and how blue veins are: nobody points at them.
    vessels: f32,
}

fn on_light(t: &Tokens) -> Tissues {
    Tissues {
        bone: mix(t.card, t.urg, 0.13),
        tendon: mix(mix(t.card, t.urg_edge, 0.16), t.text, 0.05),
        muscle: mix(t.card, mix(t.err, t.urg, 0.1), 0.38),
        cartilage: mix(t.card, t.link, 0.27),
        fat: mix(t.card, t.urg, 0.38),
        nerve: mix(t.card, t.urg, 0.68),
        vessels: 0.36,
    }
}

fn on_dark(t: &Tokens) -> Tissues {
    Tissues {
        bone: mix(mix(t.reg, t.text, 0.84), t.urg, 0.24),
        tendon: mix(mix(t.reg, t.text, 0.56), t.urg, 0.1),
        muscle: mix(t.reg, t.err, 0.54),
        cartilage: mix(t.reg, t.link, 0.66),
        fat: mix(t.reg, t.urg, 0.74),
        nerve: mix(t.reg, t.urg, 0.9),
        vessels: 0.42,
    }
}

/// Tints that stay behind the marks, with quiet lines of their own hue.
fn soft(t: &Tokens, tissue: &Tissues) -> Colours {
    let &Tissues { bone, tendon, muscle, cartilage, fat, nerve, vessels } = tissue;
    // What is drawn on a light tissue is dark in every theme.
    let ink = if is_light(t) { t.text } else { t.page };
    let line = |on: Color32, share: f32| colour(mix(on, ink, share));
    let flesh_line = mix(muscle, mix(ink, t.err, if is_light(t) { 0.75 } else { 0.3 }), 0.55);
    let artery = mix(t.reg, t.err, vessels);
    let vein = mix(t.reg, t.link, vessels * 0.8);
    Colours {
        leg: colour(t.reg),
        leg_line: colour(t.reg_edge),
        bone: colour(bone),
        bone_line: line(bone, 0.52),
        patella: colour(mix(bone, t.card, if is_light(t) { 0.35 } else { 0.0 })),
        patella_line: line(bone, 0.64),
        tendon: colour(tendon),
        tendon_line: line(tendon, 0.46),
        muscle: colour(muscle),
        muscle_deep: colour(mix(muscle, flesh_line, 0.34)),
        muscle_line: colour(flesh_line),
        soft: colour(cartilage),
        soft_line: line(cartilage, 0.44),
        pad: colour(fat),
        pad_line: colour(mix(fat, mix(t.urg_edge, ink, 0.3), if is_light(t) { 0.6 } else { 0.5 })),
        gap: colour(mix(cartilage, ink, 0.3)),
        shade: colour(ink),
        artery: colour(artery),
        artery_line: colour(mix(artery, t.err, 0.3)),
        vein: colour(vein),
        vein_line: colour(mix(vein, t.link, 0.3)),
        nerve: colour(nerve),
        nerve_line: line(mix(nerve, t.urg_edge, 0.4), 0.3),
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
        muscle_deep: fill(0.07),
        muscle_line: grey(0.6),
        soft: fill(0.6),
        soft_line: grey(0.85),
        pad: fill(0.14),
        pad_line: grey(0.75),
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
