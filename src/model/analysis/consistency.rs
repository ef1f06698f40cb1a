//! Places to read again after coding. Nothing here is an error: each is a reason for a second look.

use std::collections::BTreeMap;

use crate::model::{
    AnswerGroup, Asked, Coding, Document, FacetId, Meaning, Project, QuestionRef, Tag, TagId,
};

use super::given::{gives_something, named_date};

/// Why a question may be read again. In the order in which the groups are shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Reason {
    /// The words of a passage stand no longer where they were marked.
    LostEvidence,
    /// Tagged as given, and neither number, date, name, list nor yes or no in the evidence (in the answer, without any).
    GivenWithoutFact,
    /// Tagged as put off, and the evidence names a date that is still to come.
    PutOffWithDate,
    /// The facet says that there is none yet, and the tag puts nothing off.
    NoneYetNotPutOff,
    /// One answer, the same asked for, and another tag than a question beside it.
    TwinsDiffer,
    NoFacet,
    NoEvidence,
    /// What is asked for is not said, and is said of other questions of the paper.
    AskedMissing,
    OlderCodebook,
    Later,
}

/// What a row says besides its question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Why {
    Nothing,
    /// Words of the paper.
    Words(String),
    Tag(TagId),
    /// Tags of the questions beside it, by label.
    Beside(Vec<(String, TagId)>),
    Version(String),
}

/// One question to read again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Again {
    pub question: QuestionRef,
    pub why: Why,
}

/// My codings that may be read again, by reason, in the order of documents and questions.
#[must_use]
pub fn places_to_review(project: &Project) -> Vec<(Reason, Vec<Again>)> {
    let mut found: BTreeMap<Reason, Vec<Again>> = BTreeMap::new();
    for document in project.documents() {
        look_at_paper(project, document, &mut |reason, question, why| {
            found.entry(reason).or_default().push(Again { question, why });
        });
    }
    found.into_iter().collect()
}

type Say<'a> = &'a mut dyn FnMut(Reason, QuestionRef, Why);

fn look_at_paper(project: &Project, document: &Document, say: Say<'_>) {
    let me = project.me();
    let mut codings: BTreeMap<_, &Coding> = BTreeMap::new();
    for (key, coding) in project.codings_of(document.id) {
        if project.my_key(key.question_ref()) == key && key.coder == me {
            codings.insert(key.question, coding);
        }
    }
    if codings.is_empty() {
        return;
    }
    let says_asked = codings.values().any(|coding| !coding.asked.is_empty());
    for group in &document.outline.groups {
        for question in &group.questions {
            let Some(coding) = codings.get(&question.id) else { continue };
            let reference = QuestionRef { document: document.id, question: question.id };
            let mut here = |reason: Reason, why: Why| say(reason, reference, why);
            look_at_words(document, coding, &mut here);
            if coding.later {
                here(Reason::Later, Why::Nothing);
            }
            let Some(tag) = coding.tag.as_ref().and_then(|tag| project.codebook().tag(tag)) else { continue };
            look_at_tag(project, document, group, coding, tag, &mut here);
            if says_asked && coding.asked.is_empty() {
                here(Reason::AskedMissing, Why::Nothing);
            }
            let beside: Vec<(String, TagId)> = group
                .questions
                .iter()
                .filter_map(|other| {
                    let there = codings.get(&other.id)?;
                    let differs = differs(coding, there);
                    differs
                        .then(|| (other.label.clone(), there.tag.clone()))
                        .and_then(|(label, tag)| Some((label, tag?)))
                })
                .collect();
            if !beside.is_empty() {
                here(Reason::TwinsDiffer, Why::Beside(beside));
            }
        }
    }
}

/// Whether two questions of one answer ask for the same and carry different tags.
fn differs(one: &Coding, other: &Coding) -> bool {
    let same: &[Asked] = &one.asked;
    !same.is_empty() && same == other.asked && other.tag.is_some() && one.tag != other.tag
}

fn look_at_words(document: &Document, coding: &Coding, here: &mut dyn FnMut(Reason, Why)) {
    if let Some(lost) = coding.evidence.iter().find(|evidence| !evidence.is_in_place(&document.body)) {
        here(Reason::LostEvidence, Why::Words(lost.quote.exact.clone()));
    }
}

fn look_at_tag(
    project: &Project,
    document: &Document,
    group: &AnswerGroup,
    coding: &Coding,
    tag: &Tag,
    here: &mut dyn FnMut(Reason, Why),
) {
    let codebook = project.codebook();
    let tagged = || Why::Tag(tag.id.clone());
    if coding.evidence.is_empty() {
        here(Reason::NoEvidence, tagged());
    }
    if codebook.lacks_facet(&tag.id, &coding.facets) {
        here(Reason::NoFacet, tagged());
    }
    if coding.codebook != codebook.version {
        here(Reason::OlderCodebook, Why::Version(coding.codebook.clone()));
    }
    let evidence = || coding.evidence.iter().map(|evidence| evidence.quote.exact.as_str());
    if tag.means == Meaning::Given {
        let answers = || group.answers.iter().map(|span| document.body.at(*span));
        let gives = if coding.evidence.is_empty() {
            answers().any(gives_something)
        } else {
            evidence().any(gives_something)
        };
        if !gives {
            let words = evidence().next().or_else(|| answers().next()).unwrap_or_default();
            here(Reason::GivenWithoutFact, Why::Words(words.to_owned()));
        }
    }
    if tag.means == Meaning::PutOff {
        let since = document.head.answered.or(document.head.issued);
        if let Some(date) = evidence().find_map(|words| named_date(words, since)) {
            here(Reason::PutOffWithDate, Why::Words(date));
        }
    }
    let none_yet = FacetId("none_yet".to_owned());
    let knows = codebook.facet(&none_yet).is_some();
    if knows && tag.means != Meaning::PutOff && coding.facets.contains(&none_yet) {
        here(Reason::NoneYetNotPutOff, tagged());
    }
}
