//! What the tags mean. The codebook is a person's to edit: no code may assume three tags.

use jiff::Timestamp;
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

/// The definitions that coders follow. Every version that codings were made under is kept.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Codebook {
    /// What a coding names: `1.0`, then `1.1`.
    pub version: String,
    /// Since when it is in force; none for the version a project begins with.
    #[serde(default)]
    pub since: Option<Timestamp>,
    /// Why it was made; empty where nobody said.
    #[serde(default)]
    pub reason: String,
    /// In the order of their keys: the first is on key 1.
    pub tags: Vec<Tag>,
    pub facets: Vec<Facet>,
    /// What a coder asks first, second, third.
    #[serde(default)]
    pub decision: Wording,
    /// Cases that coders stumbled over, and how they are decided.
    #[serde(default)]
    pub boundary_cases: Vec<Wording>,
    /// Earlier versions, oldest first.
    #[serde(default)]
    pub past: Vec<Edition>,
}

/// An earlier version as it was in force.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Edition {
    pub version: String,
    pub since: Option<Timestamp>,
    pub reason: String,
    pub tags: Vec<Tag>,
    pub facets: Vec<Facet>,
    pub decision: Wording,
    pub boundary_cases: Vec<Wording>,
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
    #[serde(default)]
    pub examples: Wording,
    /// How it is told from its neighbours.
    #[serde(default)]
    pub tie_breaks: Wording,
    /// Whether a coding with this tag should name a facet: one of `facets`, any where that list is empty.
    pub needs_facet: bool,
    /// The facets that usually go with this tag, the most usual first.
    #[serde(default)]
    pub facets: Vec<FacetId>,
    #[serde(default)]
    pub means: Meaning,
}

/// What a tag says of that which was asked for. The ledger and the consistency list go by this, never by
/// the name of a tag.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Meaning {
    /// It is given.
    Given,
    /// It is neither given nor announced.
    NotGiven,
    /// It is put off: a promise.
    PutOff,
    /// None of these.
    #[default]
    Other,
}

/// A finer mark beside the tag.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Facet {
    pub id: FacetId,
    pub name: Wording,
    #[serde(default)]
    pub definition: Wording,
}

/// A text in both languages of the program.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
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

    /// Whether questions with this tag belong into the ledger.
    #[must_use]
    pub fn puts_off(&self, id: &TagId) -> bool {
        self.tag(id).is_some_and(|tag| tag.means == Meaning::PutOff)
    }

    /// Whether a coding lacks the facet that its tag asks for.
    #[must_use]
    pub fn lacks_facet(&self, tag: &TagId, facets: &[FacetId]) -> bool {
        self.tag(tag).is_some_and(|tag| {
            let fits = |facet: &FacetId| tag.facets.is_empty() || tag.facets.contains(facet);
            tag.needs_facet && !facets.iter().any(fits)
        })
    }

    /// All facets, those that usually go with a tag first.
    #[must_use]
    pub fn facets_for(&self, tag: Option<&TagId>) -> Vec<&Facet> {
        let usual = tag.and_then(|tag| self.tag(tag)).map(|tag| &tag.facets[..]).unwrap_or_default();
        let first = usual.iter().filter_map(|id| self.facet(id));
        let rest = self.facets.iter().filter(|facet| !usual.contains(&facet.id));
        first.chain(rest).collect()
    }

    #[must_use]
    pub fn facet(&self, id: &FacetId) -> Option<&Facet> {
        self.facets.iter().find(|facet| facet.id == *id)
    }
}
