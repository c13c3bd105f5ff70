//! What was denied, and what a No may not say.

use super::{listed, one_line, page_from, page_of, said, section, told};
use crate::known::knowledge;
use crate::words::wording;

#[test]
fn what_was_denied_is_never_told_as_reported() {
    let text = page_of("both_knees.kneenote").text;
    let compared = section(&text, "WHAT THE APP COMPARED");
    assert!(compared.contains("Against, denies: squatting"), "{compared}");
    let told = compared.matches("squatting").count();
    let as_denied = compared
        .split("denies: ")
        .skip(1)
        .filter(|list| list.split(['.', ';']).next().is_some_and(|list| list.contains("squatting")));
    assert_eq!(as_denied.count(), told, "{compared}");
}

#[test]
fn a_no_that_hardly_counts_is_no_reason() {
    let text = page_of("replaced_knee.kneenote").text;
    let compared = section(&text, "WHAT THE APP COMPARED");
    assert!(!compared.contains("catches for a moment"), "{compared}");
}

#[test]
fn that_a_lasting_pain_gets_no_better_is_not_said_for_the_runner() {
    let signs = knowledge().question("q_safety_now").unwrap().findings().map(|sign| sign.id.as_str());
    let denied: Vec<&str> = signs.chain(["walk_no"]).collect();
    for (yes, why) in [
        (&["dur_2_6w"][..], "pain over 2 weeks, not told to be getting better"),
        (&["dur_2_6w", "trend_same"], "pain over 2 weeks, about the same"),
        (&["dur_2_6w", "trend_worse"], "pain over 2 weeks, pain is getting worse"),
    ] {
        let page = told(yes, &denied);
        assert!(page.contains(why), "{page}");
        // The screen tells no level while the danger signs are open, so the page tells none either.
        let page = told(yes, &[]);
        assert!(page.contains(&wording().note.advice_none), "{page}");
    }
    let rule = knowledge().rule("C01_two_weeks").unwrap().reason.clone();
    assert!(rule.contains("you did not say"), "{rule}");
}

#[test]
fn who_hurt_the_knee_in_one_way_is_not_said_to_speak_against_others() {
    let text = page_of("replaced_knee.kneenote").text;
    assert!(!section(&text, "WHAT THE APP COMPARED").contains("fall on it or blow to it"), "{text}");
}

#[test]
fn what_is_asked_of_every_knee_is_told_when_it_was_denied() {
    let key = ["giving_way", "locking_brief", "catching", "clicking_painful", "leg_weak", "numb_tingle"];
    let knowledge = knowledge();
    let text = page_from(&said(&[], &key)).text;
    let no = listed(&section(&text, "OTHER SIGNS"), "NO");
    for sign in key {
        let note = &knowledge.finding(sign).unwrap().note;
        assert!(no.contains(note.as_str()), "{note} is missing in {no}");
    }
    let yes = page_from(&said(&["giving_way"], &[])).text;
    assert_eq!(listed(&section(&yes, "OTHER SIGNS"), "YES"), "gives way or feels loose");
}

#[test]
fn pain_at_night_that_does_not_wake_is_not_denied_as_night_pain() {
    let text = told(&["night_aches"], &["night_wakes", "night_constant"]);
    assert!(text.contains("Reports night pain that does not wake"), "{text}");
    assert!(text.contains("pain that wakes, constant night pain") && !text.contains("Denies night pain"), "{text}");
}

#[test]
fn a_no_never_contradicts_a_yes_that_says_the_same() {
    let knowledge = knowledge();
    assert!(knowledge.same_said.len() > 5);
    for pair in &knowledge.same_said {
        let note = &knowledge.finding(pair.no.as_str()).unwrap().note;
        for yes in &pair.yes {
            let text = page_from(&said(&[yes.as_str()], &[pair.no.as_str()])).text;
            for list in ["URGENT SIGNS", "OTHER SIGNS", "PAST KNEE AND HEALTH"] {
                let section = section(&text, list);
                let denied = listed(&section, "NO")
                    + &listed(&section, "CAN")
                    + section.split_once("Not reported").map_or("", |(_, rest)| rest);
                assert!(!denied.contains(note.as_str()), "{yes} and no {}: {text}", pair.no);
            }
            // A Yes of its own always stands.
            let both = page_from(&said(&[yes.as_str(), pair.no.as_str()], &[])).text;
            assert!(one_line(&both).contains(note.as_str()) || pair.no == "straight_weak", "{both}");
        }
        let alone = one_line(&page_from(&said(&[], &[pair.no.as_str()])).text);
        let groups = knowledge.red_flag_groups.iter().flat_map(|group| &group.signs);
        let words = groups.filter(|sign| sign.id == pair.no).map(|sign| &sign.words).chain([note]);
        assert!(words.into_iter().any(|words| alone.contains(words.as_str())), "{}: {alone}", pair.no);
    }
}

#[test]
fn what_a_sound_knee_does_is_no_sign() {
    let text =
        page_from(&said(&["swell_none", "stiff_none", "slr_yes", "bend90_yes", "straight_yes", "pregnant_no"], &[]))
            .text;
    let signs = section(&text, "OTHER SIGNS");
    assert_eq!(listed(&signs, "YES"), "", "{text}");
    assert_eq!(listed(&signs, "NO"), "swelling, bruise, lump, stiffness", "{text}");
    let can = "lift the straight leg, bend to 90, straighten all the way";
    assert_eq!(listed(&section(&text, "URGENT SIGNS"), "CAN"), can, "{text}");
    assert!(!text.contains("not pregnant"), "{text}");
}
