//! Two codebooks as one: every tag of both, text by text, and a next version where both changed it.

use super::merged::{About, Came, CodebookPlace, Conflict, Said, Settled};
use super::three::{Which, which};
use crate::model::analysis::differences;
use crate::model::edits::codebook::{next_version, same_content};
use crate::model::{
    Codebook, Edition, Facet, FacetId, FacetPart, Language, Project, Tag, TagId, TagPart, WordPlace, Wording,
};

const TAG_PARTS: [TagPart; 8] = [
    TagPart::Name,
    TagPart::Letter,
    TagPart::Short,
    TagPart::Definition,
    TagPart::UseWhen,
    TagPart::NotWhen,
    TagPart::Examples,
    TagPart::TieBreaks,
];

/// What is put together, and what is said of it.
struct Books<'a> {
    base: Option<&'a Edition>,
    ours: &'a Codebook,
    theirs: &'a Codebook,
    came: &'a mut Came<CodebookPlace>,
    conflicts: &'a mut Vec<Conflict>,
}

/// The edition that both come from: the newest that stands in the history of both, where no origin is known.
fn common(ours: &Codebook, theirs: &Codebook) -> Option<Edition> {
    let own = std::iter::once(Edition::of(ours)).chain(ours.past.iter().rev().cloned());
    let there = Edition::of(theirs);
    let is_theirs = |edition: &Edition| *edition == there || theirs.past.contains(edition);
    own.into_iter().find(is_theirs)
}

fn origin(base: Option<&Project>, ours: &Codebook, theirs: &Codebook) -> Option<Edition> {
    base.map(|base| Edition::of(base.codebook())).or_else(|| common(ours, theirs))
}

/// Puts the texts together, so that no coding of either side is without its tag. See [`finish`].
pub(super) fn together(
    base: Option<&Project>,
    theirs: &Project,
    result: &Project,
    came: &mut Came<CodebookPlace>,
    conflicts: &mut Vec<Conflict>,
) -> Codebook {
    let (ours, there) = (result.codebook(), theirs.codebook());
    if ours == there {
        came.same += 1;
        return ours.clone();
    }
    let origin = origin(base, ours, there);
    Books { base: origin.as_ref(), ours, theirs: there, came, conflicts }.whole()
}

/// Once all codings are there: takes out what is gone, and finds the version.
pub(super) fn finish(
    base: Option<&Project>,
    ours: &Codebook,
    theirs: &Project,
    result: &mut Project,
    came: &mut Came<CodebookPlace>,
) {
    let there = theirs.codebook();
    if ours == there {
        return;
    }
    without_gone(base, ours, there, result, came);
    let origin = origin(base, ours, there);
    let mut whole = result.codebook().clone();
    version(origin.as_ref(), ours, &mut whole, theirs, result);
    if whole.version != ours.version {
        came.changed.push(CodebookPlace::Version);
    }
    result.codebook = std::sync::Arc::new(whole);
}

impl Books<'_> {
    fn whole(&mut self) -> Codebook {
        let base_tags = self.base.map(|base| &base.tags[..]).unwrap_or_default();
        let base_facets = self.base.map(|base| &base.facets[..]).unwrap_or_default();
        let base_cases = self.base.map(|base| &base.boundary_cases[..]).unwrap_or_default();
        let tag_ids = order(base_tags, &self.ours.tags, &self.theirs.tags, |tag| tag.id.clone());
        let facet_ids = order(base_facets, &self.ours.facets, &self.theirs.facets, |facet| facet.id.clone());
        let tags = tag_ids.into_iter().map(|id| self.tag(&id)).collect();
        let facets = facet_ids.into_iter().map(|id| self.facet(&id)).collect();
        let mut decision = self.ours.decision.clone();
        let before = self.base.map(|base| &base.decision);
        self.words(&WordPlace::Decision, before, &mut decision, &self.theirs.decision);
        let boundary_cases = self.cases(base_cases);
        Codebook { tags, facets, decision, boundary_cases, ..self.ours.clone() }
    }

    fn tag(&mut self, id: &TagId) -> Tag {
        let Some(own) = self.ours.tag(id) else {
            let there = self.theirs.tag(id).expect("a tag of one side");
            self.came.new.push(CodebookPlace::Tag(id.clone()));
            return there.clone();
        };
        let mut tag = own.clone();
        let Some(there) = self.theirs.tag(id) else { return tag };
        let before = self.base.and_then(|base| base.tags.iter().find(|tag| tag.id == *id));
        for part in TAG_PARTS {
            let place = WordPlace::Tag(id.clone(), part);
            self.words(&place, before.map(|before| part.of(before)), part.of_mut(&mut tag), part.of(there));
        }
        let mut both = false;
        both |= fact(before.map(|tag| &tag.swatch), &mut tag.swatch, &there.swatch);
        both |= fact(before.map(|tag| &tag.line), &mut tag.line, &there.line);
        both |= fact(before.map(|tag| &tag.needs_facet), &mut tag.needs_facet, &there.needs_facet);
        both |= fact(before.map(|tag| &tag.facets), &mut tag.facets, &there.facets);
        both |= fact(before.map(|tag| &tag.means), &mut tag.means, &there.means);
        let facts = |tag: &Tag| (tag.swatch, tag.line, tag.needs_facet, tag.facets.clone(), tag.means);
        let place = CodebookPlace::Facts(id.clone());
        if facts(&tag) != facts(own) {
            self.came.changed.push(place.clone());
        }
        if both {
            let (ours, theirs) = (Some(Said::There), Some(Said::There));
            self.conflicts.push(Conflict {
                about: About::Codebook(place),
                ours,
                theirs,
                settled: Settled::Ours,
            });
        }
        tag
    }

    fn facet(&mut self, id: &FacetId) -> Facet {
        let Some(own) = self.ours.facet(id) else {
            let there = self.theirs.facet(id).expect("a facet of one side");
            self.came.new.push(CodebookPlace::Facet(id.clone()));
            return there.clone();
        };
        let mut facet = own.clone();
        let Some(there) = self.theirs.facet(id) else { return facet };
        let before = self.base.and_then(|base| base.facets.iter().find(|facet| facet.id == *id));
        for part in [FacetPart::Name, FacetPart::Definition] {
            let place = WordPlace::Facet(id.clone(), part);
            let origin = before.map(|before| part.of(before));
            self.words(&place, origin, part.of_mut(&mut facet), part.of(there));
        }
        facet
    }

    /// A text in both languages, each by itself.
    fn words(&mut self, place: &WordPlace, base: Option<&Wording>, ours: &mut Wording, theirs: &Wording) {
        for language in [Language::German, Language::English] {
            let before = base.map(|base| base.written(language));
            let there = theirs.written(language);
            let about = CodebookPlace::Words(place.clone(), language);
            let own = ours.written_mut(language);
            match which(before, &**own, there) {
                Which::Theirs => {
                    there.clone_into(own);
                    self.came.changed.push(about);
                }
                Which::Both if own.is_empty() => {
                    there.clone_into(own);
                    self.came.changed.push(about);
                }
                Which::Both if !there.is_empty() => self.conflicts.push(Conflict {
                    about: About::Codebook(about),
                    ours: Some(Said::Words(own.clone())),
                    theirs: Some(Said::Words(there.to_owned())),
                    settled: Settled::Ours,
                }),
                Which::Both | Which::Ours | Which::Same => {}
            }
        }
    }

    /// The boundary cases of both, without those that one side took out.
    fn cases(&mut self, base: &[Wording]) -> Vec<Wording> {
        let (ours, theirs) = (&self.ours.boundary_cases, &self.theirs.boundary_cases);
        let stays = |case: &&Wording| theirs.contains(case) || !base.contains(case);
        let mut cases: Vec<Wording> = ours.iter().filter(stays).cloned().collect();
        let is_new = |case: &&Wording| !ours.contains(case) && !base.contains(case);
        cases.extend(theirs.iter().filter(is_new).cloned());
        if cases != *ours {
            self.came.changed.push(CodebookPlace::Case);
        }
        cases
    }
}

/// The version of what was put together, and all earlier ones of both sides.
fn version(
    base: Option<&Edition>,
    ours: &Codebook,
    whole: &mut Codebook,
    theirs: &Project,
    result: &Project,
) {
    let (own, there) = (Edition::of(ours), Edition::of(theirs.codebook()));
    let (is_ours, is_theirs) = (same_content(&own, whole), same_content(&there, whole));
    let coded =
        |project: &Project, version: &str| project.codings.values().any(|coding| coding.codebook == version);
    let named_alike = own.version == there.version;
    let takes = if is_ours && is_theirs {
        let triple = |of: &Edition| (of.version.clone(), of.since, of.reason.clone());
        which(base.map(triple).as_ref(), &triple(&own), &triple(&there))
    } else if is_ours && !(named_alike && coded(theirs, &there.version)) {
        Which::Ours
    } else if is_theirs && !(named_alike && coded(result, &own.version)) {
        Which::Theirs
    } else {
        Which::Both
    };
    let is_next = takes == Which::Both && !(is_ours && is_theirs);
    let mut past = united(&ours.past, &theirs.codebook().past);
    if is_next {
        let all = united(&past, &[own.clone(), there.clone()]);
        whole.version = next_version(result, &own.version, &all);
        whole.since = own.since.max(there.since);
        whole.reason = format!("Merge: {} + {}", own.version, there.version);
    } else if takes == Which::Theirs {
        whole.version.clone_from(&there.version);
        whole.since = there.since;
        whole.reason.clone_from(&there.reason);
    }
    let now: Vec<Edition> = [own, there].into_iter().filter(|of| of.version != whole.version).collect();
    past = united(&past, &now);
    past.sort_by_key(|edition| edition.since);
    whole.past = past;
}

/// All editions of both, each once.
fn united(ours: &[Edition], theirs: &[Edition]) -> Vec<Edition> {
    let mut all = ours.to_vec();
    for edition in theirs {
        let is_same = |own: &Edition| own.version == edition.version && differences(own, edition).is_empty();
        if !all.iter().any(is_same) {
            all.push(edition.clone());
        }
    }
    all
}

/// Takes over what only they changed. Returns whether both did.
fn fact<T: PartialEq + Clone>(base: Option<&T>, ours: &mut T, theirs: &T) -> bool {
    match which(base, ours, theirs) {
        Which::Theirs => ours.clone_from(theirs),
        Which::Both => return true,
        Which::Ours | Which::Same => {}
    }
    false
}

/// The ids of both in our order, or in theirs where only they changed it.
fn order<T, Id: PartialEq + Clone>(base: &[T], ours: &[T], theirs: &[T], id: impl Fn(&T) -> Id) -> Vec<Id> {
    let ids = |list: &[T]| list.iter().map(&id).collect::<Vec<Id>>();
    let (base, ours, theirs) = (ids(base), ids(ours), ids(theirs));
    let (first, then) = if base == ours { (theirs, ours) } else { (ours, theirs) };
    let rest: Vec<Id> = then.into_iter().filter(|id| !first.contains(id)).collect();
    first.into_iter().chain(rest).collect()
}

/// Takes those tags and facets out that one side took out, that the other side left as they were, and that nothing
/// carries: a coding never loses its tag.
fn without_gone(
    base: Option<&Project>,
    ours: &Codebook,
    theirs: &Codebook,
    result: &mut Project,
    came: &mut Came<CodebookPlace>,
) {
    let Some(base) = base.map(Project::codebook) else { return };
    let tag_used = |id: &TagId| {
        result.codings.values().any(|coding| coding.tag.as_ref() == Some(id))
            || result.decisions.values().any(|decision| decision.tag == *id)
    };
    let facet_used = |id: &FacetId| {
        result.codings.values().any(|coding| coding.facets.contains(id))
            || result.decisions.values().any(|decision| decision.facets.contains(id))
    };
    let is_left = |before: bool, ours: bool, theirs: bool| before && (ours || theirs);
    let tags = base.tags.iter().filter(|tag| {
        let (own, there) = (ours.tag(&tag.id), theirs.tag(&tag.id));
        let alone = (own.is_none() && there == Some(tag)) || (there.is_none() && own == Some(tag));
        is_left(alone, own.is_some(), there.is_some()) && !tag_used(&tag.id)
    });
    let facets = base.facets.iter().filter(|facet| {
        let (own, there) = (ours.facet(&facet.id), theirs.facet(&facet.id));
        let alone = (own.is_none() && there == Some(facet)) || (there.is_none() && own == Some(facet));
        is_left(alone, own.is_some(), there.is_some()) && !facet_used(&facet.id)
    });
    let tags: Vec<TagId> = tags.map(|tag| tag.id.clone()).collect();
    let facets: Vec<FacetId> = facets.map(|facet| facet.id.clone()).collect();
    if tags.is_empty() && facets.is_empty() {
        return;
    }
    let mut codebook = result.codebook().clone();
    codebook.tags.retain(|tag| !tags.contains(&tag.id));
    codebook.facets.retain(|facet| !facets.contains(&facet.id));
    for tag in &mut codebook.tags {
        tag.facets.retain(|facet| !facets.contains(facet));
    }
    let is_gone = |place: &CodebookPlace| match place {
        CodebookPlace::Tag(id) => tags.contains(id),
        CodebookPlace::Facet(id) => facets.contains(id),
        _ => false,
    };
    came.new.retain(|place| !is_gone(place));
    let ours_gone = tags.iter().filter(|id| ours.tag(id).is_some()).cloned().map(CodebookPlace::Tag);
    came.gone.extend(ours_gone);
    let ours_gone = facets.iter().filter(|id| ours.facet(id).is_some()).cloned().map(CodebookPlace::Facet);
    came.gone.extend(ours_gone);
    result.codebook = std::sync::Arc::new(codebook);
}
