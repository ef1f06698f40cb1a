//! The table of every question with tag and evidence; and large quotations.

use crate::files::export::colours::{BORDER, INK_2, INK_3, tints};
use crate::model::analysis::summary::{Findings, Quotation, SheetQuote, SheetRow};

use super::page::{question_anchor, widths};
use super::parts::{Item, Paragraph, Run, Style};
use super::strip::tag_runs;
use super::table::{Border, Cell, Height, Row, Side, Table};

/// Rows with more words than this may be parted by the end of a page.
const LONG: usize = 1200;
/// Height of the room between two answers.
const BETWEEN: u32 = 70;

pub(super) fn table(findings: &Findings, section: usize, title: &str) -> Vec<Item> {
    let answers: Vec<_> = findings.answers.iter().filter(|answer| !answer.rows.is_empty()).collect();
    if answers.is_empty() {
        return Vec::new();
    }
    let longest = answers.iter().flat_map(|answer| &answer.rows).map(|row| row.label.chars().count()).max();
    let label_width = 330 + 110 * u32::try_from(longest.unwrap_or_default().clamp(2, 10)).unwrap_or(10);
    let mut rows = vec![head(findings)];
    let mut counted = 0;
    for (nth, answer) in answers.iter().enumerate() {
        if nth > 0 {
            rows.push(between());
        }
        for (place, row) in answer.rows.iter().enumerate() {
            counted += 1;
            let lines = Lines {
                bottom: nth + 1 == answers.len() && place + 1 == answer.rows.len(),
                joint: answer.rows.len() > 1,
            };
            rows.push(self::row(row, question_anchor(section, counted), lines));
        }
    }
    let table = Table {
        about: title.to_owned(),
        widths: widths(&[label_width, 3500, 1750]),
        heads: 1,
        padding: (70, 55),
        rows,
    };
    vec![table.into()]
}

fn head(findings: &Findings) -> Row {
    let [question, tag, passage] = &findings.columns;
    let cell = |words: &str| {
        Cell::new(vec![Paragraph::own(Style::TableHead, words)])
            .within(vec![Border::thin(Side::Bottom, BORDER)])
    };
    Row::new(vec![cell(question).over(2), cell(tag), cell(passage)])
}

/// A line between two answers, with room below it: the lines at the left must not touch.
fn between() -> Row {
    let cell = Cell::new(vec![Paragraph::empty(Style::Gap)]).over(4);
    let cell = cell.within(vec![Border::thin(Side::Top, BORDER)]);
    Row { height: Height::Exactly(BETWEEN), ..Row::new(vec![cell]) }
}

/// Which lines a row has: one at the left joins the questions of an answer, one below ends the table.
#[derive(Clone, Copy)]
struct Lines {
    bottom: bool,
    joint: bool,
}

fn row(row: &SheetRow, anchor: String, lines: Lines) -> Row {
    let label = Paragraph { anchor: Some(anchor), ..Paragraph::own(Style::Label, &row.label) };
    let tag = match &row.tag {
        Some(tag) => Paragraph::new(Style::Tag, tag_runs(tag)),
        None => Paragraph::new(Style::Tag, vec![Run::own(&row.open).in_colour(INK_3)]),
    };
    let mut passage: Vec<Paragraph> =
        row.quotes.iter().map(|quote| Paragraph::new(Style::Passage, quoted(quote))).collect();
    passage.extend(said(&row.remarks, &row.memo));
    if passage.is_empty() {
        passage.push(Paragraph::empty(Style::Passage));
    }
    let words: usize = row.quotes.iter().map(|quote| quote.words.len()).sum::<usize>() + row.memo.len();
    let question = Paragraph::new(Style::Question, vec![Run::paper(&row.question)]);
    let cells = [vec![label], vec![question], vec![tag], passage].into_iter().enumerate();
    let cells = cells.map(|(column, paragraphs)| {
        let mut borders = Vec::new();
        if lines.bottom {
            borders.push(Border::thin(Side::Bottom, BORDER));
        }
        if lines.joint && column == 0 {
            borders.push(Border { width: 12, ..Border::thin(Side::Left, INK_3) });
        }
        Cell::new(paragraphs).within(borders)
    });
    Row { breaks: words + row.question.len() > LONG, ..Row::new(cells.collect()) }
}

/// The paper's words, and behind them the page in ours.
fn quoted(quote: &SheetQuote) -> Vec<Run> {
    let mut runs = vec![Run::paper(&quote.words)];
    if !quote.page.is_empty() {
        runs.push(Run { small: true, ..Run::own(format!(" ({})", quote.page)).in_colour(INK_3) });
    }
    runs
}

/// Remarks and memo, each a paragraph of its own.
pub(super) fn said(remarks: &[String], memo: &str) -> Vec<Paragraph> {
    let mut said = Vec::new();
    if !remarks.is_empty() {
        said.push(Paragraph::own(Style::Remarks, &remarks.join(" · ")));
    }
    if !memo.is_empty() {
        said.push(Paragraph::own(Style::Memo, memo));
    }
    said
}

pub(super) fn quotations(quotations: &[Quotation]) -> Vec<Item> {
    let mut items = Vec::new();
    for quotation in quotations {
        let bar = Some(quotation.tag.as_ref().map_or(BORDER, |tag| tints(tag.swatch).fill));
        let mut head = quotation.tag.as_ref().map(tag_runs).unwrap_or_default();
        if !head.is_empty() {
            head.push(Run::own("   "));
        }
        head.push(Run::own(format!("{} ", quotation.question_name)).bold());
        head.push(Run::paper(&quotation.question).in_colour(INK_2));
        items.push(Paragraph { bar, ..Paragraph::new(Style::QuotationHead, head) }.into());
        items.push(Paragraph { bar, ..Paragraph::new(Style::Quotation, quoted(&quotation.quote)) }.into());
    }
    items
}
