//! What the tags mean. The codebook is a person's to edit: no code may assume three tags.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::language::Language;
use super::problem::CodebookFault;

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
#[serde(deny_unknown_fields)]
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
#[serde(deny_unknown_fields)]
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
#[serde(deny_unknown_fields)]
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

impl Tag {
    /// A tag that has its signs and no words yet.
    #[must_use]
    pub fn blank(id: TagId, swatch: Swatch, line: LineStyle) -> Self {
        Self {
            id,
            name: Wording::default(),
            letter: Wording::default(),
            swatch,
            line,
            short: Wording::default(),
            definition: Wording::default(),
            use_when: Wording::default(),
            not_when: Wording::default(),
            examples: Wording::default(),
            tie_breaks: Wording::default(),
            needs_facet: false,
            facets: Vec::new(),
            means: Meaning::Other,
        }
    }
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

impl Meaning {
    pub const ALL: [Self; 4] = [Self::Given, Self::NotGiven, Self::PutOff, Self::Other];
}

/// A finer mark beside the tag.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facet {
    pub id: FacetId,
    pub name: Wording,
    #[serde(default)]
    pub definition: Wording,
}

/// A text in both languages of the program.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    pub de: String,
    pub en: String,
}

impl Wording {
    /// The text in a language, or in the other one where nobody has written it yet: nothing in the window
    /// is without a name.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        let (own, other) = match language {
            Language::German => (&self.de, &self.en),
            Language::English => (&self.en, &self.de),
        };
        if own.is_empty() { other } else { own }
    }

    /// What stands in this language itself, perhaps nothing: for editing and for files.
    #[must_use]
    pub fn written(&self, language: Language) -> &str {
        match language {
            Language::German => &self.de,
            Language::English => &self.en,
        }
    }

    pub fn written_mut(&mut self, language: Language) -> &mut String {
        match language {
            Language::German => &mut self.de,
            Language::English => &mut self.en,
        }
    }

    /// The same text in both languages.
    #[must_use]
    pub fn same(text: &str) -> Self {
        Self { de: text.to_owned(), en: text.to_owned() }
    }

    /// „vage · vague“: for messages that are worded without the codebook.
    #[must_use]
    pub fn both(&self) -> String {
        match (self.get(Language::German), self.get(Language::English)) {
            (de, en) if de == en => de.to_owned(),
            (de, en) => format!("{de} · {en}"),
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

impl Swatch {
    pub const ALL: [Self; 6] = [Self::Green, Self::Orange, Self::Blue, Self::Plum, Self::Olive, Self::Teal];

    /// The line that comes along with this colour.
    #[must_use]
    pub fn line(self) -> LineStyle {
        match self {
            Self::Green => LineStyle::Solid,
            Self::Orange => LineStyle::Wavy,
            Self::Blue => LineStyle::Dashed,
            Self::Plum => LineStyle::DotDash,
            Self::Olive => LineStyle::Double,
            Self::Teal => LineStyle::LongDash,
        }
    }
}

impl LineStyle {
    pub const ALL: [Self; 6] =
        [Self::Solid, Self::Wavy, Self::Dashed, Self::DotDash, Self::Double, Self::LongDash];
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

impl Edition {
    /// A codebook as it is now, to be kept when it is changed.
    #[must_use]
    pub fn of(codebook: &Codebook) -> Self {
        Self {
            version: codebook.version.clone(),
            since: codebook.since,
            reason: codebook.reason.clone(),
            tags: codebook.tags.clone(),
            facets: codebook.facets.clone(),
            decision: codebook.decision.clone(),
            boundary_cases: codebook.boundary_cases.clone(),
        }
    }
}

impl Codebook {
    /// What keeps this from being a codebook, if anything does: a person may have written the file.
    #[must_use]
    pub fn fault(&self) -> Option<CodebookFault> {
        if self.tags.is_empty() {
            return Some(CodebookFault::NoTags);
        }
        for (nth, tag) in self.tags.iter().enumerate() {
            if self.tags[..nth].iter().any(|other| other.id == tag.id) {
                return Some(CodebookFault::Twice(tag.id.0.clone()));
            }
            if let Some(facet) = tag.facets.iter().find(|facet| self.facet(facet).is_none()) {
                return Some(CodebookFault::UnknownFacet(facet.0.clone()));
            }
        }
        let twice = (1..self.facets.len())
            .find(|nth| self.facets[..*nth].iter().any(|f| f.id == self.facets[*nth].id));
        twice.map(|nth| CodebookFault::Twice(self.facets[nth].id.0.clone()))
    }

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
