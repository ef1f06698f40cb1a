//! What a summary says, before it has a format: the sheet of a paper, the press page, the reading view, the report.

mod block;
mod press;
mod publication;
mod reading;
mod report;
mod sheet;
mod words;

pub use block::{
    Block, Entry, Findings, MarginNote, Mark, PaperStrip, Publication, Quotation, ReadingParagraph,
    ReadingRole, Run, Section, SheetAnswer, SheetQuote, SheetRow, SheetTag, Strip, StripAnswer, StripCell,
};
pub use publication::publication;
pub use sheet::{sheet, sheet_quote, sheet_tag, strip};
pub use words::{Counted, SummaryWords};
