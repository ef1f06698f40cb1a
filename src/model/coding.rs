//! What one coder says of one question.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::asked::Asked;
use super::codebook::{FacetId, TagId};
use super::coder::Round;
use super::id::{CoderId, DocumentId, QuestionId, QuestionRef};
use super::promise::Promise;
use super::text::{Body, Quote, Span};

/// Whose coding of which question in which round. Orders codings in the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodingKey {
    pub document: DocumentId,
    pub question: QuestionId,
    pub coder: CoderId,
    pub round: Round,
}

impl CodingKey {
    #[must_use]
    pub fn question_ref(&self) -> QuestionRef {
        QuestionRef { document: self.document, question: self.question }
    }
}

/// A coding is never empty: where nothing is said, there is none (see [`Coding::says_nothing`]).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coding {
    pub tag: Option<TagId>,
    /// In the order of the codebook's list when they were set; each once.
    pub facets: Vec<FacetId>,
    /// What the question asks for, in the order of [`Asked::ALL`], each once.
    #[serde(default)]
    pub asked: Vec<Asked>,
    pub evidence: Vec<Evidence>,
    pub memo: String,
    /// Put aside to be looked at again.
    pub later: bool,
    /// What the answer announces. Kept when the tag is changed, shown while the tag puts something off.
    #[serde(default)]
    pub promise: Option<Promise>,
    /// When it was last changed.
    pub at: Timestamp,
    /// Version of the codebook that was in force then.
    pub codebook: String,
}

/// A passage that supports a coding: where it stands, and its words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    pub span: Span,
    pub quote: Quote,
}

impl Coding {
    #[must_use]
    pub fn empty(at: Timestamp, codebook: &str) -> Self {
        Self {
            tag: None,
            facets: Vec::new(),
            asked: Vec::new(),
            evidence: Vec::new(),
            memo: String::new(),
            later: false,
            promise: None,
            at,
            codebook: codebook.to_owned(),
        }
    }

    #[must_use]
    pub fn says_nothing(&self) -> bool {
        self.tag.is_none()
            && self.facets.is_empty()
            && self.asked.is_empty()
            && self.evidence.is_empty()
            && self.memo.is_empty()
            && !self.later
            && self.promise.is_none()
    }
}

impl Evidence {
    /// Whether the words still stand where they were marked.
    #[must_use]
    pub fn is_in_place(&self, body: &Body) -> bool {
        self.quote.stands_at(body, self.span)
    }
}
