//! Promise: every statement of the article for runners stands on the screen where it belongs.

use std::collections::BTreeSet;

use crate::driver::{Driver, KNOWLEDGE, check_cases, name_of, places, texts_of, words};
use crate::enough_told::with_enough_told;
use crate::world::{TODAY, assess};
use egui::Rect;
use egui::accesskit::Role;
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::spot::{Knee, Side, Spot};
use kneenote::knowledge::advice::{Bullet, Shown};
use kneenote::knowledge::ids::CauseId;
use kneenote::knowledge::question::QuestionKind;
use kneenote::knowledge::rule::Level;

/// What stands further to the right than this from the head of a card belongs to the plan beside it, in points.
const CARD: f32 = 290.0;

fn bullets(screen: Shown) -> Vec<&'static Bullet> {
    KNOWLEDGE.article.bullets.iter().filter(|bullet| bullet.screen == screen).collect()
}

fn name(cause: &CauseId) -> &'static str {
    &KNOWLEDGE.cause(cause.as_str()).unwrap().name
}

/// A runner to whom this cause is shown: a check case whose first cause it is, else one that shows it, else somebody
/// with all that speaks for it.
fn runner_with(cause: &CauseId) -> (String, Check) {
    let shows = |check: &Check| {
        let found = assess(check);
        found.is_sorted
            && found.urgency.level != Level::Emergency
            && found.shown_causes().any(|shown| shown.cause == *cause)
    };
    let told = check_cases().into_iter().map(|(id, check)| (id, with_enough_told(&KNOWLEDGE, check)));
    let cases: Vec<_> = told.filter(|(_, check)| shows(check)).collect();
    let first = cases.iter().find(|(_, check)| assess(check).causes[0].cause == *cause);
    let made = || {
        let check = with_all_that_speaks_for(cause);
        assert!(shows(&check), "nothing that a runner can answer shows {cause}");
        (format!("made for {cause}"), check)
    };
    first.or(cases.first()).cloned().unwrap_or_else(made)
}

fn with_all_that_speaks_for(cause: &CauseId) -> Check {
    let zone = KNOWLEDGE.cause(cause.as_str()).unwrap().core[0].clone();
    let mut check = Check { side: Some(Side::Right), made: Some(TODAY), ..Check::default() };
    check.spots = vec![Spot { knee: Knee::Right, zone, worst: None, now: None, size: None }];
    let mut weights: Vec<_> = KNOWLEDGE.weights(cause).iter().filter(|weight| weight.yes > 1.0).collect();
    weights.sort_by(|one, other| other.yes.total_cmp(&one.yes));
    let mut answered = BTreeSet::new();
    for weight in weights {
        let Some(question) = KNOWLEDGE.question_of(weight.finding.as_str()) else { continue };
        let many = matches!(question.kind, QuestionKind::Multi { .. });
        let is_red_flag = KNOWLEDGE.red_flags.contains(&weight.finding);
        let is_safety = KNOWLEDGE.safety_questions().any(|safety| safety.id == question.id);
        if !is_safety && !is_red_flag && (many || answered.insert(question.id.clone())) {
            check.findings.insert(weight.finding.clone(), Answer::Yes);
        }
    }
    with_enough_told(&KNOWLEDGE, check)
}

/// The head of a cause's card: its heading, or the row of its fold.
fn head_of(driver: &Driver, cause: &CauseId) -> Option<Rect> {
    let by = |role| driver.rect_of(role, name(cause));
    by(Role::Heading).or_else(|| by(Role::Button))
}

fn top_of(driver: &Driver, cause: &CauseId) -> Option<f32> {
    head_of(driver, cause).map(|head| head.top())
}

/// Opens all that is told of a cause.
fn open_card(driver: &mut Driver, cause: &CauseId) {
    let is_first = driver.rect_of(Role::Heading, name(cause)).is_some();
    driver.click(if is_first { &words().result.more_of_cause } else { name(cause) });
}

/// Opens step 4 and the article's fold on the card of a cause.
fn card_of(cause: &CauseId) -> Driver {
    let (case, check) = runner_with(cause);
    let mut driver = Driver::with_check(check);
    driver.open_result();
    open_card(&mut driver, cause);
    let top = top_of(&driver, cause);
    let top = top.unwrap_or_else(|| panic!("{case}: no card of {cause}:\n{}", driver.texts().join("\n")));
    let fold = {
        let nodes = driver.nodes();
        let mut folds: Vec<_> =
            nodes.iter().filter(|node| name_of(node) == words().result.article && node.rect().top() > top).collect();
        folds.sort_by(|one, other| one.rect().top().total_cmp(&other.rect().top()));
        folds[0].scroll_to_me();
        let before = nodes.iter().filter(|node| name_of(node) == words().result.article && node.rect().top() < top);
        before.count()
    };
    driver.click_nth(&words().result.article, fold);
    driver
}

/// The texts between the heading of a cause and the next heading.
fn on_card(driver: &Driver, cause: &CauseId) -> String {
    let nodes = driver.nodes();
    let head = head_of(driver, cause).unwrap();
    let top = head.top();
    // The plan stands beside the cards.
    let has_place = |node: &Node<'_>| node.accesskit_node().bounding_box().is_some();
    let is_on_card = |node: &Node<'_>| has_place(node) && node.rect().left() < head.left() + CARD;
    let nodes: Vec<Node<'_>> = nodes.into_iter().filter(is_on_card).collect();
    let is_cause = |name: &str| KNOWLEDGE.causes.iter().any(|cause| cause.name == name);
    let next = nodes
        .iter()
        .filter(|node| node.accesskit_node().role() == Role::Heading || is_cause(&name_of(node)))
        .filter(|node| node.rect().top() > top + 1.0)
        .map(|node| node.rect().top())
        .fold(f32::INFINITY, f32::min);
    let mut texts = Vec::new();
    for node in nodes.iter().filter(|node| node.accesskit_node().bounding_box().is_some()) {
        if (top..next).contains(&node.rect().top()) {
            texts.extend(texts_of(node));
        }
    }
    texts.join("\n")
}

#[test]
fn every_statement_has_a_screen() {
    let ids: BTreeSet<String> = KNOWLEDGE.article.bullets.iter().map(|bullet| bullet.id.to_string()).collect();
    let wanted: BTreeSet<String> = (1..=36).map(|number| format!("SB{number:02}")).collect();
    assert_eq!(ids, wanted);
    assert_eq!(bullets(Shown::Causes).len(), 24);
    assert!(bullets(Shown::Causes).iter().all(|bullet| !bullet.causes.is_empty()));
}

#[test]
fn a_statement_about_a_cause_stands_on_the_card_of_each_of_its_causes() {
    let of_causes = bullets(Shown::Causes);
    let causes: BTreeSet<&CauseId> = of_causes.iter().flat_map(|bullet| &bullet.causes).collect();
    let mut missing = Vec::new();
    for cause in causes {
        let driver = card_of(cause);
        let card = on_card(&driver, cause);
        for bullet in of_causes.iter().filter(|bullet| bullet.causes.contains(cause)) {
            if !card.contains(&bullet.shown) {
                missing.push(format!("{} on the card of {cause}", bullet.id));
            }
        }
    }
    assert!(missing.is_empty(), "not found: {missing:#?}");
}

#[test]
fn how_you_run_and_your_shoes_are_shown_as_a_cause() {
    let cause = CauseId::from("mechanics_footwear");
    let (case, check) = runner_with(&cause);
    assert_eq!(assess(&check).causes[0].cause, cause, "{case}");
    let mut driver = Driver::with_check(check);
    driver.open_result();
    assert!(driver.rect_of(Role::Heading, name(&cause)).is_some(), "{}", driver.texts().join("\n"));
    open_card(&mut driver, &cause);
    assert!(on_card(&driver, &cause).contains(&KNOWLEDGE.cause(cause.as_str()).unwrap().card.what));
}

/// A check case of this level, with all told that self-care hangs on.
fn enough_told(level: Level) -> Check {
    let cases = check_cases().into_iter().map(|(_, check)| with_enough_told(&KNOWLEDGE, check));
    cases.into_iter().find(|check| assess(check).urgency.shown() == Some(level)).unwrap()
}

/// Step 4 of a runner who may look after it alone.
fn self_care() -> Driver {
    let mut driver = Driver::with_check(enough_told(Level::SelfCare));
    driver.open_result();
    driver
}

#[test]
fn how_to_keep_pain_away_stands_under_its_fold() {
    let mut driver = self_care();
    let tips = &KNOWLEDGE.article.prevention;
    assert!(!tips.is_empty());
    driver.must_not_show(&tips[0].text);
    driver.click(&words().result.prevention);
    for tip in tips {
        driver.must_show(&tip.title);
        driver.must_show(&places().fill(&tip.text));
    }
    for bullet in KNOWLEDGE.article.bullets.iter().filter(|bullet| ("SB25"..="SB28").contains(&bullet.id.as_str())) {
        driver.must_show(&places().fill(&bullet.shown));
    }
}

#[test]
fn each_question_that_runners_ask_has_its_answer() {
    let mut driver = self_care();
    let asked = &KNOWLEDGE.article.faq;
    assert!(!asked.is_empty());
    driver.must_not_show(&asked[0].question);
    driver.click(&words().result.faq);
    for faq in asked {
        driver.must_show(&faq.question);
        driver.must_show(&places().fill(&faq.answer));
    }
    for bullet in KNOWLEDGE.article.bullets.iter().filter(|bullet| ("SB29"..="SB35").contains(&bullet.id.as_str())) {
        driver.must_show(&places().fill(&bullet.shown));
    }
}

#[test]
fn advice_of_the_article_is_there_at_each_level_but_an_emergency() {
    for level in [Level::Urgent, Level::Clinician, Level::SelfCare] {
        let mut driver = Driver::with_check(enough_told(level));
        driver.open_result();
        driver.open_all_folds();
        for bullet in bullets(Shown::Advice) {
            driver.must_show(&places().fill(&bullet.shown));
        }
    }
}

#[test]
fn what_it_is_not_stands_under_about() {
    let mut driver = Driver::new();
    driver.click(&words().buttons.menu);
    driver.must_not_show(&KNOWLEDGE.article.disclaimer);
    driver.click(&words().menu.about);
    driver.must_show(&KNOWLEDGE.article.disclaimer);
    let about = bullets(Shown::About);
    assert!(about.iter().any(|bullet| bullet.id == "SB36"));
    for bullet in about {
        driver.must_show(&bullet.shown);
    }
}
