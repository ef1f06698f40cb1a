//! What is to be said of a project that was read: what keeps it from being opened, and what is worth knowing.

use std::collections::BTreeSet;

use super::coding::{Coding, CodingKey};
use super::document::Document;
use super::finding::Finding;
use super::id::QuestionRef;
use super::project::Project;

impl Project {
    /// Everything worth saying of an opened project: lost quotations, doubts, decisions that decide nothing. Texts are checked
    /// against their SHA-256 by `files/storage`, which can compute it.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for document in self.documents() {
            let file = || document.origin.file.clone();
            for doubt in &document.outline.doubts {
                let doubt = doubt.kind.clone();
                findings.push(Finding::Doubt { document: document.id, file: file(), doubt });
            }
            for (key, coding) in self.codings_of(document.id) {
                for evidence in coding.evidence.iter().filter(|e| !e.is_in_place(&document.body)) {
                    let label = document.outline.question(key.question).map(|q| q.label.clone());
                    findings.push(Finding::QuoteLost {
                        document: document.id,
                        file: file(),
                        label: label.unwrap_or_default(),
                        words: evidence.quote.exact.clone(),
                    });
                }
            }
        }
        for (of, decision) in &self.idle_decisions {
            let (document, question) = (of.document, of.question);
            findings.push(if self.has_question(*of) {
                Finding::DecisionWithoutTag { document, question, tag: decision.tag.0.clone() }
            } else {
                Finding::DecisionWithoutQuestion { document, question }
            });
        }
        findings
    }
}

/// What is wrong with a document by itself. Also asked by `edits` before a document is put in.
pub(super) fn document_findings(document: &Document) -> Vec<Finding> {
    let (id, file) = (document.id, &document.origin.file);
    let text = document.body.as_str();
    let mut findings: Vec<Finding> = document
        .outline
        .spans()
        .filter(|span| !span.is_in(text))
        .map(|span| Finding::PlaceOutside {
            document: id,
            file: file.clone(),
            start: span.start,
            end: span.end,
        })
        .collect();
    let mut seen = BTreeSet::new();
    for question in document.outline.questions() {
        if !seen.insert(question.id) {
            findings.push(Finding::QuestionTwice { document: id, file: file.clone(), question: question.id });
        }
    }
    findings
}

/// What is wrong with a coding, where `known` are the questions there are.
pub(super) fn coding_finding(
    project: &Project,
    known: &BTreeSet<QuestionRef>,
    key: CodingKey,
    coding: &Coding,
) -> Option<Finding> {
    let (document, question) = (key.document, key.question);
    if !known.contains(&key.question_ref()) {
        return Some(Finding::CodingWithoutQuestion { document, question });
    }
    if !project.coders.contains_key(&key.coder) {
        return Some(Finding::CodingWithoutCoder { document, question, coder: key.coder.0 });
    }
    if let Some(tag) = coding.tag.as_ref().filter(|tag| project.codebook.tag(tag).is_none()) {
        return Some(Finding::CodingWithoutTag { document, question, tag: tag.0.clone() });
    }
    let unknown = coding.facets.iter().find(|facet| project.codebook.facet(facet).is_none())?;
    Some(Finding::CodingWithoutFacet { document, question, facet: unknown.0.clone() })
}
