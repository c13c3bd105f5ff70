//! Draws the figures of exercises: start and end beside each other; on a click the first one moves.

use egui::accesskit::Role as NodeRole;
use egui::epaint::PathStroke;
use egui::{Color32, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::theme::{self, Theme, Tokens};
use super::widgets::focus::{self, KeyCapture};
use crate::check::spot::Knee;
use crate::figure::shape::{Drawing, Form, Part, Role};
use crate::figure::{Figure, Moment, Sore};

/// From start to end, and the wait there, in seconds.
const GO: f64 = 2.2;
const STAY: f64 = 0.8;
/// Room between start and end, with the arrow that leads from one to the other.
const BETWEEN: f32 = 18.0;
/// Half the height of that arrow.
const ARROW: f32 = 5.0;
/// The least and the most that a line is wide, in points.
const LINE: (f32, f32) = (0.8, 2.4);
/// The gap between what lies over each other, as a share of body height.
const GAP: f32 = 0.009;

/// Draws a figure: one position of a hold, start and end of a movement, the sore leg in its own colour.
///
/// A movement plays once after a click, Enter or Space, and not where less motion is wanted.
pub fn show(ui: &mut Ui, figure: &Figure, sore: Option<Knee>, size: Vec2) -> Response {
    let sore = sore.map(side);
    let plays = figure.moves() && ui.style().animation_time > 0.0;
    let sense = if plays { focus::press_sense(ui) } else { Sense::hover() };
    let (rect, mut response) = ui.allocate_exact_size(size, sense);
    if plays {
        response = focus::hand(response);
    }
    let role = if plays { NodeRole::Button } else { NodeRole::Image };
    response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), figure.told(sore)));
    let moving = if plays { progress(ui, &response) } else { None };
    if ui.is_rect_visible(rect) {
        paint(ui, rect, figure, sore, moving);
    }
    if plays {
        focus::attend(ui, &response, KeyCapture::Nothing);
    }
    response
}

/// Draws one position, small and still, as beside a day of the week.
///
/// It has no node in the accessibility tree: what it means is said in words beside it.
pub fn still(ui: &mut Ui, figure: &Figure, size: Vec2) -> Response {
    moment(ui, figure, Moment::Between(1.0), None, size)
}

/// Draws one moment of a figure, and nothing else.
pub fn moment(ui: &mut Ui, figure: &Figure, moment: Moment, sore: Option<Knee>, size: Vec2) -> Response {
    let sore = sore.map(side);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    if ui.is_rect_visible(rect) {
        let ink = Ink::of(ui, rect, figure, sore);
        ink.drawing(ui.painter(), &figure.drawing(moment, sore));
    }
    response
}

fn side(knee: Knee) -> Sore {
    match knee {
        Knee::Left => Sore::Left,
        Knee::Right => Sore::Right,
    }
}

/// How far a movement is, from 0 to 1 and back; nothing while it rests. A press starts it, another one ends it.
fn progress(ui: &Ui, response: &Response) -> Option<f64> {
    let id = response.id.with("began");
    let now = ui.input(|input| input.time);
    if focus::clicked_once(ui, response) || pressed(response) {
        focus::take(ui, response.id);
        let began: Option<f64> = ui.data(|data| data.get_temp(id));
        match began {
            Some(_) => ui.data_mut(|data| data.remove::<f64>(id)),
            None => {
                ui.data_mut(|data| data.insert_temp(id, now));
            }
        }
    }
    let began: f64 = ui.data(|data| data.get_temp(id))?;
    let gone = now - began;
    if !(0.0..2.0 * GO + STAY).contains(&gone) {
        ui.data_mut(|data| data.remove::<f64>(id));
        return None;
    }
    ui.ctx().request_repaint();
    let back = (gone - GO - STAY).max(0.0);
    Some(smooth((gone / GO).min(1.0) - back / GO))
}

/// Pressed by a key or a screen reader.
fn pressed(response: &Response) -> bool {
    response.clicked() && !response.clicked_by(egui::PointerButton::Primary)
}

/// Begins and ends slowly.
fn smooth(t: f64) -> f64 {
    t * t * (3.0 - 2.0 * t)
}

fn paint(ui: &Ui, rect: Rect, figure: &Figure, sore: Option<Sore>, moving: Option<f64>) {
    let first = moving.map_or(Moment::Start, Moment::Between);
    if !figure.moves() {
        Ink::of(ui, rect, figure, sore).drawing(ui.painter(), &figure.drawing(first, sore));
        return;
    }
    let panels = Panels::of(rect, figure, sore);
    for (panel, moment) in [(panels.start, first), (panels.end, Moment::End)] {
        Ink::of(ui, panel, figure, sore).drawing(ui.painter(), &figure.drawing(moment, sore));
    }
    let colour = theme::tokens_of(ui).text2;
    let way = panels.end.center() - panels.start.center();
    let middle = panels.start.center() + way / 2.0;
    let ahead = ARROW * way.normalized();
    let tips = [middle + ahead, middle - ahead + ahead.rot90(), middle - ahead - ahead.rot90()];
    ui.painter().add(Shape::convex_polygon(tips.to_vec(), colour, Stroke::NONE));
}

/// Where start and end stand.
struct Panels {
    start: Rect,
    end: Rect,
}

impl Panels {
    /// Beside each other or one above the other, whichever makes the figure larger.
    fn of(rect: Rect, figure: &Figure, sore: Option<Sore>) -> Self {
        let beside = vec2((rect.width() - BETWEEN) / 2.0, rect.height());
        let above = vec2(rect.width(), (rect.height() - BETWEEN) / 2.0);
        let size = if scale(beside, figure, sore) >= scale(above, figure, sore) { beside } else { above };
        Self { start: Rect::from_min_size(rect.min, size), end: Rect::from_min_size(rect.max - size, size) }
    }
}

/// Points for one body height, where a figure fills a panel.
fn scale(panel: Vec2, figure: &Figure, sore: Option<Sore>) -> f32 {
    let frame = figure.frame(sore);
    (panel.x / frame.width() as f32).min(panel.y / frame.height() as f32).max(1.0)
}

/// How outlines come to points and colours.
struct Ink {
    scale: f32,
    /// Where the place (0, 0) of the figure lies.
    origin: Pos2,
    colours: Colours,
}

impl Ink {
    /// Ink for a figure that fills a panel and stands at its foot.
    fn of(ui: &Ui, panel: Rect, figure: &Figure, sore: Option<Sore>) -> Self {
        let frame = figure.frame(sore);
        let scale = scale(panel.size(), figure, sore);
        let origin = pos2(
            panel.center().x - frame.center().x as f32 * scale,
            panel.center().y + frame.center().y as f32 * scale,
        );
        Self { scale, origin, colours: Colours::of(theme::theme_of(ui.ctx())) }
    }

    fn drawing(&self, painter: &Painter, drawing: &Drawing) {
        for part in &drawing.parts {
            self.part(painter, part);
        }
    }

    /// First the edges of all pieces, then their insides: what belongs together has one edge.
    fn part(&self, painter: &Painter, part: &Part) {
        let (fill, edge) = self.colours.of_role(part.role);
        if let Some(edge) = edge {
            let width = 2.0 * (GAP * self.scale).clamp(LINE.0, LINE.1);
            for form in &part.forms {
                if let Form::Closed(points) = form {
                    let points = self.points(points);
                    painter.add(Shape::closed_line(points, PathStroke::new(width, edge)));
                }
            }
        }
        for form in &part.forms {
            painter.add(match form {
                Form::Closed(points) => Shape::convex_polygon(self.points(points), fill, Stroke::NONE),
                Form::Line { points, width } => {
                    let width = (*width as f32 * self.scale).max(LINE.0);
                    Shape::line(self.points(points), PathStroke::new(width, fill))
                }
            });
        }
    }

    fn points(&self, points: &[kurbo::Point]) -> Vec<Pos2> {
        points.iter().map(|point| self.origin + self.scale * vec2(point.x as f32, -point.y as f32)).collect()
    }
}

/// The colours of a figure in one theme.
struct Colours {
    tokens: &'static Tokens,
    /// How much body, far limbs and things stand out from the card.
    body: f32,
    far: f32,
    thing: f32,
    thing_edge: f32,
}

impl Colours {
    fn of(theme: Theme) -> Self {
        let tokens = theme::tokens(theme);
        let [body, far, thing, thing_edge] = match theme {
            Theme::Light => [0.78, 0.3, 0.13, 0.45],
            Theme::Dark => [0.74, 0.34, 0.16, 0.45],
            Theme::HighContrastDark | Theme::HighContrastLight => [1.0, 0.55, 0.0, 1.0],
        };
        Self { tokens, body, far, thing, thing_edge }
    }

    /// The inside and the edge of a part.
    fn of_role(&self, role: Role) -> (Color32, Option<Color32>) {
        let t = self.tokens;
        let grey = |share: f32| t.card.lerp_to_gamma(t.text, share);
        match role {
            Role::Trunk | Role::Head | Role::NearLimb => (grey(self.body), Some(t.card)),
            Role::FarLimb => (grey(self.far), Some(t.card)),
            Role::SoreLimb => (t.reg_sel, Some(t.card)),
            Role::SoreKnee => (t.card, None),
            Role::Thing => (grey(self.thing), Some(grey(self.thing_edge))),
            Role::Band | Role::Arrow => (t.link, Some(t.card)),
            Role::Water => (t.link.gamma_multiply(0.35), None),
            Role::Ground => (grey(self.thing_edge), None),
        }
    }
}
