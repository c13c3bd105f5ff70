//! Every text that can be shown, each with the place that it comes from.

use kneenote::figure::{Figures, Sore};
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::question::{OnPage, Question, QuestionKind};
use kneenote::wording::fill;

/// A place and its text.
pub(crate) type Text = (String, String);

/// Part of the place of a name that only doctors use: "A doctor may call it: ...".
pub(crate) const CLINICAL: &str = "clinical";

/// Every text of a wording file, with the names on the way to it.
pub(crate) fn words_of(file: &str) -> Vec<Text> {
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

pub(crate) fn note_words() -> Vec<Text> {
    words_of("note.ron").into_iter().chain(words_of("plan.ron")).collect()
}

/// What the content gives to the page.
pub(crate) fn on_the_page(knowledge: &Knowledge) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    let mut add = |place: String, text: &str| texts.push((place, text.to_owned()));
    for finding in knowledge.findings() {
        add(format!("finding {}", finding.id), &finding.note);
        if !finding.in_short.is_empty() {
            add(format!("finding {} in short", finding.id), &finding.in_short);
        }
        if let OnPage::Can(words) | OnPage::Denies(words) = &finding.page {
            add(format!("finding {} page", finding.id), words);
        }
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
    for rule in &knowledge.rules {
        for why in &rule.note_why_if {
            add(format!("rule {} note_why_if", rule.id), &why.note);
        }
    }
    for group in &knowledge.red_flag_groups {
        add(format!("red flag group {} system", group.id), &group.system);
        for sign in &group.signs {
            add(format!("red flag group {}", group.id), &group.note.replace("{signs}", &sign.words));
        }
    }
    for key in &knowledge.key_signs {
        add("key sign".to_owned(), &key.words);
    }
    texts
}

/// What the screens show, of the content and of the wording.
pub(crate) fn on_a_screen(knowledge: &Knowledge) -> Vec<Text> {
    let mut texts = words_of("screen.ron");
    texts.extend(words_of("runs.ron"));
    texts.extend(words_of("diary.ron"));
    texts.extend(words_of("places.ron").into_iter().filter(|(place, _)| !place.ends_with("/country")));
    texts.extend(of_questions(knowledge));
    texts.extend(of_causes(knowledge));
    texts.extend(of_rules(knowledge));
    texts.extend(of_advice(knowledge));
    texts.extend(of_plan(knowledge));
    texts.extend(of_article_and_about(knowledge));
    texts.extend(of_evidence(knowledge));
    texts.extend(of_pairs(knowledge));
    texts.extend(of_figures());
    texts.retain(|(_, text)| !text.is_empty());
    texts
}

/// What is known of causes that go together.
fn of_pairs(knowledge: &Knowledge) -> Vec<Text> {
    let pairs = &knowledge.scoring.together.pairs;
    pairs.iter().map(|pair| (format!("pair {} {}", pair.causes.0, pair.causes.1), pair.text.clone())).collect()
}

/// What is said in place of the drawings of exercises.
fn of_figures() -> Vec<Text> {
    let figures = Figures::embedded().unwrap();
    let told = figures.iter().flat_map(|figure| {
        [None, Some(Sore::Left), Some(Sore::Right)].map(|sore| (format!("figure {}", figure.id()), figure.told(sore)))
    });
    told.collect()
}

fn of_questions(knowledge: &Knowledge) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    let mut add = |place: String, text: &str| texts.push((place, text.to_owned()));
    for card in &knowledge.cards {
        add(format!("card {}", card.id), &card.title);
    }
    let step = |question: &Question| match knowledge.cards.iter().find(|card| card.id == question.card) {
        Some(card) => format!("{:?}", card.step).to_lowercase(),
        None => String::new(),
    };
    for question in &knowledge.questions {
        let place = format!("{}/question {}", step(question), question.id);
        for text in [&question.text, &question.hint, &question.why, &question.heading] {
            add(place.clone(), text);
        }
        if let Some(folded) = &question.folded {
            add(place.clone(), &folded.label);
        }
        for (group, _) in question.groups() {
            add(place.clone(), &group.title);
            add(place.clone(), &group.hint);
        }
        for answer in &question.options {
            add(format!("{place} {}", answer.id), &answer.label);
            if !answer.short.is_empty() {
                add(format!("{place} {} short", answer.id), &answer.short);
            }
            add(format!("{place} {}", answer.id), answer.short());
        }
        if let QuestionKind::Multi { none: Some(none) } = &question.kind {
            add(format!("question {} none", question.id), none);
        }
        for number in &question.numbers {
            add(format!("number {}", number.id), &number.label);
        }
    }
    for zone in &knowledge.zones {
        for text in [&zone.name, &zone.short, &zone.place, &zone.lies_here] {
            add(format!("zone {}", zone.id), text);
        }
    }
    texts
}

pub(crate) fn of_causes(knowledge: &Knowledge) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    for cause in &knowledge.causes {
        let card = &cause.card;
        let lists = [&card.who, &card.features, &card.first_line, &card.self_care, &card.avoid, &card.recovery];
        texts.push((format!("cause {} {CLINICAL}", cause.id), cause.clinical.clone()));
        let all = [&cause.name, &cause.until_urgent, &card.what].into_iter().chain(lists.into_iter().flatten());
        texts.extend(all.map(|text| (format!("cause {}", cause.id), text.clone())));
    }
    texts
}

/// Who measured what in whom, as the working tells it.
fn of_evidence(knowledge: &Knowledge) -> Vec<Text> {
    let rows = knowledge.causes.iter().flat_map(|cause| cause.weights.iter().map(move |row| (cause, row)));
    rows.filter_map(|(cause, row)| {
        let measured = row.measured.as_ref()?;
        Some((format!("weight {} {}", cause.id, row.finding), format!("It was found in {}.", measured.in_whom)))
    })
    .collect()
}

pub(crate) fn of_rules(knowledge: &Knowledge) -> Vec<Text> {
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
    for fact in advice.rest.iter().chain(&advice.load).chain(&advice.shoes) {
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
    let gates = advice.return_entry.iter().map(|gate| &gate.text);
    for text in gates {
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

/// What a plan says, on the screen and in its file.
fn of_plan(knowledge: &Knowledge) -> Vec<Text> {
    let planning = &knowledge.planning;
    let mut texts: Vec<Text> = Vec::new();
    let mut add = |place: &str, text: &str| texts.push((format!("plan {place}"), text.to_owned()));
    for exercise in &planning.exercises {
        for text in [&exercise.title, &exercise.how, &exercise.hard, &exercise.step_up, &exercise.leave] {
            add(&format!("exercise {}", exercise.id), text);
        }
    }
    for row in planning.rows() {
        add("row", &row.text);
    }
    let acts = &planning.light_acts;
    for text in [&acts.green, &acts.amber, &acts.red] {
        add("light", text);
    }
    for row in &planning.check_again {
        add("check again", &row.when);
    }
    for row in &planning.habits {
        add("habits", &row.title);
    }
    let days = &planning.weeks.words;
    for text in
        [&days.run, &days.run_walk, &days.run_steady, &days.walk, &days.strength, &days.rest, &days.bike, &days.pool]
    {
        add("days", text);
    }
    let dose = &planning.dose_words;
    for text in [&dose.sets, &dose.one_set, &dose.seconds, &dose.minutes, &dose.days, &dose.each_day] {
        add("dose", text);
    }
    for text in [&dose.together, &dose.one_by_one, &dose.both_sore] {
        add("legs", text);
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
        &about.fits_well,
        &about.fits_part,
        &about.fits_little,
        &about.too_few,
        &about.no_match,
    ];
    for text in lists.chain(singles) {
        add("about".to_owned(), text);
    }
    let signs: Vec<&str> = about.safety_net.signs.iter().map(|sign| sign.words.as_str()).collect();
    add("about".to_owned(), &fill(&about.safety_net.text, &[("list", &signs.join(", "))]));
    for case in &about.not_made_for {
        add("not made for".to_owned(), &case.title);
        add("not made for".to_owned(), &case.text);
    }
    texts
}
