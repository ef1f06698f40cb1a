//! What a printed page consists of, before it has a format: HTML, PDF, DOCX, ODT, Markdown and the preview in
//! the window render these and nothing else.

use crate::model::analysis::chart::{BarChart, DayChart};
use crate::model::{Language, LineStyle, Swatch};

/// Something to print: each section begins a page.
#[derive(Clone, PartialEq, Debug)]
pub struct Publication {
    pub language: Language,
    /// Of the file, not printed by itself.
    pub title: String,
    pub sections: Vec<Section>,
}

/// One paper, or the first pages of a report.
#[derive(Clone, PartialEq, Debug)]
pub struct Section {
    /// For bookmarks and the list of contents.
    pub title: String,
    pub blocks: Vec<Block>,
}

impl Publication {
    /// Whether a section, by its place from 0, is a paper, so that its title is German.
    #[must_use]
    pub fn is_paper(&self, section: usize) -> bool {
        let blocks = self.sections.get(section).map(|section| &section.blocks[..]).unwrap_or_default();
        blocks.iter().any(|block| matches!(block, Block::Title(_)))
    }
}

/// A part of a page, in the order of reading.
#[derive(Clone, PartialEq, Debug)]
pub enum Block {
    /// The line over a title: „Hessischer Landtag · Kleine Anfrage und Antwort · ausgegeben 27.04.2026“.
    Over(String),
    /// Of a section, the paper's own words: German whatever the language around it is.
    Title(String),
    /// Of a section, our words.
    OwnTitle(String),
    /// Of a part of a section.
    Heading(String),
    /// Name and value: who asked, who answered, how long it took.
    Facts(Vec<(String, String)>),
    /// The result in one line: „1 von 10 Fragen konkret beantwortet“, „konkret 1 · vage 1 · aufgeschoben 8“.
    Outcome { headline: String, counts: String },
    /// One cell per question.
    Strip(Strip),
    /// Every question with tag and evidence.
    Findings(Findings),
    /// Large quotations.
    Quotations(Vec<Quotation>),
    /// A text with marked passages and notes in the margin.
    Reading(Vec<ReadingParagraph>),
    /// A list of the sections: title, and what was found there.
    Contents(Vec<Entry>),
    /// 100 % bars.
    Bars(BarChart),
    /// Days to the answer.
    Days(DayChart),
    /// Strips of many papers on one page.
    Strips(Vec<PaperStrip>),
    /// An ordinary paragraph of ours.
    Paragraph(String),
    /// What has to be said instead of findings.
    Notice(String),
    /// Small print at the end: definitions, coder, codebook, source.
    Footer(Vec<String>),
}

/// How a tag looks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetTag {
    pub letter: String,
    pub name: String,
    pub swatch: Swatch,
    pub line: LineStyle,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Strip {
    pub answers: Vec<StripAnswer>,
    /// Under a bracket: „gemeinsam beantwortet“.
    pub jointly: String,
}

/// The cells of one answer; a bracket holds them where there are several.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StripAnswer {
    pub cells: Vec<StripCell>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StripCell {
    pub label: String,
    /// None where the question is open.
    pub tag: Option<SheetTag>,
}

/// The strip of one of many papers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PaperStrip {
    /// Its number, or its file.
    pub paper: String,
    pub strip: Strip,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Findings {
    /// Column headings: question, tag, passage.
    pub columns: [String; 3],
    pub answers: Vec<SheetAnswer>,
}

/// The questions of one answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetAnswer {
    pub rows: Vec<SheetRow>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetRow {
    pub label: String,
    /// As printed.
    pub question: String,
    /// None where the question is open; then `open` says so.
    pub tag: Option<SheetTag>,
    pub open: String,
    pub quotes: Vec<SheetQuote>,
    /// Descriptive, under the quotations, in italics: facets, what was announced.
    pub remarks: Vec<String>,
    /// The coder's own words.
    pub memo: String,
}

/// A passage as printed, cut only with „…“.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetQuote {
    pub words: String,
    /// „S. 3“; empty where pages are not known.
    pub page: String,
}

/// A quotation large enough for a newspaper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quotation {
    pub quote: SheetQuote,
    /// „Frage 4“.
    pub question_name: String,
    /// As printed.
    pub question: String,
    pub tag: Option<SheetTag>,
}

/// A paragraph of a text that is read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadingParagraph {
    pub role: ReadingRole,
    pub runs: Vec<Run>,
    /// Notes on the passages that begin here.
    pub notes: Vec<MarginNote>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReadingRole {
    Question,
    Answer,
    /// Preambles, signatures, what belongs to no question.
    Remark,
    /// Footnotes and imprint.
    Note,
}

/// Words that are marked alike.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Run {
    pub words: String,
    /// The marks under them, outermost first; none in plain text. A passage without a tag has a mark, too.
    pub marks: Vec<Mark>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    /// Leads to the note with the same number; from 1.
    pub number: usize,
    pub tag: Option<SheetTag>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MarginNote {
    pub number: usize,
    /// „Frage 4“.
    pub question_name: String,
    pub tag: Option<SheetTag>,
    pub remarks: Vec<String>,
    pub memo: String,
}

/// A line of a list of contents.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The section it leads to, by its place in the publication, from 0.
    pub section: usize,
    pub title: String,
    pub found: String,
}
