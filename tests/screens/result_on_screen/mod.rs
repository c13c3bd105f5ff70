//! Promise: the result says first what to do, gives no advice against its own level, shows no danger as just another
//! cause, and speaks to the runner in the words of the form.

mod answers;
mod dangers;
mod two_at_once;

use crate::driver::{Driver, KNOWLEDGE, WORDING, headline, name_of, places, question, words};
use crate::enough_told::with_enough_told;
use crate::world::{TODAY, assess};
use egui::{Rect, Vec2, pos2, vec2};
use egui_kittest::kittest::NodeT as _;
use kneenote::assess::Assessment;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::spot::{Knee, Side, Spot};
use kneenote::store::settings::{Motion, Settings};
use kneenote::wording::capitalised;

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
            driver.must_show(&places().fill(KNOWLEDGE.planning.light_acts.of(light.light)));
        }
        driver.must_not_show("column");
        for word in [&words().result.light_green, &words().result.light_amber, &words().result.light_red] {
            assert!(driver.texts().contains(word), "{word}");
        }
    }
    let bone: Vec<&str> =
        advice.pain_light.iter().map(|light| advice.pain_light_for.sign(light, Some(&"bone_stress".into()))).collect();
    assert_eq!(bone, ["0", "", "any pain, a limp or any swelling"]);
}

#[test]
fn the_action_stands_first_and_is_not_said_twice() {
    let (mut driver, found) = unfolded(torn());
    let rule = KNOWLEDGE.rule(found.urgency.first().unwrap().rule.as_str()).unwrap();
    let action = places().fill(&rule.action);
    let why = driver.texts().iter().position(|text| *text == rule.reason).unwrap();
    let to_do = driver.texts().iter().position(|text| *text == action).expect("the action");
    assert!(to_do < why, "the action stands at {to_do}, why at {why}");
    assert_eq!(driver.painted().iter().filter(|text| **text == action).count(), 1);
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
            assert!(driver.shows(driver.page().trim_end()), "a line is broken in {size:?}, where the page is {rect:?}");
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
