//! A codebook from a file comes into a project: as a new version, and never at the cost of a coding.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::merge::{codings_with_facet, codings_with_tag, retag};
use super::step::{CodebookAct, label};
use super::version::{begin, coded_under, same_content};
use crate::model::edits::{Change, Edit};
use crate::model::{Codebook, Edition, FacetId, Problem, Project, TagId, Wording};

/// Which tag and facet of the new codebook takes the place of one that it lacks.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Mapping {
    pub tags: BTreeMap<TagId, TagId>,
    pub facets: BTreeMap<FacetId, FacetId>,
}

/// What codings carry and a codebook lacks, with the number of codings.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Missing {
    pub tags: Vec<(TagId, usize)>,
    pub facets: Vec<(FacetId, usize)>,
}

impl Missing {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty() && self.facets.is_empty()
    }
}

/// What the codings of a project need and this codebook lacks, in the order of the project's codebook.
#[must_use]
pub fn missing(project: &Project, codebook: &Codebook) -> Missing {
    let tags = project.codebook().tags.iter().filter(|tag| codebook.tag(&tag.id).is_none());
    let tags = tags.map(|tag| (tag.id.clone(), codings_with_tag(project, &tag.id)));
    let facets = project.codebook().facets.iter().filter(|facet| codebook.facet(&facet.id).is_none());
    let facets = facets.map(|facet| (facet.id.clone(), codings_with_facet(project, &facet.id)));
    Missing {
        tags: tags.filter(|(_, count)| *count > 0).collect(),
        facets: facets.filter(|(_, count)| *count > 0).collect(),
    }
}

/// Brings in a codebook. A project without codings takes it as it is, its history included; one with codings
/// keeps its own history and gets a new version.
///
/// # Errors
/// Codings carry what the codebook lacks and the mapping does not lead to it. `file` names it then.
pub fn import(
    project: &Project,
    file: &str,
    codebook: Codebook,
    mapping: &Mapping,
    now: Timestamp,
) -> Result<Change, Problem> {
    let name = Wording::same(&codebook.version);
    let done = |edit| Ok(Change::new(label(CodebookAct::Import, name), edit));
    if project.codings().len() == 0 {
        let same = *project.codebook() == codebook;
        let put = Edit::PutCodebook { codebook: Box::new(codebook) };
        return done(if same { Edit::All(Vec::new()) } else { put });
    }
    let tag = |id: &TagId| mapping.tags.get(id).filter(|to| codebook.tag(to).is_some()).cloned();
    let facet = |id: &FacetId| mapping.facets.get(id).filter(|to| codebook.facet(to).is_some()).cloned();
    let lacks = missing(project, &codebook);
    let unmapped = unmapped(project, &lacks, &tag, &facet);
    if !unmapped.is_empty() {
        return Err(Problem::CodebookLacks { file: file.to_owned(), missing: unmapped });
    }
    // Only what is missing is mapped: a tag that both have stays itself.
    let tag = |id: &TagId| codebook.tag(id).is_none().then(|| tag(id)).flatten();
    let facet = |id: &FacetId| codebook.facet(id).is_none().then(|| facet(id)).flatten();
    let put = |codebook| Edit::PutCodebook { codebook: Box::new(codebook) };
    let retagged = retag(project, tag, facet, &codebook);
    let fresh = as_next_version(project, codebook.clone(), now);
    if retagged.is_empty() {
        return done(put(fresh));
    }
    // A bridge that has the old tags and the new ones, so that each coding always has its tag.
    let mut bridge = fresh.clone();
    let current = project.codebook();
    bridge.tags.extend(current.tags.iter().filter(|tag| codebook.tag(&tag.id).is_none()).cloned());
    bridge.facets.extend(current.facets.iter().filter(|facet| codebook.facet(&facet.id).is_none()).cloned());
    done(Edit::All([put(bridge)].into_iter().chain(retagged).chain([put(fresh)]).collect()))
}

fn unmapped(
    project: &Project,
    lacks: &Missing,
    tag: &impl Fn(&TagId) -> Option<TagId>,
    facet: &impl Fn(&FacetId) -> Option<FacetId>,
) -> Vec<(String, usize)> {
    let current = project.codebook();
    let tags = lacks.tags.iter().filter(|(id, _)| tag(id).is_none());
    let tags = tags.map(|(id, count)| (current.tag(id).map(|tag| tag.name.both()), id.0.clone(), *count));
    let facets = lacks.facets.iter().filter(|(id, _)| facet(id).is_none());
    let facets =
        facets.map(|(id, count)| (current.facet(id).map(|facet| facet.name.both()), id.0.clone(), *count));
    tags.chain(facets).map(|(name, id, count)| (name.unwrap_or(id), count)).collect()
}

/// The codebook under a name that no version has, with the history of the project.
fn as_next_version(project: &Project, codebook: Codebook, now: Timestamp) -> Codebook {
    let current = project.codebook();
    let (version, reason) = (codebook.version.clone(), codebook.reason.clone());
    let is_used = coded_under(project, &current.version) > 0;
    if same_content(&Edition::of(current), &codebook) || !is_used {
        // Nothing new is said, or nobody coded under what was said: no version begins.
        return Codebook {
            version: current.version.clone(),
            since: current.since,
            reason: if reason.is_empty() { current.reason.clone() } else { reason },
            past: current.past.clone(),
            ..codebook
        };
    }
    let mut fresh = begin(project, codebook, now);
    let is_free = |name: &str| {
        fresh.past.iter().all(|edition| edition.version != name) && coded_under(project, name) == 0
    };
    if !version.trim().is_empty() && is_free(&version) {
        fresh.version = version;
    }
    fresh.reason = reason;
    fresh
}
