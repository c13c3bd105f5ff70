//! Promise: a check file reads back as it was written, short ones can be written by hand, and what is wrong is said with
//! its line.

use crate::known::knowledge;
use jiff::ToSpan as _;
use jiff::civil::date;
use kneenote::check::answer::Answer;
use kneenote::check::apply::apply;
use kneenote::check::diary::{DiaryEntry, HourAfter, NextMorning, RunPain, ToldWhen};
use kneenote::check::evidence::Evidence;
use kneenote::check::file::{MOST_BYTES, MOST_FAULTS, MOST_LINES, ReadError, read, write};
use kneenote::check::spot::{Activity, Helped, Knee, Side, Size, Spot, Tried};
use kneenote::check::told_runs::{StandsOut, ToldRuns};
use kneenote::check::way_back::{EntryDay, WayBack};
use kneenote::check::{Check, Compared, Topic, Units, WrittenBy};
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::way_back::{EntryTask, RunStep};
use kneenote::plain_text;
use proptest::strategy::Strategy as _;
use proptest::test_runner::Config;
use proptest::{prop_assert, prop_assert_eq};

fn told_runs() -> ToldRuns {
    ToldRuns {
        from: date(2026, 1, 4),
        to: date(2026, 5, 18),
        usual_week_km: Some(31),
        weeks_km: vec![29, 31, 30, 28, 36, 42, 45],
        stands_out: Some(StandsOut { day: date(2026, 4, 12), distance_m: 18_049, base_m: Some(12_000) }),
        files: true,
    }
}

fn diary() -> Vec<DiaryEntry> {
    vec![
        DiaryEntry {
            day: date(2026, 5, 3),
            run_m: Some(5_001),
            pain: RunPain {
                during: Some(2),
                hour: Some(HourAfter::BackToUsual),
                morning: Some(NextMorning::SameOrBetter),
                limp: Answer::No,
                swollen: Answer::NotSure,
            },
            told: ToldWhen::NextDay,
        },
        DiaryEntry::blank(date(2026, 5, 4), date(2026, 5, 4)),
    ]
}

fn way_back() -> WayBack {
    WayBack {
        step: RunStep::R3,
        since: Some(date(2026, 5, 1)),
        entry: [(EntryTask::BriskWalk, EntryDay(date(2026, 4, 30)))].into(),
        clinician_said_yes: Some(date(2026, 4, 28)),
        stopped: None,
    }
}

/// A check in which every field says something.
fn full() -> Check {
    Check { training: Some(told_runs()), diary: diary(), way_back: Some(way_back()), ..answered() }
}

/// One with an answer to every kind of question.
fn answered() -> Check {
    let spot = |knee, zone: &str, worst, now, size| Spot { knee, zone: zone.into(), worst, now, size };
    Check {
        content: "2026-11".to_owned(),
        made: Some(date(2026, 11, 23)),
        answered: [
            ("q_side", 23),
            ("q_where", 23),
            ("q_spread", 23),
            ("q_pain_now", 22),
            ("q_pain_worst", 22),
            ("q_duration", 20),
            ("q_onset", 20),
            ("q_makes_worse", 20),
            ("q_when", 20),
            ("q_age", 20),
            ("q_weekly_km", 20),
            ("q_tried", 20),
        ]
        .into_iter()
        .map(|(id, day)| (id.into(), date(2026, 11, day)))
        .collect(),
        rows_answered: [("night_wakes".into(), date(2026, 11, 22))].into(),
        side: Some(Side::Both),
        worse_knee: Some(Knee::Left),
        units: Units::Miles,
        written_by: WrittenBy::Parent,
        compared: Compared::LeftOut,
        spots: vec![
            spot(Knee::Right, "outer_femur_bump", Some(6), Some(0), Some(Size::Spot)),
            spot(Knee::Left, "outer_femur_bump", Some(10), None, Some(Size::Moves)),
        ],
        worst_spot: Some((Knee::Left, "outer_femur_bump".into())),
        began: Some("2026-10-03".parse().unwrap()),
        race_on: Some(date(2027, 1, 10)),
        findings: [("onset_gradual", Answer::Yes), ("stairs_down", Answer::No), ("night_wakes", Answer::NotSure)]
            .into_iter()
            .map(|(id, answer)| (id.into(), answer))
            .collect(),
        numbers: [("age".into(), 34.0), ("weekly_km".into(), 30.25)].into(),
        activities: vec![
            Activity { name: "Run 10 km".to_owned(), can: Some(3) },
            Activity { name: "\"Stairs\"\\ \n\u{e4}\u{1F3C3}".to_owned(), can: None },
        ],
        tried: vec![
            Tried { what: "tried_rest".into(), days: Some(14), helped: Some(Helped::ForAWhile) },
            Tried { what: "tried_ice".into(), days: None, helped: None },
        ],
        questions: vec!["Is it safe to keep running? (short, flat)".to_owned()],
        words: Topic::ALL.into_iter().map(|topic| (topic, format!("words on {topic:?}"))).collect(),
        ..Check::default()
    }
}

fn faults(knowledge: &Knowledge, text: &str) -> Vec<(usize, String)> {
    match read(text, knowledge) {
        Err(ReadError::Faults(faults)) => faults.first.into_iter().map(|fault| (fault.line, fault.what)).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_full_check_reads_back_as_it_was_written() {
    let knowledge = knowledge();
    for check in [full(), Check::default()] {
        let text = write(&check);
        assert_eq!(read(&text, knowledge).unwrap(), check, "{text}");
        assert_eq!(write(&read(&text, knowledge).unwrap()), text);
    }
}

#[test]
fn every_half_of_a_file_is_broken_and_never_another_check() {
    let knowledge = knowledge();
    let text = write(&full());
    for (end, _) in text.trim_end().char_indices() {
        assert!(matches!(read(&text[..end], knowledge), Err(ReadError::Faults(_))), "{}", &text[..end]);
    }
}

#[test]
fn the_oldest_file_can_still_be_read() {
    let check = read(include_str!("../fixtures/old_checks/version_1.kneenote"), knowledge()).unwrap();
    assert_eq!(check.made, Some(date(2026, 11, 23)));
    assert_eq!(check.side, Some(Side::Right));
    assert_eq!(check.spots[0].size, Some(Size::Spot));
    assert_eq!(check.answer("night_wakes"), Answer::NotSure);
    assert_eq!(check.answer("swell_now"), Answer::NotAsked);
    assert_eq!(check.number("weekly_km"), Some(30.0));
    assert_eq!(check.tried[0].helped, Some(Helped::Little));
    assert_eq!(check.words.len(), Topic::ALL.len());
}

#[test]
fn a_file_of_version_2_is_read_and_has_no_diary_yet() {
    let check = read(include_str!("../fixtures/old_checks/version_2.kneenote"), knowledge()).unwrap();
    assert!(!check.is_empty());
    assert_eq!((check.training, check.diary, check.way_back), (None, Vec::new(), None));
}

#[test]
fn a_file_of_version_3_tells_of_runs_diary_and_way_back() {
    let check = read(include_str!("../fixtures/old_checks/version_3.kneenote"), knowledge()).unwrap();
    assert_eq!(check.training.as_ref().and_then(|told| told.stands_out.as_ref()?.per_cent_over()), Some(50));
    let days: Vec<_> = check.diary.iter().map(|entry| (entry.day.to_string(), entry.run_m, entry.told)).collect();
    let told = [("2026-05-03", 5000, ToldWhen::SameDay), ("2026-05-05", 5000, ToldWhen::NextDay)];
    assert_eq!(days, told.map(|(day, metres, when)| (day.to_owned(), Some(metres), when)), "by day");
    assert_eq!(check.way_back.unwrap().step, RunStep::R3);
}

#[test]
fn what_no_diary_holds_is_said_with_its_line() {
    let twice = "(\n version: 3,\n diary: [\n  (day: \"2026-05-03\", told: SameDay),\n  (day: \"2026-05-03\", during: Some(11), told: Later),\n ])";
    let found = faults(knowledge(), twice);
    assert_eq!(found.iter().map(|fault| fault.0).collect::<Vec<_>>(), [5, 5], "{found:?}");
    let no_day = faults(knowledge(), "(version: 3,\n diary: [(day: \"3 May\", told: SameDay)])");
    assert_eq!((no_day.len(), no_day[0].0), (1, 2), "{no_day:?}");
    assert_eq!(faults(knowledge(), "(version: 3,\n plan: Some((step: Done)))").len(), 1);
}

/// What a file of version 1 says of a day, the same file says as it is written now: nothing in it grows younger or older.
#[test]
fn a_file_of_version_1_means_the_same_when_it_was_saved_anew() {
    let knowledge = knowledge();
    let old = read(include_str!("../fixtures/old_checks/version_1.kneenote"), knowledge).unwrap();
    let text = write(&old);
    assert!(text.starts_with("(\n    version: 3,\n"), "{text}");
    let new = read(&text, knowledge).unwrap();
    assert_eq!(old, new);
    for days in [0, 1, 5, 40, 400] {
        let on = date(2026, 11, 23).checked_add(days.days()).unwrap();
        assert_eq!(Evidence::of(&old, knowledge, on), Evidence::of(&new, knowledge, on));
    }
    for question in knowledge.questions.iter().filter(|question| old.is_touched(question)) {
        assert_eq!(new.answered.get(&question.id), Some(&date(2026, 11, 23)), "{}", question.id);
    }
}

#[test]
fn safety_answers_of_version_1_have_the_day_of_their_own() {
    let text = "(version: 1, made: \"2026-05-20\", safety_asked: \"2026-11-30\", findings: {\"walk_normal\": Yes, \"dur_lt3d\": Yes})";
    let check = read(text, knowledge()).unwrap();
    let days: Vec<_> = check.answered.iter().map(|(id, day)| (id.as_str(), day.to_string())).collect();
    assert_eq!(days, [("q_duration", "2026-05-20".to_owned()), ("q_walk", "2026-11-30".to_owned())]);
}

#[test]
fn a_file_of_version_2_can_still_be_read() {
    let check = read(include_str!("../fixtures/old_checks/version_2.kneenote"), knowledge()).unwrap();
    assert_eq!(check.made, Some(date(2026, 11, 30)));
    assert_eq!(check.answered.get("q_duration"), Some(&date(2026, 5, 18)));
    assert_eq!(check.answered.get("q_walk"), Some(&date(2026, 11, 30)));
    assert_eq!(check.rows_answered.get("blood_thinner"), Some(&date(2026, 11, 30)));
    assert_eq!(check.answered.get("q_side"), check.made.as_ref(), "no day of its own");
}

/// A clock may be wrong by any number of years: what was written on such a day is read again.
#[test]
fn whatever_day_the_clock_says_the_file_can_be_read_back() {
    let knowledge = knowledge();
    let walk = knowledge.question("q_walk").unwrap();
    let mut runner = crate::random::runner(Config { cases: 300, ..Config::default() });
    let day = (-9999..=9999_i16, 1..=12_i8, 1..=28_i8).prop_map(|(year, month, day)| date(year, month, day));
    runner
        .run(&day, |day| {
            let mut check = Check { made: Some(day), ..Check::default() };
            check.pick(walk, "walk_normal");
            check.tell(walk, day);
            let text = write(&check);
            let read_back = read(&text, knowledge);
            prop_assert!(read_back.is_ok(), "{read_back:?}\n{text}");
            let read_back = read_back.unwrap();
            prop_assert_eq!(write(&read_back), text);
            if day.year() >= 0 {
                prop_assert_eq!(read_back, check);
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_short_file_can_be_written_by_hand() {
    let knowledge = knowledge();
    assert_eq!(read("(version: 1)", knowledge).unwrap(), Check::default());
    let plain = read("(version: 1, side: Right, made: \"2026-11-23\", began: \"2026\")", knowledge).unwrap();
    let wrapped = "(version: 1, side: Some(Right), made: Some(\"2026-11-23\"), began: Some(\"2026\"))";
    assert_eq!(plain, read(wrapped, knowledge).unwrap());
    assert_eq!(plain.side, Some(Side::Right));
    let commented = "// mine\r\n(\r\n    side: Left, /* the bad one */ version: 1,\r\n)\r\n";
    assert_eq!(read(commented, knowledge).unwrap().side, Some(Side::Left));
}

#[test]
fn a_byte_order_mark_is_dropped() {
    assert_eq!(read("\u{feff}(version: 1)", knowledge()).unwrap(), Check::default());
}

#[test]
fn each_fault_is_said_with_its_line() {
    let knowledge = knowledge();
    // The fault is always in line 3.
    for (what, fields) in [
        ("unknown field", "colour: \"red\","),
        ("unknown finding", "findings: { \"no_such_finding\": Yes },"),
        ("unknown answer", "findings: { \"stairs_down\": Perhaps },"),
        ("unknown zone", "spots: [(knee: Right, zone: \"elbow\")],"),
        ("unknown number", "numbers: { \"shoe_size\": 43 },"),
        ("unknown field of words", "words: { \"song\": \"la\" },"),
        ("unknown thing tried", "tried: [(what: \"tried_magic\")],"),
        ("unknown side", "side: Middle,"),
        ("double key", "findings: { \"stairs_down\": Yes, \"stairs_down\": No },"),
        ("double number", "numbers: { \"age\": 30, \"age\": 31 },"),
        ("double field", "side: Left, side: Left,"),
        ("double spot", "spots: [(knee: Left, zone: \"outer_femur_bump\"), (knee: Left, zone: \"outer_femur_bump\")],"),
        ("double thing tried", "tried: [(what: \"tried_ice\"), (what: \"tried_ice\")],"),
        ("double words", "words: { \"why\": \"a\", \"why\": \"b\" },"),
        ("two Yes in a single question", "findings: { \"walk_normal\": Yes, \"walk_no\": Yes },"),
        ("number not finite", "numbers: { \"age\": NaN },"),
        ("number without end", "numbers: { \"age\": inf },"),
        ("number out of range", "numbers: { \"age\": 300 },"),
        ("number below its range", "numbers: { \"age\": -1 },"),
        ("impossible date", "made: \"2026-02-30\","),
        ("race that is no day", "race_on: \"2026-13-01\","),
        ("month that is none", "began: \"2026-13\","),
        ("day without its day", "made: \"2026-11\","),
        ("spot on a knee outside side", "side: Left, spots: [(knee: Right, zone: \"outer_femur_bump\")],"),
        ("worst spot that is not marked", "worst_spot: (Right, \"outer_femur_bump\"),"),
        ("worse knee of one", "side: Left, worse_knee: Left,"),
        ("pain out of range", "spots: [(knee: Right, zone: \"outer_femur_bump\", worst: 11)],"),
        ("pain below zero", "spots: [(knee: Right, zone: \"outer_femur_bump\", now: -1)],"),
        ("ability out of range", "activities: [(name: \"Run\", can: 11)],"),
        ("too many activities", "activities: [(name: \"a\"), (name: \"b\"), (name: \"c\"), (name: \"d\")],"),
        ("too many questions", "questions: [\"a\", \"b\", \"c\", \"d\"],"),
        ("day of no question", "answered: { \"q_song\": \"2026-11-20\" },"),
        ("day that is none", "answered: { \"q_walk\": \"2026-11\" },"),
        ("day of no answer", "rows_answered: { \"song\": \"2026-11-20\" },"),
        ("double day", "answered: { \"q_walk\": \"2026-11-20\", \"q_walk\": \"2026-11-21\" },"),
        ("too many days", "tried: [(what: \"tried_ice\", days: 40000)],"),
        ("words too long", &format!("words: {{ \"why\": \"{}\" }},", "x".repeat(8001))),
        ("not closed", "findings: {"),
    ] {
        let found = faults(knowledge, &format!("(\n    version: 1,\n    {fields}\n)\n"));
        let lines: Vec<usize> = found.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [3], "{what}: {found:?}");
    }
}

#[test]
fn all_faults_of_a_file_are_said_at_once() {
    let text = "(\n version: 1,\n made: \"2026\",\n numbers: {\"age\": 300},\n findings: {\"nothing\": Yes},\n)";
    let mut lines: Vec<usize> = faults(knowledge(), text).iter().map(|(line, _)| *line).collect();
    lines.sort_unstable();
    assert_eq!(lines, [3, 4, 5]);
}

/// The line and the column of the only fault.
fn place(knowledge: &Knowledge, text: &str) -> (usize, usize) {
    match read(text, knowledge) {
        Err(ReadError::Faults(faults)) if faults.first.len() == 1 => (faults.first[0].line, faults.first[0].column),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_fault_stands_where_the_value_does_whatever_comments_and_words_say() {
    let knowledge = knowledge();
    let decoy = "    // findings used to hold \"moon\", spots \"elbow\", numbers \"size\", words \"song\", made\n    content: \"made \\\"moon\\\" version\",";
    for (fields, column) in [
        ("findings: { \"stairs_down\": Yes, \"moon\": Yes },", 37),
        ("spots: [(knee: Right, zone: \"elbow\")],", 33),
        ("numbers: { /* \"size\" */ \"size\": 43 },", 29),
        ("words: { \"why\": \"song \\\"song\\\"\", \"song\": \"la\" },", 38),
        ("tried: [(what: \"tried_ice\"), (what: \"tried_ice\")],", 41),
        ("made: \"2026-11\",", 11),
        ("findings: { \"walk_normal\": Yes, \"walk_no\": Yes },", 37),
        ("worst_spot: (Right, \"outer_femur_bump\"),", 17),
    ] {
        let found = place(knowledge, &format!("(\n    version: 1,\n{decoy}\n    {fields}\n)\n"));
        assert_eq!(found, (5, column), "{fields}");
    }
    assert_eq!(place(knowledge, "// version\n(side: /* version */ Left,\n version: 0)"), (3, 11));
}

#[test]
fn of_a_file_full_of_faults_only_the_first_are_worked_out() {
    let knowledge = knowledge();
    let names = (0..50_000).map(|at| format!("\"moon {at}\":Yes,\n")).collect::<Vec<_>>().concat();
    let text = format!("(version:1,findings:{{\n{names}}})");
    let Err(ReadError::Faults(faults)) = read(&text, knowledge) else { panic!("it was read") };
    assert_eq!((faults.first.len(), faults.more), (MOST_FAULTS, 50_000 - MOST_FAULTS));
    let lines: Vec<_> = faults.first.iter().map(|fault| fault.line).collect();
    assert_eq!(lines, (2..2 + MOST_FAULTS).collect::<Vec<_>>());
    assert_eq!(faults.lines().len(), MOST_LINES);
    assert!(faults.lines()[2].ends_with("(and 49997 more)"), "{:?}", faults.lines());
}

#[test]
fn a_message_quotes_little_of_a_file_and_nothing_that_steers() {
    let knowledge = knowledge();
    let long = format!("\u{202e}\u{200b}\u{85}{}", "x".repeat(500_000));
    for fields in [
        format!("findings: {{ \"{long}\": Yes }}"),
        format!("spots: [(knee: Right, zone: \"{long}\")]"),
        format!("spots: [(knee: Right, zone: \"{long}\"), (knee: Right, zone: \"{long}\")]"),
        format!("worst_spot: (Right, \"{long}\")"),
        format!("numbers: {{ \"{long}\": 43 }}"),
        format!("words: {{ \"{long}\": \"la\" }}"),
        format!("tried: [(what: \"{long}\")]"),
        format!("made: \"{long}\""),
        format!("side: \"{long}\""),
        format!("findings: {{ \"stairs_down\": {} }}", "x".repeat(500_000)),
        format!("{}: 1", "x".repeat(500_000)),
        format!("spots: [{}(knee: Right)]", "X".repeat(500_000)),
        format!("numbers: {{ \"age\": \"{long}\" }}"),
    ] {
        let Err(fault) = read(&format!("(version: 1, {fields})"), knowledge) else { panic!("it was read") };
        let said = fault.to_string();
        assert!(said.lines().count() <= MOST_LINES && said.chars().count() < 600, "{said}");
        let steers = |c: char| c.is_control() && c != '\n' || ['\u{202e}', '\u{200b}'].contains(&c);
        assert!(!said.chars().any(steers), "{said:?}");
        assert!(said.lines().all(|line| line.matches('x').count() <= 70), "{said}");
    }
}

#[test]
fn what_no_desktop_bus_takes_is_dropped_from_old_files() {
    let text = "(version: 1, words: {\"why\": \"a\\u{0}b\\r\\nc\\u{202e}\"}, questions: [\"\\u{fdd0}d\"], activities: [(name: \"e\\u{7}\")])";
    let check = read(text, knowledge()).unwrap();
    assert_eq!(check.words[&Topic::Why], "ab\nc");
    assert_eq!(check.questions, ["d"]);
    assert_eq!(check.activities[0].name, "e");
}

#[test]
fn a_newer_file_is_told_apart_from_a_broken_one() {
    let knowledge = knowledge();
    let newer = "(version: 4, side: Third, moons: [(1, 2)], findings: { \"x\": Maybe(3) })";
    assert_eq!(read(newer, knowledge), Err(ReadError::Newer(4)));
    assert_eq!(faults(knowledge, "(\n version: 0)")[0].0, 2);
    assert_eq!(faults(knowledge, "(\n side: Left)").len(), 1, "no version");
}

#[test]
fn a_file_over_one_mebibyte_is_refused() {
    let text = format!("(version: 1, words: {{ \"why\": \"{}\" }})", "x".repeat(MOST_BYTES));
    assert_eq!(read(&text, knowledge()), Err(ReadError::TooLarge));
}

#[test]
fn brackets_without_end_are_a_fault_and_no_crash() {
    let knowledge = knowledge();
    for text in ["(".repeat(MOST_BYTES), format!("(version: 1, spots: {}", "[".repeat(500_000)), "[".repeat(MOST_BYTES)]
    {
        assert!(matches!(read(&text, knowledge), Err(ReadError::Faults(_))));
    }
}

/// A check that can be made on the screens is never called damaged at the next start.
#[test]
fn whatever_was_changed_in_whatever_order_can_be_read_back() {
    let knowledge = knowledge();
    let mut runner = crate::random::runner(Config { cases: 300, ..Config::default() });
    let edits = proptest::collection::vec(crate::any_edit::any_edit(knowledge), 1..40);
    runner
        .run(&edits, |edits| {
            let mut check = Check::default();
            for edit in edits {
                apply(edit, &mut check, knowledge);
            }
            let names = check.activities.iter().map(|activity| &activity.name);
            for words in names.chain(check.words.values()).chain(&check.questions) {
                prop_assert!(plain_text::is_clean(words), "{words:?}");
            }
            prop_assert_eq!(read(&write(&check), knowledge), Ok(check));
            Ok(())
        })
        .unwrap();
}
