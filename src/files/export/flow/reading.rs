//! The whole text of a paper beside the notes on its marked passages, as a table of two columns.

use std::collections::BTreeSet;

use crate::files::export::colours::{INK_2, INK_3, LINE, tints};
use crate::model::LineStyle;
use crate::model::analysis::summary::{MarginNote, ReadingParagraph, ReadingRole, Run as Words};

use super::findings::said;
use super::page::widths;
use super::parts::{Item, Paragraph, Run, Style};
use super::strip::tag_runs;
use super::table::{Border, Cell, Row, Side, Table};

/// Where the notes begin.
const TEXT_WIDTH: u32 = 7100;

pub(super) fn reading(paragraphs: &[ReadingParagraph], section: usize, title: &str) -> Vec<Item> {
    if paragraphs.is_empty() {
        return Vec::new();
    }
    let mut begun = BTreeSet::new();
    let rows = paragraphs.iter().map(|paragraph| {
        let runs = paragraph.runs.iter().flat_map(|run| marked(run, section, &mut begun)).collect();
        let text = Cell::new(vec![Paragraph::new(style(paragraph.role), runs)]);
        let notes: Vec<Paragraph> =
            paragraph.notes.iter().flat_map(|note| self::note(note, section)).collect();
        let notes = if notes.is_empty() {
            Cell::new(vec![Paragraph::empty(Style::MarginNote)])
        } else {
            Cell::new(notes).within(vec![Border { width: 12, ..Border::thin(Side::Left, LINE) }])
        };
        Row { breaks: true, ..Row::new(vec![text, notes]) }
    });
    let rows = rows.collect();
    let table =
        Table { about: title.to_owned(), widths: widths(&[TEXT_WIDTH]), heads: 0, padding: (110, 20), rows };
    vec![Paragraph::empty(Style::Space).into(), table.into()]
}

fn style(role: ReadingRole) -> Style {
    match role {
        ReadingRole::Question => Style::Asked,
        ReadingRole::Answer => Style::Answer,
        ReadingRole::Remark => Style::Aside,
        ReadingRole::Note => Style::Printed,
    }
}

fn note_anchor(section: usize, number: usize) -> String {
    format!("section_{section}_note_{number}")
}

/// The outermost mark tints the words, the innermost underlines them; where a mark begins stands its number.
fn marked(run: &Words, section: usize, begun: &mut BTreeSet<usize>) -> Vec<Run> {
    let begins = run.marks.iter().filter(|mark| begun.insert(mark.number));
    let mut runs: Vec<Run> = begins
        .map(|mark| {
            // A narrow blank keeps numbers and words apart where the text is read aloud or copied.
            let number = Run::own(format!("{}\u{202f}", mark.number)).bold().in_colour(INK_2);
            Run { raised: true, ..number }.to(Some(note_anchor(section, mark.number)))
        })
        .collect();
    let outermost = run.marks.first().and_then(|mark| mark.tag.as_ref());
    let line = run.marks.last().map(|mark| match &mark.tag {
        Some(tag) => (tag.line, tints(tag.swatch).fill),
        None => (LineStyle::Dashed, INK_3),
    });
    let fill = outermost.map(|tag| tints(tag.swatch).tint);
    runs.push(Run { fill, line, ..Run::paper(&run.words) });
    runs
}

fn note(note: &MarginNote, section: usize) -> Vec<Paragraph> {
    let mut head = vec![Run::own(format!("{}  {}  ", note.number, note.question_name)).bold()];
    head.extend(note.tag.iter().flat_map(tag_runs));
    let anchor = Some(note_anchor(section, note.number));
    let head = Paragraph { anchor, ..Paragraph::new(Style::MarginNote, head) };
    [vec![head], said(&note.remarks, &note.memo)].concat()
}
