//! Rounds of two copies: the same plan is the same round, whatever its number.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::merged::{About, Came, Conflict, Said, Settled};
use super::three::{Which, which};
use crate::model::{Project, Round, RoundPlan};

/// Which round of one project is which of another; what is not listed keeps its number.
pub(super) type Rounds = BTreeMap<Round, Round>;

/// Whether two plans are the same, whoever handed in and whatever their numbers.
fn same_plan(one: &RoundPlan, other: &RoundPlan) -> bool {
    RoundPlan { round: one.round, handed_in: one.handed_in.clone(), ..other.clone() } == *one
}

/// The numbers that their rounds have here, and those of the origin. `base` and `theirs` have the coders and papers
/// of `ours` already.
pub(super) fn meet(base: Option<&Project>, ours: &Project, theirs: &Project) -> (Rounds, Rounds) {
    let used = |project: &Project| -> BTreeSet<Round> {
        let coded: BTreeSet<Round> = project.codings.keys().map(|key| key.round).collect();
        coded.into_iter().chain(project.rounds.keys().copied()).collect()
    };
    let (here, there) = (used(ours), used(theirs));
    let origin = base.map(used).unwrap_or_default();
    let mut rounds = Rounds::new();
    let mut taken: BTreeSet<Round> = BTreeSet::new();
    // Those without a plan, and those of the origin, keep their numbers.
    let stays = |round: &Round| match (theirs.round(*round), ours.round(*round)) {
        (Some(plan), Some(own)) => origin.contains(round) || same_plan(own, plan),
        _ => true,
    };
    let (stay, move_on): (Vec<Round>, Vec<Round>) = there.iter().partition(|round| stays(round));
    for round in stay {
        taken.insert(round);
        rounds.insert(round, round);
    }
    for round in move_on {
        let plan = theirs.round(round).expect("only a round with a plan moves");
        let known = ours.rounds().find(|own| !taken.contains(&own.round) && same_plan(own, plan));
        let next = || {
            let last = here.iter().chain(&there).chain(&taken).chain(&origin).max();
            Round(last.map_or(0, |round| round.0) + 1)
        };
        let number = known.map_or_else(next, |own| own.round);
        taken.insert(number);
        rounds.insert(round, number);
    }
    // Where a number came to mean another round, the origin says nothing of either.
    let last = here.iter().chain(&there).chain(&taken).chain(&origin).max().map_or(0, |round| round.0);
    let means_same = |round: &&Round| rounds.get(round).is_none_or(|to| to == *round);
    let origins = (last + 1..)
        .zip(&origin)
        .map(|(unused, round)| (*round, if means_same(&round) { *round } else { Round(unused) }));
    (rounds.clone(), origins.collect())
}

/// Puts the rounds together. Who handed in anywhere has handed in.
pub(super) fn together(
    base: Option<&Project>,
    theirs: &Project,
    result: &mut Project,
    came: &mut Came<Round>,
    conflicts: &mut Vec<Conflict>,
) {
    let origin = |round: Round| base.and_then(|base| base.round(round));
    for plan in theirs.rounds() {
        let round = plan.round;
        let Some(own) = result.round(round).cloned() else {
            // Ours took it out, and they did nothing in it since.
            let is_gone = origin(round) == Some(plan) && result.codings.keys().all(|key| key.round != round);
            if !is_gone {
                result.rounds.insert(round, Arc::new(plan.clone()));
                came.new.push(round);
            }
            continue;
        };
        let like_ours = |plan: &RoundPlan| RoundPlan { handed_in: own.handed_in.clone(), ..plan.clone() };
        let before = origin(round).map(like_ours);
        let mut plan_now = match which(before.as_ref(), &own, &like_ours(plan)) {
            Which::Theirs => plan.clone(),
            Which::Both => {
                conflicts.push(Conflict {
                    about: About::Round(round),
                    ours: Some(Said::Words(own.name.clone())),
                    theirs: Some(Said::Words(plan.name.clone())),
                    settled: Settled::Ours,
                });
                own.clone()
            }
            Which::Same | Which::Ours => own.clone(),
        };
        plan_now.handed_in = own.handed_in.union(&plan.handed_in).copied().collect();
        if plan_now == own {
            came.same += 1;
        } else {
            came.changed.push(round);
            result.rounds.insert(round, Arc::new(plan_now));
        }
    }
    let left: Vec<Round> =
        result.rounds.keys().copied().filter(|round| theirs.round(*round).is_none()).collect();
    for round in left {
        let is_coded = result.codings.keys().any(|key| key.round == round);
        if !is_coded && origin(round).is_some() && origin(round) == result.round(round) {
            result.rounds.remove(&round);
            came.gone.push(round);
        }
    }
}
