//! Questions that hold lettered parts: „5. Ist das so? a) Wenn ja, … b) Wenn nein, …“.

use super::label::Label;
use super::wording::{asks, begins_asking, item_letter, question_end};
use crate::model::text::Span;

/// A lettered part of a question: its letter, „a)“, its words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Part {
    pub letter: char,
    pub lead: Span,
    pub text: Span,
}

/// The parts of a question, in order; none where it holds no row of letters.
pub(super) fn parts(text: &str, question: Span) -> Vec<Part> {
    let words = &text[question.start..question.end];
    let mut starts: Vec<usize> = Vec::new();
    let mut at = 0;
    for letter in 'a'..='z' {
        let Some(found) = find_item(&words[at..], letter) else { break };
        starts.push(at + found);
        at += found + 2;
    }
    if starts.len() < 2 {
        return Vec::new();
    }
    starts
        .iter()
        .enumerate()
        .map(|(nth, start)| {
            let end = starts.get(nth + 1).copied().unwrap_or(words.len());
            let lead = Span::new(question.start + start, question.start + start + 2);
            let text = Span::new(lead.end, question.start + end).trim(text);
            Part { letter: char::from(b'a' + u8::try_from(nth).unwrap_or(25)), lead, text }
        })
        .collect()
}

/// Where „a)“ stands free in a text.
pub(super) fn find_item(words: &str, letter: char) -> Option<usize> {
    let item = [letter as u8, b')'];
    let item = std::str::from_utf8(&item).ok()?;
    words.match_indices(item).map(|(at, _)| at).find(|at| {
        let free_before = *at == 0 || words[..*at].ends_with(char::is_whitespace);
        free_before && words[at + 2..].starts_with(char::is_whitespace)
    })
}

/// Whether every part is a question of its own, not a piece of one sentence.
pub(super) fn stand_alone(text: &str, parts: &[Part]) -> bool {
    !parts.is_empty()
        && parts.iter().all(|part| {
            let words = &text[part.text.start..part.text.end];
            words.starts_with(char::is_uppercase) && words.ends_with(['?', '.', '!', ')'])
        })
}

/// A lettered question that stands in the answer before it, because each part is answered right beneath.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Inside {
    pub letter: char,
    pub lead: Span,
    pub text: Span,
}

/// The lettered questions inside an answer, beginning with `expected`.
pub(super) fn inside(text: &str, answer: Span, expected: char) -> Vec<Inside> {
    let mut found = Vec::new();
    let mut expected = expected;
    let mut start = answer.start;
    for line in text[answer.start..answer.end].split_inclusive('\n') {
        let here = Span::new(start, answer.end);
        start += line.len();
        if item_letter(line.trim_start()) != Some(expected) {
            continue;
        }
        let from = here.start + (line.len() - line.trim_start().len());
        let words_at = from + 2;
        let words = &text[words_at..answer.end];
        let (end, certain) = question_end(words.trim_start());
        let skipped = words.len() - words.trim_start().len();
        let question = Span::new(words_at + skipped, words_at + skipped + end);
        let first = text[question.start..question.end].trim();
        if !certain || !(begins_asking(first) || asks(first)) {
            continue;
        }
        found.push(Inside { letter: expected, lead: Span::new(from, words_at), text: question });
        expected = char::from(expected as u8 + 1);
        if expected > 'z' {
            break;
        }
    }
    found
}

/// The letter that comes after the last part of a question; „a“ where it has none.
pub(super) fn next_letter(label: Label, last: Option<char>) -> char {
    last.or(label.letter).map_or('a', |letter| char::from(letter as u8 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str], alone: bool) {
        let found = parts(text, Span::new(0, text.len()));
        let words: Vec<&str> = found.iter().map(|part| &text[part.text.start..part.text.end]).collect();
        assert_eq!(words, expect, "{text}");
        assert_eq!(stand_alone(text, &found), alone, "{text}");
    }

    #[test]
    fn rows_of_letters() {
        check("Ist das so?\na) Wenn ja, warum?\nb) Wenn nein?", &["Wenn ja, warum?", "Wenn nein?"], true);
        check(
            "Wie viele aufgrund\na) des Alters,\nb) der Herkunft?",
            &["des Alters,", "der Herkunft?"],
            false,
        );
        check("Wie viele (siehe a) oben)?", &[], false);
    }

    #[test]
    fn parts_answered_one_by_one() {
        let text = "Ja.\nb) Wie viele?\nDrei.\nc) Wo?\nDort.";
        let found = inside(text, Span::new(0, text.len()), 'b');
        assert_eq!(found.iter().map(|part| part.letter).collect::<String>(), "bc");
        let text = "Ja.\nb) Bäume\nDrei.";
        assert!(inside(text, Span::new(0, text.len()), 'b').is_empty());
    }
}
