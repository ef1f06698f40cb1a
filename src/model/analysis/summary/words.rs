//! The words around the paper's own.

use crate::model::{Language, UntilKind};

/// The words a summary needs. Their shape is here; the words are in `ui/lang`, and whoever asks for a
/// summary hands them in.
pub struct SummaryWords {
    pub language: Language,
    /// „{kind} und Antwort“.
    pub and_answer: fn(kind: &str) -> String,
    /// „ausgegeben {date}“.
    pub issued: fn(date: &str) -> String,
    pub asked: &'static str,
    pub answered: &'static str,
    pub duration: &'static str,
    /// Days to the answer, days to the printing.
    pub days: fn(answer: Option<i32>, issue: Option<i32>) -> String,
    /// „{count} von {questions} Fragen {tag} beantwortet“.
    pub headline: fn(count: usize, questions: usize, tag: &str) -> String,
    /// „{count} offen“.
    pub open: fn(count: usize) -> String,
    pub jointly: &'static str,
    pub question: &'static str,
    pub tag: &'static str,
    /// Heading of the column with quotations and memos.
    pub passage: &'static str,
    /// „S. 3“, „S. 3–4“.
    pub pages: fn(first: u32, last: u32) -> String,
    pub not_tagged: &'static str,
    pub not_segmented: &'static str,
    pub codebook: fn(version: &str) -> String,
    pub coded_by: fn(name: &str) -> String,
    pub source: fn(file: &str, sha256: &str) -> String,
    pub made_with: &'static str,
    /// „Frage 4“.
    pub question_name: fn(label: &str) -> String,
    /// What a deferred answer announces, in its own words: „Bedingung, laut Antwort: „nach Fertigstellung““.
    pub announced: fn(kind: UntilKind, words: &str) -> String,
    /// Of a press page: where the words stand, and who codes.
    pub press_source: fn(paper: &str) -> String,
    pub contents: &'static str,
    /// Of a report, in sentences: what was counted.
    pub counted: fn(&Counted) -> String,
}

/// What a report is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counted {
    pub documents: usize,
    pub questions: usize,
    /// Questions with a tag.
    pub tagged: usize,
    /// The first and the last day on which was asked; none where no paper says.
    pub asked: Option<(String, String)>,
    /// Who codes; empty where nobody has a name.
    pub coder: String,
}
