//! A table as comma separated values: tidy for programs, or as a German spreadsheet opens it.

use csv::{Terminator, WriterBuilder};

use crate::model::analysis::tables::{Cell, Table};

/// UTF-8 without byte order mark, commas, LF, decimal points. Dates are ISO 8601, times UTC.
///
/// Text that a spreadsheet would calculate gets an apostrophe before it.
#[must_use]
pub fn csv(table: &Table) -> String {
    written(table, b',', Terminator::Any(b'\n'), &|cell| cell_text(cell, '.'))
}

/// The same for a German spreadsheet, which takes a comma for a decimal one: semicolons, CRLF, decimal commas, and a
/// byte order mark, without which it takes UTF-8 for Windows-1252.
#[must_use]
pub fn csv_german(table: &Table) -> String {
    format!("\u{feff}{}", written(table, b';', Terminator::CRLF, &|cell| cell_text(cell, ',')))
}

/// # Panics
/// Never: memory takes every byte, every row has all columns, and every cell is text.
pub(super) fn written(
    table: &Table,
    delimiter: u8,
    terminator: Terminator,
    text: &dyn Fn(&Cell) -> String,
) -> String {
    let mut out = WriterBuilder::new().delimiter(delimiter).terminator(terminator).from_writer(Vec::new());
    out.write_record(table.columns.iter().map(|column| &column.name)).expect("memory takes every byte");
    for row in &table.rows {
        out.write_record(row.iter().map(text)).expect("every row has all columns");
    }
    let bytes = out.into_inner().expect("memory takes every byte");
    String::from_utf8(bytes).expect("every cell is text")
}

fn cell_text(cell: &Cell, decimal: char) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => guarded(text),
        Cell::Number(number) => number.to_string(),
        Cell::Decimal(number) => number.to_string().replace('.', &decimal.to_string()),
        Cell::Flag(is) => u8::from(*is).to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Time(time) => time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
    }
}

/// Text that cannot be a formula. A spreadsheet calculates a cell that begins with `=`, `+`, `-` or `@` (some also
/// with their wide forms), and skips a tab or line break before such a sign, so that a quotation could run
/// `=HYPERLINK(…)` on the reader's computer. OWASP's rule against CSV injection puts an apostrophe before such a
/// text; quoting the cell is not enough. So that it can be taken away again without a doubt, a text that already
/// begins with apostrophes before such a sign gets one more: who reads the table for its words takes one away
/// from every text that fits `^'+[=+\-@…]`. Numbers, dates and ids are ours and stay as they are.
pub(super) fn guarded(text: &str) -> String {
    let runs = text
        .trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if runs { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::analysis::tables::{Column, ColumnKind};

    fn table() -> Table {
        let columns =
            [("words", ColumnKind::Text), ("share", ColumnKind::Decimal), ("day", ColumnKind::Date)];
        Table {
            name: "x",
            columns: columns.map(|(name, kind)| Column::new(name, kind, "")).into(),
            rows: vec![
                vec![
                    Cell::text("„Ja“; a, \"b\"\nc"),
                    Cell::Decimal(0.25),
                    Cell::Date(jiff::civil::date(2026, 4, 10)),
                ],
                vec![Cell::text("=1+1"), Cell::Decimal(-1.5), Cell::Empty],
            ],
        }
    }

    #[test]
    fn one_for_programs_one_for_german_spreadsheets() {
        assert_eq!(
            csv(&table()),
            "words,share,day\n\"„Ja“; a, \"\"b\"\"\nc\",0.25,2026-04-10\n'=1+1,-1.5,\n"
        );
        assert_eq!(
            csv_german(&table()),
            "\u{feff}words;share;day\r\n\"„Ja“; a, \"\"b\"\"\nc\";0,25;2026-04-10\r\n'=1+1;-1,5;\r\n"
        );
    }

    #[test]
    fn no_text_is_a_formula_and_the_guard_can_be_taken_away() {
        for text in ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", "'=1", "''-", "＝1"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["1=1", "'n'", "", "'", "a"] {
            assert_eq!(guarded(text), text);
        }
    }
}
