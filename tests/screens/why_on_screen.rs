//! Promise: every reason can be followed to its source, with strength in words and no number that looks like a chance;
//! and About says how often the right cause was found.

use crate::driver::{Driver, KNOWLEDGE, name_of, words};
use crate::world::assess;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;
use kneenote::check::answer::Answer;
use kneenote::knowledge::cause::Strength;
use kneenote::knowledge::rule::Level;
use kneenote::wording::fill;

/// A driver at step 4 with every fold of it open, and what follows from its answers.
fn opened() -> (Driver, kneenote::assess::Assessment) {
    let is_meant = |found: &kneenote::assess::Assessment| {
        let first = found.shown_causes().next();
        found.urgency.shown().is_some_and(|level| level > Level::Emergency)
            && first.is_some_and(|cause| !cause.speaks_for.is_empty() && !cause.speaks_against.is_empty())
    };
    let check = crate::driver::check_cases().into_iter().map(|(_, check)| check).find(|check| is_meant(&assess(check)));
    let check = check.unwrap();
    let found = assess(&check);
    let mut driver = Driver::with_check(check);
    driver.open_result();
    driver.open_all_folds();
    (driver, found)
}

#[test]
fn the_working_names_every_finding_its_strength_and_its_source() {
    let (driver, found) = opened();
    let texts = driver.texts().join("\n");
    let words = &words().explanation;
    for title in [&words.title, &words.speaks_for, &words.speaks_against, &words.references] {
        assert!(texts.contains(title.as_str()), "{title}");
    }
    let mut strengths = Vec::new();
    for cause in found.shown_causes() {
        let rows = KNOWLEDGE.weights(&cause.cause);
        for reason in cause.speaks_for.iter().chain(&cause.speaks_against) {
            let question = KNOWLEDGE.question_of(reason.finding.as_str()).unwrap();
            let label = |id: &str| crate::driver::label(id).to_owned();
            let picked = question.findings().find(|row| found.evidence.is_yes(row.id.as_str()));
            let said = match (reason.answer, picked) {
                (Answer::No, Some(picked)) if picked.alone || question.is_single() => picked.label.clone(),
                (Answer::No, _) => {
                    fill(&crate::driver::words().result.said_no, &[("what", &label(reason.finding.as_str()))])
                }
                _ => label(reason.finding.as_str()),
            };
            assert!(texts.contains(&said), "{}: {said}", cause.cause);
            strengths.push(KNOWLEDGE.scoring.strength_of(reason.weight));
            for source in rows[reason.row].sources.iter().filter_map(|id| KNOWLEDGE.source(id.as_str())) {
                let title = &source.title;
                assert!(texts.contains(title.as_str()), "{}: {title}", cause.cause);
            }
        }
    }
    for (strength, word) in
        [(Strength::StrongFor, &words.strong), (Strength::ModerateFor, &words.fair), (Strength::WeakFor, &words.weak)]
    {
        assert!(!strengths.contains(&strength) || driver.texts().contains(word), "{word}");
    }
}

#[test]
fn the_working_is_folded_and_holds_no_weight_in_figures() {
    let (driver, found) = opened();
    // Study figures that advice cites are not weights.
    let is_cited = |text: &String| KNOWLEDGE.advice.load.iter().any(|fact| fact.text == *text);
    let texts: Vec<_> = driver.texts().into_iter().filter(|text| !is_cited(text)).collect();
    for cause in found.shown_causes() {
        for reason in &cause.speaks_for {
            let figure = format!("{:.2}", reason.weight);
            let says = |text: &String| text.split_whitespace().any(|word| word.trim_matches(['(', ')', ',']) == figure);
            assert!(!texts.iter().any(says), "{figure}");
        }
    }
    let mut driver = Driver::with_check(driver.check().clone());
    driver.open_result();
    driver.must_not_show(&words().explanation.lead);
    driver.must_not_show(&words().explanation.references);
}

#[test]
fn each_rule_that_fired_names_its_sources() {
    let (driver, found) = opened();
    driver.must_show(&words().explanation.rules);
    for fired in &found.urgency.fired {
        let rule = KNOWLEDGE.rule(fired.rule.as_str()).unwrap();
        driver.must_show(&rule.reason);
        for source in rule.sources.iter().filter_map(|id| KNOWLEDGE.source(id.as_str())) {
            driver.must_show(&source.title);
        }
    }
}

#[test]
fn about_says_how_often_it_was_right_beside_what_others_reached() {
    let mut driver = Driver::new();
    driver.click(&words().buttons.menu);
    driver.click(&words().menu.about);
    let is_heading = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == Role::Heading;
    let headings: Vec<_> = driver.nodes().iter().filter(|node| is_heading(node)).map(name_of).collect();
    let menu = &words().menu;
    for title in [&menu.record, &menu.limits, &menu.not_checked, &menu.sign_off] {
        assert!(headings.contains(title), "{title}");
    }
    let record = &KNOWLEDGE.record;
    let cases = record.cases.to_string();
    for (sentence, share) in [(&menu.record_first, record.first), (&menu.record_three, record.first_three)] {
        driver.must_show(&fill(sentence, &[("right", &share.right.to_string()), ("cases", &cases)]));
        let range = [("least", &*share.least_in_100.to_string()), ("most", &*share.most_in_100.to_string())];
        driver.must_show(&fill(&menu.record_range, &range));
    }
    driver.must_show(&menu.record_used);
    for other in &KNOWLEDGE.about.others {
        driver.must_show(&other.text);
    }
}
