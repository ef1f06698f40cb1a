//! A passage as it runs: one line of words, whatever the print did to them, with the way back to the text.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::{Body, Span, keeps_hyphen};

/// The words of a passage without soft hyphens, with parted words whole, in composed letters (NFC). A run of
/// white space is one blank, or one line break where it parts paragraphs.
#[derive(Clone, Debug, Default)]
pub struct Running {
    text: String,
    pieces: Vec<Piece>,
}

/// From byte `shown` on the running text is `source`, byte for byte, or as one letter.
#[derive(Clone, Copy, Debug)]
struct Piece {
    shown: usize,
    source: Span,
    is_same: bool,
}

impl Running {
    /// Reads a passage. White space that lies in `torn` parts no paragraphs.
    #[must_use]
    pub fn of(body: &Body, span: Span, torn: &[Span]) -> Self {
        let mut running = Self::default();
        let words = body.at(span);
        let mut at = 0;
        while let Some(sign) = words[at..].chars().next() {
            let next = at + sign.len_utf8();
            let place = |end: usize| Span::new(span.start + at, span.start + end);
            let gap = next + gap_length(&words[next..]);
            let parts_lines = words[next..gap].contains('\n');
            at = match sign {
                '\u{ad}' if parts_lines => gap,
                '\u{ad}' => next,
                '-' | '\u{2010}' if parts_lines && running.parts_a_word(&words[gap..]) => {
                    // Before a capital the hyphen belongs to the word.
                    if words[gap..].starts_with(char::is_uppercase) {
                        running.push(&words[at..next], place(next), true);
                    }
                    gap
                }
                _ if sign.is_whitespace() => {
                    let end = at + gap_length(&words[at..]);
                    let is_torn = torn.iter().any(|gap| gap.overlaps(place(end)));
                    let parts = words[at..end].matches('\n').count() > 1 && !is_torn;
                    running.push(if parts { "\n" } else { " " }, place(end), false);
                    end
                }
                _ => {
                    let marks = words[next..].chars().take_while(|c| canonical_combining_class(*c) != 0);
                    let end = next + marks.map(char::len_utf8).sum::<usize>();
                    let letters = &words[at..end];
                    let composed: String = letters.nfc().collect();
                    running.push(&composed, place(end), composed == letters);
                    end
                }
            };
        }
        running
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The place in the text that bytes of the running text stand for; none for no bytes.
    #[must_use]
    pub fn source(&self, shown: Span) -> Option<Span> {
        if shown.is_empty() {
            return None;
        }
        let at = |byte: usize| {
            let after = self.pieces.partition_point(|piece| piece.shown <= byte);
            self.pieces.get(after.checked_sub(1)?)
        };
        let (first, last) = (at(shown.start)?, at(shown.end - 1)?);
        let start =
            if first.is_same { first.source.start + shown.start - first.shown } else { first.source.start };
        let end = if last.is_same { last.source.start + shown.end - last.shown } else { last.source.end };
        Some(Span::new(start, end))
    }

    /// Whether a hyphen here, at the end of a line before these words, parts a word.
    fn parts_a_word(&self, below: &str) -> bool {
        let letters: String = below.chars().take_while(|c| c.is_alphabetic()).collect();
        self.text.ends_with(char::is_alphabetic) && !letters.is_empty() && !keeps_hyphen(&letters)
    }

    fn push(&mut self, shown: &str, source: Span, is_same: bool) {
        let goes_on = |piece: &&mut Piece| piece.is_same && is_same && piece.source.end == source.start;
        match self.pieces.last_mut().filter(goes_on) {
            Some(piece) => piece.source.end = source.end,
            None => self.pieces.push(Piece { shown: self.text.len(), source, is_same }),
        }
        self.text.push_str(shown);
    }
}

/// How many bytes of white space a text begins with.
fn gap_length(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let body = Body::new(text);
        assert_eq!(Running::of(&body, body.span(), &[]).as_str(), expect);
    }

    #[test]
    fn print_leaves_no_trace() {
        check("Das  ist\n noch\u{a0}nicht so.", "Das ist noch nicht so.");
        check("Ja.\n\nNein.", "Ja.\nNein.");
        check(
            "Die Haus-\nhalte, die Haus\u{ad}\nhalte, die Haus\u{ad}halte",
            "Die Haushalte, die Haushalte, die Haushalte",
        );
        check("Betriebs-\nund Geschäftsgeheimnisse", "Betriebs- und Geschäftsgeheimnisse");
        check("LT-\nDrucksache", "LT-Drucksache");
        check("gepru\u{308}ft", "geprüft");
    }

    #[test]
    fn a_page_break_in_a_sentence_is_a_blank() {
        let body = Body::new("wird noch\n\n\nnicht");
        assert_eq!(Running::of(&body, body.span(), &[Span::new(9, 12)]).as_str(), "wird noch nicht");
    }

    #[test]
    fn every_word_leads_back() {
        let body = Body::new("Es wird gepru\u{308}ft, ob die Haus-\nhalte  steigen.");
        let running = Running::of(&body, body.span(), &[]);
        for (word, printed) in [
            ("geprüft", "gepru\u{308}ft"),
            ("Haushalte", "Haus-\nhalte"),
            ("halte steigen", "halte  steigen"),
        ] {
            let start = running.as_str().find(word).expect("a word of it");
            let source = running.source(Span::new(start, start + word.len())).expect("a place");
            assert_eq!(body.at(source), printed);
        }
    }
}
