//! All tables as the sheets of one workbook.

use jiff::civil::Date;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatBorder, IgnoreError, Workbook, Worksheet, XlsxError,
};

use super::colours;
use crate::model::analysis::tables::{Cell, ColumnKind, Table};

/// The longest text of a cell, in the units of UTF-16.
const LONGEST: usize = 32_767;

/// The most rows of a sheet, without the one of the names.
const MOST_ROWS: usize = 1_048_575;

/// So many rows are looked at for the width of a column.
const MEASURED: usize = 200;

/// A workbook with a sheet for each table. Texts are cells of the kind text, so that `1-4`, `1.10` and `21/2112` stay
/// what they are and nothing is ever a formula; dates are dates. A text too long for a cell is cut with „…“; a last
/// sheet, `notes`, then says which.
///
/// `day` is written as the day of the workbook: the same tables give the same bytes.
///
/// # Panics
/// Never: the names of sheets are ours, and rows and texts are kept within the limits of a workbook.
#[must_use]
pub fn xlsx(tables: &[Table], title: &str, day: Date) -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(title, day));
    let mut cuts = Vec::new();
    for table in tables {
        let sheet = workbook.add_worksheet();
        fill(sheet, table, &mut cuts).expect("within the limits of a workbook");
    }
    if !cuts.is_empty() {
        let sheet = workbook.add_worksheet();
        notes(sheet, &cuts).expect("within the limits of a workbook");
    }
    workbook.save_to_buffer().expect("memory takes every byte")
}

fn properties(title: &str, day: Date) -> DocProperties {
    let properties = DocProperties::new().set_title(title).set_comment("Landtag Annotator");
    match moment(day, 0, 0, 0) {
        Some(moment) => properties.set_creation_datetime(&moment),
        None => properties,
    }
}

/// A text that was too long.
struct TooLong {
    table: &'static str,
    /// As the sheet counts, from 1, with the row of the names.
    row: usize,
    column: String,
    units: usize,
}

fn fill(sheet: &mut Worksheet, table: &Table, cuts: &mut Vec<TooLong>) -> Result<(), XlsxError> {
    sheet.set_name(table.name)?;
    sheet.set_freeze_panes(1, 0)?;
    let text = Format::new().set_num_format("@");
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let time = Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
    for (place, column) in (0..).zip(&table.columns) {
        // Numbers need no format, and most cells are numbers: a format takes longer than a number.
        let format = match column.kind {
            ColumnKind::Text => Some(&text),
            ColumnKind::Date => Some(&date),
            ColumnKind::Time => Some(&time),
            ColumnKind::Number | ColumnKind::Decimal | ColumnKind::Flag => None,
        };
        sheet.set_column_width(place, width(table, usize::from(place)))?;
        if let Some(format) = format {
            sheet.set_column_format(place, format)?;
        }
        sheet.write_string_with_format(0, place, &column.name, &heading())?;
    }
    for ((place, row), cells) in (1_u32..).zip(2..).zip(table.rows.iter().take(MOST_ROWS)) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Text(words) => {
                    let units = words.encode_utf16().count();
                    if units > LONGEST {
                        let name = table.columns[usize::from(column)].name.clone();
                        cuts.push(TooLong { table: table.name, row, column: name, units });
                    }
                    sheet.write_string_with_format(place, column, cut(words, units), &text)?;
                }
                Cell::Number(number) => {
                    sheet.write_number(place, column, *number as f64)?;
                }
                Cell::Decimal(number) => {
                    sheet.write_number(place, column, *number)?;
                }
                Cell::Flag(is) => {
                    sheet.write_number(place, column, u8::from(*is))?;
                }
                Cell::Date(day) => match moment(*day, 0, 0, 0) {
                    Some(moment) => {
                        sheet.write_datetime_with_format(place, column, &moment, &date)?;
                    }
                    // A workbook knows no day before 1900.
                    None => {
                        sheet.write_string_with_format(place, column, day.to_string(), &text)?;
                    }
                },
                Cell::Time(at) => {
                    let at = at.to_zoned(jiff::tz::TimeZone::UTC).datetime();
                    let (hour, minute, second) = (at.hour(), at.minute(), at.second());
                    if let Some(moment) = moment(at.date(), hour, minute, second) {
                        sheet.write_datetime_with_format(place, column, &moment, &time)?;
                    }
                }
            }
        }
    }
    let last_row = u32::try_from(table.rows.len().min(MOST_ROWS)).expect("less than the rows of a sheet");
    let last =
        u16::try_from(table.columns.len().saturating_sub(1)).expect("less than the columns of a sheet");
    sheet.autofilter(0, 0, last_row, last)?;
    // Numbers that are texts are meant to be texts: no green corners.
    sheet.ignore_error_range(0, 0, last_row, last, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

fn heading() -> Format {
    let colours::Colour(red, green, blue) = colours::LINE;
    let line = Color::RGB(u32::from_be_bytes([0, red, green, blue]));
    let heading = Format::new().set_bold().set_num_format("@");
    heading.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(line)
}

/// Of a column in characters: as wide as what is in it, within reason.
fn width(table: &Table, column: usize) -> f64 {
    let chars = |cell: &Cell| match cell {
        Cell::Text(words) => words.chars().take(60).count(),
        Cell::Time(_) => 19,
        Cell::Date(_) => 10,
        Cell::Number(number) => number.to_string().len(),
        Cell::Empty | Cell::Decimal(_) | Cell::Flag(_) => 6,
    };
    let cells = table.rows.iter().take(MEASURED).map(|row| chars(&row[column])).max().unwrap_or(0);
    // The name has the button of the filter beside it.
    let name = table.columns[column].name.len() + 3;
    cells.max(name).min(48) as f64 + 1.0
}

/// As much as a cell can hold, without what XML cannot hold.
fn cut(words: &str, units: usize) -> String {
    let words = words.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
    if units <= LONGEST {
        return words;
    }
    let mut left = LONGEST - 1;
    let fits = |c: &char| {
        let fits = c.len_utf16() <= left;
        left = left.saturating_sub(c.len_utf16());
        fits
    };
    words.chars().take_while(fits).chain(['…']).collect()
}

fn moment(day: Date, hour: i8, minute: i8, second: i8) -> Option<ExcelDateTime> {
    let date =
        ExcelDateTime::from_ymd(u16::try_from(day.year()).ok()?, day.month() as u8, day.day() as u8).ok()?;
    date.and_hms(hour as u16, minute as u8, f64::from(second)).ok()
}

fn notes(sheet: &mut Worksheet, cuts: &[TooLong]) -> Result<(), XlsxError> {
    sheet.set_name("notes")?;
    sheet.set_freeze_panes(1, 0)?;
    for (place, name) in (0..).zip(["table", "row", "column", "characters"]) {
        sheet.write_string_with_format(0, place, name, &heading())?;
    }
    for (place, cut) in (1..).zip(cuts) {
        sheet.write_string(place, 0, cut.table)?;
        sheet.write_number(place, 1, cut.row as f64)?;
        sheet.write_string(place, 2, &cut.column)?;
        sheet.write_number(place, 3, cut.units as f64)?;
    }
    Ok(())
}
