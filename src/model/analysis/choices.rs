//! What a project offers to filter by, and how often each of it is there.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Asked, CoderId, FacetId, Project, QuestionRef, TagId, Unsettled};

/// What there is to choose from. Tags and the like count my questions; offices and parties count papers.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Choices {
    pub tags: BTreeMap<TagId, usize>,
    pub open: usize,
    pub facets: BTreeMap<FacetId, usize>,
    pub asked: BTreeMap<Asked, usize>,
    /// The most frequent first.
    pub offices: Vec<(String, usize)>,
    pub parties: Vec<(String, usize)>,
    pub coders: BTreeMap<CoderId, usize>,
    pub unsettled: BTreeMap<Unsettled, usize>,
}

/// Counts once through the whole project.
#[must_use]
pub fn choices(project: &Project) -> Choices {
    let mut choices = Choices::default();
    let (mut offices, mut parties) = (BTreeMap::new(), BTreeMap::new());
    for document in project.documents() {
        if let Some(office) = &document.head.answerer {
            *offices.entry(office.clone()).or_insert(0) += 1;
        }
        let of_paper: BTreeSet<&String> =
            document.head.askers.iter().filter_map(|asker| asker.party.as_ref()).collect();
        for party in of_paper {
            *parties.entry(party.clone()).or_insert(0) += 1;
        }
        for question in document.outline.questions() {
            let coding = project.my_coding(QuestionRef { document: document.id, question: question.id });
            match coding.and_then(|coding| coding.tag.as_ref()) {
                Some(tag) => *choices.tags.entry(tag.clone()).or_default() += 1,
                None => choices.open += 1,
            }
            let Some(coding) = coding else { continue };
            for facet in &coding.facets {
                *choices.facets.entry(facet.clone()).or_default() += 1;
            }
            for kind in &coding.asked {
                *choices.asked.entry(*kind).or_default() += 1;
            }
            for what in Unsettled::ALL.into_iter().filter(|what| what.is_true_of(project, coding)) {
                *choices.unsettled.entry(what).or_default() += 1;
            }
        }
    }
    for (key, _) in project.codings() {
        *choices.coders.entry(key.coder).or_default() += 1;
    }
    (choices.offices, choices.parties) = (by_count(offices), by_count(parties));
    choices
}

fn by_count(counted: BTreeMap<String, usize>) -> Vec<(String, usize)> {
    let mut all: Vec<(String, usize)> = counted.into_iter().collect();
    all.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    all
}
