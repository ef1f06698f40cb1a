//! The parts of a page that are more than a line of Markdown.

use std::fmt::Write;

use crate::files::export::cells::is_joint;
use crate::files::export::percent::percent;
use crate::model::Language;
use crate::model::analysis::chart::{Bar, BarChart, DayChart};
use crate::model::analysis::summary::{
    Entry, Findings, MarginNote, PaperStrip, Quotation, ReadingParagraph, ReadingRole, Run, SheetQuote,
    SheetRow, SheetTag, Strip, StripAnswer,
};

use super::text::{cell, code, line};

/// `[1 A  2 A]  3 –`: brackets around joint answers, a dash where a question is open.
pub(super) fn strip(strip: &Strip) -> String {
    let cells = cells(strip);
    if cells.is_empty() {
        return cells;
    }
    if strip.answers.iter().any(is_joint) {
        format!("{} ({} {})", code(&cells), code("[ ]"), line(&strip.jointly))
    } else {
        code(&cells)
    }
}

fn cells(strip: &Strip) -> String {
    let answers: Vec<String> =
        strip.answers.iter().filter(|answer| !answer.cells.is_empty()).map(strip_answer).collect();
    answers.join("  ")
}

fn strip_answer(answer: &StripAnswer) -> String {
    let cells: Vec<String> = answer
        .cells
        .iter()
        .map(|cell| format!("{} {}", cell.label, cell.tag.as_ref().map_or("–", |tag| &tag.letter)))
        .collect();
    let cells = cells.join("  ");
    if is_joint(answer) { format!("[{cells}]") } else { cells }
}

pub(super) fn findings(findings: &Findings) -> String {
    let mut rows = findings.answers.iter().flat_map(|answer| &answer.rows).peekable();
    if rows.peek().is_none() {
        return String::new();
    }
    let [question, tag, passage] = findings.columns.each_ref().map(|column| cell(column));
    // The number has no heading of its own: it belongs to the question.
    let mut lines =
        vec![format!("|  | {question} | {tag} | {passage} |"), "| --- | --- | --- | --- |".to_owned()];
    lines.extend(rows.map(table_row));
    lines.join("\n")
}

fn table_row(row: &SheetRow) -> String {
    let tag = row.tag.as_ref().map_or_else(|| cell(&row.open), tag_words);
    let mut passage: Vec<String> = row.quotes.iter().map(|quote| cell(&with_page(quote))).collect();
    passage.extend(said(&row.remarks, &row.memo));
    format!("| {} | {} | {tag} | {} |", cell(&row.label), cell(&row.question), passage.join("<br>"))
}

fn tag_words(tag: &SheetTag) -> String {
    format!("{} {}", cell(&tag.letter), cell(&tag.name))
}

fn with_page(quote: &SheetQuote) -> String {
    if quote.page.is_empty() { quote.words.clone() } else { format!("{} ({})", quote.words, quote.page) }
}

/// Remarks in brackets, a memo in italics.
fn said(remarks: &[String], memo: &str) -> Vec<String> {
    let mut said = Vec::new();
    let remarks = cell(&remarks.join(", "));
    if !remarks.is_empty() {
        said.push(format!("({remarks})"));
    }
    let memo = cell(memo);
    if !memo.is_empty() {
        said.push(format!("*{memo}*"));
    }
    said
}

/// A quotation under the question it answers.
pub(super) fn quotation(quotation: &Quotation) -> String {
    let tag = quotation.tag.as_ref().map(|tag| format!(" ({})", tag_words(tag))).unwrap_or_default();
    let name = line(&quotation.question_name);
    let question = line(&quotation.question);
    format!("**{name}**{tag}: {question}\n\n> {}", line(&with_page(&quotation.quote)))
}

/// A paragraph with the numbers of its passages in brackets, and the notes as a list below.
pub(super) fn reading(paragraph: &ReadingParagraph) -> Vec<String> {
    let words: String = with_marks(&paragraph.runs);
    let words = match paragraph.role {
        ReadingRole::Question => format!("**{words}**"),
        ReadingRole::Answer | ReadingRole::Note => words,
        ReadingRole::Remark => format!("*{words}*"),
    };
    let notes: Vec<String> = paragraph.notes.iter().map(|note| format!("- {}", self::note(note))).collect();
    vec![words, notes.join("\n")]
}

/// `a \[1 b\]`: each passage in brackets that carry its number, also where passages overlap.
fn with_marks(runs: &[Run]) -> String {
    let mut out = String::new();
    let mut open: Vec<usize> = Vec::new();
    for run in runs {
        let numbers: Vec<usize> = run.marks.iter().map(|mark| mark.number).collect();
        for number in open.iter().rev().filter(|number| !numbers.contains(number)) {
            close(&mut out, *number);
        }
        for number in numbers.iter().filter(|number| !open.contains(number)) {
            let _ = write!(out, "[{number}: ");
        }
        out.push_str(&run.words);
        open = numbers;
    }
    for number in open.iter().rev() {
        close(&mut out, *number);
    }
    line(&out)
}

/// A closing bracket stands directly behind the last word; which passage ends there is said again.
fn close(out: &mut String, number: usize) {
    let words = out.trim_end().len();
    let blanks = out.split_off(words);
    let _ = write!(out, " :{number}]{blanks}");
}

fn note(note: &MarginNote) -> String {
    let tag = note.tag.as_ref().map(|tag| format!(", {}", tag_words(tag))).unwrap_or_default();
    let said = said(&note.remarks, &note.memo);
    let said = if said.is_empty() { String::new() } else { format!(" {}", said.join(" ")) };
    format!("\\[{}\\] {}{tag}{said}", note.number, line(&note.question_name))
}

pub(super) fn contents(entries: &[Entry]) -> String {
    let entries = entries.iter().enumerate().map(|(place, entry)| {
        let found = if entry.found.is_empty() { String::new() } else { format!(": {}", entry.found) };
        format!("{}. {}", place + 1, line(&format!("{}{found}", entry.title)))
    });
    entries.collect::<Vec<String>>().join("\n")
}

/// A table of the figures: Markdown draws nothing.
pub(super) fn bars(chart: &BarChart, language: Language) -> Vec<String> {
    let mut tags: Vec<&SheetTag> = Vec::new();
    for part in chart.bars.iter().flat_map(|bar| &bar.parts) {
        if !tags.contains(&&part.tag) {
            tags.push(&part.tag);
        }
    }
    let names: Vec<String> = tags.iter().map(|tag| cell(&tag.name)).collect();
    let columns = names.len() + 3;
    let mut lines = vec![
        format!("|  | {} | n | {} |", names.join(" | "), cell(&chart.interval_heading)),
        format!("|{}", " --- |".repeat(columns)),
    ];
    lines.extend(chart.bars.iter().map(|bar| self::bar(bar, &tags, language)));
    vec![format!("**{}**", line(&chart.title)), about(&[&chart.unit, &chart.order]), lines.join("\n")]
}

fn about(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    line(&parts.join(" · "))
}

fn bar(bar: &Bar, tags: &[&SheetTag], language: Language) -> String {
    let figures = tags.iter().map(|tag| match bar.parts.iter().find(|part| part.tag == **tag) {
        Some(part) => format!("{} ({})", language.number(part.count), percent(language, part.percent)),
        None => "0".to_owned(),
    });
    let figures = figures.collect::<Vec<String>>().join(" | ");
    format!("| {} | {figures} | {} | {} |", cell(&bar.name), language.number(bar.n), cell(&bar.interval))
}

pub(super) fn days(chart: &DayChart) -> Vec<String> {
    let mut lines =
        vec![format!("|  | n | {} |", cell(&chart.median_heading)), "| --- | --- | --- |".to_owned()];
    lines.extend(
        chart
            .rows
            .iter()
            .map(|row| format!("| {} | {} | {} |", cell(&row.name), row.dots.len(), cell(&row.median_words))),
    );
    vec![format!("**{}**", line(&chart.title)), line(&chart.unit), lines.join("\n")]
}

/// The strips of many papers, a line each.
pub(super) fn papers(papers: &[PaperStrip]) -> String {
    let lines = papers.iter().map(|paper| {
        let cells = cells(&paper.strip);
        let cells = if cells.is_empty() { String::new() } else { format!(": {}", code(&cells)) };
        format!("- {}{cells}", line(&paper.paper))
    });
    lines.collect::<Vec<String>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::analysis::summary::Mark;

    #[test]
    fn overlapping_passages_are_bracketed_by_number() {
        let run = |words: &str, numbers: &[usize]| Run {
            words: words.into(),
            marks: numbers.iter().map(|number| Mark { number: *number, tag: None }).collect(),
        };
        let runs = [run("Das ", &[]), run("gilt ", &[1]), run("ab ", &[1, 2]), run("Mai.", &[2])];
        assert_eq!(with_marks(&runs), "Das \\[1: gilt \\[2: ab :1\\] Mai. :2\\]");
    }
}
