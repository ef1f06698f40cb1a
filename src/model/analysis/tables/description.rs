//! The description of tables as a table: a row for each column of each, so that programs read them with fitting types.

use super::field::{Field, columns};
use super::table::{Cell, ColumnKind, Table};
use super::words::TableWords;

const FIELDS: [Field; 4] = [Field::TableName, Field::ColumnName, Field::TypeName, Field::About];

#[must_use]
pub fn description(tables: &[Table], words: &TableWords) -> Table {
    let rows = tables.iter().flat_map(|table| {
        table.columns.iter().map(|column| {
            // In the order of FIELDS.
            let row: [Cell; FIELDS.len()] = [
                Cell::text(table.name),
                Cell::text(&column.name),
                Cell::text(kind(column.kind)),
                Cell::text(&column.about),
            ];
            Vec::from(row)
        })
    });
    Table { name: "columns", columns: columns(&FIELDS, words), rows: rows.collect() }
}

fn kind(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Text => "text",
        ColumnKind::Number => "number",
        ColumnKind::Decimal => "decimal",
        ColumnKind::Flag => "flag",
        ColumnKind::Date => "date",
        ColumnKind::Time => "time",
    }
}
