//! Everything the content files hold, as it was read and before anything was checked.

use super::about::About;
use super::advice::{Advice, Article};
use super::cause::{Cause, CauseWeights};
use super::files::{ContentError, ContentFiles};
use super::planning::Planning;
use super::question::QuestionsFile;
use super::record::Record;
use super::relevance::Relevance;
use super::rule::RulesFile;
use super::scoring::Scoring;
use super::source::{FigureTable, Source};
use super::zone::Zone;

#[derive(Clone, Debug)]
pub(super) struct Content {
    pub about: About,
    pub advice: Advice,
    pub article: Article,
    pub causes: Vec<Cause>,
    pub figures: Vec<FigureTable>,
    pub planning: Planning,
    pub questions: QuestionsFile,
    pub record: Record,
    pub relevance: Relevance,
    pub rules: RulesFile,
    pub scoring: Scoring,
    pub sources: Vec<Source>,
    pub weights: Vec<CauseWeights>,
    pub zones: Vec<Zone>,
}

impl Content {
    /// Reads every file; the first fault of each file that cannot be read.
    pub(super) fn read(files: &ContentFiles) -> Result<Self, Vec<ContentError>> {
        let mut faults = Vec::new();
        macro_rules! read {
            ($name:literal) => {
                files.read($name).map_err(|fault| faults.push(fault)).ok()
            };
        }
        let read = (
            read!("about.ron"),
            read!("advice.ron"),
            read!("article.ron"),
            read!("causes.ron"),
            read!("figures.ron"),
            read!("plan.ron"),
            read!("questions.ron"),
            read!("record.ron"),
            read!("relevance.ron"),
            read!("rules.ron"),
            read!("scoring.ron"),
            read!("sources.ron"),
            read!("weights.ron"),
            read!("zones.ron"),
        );
        let (
            Some(about),
            Some(advice),
            Some(article),
            Some(causes),
            Some(figures),
            Some(planning),
            Some(questions),
            Some(record),
            Some(relevance),
            Some(rules),
            Some(scoring),
            Some(sources),
            Some(weights),
            Some(zones),
        ) = read
        else {
            return Err(faults);
        };
        Ok(Self {
            about,
            advice,
            article,
            causes,
            figures,
            planning,
            questions,
            record,
            relevance,
            rules,
            scoring,
            sources,
            weights,
            zones,
        })
    }
}
