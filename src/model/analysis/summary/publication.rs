//! Which pages a layout consists of.

use crate::model::{Document, ExportOrder, PageLayout, Progress, Unfinished};

use super::block::{Block, Entry, Publication, Section};
use super::press::press;
use super::reading::reading;
use super::report;
use super::sheet::{my_name, sheet_by};

/// The pages that were ordered: a section for each paper; before several papers one that lists them, and before a
/// report its figures.
pub fn publication(order: &ExportOrder<'_>, progress: &dyn Progress) -> Result<Publication, Unfinished> {
    let of = order.documents.len();
    let mut papers = Vec::with_capacity(of);
    for (done, document) in order.documents.iter().enumerate() {
        progress.step(done, of)?;
        papers.push(page(order, document));
    }
    progress.step(of, of)?;
    let (title, sections) = match &papers[..] {
        _ if order.choice.layout == PageLayout::Report => {
            let figures = report::figures(order, progress)?;
            let charts = report::charts(&figures);
            let inner: Vec<Section> = charts.into_iter().chain(papers).collect();
            let first = report::front(order, &figures, contents(&inner));
            (order.title.to_owned(), [vec![first], inner].concat())
        }
        [only] => (only.title.clone(), papers),
        _ => (order.title.to_owned(), [vec![front(order, contents(&papers))], papers].concat()),
    };
    Ok(Publication { language: order.words.language, title, sections })
}

fn page(order: &ExportOrder<'_>, document: &Document) -> Section {
    let (project, words) = (order.project, order.words.summary);
    let coder = if order.choice.coder_names { my_name(project) } else { "" };
    match order.choice.layout {
        PageLayout::Sheet | PageLayout::Report => sheet_by(project, document, words, coder),
        PageLayout::Press => press(order, document, coder),
        PageLayout::Reading => reading(project, document, words, coder),
    }
}

/// The first page before several papers.
fn front(order: &ExportOrder<'_>, contents: Vec<Entry>) -> Section {
    let blocks = vec![Block::OwnTitle(order.title.to_owned()), Block::Contents(contents)];
    Section { title: order.title.to_owned(), blocks }
}

/// The sections behind a first page, papers with what was found there.
fn contents(sections: &[Section]) -> Vec<Entry> {
    let entry = |(place, section): (usize, &Section)| Entry {
        section: place + 1,
        title: section.title.clone(),
        found: found(section),
    };
    sections.iter().enumerate().map(entry).collect()
}

/// The result of a paper in a line: its headline, or why there is none.
fn found(paper: &Section) -> String {
    let said = paper.blocks.iter().find_map(|block| match block {
        Block::Notice(notice) => Some(notice),
        _ => None,
    });
    let headline = paper.blocks.iter().find_map(|block| match block {
        Block::Outcome { headline, .. } => Some(headline),
        _ => None,
    });
    said.or(headline).cloned().unwrap_or_default()
}
