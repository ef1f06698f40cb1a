//! The strip of a summary as a table: a row of cells, below it the brackets of joint answers and their word.

use crate::files::export::cells::{Place, columns, is_joint, places};
use crate::files::export::colours::{BORDER, INK_2, INK_3, tints};
use crate::model::analysis::summary::{SheetTag, Strip, StripAnswer, StripCell};

use super::page::question_anchor;
use super::parts::{Item, Paragraph, Run, Style, WIDTH};
use super::table::{Border, Cell, Height, Row, Side, Table};

/// Between two cells.
const GAP: u32 = 90;
const CELL_HEIGHT: u32 = 460;
const BRACKET_HEIGHT: u32 = 90;

/// A cell that stands somewhere in a line of the strip.
struct Placed<'a> {
    column: usize,
    cell: &'a StripCell,
    link: Option<String>,
}

/// A bracket over the cells `from..=until` of a line.
struct Bracket {
    from: usize,
    until: usize,
    /// Whether the answer began in an earlier line, or goes on in the next.
    begins: bool,
    ends: bool,
}

/// `section` is where the table stands that the cells lead to.
pub(super) fn strip(strip: &Strip, section: Option<usize>) -> Vec<Item> {
    let columns = columns(&strip.answers);
    let all = places(&strip.answers, columns);
    let lines = all.iter().flatten().map(|place| place.line + 1).max().unwrap_or_default();
    let mut rows = Vec::new();
    for line in 0..lines {
        let placed = cells_of(&strip.answers, &all, line, section);
        let brackets = brackets_of(&strip.answers, &all, line);
        rows.push(cell_row(&placed, columns));
        if !brackets.is_empty() {
            rows.push(bracket_row(&brackets, columns));
            rows.push(word_row(&brackets, columns, &strip.jointly));
        }
        if line + 1 < lines {
            rows.push(Row { height: Height::Exactly(GAP), breaks: false, cells: vec![gap(columns * 2 - 1)] });
        }
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let table = Table { about: String::new(), widths: widths(columns), heads: 0, padding: (30, 0), rows };
    vec![table.into(), Paragraph::empty(Style::Space).into()]
}

fn widths(columns: usize) -> Vec<u32> {
    let count = u32::try_from(columns).expect("a line of a strip has few cells");
    let cell = (WIDTH - GAP * (count - 1)) / count;
    let mut widths: Vec<u32> = (0..columns).flat_map(|_| [cell, GAP]).collect();
    widths.pop();
    widths
}

fn cells_of<'a>(
    answers: &'a [StripAnswer],
    all: &[Vec<Place>],
    line: usize,
    section: Option<usize>,
) -> Vec<Placed<'a>> {
    let cells = answers.iter().flat_map(|answer| &answer.cells).zip(all.iter().flatten()).enumerate();
    cells
        .filter(|(_, (_, place))| place.line == line)
        .map(|(nth, (cell, place))| {
            let link = section.map(|section| question_anchor(section, nth + 1));
            Placed { column: place.column, cell, link }
        })
        .collect()
}

fn brackets_of(answers: &[StripAnswer], all: &[Vec<Place>], line: usize) -> Vec<Bracket> {
    let joint = answers.iter().zip(all).filter(|(answer, _)| is_joint(answer));
    joint
        .filter_map(|(_, places)| {
            let here: Vec<&Place> = places.iter().filter(|place| place.line == line).collect();
            Some(Bracket {
                from: here.first()?.column,
                until: here.last()?.column,
                begins: places.first()?.line == line,
                ends: places.last()?.line == line,
            })
        })
        .collect()
}

fn gap(span: usize) -> Cell {
    Cell::new(vec![Paragraph::empty(Style::Gap)]).over(span)
}

fn cell_row(placed: &[Placed<'_>], columns: usize) -> Row {
    let mut cells = Vec::new();
    let mut at = 0;
    for placed in placed {
        let column = placed.column * 2;
        if column > at {
            cells.push(gap(column - at));
        }
        cells.push(cell(placed));
        at = column + 1;
    }
    if at < columns * 2 - 1 {
        cells.push(gap(columns * 2 - 1 - at));
    }
    Row { height: Height::AtLeast(CELL_HEIGHT), breaks: false, cells }
}

fn cell(placed: &Placed<'_>) -> Cell {
    let label = &placed.cell.label;
    let Some(tag) = &placed.cell.tag else {
        let run = Run::own(label).in_colour(INK_2).to(placed.link.clone());
        let dotted = |side| Border { dotted: true, width: 8, ..Border::thin(side, BORDER) };
        let cell = Cell::new(vec![Paragraph::new(Style::Cell, vec![run])]);
        return cell.within(Side::ALL.map(dotted).to_vec()).in_the_middle();
    };
    let colours = tints(tag.swatch);
    let label = Run::own(format!("{label} ")).bold().in_colour(colours.on).to(placed.link.clone());
    let letter = Run { line: Some((tag.line, colours.on)), words: tag.letter.clone(), ..label.clone() };
    Cell::new(vec![Paragraph::new(Style::Cell, vec![label, letter])]).on(colours.fill).in_the_middle()
}

/// Cells from bracket to bracket, with what `of` makes of each.
fn across(brackets: &[Bracket], columns: usize, of: impl Fn(&Bracket) -> Cell) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut at = 0;
    for bracket in brackets {
        let (from, until) = (bracket.from * 2, bracket.until * 2 + 1);
        if from > at {
            cells.push(gap(from - at));
        }
        cells.push(of(bracket).over(until - from));
        at = until;
    }
    if at < columns * 2 - 1 {
        cells.push(gap(columns * 2 - 1 - at));
    }
    cells
}

fn bracket_row(brackets: &[Bracket], columns: usize) -> Row {
    let cells = across(brackets, columns, |bracket| {
        let mut borders = vec![Border::thin(Side::Bottom, INK_3)];
        if bracket.begins {
            borders.push(Border::thin(Side::Left, INK_3));
        }
        if bracket.ends {
            borders.push(Border::thin(Side::Right, INK_3));
        }
        gap(1).within(borders)
    });
    Row { height: Height::Exactly(BRACKET_HEIGHT), breaks: false, cells }
}

fn word_row(brackets: &[Bracket], columns: usize, jointly: &str) -> Row {
    let cells = across(brackets, columns, |bracket| {
        // A single cell is too narrow for the word, and a joint answer always has a wider piece.
        let words = if bracket.until > bracket.from { jointly } else { "" };
        Cell::new(vec![Paragraph::own(Style::Bracket, words)])
    });
    Row::new(cells)
}

/// A tag as letter, word, colour.
pub(super) fn tag_runs(tag: &SheetTag) -> Vec<Run> {
    let colours = tints(tag.swatch);
    vec![
        Run::own(format!("\u{a0}{}\u{a0}", tag.letter)).bold().in_colour(colours.on).on(colours.fill),
        Run::own(format!(" {}", tag.name)).in_colour(colours.text),
    ]
}
