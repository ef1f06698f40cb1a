//! Invented papers, coded throughout by rule: every tag, passages that overlap, memos, facets, a promise, open questions.

use landtag_annotator::model::edits::promise::{self, PromiseStep};
use landtag_annotator::model::edits::{Change, Session, evidence, tagging};
use landtag_annotator::model::text::Span;
use landtag_annotator::model::{Document, FacetId, Problem, Project, QuestionRef, Until, UntilKind};

use super::{fixture, now, paper, sample, session, tag};

/// The sample, a paper with labels like `1.1`, one with many questions and one that is not segmented.
pub fn study() -> Session {
    let papers = [
        "papers/bayern-1-1-pflegeplaetze.txt",
        "papers/b-bundestag-21-2290.txt",
        "papers/b-saarland-17-288.txt",
        "unknown-form.txt",
    ];
    let papers = papers.iter().map(|name| paper(&fixture(name)));
    coded(std::iter::once(sample()).chain(papers).collect())
}

/// These papers, each question coded by its place.
pub fn coded(papers: Vec<Document>) -> Session {
    let questions: Vec<(QuestionRef, Vec<Span>)> = papers.iter().flat_map(passages).collect();
    let mut session = session(papers);
    for (place, (key, spans)) in questions.iter().enumerate() {
        code(&mut session, place, *key, spans);
    }
    session
}

/// Each question with the sentences of its answer.
fn passages(document: &Document) -> Vec<(QuestionRef, Vec<Span>)> {
    let mut all = Vec::new();
    for group in &document.outline.groups {
        let mut spans = Vec::new();
        for pieces in group.answers.iter().flat_map(|answer| document.paragraphs(*answer)) {
            for piece in pieces {
                spans.extend(landtag_annotator::model::analysis::sentences(
                    document.body.at(piece),
                    piece.start,
                ));
            }
        }
        for question in &group.questions {
            all.push((QuestionRef { document: document.id, question: question.id }, spans.clone()));
        }
    }
    all
}

fn code(session: &mut Session, place: usize, key: QuestionRef, spans: &[Span]) {
    let name = match place % 7 {
        6 => return,
        0 | 3 => "concrete",
        1 | 4 => "vague",
        _ => "deferred",
    };
    commit(session, |project| tagging::tag(project, key, Some(&tag(name)), now()));
    let facet = |id: &str| FacetId(id.to_owned());
    match name {
        "vague" => commit(session, |project| tagging::toggle_facet(project, key, &facet("partial"), now())),
        "deferred" => {
            commit(session, |project| tagging::toggle_facet(project, key, &facet("none_yet"), now()));
            let until = Until { kind: UntilKind::Condition, words: "nach Abschluss der Prüfung".into() };
            let step = PromiseStep::Announced(until, None);
            commit(session, |project| promise::say(project, key, step, now()));
        }
        _ => {}
    }
    if place % 5 == 2 {
        let memo = "Stand der Antwort, nicht der Anfrage.\nVergleiche <Frage 1> & „Anlage“.";
        commit(session, |project| tagging::memo(project, key, memo, now()));
    }
    // Questions of one answer share a sentence, and some passages reach into the next.
    let Some(first) = spans.get(place % spans.len().max(1)) else { return };
    commit(session, |project| evidence::add_to_all(project, &[key], *first, now()));
    if place % 3 == 1
        && let Some(last) = spans.get(place % spans.len() + 1)
    {
        let middle = landtag_annotator::model::text::byte_from_char;
        let document = session.project().document(key.document).expect("a paper of the project");
        let words = document.body.at(*last);
        let half = last.start + middle(words, words.chars().count() / 2);
        let long = Span::new(first.start.min(half), half.max(first.end));
        commit(session, |project| evidence::add_to_all(project, &[key], long, now()));
    }
}

fn commit(session: &mut Session, change: impl FnOnce(&Project) -> Result<Change, Problem>) {
    // A passage that is there already changes nothing and is refused.
    if let Ok(change) = change(session.project()) {
        session.commit(change).expect("fits");
    }
}
