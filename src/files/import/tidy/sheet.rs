//! The sheet that the stages of tidying work on, and the text it becomes.

use super::super::printed::{Part, Printed};
use super::{furniture, hyphens, notes, paragraphs};
use crate::model::text::{Body, Span};
use crate::model::{Joined, LeftOut, Note, PageStart, Print};

/// A line on its way from print to text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Row {
    pub text: String,
    pub after_gap: bool,
    /// Place in the list of pages.
    pub page: usize,
    pub part: Part,
}

/// Everything about a paper while it is tidied.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub rows: Vec<Row>,
    /// Printed number of each page; empty where the paper has no pages.
    pub pages: Vec<u32>,
    pub left_out: Vec<Out>,
    pub joined: Joined,
    pub wrapped: bool,
}

/// Words that were left out, and the row before which they stood.
#[derive(Debug)]
pub(super) struct Out {
    pub before_row: usize,
    pub words: String,
}

/// Makes the text of a paper, and tells what became of the rest.
pub(in crate::files::import) fn tidy(printed: &Printed) -> (Body, Print) {
    let mut sheet = sheet(printed);
    furniture::leave_out(&mut sheet);
    notes::set_apart(&mut sheet);
    hyphens::join(&mut sheet);
    let places = paragraphs::join(&mut sheet);
    write(&sheet, &places)
}

fn sheet(printed: &Printed) -> Sheet {
    let mut sheet = Sheet { wrapped: printed.wrapped, ..Sheet::default() };
    let has_pages = printed.pages.len() > 1;
    for (nth, page) in printed.pages.iter().enumerate() {
        if has_pages {
            sheet.pages.push(u32::try_from(nth + 1).unwrap_or(u32::MAX));
        }
        sheet.rows.extend(page.lines.iter().map(|line| Row {
            text: line.text.clone(),
            after_gap: line.after_gap,
            page: nth,
            part: line.part,
        }));
    }
    sheet
}

/// Rows become the text; rows that `places` glue to the one before stand on its line.
pub(super) fn write(sheet: &Sheet, glued: &[bool]) -> (Body, Print) {
    let mut text = String::new();
    let mut starts: Vec<usize> = Vec::with_capacity(sheet.rows.len());
    let mut notes: Vec<Note> = Vec::new();
    for (at, row) in sheet.rows.iter().enumerate() {
        let is_note = row.part == Part::Note;
        let first_note = is_note && notes.is_empty();
        if !text.is_empty() {
            if glued[at] {
                text.push(' ');
            } else {
                text.push_str(if row.after_gap || first_note { "\n\n" } else { "\n" });
            }
        }
        starts.push(text.len());
        text.push_str(&row.text);
        if is_note {
            let span = Span::new(starts[at], text.len());
            match notes.last_mut() {
                Some(last) if glued[at] => last.span.end = span.end,
                _ => notes.push(Note { span, page: sheet.pages.get(row.page).copied() }),
            }
        }
    }
    if !text.is_empty() {
        text.push('\n');
    }
    let end = text.len();
    let at_row = |row: usize| starts.get(row).copied().unwrap_or(end);
    let first_note = sheet.rows.iter().position(|row| row.part == Part::Note).unwrap_or(sheet.rows.len());
    let mut pages: Vec<PageStart> = Vec::with_capacity(sheet.pages.len());
    for (nth, number) in sheet.pages.iter().enumerate() {
        let row = sheet.rows[..first_note].iter().position(|row| row.page >= nth).unwrap_or(first_note);
        pages.push(PageStart { number: *number, at: if nth == 0 { 0 } else { at_row(row) } });
    }
    let left_out = sheet
        .left_out
        .iter()
        .map(|out| LeftOut { at: at_row(out.before_row), words: out.words.clone() })
        .collect();
    (Body::new(&text), Print { pages, notes, left_out, joined: sheet.joined })
}

#[cfg(test)]
mod tests {
    use super::super::super::plain::printed;
    use super::*;

    /// What reading leaves of a text.
    fn check(text: &str, expect: &str) -> Print {
        let (body, print) = tidy(&printed(text));
        assert_eq!(body.as_str().trim_end(), expect, "{text}");
        print
    }

    #[test]
    fn a_text_of_paragraphs_stays_as_it_is() {
        check("Ein Absatz.\n\nNoch einer.", "Ein Absatz.\n\nNoch einer.");
    }

    #[test]
    fn a_torn_sentence_becomes_whole_and_the_page_stays_known() {
        let long = "Dies ist eine Zeile von der Breite, wie sie in gedruckten Papieren üblich ist und";
        let text = format!(
            "{long}\n{long}\n{long}\n{long}\n{long}\n{long}\n{long} hin-\n\u{c}Drucksache 1/2 Hessischer Landtag - 1. Wahlperiode\ngewiesen wird.\n"
        );
        let (body, print) = tidy(&printed(&text));
        assert!(body.as_str().contains("hingewiesen wird."), "{}", body.as_str());
        assert_eq!(print.pages.len(), 2);
        assert_eq!(print.left_out[0].words, "Drucksache 1/2 Hessischer Landtag - 1. Wahlperiode");
        assert_eq!(print.joined.hyphens, 1);
        assert!(print.joined.page_breaks > 0);
    }
}
