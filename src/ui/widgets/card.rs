//! Cards: a plain one, the urgency card, and panels that tell of a problem, a success or a note.

use egui::{Color32, CornerRadius, Frame, InnerResponse, Margin, Stroke, Ui, UiBuilder, accesskit::Role, vec2};

use super::{heading::heading_in, text};
use crate::knowledge::rule::Level;
use crate::ui::{
    icons::Icon,
    theme::{self, CORNER, GAP, PADDING, Tokens},
};

const MARGIN: Margin = Margin::same(16);
const ICON: f32 = 30.0;
/// From this width of a band on, what can be done stands at its right end.
const ACT_BESIDE: f32 = 420.0;
/// Room for that, in points.
const ACT_ROOM: f32 = 96.0;

/// The colour of text on the band of a level. Each level has its own word, shape, weight and colour:
/// octagon and filled band, triangle and filled band, circle and pale band, tick and outline only.
#[must_use]
pub fn text_colour(level: Level, t: &Tokens) -> Color32 {
    match level {
        Level::Emergency => t.emerg_t,
        Level::Urgent => t.urg_t,
        Level::Clinician => t.rout_t,
        Level::SelfCare => t.care_t,
    }
}

fn band_colour(level: Level, t: &Tokens) -> Color32 {
    match level {
        Level::Emergency => t.emerg,
        Level::Urgent => t.urg,
        Level::Clinician => t.rout,
        Level::SelfCare => t.care,
    }
}

fn edge(level: Level, t: &Tokens) -> Stroke {
    match level {
        Level::Emergency => Stroke::new(3.0, t.emerg),
        Level::Urgent => Stroke::new(3.0, t.urg_edge),
        Level::Clinician => Stroke::new(2.0, t.rout_edge),
        Level::SelfCare => Stroke::new(2.0, t.care_edge),
    }
}

fn icon(level: Level) -> Icon {
    match level {
        Level::Emergency => Icon::OctagonAlert,
        Level::Urgent => Icon::TriangleAlert,
        Level::Clinician => Icon::CircleInfo,
        Level::SelfCare => Icon::CircleTick,
    }
}

/// A plain card with room around its contents.
pub fn card<R>(ui: &mut Ui, add_contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let t = theme::tokens_of(ui);
    framed(ui, t.card, Stroke::new(1.0, t.divider), MARGIN, |ui| {
        ui.take_available_width();
        add_contents(ui)
    })
}

/// The card of a place that was marked: an edge in the colour of its ring.
pub fn spot<R>(ui: &mut Ui, add_contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let t = theme::tokens_of(ui);
    framed(ui, t.card, Stroke::new(2.0, t.reg_sel), Margin::same(12), |ui| {
        ui.take_available_width();
        add_contents(ui)
    })
}

/// A sheet of paper: a card with little room around, for a page whose lines must stay whole.
pub fn sheet<R>(ui: &mut Ui, add_contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let t = theme::tokens_of(ui);
    framed(ui, t.card, Stroke::new(1.0, t.divider), Margin::same(8), |ui| {
        ui.take_available_width();
        add_contents(ui)
    })
}

/// The urgency card: a band with icon, level word and headline, and what belongs to it below.
///
/// `level_word` comes first, in words, because the colour may not be seen.
pub fn urgency_card<R>(
    ui: &mut Ui,
    level: Level,
    level_word: &str,
    headline: &str,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    let t = theme::tokens_of(ui);
    named_group(ui, level_word, |ui| {
        framed(ui, t.card, edge(level, t), Margin::ZERO, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            urgency_band(ui, level, level_word, headline);
            Frame::new()
                .inner_margin(MARGIN)
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = GAP;
                    ui.take_available_width();
                    add_contents(ui)
                })
                .inner
        })
    })
}

/// The headline of an urgency alone in its band, for windows too low for more.
pub fn urgency_line(ui: &mut Ui, level: Level, headline: &str) {
    let colour = text_colour(level, theme::tokens_of(ui));
    band(ui, level, CornerRadius::ZERO, |ui| {
        // In the middle of the icon, and below it when it takes more lines.
        ui.add_space((ICON - text::line_height(ui, &theme::heading(2))) / 2.0);
        heading_in(ui, 2, headline, colour);
    });
}

/// The band alone, for the emergency banner above all steps: `tell` stands in it, `act` at the right end or, where
/// there is little room, below.
///
/// Put [`super::status::alert`] inside, which says it aloud.
pub fn urgency_banner(
    ui: &mut Ui,
    level: Level,
    level_word: &str,
    tell: impl FnOnce(&mut Ui),
    act: impl FnOnce(&mut Ui),
) {
    let colour = text_colour(level, theme::tokens_of(ui));
    band(ui, level, CornerRadius::same(CORNER), |ui| {
        let is_narrow = ui.available_width() < ACT_BESIDE;
        let width = ui.available_width() - if is_narrow { 0.0 } else { ACT_ROOM };
        let text = |ui: &mut Ui| {
            text::label(ui, level_word, theme::bold(), colour);
            tell(ui);
        };
        if is_narrow {
            text(ui);
            act(ui);
        } else {
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    text(ui);
                });
                act(ui);
            });
        }
    });
}

fn urgency_band(ui: &mut Ui, level: Level, level_word: &str, headline: &str) {
    let colour = text_colour(level, theme::tokens_of(ui));
    // Square corners stay inside the rounded edge of the card, and leave no gap to it.
    band(ui, level, CornerRadius::ZERO, |ui| {
        ui.vertical(|ui| {
            text::label(ui, level_word, theme::bold(), colour);
            heading_in(ui, 2, headline, colour);
        });
    });
}

fn band(ui: &mut Ui, level: Level, corners: CornerRadius, add_contents: impl FnOnce(&mut Ui)) {
    let t = theme::tokens_of(ui);
    Frame::new().fill(band_colour(level, t)).corner_radius(corners).inner_margin(Margin::symmetric(16, 12)).show(
        ui,
        |ui| {
            ui.take_available_width();
            ui.spacing_mut().item_spacing.y = 2.0;
            beside_icon(ui, icon(level), text_colour(level, t), add_contents);
        },
    );
}

/// What a panel tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tone {
    Problem,
    Saved,
    Note,
}

impl Tone {
    /// Icon, its colour, edge and fill.
    fn look(self, t: &Tokens) -> (Icon, Color32, Color32, Color32) {
        match self {
            Self::Problem => (Icon::CircleCross, t.err, t.err, t.err_bg),
            Self::Saved => (Icon::CircleTick, t.ok, t.ok, t.ok_bg),
            Self::Note => (Icon::CircleInfo, t.text, t.border, t.warn_bg),
        }
    }
}

/// "There is a problem": what failed and how to go on.
///
/// The response is that of the heading: [`super::focus::go_to`] it when the panel appears.
pub fn problem_panel<R>(ui: &mut Ui, title: &str, add_contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    panel(ui, Tone::Problem, title, add_contents)
}

/// What was done, and what comes next. The response is that of the heading.
pub fn saved_panel<R>(ui: &mut Ui, title: &str, add_contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    panel(ui, Tone::Saved, title, add_contents)
}

/// Something to know before going on. The response is that of the heading.
pub fn note_panel<R>(ui: &mut Ui, title: &str, add_contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    panel(ui, Tone::Note, title, add_contents)
}

fn panel<R>(ui: &mut Ui, tone: Tone, title: &str, add_contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let t = theme::tokens_of(ui);
    let (icon, tint, edge, back) = tone.look(t);
    named_group(ui, title, |ui| {
        framed(ui, back, Stroke::new(2.0, edge), MARGIN, |ui| {
            ui.take_available_width();
            beside_icon(ui, icon, tint, |ui| {
                let heading = heading_in(ui, 2, title, t.text);
                InnerResponse::new(add_contents(ui), heading)
            })
        })
    })
    .inner
}

fn framed<R>(
    ui: &mut Ui,
    fill: Color32,
    edge: Stroke,
    margin: Margin,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    Frame::new().fill(fill).stroke(edge).corner_radius(CORNER).inner_margin(margin).show(ui, add_contents)
}

fn named_group<R>(ui: &mut Ui, name: &str, add_contents: impl FnOnce(&mut Ui) -> R) -> R {
    let builder = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(name);
    ui.scope_builder(builder, add_contents).inner
}

/// Contents in a column to the right of an icon.
fn beside_icon<R>(ui: &mut Ui, icon: Icon, tint: Color32, add_contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = PADDING - 4.0;
        let (_, place) = ui.allocate_space(vec2(ICON, ICON));
        icon.paint(ui, place.center(), ICON, tint);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            add_contents(ui)
        })
        .inner
    })
    .inner
}
