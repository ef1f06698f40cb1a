//! The edit that makes one project of another, in an order in which no step is refused.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::edits::Edit;
use crate::model::{Codebook, CoderId, CodingKey, Project, Round, RoundPlan};

/// The edit that leads from one project to the other. Coders are not taken out, and papers keep their order.
#[must_use]
pub fn between(from: &Project, to: &Project) -> Edit {
    let mut edits = Vec::new();
    if from.name != to.name {
        edits.push(Edit::Rename { name: to.name.clone() });
    }
    let wide = wide(&from.codebook, &to.codebook);
    if wide != *from.codebook {
        edits.push(Edit::PutCodebook { codebook: Box::new(wide.clone()) });
    }
    let coders = to.coders().filter(|coder| from.coder(coder.id) != Some(coder));
    edits.extend(coders.map(|coder| Edit::PutCoder { coder: coder.clone() }));
    // A round is planned before it is coded: taken back, its codings go before its plan does.
    let planned: Vec<&RoundPlan> = to.rounds().filter(|plan| from.round(plan.round).is_none()).collect();
    let is_planned = |key: &&CodingKey| planned.iter().any(|plan| plan.round == key.round);
    let drops = from.codings.keys().filter(|key| !to.codings.contains_key(key) || is_planned(key));
    let drops: Vec<CodingKey> = drops.copied().collect();
    let again = drops.iter().filter(|key| to.codings.contains_key(key)).copied();
    let puts: BTreeSet<CodingKey> = changed(from, to).chain(again).collect();
    let open: Vec<RoundPlan> = reopened(from, &drops, &puts);
    let reopened: BTreeSet<Round> = open.iter().map(|plan| plan.round).collect();
    edits.extend(open.into_iter().map(put_round));
    edits.extend(drops.iter().map(|key| Edit::DropCoding { key: *key }));
    let begin = |plan: &RoundPlan| RoundPlan { handed_in: BTreeSet::new(), ..plan.clone() };
    edits.extend(planned.iter().map(|plan| put_round(begin(plan))));
    let undecided = from.decisions.keys().filter(|question| !to.decisions.contains_key(question));
    edits.extend(undecided.map(|question| Edit::DropDecision { question: *question }));
    documents(from, to, &mut edits);
    let coding = |key: CodingKey| Edit::PutCoding { key, coding: Arc::clone(&to.codings[&key]) };
    edits.extend(puts.iter().copied().map(coding));
    let is_to_put = |plan: &&RoundPlan| match from.round(plan.round) {
        Some(before) => before != *plan || reopened.contains(&plan.round),
        None => !plan.handed_in.is_empty(),
    };
    let rounds = to.rounds().filter(is_to_put);
    edits.extend(rounds.cloned().map(put_round));
    let ended = from.rounds.keys().filter(|round| !to.rounds.contains_key(round));
    edits.extend(ended.map(|round| Edit::DropRound { round: *round }));
    let decided = to.decisions.iter().filter(|(question, now)| from.decisions.get(question) != Some(now));
    edits.extend(decided.map(|(question, decision)| Edit::PutDecision {
        question: *question,
        decision: Box::new((**decision).clone()),
    }));
    if wide != *to.codebook {
        edits.push(Edit::PutCodebook { codebook: Box::new((*to.codebook).clone()) });
    }
    lists(from, to, &mut edits);
    Edit::All(edits)
}

fn put_round(plan: RoundPlan) -> Edit {
    Edit::PutRound { plan: Box::new(plan) }
}

fn changed<'a>(from: &'a Project, to: &'a Project) -> impl Iterator<Item = CodingKey> + 'a {
    let differs = |key: &CodingKey, now: &Arc<_>| match from.codings.get(key) {
        Some(before) => !Arc::ptr_eq(before, now) && before != now,
        None => true,
    };
    to.codings.iter().filter(move |(key, now)| differs(key, now)).map(|(key, _)| *key)
}

/// The new codebook with everything that the old one has too, so that no coding is without its tag in between.
fn wide(from: &Codebook, to: &Codebook) -> Codebook {
    let mut wide = to.clone();
    wide.tags.extend(from.tags.iter().filter(|tag| to.tag(&tag.id).is_none()).cloned());
    wide.facets.extend(from.facets.iter().filter(|facet| to.facet(&facet.id).is_none()).cloned());
    wide
}

/// The plans under which coders handed in whose codings are to change, open for them: a coding of a round that was
/// handed in does not change otherwise.
fn reopened(from: &Project, drops: &[CodingKey], puts: &BTreeSet<CodingKey>) -> Vec<RoundPlan> {
    let touched: BTreeSet<(Round, CoderId)> =
        drops.iter().chain(puts).map(|key| (key.round, key.coder)).collect();
    let open = from.rounds().filter_map(|plan| {
        let closed = |coder: &CoderId| touched.contains(&(plan.round, *coder));
        if !plan.handed_in.iter().any(closed) {
            return None;
        }
        let handed_in = plan.handed_in.iter().copied().filter(|coder| !closed(coder)).collect();
        Some(RoundPlan { handed_in, ..plan.clone() })
    });
    open.collect()
}

fn documents(from: &Project, to: &Project, edits: &mut Vec<Edit>) {
    let gone = from.order.iter().filter(|id| to.document(**id).is_none());
    edits.extend(gone.map(|id| Edit::DropDocument { document: *id }));
    for (place, id) in to.order.iter().enumerate() {
        let now = &to.documents[id];
        let Some(before) = from.document(*id) else {
            edits.push(Edit::PutDocument { place, document: Arc::clone(now) });
            continue;
        };
        if Arc::ptr_eq(before, now) {
            continue;
        }
        if before.head != now.head {
            edits.push(Edit::PutHead { document: *id, head: Box::new(now.head.clone()) });
        }
        if before.outline != now.outline {
            edits.push(Edit::PutOutline { document: *id, outline: Box::new(now.outline.clone()) });
        }
    }
}

fn lists(from: &Project, to: &Project, edits: &mut Vec<Edit>) {
    if from.cues != to.cues {
        edits.push(Edit::PutCues { cues: to.cues.as_ref().map(|cues| cues.to_vec()) });
    }
    if from.ledger_day != to.ledger_day {
        edits.push(Edit::PutLedgerDay { day: to.ledger_day });
    }
    if from.filters != to.filters {
        edits.push(Edit::PutFilters { filters: to.filters.to_vec() });
    }
}
