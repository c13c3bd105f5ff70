//! The screens that lie over each other.

use super::screen::Screen;

/// A screen of the way through a check, and over it the menu and the earlier checks, where they are open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screens {
    /// The lowest one.
    way: Screen,
    /// Those that lie over it, each with a way back to the one below.
    over: Vec<Screen>,
}

impl Default for Screens {
    fn default() -> Self {
        Self { way: Screen::Where, over: Vec::new() }
    }
}

impl Screens {
    /// The one that is seen.
    #[must_use]
    pub fn top(&self) -> &Screen {
        self.over.last().unwrap_or(&self.way)
    }

    /// The screen of the way through a check, whatever lies over it.
    #[must_use]
    pub fn way(&self) -> &Screen {
        &self.way
    }

    /// Goes on to a screen; nothing lies over it.
    pub(super) fn go(&mut self, to: Screen) {
        *self = Self { way: to, over: Vec::new() };
    }

    /// Lays a screen over the others. The menu leads back to where the runner was before, from the earlier checks too.
    pub(super) fn open(&mut self, over: Screen) {
        if over == Screen::Menu {
            self.over.clear();
        }
        self.over.push(over);
    }

    /// Takes the top one away; gives it back where one lay over another.
    pub(super) fn close(&mut self) -> Option<Screen> {
        self.over.pop()
    }
}
