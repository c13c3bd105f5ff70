//! What every widget must do, in every look and at every size.

use crate::demo::Demo;
use egui::{Key, Modifiers, Rect, Vec2, vec2};
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT as _, Queryable as _},
};
use kneenote::store::settings::Motion;
use kneenote::ui::{
    fonts,
    theme::{self, Theme},
    widgets::check_list::Mark,
};

const SIZES: [Vec2; 3] = [vec2(1100.0, 760.0), vec2(720.0, 560.0), vec2(360.0, 280.0)];

fn gallery(look: Theme, size: Vec2) -> Harness<'static, Demo> {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_max_steps(20)
        .with_context_setup(move |ctx| {
            fonts::install(ctx);
            theme::apply(ctx, look, Motion::Less);
        })
        .build_ui_state(
            |ui, demo: &mut Demo| demo.show(ui),
            Demo { look, distance: "ten".to_owned(), start: Some(0), pain: Some(6), ..Demo::default() },
        );
    harness.run();
    harness
}

fn everywhere(mut check: impl FnMut(&mut Harness<'static, Demo>, Theme, Vec2)) {
    for look in Theme::ALL {
        for size in SIZES {
            check(&mut gallery(look, size), look, size);
        }
    }
}

fn inputs<'h>(harness: &'h Harness<'static, Demo>) -> Vec<Node<'h>> {
    harness
        .root()
        .children_recursive()
        .filter(|node| egui::accessibility::is_input(node.accesskit_node().role()))
        .collect()
}

fn focused(harness: &Harness<'static, Demo>) -> Option<(String, Rect)> {
    let node = harness.root().children_recursive().find(Node::is_focused)?;
    let role = node.accesskit_node().role();
    let name = node.accesskit_node().label().unwrap_or_default();
    Some((format!("{role:?} {name}"), node.rect()))
}

fn focused_name(harness: &Harness<'static, Demo>) -> String {
    focused(harness).map(|(name, _)| name).unwrap_or_default()
}

/// Presses a key; what then has focus must be in view.
fn press(harness: &mut Harness<'static, Demo>, key: Key) {
    harness.key_press(key);
    harness.run();
    let view = harness.ctx.content_rect();
    if let Some((name, rect)) = focused(harness) {
        assert!(view.contains_rect(rect.shrink(1.0)), "{name} at {rect:?} after {key:?}");
    }
}

fn focus_on(harness: &mut Harness<'static, Demo>, name: &str) {
    let found = (0..80).any(|_| {
        press(harness, Key::Tab);
        focused_name(harness) == name
    });
    assert!(found, "Tab never came to {name}");
}

/// Every stop of one round with `modifiers` and Tab, each in view.
fn round(harness: &mut Harness<'static, Demo>, modifiers: Modifiers, size: Vec2) -> Vec<String> {
    let view = Rect::from_min_size(egui::Pos2::ZERO, size);
    let mut stops: Vec<String> = Vec::new();
    for _ in 0..100 {
        harness.key_press_modifiers(modifiers, Key::Tab);
        harness.run();
        let Some((name, rect)) = focused(harness) else {
            break;
        };
        assert!(view.contains_rect(rect.shrink(1.0)), "{name} at {rect:?} is not in view of {size}");
        if stops.first() == Some(&name) {
            break;
        }
        stops.push(name);
    }
    stops
}

#[test]
fn text_is_readable_and_whole() {
    everywhere(|harness, look, size| {
        let mut seen = 0;
        // Scroll through all of it: only what is in view is painted.
        for _ in 0..60 {
            for text in crate::measure::texts(harness.output(), egui::Color32::TRANSPARENT) {
                seen += 1;
                let context = format!("{look:?} {size}: {:?}", text.content);
                assert!(text.contrast >= 7.0, "{context} has {:.2}", text.contrast);
                assert!(!text.cut, "{context} is cut");
            }
            harness.event(egui::Event::PointerMoved((size / 2.0).to_pos2()));
            harness.event(egui::Event::MouseWheel {
                unit: egui::MouseWheelUnit::Point,
                delta: vec2(0.0, -120.0),
                phase: egui::TouchPhase::Move,
                source: egui::MouseWheelSource::Unknown,
                modifiers: Modifiers::NONE,
            });
            harness.run_steps(2);
        }
        assert!(seen > 100, "only {seen} texts");
    });
}

#[test]
fn nothing_to_press_is_smaller_than_44_or_wider_than_the_window() {
    everywhere(|harness, look, size| {
        for node in inputs(harness) {
            let name = node.accesskit_node().label().unwrap_or_default();
            let rect = node.rect();
            let side = rect.width().min(rect.height());
            assert!(side >= 44.0, "{look:?} {size}: {name} is {side}");
            assert!(rect.left() >= 0.0 && rect.right() <= size.x, "{size}: {name} {rect:?}");
        }
    });
}

#[test]
fn tab_goes_through_all_and_back_in_view() {
    for size in SIZES {
        let mut harness = gallery(Theme::Light, size);
        let there = round(&mut harness, Modifiers::NONE, size);
        // Groups are one stop each; the cells of a row are reached by arrows.
        let expected = inputs(&harness)
            .into_iter()
            .filter(|node| {
                let name = node.accesskit_node().label().unwrap_or_default();
                let role = node.accesskit_node().role();
                let unchosen = matches!(role, egui::accesskit::Role::RadioButton | egui::accesskit::Role::CheckBox)
                    && node.accesskit_node().toggled() != Some(egui::accesskit::Toggled::True);
                let is_cell = name.ends_with(": not sure") || name.ends_with(": no");
                !is_cell && !unchosen
            })
            .count();
        // The side has no answer yet and nothing is ticked in the list: the first of each is the stop.
        assert_eq!(there.len(), expected + 2, "{there:#?}");

        let mut harness = gallery(Theme::Light, size);
        let mut back = round(&mut harness, Modifiers::SHIFT, size);
        back.reverse();
        assert_eq!(there, back);
    }
}

#[test]
fn esc_keeps_focus_on_every_stop() {
    let mut harness = gallery(Theme::Dark, SIZES[0]);
    for _ in 0..60 {
        press(&mut harness, Key::Tab);
        let before = focused_name(&harness);
        press(&mut harness, Key::Escape);
        assert_eq!(focused_name(&harness), before);
    }
}

#[test]
fn esc_right_after_tab_keeps_focus_too() {
    let mut harness = gallery(Theme::Dark, SIZES[0]);
    for _ in 0..60 {
        harness.key_press(Key::Tab);
        harness.key_press(Key::Escape);
        harness.run();
        assert!(focused(&harness).is_some());
    }
}

#[test]
fn enter_never_changes_an_answer() {
    let mut harness = gallery(Theme::Light, SIZES[1]);
    let answers = |demo: &Demo| (demo.start, demo.pain, demo.side, demo.marks, demo.none, demo.look);
    let before = answers(harness.state());
    for _ in 0..60 {
        press(&mut harness, Key::Tab);
        let name = focused_name(&harness);
        if ["RadioButton", "CheckBox"].iter().any(|role| name.starts_with(role)) {
            press(&mut harness, Key::Enter);
        }
    }
    assert_eq!(answers(harness.state()), before);
}

#[test]
fn enter_and_space_press_buttons_but_ctrl_enter_does_not() {
    let mut harness = gallery(Theme::Light, SIZES[1]);
    focus_on(&mut harness, "Button Continue");
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Space);
    assert_eq!(harness.state().continued, 2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run();
    assert_eq!(harness.state().continued, 2);
}

#[test]
fn arrows_choose_inside_a_radio_group() {
    let mut harness = gallery(Theme::Light, SIZES[2]);
    focus_on(&mut harness, "RadioButton Slowly, over days or weeks");
    press(&mut harness, Key::ArrowUp);
    assert_eq!(harness.state().start, Some(2));
    assert_eq!(focused_name(&harness), "RadioButton I am not sure");
    press(&mut harness, Key::ArrowRight);
    assert_eq!(harness.state().start, Some(0));

    focus_on(&mut harness, "RadioButton 6");
    for _ in 0..6 {
        press(&mut harness, Key::ArrowRight);
    }
    assert_eq!(harness.state().pain, Some(10), "the scale stops at its end");
    assert_eq!(focused_name(&harness), "RadioButton 10, the worst you have had");
}

#[test]
fn digits_choose_on_the_scale() {
    let mut harness = gallery(Theme::Light, SIZES[2]);
    focus_on(&mut harness, "RadioButton 6");
    for (key, pain) in [(Key::Num4, 4), (Key::Num0, 0), (Key::Num1, 1), (Key::Num0, 10)] {
        press(&mut harness, key);
        assert_eq!(harness.state().pain, Some(pain));
    }
    // A 1 that was not typed just now makes no 10.
    harness.state_mut().pain = Some(1);
    focus_on(&mut harness, "RadioButton 1");
    press(&mut harness, Key::Num0);
    assert_eq!(harness.state().pain, Some(0));
    press(&mut harness, Key::Num1);
    press(&mut harness, Key::Num0);
    assert_eq!(focused_name(&harness), "RadioButton 10, the worst you have had");
}

#[test]
fn arrows_that_come_fast_stay_in_the_group() {
    let mut harness = gallery(Theme::Light, SIZES[0]);
    focus_on(&mut harness, "RadioButton 6");
    // One frame each, with none between to settle.
    for _ in 0..3 {
        harness.key_press(Key::ArrowDown);
        harness.step();
    }
    harness.run();
    assert_eq!(harness.state().pain, Some(9));
}

#[test]
fn nothing_is_chosen_until_space() {
    let mut harness = gallery(Theme::Light, SIZES[0]);
    focus_on(&mut harness, "RadioButton Left knee");
    assert_eq!(harness.state().side, None);
    press(&mut harness, Key::Space);
    assert_eq!(harness.state().side, Some(0));
}

#[test]
fn a_check_row_has_four_states_and_none_leaves_out_the_rest() {
    let mut harness = gallery(Theme::Light, SIZES[0]);
    focus_on(&mut harness, "CheckBox I hurt my knee in a fall or a crash and cannot put weight on it");
    press(&mut harness, Key::Space);
    assert_eq!(harness.state().marks[0], Mark::Yes);
    press(&mut harness, Key::ArrowRight);
    assert!(focused_name(&harness).ends_with(": no"), "{}", focused_name(&harness));
    press(&mut harness, Key::Space);
    assert_eq!(harness.state().marks[0], Mark::No);
    press(&mut harness, Key::ArrowRight);
    assert!(focused_name(&harness).ends_with(": not sure"), "{}", focused_name(&harness));
    press(&mut harness, Key::Space);
    assert_eq!(harness.state().marks[0], Mark::NotSure);
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::ArrowLeft);
    press(&mut harness, Key::ArrowLeft);
    press(&mut harness, Key::Space);
    assert_eq!(harness.state().marks[..2], [Mark::NotSure, Mark::Yes]);
    press(&mut harness, Key::ArrowUp);
    press(&mut harness, Key::ArrowUp);
    assert_eq!(focused_name(&harness), "CheckBox No, none of these apply to me");
    press(&mut harness, Key::Space);
    assert_eq!(harness.state().marks, [Mark::No; 4]);
    assert!(harness.state().none);
}

#[test]
fn whole_rows_answer_to_the_pointer_and_to_a_screen_reader() {
    let mut harness = gallery(Theme::Light, vec2(1100.0, 4000.0));
    harness.get_by_label("My calf is swollen, sore or warm").click();
    harness.run();
    assert_eq!(harness.state().marks[3], Mark::Yes);
    harness.get_by_label("My calf is swollen, sore or warm: not sure").click();
    harness.run();
    assert_eq!(harness.state().marks[3], Mark::NotSure);
    harness.get_by_label("Both knees").click_accesskit();
    harness.run();
    assert_eq!(harness.state().side, Some(2));
}

#[test]
fn the_ring_shows_after_keys_and_goes_after_a_click() {
    let mut harness = gallery(Theme::Light, SIZES[0]);
    let ring = theme::tokens(Theme::Light).focus_in;
    focus_on(&mut harness, "Button Continue");
    assert!(has_stroke(harness.output(), ring));
    harness.get_by_label("Continue").click();
    harness.run();
    assert!(!has_stroke(harness.output(), ring));
    assert_eq!(focused_name(&harness), "Button Continue", "Tab goes on from what was clicked");
}

#[test]
fn esc_closes_a_fold_from_inside_and_focus_goes_to_its_row() {
    let mut harness = gallery(Theme::Light, SIZES[2]);
    focus_on(&mut harness, "Button More questions that may help");
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Tab);
    assert_eq!(focused_name(&harness), "Button Inside the fold");
    press(&mut harness, Key::Tab);
    press(&mut harness, Key::Space);
    press(&mut harness, Key::Escape);
    assert!(harness.query_by_label("Inside the fold").is_some(), "the inner fold closes first");
    assert_eq!(focused_name(&harness), "Button A fold in a fold");
    press(&mut harness, Key::Escape);
    assert!(harness.query_by_label("Inside the fold").is_none());
    assert_eq!(focused_name(&harness), "Button More questions that may help");
}

#[test]
fn typing_keeps_focus_on_enter_and_leaves_tab_alone() {
    let mut harness = gallery(Theme::Light, SIZES[1]);
    focus_on(&mut harness, "TextInput What do you hope for?");
    harness.event(egui::Event::Text("To run again".to_owned()));
    harness.run();
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().words, "To run again");
    assert!(focused(&harness).is_some());
    press(&mut harness, Key::Tab);
    assert!(focused_name(&harness).starts_with("NumberInput"), "{}", focused_name(&harness));
}

#[test]
fn a_key_that_is_held_down_presses_once() {
    let mut harness = gallery(Theme::Light, SIZES[1]);
    focus_on(&mut harness, "Button Continue");
    for _ in 0..4 {
        harness.key_down(Key::Enter);
        harness.step();
    }
    harness.key_up(Key::Enter);
    harness.run();
    assert_eq!(harness.state().continued, 1);
}

#[test]
fn a_heading_takes_focus_when_asked_and_is_no_tab_stop() {
    let mut harness = gallery(Theme::Light, SIZES[2]);
    harness.state_mut().fail = true;
    harness.run();
    let (name, rect) = focused(&harness).expect("the problem has focus");
    assert_eq!(name, "Heading There is a problem");
    assert!(Rect::from_min_size(egui::Pos2::ZERO, SIZES[2]).contains_rect(rect));
    press(&mut harness, Key::Tab);
    assert_eq!(focused_name(&harness), "Button Save again");
}

#[test]
fn what_has_happened_is_a_polite_live_region() {
    let mut harness = gallery(Theme::Light, SIZES[0]);
    focus_on(&mut harness, "Button Continue");
    press(&mut harness, Key::Enter);
    let line = harness.get_by_value("Continued 1 times");
    let node = line.accesskit_node();
    assert_eq!(node.live(), egui::accesskit::Live::Polite);
    assert_eq!(node.role(), egui::accesskit::Role::Label);
}

#[test]
fn headings_have_levels_and_groups_have_names() {
    let harness = gallery(Theme::Light, SIZES[0]);
    let nodes: Vec<_> = harness.root().children_recursive().collect();
    let of = |wanted: egui::accesskit::Role| {
        nodes.iter().filter(move |node| node.accesskit_node().role() == wanted).collect::<Vec<_>>()
    };
    let headings = of(egui::accesskit::Role::Heading);
    assert!(headings.len() > 8);
    for node in headings {
        // Levels count from 0 in AccessKit.
        let level = node.accesskit_node().level();
        assert!(matches!(level, Some(0 | 1)), "{level:?}");
        assert!(!node.accesskit_node().label().unwrap_or_default().is_empty());
    }
    let groups = of(egui::accesskit::Role::RadioGroup);
    assert_eq!(groups.len(), 4);
    for node in groups {
        assert!(node.accesskit_node().size_of_set().is_some());
        assert!(!node.accesskit_node().label().unwrap_or_default().is_empty());
    }
}

#[test]
fn nothing_moves_once_input_has_settled() {
    let mut harness = gallery(Theme::Light, SIZES[0]);
    press(&mut harness, Key::Tab);
    let before = format!("{:?}", harness.output().shapes);
    harness.step();
    assert_eq!(format!("{:?}", harness.output().shapes), before);
}

/// Whether a rectangle is drawn with a line of this colour.
fn has_stroke(output: &egui::FullOutput, colour: egui::Color32) -> bool {
    let mut found = false;
    crate::measure::each(output, |_, shape| {
        if let egui::Shape::Rect(rect) = shape {
            found |= rect.stroke.width > 0.0 && rect.stroke.color == colour;
        }
    });
    found
}
