//! Everything can be reached in the smallest window, and by keys alone.

use egui::{Key, Modifiers};
use kneenote::app::fit::LEAST_SIZE;
use kneenote::check::spot::Knee;
use kneenote::store::folders::Folders;
use kneenote::store::settings::{Settings, TEXT_SIZES};

use crate::driver::{Driver, is_input, name_of, words, zone_name};
use crate::flow::typical::{ZONE, at_result, documents, save_to, to_result};

#[test]
fn in_the_smallest_window_a_page_is_saved_from_the_start_to_the_end() {
    let mut driver = Driver::sized(LEAST_SIZE);
    to_result(&mut driver, |_, _| {});
    let path = documents(&driver).join("knee.txt");
    save_to(&mut driver, &path);
    driver.must_show(&words().page.saved);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), driver.page());
    driver.click(&words().buttons.copy);
    driver.click(&words().buttons.menu);
    driver.click(&words().buttons.close_menu);
}

#[test]
fn keys_change_the_text_size_within_the_sizes_of_the_menu() {
    let mut driver = Driver::new();
    let kept = |driver: &Driver| Settings::open(&Folders::under(driver.home.path())).text_size_percent;
    let mut press = |key, sizes: &[u16]| {
        for size in sizes {
            driver.window.key_press_modifiers(Modifiers::COMMAND, key);
            driver.settle();
            assert_eq!(kept(&driver), *size, "{key:?}");
            assert!((driver.window.ctx.zoom_factor() - f32::from(*size) / 100.0).abs() < 1e-3);
        }
    };
    press(Key::Plus, &[125, 150, 200, 200, 200]);
    press(Key::Minus, &[150, 125, 100, 100]);
    press(Key::Equals, &[125, 150]);
    press(Key::Num0, &[TEXT_SIZES[0]]);
}

fn focus_on(driver: &Driver, name: &str) {
    driver.nodes().iter().find(|node| is_input(node) && name_of(node) == name).unwrap().focus();
}

/// F6 goes on from where the focus is, also from a place in the picture.
#[test]
fn f6_in_the_picture_goes_to_the_next_part_and_back() {
    let mut driver = at_result();
    driver.go_to_step(1);
    let zone = zone_name(Knee::Right, ZONE);
    let focus = |driver: &Driver| driver.window.ctx.memory(egui::Memory::focused);
    focus_on(&driver, &zone);
    driver.settle();
    let in_the_picture = focus(&driver);
    driver.key(Key::F6);
    let in_the_step = focus(&driver);
    assert_ne!(in_the_step, in_the_picture);
    driver.key(Key::F6);
    let in_the_footer = focus(&driver);
    assert_ne!(in_the_footer, in_the_step);
    focus_on(&driver, &zone);
    driver.settle();
    driver.key(Key::F6);
    assert_eq!(focus(&driver), in_the_step, "the part after the picture, not the one after the footer");
}
