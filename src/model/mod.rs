//! What is true: papers, questions, codings. No screen, no disk, no clock, no thread.

pub mod analysis;
pub mod edits;
pub mod segment;
pub mod text;

mod asked;
mod codebook;
mod coder;
mod coding;
mod cue;
mod definition;
mod document;
mod filter;
mod format;
mod head;
mod id;
mod labels;
mod language;
mod outline;
mod parliament;
mod preferences;
mod print;
mod problem;
mod project;
mod promise;

pub use asked::Asked;
pub use codebook::{Codebook, Edition, Facet, FacetId, LineStyle, Meaning, Swatch, Tag, TagId, Wording};
pub use coder::{Coder, Round};
pub use coding::{Coding, CodingKey, Evidence};
pub use cue::{Cue, CueKind, PatternFault};
pub use definition::{FacetPart, TagPart, WordPlace};
pub use document::{Document, Origin};
pub use filter::{Filter, NamedFilter, Unsettled};
pub use format::{CodebookFormat, ExportFormat};
pub use head::{Asker, Head, Kind};
pub use id::{CoderId, DocumentId, GroupId, QuestionId, QuestionRef};
pub use labels::CodebookLabels;
pub use language::Language;
pub use outline::{AnswerGroup, Doubt, DoubtKind, Outline, Question, Remark, RemarkBy, Unit};
pub use parliament::{PARLIAMENTS, Parliament, parliament};
pub use preferences::{Preferences, Recent, ThemeChoice};
pub use print::{Joined, LeftOut, Note, PageStart, Print};
pub use problem::{CodebookFault, Finding, Problem};
pub use project::{Project, ProjectParts};
pub use promise::{Before, Outcome, OutcomeKind, Promise, Until, UntilKind};
