//! Promises and the ledger, in German.

use super::words::plural;
use crate::model::analysis::PromiseState;
use crate::model::{OutcomeKind, UntilKind};
use crate::ui::lang::LedgerWords;

pub(super) static LEDGER: LedgerWords = LedgerWords {
    promise: "Zusage",
    until_when: "Bis wann, laut Text",
    until_hint: "Worte der Antwort",
    proposed: "im Beleg gedruckt:",
    nothing_printed: "Im Beleg steht kein Wann.",
    until_kind: |kind| match kind {
        UntilKind::Date => "Datum",
        UntilKind::Period => "Zeitraum",
        UntilKind::Condition => "Bedingung",
    },
    take_away: |what| format!("Entfernen: {what}"),
    due: "Frist, wieder vorlegen am",
    date_hint: "TT.MM.JJJJ",
    before: "Schon gefragt in",
    before_paper: |number| format!("Drucksache {number}"),
    asked_before_in: |number| format!("Schon gefragt in Drucksache {number}"),
    outcome: "Was daraus wurde",
    outcome_kind,
    outcome_open: "noch offen",
    outcome_on: "bekannt seit",
    outcome_source: "Fundstelle",
    outcome_source_hint: "wenn kein Dokument des Projekts",
    link_later: "Spätere Antwort verknüpfen …",
    link_hint: "Titel, Nummer oder Wörter der späteren Frage",
    answered_later: "Als beantwortet eintragen",
    linked_to: |paper, label| format!("{paper}, Frage {label}"),

    ledger: "Wiedervorlage",
    about: |all, open| {
        format!("{}, davon {open} noch offen", plural(all, "aufgeschobene Frage", "aufgeschobene Fragen"))
    },
    state: |state| match state {
        PromiseState::Overdue => "überfällig",
        PromiseState::Running => "Frist läuft",
        PromiseState::Undated => "Zeitraum oder Bedingung, ohne Datum",
        PromiseState::Silent => "ohne jedes Wann",
        PromiseState::Renewed => "erneut aufgeschoben",
        PromiseState::Broken => "kommt nicht",
        PromiseState::Kept => "später beantwortet",
    },
    days_over: |days| (plural_days(days), "über der Frist".to_owned()),
    days_left: |days, due| (format!("noch {}", plural_days(days)), format!("bis {due}")),
    undated: |again| ("ohne Datum".to_owned(), said_again(again)),
    silent: |again| ("kein Wann".to_owned(), said_again(again)),
    came: |kind, days| {
        let after = days.map(|days| format!("nach {}", plural_days_dative(days))).unwrap_or_default();
        let kind = match kind {
            OutcomeKind::Kept => "beantwortet",
            OutcomeKind::Renewed => "aufgeschoben",
            OutcomeKind::Broken => "kommt nicht",
        };
        (kind.to_owned(), after)
    },
    day: "Stichtag",
    day_today: |today| format!("heute, {today}"),
    by_state: "Stand",
    by_ministry: "Ministerium",
    by_document: "Dokument",
    by_due: "Frist",
    sort: "Ordnen nach",
    column_state: "Stand",
    column_asked: "Gefragt, zugesagt, Fundstelle",
    nothing_deferred: "Nichts aufgeschoben. Hier stehen Fragen, sobald sie so eingestuft sind.",
    nothing_passes: "Keine Zusage passt zum Filter.",
    states: "Stand",
    ministries: "Ministerium",
    parties: "Partei",
    without: "ohne Angabe",
    show_all: "Alle zeigen",
    in_text: "Im Text zeigen",
    export: "Als Tabelle ausgeben …",
    chain: "Der Vorgang",
    missing_paper: "fehlt im Projekt",
    still_open: "Noch offen",
    legend_deferred: "aufgeschoben",
    legend_due: "Frist",
    legend_over: "überfällig",
    legend_came: "später beantwortet",
    row_name: |label, paper, state| format!("{paper}, Frage {label}: {state}"),
    no_quote: "noch kein Beleg",
    question_of: |paper, label| format!("{paper} · Frage {label}"),
};

fn outcome_kind(kind: OutcomeKind) -> &'static str {
    match kind {
        OutcomeKind::Kept => "beantwortet",
        OutcomeKind::Renewed => "erneut aufgeschoben",
        OutcomeKind::Broken => "kommt nicht",
    }
}

fn said_again(again: bool) -> String {
    if again { "nicht zum ersten Mal".to_owned() } else { String::new() }
}

fn plural_days(days: i32) -> String {
    plural(usize::try_from(days.max(0)).unwrap_or_default(), "Tag", "Tage")
}

fn plural_days_dative(days: i32) -> String {
    plural(usize::try_from(days.max(0)).unwrap_or_default(), "Tag", "Tagen")
}
