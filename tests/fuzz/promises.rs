//! What holds for any bytes, whoever made them up: the fuzzer or a test with fixed seeds.

use std::sync::{Arc, OnceLock};

use jiff::civil::{Date, date};
use kneenote::assess::Assessor;
use kneenote::check::answer::Answer;
use kneenote::check::file::{ReadError, read, write};
use kneenote::check::spot::{Activity, Knee, Side, Spot};
use kneenote::check::{Check, MOST_CHARACTERS, Topic};
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::files::{ContentFiles, NAMES};
use kneenote::note::page::{LINES, WIDTH};
use kneenote::note::{Page, page};
use kneenote::wording::Wording;
use unicode_width::UnicodeWidthStr as _;

const TODAY: Date = date(2026, 11, 23);
/// Stands at every place of own words where a section could begin. It never stands in the app's words.
const MARK: &str = "Qzx";

struct App {
    knowledge: Arc<Knowledge>,
    assessor: Assessor,
    wording: Wording,
}

fn app() -> &'static App {
    static APP: OnceLock<App> = OnceLock::new();
    APP.get_or_init(|| {
        let knowledge = Arc::new(Knowledge::embedded().unwrap());
        App { assessor: Assessor::new(&knowledge), wording: Wording::embedded().unwrap(), knowledge }
    })
}

/// A check file of any bytes is read or refused with a line; what was read is written and read again unchanged.
pub fn of_a_check_file(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let knowledge = &app().knowledge;
    match read(&text, knowledge) {
        Ok(check) => {
            assert_eq!(read(&write(&check), knowledge).unwrap(), check);
            page_of(&check);
        }
        Err(ReadError::Faults(faults)) => {
            assert!(!faults.first.is_empty());
            let lines = text.split('\n').count();
            assert!(faults.first.iter().all(|fault| (1..=lines).contains(&fault.line)), "{faults:?} of {lines} lines");
            assert!(faults.lines().iter().all(|line| line.chars().count() <= 600), "{faults:?}");
        }
        Err(ReadError::TooLarge | ReadError::Newer(_)) => {}
    }
}

/// One knowledge file of any bytes, the first of which says which file, is used or refused with faults.
pub fn of_a_knowledge_file(bytes: &[u8]) {
    let Some((which, bytes)) = bytes.split_first() else { return };
    let mut files = ContentFiles::embedded();
    files.set(NAMES[usize::from(*which) % NAMES.len()], String::from_utf8_lossy(bytes).into_owned());
    match Knowledge::read(&files) {
        Ok(knowledge) => {
            let check = Check::default();
            let _ = Assessor::new(&Arc::new(knowledge)).assess(&check, TODAY);
        }
        Err(faults) => assert!(!faults.is_empty()),
    }
}

/// Any answers with any own words make one page, and own words stay inside their quotation marks.
pub fn of_a_note(bytes: &[u8]) {
    let check = check_of(bytes);
    let page = page_of(&check);
    let kept = read(&write(&check), &app().knowledge).unwrap();
    assert_eq!(page_of(&kept), page, "what was kept makes the same page");
    assert_eq!(read(&write(&kept), &app().knowledge).unwrap(), kept);
    let outside = outside_of_marks(&page.text);
    assert!(!outside.contains(MARK), "own words outside their marks: {outside}\n{}", page.text);
}

fn page_of(check: &Check) -> Page {
    let App { assessor, wording, .. } = app();
    let assessment = assessor.assess(check, TODAY);
    let page = page(&wording.note, check, &assessment, TODAY);
    assert!(page.text.lines().count() <= LINES, "{}", page.text);
    for line in page.text.lines() {
        assert!(line.width() <= WIDTH, "{} columns: {line}", line.width());
        assert!(line.chars().count() <= WIDTH, "{} characters: {line}", line.chars().count());
        assert!(!line.chars().any(char::is_control), "{line:?}");
    }
    page
}

/// What stands neither between `"` and `"` nor between `<<` and `>>`.
fn outside_of_marks(text: &str) -> String {
    let mut outside = String::new();
    let mut closing: Option<&str> = None;
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let length = match closing {
            Some(close) if rest.starts_with(close) => {
                closing = None;
                close.len()
            }
            None if rest.starts_with("<<") => {
                closing = Some(">>");
                2
            }
            None if letter == '"' => {
                closing = Some("\"");
                1
            }
            None => {
                outside.push(letter);
                letter.len_utf8()
            }
            Some(_) => letter.len_utf8(),
        };
        rest = &rest[length..];
    }
    outside
}

/// The first bytes answer the questions, the rest are own words.
fn check_of(bytes: &[u8]) -> Check {
    let knowledge = &app().knowledge;
    let mut bytes = bytes.iter().copied();
    let mut next = || usize::from(bytes.next().unwrap_or_default());
    let side = [Side::Left, Side::Right, Side::Both][next() % 3];
    let mut check = Check { made: Some(TODAY), side: Some(side), ..Check::default() };
    let knee = if side == Side::Left { Knee::Left } else { Knee::Right };
    let zone = knowledge.zones[next() % knowledge.zones.len()].id.clone();
    check.spots.push(Spot { knee, zone, worst: Some((next() % 11) as u8), now: None, size: None });
    for question in knowledge.questions.iter().filter(|question| !question.options.is_empty()) {
        if question.is_single() {
            if let Some(answer) = question.options.get(next() % (question.options.len() + 1)) {
                check.pick(question, answer.id.as_str());
            }
        } else {
            for answer in &question.options {
                let state = [Answer::NotAsked, Answer::Yes, Answer::No, Answer::NotSure][next() % 4];
                check.tick(question, answer.id.as_str(), state);
            }
        }
    }
    let rest: Vec<u8> = bytes.collect();
    let text = String::from_utf8_lossy(&rest);
    let mut pieces =
        text.split('\0').map(|piece| format!("{MARK}{}", piece.replace(['\n', '"'], &format!("\n\"{MARK}"))));
    let mut piece = || pieces.next().unwrap_or_default().chars().take(MOST_CHARACTERS).collect::<String>();
    check.words = Topic::ALL.into_iter().map(|topic| (topic, piece())).collect();
    check.activities = (0..3).map(|_| Activity { name: piece(), can: Some(5) }).collect();
    check.questions = (0..3).map(|_| piece()).collect();
    check
}
