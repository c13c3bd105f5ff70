//! Whatever is told fits one page, and nothing is lost without a word.

use std::cell::Cell;

use super::{one_line, page_from, said, section, urgent_lines_of};
use crate::known::knowledge;
use crate::random::{any_check, runner};
use crate::words::wording;
use crate::world::{TODAY, assess};
use kneenote::check::Topic;
use kneenote::check::answer::Answer;
use kneenote::check::spot::{Knee, Side, Spot};
use kneenote::knowledge::question::{Meaning, NoteSection, OnPage};
use kneenote::note::page;
use kneenote::note::page::{Cut, OptionalSection};
use proptest::prelude::*;
use proptest::test_runner::Config;
use unicode_width::UnicodeWidthStr as _;

#[test]
fn every_yes_stands_on_the_page_unless_its_section_was_left_out() {
    let knowledge = knowledge();
    let mut runner = runner(Config { cases: 150, failure_persistence: None, ..Config::default() });
    let seen = Cell::new(0_usize);
    runner
        .run(&any_check(knowledge), |mut check| {
            // The longest own words are another promise.
            check.words.clear();
            let made = page_from(&check);
            let text = one_line(&made.text).to_lowercase();
            let left_out = assess(&check).evidence.left_out;
            for question in knowledge.questions.iter().filter(|question| !left_out.contains(&question.id)) {
                let goes = match question.note {
                    NoteSection::Elsewhere | NoteSection::Tried => continue,
                    NoteSection::Course | NoteSection::Function => None,
                    NoteSection::Feel | NoteSection::Worse | NoteSection::When => Some(OptionalSection::Feel),
                    NoteSection::OtherSigns => Some(OptionalSection::OtherSigns),
                    NoteSection::Training => Some(OptionalSection::Training),
                    NoteSection::Health => Some(OptionalSection::Health),
                };
                for row in question.options.iter().filter(|row| row.means == Meaning::Finding) {
                    let is_yes = check.findings.get(&row.id) == Some(&Answer::Yes);
                    let is_urgent = knowledge.red_flags.contains(&row.id);
                    // The time is worked out from the date it began, a high weight from height and weight, and old safety
                    // answers count as not asked.
                    let is_worked_out = row.id == "bmi_high" && check.number("height_cm").is_some();
                    if !is_yes
                        || is_worked_out
                        || ["q_duration", "q_walk", "q_safety_now"].contains(&question.id.as_str())
                    {
                        continue;
                    }
                    // What a doctor said of the weight gives way to the weight itself.
                    let has_weight = ["height_cm", "weight_kg"].iter().all(|number| check.number(number).is_some());
                    if question.id == "q_bmi" && has_weight {
                        continue;
                    }
                    let is_gone = goes.is_some_and(|goes| made.left_out.contains(&goes))
                        || (question.id == "q_feel" && made.left_out.contains(&OptionalSection::OtherSigns));
                    let phrase = match &row.page {
                        OnPage::Sign => &row.note,
                        OnPage::Can(words) | OnPage::Denies(words) => words,
                        OnPage::Elsewhere => continue,
                    };
                    seen.set(seen.get() + usize::from(!is_gone));
                    prop_assert!(
                        (is_gone && !is_urgent)
                            || text.contains(&phrase.to_lowercase())
                            || text.contains(&row.told_in_short().to_lowercase()),
                        "{phrase} is missing on\n{}",
                        made.text
                    );
                }
            }
            Ok(())
        })
        .unwrap_or_else(|fault| panic!("{fault}"));
    println!("Yes answers looked for: {}", seen.get());
}

#[test]
fn every_marked_place_stands_on_the_page_with_its_knee_and_its_pain_on_one_line() {
    let knowledge = knowledge();
    let words = &wording().note;
    let mut runner = runner(Config { cases: 150, failure_persistence: None, ..Config::default() });
    runner
        .run(&any_check(knowledge), |check| {
            let made = page_from(&check);
            let place = section(&made.text, &words.where_heading);
            for spot in &check.spots {
                let knee = if spot.knee == Knee::Left { &words.left_knee } else { &words.right_knee };
                prop_assert!(place.contains(knee), "{knee} is missing in\n{}", made.text);
                let zone = knowledge.zone(spot.zone.as_str()).unwrap();
                let is_told = place.contains(&zone.place) || place.contains(&zone.short);
                prop_assert!(is_told, "{} is missing in\n{}", zone.short, made.text);
                let pains = [("worst", spot.worst), ("now", spot.now)];
                let pains: Vec<_> =
                    pains.iter().filter_map(|(word, pain)| Some(format!("{word} {}", (*pain)?))).collect();
                prop_assert!(made.text.contains(&pains.join(", ")), "{pains:?} is broken in\n{}", made.text);
            }
            Ok(())
        })
        .unwrap_or_else(|fault| panic!("{fault}"));
}

#[test]
fn who_says_yes_to_everything_everywhere_still_gets_one_page_with_both_knees() {
    let knowledge = knowledge();
    let words = &wording().note;
    let mut check = said(&[], &[]);
    check.side = Some(Side::Both);
    for knee in [Knee::Left, Knee::Right] {
        check.spots.extend(knowledge.zones.iter().map(|zone| Spot {
            knee,
            zone: zone.id.clone(),
            worst: Some(10),
            now: Some(10),
            size: None,
        }));
    }
    for row in knowledge.findings().filter(|row| row.means == Meaning::Finding) {
        check.findings.insert(row.id.clone(), Answer::Yes);
    }
    for topic in Topic::ALL {
        check.words.insert(topic, "word ".repeat(300));
    }
    check.questions = vec!["word ".repeat(300); 3];
    let made = page_from(&check);
    assert!(made.lines <= 60, "{} lines\n{}", made.lines, made.text);
    let left_out = made.left_out.iter().map(|goes| goes.name(words)).collect::<Vec<_>>().join(", ");
    let footer = format!("Left out to keep one page: {left_out}.");
    assert!(!made.left_out.is_empty() && one_line(&made.text).contains(&footer), "{}", made.text);
    for knee in [&words.left_knee, &words.right_knee] {
        assert!(section(&made.text, &words.where_heading).contains(&format!("{knee}: ")), "{}", made.text);
    }
}

#[test]
fn own_words_are_whole_while_lines_are_free() {
    let why = "The outside of my knee hurts from about five kilometres and I have to walk home. ".repeat(3);
    let past = "Had the same on the left side four years ago, a scan was fine, and I take warfarin for my heart.";
    for (who, topic, text) in [("why", Topic::Why, why.as_str()), ("past", Topic::Past, past)] {
        let mut check = said(&["stairs_down"], &["squat"]);
        check.words.insert(topic, text.to_owned());
        let made = page_from(&check);
        assert!(one_line(&made.text).contains(&format!("\"{}\"", text.trim())), "{who}: {}", made.text);
        assert!(made.text.contains("Nothing left out.") && made.cut.is_empty(), "{}", made.text);
    }
    let mut check = said(&[], &[]);
    check.words.insert(Topic::Why, "word ".repeat(1_000));
    check.words.insert(Topic::Past, "word ".repeat(1_000));
    let made = page_from(&check);
    assert_eq!(made.cut, [Cut::Why, Cut::Past]);
    assert!(one_line(&made.text).contains("Cut: why I am here, past knee."), "{}", made.text);
    assert!(!made.text.contains("\n\n"), "lines are free: {}", made.text);
}

#[test]
fn any_answers_with_any_own_words_fit_one_page() {
    let knowledge = knowledge();
    let words = &wording().note;
    let most = Cell::new((0, 0, 0));
    let mut runner = runner(Config { cases: 600, failure_persistence: None, ..Config::default() });
    runner
        .run(&any_check(knowledge), |check| {
            let assessment = assess(&check);
            let made = page(words, &check, &assessment, TODAY);
            prop_assert!(made.text.lines().count() <= 60, "{} lines\n{}", made.lines, made.text);
            for line in made.text.lines() {
                prop_assert!(line.width() <= 72, "{} columns: {line}", line.width());
                prop_assert!(line.chars().count() <= 72, "{} characters: {line}", line.chars().count());
            }
            let counts = one_line(&made.text);
            let is_counted = counts.split("and ").any(|rest| {
                let (number, more) = rest.split_once(' ').unwrap_or_default();
                number.parse::<usize>().is_ok() && more.starts_with("more")
            });
            // Nobody hurts in so many places that they are counted.
            prop_assert!(!is_counted || made.cut.contains(&Cut::Places), "{}", made.text);
            let is_cut = made.text.contains("[...]") || is_counted;
            let is_whole = counts.contains("Nothing left out.");
            prop_assert!(!(is_whole && is_cut), "it was cut:\n{}", made.text);
            let is_told = made.cut.iter().all(|cut| counts.contains(cut.name(words)));
            prop_assert!(is_told && is_whole <= (made.cut.is_empty() && made.left_out.is_empty()), "{}", made.text);
            // A line that stays free is too short for what is next, and own words come before blank lines.
            let free = made.text.lines().filter(|line| line.is_empty()).count();
            let is_own_cut = made.cut.iter().any(|cut| cut.is_own_words());
            prop_assert!(!is_own_cut || free <= 2, "{free} lines are free:\n{}", made.text);
            prop_assert!(made.text.ends_with('\n') && !made.text.ends_with("\n\n") && !made.text.contains('\t'));
            // One in ten is made again, which takes as long as the first time.
            if made.words.is_multiple_of(10) {
                prop_assert_eq!(&made, &page(words, &check, &assessment, TODAY));
            }
            let (lines, app_words, urgent_lines) = most.get();
            most.set((
                lines.max(made.lines),
                app_words.max(made.words),
                urgent_lines.max(urgent_lines_of(&made.text).count() + 1),
            ));
            Ok(())
        })
        .unwrap_or_else(|fault| panic!("{fault}"));
    println!("most lines, words of the app, lines of urgent signs: {:?}", most.get());
}
