//! Says everything that is wrong with a set of content files, with file and line.

mod drawings;
mod evidence;
mod ids;
mod known;
mod logic;
mod plan;
mod relevance;
mod sources;
mod texts;
mod way_back;

pub use plan::undrawn;

use std::collections::{BTreeMap, BTreeSet};

use super::Knowledge;
use super::content::Content;
use super::files::{ContentError, ContentFiles};
use super::zone::View;

/// The ids of the shapes in each drawing.
pub type Shapes = BTreeMap<View, BTreeSet<String>>;

/// Every fault of the files: the first of syntax or type in each file; when there is none, all of ids and logic.
#[must_use]
pub fn faults(files: &ContentFiles, shapes: &Shapes) -> Vec<ContentError> {
    let content = match Content::read(files) {
        Ok(content) => content,
        Err(faults) => return faults,
    };
    let mut inspection = Inspection { files, content: &content, faults: Vec::new() };
    inspection.double_ids();
    inspection.named_ids();
    inspection.known_ids();
    inspection.ids_of_weights();
    inspection.ids_of_causes();
    inspection.sources();
    inspection.weights();
    inspection.evidence();
    inspection.groups();
    inspection.red_flags();
    inspection.key_signs();
    inspection.same_said();
    inspection.needed_for_self_care();
    inspection.relevance();
    inspection.rules();
    inspection.zones(shapes);
    inspection.ages();
    inspection.use_of_questions();
    inspection.plan();
    inspection.way_back();
    inspection.article();
    inspection.plain_ascii();
    let mut faults = inspection.faults;
    faults.extend(Knowledge::read(files).err().unwrap_or_default());
    faults.sort();
    faults.dedup();
    faults
}

/// The files while they are looked through; each file of this folder adds its kind of faults.
struct Inspection<'a> {
    files: &'a ContentFiles,
    content: &'a Content,
    faults: Vec<ContentError>,
}

impl Inspection<'_> {
    fn fault(&mut self, file: &str, anchors: &[&str], what: String) {
        self.faults.push(self.files.fault(file, anchors, what));
    }

    fn item_fault(&mut self, file: &str, id: &str, what: String) {
        self.fault(file, &[&format!("id: \"{id}\"")], what);
    }
}

/// Every finding that a question asks.
fn findings(content: &Content) -> BTreeSet<&str> {
    content.questions.questions.iter().flat_map(|question| &question.options).map(|answer| answer.id.as_str()).collect()
}
