//! The words of what goes out, German.

use super::codebook::CODEBOOK;
use super::commands::label;
use super::import::IMPORT;
use super::overview::OVERVIEW;
use super::words::{days, plural};
use crate::model::analysis::SummaryWords;
use crate::model::analysis::summary::Counted;
use crate::model::{ExportWords, Language, UntilKind};
use crate::ui::lang::en::codebook::CODEBOOK as OTHER;

pub(super) static EXPORT: ExportWords = ExportWords {
    language: Language::German,
    summary: &SUMMARY,
    overview: &OVERVIEW,
    tables: &super::tables::TABLES,
    replication: &super::replication::REPLICATION,
    agreement: &super::compare::AGREEMENT,
    codebook: [CODEBOOK.labels, OTHER.labels],
    label,
};

pub(super) static SUMMARY: SummaryWords = SummaryWords {
    language: Language::German,
    and_answer: |kind| format!("{kind} und Antwort"),
    issued: |date| format!("ausgegeben {date}"),
    asked: "Frage",
    answered: "Antwort",
    duration: "Dauer",
    days: |answer, issue| match (answer, issue) {
        (Some(answer), Some(issue)) => {
            format!("{} bis zur Antwort, {issue} bis zur Ausgabe", days(answer))
        }
        (Some(answer), None) => format!("{} bis zur Antwort", days(answer)),
        (None, Some(issue)) => format!("{} bis zur Ausgabe", days(issue)),
        (None, None) => String::new(),
    },
    headline: |count, questions, tag| {
        format!("{count} von {} {tag} beantwortet", plural(questions, "Frage", "Fragen"))
    },
    open: |count| format!("offen {count}"),
    jointly: "gemeinsam beantwortet",
    question: "Frage",
    tag: "Einstufung",
    passage: "Belegstelle (wörtlich), Memo kursiv",
    pages: IMPORT.pages_of,
    not_tagged: "offen",
    not_segmented: "Nicht gegliedert: In diesem Dokument wurden keine Fragen erkannt.",
    codebook: |version| format!("Codebuch {version}."),
    coded_by: |name| format!("Codiert von {name}."),
    source: |file, sha256| format!("Textgrundlage: Datei {file}, SHA-256 {sha256}."),
    made_with: "Erstellt mit Landtag Annotator.",
    question_name: |label| format!("Frage {label}"),
    announced: |kind, words| match kind {
        UntilKind::Date => format!("Zeitpunkt laut Antwort: „{words}“"),
        UntilKind::Period => format!("Zeitraum laut Antwort: „{words}“"),
        UntilKind::Condition => format!("Bedingung laut Antwort: „{words}“"),
    },
    press_source: |paper| format!("Quelle: {paper}."),
    contents: "Inhalt",
    counted,
};

fn counted(counted: &Counted) -> String {
    let papers = plural(counted.documents, "Dokument", "Dokumente");
    let questions = plural(counted.questions, "Frage", "Fragen");
    let asked = match &counted.asked {
        Some((first, last)) if first == last => format!(", gestellt am {first}"),
        Some((first, last)) => format!(", gestellt vom {first} bis {last}"),
        None => String::new(),
    };
    let number = |number| Language::German.number(number);
    let (tagged, open) = (number(counted.tagged), number(counted.questions - counted.tagged));
    let coder =
        if counted.coder.is_empty() { String::new() } else { format!(" Codiert von {}.", counted.coder) };
    format!("Grundlage: {papers} mit {questions}{asked}. Eingestuft: {tagged}, offen: {open}.{coder}")
}
