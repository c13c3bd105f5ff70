//! Promise: who answers just the rows that are shown, with "more" closed, loses next to nothing against the full form.
//!
//! `cargo test --test core shown_rows -- --nocapture` prints who moved and which rows were missing, and how many rows each
//! kind of runner is shown.

use kneenote::assess::Assessment;
use kneenote::check::Check;
use kneenote::knowledge::ids::FindingId;
use kneenote::knowledge::rule::Level;

use crate::answer_set::AnswerSet;
use crate::drawn_runners::{drawn, told_whole};
use crate::fixtures::read;
use crate::known::knowledge;
use crate::typical_answers::TYPICAL;
use crate::walk::{Others, Seen, walk};
use crate::world::world;

const RED_TEAM: [&str; 4] = ["red_team/first.ron", "red_team/second.ron", "red_team/third.ron", "red_team/fourth.ron"];

fn cases() -> Vec<AnswerSet> {
    let named = |at: usize| AnswerSet { id: format!("P{at:02}"), ..read(&format!("cases/P{at:02}.ron")) };
    (1..=99).map(named).collect()
}

/// What of a case is right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Right {
    first: usize,
    three: usize,
    named: usize,
    under: usize,
    open: usize,
}

impl Right {
    fn of(case: &AnswerSet, found: &Assessment) -> Self {
        let is_right = |cause: &kneenote::knowledge::ids::CauseId| case.right.contains(cause);
        let first = found.causes.first().is_some_and(|cause| is_right(&cause.cause));
        let three = found.causes.iter().take(3).any(|cause| is_right(&cause.cause));
        let mut named = found.urgency.named.iter().filter(|named| named.level <= Level::Urgent);
        let named = three || named.any(|named| is_right(&named.cause));
        let level = found.urgency.shown();
        let under = level.is_some_and(|level| case.levels.iter().all(|accepted| level > *accepted));
        Self {
            first: usize::from(first),
            three: usize::from(three),
            named: usize::from(named),
            under: usize::from(under),
            open: usize::from(level.is_none()),
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            first: self.first + other.first,
            three: self.three + other.three,
            named: self.named + other.named,
            under: self.under + other.under,
            open: self.open + other.open,
        }
    }
}

/// The answers that could not be given.
fn missing(full: &Check, given: &Check) -> Vec<FindingId> {
    full.findings.keys().filter(|id| !given.findings.contains_key(*id)).cloned().collect()
}

#[test]
fn the_published_cases_are_settled_by_the_shown_rows_as_by_the_full_form() {
    for others in [Others::LeftOpen, Others::Denied] {
        let (mut full, mut shown, mut rows) = (Right::default(), Right::default(), (0, 0));
        for case in cases() {
            let check = case.check();
            let all = walk(world(), &check, Seen::All, Others::LeftOpen);
            let few = walk(world(), &check, Seen::Shown, others);
            let of_all = Right::of(&case, &world().assess(&all.check));
            let of_few = Right::of(&case, &world().assess(&few.check));
            full = full.plus(of_all);
            shown = shown.plus(of_few);
            for card in &few.cards {
                let (seen, of) = few.heights(knowledge(), card);
                rows = (rows.0 + seen, rows.1 + of);
            }
            if of_all != of_few {
                println!("{} {of_all:?} -> {of_few:?}, not asked: {:?}", case.id, missing(&all.check, &few.check));
            }
        }
        println!("{others:?}: full form {full:?}");
        println!("{others:?}: shown rows {shown:?}, {} of {} rows", rows.0, rows.1);
        for (name, full, shown) in
            [("first", full.first, shown.first), ("three", full.three, shown.three), ("named", full.named, shown.named)]
        {
            assert!(shown + 1 >= full, "{name}: {shown} of {full}");
        }
        assert!(shown.under <= full.under, "under-triage: {} of {}", shown.under, full.under);
    }
}

/// On the way who has none of the others says so, so that fewer rows follow than for those who pass them over.
#[test]
fn no_red_team_set_is_too_low_by_the_shown_rows() {
    let sets: Vec<AnswerSet> = RED_TEAM.iter().flat_map(|file| read::<Vec<AnswerSet>>(file)).collect();
    let too_low = |set: &AnswerSet| {
        let check = set.check();
        let few = walk(world(), &check, Seen::Shown, Others::Denied);
        let level = world().assess(&few.check).urgency.level;
        let missing = missing(&check, &few.check);
        let is_under = set.levels.iter().all(|accepted| level > *accepted);
        is_under.then(|| format!("{}: {level:?}, accepted {:?}, not asked: {missing:?}", set.id, set.levels))
    };
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let parts = sets.chunks(sets.len().div_ceil(4));
        let parts = parts.map(|part| scope.spawn(move || part.iter().filter_map(too_low).collect::<Vec<_>>()));
        let parts: Vec<_> = parts.collect();
        parts.into_iter().flat_map(|part| part.join().unwrap()).collect()
    });
    println!("{} sets, {} too low by the shown rows", sets.len(), wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The typical runner of the tests of the screens.
fn typical() -> Check {
    use kneenote::check::answer::Answer;
    use kneenote::check::spot::{Knee, Side, Spot};
    let spot = Spot { knee: Knee::Right, zone: "kneecap".into(), worst: Some(6), now: None, size: None };
    // What of the form the screens' own walk answers on the way.
    let others = ["continued", "slr_yes", "bend90_yes", "straight_yes"];
    let yes = TYPICAL.into_iter().chain(others);
    Check {
        side: Some(Side::Right),
        made: Some(crate::world::TODAY),
        spots: vec![spot],
        findings: yes.map(|id| (id.into(), Answer::Yes)).collect(),
        numbers: [("age".into(), 27.0), ("pain_worst".into(), 6.0)].into(),
        ..Check::default()
    }
}

/// The most rows of a card that is asked because of causes; rules and what is always told can make it longer.
const FEW: usize = 9;
/// Of ten cards so many may be longer than that, at most.
const LONGER_OF_TEN: usize = 6;

#[test]
fn a_card_is_short_in_the_usual_case() {
    let (mut shown, mut all, mut cards, mut long) = (0, 0, 0, 0);
    let runners = drawn(10).into_iter().map(|set| (format!("{} {}", set.id, set.why), told_whole(set.check())));
    for (who, check) in [("typical".to_owned(), typical())].into_iter().chain(runners) {
        let few = walk(world(), &check, Seen::Shown, Others::Denied);
        let of = |card| few.heights(knowledge(), card);
        let line: Vec<String> =
            few.cards.iter().map(|card| format!("{card} {} of {}", of(card).0, of(card).1)).collect();
        println!("{who}: {}", line.join(", "));
        for card in &few.cards {
            let (seen, full) = of(card);
            shown += seen;
            all += full;
            cards += 1;
            long += usize::from(seen > FEW);
        }
    }
    println!("{shown} of {all} rows; {long} of {cards} cards have more than {FEW}");
    assert!(shown * 2 < all, "{shown} of {all} rows are shown");
    assert!(long * 10 <= cards * LONGER_OF_TEN, "{long} of {cards} cards have more than {FEW} rows");
}

/// Nor is a plain overuse knee sent in sooner because something that reassures was not asked.
#[test]
fn no_harmless_runner_is_urgent_by_the_shown_rows() {
    let by_hand: Vec<AnswerSet> = read("harmless/by_hand.ron");
    let (mut sooner, mut runners) = (0, 0);
    for set in by_hand.into_iter().chain(drawn(30)) {
        let check = told_whole(set.check());
        let few = walk(world(), &check, Seen::Shown, Others::Denied);
        let level = |check: &Check| world().assess(check).urgency.level;
        let (full, shown) = (level(&check), level(&few.said));
        runners += 1;
        sooner += usize::from(shown < full);
        if shown < full {
            println!("{} {}: {full:?} -> {shown:?}, not asked: {:?}", set.id, set.why, missing(&check, &few.said));
        }
        assert!(shown > Level::Urgent, "{} {}: {shown:?}", set.id, set.why);
    }
    println!("{sooner} of {runners} harmless runners are sent in sooner by the shown rows");
    assert!(sooner * 20 <= runners, "{sooner} of {runners}");
}

/// Self-care is not withheld for want of a row that was never shown.
#[test]
fn who_answers_what_is_shown_is_told_self_care_as_by_the_full_form() {
    for set in drawn(40) {
        let check = told_whole(set.check());
        if world().assess(&check).urgency.shown() == Some(Level::SelfCare) {
            let few = walk(world(), &check, Seen::Shown, Others::Denied);
            let found = world().assess(&few.said);
            let missing = &found.urgency.missing;
            assert!(missing.is_empty(), "{}: {} {missing:?} {:?}", set.id, set.why, few.shown);
        }
    }
}
