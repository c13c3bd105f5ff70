//! Every text can be read, and none is cut.

use super::{Faults, SMALL, TWICE, USUAL, WIDE, every_screen};
use crate::driver::Driver;
use egui::{Color32, Vec2};
use kneenote::store::settings::ThemePreference;
use kneenote::ui::theme::Theme;

/// Least contrast of text.
const CONTRAST: f64 = 7.0;

const LOOKS: [(ThemePreference, Theme); 4] = [
    (ThemePreference::Light, Theme::Light),
    (ThemePreference::Dark, Theme::Dark),
    (ThemePreference::HighContrastDark, Theme::HighContrastDark),
    (ThemePreference::HighContrastLight, Theme::HighContrastLight),
];

/// What the window is cleared with before each frame.
fn cleared_with(driver: &Driver) -> Color32 {
    let visuals = &driver.window.ctx.global_style().visuals;
    let parts = eframe::App::clear_color(driver.window.state(), visuals);
    let [red, green, blue, solid] = parts.map(|part| (part * 255.0).round() as u8);
    Color32::from_rgba_premultiplied(red, green, blue, solid)
}

/// Reads every text of every screen, with every fold open.
fn read_all((choice, look): (ThemePreference, Theme), sizes: &[Vec2]) {
    let (mut faults, mut seen) = (Faults::default(), 0);
    let mut least = (f64::INFINITY, String::new());
    for size in sizes {
        let mut read = |driver: &Driver, place: &str| {
            for text in crate::measure::texts(driver.window.output(), cleared_with(driver)) {
                seen += 1;
                let place = format!("{look:?} {}x{} {place}", size.x, size.y);
                let what: String = text.content.chars().take(60).collect();
                if text.contrast < least.0 {
                    least = (text.contrast, format!("{what:?} in {place}"));
                }
                if text.contrast < CONTRAST {
                    faults.add(format!("{what:?} has contrast {:.2}", text.contrast), place.clone());
                }
                if text.cut {
                    faults.add(format!("{what:?} is cut"), place);
                }
            }
        };
        // The window stays high after the first screen of each runner: to change it back and forth takes a minute.
        every_screen(choice, *size, |driver, screen| {
            read(driver, screen);
            driver.open_all_folds();
            driver.show_all();
            read(driver, &format!("{screen}, all of it"));
        });
    }
    println!("{look:?}: {seen} texts, 0 cut, least contrast {:.2}: {}", least.0, least.1);
    assert!(seen > 1000 * sizes.len(), "only {seen} texts");
    faults.none();
}

// What is cut depends on the size and not on the look, and what is on what does not depend on either: light is read at
// every size, and each other look at one.

#[test]
fn text_is_readable_and_whole_in_a_usual_and_a_wide_window() {
    read_all(LOOKS[0], &[USUAL, WIDE]);
}

#[test]
fn text_is_readable_and_whole_in_a_small_window_and_at_twice_the_size() {
    read_all(LOOKS[0], &[SMALL, TWICE]);
}

#[test]
fn text_is_readable_in_dark() {
    read_all(LOOKS[1], &[USUAL]);
}

#[test]
fn text_is_readable_in_high_contrast_dark() {
    read_all(LOOKS[2], &[TWICE]);
}

#[test]
fn text_is_readable_in_high_contrast_light() {
    read_all(LOOKS[3], &[SMALL]);
}
