//! The picture of the knee, driven as a person does: by pointer, keys and screen reader.

use std::collections::{BTreeMap, BTreeSet};

use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Vec2, vec2};
use egui_kittest::{Harness, kittest::NodeT as _, kittest::Queryable as _};
use kneenote::check::Check;
use kneenote::check::spot::Knee;
use kneenote::knee_map::{KneeMap, Placement};
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::ids::ZoneId;
use kneenote::knowledge::zone::View;
use kneenote::store::settings::Motion;
use kneenote::ui::knee_picker::{Headed, KneePicker, PickerInput, PickerOutput, PickerWords, PictureUse};
use kneenote::ui::{fonts, theme};
use kurbo::Shape as _;

const TITLE: &str = "The knee, as in a mirror";
const WORDS: PickerWords<'static> = PickerWords {
    title: TITLE,
    heading: "RIGHT knee",
    left: "left word",
    right: "right word",
    other_leg: "other leg",
    marked: "marked, spot {n}",
    marked_worst: "marked, spot {n}, the worst",
};

struct App {
    picker: KneePicker,
    knee: Knee,
    view: View,
    is_for: PictureUse,
    check: Check,
    size: Vec2,
    names: BTreeMap<ZoneId, String>,
    order: Vec<ZoneId>,
    lit: BTreeSet<ZoneId>,
    output: PickerOutput,
    pointed: Option<ZoneId>,
}

impl App {
    fn new(knee: Knee, view: View, size: Vec2) -> Self {
        let zones = Knowledge::embedded().unwrap().zones;
        let which = if knee == Knee::Left { "Left" } else { "Right" };
        Self {
            picker: KneePicker::new(KneeMap::embedded().unwrap()),
            knee,
            view,
            is_for: PictureUse::Panel,
            check: Check::default(),
            size,
            names: zones.iter().map(|zone| (zone.id.clone(), format!("{which} knee, {}", zone.name))).collect(),
            order: zones.into_iter().map(|zone| zone.id).collect(),
            lit: BTreeSet::new(),
            output: PickerOutput::default(),
            pointed: None,
        }
    }

    fn show(&mut self, ui: &mut egui::Ui) {
        let output = self.picker.show(
            ui,
            PickerInput {
                knee: self.knee,
                view: self.view,
                is_for: self.is_for,
                headed: Headed::ByLine,
                spots: &self.check.spots,
                worst: self.check.worst_spot.as_ref().map(|(knee, zone)| (*knee, zone)),
                names: &|id| self.names[id].clone(),
                order: &self.order,
                lit: &self.lit,
                words: &WORDS,
                size: self.size,
            },
        );
        self.picker.finish(ui);
        if let Some(zone) = &output.toggled {
            self.check.toggle_spot(self.knee, zone);
        }
        self.pointed.clone_from(&output.pointed);
        if output.toggled.is_some() || output.chosen.is_some() {
            self.output = output;
        }
    }
}

fn open(app: App) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size(app.size + vec2(40.0, 80.0))
        .with_context_setup(|ctx| {
            fonts::install(ctx);
            theme::apply(ctx, theme::Theme::Light, Motion::Less);
        })
        .build_ui_state(|ui, app: &mut App| app.show(ui), app);
    harness.run();
    harness
}

fn front(knee: Knee) -> Harness<'static, App> {
    open(App::new(knee, View::Front, vec2(400.0, 560.0)))
}

/// Each check box: its name, its place and whether it is ticked.
fn boxes(harness: &Harness<'_, App>) -> Vec<(String, Rect, bool)> {
    harness
        .query_all_by_role(Role::CheckBox)
        .map(|node| {
            let ticked = node.accesskit_node().toggled() == Some(Toggled::True);
            (node.accesskit_node().label().unwrap_or_default(), node.rect(), ticked)
        })
        .collect()
}

fn ticked(harness: &Harness<'_, App>) -> Vec<String> {
    boxes(harness).into_iter().filter(|(_, _, ticked)| *ticked).map(|(name, _, _)| name).collect()
}

fn focused(harness: &Harness<'_, App>) -> Option<String> {
    let node = harness.query_all_by_role(Role::CheckBox).find(egui_kittest::Node::is_focused)?;
    node.accesskit_node().label()
}

fn click_at(harness: &mut Harness<'_, App>, pos: Pos2) {
    harness.hover_at(pos);
    harness.run();
    for pressed in [true, false] {
        let button = PointerButton::Primary;
        harness.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
        harness.run();
    }
}

fn press(harness: &mut Harness<'_, App>, key: Key) {
    harness.key_press(key);
    harness.run();
}

const OUTER_BUMP: &str = "Outer side, bony bump above the joint gap";

#[test]
fn a_click_on_the_outer_bump_marks_it_on_either_knee() {
    for (knee, side) in [(Knee::Left, "Left"), (Knee::Right, "Right")] {
        let mut harness = front(knee);
        let name = format!("{side} knee, {OUTER_BUMP}");
        let place = harness.get_by_label(&name).rect();
        let picture = harness.get_by_label(TITLE).rect();
        assert_eq!(place.center().x > picture.center().x, knee == Knee::Right, "{name} is on the wrong side");
        click_at(&mut harness, place.center());
        assert_eq!(ticked(&harness).concat(), name);
        assert_eq!(harness.state().check.spots.len(), 1);
        click_at(&mut harness, place.center());
        assert_eq!(ticked(&harness), Vec::<String>::new());
    }
}

#[test]
fn a_press_that_leaves_the_picture_marks_nothing() {
    let mut harness = front(Knee::Right);
    let (_, place, _) = boxes(&harness).swap_remove(0);
    harness.drag_at(place.center());
    harness.run();
    harness.drop_at(egui::pos2(1.0, 1.0));
    harness.run();
    assert_eq!(ticked(&harness), Vec::<String>::new());
}

#[test]
fn pointing_names_the_zone_by_its_shape() {
    let mut harness = front(Knee::Right);
    let kneecap = harness.get_by_label("Right knee, Front, on or behind the kneecap").rect();
    harness.hover_at(kneecap.center());
    harness.run();
    assert_eq!(harness.state().pointed, Some("kneecap".into()));
}

#[test]
fn a_screen_reader_marks_each_zone_of_each_view_and_the_count_follows() {
    for view in View::ALL {
        let mut harness = open(App::new(Knee::Left, view, vec2(400.0, 560.0)));
        let names: Vec<String> = boxes(&harness).into_iter().map(|(name, _, _)| name).collect();
        for (at, name) in names.iter().enumerate() {
            harness.get_by_label(name).click_accesskit();
            harness.run();
            assert_eq!(ticked(&harness).len(), at + 1, "{view:?} {name}");
        }
        assert_eq!(harness.state().check.spots.len(), names.len());
    }
}

#[test]
fn a_click_in_the_middle_of_each_box_marks_its_zone() {
    for (view, knee) in View::ALL.into_iter().zip([Knee::Left, Knee::Right, Knee::Left, Knee::Right]) {
        for size in [vec2(300.0, 420.0), vec2(400.0, 560.0)] {
            let mut harness = open(App::new(knee, view, size));
            for (name, place, _) in boxes(&harness) {
                click_at(&mut harness, place.center());
                assert!(ticked(&harness).contains(&name), "{view:?} {name} at {size}");
            }
        }
    }
}

#[test]
fn space_marks_and_enter_does_not() {
    let mut harness = front(Knee::Right);
    press(&mut harness, Key::Tab);
    let first = focused(&harness).unwrap();
    press(&mut harness, Key::Enter);
    assert_eq!(ticked(&harness), Vec::<String>::new());
    press(&mut harness, Key::Space);
    assert_eq!(ticked(&harness).concat(), first);
    press(&mut harness, Key::Space);
    assert_eq!(ticked(&harness), Vec::<String>::new());
    assert_eq!(focused(&harness), Some(first));
}

#[test]
fn the_knee_is_one_tab_stop_and_remembers_where_the_focus_was() {
    let mut harness = front(Knee::Right);
    press(&mut harness, Key::Tab);
    let first = focused(&harness);
    assert_eq!(first, Some(boxes(&harness)[0].0.clone()));
    press(&mut harness, Key::ArrowDown);
    let second = focused(&harness);
    assert!(second.is_some() && second != first);
    press(&mut harness, Key::Tab);
    assert_eq!(focused(&harness), second, "there is no other stop");
}

#[test]
fn arrows_stay_inside_and_reach_every_zone() {
    for view in View::ALL {
        let mut harness = open(App::new(Knee::Left, view, vec2(400.0, 560.0)));
        press(&mut harness, Key::Tab);
        let mut seen: BTreeSet<String> = focused(&harness).into_iter().collect();
        // Sweeps in rows and columns, as somebody looking for a place does.
        let mut sweep = |harness: &mut Harness<'_, App>, keys: [Key; 3]| {
            let [back, forth, next] = keys;
            for row in 0..12 {
                for _ in 0..9 {
                    press(harness, if row % 2 == 0 { forth } else { back });
                    seen.insert(focused(harness).expect("an arrow took the focus away"));
                }
                press(harness, next);
                seen.insert(focused(harness).expect("an arrow took the focus away"));
            }
        };
        sweep(&mut harness, [Key::ArrowLeft, Key::ArrowRight, Key::ArrowDown]);
        sweep(&mut harness, [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp]);
        sweep(&mut harness, [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft]);
        sweep(&mut harness, [Key::ArrowUp, Key::ArrowDown, Key::ArrowRight]);
        let all: BTreeSet<String> = boxes(&harness).into_iter().map(|(name, _, _)| name).collect();
        assert_eq!(all.difference(&seen).collect::<Vec<_>>(), Vec::<&String>::new(), "{view:?}");
    }
}

#[test]
fn escape_keeps_the_focus() {
    let mut harness = front(Knee::Right);
    press(&mut harness, Key::Tab);
    let first = focused(&harness);
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Escape);
    assert_eq!(focused(&harness), first);
}

#[test]
fn the_group_and_each_zone_have_a_name_of_their_own() {
    for view in View::ALL {
        let harness = open(App::new(Knee::Right, view, vec2(400.0, 560.0)));
        assert_eq!(harness.get_by_label(TITLE).accesskit_node().role(), Role::Group);
        let names: Vec<String> = boxes(&harness).into_iter().map(|(name, _, _)| name).collect();
        let different: BTreeSet<_> = names.iter().collect();
        assert_eq!(different.len(), names.len());
        assert!(names.iter().all(|name| name.starts_with("Right knee, ")));
    }
}

#[test]
fn marks_are_told_in_words() {
    let mut app = App::new(Knee::Right, View::Front, vec2(400.0, 560.0));
    app.check.toggle_spot(Knee::Left, &"calf".into());
    app.check.toggle_spot(Knee::Right, &"kneecap".into());
    app.check.toggle_spot(Knee::Right, &"shin_bump".into());
    app.check.worst_spot = Some((Knee::Right, "shin_bump".into()));
    let harness = open(app);
    let said: Vec<_> =
        harness.get_all_by_role(Role::CheckBox).filter_map(|node| node.accesskit_node().description()).collect();
    assert_eq!(said, ["marked, spot 2", "marked, spot 3, the worst"]);
}

#[test]
fn nothing_is_painted_again_when_nothing_changed() {
    let mut app = App::new(Knee::Right, View::Front, vec2(400.0, 560.0));
    app.check.toggle_spot(Knee::Right, &"kneecap".into());
    let mut harness = open(app);
    let rasters = harness.state().picker.rasters();
    assert_eq!(rasters, 2, "one picture and its marks");
    harness.run_steps(5);
    assert_eq!(harness.state().picker.rasters(), rasters);

    // A move inside of a zone changes nothing, a move to another one only the marks.
    let place = harness.get_by_label("Right knee, Front, thigh above the knee").rect().center();
    harness.hover_at(place);
    harness.run();
    assert_eq!(harness.state().picker.rasters(), rasters + 1);
    harness.hover_at(place + vec2(3.0, 0.0));
    harness.run();
    assert_eq!(harness.state().picker.rasters(), rasters + 1);
    harness.run_steps(5);
    assert_eq!(harness.state().picker.rasters(), rasters + 1);
}

#[test]
fn each_view_is_painted_once_and_a_resize_paints_it_once_more() {
    let mut harness = front(Knee::Right);
    for view in View::ALL.into_iter().chain(View::ALL) {
        harness.state_mut().view = view;
        harness.run();
    }
    assert_eq!(harness.state().picker.rasters(), 4);
    harness.state_mut().view = View::Front;
    for height in [559.0, 550.0, 540.0, 530.0] {
        harness.state_mut().size.y = height;
        harness.step();
    }
    assert_eq!(harness.state().picker.rasters(), 4, "the old picture is stretched while the size changes");
    harness.run_steps(20);
    assert_eq!(harness.state().picker.rasters(), 5);
}

#[test]
fn a_click_on_a_marked_place_of_the_first_screen_takes_no_mark_away() {
    let mut app = App::new(Knee::Right, View::Front, vec2(400.0, 560.0));
    app.is_for = PictureUse::Door;
    let mut harness = open(app);
    let place = harness.get_by_label("Right knee, Front, on or behind the kneecap").rect().center();
    click_at(&mut harness, place);
    assert_eq!(ticked(&harness).len(), 1);
    harness.run_steps(60);
    click_at(&mut harness, place + vec2(0.0, 20.0));
    assert_eq!(ticked(&harness).len(), 1);
    assert_eq!(harness.state().output.chosen, Some("kneecap".into()));
}

/// Both knees are one image, one of them turned round.
#[test]
fn the_other_knee_is_painted_from_the_same_image() {
    let mut harness = front(Knee::Right);
    let rasters = harness.state().picker.rasters();
    harness.state_mut().knee = Knee::Left;
    harness.run();
    assert_eq!(harness.state().picker.rasters(), rasters);
}

#[test]
fn the_other_leg_never_takes_room_from_this_one() {
    let map = KneeMap::embedded().unwrap();
    let area = kurbo::Rect::new(0.0, 0.0, 300.0, 2000.0);
    let (_, narrow) = Placement::fit(map.drawing(View::Front), Knee::Right, area);
    let front = map.drawing(View::Front);
    let leg = narrow.screen_rect_from_knee(front.leg_mm().bounding_box().intersect(front.frame_mm()));
    assert!(leg.width() > 280.0);
}
