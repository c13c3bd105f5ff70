//! The tables of the content, a line a row.

use kneenote::knowledge::Knowledge;
use kneenote::knowledge::cause::{Cause, Strength};
use kneenote::knowledge::ids::FindingId;
use kneenote::knowledge::question::{Meaning, Question};
use kneenote::knowledge::rule::Rule;
use kneenote::knowledge::zone::Zone;

/// Cause, finding, weight of a yes, weight of a no.
pub fn weights(knowledge: &Knowledge) -> Vec<String> {
    let rows = knowledge.causes.iter().flat_map(|cause| cause.weights.iter().map(move |row| (&cause.id, row)));
    rows.map(|(cause, row)| format!("{cause}|{}|{}|{}", row.finding, row.yes, row.no)).collect()
}

/// Level, rule, condition, what it names, sources, grade.
pub fn rules(knowledge: &Knowledge) -> Vec<String> {
    let row = |rule: &Rule| {
        let (names, sources) = (join(&rule.names, ","), join(&rule.sources, ","));
        format!("{}|{}|{}|{names}|{sources}|{}", rule.level.number(), rule.id, rule.when.text, rule.grade.word())
    };
    knowledge.rules.iter().map(row).collect()
}

/// The signs of danger, each with the answer that means "not sure" of it.
pub fn red_flags(knowledge: &Knowledge) -> Vec<String> {
    let unsure = |sign: &FindingId| {
        let is_unsure = |meaning: &Meaning| matches!(meaning, Meaning::NotSureOf(of) if of == sign);
        knowledge.findings().find(|finding| is_unsure(&finding.means)).map_or("-", |finding| finding.id.as_str())
    };
    knowledge.red_flags.iter().map(|sign| format!("{sign}|{}", unsure(sign))).collect()
}

/// What each flag means.
pub fn flags(knowledge: &Knowledge) -> Vec<String> {
    knowledge.flags.iter().map(|flag| format!("{}|{}", flag.id, flag.means.text)).collect()
}

/// What answers each question, in the order in which they are asked. The evidence names a number as the answer of its
/// question, but not height and weight beside the index.
pub fn questions(knowledge: &Knowledge) -> Vec<String> {
    let row = |question: &Question| {
        let answers = join(question.options.iter().map(|answer| &answer.id), ",");
        let numbers = join(question.numbers.iter().map(|number| &number.id), ",");
        format!("{}|{}", question.id, if answers.is_empty() { numbers } else { answers })
    };
    knowledge.questions.iter().map(row).collect()
}

/// Groups of findings that say nearly the same, each with its size.
pub fn groups(knowledge: &Knowledge) -> Vec<String> {
    let groups = knowledge.scoring.groups.iter();
    groups.map(|group| format!("{}|{}|{}", group.id, group.findings.len(), join(&group.findings, ","))).collect()
}

/// What a weight of each strength is, for yes and for no.
pub fn strengths(knowledge: &Knowledge) -> Vec<String> {
    let rows = knowledge.scoring.strengths.iter();
    rows.map(|row| format!("{}|{}|{}", strength(row.strength), row.yes, row.no)).collect()
}

/// What each cause begins with.
pub fn start_weights(knowledge: &Knowledge) -> Vec<String> {
    knowledge.causes.iter().map(|cause| format!("{}|{}", cause.id, cause.prior)).collect()
}

/// What age and sex make of it.
pub fn age_and_sex(knowledge: &Knowledge) -> Vec<String> {
    let row = |cause: &Cause| format!("{}|{}|{}|{}", cause.id, join(cause.age, "|"), cause.female, cause.male);
    knowledge.causes.iter().map(row).collect()
}

/// Where each cause is felt most, and at times.
pub fn places_of_causes(knowledge: &Knowledge) -> Vec<String> {
    let row = |cause: &Cause| format!("{}|{}|{}", cause.id, join(&cause.core, ", "), join(&cause.near, ", "));
    knowledge.causes.iter().map(row).collect()
}

/// Where each zone lies on the unrolled knee, in cm around it and below the kneecap's lower tip.
pub fn unrolled_knee(knowledge: &Knowledge) -> Vec<String> {
    let row = |zone: &Zone| {
        let spots = zone.spots_cm.iter().map(|(around, below)| format!("{around},{below}"));
        format!("{}|{}", zone.id, join(spots, ";"))
    };
    knowledge.zones.iter().filter(|zone| !zone.is_button()).map(row).collect()
}

/// Where each zone is seen in the drawings.
pub fn zones_in_views(knowledge: &Knowledge) -> Vec<String> {
    let row = |zone: &Zone| {
        let seen = zone.seen.iter().map(|seen| {
            let view = format!("{:?}", seen.view).to_lowercase();
            format!("{view} {},{}", seen.x, seen.y)
        });
        format!("{}|{}", zone.id, join(seen, "; "))
    };
    knowledge.zones.iter().map(row).collect()
}

/// One table of published figures.
pub fn figures(knowledge: &Knowledge, table: usize) -> Vec<String> {
    let rows = knowledge.figures[table].rows.iter();
    rows.map(|row| format!("{}|{}", row.what, row.cells.join("|"))).collect()
}

/// Findings that belong together in the words of the evidence.
pub fn clusters(knowledge: &Knowledge) -> Vec<String> {
    knowledge.clusters.iter().map(|cluster| format!("{}|{}", cluster.id, cluster.rule)).collect()
}

/// The statements of the article.
pub fn article(knowledge: &Knowledge) -> Vec<String> {
    knowledge.article.bullets.iter().map(|bullet| bullet.id.to_string()).collect()
}

/// The sources, and how each is known.
pub fn sources(knowledge: &Knowledge) -> Vec<String> {
    knowledge.sources.iter().map(|source| format!("{}|{}", source.id, source.grade.word())).collect()
}

/// The sources of each card about a cause.
pub fn card_sources(knowledge: &Knowledge) -> Vec<String> {
    knowledge.causes.iter().map(|cause| format!("{}|{}", cause.id, join(&cause.card.sources, ", "))).collect()
}

fn join<T: ToString>(parts: impl IntoIterator<Item = T>, between: &str) -> String {
    parts.into_iter().map(|part| part.to_string()).collect::<Vec<_>>().join(between)
}

fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::StrongFor => "strong for",
        Strength::ModerateFor => "moderate for",
        Strength::WeakFor => "weak for",
        Strength::Neutral => "neutral",
        Strength::WeakAgainst => "weak against",
        Strength::ModerateAgainst => "moderate against",
        Strength::StrongAgainst => "strong against",
    }
}

/// The constants of the score.
pub fn constants(knowledge: &Knowledge) -> Vec<String> {
    let c = &knowledge.scoring.constants;
    [
        ("temper", c.prior_exponent),
        ("near", c.near),
        ("scatter_cm", c.sigma_cm),
        ("round_cm", c.circumference_cm),
        ("floor", c.floor),
        ("repeat", c.correlated_discount),
        ("silence", c.unexplained_share),
    ]
    .map(|(name, value)| format!("{name}|{value}"))
    .into()
}

/// The bands of the score, and its list of causes by load.
pub fn bands_and_lists(knowledge: &Knowledge) -> Vec<String> {
    let scoring = &knowledge.scoring;
    let bands = &scoring.bands;
    vec![
        format!("well|{}|{}", bands.well_share, bands.well_findings),
        format!("part|{}", bands.part_share),
        format!("shown|{}", bands.shown),
        format!("also_ask|{}", bands.also_ask),
        format!("enough|{}", bands.enough_findings),
        format!("overuse|{}", join(&scoring.overuse, ",")),
    ]
}
