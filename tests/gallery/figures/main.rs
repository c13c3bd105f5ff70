//! All figures of exercises as pictures, painted without a window.
//!
//! `cargo run --example figures` writes one sheet a theme and size to `target/figures`; `OUT=` names another folder,
//! `FIGURES=` another file than `assets/exercises/figures.ron`, which is read anew each time, and arguments are the ids
//! of the figures that are wanted. `EACH=1` writes one picture a figure.

mod raster;

use std::path::{Path, PathBuf};

use egui::{Align2, CentralPanel, Frame, Rect, UiBuilder, Vec2, pos2, vec2};
use kneenote::check::spot::Knee;
use kneenote::figure::{Figure, Figures, Moment};
use kneenote::ui::figure;
use kneenote::ui::theme::{self, Theme};

/// Sizes of one figure, as on a plan and as on a small window, and that of the small still ones; with pixels a point.
const SIZES: [(&str, Vec2, f32); 3] =
    [("large", vec2(300.0, 190.0), 2.0), ("usual", vec2(150.0, 110.0), 1.0), ("still", vec2(64.0, 56.0), 1.0)];
/// Figures in a row, and the room around each.
const COLUMNS: usize = 5;
const ROOM: Vec2 = vec2(16.0, 30.0);

fn main() {
    let out = std::env::var_os("OUT").map_or_else(|| PathBuf::from("target/figures"), PathBuf::from);
    let file = std::env::var("FIGURES").unwrap_or_else(|_| "assets/exercises/figures.ron".to_owned());
    let figures = match Figures::read(&std::fs::read_to_string(file).unwrap()) {
        Ok(figures) => figures,
        Err(fault) => panic!("{fault}"),
    };
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let shown: Vec<&Figure> =
        figures.iter().filter(|figure| wanted.is_empty() || wanted.iter().any(|id| id == figure.id())).collect();
    std::fs::create_dir_all(&out).unwrap();
    for look in Theme::ALL {
        if std::env::var_os("EACH").is_some() {
            each(look, &shown, &out);
            continue;
        }
        for (size_name, size, scale) in SIZES {
            sheet(look, &shown, size, scale).save_png(out.join(format!("{look:?}_{size_name}.png"))).unwrap();
        }
        movements(look, &shown).save_png(out.join(format!("{look:?}_movements.png"))).unwrap();
    }
}

/// All figures in rows, the sore knee now right, now left; small ones without.
fn sheet(look: Theme, shown: &[&Figure], size: Vec2, scale: f32) -> resvg::tiny_skia::Pixmap {
    let cell = size + ROOM;
    let count = vec2(COLUMNS as f32, shown.len().div_ceil(COLUMNS) as f32);
    raster::picture(look, cell * count, scale, |ui| {
        on_a_card(ui, |ui| {
            for (nth, shown) in shown.iter().enumerate() {
                let corner = cell * vec2((nth % COLUMNS) as f32, (nth / COLUMNS) as f32);
                at(ui, corner, cell, |ui| {
                    let knee = if nth % 2 == 0 { Knee::Right } else { Knee::Left };
                    if size.x < 100.0 {
                        figure::still(ui, shown, size);
                    } else {
                        figure::show(ui, shown, Some(knee), size);
                        caption(ui, shown.id());
                    }
                });
            }
        });
    })
}

/// Each figure at five places of its movement.
fn movements(look: Theme, shown: &[&Figure]) -> resvg::tiny_skia::Pixmap {
    const PLACES: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];
    let size = vec2(110.0, 110.0);
    let cell = size + ROOM;
    let moving: Vec<_> = shown.iter().filter(|figure| figure.moves()).collect();
    raster::picture(look, cell * vec2(PLACES.len() as f32 * 2.0, moving.len().div_ceil(2) as f32), 1.0, |ui| {
        on_a_card(ui, |ui| {
            for (nth, shown) in moving.iter().enumerate() {
                for (step, place) in PLACES.into_iter().enumerate() {
                    let column = (nth % 2) * PLACES.len() + step;
                    at(ui, cell * vec2(column as f32, (nth / 2) as f32), cell, |ui| {
                        figure::moment(ui, shown, Moment::Between(place), Some(Knee::Right), size);
                    });
                }
            }
        });
    })
}

/// One picture a figure, without its name.
fn each(look: Theme, shown: &[&Figure], out: &Path) {
    for (size_name, size, scale) in SIZES.into_iter().take(2) {
        for shown in shown {
            let picture = raster::picture(look, size + vec2(ROOM.x, ROOM.x), scale, |ui| {
                on_a_card(ui, |ui| {
                    at(ui, Vec2::ZERO, size + ROOM, |ui| figure::show(ui, shown, Some(Knee::Right), size));
                });
            });
            picture.save_png(out.join(format!("{}_{look:?}_{size_name}.png", shown.id()))).unwrap();
        }
    }
}

fn on_a_card(ui: &mut egui::Ui, content: impl FnOnce(&mut egui::Ui)) {
    let frame = Frame::new().fill(theme::tokens_of(ui).card);
    CentralPanel::default().frame(frame).show(ui, content);
}

fn at<R>(ui: &mut egui::Ui, corner: Vec2, cell: Vec2, content: impl FnOnce(&mut egui::Ui) -> R) {
    let rect = Rect::from_min_size(pos2(corner.x, corner.y) + Vec2::splat(ROOM.x / 2.0), cell - ROOM / 2.0);
    ui.scope_builder(UiBuilder::new().max_rect(rect), content);
}

fn caption(ui: &egui::Ui, text: &str) {
    let place = ui.min_rect().left_bottom();
    ui.painter().text(place, Align2::LEFT_TOP, text, egui::FontId::proportional(12.0), theme::tokens_of(ui).text2);
}
