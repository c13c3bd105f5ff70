//! What reading the content, assessing and writing the page cost; one frame at 60 Hz is 16 667 us.

use std::sync::Arc;

use crate::support::{Times, checks};
use jiff::civil::{Date, date};
use kneenote::assess::Assessor;
use kneenote::assess::explain::explain;
use kneenote::check::{Check, file};
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::question::Question;
use kneenote::note::page;
use kneenote::session::screen::question_cards;
use kneenote::wording::Wording;

const TIMES: usize = 200;
const TODAY: Date = date(2026, 11, 23);

/// Prints the table.
pub fn print() -> Result<(), String> {
    let knowledge = Arc::new(Knowledge::embedded().map_err(|faults| format!("{faults:?}"))?);
    let wording = Wording::embedded().map_err(|fault| fault.to_string())?;
    let assessor = Assessor::new(&knowledge);
    let (typical, full) = (checks::typical(&knowledge), checks::full(&knowledge));
    let heavy = checks::main_questions(&knowledge, &assessor, TODAY);
    println!("{:<46} {:>10} {:>10}", format!("of {TIMES}, processor time"), "median us", "99 % us");
    row("knowledge: read and bind all content", Knowledge::embedded);
    row("wording: read all texts", Wording::embedded);
    row("check file: read a typical one", || file::read(checks::TYPICAL, &knowledge));
    row("Assessor::new", || Assessor::new(&knowledge));
    for (name, check) in [
        ("nothing said", &Check::default()),
        ("typical check", &typical),
        ("every main question", &heavy),
        ("every question", &full),
    ] {
        let assessment = assessor.assess(check, TODAY);
        let asks = assessor.next_questions(&assessment);
        let findings = check.findings.len();
        println!("{name} ({findings} findings, {} questions worth asking)", asks.asks.len());
        row("  assess", || assessor.assess(check, TODAY));
        row("  next_questions", || assessor.next_questions(&assessment));
        let cards = question_cards(&knowledge, check, &assessment);
        let questions: Vec<Vec<&Question>> = cards.iter().map(|card| card.questions(&knowledge)).collect();
        row("  relevant_rows: all cards", || {
            questions.iter().map(|card| assessor.relevant_rows(&assessment, card)).collect::<Vec<_>>()
        });
        row("  assess and next_questions: after each answer", || {
            let assessment = assessor.assess(check, TODAY);
            assessor.next_questions(&assessment)
        });
        row("  explain", || explain(&assessment, &asks));
        row("  note::page", || page(&wording.note, check, &assessment, TODAY));
    }
    Ok(())
}

fn row<T>(name: &str, work: impl FnMut() -> T) {
    let times = Times::of(TIMES, work);
    println!("{name:<46} {:>10.1} {:>10.1}", times.median_ms() * 1e3, times.p99_ms() * 1e3);
}
