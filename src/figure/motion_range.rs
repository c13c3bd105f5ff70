//! How far joints of a person bend, and which way.

use kurbo::Vec2;

use super::content::View;
use super::skeleton::{ArmJoints, LegJoints, Limb, Skeleton};

/// A joint of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    Hip,
    Knee,
    Ankle,
    Shoulder,
    Elbow,
}

impl Joint {
    /// What a limber adult can do, in degrees; bent forwards, as a knee bends, toes up.
    const fn range(self) -> (f64, f64) {
        match self {
            Self::Hip => (-35.0, 135.0),
            Self::Knee | Self::Elbow => (-1.0, 155.0),
            Self::Ankle => (-60.0, 40.0),
            Self::Shoulder => (-65.0, 185.0),
        }
    }
}

/// The first joint that bends too far or the wrong way, with its angle.
///
/// Seen from the side only: from the front, knees bend towards the viewer, and arms turn in the shoulder.
pub(super) fn out_of_range(skeleton: &Skeleton) -> Option<(Limb, Joint, f64)> {
    if skeleton.view == View::Front {
        return None;
    }
    let legs = [(Limb::NearLeg, &skeleton.near_leg), (Limb::FarLeg, &skeleton.far_leg)];
    let arms = [(Limb::NearArm, &skeleton.near_arm), (Limb::FarArm, &skeleton.far_arm)];
    let of_legs = legs
        .into_iter()
        .flat_map(|(limb, leg)| leg_angles(leg, skeleton.up).map(|(joint, angle)| (limb, joint, angle)));
    let of_arms = arms
        .into_iter()
        .flat_map(|(limb, arm)| arm_angles(arm, skeleton.up).map(|(joint, angle)| (limb, joint, angle)));
    of_legs.chain(of_arms).find(|(_, joint, angle)| {
        let (least, most) = joint.range();
        !(least..=most).contains(angle)
    })
}

fn leg_angles(leg: &LegJoints, up: Vec2) -> [(Joint, f64); 3] {
    let (thigh, shin) = (leg.knee - leg.hip, leg.ankle - leg.knee);
    [(Joint::Hip, turn(-up, thigh)), (Joint::Knee, -turn(thigh, shin)), (Joint::Ankle, turn(shin, leg.foot) - 90.0)]
}

fn arm_angles(arm: &ArmJoints, up: Vec2) -> [(Joint, f64); 2] {
    let (upper, fore) = (arm.elbow - arm.shoulder, arm.hand - arm.elbow);
    // An arm above the head may lie a little behind it.
    let lift = turn(-up, upper);
    let lift = if lift < -120.0 { lift + 360.0 } else { lift };
    [(Joint::Shoulder, lift), (Joint::Elbow, turn(upper, fore))]
}

/// Degrees from one direction to another, counter-clockwise: forwards, for what hangs down.
fn turn(from: Vec2, to: Vec2) -> f64 {
    from.cross(to).atan2(from.dot(to)).to_degrees()
}
