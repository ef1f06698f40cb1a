//! A table as SPSS and PSPP read it: syntax with labels and types, and the data beside it.

use std::fmt::Write as _;

use csv::Terminator;

use super::csv::{guarded, written};
use super::output::Output;
use crate::model::ExportOrder;
use crate::model::analysis::tables::{Cell, Column, ColumnKind, MISSING, Table};

/// The longest text of a variable, in bytes of UTF-8.
const LONGEST: usize = 32_767;

/// The longest label of a variable, in bytes.
const LONGEST_LABEL: usize = 255;

/// `<table>.sps` and `<table>.csv`, to be kept in one folder. Line breaks inside texts become blanks, because a row
/// is a line there; texts that are longer than a variable can be are cut with „…“.
#[must_use]
pub fn spss(order: &ExportOrder<'_>, table: &Table) -> Output {
    let name = table.name;
    let texts: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(cell_text).collect()).collect();
    let widths: Vec<usize> = (0..table.columns.len())
        .map(|nth| texts.iter().map(|row| row[nth].len()).max().unwrap_or(0).max(1))
        .collect();
    let data = written(table, b',', Terminator::Any(b'\n'), &cell_text);
    let syntax = syntax(order, table, &widths);
    Output::Folder(vec![
        (format!("{name}.sps"), syntax.into_bytes()),
        (format!("{name}.csv"), data.into_bytes()),
    ])
}

fn cell_text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => cut(&guarded(&one_line(text)), LONGEST),
        Cell::Number(number) => number.to_string(),
        Cell::Decimal(number) => number.to_string(),
        Cell::Flag(is) => u8::from(*is).to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Time(time) => time.strftime("%Y-%m-%d %H:%M:%S").to_string(),
    }
}

/// Without line breaks and other control characters, which end a row or a text there.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// At most so many bytes, with „…“ where something is left out.
fn cut(text: &str, bytes: usize) -> String {
    if text.len() <= bytes {
        return text.to_owned();
    }
    let end = text.floor_char_boundary(bytes - '…'.len_utf8());
    format!("{}…", &text[..end])
}

fn syntax(order: &ExportOrder<'_>, table: &Table, widths: &[usize]) -> String {
    let name = table.name;
    let mut out = String::from("* Encoding: UTF-8.\n");
    let _ = write!(
        out,
        "GET DATA\n  /TYPE=TXT\n  /FILE=\"{name}.csv\"\n  /ENCODING='UTF8'\n  /ARRANGEMENT=DELIMITED\n  \
         /DELCASE=LINE\n  /FIRSTCASE=2\n  /DELIMITERS=\",\"\n  /QUALIFIER='\"'\n  /VARIABLES=\n"
    );
    let variables: Vec<String> = table
        .columns
        .iter()
        .zip(widths)
        .map(|(column, width)| format!("    {} {}", column.name, format(column.kind, *width)))
        .collect();
    let _ = writeln!(out, "{}.", variables.join("\n"));
    labels(&mut out, order, table);
    unguard(&mut out, table);
    let _ = write!(out, "EXECUTE.\nSAVE OUTFILE=\"{name}.sav\".\n");
    out
}

fn format(kind: ColumnKind, width: usize) -> String {
    match kind {
        ColumnKind::Text => format!("A{width}"),
        ColumnKind::Number => "F8.0".to_owned(),
        ColumnKind::Decimal => "F12.6".to_owned(),
        ColumnKind::Flag => "F1.0".to_owned(),
        // Year first, whatever stands between the numbers.
        ColumnKind::Date => "SDATE10".to_owned(),
        ColumnKind::Time => "YMDHMS19".to_owned(),
    }
}

fn labels(out: &mut String, order: &ExportOrder<'_>, table: &Table) {
    let words = order.words.tables;
    let labels: Vec<String> =
        table.columns.iter().map(|column| format!("  {} {}", column.name, label(&column.about))).collect();
    let _ = writeln!(out, "VARIABLE LABELS\n{}.", labels.join("\n"));
    let flags: Vec<&Column> = table.columns.iter().filter(|column| column.kind == ColumnKind::Flag).collect();
    let mut values: Vec<String> = Vec::new();
    if table.columns.iter().any(|column| column.name == "tag_code") {
        let codebook = order.project.codebook();
        let mut codes = String::from("tag_code");
        for (nth, tag) in codebook.tags.iter().enumerate() {
            let _ = write!(codes, "\n    {} {}", nth + 1, label(tag.name.get(order.words.language)));
        }
        let _ = write!(codes, "\n    {MISSING} {}", label(words.not_coded));
        values.push(codes);
    }
    if !flags.is_empty() {
        let names: Vec<&str> = flags.iter().map(|column| column.name.as_str()).collect();
        values.push(format!("{}\n    0 {}\n    1 {}", names.join("\n  "), label(words.no), label(words.yes)));
    }
    if !values.is_empty() {
        let _ = writeln!(out, "VALUE LABELS\n  {}.", values.join("\n  / "));
    }
    if table.columns.iter().any(|column| column.name == "tag_code") {
        let _ = writeln!(out, "MISSING VALUES tag_code ({MISSING}).\nVARIABLE LEVEL tag_code (NOMINAL).");
    }
    if !flags.is_empty() {
        let names: Vec<&str> = flags.iter().map(|column| column.name.as_str()).collect();
        let _ = writeln!(out, "VARIABLE LEVEL\n  {} (NOMINAL).", names.join("\n  "));
    }
}

/// The apostrophe that keeps a spreadsheet from calculating a text is taken away again.
fn unguard(out: &mut String, table: &Table) {
    for (nth, column) in table.columns.iter().enumerate() {
        let is_guarded = |row: &Vec<Cell>| match &row[nth] {
            Cell::Text(text) => {
                let line = one_line(text);
                guarded(&line) != line
            }
            _ => false,
        };
        if column.kind == ColumnKind::Text && table.rows.iter().any(is_guarded) {
            let name = &column.name;
            let _ = writeln!(
                out,
                "IF (SUBSTR({name},1,1)=\"'\" AND (ANY(SUBSTR(LTRIM({name},\"'\"),1,1),\"=\",\"+\",\"-\",\"@\")\n    \
                 OR ANY(SUBSTR(LTRIM({name},\"'\"),1,3),\"＝\",\"＋\",\"－\",\"＠\"))) {name}=SUBSTR({name},2)."
            );
        }
    }
}

/// A text in quotation marks.
fn label(text: &str) -> String {
    format!("\"{}\"", cut(&one_line(text), LONGEST_LABEL).replace('"', "\"\""))
}
