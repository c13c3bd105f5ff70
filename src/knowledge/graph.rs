//! The content as a graph in the language of Graphviz: questions, their answers and zones, the flags and rules that
//! look at them, the causes that they speak for and against.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Knowledge;
use super::condition::{AtomKind, Expr};
use super::question::{Meaning, Question, QuestionKind};
use super::rule::Level;

/// A label is broken after about so many columns.
const COLUMNS: usize = 30;
/// The colour of what must not be missed.
const RED: &str = "#b3261e";
/// What is meant by colours and lines, below the picture.
const LEGEND: &str = "red: red flag, level 1, dangerous cause; names: a person must check this cause
to a cause: what the finding multiplies its fit by when yes / when no; thick when much; dashed when yes speaks against
from a zone: felt most there; dotted: felt there at times
to a flag or rule: dashed is \"not\"";

/// There is nothing of this name in the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no question, finding, number, zone, flag, rule or cause has this id")]
pub struct UnknownId;

/// The graph in DOT, the same for the same content: of all of it, or of what leads to `about` and what it leads to.
///
/// `about` is an id of the content; a rule may be called by its number alone (`U12`). A path stops at a rule: what a
/// rule looks at and names is shown when the graph is about the rule.
///
/// # Errors
/// When the content has no such id.
pub fn as_dot(knowledge: &Knowledge, about: Option<&str>) -> Result<String, UnknownId> {
    let graph = Graph::of(knowledge);
    let shown = match about {
        None => vec![true; graph.edges.len()],
        Some(about) => graph.paths_through(about).ok_or(UnknownId)?,
    };
    let title = about.map_or_else(String::new, |about| format!(": {about}"));
    Ok(graph.print(knowledge, &format!("KneeNote {}{title}", knowledge.about.content), &shown, about))
}

/// What a node stands for, in the order of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Question,
    Number,
    Finding,
    Zone,
    Flag,
    Rule,
    Cause,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Number => "number",
            Self::Finding => "finding",
            Self::Zone => "zone",
            Self::Flag => "flag",
            Self::Rule => "rule",
            Self::Cause => "cause",
        }
    }

    fn shape(self) -> &'static str {
        match self {
            Self::Question => "shape=box style=\"filled,bold\" fillcolor=\"#e8eef7\"",
            Self::Number => "shape=box style=rounded",
            Self::Finding | Self::Zone => "shape=box style=\"rounded,filled\" fillcolor=white",
            Self::Flag => "shape=cds",
            Self::Rule => "shape=octagon",
            Self::Cause => "shape=ellipse",
        }
    }
}

/// A node is called by its kind and its id: a finding and a question may share one.
type Name<'a> = (Kind, &'a str);

/// What stands in one box of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Cluster<'a> {
    Card(&'a str),
    Flags,
    Level(u8),
    Causes,
}

struct Node<'a> {
    cluster: Cluster<'a>,
    label: String,
    /// Said when the pointer is on it; may be empty.
    more: &'a str,
    is_red: bool,
}

impl<'a> Node<'a> {
    fn new(cluster: Cluster<'a>, label: impl Into<String>) -> Self {
        Self { cluster, label: label.into(), more: "", is_red: false }
    }
}

struct Edge<'a> {
    from: Name<'a>,
    to: Name<'a>,
    look: String,
}

#[derive(Default)]
struct Graph<'a> {
    nodes: BTreeMap<Name<'a>, Node<'a>>,
    edges: Vec<Edge<'a>>,
}

impl<'a> Graph<'a> {
    fn of(knowledge: &'a Knowledge) -> Self {
        let mut graph = Self::default();
        for question in &knowledge.questions {
            graph.add_question(knowledge, question);
        }
        for flag in &knowledge.flags {
            let node = Node { more: &flag.means.text, ..Node::new(Cluster::Flags, flag.id.as_str()) };
            graph.add((Kind::Flag, &flag.id), node);
        }
        for rule in &knowledge.rules {
            let node = Node::new(Cluster::Level(rule.level.number()), format!("{}: {}", rule.id, rule.note_why));
            let is_red = rule.level == Level::Emergency;
            graph.add((Kind::Rule, rule.id.as_str()), Node { more: &rule.when.text, is_red, ..node });
        }
        for cause in &knowledge.causes {
            let node = Node::new(Cluster::Causes, format!("{}: {}", cause.id, cause.name));
            let is_red = cause.is_dangerous();
            graph.add((Kind::Cause, cause.id.as_str()), Node { more: &cause.clinical, is_red, ..node });
        }
        graph.join_conditions(knowledge);
        graph.join_causes(knowledge);
        graph
    }

    fn add(&mut self, name: Name<'a>, node: Node<'a>) {
        self.nodes.insert(name, node);
    }

    fn join(&mut self, from: Name<'a>, to: Name<'a>, look: String) {
        if !self.edges.iter().rev().take_while(|edge| edge.to == to).any(|edge| edge.from == from && edge.look == look)
        {
            self.edges.push(Edge { from, to, look });
        }
    }

    /// A question with its answers, numbers and zones.
    fn add_question(&mut self, knowledge: &'a Knowledge, question: &'a Question) {
        let cluster = Cluster::Card(question.card.as_str());
        let asked = (Kind::Question, question.id.as_str());
        let node = Node::new(cluster, format!("{}: {}", question.id, question.heading));
        self.add(asked, Node { more: &question.text, ..node });
        for number in &question.numbers {
            let name = (Kind::Number, number.id.as_str());
            self.add(name, Node::new(cluster, format!("{}: {} to {}", number.id, number.min, number.max)));
            self.join(asked, name, String::new());
        }
        for answer in &question.options {
            let name = (Kind::Finding, answer.id.as_str());
            let is_red = knowledge.red_flags.contains(&answer.id);
            let node = Node::new(cluster, format!("{}: {}", answer.id, answer.note));
            self.add(name, Node { more: &answer.label, is_red, ..node });
            self.join(asked, name, String::new());
            if let Meaning::NotSureOf(sign) = &answer.means {
                self.join(name, (Kind::Finding, sign.as_str()), "style=dotted label=\"not sure of\"".to_owned());
            }
        }
        if question.kind == QuestionKind::Zones {
            for zone in &knowledge.zones {
                let name = (Kind::Zone, zone.id.as_str());
                self.add(name, Node::new(cluster, format!("{}: {}", zone.id, zone.name)));
                self.join(asked, name, String::new());
            }
        }
    }

    fn join_conditions(&mut self, knowledge: &'a Knowledge) {
        for flag in &knowledge.flags {
            self.join_condition(&flag.means.expr, (Kind::Flag, &flag.id), false);
        }
        for rule in &knowledge.rules {
            let name = (Kind::Rule, rule.id.as_str());
            self.join_condition(&rule.when.expr, name, false);
            for cause in &rule.names {
                self.join(name, (Kind::Cause, cause.as_str()), format!("color=\"{RED}\" label=names"));
            }
        }
    }

    fn join_condition(&mut self, condition: &'a Expr<String>, to: Name<'a>, is_not: bool) {
        let style = if is_not { "style=dashed" } else { "" };
        match condition {
            Expr::Constant(_) => {}
            Expr::Not(inner) => self.join_condition(inner, to, !is_not),
            Expr::All(parts) | Expr::Any(parts) | Expr::AtLeast(_, parts) => {
                for part in parts {
                    self.join_condition(part, to, is_not);
                }
            }
            Expr::Is(name) => {
                if let Some(from) = self.named(name, AtomKind::Fact) {
                    self.join(from, to, style.to_owned());
                }
            }
            Expr::Number(name, comparison, limit) => {
                if let Some(from) = self.named(name, AtomKind::Number) {
                    self.join(from, to, format!("{style} label=\"{} {limit}\"", comparison.sign()).trim().to_owned());
                }
            }
        }
    }

    /// The node that an atom of a condition names. What the app adds by itself has none.
    fn named(&self, atom: &'a str, kind: AtomKind) -> Option<Name<'a>> {
        let kinds: &[Kind] = match kind {
            AtomKind::Fact => &[Kind::Finding, Kind::Zone, Kind::Flag],
            AtomKind::Number => &[Kind::Number],
        };
        kinds.iter().map(|kind| (*kind, atom)).find(|name| self.nodes.contains_key(name))
    }

    fn join_causes(&mut self, knowledge: &'a Knowledge) {
        for cause in &knowledge.causes {
            let name = (Kind::Cause, cause.id.as_str());
            for (zones, look) in [(&cause.core, ""), (&cause.near, "style=dotted")] {
                for zone in zones {
                    self.join((Kind::Zone, zone.as_str()), name, look.to_owned());
                }
            }
            for weight in &cause.weights {
                let style = if weight.yes < 1.0 { "dashed" } else { "solid" };
                let width = 1.0 + 1.5 * weight.yes.ln().abs().max(weight.no.ln().abs());
                let look = format!("style={style} penwidth={width:.1} label=\"{} / {}\"", weight.yes, weight.no);
                self.join((Kind::Finding, weight.finding.as_str()), name, look);
            }
        }
    }

    /// Which edges lie on a path to or from what is called `about`; [`None`] when nothing is.
    fn paths_through(&self, about: &str) -> Option<Vec<bool>> {
        let begin: Vec<Name<'_>> = self.nodes.keys().copied().filter(|name| is_called(*name, about)).collect();
        if begin.is_empty() {
            return None;
        }
        let up = self.reached(&begin, |edge| (edge.to, edge.from));
        let down = self.reached(&begin, |edge| (edge.from, edge.to));
        Some(up.into_iter().zip(down).map(|(up, down)| up || down).collect())
    }

    /// Which edges are met on the way from these nodes, each walked from the first of its `ends` to the second.
    fn reached(&self, begin: &[Name<'a>], ends: impl Fn(&Edge<'a>) -> (Name<'a>, Name<'a>)) -> Vec<bool> {
        let mut shown = vec![false; self.edges.len()];
        let mut open = begin.to_vec();
        while let Some(at) = open.pop() {
            for (edge, shown) in
                self.edges.iter().zip(&mut shown).filter(|(edge, shown)| !**shown && ends(edge).0 == at)
            {
                *shown = true;
                let (_, next) = ends(edge);
                if next.0 != Kind::Rule {
                    open.push(next);
                }
            }
        }
        shown
    }

    fn print(&self, knowledge: &Knowledge, title: &str, shown: &[bool], about: Option<&str>) -> String {
        let edges: Vec<&Edge<'_>> =
            self.edges.iter().zip(shown).filter(|(_, shown)| **shown).map(|(edge, _)| edge).collect();
        let is_shown = |name: Name<'_>| match about {
            None => true,
            Some(about) => is_called(name, about) || edges.iter().any(|edge| edge.from == name || edge.to == name),
        };
        let mut clusters: BTreeMap<Cluster<'_>, Vec<(Name<'_>, &Node<'_>)>> = BTreeMap::new();
        for (name, node) in self.nodes.iter().filter(|(name, _)| is_shown(**name)) {
            clusters.entry(node.cluster).or_default().push((*name, node));
        }
        let mut text = format!(
            "digraph kneenote {{\n  graph [rankdir=LR ranksep=1.5 fontname=\"sans-serif\" label={}];\n  \
             node [fontname=\"sans-serif\" fontsize=11];\n  edge [fontname=\"sans-serif\" fontsize=9];\n",
            quoted(&format!("{title}\n{LEGEND}"))
        );
        for (at, (cluster, nodes)) in clusters.into_iter().enumerate() {
            print_cluster(&mut text, at, &heading(knowledge, cluster), &nodes);
        }
        for edge in edges {
            writeln!(text, "  {} -> {} [{}];", id(edge.from), id(edge.to), edge.look).ok();
        }
        text + "}\n"
    }
}

fn print_cluster(text: &mut String, at: usize, heading: &str, nodes: &[(Name<'_>, &Node<'_>)]) {
    writeln!(text, "  subgraph cluster_{at} {{\n    label={};", quoted(heading)).ok();
    for (name, node) in nodes {
        let label = textwrap::fill(&node.label, COLUMNS);
        let red = if node.is_red { format!(" color=\"{RED}\" fontcolor=\"{RED}\" penwidth=2") } else { String::new() };
        let (label, more) = (quoted(&label), quoted(node.more));
        writeln!(text, "    {} [label={label} tooltip={more} {}{red}];", id(*name), name.0.shape()).ok();
    }
    text.push_str("  }\n");
}

fn heading(knowledge: &Knowledge, cluster: Cluster<'_>) -> String {
    match cluster {
        Cluster::Card(id) => {
            knowledge.cards.iter().find(|card| card.id == id).map_or(id, |card| card.title.as_str()).to_owned()
        }
        Cluster::Flags => "Flags".to_owned(),
        Cluster::Level(number) => format!("Rules of level {number}"),
        Cluster::Causes => "Causes".to_owned(),
    }
}

fn is_called(name: Name<'_>, about: &str) -> bool {
    let (kind, id) = name;
    id == about || kind == Kind::Rule && id.split('_').next() == Some(about)
}

/// A node's name in the graph.
fn id((kind, id): Name<'_>) -> String {
    quoted(&format!("{} {id}", kind.word()))
}

/// A text as Graphviz reads it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}
