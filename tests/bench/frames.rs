//! What a frame costs: the processor time of our own code, egui's layout and the triangles, for every screen with
//! everything open. Painting is the graphics card's and is not in it.

use crate::support::window::Window;
use crate::support::{Times, checks};
use egui::{Event, Key, Modifiers, pos2};
use jiff::civil::{Date, date};
use kneenote::knowledge::Knowledge;

const TODAY: Date = date(2026, 11, 23);
/// Frames that are measured of each screen.
const FRAMES: usize = 300;
/// More screens than there are.
const MOST_SCREENS: usize = 30;

/// Prints the table.
pub fn print() -> Result<(), String> {
    let knowledge = Knowledge::embedded().map_err(|faults| format!("{faults:?}"))?;
    for (size_px, px_per_pt) in [([1100.0, 760.0], 1.0), ([3840.0, 2160.0], 1.0), ([3840.0, 2160.0], 2.0)] {
        println!("{} x {} pixels, {px_per_pt} to a point; {FRAMES} frames each, ms", size_px[0], size_px[1]);
        println!("  {:<44}{:>8}{:>8}{:>8}{:>9}", "screen", "inputs", "median", "99 %", "uploads");
        let mut window = Window::open(Some(checks::heaviest(&knowledge)), None, size_px, px_per_pt, TODAY);
        window.settle();
        window.press(Modifiers::COMMAND, Key::Num1);
        let mut last = String::new();
        for _ in 0..MOST_SCREENS {
            let heading = window.heading();
            if heading == last {
                break;
            }
            let inputs = window.unfold();
            row(&mut window, &heading, inputs, |at| {
                // The pointer goes over the screen, so that things are pointed at and left.
                let way = at as f32 / FRAMES as f32;
                vec![Event::PointerMoved(pos2(500.0 + 500.0 * way, 100.0 + 600.0 * way))]
            });
            last = heading;
            window.press(Modifiers::COMMAND, Key::Enter);
        }
        if window.focus_paragraph() {
            row(&mut window, "  a letter in own words, with all that follows", 1, |_| {
                vec![Event::Text("a".to_owned())]
            });
        }
    }
    println!("targets at 1100 x 760: median 4 ms, 99 % 8 ms");
    Ok(())
}

fn row(window: &mut Window, name: &str, inputs: usize, events: impl Fn(usize) -> Vec<Event>) {
    window.settle();
    let mut uploads = 0;
    let frames = (0..FRAMES).map(|at| {
        let took = window.frame(events(at));
        uploads += window.uploads;
        took
    });
    let times = Times::new(frames.collect());
    println!("  {name:<44}{inputs:>8}{:>8.2}{:>8.2}{uploads:>9}", times.median_ms(), times.p99_ms());
}
