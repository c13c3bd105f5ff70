//! How the cost grows with ten times the content, and with many earlier checks.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::support::window::Window;
use crate::support::{Times, checks};
use jiff::civil::{Date, date};
use kneenote::assess::Assessor;
use kneenote::check::Check;
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::files::ContentFiles;
use kneenote::note::page;
use kneenote::store::earlier::{EarlierChecks, EarlierName};
use kneenote::store::folders::Folders;
use kneenote::wording::Wording;

const TODAY: Date = date(2026, 11, 23);
const TIMES: usize = 20;
/// Makes a check for some content.
type CheckOf = fn(&Knowledge) -> Check;
/// The lists that are made longer: the file, how the list begins and how it ends.
const LISTS: [(&str, &str, &str); 4] = [
    ("causes.ron", "\n[\n", "\n]"),
    ("questions.ron", "    questions: [\n", "\n    ],"),
    ("rules.ron", "    rules: [\n", "\n    ],"),
    ("weights.ron", "\n[\n", "\n]"),
];

/// Prints the table.
pub fn print() -> Result<(), String> {
    let wording = Wording::embedded().map_err(|fault| fault.to_string())?;
    let embedded = ContentFiles::embedded();
    let once = Knowledge::read(&embedded).map_err(|faults| format!("{faults:?}"))?;
    let tenfold = multiplied(&embedded, &once, 10)?;
    let ten = Knowledge::read(&tenfold).map_err(|faults| format!("{:?}", &faults[..faults.len().min(5)]))?;
    println!("{:<36}{:>10}{:>10}{:>8}", format!("median of {TIMES}, ms"), "content", "tenfold", "times");
    count("causes", once.causes.len(), ten.causes.len());
    count("questions", once.questions.len(), ten.questions.len());
    count("rules", once.rules.len(), ten.rules.len());
    count("weights", once.weight_count(), ten.weight_count());
    let read = |files| Times::of(TIMES, || Knowledge::read(files));
    grown("read and bind (start)", &read(&embedded), &read(&tenfold));
    let (once, ten) = (Arc::new(once), Arc::new(ten));
    let new = |knowledge: &Arc<Knowledge>| Times::of(TIMES, || Assessor::new(knowledge));
    grown("assessor (start)", &new(&once), &new(&ten));
    for (name, check_of) in [("the same check", checks::typical as CheckOf), ("every question answered", checks::full)]
    {
        let assessed = |knowledge: &Arc<Knowledge>| {
            let (assessor, check) = (Assessor::new(knowledge), check_of(knowledge));
            let assessment = assessor.assess(&check, TODAY);
            [
                Times::of(TIMES, || assessor.assess(&check, TODAY)),
                Times::of(TIMES, || page(&wording.note, &check, &assessment, TODAY)),
            ]
        };
        let ([assess, note], [assess_ten, note_ten]) = (assessed(&once), assessed(&ten));
        println!("{name}");
        grown("  assess", &assess, &assess_ten);
        grown("  note", &note, &note_ten);
    }
    println!();
    earlier_checks()
}

fn count(name: &str, once: usize, ten: usize) {
    println!("  {name:<34}{once:>10}{ten:>10}");
}

fn grown(name: &str, once: &Times, ten: &Times) {
    let (once, ten) = (once.median_ms(), ten.median_ms());
    println!("{name:<36}{once:>10.3}{ten:>10.3}{:>8.1}", ten / once);
}

/// The content with its causes, questions, rules and weights again and again, each time under other ids.
fn multiplied(files: &ContentFiles, knowledge: &Knowledge, times: usize) -> Result<ContentFiles, String> {
    let mut ids: BTreeSet<&str> = knowledge.findings().map(|finding| finding.id.as_str()).collect();
    ids.extend(knowledge.questions.iter().map(|question| question.id.as_str()));
    ids.extend(knowledge.questions.iter().flat_map(|question| &question.numbers).map(|number| number.id.as_str()));
    ids.extend(knowledge.causes.iter().map(|cause| cause.id.as_str()));
    ids.extend(knowledge.rules.iter().map(|rule| rule.id.as_str()));
    let mut more = files.clone();
    for (name, begins, ends) in LISTS {
        let text = files.text(name);
        let (head, rest) = text.split_once(begins).ok_or_else(|| format!("{name} has no {begins:?}"))?;
        let (rows, tail) = rest.split_once(ends).ok_or_else(|| format!("{name} has no {ends:?}"))?;
        let copies: Vec<String> = (1..times).map(|copy| renamed(rows, &ids, copy)).collect();
        more.set(name, format!("{head}{begins}{rows}\n{}{ends}{tail}", copies.join("\n")));
    }
    Ok(more)
}

/// A list with a number behind each id; ids stand in quotes, alone or in a condition.
fn renamed(rows: &str, ids: &BTreeSet<&str>, copy: usize) -> String {
    let is_word = |sign: char| sign.is_alphanumeric() || sign == '_';
    let (mut renamed, mut rest, mut in_quotes) = (String::new(), rows, false);
    while let Some(first) = rest.chars().next() {
        let end =
            if is_word(first) { rest.find(|sign| !is_word(sign)).unwrap_or(rest.len()) } else { first.len_utf8() };
        let (word, after) = rest.split_at(end);
        renamed.push_str(word);
        if in_quotes && ids.contains(word) {
            renamed.push('_');
            renamed.push_str(&copy.to_string());
        }
        in_quotes ^= word == "\"" && !renamed.ends_with("\\\"");
        rest = after;
    }
    renamed
}

fn earlier_checks() -> Result<(), String> {
    println!("{:<36}{:>10}{:>10}{:>10}", format!("median of {TIMES}, ms; earlier checks"), 1, 100, 1000);
    let mut rows: [Vec<f64>; 2] = Default::default();
    for count in [1_u16, 100, 1000] {
        let home = tempfile::tempdir().map_err(|fault| fault.to_string())?;
        let folders = Folders::under(home.path());
        let earlier = EarlierChecks::new(&folders);
        for at in 0..count {
            let made = Some(date(2025, 1 + (at / 28 % 12) as i8, 1 + (at % 28) as i8));
            let name = EarlierName { made, ..EarlierName::default() };
            earlier.add(checks::TYPICAL, &name).map_err(|fault| format!("{fault:?}"))?;
        }
        rows[0].push(Times::of(TIMES, || earlier.list()).median_ms());
        let open = || Window::open(None, Some(folders.clone()), [1100.0, 760.0], 1.0, TODAY).frame(Vec::new());
        rows[1].push(Times::of(TIMES, open).median_ms());
    }
    for (name, row) in ["list them", "start, with the first frame"].iter().zip(rows) {
        println!("{name:<36}{:>10.2}{:>10.2}{:>10.2}", row[0], row[1], row[2]);
    }
    Ok(())
}
