//! Promises and the ledger, in English.

use super::words::plural;
use crate::model::analysis::PromiseState;
use crate::model::{OutcomeKind, UntilKind};
use crate::ui::lang::LedgerWords;

pub(super) static LEDGER: LedgerWords = LedgerWords {
    promise: "Promise",
    until_when: "Until when, as printed",
    until_hint: "words of the answer",
    proposed: "printed in the evidence:",
    nothing_printed: "The evidence prints no \"when\".",
    until_kind: |kind| match kind {
        UntilKind::Date => "date",
        UntilKind::Period => "period",
        UntilKind::Condition => "condition",
    },
    take_away: |what| format!("Remove: {what}"),
    due: "Due, show again on",
    date_hint: "day month year",
    before: "Asked before in",
    before_paper: |number| format!("paper {number}"),
    asked_before_in: |number| format!("Asked before in paper {number}"),
    outcome: "What became of it",
    outcome_kind,
    outcome_open: "still open",
    outcome_on: "known since",
    outcome_source: "source",
    outcome_source_hint: "where it is no paper of the project",
    link_later: "Link a later answer …",
    link_hint: "Title, number or words of the later question",
    answered_later: "Enter as answered",
    linked_to: |paper, label| format!("{paper}, question {label}"),

    ledger: "Ledger",
    about: |all, open| {
        format!("{}, {open} of them open", plural(all, "deferred question", "deferred questions"))
    },
    state: |state| match state {
        PromiseState::Overdue => "overdue",
        PromiseState::Running => "due later",
        PromiseState::Undated => "period or condition, no date",
        PromiseState::Silent => "no \"when\" at all",
        PromiseState::Renewed => "deferred again",
        PromiseState::Broken => "will not come",
        PromiseState::Kept => "answered later",
    },
    days_over: |days| (plural_days(days), "past the date".to_owned()),
    days_left: |days, due| (format!("{} left", plural_days(days)), format!("until {due}")),
    undated: |again| ("no date".to_owned(), said_again(again)),
    silent: |again| ("no \"when\"".to_owned(), said_again(again)),
    came: |kind, days| {
        let after = days.map(|days| format!("after {}", plural_days(days))).unwrap_or_default();
        let kind = match kind {
            OutcomeKind::Kept => "answered",
            OutcomeKind::Renewed => "deferred",
            OutcomeKind::Broken => "will not come",
        };
        (kind.to_owned(), after)
    },
    day: "As of",
    day_today: |today| format!("today, {today}"),
    by_state: "State",
    by_ministry: "Ministry",
    by_document: "Document",
    by_due: "Due date",
    sort: "Sort by",
    column_state: "State",
    column_asked: "Asked, promised, place",
    nothing_deferred: "Nothing deferred. Questions appear here once rated so.",
    nothing_passes: "No promise passes the filter.",
    states: "State",
    ministries: "Ministry",
    parties: "Party",
    without: "not given",
    show_all: "Show all",
    in_text: "Show in the text",
    export: "Write as a table …",
    chain: "The matter",
    missing_paper: "not in the project",
    still_open: "Still open",
    legend_deferred: "deferred",
    legend_due: "due",
    legend_over: "overdue",
    legend_came: "answered later",
    row_name: |label, paper, state| format!("{paper}, question {label}: {state}"),
    no_quote: "no evidence yet",
    question_of: |paper, label| format!("{paper} · question {label}"),
};

fn outcome_kind(kind: OutcomeKind) -> &'static str {
    match kind {
        OutcomeKind::Kept => "answered",
        OutcomeKind::Renewed => "deferred again",
        OutcomeKind::Broken => "will not come",
    }
}

fn said_again(again: bool) -> String {
    if again { "not for the first time".to_owned() } else { String::new() }
}

fn plural_days(days: i32) -> String {
    plural(usize::try_from(days.max(0)).unwrap_or_default(), "day", "days")
}
