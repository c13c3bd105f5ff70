//! Every colour of the window, in four looks. No other file has a colour literal.
//!
//! The pairs that may stand on each other, with the contrast they need, are checked by the tests
//! below. Light `text2` and `ok` do not reach 7:1 on tinted panels: use `text` there.

mod style;

use egui::{Color32, Context, Id, Ui};

pub use style::{
    BOLD, CONTROL, CORNER, GAP, MAX_TEXT_WIDTH, MEDIUM, PADDING, apply, body, bold, heading, hint, line_space, mono,
};

/// What the window looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Dark text on off-white.
    #[default]
    Light,
    /// Light text on a dark blue-grey.
    Dark,
    /// White and yellow on black.
    HighContrastDark,
    /// Black on white.
    HighContrastLight,
}

impl Theme {
    /// All looks, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::HighContrastDark, Self::HighContrastLight];

    /// Whether text is lighter than what it stands on.
    #[must_use]
    pub const fn is_dark(self) -> bool {
        matches!(self, Self::Dark | Self::HighContrastDark)
    }
}

/// The colours of one theme, by what they are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// Page background.
    pub page: Color32,
    /// Card / panel.
    pub card: Color32,
    pub text: Color32,
    /// Hint, secondary text.
    pub text2: Color32,
    /// Input and control border.
    pub border: Color32,
    /// Divider (decoration only).
    pub divider: Color32,
    /// Fill of a row or button under the pointer, and of a chosen row.
    pub tint: Color32,
    pub link: Color32,
    /// Main button fill.
    pub btn: Color32,
    /// Main button fill under the pointer.
    pub btn_hover: Color32,
    /// Main button text.
    pub btn_t: Color32,
    /// Second button border.
    pub btn2_b: Color32,
    /// Second button text.
    pub btn2_t: Color32,
    /// Focus ring, inner 2 pt.
    pub focus_in: Color32,
    /// Focus ring, outer 2 pt.
    pub focus_out: Color32,
    /// Error text and border.
    pub err: Color32,
    /// Error panel.
    pub err_bg: Color32,
    /// Saved text and tick.
    pub ok: Color32,
    /// Saved panel.
    pub ok_bg: Color32,
    /// Note panel.
    pub warn_bg: Color32,
    /// Level 1 band (get help now).
    pub emerg: Color32,
    /// Level 1 text.
    pub emerg_t: Color32,
    /// Level 2 band (today).
    pub urg: Color32,
    /// Level 2 text.
    pub urg_t: Color32,
    /// Level 2 edge.
    pub urg_edge: Color32,
    /// Level 3 band (book a visit).
    pub rout: Color32,
    /// Level 3 text.
    pub rout_t: Color32,
    /// Level 3 edge.
    pub rout_edge: Color32,
    /// Level 4 band (look after it); `self` in the design.
    pub care: Color32,
    /// Level 4 text.
    pub care_t: Color32,
    /// Level 4 edge.
    pub care_edge: Color32,
    /// Knee zone, not marked.
    pub reg: Color32,
    /// Knee zone outline.
    pub reg_edge: Color32,
    /// Knee zone, hover.
    pub reg_hover: Color32,
    /// Knee zone, marked.
    pub reg_sel: Color32,
    /// Knee zone, worst spot.
    pub reg_main: Color32,
    /// Zone badge fill.
    pub badge: Color32,
    /// Zone badge text.
    pub badge_t: Color32,
}

/// The colours of `theme`.
#[must_use]
pub fn tokens(theme: Theme) -> &'static Tokens {
    match theme {
        Theme::Light => &LIGHT,
        Theme::Dark => &DARK,
        Theme::HighContrastDark => &HIGH_CONTRAST_DARK,
        Theme::HighContrastLight => &HIGH_CONTRAST_LIGHT,
    }
}

/// The theme that [`apply`] chose last.
#[must_use]
pub fn theme_of(ctx: &Context) -> Theme {
    ctx.data(|data| data.get_temp(theme_id())).unwrap_or_default()
}

/// The colours for what is drawn in `ui`.
#[must_use]
pub fn tokens_of(ui: &Ui) -> &'static Tokens {
    tokens(theme_of(ui.ctx()))
}

fn theme_id() -> Id {
    Id::unique("kneenote theme")
}

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

static LIGHT: Tokens = Tokens {
    page: rgb(0xf3_f5f7),
    card: rgb(0xff_ffff),
    text: rgb(0x15_202b),
    text2: rgb(0x45_535f),
    border: rgb(0x5f_6e7a),
    divider: rgb(0xc9_d1d8),
    tint: rgb(0xea_f2fb),
    link: rgb(0x0a_4f94),
    btn: rgb(0x0a_4f94),
    btn_hover: rgb(0x07_3a6d),
    btn_t: rgb(0xff_ffff),
    btn2_b: rgb(0x0a_4f94),
    btn2_t: rgb(0x0a_4f94),
    focus_in: rgb(0xff_d43b),
    focus_out: rgb(0x15_202b),
    err: rgb(0x9b_1218),
    err_bg: rgb(0xfd_ecec),
    ok: rgb(0x0b_5e3b),
    ok_bg: rgb(0xe6_f4ec),
    warn_bg: rgb(0xff_f4cc),
    emerg: rgb(0x7d_0f0f),
    emerg_t: rgb(0xff_ffff),
    urg: rgb(0xff_b000),
    urg_t: rgb(0x15_202b),
    urg_edge: rgb(0x8a_5a00),
    rout: rgb(0xcf_e4f8),
    rout_t: rgb(0x15_202b),
    rout_edge: rgb(0x0a_4f94),
    care: rgb(0xff_ffff),
    care_t: rgb(0x15_202b),
    care_edge: rgb(0x0b_5e3b),
    reg: rgb(0xed_f1f4),
    reg_edge: rgb(0x5f_6e7a),
    reg_hover: rgb(0xc6_ddf5),
    reg_sel: rgb(0xa9_519a),
    reg_main: rgb(0x2a_0a25),
    badge: rgb(0xff_ffff),
    badge_t: rgb(0x15_202b),
};

static DARK: Tokens = Tokens {
    page: rgb(0x0f_151b),
    card: rgb(0x18_212a),
    text: rgb(0xee_f2f5),
    text2: rgb(0xb7_c3cc),
    border: rgb(0x86_98a5),
    divider: rgb(0x33_414d),
    tint: rgb(0x22_303d),
    link: rgb(0x8c_c6ff),
    btn: rgb(0x8c_c6ff),
    btn_hover: rgb(0xb8_dcff),
    btn_t: rgb(0x0b_1218),
    btn2_b: rgb(0x8c_c6ff),
    btn2_t: rgb(0x8c_c6ff),
    focus_in: rgb(0xff_d43b),
    focus_out: rgb(0x00_0000),
    err: rgb(0xff_9a93),
    err_bg: rgb(0x3a_1718),
    ok: rgb(0x7f_dbae),
    ok_bg: rgb(0x12_301f),
    warn_bg: rgb(0x3a_3010),
    emerg: rgb(0xff_8079),
    emerg_t: rgb(0x1a_0000),
    urg: rgb(0xff_d166),
    urg_t: rgb(0x1a_1200),
    urg_edge: rgb(0xff_d166),
    rout: rgb(0x1f_5487),
    rout_t: rgb(0xff_ffff),
    rout_edge: rgb(0x6f_b4f2),
    care: rgb(0x18_212a),
    care_t: rgb(0xee_f2f5),
    care_edge: rgb(0x7f_dbae),
    reg: rgb(0x22_2d36),
    reg_edge: rgb(0x86_98a5),
    reg_hover: rgb(0x35_556f),
    reg_sel: rgb(0xb5_5fa6),
    reg_main: rgb(0xff_f0fb),
    badge: rgb(0x0b_1218),
    badge_t: rgb(0xff_ffff),
};

static HIGH_CONTRAST_DARK: Tokens = Tokens {
    page: rgb(0x00_0000),
    card: rgb(0x00_0000),
    text: rgb(0xff_ffff),
    text2: rgb(0xff_ffff),
    border: rgb(0xff_ffff),
    divider: rgb(0xff_ffff),
    tint: rgb(0x1f_1f1f),
    link: rgb(0xff_ff66),
    btn: rgb(0xff_ff66),
    btn_hover: rgb(0xff_ffff),
    btn_t: rgb(0x00_0000),
    btn2_b: rgb(0xff_ff66),
    btn2_t: rgb(0xff_ff66),
    focus_in: rgb(0x00_ffff),
    focus_out: rgb(0x00_0000),
    err: rgb(0xff_b3ad),
    err_bg: rgb(0x00_0000),
    ok: rgb(0x8c_f5c0),
    ok_bg: rgb(0x00_0000),
    warn_bg: rgb(0x00_0000),
    emerg: rgb(0xff_ffff),
    emerg_t: rgb(0x00_0000),
    urg: rgb(0xff_d166),
    urg_t: rgb(0x00_0000),
    urg_edge: rgb(0xff_d166),
    rout: rgb(0x00_345c),
    rout_t: rgb(0xff_ffff),
    rout_edge: rgb(0xff_ffff),
    care: rgb(0x00_0000),
    care_t: rgb(0xff_ffff),
    care_edge: rgb(0xff_ffff),
    reg: rgb(0x00_0000),
    reg_edge: rgb(0xff_ffff),
    reg_hover: rgb(0x33_3333),
    reg_sel: rgb(0xa6_4f98),
    reg_main: rgb(0xff_ff66),
    badge: rgb(0x00_0000),
    badge_t: rgb(0xff_ffff),
};

static HIGH_CONTRAST_LIGHT: Tokens = Tokens {
    page: rgb(0xff_ffff),
    card: rgb(0xff_ffff),
    text: rgb(0x00_0000),
    text2: rgb(0x00_0000),
    border: rgb(0x00_0000),
    divider: rgb(0x00_0000),
    tint: rgb(0xe8_e8e8),
    link: rgb(0x00_308f),
    btn: rgb(0x00_0000),
    btn_hover: rgb(0x33_3333),
    btn_t: rgb(0xff_ffff),
    btn2_b: rgb(0x00_0000),
    btn2_t: rgb(0x00_0000),
    focus_in: rgb(0xff_d43b),
    focus_out: rgb(0x00_0000),
    err: rgb(0x8e_1212),
    err_bg: rgb(0xff_ffff),
    ok: rgb(0x06_4d2f),
    ok_bg: rgb(0xff_ffff),
    warn_bg: rgb(0xff_ffff),
    emerg: rgb(0x00_0000),
    emerg_t: rgb(0xff_ffff),
    urg: rgb(0xff_b000),
    urg_t: rgb(0x00_0000),
    urg_edge: rgb(0x00_0000),
    rout: rgb(0xd6_e8f8),
    rout_t: rgb(0x00_0000),
    rout_edge: rgb(0x00_0000),
    care: rgb(0xff_ffff),
    care_t: rgb(0x00_0000),
    care_edge: rgb(0x00_0000),
    reg: rgb(0xff_ffff),
    reg_edge: rgb(0x00_0000),
    reg_hover: rgb(0xd0_d0d0),
    reg_sel: rgb(0xa9_519a),
    reg_main: rgb(0x00_0000),
    badge: rgb(0xff_ffff),
    badge_t: rgb(0x00_0000),
};

#[cfg(test)]
mod tests;
