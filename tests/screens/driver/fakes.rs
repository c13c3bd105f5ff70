//! What stands in for the system: its save dialog and its graphics card.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

use egui::{ColorImage, ImageData, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;
use kneenote::desktop::pick_files::{PickPaths, Picked};
use kneenote::desktop::save_dialog::{ChooseFile, Chosen, GivenUp};

/// What a fake save dialog was asked and answers.
#[derive(Default)]
pub struct Dialogs {
    /// How the next dialogs end; while there is none, the dialog stays open.
    pub ends: VecDeque<Chosen>,
    /// The names that were suggested.
    pub suggested: Vec<String>,
    /// What becomes of one that is given up; it closes where nothing is said.
    pub given_up: Option<GivenUp>,
    /// How many went from the screen.
    pub gone: usize,
    /// How the next dialogs end that choose what to read.
    pub picks: VecDeque<Picked>,
}

/// One that chooses what to read, and ends as it is told.
pub struct FakePick(pub Rc<RefCell<Dialogs>>);

impl PickPaths for FakePick {
    fn poll(&mut self) -> Option<Picked> {
        self.0.borrow_mut().picks.pop_front()
    }
}

/// Ends as it is told.
pub struct FakeDialog(pub Rc<RefCell<Dialogs>>);

impl ChooseFile for FakeDialog {
    fn poll(&mut self) -> Option<Chosen> {
        self.0.borrow_mut().ends.pop_front()
    }

    fn give_up(&mut self) -> GivenUp {
        self.0.borrow().given_up.unwrap_or(GivenUp::Closed)
    }
}

impl Drop for FakeDialog {
    fn drop(&mut self) {
        self.0.borrow_mut().gone += 1;
    }
}

/// The images as a graphics card would hold them.
#[derive(Default)]
pub struct Images {
    /// Each image that was uploaded whole, by its texture.
    pub kept: BTreeMap<TextureId, Arc<ColorImage>>,
    /// How many uploads there were.
    pub uploads: usize,
}

/// Keeps what is uploaded.
pub struct FakeGraphics(pub Rc<RefCell<Images>>);

impl TestRenderer for FakeGraphics {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        let mut images = self.0.borrow_mut();
        for (id, part) in delta.set.drain().flat_map(|(id, parts)| parts.into_iter().map(move |part| (id, part))) {
            images.uploads += 1;
            if part.is_whole() {
                let ImageData::Color(image) = part.image;
                images.kept.insert(id, image);
            }
        }
        images.kept.retain(|id, _| !delta.free.contains(id));
        delta.free.clear();
    }
}
