//! What the code relies on is there, and is what the code takes it for.

use std::collections::BTreeMap;

use super::super::known_ids::{Known, findings, numbers, questions, sources, statements};
use super::Inspection;

/// The ids of one kind that the content holds; a finding or number with the question that asks for it.
type There<'a> = BTreeMap<&'a str, Option<&'a str>>;

impl Inspection<'_> {
    pub(super) fn known_ids(&mut self) {
        let content = self.content;
        let asked = &content.questions.questions;
        let of_question = asked.iter().map(|question| (question.id.as_str(), None)).collect();
        let each = || asked.iter().map(|question| (question, Some(question.id.as_str())));
        let of_finding =
            each().flat_map(|(question, of)| question.options.iter().map(move |row| (row.id.as_str(), of))).collect();
        let of_number =
            each().flat_map(|(question, of)| question.numbers.iter().map(move |row| (row.id.as_str(), of))).collect();
        let of_statement = content.article.bullets.iter().map(|bullet| (bullet.id.as_str(), None)).collect();
        let of_source = content.sources.iter().map(|source| (source.id.as_str(), None)).collect();
        self.relies_on("question", ("questions.ron", "questions:"), questions::ALL, &of_question);
        self.relies_on("finding", ("questions.ron", "questions:"), findings::ALL, &of_finding);
        self.relies_on("number", ("questions.ron", "questions:"), numbers::ALL, &of_number);
        self.relies_on("statement", ("article.ron", "bullets:"), statements::ALL, &of_statement);
        self.relies_on("source", ("sources.ron", "id:"), sources::ALL, &of_source);
    }

    fn relies_on(&mut self, kind: &str, (file, list): (&str, &str), known: &[Known], there: &There<'_>) {
        for Known { constant, id, of: wanted } in known {
            match there.get(id) {
                None => {
                    let what = format!("there is no {kind} \"{id}\", and the code relies on it: known_ids::{constant}");
                    self.fault(file, &[list], what);
                }
                Some(of) if wanted.is_some() && wanted != of => {
                    let [of, wanted] = [of, wanted].map(|of| of.unwrap_or_default());
                    let what = format!(
                        "\"{id}\" stands in \"{of}\", and the code relies on it in \"{wanted}\": known_ids::{constant}"
                    );
                    self.item_fault(file, id, what);
                }
                Some(_) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::content::Content;
    use super::super::super::files::{ContentError, ContentFiles};
    use super::*;

    /// The faults of known ids, where one text of one file is another.
    fn faults(file: &str, text: &str, other: &str) -> Vec<ContentError> {
        let mut files = ContentFiles::embedded();
        let whole = files.text(file).to_owned();
        assert_eq!(whole.matches(text).count(), 1, "{text} stands once in {file}");
        files.set(file, whole.replace(text, other));
        let content = Content::read(&files).unwrap();
        let mut inspection = Inspection { files: &files, content: &content, faults: Vec::new() };
        inspection.known_ids();
        inspection.faults
    }

    #[test]
    fn a_missing_id_is_named_with_its_constant_and_its_file() {
        let of_questions = [("question", questions::ALL), ("finding", findings::ALL), ("number", numbers::ALL)];
        let all = of_questions.into_iter().map(|(kind, known)| (kind, "questions.ron", known));
        let others = [("statement", "article.ron", statements::ALL), ("source", "sources.ron", sources::ALL)];
        for (kind, file, known) in all.chain(others) {
            for known in known {
                let found = faults(file, &format!("id: \"{}\"", known.id), &format!("id: \"{}_gone\"", known.id));
                let what = format!(
                    "there is no {kind} \"{}\", and the code relies on it: known_ids::{}",
                    known.id, known.constant
                );
                assert!(found.iter().any(|fault| fault.what == what && fault.file == file), "{what}: {found:?}");
                assert!(found.iter().all(|fault| fault.what.contains(known.id)), "{found:?}");
            }
        }
    }

    #[test]
    fn an_id_of_another_question_is_named_with_its_line() {
        let pop = "(id: \"onset_pop\", ";
        let found = faults("questions.ron", pop, "(id: \"onset_bang\", ");
        assert_eq!(found.len(), 1);
        let twist = faults("questions.ron", "id: \"q_onset\"", "id: \"q_start\"");
        let line =
            ContentFiles::embedded().text("questions.ron").lines().position(|line| line.contains(pop)).unwrap() + 1;
        let moved = twist.iter().find(|fault| fault.what.starts_with("\"onset_pop\" stands in \"q_start\"")).unwrap();
        assert_eq!(moved.line, line);
    }
}
