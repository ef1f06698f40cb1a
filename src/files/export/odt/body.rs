//! The text of an ODT: paragraphs, spans, tables.

use std::fmt::Write;

use super::automatic::Automatic;
use super::package::{SPACES, locale, points};
use super::styles::{faces, style_name};
use crate::files::export::flow::{
    Border, Cell, Flow, Height, Item, Paragraph, Row, Run, Side, Style, Table, Voice,
};
use crate::files::export::xml::escaped;
use crate::model::{Language, LineStyle};

/// What is written, and the styles it needed.
struct Writer {
    out: String,
    language: Language,
    paragraphs: Automatic,
    texts: Automatic,
    tables: Automatic,
    columns: Automatic,
    rows: Automatic,
    cells: Automatic,
}

pub(super) fn content(flow: &Flow) -> String {
    let mut writer = Writer {
        out: String::new(),
        language: flow.language,
        paragraphs: Automatic::new("P", "paragraph"),
        texts: Automatic::new("T", "text"),
        tables: Automatic::new("Table", "table"),
        columns: Automatic::new("Column", "table-column"),
        rows: Automatic::new("Row", "table-row"),
        cells: Automatic::new("Cell", "table-cell"),
    };
    for item in &flow.items {
        match item {
            Item::Paragraph(paragraph) => writer.paragraph(paragraph),
            Item::Table(table) => writer.table(table),
        }
    }
    if matches!(flow.items.last(), Some(Item::Table(_)) | None) {
        writer.paragraph(&Paragraph::empty(Style::Gap));
    }
    let families =
        [&writer.paragraphs, &writer.texts, &writer.tables, &writer.columns, &writer.rows, &writer.cells];
    let styles: String = families.map(Automatic::written).concat();
    format!(
        "<office:document-content {SPACES}>{faces}<office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body><office:text>{text}</office:text></office:body></office:document-content>",
        faces = faces(),
        text = writer.out,
    )
}

impl Writer {
    fn paragraph(&mut self, paragraph: &Paragraph) {
        let look = paragraph.style.look();
        let (mut name, _) = style_name(&look);
        let mut own = String::new();
        if paragraph.new_page {
            own.push_str(" fo:break-before=\"page\"");
        }
        if let Some(bar) = paragraph.bar {
            let _ = write!(own, " fo:border-left=\"3pt solid #{}\" fo:padding-left=\"8pt\"", bar.hex());
        }
        if !own.is_empty() {
            let attributes = format!(" style:parent-style-name=\"{name}\"");
            name = self.paragraphs.name(&attributes, &format!("<style:paragraph-properties{own}/>"));
        }
        let (open, close) = match look.outline {
            Some(level) => {
                (format!("<text:h text:style-name=\"{name}\" text:outline-level=\"{level}\">"), "</text:h>")
            }
            None => (format!("<text:p text:style-name=\"{name}\">"), "</text:p>"),
        };
        self.out += &open;
        if let Some(anchor) = &paragraph.anchor {
            let _ = write!(self.out, "<text:bookmark text:name=\"{anchor}\"/>");
        }
        for run in paragraph.runs.iter().filter(|run| !run.words.is_empty()) {
            self.run(run, look.size);
        }
        self.out += close;
    }

    fn run(&mut self, run: &Run, size: u32) {
        let look = self.look(run, size);
        if let Some(anchor) = &run.link {
            let _ = write!(
                self.out,
                "<text:a xlink:type=\"simple\" xlink:href=\"#{anchor}\" text:style-name=\"Internet_20_link\" \
                 text:visited-style-name=\"Visited_20_Internet_20_Link\">"
            );
        }
        let words = spaced(&escaped(&run.words));
        if look.is_empty() {
            self.out += &words;
        } else {
            let name = self.texts.name("", &format!("<style:text-properties{look}/>"));
            let _ = write!(self.out, "<text:span text:style-name=\"{name}\">{words}</text:span>");
        }
        if run.link.is_some() {
            self.out += "</text:a>";
        }
    }

    fn look(&self, run: &Run, size: u32) -> String {
        let mut look = String::new();
        if run.bold {
            look += " fo:font-weight=\"bold\"";
        }
        if run.small {
            let small = f64::from((size * 3 / 4).max(14)) / 2.0;
            let _ = write!(look, " fo:font-weight=\"normal\" fo:font-size=\"{small}pt\"");
        }
        if let Some(colour) = run.colour {
            let _ = write!(look, " fo:color=\"#{}\"", colour.hex());
        }
        if let Some(fill) = run.fill {
            let _ = write!(look, " fo:background-color=\"#{}\"", fill.hex());
        }
        if let Some((line, colour)) = run.line {
            let (style, kind) = line_name(line);
            let _ = write!(
                look,
                " style:text-underline-style=\"{style}\" style:text-underline-type=\"{kind}\" \
                 style:text-underline-width=\"auto\" style:text-underline-color=\"#{}\"",
                colour.hex()
            );
        }
        if run.raised {
            look += " style:text-position=\"super 62%\"";
        }
        if run.voice == Voice::Paper && self.language != Language::German {
            let _ = write!(look, " {}", locale(Language::German));
        }
        look
    }

    fn table(&mut self, table: &Table) {
        let width: u32 = table.widths.iter().sum();
        let properties = format!(
            "<style:table-properties style:width=\"{}\" table:align=\"left\" table:border-model=\"collapsing\"/>",
            points(width)
        );
        let name = self.tables.name("", &properties);
        let _ = write!(self.out, "<table:table table:style-name=\"{name}\">");
        if !table.about.is_empty() {
            let _ =
                write!(self.out, "<table:title>{}</table:title>", escaped(&table.about.replace('\n', " ")));
        }
        for width in &table.widths {
            let properties =
                format!("<style:table-column-properties style:column-width=\"{}\"/>", points(*width));
            let name = self.columns.name("", &properties);
            let _ = write!(self.out, "<table:table-column table:style-name=\"{name}\"/>");
        }
        if table.heads > 0 {
            self.out += "<table:table-header-rows>";
            table.rows.iter().take(table.heads).for_each(|row| self.row(row, table));
            self.out += "</table:table-header-rows>";
        }
        table.rows.iter().skip(table.heads).for_each(|row| self.row(row, table));
        self.out += "</table:table>";
    }

    fn row(&mut self, row: &Row, table: &Table) {
        let mut own = format!(" fo:keep-together=\"{}\"", if row.breaks { "auto" } else { "always" });
        match row.height {
            Height::Free => {}
            Height::AtLeast(height) => {
                let _ = write!(own, " style:min-row-height=\"{}\"", points(height));
            }
            Height::Exactly(height) => {
                let _ = write!(own, " style:row-height=\"{}\"", points(height));
            }
        }
        let name = self.rows.name("", &format!("<style:table-row-properties{own}/>"));
        let _ = write!(self.out, "<table:table-row table:style-name=\"{name}\">");
        for cell in &row.cells {
            self.cell(cell, table.padding);
        }
        self.out += "</table:table-row>";
    }

    fn cell(&mut self, cell: &Cell, (x, y): (u32, u32)) {
        let mut own = format!(
            " fo:padding-left=\"{x}\" fo:padding-right=\"{x}\" fo:padding-top=\"{y}\" fo:padding-bottom=\"{y}\"",
            x = points(x),
            y = points(y)
        );
        for side in Side::ALL {
            let border = cell.borders.iter().find(|border| border.side == side);
            let _ = write!(own, " fo:border-{}=\"{}\"", side.name(), border.map_or("none".into(), line));
        }
        if let Some(fill) = cell.fill {
            let _ = write!(own, " fo:background-color=\"#{}\"", fill.hex());
        }
        if cell.middle {
            own += " style:vertical-align=\"middle\"";
        }
        let name = self.cells.name("", &format!("<style:table-cell-properties{own}/>"));
        let spanned = if cell.span > 1 {
            format!(" table:number-columns-spanned=\"{}\"", cell.span)
        } else {
            String::new()
        };
        let _ = write!(
            self.out,
            "<table:table-cell table:style-name=\"{name}\" office:value-type=\"string\"{spanned}>"
        );
        for paragraph in &cell.paragraphs {
            self.paragraph(paragraph);
        }
        self.out += "</table:table-cell>";
        self.out += &"<table:covered-table-cell/>".repeat(cell.span - 1);
    }
}

fn line(border: &Border) -> String {
    let kind = if border.dotted { "dotted" } else { "solid" };
    format!("{}pt {kind} #{}", f64::from(border.width) / 8.0, border.colour.hex())
}

/// Line breaks, tabs and blanks as elements: a reader joins blanks and drops those at the ends.
fn spaced(escaped: &str) -> String {
    let mut out = String::with_capacity(escaped.len());
    // A blank at the beginning counts as a further one.
    let mut after_blank = true;
    let last = escaped.char_indices().next_back().map_or(0, |(at, _)| at);
    for (at, c) in escaped.char_indices() {
        match c {
            '\n' => out.push_str("<text:line-break/>"),
            '\t' => out.push_str("<text:tab/>"),
            ' ' if after_blank || at == last => out.push_str("<text:s/>"),
            other => out.push(other),
        }
        after_blank = matches!(c, ' ' | '\n' | '\t');
    }
    out
}

fn line_name(line: LineStyle) -> (&'static str, &'static str) {
    match line {
        LineStyle::Solid => ("solid", "single"),
        LineStyle::Wavy => ("wave", "single"),
        LineStyle::Dashed => ("dash", "single"),
        LineStyle::DotDash => ("dot-dash", "single"),
        LineStyle::Double => ("solid", "double"),
        LineStyle::LongDash => ("long-dash", "single"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_blank_is_lost() {
        assert_eq!(spaced("a  b"), "a <text:s/>b");
        assert_eq!(spaced(" a b "), "<text:s/>a b<text:s/>");
        assert_eq!(spaced("a\n\tb"), "a<text:line-break/><text:tab/>b");
    }
}
