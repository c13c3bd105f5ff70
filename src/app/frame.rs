//! What is done in each frame, and at the end.

use std::time::{Duration, Instant};

use super::App;
use super::disk::Disk;
use super::saving::Dialogs;
use crate::desktop::clock::until_midnight;
use crate::desktop::copied_text::CopiedText;
use crate::session::effect::Event;
use crate::session::screen::QuestionCard;
use crate::session::state::Attention;
use crate::session::{InView, Session};
use crate::store::autosave::{Autosave, AutosaveOutcome};
use crate::store::settings::KeepAnswers;
use crate::ui::command_queue::CommandQueue;
use crate::ui::drafts::Drafts;
use crate::ui::read_model::ReadModel;
use crate::ui::theme;
use crate::ui::widgets::focus;

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        self.follow_day(ctx, frame);
        self.poll_dialog(ctx, frame);
        self.poll_runs(ctx, frame);
        self.follow_other_copies(ctx);
        self.tell_about_keeping(ctx, frame);
        self.open_dropped(ctx, frame);
        self.show_text_size(ctx);
        self.fit_window(ctx);
        self.follow_window(ctx);
        if ctx.input(|input| input.viewport().close_requested()) && !self.closes {
            self.ask_before_closing(ctx, frame);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        let title = self.session.content().wording.screen.app.name.clone();
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(title));
        if theme::theme_of(&ctx) != self.theme(&ctx) {
            self.show_settings(&ctx);
        }
        focus::follow_input(&ctx);
        // Before anything is drawn: the answer to a key is in this frame, not in the next.
        self.keys(&ctx);
        for command in self.commands.take() {
            self.carry_out(command, &ctx, frame);
        }
        if self.layout.shows_what_would_change(self.session.screen()) {
            self.session.work_out_next();
        }
        let cards = self.session.question_cards();
        let model = read_model(&self.session, &self.disk, &self.commands, &self.drafts, &cards);
        self.layout.show(ui, &model);
        let seen = self.commands.take_seen();
        // A frame that is drawn again has to show the question again, and nobody saw its rows.
        if !ctx.will_discard() && self.session.was_shown(seen) == InView::Other {
            // A row was seen once two frames showed it, and nobody else may ask for the second.
            ctx.request_repaint();
        }
        for command in self.commands.take() {
            ctx.request_repaint();
            self.carry_out(command, &ctx, frame);
        }
        self.tell_when_late(&ctx, frame);
    }

    /// The page: filling it again would be a second picture of the whole window in each frame.
    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.stop_reading();
        self.last_kept();
        // A dialog that is open goes with the window.
        self.dialogs = Dialogs::default();
        self.follow_choice();
        if self.disk.settings.keep_answers == KeepAnswers::DoNotKeep {
            if self.disk.checks.as_ref().is_some_and(|checks| !checks.holds_nothing()) {
                self.delete_kept();
            }
        } else {
            self.keep();
            self.disk.with_autosave(|autosave| drop(autosave.flush()));
        }
        self.keep_settings();
    }
}

impl App {
    /// Goes with the day. The window wakes at midnight; a computer that slept then looks when it draws again.
    fn follow_day(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        let now = (self.system.clock)();
        self.happened(Event::Day(now.date()), ctx, frame);
        ctx.request_repaint_after(until_midnight(&now));
    }

    /// What another running copy did meanwhile is seen when the runner comes to this window.
    fn follow_other_copies(&mut self, ctx: &egui::Context) {
        let comes = |event: &egui::Event| *event == egui::Event::WindowFocused(true);
        if ctx.input(|input| input.events.iter().any(comes)) {
            self.follow_choice();
            self.disk.with_autosave(Autosave::look);
        }
    }

    /// Says once when answers could not be kept, or were kept elsewhere.
    fn tell_about_keeping(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        if let Some(outcome) = self.disk.autosave.as_ref().map(Autosave::last) {
            self.happened(Event::Keeping(outcome), ctx, frame);
        }
    }

    /// Says that what was said is not saved yet, as long as the disk does not answer. The window wakes for that moment
    /// and no sooner.
    fn tell_when_late(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        match self.disk.autosave.as_ref().and_then(|autosave| autosave.late_in(Instant::now())) {
            Some(Duration::ZERO) => self.happened(Event::IsLate, ctx, frame),
            Some(left) => ctx.request_repaint_after(left),
            None => self.happened(Event::IsInTime, ctx, frame),
        }
    }

    /// Stays open where closing loses something, and says what.
    fn ask_before_closing(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        let loses = if self.would_lose() {
            Attention::ClosingLosesAnswers
        } else if self.session.state().has_copied_alone() && (self.system.copied_text)() == CopiedText::MayGo {
            Attention::ClosingLosesCopy
        } else {
            return;
        };
        ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
        self.happened(Event::ClosingLoses(loses), ctx, frame);
        // Asking found out why.
        self.tell_about_keeping(ctx, frame);
    }

    /// Whether closing now loses answers.
    fn would_lose(&self) -> bool {
        let state = self.session.state();
        if state.check.is_empty() {
            return false;
        }
        match (&self.disk.autosave, self.disk.settings.keep_answers) {
            (_, KeepAnswers::DoNotKeep) => state.is_changed_since_save(),
            (Some(autosave), KeepAnswers::Keep) => match autosave.flush() {
                AutosaveOutcome::Failed(_) | AutosaveOutcome::DeletedElsewhere => true,
                AutosaveOutcome::NotKeeping => state.is_changed_since_save(),
                _ => false,
            },
            (None, KeepAnswers::Keep) => true,
        }
    }
}

/// Everything the screens show.
fn read_model<'a>(
    session: &'a Session,
    disk: &'a Disk,
    commands: &'a CommandQueue,
    drafts: &'a Drafts,
    cards: &'a [QuestionCard<'a>],
) -> ReadModel<'a> {
    let (content, state) = (session.content(), session.state());
    ReadModel {
        knowledge: &content.knowledge,
        wording: &content.wording,
        places: &state.places,
        check: &state.check,
        assessment: &state.assessment,
        next: state.next.as_ref(),
        page: &state.page,
        plan: &state.plan,
        cards,
        card: state.card.as_ref(),
        runs: &state.runs,
        comparison: state.comparison.as_ref(),
        screen: session.screen(),
        focus_question: state.focus_question.as_ref(),
        view: state.view,
        settings: &disk.settings,
        save: &state.saving.state,
        save_of: state.saving.what,
        saved_text: state.saving.saved.as_deref(),
        counted_as_no: state.counted_as_no.as_ref(),
        seen: &state.seen,
        status: &state.status,
        opened: &state.opened,
        kept_fault: state.kept_fault.as_ref(),
        keeping: &state.keeping,
        earlier: &disk.earlier,
        can_undo: session.can_undo(),
        can_redo: session.can_redo(),
        attention: state.attention,
        today: state.today,
        commands,
        drafts,
    }
}
