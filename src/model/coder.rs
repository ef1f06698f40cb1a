//! Who codes, and in which independent pass.

use serde::{Deserialize, Serialize};

use super::id::CoderId;

/// A person who codes. The name may be empty: nobody is asked for it before the first tag.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coder {
    pub id: CoderId,
    pub name: String,
    /// The same in every copy of a project, whatever the id there: by it a person is known again. Empty where the
    /// person never said who they are.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub key: String,
}

impl Coder {
    /// A coder who is known by name only.
    #[must_use]
    pub fn new(id: CoderId, name: &str) -> Self {
        Self { id, name: name.to_owned(), key: String::new() }
    }

    /// Whether this is the name of the person. Nobody is called nothing.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        !name.trim().is_empty() && plain(&self.name) == plain(name)
    }

    /// The name for tables, where an empty cell would be lost.
    #[must_use]
    pub fn name_or_number(&self) -> String {
        if self.name.is_empty() { format!("coder_{}", self.id.0) } else { self.name.clone() }
    }
}

/// Whoever sits before the program, known again in every project.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Identity {
    /// Empty until somebody says it.
    #[serde(default)]
    pub name: String,
    /// Drawn once for each person and computer.
    #[serde(default)]
    pub key: String,
}

/// The number of a pass over the documents, from 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Round(pub u32);

impl Round {
    pub const FIRST: Self = Self(1);
}

/// Who codes just now, and in which round: whose codings are "mine".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Seat {
    pub coder: CoderId,
    pub round: Round,
}
