//! The text of a DOCX: paragraphs, runs, tables. Elements stand in the order that the schema asks for.

use std::fmt::Write;

use super::package::{W, locale};
use crate::files::export::flow::{
    Border, Cell, Flow, Height, Item, MARGIN_X, MARGIN_Y, PAGE_HEIGHT, PAGE_WIDTH, Paragraph, Row, Run, Side,
    Style, Table, Voice,
};
use crate::files::export::xml::escaped;
use crate::model::{Language, LineStyle};

/// What is written, and how many bookmarks it has.
struct Writer<'a> {
    out: String,
    bookmarks: usize,
    language: &'a Language,
}

pub(super) fn document(flow: &Flow) -> String {
    let mut writer = Writer { out: String::new(), bookmarks: 0, language: &flow.language };
    let _ = write!(writer.out, "<w:document {W}><w:body>");
    for item in &flow.items {
        match item {
            Item::Paragraph(paragraph) => writer.paragraph(paragraph),
            Item::Table(table) => writer.table(table),
        }
    }
    if matches!(flow.items.last(), Some(Item::Table(_)) | None) {
        writer.paragraph(&Paragraph::empty(Style::Gap));
    }
    let _ = write!(
        writer.out,
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/>\
         <w:pgSz w:w=\"{PAGE_WIDTH}\" w:h=\"{PAGE_HEIGHT}\"/><w:pgMar w:top=\"{MARGIN_Y}\" w:right=\"{MARGIN_X}\" \
         w:bottom=\"{MARGIN_Y}\" w:left=\"{MARGIN_X}\" w:header=\"400\" w:footer=\"400\" w:gutter=\"0\"/></w:sectPr>\
         </w:body></w:document>"
    );
    writer.out
}

impl Writer<'_> {
    fn paragraph(&mut self, paragraph: &Paragraph) {
        let look = paragraph.style.look();
        let _ = write!(self.out, "<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", look.id);
        if paragraph.new_page {
            self.out.push_str("<w:pageBreakBefore/>");
        }
        if let Some(bar) = paragraph.bar {
            let _ = write!(
                self.out,
                "<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" w:color=\"{}\"/></w:pBdr>\
                 <w:ind w:left=\"240\"/>",
                bar.hex()
            );
        }
        self.out.push_str("</w:pPr>");
        if let Some(anchor) = &paragraph.anchor {
            self.bookmarks += 1;
            let _ = write!(self.out, "<w:bookmarkStart w:id=\"{}\" w:name=\"{anchor}\"/>", self.bookmarks);
        }
        for run in &paragraph.runs {
            match &run.link {
                Some(anchor) => {
                    let _ = write!(self.out, "<w:hyperlink w:anchor=\"{anchor}\" w:history=\"1\">");
                    self.run(run, look.size);
                    self.out.push_str("</w:hyperlink>");
                }
                None => self.run(run, look.size),
            }
        }
        if paragraph.anchor.is_some() {
            let _ = write!(self.out, "<w:bookmarkEnd w:id=\"{}\"/>", self.bookmarks);
        }
        self.out.push_str("</w:p>");
    }

    fn run(&mut self, run: &Run, size: u32) {
        if run.words.is_empty() {
            return;
        }
        self.out.push_str("<w:r>");
        self.run_look(run, size);
        let words = escaped(&run.words);
        for (place, line) in words.split('\n').enumerate() {
            if place > 0 {
                self.out.push_str("<w:br/>");
            }
            for (place, piece) in line.split('\t').enumerate() {
                if place > 0 {
                    self.out.push_str("<w:tab/>");
                }
                if !piece.is_empty() {
                    let _ = write!(self.out, "<w:t xml:space=\"preserve\">{piece}</w:t>");
                }
            }
        }
        self.out.push_str("</w:r>");
    }

    fn run_look(&mut self, run: &Run, size: u32) {
        let out = &mut self.out;
        out.push_str("<w:rPr>");
        if run.bold {
            out.push_str("<w:b/><w:bCs/>");
        }
        if run.small {
            out.push_str("<w:b w:val=\"false\"/><w:bCs w:val=\"false\"/>");
        }
        if let Some(colour) = run.colour {
            let _ = write!(out, "<w:color w:val=\"{}\"/>", colour.hex());
        }
        if run.small {
            let small = (size * 3 / 4).max(14);
            let _ = write!(out, "<w:sz w:val=\"{small}\"/><w:szCs w:val=\"{small}\"/>");
        }
        if let Some((line, colour)) = run.line {
            let _ = write!(out, "<w:u w:val=\"{}\" w:color=\"{}\"/>", line_name(line), colour.hex());
        }
        if let Some(fill) = run.fill {
            let _ = write!(out, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{}\"/>", fill.hex());
        }
        if run.raised {
            out.push_str("<w:vertAlign w:val=\"superscript\"/>");
        }
        if run.voice == Voice::Paper && *self.language != Language::German {
            let _ = write!(out, "<w:lang w:val=\"{}\"/>", locale(Language::German));
        }
        out.push_str("</w:rPr>");
    }

    fn table(&mut self, table: &Table) {
        let width: u32 = table.widths.iter().sum();
        let (x, y) = table.padding;
        let _ = write!(
            self.out,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"SheetTable\"/><w:tblW w:w=\"{width}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"{y}\" w:type=\"dxa\"/>\
             <w:left w:w=\"{x}\" w:type=\"dxa\"/><w:bottom w:w=\"{y}\" w:type=\"dxa\"/>\
             <w:right w:w=\"{x}\" w:type=\"dxa\"/></w:tblCellMar><w:tblLook w:val=\"0020\" w:firstRow=\"1\"/>"
        );
        if !table.about.is_empty() {
            let _ =
                write!(self.out, "<w:tblCaption w:val=\"{}\"/>", escaped(&table.about.replace('\n', " ")));
        }
        self.out.push_str("</w:tblPr><w:tblGrid>");
        for width in &table.widths {
            let _ = write!(self.out, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.out.push_str("</w:tblGrid>");
        for (place, row) in table.rows.iter().enumerate() {
            self.row(row, table, place < table.heads);
        }
        self.out.push_str("</w:tbl>");
    }

    fn row(&mut self, row: &Row, table: &Table, is_head: bool) {
        self.out.push_str("<w:tr><w:trPr>");
        if !row.breaks {
            self.out.push_str("<w:cantSplit/>");
        }
        match row.height {
            Height::Free => {}
            Height::AtLeast(height) => {
                let _ = write!(self.out, "<w:trHeight w:val=\"{height}\" w:hRule=\"atLeast\"/>");
            }
            Height::Exactly(height) => {
                let _ = write!(self.out, "<w:trHeight w:val=\"{height}\" w:hRule=\"exact\"/>");
            }
        }
        if is_head {
            self.out.push_str("<w:tblHeader/>");
        }
        self.out.push_str("</w:trPr>");
        let mut column = 0;
        for cell in &row.cells {
            let width: u32 = table.widths.iter().skip(column).take(cell.span).sum();
            column += cell.span;
            self.cell(cell, width);
        }
        self.out.push_str("</w:tr>");
    }

    fn cell(&mut self, cell: &Cell, width: u32) {
        let _ = write!(self.out, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>");
        if cell.span > 1 {
            let _ = write!(self.out, "<w:gridSpan w:val=\"{}\"/>", cell.span);
        }
        if !cell.borders.is_empty() {
            self.out.push_str("<w:tcBorders>");
            for side in Side::ALL {
                for border in cell.borders.iter().filter(|border| border.side == side) {
                    self.border(border);
                }
            }
            self.out.push_str("</w:tcBorders>");
        }
        if let Some(fill) = cell.fill {
            let _ = write!(self.out, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{}\"/>", fill.hex());
        }
        if cell.middle {
            self.out.push_str("<w:vAlign w:val=\"center\"/>");
        }
        self.out.push_str("</w:tcPr>");
        for paragraph in &cell.paragraphs {
            self.paragraph(paragraph);
        }
        self.out.push_str("</w:tc>");
    }

    fn border(&mut self, border: &Border) {
        let line = if border.dotted { "dotted" } else { "single" };
        let _ = write!(
            self.out,
            "<w:{} w:val=\"{line}\" w:sz=\"{}\" w:space=\"0\" w:color=\"{}\"/>",
            border.side.name(),
            border.width,
            border.colour.hex()
        );
    }
}

fn line_name(line: LineStyle) -> &'static str {
    match line {
        LineStyle::Solid => "single",
        LineStyle::Wavy => "wave",
        LineStyle::Dashed => "dash",
        LineStyle::DotDash => "dotDash",
        LineStyle::Double => "double",
        LineStyle::LongDash => "dashLong",
    }
}
