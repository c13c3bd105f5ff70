//! Side, places and ticks, also by list and with "not sure".

use egui::Key;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::apply::apply;
use kneenote::check::edit::Edit;
use kneenote::check::spot::{Activity, Knee, Side, Size, Spot, Tried};
use kneenote::knowledge::ids::CardId;
use kneenote::knowledge::question::{Meaning, Question, QuestionKind, ShownAs};
use kneenote::session::screen::question_cards;
use kneenote::wording::fill;

use crate::driver::{self, Driver, KNOWLEDGE, name_of, question, words};
use crate::flow::typical::{ZONE, answer_where, at_result, cards, mark_from_list, to_first_card};
use crate::world::assess;

#[test]
fn another_side_takes_the_spots_along_and_says_so() {
    let mut driver = Driver::new();
    driver.go_to_step(1);
    answer_where(&mut driver);
    mark_from_list(&mut driver, Knee::Right, "outer_femur_bump");
    let before = driver.check().clone();
    assert_eq!(before.spots.len(), 2);
    let swap = fill(&words().place.swap_named, &[("what", &driver::zone_name(Knee::Right, "outer_femur_bump"))]);
    driver.click(&swap);
    let after = driver.check().clone();
    assert_eq!(after.side, Some(Side::Left));
    for (one, other) in before.spots.iter().zip(&after.spots) {
        assert_eq!((other.knee, &other.zone, other.worst), (Knee::Left, &one.zone, one.worst));
    }
    let knee = words().app.knee_left_short.to_lowercase();
    driver.must_show(&fill(&words().place.moved, &[("knee", &knee)]));
    driver.must_show(&driver::zone_name(Knee::Left, ZONE));
    driver.click(&words().buttons.undo);
    assert_eq!(*driver.check(), before);
}

#[test]
fn a_spot_from_the_list_is_the_same_as_from_the_picture() {
    for knee in [Knee::Left, Knee::Right] {
        let mut from_list = Driver::new();
        from_list.go_to_step(1);
        mark_from_list(&mut from_list, knee, ZONE);
        let mut from_picture = Driver::new();
        from_picture.go_to_step(1);
        from_picture.click(&driver::zone_name(knee, ZONE));
        assert_eq!(from_picture.check(), from_list.check());
        assert_eq!(from_picture.check().spots.len(), 1);
        assert_eq!(from_picture.check().spots[0].knee, knee);
    }
}

#[test]
fn rows_left_unticked_count_as_no_and_the_screen_says_which() {
    let mut driver = at_result();
    let feel = question("q_feel");
    let (_, title) = cards(&driver).into_iter().find(|(card, _)| *card == feel.card).unwrap();
    to_first_card(&mut driver);
    while !driver.shows(&title) {
        driver.click(&words().buttons.continue_on);
    }
    driver.open_all_folds();
    // Each answer is taken back by its own cell.
    for row in feel.findings() {
        let answer = driver.check().answer(row.id.as_str());
        let cell = match answer {
            Answer::Yes => row.label.clone(),
            Answer::No => format!("{}: {}", row.label, words().questions.row_no),
            Answer::NotSure => format!("{}: {}", row.label, words().questions.row_not_sure),
            Answer::NotAsked => continue,
        };
        driver.click(&cell);
    }
    let (ticked, left) = (&feel.options[1], &feel.options[0]);
    assert_eq!(driver.check().answer(left.id.as_str()), Answer::NotAsked);
    driver.answer(&feel.text, &ticked.label);
    let before = driver.check().clone();
    driver.click(&words().buttons.continue_on);
    assert_eq!(driver.check().answer(ticked.id.as_str()), Answer::Yes);
    for finding in feel.findings().filter(|finding| finding.id != ticked.id) {
        assert_eq!(driver.check().answer(finding.id.as_str()), Answer::No, "{}", finding.id);
    }
    let start = words().questions.counted_as_no.split('{').next().unwrap();
    let line = driver.texts().into_iter().find(|text| text.starts_with(start));
    let line = line.expect("the line that says what was counted as No");
    assert!(!line.contains(&ticked.label), "{line}");
    driver.click(&words().buttons.change);
    driver.must_show(&title);
    assert!(driver.is_ticked(&feel.text, &ticked.label));
    driver.click(&words().buttons.undo);
    assert_eq!(*driver.check(), before, "one step of Undo takes it back");
}

#[test]
fn not_sure_can_be_said_by_pointer_and_by_keys() {
    let safety = question("q_safety_now");
    let row = safety.findings().next().unwrap();
    let not_sure = format!("{}: {}", row.label, words().questions.row_not_sure);

    let mut driver = Driver::new();
    driver.go_to_step(2);
    driver.click(&not_sure);
    assert_eq!(driver.check().answer(row.id.as_str()), Answer::NotSure);
    driver.click(&not_sure);
    assert_eq!(driver.check().answer(row.id.as_str()), Answer::NotAsked);

    let mut driver = Driver::new();
    driver.go_to_step(2);
    for _ in 0..40 {
        driver.key(Key::Tab);
        let on_row = driver.nodes().iter().any(|node| node.is_focused() && name_of(node) == row.label);
        if on_row {
            break;
        }
    }
    driver.key(Key::ArrowRight);
    driver.key(Key::Space);
    assert_eq!(driver.check().answer(row.id.as_str()), Answer::No);
    driver.key(Key::ArrowRight);
    driver.key(Key::Space);
    assert_eq!(driver.check().answer(row.id.as_str()), Answer::NotSure);
}

/// Whether each answer of a question is a row with its own cells.
fn has_rows(question: &Question) -> bool {
    matches!(question.kind, QuestionKind::Multi { .. })
        && matches!(question.shown_as, ShownAs::Rows | ShownAs::Tiles(_))
}

#[test]
fn every_row_of_every_list_offers_not_sure() {
    let mut driver = at_result();
    driver.go_to_step(2);
    for (id, _) in std::iter::once((CardId::from("safety"), String::new())).chain(cards(&driver)) {
        let check = driver.check().clone();
        let found = assess(&check);
        let asked: Vec<&Question> = if id == "safety" {
            vec![question("q_safety_now")]
        } else {
            question_cards(&KNOWLEDGE, &check, &found)
                .into_iter()
                .filter(|page| page.card == id)
                .flat_map(|page| page.core)
                .collect()
        };
        driver.open_all_folds();
        for question in asked.iter().filter(|question| has_rows(question)) {
            for finding in question.findings().filter(|finding| !finding.alone) {
                let name = format!("{}: {}", finding.label, words().questions.row_not_sure);
                assert!(driver.offers(&name), "{}: {name}", question.id);
            }
        }
        driver.click(&words().buttons.continue_on);
    }
}

#[test]
fn one_of_several_answers_can_be_not_sure_too() {
    let of_kind = |question: &&Question| {
        question.kind == QuestionKind::Single
            && question.options.iter().any(|answer| matches!(answer.means, Meaning::NotSureOf(_) | Meaning::Nothing))
    };
    assert!(KNOWLEDGE.questions.iter().filter(of_kind).count() > 2);
    let mut driver = at_result();
    let sex = question("q_sex");
    driver.find_question(&sex.text);
    let skip = sex.options.iter().find(|answer| answer.means == Meaning::Nothing).unwrap();
    driver.answer(&sex.text, &skip.label);
    assert!(driver.is_ticked(&sex.text, &skip.label));
}

#[test]
fn days_of_a_treatment_that_cannot_be_say_what_can() {
    let rest = question("q_tried").findings().next().unwrap();
    let (_, mut check) = driver::check_cases().swap_remove(0);
    check.tried = vec![Tried { what: rest.id.clone(), days: None, helped: None }];
    let mut driver = Driver::with_check(check);
    driver.open_result();
    driver.go_to_step(3);
    let days = driver.find_days_of(&rest.label);
    let told = fill(&words().questions.whole_bad, &[("min", "0"), ("max", "36500")]);
    for (typed, stored) in [("36501", None), ("65535", None), ("-3", None), ("ten", None), ("2.5", None), ("1,5", None)]
        .into_iter()
        .chain([("14", Some(14)), ("36500", Some(36_500)), ("1,000", Some(1_000)), ("1.000", Some(1_000))])
    {
        // The fold has the name of its field.
        if driver.inputs().iter().filter(|name| **name == days).nth(1).is_none() {
            driver.click(&days);
        }
        driver.click_nth(&days, 1);
        driver.window.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
        driver.window.event(egui::Event::Text(typed.to_owned()));
        driver.settle();
        assert_eq!(driver.check().tried[0].days, stored, "{typed}");
        assert_eq!(driver.shows(&told), stored.is_none(), "{typed}");
    }
}

#[test]
fn a_name_typed_anew_keeps_how_well_it_goes() {
    let mut check = Check::default();
    for edit in [Edit::ActivityName(0, "Run".to_owned()), Edit::ActivityCan(0, 3)] {
        apply(edit, &mut check, &KNOWLEDGE);
    }
    apply(Edit::ActivityName(0, String::new()), &mut check, &KNOWLEDGE);
    apply(Edit::ActivityName(0, "Walk".to_owned()), &mut check, &KNOWLEDGE);
    assert_eq!(check.activities, [Activity { name: "Walk".to_owned(), can: Some(3) }]);
    let mut driver = Driver::with_check(check);
    driver.open_result();
    driver.click(&words().page.own_words);
    let field = fill(&words().page.activity, &[("number", "1")]);
    driver.click(&field);
    driver.window.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    driver.key(Key::Backspace);
    assert_eq!(driver.check().activities[0].can, Some(3));
    driver.go_to_step(2);
    assert!(driver.check().activities.is_empty(), "one without a name is gone with the screen");
}

#[test]
fn from_both_knees_to_one_the_worse_pain_stays() {
    for (left, right) in [((Some(2), Some(7)), (Some(8), Some(1))), ((None, Some(7)), (Some(8), None))] {
        let mut check = Check { side: Some(Side::Both), ..Check::default() };
        for (knee, (worst, now)) in [(Knee::Left, left), (Knee::Right, right)] {
            check.spots.push(Spot { knee, zone: ZONE.into(), worst, now, size: None });
        }
        check.spots[1].size = Some(Size::Hand);
        check.set_side(Side::Left);
        let one = Spot { knee: Knee::Left, zone: ZONE.into(), worst: Some(8), now: Some(7), size: Some(Size::Hand) };
        assert_eq!(check.spots, [one]);
    }
}

#[test]
fn more_pain_now_than_at_its_worst_is_pointed_out() {
    let spot = |worst, now| Spot { knee: Knee::Right, zone: ZONE.into(), worst, now, size: None };
    for (worst, now, is_told) in
        [(Some(3), Some(9), true), (Some(9), Some(3), false), (Some(3), Some(3), false), (None, Some(9), false)]
    {
        let check = Check { side: Some(Side::Right), spots: vec![spot(worst, now)], ..Check::default() };
        let mut driver = Driver::with_check(check);
        driver.click(&words().buttons.go_on);
        driver.go_to_step(1);
        driver.click(&words().place.more_of);
        assert_eq!(driver.shows(&words().place.now_above_worst), is_told, "worst {worst:?}, now {now:?}");
    }
}
