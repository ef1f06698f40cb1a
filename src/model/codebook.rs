//! What the tags mean. The codebook is a person's to edit: no code may assume three tags.

use serde::{Deserialize, Serialize};

use super::language::Language;

/// Name of a tag that stays when the tag is renamed: `concrete`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TagId(pub String);

/// Name of a facet that stays when the facet is renamed: `none_yet`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FacetId(pub String);

/// The definitions that coders follow.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Codebook {
    pub version: String,
    /// In the order of their keys: the first is on key 1.
    pub tags: Vec<Tag>,
    pub facets: Vec<Facet>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Tag {
    pub id: TagId,
    pub name: Wording,
    /// One letter, shown in squares and cells.
    pub letter: Wording,
    pub swatch: Swatch,
    pub line: LineStyle,
    /// About five words.
    pub short: Wording,
    /// One sentence.
    pub definition: Wording,
    pub use_when: Wording,
    pub not_when: Wording,
    /// Whether a coding with this tag should name a facet.
    pub needs_facet: bool,
}

/// A finer mark beside the tag.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Facet {
    pub id: FacetId,
    pub name: Wording,
}

/// A text in both languages of the program.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Wording {
    pub de: String,
    pub en: String,
}

impl Wording {
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::German => &self.de,
            Language::English => &self.en,
        }
    }
}

/// The colour of a tag, named; the theme knows the values.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Swatch {
    Green,
    Orange,
    Blue,
    Plum,
    Olive,
    Teal,
}

/// The line of a tag, so that colour is never the only sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum LineStyle {
    Solid,
    Wavy,
    Dashed,
    DotDash,
    Double,
    LongDash,
}

impl Codebook {
    #[must_use]
    pub fn tag(&self, id: &TagId) -> Option<&Tag> {
        self.tags.iter().find(|tag| tag.id == *id)
    }

    /// The tag on a digit key, counted from 1.
    #[must_use]
    pub fn tag_on_key(&self, key: usize) -> Option<&Tag> {
        self.tags.get(key.checked_sub(1)?)
    }

    /// The key of a tag, counted from 1.
    #[must_use]
    pub fn key_of(&self, id: &TagId) -> Option<usize> {
        self.tags.iter().position(|tag| tag.id == *id).map(|place| place + 1)
    }

    #[must_use]
    pub fn facet(&self, id: &FacetId) -> Option<&Facet> {
        self.facets.iter().find(|facet| facet.id == *id)
    }
}
