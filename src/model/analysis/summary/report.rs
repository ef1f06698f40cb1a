//! The first pages of a report on a whole project: what was counted, and what came out.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::block::{Block, Entry, Section};
use super::sheet::{my_name, sheet_tag};
use super::words::Counted;
use crate::model::analysis::chart::{Bar, BarChart, BarPart};
use crate::model::analysis::tally::document_state;
use crate::model::{CountBy, Document, ExportOrder, QuestionRef, Tag, TagId};

/// Bars over fewer than so many are shown in tints.
const FEW: usize = 10;

/// What stands before the sheets: title, what was counted, figures, contents.
pub(super) fn front(order: &ExportOrder<'_>, contents: Vec<Entry>) -> Section {
    let words = order.words.summary;
    let mut blocks = vec![
        Block::OwnTitle(order.title.to_owned()),
        Block::Paragraph((words.report.counted)(&counted(order))),
    ];
    blocks.extend(figures(order));
    if !contents.is_empty() {
        blocks.push(Block::Heading(words.contents.to_owned()));
        blocks.push(Block::Contents(contents));
    }
    Section { title: order.title.to_owned(), blocks }
}

/// The figures of all papers. The charts of the overview belong here.
fn figures(order: &ExportOrder<'_>) -> Vec<Block> {
    overall(order).map(Block::Bars).into_iter().collect()
}

fn counted(order: &ExportOrder<'_>) -> Counted {
    let tallies: Vec<_> =
        order.documents.iter().map(|document| document_state(order.project, document)).collect();
    let asked: Vec<Date> = order.documents.iter().filter_map(|document| document.head.asked).collect();
    let language = order.words.language;
    let ends = asked.iter().min().zip(asked.iter().max());
    Counted {
        by: order.choice.count_by,
        documents: order.documents.len(),
        questions: tallies.iter().map(|tally| tally.questions).sum(),
        tagged: tallies.iter().map(super::super::tally::Tally::tagged).sum(),
        asked: ends.map(|(first, last)| (language.date(*first), language.date(*last))),
        codebook: order.project.codebook().version.clone(),
        coder: if order.choice.coder_names { my_name(order.project).to_owned() } else { String::new() },
    }
}

/// One bar over everything that has a tag; none where nothing has.
fn overall(order: &ExportOrder<'_>) -> Option<BarChart> {
    let (by, words) = (order.choice.count_by, order.words.summary);
    let mut documents = Vec::new();
    let mut found: Vec<TagId> = Vec::new();
    for document in order.documents {
        let tags = tags_of(order, document);
        if !tags.is_empty() {
            documents.push(document.id);
        }
        found.extend(tags);
    }
    let n = found.len();
    if n == 0 {
        return None;
    }
    let part = |tag: &Tag| {
        let count = found.iter().filter(|id| **id == tag.id).count();
        let percent = u32::try_from((count * 200 + n) / (n * 2)).expect("at most a hundred");
        let tag = sheet_tag(order.project, &tag.id, words)?;
        (count > 0).then_some(BarPart { tag, count, share: count as f64 / n as f64, percent })
    };
    let bar = Bar {
        name: (words.report.all)(by).to_owned(),
        n,
        parts: order.project.codebook().tags.iter().filter_map(part).collect(),
        interval: String::new(),
        few: n < FEW,
        documents: documents.clone(),
    };
    Some(BarChart {
        title: (words.report.overall)(by).to_owned(),
        order: String::new(),
        unit: (words.report.unit)(n, by, documents.len()),
        interval_heading: String::new(),
        bars: vec![bar],
    })
}

/// The tags of a paper as they count: one for each question, or for each answer every tag once.
fn tags_of(order: &ExportOrder<'_>, document: &Document) -> Vec<TagId> {
    let mut tags = Vec::new();
    for group in &document.outline.groups {
        let mine = group.questions.iter().filter_map(|question| {
            let key = QuestionRef { document: document.id, question: question.id };
            order.project.my_coding(key)?.tag.clone()
        });
        match order.choice.count_by {
            CountBy::Questions => tags.extend(mine),
            CountBy::Answers => tags.extend(mine.collect::<BTreeSet<TagId>>()),
        }
    }
    tags
}
