//! Papers of two copies: matched by their text, with the outline that holds.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::head;
use super::merged::{About, Conflict, News, Said, Settled};
use super::questions::{Home, Homes, holds};
use super::three::Which;
use super::translated::Papers;
use crate::model::{Document, DocumentId, Project};

/// Where the questions of all three are in the outline that holds. Only for papers whose outlines differ.
#[derive(Debug)]
pub(super) struct Places {
    /// None where every question is where it was.
    pub ours: Option<Homes>,
    pub theirs: Option<Homes>,
    pub origin: Option<Homes>,
}

/// The names that their papers have here: the same text is the same paper.
pub(super) fn meet(theirs: &Project, ours: &Project) -> Papers {
    let is_same = |document: &&Arc<Document>| {
        ours.document(document.id).is_some_and(|own| own.origin.sha256 == document.origin.sha256)
    };
    let (same, other): (Vec<&Arc<Document>>, Vec<_>) = theirs.documents().partition(is_same);
    let mut papers: Papers = same.iter().map(|document| (document.id, document.id)).collect();
    let mut taken: BTreeSet<DocumentId> = papers.keys().copied().collect();
    let by_text: BTreeMap<&str, DocumentId> = if other.is_empty() {
        BTreeMap::new()
    } else {
        ours.documents().map(|document| (&*document.origin.sha256, document.id)).collect()
    };
    for document in other {
        let known = by_text.get(&*document.origin.sha256).copied().filter(|known| !taken.contains(known));
        let is_free = |id: &DocumentId| {
            ours.document(*id).is_none() && (*id == document.id || theirs.document(*id).is_none())
        };
        let counted =
            || (0..=u64::MAX).map(|more| DocumentId(document.id.0.wrapping_add(more))).find(is_free);
        let id = known.or_else(counted).expect("there are more numbers than papers");
        taken.insert(id);
        papers.insert(document.id, id);
    }
    papers
}

/// Whether nothing was changed or coded in a paper since the origin.
fn is_untouched(base: &Project, side: &Project, id: DocumentId) -> bool {
    let decisions = |project: &Project| -> Vec<_> {
        let of = project.decisions.iter().filter(|(question, _)| question.document == id);
        of.map(|(question, decision)| (*question, Arc::clone(decision))).collect()
    };
    base.document(id) == side.document(id)
        && base.codings_of(id).eq(side.codings_of(id))
        && decisions(base) == decisions(side)
}

/// Puts the papers together. Returns the papers whose codings are to be put together too: those of both sides, and
/// their new ones, which have no origin here.
pub(super) fn together(
    base: Option<&Project>,
    ours: &Project,
    theirs: &Project,
    result: &mut Project,
    news: &mut News,
    conflicts: &mut Vec<Conflict>,
) -> (Vec<DocumentId>, BTreeMap<DocumentId, Places>) {
    let mut shared = Vec::new();
    let mut places = BTreeMap::new();
    let in_base = |id: DocumentId| base.filter(|base| base.document(id).is_some());
    for own in ours.documents().filter(|own| theirs.document(own.id).is_none()) {
        let Some(base) = in_base(own.id) else { continue };
        if is_untouched(base, ours, own.id) {
            news.documents.gone.push(own.id);
        } else {
            conflicts.push(document(own.id, Some(Said::There), None, Settled::Ours));
        }
    }
    take_out(result, news);
    for there in theirs.documents() {
        let id = there.id;
        let Some(own) = ours.document(id) else {
            if let Some(base) = in_base(id) {
                if is_untouched(base, theirs, id) {
                    continue;
                }
                conflicts.push(document(id, None, Some(Said::There), Settled::Theirs));
            }
            result.order.push(id);
            result.documents.insert(id, Arc::clone(there));
            news.documents.new.push(id);
            shared.push(id);
            continue;
        };
        shared.push(id);
        news.documents.same += 1;
        if Arc::ptr_eq(own, there) {
            news.heads.same += 1;
            news.outlines.same += 1;
            continue;
        }
        let origin = in_base(id).and_then(|base| base.document(id)).map(|document| &**document);
        if let Some(changed) = head::together(origin, own, there, &mut news.heads, conflicts) {
            let document = head::with_head(&result.documents[&id], changed);
            result.documents.insert(id, document);
        }
        if own.outline == there.outline {
            news.outlines.same += 1;
        } else {
            places.insert(id, outlines(base, origin, ours, own, there, result, news, conflicts));
        }
    }
    (shared, places)
}

fn document(id: DocumentId, ours: Option<Said>, theirs: Option<Said>, settled: Settled) -> Conflict {
    Conflict { about: About::Document(id), ours, theirs, settled }
}

/// Takes the papers out that are gone, with all that was said of them.
fn take_out(result: &mut Project, news: &mut News) {
    let gone: BTreeSet<DocumentId> = news.documents.gone.iter().copied().collect();
    if gone.is_empty() {
        return;
    }
    let codings = result.codings.keys().filter(|key| gone.contains(&key.document)).copied();
    news.codings.gone.extend(codings);
    result.order.retain(|id| !gone.contains(id));
    result.documents.retain(|id, _| !gone.contains(id));
    result.codings.retain(|key, _| !gone.contains(&key.document));
    result.decisions.retain(|question, _| !gone.contains(&question.document));
}

/// Chooses the outline that holds, and says where the questions of the others are in it.
#[expect(clippy::too_many_arguments, reason = "three copies of a paper, and what is said of them")]
fn outlines(
    base: Option<&Project>,
    origin: Option<&Document>,
    ours: &Project,
    own: &Document,
    there: &Document,
    result: &mut Project,
    news: &mut News,
    conflicts: &mut Vec<Conflict>,
) -> Places {
    let before = origin.map(|origin| &origin.outline);
    let which = holds(before, &own.outline, &there.outline);
    let homes = Homes::new(&own.outline, &there.outline, before);
    if which == Which::Theirs && all_have_a_home(base, ours, own.id, &homes) {
        news.outlines.changed.push(own.id);
        let document = Document { outline: there.outline.clone(), ..(*result.documents[&own.id]).clone() };
        result.documents.insert(own.id, Arc::new(document));
        return Places { origin: Some(homes.clone()), ours: Some(homes), theirs: None };
    }
    if which != Which::Ours {
        let about = About::Outline(own.id);
        let (ours, theirs) = (Some(Said::There), Some(Said::There));
        conflicts.push(Conflict { about, ours, theirs, settled: Settled::Ours });
    }
    Places {
        ours: None,
        theirs: Some(Homes::new(&there.outline, &own.outline, before)),
        origin: before.map(|before| Homes::new(before, &own.outline, Some(before))),
    }
}

/// Whether everything that we said since the origin has a question in another outline: an outline that would put our
/// own work out of the project is not taken over.
fn all_have_a_home(base: Option<&Project>, ours: &Project, id: DocumentId, homes: &Homes) -> bool {
    let is_new = |key, coding| base.and_then(|base| base.coding(key)) != Some(coding);
    let codings = ours.codings_of(id).filter(|(key, coding)| is_new(*key, coding));
    let decided = ours.decisions.keys().filter(|question| question.document == id);
    codings
        .map(|(key, _)| key.question)
        .chain(decided.map(|question| question.question))
        .all(|question| homes.of(question) != Home::None)
}
