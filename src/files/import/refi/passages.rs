//! Coded passages become evidence: of the coding that a case claims them for, else of the question at whose answer
//! they stand.

use std::collections::BTreeSet;

use super::cases::Claims;
use super::desk::Desk;
use super::places::places;
use super::sources::{Coding, Selection};
use crate::model::text::{Quote, Span, unix_lines};
use crate::model::{CodeMeans, CodingKey, Document, Evidence, Omission, PassageFault, QuestionId, Round};

/// Takes over the passages of all papers.
pub(super) fn passages(desk: &mut Desk<'_>, claims: &Claims) {
    // ATLAS.ti writes Windows line ends and counts them once.
    let joins = desk.qde.origin.to_lowercase().contains("atlas");
    let mut seen = BTreeSet::new();
    for nth in 0..desk.papers.len() {
        let paper = &desk.papers[nth];
        let source = paper.source;
        let found = places(&paper.raw, &paper.document.body, &source.selections, joins);
        for (selection, span) in source.selections.iter().zip(found) {
            if !selection.guid.is_empty() && !seen.insert(selection.guid.as_str()) {
                desk.left_out.push(Omission::GuidTwice { name: shown(&selection.name) });
                continue;
            }
            let Some(span) = span else {
                leave(desk, nth, selection, PassageFault::NotThere);
                continue;
            };
            match claims.get(&selection.guid) {
                Some(keys) => claimed(desk, nth, selection, span, keys),
                None => unclaimed(desk, nth, selection, span),
            }
        }
        // Its text has served.
        desk.papers[nth].raw = String::new();
    }
}

/// A passage that a case names: the case has said the tag.
fn claimed(desk: &mut Desk<'_>, nth: usize, selection: &Selection, span: Span, keys: &[CodingKey]) {
    let evidence = evidence(&desk.papers[nth].document, span);
    for key in keys {
        desk.draft(*key, None).add_evidence(evidence.clone());
        for coding in &selection.codings {
            if desk.coder(&coding.user) != key.coder && desk.users.contains_key(&coding.user) {
                // Somebody else said something of these words.
                let own = Selection { codings: vec![copy(coding)], ..bare(selection) };
                unclaimed(desk, nth, &own, span);
                continue;
            }
            let source = desk.papers[nth].source.name.clone();
            match desk.means.get(&coding.code).cloned() {
                Some(CodeMeans::Tag(tag)) => {
                    desk.draft(*key, None).vote(tag, &source, &shown(&selection.name));
                }
                Some(CodeMeans::Facet(facet, above)) => desk.draft(*key, None).add_facet(facet, above),
                None => leave(desk, nth, selection, PassageFault::NoCode),
            }
        }
    }
}

fn unclaimed(desk: &mut Desk<'_>, nth: usize, selection: &Selection, span: Span) {
    let document = &desk.papers[nth].document;
    let questions = match questions_at(document, span) {
        Ok(questions) => questions,
        Err(why) => return leave(desk, nth, selection, why),
    };
    let (id, evidence) = (document.id, evidence(document, span));
    let source = desk.papers[nth].source.name.clone();
    let notes = selection.notes.iter().chain(selection.codings.iter().flat_map(|coding| &coding.notes));
    let notes: Vec<String> = notes.filter_map(|guid| desk.note(guid)).map(str::to_owned).collect();
    let mut users: BTreeSet<&str> = selection.codings.iter().map(|coding| coding.user.as_str()).collect();
    if users.is_empty() {
        users.insert(&selection.user);
    }
    for user in users {
        let coder = desk.coder(if user.is_empty() { &selection.user } else { user });
        let codings: Vec<&Coding> = selection.codings.iter().filter(|coding| coding.user == user).collect();
        let at = codings.iter().filter_map(|coding| coding.at).max().or(selection.at);
        for question in &questions {
            let key = CodingKey { document: id, question: *question, coder, round: Round::FIRST };
            desk.draft(key, at).add_evidence(evidence.clone());
            for coding in &codings {
                match desk.means.get(&coding.code).cloned() {
                    Some(CodeMeans::Tag(tag)) => {
                        desk.draft(key, at).vote(tag, &source, &shown(&selection.name));
                    }
                    Some(CodeMeans::Facet(facet, above)) => desk.draft(key, at).add_facet(facet, above),
                    None => {}
                }
            }
            let draft = desk.draft(key, at);
            draft.add_memo(&selection.description);
            for note in &notes {
                draft.add_memo(note);
            }
        }
        if codings.iter().any(|coding| !desk.means.contains_key(&coding.code)) {
            leave(desk, nth, selection, PassageFault::NoCode);
        }
    }
}

/// The questions that a passage supports: the one in whose text it stands, or all that its answer answers.
fn questions_at(document: &Document, span: Span) -> Result<Vec<QuestionId>, PassageFault> {
    let mut found: Vec<Vec<QuestionId>> = Vec::new();
    for group in &document.outline.groups {
        let answers = group.answers.iter().any(|answer| answer.overlaps(span));
        if answers {
            found.push(group.questions.iter().map(|question| question.id).collect());
            continue;
        }
        let asked: Vec<QuestionId> = group
            .questions
            .iter()
            .filter(|question| question.span().overlaps(span))
            .map(|question| question.id)
            .collect();
        if !asked.is_empty() {
            found.push(asked);
        }
    }
    found.retain(|questions| !questions.is_empty());
    match found.len() {
        0 => Err(PassageFault::NoQuestion),
        1 => Ok(found.swap_remove(0)),
        _ => Err(PassageFault::SeveralAnswers),
    }
}

fn evidence(document: &Document, span: Span) -> Evidence {
    Evidence { span, quote: Quote::of(&document.body, span) }
}

fn leave(desk: &mut Desk<'_>, nth: usize, selection: &Selection, why: PassageFault) {
    let source = desk.papers[nth].source.name.clone();
    desk.left_out.push(Omission::Passage { source, words: shown(&selection.name), why });
}

/// So much of a passage that a person finds it again.
fn shown(name: &str) -> String {
    const SHOWN: usize = 60;
    let line = unix_lines(name).split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SHOWN {
        return line;
    }
    line.chars().take(SHOWN).collect::<String>().trim_end().to_owned() + "…"
}

fn copy(coding: &Coding) -> Coding {
    Coding { code: coding.code.clone(), user: coding.user.clone(), at: coding.at, notes: Vec::new() }
}

/// A passage without what is said of it.
fn bare(selection: &Selection) -> Selection {
    Selection {
        name: selection.name.clone(),
        user: selection.user.clone(),
        at: selection.at,
        ..Selection::default()
    }
}
