//! Paragraphs that a page break tore in two.

use super::lines::Line;
use crate::model::outline::{Doubt, DoubtKind};
use crate::model::text::Span;

/// A shorter line without a full stop is a heading, not half a paragraph. In characters.
const SHORTEST_TORN: usize = 60;

/// Words after which no sentence ends.
const OPEN_ENDS: [&str; 40] = [
    "und", "oder", "sowie", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem",
    "einer", "eines", "in", "im", "an", "am", "auf", "aus", "bei", "beim", "mit", "nach", "von", "vom", "zu",
    "zum", "zur", "für", "durch", "über", "unter", "um", "als", "dass", "wie", "bis", "zwischen",
];

/// The white space between two lines of one place that a page break put into a sentence. Only where
/// that is not certain comes a doubt.
pub(super) fn torn(lines: &[Line<'_>], place: Span) -> Vec<(Span, Option<Doubt>)> {
    let inside: Vec<&Line<'_>> =
        lines.iter().filter(|line| place.start <= line.span.start && line.span.end <= place.end).collect();
    let mut found = Vec::new();
    for pair in inside.windows(2) {
        let (before, after) = (pair[0], pair[1]);
        if !after.after_blank || ends(before.text) || begins_anew(after.text) {
            continue;
        }
        if before.text.chars().count() < SHORTEST_TORN {
            continue;
        }
        let gap = Span::new(before.span.end, after.span.start);
        let last_word = before.text.split_whitespace().next_back().unwrap_or_default();
        let goes_on = after.text.chars().next().is_some_and(char::is_lowercase);
        let certain = goes_on || last_word.ends_with(',') || OPEN_ENDS.contains(&last_word);
        let doubt = (!certain).then_some(Doubt { at: gap, kind: DoubtKind::TornParagraph });
        found.push((gap, doubt));
    }
    found
}

fn ends(text: &str) -> bool {
    // „… bekannt.[2]“, „… bekannt.2“: the mark of a footnote stands behind the end.
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']'));
    let text =
        if bare.len() < text.len() && bare.ends_with(['.', '!', '?', '“', ')']) { bare } else { text };
    text.ends_with(['.', '!', '?', ':', ';', '…', '“', '"', ')', '”', '»'])
}

fn begins_anew(text: &str) -> bool {
    // A row of a table is no half sentence.
    text.contains('\t') || text.starts_with(['-', '–', '•', '*', '\u{f0b7}'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::print::Print;
    use crate::model::segment::lines::lines;
    use crate::model::text::Body;

    fn check(text: &str, joined: usize, doubts: usize) {
        let body = Body::new(text);
        let found = torn(&lines(&body, &Print::default()), body.span());
        assert_eq!(found.len(), joined, "{text}");
        assert_eq!(found.iter().filter(|(_, doubt)| doubt.is_some()).count(), doubts, "{text}");
    }

    #[test]
    fn a_sentence_goes_on_after_the_page_break() {
        let half = "In vielen Orten wirken seit Jahren bewährte, ehrenamtlich getragene Vereine und";
        check(&format!("{half}\n\nVerbände zusammen."), 1, 0);
        let half = "In vielen Orten wirken seit Jahren bewährte und ehrenamtlich getragene Vereine";
        check(&format!("{half}\n\nnach Kräften zusammen."), 1, 0);
        check(&format!("{half}\n\nVerbände zusammen."), 1, 1);
        check(&format!("{half}.[2]\n\nVerbände wirken zusammen."), 0, 0);
        check(&format!("{half}\n\nVerein\t12"), 0, 0);
    }

    #[test]
    fn whole_paragraphs_and_headings_stay_apart() {
        check(
            "Das ist ein ganzer Satz, der lang genug ist, um einer Zeile zu gleichen.\n\nNoch einer.",
            0,
            0,
        );
        check("Überschrift ohne Punkt\n\nDanach Text.", 0, 0);
    }
}
