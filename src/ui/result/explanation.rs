//! The whole working on demand: every finding for and against a cause, how strong, and where each comes from.

use egui::Ui;

use super::super::read_model::ReadModel;
use super::super::widgets::fold::fold;
use super::super::widgets::strength::strength;
use super::super::widgets::text;
use super::said::{in_words, said};
use crate::assess::background::{HowOften, ZoneAgreement, felt, how_often};
use crate::assess::ranking::RankedCause;
use crate::assess::reasons::Reason;
use crate::assess::urgency::FiredRule;
use crate::knowledge::cause::{Cause, Strength, Weight};
use crate::knowledge::evidence::{EvidenceKind, Finder};
use crate::knowledge::ids::{FindingId, SourceId};
use crate::knowledge::known_ids::sources;
use crate::knowledge::source::Grade;
use crate::ui::theme::GAP;
use crate::wording::fill;

/// Two columns need this much room.
const TWO_COLUMNS: f32 = 440.0;
/// Room between them, in points.
const BETWEEN: f32 = 24.0;
/// The scale of words, the strongest first.
const SCALE: [Strength; 4] = [Strength::StrongFor, Strength::ModerateFor, Strength::WeakFor, Strength::Neutral];

/// How a cause was weighed, folded.
pub(super) fn of_cause(ui: &mut Ui, model: &ReadModel<'_>, ranked: &RankedCause, cause: &Cause) {
    let words = &model.words().explanation;
    fold(ui, "explanation", &words.title, false, |ui| {
        text::body(ui, &words.lead);
        let sides = [(&words.speaks_for, &ranked.speaks_for), (&words.speaks_against, &ranked.speaks_against)];
        if ui.available_width() >= TWO_COLUMNS {
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing.x = BETWEEN;
                ui.columns(2, |columns| {
                    for (column, (title, reasons)) in columns.iter_mut().zip(sides) {
                        column.vertical(|ui| side(ui, model, ranked, title, reasons));
                    }
                });
            });
        } else {
            for (title, reasons) in sides {
                side(ui, model, ranked, title, reasons);
            }
        }
        not_explained(ui, model, ranked);
        text::bold(ui, &words.besides);
        text::body(ui, besides(model, cause));
        if let Some(felt) = felt(model.assessment, cause) {
            text::body(
                ui,
                match felt {
                    ZoneAgreement::Core => &words.place_core,
                    ZoneAgreement::Near => &words.place_near,
                    ZoneAgreement::Away => &words.place_away,
                },
            );
        }
        not_known(ui, model, ranked);
        text::hint(ui, &words.scale);
        let rows = model.knowledge.weights(&ranked.cause);
        let reasons = ranked.speaks_for.iter().chain(&ranked.speaks_against);
        let sources = reasons.filter_map(|reason| rows.get(reason.row)).flat_map(|row| &row.sources);
        references(ui, model, sources.chain(&cause.card.sources));
    });
}

fn besides<'a>(model: &'a ReadModel<'_>, cause: &Cause) -> &'a str {
    let words = &model.words().explanation;
    match how_often(model.assessment, cause) {
        HowOften::Often => &words.often,
        HowOften::AtTimes => &words.at_times,
        HowOften::Seldom => &words.seldom,
    }
}

/// One column: the findings by strength, each with its sources.
fn side(ui: &mut Ui, model: &ReadModel<'_>, ranked: &RankedCause, title: &str, reasons: &[Reason]) {
    text::bold(ui, title);
    if reasons.is_empty() {
        text::body(ui, &model.words().explanation.nothing);
    }
    let rows = model.knowledge.weights(&ranked.cause);
    for of_scale in SCALE {
        let mut of_strength = reasons
            .iter()
            .filter(|reason| model.knowledge.scoring.strength_of(reason.weight) == of_scale)
            .filter_map(|reason| Some((reason, rows.get(reason.row)?)))
            .peekable();
        if of_strength.peek().is_some() {
            strength(ui, of_scale, strength_word(model, of_scale));
        }
        for (reason, row) in of_strength {
            finding(ui, model, &said(model, reason), row);
        }
    }
    ui.add_space(GAP);
}

fn finding(ui: &mut Ui, model: &ReadModel<'_>, name: &str, row: &Weight) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        text::body(ui, &format!("\u{2022} {name}"));
        text::hint(ui, &from(model, &row.sources, kind(model, row.grade)));
        for sentence in measured(model, row).into_iter().chain(otherwise(model, row)) {
            text::hint(ui, &sentence);
        }
    });
}

/// Who made the finding when it was measured, and in whom.
fn measured(model: &ReadModel<'_>, row: &Weight) -> Option<String> {
    let words = &model.words().explanation;
    let measured = row.measured.as_ref()?;
    let sentence = match measured.by {
        Finder::Examiner => &words.measured_by_examiner,
        Finder::Scan => &words.measured_on_scan,
        Finder::Patient => &words.told_by_patients,
        Finder::Record => &words.taken_from_records,
    };
    Some(fill(sentence, &[("whom", &measured.in_whom)]))
}

/// Those of the sources that found otherwise.
fn otherwise(model: &ReadModel<'_>, row: &Weight) -> Option<String> {
    let names: Vec<&str> = row.otherwise.as_ref()?.sources.iter().map(|id| short(model, id)).collect();
    Some(fill(&model.words().explanation.otherwise, &[("list", &names.join(", "))]))
}

/// What was ticked and the cause has nothing to say about, by strength.
fn not_explained(ui: &mut Ui, model: &ReadModel<'_>, ranked: &RankedCause) {
    let silent = model.assessment.not_explained(ranked).map(|penalty| (&penalty.finding, penalty.weight));
    by_strength(ui, model, &model.words().explanation.not_explained, &silent.collect::<Vec<_>>());
}

/// Open answers that would speak for the cause, by strength.
fn not_known(ui: &mut Ui, model: &ReadModel<'_>, ranked: &RankedCause) {
    let rows = model.knowledge.weights(&ranked.cause);
    let weight = |id: &FindingId| rows.iter().find(|row| row.finding == *id).map_or(1.0, |row| row.yes);
    let open = ranked.not_known.iter().map(|id| (id, weight(id)));
    by_strength(ui, model, &model.words().explanation.not_known, &open.collect::<Vec<_>>());
}

/// Findings under a title, those of one strength in one line; nothing when there are none.
fn by_strength(ui: &mut Ui, model: &ReadModel<'_>, title: &str, findings: &[(&FindingId, f64)]) {
    if findings.is_empty() {
        return;
    }
    text::bold(ui, title);
    for of_scale in SCALE {
        let names: Vec<String> = findings
            .iter()
            .filter(|(_, weight)| model.knowledge.scoring.strength_of(*weight) == of_scale)
            .map(|(id, _)| in_words(model, id))
            .collect();
        if !names.is_empty() {
            strength(ui, of_scale, strength_word(model, of_scale));
            text::body(ui, &names.join("; "));
        }
    }
}

fn strength_word<'a>(model: &'a ReadModel<'_>, strength: Strength) -> &'a str {
    let words = &model.words().explanation;
    match strength {
        Strength::StrongFor | Strength::StrongAgainst => &words.strong,
        Strength::ModerateFor | Strength::ModerateAgainst => &words.fair,
        Strength::WeakFor | Strength::WeakAgainst => &words.weak,
        Strength::Neutral => &words.faint,
    }
}

/// The source of every rule that fired, folded.
pub(super) fn of_rules(ui: &mut Ui, model: &ReadModel<'_>, fired: &[FiredRule]) {
    let words = &model.words().explanation;
    let rules: Vec<_> = fired.iter().filter_map(|fired| model.knowledge.rule(fired.rule.as_str())).collect();
    if rules.is_empty() {
        return;
    }
    fold(ui, "rule sources", &words.rules, false, |ui| {
        for rule in &rules {
            text::body(ui, &rule.reason);
            text::hint(ui, &from(model, &rule.sources, known(model, rule.grade)));
        }
        references(ui, model, rules.iter().flat_map(|rule| &rule.sources));
    });
}

/// Short names of the sources, and what kind of evidence they are.
pub(in crate::ui) fn from(model: &ReadModel<'_>, sources: &[SourceId], known: &str) -> String {
    let names: Vec<&str> = sources.iter().map(|id| short(model, id)).collect();
    if names.iter().all(|name| *name == known) {
        return known.to_owned();
    }
    fill(&model.words().explanation.from, &[("list", &names.join(", ")), ("known", known)])
}

fn short<'a>(model: &'a ReadModel<'_>, id: &SourceId) -> &'a str {
    let words = &model.words().explanation;
    match model.knowledge.source(id.as_str()) {
        Some(source) if source.grade == Grade::Judgement => &words.own_view,
        Some(source) if source.id == sources::ARTICLE => &words.the_article,
        Some(source) => source.short(),
        None => "",
    }
}

fn kind<'a>(model: &'a ReadModel<'_>, grade: EvidenceKind) -> &'a str {
    let words = &model.words().explanation;
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

pub(in crate::ui) fn known<'a>(model: &'a ReadModel<'_>, grade: Grade) -> &'a str {
    let words = &model.words().explanation;
    match grade {
        Grade::Read => &words.read,
        Grade::Known => &words.known,
        Grade::Derived => &words.derived,
        Grade::Judgement => &words.judgement,
        Grade::Seed => &words.seed,
    }
}

/// The full references, each once, in the order they are named.
pub(super) fn references<'a>(ui: &mut Ui, model: &ReadModel<'_>, sources: impl Iterator<Item = &'a SourceId>) {
    let words = &model.words().explanation;
    let mut named: Vec<&SourceId> = Vec::new();
    for id in sources {
        if !named.contains(&id) {
            named.push(id);
        }
    }
    fold(ui, "references", &words.references, false, |ui| {
        for source in named.into_iter().filter_map(|id| model.knowledge.source(id.as_str())) {
            let values = [
                ("short", short(model, &source.id)),
                ("title", source.title.as_str()),
                ("known", known(model, source.grade)),
            ];
            text::hint(ui, &fill(&words.reference, &values));
        }
    });
}
