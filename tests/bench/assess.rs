//! What the core costs: `cargo bench --bench assess` prints a table of medians and of what 99 in 100 keep. It
//! asserts nothing; one frame at 60 Hz is 16 667 us.
#![expect(clippy::print_stdout, reason = "the table is what it is for")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use jiff::civil::{Date, date};
use kneenote::assess::explain::explain;
use kneenote::assess::{Assessor, Standing};
use kneenote::check::{Check, file};
use kneenote::knowledge::Knowledge;
use kneenote::note::page;
use kneenote::wording::Wording;

const TIMES: usize = 200;
const TODAY: Date = date(2026, 11, 23);

fn main() -> Result<(), String> {
    let knowledge = Knowledge::embedded().map_err(|faults| format!("{faults:?}"))?;
    let wording = Wording::embedded().map_err(|fault| fault.to_string())?;
    let assessor = Assessor::new(&knowledge);
    let text = include_str!("../note/half_marathon.kneenote");
    let typical = file::read(text, &knowledge).map_err(|fault| format!("{fault:?}"))?;
    let full = full(&knowledge, &typical, |_| true);
    let heavy = heavy(&knowledge, &assessor, &typical);
    println!("{:<46} {:>10} {:>10}", format!("{TIMES} times each"), "median us", "p99 us");
    row("knowledge: read and bind all content", Knowledge::embedded);
    row("wording: read all texts", Wording::embedded);
    row("check file: read a typical one", || file::read(text, &knowledge));
    row("Assessor::new", || Assessor::new(&knowledge));
    for (name, check) in [
        ("nothing said", &Check::default()),
        ("typical check", &typical),
        ("every main question", &heavy),
        ("every question", &full),
    ] {
        let assessment = assessor.assess(&knowledge, check, TODAY);
        let asks = assessor.next_questions(&knowledge, &assessment);
        let findings = check.findings.len();
        println!("{name} ({findings} findings, {} questions worth asking)", asks.asks.len());
        row("  assess", || assessor.assess(&knowledge, check, TODAY));
        row("  next_questions", || assessor.next_questions(&knowledge, &assessment));
        row("  assess and next_questions: after each answer", || {
            let assessment = assessor.assess(&knowledge, check, TODAY);
            assessor.next_questions(&knowledge, &assessment)
        });
        row("  explain", || explain(&knowledge, &assessment, &asks));
        row("  note::page", || page(&knowledge, &wording.note, check, &assessment, TODAY));
    }
    Ok(())
}

fn row<T>(name: &str, mut work: impl FnMut() -> T) {
    let mut times: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort();
    let us = |time: Option<&Duration>| time.map_or(0.0, |time| time.as_secs_f64() * 1e6);
    println!("{name:<46} {:>10.1} {:>10.1}", us(times.get(TIMES / 2)), us(times.get(TIMES * 99 / 100)));
}

/// Every question that stands on a card is answered and every folded one is open: the most to try with the most said.
fn heavy(knowledge: &Knowledge, assessor: &Assessor, check: &Check) -> Check {
    let standings = assessor.assess(knowledge, check, TODAY).standings;
    let main = |at: usize| standings.get(at) == Some(&Standing::Core);
    full(knowledge, check, main)
}

/// The first answer of every single question and every second one of the others, on top of `check`.
fn full(knowledge: &Knowledge, check: &Check, is_answered: impl Fn(usize) -> bool) -> Check {
    let mut full = check.clone();
    for (_, question) in knowledge.questions.iter().enumerate().filter(|(at, _)| is_answered(*at)) {
        if question.is_single() {
            if let Some(first) = question.findings().next() {
                full.pick(question, first.id.as_str());
            }
        } else {
            let answers: Vec<_> = question.findings().map(|finding| finding.id.clone()).collect();
            for id in answers.iter().skip(1).step_by(2) {
                full.tick(question, id.as_str(), kneenote::check::answer::Answer::Yes);
            }
            full.finish(question);
        }
        for number in &question.numbers {
            full.numbers.insert(number.id.clone(), f64::midpoint(number.min, number.max));
        }
    }
    full
}
