//! The pictures of step 1: both knees as large as they can be, the views as small pictures, what lies where one points.

use egui::{CornerRadius, Id, LayerId, Order, Rect, Stroke, StrokeKind, Ui, UiBuilder, Vec2, pos2};

use super::{BOTH, KneePanel, SWITCH_WIDTH, Shown, mirror, part_of};
use crate::check::spot::Knee;
use crate::knowledge::ids::ZoneId;
use crate::knowledge::zone::View;
use crate::session::command::Command;
use crate::ui::door::{self, Door, Knees};
use crate::ui::knee_picker::{self, Caption, Headed, PictureUse};
use crate::ui::read_model::ReadModel;
use crate::ui::theme::{self, GAP, PADDING};
use crate::ui::widgets::choice::choose;
use crate::ui::widgets::{heading, radio_group, text};
use crate::wording::fill;

impl KneePanel {
    /// The picture's column of step 1: the knees as large as they can be, side by side where there is room.
    pub fn show_door(&mut self, ui: &mut Ui, model: &ReadModel<'_>, door: &Door) {
        self.follow_marks(model);
        let words = &model.words().place;
        let is_one = door.knees() == Knees::One;
        let one = [self.knee(model)];
        let turns = model.view != View::Front && !model.check.spots.is_empty();
        let knees: &[Knee] = if is_one || turns { &one } else { &BOTH };
        let rooms = door.rooms(ui.max_rect().min, knees.len());
        if let Some(room) = rooms.title {
            let mut ui = part_of(ui, "title", room);
            ui.horizontal(|ui| {
                heading::title(ui, &words.title, &model.step_line().unwrap_or_default());
                ui.add_space(GAP);
                text::hint(ui, mirror(model));
            });
        }
        for (knee, card) in knees.iter().zip(&rooms.cards) {
            self.door_card(ui, model, (*knee, *card), knees.len() == 1);
        }
        if let Some(room) = rooms.views {
            self.view_pictures(&mut part_of(ui, "views", room), model);
        }
        match rooms.caption {
            Some(room) => self.caption(&mut part_of(ui, "lies here", room), model, room),
            None => self.caption_beside(ui, model, door.width),
        }
    }

    fn door_card(&mut self, ui: &mut Ui, model: &ReadModel<'_>, (knee, card): (Knee, Rect), is_alone: bool) {
        let t = theme::tokens_of(ui);
        ui.painter().rect(
            card,
            CornerRadius::same(theme::CORNER),
            t.card,
            Stroke::new(1.0, t.divider),
            StrokeKind::Inside,
        );
        let room = door::inside(card);
        let (headed, picture) =
            if is_alone { (Headed::Elsewhere, door::below_switch(room)) } else { (Headed::ByLine, room) };
        let mut inner = part_of(ui, if knee == Knee::Left { "left" } else { "right" }, picture);
        self.picture(&mut inner, model, Shown { knee, is_for: PictureUse::Door, headed }, picture.size());
        if is_alone {
            let mut switch = part_of(ui, "switch", room);
            // Where it lies over the picture, the middle of the thigh stays free.
            switch.spacing_mut().item_spacing.x = (room.width() - SWITCH_WIDTH).max(GAP);
            self.knee_switch(&mut switch, model, knee);
        }
    }

    /// The same, each with a small picture.
    fn view_pictures(&mut self, ui: &mut Ui, model: &ReadModel<'_>) {
        let words = model.words();
        let knee = self.knee(model);
        let views = View::ALL.map(|view| (view, model.view_name(view)));
        let spoken = views.map(|(_, label)| fill(&words.picker.view_named, &[("view", label)]));
        let picker = &mut self.picker;
        let picked = choose(&views, Some(model.view), |labels, at| {
            radio_group::pictures(ui, "view", &words.picker.views, labels, &spoken, at, |ui, at, room| {
                if let (Some(picker), Some(view)) = (picker.as_mut(), View::ALL.get(at)) {
                    picker.show_thumb(ui, *view, knee, room);
                }
            })
        });
        if let Some(view) = picked {
            model.send(Command::ShowView(view));
        }
    }

    /// Beside a picture that has no room below it: over the lower end of what stands there, while it is pointed at.
    fn caption_beside(&self, ui: &Ui, model: &ReadModel<'_>, left: f32) {
        // A marked place has its card there, which says the same.
        let is_marked = |(knee, zone): &(Knee, ZoneId)| model.check.is_marked(*knee, zone.as_str());
        if self.pointed.as_ref().is_some_and(is_marked) {
            return;
        }
        let Some((title, words)) = self.told(model) else { return };
        let window = ui.ctx().content_rect();
        let room = Rect::from_min_max(pos2(left, ui.max_rect().top()), pos2(window.right(), ui.max_rect().bottom()));
        let width = room.width() - 2.0 * PADDING - 2.0 * GAP;
        let t = theme::tokens_of(ui);
        let heights = [(&title, theme::bold()), (&words, theme::hint())]
            .map(|(words, style)| text::galley(ui, words, style, t.text, width).size().y);
        let height = heights.iter().sum::<f32>() + 2.0 * GAP;
        let card =
            Rect::from_min_max(pos2(room.left() + PADDING, room.bottom() - height - GAP), room.max - Vec2::splat(GAP));
        let layer = LayerId::new(Order::Tooltip, Id::unique("kneenote lies here"));
        let mut ui = Ui::new(
            ui.ctx().clone(),
            Id::unique("kneenote lies here"),
            UiBuilder::new().layer_id(layer).max_rect(card),
        );
        ui.painter().rect(
            card,
            CornerRadius::same(theme::CORNER),
            t.card,
            Stroke::new(1.5, t.border),
            StrokeKind::Inside,
        );
        knee_picker::caption(&mut ui, card.shrink(GAP), Caption { title: &title, text: &words });
    }
}
