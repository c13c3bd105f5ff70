//! What `KneeNote` knows and says: the files of `assets`.

#[path = "../support/fixtures.rs"]
mod fixtures;
#[path = "../support/known.rs"]
mod known;
#[path = "../support/zone_depth.rs"]
mod zone_depth;

mod advice_numbers;
mod content_is_complete;
mod drawing;
mod drawing_sizes;
mod evidence;
mod graph;
mod plain_words;
mod reading;
mod shown_words;
mod texts;
