//! Promise: the result says first what to do, gives no advice against its own level, shows no danger as just another
//! cause, and speaks to the runner in the words of the form.

use std::collections::BTreeSet;

use crate::driver::{Driver, KNOWLEDGE, WORDING, headline, label, name_of, places, question, words};
use crate::enough_told::with_enough_told;
use crate::random::{any_check, runner};
use crate::world::{TODAY, assess};
use egui::{Rect, Vec2, pos2, vec2};
use egui_kittest::kittest::NodeT as _;
use kneenote::assess::Assessment;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::spot::{Knee, Side, Spot};
use kneenote::knowledge::ids::CauseId;
use kneenote::knowledge::question::{Meaning, QuestionKind};
use kneenote::knowledge::rule::Level;
use kneenote::store::settings::{Motion, Settings};
use kneenote::wording::{capitalised, fill};
use proptest::prelude::*;
use proptest::test_runner::Config;

const USUAL: Vec2 = vec2(1100.0, 760.0);

/// A right knee, sore in one place, with these answers and all else not asked.
fn knee(zone: &str, age: f64, yes: &[&str]) -> Check {
    let spot = Spot { knee: Knee::Right, zone: zone.into(), worst: Some(5), now: Some(3), size: None };
    let mut check = Check { made: Some(TODAY), side: Some(Side::Right), ..Check::default() };
    check.worst_spot = Some((Knee::Right, spot.zone.clone()));
    check.spots = vec![spot];
    check.findings = yes.iter().map(|id| ((*id).into(), Answer::Yes)).collect();
    for sign in question("q_safety_now").findings() {
        check.findings.entry(sign.id.clone()).or_insert(Answer::No);
    }
    check.numbers.insert("age".into(), age);
    check
}

fn with_no(mut check: Check, no: &[&str]) -> Check {
    check.findings.extend(no.iter().map(|id| ((*id).into(), Answer::No)));
    check
}

/// A woman of 31 with a sore calf after a long trip.
fn clot() -> Check {
    let yes = ["calf_ache", "immobile_recent", "hormones", "at_rest", "q_ache", "onset_overnight", "walk_normal"];
    knee("calf", 31.0, &[&yes[..], &["sex_female", "pregnant_no", "dur_lt3d", "swell_back_lump"]].concat())
}

/// A runner whose shin bone hurts more with each run.
fn bone() -> Check {
    let yes =
        ["hx_stress_fracture", "hx_low_energy", "earlier_each_run", "pain_walking", "at_rest", "press_bone_point"];
    let more = ["chg_week_up", "onset_gradual", "walk_limp", "dur_2_6w", "trend_worse", "swell_none"];
    knee("inner_shin_top", 21.0, &[&yes[..], &more].concat())
}

/// A knee that was twisted, popped and swelled at once.
fn torn() -> Check {
    let yes = ["onset_twist", "onset_pop", "giving_way", "swell_2h", "could_not_continue", "walk_limp", "dur_lt3d"];
    let no: Vec<&str> =
        question("q_onset").findings().map(|row| row.id.as_str()).filter(|id| !yes.contains(id)).collect();
    with_no(knee("deep_inside", 22.0, &[&yes[..], &["sex_female", "sport_pivot", "pain_walking"]].concat()), &no)
}

/// A hot knee in somebody who is ill.
fn germs() -> Check {
    let yes = ["hot_knee", "fever_unwell", "onset_overnight", "walk_help", "dur_lt3d", "swell_no_injury", "at_rest"];
    knee("whole_knee", 58.0, &[&yes[..], &["night_constant", "bend90_no", "diabetes", "sex_male"]].concat())
}

/// A calf as hard as rock after one run.
fn hard_calf() -> Check {
    let mut check =
        knee("calf", 26.0, &["calf_tight_severe", "onset_one_session", "dur_lt3d", "walk_limp", "numb_tingle"]);
    check.spots[0].now = Some(9);
    check
}

/// Kneecap pain without a sign of danger.
fn kneecap() -> Check {
    let yes = ["walk_normal", "onset_gradual", "dur_3_14d", "trend_same", "stairs_down", "sitting_long", "q_ache"];
    let more = ["swell_none", "sport_run", "sex_female", "pregnant_no"];
    with_enough_told(&KNOWLEDGE, knee("kneecap", 27.0, &[&yes[..], &more].concat()))
}

/// A sore tendon below the kneecap.
fn tendon() -> Check {
    let yes =
        ["walk_normal", "onset_gradual", "dur_3_14d", "trend_same", "jump_land", "run_start_eases", "press_lower_tip"];
    let more = ["swell_none", "sport_jump", "sex_male", "stairs_down"];
    with_enough_told(&KNOWLEDGE, knee("patellar_tendon", 27.0, &[&yes[..], &more].concat()))
}

fn opened(check: Check, size: Vec2) -> Driver {
    let settings = Settings { motion: Motion::Less, ..Settings::default() };
    let mut driver = Driver::with_settings(&settings, Some(check), size);
    driver.open_result();
    driver
}

/// Step 4 with every fold open, and what follows from the answers.
fn unfolded(check: Check) -> (Driver, Assessment) {
    let found = assess(&check);
    let mut driver = opened(check, USUAL);
    driver.open_all_folds();
    (driver, found)
}

fn cause_name(id: &str) -> &'static str {
    &KNOWLEDGE.cause(id).unwrap().name
}

fn top_of(driver: &Driver, text: &str) -> f32 {
    let nodes = driver.nodes();
    let is_placed = |node: &&egui_kittest::Node<'_>| node.accesskit_node().bounding_box().is_some();
    let node =
        nodes.iter().filter(is_placed).find(|node| crate::driver::texts_of(node).iter().any(|on| on.contains(text)));
    node.unwrap_or_else(|| panic!("{text:?} is not on the screen")).rect().top()
}

#[test]
fn where_running_stops_no_advice_says_to_wait_or_to_try() {
    for check in [clot(), bone(), torn()] {
        let (driver, found) = unfolded(check);
        assert!(found.stops_running(&KNOWLEDGE) && found.urgency.level == Level::Urgent);
        driver.must_show(&words().result.until_seen);
        let advice = &KNOWLEDGE.advice;
        for fact in &advice.rest {
            driver.must_not_show(&fact.text);
        }
        for row in &advice.recheck {
            let is_there = driver.shows(&places().fill(&row.if_not));
            assert_eq!(is_there, row.days.is_empty(), "{}", row.when);
        }
        driver.must_not_show(&advice.exercise_stop);
        driver.must_not_show(&words().result.light);
    }
    let (driver, found) = unfolded(kneecap());
    assert!(!found.stops_running(&KNOWLEDGE));
    driver.must_not_show(&words().result.until_seen);
    driver.must_show(&places().fill(&KNOWLEDGE.advice.recheck[1].if_not));
}

#[test]
fn what_a_rule_names_beside_the_causes_stands_in_the_box() {
    let (driver, found) = unfolded(hard_calf());
    assert_eq!(found.urgency.level, Level::Emergency);
    driver.must_show("compartment syndrome");
    for (signs, named) in [
        (vec!["breathless_chest", "calf_swollen"], "Blood clot in the lung"),
        (vec!["breathless_chest"], "Heart or lung problem"),
    ] {
        let (driver, _) = unfolded(knee("calf", 40.0, &[&signs[..], &["walk_normal"]].concat()));
        driver.must_show(named);
    }
}

#[test]
fn an_emergency_names_only_what_its_own_rules_name() {
    for check in [germs(), hard_calf()] {
        let (driver, found) = unfolded(check);
        let box_title = &words().result.to_rule_out;
        assert!(driver.shows(box_title));
        let of = |is_level: fn(&Level) -> bool| -> BTreeSet<&CauseId> {
            let fired = found.urgency.fired.iter().filter(|fired| is_level(&fired.level));
            fired.filter_map(|fired| KNOWLEDGE.rule(fired.rule.as_str())).flat_map(|rule| &rule.names).collect()
        };
        let named = of(|level| *level == Level::Emergency);
        let others = of(|level| *level > Level::Emergency);
        for cause in named.union(&others) {
            let is_shown = driver.texts().iter().any(|text| text == cause_name(cause.as_str()));
            assert_eq!(is_shown, named.contains(cause), "{cause}");
        }
        assert!(others.difference(&named).count() > 0, "nothing to leave out");
    }
}

#[test]
fn a_danger_that_an_urgent_rule_names_is_in_the_box_and_not_among_the_causes() {
    for (check, danger) in [(clot(), "dvt"), (bone(), "bone_stress")] {
        let found = assess(&check);
        assert!(found.shown_causes().any(|cause| cause.cause == danger), "{danger} does not even fit");
        let mut driver = opened(check, USUAL);
        driver.must_show(&words().result.to_rule_out);
        driver.must_show(cause_name(danger));
        assert!(!driver.offers(cause_name(danger)), "{danger} is folded among the causes");
        assert!(top_of(&driver, cause_name(danger)) > top_of(&driver, &words().result.to_rule_out));
        // It fits: that the rest does not is no lack of a match.
        driver.must_not_show(&places().fill(&KNOWLEDGE.about.no_match));
        // What is known of it stays within reach, by another name.
        driver.click(&fill(&words().result.more_of_named, &[("cause", cause_name(danger))]));
        driver.must_show(&KNOWLEDGE.cause(danger).unwrap().card.what);
    }
}

#[test]
fn whatever_is_answered_each_danger_of_an_urgent_rule_is_in_the_box_and_nothing_in_two_places() {
    let mut runner = runner(Config { cases: 200, failure_persistence: None, ..Config::default() });
    runner
        .run(&any_check(&KNOWLEDGE), |check| {
            let found = assess(&check);
            let least = found.urgency.level.min(Level::Urgent);
            let to_check: Vec<&CauseId> = found.to_check(&KNOWLEDGE).map(|named| &named.cause).collect();
            let could_be: Vec<&CauseId> = found.could_be(&KNOWLEDGE).map(|cause| &cause.cause).collect();
            for named in found.urgency.named.iter().filter(|named| named.level <= least) {
                let is_red_flag = KNOWLEDGE.cause(named.cause.as_str()).unwrap().is_red_flag();
                let (in_box, in_list) = (to_check.contains(&&named.cause), could_be.contains(&&named.cause));
                prop_assert!(in_box || in_list, "{} is out of sight", named.cause);
                prop_assert!(in_box || !is_red_flag, "{} is no danger to check", named.cause);
                prop_assert!(in_box != in_list, "{} stands twice", named.cause);
            }
            Ok(())
        })
        .unwrap_or_else(|fault| panic!("{fault}"));
}

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
fn the_pain_light_has_just_the_cards_of_this_runner() {
    let advice = &KNOWLEDGE.advice;
    for (check, is_tendon) in [(kneecap(), false), (tendon(), true)] {
        let (driver, found) = unfolded(check);
        let best = &found.best_shown().unwrap().cause;
        assert_eq!(advice.pain_light_for.tendon.contains(best), is_tendon, "{best}");
        for light in &advice.pain_light {
            let (mine, other) =
                if is_tendon { (&light.tendon, &light.general) } else { (&light.general, &light.tendon) };
            driver.must_show(mine);
            driver.must_not_show(other);
            driver.must_show(&places().fill(&light.act));
        }
        driver.must_not_show("column");
        for word in [&words().result.light_green, &words().result.light_amber, &words().result.light_red] {
            assert!(driver.texts().contains(word), "{word}");
        }
    }
    let bone: Vec<&str> =
        advice.pain_light.iter().map(|light| advice.pain_light_for.sign(light, Some(&"bone_stress".into()))).collect();
    assert_eq!(bone, ["0", "", "any pain or any swelling"]);
}

#[test]
fn the_action_stands_first_and_is_not_said_twice() {
    let (mut driver, found) = unfolded(torn());
    let rule = KNOWLEDGE.rule(found.urgency.first().unwrap().rule.as_str()).unwrap();
    let action = places().fill(&rule.action);
    let why = driver.texts().iter().position(|text| *text == words().result.why).unwrap();
    let to_do = driver.texts().iter().position(|text| *text == action).expect("the action");
    assert!(to_do < why, "the action stands at {to_do}, why at {why}");
    assert_eq!(driver.painted().iter().filter(|text| **text == words().result.why).count(), 1);
    // "See a GP or physio within 2 weeks" says all of "Book a visit within about 2 weeks. See a GP or physio."
    let old = knee("kneecap", 27.0, &["walk_normal", "onset_gradual", "dur_3_14d", "trend_worse", "stairs_down"]);
    let (driver, found) = unfolded(old);
    let said = headline(&found).unwrap();
    assert!(said.contains("2 weeks"), "{said}");
    assert!(!driver.texts().iter().any(|text| text.starts_with("Book a visit within")), "{:#?}", driver.texts());
}

#[test]
fn every_reason_is_one_line_with_its_time_in_front() {
    let (driver, found) = unfolded(torn());
    assert!(found.urgency.fired.len() > 3);
    let soon = &WORDING.note.soon;
    for fired in &found.urgency.fired {
        let reason = &KNOWLEDGE.rule(fired.rule.as_str()).unwrap().reason;
        let when = match fired.within_hours {
            24 => &soon.today,
            48 => &soon.two_days,
            96 => &soon.few_days,
            168 => &soon.week,
            336 => &soon.two_weeks,
            hours => panic!("{hours} hours"),
        };
        let line = format!("{}: {reason}", capitalised(when));
        assert!(driver.texts().iter().any(|text| text.starts_with(&line)), "{line}");
    }
}

#[test]
fn in_an_emergency_all_that_its_rules_say_to_do_stands_open() {
    let mut check = hard_calf();
    check.findings.insert("leg_weak".into(), Answer::Yes);
    let found = assess(&check);
    let levels = found.urgency.fired.iter().filter(|fired| fired.level == Level::Emergency);
    assert!(levels.clone().count() > 1 && levels.clone().any(|fired| fired.rule == "E18_pain_beyond"));
    let driver = opened(check, USUAL);
    driver.must_show("Do not raise the leg.");
    let net = |driver: &Driver| driver.texts().into_iter().find(|text| text.starts_with("Get help at once"));
    assert_eq!(net(&driver), None);
    assert!(net(&opened(torn(), USUAL)).is_some());
}

#[test]
fn get_help_at_once_is_not_said_of_signs_that_were_told_of() {
    let mut check = torn();
    for (sign, words) in [("calf_swollen", ", swollen calf"), ("hot_knee", "hot knee,")] {
        let said = |check: &Check| opened(check.clone(), USUAL).texts().iter().any(|text| text.contains(words));
        assert!(said(&check), "{words}");
        check.findings.insert(sign.into(), Answer::Yes);
        assert!(!said(&check), "{sign}: {words}");
    }
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
    driver.go_to_step(1);
    driver.go_to_step(4);
    let line = words().questions.counted_as_no.split('{').next().unwrap();
    driver.must_show(line);
    assert!(top_of(&driver, line) > top_of(&driver, &words().result.why));
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
        for cause in found.could_be(&KNOWLEDGE) {
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
    let best = found.could_be(&KNOWLEDGE).next().unwrap();
    let no_pop = |id: &str| question("q_onset").findings().any(|row| row.id == id) && id != "onset_pop";
    assert!(best.speaks_against.iter().any(|reason| no_pop(reason.finding.as_str())), "nothing to leave out");
    let mut driver = opened(check, USUAL);
    driver.click(&words().result.more_of_cause);
    for line in denied {
        driver.must_not_show(&line);
    }
}

#[test]
fn the_page_can_be_read_without_moving_it_sideways() {
    for size in [USUAL, vec2(1400.0, 900.0), vec2(720.0, 560.0), vec2(360.0, 280.0)] {
        let mut driver = opened(kneecap(), size);
        if size.x < 1320.0 {
            driver.click(&words().page.preview);
        }
        let first = driver.page().lines().next().unwrap().split(' ').next().unwrap().to_owned();
        let nodes = driver.nodes();
        let sheet = nodes.iter().find(|node| {
            crate::driver::texts_of(node).iter().any(|text| text.starts_with(&first) && text.contains("URGENT SIGNS"))
        });
        let rect = sheet.unwrap().rect();
        assert!(rect.left() >= 0.0 && rect.right() <= size.x, "{rect:?} in {size:?}");
        if size.x > 1000.0 {
            // Where there is room no line is broken.
            driver.must_show(driver.page().trim_end());
        }
    }
}

#[test]
fn after_saving_all_of_the_panel_is_in_view() {
    for size in [USUAL, vec2(720.0, 560.0)] {
        let mut driver = opened(kneecap(), size);
        let path = driver.home.path().join("page.txt");
        driver.dialogs.borrow_mut().ends.push_back(kneenote::desktop::save_dialog::Chosen::Path(path));
        driver.click(&words().buttons.save);
        driver.settle();
        let nodes = driver.nodes();
        let rect = |name: &str| nodes.iter().find(|node| name_of(node) == name).unwrap().rect();
        let footer = rect(&words().buttons.copy).top();
        let view = Rect::from_min_max(pos2(0.0, 0.0), pos2(size.x, footer));
        for name in [&words().buttons.open_file, &words().buttons.open_folder] {
            assert!(view.contains_rect(rect(name)), "{name:?} at {:?} in {view:?}", rect(name));
        }
    }
}

#[test]
fn how_full_the_page_is_never_stands_as_a_bar_without_words() {
    let mut driver = opened(kneecap(), USUAL);
    let line = words().page.meter.split('{').next().unwrap();
    driver.must_not_show(line);
    driver.click(&words().page.preview);
    driver.must_show(line);
}

/// Signs that stand for something frightening, each with the cause that a rule names because of it.
fn frightening() -> Vec<&'static kneenote::knowledge::cause::Cause> {
    let frightening: Vec<_> = KNOWLEDGE.causes.iter().filter(|cause| !cause.until_urgent.is_empty()).collect();
    assert!(frightening.len() > 5);
    frightening
}

/// Whether a rule of level 1 or 2 that names the cause fired on a Yes, read from the rules anew.
fn is_told_of(found: &Assessment, cause: &CauseId) -> bool {
    found
        .urgency
        .fired
        .iter()
        .filter(|fired| fired.level <= Level::Urgent && fired.if_true.is_empty())
        .any(|fired| KNOWLEDGE.rule(fired.rule.as_str()).unwrap().names.contains(cause))
}

#[test]
fn a_frightening_name_stands_on_the_screen_only_once_an_urgent_rule_fired_on_a_yes() {
    let mut seen = (0, 0);
    let strategy = any_check(&KNOWLEDGE);
    let config = Config { cases: 3, failure_persistence: None, max_shrink_iters: 0, ..Config::default() };
    let mut checks: Vec<Check> = vec![clot(), bone(), torn(), germs(), hard_calf(), kneecap(), tendon()];
    let made = std::cell::RefCell::new(Vec::new());
    runner(config)
        .run(&strategy, |check| {
            let own = (Vec::new(), Vec::new(), std::collections::BTreeMap::new());
            let (activities, questions, words) = own;
            made.borrow_mut().push(Check { activities, questions, words, ..check });
            Ok(())
        })
        .unwrap();
    checks.extend(made.into_inner());
    // The same with every danger sign unsure: what fires then fires on no Yes.
    let unsure = |check: &Check| {
        let mut check = check.clone();
        for sign in &KNOWLEDGE.red_flags {
            if check.answer(sign.as_str()) == Answer::Yes {
                check.findings.insert(sign.clone(), Answer::NotSure);
            }
        }
        check
    };
    let more: Vec<Check> = checks.iter().map(unsure).collect();
    for check in checks.into_iter().chain(more) {
        let found = assess(&check);
        let mut driver = opened(check, USUAL);
        driver.open_all_folds();
        let page = driver.page().trim_end().to_owned();
        let texts: Vec<String> = driver.texts().into_iter().filter(|text| *text != page).collect();
        for cause in frightening() {
            let is_there = texts.iter().any(|text| text.trim_start_matches("\u{2022} ") == cause.name);
            if is_told_of(&found, &cause.id) {
                seen.0 += usize::from(is_there);
            } else {
                assert!(!is_there, "{} at {:?}", cause.name, found.urgency.fired);
                // What a rule names because of a "not sure" is told in other words.
                seen.1 += usize::from(found.urgency.named.iter().any(|named| named.cause == cause.id));
            }
        }
    }
    println!("named {}, and {} in other words", seen.0, seen.1);
    assert!(seen.0 > 3 && seen.1 > 1, "{seen:?}");
}

#[test]
fn what_is_urgent_stays_above_each_step_until_it_is_taken_back() {
    let mut check = kneecap();
    check.findings.insert("calf_swollen".into(), Answer::Yes);
    let said = headline(&assess(&check)).unwrap();
    assert_eq!(assess(&check).urgency.shown(), Some(Level::Urgent));
    let mut driver = opened(check, USUAL);
    let reason = &KNOWLEDGE.rule("U06_calf_clot").unwrap().reason;
    for step in 1..=3 {
        driver.go_to_step(step);
        driver.must_show(&said);
        assert!(driver.texts().iter().any(|text| text.contains(reason.as_str())), "step {step}: why");
        assert!(top_of(&driver, &said) < 100.0, "step {step}");
    }
    driver.go_to_step(1);
    driver.answer(&question("q_safety_now").text, label("calf_swollen"));
    driver.must_not_show(&said);
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
    let (list, row) = crate::driver::list_of(Some(Side::Right), Knee::Right, "kneecap");
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
