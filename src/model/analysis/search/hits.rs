//! Hits of one paper: in its text, in memos, in evidence whose words are lost; each with some words around it.

use super::Needle;
use crate::model::text::Span;
use crate::model::{CodingKey, Document, DocumentId, Project, QuestionId, RemarkBy, Unit};

/// How many characters stand before and behind the words of a hit.
const BEFORE: usize = 26;
const AFTER: usize = 90;

/// One place that has the words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hit {
    pub document: DocumentId,
    pub place: HitPlace,
    /// What stands around it, in one line.
    pub before: String,
    pub words: String,
    pub after: String,
}

/// Where a hit is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum HitPlace {
    Text {
        span: Span,
        part: FoundIn,
        /// The labels of the questions whose evidence it touches.
        evidence: Vec<String>,
    },
    Memo {
        question: QuestionId,
        label: String,
    },
    /// Evidence that does not stand in the text any more.
    LostEvidence {
        question: QuestionId,
        label: String,
    },
}

/// The part of a paper that a hit stands in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FoundIn {
    Head,
    Remark(RemarkBy),
    Transmission,
    Question(QuestionId, String),
    /// An answer, or the sentence that joins questions: the first of its questions, and the labels of all.
    Answer(QuestionId, Vec<String>),
    Signature,
    Rest,
}

/// What one paper has.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Hits {
    /// In the order of the text, then memos and lost evidence in the order of the questions.
    pub listed: Vec<Hit>,
    /// How many there are, listed or not.
    pub count: usize,
}

impl Hit {
    /// The question to look at beside it.
    #[must_use]
    pub fn question(&self) -> Option<QuestionId> {
        match &self.place {
            HitPlace::Text { part: FoundIn::Question(id, _) | FoundIn::Answer(id, _), .. }
            | HitPlace::Memo { question: id, .. }
            | HitPlace::LostEvidence { question: id, .. } => Some(*id),
            HitPlace::Text { .. } => None,
        }
    }

    /// The place in the paper, where it is there.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        match &self.place {
            HitPlace::Text { span, .. } => Some(*span),
            HitPlace::Memo { .. } | HitPlace::LostEvidence { .. } => None,
        }
    }
}

/// Looks through one paper and what I say of it. At most `most` hits are listed, all are counted.
#[must_use]
pub fn hits(project: &Project, document: &Document, needle: &Needle, most: usize) -> Hits {
    let text = document.body.as_str();
    let mut found = Hits::default();
    let mut spans = Vec::new();
    for span in needle.spans(text) {
        found.count += 1;
        if spans.len() < most {
            spans.push(span);
        }
    }
    if !spans.is_empty() {
        let parts = parts_of(document);
        let evidence = evidence_of(project, document);
        found.listed = spans
            .into_iter()
            .map(|span| {
                let at = parts.partition_point(|(part, _)| part.start <= span.start);
                let part = at.checked_sub(1).map_or(FoundIn::Rest, |at| parts[at].1.clone());
                let touched = evidence.iter().filter(|(other, _)| other.overlaps(span));
                let mut labels: Vec<String> = touched.map(|(_, label)| label.clone()).collect();
                labels.dedup();
                hit(document.id, HitPlace::Text { span, part, evidence: labels }, text, span)
            })
            .collect();
    }
    beside_the_text(project, document, needle, most, &mut found);
    found
}

fn beside_the_text(project: &Project, document: &Document, needle: &Needle, most: usize, found: &mut Hits) {
    let mut look = |text: &str, place: HitPlace| {
        for span in needle.spans(text) {
            found.count += 1;
            if found.listed.len() < most {
                found.listed.push(hit(document.id, place.clone(), text, span));
            }
        }
    };
    let seat = project.seat();
    let mine = |key: &CodingKey| key.coder == seat.coder && key.round == seat.round;
    for (key, coding) in project.codings_of(document.id).filter(|(key, _)| mine(key)) {
        let question = key.question;
        let label = || document.outline.question(question).map(|q| q.label.clone()).unwrap_or_default();
        if !coding.memo.is_empty() {
            look(&coding.memo, HitPlace::Memo { question, label: label() });
        }
        for lost in coding.evidence.iter().filter(|evidence| !evidence.is_in_place(&document.body)) {
            look(&lost.quote.exact, HitPlace::LostEvidence { question, label: label() });
        }
    }
}

fn parts_of(document: &Document) -> Vec<(Span, FoundIn)> {
    let units = document.outline.units(document.body.as_str());
    units.iter().map(|unit| (unit.span(), part_of(unit))).collect()
}

fn part_of(unit: &Unit<'_>) -> FoundIn {
    match unit {
        Unit::Head(_) => FoundIn::Head,
        Unit::Remark(remark) => FoundIn::Remark(remark.by),
        Unit::Transmission(_) => FoundIn::Transmission,
        Unit::Question(_, question) => FoundIn::Question(question.id, question.label.clone()),
        Unit::Joint(group, _) | Unit::Answer(group, _) => {
            let labels = group.questions.iter().map(|question| question.label.clone()).collect();
            group.questions.first().map_or(FoundIn::Rest, |first| FoundIn::Answer(first.id, labels))
        }
        Unit::Signature(_) => FoundIn::Signature,
        Unit::Rest(_) => FoundIn::Rest,
    }
}

fn evidence_of(project: &Project, document: &Document) -> Vec<(Span, String)> {
    let seat = project.seat();
    let mine = |key: &CodingKey| key.coder == seat.coder && key.round == seat.round;
    let mut all = Vec::new();
    for (key, coding) in project.codings_of(document.id).filter(|(key, _)| mine(key)) {
        let label = document.outline.question(key.question).map(|q| q.label.clone()).unwrap_or_default();
        let here = coding.evidence.iter().filter(|evidence| evidence.is_in_place(&document.body));
        all.extend(here.map(|evidence| (evidence.span, label.clone())));
    }
    all
}

fn hit(document: DocumentId, place: HitPlace, text: &str, span: Span) -> Hit {
    let one_line = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let before = &text[..span.start];
    let from = before.char_indices().rev().nth(BEFORE - 1).map_or(0, |(byte, _)| byte);
    // From the next whole word on, unless that is the hit itself.
    let whole = before[from..].find(char::is_whitespace).filter(|_| from > 0).map_or(from, |gap| from + gap);
    let after = &text[span.end..];
    let until = after.char_indices().nth(AFTER).map_or(after.len(), |(byte, _)| byte);
    let gap = |edge: Option<char>| if edge.is_some_and(char::is_whitespace) { " " } else { "" };
    let before = &before[whole..];
    let lead = if whole > 0 { "… " } else { "" };
    // Up to the last whole word.
    let cut = after[..until].rfind(char::is_whitespace).filter(|_| until < after.len());
    let (after, tail) = cut.map_or((&after[..until], ""), |cut| (&after[..cut], " …"));
    Hit {
        document,
        place,
        before: format!("{lead}{}{}", one_line(before), gap(before.chars().next_back())),
        words: one_line(&text[span.start..span.end]),
        after: format!("{}{}{tail}", gap(after.chars().next()), one_line(after)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hit_shows_the_words_around_it() {
        let text = "Ganz am Anfang steht ein langer Satz mit\nvielen Wörtern, und dann die Gefahr,\nvor der gewarnt wird.";
        let span = Needle::new("gefahr").and_then(|needle| needle.spans(text).next()).expect("a hit");
        let place = HitPlace::Memo { question: QuestionId(1), label: "1".into() };
        let hit = hit(DocumentId(1), place, text, span);
        assert_eq!(hit.before, "… Wörtern, und dann die ");
        assert_eq!((hit.words.as_str(), hit.after.as_str()), ("Gefahr", ", vor der gewarnt wird."));
    }
}
