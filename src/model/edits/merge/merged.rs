//! What a merge says before anything is applied: what comes, and what both sides changed.

use std::sync::Arc;

use crate::model::edits::Edit;
use crate::model::edits::head::HeadField;
use crate::model::{
    CoderId, Coding, CodingKey, Decision, DocumentId, FacetId, Language, Project, QuestionRef, Round, TagId,
    WordPlace,
};

/// The outcome of a merge. Nothing is applied yet.
#[derive(Clone, PartialEq, Debug)]
pub struct Merged {
    /// Applied to our project it gives the result; [`Edit::All`] of nothing where nothing is to come.
    pub edit: Edit,
    /// Our project as it will be. Its numbers of coders, rounds and questions are those used below.
    pub result: Project,
    pub news: News,
    pub conflicts: Vec<Conflict>,
}

impl Merged {
    /// Whether nothing is to come.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.edit == Edit::All(Vec::new())
    }
}

/// What becomes of the things of one kind.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Came<T> {
    pub new: Vec<T>,
    pub changed: Vec<T>,
    /// Taken out, because they did it and we had changed nothing there since.
    pub gone: Vec<T>,
    /// How many are the same on both sides.
    pub same: usize,
}

impl<T> Default for Came<T> {
    fn default() -> Self {
        Self { new: Vec::new(), changed: Vec::new(), gone: Vec::new(), same: 0 }
    }
}

impl<T> Came<T> {
    /// Whether nothing of this kind changes.
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.gone.is_empty()
    }
}

/// What comes, by kind.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct News {
    pub documents: Came<DocumentId>,
    /// Gone ones are named by our numbers.
    pub codings: Came<CodingKey>,
    pub heads: Came<DocumentId>,
    pub outlines: Came<DocumentId>,
    pub codebook: Came<CodebookPlace>,
    pub coders: Came<CoderId>,
    pub rounds: Came<Round>,
    pub decisions: Came<QuestionRef>,
    pub filters: Came<String>,
    pub cues: bool,
    pub name: bool,
    pub ledger_day: bool,
}

/// A part of the codebook.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CodebookPlace {
    Tag(TagId),
    Facet(FacetId),
    /// A text in one language.
    Words(WordPlace, Language),
    /// How a tag looks and what it asks for.
    Facts(TagId),
    Case,
    Version,
}

/// Something that both sides changed, or that could not stay where it was.
#[derive(Clone, PartialEq, Debug)]
pub struct Conflict {
    pub about: About,
    /// What our side says; none where it says nothing there any more.
    pub ours: Option<Said>,
    pub theirs: Option<Said>,
    pub settled: Settled,
}

/// What a conflict is about, in the numbers of the result.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum About {
    Coding(CodingKey),
    Document(DocumentId),
    Outline(DocumentId),
    Head(DocumentId, HeadPart),
    Codebook(CodebookPlace),
    Coder(CoderId),
    Round(Round),
    Decision(QuestionRef),
    Filter(String),
    Cue(String),
    Name,
    LedgerDay,
}

/// A field of the head.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HeadPart {
    Field(HeadField),
    Parliament,
    Kind,
}

/// What one side says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Said {
    Coding(Arc<Coding>),
    Decision(Arc<Decision>),
    /// Words, as they stand in the project.
    Words(String),
    /// Something is there that is too long to be said.
    There,
}

/// What became of a conflict.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Settled {
    /// Ours stays; theirs is kept in this list only.
    Ours,
    /// Theirs holds; ours is kept in this list only.
    Theirs,
    /// Ours stays, theirs is kept beside it as the coding of this coder.
    KeptBy(CoderId),
    /// Both stay, theirs under this number or name.
    Both(String),
    /// The question is not in the outline any more: the coding is at the one that covers its words. The label it had.
    Moved(String),
    /// No question covers the words of the old one: the coding is kept in this list only. The label it had, and the
    /// words of the question.
    Homeless(String, String),
}
