//! What a report on a whole project has before its sheets: what was counted, what came out, the overview's charts.

use jiff::civil::Date;

use super::block::{Block, Entry, Section};
use super::sheet::my_name;
use super::words::Counted;
use crate::model::analysis::overview::{Overview, overview};
use crate::model::analysis::tally::{Tally, document_state};
use crate::model::{ExportOrder, Filter, Progress, Unfinished};

/// Papers drawn for intervals between two looks at whether somebody stopped the work.
const DRAWN_AT_ONCE: usize = 500_000;

/// The figures of all papers, with their intervals.
pub(super) fn figures(order: &ExportOrder<'_>, progress: &dyn Progress) -> Result<Overview, Unfinished> {
    let words = order.words.overview;
    let (filter, count_by) = (Filter::default(), order.choice.count_by);
    let mut figures = overview(order.project, order.documents, &filter, count_by, words);
    while figures.go_on(DRAWN_AT_ONCE, words) {
        progress.step(order.documents.len(), order.documents.len())?;
    }
    Ok(figures)
}

/// The first page: title, what was counted, everything in one bar, contents.
pub(super) fn front(order: &ExportOrder<'_>, figures: &Overview, contents: Vec<Entry>) -> Section {
    let words = order.words.summary;
    let mut blocks = vec![
        Block::OwnTitle(order.title.to_owned()),
        Block::Paragraph((words.counted)(&counted(order))),
        Block::Paragraph(figures.about.clone()),
    ];
    blocks.extend(figures.total.iter().map(|total| Block::Bars(total.chart.clone())));
    if !contents.is_empty() {
        blocks.push(Block::Heading(words.contents.to_owned()));
        blocks.push(Block::Contents(contents));
    }
    Section { title: order.title.to_owned(), blocks }
}

/// The charts, as the window shows them; none where nothing has a tag. What the first page says is left out.
pub(super) fn charts(figures: &Overview) -> Option<Section> {
    let total = figures.total.as_ref()?;
    let is_told = |block: &Block| match block {
        Block::Paragraph(text) => *text == figures.about,
        Block::Bars(chart) => *chart == total.chart,
        _ => false,
    };
    let blocks: Vec<Block> = figures.blocks().into_iter().filter(|block| !is_told(block)).collect();
    Some(Section { title: figures.title.clone(), blocks })
}

fn counted(order: &ExportOrder<'_>) -> Counted {
    let tallies: Vec<Tally> =
        order.documents.iter().map(|document| document_state(order.project, document)).collect();
    let asked: Vec<Date> = order.documents.iter().filter_map(|document| document.head.asked).collect();
    let language = order.words.language;
    let ends = asked.iter().min().zip(asked.iter().max());
    Counted {
        documents: order.documents.len(),
        questions: tallies.iter().map(|tally| tally.questions).sum(),
        tagged: tallies.iter().map(Tally::tagged).sum(),
        asked: ends.map(|(first, last)| (language.date(*first), language.date(*last))),
        coder: if order.choice.coder_names { my_name(order.project).to_owned() } else { String::new() },
    }
}
