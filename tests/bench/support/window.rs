//! The whole app on egui alone: no window, no graphics card, nothing painted.

use std::time::Duration;

use egui::accesskit::{Action, ActionRequest, Node, NodeId, Role, TreeId};
use egui::{Context, Event, FullOutput, Key, Modifiers, RawInput, Rect, Vec2, vec2};
use jiff::civil::Date;
use kneenote::app::built_in::BuiltIn;
use kneenote::app::{App, Start};
use kneenote::check::Check;
use kneenote::desktop::copied_text::CopiedText;
use kneenote::store::folders::Folders;

use super::once;

/// A frame of a screen that draws 60 in a second.
const STEP_SECONDS: f64 = 1.0 / 60.0;
/// No screen has folds inside of folds deeper than this.
const DEEPEST_FOLD: usize = 4;

/// The app, and what it is shown on.
pub struct Window {
    ctx: Context,
    app: App,
    frame: eframe::Frame,
    size: Vec2,
    px_per_pt: f32,
    seconds: f64,
    nodes: Vec<(NodeId, Node)>,
    /// Whether the last frame brought new pixels for the graphics card.
    pub uploads: usize,
}

impl Window {
    /// Opens the app with a check.
    pub fn open(
        check: Option<Check>,
        folders: Option<Folders>,
        size_px: [f32; 2],
        px_per_pt: f32,
        today: Date,
    ) -> Self {
        let ctx = Context::default();
        let start = Start {
            folders,
            file: check.map(Ok),
            clock: Box::new(move || today.at(12, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap()),
            countries: vec!["GB".to_owned()],
            open_dialog: Box::new(|_, _, _| unreachable!("nothing is saved here")),
            open_pick: Box::new(|_, _, _, _, _| unreachable!("nothing is picked here")),
            copied_text: || CopiedText::Stays,
        };
        let built_in = BuiltIn::read().unwrap_or_else(|fault| panic!("{fault}"));
        Self {
            app: App::new(&eframe::CreationContext::_new_kittest(ctx.clone()), start, built_in),
            ctx,
            frame: eframe::Frame::_new_kittest(),
            size: vec2(size_px[0], size_px[1]) / px_per_pt,
            px_per_pt,
            seconds: 0.0,
            nodes: Vec::new(),
            uploads: 0,
        }
    }

    /// One frame, down to the triangles: what it took.
    pub fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.seconds += STEP_SECONDS;
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, self.size)),
            time: Some(self.seconds),
            predicted_dt: STEP_SECONDS as f32,
            focused: true,
            events,
            ..RawInput::default()
        };
        input.viewports.entry(input.viewport_id).or_default().native_pixels_per_point = Some(self.px_per_pt);
        let (output, took) = once(|| {
            let mut output = self.ctx.run_ui(input, |ui| {
                let ctx = ui.ctx().clone();
                eframe::App::logic(&mut self.app, &ctx, &mut self.frame);
                eframe::App::ui(&mut self.app, ui, &mut self.frame);
            });
            let shapes = std::mem::take(&mut output.shapes);
            (self.ctx.tessellate(shapes, output.pixels_per_point), output)
        });
        let (_, FullOutput { platform_output, mut textures_delta, .. }) = output;
        self.uploads = textures_delta.set.len();
        textures_delta.clear();
        if let Some(update) = platform_output.accesskit_update {
            self.nodes = update.nodes;
        }
        took
    }

    /// Frames until everything that moves has come to rest.
    pub fn settle(&mut self) {
        for _ in 0..30 {
            self.frame(Vec::new());
        }
    }

    /// Presses a key.
    pub fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.frame(vec![Event::ModifiersChanged(modifiers)]);
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.frame(vec![event(true)]);
        self.frame(vec![event(false), Event::ModifiersChanged(Modifiers::NONE)]);
    }

    /// What stands at the top of the screen.
    pub fn heading(&mut self) -> String {
        self.look();
        let mut headings = self.nodes.iter().filter(|(_, node)| node.role() == Role::Heading);
        headings.find_map(|(_, node)| node.label()).unwrap_or_default().to_owned()
    }

    /// Opens everything that is folded; how many things there are to press.
    pub fn unfold(&mut self) -> usize {
        for _ in 0..DEEPEST_FOLD {
            self.look();
            let closed = self.ids(|node| node.is_expanded() == Some(false));
            self.ask(Action::Click, &closed);
            self.settle();
        }
        self.look();
        self.ids(|node| egui::accessibility::is_input(node.role())).len()
    }

    /// Puts the text cursor into the first field of several lines; whether there is one.
    pub fn focus_paragraph(&mut self) -> bool {
        self.look();
        let fields = self.ids(|node| node.role() == Role::MultilineTextInput);
        self.ask(Action::Focus, &fields[..fields.len().min(1)]);
        self.settle();
        !fields.is_empty()
    }

    fn look(&mut self) {
        self.ctx.enable_accesskit();
        self.settle();
        self.ctx.disable_accesskit();
    }

    fn ids(&self, is_meant: impl Fn(&Node) -> bool) -> Vec<NodeId> {
        self.nodes.iter().filter(|(_, node)| is_meant(node)).map(|(id, _)| *id).collect()
    }

    fn ask(&mut self, action: Action, of: &[NodeId]) {
        self.ctx.enable_accesskit();
        let request = |target_node| ActionRequest { action, target_tree: TreeId::ROOT, target_node, data: None };
        let events = of.iter().map(|id| Event::AccessKitActionRequest(request(*id))).collect();
        self.frame(events);
        self.ctx.disable_accesskit();
    }
}
