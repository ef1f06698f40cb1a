//! Correcting the outline, in English.

use super::problems::doubt;
use super::words::plural;
use crate::model::edits::head::HeadField;
use crate::model::{DoubtKind, RemarkBy, Unit};
use crate::ui::lang::OutlineWords;

pub(super) static OUTLINE: OutlineWords = OutlineWords {
    outline: "Outline",
    read: "Read",
    split: "Split",
    join: "Join",
    renumber: "Renumber",
    next_doubt: "Next to check",
    facts: |questions, answers| {
        format!("{} in {}", plural(questions, "question", "questions"), plural(answers, "answer", "answers"))
    },
    to_check: |doubts| match doubts {
        0 => String::new(),
        _ => format!("{} to check", plural(doubts, "place", "places")),
    },
    part: |unit| match unit {
        Unit::Head(_) => "Head".to_owned(),
        Unit::Remark(_) => "Preamble".to_owned(),
        Unit::Transmission(_) => "Lead-in".to_owned(),
        Unit::Question(_, question) => format!("Question {}", question.label),
        Unit::Joint(..) => "Note".to_owned(),
        Unit::Answer(group, _) => {
            answer(&group.questions.iter().map(|q| q.label.as_str()).collect::<Vec<_>>())
        }
        Unit::Signature(_) => "Signature".to_owned(),
        Unit::Rest(_) => "Rest".to_owned(),
    },
    remark_by: |by| match by {
        RemarkBy::Asker => "of the askers",
        RemarkBy::Government => "of the government",
    },
    head_and_remarks: "Head and preamble",
    only_head: "Head",
    signature_and_rest: "Signature and rest",
    only_rest: "Text without an outline",
    no_answer: "no answer",
    answers_questions: "answers the questions",
    number: "Number",
    recognised_at: |sentence| format!("Recognised by the sentence “{sentence}”"),
    by_hand: "Checked by hand",
    not_coded: "Neither question nor answer. Q makes it a question, A an answer to the question before it.",
    head: "Head of the paper",
    field: |field| match field {
        HeadField::Title => "Title",
        HeadField::Number => "Paper number",
        HeadField::QuestionNumber => "Number of the question",
        HeadField::Askers => "Asked by",
        HeadField::Asked => "Asked on",
        HeadField::Answerer => "Answered by",
        HeadField::Answered => "Answered on",
        HeadField::Issued => "Issued on",
        HeadField::Signatory => "Signed by",
    },
    date_hint: "10 Apr 2026",
    not_printed: "not printed",
    parliament: "Parliament",
    kind: "Kind",
    codings_stay: "Tags and evidence stay with their question.",
    confirm: "Confirm outline",
    correct_by_hand: "Outline by hand",
    border: |below| format!("Border above {below}"),
    border_hint: "Drag the border or",
    split_here: "Split here",
    where_to_split: "Place a cursor with C, or select words: the split comes before them.",
    torn: "Paragraph parted",
    mark_question: "Question",
    mark_answer: |label| match label {
        Some(label) => format!("Answer to {label}"),
        None => "Answer".to_owned(),
    },
    mark_joint: "Note",
    mark_remark: "Preamble",
    mark_rest: "Rest",
    nothing_to_check: "No place to check",
    doubt_in_place: |kind| match kind {
        DoubtKind::TornParagraph => {
            "Does this belong together? The sentence has no end before the gap.".to_owned()
        }
        DoubtKind::NotSegmented => "No questions were found in this text.".to_owned(),
        other => {
            let words = doubt(other);
            words.trim_end_matches(" Check").trim_end_matches(" Please check.").to_owned()
        }
    },
    doubt_hint: |kind| {
        Some(match kind {
            DoubtKind::NotSegmented => "Select a question and press Q, then its answer and A.",
            DoubtKind::MissingQuestion { .. } => "If the text has it, select it and press Q.",
            DoubtKind::NoAnswer { .. } => "If the text has it, select it and press A.",
            DoubtKind::Border { .. } => "Drag the border, or move it with Alt ↑ and Alt ↓.",
            DoubtKind::NoSignature => "Select what is no answer any more and press R.",
            DoubtKind::RepeatedQuestion { .. }
            | DoubtKind::JointMismatch { .. }
            | DoubtKind::TornParagraph => {
                return None;
            }
        })
    },
    is_right: "It is right",
    keep_joined: "Join",
    keep_parted: "Keep apart",
    mend: |kind| {
        Some(match kind {
            DoubtKind::RepeatedQuestion { .. } => "Renumber",
            DoubtKind::NoAnswer { .. } => "With the next answer",
            DoubtKind::JointMismatch { .. } => "Attach as the text says",
            _ => return None,
        })
    },
    check_here: "Check",
};

/// “Answer 7”, “Answer 1–4”, “Answer 1, 3, 5”.
fn answer(labels: &[&str]) -> String {
    format!("Answer {}", super::super::words::span_of_labels(labels))
}
