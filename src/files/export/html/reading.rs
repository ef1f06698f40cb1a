//! The whole text of a paper with its marked passages, and the notes beside them.

use std::collections::BTreeSet;

use crate::model::Language;
use crate::model::analysis::summary::{MarginNote, Mark, ReadingParagraph, ReadingRole, Run};

use super::text::{badge, colour_class, escaped, lang_of_papers, line_class, tagged};

/// Paragraph by paragraph: the words, and beside them the notes on passages that begin there.
pub(super) fn reading(paragraphs: &[ReadingParagraph], section: usize, language: Language) -> String {
    let lang = lang_of_papers(language);
    let mut begun = BTreeSet::new();
    let rows = paragraphs.iter().map(|paragraph| {
        let words: Vec<String> = paragraph.runs.iter().map(|run| marked(run, section, &mut begun)).collect();
        let notes: Vec<String> = paragraph.notes.iter().map(|note| self::note(note, section)).collect();
        let notes = if notes.is_empty() {
            String::new()
        } else {
            format!("<div class=\"notes\">\n{}</div>\n", notes.concat())
        };
        format!(
            "<div class=\"passage {role}\">\n<p{lang}>{words}</p>\n{notes}</div>\n",
            role = role(paragraph.role),
            words = words.concat(),
        )
    });
    let rows: Vec<String> = rows.collect();
    format!("<div class=\"reading\">\n{}</div>\n", rows.concat())
}

fn role(role: ReadingRole) -> &'static str {
    match role {
        ReadingRole::Question => "asked-words",
        ReadingRole::Answer => "answer-words",
        ReadingRole::Remark => "remark-words",
        ReadingRole::Note => "note-words",
    }
}

/// The words inside their marks; where a mark begins, the number that leads to its note.
fn marked(run: &Run, section: usize, begun: &mut BTreeSet<usize>) -> String {
    let numbers: Vec<String> = run
        .marks
        .iter()
        .filter(|mark| begun.insert(mark.number))
        .map(|mark| {
            // A narrow blank keeps number and word apart where the page is read aloud or copied.
            format!(
                "<sup><a href=\"#section-{section}-note-{number}\">{number}</a></sup>\u{202f}",
                number = mark.number
            )
        })
        .collect();
    let words = escaped(&run.words);
    let inside = run.marks.iter().enumerate().rev().fold(words, |inside, (depth, mark)| {
        format!("<mark class=\"{}\">{inside}</mark>", mark_class(mark, depth))
    });
    numbers.concat() + &inside
}

/// The outermost mark tints the words; each draws its own line, a further one below it.
fn mark_class(mark: &Mark, depth: usize) -> String {
    let (colour, line) = match &mark.tag {
        Some(tag) => (colour_class(tag.swatch), line_class(tag.line)),
        None => ("plain", "dotted"),
    };
    format!("{colour} {line} depth-{}", depth.min(3))
}

fn note(note: &MarginNote, section: usize) -> String {
    format!(
        "<div class=\"note\" id=\"section-{section}-note-{number}\">\n<p><span class=\"number\">{number}</span> \
         <b>{name}</b> {tag}</p>\n{remarks}{memo}</div>\n",
        number = note.number,
        name = escaped(&note.question_name),
        tag = note.tag.as_ref().map(badge).unwrap_or_default(),
        remarks = tagged("p", "remarks", &note.remarks.join(" · ")),
        memo = tagged("p", "memo", &note.memo),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(words: &str, numbers: &[usize]) -> Run {
        let marks = numbers.iter().map(|number| Mark { number: *number, tag: None });
        Run { words: words.into(), marks: marks.collect() }
    }

    #[test]
    fn overlapping_passages_are_numbered_where_they_begin() {
        let runs = vec![run("a ", &[]), run("b ", &[1]), run("c ", &[1, 2]), run("d", &[2])];
        let paragraph = ReadingParagraph { role: ReadingRole::Answer, runs, notes: Vec::new() };
        let html = reading(&[paragraph], 1, Language::German);
        assert!(html.contains(
            "<p>a <sup><a href=\"#section-1-note-1\">1</a></sup>\u{202f}<mark class=\"plain dotted depth-0\">b </mark>\
             <sup><a href=\"#section-1-note-2\">2</a></sup>\u{202f}<mark class=\"plain dotted depth-0\">\
             <mark class=\"plain dotted depth-1\">c </mark></mark><mark class=\"plain dotted depth-0\">d</mark></p>"
        ), "{html}");
    }
}
