//! How a figure is written down in `assets/exercises/figures.ron`. Angles are degrees, lengths shares of body height.

use kurbo::Point;
use serde::Deserialize;

/// The whole file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FigureFile {
    pub(super) words: Words,
    pub(super) figures: Vec<Entry>,
}

/// What is said of any figure.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) left_marked: String,
    pub(super) right_marked: String,
}

/// One figure, as it is written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) shows: String,
    pub(super) view: View,
    pub(super) start: Pose,
    #[serde(default)]
    pub(super) end: Option<Pose>,
    #[serde(default)]
    pub(super) things: Vec<Thing>,
    #[serde(default)]
    pub(super) arrows: Vec<Arrow>,
    #[serde(default)]
    pub(super) ground: Ground,
}

/// From where the person is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) enum View {
    /// Facing to the right; the right arm and leg are near.
    Side,
    /// Facing the viewer; the right arm and leg are to the left of the picture.
    Front,
}

/// Whether a line shows the ground.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub(super) enum Ground {
    #[default]
    Line,
    /// None: the person is in the air or in water.
    Nothing,
}

/// One position of the whole body.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pose {
    /// Where the hip joint is; from the front, the middle between both.
    pub(super) hip: (f64, f64),
    /// The trunk from upright: forwards, or to the right of the picture from the front.
    #[serde(default)]
    pub(super) lean: f64,
    /// The head on the trunk, forwards.
    #[serde(default)]
    pub(super) neck: f64,
    /// From the front: how far the near hip is higher than the far one.
    #[serde(default)]
    pub(super) tilt: f64,
    pub(super) near_leg: Leg,
    /// As the near one where it is not written.
    #[serde(default)]
    pub(super) far_leg: Option<Leg>,
    pub(super) near_arm: Arm,
    /// As the near one where it is not written.
    #[serde(default)]
    pub(super) far_arm: Option<Arm>,
}

/// How a leg is given.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub(super) enum Leg {
    /// Hip bent forwards (from the front: out to its side), knee bent, toes pulled up.
    Angles(f64, f64, f64),
    /// The sole is flat at this height, the ankle above this place; hip and knee follow.
    Sole(f64, f64),
    /// The ball of the foot rests here, the heel is lifted by this angle.
    Ball(f64, f64, f64),
    /// The heel rests here, the toes are lowered by this angle.
    Heel(f64, f64, f64),
    /// The ankle is here, the toes are lowered by this angle.
    Ankle(f64, f64, f64),
}

/// How an arm is given.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub(super) enum Arm {
    /// Shoulder lifted forwards (from the front: out to its side), elbow bent (from the front: inwards).
    Angles(f64, f64),
    /// The hand holds this place; shoulder and elbow follow.
    Hand(f64, f64),
    /// The hand holds this point of the body, so far beside it.
    On(BodyPoint, f64, f64),
}

/// A point that goes with the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) enum BodyPoint {
    Hip,
    NearShoulder,
    FarShoulder,
    NearHand,
    FarHand,
    NearKnee,
    FarKnee,
    NearAnkle,
    FarAnkle,
    NearHeel,
    FarHeel,
    /// The ball of the foot.
    NearBall,
    FarBall,
}

/// Where something is.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub(super) enum Place {
    At(f64, f64),
    /// It goes with a point of the body, so far beside it.
    On(BodyPoint, f64, f64),
}

/// What the person uses.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Thing {
    pub(super) form: ThingForm,
    #[serde(default)]
    pub(super) layer: Layer,
}

/// Whether a thing stands behind the body or before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub(super) enum Layer {
    #[default]
    Behind,
    /// Before the far limbs, behind the trunk and the near ones.
    Between,
    Before,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) enum ThingForm {
    /// A filled block from one corner to the other.
    Block(Place, Place),
    /// A filled circle.
    Disc(Place, f64),
    /// A line around a circle.
    Ring(Place, f64),
    /// A line through these places, of this width.
    Line(f64, Vec<Place>),
    /// An elastic band or a strap.
    Band(f64, Vec<Place>),
    /// Water from one side to the other, up to this height.
    Water(f64, f64, f64),
}

/// Where something moves; `bend` bows it to its left by this share of its length.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arrow {
    pub(super) from: Place,
    pub(super) to: Place,
    #[serde(default)]
    pub(super) bend: f64,
    #[serde(default)]
    pub(super) shown: Shown,
}

/// With which position an arrow stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub(super) enum Shown {
    #[default]
    Start,
    End,
}

/// A limb is given in one way at the start and in another at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TwoWays;

impl Pose {
    /// The position at `t` between this one and another.
    ///
    /// # Errors
    /// Where a limb is given in two ways.
    pub(super) fn towards(&self, other: &Self, t: f64) -> Result<Self, TwoWays> {
        let mix = |from: f64, to: f64| from + (to - from) * t;
        Ok(Self {
            hip: (mix(self.hip.0, other.hip.0), mix(self.hip.1, other.hip.1)),
            lean: mix(self.lean, other.lean),
            neck: mix(self.neck, other.neck),
            tilt: mix(self.tilt, other.tilt),
            near_leg: self.near_leg.towards(other.near_leg, t)?,
            far_leg: both(self.far_leg, other.far_leg, |from, to| from.towards(to, t))?,
            near_arm: self.near_arm.towards(other.near_arm, t)?,
            far_arm: both(self.far_arm, other.far_arm, |from, to| from.towards(to, t))?,
        })
    }
}

/// What lies between two that are both there, or both not.
fn both<T>(from: Option<T>, to: Option<T>, between: impl Fn(T, T) -> Result<T, TwoWays>) -> Result<Option<T>, TwoWays> {
    match (from, to) {
        (Some(from), Some(to)) => between(from, to).map(Some),
        (None, None) => Ok(None),
        (Some(_), None) | (None, Some(_)) => Err(TwoWays),
    }
}

/// Each number so far on the way to another.
fn mixed<const N: usize>(from: [f64; N], to: [f64; N], t: f64) -> [f64; N] {
    let mut mixed = from;
    for (number, to) in mixed.iter_mut().zip(to) {
        *number += (to - *number) * t;
    }
    mixed
}

impl Leg {
    fn towards(self, other: Self, t: f64) -> Result<Self, TwoWays> {
        let is_same_way = std::mem::discriminant(&self) == std::mem::discriminant(&other);
        let [first, second, third] = mixed(self.numbers(), other.numbers(), t);
        is_same_way.then(|| self.with(first, second, third)).ok_or(TwoWays)
    }

    fn numbers(self) -> [f64; 3] {
        match self {
            Self::Angles(first, second, third)
            | Self::Ball(first, second, third)
            | Self::Heel(first, second, third)
            | Self::Ankle(first, second, third) => [first, second, third],
            Self::Sole(first, second) => [first, second, 0.0],
        }
    }

    fn with(self, first: f64, second: f64, third: f64) -> Self {
        match self {
            Self::Angles(..) => Self::Angles(first, second, third),
            Self::Ball(..) => Self::Ball(first, second, third),
            Self::Heel(..) => Self::Heel(first, second, third),
            Self::Ankle(..) => Self::Ankle(first, second, third),
            Self::Sole(..) => Self::Sole(first, second),
        }
    }

    /// The same at another place; angles stay.
    pub(super) fn moved(self, x: impl Fn(f64) -> f64) -> Self {
        let [first, second, third] = self.numbers();
        if matches!(self, Self::Angles(..)) { self } else { self.with(x(first), second, third) }
    }
}

impl Arm {
    fn towards(self, other: Self, t: f64) -> Result<Self, TwoWays> {
        let [first, second] = mixed(self.numbers(), other.numbers(), t);
        match (self, other) {
            (Self::Angles(..), Self::Angles(..)) => Ok(Self::Angles(first, second)),
            (Self::Hand(..), Self::Hand(..)) => Ok(Self::Hand(first, second)),
            (Self::On(point, ..), Self::On(same, ..)) if point == same => Ok(Self::On(point, first, second)),
            _ => Err(TwoWays),
        }
    }

    fn numbers(self) -> [f64; 2] {
        let (Self::Angles(first, second) | Self::Hand(first, second) | Self::On(_, first, second)) = self;
        [first, second]
    }
}

impl Place {
    /// The place itself, where the body is as `of_body` says.
    pub(super) fn find(self, of_body: impl Fn(BodyPoint) -> Point) -> Point {
        match self {
            Self::At(x, y) => Point::new(x, y),
            Self::On(point, x, y) => of_body(point) + kurbo::Vec2::new(x, y),
        }
    }
}
