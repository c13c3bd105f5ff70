//! Answers that the runs propose: none is set by itself, and none of the runner's own is written over.

use egui::Ui;

use super::super::read_model::ReadModel;
use super::super::widgets::button::Button;
use super::super::widgets::fold::fold;
use super::super::widgets::{card, heading, text};
use super::row::beside;
use super::{naming, sentences};
use crate::check::answer::Answer;
use crate::session::command::{Command, RunsCommand};
use crate::training::longest::Longest;
use crate::training::proposals::{Proposal, Proposed};
use crate::training::rulers::Rulers;
use crate::wording::fill;

/// How a proposal stands to what the runner answered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Nothing is answered yet.
    Open,
    /// The answer is the same one.
    Same,
    /// The answer is another one, and stays.
    Differs,
}

pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>, rulers: &Rulers) {
    let words = &model.wording.runs.proposals;
    let of_standing = |wanted: Standing| {
        let all = Proposal::of(rulers).into_iter();
        all.filter(|proposal| standing(model, proposal) == wanted).collect::<Vec<_>>()
    };
    let (open, differing) = (of_standing(Standing::Open), of_standing(Standing::Differs));
    let others: Vec<(&Longest, Proposal)> = other_runs(model, rulers);
    if open.is_empty() && differing.is_empty() && others.is_empty() {
        return;
    }
    card::card(ui, |ui| {
        heading::small(ui, 3, &words.title);
        text::hint(ui, &words.lead);
        for proposal in &open {
            row(ui, model, proposal);
        }
        if open.len() > 1 && Button::secondary(&words.take_all).show(ui).clicked() {
            model.send(Command::Runs(RunsCommand::Take(open)));
        }
        for proposal in &differing {
            text::body(ui, &fill(&words.differs, &[("what", &what(model, proposal))]));
        }
        if !others.is_empty() {
            fold(ui, "other run", &words.other_run, false, |ui| pick(ui, model, rulers, &others));
        }
    });
}

fn row(ui: &mut Ui, model: &ReadModel<'_>, proposal: &Proposal) {
    let words = &model.wording.runs.proposals;
    let what = what(model, proposal);
    let name = fill(&words.take_named, &[("what", &what)]);
    take(ui, model, &what, (&words.take, &name), proposal);
}

/// A text with the button that takes it as an answer.
fn take(ui: &mut Ui, model: &ReadModel<'_>, what: &str, (label, name): (&str, &str), proposal: &Proposal) {
    let tell = |ui: &mut Ui| _ = text::body(ui, what);
    beside(ui, tell, |ui| {
        if Button::secondary(label).named(name).show(ui).clicked() {
            model.send(Command::Runs(RunsCommand::Take(vec![proposal.clone()])));
        }
    });
}

/// The runs of which the runner may say that it set the pain off, while that is not answered.
fn other_runs<'a>(model: &ReadModel<'_>, rulers: &'a Rulers) -> Vec<(&'a Longest, Proposal)> {
    let is_other = |longest: &&Longest| rulers.stands_out.as_ref() != Some(*longest);
    let proposals = rulers.around().filter(is_other).filter_map(|longest| Some((longest, Proposal::of_run(longest)?)));
    proposals.filter(|(_, proposal)| standing(model, proposal) == Standing::Open).collect()
}

fn pick(ui: &mut Ui, model: &ReadModel<'_>, rulers: &Rulers, others: &[(&Longest, Proposal)]) {
    let words = &model.wording.runs.proposals;
    text::body(ui, &words.other_run_lead);
    for (longest, proposal) in others {
        let what = sentences::of_run(model, rulers, longest);
        let name = fill(&words.this_run_named, &[("what", &what)]);
        take(ui, model, &what, (&words.this_run, &name), proposal);
    }
}

fn standing(model: &ReadModel<'_>, proposal: &Proposal) -> Standing {
    let is_same = match proposal.proposed() {
        Proposed::Number(number, value) => model.check.number(&number) == Some(f64::from(value)),
        Proposed::Yes(finding) => model.check.answer(&finding) == Answer::Yes,
    };
    match proposal.edit(model.check, model.knowledge) {
        Some(_) => Standing::Open,
        None if is_same => Standing::Same,
        None => Standing::Differs,
    }
}

/// The answer in words, with what it follows from.
fn what(model: &ReadModel<'_>, proposal: &Proposal) -> String {
    let words = &model.wording.runs.proposals;
    let (question, answer) = match proposal.proposed() {
        Proposed::Number(..) => ("", ""),
        Proposed::Yes(finding) => {
            let question = model.knowledge.question_of(&finding).map_or("", |question| model.question_text(question));
            (question, model.knowledge.finding(&finding).map_or("", |finding| finding.label.as_str()))
        }
    };
    match proposal {
        Proposal::UsualWeek(km) => {
            fill(&words.usual_week, &[("distance", &naming::whole_distance(model, km.saturating_mul(1000)))])
        }
        Proposal::BackAfterBreak(time) => {
            let [from, to] = [time.last, time.back].map(|day| naming::day(model, day));
            fill(&words.back_after_break, &[("answer", answer), ("from", &from), ("to", &to)])
        }
        Proposal::MoreEachWeek(pair) => {
            let [distance, before] =
                [pair.week, pair.before].map(|week| naming::whole_distance(model, week.distance_m));
            let to = naming::day(model, pair.week.to);
            let values = [("answer", answer), ("distance", &distance), ("to", &to), ("before", &before)];
            fill(&words.more_each_week, &values)
        }
        Proposal::MuchLonger(longest, _) => {
            let [distance, day] = naming::outing(model, &longest.outing);
            let values = [("question", question), ("answer", answer), ("distance", &distance), ("day", &day)];
            fill(&words.much_longer, &values)
        }
    }
}
