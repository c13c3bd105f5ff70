//! Promise: no string that can be shown claims more than the app knows, and the page holds none of the words that
//! clinicians must not read from a program.

mod support;

use kneenote::knowledge::Knowledge;
use kneenote::knowledge::question::QuestionKind;
use support::knowledge;

/// Words that may never stand on the page, as whole words in small letters.
const NEVER_ON_THE_PAGE: [&str; 15] = [
    "you have",
    "diagnosis of",
    "diagnosed",
    "confirmed",
    "rule out",
    "safe to run",
    "cleared",
    "overtrained",
    "bad form",
    "no red flags",
    "effusion",
    "laxity",
    "tender",
    "positive test",
    "chance",
];

/// Words that may never stand on a screen: they claim to know.
const NEVER_SHOWN: [&str; 5] = ["diagnosed with", "you are cleared", "safe to run", "overtrained", "no red flags"];

#[test]
fn the_page_holds_no_word_that_it_must_not() {
    let knowledge = knowledge();
    let texts: Vec<Text> = note_words().into_iter().chain(on_the_page(&knowledge)).collect();
    println!("{} texts of the page", texts.len());
    assert!(texts.len() > 400, "{}", texts.len());
    assert_no_word(&texts, &NEVER_ON_THE_PAGE);
    let wrong: Vec<_> = texts.iter().filter(|(_, text)| has_per_cent(text)).collect();
    assert!(wrong.is_empty(), "per cent on the page: {wrong:#?}");
    let wrong: Vec<_> = texts.iter().filter(|(_, text)| !text.is_ascii()).collect();
    assert!(wrong.is_empty(), "not plain ASCII: {wrong:#?}");
}

#[test]
fn no_screen_claims_to_know() {
    let texts = on_a_screen(&knowledge());
    println!("{} texts of the screens", texts.len());
    assert!(texts.len() > 1500, "{}", texts.len());
    assert_no_word(&texts, &NEVER_SHOWN);
}

#[test]
fn no_cause_and_no_reason_says_you_have_it() {
    let knowledge = knowledge();
    let mut texts = of_causes(&knowledge);
    texts.extend(of_rules(&knowledge));
    texts.extend(words_of("screen.ron").into_iter().filter(|(place, _)| place.contains("result")));
    println!("{} texts of causes, rules and the result", texts.len());
    assert_no_word(&texts, &["you have", "you've got"]);
}

/// Figures of studies are said as "per cent" or "of every 100", never as a percentage of the runner.
#[test]
fn no_digit_is_followed_by_a_per_cent_sign() {
    let texts = on_a_screen(&knowledge());
    let wrong: Vec<_> = texts.iter().filter(|(_, text)| has_per_cent(text)).collect();
    println!("{} texts, {} with a per cent sign", texts.len(), wrong.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Brackets, quotes and escapes of a program's data do not leak into what people read.
#[test]
fn every_text_is_a_text_and_not_written_out_data() {
    let mut texts = on_a_screen(&knowledge());
    texts.extend(on_the_page(&knowledge()));
    texts.extend(note_words());
    let wrong: Vec<_> = texts
        .iter()
        .filter(|(_, text)| {
            text.contains("['")
                || text.contains("']")
                || text.contains("\", \"")
                || text.contains("\\n")
                || text.contains("None") && text.contains('(')
                || text.trim() != text
                || text.contains("  ")
        })
        .filter(|(place, _)| !place.starts_with("note.ron/worst_of_week"))
        .map(|(place, text)| format!("{place}: {text}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

type Text = (String, String);

fn assert_no_word(texts: &[Text], words: &[&str]) {
    let wrong: Vec<_> = texts
        .iter()
        .flat_map(|(place, text)| {
            let small = text.to_lowercase();
            words
                .iter()
                .filter(move |word| has_words(&small, word))
                .map(move |word| format!("{place}: \"{word}\" in {text}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn has_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + words.len()..].chars().next();
        [before, after].into_iter().flatten().all(|c| !c.is_alphanumeric())
    })
}

fn has_per_cent(text: &str) -> bool {
    text.match_indices('%').any(|(at, _)| text[..at].trim_end().ends_with(|c: char| c.is_ascii_digit() || c == '}'))
}

/// Every text of a wording file, with the names on the way to it.
fn words_of(file: &str) -> Vec<Text> {
    let path = format!("{}/assets/text/{file}", env!("CARGO_MANIFEST_DIR"));
    let value: ron::Value = ron::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut texts = Vec::new();
    collect(&value, file, &mut texts);
    texts
}

fn collect(value: &ron::Value, place: &str, texts: &mut Vec<Text>) {
    match value {
        ron::Value::String(text) => texts.push((place.to_owned(), text.clone())),
        ron::Value::Seq(parts) => parts.iter().for_each(|part| collect(part, place, texts)),
        ron::Value::Map(fields) => {
            for (name, part) in fields.iter() {
                let name = match name {
                    ron::Value::String(name) => name.clone(),
                    other => format!("{other:?}"),
                };
                collect(part, &format!("{place}/{name}"), texts);
            }
        }
        _ => {}
    }
}

fn note_words() -> Vec<Text> {
    words_of("note.ron")
}

/// What the content gives to the page.
fn on_the_page(knowledge: &Knowledge) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    let mut add = |place: String, text: &str| texts.push((place, text.to_owned()));
    for finding in knowledge.findings() {
        add(format!("finding {}", finding.id), &finding.note);
    }
    for question in &knowledge.questions {
        add(format!("question {} heading", question.id), &question.heading);
    }
    for zone in &knowledge.zones {
        add(format!("zone {} place", zone.id), &zone.place);
    }
    for cause in &knowledge.causes {
        add(format!("cause {}", cause.id), &cause.note_name);
    }
    for rule in &knowledge.rules {
        add(format!("rule {} note_why", rule.id), &rule.note_why);
    }
    for group in &knowledge.danger_groups {
        add(format!("danger group {}", group.id), &group.note);
    }
    texts
}

/// What the screens show, of the content and of the wording.
fn on_a_screen(knowledge: &Knowledge) -> Vec<Text> {
    let mut texts = words_of("screen.ron");
    texts.extend(words_of("places.ron"));
    texts.extend(of_questions(knowledge));
    texts.extend(of_causes(knowledge));
    texts.extend(of_rules(knowledge));
    texts.extend(of_advice(knowledge));
    texts.extend(of_article_and_about(knowledge));
    texts.retain(|(_, text)| !text.is_empty());
    texts
}

fn of_questions(knowledge: &Knowledge) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    let mut add = |place: String, text: &str| texts.push((place, text.to_owned()));
    for card in &knowledge.cards {
        add(format!("card {}", card.id), &card.title);
    }
    for question in &knowledge.questions {
        for text in [&question.text, &question.hint, &question.why, &question.heading] {
            add(format!("question {}", question.id), text);
        }
        if let QuestionKind::Multi { none: Some(none) } = &question.kind {
            add(format!("question {} none", question.id), none);
        }
        for number in &question.numbers {
            add(format!("number {}", number.id), &number.label);
        }
    }
    for finding in knowledge.findings() {
        add(format!("finding {} label", finding.id), &finding.label);
    }
    for zone in &knowledge.zones {
        for text in [&zone.name, &zone.short, &zone.place, &zone.lies_here] {
            add(format!("zone {}", zone.id), text);
        }
    }
    texts
}

fn of_causes(knowledge: &Knowledge) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    for cause in &knowledge.causes {
        let card = &cause.card;
        let lists = [&card.who, &card.features, &card.first_line, &card.self_care, &card.avoid, &card.recovery];
        let all = [&cause.name, &cause.clinical, &card.what].into_iter().chain(lists.into_iter().flatten());
        texts.extend(all.map(|text| (format!("cause {}", cause.id), text.clone())));
    }
    texts
}

fn of_rules(knowledge: &Knowledge) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    for rule in &knowledge.rules {
        for text in [&rule.reason, &rule.action, &rule.headline, &rule.names_other] {
            texts.push((format!("rule {}", rule.id), text.clone()));
        }
    }
    texts
}

fn of_advice(knowledge: &Knowledge) -> Vec<Text> {
    let advice = &knowledge.advice;
    let mut texts: Vec<Text> = Vec::new();
    let mut add = |place: &str, text: &str| texts.push((format!("advice {place}"), text.to_owned()));
    for fact in advice.rest.iter().chain(&advice.load) {
        add("rest and load", &fact.topic);
        add("rest and load", &fact.text);
    }
    for text in [&advice.pain_light_how, &advice.return_note, &advice.load_note, &advice.exercise_stop] {
        add("notes", text);
    }
    for light in &advice.pain_light {
        for text in [&light.general, &light.tendon, &light.bone, &light.act] {
            add("pain light", text);
        }
    }
    for text in advice.return_entry.iter().chain(&advice.shoes) {
        add("entry and shoes", text);
    }
    for step in &advice.return_steps {
        add("steps", &step.session);
        add("steps", &step.rule);
    }
    for exercise in &advice.exercises {
        for text in [&exercise.exercise, &exercise.dose, &exercise.step_up] {
            add("exercises", text);
        }
    }
    for recheck in &advice.recheck {
        for text in [&recheck.when, &recheck.ask, &recheck.if_not] {
            add("recheck", text);
        }
    }
    for do_not in &advice.do_not {
        add("do not", &do_not.text);
        add("do not", &do_not.why);
    }
    for special in &advice.special {
        add("special", &special.case);
        for text in &special.advice {
            add("special", text);
        }
    }
    for difference in &advice.differences {
        for text in [&difference.topic, &difference.article, &difference.evidence] {
            add("differences", text);
        }
    }
    for timing in &advice.timing {
        for text in [&timing.shown, &timing.within, &timing.place] {
            add("timing", text);
        }
    }
    texts
}

fn of_article_and_about(knowledge: &Knowledge) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    let mut add = |place: String, text: &str| texts.push((place, text.to_owned()));
    for bullet in &knowledge.article.bullets {
        add(bullet.id.to_string(), &bullet.shown);
    }
    for tip in &knowledge.article.prevention {
        add("prevention".to_owned(), &tip.title);
        add("prevention".to_owned(), &tip.text);
    }
    for faq in &knowledge.article.faq {
        add("faq".to_owned(), &faq.question);
        add("faq".to_owned(), &faq.answer);
    }
    add("article".to_owned(), &knowledge.article.disclaimer);
    let about = &knowledge.about;
    let others = about.others.iter().map(|other| &other.text);
    let lists =
        about.limits.iter().chain(&about.not_checked).chain(&about.sign_off).chain(&about.privacy).chain(others);
    let singles = [
        &about.disclaimer_start,
        &about.disclaimer_causes,
        &about.safety_net,
        &about.fits_well,
        &about.fits_part,
        &about.fits_little,
        &about.too_few,
        &about.no_match,
    ];
    for text in lists.chain(singles) {
        add("about".to_owned(), text);
    }
    for case in &about.not_made_for {
        add("not made for".to_owned(), &case.title);
        add("not made for".to_owned(), &case.text);
    }
    texts
}
