//! A window with one of everything. `LOOK=0..3`, `ZOOM=2` and `SCROLL=pixels` set how it opens.

mod demo;

use demo::Demo;
use kneenote::store::settings::Motion;
use kneenote::ui::{
    fonts,
    theme::{self, Theme},
};

struct Gallery(Demo);

impl eframe::App for Gallery {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.0.show(ui);
    }
}

fn setting(name: &str) -> Option<f32> {
    std::env::var(name).ok()?.parse().ok()
}

fn main() -> eframe::Result {
    let size = [setting("W").unwrap_or(1100.0), setting("H").unwrap_or(760.0)];
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size(size).with_position([0.0, 0.0]),
        renderer: eframe::Renderer::Glow,
        ..Default::default()
    };
    eframe::run_native(
        "KneeNote gallery",
        options,
        Box::new(|cc| {
            fonts::install(&cc.egui_ctx);
            let chosen = setting("LOOK").unwrap_or(0.0);
            let look = Theme::ALL
                .into_iter()
                .zip([0.0, 1.0, 2.0, 3.0])
                .find_map(|(look, i): (Theme, f32)| ((i - chosen).abs() < 0.5).then_some(look))
                .unwrap_or_default();
            theme::apply(&cc.egui_ctx, look, Motion::Less);
            cc.egui_ctx.set_zoom_factor(setting("ZOOM").unwrap_or(1.0));
            let demo = Demo { look, pain: Some(6), start: Some(0), ..Demo::default() };
            Ok(Box::new(Gallery(demo)))
        }),
    )
}
