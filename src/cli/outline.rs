//! `outline`: one paper's head, questions, answers and doubts.

use std::io::Write;
use std::path::Path;

use serde::Serialize;

use super::exit::FINE;
use super::paper::read;
use crate::model::{Document, Problem};
use crate::ui::lang::Words;

#[derive(Serialize)]
struct OutlineJson<'a> {
    parliament: Option<&'a str>,
    kind: Option<&'a str>,
    number: Option<&'a str>,
    title: Option<&'a str>,
    asker: Option<String>,
    answerer: Option<&'a str>,
    signatory: Option<&'a str>,
    asked: Option<String>,
    answered: Option<String>,
    issued: Option<String>,
    questions: Vec<QuestionJson<'a>>,
    answers: Vec<AnswerJson<'a>>,
    warnings: Vec<String>,
}

#[derive(Serialize)]
struct QuestionJson<'a> {
    label: &'a str,
    text: String,
}

#[derive(Serialize)]
struct AnswerJson<'a> {
    covers: Vec<&'a str>,
    text: String,
}

pub(super) fn outline(path: &Path, json: bool, words: &Words, out: &mut dyn Write) -> Result<u8, Problem> {
    let document = read(path)?;
    let read = outline_json(&document, words);
    let text = if json {
        serde_json::to_string_pretty(&read).expect("plain data has a text") + "\n"
    } else {
        outline_text(&read, words)
    };
    let _ = out.write_all(text.as_bytes());
    Ok(FINE)
}

fn outline_json<'a>(document: &'a Document, words: &Words) -> OutlineJson<'a> {
    let head = &document.head;
    let outline = &document.outline;
    let date = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string());
    OutlineJson {
        parliament: head.parliament().map(|parliament| parliament.state),
        kind: head.kind.map(crate::model::Kind::printed),
        number: head.number.as_deref(),
        title: head.title.as_deref(),
        asker: Some(head.askers_printed()).filter(|asker| !asker.is_empty()),
        answerer: head.answerer.as_deref(),
        signatory: head.signatory.as_deref(),
        asked: date(head.asked),
        answered: date(head.answered),
        issued: date(head.issued),
        questions: outline
            .questions()
            .map(|question| QuestionJson { label: &question.label, text: document.reading(question.text) })
            .collect(),
        answers: outline
            .groups
            .iter()
            .filter(|group| !group.answers.is_empty())
            .map(|group| AnswerJson {
                covers: group.questions.iter().map(|question| question.label.as_str()).collect(),
                text: group
                    .answers
                    .iter()
                    .map(|answer| document.reading(*answer))
                    .collect::<Vec<_>>()
                    .join("\n"),
            })
            .collect(),
        warnings: outline.doubts.iter().map(|doubt| (words.doubt)(&doubt.kind)).collect(),
    }
}

fn outline_text(read: &OutlineJson<'_>, words: &Words) -> String {
    use std::fmt::Write as _;
    let mut text = String::new();
    let head = [read.parliament, read.kind, read.number];
    let _ = writeln!(text, "{}", head.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    if let Some(title) = read.title {
        let _ = writeln!(text, "{title}");
    }
    for (name, who, when) in [
        (words.summary.asked, read.asker.as_deref(), read.asked.as_deref()),
        (words.summary.answered, read.answerer, read.answered.as_deref()),
    ] {
        let facts: Vec<&str> = [who, when].into_iter().flatten().collect();
        if !facts.is_empty() {
            let _ = writeln!(text, "{name}: {}", facts.join(", "));
        }
    }
    for answer in &read.answers {
        let _ = writeln!(text);
        for question in read.questions.iter().filter(|question| answer.covers.contains(&question.label)) {
            let _ = writeln!(text, "{} {}: {}", words.question, question.label, question.text);
        }
        let _ = writeln!(text, "{}", answer.text);
    }
    if !read.warnings.is_empty() {
        let _ = writeln!(text);
    }
    for warning in &read.warnings {
        let _ = writeln!(text, "! {warning}");
    }
    text
}
