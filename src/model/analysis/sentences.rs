//! Where sentences begin and end.

use unicode_segmentation::UnicodeSegmentation;

use crate::model::text::Span;

/// Ends that look like the end of a sentence and are none.
const ABBREVIATIONS: [&str; 28] = [
    "Nr.", "Abs.", "Art.", "bzw.", "ca.", "Drs.", "vgl.", "Vgl.", "z.", "B.", "d.", "h.", "u.", "a.", "e.",
    "i.", "S.", "Dr.", "Prof.", "St.", "Mio.", "Mrd.", "inkl.", "ggf.", "sog.", "einschl.", "rd.", "Abg.",
];

/// The sentences of a paragraph, without the white space between them, as places counted from `start`
/// (the byte at which the paragraph stands in its text). „10. April“ and „Nr. 4“ do not end one.
#[must_use]
pub fn sentences(paragraph: &str, start: usize) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut open = false;
    for (at, piece) in paragraph.split_sentence_bound_indices() {
        let end = at + piece.len();
        match spans.last_mut() {
            Some(last) if open => last.end = end,
            _ => spans.push(Span::new(at, end)),
        }
        open = goes_on(piece.trim_end());
    }
    spans
        .into_iter()
        .map(|span| span.trim(paragraph))
        .filter(|span| !span.is_empty())
        .map(|span| Span::new(start + span.start, start + span.end))
        .collect()
}

fn goes_on(piece: &str) -> bool {
    let last = piece.split_whitespace().next_back().unwrap_or_default();
    let ordinal = last.strip_suffix('.').is_some_and(|number| {
        !number.is_empty() && number.len() <= 2 && number.chars().all(|c| c.is_ascii_digit())
    });
    ordinal || ABBREVIATIONS.contains(&last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn german_full_stops() {
        let text = "Am 10. April 2026 endet die Frist. Nach Nr. 4 gilt ca. 2 v. H. mehr! Und?";
        let found: Vec<&str> = sentences(text, 0).iter().map(|span| &text[span.start..span.end]).collect();
        assert_eq!(found[0], "Am 10. April 2026 endet die Frist.");
        assert_eq!(found.last(), Some(&"Und?"));
    }

    #[test]
    fn places_count_from_the_start_of_the_text() {
        assert_eq!(sentences("Ja. Nein.", 100), [Span::new(100, 103), Span::new(104, 109)]);
        assert!(sentences("  ", 0).is_empty());
    }
}
