//! What the standard has no room for: a file of its own beside the project, which other programs pass over.
//!
//! Codings are not in it. They are in the project, where other programs read and change them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::{
    Codebook, CoderId, CodingKey, Cue, Decision, DocumentId, Evidence, Head, NamedFilter, Origin, Outline,
    Print, QuestionRef, RoundPlan,
};

/// Its name in the archive.
pub const FILE: &str = "landtag-annotator.json";

#[derive(Serialize, Deserialize)]
pub struct Aside {
    /// Both languages and all earlier versions.
    pub codebook: Codebook,
    #[serde(default)]
    pub cues: Option<Vec<Cue>>,
    #[serde(default)]
    pub ledger_day: Option<Date>,
    #[serde(default)]
    pub filters: Vec<NamedFilter>,
    pub papers: Vec<AsidePaper>,
    /// By what coders are known in every copy of the project; those who have no key are not named.
    #[serde(default)]
    pub keys: Vec<(CoderId, String)>,
    #[serde(default)]
    pub rounds: Vec<RoundPlan>,
    #[serde(default)]
    pub decisions: Vec<(QuestionRef, Decision)>,
}

/// What a text source does not say of a paper.
#[derive(Serialize, Deserialize)]
pub struct AsidePaper {
    pub id: DocumentId,
    pub origin: Origin,
    pub head: Head,
    pub outline: Outline,
    #[serde(default)]
    pub print: Print,
    /// Passages whose words are not at their place: they have no place to be written at.
    #[serde(default)]
    pub lost: Vec<(CodingKey, Evidence)>,
}
