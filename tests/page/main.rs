//! The page for the doctor or physio: its lines, as a file, and on the command line.

#[path = "../support/known.rs"]
mod known;
#[path = "../support/random.rs"]
mod random;
#[path = "../support/words.rs"]
mod words;
#[path = "../support/world.rs"]
mod world;

mod command_line;
mod note_page;
mod runs;
mod saved_file;
mod strava_folder;
