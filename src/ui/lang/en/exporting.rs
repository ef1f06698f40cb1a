//! Words of the choice what goes out, English.

use crate::model::{CountBy, ExportFamily, ExportFormat, Licence, PageLayout};
use crate::ui::lang::ExportingWords;

pub(super) static EXPORTING: ExportingWords = ExportingWords {
    family: |family| match family {
        ExportFamily::Page => "Page",
        ExportFamily::Chart => "Picture",
        ExportFamily::Table => "Table",
        ExportFamily::Bibliography => "Bibliography",
        ExportFamily::Exchange => "Exchange",
        ExportFamily::Archive => "Archive",
    },
    format: |format| match format {
        ExportFormat::Html => "HTML",
        ExportFormat::Pdf => "PDF",
        ExportFormat::Docx => "DOCX",
        ExportFormat::Odt => "ODT",
        ExportFormat::Markdown => "Markdown",
        ExportFormat::Svg => "SVG",
        ExportFormat::Png => "PNG",
        ExportFormat::Csv => "CSV, all codings",
        ExportFormat::CsvGerman => "CSV for German Excel",
        ExportFormat::Xlsx => "XLSX, all tables",
        ExportFormat::Units => "Questions",
        ExportFormat::Documents => "Documents",
        ExportFormat::Evidence => "Evidence",
        ExportFormat::CodebookTable => "Codebook",
        ExportFormat::Ledger => "Ledger",
        ExportFormat::Changes => "Changes",
        ExportFormat::Agreement => "Agreement",
        ExportFormat::AgreementText => "Agreement as a paragraph",
        ExportFormat::Decisions => "Decisions",
        ExportFormat::Spss => "SPSS",
        ExportFormat::Bibtex => "BibTeX",
        ExportFormat::Ris => "RIS",
        ExportFormat::Qdpx => "REFI-QDA project",
        ExportFormat::Qdc => "REFI-QDA codebook",
        ExportFormat::Replication => "Replication package",
    },
    about: |format| match format {
        ExportFormat::Html => "One file, read by every browser and printed on A4.",
        ExportFormat::Pdf => "Ready to print, with its typefaces inside.",
        ExportFormat::Docx => "To go on writing in Word.",
        ExportFormat::Odt => "To go on writing in LibreOffice.",
        ExportFormat::Markdown => "Text with tables, to go on writing.",
        ExportFormat::Svg => "The charts of the overview as a drawing.",
        ExportFormat::Png => "The charts of the overview as a picture.",
        ExportFormat::Csv => {
            "A row for each question and coder, for R, Python and other statistics programs."
        }
        ExportFormat::CsvGerman => "The same with semicolons, so that a double click will do.",
        ExportFormat::Xlsx => "All tables as sheets; “1-4” and “21/2112” stay text.",
        ExportFormat::Units => "A row for each question, a column for each coder.",
        ExportFormat::Documents => "A row for each document: head, days, counts.",
        ExportFormat::Evidence => "A row for each passage: words, place, page.",
        ExportFormat::CodebookTable => "A row for each tag and facet.",
        ExportFormat::Ledger => "All promises: until when, state on the day, what became of them.",
        ExportFormat::Changes => "A row for each step of the work.",
        ExportFormat::Agreement => "One row for each coefficient: value, interval, n, seed.",
        ExportFormat::AgreementText => "A paragraph for the methods section, as text.",
        ExportFormat::Decisions => "One row for each case decided: all ratings, reason, by whom, when.",
        ExportFormat::Spss => "Syntax and data.",
        ExportFormat::Bibtex | ExportFormat::Ris => "The papers for a reference manager.",
        ExportFormat::Qdpx => "For MAXQDA, ATLAS.ti, NVivo, QualCoder: texts, codes, passages.",
        ExportFormat::Qdc => "The codebook for MAXQDA, ATLAS.ti, NVivo, QualCoder.",
        ExportFormat::Replication => {
            "Texts, tables, codebook, changes, and scripts that compute every figure again."
        }
    },
    layout: |layout| match layout {
        PageLayout::Sheet => "Sheet",
        PageLayout::Press => "Press",
        PageLayout::Reading => "Reading",
        PageLayout::Report => "Report",
    },
    count_by: |by| match by {
        CountBy::Questions => "Questions",
        CountBy::Answers => "Answers",
    },
    licence: |licence| match licence {
        Licence::None => "none",
        Licence::CcBy => "CC BY 4.0",
        Licence::CcBySa => "CC BY-SA 4.0",
        Licence::Cc0 => "CC0 1.0",
    },
    licence_of_package: "Licence",
    coder_names: "Name the coders",
    preview: "Preview",
    first_rows: |shown| format!("the first {shown} rows"),
    no_preview: "There is no preview of this.",
    writing: |done, of| {
        format!("{} of {} documents", super::words::EN.number(done), super::words::EN.number(of))
    },
    stop: "Cancel",
    stopped: "Export cancelled. No file was written.",
    quotations: |chosen, most| format!("Quotations: {chosen} of at most {most}"),
};
