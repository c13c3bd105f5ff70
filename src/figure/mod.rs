//! Drawings of exercises: poses of a simple person, written down as angles and places, and the outlines that follow.
//!
//! Lengths are shares of body height, y grows upwards, the ground is at 0. Figures are written for a sore right knee,
//! whose leg is the near one; for the left knee the whole drawing is turned round.

mod body;
mod content;
mod motion_range;
pub mod shape;
mod skeleton;
mod things;

use std::sync::{Arc, OnceLock};

use kurbo::Rect;
use thiserror::Error;

use crate::knowledge::files::{ContentError, from_ron};
use body::BodyParts;
use content::{Entry, FigureFile, Ground, Layer, Pose, Shown, TwoWays, Words};
use shape::{Drawing, Role};
use skeleton::Skeleton;

pub use motion_range::Joint;
pub use skeleton::Limb;

/// The content file of the figures.
pub const FILE: &str = "figures.ron";

/// Room around what is drawn.
const MARGIN: f64 = 0.03;
/// At how many places of a movement it is checked and its frame measured.
const STEPS: u32 = 16;

/// Why figures cannot be drawn.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum FigureError {
    #[error(transparent)]
    Unreadable(#[from] ContentError),
    #[error("{id}: there are two figures of this id")]
    Twice { id: String },
    #[error("{id}: a limb is given in two ways at start and end, so that nothing lies between")]
    TwoWays { id: String },
    #[error("{id}: {limb:?} misses what it reaches for by {by:.3}, at {t} of the movement")]
    Misses { id: String, limb: Limb, by: f64, t: f64 },
    #[error("{id}: the {joint:?} of {limb:?} bends by {angle:.0} degrees, at {t} of the movement")]
    Bends { id: String, limb: Limb, joint: Joint, angle: f64, t: f64 },
}

/// The leg that is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sore {
    Left,
    Right,
}

/// Which moment of a movement is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Moment {
    /// The first position, with its arrows.
    Start,
    /// The last position, with its arrows.
    End,
    /// So far from start (0) to end (1), without arrows.
    Between(f64),
}

impl Moment {
    fn t(self) -> f64 {
        match self {
            Self::Start => 0.0,
            Self::End => 1.0,
            Self::Between(t) => t.clamp(0.0, 1.0),
        }
    }
}

/// One drawing of an exercise, with its movement.
#[derive(Clone, Debug)]
pub struct Figure {
    entry: Entry,
    frame: Rect,
    words: Arc<Words>,
}

impl Figure {
    fn new(entry: Entry, words: Arc<Words>) -> Result<Self, FigureError> {
        let id = || entry.id.clone();
        let mut frame: Option<Rect> = None;
        for nth in 0..=STEPS {
            let t = f64::from(nth) / f64::from(STEPS);
            let pose = pose(&entry, t).map_err(|TwoWays| FigureError::TwoWays { id: id() })?;
            let skeleton = Skeleton::of(&pose, entry.view);
            if let Some((limb, by)) = skeleton.misses() {
                return Err(FigureError::Misses { id: id(), limb, by, t });
            }
            if let Some((limb, joint, angle)) = motion_range::out_of_range(&skeleton) {
                return Err(FigureError::Bends { id: id(), limb, joint, angle, t });
            }
            let moment = if nth == 0 {
                Moment::Start
            } else if nth == STEPS {
                Moment::End
            } else {
                Moment::Between(t)
            };
            let seen = parts(&entry, &skeleton, moment, Role::NearLimb).bounds();
            frame = [frame, seen].into_iter().flatten().reduce(|all, one| all.union(one));
        }
        let frame = frame.unwrap_or_default();
        let lowest = if entry.ground == Ground::Line { frame.y0.min(-0.008) } else { frame.y0 };
        let frame = Rect { y0: lowest, ..frame }.inflate(MARGIN, 0.01);
        Ok(Self { entry, frame, words })
    }

    #[must_use]
    pub fn id(&self) -> &str {
        &self.entry.id
    }

    /// What the exercise is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.entry.name
    }

    /// What is seen, in words.
    #[must_use]
    pub fn shows(&self) -> &str {
        &self.entry.shows
    }

    /// What is told of it in place of the picture: its name, what is seen, which leg is marked.
    #[must_use]
    pub fn told(&self, sore: Option<Sore>) -> String {
        let mut told = format!("{}. {}", self.entry.name, self.entry.shows);
        let marked = sore.map(|sore| match sore {
            Sore::Left => &self.words.left_marked,
            Sore::Right => &self.words.right_marked,
        });
        if let Some(words) = marked {
            told.push(' ');
            told.push_str(words);
        }
        told
    }

    /// Whether it has an end that is not its start.
    #[must_use]
    pub fn moves(&self) -> bool {
        self.entry.end.is_some()
    }

    /// The box that holds the whole movement.
    #[must_use]
    pub fn frame(&self, sore: Option<Sore>) -> Rect {
        let Rect { x0, x1, .. } = self.frame;
        match sore {
            Some(Sore::Left) => Rect { x0: -x1, x1: -x0, ..self.frame },
            Some(Sore::Right) | None => self.frame,
        }
    }

    /// All outlines at a moment, from behind to the front.
    #[must_use]
    pub fn drawing(&self, moment: Moment, sore: Option<Sore>) -> Drawing {
        let pose = pose(&self.entry, moment.t()).unwrap_or_else(|TwoWays| self.entry.start.clone());
        let skeleton = Skeleton::of(&pose, self.entry.view);
        let leg = if sore.is_some() { Role::SoreLimb } else { Role::NearLimb };
        let mut drawing = parts(&self.entry, &skeleton, moment, leg);
        if self.entry.ground == Ground::Line {
            drawing.parts.insert(0, things::ground(self.frame));
        }
        if sore == Some(Sore::Left) {
            drawing.mirror();
        }
        drawing
    }
}

fn pose(entry: &Entry, t: f64) -> Result<Pose, TwoWays> {
    match &entry.end {
        Some(end) => entry.start.towards(end, t),
        None => Ok(entry.start.clone()),
    }
}

fn parts(entry: &Entry, skeleton: &Skeleton, moment: Moment, leg: Role) -> Drawing {
    let layer = |layer| things::things(&entry.things, layer, skeleton);
    let body = BodyParts::of(skeleton, leg);
    let mut parts = layer(Layer::Behind);
    parts.extend(body.far);
    parts.extend(layer(Layer::Between));
    parts.extend(body.near);
    parts.extend(layer(Layer::Before));
    let shown = match moment {
        Moment::Start => Some(Shown::Start),
        Moment::End => Some(Shown::End),
        Moment::Between(_) => None,
    };
    let arrows = entry.arrows.iter().filter(|arrow| Some(arrow.shown) == shown);
    parts.extend(arrows.map(|arrow| things::arrow(arrow, skeleton)));
    Drawing { parts }
}

/// All figures.
#[derive(Clone, Debug)]
pub struct Figures(Vec<Figure>);

impl Figures {
    /// Reads figures from a text in RON.
    ///
    /// # Errors
    /// When the text is broken, or a figure cannot be what a person can do.
    pub fn read(text: &str) -> Result<Self, FigureError> {
        let file: FigureFile = from_ron(FILE, text)?;
        let mut all = Self(Vec::with_capacity(file.figures.len()));
        let words = Arc::new(file.words);
        for entry in file.figures {
            if all.get(&entry.id).is_some() {
                return Err(FigureError::Twice { id: entry.id });
            }
            all.0.push(Figure::new(entry, words.clone())?);
        }
        Ok(all)
    }

    /// The figures that are built into the program.
    ///
    /// # Errors
    /// When they are broken; a test shows that they are not.
    pub fn embedded() -> Result<Self, FigureError> {
        Self::read(include_str!("../../assets/exercises/figures.ron"))
    }

    /// The figure of an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Figure> {
        self.0.iter().find(|figure| figure.id() == id)
    }

    /// All of them, as they are written.
    pub fn iter(&self) -> impl Iterator<Item = &Figure> {
        self.0.iter()
    }
}

/// A figure that is built into the program; they are read once, when the first one is asked for.
#[must_use]
pub fn find(id: &str) -> Option<&'static Figure> {
    static FIGURES: OnceLock<Option<Figures>> = OnceLock::new();
    FIGURES.get_or_init(|| Figures::embedded().ok()).as_ref()?.get(id)
}

#[cfg(test)]
mod tests;
