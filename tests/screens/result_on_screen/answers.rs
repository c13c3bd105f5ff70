//! What was answered, and what is still open, is told as the form says it.

use super::{USUAL, clot, hard_calf, knee, kneecap, opened, tendon, top_of, torn, unfolded};
use crate::driver::{KNOWLEDGE, headline, label, question, words};
use crate::world::assess;
use kneenote::check::answer::Answer;
use kneenote::check::spot::Knee;
use kneenote::knowledge::question::{Meaning, QuestionKind};
use kneenote::knowledge::rule::Level;
use kneenote::wording::fill;

#[test]
fn every_finding_that_can_be_not_sure_is_told_in_words_that_read_right() {
    let unsure_of = |meaning: &Meaning| match meaning {
        Meaning::NotSureOf(sign) => Some(sign.clone()),
        _ => None,
    };
    let mut told = 0;
    for sign in &KNOWLEDGE.red_flags {
        let asked = KNOWLEDGE.question_of(sign.as_str()).unwrap();
        let by_row = asked.options.iter().filter_map(|row| unsure_of(&row.means)).any(|of| of == *sign);
        let can_be = by_row || matches!(asked.kind, QuestionKind::Multi { .. });
        let mut check = knee("kneecap", 30.0, &["walk_normal", "onset_sudden", "dur_lt3d", "trend_worse", "at_rest"]);
        check.findings.insert(sign.clone(), Answer::NotSure);
        let found = assess(&check);
        let Some(fired) = found.urgency.first().filter(|fired| can_be && fired.if_true.contains(sign)) else {
            continue;
        };
        let said = if by_row {
            let values = [("question", asked.text.as_str()), ("answer", label(sign.as_str()))];
            fill(&words().result.if_answer, &values)
        } else {
            fill(&words().result.if_true, &[("sign", label(sign.as_str()))])
        };
        // "You were not sure about this: No, I cannot." is no sentence anybody understands.
        let answer_alone = fill(&words().result.if_true, &[("sign", "No")]);
        let answer_alone = answer_alone.split('.').next().unwrap();
        let driver = opened(check, USUAL);
        driver.must_show(&said);
        driver.must_not_show(answer_alone);
        assert!(fired.level <= Level::Clinician);
        told += 1;
    }
    assert!(told > 10, "only {told} signs told");
}

#[test]
fn your_answers_name_the_row_that_was_picked_where_the_runner_was_not_sure() {
    let mut check = kneecap();
    check.findings.remove("walk_normal");
    check.findings.insert("walk_no".into(), Answer::NotSure);
    let (driver, _) = unfolded(check);
    driver.must_show(label("walk_unsure"));
    driver.must_not_show(&format!("{}: {}", words().questions.not_sure, label("walk_no")));
}

#[test]
fn danger_signs_that_were_not_asked_are_counted_and_a_button_leads_to_the_first() {
    let check = knee("outer_femur_bump", 35.0, &["walk_normal", "onset_gradual", "dur_6_12w", "trend_same"]);
    let found = assess(&check);
    assert_eq!(found.urgency.shown(), Some(Level::Clinician));
    let mut driver = opened(check, USUAL);
    assert!(found.urgency.unasked.len() > 20);
    let start = words().result.unasked.replace("{count}", "");
    let line = driver.texts().into_iter().find(|text| text.ends_with(start.trim())).expect("the line");
    assert!(line.split(' ').next().unwrap().parse::<usize>().unwrap() > 20, "{line}");
    driver.click(&words().result.unasked_go);
    let sought = KNOWLEDGE
        .questions
        .iter()
        .find(|asked| asked.options.iter().any(|row| found.urgency.unasked.contains(&row.id)))
        .unwrap();
    driver.must_show(&sought.text);
}

#[test]
fn what_was_counted_as_no_stands_below_the_result_and_not_in_the_menu() {
    let mut check = hard_calf();
    check.findings.retain(|_, answer| *answer == Answer::Yes);
    let mut driver = opened(check, USUAL);
    driver.go_to_step(2);
    driver.answer(&question("q_safety_now").text, label("red_knee"));
    driver.go_to_step(4);
    let line = words().questions.counted_as_no.split('{').next().unwrap();
    driver.must_show(line);
    assert!(top_of(&driver, line) > top_of(&driver, &words().result.answers));
    driver.click(&words().buttons.menu);
    driver.must_not_show(line);
}

#[test]
fn the_result_speaks_in_the_words_of_the_form() {
    for check in [torn(), kneecap(), tendon(), clot()] {
        let (driver, found) = unfolded(check);
        let page = driver.page().to_owned();
        let texts: Vec<String> = driver.texts().into_iter().filter(|text| *text != page.trim_end()).collect();
        for cause in found.could_be() {
            for reason in cause.speaks_for.iter().chain(&cause.speaks_against) {
                let finding = KNOWLEDGE.finding(reason.finding.as_str()).unwrap();
                // Where page and form use the same words there is nothing to tell apart.
                let is_short = finding.note.to_lowercase() != finding.label.to_lowercase();
                let is_said = texts.iter().any(|text| text.trim_start_matches("\u{2022} ") == finding.note);
                assert!(!(is_short && is_said), "{:?} is shorthand", finding.note);
            }
        }
        driver.must_not_show("no: ");
    }
}

#[test]
fn of_the_ways_of_an_injury_those_that_did_not_happen_are_not_held_against_a_cause() {
    let check = torn();
    let denied: Vec<_> = question("q_onset")
        .findings()
        .filter(|row| check.findings.get(&row.id) == Some(&Answer::No))
        .map(|row| fill(&words().result.said_no, &[("what", &row.label)]))
        .collect();
    let found = assess(&check);
    let best = found.could_be().next().unwrap();
    let no_pop = |id: &str| question("q_onset").findings().any(|row| row.id == id) && id != "onset_pop";
    assert!(best.speaks_against.iter().any(|reason| no_pop(reason.finding.as_str())), "nothing to leave out");
    let mut driver = opened(check, USUAL);
    driver.click(&words().result.more_of_cause);
    for line in denied {
        driver.must_not_show(&line);
    }
}

#[test]
fn too_little_told_says_what_is_missing_and_leads_through_just_that() {
    let mut check = kneecap();
    for sign in ["locked_now", "slr_no"] {
        check.findings.remove(sign);
    }
    check.spots.clear();
    check.worst_spot = None;
    let missing = assess(&check).urgency.missing;
    assert!(missing.len() >= 3, "{missing:?}");
    let mut driver = opened(check, USUAL);
    driver.must_show(&words().result.needs);
    for id in &missing {
        let heading = &question(id.as_str()).heading;
        assert!(driver.texts().iter().any(|text| text.ends_with(heading)), "{heading}");
    }
    driver.click(&words().result.needs_go);
    driver.must_show(&words().place.title);
    let (list, row) = crate::driver::list_of(Knee::Right, "kneecap");
    driver.click_button(crate::driver::lists_with("kneecap"));
    driver.click_button(&list);
    driver.answer(&list, &row);
    let mut screens = 0;
    while !driver.shows(&crate::driver::step_line(4)) {
        driver.click(&words().buttons.continue_on);
        screens += 1;
    }
    // From the place to the one question, from there to the other, and to the result.
    assert_eq!(screens, 3);
}

#[test]
fn with_the_danger_signs_left_open_no_level_and_no_plan_is_told() {
    let mut check = kneecap();
    check
        .findings
        .retain(|finding, _| !finding.as_str().starts_with("dur_") && !finding.as_str().starts_with("trend_"));
    for finding in ["dur_6_12w", "trend_worse"] {
        check.findings.insert(finding.into(), Answer::Yes);
    }
    let headline = headline(&assess(&check)).unwrap();
    let driver = opened(check.clone(), USUAL);
    driver.must_show(&headline);
    driver.must_show(&words().plan.week);
    check.clear(question("q_safety_now"));
    let mut driver = opened(check, USUAL);
    driver.must_show(&words().result.needs);
    driver.must_show(&fill(&words().result.needs_signs, &[("headline", &headline)]));
    for told in [&words().plan.week, &words().result.causes] {
        driver.must_not_show(told);
    }
    driver.click(&words().result.needs_go);
    driver.must_show(&crate::driver::step_line(2));
    driver.answer(&question("q_safety_now").text, "No, none of these");
    driver.go_to_step(4);
    driver.must_show(&headline);
}
