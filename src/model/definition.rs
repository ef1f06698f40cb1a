//! The texts of a codebook, each by its place: what a person writes, compares and exports.

use serde::{Deserialize, Serialize};

use super::codebook::{Codebook, Facet, FacetId, Tag, TagId, Wording};

/// A text of a tag. The last six are its definition.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum TagPart {
    Name,
    Letter,
    Short,
    Definition,
    UseWhen,
    NotWhen,
    Examples,
    TieBreaks,
}

impl TagPart {
    /// The six parts of a definition, in the order in which they are read.
    pub const DEFINITION: [Self; 6] =
        [Self::Short, Self::Definition, Self::UseWhen, Self::NotWhen, Self::Examples, Self::TieBreaks];

    #[must_use]
    pub fn of(self, tag: &Tag) -> &Wording {
        match self {
            Self::Name => &tag.name,
            Self::Letter => &tag.letter,
            Self::Short => &tag.short,
            Self::Definition => &tag.definition,
            Self::UseWhen => &tag.use_when,
            Self::NotWhen => &tag.not_when,
            Self::Examples => &tag.examples,
            Self::TieBreaks => &tag.tie_breaks,
        }
    }

    pub fn of_mut(self, tag: &mut Tag) -> &mut Wording {
        match self {
            Self::Name => &mut tag.name,
            Self::Letter => &mut tag.letter,
            Self::Short => &mut tag.short,
            Self::Definition => &mut tag.definition,
            Self::UseWhen => &mut tag.use_when,
            Self::NotWhen => &mut tag.not_when,
            Self::Examples => &mut tag.examples,
            Self::TieBreaks => &mut tag.tie_breaks,
        }
    }
}

/// A text of a facet.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum FacetPart {
    Name,
    Definition,
}

impl FacetPart {
    #[must_use]
    pub fn of(self, facet: &Facet) -> &Wording {
        match self {
            Self::Name => &facet.name,
            Self::Definition => &facet.definition,
        }
    }

    pub fn of_mut(self, facet: &mut Facet) -> &mut Wording {
        match self {
            Self::Name => &mut facet.name,
            Self::Definition => &mut facet.definition,
        }
    }
}

/// Where in a codebook a text stands.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum WordPlace {
    Tag(TagId, TagPart),
    Facet(FacetId, FacetPart),
    Decision,
    /// A boundary case, by its place from 0.
    Case(usize),
}

impl Codebook {
    /// The text at a place; none where there is no such place.
    #[must_use]
    pub fn words_at(&self, place: &WordPlace) -> Option<&Wording> {
        match place {
            WordPlace::Tag(id, part) => self.tag(id).map(|tag| part.of(tag)),
            WordPlace::Facet(id, part) => self.facet(id).map(|facet| part.of(facet)),
            WordPlace::Decision => Some(&self.decision),
            WordPlace::Case(nth) => self.boundary_cases.get(*nth),
        }
    }

    pub fn words_at_mut(&mut self, place: &WordPlace) -> Option<&mut Wording> {
        match place {
            WordPlace::Tag(id, part) => {
                self.tags.iter_mut().find(|tag| tag.id == *id).map(|tag| part.of_mut(tag))
            }
            WordPlace::Facet(id, part) => {
                self.facets.iter_mut().find(|facet| facet.id == *id).map(|facet| part.of_mut(facet))
            }
            WordPlace::Decision => Some(&mut self.decision),
            WordPlace::Case(nth) => self.boundary_cases.get_mut(*nth),
        }
    }
}
