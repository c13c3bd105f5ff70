//! What did not change is not worked out, written or painted again, however many frames are drawn.

use crate::driver::{Driver, check_cases, words};
use egui::{Event, Key, Modifiers, pos2, vec2};
use kneenote::store::settings::{Settings, ThemePreference, WindowPlace};

const FRAMES: usize = 20;

/// Frames with the pointer moving inside of a few points; how many images went to the graphics card.
fn uploads(driver: &mut Driver) -> usize {
    let before = driver.images.borrow().uploads;
    for at in 0..FRAMES {
        driver.window.event(Event::PointerMoved(pos2(3.0, 3.0 + at as f32 / 10.0)));
        driver.frame();
    }
    driver.images.borrow().uploads - before
}

#[test]
fn frames_alone_make_nothing_anew() {
    let (_, check) = check_cases().swap_remove(0);
    let mut driver = Driver::with_check(check);
    driver.open_result();
    for step in [1, 2, 3, 4] {
        driver.go_to_step(step);
        driver.open_all_folds();
        uploads(&mut driver);
        let before = driver.session().times_assessed();
        assert_eq!(uploads(&mut driver), 0, "step {step} paints images again");
        assert_eq!(driver.session().times_assessed(), before, "step {step} works out again what did not change");
    }
}

#[test]
fn a_change_is_worked_out_once() {
    let (_, check) = check_cases().swap_remove(0);
    let mut driver = Driver::with_check(check);
    driver.open_result();
    driver.go_to_step(2);
    let before = driver.session().times_assessed();
    let question = crate::driver::question("q_safety_now");
    driver.answer(&question.text, &question.findings().next().unwrap().label);
    assert_eq!(driver.session().times_assessed(), before + 1);
}

#[test]
fn the_frame_that_gets_a_key_shows_what_it_does() {
    let mut driver = Driver::new();
    driver.settle();
    driver.must_not_show(&words().safety.title);
    let (key, modifiers) = (Key::Num2, Modifiers::COMMAND);
    driver.window.event(Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers });
    driver.frame();
    driver.must_show(&words().safety.title);
}

#[test]
fn no_screen_is_laid_out_twice() {
    for size in [crate::driver::USUAL, vec2(720.0, 560.0)] {
        let (_, check) = check_cases().swap_remove(0);
        let mut driver = Driver::with_settings(&Settings::default(), Some(check), size);
        driver.open_result();
        for step in [1, 2, 3, 4] {
            driver.go_to_step(step);
        }
        let ctx = &driver.window.ctx;
        assert_eq!(ctx.cumulative_pass_nr(), ctx.cumulative_frame_nr(), "at {size}");
    }
}

#[test]
fn the_first_picture_is_begun_before_there_is_a_window() {
    let painted_late =
        |settings: Settings| Driver::with_settings(&settings, None, crate::driver::USUAL).window.state().rasters();
    for look in [ThemePreference::System, ThemePreference::Dark, ThemePreference::HighContrastLight] {
        assert_eq!(painted_late(Settings { theme: look, ..Settings::default() }), 0, "{look:?}");
    }
    let was_dark = WindowPlace { size: crate::driver::USUAL.into(), position: None, px_per_pt: 1.0, is_dark: true };
    let another = Settings { window: Some(was_dark), ..Settings::default() };
    assert_eq!(painted_late(another), 1, "the system is light today");
}
