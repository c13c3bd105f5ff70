//! What is on the screen, as somebody reads it.

use std::path::Path;

use egui::accesskit::{Role, Toggled};
use egui::{Rect, Shape, vec2};
use egui_kittest::{Node, kittest::NodeT as _};
use kneenote::check::Check;
use kneenote::session::Session;

use super::Driver;

/// No screen is longer, in points.
const LONGEST: f32 = 40_000.0;

impl Driver {
    /// What is answered, and where the runner is.
    pub fn session(&self) -> &Session {
        self.window.state().session()
    }

    /// The answers as they are.
    pub fn check(&self) -> &Check {
        &self.session().state().check
    }

    /// The page as it is.
    pub fn page(&self) -> &str {
        &self.session().state().page.text
    }

    /// Everything that can be found on the screen, from top to bottom as it was added.
    pub fn nodes(&self) -> Vec<Node<'_>> {
        self.window.root().children_recursive().collect()
    }

    /// Every text on the screen.
    pub fn texts(&self) -> Vec<String> {
        self.nodes().iter().flat_map(texts_of).collect()
    }

    /// Whether a text stands on the screen.
    pub fn shows(&self, text: &str) -> bool {
        !text.is_empty() && self.nodes().iter().any(|node| texts_of(node).iter().any(|on| on.contains(text)))
    }

    #[track_caller]
    pub fn must_show(&self, text: &str) {
        assert!(self.shows(text), "{text:?} is not on the screen:\n{}", self.texts().join("\n"));
    }

    #[track_caller]
    pub fn must_not_show(&self, text: &str) {
        assert!(!self.shows(text), "{text:?} is on the screen");
    }

    /// Whether there is something to press with this name.
    pub fn offers(&self, name: &str) -> bool {
        self.nodes().iter().any(|node| is_input(node) && name_of(node) == name)
    }

    /// The names of everything that can be pressed.
    pub fn inputs(&self) -> Vec<String> {
        self.nodes().iter().filter(|node| is_input(node)).map(name_of).collect()
    }

    /// Whether a row or radio button is ticked.
    pub fn is_ticked(&self, question: &str, answer: &str) -> bool {
        self.nodes().iter().any(|node| {
            is_input(node)
                && name_of(node) == answer
                && ancestors_named(node, question)
                && node.accesskit_node().toggled() == Some(Toggled::True)
        })
    }

    /// Makes the window so high that the whole screen is painted.
    pub fn show_all(&mut self) {
        let width = self.window.ctx.content_rect().width();
        for _ in 0..9 {
            let height = self.window.ctx.content_rect().height();
            let bottom = self
                .nodes()
                .iter()
                .filter(|node| node.accesskit_node().bounding_box().is_some())
                .map(|node| node.rect().bottom())
                .fold(0.0, f32::max);
            if bottom + 250.0 <= height {
                return;
            }
            // A screen that is scrolled down moves its top into view as the window grows.
            self.window.set_size(vec2(width, (bottom + 300.0).max(1.5 * height).min(LONGEST)));
            self.settle();
        }
    }

    /// Every text that is painted on this screen, as somebody reads it who scrolls to its end.
    pub fn painted(&mut self) -> Vec<String> {
        let size = self.window.ctx.content_rect().size();
        // What is pointed at is named; that is not part of the screen.
        self.window.event(egui::Event::PointerGone);
        self.show_all();
        let mut texts = Vec::new();
        for clipped in &self.window.output().shapes {
            let mut open = vec![&clipped.shape];
            while let Some(shape) = open.pop() {
                match shape {
                    Shape::Vec(inner) => open.extend(inner.iter().rev()),
                    Shape::Text(text) if clipped.clip_rect.intersects(text.visual_bounding_rect()) => {
                        texts.push(text.galley.text().to_owned());
                    }
                    _ => {}
                }
            }
        }
        self.window.set_size(size);
        self.settle();
        texts
    }

    /// Where the node with this role and name is.
    pub fn rect_of(&self, role: Role, name: &str) -> Option<Rect> {
        let nodes = self.nodes();
        nodes.iter().find(|node| node.accesskit_node().role() == role && name_of(node) == name).map(Node::rect)
    }

    /// Every file under the home, with what it holds.
    pub fn files(home: &Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        let mut folders = vec![home.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.push((path.clone(), std::fs::read(&path).unwrap()));
                }
            }
        }
        files
    }
}

/// Whether it can be pressed, chosen or typed into.
pub fn is_input(node: &Node<'_>) -> bool {
    egui::accessibility::is_input(node.accesskit_node().role())
}

/// What it is called.
pub fn name_of(node: &Node<'_>) -> String {
    node.accesskit_node().label().unwrap_or_default()
}

/// Everything a node says.
pub fn texts_of(node: &Node<'_>) -> Vec<String> {
    let node = node.accesskit_node();
    [node.label(), node.value(), node.description()].into_iter().flatten().collect()
}

/// Whether it is a fold that is closed.
pub fn is_closed(node: &Node<'_>) -> bool {
    node.accesskit_node().data().is_expanded() == Some(false)
}

/// Whether it stands in a group of this name.
pub fn ancestors_named(node: &Node<'_>, name: &str) -> bool {
    let mut above = node.accesskit_node().parent();
    while let Some(group) = above {
        if group.label().as_deref() == Some(name) {
            return true;
        }
        above = group.parent();
    }
    false
}
