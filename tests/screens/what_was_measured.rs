//! Promise: every published figure says what was measured, in whom, and by whom; no page is said to be read that was
//! not; and whoever found otherwise is named.

use crate::driver::{Driver, KNOWLEDGE, words};
use crate::world::assess;
use kneenote::assess::reasons::Reason;
use kneenote::knowledge::cause::Weight;
use kneenote::knowledge::evidence::{EvidenceKind, Finder};
use kneenote::knowledge::ids::SourceId;
use kneenote::knowledge::known_ids::sources;
use kneenote::knowledge::rule::Level;
use kneenote::knowledge::source::Grade;
use kneenote::wording::fill;

fn rows() -> impl Iterator<Item = &'static Weight> {
    KNOWLEDGE.causes.iter().flat_map(|cause| &cause.weights)
}

#[test]
fn every_published_figure_says_what_was_measured_in_whom_and_by_whom() {
    let mut count = [0; 3];
    for row in rows() {
        let measured = row.measured.as_ref().map(|measured| (measured.by, measured.in_whom.as_str()));
        assert_eq!(row.published.is_empty(), measured.is_none(), "{}: {}", row.finding, row.published);
        assert!(measured.is_none_or(|(_, whom)| whom.len() > 4), "{}: {measured:?}", row.finding);
        match row.grade {
            EvidenceKind::Figure => count[0] += 1,
            EvidenceKind::Sign => count[1] += 1,
            EvidenceKind::CaseShare => count[2] += 1,
            _ => continue,
        }
        assert!(row.grade == EvidenceKind::Sign || measured.is_some(), "{}: {:?}", row.finding, row.grade);
    }
    println!("figures, signs, shares of cases: {count:?} of {} rows", KNOWLEDGE.weight_count());
}

#[test]
fn a_page_was_read_where_the_grade_says_so_and_judgement_is_called_judgement() {
    for row in rows() {
        let is_of = |id: &str| row.sources.iter().any(|source| *source == id);
        let mut others = row.sources.iter().filter(|id| **id != sources::ARTICLE && **id != sources::JUDGEMENT);
        let was_read = others.any(|id| KNOWLEDGE.source(id.as_str()).unwrap().grade == Grade::Read);
        assert!(!row.grade.is_read() || was_read, "{}: {:?}", row.finding, row.sources);
        assert_eq!(row.grade == EvidenceKind::Judgement, is_of(&sources::JUDGEMENT), "{}", row.finding);
        assert!(row.grade != EvidenceKind::Seed || is_of(&sources::ARTICLE), "{}", row.finding);
        for other in row.otherwise.iter().flat_map(|otherwise| &otherwise.sources) {
            assert!(row.sources.contains(other), "{}: {other}", row.finding);
        }
    }
}

#[test]
fn the_screen_says_what_kind_of_evidence_a_row_is_who_found_it_in_whom_and_who_found_otherwise() {
    let mut seen = (0, 0);
    for (id, check) in crate::driver::check_cases() {
        let found = assess(&check);
        // What may not be named yet is not weighed on the screen.
        let named = found.shown_causes().filter(|ranked| {
            let cause = KNOWLEDGE.cause(ranked.cause.as_str());
            cause.is_some_and(|cause| found.may_be_named(cause))
        });
        let reasons = named.flat_map(|cause| {
            let rows = KNOWLEDGE.weights(&cause.cause);
            let all = cause.speaks_for.iter().chain(&cause.speaks_against);
            all.filter_map(|reason: &Reason| rows.get(reason.row))
        });
        let rows: Vec<&Weight> = reasons.filter(|row| row.measured.is_some() || row.otherwise.is_some()).collect();
        // An emergency shows no causes.
        let is_enough = seen.0 > 40 && seen.1 > 1;
        if is_enough || rows.is_empty() || found.urgency.shown().is_none_or(|level| level == Level::Emergency) {
            continue;
        }
        let mut driver = Driver::with_check(check);
        driver.open_result();
        driver.open_all_folds();
        let texts = driver.texts().join("\n");
        for row in rows {
            assert!(texts.contains(kind(row.grade)), "{id} {}: {}", row.finding, kind(row.grade));
            if let Some(measured) = &row.measured {
                let sentence = fill(sentence(measured.by), &[("whom", &measured.in_whom)]);
                assert!(texts.contains(&sentence), "{id} {}: {sentence}", row.finding);
                seen.0 += 1;
            }
            if let Some(otherwise) = &row.otherwise {
                let short = |id: &SourceId| KNOWLEDGE.source(id.as_str()).unwrap().short();
                let names: Vec<&str> = otherwise.sources.iter().map(short).collect();
                let sentence = fill(&words().explanation.otherwise, &[("list", &names.join(", "))]);
                assert!(texts.contains(&sentence), "{id} {}: {sentence}", row.finding);
                seen.1 += 1;
            }
        }
    }
    assert!(seen.0 > 10 && seen.1 > 0, "{seen:?}");
}

fn sentence(by: Finder) -> &'static str {
    let words = &words().explanation;
    match by {
        Finder::Examiner => &words.measured_by_examiner,
        Finder::Scan => &words.measured_on_scan,
        Finder::Patient => &words.told_by_patients,
        Finder::Record => &words.taken_from_records,
    }
}

fn kind(grade: EvidenceKind) -> &'static str {
    let words = &words().explanation;
    match grade {
        EvidenceKind::Figure => &words.figure,
        EvidenceKind::Sign => &words.sign,
        EvidenceKind::CaseShare => &words.case_share,
        EvidenceKind::Known => &words.known,
        EvidenceKind::Derived => &words.derived,
        EvidenceKind::Judgement => &words.judgement,
        EvidenceKind::Seed => &words.seed,
    }
}
