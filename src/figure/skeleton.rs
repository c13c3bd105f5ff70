//! From a pose to joints: what is given as angles is followed along the body, what is given as a place is reached for.

use kurbo::{Point, Vec2};

use super::content::{Arm, BodyPoint, Leg, Pose, View};

/// Lengths of an average adult as shares of body height (Winter, Biomechanics and Motor Control of Human Movement).
pub(super) const THIGH: f64 = 0.245;
pub(super) const SHIN: f64 = 0.246;
pub(super) const UPPER_ARM: f64 = 0.186;
/// To the middle of the hand, which holds things.
pub(super) const FOREARM: f64 = 0.185;
/// From the hip to the shoulder.
pub(super) const TRUNK: f64 = 0.288;
/// The ankle above the sole.
pub(super) const ANKLE: f64 = 0.039;
/// From the ankle to the ball of the foot, along the sole.
pub(super) const BALL: f64 = 0.075;
/// From the ankle back to the middle of the heel.
pub(super) const HEEL: f64 = 0.024;
pub(super) const BALL_RADIUS: f64 = 0.017;
pub(super) const HEEL_RADIUS: f64 = 0.022;
/// Half the width between the hip joints, seen from the front.
const HIP_HALF: f64 = 0.05;
/// Half the width between the shoulder joints, seen from the front.
const SHOULDER_HALF: f64 = 0.112;
/// How far the far side stands out from behind the near one, seen from the side.
const FAR: Vec2 = Vec2::new(0.02, 0.0);
/// What a limb may miss by, where it reaches for something.
const MISS: f64 = 0.004;

/// Which of two limbs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limb {
    NearLeg,
    FarLeg,
    NearArm,
    FarArm,
}

/// Whether a limb got to where it was to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Reach {
    Met,
    /// It misses by this length.
    Misses(f64),
}

#[derive(Clone, Copy, Debug)]
pub(super) struct LegJoints {
    pub(super) hip: Point,
    pub(super) knee: Point,
    pub(super) ankle: Point,
    /// From heel to ball, a unit.
    pub(super) foot: Vec2,
    /// From ball to toes, a unit: toes stay flat where the heel is lifted.
    pub(super) toes: Vec2,
    pub(super) reach: Reach,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct ArmJoints {
    pub(super) shoulder: Point,
    pub(super) elbow: Point,
    /// The middle of the hand.
    pub(super) hand: Point,
    pub(super) reach: Reach,
}

/// All joints of one position.
#[derive(Clone, Copy, Debug)]
pub(super) struct Skeleton {
    pub(super) view: View,
    pub(super) hip: Point,
    /// From the hip to the shoulders, a unit.
    pub(super) up: Vec2,
    /// From the far hip to the near one, seen from the front; a unit.
    pub(super) pelvis: Vec2,
    /// From the neck to the top of the head, a unit.
    pub(super) head: Vec2,
    pub(super) near_leg: LegJoints,
    pub(super) far_leg: LegJoints,
    pub(super) near_arm: ArmJoints,
    pub(super) far_arm: ArmJoints,
}

/// Which side of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BodySide {
    Near,
    Far,
}

impl Skeleton {
    /// Works out all joints of a pose.
    pub(super) fn of(pose: &Pose, view: View) -> Self {
        let hip = Point::from(pose.hip);
        let up = turned(Vec2::new(0.0, 1.0), pose.lean);
        let pelvis = turned(Vec2::new(-1.0, 0.0), pose.lean + pose.tilt);
        let frame = Frame { view, hip, up, pelvis };
        let near_leg = frame.leg(BodySide::Near, pose.near_leg);
        let far_leg = frame.leg(BodySide::Far, pose.far_leg.unwrap_or_else(|| frame.other_leg(pose.near_leg)));
        let legs = |point: BodyPoint| leg_point(point, &near_leg, &far_leg).unwrap_or(hip);
        let near_arm = frame.arm(BodySide::Near, pose.near_arm, legs);
        let far_arm = frame.arm(BodySide::Far, pose.far_arm.unwrap_or_else(|| frame.other_arm(pose.near_arm)), legs);
        let head = turned(up, pose.neck);
        Self { view, hip, up, pelvis, head, near_leg, far_leg, near_arm, far_arm }
    }

    /// The front of the trunk, seen from the side; its left in the picture turned to the right, from the front.
    pub(super) fn ahead(&self) -> Vec2 {
        turned(self.up, 90.0)
    }

    pub(super) fn point(&self, point: BodyPoint) -> Point {
        match point {
            BodyPoint::NearShoulder => self.near_arm.shoulder,
            BodyPoint::FarShoulder => self.far_arm.shoulder,
            BodyPoint::NearHand => self.near_arm.hand,
            BodyPoint::FarHand => self.far_arm.hand,
            _ => leg_point(point, &self.near_leg, &self.far_leg).unwrap_or(self.hip),
        }
    }

    /// The first limb that does not get to where it is to be, and by how much it misses.
    pub(super) fn misses(&self) -> Option<(Limb, f64)> {
        let reaches = [
            (Limb::NearLeg, self.near_leg.reach),
            (Limb::FarLeg, self.far_leg.reach),
            (Limb::NearArm, self.near_arm.reach),
            (Limb::FarArm, self.far_arm.reach),
        ];
        reaches
            .into_iter()
            .find_map(|(limb, reach)| if let Reach::Misses(by) = reach { Some((limb, by)) } else { None })
    }
}

/// The body without its limbs.
struct Frame {
    view: View,
    hip: Point,
    up: Vec2,
    pelvis: Vec2,
}

impl Frame {
    /// The direction that is `angle` degrees from straight down the body: forwards, or out to its side from the front.
    fn along(&self, side: BodySide, angle: f64) -> Vec2 {
        let out = match (self.view, side) {
            (View::Front, BodySide::Near) => 1.0,
            (View::Side, _) | (View::Front, BodySide::Far) => -1.0,
        };
        turned(-self.up, out * angle)
    }

    fn hip_joint(&self, side: BodySide) -> Point {
        match (self.view, side) {
            (View::Side, BodySide::Near) => self.hip,
            (View::Side, BodySide::Far) => self.hip + FAR,
            (View::Front, BodySide::Near) => self.hip + HIP_HALF * self.pelvis,
            (View::Front, BodySide::Far) => self.hip - HIP_HALF * self.pelvis,
        }
    }

    fn shoulder_joint(&self, side: BodySide) -> Point {
        let top = self.hip + TRUNK * self.up;
        let across = turned(self.up, -90.0);
        match (self.view, side) {
            (View::Side, BodySide::Near) => top,
            (View::Side, BodySide::Far) => top + FAR,
            (View::Front, BodySide::Near) => top + SHOULDER_HALF * across,
            (View::Front, BodySide::Far) => top - SHOULDER_HALF * across,
        }
    }

    /// The far leg, where only the near one is written: beside it, or as in a mirror.
    fn other_leg(&self, near: Leg) -> Leg {
        near.moved(|x| self.other_x(x))
    }

    fn other_arm(&self, near: Arm) -> Arm {
        match near {
            Arm::Hand(x, y) => Arm::Hand(self.other_x(x), y),
            Arm::Angles(..) | Arm::On(..) => near,
        }
    }

    fn other_x(&self, x: f64) -> f64 {
        match self.view {
            View::Side => x + FAR.x,
            View::Front => 2.0 * self.hip.x - x,
        }
    }

    fn leg(&self, side: BodySide, leg: Leg) -> LegJoints {
        let level = Vec2::new(1.0, 0.0);
        let pitched = |pitch: f64| turned(level, pitch);
        match leg {
            Leg::Angles(hip, knee, ankle) => self.leg_by_angles(side, hip, knee, ankle),
            Leg::Sole(x, y) => self.leg_to(side, Point::new(x, y + ANKLE), level, level),
            Leg::Ball(x, y, pitch) => {
                let foot = pitched(pitch);
                let ball = Point::new(x, y + BALL_RADIUS);
                self.leg_to(side, ball - BALL * foot - (ANKLE - BALL_RADIUS) * sole_of(foot), foot, level)
            }
            Leg::Heel(x, y, pitch) => {
                let foot = pitched(pitch);
                let heel = Point::new(x, y + HEEL_RADIUS);
                self.leg_to(side, heel + HEEL * foot - (ANKLE - HEEL_RADIUS) * sole_of(foot), foot, foot)
            }
            Leg::Ankle(x, y, pitch) => self.leg_to(side, Point::new(x, y), pitched(pitch), pitched(pitch)),
        }
    }

    fn leg_by_angles(&self, side: BodySide, hip: f64, knee: f64, ankle: f64) -> LegJoints {
        let joint = self.hip_joint(side);
        let thigh = self.along(side, hip);
        let knee_at = joint + THIGH * thigh;
        let (shin, foot) = match self.view {
            View::Side => (self.along(side, hip - knee), self.along(side, hip - knee + 90.0 + ankle)),
            // The shin goes away from the viewer.
            View::Front => (knee.to_radians().cos() * thigh, thigh),
        };
        let ankle_at = knee_at + SHIN * shin;
        LegJoints { hip: joint, knee: knee_at, ankle: ankle_at, foot, toes: foot, reach: Reach::Met }
    }

    fn leg_to(&self, side: BodySide, ankle: Point, foot: Vec2, toes: Vec2) -> LegJoints {
        let hip = self.hip_joint(side);
        let bend = Bend::of(hip, ankle, THIGH, SHIN);
        let knee = match self.view {
            View::Side => hip + bend.along + bend.aside,
            // The knee stands out towards the viewer.
            View::Front => hip + bend.along,
        };
        let (foot, toes) = match self.view {
            View::Side => (foot, toes),
            View::Front => (Vec2::new(0.0, -1.0), Vec2::new(0.0, -1.0)),
        };
        LegJoints { hip, knee, ankle: bend.end, foot, toes, reach: bend.reach }
    }

    fn arm(&self, side: BodySide, arm: Arm, of_legs: impl Fn(BodyPoint) -> Point) -> ArmJoints {
        let shoulder = self.shoulder_joint(side);
        let hand = match arm {
            Arm::Angles(lift, elbow) => {
                let elbow_at = shoulder + UPPER_ARM * self.along(side, lift);
                let fore = match self.view {
                    View::Side => lift + elbow,
                    View::Front => lift - elbow,
                };
                let hand = elbow_at + FOREARM * self.along(side, fore);
                return ArmJoints { shoulder, elbow: elbow_at, hand, reach: Reach::Met };
            }
            Arm::Hand(x, y) => Point::new(x, y),
            Arm::On(point, x, y) => of_legs(point) + Vec2::new(x, y),
        };
        let bend = Bend::of(shoulder, hand, UPPER_ARM, FOREARM);
        let turn = match (self.view, side) {
            (View::Side, _) | (View::Front, BodySide::Near) => -1.0,
            (View::Front, BodySide::Far) => 1.0,
        };
        ArmJoints { shoulder, elbow: shoulder + bend.along + turn * bend.aside, hand: bend.end, reach: bend.reach }
    }
}

/// Two bones between two places.
struct Bend {
    /// From the root to below the middle joint, on the way to the end.
    along: Vec2,
    /// From there to the middle joint, to the left of the way.
    aside: Vec2,
    end: Point,
    reach: Reach,
}

impl Bend {
    fn of(root: Point, target: Point, first: f64, second: f64) -> Self {
        let way = target - root;
        let wanted = way.hypot();
        let distance = wanted.clamp((first - second).abs() + 1e-6, first + second - 1e-6);
        let by = (wanted - distance).abs();
        let reach = if by > MISS { Reach::Misses(by) } else { Reach::Met };
        let unit = if wanted > 1e-9 { way / wanted } else { Vec2::new(0.0, -1.0) };
        let share =
            ((first * first + distance * distance - second * second) / (2.0 * first * distance)).clamp(-1.0, 1.0);
        let height = first * (1.0 - share * share).sqrt();
        Self { along: first * share * unit, aside: height * turned(unit, -90.0), end: root + distance * unit, reach }
    }
}

fn leg_point(point: BodyPoint, near: &LegJoints, far: &LegJoints) -> Option<Point> {
    Some(match point {
        BodyPoint::NearKnee => near.knee,
        BodyPoint::FarKnee => far.knee,
        BodyPoint::NearAnkle => near.ankle,
        BodyPoint::FarAnkle => far.ankle,
        BodyPoint::NearHeel => near.heel(),
        BodyPoint::FarHeel => far.heel(),
        BodyPoint::NearBall => near.ball(),
        BodyPoint::FarBall => far.ball(),
        BodyPoint::Hip
        | BodyPoint::NearShoulder
        | BodyPoint::FarShoulder
        | BodyPoint::NearHand
        | BodyPoint::FarHand => return None,
    })
}

impl LegJoints {
    /// The middle of the heel.
    pub(super) fn heel(&self) -> Point {
        self.ankle - HEEL * self.foot + (ANKLE - HEEL_RADIUS) * sole_of(self.foot)
    }

    /// The middle of the ball of the foot.
    pub(super) fn ball(&self) -> Point {
        self.ankle + BALL * self.foot + (ANKLE - BALL_RADIUS) * sole_of(self.foot)
    }
}

/// From the ankle down to the sole, seen from the side.
pub(super) fn sole_of(foot: Vec2) -> Vec2 {
    turned(foot, 90.0)
}

/// A direction turned by so many degrees, clockwise: from upwards to the right, which is forwards.
pub(super) fn turned(way: Vec2, degrees: f64) -> Vec2 {
    let (sin, cos) = degrees.to_radians().sin_cos();
    Vec2::new(way.x * cos + way.y * sin, way.y * cos - way.x * sin)
}
