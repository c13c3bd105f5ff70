//! How urgent it is, said at once.

use std::collections::BTreeSet;

use egui::{Event, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, pos2, vec2};
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::knowledge::ids::FindingId;
use kneenote::knowledge::question::Question;
use kneenote::knowledge::rule::Level;
use kneenote::store::settings::Settings;
use kneenote::wording::fill;

use crate::driver::{Driver, KNOWLEDGE, check_cases, headline, is_input, label, name_of, question, words};
use crate::flow::typical::{answer_safety, at_result, documents, none_of, save_to};
use crate::world::{TODAY, assess};

#[test]
fn the_level_appears_at_once_after_each_answer() {
    let mut driver = Driver::sized(vec2(1400.0, 800.0));
    driver.go_to_step(2);
    let mut shown = BTreeSet::new();
    let mut follow = |driver: &mut Driver, question: &Question, answer: &str| {
        driver.press_answer(&question.text, answer);
        driver.frame();
        let found = assess(driver.check());
        match headline(&found) {
            Some(headline) => driver.must_show(&headline),
            None => driver.must_show(&words().result.needs),
        }
        shown.insert(found.urgency.shown());
        driver.settle();
    };
    let safety = question("q_safety_now");
    for answer in safety.findings() {
        follow(&mut driver, safety, &answer.label);
        follow(&mut driver, safety, &answer.label);
    }
    follow(&mut driver, safety, none_of(safety));
    let walk = question("q_walk");
    for answer in walk.options.iter().rev() {
        follow(&mut driver, walk, &answer.label);
    }
    driver.type_into(&question("q_age").numbers[0].label, "27");
    println!("levels on the way: {shown:?}");
    assert!(shown.len() >= 4, "only {shown:?}");
}

#[test]
fn in_a_usual_window_a_new_level_is_told_at_once() {
    let mut driver = Driver::new();
    driver.go_to_step(2);
    answer_safety(&mut driver);
    let safety = question("q_safety_now");
    let mut told = 0;
    for answer in safety.findings() {
        let before = headline(&assess(driver.check()));
        driver.press_answer(&safety.text, &answer.label);
        driver.frame();
        let found = assess(driver.check());
        let after = headline(&found);
        if let Some(headline) = after.filter(|after| Some(after) != before.as_ref()) {
            // What is urgent is told by its banner, and not a second time.
            let line = fill(&words().app.advice_now, &[("headline", &headline)]);
            if found.urgency.level <= Level::Urgent {
                driver.must_show(&headline);
                driver.must_not_show(&line);
            } else {
                driver.must_show(&line);
            }
            told += 1;
        }
        driver.settle();
        // A sign is taken back by itself.
        driver.press_answer(&safety.text, &answer.label);
        driver.settle();
    }
    assert!(told > 3, "{told}");
}

/// A red flag of the first list that is an emergency by itself.
fn emergency_sign() -> FindingId {
    let is_emergency = |id: &FindingId| {
        let mut check = Check { made: Some(TODAY), ..Check::default() };
        check.findings.insert(id.clone(), Answer::Yes);
        assess(&check).urgency.shown() == Some(Level::Emergency)
    };
    question("q_safety_now").findings().map(|finding| finding.id.clone()).find(is_emergency).unwrap()
}

#[test]
fn an_emergency_is_above_every_step_at_once_and_goes_when_unticked() {
    let mut driver = at_result();
    let calm = headline(&assess(driver.check())).unwrap();
    let (level, bands) = (&words().result.levels.emergency, [&words().result.fits, &words().result.fits_not]);
    for text in &bands {
        driver.must_show(text);
    }
    driver.must_not_show(level);
    driver.go_to_step(2);
    let (safety, sign) = (question("q_safety_now"), emergency_sign());
    driver.press_answer(&safety.text, label(sign.as_str()));
    driver.frame();
    driver.must_show(level);
    let said = headline(&assess(driver.check())).unwrap();
    driver.must_show(&said);
    driver.settle();
    for step in 1..=4 {
        driver.go_to_step(step);
        driver.must_show(level);
        driver.must_show(&said);
        let top = driver.nodes().iter().filter(|node| name_of(node) == said).map(|node| node.rect().top() as i32).min();
        assert!(top.unwrap() < 100, "step {step}: the banner begins at {top:?}");
    }
    driver.must_show(&words().result.causes_later);
    for text in &bands {
        driver.must_not_show(text);
    }
    for cause in assess(driver.check()).shown_causes() {
        let name = &KNOWLEDGE.cause(cause.cause.as_str()).unwrap().card.what;
        driver.must_not_show(name);
    }
    let path = documents(&driver).join("emergency.txt");
    save_to(&mut driver, &path);
    driver.must_show(&words().page.saved);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), driver.page());

    driver.go_to_step(2);
    driver.press_answer(&safety.text, label(sign.as_str()));
    driver.frame();
    driver.must_not_show(level);
    driver.settle();
    driver.answer(&safety.text, none_of(safety));
    for step in 1..=4 {
        driver.go_to_step(step);
        driver.must_not_show(level);
    }
    driver.must_show(&calm);
    println!("an emergency: banner after 1 frame, on 4 of 4 steps; 0 causes; saved; gone 1 frame after unticking");
}

#[test]
fn the_headline_of_an_emergency_stays_while_a_low_window_scrolls() {
    let mut check = Check { made: Some(TODAY), ..Check::default() };
    check.findings.insert(emergency_sign(), Answer::Yes);
    let said = headline(&assess(&check)).unwrap();
    // A small window with text of twice the size.
    let mut driver = Driver::with_settings(&Settings::default(), Some(check), vec2(360.0, 280.0));
    driver.click(&words().buttons.go_on);
    let top = |driver: &Driver, name: &str| {
        let nodes = driver.nodes();
        nodes.iter().find(|node| name_of(node) == name).map(|node| node.rect().top())
    };
    for step in 1..=4 {
        driver.go_to_step(step);
        let (line, menu) = (top(&driver, &said), top(&driver, &words().buttons.menu));
        driver.window.hover_at(pos2(180.0, 160.0));
        driver.window.event(Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, -150.0),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Unknown,
            modifiers: Modifiers::NONE,
        });
        driver.settle();
        assert!(line.is_some_and(|top| (0.0..20.0).contains(&top)), "step {step}: the headline is at {line:?}");
        assert_eq!(top(&driver, &said), line, "step {step}");
        assert!(top(&driver, &words().buttons.menu) < menu, "step {step}: nothing scrolled");
    }
}

#[test]
fn an_emergency_is_told_without_a_side_or_any_other_answer() {
    let mut driver = Driver::new();
    driver.go_to_step(2);
    driver.answer(&question("q_safety_now").text, label(emergency_sign().as_str()));
    driver.go_to_step(4);
    driver.must_show(&headline(&assess(driver.check())).unwrap());
    driver.must_not_show(&words().result.needs);
}

#[test]
fn what_the_runner_is_not_sure_of_is_told_with_if_that_is_true() {
    let mut driver = at_result();
    driver.go_to_step(2);
    let sign = emergency_sign();
    driver.click(&format!("{}: {}", label(sign.as_str()), words().questions.row_not_sure));
    driver.go_to_step(4);
    driver.must_show(&fill(&words().result.if_true, &[("sign", label(sign.as_str()))]));
}

#[test]
fn every_check_case_opens_and_shows_its_level() {
    let mut wrong = Vec::new();
    for (id, check) in check_cases() {
        let found = assess(&check);
        let mut driver = Driver::with_check(check);
        driver.must_show(&words().menu.opened);
        driver.open_result();
        match headline(&found) {
            Some(headline) if !driver.shows(&headline) => wrong.push(format!("{id}: {headline} is missing")),
            None if !driver.shows(&words().result.needs) => wrong.push(format!("{id}: what is needed is missing")),
            _ => {}
        }
        let nodes = driver.nodes();
        let unnamed = nodes.iter().filter(|node| is_input(node) && name_of(node).is_empty()).count();
        assert_eq!(unnamed, 0, "{id}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
