use super::content::View;
use proptest::prelude::*;

use super::*;
use shape::Form;
use skeleton::{FOREARM, SHIN, THIGH, UPPER_ARM};

/// How finely a movement is looked at; other places than those that are checked when figures are read.
const PLACES: u32 = 100;

fn all() -> Figures {
    Figures::embedded().unwrap()
}

/// Every figure at many places of its movement.
fn skeletons() -> Vec<(String, f64, Skeleton)> {
    let mut all_of_them = Vec::new();
    for figure in all().iter() {
        for nth in 0..=PLACES {
            let t = f64::from(nth) / f64::from(PLACES);
            let pose = pose(&figure.entry, t).unwrap();
            all_of_them.push((figure.id().to_owned(), t, Skeleton::of(&pose, figure.entry.view)));
        }
    }
    all_of_them
}

#[test]
fn limbs_keep_their_length_in_every_movement() {
    for (id, t, body) in skeletons() {
        for leg in [body.near_leg, body.far_leg] {
            let (thigh, shin) = (leg.knee.distance(leg.hip), leg.ankle.distance(leg.knee));
            match body.view {
                View::Side => {
                    assert!((thigh - THIGH).abs() < 1e-6, "{id} at {t}: thigh of {thigh}");
                    assert!((shin - SHIN).abs() < 1e-6, "{id} at {t}: shin of {shin}");
                }
                // What goes towards the viewer looks shorter.
                View::Front => assert!(thigh < THIGH + 1e-6 && shin < SHIN + 1e-6, "{id} at {t}: {thigh}, {shin}"),
            }
        }
        for arm in [body.near_arm, body.far_arm] {
            assert!((arm.elbow.distance(arm.shoulder) - UPPER_ARM).abs() < 1e-6, "{id} at {t}");
            assert!((arm.hand.distance(arm.elbow) - FOREARM).abs() < 1e-6, "{id} at {t}");
        }
    }
}

#[test]
fn joints_bend_only_the_way_they_can() {
    for (id, t, body) in skeletons() {
        assert_eq!(motion_range::out_of_range(&body), None, "{id} at {t}");
    }
}

/// How far a knee bends, in degrees: 0 is straight.
fn bend(body: &Skeleton) -> f64 {
    let leg = &body.near_leg;
    let (thigh, shin) = (leg.knee - leg.hip, leg.ankle - leg.knee);
    (thigh.dot(shin) / (thigh.hypot() * shin.hypot())).clamp(-1.0, 1.0).acos().to_degrees()
}

#[test]
fn no_knee_is_drawn_deeper_than_its_exercise_says() {
    for (id, most) in [("wall_sit", 62.0), ("box_squat", 72.0)] {
        let deepest = skeletons().iter().filter(|(of, ..)| of == id).map(|(.., body)| bend(body)).fold(0.0, f64::max);
        assert!((50.0..=most).contains(&deepest), "{id}: {deepest} degrees");
    }
}

#[test]
fn hands_and_feet_get_to_where_they_are_to_be() {
    for (id, t, body) in skeletons() {
        assert_eq!(body.misses(), None, "{id} at {t}");
    }
}

#[test]
fn nothing_of_the_body_goes_below_the_ground() {
    for figure in all().iter().filter(|figure| figure.entry.ground == Ground::Line) {
        for nth in 0..=PLACES {
            let t = f64::from(nth) / f64::from(PLACES);
            let body = figure.drawing(Moment::Between(t), Some(Sore::Right));
            let limbs = body.parts.iter().filter(|part| part.role != Role::Ground);
            let lowest = limbs.flat_map(|part| &part.forms).flat_map(Form::points).map(|point| point.y);
            let lowest = lowest.fold(f64::INFINITY, f64::min);
            assert!(lowest > -0.004, "{} at {t}: {lowest}", figure.id());
        }
    }
}

#[test]
fn everything_stays_in_the_frame() {
    for figure in all().iter() {
        for sore in [None, Some(Sore::Left), Some(Sore::Right)] {
            let frame = figure.frame(sore);
            let places = (0..=PLACES).map(|nth| Moment::Between(f64::from(nth) / f64::from(PLACES)));
            for moment in [Moment::Start, Moment::End].into_iter().chain(places) {
                let seen = figure.drawing(moment, sore).bounds().unwrap();
                assert_eq!(seen.union(frame), frame, "{} at {moment:?}", figure.id());
            }
        }
    }
}

#[test]
fn the_left_knee_is_the_mirror_of_the_right_one() {
    for figure in all().iter() {
        let mut left = figure.drawing(Moment::Start, Some(Sore::Left));
        left.mirror();
        assert_eq!(left, figure.drawing(Moment::Start, Some(Sore::Right)), "{}", figure.id());
        assert!(figure.told(Some(Sore::Left)).contains("left leg"));
    }
}

#[test]
fn only_a_sore_leg_is_marked() {
    for figure in all().iter() {
        let has = |sore, role| figure.drawing(Moment::Start, sore).parts.iter().any(|part| part.role == role);
        for role in [Role::SoreLimb, Role::SoreKnee] {
            assert!(has(Some(Sore::Left), role), "{}: {role:?}", figure.id());
            assert!(!has(None, role), "{}: {role:?}", figure.id());
        }
    }
}

#[test]
fn a_fault_is_told_by_its_kind() {
    let one = |pose: &str, end: &str| {
        let figure = format!(r#"(id: "a", name: "A", shows: "B.", view: Side, start: {pose}, end: {end})"#);
        let text = format!(r#"(words: (left_marked: "", right_marked: ""), figures: [{figure}])"#);
        Figures::read(&text).map(|_| ())
    };
    let standing = "(hip: (0, 0.52), near_leg: Sole(0, 0), near_arm: Angles(0, 0))";
    assert_eq!(one(standing, "None"), Ok(()));
    let in_the_air = "(hip: (0, 0.7), near_leg: Sole(0, 0), near_arm: Angles(0, 0))";
    assert!(matches!(one(standing, in_the_air), Err(FigureError::Misses { limb: Limb::NearLeg, .. })));
    let by_angles = "(hip: (0, 0.52), near_leg: Angles(0, 0, 0), near_arm: Angles(0, 0))";
    assert!(matches!(one(standing, by_angles), Err(FigureError::TwoWays { .. })));
    let backwards = "(hip: (0, 0.52), near_leg: Angles(0, -20, 0), near_arm: Angles(0, 0))";
    assert!(matches!(one(backwards, "None"), Err(FigureError::Bends { joint: Joint::Knee, .. })));
    assert!(matches!(one(standing, "(hip: 3)"), Err(FigureError::Unreadable(_))));
}

proptest! {
    /// Wherever a foot and a hand are to be, and however the body lies.
    #[test]
    fn bones_keep_their_length_and_knees_and_elbows_their_way(
        lean in -180.0..180.0, x in -0.8..0.8, y in -0.8..0.8, hand_x in -0.8..0.8, hand_y in -0.8..0.8,
    ) {
        let pose = content::Pose {
            hip: (0.0, 0.0),
            fixed: None,
            lean,
            neck: 0.0,
            tilt: 0.0,
            near_leg: content::Leg::Ankle(x, y, 0.0),
            far_leg: None,
            near_arm: content::Arm::Hand(hand_x, hand_y),
            far_arm: None,
        };
        let body = Skeleton::of(&pose, View::Side);
        for leg in [body.near_leg, body.far_leg] {
            let (thigh, shin) = (leg.knee - leg.hip, leg.ankle - leg.knee);
            prop_assert!((thigh.hypot() - THIGH).abs() < 1e-6 && (shin.hypot() - SHIN).abs() < 1e-6);
            prop_assert!(thigh.cross(shin) < 1e-9, "the knee bends forwards");
        }
        for arm in [body.near_arm, body.far_arm] {
            let (upper, fore) = (arm.elbow - arm.shoulder, arm.hand - arm.elbow);
            prop_assert!((upper.hypot() - UPPER_ARM).abs() < 1e-6 && (fore.hypot() - FOREARM).abs() < 1e-6);
            prop_assert!(upper.cross(fore) > -1e-9, "the elbow bends backwards");
        }
    }
}
