//! References in a paper: „Drucksache 21/2112“, „Antwort zu Frage 4“, and both together.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::segment::{expand_labels, read_labels};
use crate::model::text::{Body, Span};
use crate::model::{Document, DocumentId, Project, QuestionId};

/// A place that speaks of another paper or of a question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reference {
    pub at: Span,
    /// Number of the other paper; none for this one.
    pub number: Option<String>,
    /// The first question it names, as printed.
    pub label: Option<String>,
}

static PAPER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"\b(?:(?:Bundestags|Landtags)?[Dd]rucksachen?|Drs\.|Drucks\.)\s*(?:Nr\.\s*)?(\d{1,2}\s?/\s?\d{1,6})",
    )
    .expect("a constant pattern")
});

static QUESTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\bAntwort(?:en)?\s+(?:(?:der|des)\s+\p{L}+\s+)?(?:zu|auf)\s+(?:der\s+|den\s+|die\s+)?Fragen?\s+(?:Nr\.\s*)?")
        .expect("a constant pattern")
});

/// How far behind a question its paper may be named, in bytes: „… zu Frage 4 der Kleinen Anfrage, Drucksache 21/2112“.
const NEAR: usize = 130;

/// Every reference of a text, in order.
#[must_use]
pub fn references(body: &Body) -> Vec<Reference> {
    let text = body.as_str();
    let mut found: Vec<Reference> = PAPER
        .captures_iter(text)
        .filter_map(|paper| {
            let at = paper.get(0)?;
            let number = paper[1].split_whitespace().collect();
            Some(Reference { at: Span::new(at.start(), at.end()), number: Some(number), label: None })
        })
        .collect();
    for question in QUESTION.find_iter(text) {
        let Some((labels, length)) = read_labels(&text[question.end()..]) else { continue };
        let end = question.end() + length;
        let at = Span::new(
            question.start(),
            question.start() + text[question.start()..end].trim_end_matches(['.', ')']).len(),
        );
        let Some(label) = expand_labels(&labels).into_iter().next() else { continue };
        let sentence = text[end..].find(['.', ';', '\n']).map_or(text.len(), |stop| end + stop);
        let near = sentence.min(end + NEAR);
        let paper = found
            .iter()
            .find(|other| other.at.start >= end && other.at.start < near && other.label.is_none());
        let number = paper.and_then(|paper| paper.number.clone());
        // „Drs.“ holds a full stop of its own; what is joined here is one reference.
        let joined = paper.map(|paper| paper.at);
        if let Some(place) = joined {
            found.retain(|other| other.at != place);
            found.push(Reference { at: Span::new(at.start, place.end), number, label: Some(label) });
        } else {
            found.push(Reference { at, number: None, label: Some(label) });
        }
    }
    found.sort_by_key(|reference| reference.at);
    found
}

/// Where a reference leads, if that paper or question is in the project.
#[must_use]
pub fn resolve(
    project: &Project,
    from: &Document,
    reference: &Reference,
) -> Option<(DocumentId, Option<QuestionId>)> {
    let document = match &reference.number {
        None => from,
        Some(number) => project.documents().find(|other| {
            other.id != from.id
                && (other.head.number.as_ref() == Some(number)
                    || other.head.question_number.as_ref() == Some(number))
        })?,
    };
    let question = reference.label.as_ref().and_then(|label| {
        document.outline.questions().find(|question| question.label == *label).map(|question| question.id)
    });
    // A question of this paper that is not there leads nowhere.
    if reference.number.is_none() && question.is_none() {
        return None;
    }
    Some((document.id, question))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `words → number#label`.
    fn check(text: &str, expect: &[&str]) {
        let body = Body::new(text);
        let found: Vec<String> = references(&body)
            .iter()
            .map(|reference| {
                let number = reference.number.as_deref().unwrap_or_default();
                let label = reference.label.as_deref().unwrap_or_default();
                format!("{} → {number}#{label}", body.at(reference.at))
            })
            .collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn papers_and_questions() {
        check("Siehe Drucksache 21/2112.", &["Drucksache 21/2112 → 21/2112#"]);
        check(
            "auf Bundestagsdrucksache 20/10257 und Drs. 19/3",
            &["Bundestagsdrucksache 20/10257 → 20/10257#", "Drs. 19/3 → 19/3#"],
        );
        check("Siehe Antwort zu Frage 4.", &["Antwort zu Frage 4 → #4"]);
        check(
            "auf die Antworten zu den Fragen 1 bis 3 und 10 verwiesen",
            &["Antworten zu den Fragen 1 bis 3 und 10 → #1"],
        );
        check(
            "die Antwort zu Frage 4 der Kleinen Anfrage, Drucksache 21/2112, verwiesen",
            &["Antwort zu Frage 4 der Kleinen Anfrage, Drucksache 21/2112 → 21/2112#4"],
        );
        check("Frage 4 ist offen.", &[]);
    }
}
