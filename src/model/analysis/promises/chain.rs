//! One matter through the papers: asked before, asked again, answered or not.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::ledger::{PromiseState, entry};
use crate::model::{OutcomeKind, Project, QuestionRef, TagId};

/// One station of a matter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Link {
    /// A paper that is named but not in the project.
    Missing { number: String },
    /// An answer of the project, with my tag.
    Answer { question: QuestionRef, tag: Option<TagId>, on: Option<Date> },
    /// What became of it, known from elsewhere.
    Elsewhere { kind: OutcomeKind, on: Option<Date>, source: String },
    /// Nothing has come yet.
    Open { state: PromiseState },
}

/// The stations of the matter that a question belongs to, oldest first.
#[must_use]
pub fn chain(project: &Project, question: QuestionRef, day: Date) -> Vec<Link> {
    let mut seen = BTreeSet::from([question]);
    let mut earlier = Vec::new();
    let mut here = question;
    // Back: what the person says was asked before, or what leads here as its later answer.
    loop {
        let promise = project.my_coding(here).and_then(|coding| coding.promise.as_ref());
        let before = promise.and_then(|promise| promise.before.as_ref());
        let leads_here = || {
            project.codings().find(|(_, coding)| {
                let outcome = coding.promise.as_ref().and_then(|promise| promise.outcome.as_ref());
                outcome.is_some_and(|outcome| outcome.by == Some(here))
            })
        };
        let from = before
            .and_then(|before| before.question)
            .or_else(|| leads_here().map(|(key, _)| key.question_ref()));
        match (from, before) {
            (Some(from), _) if seen.insert(from) => {
                earlier.push(answer(project, from));
                here = from;
            }
            (None, Some(before)) => {
                earlier.push(Link::Missing { number: before.number.clone() });
                break;
            }
            _ => break,
        }
    }
    earlier.reverse();
    let mut links = earlier;
    links.push(answer(project, question));
    // Forward: where the outcomes lead.
    let mut here = question;
    loop {
        let promise = project.my_coding(here).and_then(|coding| coding.promise.as_ref());
        let outcome = promise.and_then(|promise| promise.outcome.as_ref());
        let Some(outcome) = outcome else {
            if let Some(entry) = entry(project, here, day) {
                links.push(Link::Open { state: entry.state });
            }
            break;
        };
        match outcome.by {
            Some(by) if seen.insert(by) => {
                links.push(answer(project, by));
                here = by;
            }
            Some(_) => break,
            None => {
                let (kind, on, source) = (outcome.kind, outcome.on, outcome.source.clone());
                links.push(Link::Elsewhere { kind, on, source });
                break;
            }
        }
    }
    links
}

fn answer(project: &Project, question: QuestionRef) -> Link {
    let on = project
        .document(question.document)
        .and_then(|document| document.head.answered.or(document.head.issued));
    let tag = project.my_coding(question).and_then(|coding| coding.tag.clone());
    Link::Answer { question, tag, on }
}
