//! Who codes, and in which round: saying one's name, planning a round, joining it, handing it in.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{Change, Edit, Label};
use crate::model::{Coder, CoderId, CodingKey, Drawn, Identity, Problem, Project, Round, RoundPlan, sample};

/// What a person chose for a new round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RoundDraft {
    pub name: String,
    /// So many documents, drawn at random; none is all of them.
    pub drawn: Option<usize>,
    /// Where the sample and the orders of the coders come from.
    pub seed: u32,
    pub shuffled: bool,
    pub blind: bool,
    /// Whoever plans codes, too.
    pub with_me: bool,
    pub coders: BTreeSet<CoderId>,
    /// People who never opened the project. Whoever bears such a name becomes that coder by sitting down.
    pub others: Vec<String>,
}

/// The number of the next round: that after the last one which was planned or coded in.
#[must_use]
pub fn next_round(project: &Project) -> Round {
    let planned = project.rounds().map(|plan| plan.round);
    let coded = project.codings().map(|(key, _)| key.round);
    Round(planned.chain(coded).chain([Round::FIRST]).max().map_or(1, |last| last.0) + 1)
}

/// Plans a round.
///
/// # Errors
/// There is nothing to code, or nobody who codes.
pub fn plan(project: &Project, me: &Identity, draft: &RoundDraft, now: Timestamp) -> Result<Change, Problem> {
    let all: Vec<_> = project.documents().map(|document| document.id).collect();
    let documents = draft.drawn.map_or_else(|| all.clone(), |count| sample(&all, count, draft.seed));
    let known = |id: &&CoderId| project.coder(**id).is_some();
    let mut coders: Vec<CoderId> = draft.coders.iter().filter(known).copied().collect();
    let mut edits = Vec::new();
    if draft.with_me {
        edits.extend(introduce(project, me));
        coders.push(project.me());
    }
    let mut next = next_coder(project);
    for name in draft.others.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
        let there = project.coders().find(|coder| coder.is_called(name));
        if let Some(coder) = there {
            coders.push(coder.id);
        } else {
            edits.push(Edit::PutCoder { coder: Coder::new(CoderId(next), name) });
            coders.push(CoderId(next));
            next += 1;
        }
    }
    coders.sort_unstable();
    coders.dedup();
    if documents.is_empty() || coders.is_empty() {
        return Err(Problem::NotPossibleHere);
    }
    let name = draft.name.trim().to_owned();
    let plan = RoundPlan {
        round: next_round(project),
        name: name.clone(),
        documents,
        drawn: draft.drawn.map(|_| Drawn { seed: draft.seed, of: all.len() }),
        coders,
        codebook: project.codebook().version.clone(),
        blind: draft.blind,
        shuffled: draft.shuffled,
        seed: draft.seed,
        handed_in: BTreeSet::new(),
        begun: now,
    };
    edits.push(Edit::PutRound { plan: Box::new(plan) });
    Ok(Change::new(Label::Round { name }, Edit::All(edits)))
}

/// I code in this round, too.
///
/// # Errors
/// There is no such round, or I am in it.
pub fn join(project: &Project, me: &Identity, round: Round) -> Result<Change, Problem> {
    let mut plan = project.round(round).cloned().ok_or(Problem::NotPossibleHere)?;
    if plan.coders.contains(&project.me()) {
        return Err(Problem::NotPossibleHere);
    }
    plan.coders.push(project.me());
    plan.coders.sort_unstable();
    let label = Label::Round { name: plan.name.clone() };
    let mut edits: Vec<Edit> = introduce(project, me).into_iter().collect();
    edits.push(Edit::PutRound { plan: Box::new(plan) });
    Ok(Change::new(label, Edit::All(edits)))
}

/// I am done with this round: my codings of it do not change any more.
///
/// # Errors
/// There is no such round, or I am not in it, or I handed it in before.
pub fn hand_in(project: &Project, round: Round) -> Result<Change, Problem> {
    let mut plan = project.round(round).cloned().ok_or(Problem::NotPossibleHere)?;
    let me = project.me();
    if !plan.coders.contains(&me) || !plan.handed_in.insert(me) {
        return Err(Problem::NotPossibleHere);
    }
    let label = Label::HandIn { name: plan.name.clone() };
    Ok(Change::new(label, Edit::PutRound { plan: Box::new(plan) }))
}

/// Takes out a round in which nobody coded yet, with the people who were planned for it alone and never came.
///
/// # Errors
/// There is no such round, or there are codings of it.
pub fn remove(project: &Project, round: Round) -> Result<Change, Problem> {
    let plan = project.round(round).ok_or(Problem::NotPossibleHere)?;
    let mut edits = vec![Edit::DropRound { round }];
    let is_elsewhere = |id: CoderId| {
        project.rounds().any(|other| other.round != round && other.coders.contains(&id))
            || project.codings().any(|(key, _)| key.coder == id)
            || project.decisions().any(|(_, decision)| decision.by.contains(&id))
    };
    let never_came = |id: &CoderId| {
        *id != project.me()
            && project.coder(*id).is_some_and(|coder| coder.key.is_empty())
            && !is_elsewhere(*id)
    };
    edits.extend(plan.coders.iter().filter(|id| never_came(id)).map(|id| Edit::DropCoder { coder: *id }));
    Ok(Change::new(Label::DropRound { name: plan.name.clone() }, Edit::All(edits)))
}

/// The project learns how I am called now. None where it does not know me: then it learns of me with my first coding.
#[must_use]
pub fn rename_me(project: &Project, me: &Identity) -> Option<Change> {
    let known = project.coder(project.me())?;
    let key = if me.key.is_empty() { known.key.clone() } else { me.key.clone() };
    let coder = Coder { id: known.id, name: me.name.clone(), key };
    let label = Label::Coder { name: me.name.clone() };
    (known.name != me.name).then(|| Change::new(label, Edit::PutCoder { coder }))
}

/// The coders whom nobody claimed yet, beside me.
pub fn unclaimed(project: &Project) -> impl Iterator<Item = &Coder> {
    project.coders().filter(move |coder| coder.key.is_empty() && coder.id != project.me())
}

/// I am this coder, whom nobody claimed yet. What I coded before I said so becomes theirs, where they did not code
/// the same themselves.
///
/// # Errors
/// There is no such coder, or another person is that coder, or the work here is that of somebody else.
pub fn claim(project: &Project, me: &Identity, coder: CoderId) -> Result<Change, Problem> {
    let known = project.coder(coder).ok_or(Problem::NoSuchCoder { coder: coder.0 })?;
    // The work of somebody else who has a name does not become mine.
    let is_other = |coder: &Coder| coder.key.is_empty() && !coder.name.is_empty();
    let sits_elsewhere = project.coder(project.me()).is_some_and(is_other);
    if !known.key.is_empty() || me.key.is_empty() || coder == project.me() || sits_elsewhere {
        return Err(Problem::NotPossibleHere);
    }
    let name = if me.name.is_empty() { known.name.clone() } else { me.name.clone() };
    let mut edits =
        vec![Edit::PutCoder { coder: Coder { id: coder, name: name.clone(), key: me.key.clone() } }];
    let before = project.me();
    let is_free = |key: &CodingKey| project.coding(CodingKey { coder, ..*key }).is_none();
    let mine: Vec<_> = project.codings().filter(|(key, _)| key.coder == before && is_free(key)).collect();
    for (key, coding) in mine {
        edits.push(Edit::DropCoding { key });
        edits.push(Edit::PutCoding { key: CodingKey { coder, ..key }, coding: coding.clone().into() });
    }
    let left = project.codings().any(|(key, _)| key.coder == before && !is_free(&key));
    if let Some(earlier) = project.coder(before) {
        let planned = project.rounds().any(|plan| plan.coders.contains(&before));
        let decided = project.decisions().any(|(_, decision)| decision.by.contains(&before));
        edits.push(if left || planned || decided {
            // One person has one key.
            Edit::PutCoder { coder: Coder { key: String::new(), ..earlier.clone() } }
        } else {
            Edit::DropCoder { coder: before }
        });
    }
    Ok(Change::new(Label::Coder { name }, Edit::All(edits)))
}

/// Puts me into the project where it does not know me, or not by my key.
fn introduce(project: &Project, me: &Identity) -> Option<Edit> {
    let id = project.me();
    let known = project.coder(id);
    if known.is_some_and(|known| known.key == me.key && (known.name == me.name || me.name.is_empty())) {
        return None;
    }
    let named = known.map(|known| known.name.clone()).unwrap_or_default();
    let name = if me.name.is_empty() { named } else { me.name.clone() };
    Some(Edit::PutCoder { coder: Coder { id, name, key: me.key.clone() } })
}

/// The next free number. That of my seat is taken, whether the project knows me or not.
fn next_coder(project: &Project) -> u32 {
    let known = project.coders().map(|coder| coder.id.0);
    known.chain([project.me().0]).max().unwrap_or(0) + 1
}
