//! A project in the numbers of another copy: the same coder, round and paper have the same number in both.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::people::{People, arrived};
use super::rounds::Rounds;
use crate::model::{
    Coder, CoderId, Coding, CodingKey, Decision, Document, DocumentId, NamedFilter, Project, Promise,
    QuestionRef, RoundPlan,
};

/// Which paper of one project is which of another.
pub(super) type Papers = BTreeMap<DocumentId, DocumentId>;

/// The project with the coders and papers of another copy. What belongs to a coder without a number there is
/// nobody's and does not come.
pub(super) fn with_people(project: &Project, people: &People, papers: &Papers, known: &Project) -> Project {
    let paper = |id: DocumentId| papers.get(&id).copied().unwrap_or(id);
    let is_same = people.iter().all(|(one, other)| one == other)
        && papers.iter().all(|(one, other)| one == other)
        && project.coders().all(|coder| people.contains_key(&coder.id) && known.coder(coder.id).is_some());
    if is_same {
        return project.clone();
    }
    let come = |coder: &Coder| {
        let id = *people.get(&coder.id)?;
        Some((id, arrived(coder, id, known.coder(id).is_none())))
    };
    let move_all = papers.iter().any(|(one, other)| one != other);
    let coding = |coding: &Arc<Coding>| match &coding.promise {
        Some(promise) if move_all => {
            Arc::new(Coding { promise: Some(led(promise, paper)), ..(**coding).clone() })
        }
        _ => Arc::clone(coding),
    };
    let document = |document: &Arc<Document>| {
        let id = paper(document.id);
        let same = id == document.id;
        (id, if same { Arc::clone(document) } else { Arc::new(Document { id, ..(**document).clone() }) })
    };
    let codings = project.codings.iter().filter_map(|(key, said)| {
        let coder = *people.get(&key.coder)?;
        Some((CodingKey { coder, document: paper(key.document), ..*key }, coding(said)))
    });
    let decided = |(question, decision): (&QuestionRef, &Arc<Decision>)| {
        let by = there(&decision.by, people);
        let question = QuestionRef { document: paper(question.document), ..*question };
        (question, Arc::new(Decision { by, ..(**decision).clone() }))
    };
    let plan = |plan: &Arc<RoundPlan>| RoundPlan {
        documents: plan.documents.iter().map(|id| paper(*id)).collect(),
        coders: there(&plan.coders, people),
        handed_in: plan.handed_in.iter().filter_map(|id| people.get(id).copied()).collect(),
        ..(**plan).clone()
    };
    let filter = |filter: &NamedFilter| {
        let mut filter = filter.clone();
        filter.filter.coders = there(&filter.filter.coders, people);
        filter
    };
    Project {
        coders: project.coders().filter_map(come).collect(),
        order: project.order.iter().map(|id| paper(*id)).collect(),
        documents: project.documents.values().map(document).collect(),
        codings: codings.collect(),
        decisions: project.decisions.iter().map(decided).collect(),
        idle_decisions: project.idle_decisions.iter().map(decided).collect(),
        rounds: project.rounds.iter().map(|(round, of)| (*round, Arc::new(plan(of)))).collect(),
        filters: Arc::new(project.filters.iter().map(filter).collect()),
        ..project.clone()
    }
}

fn there(coders: &[CoderId], people: &People) -> Vec<CoderId> {
    coders.iter().filter_map(|id| people.get(id).copied()).collect()
}

/// The project with the rounds of another copy.
pub(super) fn with_rounds(project: Project, rounds: &Rounds) -> Project {
    if rounds.iter().all(|(one, other)| one == other) {
        return project;
    }
    let number = |round| rounds.get(&round).copied().unwrap_or(round);
    let codings = project
        .codings
        .iter()
        .map(|(key, coding)| (CodingKey { round: number(key.round), ..*key }, Arc::clone(coding)));
    let plans = project.rounds.values().map(|plan| {
        let round = number(plan.round);
        (round, Arc::new(RoundPlan { round, ..(**plan).clone() }))
    });
    let decided = |(question, decision): (&QuestionRef, &Arc<Decision>)| {
        let round = number(decision.round);
        (*question, Arc::new(Decision { round, ..(**decision).clone() }))
    };
    Project {
        codings: codings.collect(),
        rounds: plans.collect(),
        decisions: project.decisions.iter().map(decided).collect(),
        idle_decisions: project.idle_decisions.iter().map(decided).collect(),
        ..project
    }
}

/// A promise that leads to the papers as they are called here.
fn led(promise: &Promise, paper: impl Fn(DocumentId) -> DocumentId) -> Promise {
    let mut promise = promise.clone();
    let before = promise.before.as_mut().and_then(|before| before.question.as_mut());
    let by = promise.outcome.as_mut().and_then(|outcome| outcome.by.as_mut());
    for question in before.into_iter().chain(by) {
        question.document = paper(question.document);
    }
    promise
}
