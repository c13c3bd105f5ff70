//! Soft outlines around the joints.

use kurbo::{Point, Vec2};

use super::content::View;
use super::shape::{Form, Part, Role, Round, hull, round};
use super::skeleton::{ANKLE, ArmJoints, BALL_RADIUS, HEEL_RADIUS, LegJoints, Skeleton, TRUNK, turned};

/// Radius of the mark on the sore knee.
const KNEE_MARK: f64 = 0.017;

/// What is drawn of the body, in the layers between which things can stand.
pub(super) struct BodyParts {
    pub(super) far: Vec<Part>,
    pub(super) near: Vec<Part>,
}

impl BodyParts {
    /// Outlines of the whole body; the near leg has the role `leg`.
    pub(super) fn of(skeleton: &Skeleton, leg: Role) -> Self {
        let limb = |joints: &ArmJoints, role| Part::new(role, arm(joints));
        let trunk = Part::new(Role::Trunk, trunk(skeleton));
        let head = Part::new(Role::Head, head(skeleton));
        let near_leg = leg_parts(skeleton, leg);
        let near_arm = limb(&skeleton.near_arm, Role::NearLimb);
        match skeleton.view {
            View::Side => Self {
                far: vec![
                    limb(&skeleton.far_arm, Role::FarLimb),
                    Part::new(Role::FarLimb, leg_forms(&skeleton.far_leg, skeleton.view)),
                ],
                near: [vec![head, trunk], near_leg, vec![near_arm]].concat(),
            },
            View::Front => Self {
                far: Vec::new(),
                near: [
                    vec![Part::new(Role::NearLimb, leg_forms(&skeleton.far_leg, skeleton.view))],
                    near_leg,
                    vec![head, trunk, limb(&skeleton.far_arm, Role::NearLimb), near_arm],
                ]
                .concat(),
            },
        }
    }
}

/// The near leg, and on a sore one the place of the knee.
fn leg_parts(skeleton: &Skeleton, role: Role) -> Vec<Part> {
    let leg = Part::new(role, leg_forms(&skeleton.near_leg, skeleton.view));
    let knee = Part::new(Role::SoreKnee, vec![hull(&[round(skeleton.near_leg.knee, KNEE_MARK)])]);
    if role == Role::SoreLimb { vec![leg, knee] } else { vec![leg] }
}

/// A place so far along two directions.
fn place(from: Point, along: (Vec2, f64), across: (Vec2, f64)) -> Point {
    from + along.1 * along.0 + across.1 * across.0
}

fn trunk(skeleton: &Skeleton) -> Vec<Form> {
    let (up, ahead) = (skeleton.up, skeleton.ahead());
    let at = |height: f64, depth: f64| place(skeleton.hip, (up, height), (ahead, depth));
    match skeleton.view {
        View::Side => {
            let waist = round(at(0.115, 0.0), 0.052);
            vec![
                hull(&[round(at(0.0, -0.004), 0.056), round(at(0.03, -0.010), 0.06), waist]),
                hull(&[waist, round(at(0.2, 0.004), 0.063), round(at(TRUNK - 0.02, -0.004), 0.038)]),
            ]
        }
        View::Front => {
            let pair = |height: f64, half: f64, radius: f64| {
                [round(at(height, -half), radius), round(at(height, half), radius)]
            };
            let [waist_l, waist_r] = pair(0.12, 0.052, 0.03);
            let [shoulder_l, shoulder_r] = pair(TRUNK - 0.015, 0.095, 0.034);
            let hips = [-0.05, 0.05].map(|half| round(skeleton.hip + half * skeleton.pelvis + 0.012 * up, 0.046));
            let [hip_l, hip_r] = hips;
            vec![hull(&[waist_l, waist_r, hip_l, hip_r]), hull(&[waist_l, waist_r, shoulder_l, shoulder_r])]
        }
    }
}

/// Neck and head.
fn head(skeleton: &Skeleton) -> Vec<Form> {
    let base = skeleton.hip + (TRUNK - 0.005) * skeleton.up;
    let pivot = skeleton.hip + (TRUNK + 0.012) * skeleton.up;
    let head = skeleton.head;
    let face = turned(head, 90.0);
    match skeleton.view {
        View::Side => {
            let middle = place(pivot, (head, 0.108), (face, 0.010));
            vec![
                hull(&[round(base, 0.032), round(pivot + 0.05 * head, 0.026)]),
                hull(&[
                    round(place(middle, (head, 0.008), (face, -0.002)), 0.054),
                    round(place(middle, (head, -0.034), (face, 0.016)), 0.032),
                ]),
            ]
        }
        View::Front => {
            let middle = pivot + 0.108 * head;
            vec![
                hull(&[round(base, 0.034), round(pivot + 0.05 * head, 0.026)]),
                hull(&[round(middle + 0.012 * head, 0.05), round(middle - 0.032 * head, 0.036)]),
            ]
        }
    }
}

/// A point on the way from one to another, set off to the front of the leg.
fn bulge(from: Point, to: Point, share: f64, offset: f64) -> Point {
    let way = to - from;
    let length = way.hypot();
    let front = if length > 1e-9 { turned(way / length, -90.0) } else { Vec2::ZERO };
    from + share * way + offset * front
}

fn leg_forms(leg: &LegJoints, view: View) -> Vec<Form> {
    let LegJoints { hip, knee, ankle, .. } = *leg;
    let depth = if view == View::Side { 1.0 } else { 0.0 };
    let thigh = [round(hip, 0.054), round(bulge(hip, knee, 0.4, 0.006 * depth), 0.05), round(knee, 0.035)];
    let shin = [round(knee, 0.034), round(bulge(knee, ankle, 0.3, -0.009 * depth), 0.036), round(ankle, 0.021)];
    let mut forms = vec![hull(&thigh), hull(&shin)];
    forms.extend(foot(leg, view));
    forms
}

fn foot(leg: &LegJoints, view: View) -> Vec<Form> {
    let ankle = round(leg.ankle, 0.021);
    match view {
        View::Side => {
            let ball = round(leg.ball(), BALL_RADIUS);
            let toe_down = turned(leg.toes, 90.0);
            let toe = round(ball.centre + 0.028 * leg.toes + 0.004 * toe_down, BALL_RADIUS - 0.004);
            vec![hull(&[ankle, round(leg.heel(), HEEL_RADIUS), ball]), hull(&[ball, toe])]
        }
        View::Front => {
            const TOE: f64 = 0.026;
            let toe: Round = round(leg.ankle + (ANKLE - TOE) * leg.foot, TOE);
            vec![hull(&[ankle, toe])]
        }
    }
}

fn arm(arm: &ArmJoints) -> Vec<Form> {
    let ArmJoints { shoulder, elbow, hand, .. } = *arm;
    let fore = hand - elbow;
    let unit = fore / fore.hypot().max(1e-9);
    let wrist = hand - 0.035 * unit;
    vec![
        hull(&[round(shoulder, 0.034), round(elbow, 0.023)]),
        hull(&[round(elbow, 0.023), round(elbow + 0.3 * fore, 0.024), round(wrist, 0.016)]),
        hull(&[round(wrist, 0.016), round(hand, 0.019), round(hand + 0.028 * unit, 0.013)]),
    ]
}
