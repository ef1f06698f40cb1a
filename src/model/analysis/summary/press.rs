//! The press page: the result of a paper in a line and a strip, and up to three quotations, on half a page.

use crate::model::text::Span;
use crate::model::{Coding, Document, ExportOrder, Question, QuestionRef, TagId};

use super::block::{Block, Quotation, Section, SheetQuote};
use super::sheet;
use super::words::SummaryWords;

/// So many quotations fit on half a page.
const MOST: usize = 3;
/// A passage that nobody chose for the press is cut behind so many characters, at the end of a word.
const LONGEST: usize = 260;

/// The press page of a paper. `coder` is the name under which I coded.
pub(super) fn press(order: &ExportOrder<'_>, document: &Document, coder: &str) -> Section {
    let (project, words) = (order.project, order.words.summary);
    let mut blocks = sheet::head(document, words);
    blocks.push(sheet::outcome(project, document, words));
    if document.outline.is_segmented() {
        blocks.push(Block::Strip(sheet::strip(project, document, words)));
        let quotations = quotations(order, document);
        if !quotations.is_empty() {
            blocks.push(Block::Quotations(quotations));
        }
    } else {
        blocks.push(Block::Notice(words.not_segmented.to_owned()));
    }
    let made = format!("{} {}", sheet::coded(project, words, coder), words.made_with);
    let lines = [sheet::definitions(project, document, words), source(document, words), made];
    blocks.push(Block::Footer(lines.into_iter().filter(|line| !line.is_empty()).collect()));
    Section { title: document.title().to_owned(), blocks }
}

/// Where the words stand: house, number or file, who asked and who answered.
fn source(document: &Document, words: &SummaryWords) -> String {
    let head = &document.head;
    let paper = match &head.number {
        Some(number) => format!("Drucksache {number}"),
        None => document.origin.file.clone(),
    };
    let house = head.parliament().map(|parliament| parliament.house.to_owned());
    let place = house.into_iter().chain([paper]).collect::<Vec<_>>().join(", ");
    let facts = sheet::facts(document, words).into_iter().filter(|(name, _)| name != words.duration);
    let facts = facts.map(|(name, value)| format!("{name}: {value}"));
    (words.press_source)(&[place].into_iter().chain(facts).collect::<Vec<_>>().join("; "))
}

/// The passages that a person chose in this paper; where nobody chose, the first of up to three questions.
fn quotations(order: &ExportOrder<'_>, document: &Document) -> Vec<Quotation> {
    let text = document.body.as_str();
    let is_here = |key: &QuestionRef, span: &Span| key.document == document.id && span.is_in(text);
    let chosen: Vec<Quotation> = order
        .choice
        .quotes
        .iter()
        .filter(|(key, span)| is_here(key, span))
        .filter_map(|(key, span)| {
            let question = document.outline.question(key.question)?;
            let quote = sheet::sheet_quote(document, *span, order.words.summary);
            Some(quotation(order, document, question, quote))
        })
        .collect();
    if chosen.is_empty() { first_quotations(order, document) } else { chosen }
}

fn first_quotations(order: &ExportOrder<'_>, document: &Document) -> Vec<Quotation> {
    let candidates: Vec<(&Question, &TagId, Span)> =
        document.outline.questions().filter_map(|question| first(order, document, question)).collect();
    let tags: Vec<(&TagId, Span)> = candidates.iter().map(|(_, tag, span)| (*tag, *span)).collect();
    let picked = different(&tags, MOST).into_iter().map(|place| {
        let (question, _, span) = candidates[place];
        let mut quote = sheet::sheet_quote(document, span, order.words.summary);
        quote.words = cut(&quote.words, LONGEST);
        quotation(order, document, question, quote)
    });
    picked.collect()
}

/// The first passage of a question that has a tag.
fn first<'a>(
    order: &ExportOrder<'a>,
    document: &Document,
    question: &'a Question,
) -> Option<(&'a Question, &'a TagId, Span)> {
    let coding: &Coding =
        order.project.my_coding(QuestionRef { document: document.id, question: question.id })?;
    let evidence = coding.evidence.iter().find(|evidence| evidence.is_in_place(&document.body))?;
    Some((question, coding.tag.as_ref()?, evidence.span))
}

/// Which of these to show, in their order: as many tags as there are, then the first of the rest. The same words
/// are not shown twice.
fn different(candidates: &[(&TagId, Span)], most: usize) -> Vec<usize> {
    let mut picked: Vec<usize> = Vec::new();
    for needs_new_tag in [true, false] {
        for (place, (tag, span)) in candidates.iter().enumerate() {
            let is_new_tag = picked.iter().all(|other| candidates[*other].0 != *tag);
            let is_new = picked.iter().all(|other| !candidates[*other].1.overlaps(*span));
            if picked.len() < most && is_new && (is_new_tag || !needs_new_tag) {
                picked.push(place);
            }
        }
    }
    picked.sort_unstable();
    picked
}

fn quotation(
    order: &ExportOrder<'_>,
    document: &Document,
    question: &Question,
    quote: SheetQuote,
) -> Quotation {
    let (project, words) = (order.project, order.words.summary);
    let coding = project.my_coding(QuestionRef { document: document.id, question: question.id });
    let tag = coding.and_then(|coding| coding.tag.as_ref());
    Quotation {
        quote,
        question_name: (words.question_name)(&question.label),
        question: document.reading(question.text).replace('\n', " "),
        tag: tag.and_then(|tag| sheet::sheet_tag(project, tag, words)),
    }
}

/// The words, ended with „…“ behind the last whole word where they are longer than `most` characters.
fn cut(words: &str, most: usize) -> String {
    let Some((limit, _)) = words.char_indices().nth(most) else {
        return words.to_owned();
    };
    let end = words[..limit].rfind(' ').unwrap_or(limit);
    format!("{} …", words[..end].trim_end_matches([' ', '…']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_are_of_different_tags_where_possible() {
        let tags: Vec<TagId> = ["k", "k", "v", "a"].map(|id| TagId(id.to_owned())).to_vec();
        let at = |place: usize| (&tags[place], Span::new(place * 10, place * 10 + 5));
        assert_eq!(different(&[at(0), at(1), at(2), at(3)], 3), [0, 2, 3]);
        assert_eq!(different(&[at(0), at(1), at(2)], 3), [0, 1, 2]);
        assert_eq!(different(&[at(0), at(0)], 3), [0], "the same words are not shown twice");
        assert!(different(&[], 3).is_empty());
    }

    #[test]
    fn long_words_end_behind_a_whole_one() {
        assert_eq!(cut("Die Linie fährt.", 20), "Die Linie fährt.");
        assert_eq!(cut("Die Linie fährt nicht.", 12), "Die Linie …");
        assert_eq!(cut("… ja und nein …", 11), "… ja und …");
        assert_eq!(cut("Donaudampfschifffahrt", 5), "Donau …");
    }
}
