//! The article is whole, and what goes on the page is plain ASCII.

use std::collections::BTreeSet;

use super::super::question::OnPage;
use super::Inspection;

impl Inspection<'_> {
    pub(super) fn article(&mut self) {
        let content = self.content;
        let known: BTreeSet<&str> = content.article.bullets.iter().map(|bullet| bullet.id.as_str()).collect();
        for number in 1..=36 {
            let id = format!("SB{number:02}");
            if !known.contains(id.as_str()) {
                self.fault("article.ron", &[], format!("statement {id} of the article is missing"));
            }
        }
        let of_faq = content.article.faq.iter().flat_map(|faq| &faq.bullets);
        for bullet in of_faq.chain(content.article.prevention.iter().map(|tip| &tip.bullet)) {
            if !known.contains(bullet.as_str()) {
                self.fault("article.ron", &[&format!("\"{bullet}\"")], format!("there is no statement \"{bullet}\""));
            }
        }
    }

    pub(super) fn plain_ascii(&mut self) {
        let content = self.content;
        let findings = content.questions.questions.iter().flat_map(|question| &question.options);
        let on_page = findings.clone().filter_map(|finding| match &finding.page {
            OnPage::Can(words) | OnPage::Denies(words) => Some(("questions.ron", finding.id.as_str(), words)),
            OnPage::Sign | OnPage::Elsewhere => None,
        });
        let others = content.rules.rules.iter().filter(|rule| !rule.names_other.is_empty());
        let groups = content.rules.red_flag_groups.iter();
        let whys = content.rules.rules.iter().flat_map(|rule| rule.note_why_if.iter().map(move |why| (rule, why)));
        let shorts = findings.clone().filter(|finding| !finding.in_short.is_empty());
        let phrases = findings
            .map(|finding| ("questions.ron", finding.id.as_str(), &finding.note))
            .chain(on_page)
            .chain(content.zones.iter().map(|zone| ("zones.ron", zone.id.as_str(), &zone.short)))
            .chain(others.map(|rule| ("rules.ron", rule.id.as_str(), &rule.names_other)))
            .chain(content.zones.iter().map(|zone| ("zones.ron", zone.id.as_str(), &zone.place)))
            .chain(content.causes.iter().map(|cause| ("causes.ron", cause.id.as_str(), &cause.note_name)))
            .chain(content.causes.iter().map(|cause| ("causes.ron", cause.id.as_str(), &cause.note_clinical)))
            .chain(content.rules.rules.iter().map(|rule| ("rules.ron", rule.id.as_str(), &rule.headline)))
            .chain(content.rules.rules.iter().map(|rule| ("rules.ron", rule.id.as_str(), &rule.note_why)))
            .chain(shorts.map(|finding| ("questions.ron", finding.id.as_str(), &finding.in_short)))
            .chain(whys.map(|(rule, why)| ("rules.ron", rule.id.as_str(), &why.note)))
            .chain(
                groups.clone().flat_map(|group| {
                    [&group.note, &group.system].map(|words| ("rules.ron", group.id.as_str(), words))
                }),
            )
            .chain(
                groups.flat_map(|group| group.signs.iter().map(|sign| ("rules.ron", group.id.as_str(), &sign.words))),
            )
            .chain(content.rules.key_signs.iter().map(|key| ("rules.ron", key.words.as_str(), &key.words)));
        for row in content.planning.rows().filter(|row| !is_plain(&row.text)) {
            self.fault("plan.ron", &[&row.text], format!("\"{}\" goes on the plan and must be plain ASCII", row.text));
        }
        for (file, id, phrase) in phrases {
            if !is_plain(phrase) {
                self.item_fault(file, id, format!("\"{phrase}\" goes on the page and must be plain ASCII"));
            }
        }
    }
}

/// Whether a text is plain ASCII on one line, and not empty.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c == ' ' || c.is_ascii_graphic())
}
