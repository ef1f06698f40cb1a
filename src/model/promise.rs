//! What a deferred answer announces: until when or on which condition, and what became of it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::id::QuestionRef;

/// The promise in a deferred answer, as one coder reads it. What is not printed stays empty.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    /// Until when, as it is printed.
    #[serde(default)]
    pub until: Option<Until>,
    /// The last day on which it is in time. Read from `until` where that names one, else set by the
    /// person ("show me this again on").
    #[serde(default)]
    pub due: Option<Date>,
    /// The paper in which the same was asked before.
    #[serde(default)]
    pub before: Option<Before>,
    /// What became of it; none while it is open.
    #[serde(default)]
    pub outcome: Option<Outcome>,
}

/// The words that say until when.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Until {
    pub kind: UntilKind,
    pub words: String,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum UntilKind {
    /// „bis 31.12.2026“
    Date,
    /// „in der laufenden Legislaturperiode“, „im ersten Quartal 2026“
    Period,
    /// „nach Fertigstellung“
    Condition,
}

/// Where the same matter was asked before: a paper that may or may not be in the project.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Before {
    /// Its number as printed: `21/2112`.
    pub number: String,
    /// The question there, where the project holds it.
    #[serde(default)]
    pub question: Option<QuestionRef>,
}

/// What became of a promise.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    pub kind: OutcomeKind,
    /// The later answer that shows it, where the project holds it.
    #[serde(default)]
    pub by: Option<QuestionRef>,
    /// The day it became known: of the later answer, or as the person says.
    #[serde(default)]
    pub on: Option<Date>,
    /// Where it can be read, when it is not a paper of the project.
    #[serde(default)]
    pub source: String,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum OutcomeKind {
    /// What was announced came.
    Kept,
    /// It was put off again.
    Renewed,
    /// It will not come.
    Broken,
}

impl Promise {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
