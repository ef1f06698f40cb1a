//! What edits of coders, rounds and decisions check before they change anything.

use std::sync::Arc;

use super::Edit;
use crate::model::{CoderId, CodingKey, Decision, Problem, Project, QuestionRef, Round, RoundPlan, Seat};

/// Whether an edit changes more of what is seen from a seat than the seat's own work: then all is looked at anew.
pub(super) fn changes_what_is_seen(edit: &Edit, seat: Seat) -> bool {
    match edit {
        Edit::All(edits) => edits.iter().any(|edit| changes_what_is_seen(edit, seat)),
        Edit::PutDocument { .. }
        | Edit::DropDocument { .. }
        | Edit::PutRound { .. }
        | Edit::DropRound { .. }
        | Edit::PutCoder { .. }
        | Edit::DropCoder { .. } => true,
        other => tells_of_others(other, seat),
    }
}

/// Whether an edit shows what others did.
pub(super) fn tells_of_others(edit: &Edit, seat: Seat) -> bool {
    match edit {
        Edit::All(edits) => edits.iter().any(|edit| tells_of_others(edit, seat)),
        Edit::PutCoding { key, .. } | Edit::DropCoding { key } => {
            key.coder != seat.coder || key.round != seat.round
        }
        Edit::PutCoder { coder } => coder.id != seat.coder,
        Edit::DropCoder { coder } => *coder != seat.coder,
        Edit::PutDecision { .. } | Edit::DropDecision { .. } => true,
        _ => false,
    }
}

/// Who handed a round in does not change its codings any more: others have seen them.
pub(super) fn check_open(project: &Project, key: CodingKey) -> Result<(), Problem> {
    match project.round(key.round) {
        Some(plan) if plan.handed_in.contains(&key.coder) => {
            Err(Problem::RoundHandedIn { round: plan.name.clone() })
        }
        _ => Ok(()),
    }
}

pub(super) fn drop_coder(project: &mut Project, coder: CoderId) -> Result<Edit, Problem> {
    let known = project.coders.get(&coder).cloned().ok_or(Problem::NoSuchCoder { coder: coder.0 })?;
    let codes = project.codings.keys().any(|key| key.coder == coder);
    let planned = project.rounds.values().any(|plan| plan.coders.contains(&coder));
    let decided = project.decisions.values().any(|decision| decision.by.contains(&coder));
    if codes || planned || decided || project.coders.len() == 1 {
        return Err(Problem::CoderInUse { name: known.name_or_number() });
    }
    project.coders.remove(&coder);
    Ok(Edit::PutCoder { coder: known })
}

pub(super) fn put_round(project: &mut Project, plan: RoundPlan) -> Result<Edit, Problem> {
    if let Some(coder) = plan.coders.iter().chain(&plan.handed_in).find(|id| project.coder(**id).is_none()) {
        return Err(Problem::NoSuchCoder { coder: coder.0 });
    }
    let round = plan.round;
    Ok(match project.rounds.insert(round, Arc::new(plan)) {
        Some(before) => Edit::PutRound { plan: Box::new(Arc::unwrap_or_clone(before)) },
        None => Edit::DropRound { round },
    })
}

pub(super) fn drop_round(project: &mut Project, round: Round) -> Result<Edit, Problem> {
    let plan = project.round(round).cloned().ok_or(Problem::NotPossibleHere)?;
    if project.codings.keys().any(|key| key.round == round) {
        return Err(Problem::RoundInUse { round: plan.name });
    }
    project.rounds.remove(&round);
    Ok(Edit::PutRound { plan: Box::new(plan) })
}

pub(super) fn put_decision(
    project: &mut Project,
    question: QuestionRef,
    decision: Decision,
) -> Result<Edit, Problem> {
    if !project.has_question(question) {
        return Err(Problem::NoSuchQuestion { document: question.document, question: question.question });
    }
    if project.codebook().tag(&decision.tag).is_none() {
        return Err(Problem::NoSuchTag { tag: decision.tag.0 });
    }
    if let Some(facet) = decision.facets.iter().find(|facet| project.codebook().facet(facet).is_none()) {
        return Err(Problem::NoSuchFacet { facet: facet.0.clone() });
    }
    if let Some(coder) = decision.by.iter().find(|id| project.coder(**id).is_none()) {
        return Err(Problem::NoSuchCoder { coder: coder.0 });
    }
    Ok(match project.decisions.insert(question, Arc::new(decision)) {
        Some(before) => Edit::PutDecision { question, decision: Box::new(Arc::unwrap_or_clone(before)) },
        None => Edit::DropDecision { question },
    })
}

pub(super) fn drop_decision(project: &mut Project, question: QuestionRef) -> Result<Edit, Problem> {
    let missing = Problem::NoSuchQuestion { document: question.document, question: question.question };
    let before = project.decisions.remove(&question).ok_or(missing)?;
    Ok(Edit::PutDecision { question, decision: Box::new(Arc::unwrap_or_clone(before)) })
}
