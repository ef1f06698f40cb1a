//! Headings between an answer and the next question belong to neither.

use super::draft::Draft;
use crate::model::text::Span;

/// A heading above the next question belongs to neither: „II. Finanzierung“.
pub(super) fn without_heading(draft: &Draft<'_>, answer: Span, before_question: bool) -> Span {
    if !before_question || answer.is_empty() {
        return answer;
    }
    let text = draft.body.as_str();
    let words = draft.body.at(answer);
    let Some(at) = words.rfind('\n') else { return answer };
    let (before, last) = (words[..at].trim_end(), words[at + 1..].trim());
    let marked = last.starts_with('#');
    let short = last.chars().count() <= 90 && !last.ends_with(['.', ',', ';', '?', '!', ')', '“', '"', ':']);
    let begins = last.starts_with(char::is_uppercase) || last.starts_with(|c: char| c.is_ascii_digit());
    let numeral = last.split(['.', ' ']).next().is_some_and(|first| {
        !first.is_empty() && first.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'A'..='H'))
    });
    let apart = words[..=at].ends_with("\n\n") || numeral;
    let closed = before.ends_with(['.', '!', '“', ')']) || (numeral && last.contains(". "));
    if marked || (short && begins && apart && closed) {
        Span::new(answer.start, answer.start + before.len()).trim(text)
    } else {
        answer
    }
}

/// Forms that head questions and answers put headings between them without a blank line: „Anmietungen“.
pub(super) fn without_short_heading(draft: &Draft<'_>, answer: Span) -> Span {
    let words = draft.body.at(answer);
    let Some(at) = words.rfind('\n') else { return answer };
    let (before, last) = (words[..at].trim_end(), words[at + 1..].trim());
    let plain = last.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | ',' | '–'));
    let short = last.split_whitespace().count() <= 5 && last.starts_with(char::is_uppercase);
    if plain && short && before.ends_with('.') {
        Span::new(answer.start, answer.start + before.len())
    } else {
        answer
    }
}
