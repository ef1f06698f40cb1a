//! What a person says of a promise: until when, where it was asked before, what became of it.

use jiff::Timestamp;
use jiff::civil::Date;

use super::head::typed_date;
use super::tagging::promise;
use super::{Change, Edit, Label};
use crate::model::{
    Before, Meaning, Outcome, OutcomeKind, Problem, Project, Promise, QuestionRef, Until, UntilKind,
};

/// One thing that is said of a promise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PromiseStep {
    /// Until when, with the day where the words name one.
    Announced(Until, Option<Date>),
    NothingAnnounced,
    Before(Option<Before>),
    /// What became of it; none is open again.
    Outcome(Option<OutcomeKind>),
    /// A later answer shows what became of it.
    Later(QuestionRef),
    Typed(PromiseField, String),
}

/// What can be typed of a promise.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PromiseField {
    Until,
    Due,
    /// The day the outcome became known.
    On,
    /// Where the outcome can be read.
    Source,
}

/// Says it of my coding of a question.
///
/// # Errors
/// A question is not of this project, a date is none, or an answer would keep its own promise.
pub fn say(
    project: &Project,
    question: QuestionRef,
    step: PromiseStep,
    now: Timestamp,
) -> Result<Change, Problem> {
    let date = |typed: &str| match typed.trim() {
        "" => Ok(None),
        typed => typed_date(typed).map(Some).ok_or_else(|| Problem::NoDate { typed: typed.to_owned() }),
    };
    let open = || Outcome { kind: OutcomeKind::Kept, by: None, on: None, source: String::new() };
    match step {
        PromiseStep::Announced(until, due) => {
            let set = |promise: &mut Promise| {
                promise.until = Some(until);
                promise.due = due.or(promise.due);
            };
            promise(project, question, set, now)
        }
        PromiseStep::NothingAnnounced => promise(project, question, |promise| promise.until = None, now),
        PromiseStep::Before(before) => promise(project, question, |promise| promise.before = before, now),
        PromiseStep::Outcome(None) => promise(project, question, |promise| promise.outcome = None, now),
        PromiseStep::Outcome(Some(kind)) => {
            let set = |promise: &mut Promise| {
                promise.outcome = Some(Outcome { kind, ..promise.outcome.take().unwrap_or_else(open) });
            };
            promise(project, question, set, now)
        }
        PromiseStep::Later(by) => {
            if by == question || !project.has_question(by) {
                return Err(Problem::NotPossibleHere);
            }
            let tag = project.my_coding(by).and_then(|coding| coding.tag.as_ref());
            let kind = match tag.and_then(|tag| project.codebook().tag(tag)).map(|tag| tag.means) {
                Some(Meaning::PutOff) => OutcomeKind::Renewed,
                _ => OutcomeKind::Kept,
            };
            let set = |promise: &mut Promise| {
                let source = String::new();
                promise.outcome = Some(Outcome { kind, by: Some(by), on: None, source });
            };
            promise(project, question, set, now)
        }
        PromiseStep::Typed(field, typed) => {
            let words = typed.split_whitespace().collect::<Vec<_>>().join(" ");
            let day = match field {
                PromiseField::Due | PromiseField::On => date(&words)?,
                PromiseField::Until | PromiseField::Source => None,
            };
            let set = |promise: &mut Promise| match field {
                PromiseField::Until if words.is_empty() => promise.until = None,
                PromiseField::Until => {
                    let kind = promise.until.as_ref().map_or(UntilKind::Condition, |until| until.kind);
                    promise.until = Some(Until { kind, words });
                }
                PromiseField::Due => promise.due = day,
                PromiseField::On => promise.outcome.get_or_insert_with(open).on = day,
                PromiseField::Source => promise.outcome.get_or_insert_with(open).source = words,
            };
            promise(project, question, set, now)
        }
    }
}

/// Sets the day against which promises are overdue, as typed; nothing typed is today.
///
/// # Errors
/// What was typed is no date.
pub fn set_day(typed: &str) -> Result<Change, Problem> {
    let day = match typed.trim() {
        "" => None,
        typed => Some(typed_date(typed).ok_or_else(|| Problem::NoDate { typed: typed.to_owned() })?),
    };
    Ok(Change::new(Label::LedgerDay, Edit::PutLedgerDay { day }))
}
