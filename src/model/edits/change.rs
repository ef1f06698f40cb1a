//! One undo step: an edit with the words that name it.

use serde::{Deserialize, Serialize};

use super::Edit;
use super::codebook::{CodebookAct, CodebookField};
use crate::model::{Asked, FacetId, QuestionRef, TagId, Wording};

/// What a person did, undone and redone as one.
#[derive(Clone, PartialEq, Debug)]
pub struct Change {
    pub label: Label,
    pub edit: Edit,
    /// Consecutive changes with the same key become one step: a memo is not undone letter by letter.
    pub merge_key: Option<MergeKey>,
}

/// What a change is called, as data; `ui/lang` has the words. Kept in the journal and the history beside a project.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Label {
    Tag {
        question: String,
        tag: TagId,
    },
    TagAll {
        count: usize,
        tag: TagId,
    },
    ClearTag {
        question: String,
    },
    ClearAll {
        count: usize,
    },
    Memo {
        question: String,
    },
    Later {
        question: String,
        on: bool,
    },
    Evidence {
        question: String,
    },
    DropEvidence {
        question: String,
    },
    /// The ends of a passage were moved.
    MoveEvidence {
        question: String,
    },
    Facet {
        question: String,
        facet: FacetId,
        on: bool,
    },
    Asked {
        question: String,
        asked: Asked,
        on: bool,
    },
    /// What is promised, until when, or what became of it.
    Promise {
        question: String,
    },
    LedgerDay,
    KeepFilter {
        name: String,
    },
    DropFilter {
        name: String,
    },
    Cues,
    /// A change of the codebook, and the tag, facet or text it is about.
    Codebook {
        act: CodebookAct,
        name: Wording,
    },
    /// The text of a paper was read again.
    ReadAgain {
        title: String,
    },
    AddDocuments {
        count: usize,
    },
    RemoveDocument {
        title: String,
    },
    Rename,
    /// Somebody said who they are.
    Coder {
        name: String,
    },
    /// A round was planned, changed or handed in.
    Round {
        name: String,
    },
    DropRound {
        name: String,
    },
    HandIn {
        name: String,
    },
    /// What holds where coders said different things.
    Decide {
        question: String,
        tag: TagId,
    },
    DropDecision {
        question: String,
    },
    /// The work of another copy was brought in.
    Merge {
        file: String,
    },
    Number,
    /// A field of the head other than the number.
    Head,
    /// A correction of the outline, and the question it is about, where it is about one.
    Outline {
        step: OutlineStep,
        question: Option<String>,
    },
    /// A change from a journal that did not yet keep what its changes were called.
    Recovered,
}

/// What was corrected.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum OutlineStep {
    Question,
    Answer,
    Joint,
    Remark,
    Rest,
    Split,
    Join,
    Border,
    Relabel,
    Attach,
    Detach,
    Settle,
    Confirm,
    Recut,
}

/// Which changes flow into one step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MergeKey {
    Memo(QuestionRef),
    /// An end of a passage, pushed word by word.
    Evidence(QuestionRef),
    ProjectName,
    /// A text of the codebook.
    Codebook(CodebookField),
}

impl Change {
    #[must_use]
    pub fn new(label: Label, edit: Edit) -> Self {
        Self { label, edit, merge_key: None }
    }

    #[must_use]
    pub fn merging(mut self, key: MergeKey) -> Self {
        self.merge_key = Some(key);
        self
    }
}
