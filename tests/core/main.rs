//! What follows from answers: levels, causes, days, questions, the check file. No window, no disk.

#[path = "../support/answer_set.rs"]
mod answer_set;
#[path = "../support/any_edit.rs"]
mod any_edit;
#[path = "../support/drawn_runners.rs"]
mod drawn_runners;
#[path = "../support/enough_told.rs"]
mod enough_told;
#[path = "../support/fixtures.rs"]
mod fixtures;
#[path = "../support/known.rs"]
mod known;
#[path = "../support/met.rs"]
mod met;
#[path = "../fuzz/promises.rs"]
mod promises;
#[path = "../support/random.rs"]
mod random;
#[path = "../support/typical_answers.rs"]
mod typical_answers;
#[path = "../support/walk.rs"]
mod walk;
#[path = "../support/words.rs"]
mod words;
#[path = "../support/world.rs"]
mod world;

mod any_bytes;
mod asked_of_whom;
mod bands;
mod check_cases;
mod check_file;
mod full_sets;
mod harmless;
mod hidden_answers;
mod mechanisms;
mod named_by_rules;
mod old_answers;
mod plan;
mod published_cases;
mod record;
mod red_team;
mod runs;
mod runs_in_session;
mod self_care_is_earned;
mod session;
mod shown_rows;
mod side_only;
mod sides_of_marks;
mod still_rows;
mod training;
mod unknown_raises_care;
mod what_would_change;
