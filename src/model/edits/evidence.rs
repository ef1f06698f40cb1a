//! Marking the passage that supports a coding, and taking the mark away.

use jiff::Timestamp;
use unicode_segmentation::UnicodeSegmentation;

use super::tagging::{coding_edit, printed};
use super::{Change, Edit, Label, MergeKey};
use crate::model::text::{Quote, Span};
use crate::model::{Evidence, Problem, Project, QuestionRef};

/// Makes the words at `span` evidence of my coding of these questions, as one step: one passage may serve
/// several. The same passage twice is once.
///
/// # Errors
/// A question is not of this project, or the place is none of its text.
pub fn add_to_all(
    project: &Project,
    questions: &[QuestionRef],
    span: Span,
    now: Timestamp,
) -> Result<Change, Problem> {
    let mut labels = Vec::with_capacity(questions.len());
    let mut edits = Vec::with_capacity(questions.len());
    for question in questions {
        labels.push(printed(project, *question)?);
        let document = question.document;
        let body = &project.document(document).ok_or(Problem::NoSuchDocument { document })?.body;
        if !span.is_in(body.as_str()) || span.trim(body.as_str()).is_empty() {
            return Err(Problem::DocumentInvalid { document });
        }
        let span = span.trim(body.as_str());
        let evidence = Evidence { span, quote: Quote::of(body, span) };
        edits.push(coding_edit(project, *question, now, |coding| {
            if coding.evidence.iter().all(|there| there.span != span) {
                coding.evidence.push(evidence);
                coding.evidence.sort_by_key(|evidence| evidence.span);
            }
        }));
    }
    Ok(Change::new(Label::Evidence { question: labels.join(", ") }, Edit::All(edits)))
}

/// Moves the ends of the passage at `from` to `to`, with the words that stand there.
///
/// # Errors
/// The question is not of this project, there is no such passage, or the new place holds no words.
pub fn adjust(
    project: &Project,
    question: QuestionRef,
    from: Span,
    to: Span,
    now: Timestamp,
) -> Result<Change, Problem> {
    let label = Label::MoveEvidence { question: printed(project, question)? };
    let document = question.document;
    let body = &project.document(document).ok_or(Problem::NoSuchDocument { document })?.body;
    let there = project.my_coding(question).is_some_and(|c| c.evidence.iter().any(|e| e.span == from));
    let to = if to.is_in(body.as_str()) { to.trim(body.as_str()) } else { Span::new(0, 0) };
    if !there || to.is_empty() {
        return Err(Problem::NotPossibleHere);
    }
    let edit = coding_edit(project, question, now, |coding| {
        coding.evidence.retain(|evidence| evidence.span != from && evidence.span != to);
        coding.evidence.push(Evidence { span: to, quote: Quote::of(body, to) });
        coding.evidence.sort_by_key(|evidence| evidence.span);
    });
    Ok(Change::new(label, edit).merging(MergeKey::Evidence(question)))
}

/// One of the two ends of a passage.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PassageEnd {
    Start,
    End,
}

/// The passage with one end moved by a word; the same where there is no further word or nothing would be left.
#[must_use]
pub fn pushed(text: &str, span: Span, end: PassageEnd, forward: bool) -> Span {
    let from = match end {
        PassageEnd::Start => span.start,
        PassageEnd::End => span.end,
    };
    if !span.is_in(text) {
        return span;
    }
    let is_word = |word: &str| word.chars().any(char::is_alphanumeric);
    // A word ends where it ends, and begins where it begins: blanks and marks beside it are passed over.
    let stop = match (end, forward) {
        (PassageEnd::End, true) => text[from..]
            .split_word_bound_indices()
            .find(|(_, word)| is_word(word))
            .map(|(at, word)| from + at + word.len()),
        (PassageEnd::End, false) => text[span.start..from]
            .split_word_bound_indices()
            .rfind(|(at, word)| is_word(word) && span.start + at + word.len() < from)
            .map(|(at, word)| span.start + at + word.len()),
        (PassageEnd::Start, true) => text[from..span.end]
            .split_word_bound_indices()
            .find(|(at, word)| *at > 0 && is_word(word))
            .map(|(at, _)| from + at),
        (PassageEnd::Start, false) => {
            text[..from].split_word_bound_indices().rev().find(|(_, word)| is_word(word)).map(|(at, _)| at)
        }
    };
    match (end, stop) {
        (PassageEnd::Start, Some(stop)) => Span::new(stop, span.end),
        (PassageEnd::End, Some(stop)) => Span::new(span.start, stop),
        (_, None) => span,
    }
}

/// Looks for the words of a passage that stands elsewhere or nowhere now, and moves it there: one change, to be
/// undone like any other. Nothing where the words are not found or stand at several places alike.
///
/// # Errors
/// The question is not of this project, or it has no such passage.
pub fn find_again(
    project: &Project,
    question: QuestionRef,
    span: Span,
    now: Timestamp,
) -> Result<Option<(Change, Span)>, Problem> {
    let document = question.document;
    let body = &project.document(document).ok_or(Problem::NoSuchDocument { document })?.body;
    let evidence = project.my_coding(question).and_then(|c| c.evidence.iter().find(|e| e.span == span));
    let quote = &evidence.ok_or(Problem::NotPossibleHere)?.quote;
    let Some(place) = quote.find(body) else { return Ok(None) };
    Ok(Some((adjust(project, question, span, place, now)?, place)))
}

/// Takes the mark at `span` away from my coding of a question.
///
/// # Errors
/// The question is not of this project.
pub fn drop(project: &Project, question: QuestionRef, span: Span, now: Timestamp) -> Result<Change, Problem> {
    let label = Label::DropEvidence { question: printed(project, question)? };
    let edit = coding_edit(project, question, now, |coding| {
        coding.evidence.retain(|evidence| evidence.span != span);
    });
    Ok(Change::new(label, edit))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `Das [Konzept] wird` with an end pushed.
    fn check(marked: &str, end: PassageEnd, forward: bool, expect: &str) {
        let start = marked.find('[').expect("a start");
        let stop = marked.find(']').expect("an end") - 1;
        let text = marked.replace(['[', ']'], "");
        let span = pushed(&text, Span::new(start, stop), end, forward);
        let shown = format!("{}[{}]{}", &text[..span.start], &text[span.start..span.end], &text[span.end..]);
        assert_eq!(shown, expect);
    }

    #[test]
    fn ends_go_from_word_to_word() {
        use PassageEnd::{End, Start};
        check("Das [Konzept], das wird", End, true, "Das [Konzept, das] wird");
        check("Das [Konzept, das] wird", End, false, "Das [Konzept], das wird");
        check("Über [Öl und] Gas", Start, false, "[Über Öl und] Gas");
        check("Über [Öl und] Gas", Start, true, "Über Öl [und] Gas");
        check("Über Öl [und] Gas", Start, true, "Über Öl [und] Gas");
        check("Über Öl [und] Gas", End, false, "Über Öl [und] Gas");
        check("ab [Ende]", End, true, "ab [Ende]");
    }
}
