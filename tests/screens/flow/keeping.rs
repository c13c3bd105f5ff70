//! Answers that are kept, thrown away and brought back.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use kneenote::check::Check;
use kneenote::check::spot::{Knee, Side, Spot};
use kneenote::knowledge::zone::View;
use kneenote::store::folders::Folders;
use kneenote::store::settings::Settings;
use kneenote::wording::fill;

use crate::driver::{self, Driver, USUAL, headline, step_line, words};
use crate::flow::typical::{answer_safety, at_result};
use crate::patience::wait_until;
use crate::world::{TODAY, assess};

/// Nobody says this of a knee.
const MARKER: &str = "zebrafish";

fn kept_line(check: &Check) -> String {
    let date = TODAY.strftime("%-d %B %Y").to_string();
    let app = &words().app;
    let knee = match check.side.unwrap() {
        Side::Left => app.knee_left_short.to_lowercase(),
        Side::Right => app.knee_right_short.to_lowercase(),
        Side::Both => words().place.both.to_lowercase(),
    };
    fill(&words().start.kept_knee, &[("date", &date), ("knee", &knee)])
}

#[test]
fn answers_are_there_again_the_next_time() {
    let driver = at_result();
    let kept = driver.check().clone();
    let home = driver.close();
    let mut driver = Driver::start(home, None, USUAL);
    assert_eq!(*driver.check(), kept);
    driver.must_show(&kept_line(&kept));
    driver.must_show(&words().start.same_pain);
    driver.click(&words().buttons.go_on);
    driver.must_show(&step_line(4));
    driver.must_show(&headline(&assess(&kept)).unwrap());
}

#[test]
fn answers_are_there_again_after_a_crash() {
    let mut driver = Driver::new();
    driver.go_to_step(2);
    answer_safety(&mut driver);
    let kept = driver.check().clone();
    // The first app is still there: it had no chance to write anything at its end.
    driver.wait_until_kept();
    assert_eq!(*Driver::start(Rc::clone(&driver.home), None, USUAL).check(), kept);
}

#[test]
fn going_on_with_open_safety_questions_leads_to_them() {
    let mut driver = Driver::new();
    driver.go_to_step(1);
    driver.click(&driver::zone_name(Knee::Left, "kneecap"));
    let mut driver = Driver::start(driver.close(), None, USUAL);
    driver.click(&words().buttons.go_on);
    driver.must_show(&step_line(2));
}

#[test]
fn start_again_can_be_undone() {
    let driver = at_result();
    let kept = driver.check().clone();
    let mut driver = Driver::start(driver.close(), None, USUAL);
    driver.click(&words().buttons.again);
    driver.must_show(&words().menu.started_again);
    driver.must_show(&step_line(1));
    assert!(driver.check().is_empty());
    driver.click(&words().buttons.undo);
    assert_eq!(*driver.check(), kept);
    driver.must_show(&kept_line(&kept));
    let driver = Driver::start(driver.close(), None, USUAL);
    assert_eq!(*driver.check(), kept, "what came back is kept too");
}

#[test]
fn start_again_from_the_menu_can_be_undone() {
    let mut driver = at_result();
    let kept = driver.check().clone();
    driver.click(&words().buttons.menu);
    driver.click(&words().buttons.again);
    assert!(driver.check().is_empty());
    driver.click(&words().buttons.undo);
    assert_eq!(*driver.check(), kept);
}

fn holding_marker(home: &Path) -> Vec<PathBuf> {
    let holds = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(MARKER);
    Driver::files(home).into_iter().filter(|(_, bytes)| holds(bytes)).map(|(path, _)| path).collect()
}

/// Step 4 with the marker word in the runner's own words, kept on the disk.
fn with_marker() -> Driver {
    let mut driver = at_result();
    driver.click(&words().page.own_words);
    driver.type_into(&words().page.worry, MARKER);
    assert!(driver.page().contains(MARKER), "{}", driver.page());
    let driver = Driver::start(driver.close(), None, USUAL);
    assert_ne!(holding_marker(driver.home.path()), Vec::<PathBuf>::new());
    driver
}

#[test]
fn delete_leaves_no_file_with_an_answer() {
    let mut driver = with_marker();
    driver.click(&words().buttons.menu);
    driver.click(&words().buttons.delete);
    driver.must_show(&words().menu.deleted);
    assert!(driver.check().is_empty());
    assert_eq!(holding_marker(driver.home.path()), Vec::<PathBuf>::new());
    let home = driver.close();
    assert_eq!(holding_marker(home.path()), Vec::<PathBuf>::new(), "after closing");
    let driver = Driver::start(home, None, USUAL);
    assert!(driver.check().is_empty());
    driver.must_show(&step_line(1));
}

/// Where pages were saved may say something of the runner too.
#[test]
fn delete_forgets_where_pages_were_saved_and_no_other_setting() {
    let home = with_marker().close();
    let folders = Folders::under(home.path());
    let before =
        Settings { last_folder: Some(home.path().to_owned()), text_size_percent: 150, ..Settings::open(&folders) };
    before.keep(&folders).unwrap();
    let mut driver = Driver::start(home, None, USUAL);
    driver.click(&words().buttons.delete);
    let after = Settings::open(&folders);
    assert_eq!((after.last_folder, after.text_size_percent), (None, 150));
}

#[test]
fn delete_on_the_first_screen_does_the_same_and_can_be_undone_until_closing() {
    let mut driver = with_marker();
    let kept = driver.check().clone();
    driver.click(&words().buttons.delete);
    assert_eq!(holding_marker(driver.home.path()), Vec::<PathBuf>::new());
    driver.click(&words().buttons.undo);
    assert_eq!(*driver.check(), kept);
}

#[test]
fn not_keeping_answers_leaves_none_behind() {
    let mut driver = with_marker();
    driver.click(&words().buttons.menu);
    driver.answer(&words().menu.keep, &words().menu.keep_no);
    assert_eq!(holding_marker(driver.home.path()), Vec::<PathBuf>::new());
    driver.click(&words().buttons.close_menu);
    driver.click(&words().buttons.go_on);
    driver.click(&words().page.own_words);
    driver.type_into(&words().page.hope, MARKER);
    let home = driver.close();
    assert_eq!(holding_marker(home.path()), Vec::<PathBuf>::new());
}

/// Closing an empty window must not take what another window said with it.
#[test]
fn closing_an_empty_second_window_leaves_the_answers_of_the_first() {
    let mut first = Driver::new();
    let second = Driver::start(Rc::clone(&first.home), None, USUAL);
    first.go_to_step(2);
    answer_safety(&mut first);
    let said = first.check().clone();
    first.wait_until_kept();
    drop(second.close());
    let again = Driver::start(Rc::clone(&first.home), None, USUAL);
    assert_eq!(*again.check(), said, "while the first is open");
    let again = Driver::start(first.close(), None, USUAL);
    assert_eq!(*again.check(), said, "after it was closed");
}

/// The texts of the earlier checks.
fn earlier_texts(driver: &Driver) -> Vec<String> {
    let folder = driver.home.path().join("data/earlier");
    let files = Driver::files(driver.home.path()).into_iter().filter(|(path, _)| path.starts_with(&folder));
    files.map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned()).collect()
}

#[test]
fn starting_again_beside_another_window_loses_no_check_and_undo_brings_it_back() {
    let mut first = Driver::new();
    let mut second = Driver::start(Rc::clone(&first.home), None, USUAL);
    first.go_to_step(2);
    answer_safety(&mut first);
    first.wait_until_kept();
    let walk = crate::driver::question("q_walk");
    second.go_to_step(2);
    second.answer(&walk.text, crate::driver::label("walk_limp"));
    let old = second.check().clone();
    second.click(&words().buttons.menu);
    second.click(&words().buttons.again);
    second.go_to_step(2);
    second.answer(&walk.text, crate::driver::label("walk_no"));
    let both = [r#""walk_limp": Yes"#, r#""walk_no": Yes"#];
    wait_until("both are earlier checks", || {
        let texts = earlier_texts(&second);
        both.iter().all(|said| texts.iter().any(|text| text.contains(said)))
    });
    let texts = earlier_texts(&second);
    assert_eq!(texts.len(), 2, "{texts:#?}");
    for said in both {
        assert_eq!(texts.iter().filter(|text| text.contains(said)).count(), 1, "{said}: {texts:#?}");
    }
    second.click(&words().buttons.undo);
    second.click(&words().buttons.undo);
    assert_eq!(*second.check(), old);
    let home = second.close();
    let again = Driver::start(home, None, USUAL);
    assert_eq!(*again.check(), *first.check());
    let texts = earlier_texts(&again);
    assert!(texts.len() == 1 && texts[0].contains(r#""walk_limp": Yes"#), "{texts:#?}");
}

#[test]
fn a_kept_check_of_a_newer_program_is_left_and_said() {
    let home = Rc::new(tempfile::tempdir().unwrap());
    let data = home.path().join("data");
    std::fs::create_dir_all(&data).unwrap();
    let newer = "(version: 99, moons: 3)";
    std::fs::write(data.join("current.kneenote"), newer).unwrap();
    let mut driver = Driver::start(home, None, USUAL);
    driver.must_show(&words().start.newer);
    driver.must_not_show(&words().menu.open_newer);
    driver.must_not_show(&words().start.damaged);
    driver.go_to_step(2);
    answer_safety(&mut driver);
    let home = driver.close();
    assert_eq!(std::fs::read_to_string(data.join("current.kneenote")).unwrap(), newer);
    let files = Driver::files(home.path());
    let earlier: Vec<_> = files.iter().filter(|(path, _)| path.starts_with(data.join("earlier"))).collect();
    assert!(earlier.len() == 1 && String::from_utf8_lossy(&earlier[0].1).contains("walk_normal"), "{files:?}");
}

#[test]
fn who_answers_for_a_child_stays_on_the_screen() {
    let mut driver = Driver::new();
    driver.go_to_step(2);
    driver.answer(&words().start.parent, &words().start.by_parent);
    assert!(driver.is_ticked(&words().start.parent, &words().start.by_parent));
    driver.must_show(&step_line(2));
    assert_eq!(driver.check().written_by, kneenote::check::WrittenBy::Parent);
}

#[test]
fn an_opened_check_begins_at_a_view_that_shows_its_worst_place() {
    let spot =
        |zone: &str, worst| Spot { knee: Knee::Right, zone: zone.into(), worst: Some(worst), now: None, size: None };
    let spots = vec![spot("kneecap", 2), spot("calf", 7)];
    let mut driver = Driver::with_check(Check { side: Some(Side::Right), spots, ..Check::default() });
    let picker = &words().picker;
    assert!(driver.is_ticked(&picker.views, &driver::view_button(View::Back)));
    driver.click(&words().buttons.menu);
    driver.click(&words().buttons.again);
    assert!(driver.is_ticked(&picker.views, &driver::view_button(View::Front)));
}
