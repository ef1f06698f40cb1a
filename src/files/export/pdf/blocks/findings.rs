//! The table of a sheet: every question with its tag and the passages behind it.

use std::rc::Rc;

use super::super::paper::{
    COLUMN, COLUMN_HEAD, LABEL, LEFT, MEMO, PAGE_OF_QUOTE, QUESTION, QUOTE, REMARK, RIGHT,
};
use super::super::piece::{Belongs, Drawing, Piece};
use super::super::structure::{Element, Role};
use super::super::typesetter::{Column, Typesetter, is_blank, widest};
use super::section::column_heads;
use super::signs::{PILL_TOP, blank_after, open_pill, pill};
use crate::model::analysis::summary::{Findings, SheetQuote, SheetRow, SheetTag};

const PADDING: f32 = 5.0;
const BETWEEN: f32 = 14.0;

/// Where the columns of the table stand.
struct Columns {
    label: Column,
    question: Column,
    tag: Column,
    passage: Column,
    /// All pills of a table are as wide as the widest.
    pill: f32,
}

/// The table, a piece for each row. `first` questions of the section have rows already.
pub(super) fn findings(typesetter: &mut Typesetter<'_>, findings: &Findings, first: usize) -> Vec<Piece> {
    let answers: Vec<_> = findings.answers.iter().filter(|answer| !answer.rows.is_empty()).collect();
    if answers.is_empty() {
        return Vec::new();
    }
    let columns = columns(typesetter, findings);
    let table = typesetter.element(Role::Table);
    let head = head(typesetter, table, &findings.columns, &columns);
    let body = typesetter.inner(table, Role::TableBody);
    let repeated = Rc::new(head.clone());
    let mut pieces = vec![Piece { before: 14.0, ..head }];
    let mut question = first;
    for (place, answer) in answers.iter().enumerate() {
        let last = answer.rows.len() - 1;
        for (nth, row) in answer.rows.iter().enumerate() {
            let set = self::row(typesetter, body, row, &columns);
            pieces.push(Piece {
                ruled: place > 0 && nth == 0,
                bracket: (last > 0).then_some((nth == 0, nth == last)),
                anchor: Some(typesetter.row(question)),
                head: Some(repeated.clone()),
                ..set
            });
            question += 1;
        }
    }
    // The table is closed by a rule.
    pieces.push(Piece { ruled: true, ..Piece::default() });
    pieces
}

fn columns(typesetter: &Typesetter<'_>, findings: &Findings) -> Columns {
    let rows = || findings.answers.iter().flat_map(|answer| &answer.rows);
    let labels = rows().map(|row| row.label.as_str());
    let label = widest(typesetter.faces, LABEL.face, LABEL.size, labels, 52.0).max(14.0);
    let pill = pill_width(typesetter, rows());
    let label = Column::new(LEFT + 10.0, label);
    let tag_width = pill + BETWEEN;
    let left = label.right() + 8.0;
    let room = RIGHT - left - tag_width;
    let question = Column::new(left, room * share(findings) - BETWEEN);
    let tag = Column::new(question.right() + BETWEEN, pill);
    let passage_x = tag.x + tag_width;
    Columns { label, question, tag, passage: Column::new(passage_x, RIGHT - passage_x), pill }
}

/// The part of the room that questions take: as much as they have of the words, but never nearly all or nothing.
fn share(findings: &Findings) -> f32 {
    let (mut asked, mut passages) = (0.0, 0.0);
    for row in findings.answers.iter().flat_map(|answer| &answer.rows) {
        asked += row.question.len() as f32;
        let quotes = row.quotes.iter().map(|quote| quote.words.len() + quote.page.len()).sum::<usize>();
        let remarks = row.remarks.iter().map(String::len).sum::<usize>();
        passages += (quotes + remarks + row.memo.len()) as f32;
    }
    // Half of it follows the words, so that papers that lie side by side look alike.
    let share = if asked + passages > 0.0 { asked / (asked + passages) } else { 0.5 };
    f32::midpoint(share, 0.43).clamp(0.36, 0.62)
}

fn pill_width<'r>(typesetter: &Typesetter<'_>, rows: impl Iterator<Item = &'r SheetRow>) -> f32 {
    use super::super::paper::{PILL_LETTER, PILL_WORD};
    let wide = |tag: &SheetTag| {
        let letter = typesetter.fitted(PILL_LETTER, &tag.letter, 60.0);
        let name = typesetter.fitted(PILL_WORD, &tag.name, COLUMN * 0.2);
        typesetter.width(PILL_LETTER, &letter).max(8.5) + typesetter.width(PILL_WORD, &name) + 17.0
    };
    rows.filter_map(|row| row.tag.as_ref()).map(wide).fold(58.0, f32::max).min(COLUMN * 0.22)
}

fn head(typesetter: &mut Typesetter<'_>, table: Element, names: &[String; 3], columns: &Columns) -> Piece {
    let head = typesetter.inner(table, Role::TableHead);
    let row = typesetter.inner(head, Role::Row);
    let mut drawings = Vec::new();
    let mut below = 0.0_f32;
    let places = [
        Column::new(columns.label.x, columns.question.right() - columns.label.x),
        Column::new(columns.tag.x, columns.tag.width + BETWEEN - 2.0),
        columns.passage,
    ];
    for (name, column) in names.iter().zip(places) {
        let cell = typesetter.inner(row, Role::ColumnHead);
        let lines = typesetter.set(&mut drawings, cell, COLUMN_HEAD, name, column, 0.0);
        below = below.max(lines);
    }
    column_heads(drawings, (below / COLUMN_HEAD.leading).round() as usize)
}

fn row(typesetter: &mut Typesetter<'_>, body: Element, row: &SheetRow, columns: &Columns) -> Piece {
    let element = typesetter.inner(body, Role::Row);
    let mut drawings = Vec::new();
    // The number belongs to the question: one cell, which heads the row.
    let asked = typesetter.inner(element, Role::RowHead);
    typesetter.is_of_paper(asked);
    let below_label = typesetter.set(&mut drawings, asked, LABEL, &row.label, columns.label, PADDING);
    let last = drawings.pop().map(blank_after);
    drawings.extend(last);
    let below_question =
        typesetter.set(&mut drawings, asked, QUESTION, &row.question, columns.question, PADDING);

    let cell = typesetter.inner(element, Role::Cell);
    let place = (columns.tag.x, PADDING + PILL_TOP);
    let widths = (columns.pill, columns.pill);
    let below_tag = match &row.tag {
        Some(tag) => pill(typesetter, &mut drawings, cell, tag, place, widths),
        None => open_pill(typesetter, &mut drawings, cell, &row.open, place, widths),
    };
    let cell = typesetter.inner(element, Role::Cell);
    let below_passage = passage(typesetter, &mut drawings, cell, row, columns.passage);
    let below = [below_label, below_question, below_tag, below_passage].into_iter().fold(0.0, f32::max);
    Piece { height: below + PADDING + 1.0, drawings, ..Piece::default() }
}

/// Quotations, and under them in italics what is remarked and the coder's own words.
fn passage(
    typesetter: &mut Typesetter<'_>,
    to: &mut Vec<Drawing>,
    cell: Element,
    row: &SheetRow,
    column: Column,
) -> f32 {
    let mut y = PADDING;
    for (nth, quote) in row.quotes.iter().enumerate() {
        if nth > 0 {
            y += 3.0;
        }
        let element = typesetter.inner(cell, Role::Quotation);
        typesetter.is_of_paper(element);
        y = self::quote(typesetter, to, element, quote, column, y);
    }
    let mut small = |typesetter: &mut Typesetter<'_>, style, words: &str| {
        if !is_blank(words) {
            let element = typesetter.inner(cell, Role::Paragraph);
            y = typesetter.set(to, element, style, words, column, y + 1.0);
        }
    };
    small(typesetter, MEMO, &row.memo);
    small(typesetter, REMARK, &row.remarks.join(" · "));
    if row.quotes.is_empty() && to.iter().all(|drawing| drawing.belongs != Belongs::To(cell)) {
        // An empty cell is still a cell: without one, whoever hears the table loses the column.
        to.push(Drawing::line(Belongs::To(cell), REMARK, " ", column.x, PADDING));
    }
    y
}

/// A passage, and its page behind the last word where there is room, else below it.
fn quote(
    typesetter: &Typesetter<'_>,
    to: &mut Vec<Drawing>,
    element: Element,
    quote: &SheetQuote,
    column: Column,
    y: f32,
) -> f32 {
    let below = typesetter.set(to, element, QUOTE, &quote.words, column, y);
    if is_blank(&quote.page) {
        return below;
    }
    let page = typesetter.fitted(PAGE_OF_QUOTE, &quote.page, column.width);
    let last = to.last().and_then(|drawing| match &drawing.what {
        super::super::piece::What::Words { x, words, .. } if below > y => {
            Some(x + typesetter.width(QUOTE, words.trim_end()) + 5.0)
        }
        _ => None,
    });
    let belongs = Belongs::To(element);
    match last {
        Some(x) if x + typesetter.width(PAGE_OF_QUOTE, &page) <= column.right() => {
            // A blank of its own parts the page from the words.
            let page = format!(" {page}");
            let blank = typesetter.width(PAGE_OF_QUOTE, " ");
            let top = below - QUOTE.leading + QUOTE.baseline() - PAGE_OF_QUOTE.baseline();
            to.push(Drawing::line(belongs, PAGE_OF_QUOTE, &page, x - blank, top));
            below
        }
        _ => {
            to.push(Drawing::line(belongs, PAGE_OF_QUOTE, &page, column.x, below - 1.5));
            below - 1.5 + PAGE_OF_QUOTE.leading
        }
    }
}
