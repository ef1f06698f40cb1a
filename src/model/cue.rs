//! Cues: wordings at which a reader may want to look twice. A cue is a place to look at, never a tag.

use serde::{Deserialize, Serialize};

/// One wording. The list belongs to the project once a person changed it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cue {
    /// `def-01`; those a person adds are counted up.
    pub id: String,
    pub kind: CueKind,
    /// A regular expression, without regard to case, matched inside one answer.
    pub pattern: String,
    /// Words it finds, in the language of the papers.
    #[serde(default)]
    pub example: String,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum CueKind {
    Deferral,
    Hedging,
    NotKnown,
    Refusal,
    OtherRemit,
    Referral,
    Concreteness,
}

impl CueKind {
    pub const ALL: [Self; 7] = [
        Self::Deferral,
        Self::Hedging,
        Self::NotKnown,
        Self::Refusal,
        Self::OtherRemit,
        Self::Referral,
        Self::Concreteness,
    ];
}

/// What is wrong with a pattern that a person typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PatternFault {
    Empty,
    UnclosedGroup,
    UnopenedGroup,
    UnclosedClass,
    NothingToRepeat,
    NoLookAround,
    NoBackReference,
    TooLarge,
    /// It fits everywhere, without a word.
    FindsNothing,
    MissesExample,
    /// In the words of the library.
    Other(String),
}
