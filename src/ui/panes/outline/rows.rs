//! The lines of the tree: made once for each state of a paper, because counting words takes time.

use crate::model::analysis::{Chosen, Part, PartKey, part_of_doubt};
use crate::model::{AnswerGroup, Document, DocumentId, Language, Unit};
use crate::ui::Cx;

/// A line of the tree.
#[derive(Debug)]
pub(super) struct Row {
    /// Number of a question.
    pub label: String,
    pub words: String,
    /// At the right.
    pub count: String,
    /// What a screen reader says.
    pub name: String,
    /// The parts that this line stands for.
    pub parts: Vec<PartKey>,
    /// The part that a click goes to.
    pub goes: Option<Chosen>,
    pub is_soft: bool,
    pub in_doubt: bool,
}

/// The lines of a paper; between two blocks of lines stands a hairline.
#[derive(Debug, Default)]
pub(super) struct Rows {
    made_of: Option<(DocumentId, u64, Language)>,
    pub blocks: Vec<Vec<Row>>,
}

impl Rows {
    /// Makes the lines anew where the paper, or the language, is another one.
    pub fn follow(&mut self, document: &Document, parts: &[Part<'_>], cx: &Cx<'_>) {
        let made_of = Some((document.id, cx.revision, cx.words.language));
        if self.made_of == made_of {
            return;
        }
        self.made_of = made_of;
        self.blocks = blocks(document, parts, cx);
        for doubt in 0..document.outline.doubts.len() {
            let Some(key) = part_of_doubt(document, parts, doubt).map(|at| line_of(parts, at)) else {
                continue;
            };
            for row in self.blocks.iter_mut().flatten().filter(|row| row.parts.contains(&key)) {
                row.in_doubt = true;
            }
        }
    }
}

/// The part whose line shows the part at a place. What stands between questions and answers has no line of its
/// own: it goes with what is before it.
pub(super) fn line_of(parts: &[Part<'_>], at: usize) -> PartKey {
    let is_between = matches!(parts[at].unit, Unit::Rest(_)) && parts[at..].iter().any(is_in_group);
    let before = parts[..at].iter().rfind(|part| is_between && is_in_group(part));
    before.unwrap_or(&parts[at]).key
}

fn is_in_group(part: &Part<'_>) -> bool {
    matches!(part.unit, Unit::Question(..) | Unit::Joint(..) | Unit::Answer(..))
}

fn blocks(document: &Document, parts: &[Part<'_>], cx: &Cx<'_>) -> Vec<Vec<Row>> {
    let words = cx.words.outline;
    let first = parts.iter().position(is_in_group);
    let last = parts.iter().rposition(is_in_group);
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for (at, part) in parts.iter().enumerate() {
        match part.unit {
            Unit::Head(_) | Unit::Remark(_) | Unit::Transmission(_) => before.push(part),
            Unit::Rest(_) if first.is_some_and(|first| at < first) => before.push(part),
            Unit::Rest(_) if last.is_none_or(|last| at > last) => after.push(part),
            Unit::Signature(_) => after.push(part),
            _ => {}
        }
    }
    let has_remarks = !document.outline.remarks.is_empty();
    let top = if has_remarks { words.head_and_remarks } else { words.only_head };
    let foot = if first.is_none() { words.only_rest } else { words.signature_and_rest };
    let mut blocks: Vec<Vec<Row>> =
        gathered(top, &before, document, cx).into_iter().map(|row| vec![row]).collect();
    blocks.extend(document.outline.groups.iter().map(|group| rows(group, document, parts, cx)));
    blocks.extend(gathered(foot, &after, document, cx).map(|row| vec![row]));
    blocks
}

/// Several parts in one line.
fn gathered(name: &str, parts: &[&Part<'_>], document: &Document, cx: &Cx<'_>) -> Option<Row> {
    let first = parts.iter().find(|part| part.key == PartKey::Signature).or(parts.first())?;
    let count = parts.iter().map(|part| document.body.words_at(part.span)).sum();
    let count = (cx.words.word_count)(count);
    Some(Row {
        label: String::new(),
        words: name.to_owned(),
        name: format!("{name}, {count}"),
        count,
        parts: parts.iter().map(|part| part.key).collect(),
        goes: Some(first.chosen()),
        is_soft: false,
        in_doubt: false,
    })
}

/// The questions of an answer and the answer; one line where it is one question.
fn rows(group: &AnswerGroup, document: &Document, parts: &[Part<'_>], cx: &Cx<'_>) -> Vec<Row> {
    let words = cx.words.outline;
    let mut answers: Vec<&Part<'_>> = Vec::new();
    for part in parts {
        if matches!(part.unit, Unit::Answer(of, _) | Unit::Joint(of, _) if of.id == group.id) {
            answers.push(part);
        }
    }
    let has_answer = !group.answers.is_empty();
    let count: usize = group.answers.iter().map(|span| document.body.words_at(*span)).sum();
    let count = if has_answer { (cx.words.word_count)(count) } else { words.no_answer.to_owned() };
    let of_answer: Vec<PartKey> = answers.iter().map(|part| part.key).collect();
    let is_single = group.questions.len() == 1;
    let mut rows: Vec<Row> = group
        .questions
        .iter()
        .map(|question| {
            let said = document.reading(question.text).replace('\n', " ");
            let key = PartKey::Question(question.id);
            let mut name = format!("{} {}: {said}", cx.words.question, question.label);
            if is_single {
                name = format!("{name}, {count}");
            }
            Row {
                label: question.label.clone(),
                words: said,
                count: if is_single { count.clone() } else { String::new() },
                name,
                parts: if is_single { [vec![key], of_answer.clone()].concat() } else { vec![key] },
                goes: Some(Chosen { key, byte: question.span().start }),
                is_soft: false,
                in_doubt: false,
            }
        })
        .collect();
    if !is_single {
        let first = answers.iter().find(|part| matches!(part.unit, Unit::Answer(..)));
        let name = first.map_or_else(|| words.no_answer.to_owned(), |part| (words.part)(&part.unit));
        let count = if has_answer { count } else { String::new() };
        rows.push(Row {
            label: String::new(),
            name: format!("{name}, {count}"),
            words: name,
            count,
            parts: of_answer,
            goes: first.or(answers.first()).map(|part| part.chosen()),
            is_soft: true,
            in_doubt: false,
        });
    }
    rows
}
