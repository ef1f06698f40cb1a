//! Codings of two copies: what one side changed holds, what both changed stays twice.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::documents::Places;
use super::merged::{About, Came, Conflict, Said, Settled};
use super::people::{family, keeper};
use super::questions::{Home, Homes};
use crate::model::{Coding, CodingKey, DocumentId, Project};

/// What one side says of a paper.
#[derive(Default)]
struct Side {
    /// At questions that are there still.
    at: BTreeMap<CodingKey, Arc<Coding>>,
    /// At questions that are not: the key there, where it goes, and what it says.
    moved: Vec<(CodingKey, Home, Arc<Coding>)>,
    /// Whoever changed the outline had this before them and did away with it.
    settled: Vec<CodingKey>,
}

/// Two copies and what both come from, in the same numbers.
#[derive(Clone, Copy)]
pub(super) struct Three<'a> {
    pub base: Option<&'a Project>,
    pub ours: &'a Project,
    pub theirs: &'a Project,
}

/// Puts the codings of these papers together.
pub(super) fn together(
    three: Three<'_>,
    papers: &[DocumentId],
    places: &BTreeMap<DocumentId, Places>,
    result: &mut Project,
    came: &mut Came<CodingKey>,
    conflicts: &mut Vec<Conflict>,
) {
    for id in papers {
        // What has no text on one side has no origin that could tell who took it out.
        let base = three.base.filter(|_| three.ours.document(*id).is_some());
        let places = places.get(id);
        if places.is_none() && same_throughout(three.ours, three.theirs, *id) {
            came.same += three.ours.codings_of(*id).count();
            continue;
        }
        paper(Three { base, ..three }, *id, places, result, came, conflicts);
    }
}

fn same_throughout(ours: &Project, theirs: &Project, id: DocumentId) -> bool {
    ours.codings_of(id).eq(theirs.codings_of(id))
}

fn paper(
    three: Three<'_>,
    id: DocumentId,
    places: Option<&Places>,
    result: &mut Project,
    came: &mut Came<CodingKey>,
    conflicts: &mut Vec<Conflict>,
) {
    let homes = |of: fn(&Places) -> &Option<Homes>| places.and_then(|places| of(places).as_ref());
    let ours = side(three.ours, id, homes(|places| &places.ours), three.base);
    let theirs = side(three.theirs, id, homes(|places| &places.theirs), three.base);
    let origin =
        three.base.map(|base| side(base, id, homes(|places| &places.origin), None)).unwrap_or_default();
    for key in ours.moved.iter().map(|(key, ..)| key).chain(&ours.settled) {
        result.codings.remove(key);
    }
    came.gone.extend(&ours.settled);
    let keys: BTreeSet<CodingKey> = ours.at.keys().chain(theirs.at.keys()).copied().collect();
    let mut beside = Vec::new();
    for key in keys {
        let (own, there, before) = (ours.at.get(&key), theirs.at.get(&key), origin.at.get(&key));
        match (own, there) {
            (Some(own), Some(there)) if says_same(own, there) => same(key, own, there, result, came),
            (own @ Some(_), Some(there)) if before == own => {
                came.changed.push(key);
                result.codings.insert(key, Arc::clone(there));
            }
            (Some(_), Some(there)) if before == Some(there) => came.same += 1,
            (Some(own), Some(there)) => beside.push((key, Arc::clone(own), Arc::clone(there))),
            (Some(own), None) if before == Some(own) => {
                came.gone.push(key);
                result.codings.remove(&key);
            }
            (Some(own), None) if before.is_some() => {
                conflicts.push(conflict(key, Some(own), None, Settled::Ours));
            }
            (None, Some(there)) if before == Some(there) => {}
            (None, Some(there)) => {
                if before.is_some() {
                    conflicts.push(conflict(key, None, Some(there), Settled::Theirs));
                }
                came.new.push(key);
                result.codings.insert(key, Arc::clone(there));
            }
            (Some(_) | None, None) => {}
        }
    }
    // Only now: every place that somebody needs for what they say themselves is taken.
    for (key, own, there) in beside {
        match put_beside(result, key, &there) {
            Put::There => came.same += 1,
            Put::At(_) => unreachable!("our own coding is there"),
            Put::KeptBy(kept) => {
                let settled = Settled::KeptBy(kept.coder);
                conflicts.push(conflict(key, Some(&own), Some(&there), settled));
            }
        }
    }
    for (from, home, coding) in ours.moved {
        move_on(three.ours, from, home, &coding, true, result, conflicts);
    }
    for (from, home, coding) in theirs.moved {
        move_on(three.theirs, from, home, &coding, false, result, conflicts);
    }
}

fn side(project: &Project, id: DocumentId, homes: Option<&Homes>, base: Option<&Project>) -> Side {
    let mut side = Side::default();
    let low = CodingKey {
        document: id,
        question: crate::model::QuestionId(0),
        coder: crate::model::CoderId(0),
        round: crate::model::Round(0),
    };
    for (key, coding) in project.codings.range(low..).take_while(|(key, _)| key.document == id) {
        let home = homes.map_or(Home::Same(key.question), |homes| homes.of(key.question));
        match home {
            Home::Same(_) => {
                side.at.insert(*key, Arc::clone(coding));
            }
            _ if base.is_some_and(|base| base.codings.get(key) == Some(coding)) => side.settled.push(*key),
            _ => side.moved.push((*key, home, Arc::clone(coding))),
        }
    }
    side
}

/// Both say the same; the later time holds.
fn same(
    key: CodingKey,
    own: &Arc<Coding>,
    there: &Arc<Coding>,
    result: &mut Project,
    came: &mut Came<CodingKey>,
) {
    if (there.at, &there.codebook) > (own.at, &own.codebook) {
        came.changed.push(key);
        result.codings.insert(key, Arc::clone(there));
    } else {
        came.same += 1;
    }
}

/// Whether two codings say the same, whenever and under whichever codebook they were made. Every field is named, so that
/// a new one has to be decided about here.
fn says_same(one: &Coding, other: &Coding) -> bool {
    let Coding { tag, facets, asked, evidence, memo, later, promise, at: _, codebook: _ } = one;
    *tag == other.tag
        && *facets == other.facets
        && *asked == other.asked
        && *evidence == other.evidence
        && *memo == other.memo
        && *later == other.later
        && *promise == other.promise
}

enum Put {
    /// It is there already.
    There,
    At(CodingKey),
    /// Another coder keeps it.
    KeptBy(CodingKey),
}

/// Puts a coding at a place, or beside what is there.
fn put_beside(result: &mut Project, key: CodingKey, coding: &Arc<Coding>) -> Put {
    let is_there = family(result, key.coder)
        .into_iter()
        .filter_map(|coder| result.coding(CodingKey { coder, ..key }))
        .any(|other| says_same(other, coding));
    if is_there {
        return Put::There;
    }
    let mut free = key;
    while result.codings.contains_key(&free) {
        free.coder = keeper(result, free.coder);
    }
    result.codings.insert(free, Arc::clone(coding));
    if free == key { Put::At(key) } else { Put::KeptBy(free) }
}

/// A coding of a question that is not in the outline any more goes where its words are.
fn move_on(
    project: &Project,
    from: CodingKey,
    home: Home,
    coding: &Arc<Coding>,
    is_ours: bool,
    result: &mut Project,
    conflicts: &mut Vec<Conflict>,
) {
    let document = project.document(from.document).expect("a coding belongs to a paper");
    let question = document.outline.question(from.question).expect("a coding belongs to a question");
    let label = question.label.clone();
    let (about, settled) = match home {
        Home::Same(to) | Home::Other(to) => {
            match put_beside(result, CodingKey { question: to, ..from }, coding) {
                Put::There => return,
                Put::At(key) | Put::KeptBy(key) => (key, Settled::Moved(label)),
            }
        }
        Home::None => (from, Settled::Homeless(label, document.reading(question.text))),
    };
    let (ours, theirs) = if is_ours { (Some(coding), None) } else { (None, Some(coding)) };
    conflicts.push(conflict(about, ours, theirs, settled));
}

fn conflict(
    key: CodingKey,
    ours: Option<&Arc<Coding>>,
    theirs: Option<&Arc<Coding>>,
    settled: Settled,
) -> Conflict {
    let said = |coding: &Arc<Coding>| Said::Coding(Arc::clone(coding));
    Conflict { about: About::Coding(key), ours: ours.map(said), theirs: theirs.map(said), settled }
}
