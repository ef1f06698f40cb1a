//! Facets, what was asked for, passages, in English.

use crate::model::Asked;
use crate::ui::lang::CodingWords;

pub(super) static CODING: CodingWords = CodingWords {
    asked_for: "asked for",
    asked_nothing: "choose",
    asked,
    facets: "Facet",
    needs_facet: |tag| format!("{tag} needs a facet: why?"),
    more_facets: |count| format!("+{count}"),
    fewer_facets: "fewer",
    now_a_digit: "a digit chooses, Esc cancels",
    overlaps: |labels| match labels {
        [one] => format!("overlaps with question {one}"),
        many => format!("overlaps with questions {}", many.join(", ")),
    },
    move_start: "Move the start of the evidence",
    move_end: "Move the end of the evidence",
    choose_first: "Click a passage first",
    not_found_again: "These words are not in the text, or stand at several places alike",
    find_again: "Look for it in the text",
    also_for: |label| format!("Evidence for question {label}, too"),
    ends_by_keys: |end, start| format!("end: {end} · start: {start}"),
    read_again: "Which file holds the new text?",
    read_again_done: |found, lost| match lost {
        0 => format!("Read again, all evidence found again ({found})"),
        _ => format!(
            "Read again, {found} passages found again, {lost} not: they stand as lost with their question"
        ),
    },
    same_text: "The text is the same: nothing was changed",
    lost: "Cannot be found any more",
    lost_why: "These words do not stand in the text any more. They stay here until you remove or mark them again.",
};

pub(super) fn asked(kind: Asked) -> &'static str {
    match kind {
        Asked::Date => "date",
        Asked::Number => "number",
        Asked::Money => "money",
        Asked::Name => "name or place",
        Asked::List => "list or criteria",
        Asked::YesNo => "yes/no",
        Asked::Reason => "reason",
        Asked::Assessment => "assessment",
    }
}
