//! Who codes, and in which independent pass.

use serde::{Deserialize, Serialize};

use super::id::CoderId;

/// A person who codes. The name may be empty: nobody is asked for it before the first tag.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Coder {
    pub id: CoderId,
    pub name: String,
}

impl Coder {
    /// The name for tables, where an empty cell would be lost.
    #[must_use]
    pub fn name_or_number(&self) -> String {
        if self.name.is_empty() { format!("coder_{}", self.id.0) } else { self.name.clone() }
    }
}

/// The number of a pass over the documents, from 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Round(pub u32);

impl Round {
    pub const FIRST: Self = Self(1);
}
