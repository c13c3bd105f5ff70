//! The page is saved, or it is said why not.

use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use kneenote::desktop::save_dialog::{Chosen, GivenUp};
use kneenote::desktop::save_note::{SaveError, TextKind, save};
use kneenote::store::folders::Folders;
use kneenote::store::settings::Settings;
use kneenote::wording::fill;

use crate::driver::{Driver, USUAL, label, question, words};
use crate::flow::typical::{at_result, documents, none_of, save_to};
use crate::patience::wait_until;
use crate::world::TODAY;

#[test]
fn the_dialog_is_offered_a_name_of_today() {
    let mut driver = at_result();
    driver.dialogs.borrow_mut().ends.push_back(Chosen::ClosedByUser);
    driver.click(&words().buttons.save);
    let suggested = driver.dialogs.borrow().suggested.clone();
    assert_eq!(suggested, [kneenote::note::file_name(TODAY)]);
}

#[test]
fn that_anyone_can_read_the_file_is_said_before_and_after_saving() {
    let mut driver = at_result();
    driver.must_show(&words().page.privacy);
    let path = documents(&driver).join("knee.txt");
    save_to(&mut driver, &path);
    driver.must_show(&words().page.privacy);
}

#[test]
fn what_was_saved_comes_into_view_as_a_whole() {
    for size in [USUAL, vec2(720.0, 560.0)] {
        let mut driver = at_result();
        driver.window.set_size(size);
        driver.settle();
        let path = documents(&driver).join("knee.txt");
        save_to(&mut driver, &path);
        let end = driver.rect_of(Role::Button, &words().buttons.open_folder).unwrap().bottom();
        let footer = driver.rect_of(Role::Button, &words().buttons.copy).unwrap().top();
        assert!(end < footer, "the panel ends at {end}, the footer begins at {footer}, {size}");
    }
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
    driver.must_show(&words().page.given_up);
    driver.must_not_show(&words().page.closed);
    assert_eq!(driver.dialogs.borrow().gone, 1, "it is gone from the screen");
    let path = documents(&driver).join("late.txt");
    driver.dialogs.borrow_mut().ends.push_back(Chosen::Path(path.clone()));
    driver.settle();
    assert!(!path.exists(), "a late answer writes nothing");
}

#[test]
fn a_dialog_that_cannot_be_closed_is_still_heard() {
    for (end, told) in [
        (Chosen::Path("late.txt".into()), &words().page.saved_next),
        (Chosen::ClosedByUser, &words().page.closed),
        (Chosen::NoFolder, &words().page.no_folder),
    ] {
        let mut driver = at_result();
        driver.dialogs.borrow_mut().given_up = Some(GivenUp::StaysOpen);
        driver.click(&words().buttons.save);
        driver.click(&words().buttons.stop_waiting);
        driver.must_show(&words().page.still_open);
        driver.must_not_show(&words().page.closed);
        let path = documents(&driver).join("late.txt");
        let end = if matches!(end, Chosen::Path(_)) { Chosen::Path(path.clone()) } else { end };
        driver.dialogs.borrow_mut().ends.push_back(end.clone());
        driver.settle();
        driver.must_show(told);
        driver.must_not_show(&words().page.still_open);
        assert_eq!(path.exists(), matches!(end, Chosen::Path(_)), "{end:?}");
    }
}

/// Two dialogs are open: what is chosen in either is saved, and closing the other says nothing wrong.
#[test]
fn a_late_answer_is_saved_while_another_dialog_is_open_and_after() {
    let mut driver = at_result();
    driver.dialogs.borrow_mut().given_up = Some(GivenUp::StaysOpen);
    driver.click(&words().buttons.save);
    driver.click(&words().buttons.stop_waiting);
    driver.click(&words().buttons.save);
    driver.must_show(&words().page.waiting);
    for name in ["one.txt", "two.txt"] {
        let path = documents(&driver).join(name);
        driver.dialogs.borrow_mut().ends.push_back(Chosen::Path(path.clone()));
        driver.settle();
        driver.must_show(&words().page.saved_next);
        assert!(path.exists(), "{name}");
    }
    assert_eq!(driver.dialogs.borrow().gone, 2, "none is open any more");
    driver.click(&words().buttons.save);
    driver.click(&words().buttons.stop_waiting);
    driver.click(&words().buttons.save);
    driver.dialogs.borrow_mut().ends.push_back(Chosen::Path(documents(&driver).join("three.txt")));
    driver.settle();
    driver.dialogs.borrow_mut().ends.push_back(Chosen::ClosedByUser);
    driver.settle();
    driver.must_show(&words().page.saved_next);
    driver.must_not_show(&words().page.closed);
}

#[test]
fn closing_the_window_takes_an_open_dialog_along() {
    let mut driver = at_result();
    driver.click(&words().buttons.save);
    assert!(driver.asks_to_close());
    let dialogs = std::rc::Rc::clone(&driver.dialogs);
    driver.close();
    assert_eq!(dialogs.borrow().gone, 1);
}

#[test]
fn a_place_that_is_no_folder_is_told_as_that_with_a_way_around() {
    let mut driver = at_result();
    driver.dialogs.borrow_mut().ends.push_back(Chosen::NoFolder);
    driver.click(&words().buttons.save);
    driver.must_show(&words().page.no_folder);
    driver.must_show(&words().page.not_saved);
    driver.must_not_show(&words().page.closed);
    driver.must_not_show(&words().page.gone);
    driver.click(&words().buttons.save_to_documents);
    driver.must_show(&words().page.saved);
}

/// On some systems it goes with the window.
#[test]
fn closing_with_a_copied_page_that_is_in_no_file_is_asked_about() {
    let mut driver = at_result();
    assert!(driver.asks_to_close(), "nothing was copied");
    driver.click(&words().buttons.copy);
    assert!(!driver.asks_to_close());
    driver.must_show(&words().close.copied);
    driver.click(&words().close.stay);
    driver.must_not_show(&words().close.copied);
    assert!(!driver.asks_to_close());
    let path = documents(&driver).join("knee.txt");
    save_to(&mut driver, &path);
    driver.must_not_show(&words().close.copied);
    assert!(driver.asks_to_close(), "it is in a file");
}

#[test]
fn a_file_that_cannot_be_written_says_why_and_loses_nothing() {
    let page = &words().page;
    let sentence = |fault: &SaveError| match fault {
        SaveError::NotAllowed => page.not_allowed.clone(),
        SaveError::DiskFull => page.disk_full.clone(),
        SaveError::PlaceGone => page.gone.clone(),
        SaveError::InUse => page.in_use.clone(),
        SaveError::BadName => page.bad_name.clone(),
        SaveError::Other(detail) => fill(&page.other, &[("detail", detail)]),
    };
    let mut driver = at_result();
    let home = documents(&driver);
    let before = driver.check().clone();
    std::fs::create_dir(home.join("folder.txt")).unwrap();
    std::fs::write(home.join("a file"), "old").unwrap();
    for (path, fault) in [
        (home.join("stick/knee.txt"), SaveError::PlaceGone),
        (home.join("a file/knee.txt"), SaveError::PlaceGone),
        (home.join("folder.txt"), SaveError::BadName),
    ] {
        assert_eq!(save(&path, "text", TextKind::Plain), Err(fault.clone()), "{path:?}");
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

/// A save that was killed leaves a page in the folder; nobody else gives such a name.
const LEFT: &str = ".kneenote-page-aB3xY9.part";

#[test]
fn what_a_killed_save_left_goes_at_the_next_start_and_when_answers_are_deleted() {
    let mut driver = at_result();
    let stick = documents(&driver).join("stick");
    std::fs::create_dir(&stick).unwrap();
    save_to(&mut driver, &stick.join("knee.txt"));
    let left = stick.join(LEFT);
    std::fs::write(&left, driver.page()).unwrap();
    driver.click(&words().buttons.menu);
    driver.click(&words().buttons.delete);
    assert!(!left.exists(), "after Delete my answers");

    let mut driver = at_result();
    let folder = documents(&driver);
    save_to(&mut driver, &folder.join("knee.txt"));
    let left = folder.join(LEFT);
    std::fs::write(&left, driver.page()).unwrap();
    let _again = Driver::start(driver.close(), None, USUAL);
    // Another thread does it.
    wait_until("it is gone after the next start", || !left.exists());
}

/// Where the save goes is on the disk before it is made: so the next start knows where one was killed.
#[test]
fn a_save_that_fails_leaves_the_folder_of_the_next_one_as_it_was() {
    let mut driver = at_result();
    let first = documents(&driver).join("first");
    std::fs::create_dir(&first).unwrap();
    save_to(&mut driver, &first.join("knee.txt"));
    let settings = || Settings::open(&Folders::under(driver.home.path())).last_folder;
    assert_eq!(settings(), Some(first.clone()));
    let nowhere = documents(&driver).join("gone/knee.txt");
    save_to(&mut driver, &nowhere);
    driver.must_show(&words().page.gone);
    let settings = || Settings::open(&Folders::under(driver.home.path())).last_folder;
    assert_eq!(settings(), Some(first));
}

/// Changes an answer and comes back to the page.
fn limp(driver: &mut Driver) {
    driver.go_to_step(2);
    driver.answer(&question("q_walk").text, label("walk_limp"));
    driver.go_to_step(4);
}

#[test]
fn a_change_after_saving_is_told() {
    let mut driver = at_result();
    let path = documents(&driver).join("knee.txt");
    save_to(&mut driver, &path);
    driver.must_not_show(&words().page.changed);
    limp(&mut driver);
    driver.must_show(&words().page.changed);
}

/// The system's dialog may hang; what it says later is not of this check.
#[test]
fn another_check_ends_the_dialog_of_the_one_before() {
    let mut driver = at_result();
    driver.click(&words().buttons.save);
    driver.must_show(&words().page.waiting);
    driver.click(&words().buttons.menu);
    driver.click(&words().buttons.again);
    let late = documents(&driver).join("late.txt");
    driver.dialogs.borrow_mut().ends.push_back(Chosen::Path(late.clone()));
    driver.settle();
    assert!(!late.exists(), "a late answer saves no blank page");
    driver.dialogs.borrow_mut().ends.clear();
    driver.go_to_step(2);
    let path = documents(&driver).join("new.txt");
    save_to(&mut driver, &path);
    assert!(path.exists(), "saving is alive");
}

#[test]
fn copying_while_a_dialog_is_open_leaves_the_way_to_give_it_up() {
    let mut driver = at_result();
    driver.click(&words().buttons.save);
    driver.click(&words().buttons.copy);
    driver.must_show(&words().page.copied);
    driver.click(&words().buttons.stop_waiting);
    driver.must_show(&words().page.given_up);
}

#[test]
fn copying_does_not_forget_that_the_page_was_saved() {
    let mut driver = at_result();
    let path = documents(&driver).join("knee.txt");
    save_to(&mut driver, &path);
    driver.click(&words().buttons.copy);
    driver.must_show(&words().page.copied);
    driver.must_show(&words().page.saved_next);
    driver.dialogs.borrow_mut().ends.push_back(Chosen::ClosedByUser);
    driver.click(&words().buttons.save);
    driver.settle();
    driver.must_not_show(&words().page.changed);
    limp(&mut driver);
    driver.must_show(&words().page.changed);
}

/// As on Continue: the page says what the screen says.
#[test]
fn saving_from_a_step_counts_what_was_not_ticked_first() {
    let signs = question("q_safety_now");
    let mut driver = at_result();
    driver.go_to_step(2);
    driver.answer(&signs.text, none_of(signs));
    driver.answer(&signs.text, &signs.options[0].label);
    let path = documents(&driver).join("knee.txt");
    save_to(&mut driver, &path);
    let open: Vec<_> = signs.findings().filter(|row| !driver.check().answer(row.id.as_str()).is_asked()).collect();
    assert!(open.is_empty(), "{open:?}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), driver.page());
    driver.must_show(words().questions.counted_as_no.split('{').next().unwrap());
}

#[test]
fn keys_for_the_menu_pressed_in_the_menu_leave_the_way_out() {
    let mut driver = Driver::new();
    driver.go_to_step(2);
    driver.click(&words().buttons.menu);
    for (modifiers, key) in [
        (Modifiers::NONE, Key::F1),
        (Modifiers::NONE, Key::F10),
        (Modifiers::COMMAND, Key::Comma),
        (Modifiers::COMMAND, Key::Enter),
    ] {
        driver.window.key_press_modifiers(modifiers, key);
        driver.settle();
        driver.must_show(&words().buttons.close_menu);
    }
    driver.click(&words().buttons.close_menu);
    driver.must_show(&crate::driver::step_line(2));
}

#[test]
fn the_copied_page_is_the_saved_page_from_whatever_screen() {
    let step = |driver: &mut Driver| {
        driver.go_to_step(2);
        driver.answer(&question("q_safety_now").text, label("hot_knee"));
    };
    let mut saved = Driver::new();
    step(&mut saved);
    let path = documents(&saved).join("knee.txt");
    saved.dialogs.borrow_mut().ends.push_back(Chosen::Path(path.clone()));
    saved.window.key_press_modifiers(Modifiers::COMMAND, Key::S);
    saved.settle();
    let mut copied = Driver::new();
    step(&mut copied);
    copied.window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    copied.settle();
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(copied.page(), text);
    assert_eq!(copied.check().findings, saved.check().findings);
}
