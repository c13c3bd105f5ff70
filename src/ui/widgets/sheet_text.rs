//! A page of letters of one width, whose lines are never broken: what is seen is what is saved.

use egui::accesskit::Role;
use egui::scroll_area::State;
use egui::{Key, Label, Margin, Response, RichText, ScrollArea, Sense, Ui, WidgetInfo};

use super::{
    focus::{self, Keeps},
    text::galley,
};
use crate::ui::theme;

/// Letters are not made smaller than this, in points.
const LEAST_SIZE: f32 = 10.0;
/// How far an arrow key moves the page, in points.
const STEP: f32 = 60.0;

/// A page of `columns` letters a line. Where there is little room its letters are a little smaller; where there is
/// less, it keeps its size and is moved sideways, by wheel, bar or arrow keys.
pub fn page(ui: &mut Ui, name: &str, text: &str, columns: usize) -> Response {
    let colour = theme::tokens_of(ui).text;
    let usual = ui.style().text_styles.get(&theme::mono()).map_or(LEAST_SIZE, |font| font.size);
    let widest = galley(ui, &"0".repeat(columns), theme::mono(), colour, f32::INFINITY).size().x;
    let fitting = (usual * ui.available_width() / widest).min(usual);
    let size = if fitting < LEAST_SIZE { usual } else { fitting };
    let label = Label::new(RichText::new(text).text_style(theme::mono()).size(size).color(colour)).extend();
    if fitting >= LEAST_SIZE { ui.add(label) } else { sideways(ui, name, label) }
}

fn sideways(ui: &mut Ui, name: &str, label: Label) -> Response {
    let id = ui.make_persistent_id("page sideways");
    let steps = focus::arrow_steps(ui, id, &[Key::ArrowLeft], &[Key::ArrowRight]);
    let area_id = ui.make_persistent_id("page area");
    let mut area = ScrollArea::horizontal().id_salt("page area").content_margin(Margin::ZERO);
    if steps != 0 {
        let now = State::load(ui.ctx(), area_id).map_or(0.0, |state| state.clamped_offset().x);
        area = area.horizontal_scroll_offset((now + STEP * steps as f32).max(0.0));
    }
    let shown = area.show(ui, |ui| ui.add(label));
    let response = ui.interact(shown.inner_rect, id, Sense::FOCUSABLE);
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollView, true, name));
    focus::attend(ui, &response, Keeps::Arrows);
    shown.inner
}
