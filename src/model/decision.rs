//! What was decided where coders said different things. Their votes stay as they are.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::codebook::{FacetId, TagId};
use super::coder::Round;
use super::id::CoderId;

/// The tag that holds for a question from now on, and why.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Whose votes were looked at.
    pub round: Round,
    pub tag: TagId,
    #[serde(default)]
    pub facets: Vec<FacetId>,
    /// Never empty: a decision without a reason helps nobody.
    pub reason: String,
    /// Who decided: one, or several together.
    pub by: Vec<CoderId>,
    pub at: Timestamp,
    /// Version of the codebook that was in force then.
    pub codebook: String,
}
