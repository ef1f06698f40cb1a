//! The words of what goes out, English.

use super::codebook::CODEBOOK;
use super::commands::label;
use super::import::IMPORT;
use super::overview::OVERVIEW;
use super::words::{days, plural};
use crate::model::analysis::SummaryWords;
use crate::model::analysis::summary::Counted;
use crate::model::{ExportWords, Language, UntilKind};
use crate::ui::lang::de::codebook::CODEBOOK as OTHER;

pub(super) static EXPORT: ExportWords = ExportWords {
    language: Language::English,
    summary: &SUMMARY,
    overview: &OVERVIEW,
    tables: &super::tables::TABLES,
    replication: &super::replication::REPLICATION,
    agreement: &super::compare::AGREEMENT,
    codebook: [CODEBOOK.labels, OTHER.labels],
    label,
};

pub(super) static SUMMARY: SummaryWords = SummaryWords {
    language: Language::English,
    and_answer: |kind| format!("{kind} and answer"),
    issued: |date| format!("issued {date}"),
    asked: "Asked",
    answered: "Answered",
    duration: "Duration",
    days: |answer, issue| match (answer, issue) {
        (Some(answer), Some(issue)) => format!("{} until answered, {issue} until issued", days(answer)),
        (Some(answer), None) => format!("{} until answered", days(answer)),
        (None, Some(issue)) => format!("{} until issued", days(issue)),
        (None, None) => String::new(),
    },
    headline: |count, questions, tag| {
        format!("{count} of {} tagged {tag}", plural(questions, "question", "questions"))
    },
    open: |count| format!("open {count}"),
    jointly: "answered jointly",
    question: "Question",
    tag: "Tag",
    passage: "Passage (verbatim), memo in italics",
    pages: IMPORT.pages_of,
    not_tagged: "open",
    not_segmented: "Not segmented: no questions were found in this document.",
    codebook: |version| format!("Codebook {version}."),
    coded_by: |name| format!("Coded by {name}."),
    source: |file, sha256| format!("Source text: file {file}, SHA-256 {sha256}."),
    made_with: "Made with Landtag Annotator.",
    question_name: |label| format!("Question {label}"),
    announced: |kind, words| match kind {
        UntilKind::Date => format!("time given in the answer: “{words}”"),
        UntilKind::Period => format!("period given in the answer: “{words}”"),
        UntilKind::Condition => format!("condition given in the answer: “{words}”"),
    },
    press_source: |paper| format!("Source: {paper}."),
    contents: "Contents",
    counted,
};

fn counted(counted: &Counted) -> String {
    let papers = plural(counted.documents, "document", "documents");
    let questions = plural(counted.questions, "question", "questions");
    let asked = match &counted.asked {
        Some((first, last)) if first == last => format!(", asked on {first}"),
        Some((first, last)) => format!(", asked between {first} and {last}"),
        None => String::new(),
    };
    let number = |number| Language::English.number(number);
    let (tagged, open) = (number(counted.tagged), number(counted.questions - counted.tagged));
    let coder =
        if counted.coder.is_empty() { String::new() } else { format!(" Coded by {}.", counted.coder) };
    format!("Basis: {papers} with {questions}{asked}. Tagged: {tagged}, open: {open}.{coder}")
}
