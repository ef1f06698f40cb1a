//! The versions of a codebook: when and why each was made, how much was coded under it, and what changed.

use jiff::Timestamp;

use crate::model::{Edition, Facet, FacetPart, Meaning, Project, Tag, TagPart, Wording};

/// One version, as the history shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Version {
    pub name: String,
    pub since: Option<Timestamp>,
    pub reason: String,
    /// How many codings were last changed under it.
    pub codings: usize,
    /// Against the version before; none for the first.
    pub differences: Vec<Difference>,
}

/// What a version says otherwise than the one before. Names are those of the later version.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Difference {
    TagAdded(Wording),
    TagRemoved(Wording),
    TagRenamed {
        from: Wording,
        to: Wording,
    },
    /// A part of the definition reads otherwise.
    TagPart(Wording, TagPart),
    /// What it says of that which was asked for.
    TagMeans(Wording, Meaning),
    /// Which facets go with it, or whether it needs one.
    TagFacets(Wording),
    FacetAdded(Wording),
    FacetRemoved(Wording),
    FacetRenamed {
        from: Wording,
        to: Wording,
    },
    FacetDefinition(Wording),
    Decision,
    CaseAdded(Wording),
    CaseRemoved(Wording),
    CaseChanged(Wording),
}

/// All versions of a project's codebook, the one in force first.
#[must_use]
pub fn versions(project: &Project) -> Vec<Version> {
    let codebook = project.codebook();
    let current = Edition::of(codebook);
    let editions: Vec<&Edition> = codebook.past.iter().chain([&current]).collect();
    let version = |nth: usize, edition: &Edition| Version {
        name: edition.version.clone(),
        since: edition.since,
        reason: edition.reason.clone(),
        codings: crate::model::edits::codebook::coded_under(project, &edition.version),
        differences: nth
            .checked_sub(1)
            .map(|before| differences(editions[before], edition))
            .unwrap_or_default(),
    };
    editions.iter().enumerate().rev().map(|(nth, edition)| version(nth, edition)).collect()
}

/// What the later edition says otherwise. How it looks and in which order it stands is no difference.
#[must_use]
pub fn differences(before: &Edition, after: &Edition) -> Vec<Difference> {
    let mut found = Vec::new();
    for tag in &after.tags {
        match before.tags.iter().find(|old| old.id == tag.id) {
            Some(old) => tag_differences(old, tag, &mut found),
            None => found.push(Difference::TagAdded(tag.name.clone())),
        }
    }
    let gone = before.tags.iter().filter(|old| after.tags.iter().all(|tag| tag.id != old.id));
    found.extend(gone.map(|tag| Difference::TagRemoved(tag.name.clone())));
    for facet in &after.facets {
        match before.facets.iter().find(|old| old.id == facet.id) {
            Some(old) => facet_differences(old, facet, &mut found),
            None => found.push(Difference::FacetAdded(facet.name.clone())),
        }
    }
    let gone = before.facets.iter().filter(|old| after.facets.iter().all(|facet| facet.id != old.id));
    found.extend(gone.map(|facet| Difference::FacetRemoved(facet.name.clone())));
    if before.decision != after.decision {
        found.push(Difference::Decision);
    }
    case_differences(before, after, &mut found);
    found
}

fn tag_differences(old: &Tag, tag: &Tag, found: &mut Vec<Difference>) {
    if old.name != tag.name {
        found.push(Difference::TagRenamed { from: old.name.clone(), to: tag.name.clone() });
    }
    let parts = TagPart::DEFINITION.into_iter().filter(|part| part.of(old) != part.of(tag));
    found.extend(parts.map(|part| Difference::TagPart(tag.name.clone(), part)));
    if old.means != tag.means {
        found.push(Difference::TagMeans(tag.name.clone(), tag.means));
    }
    if (old.needs_facet, &old.facets) != (tag.needs_facet, &tag.facets) {
        found.push(Difference::TagFacets(tag.name.clone()));
    }
}

fn facet_differences(old: &Facet, facet: &Facet, found: &mut Vec<Difference>) {
    if old.name != facet.name {
        found.push(Difference::FacetRenamed { from: old.name.clone(), to: facet.name.clone() });
    }
    let definition = FacetPart::Definition;
    if definition.of(old) != definition.of(facet) {
        found.push(Difference::FacetDefinition(facet.name.clone()));
    }
}

/// Cases have no names: those that stand in one edition only are paired in their order.
fn case_differences(before: &Edition, after: &Edition, found: &mut Vec<Difference>) {
    let only_in = |one: &Edition, other: &Edition| -> Vec<Wording> {
        let mut left = other.boundary_cases.clone();
        let is_new = |case: &&Wording| match left.iter().position(|there| there == *case) {
            Some(nth) => {
                left.remove(nth);
                false
            }
            None => true,
        };
        one.boundary_cases.iter().filter(is_new).cloned().collect()
    };
    let (gone, new) = (only_in(before, after), only_in(after, before));
    let paired = gone.len().min(new.len());
    found.extend(new[..paired].iter().cloned().map(Difference::CaseChanged));
    found.extend(new[paired..].iter().cloned().map(Difference::CaseAdded));
    found.extend(gone[paired..].iter().cloned().map(Difference::CaseRemoved));
}
