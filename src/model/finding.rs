//! What `check` has to say of a project, and what opening it tells.

use super::id::{DocumentId, QuestionId};
use super::outline::DoubtKind;

/// One thing that `check` has to say of a project.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Finding {
    /// A field that the file's version does not have; nothing after it was looked at. Line and column count from 1.
    FieldUnknown {
        line: usize,
        column: usize,
        field: String,
    },
    /// Two coders carry the same id: whose codings are whose cannot be told.
    CoderTwice {
        coder: u32,
    },
    /// Two plans are of the same round.
    RoundTwice {
        round: u32,
    },
    /// Two documents carry the same id.
    DocumentTwice {
        document: DocumentId,
    },
    /// A text is not the one whose SHA-256 the file names: it was changed after import.
    TextChanged {
        document: DocumentId,
        file: String,
    },
    /// The outline names a place that is none of the text.
    PlaceOutside {
        document: DocumentId,
        file: String,
        start: usize,
        end: usize,
    },
    QuestionTwice {
        document: DocumentId,
        file: String,
        question: QuestionId,
    },
    CodingTwice {
        document: DocumentId,
        question: QuestionId,
    },
    CodingWithoutQuestion {
        document: DocumentId,
        question: QuestionId,
    },
    CodingWithoutCoder {
        document: DocumentId,
        question: QuestionId,
        coder: u32,
    },
    CodingWithoutTag {
        document: DocumentId,
        question: QuestionId,
        tag: String,
    },
    CodingWithoutFacet {
        document: DocumentId,
        question: QuestionId,
        facet: String,
    },
    DecisionTwice {
        document: DocumentId,
        question: QuestionId,
    },
    /// The decision is kept and decides nothing: the project has no such question.
    DecisionWithoutQuestion {
        document: DocumentId,
        question: QuestionId,
    },
    /// The decision is kept and decides nothing: the codebook has no such tag.
    DecisionWithoutTag {
        document: DocumentId,
        question: QuestionId,
        tag: String,
    },
    /// A quotation does not stand where the file says.
    QuoteLost {
        document: DocumentId,
        file: String,
        label: String,
        words: String,
    },
    /// What segmentation doubted; said, not counted as an error.
    Doubt {
        document: DocumentId,
        file: String,
        doubt: DoubtKind,
    },
}

impl Finding {
    /// Whether a project with this finding can be opened and worked in.
    #[must_use]
    pub fn is_harmless(&self) -> bool {
        matches!(
            self,
            Self::DecisionWithoutQuestion { .. }
                | Self::DecisionWithoutTag { .. }
                | Self::QuoteLost { .. }
                | Self::Doubt { .. }
        )
    }
}
