//! From step to step and back.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

use kneenote::check::Check;
use kneenote::check::spot::Knee;
use kneenote::knowledge::question::{QuestionKind, ShownAs};
use kneenote::session::screen::question_cards;

use crate::driver::{Driver, KNOWLEDGE, name_of, step_button, step_line, words};
use crate::flow::typical::{ZONE, at_result, cards, mark_from_list, to_result};
use crate::world::assess;

/// With Ctrl they lead to the steps.
const STEP_KEYS: [Key; 4] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4];

#[test]
fn the_step_bar_leads_from_every_step_to_every_step() {
    for start in [Driver::new, at_result] {
        let mut driver = start();
        let mut ways = 0;
        for from in 1..=4 {
            for to in (1..=4).filter(|to| *to != from) {
                driver.go_to_step(from);
                let has_back = driver.rect_of(Role::Button, &words().buttons.back).is_some();
                assert_eq!(has_back, from != 1, "step {from}");
                driver.click(&step_button(to));
                driver.must_show(&step_line(to));
                driver.go_to_step(from);
                driver.window.key_press_modifiers(Modifiers::COMMAND, STEP_KEYS[to - 1]);
                driver.settle();
                driver.must_show(&step_line(to));
                ways += 2;
            }
        }
        println!("{ways} ways from step to step, each by 1 click or 1 key; Back on all but the first");
    }
}

/// The heading at the top of a screen.
fn title(driver: &Driver) -> String {
    let nodes = driver.nodes();
    let mut headings: Vec<_> = nodes.iter().filter(|node| node.accesskit_node().role() == Role::Heading).collect();
    headings.sort_by(|one, other| {
        let level = |node: &egui_kittest::Node<'_>| node.accesskit_node().level();
        level(one).cmp(&level(other)).then(one.rect().top().total_cmp(&other.rect().top()))
    });
    headings.first().map(|node| name_of(node)).unwrap_or_default()
}

#[test]
fn back_goes_through_the_same_screens_the_other_way() {
    let mut driver = Driver::new();
    let mut there = Vec::new();
    to_result(&mut driver, |driver, _| there.push(title(driver)));
    let kept = driver.check().clone();
    let mut back = vec![title(&driver)];
    while driver.offers(&words().buttons.back) {
        driver.click_button(&words().buttons.back);
        back.push(title(&driver));
        assert!(back.len() <= there.len(), "{back:#?}");
    }
    back.reverse();
    assert_eq!(back, there);
    // Going back denies what comes into view now, and changes no answer that was there.
    for (finding, answer) in &kept.findings {
        assert_eq!(driver.check().answer(finding.as_str()), *answer, "{finding}");
    }
}

#[test]
fn back_leads_out_of_the_menu_to_where_one_was() {
    let mut driver = Driver::new();
    driver.go_to_step(2);
    for step in 1..=4 {
        driver.go_to_step(step);
        driver.click(&words().buttons.menu);
        driver.must_show(&words().buttons.close_menu);
        driver.click(&words().buttons.close_menu);
        driver.must_show(&step_line(step));
    }
}

#[test]
fn who_wants_to_ask_everything_finds_every_row_of_each_card() {
    let mut driver = Driver::new();
    mark_from_list(&mut driver, Knee::Right, ZONE);
    driver.click(&words().buttons.menu);
    driver.click(&words().buttons.ask_everything);
    let mut met = 0;
    for (card, title) in cards(&driver) {
        driver.must_show(&title);
        let check = driver.check().clone();
        let all = question_cards(&KNOWLEDGE, &check, &assess(&check));
        for asked in all.iter().filter(|page| page.card == card).flat_map(|page| page.questions(&KNOWLEDGE)) {
            driver.must_show(&asked.text);
            let is_list = matches!(asked.kind, QuestionKind::Multi { .. }) && matches!(asked.shown_as, ShownAs::Rows);
            let [before, _, after] = asked.parts();
            for row in before.iter().chain(after).filter(|_| is_list) {
                assert!(driver.offers(&row.label), "{}: {}", asked.id, row.label);
            }
            met += 1;
        }
        driver.click(&words().buttons.continue_on);
    }
    assert!(met > 25, "{met} questions");
    driver.must_show(&step_line(4));
}

#[test]
fn no_card_on_the_way_has_nothing_to_ask() {
    let check = crate::enough_told::with_enough_told(&KNOWLEDGE, Check::default());
    let mut driver = Driver::with_check(check);
    driver.click(&words().buttons.go_on);
    for button in [&words().buttons.continue_on, &words().buttons.back] {
        driver.go_to_step(3);
        let mut met = 0;
        while driver.shows(&step_line(3)) {
            let asks = KNOWLEDGE.questions.iter().any(|question| driver.shows(&question.text));
            assert!(asks, "{:?}", driver.texts());
            driver.click(button);
            met += 1;
        }
        assert!(met > 0);
    }
}
