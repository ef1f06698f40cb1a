//! The reading view: the whole text of a paper with the passages that were marked, and notes beside them.

use std::collections::BTreeSet;

use crate::model::text::Span;
use crate::model::{Coding, Document, Project, Question, QuestionRef, Unit};

use super::block::{Block, MarginNote, Mark, ReadingParagraph, ReadingRole, Run, Section};
use super::sheet;
use super::words::SummaryWords;

/// The reading view of a paper as I coded it. `coder` is the name under which I coded.
pub(super) fn reading(project: &Project, document: &Document, words: &SummaryWords, coder: &str) -> Section {
    let mut blocks = sheet::head(document, words);
    blocks.push(Block::Facts(sheet::facts(document, words)));
    blocks.push(sheet::outcome(project, document, words));
    if document.outline.is_segmented() {
        blocks.push(Block::Strip(sheet::strip(project, document, words)));
    }
    blocks.push(Block::Reading(paragraphs(project, document, words)));
    blocks.push(Block::Footer(sheet::footer(project, document, words, coder)));
    Section { title: document.title().to_owned(), blocks }
}

/// A passage of the text and the note on it.
struct Marked {
    span: Span,
    mark: Mark,
    note: MarginNote,
}

/// The text in the order of printing. The printed head is left out where the page's own head says the same, unless
/// something in it is marked.
fn paragraphs(project: &Project, document: &Document, words: &SummaryWords) -> Vec<ReadingParagraph> {
    let marked = marked(project, document, words);
    let mut paragraphs = Vec::new();
    let mut add = |role: ReadingRole, pieces: &[Span]| {
        paragraphs.extend(paragraph(document, role, pieces, &marked));
    };
    for (role, span) in parts(document, &marked) {
        if role == ReadingRole::Question {
            let pieces: Vec<Span> = document.paragraphs(span).concat();
            add(role, &pieces);
        } else {
            document.paragraphs(span).iter().for_each(|pieces| add(role, pieces));
        }
    }
    paragraphs
}

/// The parts of the text, each with its role.
fn parts(document: &Document, marked: &[Marked]) -> Vec<(ReadingRole, Span)> {
    if !document.outline.is_segmented() {
        return rest(document, document.body.span());
    }
    let mut parts = Vec::new();
    for unit in document.outline.units(document.body.as_str()) {
        let span = unit.span();
        match unit {
            Unit::Head(_) if !marked.iter().any(|passage| passage.span.overlaps(span)) => {}
            Unit::Question(..) => parts.push((ReadingRole::Question, span)),
            Unit::Answer(..) => parts.push((ReadingRole::Answer, span)),
            Unit::Rest(_) => parts.extend(rest(document, span)),
            Unit::Head(_)
            | Unit::Remark(_)
            | Unit::Transmission(_)
            | Unit::Joint(..)
            | Unit::Signature(_) => {
                parts.push((ReadingRole::Remark, span));
            }
        }
    }
    parts
}

/// What belongs to no question, and behind it the notes that were printed between the lines.
fn rest(document: &Document, span: Span) -> Vec<(ReadingRole, Span)> {
    let border = document.print.notes_start().unwrap_or(span.end).clamp(span.start, span.end);
    vec![
        (ReadingRole::Remark, Span::new(span.start, border)),
        (ReadingRole::Note, Span::new(border, span.end)),
    ]
}

/// Every marked passage in the order of the text, numbered from 1; of those that begin together the longest first.
fn marked(project: &Project, document: &Document, words: &SummaryWords) -> Vec<Marked> {
    let mut passages: Vec<(Span, &Question, &Coding)> = Vec::new();
    for question in document.outline.questions() {
        let key = QuestionRef { document: document.id, question: question.id };
        let Some(coding) = project.my_coding(key) else { continue };
        let mut spans: Vec<Span> = coding
            .evidence
            .iter()
            .filter(|evidence| evidence.is_in_place(&document.body))
            .map(|evidence| evidence.span)
            .collect();
        if spans.is_empty() && says_something(coding) {
            spans.push(label_of(document, question));
        }
        passages.extend(spans.into_iter().map(|span| (span, question, coding)));
    }
    // A stable order: questions that share a passage stay in theirs.
    passages.sort_by_key(|(span, ..)| (span.start, usize::MAX - span.end));
    let mut noted = BTreeSet::new();
    let number = |(place, (span, question, coding)): (usize, (Span, &Question, &Coding))| {
        // The first passage carries what was said of the question; further ones only name it.
        let is_first = noted.insert(question.id);
        let tag = coding.tag.as_ref().and_then(|tag| sheet::sheet_tag(project, tag, words));
        let note = MarginNote {
            number: place + 1,
            question_name: (words.question_name)(&question.label),
            tag: tag.clone(),
            remarks: if is_first { sheet::remarks(project, coding, words) } else { Vec::new() },
            memo: if is_first { coding.memo.trim().to_owned() } else { String::new() },
        };
        Marked { span, mark: Mark { number: place + 1, tag }, note }
    };
    passages.into_iter().enumerate().map(number).collect()
}

/// Whether a coding without a passage is worth a note.
fn says_something(coding: &Coding) -> bool {
    coding.tag.is_some() || !coding.facets.is_empty() || !coding.memo.trim().is_empty()
}

/// Where a note without a passage is hung up: what is printed before the question, or its first word.
fn label_of(document: &Document, question: &Question) -> Span {
    let text = document.body.as_str();
    let lead = question.lead.trim(text);
    if !lead.is_empty() {
        return lead;
    }
    let words = question.text.trim(text);
    let first = document.body.at(words).find(char::is_whitespace).unwrap_or(words.len());
    Span::new(words.start, words.start + first)
}

/// The pieces of a paragraph as runs, with the notes on what begins in it; nothing where no words stand.
fn paragraph(
    document: &Document,
    role: ReadingRole,
    pieces: &[Span],
    marked: &[Marked],
) -> Option<ReadingParagraph> {
    let (first, last) = (pieces.first()?, pieces.last()?);
    let whole = Span::new(first.start, last.end);
    let here: Vec<&Marked> = marked.iter().filter(|passage| passage.span.overlaps(whole)).collect();
    let mut runs: Vec<Run> = Vec::new();
    for piece in pieces {
        if !runs.is_empty() {
            // A page break or a line break inside a sentence: one blank, marked as the words around it.
            let gap = marks_at(&here, Span::new(piece.start - 1, piece.start));
            push(&mut runs, " ", gap);
        }
        let mut borders: Vec<usize> = here
            .iter()
            .flat_map(|passage| [passage.span.start, passage.span.end])
            .filter(|border| piece.start < *border && *border < piece.end)
            .chain([piece.start, piece.end])
            .collect();
        borders.sort_unstable();
        borders.dedup();
        for pair in borders.windows(2) {
            let part = Span::new(pair[0], pair[1]);
            push(&mut runs, document.body.at(part), marks_at(&here, part));
        }
    }
    let begins = |passage: &&&Marked| {
        let before = marked_before(passage.span, whole, document);
        !before
    };
    let notes = here.iter().filter(begins).map(|passage| passage.note.clone()).collect();
    Some(ReadingParagraph { role, runs, notes })
}

/// Whether a passage has words before this paragraph, so that its note stands there.
fn marked_before(passage: Span, paragraph: Span, document: &Document) -> bool {
    let before = Span::new(passage.start, paragraph.start);
    !before.is_empty() && !document.body.at(before).trim().is_empty()
}

fn marks_at(here: &[&Marked], part: Span) -> Vec<Mark> {
    here.iter().filter(|passage| passage.span.overlaps(part)).map(|passage| passage.mark.clone()).collect()
}

/// Words behind the last run, joined with it where the marks are the same.
fn push(runs: &mut Vec<Run>, words: &str, marks: Vec<Mark>) {
    match runs.last_mut() {
        Some(last) if last.marks == marks => last.words.push_str(words),
        _ => runs.push(Run { words: words.to_owned(), marks }),
    }
}
