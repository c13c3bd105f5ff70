//! Promise: `--graph` draws all of the content, or what is around one id, in a text that Graphviz reads.

use std::collections::{BTreeMap, BTreeSet};

use crate::known::knowledge;
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::files::ContentFiles;
use kneenote::knowledge::graph::as_dot;

/// What a graph says: each node with its attributes, and the lines between them.
#[derive(Debug, Default)]
struct Drawn {
    nodes: BTreeMap<String, BTreeMap<String, String>>,
    lines: Vec<(String, String)>,
    clusters: Vec<String>,
}

impl Drawn {
    /// Reads DOT, as much of it as the program writes, and refuses anything else.
    fn read(text: &str) -> Self {
        let mut drawn = Self::default();
        let mut words = words(text).into_iter().peekable();
        let mut next = || words.next();
        assert_eq!([next(), next(), next()].map(Option::unwrap), ["digraph", "kneenote", "{"]);
        let mut depth = 1;
        while depth > 0 {
            match next().expect("the graph is closed").as_str() {
                "}" => depth -= 1,
                "subgraph" => {
                    drawn.clusters.push(next().unwrap());
                    assert_eq!(next().unwrap(), "{");
                    depth += 1;
                }
                first => {
                    let first = first.to_owned();
                    match next().unwrap().as_str() {
                        "=" => drop(next().unwrap()),
                        "[" => {
                            let attributes = attributes(&mut next);
                            if first.starts_with('"') {
                                assert!(drawn.nodes.insert(name(&first), attributes).is_none(), "{first} twice");
                            }
                        }
                        "->" => {
                            drawn.lines.push((name(&first), name(&next().unwrap())));
                            assert_eq!(next().unwrap(), "[");
                            attributes(&mut next);
                        }
                        other => panic!("{first} {other}"),
                    }
                    assert_eq!(next().unwrap(), ";", "after {first}");
                }
            }
        }
        assert_eq!(next(), None);
        for end in drawn.lines.iter().flat_map(|(from, to)| [from, to]) {
            assert!(drawn.nodes.contains_key(end), "a line ends at {end}, which is nowhere");
        }
        drawn
    }

    fn of(about: &str) -> Self {
        Self::read(&as_dot(knowledge(), Some(about)).unwrap())
    }

    fn names(&self) -> BTreeSet<&str> {
        self.nodes.keys().map(String::as_str).collect()
    }
}

fn attributes(next: &mut impl FnMut() -> Option<String>) -> BTreeMap<String, String> {
    let mut attributes = BTreeMap::new();
    loop {
        let key = next().unwrap();
        if key == "]" {
            return attributes;
        }
        assert_eq!(next().unwrap(), "=", "after {key}");
        assert!(attributes.insert(key.clone(), name(&next().unwrap())).is_none(), "{key} twice");
    }
}

/// Names, quoted texts with their marks, and signs.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut word = String::from(letter);
        match letter {
            ' ' | '\n' => continue,
            '"' => loop {
                let letter = letters.next().expect("a closing mark");
                assert!(letter != '\n', "a line ends within {word}");
                word.push(letter);
                match letter {
                    '"' => break,
                    '\\' => word.push(letters.next().unwrap()),
                    _ => {}
                }
            },
            '-' => assert_eq!(letters.next().inspect(|letter| word.push(*letter)), Some('>')),
            '{' | '}' | '[' | ']' | '=' | ';' => {}
            _ => {
                while let Some(letter) =
                    letters.next_if(|letter| letter.is_ascii_alphanumeric() || "_.".contains(*letter))
                {
                    word.push(letter);
                }
                assert!(word.starts_with(|first: char| first.is_ascii_alphanumeric()), "{word}");
            }
        }
        words.push(word);
    }
    words
}

/// What is meant by a word, quoted or not.
fn name(word: &str) -> String {
    let Some(quoted) = word.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else { return word.to_owned() };
    quoted.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\")
}

#[test]
fn each_question_answer_zone_rule_and_cause_is_in_it_once() {
    let knowledge = knowledge();
    let drawn = Drawn::read(&as_dot(knowledge, None).unwrap());
    let questions = knowledge.questions.iter().map(|question| format!("question {}", question.id));
    let numbers = knowledge.questions.iter().flat_map(|question| &question.numbers);
    let expected: BTreeSet<String> = questions
        .chain(numbers.map(|number| format!("number {}", number.id)))
        .chain(knowledge.findings().map(|finding| format!("finding {}", finding.id)))
        .chain(knowledge.zones.iter().map(|zone| format!("zone {}", zone.id)))
        .chain(knowledge.flags.iter().map(|flag| format!("flag {}", flag.id)))
        .chain(knowledge.rules.iter().map(|rule| format!("rule {}", rule.id)))
        .chain(knowledge.causes.iter().map(|cause| format!("cause {}", cause.id)))
        .collect();
    assert_eq!(drawn.names(), expected.iter().map(String::as_str).collect());
    let to_causes = drawn.lines.iter().filter(|(from, to)| from.starts_with("finding") && to.starts_with("cause"));
    assert_eq!(to_causes.count(), knowledge.weight_count());
    assert_eq!(
        as_dot(knowledge, None),
        as_dot(&Knowledge::embedded().unwrap(), None),
        "the same content, the same text"
    );
}

#[test]
fn danger_signs_are_red_and_cards_are_boxes() {
    let knowledge = knowledge();
    let drawn = Drawn::read(&as_dot(knowledge, None).unwrap());
    let is_red = |name: &str| drawn.nodes[name].contains_key("fontcolor");
    for finding in knowledge.findings() {
        let is_red_flag = knowledge.red_flags.contains(&finding.id);
        assert_eq!(is_red(&format!("finding {}", finding.id)), is_red_flag, "{}", finding.id);
    }
    // Beside the cards the flags, four levels and the causes.
    assert_eq!(drawn.clusters.len(), knowledge.cards.len() + 1 + 4 + 1);
}

#[test]
fn around_a_cause_is_what_speaks_of_it_and_no_other_cause() {
    let drawn = Drawn::of("itbs");
    let causes: Vec<_> = drawn.names().into_iter().filter(|name| name.starts_with("cause")).collect();
    assert_eq!(causes, ["cause itbs"]);
    let knowledge = knowledge();
    for weight in knowledge.weights(&"itbs".into()) {
        assert!(drawn.nodes.contains_key(&format!("finding {}", weight.finding)));
        let question = knowledge.question_of(weight.finding.as_str()).unwrap();
        assert!(drawn.nodes.contains_key(&format!("question {}", question.id)));
    }
    assert!(drawn.nodes.contains_key("zone outer_femur_bump"));
}

#[test]
fn around_a_question_are_the_rules_that_hear_of_it_also_by_a_flag() {
    let knowledge = knowledge();
    let drawn = Drawn::of("q_walk");
    let questions: Vec<_> = drawn.names().into_iter().filter(|name| name.starts_with("question")).collect();
    assert_eq!(questions, ["question q_walk"]);
    let walks_badly = knowledge.flags.iter().find(|flag| flag.means.text.contains("walk_no")).unwrap();
    assert!(drawn.nodes.contains_key(&format!("flag {}", walks_badly.id)));
    for rule in knowledge.rules.iter().filter(|rule| rule.when.text.contains(&walks_badly.id)) {
        assert!(drawn.nodes.contains_key(&format!("rule {}", rule.id)), "{}", rule.id);
    }
}

#[test]
fn a_rule_is_found_by_its_number() {
    let drawn = Drawn::of("C16");
    let rules: Vec<_> = drawn.names().into_iter().filter(|name| name.starts_with("rule")).collect();
    assert_eq!(rules.len(), 1);
    let id = rules[0].trim_start_matches("rule ");
    let by_id = Drawn::of(id);
    assert_eq!((drawn.names(), &drawn.lines), (by_id.names(), &by_id.lines));
    insta::assert_snapshot!(as_dot(knowledge(), Some("C16")).unwrap());
}

#[test]
fn every_id_has_a_graph_and_nothing_else() {
    let knowledge = knowledge();
    let whole = as_dot(knowledge, None).unwrap();
    for name in Drawn::read(&whole).names() {
        let (_, id) = name.split_once(' ').unwrap();
        let drawn = Drawn::read(&as_dot(knowledge, Some(id)).unwrap());
        assert!(drawn.nodes.contains_key(name) && drawn.nodes.len() < 300, "{name}: {}", drawn.nodes.len());
    }
    for nothing in ["", "itb", "Itbs", "E", "safety", "\"itbs\""] {
        as_dot(knowledge, Some(nothing)).unwrap_err();
    }
}

#[test]
fn what_a_text_holds_stays_within_its_marks() {
    let odd = "odd \\\" ]; } \\\\";
    let mut files = ContentFiles::embedded();
    let questions = files.text("questions.ron").replace("note: \"hot knee\"", &format!("note: \"{odd}\""));
    files.set("questions.ron", questions);
    let knowledge = Knowledge::read(&files).unwrap();
    let note = &knowledge.finding("hot_knee").unwrap().note;
    let drawn = Drawn::read(&as_dot(&knowledge, Some("hot_knee")).unwrap());
    assert_eq!(drawn.nodes["finding hot_knee"]["label"], format!("hot_knee: {note}"));
}
