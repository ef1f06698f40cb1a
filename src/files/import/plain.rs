//! Text files in whatever encoding they come.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::format::is_utf16;
use super::printed::{Line, Page, Part, Printed};
use crate::model::text::unix_lines;

/// The text of a file and the name of its encoding.
pub(super) fn decode(bytes: &[u8]) -> (String, &'static str) {
    let encoding = encoding(bytes);
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    (text.into_owned(), encoding.name())
}

/// The lines of a text; a form feed begins a page.
pub(super) fn printed(text: &str) -> Printed {
    let text = unix_lines(text.strip_prefix('\u{feff}').unwrap_or(text));
    let pages = text.split('\u{c}').map(page).filter(|page| !page.lines.is_empty()).collect();
    Printed { pages, wrapped: false }
}

fn page(text: &str) -> Page {
    let mut lines = Vec::new();
    let mut after_gap = true;
    for line in text.split('\n').flat_map(unflattened) {
        let line = line.trim();
        if line.is_empty() {
            after_gap = true;
            continue;
        }
        lines.push(Line { text: line.to_owned(), after_gap, part: Part::Text });
        after_gap = false;
    }
    Page { lines }
}

/// A whole paper on one line, its lines parted by two blanks: as some web pages copy a print.
fn unflattened(line: &str) -> Vec<&str> {
    /// No paragraph is longer and parted as often.
    const LONGEST: usize = 1200;
    const FEWEST: usize = 6;
    let parts = line.trim().matches("  ").count();
    if line.len() < LONGEST || parts < FEWEST || parts * 400 < line.len() {
        return vec![line];
    }
    // A blank line before each part: nobody knows which belong together.
    line.split("  ").flat_map(|part| ["", part]).collect()
}

fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if is_utf16(bytes) {
        let first_byte_is_empty = bytes.first() == Some(&0);
        return if first_byte_is_empty { UTF_16BE } else { UTF_16LE };
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"de"), chardetng::Utf8Detection::Allow)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expect: &str, encoding: &str) {
        assert_eq!(decode(bytes), (expect.to_owned(), encoding_name(encoding)));
    }

    fn encoding_name(name: &str) -> &'static str {
        Encoding::for_label(name.as_bytes()).expect("a known name").name()
    }

    #[test]
    fn every_encoding_papers_come_in() {
        let text = "Große Anfrage: „Schulöffnung“";
        check(text.as_bytes(), text, "utf-8");
        check(&[b"\xef\xbb\xbf", text.as_bytes()].concat(), text, "utf-8");
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&[b"\xff\xfe".to_vec(), utf16.clone()].concat(), text, "utf-16le");
        check(&utf16, text, "utf-16le");
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&[b"\xfe\xff".to_vec(), big.clone()].concat(), text, "utf-16be");
        check(&big, text, "utf-16be");
        let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        check(&windows, text, "windows-1252");
    }
}
