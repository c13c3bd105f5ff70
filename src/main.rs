fn main() {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title("KneeNote")
            .with_inner_size([1100.0, 760.0])
            .with_min_inner_size([720.0, 560.0]),
        renderer: eframe::Renderer::Glow,
        ..Default::default()
    };
    eframe::run_native(
        "KneeNote",
        options,
        Box::new(|cc| Ok(Box::new(kneenote::app::App::new(cc, kneenote::app::Start::of_system(None)).unwrap()))),
    )
    .unwrap();
}
