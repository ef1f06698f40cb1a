//! The text of a paper read in again: the codings go over to the new text, passages by their words.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use super::{Change, Edit, Label};
use crate::model::text::{Body, Quote};
use crate::model::{
    Coding, CodingKey, Document, DocumentId, Evidence, Head, Problem, Project, Promise, QuestionId,
    QuestionRef,
};

/// How many passages the new text holds, and how many not.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Carried {
    pub found: usize,
    pub lost: usize,
}

/// Puts `new` in the place of a paper, as one step. A text never changes (law 6): the paper with the old text
/// goes, the one with the new text comes. Questions are the same where they have the same number; what a person
/// wrote into the head stays; a passage whose words are not found keeps its words and is shown as lost.
///
/// # Errors
/// The text is the same or already in the project, or a question that has codings is not in the new text.
pub fn read_again(
    project: &Project,
    old: DocumentId,
    new: Document,
    now: Timestamp,
) -> Result<(Change, Carried), Problem> {
    let before = project.document(old).ok_or(Problem::NoSuchDocument { document: old })?;
    let place = project.place_of(old).unwrap_or(0);
    if let Some(there) = project.document(new.id) {
        let (file, other) = (new.origin.file.clone(), there.origin.file.clone());
        return Err(Problem::AlreadyThere { file, other });
    }
    let new = Document { head: merged(&before.head, &new.head), ..new };
    let mut to: BTreeMap<QuestionId, QuestionId> = BTreeMap::new();
    for question in before.outline.questions() {
        if let Some(same) = new.outline.questions().find(|other| other.label == question.label) {
            to.insert(question.id, same.id);
        }
    }
    let mut carried = Carried::default();
    let mut drops = Vec::new();
    let mut puts = Vec::new();
    for (key, coding) in project.codings_of(old) {
        let Some(question) = to.get(&key.question) else {
            let label = before.outline.question(key.question).map(|question| question.label.clone());
            return Err(Problem::QuestionHasCoding { label: label.unwrap_or_default() });
        };
        drops.push(Edit::DropCoding { key });
        let mut coding = coding.clone();
        coding.evidence = coding.evidence.into_iter().map(|it| carry(it, &new.body, &mut carried)).collect();
        coding.evidence.sort_by_key(|evidence| evidence.span);
        coding.at = now;
        let key = CodingKey { document: new.id, question: *question, ..key };
        puts.push((key, coding));
    }
    // Promises of other papers that led here lead to the new paper.
    let moved = |question: QuestionRef| {
        let same = to.get(&question.question).filter(|_| question.document == old)?;
        Some(QuestionRef { document: new.id, question: *same })
    };
    for (_, coding) in &mut puts {
        lead(&mut coding.promise, moved);
    }
    let others = project.codings().filter(|(key, _)| key.document != old).filter_map(|(key, coding)| {
        let mut changed = coding.clone();
        lead(&mut changed.promise, moved).then_some((key, changed))
    });
    let others: Vec<(CodingKey, Coding)> = others.collect();
    let label = Label::ReadAgain { title: before.title().to_owned() };
    let mut edits = drops;
    edits.push(Edit::DropDocument { document: old });
    edits.push(Edit::PutDocument { place, document: Arc::new(new) });
    let put = |(key, coding)| Edit::PutCoding { key, coding: Arc::new(coding) };
    edits.extend(puts.into_iter().chain(others).map(put));
    Ok((Change::new(label, Edit::All(edits)), carried))
}

fn carry(evidence: Evidence, body: &Body, carried: &mut Carried) -> Evidence {
    if let Some(span) = evidence.quote.find(body) {
        carried.found += 1;
        Evidence { span, quote: Quote::of(body, span) }
    } else {
        carried.lost += 1;
        evidence
    }
}

/// Lets a promise lead where its questions went. Returns whether it led to one of them.
fn lead(promise: &mut Option<Promise>, moved: impl Fn(QuestionRef) -> Option<QuestionRef>) -> bool {
    let Some(promise) = promise else { return false };
    let before = promise.before.as_mut().and_then(|before| before.question.as_mut());
    let by = promise.outcome.as_mut().and_then(|outcome| outcome.by.as_mut());
    let mut led = false;
    for question in before.into_iter().chain(by) {
        if let Some(new) = moved(*question) {
            *question = new;
            led = true;
        }
    }
    led
}

/// What stood in the head stays; what was empty is filled from the new reading.
fn merged(old: &Head, new: &Head) -> Head {
    let mut head = old.clone();
    head.parliament = head.parliament.or_else(|| new.parliament.clone());
    head.kind = head.kind.or(new.kind);
    head.signatory = head.signatory.or_else(|| new.signatory.clone());
    head.number = head.number.or_else(|| new.number.clone());
    head.question_number = head.question_number.or_else(|| new.question_number.clone());
    head.title = head.title.or_else(|| new.title.clone());
    head.answerer = head.answerer.or_else(|| new.answerer.clone());
    head.asked = head.asked.or(new.asked);
    head.answered = head.answered.or(new.answered);
    head.issued = head.issued.or(new.issued);
    if head.askers.is_empty() {
        head.askers.clone_from(&new.askers);
    }
    head
}
