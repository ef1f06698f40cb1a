//! The blocks of pages as paragraphs and tables.

use crate::model::analysis::summary::{Block, Entry, Publication, Section};

use super::parts::{Flow, Item, Paragraph, Run, Style, WIDTH};
use super::{charts, findings, reading, strip};
use crate::files::export::colours::INK_2;

/// A publication as a text of a word processor. The same publication always gives the same text.
pub(in crate::files::export) fn flow(publication: &Publication) -> Flow {
    let mut items = Vec::new();
    for (place, section) in publication.sections.iter().enumerate() {
        let from = items.len();
        for block in &section.blocks {
            push(&mut items, block, section, place + 1, publication);
        }
        if place > 0
            && let Some(Item::Paragraph(first)) = items.get_mut(from)
        {
            first.new_page = true;
        }
    }
    Flow { language: publication.language, title: publication.title.clone(), items }
}

/// The name of a section, for links.
pub(super) fn section_anchor(section: usize) -> String {
    format!("section_{section}")
}

pub(super) fn question_anchor(section: usize, question: usize) -> String {
    format!("section_{section}_question_{question}")
}

fn push(items: &mut Vec<Item>, block: &Block, section: &Section, number: usize, publication: &Publication) {
    let language = publication.language;
    let title = |style, run| {
        let anchor = Some(section_anchor(number));
        Item::from(Paragraph { anchor, ..Paragraph::new(style, vec![run]) })
    };
    match block {
        Block::Over(text) if text.is_empty() => {}
        Block::Over(text) => items.push(Paragraph::own(Style::Over, text).into()),
        Block::Title(text) => items.push(title(Style::Heading1, Run::paper(text))),
        Block::OwnTitle(text) => items.push(title(Style::Title, Run::own(text))),
        Block::Heading(text) => items.push(Paragraph::own(Style::Heading2, text).into()),
        Block::Facts(facts) => items.extend(facts.iter().map(fact)),
        Block::Outcome { headline, counts } => items.extend(outcome(headline, counts)),
        Block::Strip(strip) => {
            let leads = section.blocks.iter().any(|block| matches!(block, Block::Findings(_)));
            items.extend(strip::strip(strip, leads.then_some(number)));
        }
        Block::Findings(findings) => items.extend(findings::table(findings, number, &section.title)),
        Block::Quotations(quotations) => items.extend(findings::quotations(quotations)),
        Block::Reading(paragraphs) => items.extend(reading::reading(paragraphs, number, &section.title)),
        Block::Contents(entries) => {
            let entry = |(place, entry): (usize, &Entry)| {
                let title = if publication.is_paper(entry.section) { Run::paper } else { Run::own };
                self::entry(place + 1, entry, title(&entry.title))
            };
            items.extend(entries.iter().enumerate().map(entry));
        }
        Block::Bars(chart) => items.extend(charts::bars(chart, language)),
        Block::Days(chart) => items.extend(charts::days(chart, language)),
        Block::Strips(papers) => items.extend(charts::strips(papers)),
        Block::Paragraph(text) => items.push(Paragraph::own(Style::Own, text).into()),
        Block::Notice(text) => items.push(Paragraph::own(Style::Notice, text).into()),
        Block::Footer(lines) => {
            items.push(Paragraph::empty(Style::Space).into());
            let lines = lines.iter().filter(|line| !line.is_empty());
            items.extend(lines.map(|line| Paragraph::own(Style::Small, line).into()));
        }
    }
}

fn fact((name, value): &(String, String)) -> Item {
    let name = Run::own(format!("{name}\t")).in_colour(INK_2);
    Paragraph::new(Style::Facts, vec![name, Run::own(value)]).into()
}

fn outcome(headline: &str, counts: &str) -> Option<Item> {
    if headline.is_empty() && counts.is_empty() {
        return None;
    }
    Some(Paragraph::new(Style::Outcome, vec![Run::own(format!("{headline}\t")), small(counts)]).into())
}

fn small(words: &str) -> Run {
    Run { small: true, ..Run::own(words).in_colour(INK_2) }
}

fn entry(place: usize, entry: &Entry, title: Run) -> Item {
    let anchor = Some(section_anchor(entry.section + 1));
    let mut runs = vec![Run::own(format!("{place}.\t")), title.to(anchor)];
    if !entry.found.is_empty() {
        runs.push(Run::own(format!("\n{}", entry.found)).in_colour(INK_2));
    }
    Paragraph::new(Style::Contents, runs).into()
}

/// Widths of columns from parts of the whole line; the last takes what is left.
pub(super) fn widths(parts: &[u32]) -> Vec<u32> {
    let taken: u32 = parts.iter().sum();
    parts.iter().copied().chain([WIDTH.saturating_sub(taken)]).collect()
}
