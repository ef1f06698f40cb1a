//! What was decided in two copies: the later decision holds, the other is said.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::documents::Places;
use super::merged::{About, Came, Conflict, Said, Settled};
use super::questions::{Home, Homes};
use crate::model::{Decision, DocumentId, Project, QuestionRef};

/// Which of two decisions is the later one. Those of one moment have an order too, the same for both sides.
fn rank(decision: &Decision) -> impl Ord + '_ {
    (decision.at, &decision.reason, &decision.tag, &decision.facets, &decision.codebook, decision.round)
}

/// Where a question is in the outline that holds.
fn home(question: QuestionRef, homes: Option<&Homes>) -> Option<QuestionRef> {
    let Some(homes) = homes else { return Some(question) };
    match homes.of(question.question) {
        Home::Same(id) | Home::Other(id) => Some(QuestionRef { question: id, ..question }),
        Home::None => None,
    }
}

/// Puts the decisions together.
pub(super) fn together(
    base: Option<&Project>,
    ours: &Project,
    theirs: &Project,
    places: &BTreeMap<DocumentId, Places>,
    result: &mut Project,
    came: &mut Came<QuestionRef>,
    conflicts: &mut Vec<Conflict>,
) {
    move_ours(ours, places, result, conflicts);
    let origin = |question: QuestionRef| base.and_then(|base| base.decisions.get(&question));
    let has = |project: &Project, id: DocumentId| project.document(id).is_some();
    for (question, decision) in &theirs.decisions {
        // Ours took the paper out.
        if !has(result, question.document) {
            continue;
        }
        let before = origin(*question).filter(|_| has(ours, question.document));
        let homes = places.get(&question.document).and_then(|places| places.theirs.as_ref());
        let Some(at) = home(*question, homes) else {
            if before != Some(decision) {
                conflicts.push(said(*question, None, Some(decision), homeless(theirs, *question)));
            }
            continue;
        };
        match result.decisions.get(&at).cloned() {
            Some(own) if own == *decision => came.same += 1,
            Some(own) if before == Some(&own) => {
                came.changed.push(at);
                result.decisions.insert(at, Arc::clone(decision));
            }
            Some(_) if before == Some(decision) => came.same += 1,
            Some(own) => {
                let later = rank(decision) > rank(&own);
                let settled = if later { Settled::Theirs } else { Settled::Ours };
                conflicts.push(said(at, Some(&own), Some(decision), settled));
                if later {
                    result.decisions.insert(at, Arc::clone(decision));
                }
            }
            None if before == Some(decision) => {}
            None => {
                came.new.push(at);
                result.decisions.insert(at, Arc::clone(decision));
            }
        }
    }
    let dropped = |question: &&QuestionRef| {
        has(theirs, question.document)
            && !theirs.decisions.contains_key(question)
            && origin(**question).is_some()
            && origin(**question) == result.decisions.get(question)
    };
    let gone: Vec<QuestionRef> = result.decisions.keys().filter(dropped).copied().collect();
    for question in gone {
        result.decisions.remove(&question);
        came.gone.push(question);
    }
}

/// Our decisions go where their questions are in an outline of theirs.
fn move_ours(
    ours: &Project,
    places: &BTreeMap<DocumentId, Places>,
    result: &mut Project,
    conflicts: &mut Vec<Conflict>,
) {
    for (question, decision) in &ours.decisions {
        let homes = places.get(&question.document).and_then(|places| places.ours.as_ref());
        let at = home(*question, homes);
        if at == Some(*question) || !result.decisions.contains_key(question) {
            continue;
        }
        result.decisions.remove(question);
        match at {
            Some(at) if !result.decisions.contains_key(&at) => {
                result.decisions.insert(at, Arc::clone(decision));
                conflicts.push(said(at, Some(decision), None, Settled::Moved(label(ours, *question))));
            }
            at => {
                let at = at.unwrap_or(*question);
                conflicts.push(said(at, Some(decision), None, homeless(ours, *question)));
            }
        }
    }
}

fn label(project: &Project, at: QuestionRef) -> String {
    let document = project.document(at.document);
    let question = document.and_then(|document| document.outline.question(at.question));
    question.map(|question| question.label.clone()).unwrap_or_default()
}

fn homeless(project: &Project, at: QuestionRef) -> Settled {
    let document = project.document(at.document);
    let words = document.and_then(|document| {
        document.outline.question(at.question).map(|question| document.reading(question.text))
    });
    Settled::Homeless(label(project, at), words.unwrap_or_default())
}

fn said(
    question: QuestionRef,
    ours: Option<&Arc<Decision>>,
    theirs: Option<&Arc<Decision>>,
    settled: Settled,
) -> Conflict {
    let say = |decision: &Arc<Decision>| Said::Decision(Arc::clone(decision));
    Conflict { about: About::Decision(question), ours: ours.map(say), theirs: theirs.map(say), settled }
}
