//! The formats in which something leaves the program, and what a person chooses with them.

use serde::{Deserialize, Serialize};

use super::filter::Filter;
use super::id::QuestionRef;
use super::text::Span;

/// A format of an export. How each is written is in `files/export`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum ExportFormat {
    // Pages.
    Html,
    Pdf,
    Docx,
    Odt,
    Markdown,
    // Charts.
    Svg,
    Png,
    // Tables, one row for each …
    /// … question, coder and round: tidy, UTF-8, comma.
    Csv,
    /// The same for a German spreadsheet: semicolon, byte order mark, decimal comma.
    CsvGerman,
    /// All tables as sheets of one workbook.
    Xlsx,
    /// … question, a column for each coder.
    Units,
    /// … paper.
    Documents,
    /// … passage.
    Evidence,
    /// … tag and facet of the codebook.
    CodebookTable,
    /// … promise: the ledger.
    Ledger,
    /// … step that was done.
    Changes,
    /// … coefficient of agreement.
    Agreement,
    /// … decision where coders differed.
    Decisions,
    /// The long table as SPSS reads it: syntax and data.
    Spss,
    /// Agreement as a paragraph for the methods section.
    AgreementText,
    // Bibliographies of the papers.
    Bibtex,
    Ris,
    // For other programs of qualitative research.
    Qdpx,
    Qdc,
    /// Everything that somebody needs to check the work.
    Replication,
}

/// What kind of thing a format is: how a list of formats is parted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ExportFamily {
    Page,
    Chart,
    Table,
    Bibliography,
    Exchange,
    Archive,
}

impl ExportFamily {
    pub const ALL: [Self; 6] =
        [Self::Page, Self::Table, Self::Chart, Self::Exchange, Self::Archive, Self::Bibliography];
}

impl ExportFormat {
    /// In the order in which they are offered.
    pub const ALL: &'static [Self] = &[
        Self::Html,
        Self::Pdf,
        Self::Docx,
        Self::Odt,
        Self::Markdown,
        Self::Svg,
        Self::Png,
        Self::Csv,
        Self::CsvGerman,
        Self::Xlsx,
        Self::Units,
        Self::Documents,
        Self::Evidence,
        Self::CodebookTable,
        Self::Ledger,
        Self::Changes,
        Self::Agreement,
        Self::AgreementText,
        Self::Decisions,
        Self::Spss,
        Self::Bibtex,
        Self::Ris,
        Self::Qdpx,
        Self::Qdc,
        Self::Replication,
    ];

    #[must_use]
    pub fn family(self) -> ExportFamily {
        match self {
            Self::Html | Self::Pdf | Self::Docx | Self::Odt | Self::Markdown => ExportFamily::Page,
            Self::Svg | Self::Png => ExportFamily::Chart,
            Self::Csv
            | Self::CsvGerman
            | Self::Xlsx
            | Self::Units
            | Self::Documents
            | Self::Evidence
            | Self::CodebookTable
            | Self::Ledger
            | Self::Changes
            | Self::Agreement
            | Self::AgreementText
            | Self::Decisions
            | Self::Spss => ExportFamily::Table,
            Self::Bibtex | Self::Ris => ExportFamily::Bibliography,
            Self::Qdpx | Self::Qdc => ExportFamily::Exchange,
            Self::Replication => ExportFamily::Archive,
        }
    }

    /// What it is called on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Markdown => "md",
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Csv => "csv",
            Self::CsvGerman => "csv-de",
            Self::Xlsx => "xlsx",
            Self::Units => "units",
            Self::Documents => "documents",
            Self::Evidence => "evidence",
            Self::CodebookTable => "codebook",
            Self::Ledger => "ledger",
            Self::Changes => "changes",
            Self::Agreement => "agreement",
            Self::AgreementText => "agreement-text",
            Self::Decisions => "decisions",
            Self::Spss => "spss",
            Self::Bibtex => "bib",
            Self::Ris => "ris",
            Self::Qdpx => "qdpx",
            Self::Qdc => "qdc",
            Self::Replication => "replication",
        }
    }

    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.name() == name)
    }

    /// The usual ending of such a file, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::CsvGerman
            | Self::Units
            | Self::Documents
            | Self::Evidence
            | Self::CodebookTable
            | Self::Ledger
            | Self::Changes
            | Self::Agreement
            | Self::Decisions => "csv",
            Self::AgreementText => "txt",
            Self::Spss | Self::Replication => "zip",
            other => other.name(),
        }
    }

    /// The format a file's ending asks for, in any case. Where several share an ending, the first is meant.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        let ending = ending.to_lowercase();
        let ending = match ending.as_str() {
            "htm" => "html",
            "markdown" => "md",
            // An archive or a text may be several things: it is asked for by name.
            "zip" | "txt" => return None,
            other => other,
        };
        Self::ALL.iter().copied().find(|format| format.ending() == ending)
    }
}

/// How much of a paper's page is shown. Only pages have a layout.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub enum PageLayout {
    /// One sheet per paper: head, strip, every question with its evidence.
    #[default]
    Sheet,
    /// Headline, strip and three quotations on half a page.
    Press,
    /// The whole text with marked passages and notes in the margin.
    Reading,
    /// The figures of all papers, then one sheet per paper.
    Report,
}

impl PageLayout {
    pub const ALL: [Self; 4] = [Self::Sheet, Self::Press, Self::Reading, Self::Report];

    /// What it is called on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sheet => "sheet",
            Self::Press => "press",
            Self::Reading => "reading",
            Self::Report => "report",
        }
    }

    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layout| layout.name() == name)
    }
}

/// What is counted in figures of many papers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub enum CountBy {
    /// Every question counts.
    #[default]
    Questions,
    /// Every answer counts once for each tag its questions carry, however many they are.
    Answers,
}

/// Under which licence a package is given away. The names are of SPDX.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub enum Licence {
    /// Nobody chose one: all rights stay with whoever made it.
    #[default]
    None,
    CcBy,
    CcBySa,
    Cc0,
}

impl Licence {
    pub const ALL: [Self; 4] = [Self::None, Self::CcBy, Self::CcBySa, Self::Cc0];

    /// The identifier of SPDX, which is also its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::CcBy => "CC-BY-4.0",
            Self::CcBySa => "CC-BY-SA-4.0",
            Self::Cc0 => "CC0-1.0",
        }
    }

    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|licence| licence.name().eq_ignore_ascii_case(name))
    }
}

/// What a person chose for an export, beside the papers.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ExportChoice {
    pub format: ExportFormat,
    pub layout: PageLayout,
    pub count_by: CountBy,
    /// What is counted in charts; usually everything.
    #[serde(default)]
    pub filter: Box<Filter>,
    /// The passages of a press page, chosen by a person; where empty, the first of up to three questions.
    pub quotes: Vec<(QuestionRef, Span)>,
    /// Of a replication package.
    pub licence: Licence,
    /// Whether tables and packages name coders; else they are `coder_1`, `coder_2`.
    pub coder_names: bool,
}

impl ExportChoice {
    /// The format as it usually goes out. Tables of one's own project name people, a package for everybody
    /// does not.
    #[must_use]
    pub fn of(format: ExportFormat) -> Self {
        Self {
            format,
            layout: PageLayout::default(),
            count_by: CountBy::default(),
            filter: Box::default(),
            quotes: Vec::new(),
            licence: Licence::default(),
            coder_names: format != ExportFormat::Replication,
        }
    }
}

/// A format in which a codebook leaves the program and comes back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodebookFormat {
    /// To read, print and write by hand. Earlier versions are named, not contained.
    Markdown,
    /// Everything, earlier versions included.
    Ron,
}

impl CodebookFormat {
    pub const ALL: [Self; 2] = [Self::Markdown, Self::Ron];

    /// The usual ending of such a file, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Ron => "ron",
        }
    }

    /// What it is called on the command line.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        match name {
            "codebook-md" => Some(Self::Markdown),
            "codebook-ron" => Some(Self::Ron),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_found_by_its_name() {
        for format in ExportFormat::ALL {
            assert_eq!(ExportFormat::of_name(format.name()), Some(*format));
        }
        assert_eq!(ExportFormat::of_ending("CSV"), Some(ExportFormat::Csv));
        assert_eq!(ExportFormat::of_ending("zip"), None);
    }
}
