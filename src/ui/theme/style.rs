//! Sizes, text styles and egui's own style, made from the tokens.

use std::collections::BTreeMap;

use egui::epaint::Shadow;
use egui::style::{ScrollAnimation, ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets};
use egui::{Color32, Context, CornerRadius, FontFamily, FontId, Margin, Stroke, Style, TextStyle, Visuals, vec2};

use super::{Theme, Tokens, theme_id, tokens};
use crate::store::settings::Motion;

/// The name of the font family of headings, filled by [`crate::ui::fonts::install`].
pub const BOLD: &str = "bold";
/// Height of a row or button, and the least side of anything to press.
pub const CONTROL: f32 = 44.0;
/// Corner radius of controls and cards.
pub const CORNER: u8 = 6;
/// Space between neighbours; everything else is a multiple of it.
pub const GAP: f32 = 8.0;
/// About 70 characters of body text.
pub const MAX_TEXT_WIDTH: f32 = 560.0;
/// From this width on, in points, parts of the window stand beside each other.
pub const MEDIUM: f32 = 560.0;
/// Space between the edge of a card and what is in it.
pub const PADDING: f32 = 2.0 * GAP;

/// Room that a scroll area keeps around its contents, so that a focus ring is never cut.
const RING_ROOM: Margin = Margin::same(4);
/// Width of a scroll bar.
const BAR: f32 = 10.0;
/// Space on both sides of it.
const BAR_MARGIN: f32 = 2.0;
/// What brings Atkinson Hyperlegible (1.3 em) to a line space of 1.5 at body size.
const EXTRA_LINE_SPACE: f32 = 3.2;

/// Plain text, 16 points.
#[must_use]
pub fn body() -> TextStyle {
    TextStyle::Body
}

/// Plain text in bold, 16 points.
#[must_use]
pub fn bold() -> TextStyle {
    TextStyle::Name("strong".into())
}

/// Hints and secondary text, 15 points.
#[must_use]
pub fn hint() -> TextStyle {
    TextStyle::Small
}

/// The page preview, 15 points.
#[must_use]
pub fn mono() -> TextStyle {
    TextStyle::Monospace
}

/// Bold headings: level 1 has 24 points, deeper levels 20.
#[must_use]
pub fn heading(level: u8) -> TextStyle {
    if level <= 1 { TextStyle::Heading } else { TextStyle::Name("subheading".into()) }
}

/// Height of a line as a multiple of the font size: 1.5 for reading, less where lines are few.
#[must_use]
pub fn line_space(style: &TextStyle) -> f32 {
    match style {
        TextStyle::Heading => 1.3,
        TextStyle::Monospace => 1.4,
        other if *other == heading(2) => 1.3,
        _ => 1.5,
    }
}

/// Makes egui look like our theme, whatever theme egui itself believes in.
///
/// Call it at start, after [`crate::ui::fonts::install`], and whenever a setting changes.
pub fn apply(ctx: &Context, theme: Theme, motion: Motion) {
    ctx.data_mut(|data| data.insert_temp(theme_id(), theme));
    let style = style(theme, motion);
    ctx.set_style_of(egui::Theme::Light, style.clone());
    ctx.set_style_of(egui::Theme::Dark, style);
    ctx.set_theme(if theme.is_dark() { egui::Theme::Dark } else { egui::Theme::Light });
}

fn style(theme: Theme, motion: Motion) -> Style {
    let t = tokens(theme);
    let mut style =
        Style { text_styles: text_styles(), visuals: visuals(t, theme.is_dark(), motion), ..Style::default() };

    let spacing = &mut style.spacing;
    spacing.button_padding = vec2(PADDING, 10.0);
    spacing.extra_text_line_spacing = EXTRA_LINE_SPACE;
    spacing.icon_spacing = GAP;
    spacing.icon_width = 24.0;
    spacing.indent = 3.0 * GAP;
    spacing.interact_size = vec2(CONTROL, CONTROL);
    spacing.item_spacing = vec2(GAP, GAP);
    spacing.menu_margin = Margin::same(8);
    spacing.scroll = scroll(motion);
    spacing.window_margin = Margin::same(16);

    style.interaction.selectable_labels = true;
    style.scroll_animation = ScrollAnimation::default();
    if motion == Motion::Less {
        style.animation_time = 0.0;
        style.scroll_animation = ScrollAnimation::none();
    }
    style
}

fn text_styles() -> BTreeMap<TextStyle, FontId> {
    let bold_family = || FontFamily::Name(BOLD.into());
    BTreeMap::from([
        (TextStyle::Body, FontId::proportional(16.0)),
        (TextStyle::Button, FontId::proportional(16.0)),
        (TextStyle::Monospace, FontId::monospace(15.0)),
        (bold(), FontId::new(16.0, bold_family())),
        (hint(), FontId::proportional(15.0)),
        (heading(1), FontId::new(24.0, bold_family())),
        (heading(2), FontId::new(20.0, bold_family())),
    ])
}

fn scroll(motion: Motion) -> ScrollStyle {
    let mut scroll = ScrollStyle {
        // Only a floating bar can be without a track. It keeps its own room, and its width under the pointer.
        floating: true,
        floating_allocated_width: BAR + 2.0 * BAR_MARGIN,
        floating_width: BAR,
        active_background_opacity: 0.0,
        active_handle_opacity: 1.0,
        bar_inner_margin: BAR_MARGIN,
        bar_outer_margin: BAR_MARGIN,
        bar_width: BAR,
        content_margin: RING_ROOM,
        dormant_background_opacity: 0.0,
        dormant_handle_opacity: 1.0,
        handle_min_length: CONTROL,
        interact_background_opacity: 0.0,
        interact_handle_opacity: 1.0,
        ..ScrollStyle::solid()
    };
    scroll.fade.strength = 0.0;
    if motion == Motion::Less {
        scroll.kinetic.decay_time = 0.0;
        scroll.kinetic.rubber_band = false;
    }
    scroll
}

fn visuals(t: &Tokens, dark: bool, motion: Motion) -> Visuals {
    let base = if dark { Visuals::dark() } else { Visuals::light() };
    Visuals {
        code_bg_color: t.card,
        disabled_alpha: 1.0,
        error_fg_color: t.err,
        extreme_bg_color: t.card,
        faint_bg_color: t.card,
        hyperlink_color: t.link,
        override_text_color: None,
        panel_fill: t.page,
        popup_shadow: Shadow::NONE,
        selection: Selection { bg_fill: t.btn, stroke: Stroke::new(1.0, t.btn_t) },
        text_cursor: TextCursorStyle {
            blink: motion == Motion::Full,
            stroke: Stroke::new(2.0, t.text),
            ..TextCursorStyle::default()
        },
        text_edit_bg_color: Some(t.card),
        warn_fg_color: t.text,
        weak_text_alpha: 1.0,
        weak_text_color: Some(t.text2),
        widgets: widgets(t),
        window_corner_radius: CornerRadius::same(CORNER),
        window_fill: t.card,
        window_shadow: Shadow::NONE,
        window_stroke: Stroke::new(1.0, t.border),
        menu_corner_radius: CornerRadius::same(CORNER),
        ..base
    }
}

/// The looks of egui's own parts: scroll bars, separators, labels, text cursors.
fn widgets(t: &Tokens) -> Widgets {
    let state = |fill: Color32, edge: Stroke, front: Color32| WidgetVisuals {
        bg_fill: fill,
        bg_stroke: edge,
        corner_radius: CornerRadius::same(CORNER),
        expansion: 0.0,
        fg_stroke: Stroke::new(1.0, front),
        weak_bg_fill: fill,
    };
    Widgets {
        noninteractive: state(t.card, Stroke::new(1.0, t.divider), t.text),
        inactive: state(t.border, Stroke::new(1.0, t.border), t.text),
        hovered: state(t.text, Stroke::new(2.0, t.text), t.text),
        active: state(t.text, Stroke::new(2.0, t.text), t.text),
        open: state(t.card, Stroke::new(1.0, t.border), t.text),
    }
}
