//! The page is saved, or it is said why not.

use kneenote::desktop::save_dialog::Chosen;
use kneenote::desktop::save_note::{SaveFault, Saved, save};
use kneenote::wording::fill;

use crate::driver::{label, question, words};
use crate::support::TODAY;
use crate::typical::{at_result, documents, save_to};

#[test]
fn the_dialog_is_offered_a_name_of_today() {
    let mut driver = at_result();
    driver.dialogs.borrow_mut().ends.push_back(Chosen::ClosedByUser);
    driver.click(&words().buttons.save);
    let suggested = driver.dialogs.borrow().suggested.clone();
    assert_eq!(suggested, [kneenote::note::file_name(TODAY)]);
}

#[test]
fn a_closed_dialog_says_so_and_loses_nothing() {
    let mut driver = at_result();
    let before = driver.check().clone();
    driver.dialogs.borrow_mut().ends.push_back(Chosen::ClosedByUser);
    driver.click(&words().buttons.save);
    driver.must_show(&words().page.closed);
    driver.must_not_show(&words().page.problem);
    assert_eq!(*driver.check(), before);
    let path = documents(&driver).join("then.txt");
    save_to(&mut driver, &path);
    driver.must_show(&words().page.saved);
    driver.must_not_show(&words().page.closed);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), driver.page());
}

#[test]
fn a_dialog_that_does_not_open_has_a_way_around() {
    let mut driver = at_result();
    let before = driver.check().clone();
    driver.dialogs.borrow_mut().ends.push_back(Chosen::DidNotOpen);
    driver.click(&words().buttons.save);
    driver.must_show(&words().page.problem);
    driver.must_show(&words().page.no_dialog);
    assert_eq!(*driver.check(), before);
    driver.click(&words().buttons.save_to_documents);
    driver.must_show(&words().page.saved);
    let saved = documents(&driver).join(kneenote::note::file_name(TODAY));
    assert_eq!(std::fs::read_to_string(saved).unwrap(), driver.page());
}

#[test]
fn a_dialog_that_stays_open_can_be_given_up() {
    let mut driver = at_result();
    driver.click(&words().buttons.save);
    driver.must_show(&words().page.waiting);
    driver.click(&words().buttons.stop_waiting);
    driver.must_not_show(&words().page.waiting);
    let path = documents(&driver).join("late.txt");
    driver.dialogs.borrow_mut().ends.push_back(Chosen::Path(path.clone()));
    driver.settle();
    assert!(!path.exists(), "a late answer writes nothing");
}

#[test]
fn a_file_that_cannot_be_written_says_why_and_loses_nothing() {
    let page = &words().page;
    let sentence = |fault: &SaveFault| match fault {
        SaveFault::NotAllowed => page.not_allowed.clone(),
        SaveFault::DiskFull => page.disk_full.clone(),
        SaveFault::PlaceGone => page.gone.clone(),
        SaveFault::InUse => page.in_use.clone(),
        SaveFault::BadName => page.bad_name.clone(),
        SaveFault::Other(detail) => fill(&page.other, &[("detail", detail)]),
    };
    let mut driver = at_result();
    let home = documents(&driver);
    let before = driver.check().clone();
    std::fs::create_dir(home.join("folder.txt")).unwrap();
    std::fs::write(home.join("a file"), "old").unwrap();
    for (path, fault) in [
        (home.join("stick/knee.txt"), SaveFault::PlaceGone),
        (home.join("a file/knee.txt"), SaveFault::PlaceGone),
        (home.join("folder.txt"), SaveFault::BadName),
    ] {
        assert_eq!(save(Saved::Note, &path, "text"), Err(fault.clone()), "{path:?}");
        save_to(&mut driver, &path);
        driver.must_show(&page.problem);
        driver.must_show(&page.not_saved);
        driver.must_show(&sentence(&fault));
        driver.must_not_show(&page.saved_next);
        assert_eq!(*driver.check(), before);
        assert_eq!(std::fs::read_to_string(home.join("a file")).unwrap(), "old");
    }
    let path = home.join("at last.txt");
    driver.dialogs.borrow_mut().ends.push_back(Chosen::Path(path.clone()));
    driver.click(&words().buttons.save_again);
    driver.settle();
    driver.must_show(&page.saved);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), driver.page());
}

#[test]
fn a_change_after_saving_is_told() {
    let mut driver = at_result();
    let path = documents(&driver).join("knee.txt");
    save_to(&mut driver, &path);
    driver.must_not_show(&words().page.changed);
    driver.go_to_step(1);
    driver.answer(&question("q_walk").text, label("walk_limp"));
    driver.go_to_step(4);
    driver.must_show(&words().page.changed);
}
