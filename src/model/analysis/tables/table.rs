//! A table before it has a format: CSV, workbook, SPSS and the preview in the window write these.

use jiff::Timestamp;
use jiff::civil::Date;

/// A table of a name, with as many cells in each row as there are columns.
#[derive(Clone, PartialEq, Debug)]
pub struct Table {
    /// What the file or the sheet is called: `codings`, `units`.
    pub name: &'static str,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

/// A column. Its name is a word of ASCII letters, digits and `_`, so that every program takes it for a variable.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    pub name: String,
    pub kind: ColumnKind,
    /// What it holds, for people: a label in SPSS, a line in the description of a package.
    pub about: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ColumnKind {
    Text,
    /// Whole numbers.
    Number,
    Decimal,
    /// 0 or 1.
    Flag,
    Date,
    Time,
}

/// What stands in a row under a column: of the column's kind, or empty.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    Empty,
    /// Words of people or of papers: a spreadsheet must never take them for a formula, a number or a date.
    Text(String),
    Number(i64),
    Decimal(f64),
    Flag(bool),
    Date(Date),
    Time(Timestamp),
}

impl Column {
    #[must_use]
    pub fn new(name: &str, kind: ColumnKind, about: &str) -> Self {
        Self { name: name.to_owned(), kind, about: about.to_owned() }
    }
}

impl Cell {
    /// A text; an empty one is an empty cell.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    #[must_use]
    pub fn date(date: Option<Date>) -> Self {
        date.map_or(Self::Empty, Self::Date)
    }

    /// How many there are.
    #[must_use]
    pub fn count(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// A place, a number of days.
    #[must_use]
    pub fn number(number: Option<i64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
}
