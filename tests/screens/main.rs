//! The window, driven as a person does: by what things are called.

#[expect(dead_code, reason = "the screens ask for the answers, not for what is expected of them")]
#[path = "../support/answer_set.rs"]
mod answer_set;
#[path = "../gallery/demo.rs"]
mod demo;
#[expect(dead_code, reason = "the screens ask for runners, not for how others are told")]
#[path = "../support/drawn_runners.rs"]
mod drawn_runners;
mod driver;
#[path = "../support/enough_told.rs"]
mod enough_told;
#[path = "../support/fixtures.rs"]
mod fixtures;
#[path = "../support/known.rs"]
mod known;
mod measure;
#[path = "../support/patience.rs"]
mod patience;
#[path = "../support/random.rs"]
mod random;
#[path = "../support/typical_answers.rs"]
mod typical_answers;
#[path = "../support/words.rs"]
mod words;
#[path = "../support/world.rs"]
mod world;
#[path = "../support/zone_depth.rs"]
mod zone_depth;

mod advice_for_you;
mod article_on_screen;
mod diary;
mod earlier_checks;
mod figures;
mod flow;
mod kept_results;
mod knee_picker;
mod layout;
mod lit_and_copied;
mod next_question_on_screen;
mod result_on_screen;
mod runs;
mod runs_on_disk;
mod sides;
mod stops_by_itself;
mod what_lies_here;
mod what_was_measured;
mod why_on_screen;
mod widgets;
mod zone_sizes;
