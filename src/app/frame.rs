//! What is done in each frame, and at the end.

use super::App;
use super::answering::InView;
use super::saving::Saving;
use super::screen::{QuestionCard, question_cards};
use crate::store::settings::KeepAnswers;
use crate::ui::read_model::ReadModel;
use crate::ui::screen::Attention;
use crate::ui::theme;

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.follow_day(ctx);
        self.poll_dialog();
        self.follow_other_copies(ctx);
        self.tell_about_keeping();
        self.open_dropped(ctx);
        self.show_text_size(ctx);
        self.fit_window(ctx);
        self.follow_window(ctx);
        if ctx.input(|input| input.viewport().close_requested()) && !self.closes {
            self.ask_before_closing(ctx);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        let title = self.wording.screen.app.name.clone();
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(title));
        if theme::theme_of(&ctx) != self.look(&ctx) {
            self.show_settings(&ctx);
        }
        // Before anything is drawn: the answer to a key is in this frame, not in the next.
        self.keys(&ctx);
        for command in self.commands.take() {
            self.carry_out(command, &ctx, frame);
        }
        let mut layout = std::mem::take(&mut self.layout);
        if layout.shows_what_would_change(&self.screen) && self.next.is_none() {
            self.next = Some(self.assessor.next_questions(&self.knowledge, &self.assessment));
        }
        {
            let cards = question_cards(&self.knowledge, &self.check, &self.assessment);
            layout.show(ui, &read_model(self, &cards));
        }
        self.layout = layout;
        let seen = self.commands.take_seen();
        // A frame that is drawn again has to show the question again, and nobody saw its rows.
        if !ctx.will_discard() {
            self.focus_question = None;
            if self.note_seen(seen) == InView::Other {
                // A row was seen once two frames showed it, and nobody else may ask for the second.
                ctx.request_repaint();
            }
        }
        for command in self.commands.take() {
            ctx.request_repaint();
            self.carry_out(command, &ctx, frame);
        }
        self.tell_when_late(&ctx);
    }

    /// The page: filling it again would be a second picture of the whole window in each frame.
    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        // A dialog that is open goes with the window.
        self.saving = Saving::default();
        self.follow_choice();
        if self.settings.keep_answers == KeepAnswers::DoNotKeep {
            if self.checks.as_ref().is_some_and(|checks| !checks.holds_nothing()) {
                self.delete_kept();
            }
        } else if let Some(keeper) = &self.keeper {
            self.keep();
            keeper.flush();
        }
        self.keep_settings();
    }
}

impl App {
    /// Stays open where closing loses something, and says what.
    fn ask_before_closing(&mut self, ctx: &egui::Context) {
        let loses = if self.would_lose() {
            Attention::ClosingLosesAnswers
        } else if self.would_lose_copy() {
            Attention::ClosingLosesCopy
        } else {
            return;
        };
        ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
        self.attention = loses;
        // Asking found out why.
        self.tell_about_keeping();
    }
}

/// Everything the screens show.
pub(super) fn read_model<'a>(app: &'a App, cards: &'a [QuestionCard<'a>]) -> ReadModel<'a> {
    ReadModel {
        knowledge: &app.knowledge,
        wording: &app.wording,
        places: &app.places,
        check: &app.check,
        assessment: &app.assessment,
        next: app.next.as_ref(),
        page: &app.page,
        cards,
        screen: &app.screen,
        focus_question: app.focus_question.as_ref(),
        view: app.view,
        settings: &app.settings,
        save: app.saving.shown(),
        saved_text: app.saving.saved(),
        counted_as_no: app.counted_as_no.as_ref(),
        seen: &app.seen,
        status: &app.status,
        opened: &app.opened,
        kept_fault: app.kept_fault.as_ref(),
        keeping: &app.kept_so_far,
        earlier: &app.earlier,
        can_undo: app.history.can_undo(),
        can_redo: app.history.can_redo(),
        attention: app.attention,
        today: app.today,
        drafts: &app.drafts,
        commands: &app.commands,
    }
}
