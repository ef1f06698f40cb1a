//! Names of things that stay when everything about them changes.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A document, named by the content it was read from: the first eight bytes of the SHA-256 of its text
/// (`files/import` computes it, and counts up where a project already holds that name). The same text
/// has the same name in every copy of a project, so copies can be brought together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DocumentId(pub u64);

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for DocumentId {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.len() != 16 {
            return Err(format!("{text:?} is not a document id of 16 hexadecimal digits"));
        }
        u64::from_str_radix(text, 16)
            .map(Self)
            .map_err(|_| format!("{text:?} is not a document id of 16 hexadecimal digits"))
    }
}

impl TryFrom<String> for DocumentId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<DocumentId> for String {
    fn from(id: DocumentId) -> Self {
        id.to_string()
    }
}

macro_rules! counted_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);
    };
}

counted_id!(
    /// A question inside its document. Given once, in the order of the first cut, and never again.
    QuestionId
);
counted_id!(
    /// An answer group inside its document.
    GroupId
);
counted_id!(
    /// A person who codes.
    CoderId
);

/// A question of a project: the coded unit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionRef {
    pub document: DocumentId,
    pub question: QuestionId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_id_reads_back() {
        let id = DocumentId(0x00ab_cdef_0123_4567);
        assert_eq!(id.to_string(), "00abcdef01234567");
        assert_eq!("00abcdef01234567".parse(), Ok(id));
        assert!("xyz".parse::<DocumentId>().is_err());
    }
}
