//! Where things stand on the first screen: the picture is the largest of them in every window.

use egui::{Rect, Vec2, pos2, vec2};

use super::knee_picker::LINE_HEIGHT;

/// From this width of the window on both knees stand side by side.
const WIDE: f32 = 900.0;
/// From this width on the picture has a column of its own.
const MEDIUM: f32 = 520.0;
/// From this height between the bars on both knees stand side by side: below it their zones would be too small.
const LOW: f32 = 430.0;
/// From this height on there is room for the title and for what lies at the pointer, above and below the knees.
const HIGH: f32 = 542.0;
/// From this height on there is room for the views below one knee.
const VIEWS_BELOW: f32 = 410.0;
/// Of the switch of left and right, with the space below it.
const SWITCH: f32 = 48.0;
/// From this height of a card on the switch stands above the picture.
const SWITCH_ABOVE: f32 = 360.0;
/// The share of the width that what is beside the knees takes, and its bounds in points.
const SIDE: (f32, f32, f32) = (0.32, 364.0, 480.0);
/// The share of the width that one knee takes beside the rest, and its bounds.
const ONE: (f32, f32, f32) = (0.48, 256.0, 480.0);
/// Whole pixels at every text size: both knees are one image then.
const STEP: f32 = 4.0;
/// A knee that is larger than this on the screen helps nobody.
const MOST: Vec2 = vec2(760.0, 1080.0);
const MARGIN: f32 = 8.0;
/// Between two knees.
const BETWEEN: f32 = 12.0;
/// Inside of a knee's card.
const INSIDE: f32 = 6.0;
const TITLE: f32 = 38.0;
const CAPTION: f32 = 74.0;
/// Of the pictures to choose a view by.
const VIEWS: f32 = 48.0;

/// How the first screen is laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Door {
    /// The width of the column of the picture.
    pub width: f32,
    /// Between the bars.
    height: f32,
    knees: Knees,
}

/// How many knees there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Knees {
    Both,
    /// One at a time, with a switch on it.
    One,
}

/// The parts of the picture's column.
#[derive(Clone, Debug, PartialEq)]
pub struct Rooms {
    /// The title of the screen, where there is room for it.
    pub title: Option<Rect>,
    /// The cards of the knees, as many as there is room for, left first.
    pub cards: Vec<Rect>,
    /// What lies at the pointer, where there is room for it.
    pub caption: Option<Rect>,
    /// To choose a view by, where there is room for it.
    pub views: Option<Rect>,
}

impl Door {
    /// In a window of this width, with so much height between its bars; none where the picture is part of the list.
    #[must_use]
    pub fn of(width: f32, height: f32) -> Option<Self> {
        let of_width = |(share, least, most): (f32, f32, f32)| (share * width).clamp(least, most);
        if width >= WIDE && height >= LOW {
            let most = 2.0 * MOST.x + BETWEEN + 2.0 * MARGIN;
            Some(Self { width: (width - of_width(SIDE)).floor().min(most), height, knees: Knees::Both })
        } else if width >= MEDIUM {
            Some(Self { width: of_width(ONE).floor(), height, knees: Knees::One })
        } else {
            None
        }
    }

    /// How many knees there is room for.
    #[must_use]
    pub fn knees(&self) -> Knees {
        self.knees
    }

    /// Whether the title stands over the knees, and what lies at the pointer below them.
    #[must_use]
    pub fn is_high(&self) -> bool {
        self.knees == Knees::Both && self.height >= HIGH
    }

    /// Whether the views stand below the knees.
    #[must_use]
    pub fn has_views(&self) -> bool {
        self.knees == Knees::Both || self.height >= VIEWS_BELOW
    }

    /// The parts, in points from the upper left corner `at` of the column, for so many knees side by side.
    #[must_use]
    pub fn rooms(&self, at: egui::Pos2, shown: usize) -> Rooms {
        let inner = Rect::from_min_size(at, vec2(self.width, self.height)).shrink(MARGIN);
        let mut middle = inner;
        let title = self.is_high().then(|| {
            middle.min.y += TITLE;
            Rect::from_min_max(inner.min, pos2(inner.right(), middle.top()))
        });
        let mut from_below = |height: f32| {
            middle.max.y -= height;
            Rect::from_min_max(
                pos2(inner.left(), middle.bottom() + MARGIN / 2.0),
                pos2(inner.right(), middle.bottom() + height),
            )
        };
        let views = self.has_views().then(|| from_below(VIEWS + MARGIN / 2.0));
        let caption = self.is_high().then(|| from_below(CAPTION));
        let count = shown.max(1) as f32;
        let each = (((middle.width() - (count - 1.0) * BETWEEN) / count) / STEP).floor() * STEP;
        middle.max.y = middle.bottom().min(middle.top() + MOST.y);
        let cards = (0..shown.max(1)).map(|nth| {
            let left = middle.left() + nth as f32 * (each + BETWEEN);
            Rect::from_min_max(pos2(left, middle.top()), pos2(left + each, middle.bottom()))
        });
        Rooms { title, cards: cards.collect(), caption, views }
    }

    /// The room of the picture of each knee when the screen opens.
    #[must_use]
    pub fn first_picture(&self) -> Vec2 {
        match self.knees {
            Knees::Both => {
                let cards = self.rooms(egui::Pos2::ZERO, 2).cards;
                cards.first().map_or(Vec2::ZERO, |card| inside(*card).size() - vec2(0.0, LINE_HEIGHT))
            }
            Knees::One => {
                let cards = self.rooms(egui::Pos2::ZERO, 1).cards;
                cards.first().map_or(Vec2::ZERO, |card| below_switch(inside(*card)).size())
            }
        }
    }
}

/// What is left for the picture of one knee below the switch of left and right; in a low window that lies over it.
#[must_use]
pub fn below_switch(room: Rect) -> Rect {
    if room.height() >= SWITCH_ABOVE { room.with_min_y(room.top() + SWITCH) } else { room }
}

/// The room inside of a knee's card.
#[must_use]
pub fn inside(card: Rect) -> Rect {
    card.shrink(INSIDE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_knees_are_at_least_640_points_wide_in_a_usual_window() {
        let door = Door::of(1100.0, 646.0).unwrap();
        let Rooms { cards, .. } = door.rooms(egui::Pos2::ZERO, 2);
        let wide: f32 = cards.iter().map(|card| inside(*card).width()).sum();
        assert!(wide >= 640.0, "{wide}");
        assert!(door.is_high() && door.has_views());
    }

    #[test]
    fn one_knee_is_whole_in_view_in_small_windows_and_the_smallest_has_it_in_the_list() {
        for (width, height) in [(720.0, 446.0), (550.0, 323.0), (1280.0, 400.0)] {
            let door = Door::of(width, height).unwrap();
            assert_eq!(door.knees(), Knees::One);
            let Rooms { cards, .. } = door.rooms(egui::Pos2::ZERO, 1);
            assert!(inside(cards[0]).height() >= 280.0 && cards[0].bottom() <= height, "{width} x {height}: {cards:?}");
        }
        assert_eq!(Door::of(360.0, 223.0), None);
    }

    #[test]
    fn no_part_lies_on_another() {
        for (width, height) in [(1100.0, 646.0), (1920.0, 966.0), (900.0, 450.0), (720.0, 446.0), (550.0, 323.0)] {
            let door = Door::of(width, height).unwrap();
            let rooms = door.rooms(egui::Pos2::ZERO, if door.knees() == Knees::Both { 2 } else { 1 });
            let all: Vec<Rect> =
                rooms.title.into_iter().chain(rooms.cards).chain(rooms.caption).chain(rooms.views).collect();
            for (nth, one) in all.iter().enumerate() {
                let column = Rect::from_min_size(egui::Pos2::ZERO, vec2(door.width, height));
                assert!(one.is_positive() && column.contains_rect(*one), "{one:?} in {width} x {height}");
                assert!(all.iter().skip(nth + 1).all(|other| !one.intersect(*other).is_positive()), "{all:?}");
            }
        }
    }
}
