//! The drawings and the knowledge agree, and every place on the leg can be hit.

use std::sync::LazyLock;

use crate::zone_depth::depth_mm;
use kneenote::check::spot::Knee;
use kneenote::knee_map::{Drawing, KneeMap, Placement, shapes};
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::zone::View;
use kurbo::{Point, Rect, Shape as _};
use proptest::prelude::*;

const AREA: Rect = Rect { x0: 20.0, y0: 30.0, x1: 420.0, y1: 590.0 };

fn map() -> &'static KneeMap {
    static MAP: LazyLock<KneeMap> = LazyLock::new(|| KneeMap::embedded().unwrap());
    &MAP
}

fn hit(drawing: &Drawing, x: f64, y: f64) -> Option<&str> {
    drawing.zone_at(Point::new(x, y)).map(|zone| zone.id().as_str())
}

#[test]
fn every_zone_is_drawn_where_the_knowledge_says() {
    let map = map();
    for zone in Knowledge::embedded().unwrap().zones {
        for seen in &zone.seen {
            let drawn = map.drawing(seen.view).zone(zone.id.as_str());
            assert!(drawn.is_some(), "{:?} has no shape {}", seen.view, zone.id);
        }
        let views = View::ALL.iter().filter(|view| map.drawing(**view).zone(zone.id.as_str()).is_some()).count();
        assert_eq!(views == 0, zone.is_button(), "{} is drawn in {views} views", zone.id);
    }
}

#[test]
fn every_shape_is_a_zone() {
    let knowledge = Knowledge::embedded().unwrap();
    for (view, ids) in shapes() {
        for id in ids {
            assert!(knowledge.zones.iter().any(|zone| zone.id == id.as_str()), "{view:?} draws {id}");
        }
    }
}

#[test]
fn the_middle_of_each_box_lies_in_its_zone() {
    let map = map();
    for view in View::ALL {
        for zone in map.drawing(view).zones() {
            assert!(zone.contains(zone.main_part_mm().center()), "{view:?} {}", zone.id());
            assert!(zone.contains(zone.middle_mm()), "{view:?} {}", zone.id());
            let depth_mm = depth_mm(zone);
            assert!(depth_mm >= 6.0, "{view:?} {} is {depth_mm:.1} mm deep", zone.id());
        }
    }
}

#[test]
fn known_points_hit_their_zones() {
    let map = map();
    let front = map.drawing(View::Front);
    assert_eq!(hit(front, 0.0, -30.0), Some("kneecap"));
    assert_eq!(hit(front, 0.0, 22.0), Some("patellar_tendon"));
    assert_eq!(hit(front, 0.0, 45.0), Some("shin_bump"));
    assert_eq!(hit(front, -52.0, -35.0), Some("inner_femur_bump"));
    assert_eq!(hit(front, 0.0, -130.0), Some("front_thigh"));
    // Both parts of a zone.
    assert_eq!(hit(front, -25.0, 0.0), Some("beside_tendon"));
    assert_eq!(hit(front, 25.0, 0.0), Some("beside_tendon"));
    assert_eq!(hit(map.drawing(View::Outer), 0.0, -30.0), Some("outer_femur_bump"));
    assert_eq!(hit(map.drawing(View::Outer), -5.0, 28.0), Some("fibular_head"));
    assert_eq!(hit(map.drawing(View::Inner), 0.0, 0.0), Some("inner_joint_line"));
    assert_eq!(hit(map.drawing(View::Back), 0.0, 0.0), Some("back_center"));
    assert_eq!(hit(map.drawing(View::Back), 0.0, 100.0), Some("calf"));
}

#[test]
fn beside_the_leg_there_is_nothing() {
    let map = map();
    for view in View::ALL {
        for (x, y) in [(-97.0, 0.0), (97.0, 0.0), (0.0, -170.0), (0.0, 150.0)] {
            assert_eq!(hit(map.drawing(view), x, y), None, "{view:?} at {x} {y}");
        }
    }
}

#[test]
fn the_outer_side_is_to_the_right_of_a_right_knee_and_to_the_left_of_a_left_one() {
    let map = map();
    let front = map.drawing(View::Front);
    let x = |knee, zone: &str| {
        let (_, placement) = Placement::fit(front, knee, AREA);
        placement.screen_from_knee(front.zone(zone).unwrap().middle_mm()).x
    };
    assert!(x(Knee::Right, "outer_femur_bump") > x(Knee::Right, "kneecap"));
    assert!(x(Knee::Left, "outer_femur_bump") < x(Knee::Left, "kneecap"));
}

#[test]
fn a_picture_shows_the_whole_leg_or_cuts_thigh_and_calf() {
    let map = map();
    for view in View::ALL {
        for (width, height) in [(300.0, 2000.0), (300.0, 420.0), (400.0, 508.0), (900.0, 400.0), (40.0, 10.0)] {
            for knee in [Knee::Left, Knee::Right] {
                let drawing = map.drawing(view);
                let area = Rect::new(5.0, 7.0, 5.0 + width, 7.0 + height);
                let (picture, placement) = Placement::fit(drawing, knee, area);
                let inside = |rect: Rect| rect.inflate(-0.01, -0.01).union(picture).area() <= picture.area() + 0.01;
                assert!(area.union(picture).area() <= area.area() + 0.01, "{view:?} {width} x {height}");
                let (inner, outer) = drawing.leg_span_mm(-98.0, 76.0);
                let joint = Rect::new(inner, -98.0, outer, 76.0);
                assert!(inside(placement.screen_rect_from_knee(joint)), "{view:?} {knee:?} {width} x {height}");
            }
        }
    }
}

#[test]
fn the_two_knees_are_mirror_images() {
    let map = map();
    for view in View::ALL {
        let drawing = map.drawing(view);
        let [(one, right), (other, left)] = [Knee::Right, Knee::Left].map(|knee| Placement::fit(drawing, knee, AREA));
        assert_eq!(one, other);
        for zone in drawing.zones() {
            let a = right.screen_from_knee(zone.middle_mm());
            let b = left.screen_from_knee(zone.middle_mm());
            assert!((a.x - one.x0 - (one.x1 - b.x)).abs() < 1e-9 && (a.y - b.y).abs() < 1e-9);
        }
    }
}

fn a_view() -> impl Strategy<Value = View> {
    proptest::sample::select(&View::ALL[..])
}

proptest! {
    #[test]
    fn there_and_back_is_the_same_place(
        view in a_view(), left in any::<bool>(), x in -100.0..100.0, y in -150.0..130.0, width in 50.0..900.0,
    ) {
        let map = map();
        let knee = if left { Knee::Left } else { Knee::Right };
        let area = Rect::new(3.0, 4.0, 3.0 + width, 700.0);
        let (_, placement) = Placement::fit(map.drawing(view), knee, area);
        let there = Point::new(x, y);
        let back = placement.knee_from_screen(placement.screen_from_knee(there));
        prop_assert!((back - there).hypot() < 1e-9);
        let small = placement.rescaled(Point::new(3.0, 4.0), 2.0);
        prop_assert!((small.knee_from_screen(small.screen_from_knee(there)) - there).hypot() < 1e-9);
    }
}

#[test]
fn every_point_of_the_leg_hits_a_zone() {
    let map = map();
    for view in View::ALL {
        let drawing = map.drawing(view);
        let (frame, leg) = (drawing.frame_mm(), drawing.leg_mm());
        // Two roots that never fall into step: points are spread evenly, and are the same in each run.
        for i in 0..4000 {
            let share = |step: f64| (f64::from(i) * step).fract();
            let point = Point::new(
                frame.x0 + frame.width() * share(std::f64::consts::SQRT_2),
                frame.y0 + frame.height() * share(3.0_f64.sqrt()),
            );
            let on_leg = leg.winding(point) != 0;
            if on_leg {
                assert!(drawing.zone_at(point).is_some(), "{view:?} at {point}");
            }
        }
    }
}
