//! The words for correcting the outline: a list of their own, because the work is a mode of its own.

use crate::model::edits::head::HeadField;
use crate::model::{DoubtKind, RemarkBy, Unit};

/// The words of one language for the outline.
pub struct OutlineWords {
    // The bar above the text.
    pub outline: &'static str,
    pub read: &'static str,
    pub split: &'static str,
    pub join: &'static str,
    pub renumber: &'static str,
    pub next_doubt: &'static str,

    // The tree.
    pub facts: fn(questions: usize, answers: usize) -> String,
    pub to_check: fn(doubts: usize) -> String,
    /// What a part of a paper is called.
    pub part: fn(&Unit<'_>) -> String,
    pub remark_by: fn(RemarkBy) -> &'static str,
    pub head_and_remarks: &'static str,
    pub only_head: &'static str,
    pub signature_and_rest: &'static str,
    pub only_rest: &'static str,
    pub no_answer: &'static str,

    // The chosen part.
    pub answers_questions: &'static str,
    pub number: &'static str,
    pub recognised_at: fn(sentence: &str) -> String,
    pub by_hand: &'static str,
    pub not_coded: &'static str,

    // The head.
    pub head: &'static str,
    pub field: fn(HeadField) -> &'static str,
    pub date_hint: &'static str,
    pub not_printed: &'static str,
    pub parliament: &'static str,
    pub kind: &'static str,

    // The foot, the text, the doubts.
    pub codings_stay: &'static str,
    pub confirm: &'static str,
    pub correct_by_hand: &'static str,
    pub border: fn(below: &str) -> String,
    pub border_hint: &'static str,
    pub split_here: &'static str,
    pub where_to_split: &'static str,
    pub torn: &'static str,
    pub mark_question: &'static str,
    /// The question whose answer it would be.
    pub mark_answer: fn(label: Option<&str>) -> String,
    pub mark_joint: &'static str,
    pub mark_remark: &'static str,
    pub mark_rest: &'static str,
    pub nothing_to_check: &'static str,
    pub doubt_in_place: fn(&DoubtKind) -> String,
    /// How the place is mended by hand.
    pub doubt_hint: fn(&DoubtKind) -> Option<&'static str>,
    pub is_right: &'static str,
    pub keep_joined: &'static str,
    pub keep_parted: &'static str,
    /// One way to mend it at once.
    pub mend: fn(&DoubtKind) -> Option<&'static str>,
    pub check_here: &'static str,
}
