//! All promises of a project, each with its state on a given day.

use jiff::civil::Date;

use crate::model::{Coding, CodingKey, OutcomeKind, Project, Promise, QuestionRef, Round};

/// What is known of a promise on a day. In the order of the ledger: what is to be done first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PromiseState {
    /// Its day has passed and nothing is known to have come.
    Overdue,
    /// Its day is still to come.
    Running,
    /// A period or condition without a day.
    Undated,
    /// The answer says no "when" at all.
    Silent,
    Renewed,
    Broken,
    Kept,
}

impl PromiseState {
    pub const ALL: [Self; 7] =
        [Self::Overdue, Self::Running, Self::Undated, Self::Silent, Self::Renewed, Self::Broken, Self::Kept];

    /// Whether it is still waited for.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Renewed | Self::Broken | Self::Kept)
    }

    /// Its name in tables, which stays in every language.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Running => "open",
            Self::Undated => "open_without_date",
            Self::Silent => "silent",
            Self::Renewed => "renewed",
            Self::Broken => "broken",
            Self::Kept => "kept",
        }
    }
}

/// One row of the ledger: a question whose tag puts something off.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    pub question: QuestionRef,
    pub promise: Promise,
    pub state: PromiseState,
    /// The day of the answer.
    pub made: Option<Date>,
}

impl Entry {
    /// Days from the due date to `day`: positive when it is past.
    #[must_use]
    pub fn days_past(&self, day: Date) -> Option<i32> {
        days_between(self.promise.due?, day)
    }

    /// Days from the answer to the day it was kept, renewed or broken.
    #[must_use]
    pub fn days_to_outcome(&self) -> Option<i32> {
        days_between(self.made?, self.promise.outcome.as_ref()?.on?)
    }
}

/// From one day to another.
pub(super) fn days_between(from: Date, to: Date) -> Option<i32> {
    from.until(to).ok().map(|span| span.get_days())
}

/// The state of a promise on a day.
#[must_use]
pub fn state_of(promise: &Promise, day: Date) -> PromiseState {
    match (&promise.outcome, promise.due, &promise.until) {
        (Some(outcome), ..) => match outcome.kind {
            OutcomeKind::Kept => PromiseState::Kept,
            OutcomeKind::Renewed => PromiseState::Renewed,
            OutcomeKind::Broken => PromiseState::Broken,
        },
        (None, Some(due), _) if due < day => PromiseState::Overdue,
        (None, Some(_), _) => PromiseState::Running,
        (None, None, Some(_)) => PromiseState::Undated,
        (None, None, None) => PromiseState::Silent,
    }
}

/// The row of my coding of a question; none where its tag puts nothing off.
#[must_use]
pub fn entry(project: &Project, question: QuestionRef, day: Date) -> Option<Entry> {
    row(project, question, project.my_coding(question)?, day)
}

fn row(project: &Project, question: QuestionRef, coding: &Coding, day: Date) -> Option<Entry> {
    if !coding.tag.as_ref().is_some_and(|tag| project.codebook().puts_off(tag)) {
        return None;
    }
    let head = &project.document(question.document)?.head;
    let mut promise = coding.promise.clone().unwrap_or_default();
    if let Some(outcome) = &mut promise.outcome
        && outcome.on.is_none()
        && let Some(by) = outcome.by
    {
        // The day of the later answer, where it prints one.
        outcome.on =
            project.document(by.document).and_then(|later| later.head.answered.or(later.head.issued));
    }
    let state = state_of(&promise, day);
    Some(Entry { question, state, promise, made: head.answered.or(head.issued) })
}

/// My promises, those to look at first at the top: by state, then by due date, then in the order of the papers.
#[must_use]
pub fn ledger(project: &Project, day: Date) -> Vec<Entry> {
    let me = project.me();
    let mine = |key: &CodingKey| key.coder == me && key.round == Round::FIRST;
    let mut entries: Vec<(usize, Entry)> = Vec::new();
    for (place, document) in project.documents().enumerate() {
        let codings = project.codings_of(document.id).filter(|(key, _)| mine(key));
        let rows = codings.filter_map(|(key, coding)| row(project, key.question_ref(), coding, day));
        entries.extend(rows.map(|entry| (place, entry)));
    }
    let late = Date::MAX;
    entries.sort_by_key(|(place, entry)| {
        (entry.state, entry.promise.due.unwrap_or(late), *place, entry.question.question)
    });
    entries.into_iter().map(|(_, entry)| entry).collect()
}
