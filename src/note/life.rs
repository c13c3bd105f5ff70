//! What the runner can do, trained, tried and lived through.

use super::complaint::titled;
use super::line_budget::{LineBudget, OwnText, ShortenableList};
use super::lines::Pieces;
use super::own_words::{columns, quoted_short, wrap_own};
use super::page::{Cut, OptionalSection, Section, WIDTH};
use super::running;
use super::section_input::SectionInput;
use super::voice;
use crate::check::answer::Answer;
use crate::check::spot::Helped;
use crate::check::{Topic, Units};
use crate::knowledge::known_ids::{numbers, questions};
use crate::knowledge::question::NoteSection;
use crate::wording::{capitalised, fill, number};

/// Where there is little room an activity's name is cut after this many columns, so that it fits on a line with its
/// number.
const ACTIVITY_COLUMNS: usize = 60;

/// Lines of TRAINING that the runs tell of, besides its heading.
const MOST_WITH_RUNS: usize = 4;

/// FUNCTION
pub(super) fn function(input: SectionInput<'_>, budget: &LineBudget) -> Section {
    let words = input.words;
    let named = input.check.activities.iter().enumerate().filter_map(|(at, activity)| {
        let own = OwnText::Activity(at);
        let name = quoted_short(input.own.get(&own)?, &words.cut, ACTIVITY_COLUMNS * budget.own(own));
        let can = activity.can.map_or_else(String::new, |can| format!(": {can}"));
        Some((format!("{}{can}", name.lines.concat()), name.is_cut))
    });
    let (names, are_cut): (Vec<_>, Vec<_>) = named.unzip();
    let mut lines = side_by_side(&names);
    let mut pieces = Pieces::default();
    let heading = input.dated_by(&words.function_heading, &[NoteSection::Function]);
    // Of the day of the page it stands at the head.
    if heading != words.function_heading || !input.is_in_short(questions::WALK) {
        pieces.list(&words.walking, &input.all_phrases(questions::WALK, Answer::Yes));
    }
    let mut running = Vec::new();
    if let Some(pain) = input.number(numbers::PAIN_RUN) {
        running.push(fill(&words.pain_running, &[("pain", &number(pain))]));
    }
    for settled in input.all_phrases(questions::SETTLE, Answer::Yes) {
        running.push(fill(&words.after_run, &[("when", &settled)]));
    }
    pieces.list(&words.running, &running);
    if let Some(way_back) = running::way_back(input) {
        pieces.sentence(&way_back);
    }
    lines.extend(pieces.lines(None).lines);
    titled(&heading, lines, None).with_cut(are_cut.contains(&true), Cut::Activities)
}

/// As many on a line as fit, with a gap between them.
fn side_by_side(names: &[String]) -> Vec<String> {
    const GAP: &str = "    ";
    let mut lines: Vec<String> = Vec::new();
    for name in names {
        match lines.last_mut() {
            Some(line) if columns(line) + GAP.len() + columns(name) <= WIDTH => {
                line.push_str(GAP);
                line.push_str(name);
            }
            _ => lines.extend(wrap_own(name)),
        }
    }
    lines
}

/// TRAINING
pub(super) fn training(input: SectionInput<'_>) -> Section {
    let words = input.words;
    let mut pieces = Pieces::default();
    let own_week = if let Some(km) = input.number(numbers::WEEKLY_KM) {
        let text = match input.check.units {
            Units::Km => &words.weekly_km,
            Units::Miles => &words.weekly_miles,
        };
        // To a tenth, as the box shows it.
        let distance = km / input.check.units.km();
        Some(fill(text, &[("distance", &number(distance))]))
    } else {
        None
    };
    for sentence in running::usual_week(input, own_week).into_iter().chain(running::sentences(input)) {
        pieces.sentence(&sentence);
    }
    let spikes = input.all_phrases(questions::SPIKE, Answer::Yes);
    for how in spikes.iter().filter(|_| !running::says_the_same(input)) {
        pieces.sentence(&capitalised(&fill(&words.longest_run, &[("how", how)])));
    }
    pieces.list(&words.changed, &input.all_phrases(questions::CHANGE, Answer::Yes));
    let habits: Vec<_> = [questions::SHOES, questions::FORM, questions::WARM_UP, questions::STRENGTH]
        .into_iter()
        .flat_map(|question| input.all_phrases(question, Answer::Yes))
        .collect();
    let told = input.check.training.as_ref();
    let heading = input.dated_by(&words.training_heading, &[NoteSection::Training]);
    if let Some(told) = told {
        pieces.list_that_may_go(&words.habits, &habits, 0);
        let room = WIDTH.saturating_sub(heading.len() + 1);
        let heading = format!("{heading} {}", running::told_by(&words.runs, told, room));
        let facts = pieces.lines(Some(MOST_WITH_RUNS));
        return titled(&heading, facts.lines, Some(OptionalSection::Training)).with_cut(facts.is_cut, Cut::Habits);
    }
    pieces.list(&words.habits, &habits);
    if heading != words.training_heading || !input.is_in_short(questions::SPORT) {
        pieces.list(&words.sport, &input.all_phrases(questions::SPORT, Answer::Yes));
    } else if pieces.count() == usize::from(input.number(numbers::WEEKLY_KM).is_some()) {
        // The head of the page has told distance and sport.
        return Section::default();
    }
    titled(&heading, pieces.lines(None).lines, Some(OptionalSection::Training))
}

/// TRIED SO FAR
pub(super) fn tried(input: SectionInput<'_>) -> Section {
    let words = input.words;
    let mut pieces = Pieces::default();
    for tried in &input.check.tried {
        let Some(finding) = input.knowledge.finding(tried.what.as_str()) else { continue };
        let mut text = finding.note.clone();
        if let Some(days) = tried.days {
            let days = if days == 1 { words.day.clone() } else { fill(&words.days, &[("count", &days.to_string())]) };
            text = format!("{text}, {days}");
        }
        if let Some(helped) = tried.helped {
            let helped = match helped {
                Helped::Lots => &words.helped.lots,
                Helped::Little => &words.helped.little,
                Helped::ForAWhile => &words.helped.for_a_while,
                Helped::No => &words.helped.no,
            };
            text = format!("{text}: {helped}");
        }
        pieces.sentence(&capitalised(&text));
    }
    if input.check.tried.is_empty() {
        let tried = input.all_phrases(questions::TRIED, Answer::Yes);
        for text in &tried {
            pieces.sentence(&capitalised(text));
        }
    }
    if input.check.tried.iter().all(|tried| tried.helped.is_none()) {
        for helped in input.all_phrases(questions::HELPED, Answer::Yes) {
            pieces.sentence(&capitalised(&helped));
        }
    }
    let heading = input.dated_by(&words.tried_heading, &[NoteSection::Tried]);
    titled(&heading, pieces.lines(None).lines, Some(OptionalSection::Tried))
}

/// PAST KNEE AND HEALTH
pub(super) fn health(input: SectionInput<'_>, budget: &LineBudget) -> Section {
    let words = input.words;
    let past = voice::topic(input, budget, &words.past, Topic::Past);
    let mut pieces = Pieces::default();
    pieces.list(&words.yes, &input.section_phrases(NoteSection::Health, Answer::Yes));
    pieces.list(&words.not_sure, &input.section_phrases(NoteSection::Health, Answer::NotSure));
    let (denied, pertinent) = input.denied_phrases(NoteSection::Health);
    pieces.list_that_may_go(&words.denied, &denied, budget.kept(ShortenableList::Health, pertinent));
    let mut facts = pieces.lines(budget.lines(ShortenableList::Health, 0));
    facts.lines.extend(past.lines);
    let heading = input.dated_by(&words.health_heading, &[NoteSection::Health]);
    titled(&heading, facts.lines, Some(OptionalSection::Health))
        .with_cut(facts.is_cut, budget.cut(ShortenableList::Health, Cut::Health))
        .with_cut(past.is_cut, Cut::Past)
}
