//! Where passages stand: the way of counting under which most quotations match the words at their places.

use std::collections::BTreeSet;

use super::sources::Selection;
use crate::files::refi::clean;
use crate::model::text::{Body, Counted, Quote, Span, readings};

/// So much of a quotation is compared: some programs cut it.
const COMPARED: usize = 40;

/// The place of each passage, in the order of the list; none where it is not in the text, or where the others stand at
/// their words and this one does not. `joins` says whether the program counts a Windows line end once.
pub(super) fn places(raw: &str, body: &Body, selections: &[Selection], joins: bool) -> Vec<Option<Span>> {
    let wanted: BTreeSet<u64> = selections
        .iter()
        .filter_map(|selection| selection.place)
        .flat_map(|(start, end)| [start, end])
        .collect();
    let mut best: (usize, Vec<Option<Span>>) = (0, Vec::new());
    for (nth, reading) in readings(raw, joins).into_iter().enumerate() {
        let counted = Counted::new(raw, reading, &wanted);
        let found: Vec<Option<Span>> =
            selections.iter().map(|selection| span(selection, &counted, body)).collect();
        let agree = selections.iter().zip(&found).filter(|(selection, span)| {
            span.is_some_and(|span| agrees(&selection.name, body.at(span)) == Some(true))
        });
        let agree = agree.count();
        if nth == 0 || agree > best.0 {
            best = (agree, found);
        }
    }
    let (agree, found) = best;
    let place = |(selection, span): (&Selection, Option<Span>)| {
        let words = span.map(|span| agrees(&selection.name, body.at(span)));
        match words {
            Some(Some(true) | None) => span,
            // Where no name is a quotation, names are something else.
            Some(Some(false)) if agree == 0 => span,
            _ => unique(&selection.name, body),
        }
    };
    selections.iter().zip(found).map(place).collect()
}

fn span(selection: &Selection, counted: &Counted, body: &Body) -> Option<Span> {
    let (start, end) = selection.place?;
    let span = Span::new(counted.byte(start)?, counted.byte(end)?);
    let span = if span.is_in(body.as_str()) { span.trim(body.as_str()) } else { return None };
    (!span.is_empty()).then_some(span)
}

/// Whether words are those of a name, as far as both go; nothing where the name says nothing.
fn agrees(name: &str, words: &str) -> Option<bool> {
    let is_cut = name.trim_end().ends_with(['…']) || name.trim_end().ends_with("...");
    let name = name.trim_end().trim_end_matches(['…', '.']);
    let bare = |text: &str| -> String { clean(text).split_whitespace().collect::<Vec<_>>().join(" ") };
    let name = bare(name);
    if name.is_empty() {
        return None;
    }
    let words = bare(words);
    let start: String = name.chars().take(COMPARED).collect();
    if !words.starts_with(&start) {
        return Some(false);
    }
    // A whole quotation has to end where its place does.
    let whole = !is_cut && name.chars().count() < COMPARED;
    Some(!whole || words.trim_end_matches(['…', '.']) == name)
}

/// Where the words of a name stand, if they do so once.
fn unique(name: &str, body: &Body) -> Option<Span> {
    let quote = Quote { exact: name.trim().to_owned(), prefix: String::new(), suffix: String::new() };
    // A word or two may stand anywhere by chance.
    (name.split_whitespace().count() > 2).then(|| quote.find(body)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_agree_as_far_as_they_go() {
        assert_eq!(agrees("Das Konzept", "Das\nKonzept"), Some(true));
        assert_eq!(agrees("Das Konzept wird gepr…", "Das Konzept wird geprüft"), Some(true));
        assert_eq!(agrees("Das Konzept wird gepr...", "Das Konzept wird geprüft"), Some(true));
        assert_eq!(agrees("Das Konzept", "as Konzept"), Some(false));
        assert_eq!(agrees("Das Konzept", "Das Konzept wird"), Some(false), "the end counts, too");
        assert_eq!(agrees("a\u{1}b", "a\u{1}b"), Some(true));
        assert_eq!(agrees("", "Das Konzept"), None);
    }
}
