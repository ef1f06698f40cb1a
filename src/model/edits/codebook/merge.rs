//! Tags and facets that become one: every coding that carried the one carries the other, whoever made it.

use std::sync::Arc;

use crate::model::edits::Edit;
use crate::model::{Codebook, Coding, Decision, FacetId, Project, TagId};

/// How many codings carry a tag.
#[must_use]
pub fn codings_with_tag(project: &Project, tag: &TagId) -> usize {
    project.codings().filter(|(_, coding)| coding.tag.as_ref() == Some(tag)).count()
}

/// How many codings carry a facet.
#[must_use]
pub fn codings_with_facet(project: &Project, facet: &FacetId) -> usize {
    project.codings().filter(|(_, coding)| coding.facets.contains(facet)).count()
}

/// The edits that re-tag codings. Who judged, when, and under which version stays what it was: the person saw the
/// paper then, and only the name of the judgment changes.
pub(super) fn retag(
    project: &Project,
    tag: impl Fn(&TagId) -> Option<TagId>,
    facet: impl Fn(&FacetId) -> Option<FacetId>,
    order: &Codebook,
) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (key, coding) in project.codings() {
        let new_tag = coding.tag.as_ref().and_then(&tag);
        let changes_facets = coding.facets.iter().any(|id| facet(id).is_some());
        if new_tag.is_none() && !changes_facets {
            continue;
        }
        let mut changed: Coding = coding.clone();
        if new_tag.is_some() {
            changed.tag = new_tag;
        }
        if changes_facets {
            changed.facets = replaced(&coding.facets, &facet);
            let place = |id: &FacetId| order.facets.iter().position(|facet| facet.id == *id);
            changed.facets.sort_by_key(place);
        }
        edits.push(Edit::PutCoding { key, coding: Arc::new(changed) });
    }
    for (question, decision) in project.decisions() {
        let new_tag = tag(&decision.tag);
        let facets = replaced(&decision.facets, &facet);
        if new_tag.is_none() && facets == decision.facets {
            continue;
        }
        let tag = new_tag.unwrap_or_else(|| decision.tag.clone());
        let decision = Box::new(Decision { tag, facets, ..decision.clone() });
        edits.push(Edit::PutDecision { question, decision });
    }
    edits
}

/// A list of facets with others in their place, each once.
pub(super) fn replaced(facets: &[FacetId], with: impl Fn(&FacetId) -> Option<FacetId>) -> Vec<FacetId> {
    let mut list: Vec<FacetId> = Vec::with_capacity(facets.len());
    for id in facets {
        let id = with(id).unwrap_or_else(|| id.clone());
        if !list.contains(&id) {
            list.push(id);
        }
    }
    list
}
