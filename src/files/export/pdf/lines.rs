//! Breaking a text into lines: greedily, at spaces and after hyphens; a word that is too long is broken anywhere.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::faces::{Face, Faces};

/// A text as it can be printed: without control characters and signs that only steer, with `\n` where a line ends.
pub(super) fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.trim().chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push(' '),
            c if c.is_control() || only_steers(c) => {}
            // A private sign means nothing to anybody else, and an archive must not hold it.
            c if is_private(c) => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// The same on one line.
pub(super) fn printable_line(text: &str) -> String {
    printable(text).replace('\n', " ")
}

fn only_steers(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

fn is_private(c: char) -> bool {
    let code = u32::from(c);
    matches!(code, 0xe000..=0xf8ff | 0xfdd0..=0xfdef | 0xf0000..) || code & 0xfffe == 0xfffe
}

/// The lines of a text, as places in it, each at most as wide as the column. The space at which a line is broken
/// belongs to its end, so that words that are copied stay apart; it hangs over the edge.
pub(super) fn lines(faces: &Faces, face: Face, size: f32, text: &str, column: f32) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        break_one(faces, face, paragraph, start, column / size, &mut all);
        start += paragraph.len() + 1;
    }
    all
}

/// Breaks what stands between two `\n`; widths in ems.
fn break_one(faces: &Faces, face: Face, text: &str, at: usize, column: f32, all: &mut Vec<Range<usize>>) {
    let mut line = 0..0;
    let mut width = 0.0;
    for part in parts(text) {
        let words = text[part.clone()].trim_end_matches(' ');
        let bare = faces.width(face, words);
        if width + bare > column && line.end > line.start {
            all.push(at + line.start..at + line.end);
            line = part.start..part.start;
            width = 0.0;
        }
        if width + bare > column {
            // Alone in its line, and still too long.
            let mut rest = part.start;
            for piece in pieces(faces, face, words, column) {
                if rest > part.start {
                    all.push(at + line.start..at + rest);
                    line.start = rest;
                }
                width = faces.width(face, piece);
                rest += piece.len();
            }
        } else {
            width += bare;
        }
        width += faces.width(face, &text[part.start + words.len()..part.end]);
        line.end = part.end;
    }
    all.push(at + line.start..at + line.end);
}

/// The parts between which a line may be broken: a word with the spaces after it, or what ends with a hyphen.
/// Spaces that do not break are no end.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        let next = chars.peek().map(|(_, next)| *next);
        let ends = match c {
            // „…“ stays with what is left out beside it.
            ' ' => !matches!(next, Some(' ' | '…')),
            // „Not-Aus“, „und/oder“, but neither „-5“ nor „21/2112“ nor „2024-2026“.
            '-' | '‐' | '–' | '/' => {
                before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphabetic)
            }
            _ => false,
        };
        if ends && next.is_some() {
            parts.push(start..end);
            start = end;
        }
        before = Some(c);
    }
    if start < text.len() {
        parts.push(start..text.len());
    }
    parts
}

/// A word in pieces that each fit; at least one sign each.
fn pieces<'t>(faces: &Faces, face: Face, word: &'t str, column: f32) -> Vec<&'t str> {
    let ends: Vec<usize> = word.grapheme_indices(true).map(|(at, sign)| at + sign.len()).collect();
    let mut pieces = Vec::new();
    let (mut start, mut first) = (0, 0);
    while first < ends.len() {
        // As many signs as fit one by one; kerning may want a few less.
        let mut width = 0.0;
        let mut last = first;
        for sign in first..ends.len() {
            let from = if sign == first { start } else { ends[sign - 1] };
            width += faces.width(face, &word[from..ends[sign]]);
            if width > column {
                break;
            }
            last = sign;
        }
        while last > first && faces.width(face, &word[start..ends[last]]) > column {
            last -= 1;
        }
        pieces.push(&word[start..ends[last]]);
        (start, first) = (ends[last], last + 1);
    }
    pieces
}

/// A text on one line, cut with „…“ where it is wider than the room.
pub(super) fn fitted(faces: &Faces, face: Face, size: f32, text: &str, room: f32) -> String {
    let text = printable_line(text);
    let width = |text: &str| faces.width(face, text) * size;
    // Nothing longer fits on any paper, and nobody waits for it to be measured.
    let signs: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).take(400).collect();
    if text.len() < 1000 && width(&text) <= room {
        return text;
    }
    let fits = |at: &usize| width(&format!("{}…", text[..*at].trim_end())) <= room;
    let count = signs.partition_point(fits);
    let end = count.checked_sub(1).map_or(0, |last| signs[last]);
    format!("{}…", text[..end].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of a text in a column of so many ems of the serif.
    fn broken(text: &str, ems: f32) -> Vec<String> {
        let faces = Faces::load();
        let lines = lines(&faces, Face::Serif, 10.0, text, ems * 10.0);
        for line in &lines {
            let wide = faces.width(Face::Serif, text[line.clone()].trim_end());
            assert!(wide <= ems + 0.001, "{:?} is {wide} wide", &text[line.clone()]);
        }
        lines.into_iter().map(|line| text[line].to_owned()).collect()
    }

    #[test]
    fn lines_end_at_spaces_and_after_hyphens() {
        assert_eq!(broken("Die Antwort steht aus.", 6.0), ["Die Antwort ", "steht aus."]);
        assert_eq!(broken("Einsamkeits-Bericht", 6.0), ["Einsamkeits-", "Bericht"]);
        assert_eq!(broken("Bund/Länder-Treffen", 5.0), ["Bund/", "Länder-", "Treffen"]);
        assert_eq!(broken("eins  zwei", 3.0), ["eins  ", "zwei"]);
    }

    #[test]
    fn what_belongs_together_stays_together() {
        assert_eq!(broken("im 21/2112 steht", 4.6), ["im ", "21/2112 ", "steht"]);
        assert_eq!(broken("bis\u{a0}2026 offen", 5.5), ["bis\u{a0}2026 ", "offen"]);
        assert_eq!(broken("um -5 Grad", 3.0), ["um -5 ", "Grad"]);
        assert_eq!(broken("es ist offen …", 5.0), ["es ist ", "offen …"]);
    }

    #[test]
    fn a_word_that_is_too_long_is_broken_anywhere() {
        let word = "x".repeat(3000);
        let lines = broken(&format!("ein {word} Wort"), 20.0);
        assert_eq!(lines.concat(), format!("ein {word} Wort"), "nothing is lost");
        assert!(lines.len() > 60);
        assert_eq!(broken("ab", 0.01f32.max(0.6)).concat(), "ab");
    }

    #[test]
    fn an_end_of_a_line_ends_it() {
        assert_eq!(broken("a\nb\n\nc", 9.0), ["a", "b", "", "c"]);
        assert_eq!(broken("", 9.0), [""]);
    }

    #[test]
    fn only_what_can_be_printed_is_printed() {
        assert_eq!(
            printable(" a\u{0}\u{8}b\r\nc\u{2028}d\te\u{ad}f\u{202e}g\u{e000}\u{ffff} "),
            "ab\nc\nd efg\u{fffd}\u{fffd}"
        );
        assert_eq!(printable_line("a\nb"), "a b");
    }

    #[test]
    fn what_does_not_fit_is_cut_visibly() {
        let faces = Faces::load();
        let fit = |text: &str, room: f32| fitted(&faces, Face::Sans, 10.0, text, room);
        assert_eq!(fit("Antwort", 100.0), "Antwort");
        assert_eq!(fit("Antwort der Landesregierung", 70.0), "Antwort der…");
        assert_eq!(fit("Antwort", 0.0), "…");
        assert!(fit(&"lang ".repeat(9000), 100.0).ends_with('…'));
    }
}
