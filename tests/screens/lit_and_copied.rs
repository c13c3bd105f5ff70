//! Promise: the picture shows where a cause that is pointed at is usually felt; marks copied to the other knee lie in
//! the same places there, and Undo takes them away again.

use std::sync::Arc;

use crate::driver::{Driver, KNOWLEDGE, is_input, name_of, words, zone_name};
use crate::world::assess;
use egui::accesskit::Toggled;
use egui::{ColorImage, Pos2, Rect, TextureId, Vec2, vec2};
use egui_kittest::{Node, kittest::NodeT as _};
use kneenote::check::Check;
use kneenote::check::spot::{Knee, Side};
use kneenote::knowledge::cause::Cause;
use kneenote::knowledge::zone::View;
use kneenote::store::settings::Settings;
use kneenote::wording::fill;

/// A window in which the picture and all causes are in view.
const HIGH: Vec2 = vec2(1100.0, 1700.0);

/// The pictures of the knee are larger than this on both sides, in pixels; all others are smaller.
const LARGE: usize = 200;

/// What the picture says of a cause that is pointed at.
fn often_felt(cause: &Cause) -> String {
    let zones = cause.core.iter().take(3).map(|zone| KNOWLEDGE.zone(zone.as_str()).unwrap().short.as_str());
    fill(&words().picker.usually_felt, &[("list", &zones.collect::<Vec<_>>().join("; "))])
}

/// The images that lie over the picture of the knee.
struct Marks {
    images: Vec<Arc<ColorImage>>,
    rect: Rect,
}

impl Marks {
    /// Draws until the window is at rest, and takes the images of the knee.
    fn painted(driver: &mut Driver) -> Option<Self> {
        driver.settle();
        let kept = &driver.images.borrow().kept;
        let shapes = driver.window.output().shapes.iter();
        let painted = shapes.map(|clipped| (clipped.shape.texture_id(), clipped.shape.visual_bounding_rect()));
        // Letters share one image, whose shapes are as large.
        let is_large = |id: &TextureId| kept.get(id).is_some_and(|image| image.size.iter().all(|side| *side > LARGE));
        let large: Vec<_> = painted.filter(|(id, _)| is_large(id)).collect();
        let rect = large.first()?.1;
        Some(Self { images: large.iter().map(|(id, _)| Arc::clone(&kept[id])).collect(), rect })
    }

    /// Whether something is painted over the drawing, through which it is seen.
    fn covers(&self, place: Pos2) -> bool {
        let share = (place - self.rect.min) / self.rect.size();
        let alphas = self.images.iter().filter(|image| !is_drawing(image)).map(|image| {
            let [width, height] = image.size;
            image[((share.x * width as f32) as usize, (share.y * height as f32) as usize)].a()
        });
        alphas.into_iter().any(|alpha| alpha > 0)
    }
}

/// Whether much of an image hides what lies below, as the drawing does.
fn is_drawing(image: &ColorImage) -> bool {
    image.pixels.iter().filter(|pixel| pixel.a() == u8::MAX).count() * 4 > image.pixels.len()
}

/// Where the zones of the shown view lie that are not marked and not cut by the edge of the picture.
fn plain_zones(driver: &Driver, picture: Rect) -> Vec<(&'static str, Pos2)> {
    let nodes = driver.nodes();
    KNOWLEDGE
        .zones
        .iter()
        .filter(|zone| !driver.check().is_marked(Knee::Right, zone.id.as_str()))
        .filter_map(|zone| {
            let name = zone_name(Knee::Right, zone.id.as_str());
            let rect = nodes.iter().find(|node| is_input(node) && name_of(node) == name)?.rect();
            picture.shrink(2.0).contains_rect(rect).then_some((zone.id.as_str(), rect.center()))
        })
        .collect()
}

/// That the zones of a cause are painted over, and no others.
fn must_light(marks: &Marks, driver: &Driver, cause: &Cause) {
    let mut lit = 0;
    for (zone, place) in plain_zones(driver, marks.rect) {
        let is_felt_here = cause.core.iter().any(|core| core.as_str() == zone);
        assert_eq!(marks.covers(place), is_felt_here, "{}: {zone}", cause.id);
        lit += usize::from(is_felt_here);
    }
    assert!(lit > 0, "{} lights nothing in this view", cause.id);
}

/// A check whose second cause is felt at places of the front that are not marked.
fn with_places_to_light() -> (Check, &'static Cause) {
    let found = crate::driver::check_cases().into_iter().find_map(|(_, check)| {
        let found = assess(&check);
        let best = &found.best_shown()?.cause;
        let cause = found.could_be().find(|of| of.cause != *best).filter(|_| found.is_sorted)?;
        let cause = KNOWLEDGE.cause(cause.cause.as_str()).unwrap();
        let is_in_front = |zone: &str| KNOWLEDGE.zone(zone).unwrap().seen.iter().any(|seen| seen.view == View::Front);
        let plain = cause.core.iter().filter(|zone| !check.is_marked(Knee::Right, zone.as_str()));
        let is_meant = check.side == Some(Side::Right) && plain.into_iter().any(|zone| is_in_front(zone.as_str()));
        is_meant.then_some((check, cause))
    });
    found.unwrap()
}

#[test]
fn a_cause_under_the_pointer_or_with_the_focus_lights_the_places_where_it_is_felt() {
    let (check, cause) = with_places_to_light();
    let mut driver = Driver::with_settings(&Settings::default(), Some(check), HIGH);
    driver.open_result();
    driver.answer(&words().picker.views, &crate::driver::view_button(View::Front));
    let felt = often_felt(cause);
    assert!(!driver.shows(&felt));

    let of_cause = |node: &&Node<'_>| is_input(node) && name_of(node) == cause.name;
    driver.nodes().iter().find(of_cause).unwrap().scroll_to_me();
    driver.settle();
    let card = driver.nodes().iter().find(of_cause).unwrap().rect();
    driver.window.hover_at(card.center());
    let marks = Marks::painted(&mut driver).expect("the picture is not painted again");
    driver.must_show(&felt);
    must_light(&marks, &driver, cause);

    driver.window.event(egui::Event::PointerGone);
    driver.settle();
    assert!(!driver.shows(&felt), "the light stays on");

    // The same by keyboard.
    driver.nodes().iter().find(of_cause).unwrap().focus();
    let marks = Marks::painted(&mut driver).expect("the picture is not painted again");
    must_light(&marks, &driver, cause);
    driver.must_show(&felt);
}

#[test]
fn of_two_knees_one_picture_says_where_a_cause_is_felt() {
    let (mut check, _) = with_places_to_light();
    check.set_side(Side::Both);
    check.worse_knee = Some(Knee::Right);
    let found = assess(&check);
    let best = &found.best_shown().unwrap().cause;
    let other = found.could_be().find(|of| of.cause != *best).unwrap();
    let cause = KNOWLEDGE.cause(other.cause.as_str()).unwrap();
    let felt = often_felt(cause);
    let mut driver = Driver::with_check(check);
    driver.open_result();
    // Else it names the place under the pointer.
    driver.window.event(egui::Event::PointerGone);
    driver.nodes().iter().find(|node| is_input(node) && name_of(node) == cause.name).unwrap().focus();
    driver.settle();
    assert_eq!(driver.texts().iter().filter(|text| **text == felt).count(), 1);
}

#[test]
fn marks_copied_to_the_other_knee_lie_mirrored_there_and_undo_takes_them_away() {
    const COPIED: [&str; 2] = ["outer_femur_bump", "inner_joint_line"];
    let mut check = Check { side: Some(Side::Both), worse_knee: Some(Knee::Right), ..Check::default() };
    for (knee, zone) in [(Knee::Right, COPIED[0]), (Knee::Right, COPIED[1]), (Knee::Left, "kneecap")] {
        check.toggle_spot(knee, &zone.into());
    }
    check.spots[0].worst = Some(6);
    let mut driver = Driver::with_check(check);
    driver.click(&words().buttons.go_on);
    driver.go_to_step(1);
    let before = driver.check().clone();
    let first = driver.inputs().into_iter().find(|name| name.starts_with("1. ")).unwrap();
    driver.click(&first);
    driver.click(&words().place.copy);

    let spots = &driver.check().spots;
    assert_eq!(spots[..before.spots.len()], before.spots);
    let copies: Vec<_> = spots[before.spots.len()..].iter().collect();
    assert!(copies.iter().all(|spot| spot.knee == Knee::Left));
    assert_eq!(copies.iter().map(|spot| spot.zone.as_str()).collect::<Vec<_>>(), COPIED);
    assert_eq!(copies[0].worst, Some(6));

    // The pictures stand side by side: what lies to the right in one lies as far to the left in the other.
    let across: Vec<f32> = COPIED
        .iter()
        .map(|zone| {
            let nodes = driver.nodes();
            let [left, right] = [Knee::Left, Knee::Right].map(|knee| {
                let name = zone_name(knee, zone);
                let node = nodes.iter().find(|node| is_input(node) && name_of(node) == name).unwrap();
                assert_eq!(node.accesskit_node().toggled(), Some(Toggled::True), "{name}");
                node.rect().center()
            });
            assert!((left.y - right.y).abs() < 1.0 && right.x - left.x > 100.0, "{zone}: {left} {right}");
            left.x + right.x
        })
        .collect();
    assert!((across[0] - across[1]).abs() < 1.0, "{across:?}");

    driver.click(&words().buttons.undo);
    assert_eq!(driver.check().spots, before.spots);
}
