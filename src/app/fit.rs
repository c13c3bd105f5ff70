//! How the window fits the screen that is there.

use egui::{Pos2, Rect, Vec2, vec2};

/// The smallest window whose buttons can all be reached, in points.
pub const LEAST_SIZE: Vec2 = vec2(320.0, 200.0);
/// Room for the frame and title of the window and the bars of the desktop, in points at 100 percent.
const BARS: Vec2 = vec2(8.0, 80.0);

/// What to change of a window so that all of it is on its screen.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Fit {
    pub(super) size: Option<Vec2>,
    pub(super) position: Option<Pos2>,
}

/// What to change of a window of this size inside, on a screen of this size, in points at this zoom. One whose corner is
/// on another screen stays there.
pub(super) fn fit(screen: Vec2, inner: Vec2, outer: Option<Rect>, zoom: f32) -> Fit {
    let room = (screen - BARS / zoom).max(LEAST_SIZE.min(screen));
    let wanted = inner.min(room);
    let frame = outer.map_or(Vec2::ZERO, |outer| (outer.size() - inner).max(Vec2::ZERO));
    let position = outer.map(|outer| outer.min).filter(|at| Rect::from_min_size(Pos2::ZERO, screen).contains(*at));
    let inside = position.map(|at| at.min((screen - wanted - frame).max(Vec2::ZERO).to_pos2()));
    Fit { size: (wanted != inner).then_some(wanted), position: inside.filter(|inside| Some(*inside) != position) }
}

/// The text size that is shown: the one that was chosen, or the largest at which a window of this size, in points at 100
/// percent, still shows every button.
pub(super) fn zoom_of(percent: u16, window: Vec2) -> f32 {
    let most = (window / LEAST_SIZE).min_elem();
    (f32::from(percent) / 100.0).min(most.max(1.0))
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    #[test]
    fn a_window_is_never_larger_than_its_screen_and_stays_where_it_fits() {
        // Screens at several scales, the window that opens first, and kept ones.
        for screen in
            [vec2(1024.0, 600.0), vec2(683.0, 384.0), vec2(512.0, 300.0), vec2(455.0, 256.0), vec2(1920.0, 1080.0)]
        {
            for inner in [vec2(1100.0, 760.0), vec2(320.0, 200.0), vec2(100_000.0, 100_000.0)] {
                for at in [pos2(0.0, 0.0), pos2(990.0, 495.0), pos2(400.0, 200.0)] {
                    let outer = Rect::from_min_size(at, inner + vec2(2.0, 30.0));
                    let Fit { size, position } = fit(screen, inner, Some(outer), 1.0);
                    let (size, position) = (size.unwrap_or(inner), position.unwrap_or(at));
                    assert!(size.x <= screen.x && size.y + 30.0 <= screen.y.max(230.0), "{screen} {inner} {size}");
                    let is_here = Rect::from_min_size(Pos2::ZERO, screen).contains(at);
                    let corner = position + size;
                    assert!(!is_here || corner.x <= screen.x && corner.y <= screen.y, "{screen} {inner} {at} {corner}");
                    assert!(is_here || position == at, "what is on another screen stays");
                    assert!(position.x >= 0.0 && position.y >= 0.0);
                }
            }
        }
        let fits = Rect::from_min_size(pos2(10.0, 20.0), vec2(802.0, 630.0));
        assert_eq!(fit(vec2(1920.0, 1080.0), vec2(800.0, 600.0), Some(fits), 1.0), Fit::default());
        assert_eq!(fit(vec2(1024.0, 600.0), vec2(1024.0, 600.0), None, 1.0).size, Some(vec2(1016.0, 520.0)));
        assert_eq!(fit(vec2(512.0, 300.0), vec2(512.0, 300.0), None, 2.0).size, Some(vec2(508.0, 260.0)));
    }

    #[test]
    fn text_grows_as_far_as_every_button_can_be_reached() {
        assert!((zoom_of(200, vec2(1100.0, 760.0)) - 2.0).abs() < 1e-6);
        assert!((zoom_of(200, vec2(480.0, 300.0)) - 1.5).abs() < 1e-6);
        assert!((zoom_of(100, vec2(100.0, 100.0)) - 1.0).abs() < 1e-6);
        assert!((zoom_of(200, vec2(0.0, 0.0)) - 1.0).abs() < 1e-6);
    }
}
