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

/// Contrast of text, after WCAG 2.2 level AAA.
const TEXT: f64 = 7.0;
/// Contrast of lines and signs, after WCAG 2.2 level AA.
const LINE: f64 = 3.0;

/// Name of a pair, front, back.
type Pair = (&'static str, Color32, Color32);

macro_rules! pair {
    ($t:ident, $front:ident on $back:ident) => {
        (concat!(stringify!($front), " on ", stringify!($back)), $t.$front, $t.$back)
    };
}

/// Text and what it stands on: the contrast is at least [`TEXT`].
fn texts(t: &Tokens) -> Vec<Pair> {
    vec![
        pair!(t, text on page),
        pair!(t, text on card),
        pair!(t, text2 on page),
        pair!(t, text2 on card),
        pair!(t, link on card),
        pair!(t, link on page),
        pair!(t, btn_t on btn),
        pair!(t, btn_t on btn_hover),
        pair!(t, text on tint),
        pair!(t, link on tint),
        pair!(t, btn2_t on tint),
        pair!(t, btn2_t on card),
        pair!(t, err on card),
        pair!(t, err on err_bg),
        pair!(t, text on err_bg),
        pair!(t, ok on card),
        pair!(t, text on ok_bg),
        pair!(t, text on warn_bg),
        pair!(t, emerg_t on emerg),
        pair!(t, urg_t on urg),
        pair!(t, rout_t on rout),
        pair!(t, care_t on care),
        pair!(t, badge_t on badge),
        pair!(t, err on page),
        pair!(t, ok on page),
        pair!(t, link on err_bg),
        pair!(t, link on ok_bg),
        pair!(t, link on warn_bg),
        pair!(t, text on reg),
        pair!(t, text2 on warn_bg),
    ]
}

/// Lines and signs and what they stand on: the contrast is at least [`LINE`].
fn lines(t: &Tokens) -> Vec<Pair> {
    vec![
        pair!(t, border on tint),
        pair!(t, btn2_b on tint),
        pair!(t, border on card),
        pair!(t, border on page),
        pair!(t, btn on card),
        pair!(t, btn on page),
        pair!(t, btn2_b on card),
        pair!(t, focus_in on focus_out),
        pair!(t, reg_edge on reg),
        pair!(t, reg_edge on card),
        pair!(t, reg_sel on reg),
        pair!(t, reg_sel on card),
        pair!(t, reg_main on reg),
        pair!(t, reg_main on reg_sel),
        pair!(t, care_edge on care),
        pair!(t, care_edge on card),
        pair!(t, emerg on card),
        pair!(t, urg_edge on card),
        pair!(t, rout_edge on card),
        pair!(t, err on card),
        pair!(t, badge on reg_sel),
        pair!(t, err on err_bg),
        pair!(t, ok on ok_bg),
        pair!(t, border on warn_bg),
        pair!(t, btn2_b on page),
        pair!(t, emerg on page),
        pair!(t, urg_edge on page),
        pair!(t, rout_edge on page),
        pair!(t, care_edge on page),
    ]
}

#[test]
fn every_pair_has_the_contrast_it_needs() {
    for theme in Theme::ALL {
        for (pairs, need) in [(texts(tokens(theme)), TEXT), (lines(tokens(theme)), LINE)] {
            for (name, front, back) in pairs {
                let found = contrast(front, back);
                assert!(found >= need, "{theme:?}: {name} is {found:.2}, needs {need}");
            }
        }
    }
}

#[test]
fn one_of_the_two_focus_rings_is_seen_on_every_fill() {
    for theme in Theme::ALL {
        let t = tokens(theme);
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
            assert!(best >= 3.0, "{theme:?}: {best:.2} on {fill:?}");
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
