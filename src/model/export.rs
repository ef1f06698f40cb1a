//! What an export is made from, whoever asks for it: the window, the command line, a test.

use jiff::civil::Date;

use super::analysis::disagreement::AgreementWords;
use super::analysis::tables::TableWords;
use super::analysis::{OverviewWords, ReplicationWords, SummaryWords};
use super::codebook::Codebook;
use super::document::Document;
use super::edits::{Label, Past};
use super::format::ExportChoice;
use super::labels::CodebookLabels;
use super::language::Language;
use super::project::Project;

/// An order for an export. The same order always gives the same bytes: the day is handed in, and nothing else of
/// the world is asked.
#[derive(Clone, Copy)]
pub struct ExportOrder<'a> {
    pub project: &'a Project,
    pub documents: &'a [&'a Document],
    /// The steps that led to the project, as far as they are kept: the change log.
    pub past: &'a Past,
    pub choice: &'a ExportChoice,
    /// Of a report or a package: the project's name.
    pub title: &'a str,
    pub words: &'a ExportWords,
    /// Today.
    pub day: Date,
}

/// The words that exports are written in. Their shape is here; the words are in `ui/lang`, and whoever asks for an
/// export hands them in.
pub struct ExportWords {
    pub language: Language,
    pub summary: &'static SummaryWords,
    pub overview: &'static OverviewWords,
    pub tables: &'static TableWords,
    pub replication: &'static ReplicationWords,
    pub agreement: &'static AgreementWords,
    /// What the parts of a codebook are called in both languages, that of the export first.
    pub codebook: [&'static CodebookLabels; 2],
    /// What a step did, in words: „Frage 4: aufgeschoben“.
    pub label: fn(&Label, &Codebook) -> String,
}
