//! Several running copies of one runner.

use std::sync::Barrier;

use super::{Home, name, text};
use kneenote::store::autosave::{AutosaveOutcome, ReplacedCheck};
use kneenote::store::checks::KeptCheck;
use kneenote::store::settings::{KeepAnswers, Settings};

#[test]
fn another_running_copy_is_never_written_over() {
    let home = Home::new();
    home.checks().keep(&text("both read this")).unwrap();
    let (first, second) = (home.autosave(Some(text("both read this"))), home.autosave(Some(text("both read this"))));
    first.keep(text("first"), name());
    assert_eq!(first.flush(), AutosaveOutcome::Kept);
    second.keep(text("second"), name());
    let AutosaveOutcome::ChangedElsewhere { kept_as } = second.flush() else { panic!("{:?}", second.last()) };
    assert_eq!(home.checks().open(), KeptCheck::Check(text("first")));
    assert_eq!(std::fs::read_to_string(&kept_as).unwrap(), text("second"));
    assert_eq!(home.checks().earlier().list()[0].path, kept_as);
    // Each goes on with its own file.
    first.keep(text("first again"), name());
    assert_eq!(first.flush(), AutosaveOutcome::Kept);
    second.keep(text("second again"), name());
    assert_eq!(second.flush(), AutosaveOutcome::ChangedElsewhere { kept_as: kept_as.clone() });
    assert_eq!(std::fs::read_to_string(&kept_as).unwrap(), text("second again"));
    assert_eq!(home.checks().open(), KeptCheck::Check(text("first again")));
}

/// An empty window knows nothing of the file of another.
#[test]
fn saying_nothing_takes_only_what_this_copy_wrote_or_read() {
    let home = Home::new();
    let (first, second) = (home.autosave(None), home.autosave(None));
    first.keep(text("first"), name());
    assert_eq!(first.flush(), AutosaveOutcome::Kept);
    second.keep_nothing();
    second.flush();
    assert_eq!(home.checks().open(), KeptCheck::Check(text("first")), "written by the other copy");
    let third = home.autosave(Some(text("first")));
    first.keep(text("first again"), name());
    first.flush();
    third.keep_nothing();
    third.flush();
    assert_eq!(home.checks().open(), KeptCheck::Check(text("first again")), "changed since it was read");
    // Beside the other copy, what was taken back goes and nothing else.
    second.keep(text("second"), name());
    let AutosaveOutcome::ChangedElsewhere { kept_as } = second.flush() else { panic!("{:?}", second.last()) };
    second.keep_nothing();
    second.flush();
    assert!(!kept_as.exists());
    assert_eq!(home.checks().open(), KeptCheck::Check(text("first again")));
    first.keep_nothing();
    first.flush();
    assert_eq!(home.checks().open(), KeptCheck::Nothing, "its own");
}

#[test]
fn what_was_only_read_is_not_written_beside_what_another_copy_made_of_it() {
    let home = Home::new();
    home.checks().keep(&text("one")).unwrap();
    let (first, second) = (home.autosave(Some(text("one"))), home.autosave(Some(text("one"))));
    first.keep(text("two"), name());
    first.flush();
    second.keep(text("one"), name());
    assert_eq!(second.flush(), AutosaveOutcome::Kept);
    assert_eq!(home.files_with_answers(), [home.current()]);
    assert_eq!(home.checks().open(), KeptCheck::Check(text("two")));
}

#[test]
fn beside_another_copy_each_check_has_its_own_file() {
    let home = Home::new();
    home.checks().keep(&text("of another")).unwrap();
    let autosave = home.autosave(None);
    let keep = |of: &str| {
        autosave.keep(text(of), name());
        let AutosaveOutcome::ChangedElsewhere { kept_as } = autosave.flush() else { panic!("{:?}", autosave.last()) };
        assert_eq!(std::fs::read_to_string(&kept_as).unwrap(), text(of));
        kept_as
    };
    let one = keep("one");
    autosave.begin(ReplacedCheck::Stays);
    let two = keep("two");
    assert_ne!(one, two);
    assert_eq!(std::fs::read_to_string(&one).unwrap(), text("one"), "not written over");
    autosave.begin(ReplacedCheck::Goes);
    let three = keep("three");
    assert!(one.exists() && !two.exists() && three.exists());
    assert_eq!(home.checks().open(), KeptCheck::Check(text("of another")));
}

#[test]
fn of_many_copies_writing_at_once_no_answer_is_lost() {
    const COPIES: usize = 8;
    let home = Home::new();
    let keepers: Vec<_> = (0..COPIES).map(|_| home.autosave(None)).collect();
    let barrier = Barrier::new(COPIES);
    std::thread::scope(|scope| {
        for (number, autosave) in keepers.into_iter().enumerate() {
            let barrier = &barrier;
            scope.spawn(move || {
                autosave.keep(text(&format!("copy {number}")), name());
                barrier.wait();
                autosave.flush();
            });
        }
    });
    let texts: Vec<_> = home.files_with_answers().iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    for number in 0..COPIES {
        assert!(texts.contains(&text(&format!("copy {number}"))), "copy {number} is lost: {texts:?}");
    }
}

#[test]
fn a_file_that_was_taken_away_by_hand_is_kept_anew_with_what_is_said_next() {
    let home = Home::new();
    let autosave = home.autosave(None);
    autosave.keep(text("one"), name());
    autosave.flush();
    std::fs::remove_dir_all(home.folders().data).unwrap();
    autosave.keep(text("two"), name());
    assert_eq!(autosave.flush(), AutosaveOutcome::Kept);
    assert_eq!(home.checks().open(), KeptCheck::Check(text("two")));
}

#[test]
fn the_newest_choice_about_keeping_holds_for_every_copy() {
    let home = Home::new();
    let autosave = home.autosave(None);
    autosave.keep(text("one"), name());
    assert_eq!(autosave.flush(), AutosaveOutcome::Kept);
    let choose = |keep_answers| Settings { keep_answers, ..Settings::default() }.keep(&home.folders()).unwrap();
    choose(KeepAnswers::DoNotKeep);
    autosave.keep(text("two"), name());
    assert_eq!(autosave.flush(), AutosaveOutcome::NotKeeping);
    assert_eq!(home.checks().open(), KeptCheck::Check(text("one")));
    choose(KeepAnswers::Keep);
    autosave.keep(text("three"), name());
    assert_eq!(autosave.flush(), AutosaveOutcome::Kept);
}
