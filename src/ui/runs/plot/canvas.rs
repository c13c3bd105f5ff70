//! The ground of a picture: its scale, its days, and the line where the pain began.

use egui::{Align2, FontId, Pos2, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::super::super::theme::{self, GAP};
use super::super::super::widgets::text;

/// How high the ground is, in points.
const HEIGHT: f32 = 170.0;
/// The most lines of the scale.
const MOST_LINES: f64 = 4.0;
/// Steps of the scale, each by a power of ten.
const STEPS: [f64; 4] = [1.0, 2.0, 5.0, 10.0];
/// Dashes of the line where the pain began, and the room between them.
const DASH: (f32, f32) = (5.0, 4.0);
/// The line of the scale, in points.
const SCALE: f32 = 1.0;

/// Which days there are.
pub(super) struct Places<'a> {
    /// How many.
    pub(super) days: i32,
    /// How many up to the one on which the pain began, with it.
    pub(super) until_began: i32,
    /// The label of that.
    pub(super) began: &'a str,
}

/// Where things stand in a picture.
pub(super) struct Canvas {
    ground: Rect,
    days: i32,
    most: f64,
}

impl Canvas {
    /// Takes the room of a picture, with `name` for a screen reader, and paints the scale from 0 to at least `most`.
    /// None where it is out of view.
    pub(super) fn new(ui: &mut Ui, name: &str, most: f64, places: &Places<'_>) -> Option<Self> {
        let step = step(most);
        let lines = (most / step).ceil().max(1.0);
        let line = text::line_height(ui, &theme::hint());
        let size = vec2(ui.available_width(), HEIGHT + 3.0 * line);
        let (whole, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
        if !ui.is_rect_visible(whole) {
            return None;
        }
        let widest = width(ui, &format!("{:.0}", lines * step));
        let top_left = whole.min + vec2(widest + GAP, 2.0 * line);
        let ground = Rect::from_min_max(top_left, whole.max - vec2(0.0, line));
        let canvas = Self { ground, days: places.days, most: lines * step };
        canvas.scale(ui, step, lines);
        canvas.began(ui, places, whole.top());
        Some(canvas)
    }

    /// The middle of a day, counted from the first one.
    pub(super) fn x(&self, day: i32) -> f32 {
        self.ground.left() + self.days_wide(day) + self.days_wide(1) / 2.0
    }

    /// How wide so many days are.
    pub(super) fn days_wide(&self, days: i32) -> f32 {
        self.ground.width() * days as f32 / self.days.max(1) as f32
    }

    /// How high a distance stands.
    pub(super) fn y(&self, value: f64) -> f32 {
        self.ground.bottom() - self.ground.height() * (value / self.most) as f32
    }

    /// Where 0 is.
    pub(super) fn bottom(&self) -> f32 {
        self.ground.bottom()
    }

    /// A label above a point.
    pub(super) fn above(&self, ui: &Ui, point: Pos2, label: &str) {
        let half = width(ui, label) / 2.0;
        let most = (self.ground.right() - half).max(self.ground.left() + half);
        let x = point.x.clamp(self.ground.left() + half, most);
        let at = pos2(x, point.y - 2.0);
        let line = text::line_height(ui, &theme::hint()) - 4.0;
        // Lines of the ground do not cross it.
        let behind = Rect::from_min_max(at - vec2(half, line), at + vec2(half, 0.0));
        ui.painter().rect_filled(behind, 0, theme::tokens_of(ui).card);
        put(ui, at, Align2::CENTER_BOTTOM, label);
    }

    /// Days below the ground, as many as there is room for, that at `must` among them.
    pub(super) fn name_days(&self, ui: &Ui, labels: &[(f32, String)], must: usize) {
        let widest = widest(ui, labels.iter().map(|(_, label)| label));
        let apart = self.ground.width() / labels.len().max(1) as f32;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at least 1, and at most some tens"
        )]
        let each = ((widest + 2.0 * GAP) / apart).ceil().max(1.0) as usize;
        for (_, (x, label)) in labels.iter().enumerate().filter(|(at, _)| at % each == must % each) {
            let half = width(ui, label) / 2.0;
            let x = x.min(self.ground.right() - half);
            put(ui, pos2(x, self.ground.bottom() + 2.0), Align2::CENTER_TOP, label);
        }
    }

    fn scale(&self, ui: &Ui, step: f64, lines: f64) {
        let t = theme::tokens_of(ui);
        let mut line = 0.0;
        while line <= lines {
            let y = self.y(line * step);
            let colour = if line == 0.0 { t.text } else { t.divider };
            ui.painter().hline(self.ground.x_range(), y, Stroke::new(SCALE, colour));
            put(ui, pos2(self.ground.left() - GAP / 2.0, y), Align2::RIGHT_CENTER, &format!("{:.0}", line * step));
            line += 1.0;
        }
    }

    fn began(&self, ui: &Ui, places: &Places<'_>, top: f32) {
        let x = self.ground.left() + self.days_wide(places.until_began);
        let line = text::line_height(ui, &theme::hint());
        let half = width(ui, places.began) / 2.0;
        let least = self.ground.left() + half;
        let middle = x.clamp(least, (self.ground.right() - half).max(least));
        put(ui, pos2(middle, top), Align2::CENTER_TOP, places.began);
        let ends = [pos2(x, top + line), pos2(x, self.ground.bottom())];
        let stroke = Stroke::new(2.0, theme::tokens_of(ui).text);
        ui.painter().extend(Shape::dashed_line(&ends, stroke, DASH.0, DASH.1));
    }
}

/// The step of a scale with few lines.
fn step(most: f64) -> f64 {
    let ten = 10_f64.powf((most.max(1.0) / MOST_LINES).log10().floor()).max(1.0);
    STEPS.into_iter().map(|step| step * ten).find(|step| most / step <= MOST_LINES).unwrap_or(10.0 * ten)
}

fn font(ui: &Ui) -> FontId {
    theme::hint().resolve(ui.style())
}

fn width(ui: &Ui, label: &str) -> f32 {
    ui.painter().layout_no_wrap(label.to_owned(), font(ui), theme::tokens_of(ui).text).size().x
}

/// The width of the widest label, in points.
pub(super) fn widest(ui: &Ui, labels: impl Iterator<Item = impl AsRef<str>>) -> f32 {
    labels.map(|label| width(ui, label.as_ref())).fold(1.0, f32::max)
}

fn put(ui: &Ui, at: Pos2, align: Align2, label: &str) {
    ui.painter().text(at, align, label, font(ui), theme::tokens_of(ui).text);
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn a_scale_has_few_lines_at_round_numbers() {
        for (most, expected) in [(0.0, 1.0), (4.0, 1.0), (4.1, 2.0), (18.0, 5.0), (42.0, 20.0), (300.0, 100.0)] {
            assert!((step(most) - expected).abs() < 1e-9, "{most}: {}", step(most));
        }
    }
}
