//! The contrast table of the design, computed with the WCAG formula.

use super::{Theme, Tokens, tokens};
use egui::Color32;

fn luminance(colour: Color32) -> f64 {
    let linear = |channel: u8| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue, _] = colour.to_array();
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn contrast(a: Color32, b: Color32) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

/// Name of a pair, front, back, contrast needed.
type Pair = (&'static str, Color32, Color32, f64);

fn pairs(t: &Tokens) -> Vec<Pair> {
    macro_rules! pair {
        ($front:ident, $back:ident, $need:literal) => {
            (concat!(stringify!($front), " on ", stringify!($back)), t.$front, t.$back, $need)
        };
    }
    vec![
        pair!(text, page, 7.0),
        pair!(text, card, 7.0),
        pair!(text2, page, 7.0),
        pair!(text2, card, 7.0),
        pair!(link, card, 7.0),
        pair!(link, page, 7.0),
        pair!(btn_t, btn, 7.0),
        pair!(btn_t, btn_hover, 7.0),
        pair!(text, tint, 7.0),
        pair!(link, tint, 7.0),
        pair!(btn2_t, tint, 7.0),
        pair!(border, tint, 3.0),
        pair!(btn2_b, tint, 3.0),
        pair!(btn2_t, card, 7.0),
        pair!(err, card, 7.0),
        pair!(err, err_bg, 7.0),
        pair!(text, err_bg, 7.0),
        pair!(ok, card, 7.0),
        pair!(text, ok_bg, 7.0),
        pair!(text, warn_bg, 7.0),
        pair!(emerg_t, emerg, 7.0),
        pair!(urg_t, urg, 7.0),
        pair!(rout_t, rout, 7.0),
        pair!(care_t, care, 7.0),
        pair!(badge_t, badge, 7.0),
        pair!(border, card, 3.0),
        pair!(border, page, 3.0),
        pair!(btn, card, 3.0),
        pair!(btn, page, 3.0),
        pair!(btn2_b, card, 3.0),
        pair!(focus_in, focus_out, 3.0),
        pair!(reg_edge, reg, 3.0),
        pair!(reg_edge, card, 3.0),
        pair!(reg_sel, reg, 3.0),
        pair!(reg_sel, card, 3.0),
        pair!(reg_main, reg, 3.0),
        pair!(reg_main, reg_sel, 3.0),
        pair!(care_edge, care, 3.0),
        pair!(care_edge, card, 3.0),
        pair!(emerg, card, 3.0),
        pair!(urg_edge, card, 3.0),
        pair!(rout_edge, card, 3.0),
        pair!(err, card, 3.0),
        pair!(badge, reg_sel, 3.0),
        // Beyond the table: pairs that the widgets draw.
        pair!(err, page, 7.0),
        pair!(ok, page, 7.0),
        pair!(link, err_bg, 7.0),
        pair!(link, ok_bg, 7.0),
        pair!(link, warn_bg, 7.0),
        pair!(text, reg, 7.0),
        pair!(text2, warn_bg, 7.0),
        pair!(err, err_bg, 3.0),
        pair!(ok, ok_bg, 3.0),
        pair!(border, warn_bg, 3.0),
        pair!(btn2_b, page, 3.0),
        pair!(emerg, page, 3.0),
        pair!(urg_edge, page, 3.0),
        pair!(rout_edge, page, 3.0),
        pair!(care_edge, page, 3.0),
    ]
}

#[test]
fn every_pair_has_the_contrast_it_needs() {
    for look in Theme::ALL {
        for (name, front, back, need) in pairs(tokens(look)) {
            let found = contrast(front, back);
            assert!(found >= need, "{look:?}: {name} is {found:.2}, needs {need}");
        }
    }
}

#[test]
fn one_of_the_two_focus_rings_is_seen_on_every_fill() {
    for look in Theme::ALL {
        let t = tokens(look);
        let fills = [
            t.page,
            t.card,
            t.tint,
            t.btn,
            t.btn_hover,
            t.err_bg,
            t.ok_bg,
            t.warn_bg,
            t.emerg,
            t.urg,
            t.rout,
            t.care,
            t.reg,
            t.reg_sel,
        ];
        for fill in fills {
            let best = contrast(t.focus_in, fill).max(contrast(t.focus_out, fill));
            assert!(best >= 3.0, "{look:?}: {best:.2} on {fill:?}");
        }
    }
}

#[test]
fn looks_differ() {
    for (i, a) in Theme::ALL.into_iter().enumerate() {
        for b in Theme::ALL.into_iter().skip(i + 1) {
            assert_ne!(tokens(a), tokens(b));
        }
    }
}
