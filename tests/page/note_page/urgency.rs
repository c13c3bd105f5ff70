//! What the page tells of urgency: signs, time, place of care, what was named.

use super::{listed, one_line, page_from, said, told, urgent_section};
use crate::known::knowledge;
use crate::words::wording;
use crate::world::{TODAY, assess};
use kneenote::assess::urgency::FiredRule;
use kneenote::knowledge::rule::{HowSoon, Rule};
use kneenote::note::page;

#[test]
fn a_limp_that_is_told_is_not_denied_among_the_urgent_signs() {
    for walk in ["walk_limp", "walk_help"] {
        let limps = urgent_section(&page_from(&said(&[walk], &["limp_no_injury"])).text);
        assert!(!listed(&limps, "NO").contains("limp"), "{limps}");
    }
    let walks = urgent_section(&page_from(&said(&["walk_normal"], &["limp_no_injury"])).text);
    assert!(listed(&walks, "NO").contains("limp of unknown cause"), "{walks}");
    let unsure = urgent_section(&page_from(&said(&["walk_limp", "limp_no_injury"], &[])).text);
    assert!(listed(&unsure, "YES").contains("limp of unknown cause"), "{unsure}");
}

/// The page of a check of which only this rule fired.
fn page_of_rule(rule: &Rule) -> String {
    let check = said(&[], &[]);
    let mut assessment = assess(&check);
    assessment.urgency.level = rule.level;
    assessment.urgency.missing.clear();
    assessment.urgency.fired = vec![FiredRule {
        rule: rule.id.clone(),
        level: rule.level,
        within_hours: rule.within_hours,
        if_true: Vec::new(),
    }];
    one_line(&page(&wording().note, &check, &assessment, TODAY).text)
}

#[test]
fn page_and_screen_say_the_same_time_and_place_of_care_for_every_rule() {
    let knowledge = knowledge();
    let words = &wording().note;
    for rule in &knowledge.rules {
        let text = page_of_rule(rule);
        // The card of the screen says this headline in the words of a country.
        let advice = format!("Advice given (level {} of 4): {}.", rule.level.number(), words.care.fill(&rule.headline));
        assert!(text.contains(&advice), "{}: {text}", rule.id);
        let soon = words.soon.of(HowSoon::within(rule.within_hours));
        let label = if advice.contains(soon) { "Why".to_owned() } else { format!("Why ({soon})") };
        assert!(text.contains(&format!("{label}: {}", rule.note_why)), "{}: {text}", rule.id);
    }
}

#[test]
fn a_headline_that_gives_a_time_gives_that_of_its_hours() {
    for rule in &knowledge().rules {
        let headline = &rule.headline;
        let may_say: &[&str] = match HowSoon::within(rule.within_hours) {
            HowSoon::Now => &[" now"],
            HowSoon::Today => &["today", "within 24 hours"],
            HowSoon::TwoDays => &["48 hours", "today or tomorrow", "within a day or two"],
            HowSoon::FewDays => &["next few days"],
            HowSoon::Week => &["this week", "within a week"],
            HowSoon::TwoWeeks => &["within 2 weeks"],
        };
        let times = [" now", "today", "hours", "tomorrow", "day or two", "days", "week"];
        let gives_one = times.iter().any(|time| headline.contains(time));
        assert!(!gives_one || may_say.iter().any(|time| headline.contains(time)), "{}: {headline}", rule.id);
    }
}

#[test]
fn the_sign_that_made_the_level_stands_first_and_what_raised_it_is_told() {
    let text = page_from(&said(&["calf_swollen", "immobile_recent", "hot_knee"], &["red_knee"])).text;
    let urgent = urgent_section(&text);
    assert!(listed(&urgent, "YES").starts_with("swollen or red calf"), "{text}");
    assert!(urgent.contains(&knowledge().finding("immobile_recent").unwrap().note), "{text}");
    let order: Vec<_> = ["YES: ", "NOT SURE: ", "NO: "].iter().map(|label| urgent.find(label)).collect();
    assert!(order.is_sorted() && order[0].is_some(), "{urgent}");
}

#[test]
fn an_urgent_level_without_a_sign_names_what_it_rests_on() {
    let mut check = said(&["onset_twist", "dur_lt3d", "sex_male"], &[]);
    check.numbers.insert("age".into(), 55.0);
    let text = page_from(&check).text;
    let urgent = urgent_section(&text);
    assert!(urgent.contains("level 2 of 4"), "{text}");
    assert_eq!(listed(&urgent, "YES"), "twist or turn on the planted foot, less than 3 days, aged 55", "{text}");
}

#[test]
fn what_a_rule_names_besides_causes_is_named_on_the_page() {
    let tight_calf = told(&["calf_tight_severe", "dur_lt3d", "onset_one_session"], &[]);
    assert!(
        tight_calf.contains("To be checked by a person: Muscle that gets no blood (compartment syndrome)"),
        "{tight_calf}"
    );
    let lung = told(&["breathless_chest", "calf_swollen"], &[]);
    assert!(lung.contains("Blood clot in the lung"), "{lung}");
}

#[test]
fn an_emergency_names_only_what_rules_of_level_1_name() {
    let text = told(&["calf_tight_severe", "dur_lt3d", "onset_one_session", "numb_tingle", "walk_limp"], &[]);
    assert!(!text.contains("Bone stress"), "{text}");
}

#[test]
fn a_sign_that_is_never_asked_of_this_person_is_not_listed_and_any_other_is() {
    let is_listed = |yes: &[&str], age: Option<f64>| {
        let mut check = said(yes, &[]);
        check.numbers.extend(age.map(|age| ("age".into(), age)));
        urgent_section(&page_from(&check).text).contains("pregnant")
    };
    assert!(!is_listed(&["sex_male"], Some(30.0)), "a man");
    assert!(!is_listed(&["sex_male"], None), "a man of any age");
    assert!(!is_listed(&["sex_female"], Some(12.0)), "a girl");
    assert!(!is_listed(&[], Some(70.0)), "somebody of 70");
    assert!(is_listed(&["sex_female"], Some(30.0)), "a woman");
    assert!(is_listed(&["sex_unsaid"], Some(30.0)), "who would rather not say");
    assert!(is_listed(&["sex_female"], None), "a woman of any age");
    assert!(is_listed(&[], None), "who said nothing");
    assert!(!is_listed(&["sex_male", "pregnant"], Some(30.0)), "what was said before the sex was corrected");
}
