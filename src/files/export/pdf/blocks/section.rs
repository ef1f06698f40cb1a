//! A section: its blocks in their order.

use super::super::paper::{COLUMN, COLUMN_HEAD, FOOTER, HEADING, LEFT, OWN_TITLE, PARAGRAPH};
use super::super::piece::{Drawing, Piece, Stroke, What};
use super::super::structure::Role;
use super::super::typesetter::{Column, Typesetter, is_blank};
use super::{bars, contents, days, findings, notice, quotations, reading, strip, strips, top};
use crate::files::export::colours::BORDER;
use crate::model::analysis::summary::{Block, Section};

/// The pieces of a section.
pub(in super::super) fn section(typesetter: &mut Typesetter<'_>, section: &Section) -> Vec<Piece> {
    let questions = section.blocks.iter().map(questions).sum();
    typesetter.begin_section(questions);
    let mut pieces = Vec::new();
    // Questions whose rows are set.
    let mut done = 0;
    for block in &section.blocks {
        match block {
            Block::Over(words) => pieces.extend(top::over(typesetter, words)),
            Block::Title(words) => pieces.extend(top::title(typesetter, words)),
            Block::OwnTitle(words) => pieces.extend(heading(typesetter, 1, words)),
            Block::Heading(words) => pieces.extend(heading(typesetter, 2, words)),
            Block::Facts(facts) => pieces.extend(top::facts(typesetter, facts)),
            Block::Outcome { headline, counts } => {
                pieces.extend(top::outcome(typesetter, headline, counts));
            }
            Block::Strip(strip) => pieces.extend(strip::strip(typesetter, strip, questions)),
            Block::Findings(findings) => {
                pieces.extend(findings::findings(typesetter, findings, done));
                done += self::questions(block);
            }
            Block::Quotations(quotations) => {
                pieces.extend(quotations::quotations(typesetter, quotations));
            }
            Block::Reading(paragraphs) => pieces.extend(reading::reading(typesetter, paragraphs)),
            Block::Contents(entries) => pieces.extend(contents::contents(typesetter, entries)),
            Block::Bars(chart) => pieces.extend(bars::bars(typesetter, chart)),
            Block::Days(chart) => pieces.extend(days::days(typesetter, chart)),
            Block::Strips(papers) => pieces.extend(strips::strips(typesetter, papers)),
            Block::Paragraph(words) => pieces.extend(paragraph(typesetter, words)),
            Block::Notice(words) => pieces.extend(notice::notice(typesetter, words)),
            Block::Footer(lines) => pieces.extend(footer(typesetter, lines)),
        }
    }
    pieces
}

/// How many questions have rows in a block.
fn questions(block: &Block) -> usize {
    match block {
        Block::Findings(findings) => findings.answers.iter().map(|answer| answer.rows.len()).sum(),
        _ => 0,
    }
}

/// Our own headings, of a section or a part of one.
fn heading(typesetter: &mut Typesetter<'_>, level: u16, words: &str) -> Option<Piece> {
    if is_blank(words) {
        return None;
    }
    let (style, before) = if level == 1 { (OWN_TITLE, 12.0) } else { (HEADING, 20.0) };
    let piece = typesetter.words(Role::Heading(level, words.to_owned()), style, words);
    Some(Piece { before, with_next: true, ..piece })
}

fn paragraph(typesetter: &mut Typesetter<'_>, words: &str) -> Option<Piece> {
    if is_blank(words) {
        return None;
    }
    Some(Piece { before: 8.0, ..typesetter.words(Role::Paragraph, PARAGRAPH, words) })
}

/// Small print: narrower than the page, so that its short lines can be read.
fn footer(typesetter: &mut Typesetter<'_>, lines: &[String]) -> Vec<Piece> {
    let column = Column::new(LEFT, COLUMN * 0.86);
    let mut pieces = Vec::new();
    for line in lines.iter().filter(|line| !is_blank(line)) {
        let element = typesetter.element(Role::Paragraph);
        let mut drawings = Vec::new();
        let height = typesetter.set(&mut drawings, element, FOOTER, line, column, 0.0);
        let before = if pieces.is_empty() { 11.0 } else { 1.6 };
        pieces.push(Piece { height, before, drawings, with_next: true, ..Piece::default() });
    }
    // Small print stays together.
    if let Some(last) = pieces.last_mut() {
        last.with_next = false;
    }
    pieces
}

/// The name of a chart, and beside it what is counted and in which order; at the right what stands below.
pub(super) fn caption(typesetter: &mut Typesetter<'_>, title: &str, about: &[&str]) -> Vec<Piece> {
    let about: Vec<&str> = about.iter().copied().filter(|text| !is_blank(text)).collect();
    let mut pieces: Vec<Piece> = heading(typesetter, 2, title).into_iter().collect();
    if !about.is_empty() {
        let style = super::super::paper::CHART_SMALL;
        let piece = typesetter.words(Role::Paragraph, style, &about.join(" · "));
        let before = if pieces.is_empty() { 16.0 } else { 0.0 };
        pieces.push(Piece { before, with_next: true, ..piece });
    }
    pieces
}

/// A row of column headings with a rule below it, as a piece that is repeated on every page.
pub(super) fn column_heads(drawings: Vec<Drawing>, lines: usize) -> Piece {
    let height = COLUMN_HEAD.leading * lines.max(1) as f32 + 4.0;
    let mut drawings = drawings;
    let points = vec![(LEFT, height), (LEFT + COLUMN, height)];
    drawings.push(Drawing::ornament(What::Line { points, stroke: Stroke::plain(BORDER, 0.6) }));
    Piece { height, with_next: true, drawings, ..Piece::default() }
}
