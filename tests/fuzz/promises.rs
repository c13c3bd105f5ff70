//! What holds for any bytes, whoever made them up: the fuzzer or a test with fixed seeds.

use std::cell::Cell;
use std::fs::File;
use std::io::{Seek as _, Write as _};
use std::panic;
use std::sync::{Arc, Once, OnceLock};

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use kneenote::assess::Assessor;
use kneenote::check::answer::Answer;
use kneenote::check::file::{ReadError, read, write};
use kneenote::check::spot::{Activity, Knee, Side, Spot};
use kneenote::check::{Check, MOST_CHARACTERS, Topic};
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::files::{ContentFiles, NAMES};
use kneenote::note::page::{LINES, WIDTH};
use kneenote::note::{Page, page};
use kneenote::run_files::archive::{self, Most};
use kneenote::run_files::progress::Progress;
use kneenote::run_files::settings::Settings;
use kneenote::run_files::strava::{self, Pile};
use kneenote::run_files::told::Told;
use kneenote::run_files::{fit, gpx, list, source, tcx};
use kneenote::training::fault::Fault;
use kneenote::training::list_answers::{DateOrder, ListAnswers, Unit};
use kneenote::training::outing::Outings;
use kneenote::training::reading::Reading;
use kneenote::training::run::{Recorded, Run};
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

/// A FIT file of any bytes is read or refused, and each of its sessions ends in exactly one class.
pub fn of_a_fit_file(bytes: &[u8]) {
    of_a_reader(|| fit::read(bytes));
}

/// The same of GPX and TCX.
pub fn of_an_xml_file(bytes: &[u8]) {
    of_a_reader(|| gpx::read(bytes));
    of_a_reader(|| tcx::read(bytes));
}

/// The same of a list and its rows, whatever the runner said of it.
pub fn of_a_list(bytes: &[u8]) {
    let said = |unit, order| ListAnswers { unit: Some(unit), order: Some(order) };
    let miles = said(Unit::Miles, DateOrder::MonthFirst);
    for answers in [ListAnswers::default(), said(Unit::Kilometres, DateOrder::DayFirst), miles] {
        of_a_reader(|| list::read(bytes, answers));
    }
}

/// The same of a file of any kind but zip, packed or not.
pub fn of_a_run_file(bytes: &[u8]) {
    of_a_reader(|| source::read_stream(bytes, ListAnswers::default()));
}

/// A zip file of any bytes says something, each entry ends in exactly one class, and a list in it loses no run of a file
/// that it names.
pub fn of_a_zip_file(bytes: &[u8]) {
    let most = Most { entries: 1000, activities: 100, unpacked: 4 << 20, inner: 1 << 20, ..Most::default() };
    let read = || {
        let mut zip: File = tempfile::tempfile().unwrap();
        zip.write_all(bytes).unwrap();
        zip.rewind().unwrap();
        archive::read(zip, "a.zip", ListAnswers::default(), most, &Progress::default())
    };
    let (piles, again) = (without_panic(read), read());
    assert!(!piles.is_empty());
    let mut joined = Reading::default();
    for (mut piles, again) in piles.into_iter().zip(again) {
        let reading = of_piles(&piles);
        assert_eq!(reading, of_piles(&again));
        let sessions = |piles: &[Pile]| -> usize {
            let told = piles.iter().filter_map(|pile| pile.told.as_ref().ok()).flatten();
            told.filter(|told| told.file.is_none()).count()
        };
        let before = sessions(&piles);
        without_panic(|| strava::join(&mut piles));
        assert!(sessions(&piles) >= before, "a list took a session away");
        piles.retain(|pile| !pile.told.as_ref().is_ok_and(Vec::is_empty));
        of_piles(&piles);
        for Pile { name, told } in piles {
            joined.take(&name, told, &settings());
        }
    }
    settled(joined);
}

/// Read twice, it says the same twice.
fn of_a_reader(read: impl Fn() -> Result<Vec<Told>, Fault>) {
    let one = |told| of_piles(&[Pile { name: "a".to_owned(), told }]);
    let reading = one(without_panic(&read));
    assert_eq!(reading, one(read()), "the same bytes say the same");
    let whole = reading.refused.iter().filter(|refused| refused.item.is_none()).count();
    assert!(whole == 0 || reading.count() == 1, "a file is refused as a whole or not at all: {reading:?}");
    let told = reading.recorded().map(|recorded| recorded.run.origin.item);
    let rows = reading.asked.iter().filter(|asked| asked.recorded().is_none()).map(|asked| asked.origin().item);
    let refused = reading.refused.iter().filter_map(|refused| refused.item);
    let mut items: Vec<u32> = told.chain(rows).chain(refused).collect();
    items.sort_unstable();
    assert!(items.windows(2).all(|two| two[0] != two[1]), "a session stands in two classes: {reading:?}");
}

/// All that was told is in exactly one class.
fn of_piles(piles: &[Pile]) -> Reading {
    let mut reading = Reading::default();
    let mut count = 0;
    for Pile { name, told } in piles {
        count += told.as_ref().map_or(1, |told| told.len().max(1));
        without_panic(|| reading.take(name, told.clone(), &settings()));
    }
    let reading = settled(reading);
    assert_eq!(reading.count(), count, "each session and row in one class: {reading:?}");
    reading
}

/// What a run is holds for each that counts, and what follows from the runs can be worked out.
fn settled(mut reading: Reading) -> Reading {
    without_panic(|| reading.settle());
    for Recorded { run, .. } in &reading.runs {
        assert!((100..=300_000).contains(&run.distance_m), "{run:?}");
        assert!(run.moving_s.or(run.elapsed_s).is_none_or(|seconds| seconds <= 48 * 3600), "{run:?}");
        assert!(run.day.year() >= 2000 && run.day <= TODAY.tomorrow().unwrap(), "{run:?}");
    }
    let runs: Vec<Run> = reading.runs.iter().map(|recorded| recorded.run.clone()).collect();
    let outings = without_panic(|| Outings::of(&runs));
    let metres = |metres: u32| u64::from(metres);
    let in_outings: u64 = outings.all().iter().map(|outing| metres(outing.distance_m)).sum();
    assert_eq!(in_outings, runs.iter().map(|run| metres(run.distance_m)).sum::<u64>());
    reading
}

fn settings() -> Settings {
    Settings { today: TODAY, zone: TimeZone::UTC, lists: ListAnswers::default() }
}

/// What comes of it; a panic on the way is seen here even where it is caught below.
fn without_panic<T>(work: impl FnOnce() -> T) -> T {
    thread_local!(static PANICS: Cell<usize> = const { Cell::new(0) });
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            PANICS.set(PANICS.get() + 1);
            before(info);
        }));
    });
    let before = PANICS.get();
    let made = work();
    assert_eq!(PANICS.get(), before, "a reader panicked, and somebody caught it");
    made
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
