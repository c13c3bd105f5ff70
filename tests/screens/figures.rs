//! Promise: a figure says what it shows, moves only after a press, comes back by itself, and then costs nothing; where
//! less motion is wanted it never moves.

use egui::accesskit::Role;
use egui::{Key, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use kneenote::check::spot::Knee;
use kneenote::figure;
use kneenote::store::settings::Motion;
use kneenote::ui::{
    figure::{show, still},
    fonts,
    theme::{self, Theme},
};

/// Frames within which a movement must be over; each is a quarter of a second.
const MOST_FRAMES: u64 = 40;
/// Frames that a screen may take until it is quiet.
const QUIET: u64 = 8;

fn window(id: &'static str, sore: Option<Knee>, motion: Motion) -> Harness<'static> {
    let mut harness = Harness::builder()
        .with_size(vec2(400.0, 300.0))
        .with_step_dt(0.25)
        .with_max_steps(MOST_FRAMES)
        .with_context_setup(move |ctx| {
            fonts::install(ctx);
            theme::apply(ctx, Theme::Light, motion);
        })
        .build_ui(move |ui| {
            // The harness switches movement off.
            ui.style_mut().animation_time = if motion == Motion::Full { 0.1 } else { 0.0 };
            show(ui, figure::find(id).unwrap(), sore, vec2(300.0, 200.0));
        });
    harness.run();
    harness
}

fn picture(harness: &Harness<'_>) -> String {
    format!("{:?}", harness.output().shapes)
}

#[test]
fn a_figure_says_its_name_what_is_seen_and_which_leg_is_marked() {
    for (sore, marked) in [(None, ""), (Some(Knee::Left), "left leg"), (Some(Knee::Right), "right leg")] {
        let harness = window("bridge", sore, Motion::Full);
        let node = harness.get_by_role(Role::Button);
        let name = node.accesskit_node().label().unwrap();
        assert!(name.starts_with("Bridge. ") && name.contains(marked), "{name}");
    }
    // A hold does not move: it is nothing to press.
    let harness = window("wall_sit", None, Motion::Full);
    assert!(harness.get_by_role(Role::Image).accesskit_node().label().unwrap().starts_with("Wall sit. "));
    assert!(harness.query_by_role(Role::Button).is_none());
}

#[test]
fn a_movement_begins_with_a_press_comes_back_and_then_nothing_is_drawn_anew() {
    for press in [None, Some(Key::Enter), Some(Key::Space)] {
        let mut harness = window("step_down", Some(Knee::Left), Motion::Full);
        harness.get_by_role(Role::Button).focus();
        harness.run();
        let at_rest = picture(&harness);
        match press {
            None => harness.get_by_role(Role::Button).click(),
            Some(key) => harness.key_press(key),
        }
        for _ in 0..6 {
            harness.step();
        }
        assert_ne!(picture(&harness), at_rest, "{press:?}: it does not move");
        let frames = harness.run();
        assert!(frames > 5, "{press:?}: {frames} frames are no slow movement");
        assert!(harness.run() <= 2, "{press:?}: it goes on when it is over");
    }
}

#[test]
fn nothing_moves_where_less_motion_is_wanted() {
    let mut harness = window("step_down", Some(Knee::Left), Motion::Less);
    assert!(harness.query_by_role(Role::Button).is_none());
    let at_rest = picture(&harness);
    harness.get_by_role(Role::Image).click();
    let frames = harness.run();
    assert!(frames <= QUIET, "{frames} frames");
    assert_eq!(picture(&harness), at_rest);
}

#[test]
fn a_small_still_figure_says_nothing_beside_the_words_that_do() {
    let harness = Harness::builder().build_ui(|ui| {
        still(ui, figure::find("walk").unwrap(), vec2(48.0, 48.0));
    });
    assert!(harness.query_by_role(Role::Image).is_none());
    assert!(harness.query_by_role(Role::Button).is_none());
}
