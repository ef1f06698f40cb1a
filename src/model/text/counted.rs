//! Places as other programs count them: in characters, in halves of UTF-16 or in bytes; with the byte order mark or
//! without; a Windows line end as two or as one. Which way it is, the quotations tell.

use std::collections::{BTreeMap, BTreeSet};

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Count {
    /// Unicode code points, as the standard of REFI-QDA has it.
    CodePoints,
    /// What programs in Java, C# and JavaScript call characters.
    Utf16,
    Bytes,
}

/// One way of counting places in a text file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Reading {
    pub count: Count,
    /// The byte order mark counts, too.
    pub with_mark: bool,
    /// CR and LF together count once.
    pub joins_line_ends: bool,
}

impl Reading {
    /// As the standard has it.
    pub const STANDARD: Self = Self { count: Count::CodePoints, with_mark: false, joins_line_ends: false };
}

/// The ways of counting that differ in a text, the likeliest first. `joins` says which is likelier for line ends.
#[must_use]
pub fn readings(raw: &str, joins: bool) -> Vec<Reading> {
    let marks: &[bool] = if raw.starts_with(MARK) { &[false, true] } else { &[false] };
    let ends: &[bool] = match (raw.contains("\r\n"), joins) {
        (false, _) => &[false],
        (true, false) => &[false, true],
        (true, true) => &[true, false],
    };
    let counts: &[Count] = if raw.trim_start_matches(MARK).is_ascii() {
        &[Count::CodePoints]
    } else {
        &[Count::CodePoints, Count::Utf16, Count::Bytes]
    };
    let mut all = Vec::new();
    for count in counts {
        for joins_line_ends in ends {
            for with_mark in marks {
                all.push(Reading { count: *count, with_mark: *with_mark, joins_line_ends: *joins_line_ends });
            }
        }
    }
    all
}

const MARK: char = '\u{feff}';

/// Places of a raw text, found in the text as [`super::Body`] holds it.
#[derive(Debug)]
pub struct Counted(BTreeMap<u64, usize>);

impl Counted {
    /// Reads these places one way, in one pass. `raw` is the text as it stands in its file: with its byte order mark and
    /// its line ends.
    #[must_use]
    pub fn new(raw: &str, reading: Reading, places: &BTreeSet<u64>) -> Self {
        let mut found = BTreeMap::new();
        let mut wanted = places.iter().copied().peekable();
        let (mut counted, mut byte) = (0_u64, 0_usize);
        let mut chars = raw.chars().enumerate().peekable();
        while let Some((nth, c)) = chars.next() {
            let is_mark = nth == 0 && c == MARK;
            let opens_line_end = c == '\r' && chars.peek().is_some_and(|(_, next)| *next == '\n');
            let width = match reading.count {
                _ if is_mark && !reading.with_mark => 0,
                _ if opens_line_end && reading.joins_line_ends => 0,
                Count::CodePoints => 1,
                Count::Utf16 => c.len_utf16() as u64,
                Count::Bytes => c.len_utf8() as u64,
            };
            // A place inside a character is its start.
            while let Some(place) = wanted.next_if(|place| *place < counted + width) {
                found.insert(place, byte);
            }
            counted += width;
            byte += match c {
                _ if is_mark || opens_line_end => 0,
                '\r' => 1,
                c => c.len_utf8(),
            };
        }
        if wanted.peek() == Some(&counted) {
            found.insert(counted, byte);
        }
        Self(found)
    }

    /// The byte of the body; none where the text is shorter.
    #[must_use]
    pub fn byte(&self, place: u64) -> Option<usize> {
        self.0.get(&place).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Body;
    use super::*;

    /// The rest of the body behind a place that is counted one way.
    fn check(raw: &str, reading: Reading, place: u64, expect: Option<&str>) {
        let body = Body::new(raw);
        let byte = Counted::new(raw, reading, &BTreeSet::from([place])).byte(place);
        assert_eq!(byte.map(|byte| &body.as_str()[byte..]), expect, "{reading:?} {place}");
    }

    #[test]
    fn every_way_of_counting_leads_to_its_byte() {
        let raw = "\u{feff}ä𝄞\r\nz";
        let reading = |count, with_mark, joins_line_ends| Reading { count, with_mark, joins_line_ends };
        check(raw, reading(Count::CodePoints, false, false), 4, Some("z"));
        check(raw, reading(Count::CodePoints, false, true), 3, Some("z"));
        check(raw, reading(Count::CodePoints, true, false), 5, Some("z"));
        check(raw, reading(Count::Utf16, false, false), 5, Some("z"));
        check(raw, reading(Count::Utf16, true, true), 5, Some("z"));
        check(raw, reading(Count::Bytes, false, false), 8, Some("z"));
        check(raw, reading(Count::Bytes, true, false), 11, Some("z"));
        check(raw, reading(Count::Bytes, false, false), 3, Some("𝄞\nz"));
        check(raw, Reading::STANDARD, 0, Some("ä𝄞\nz"));
        check(raw, Reading::STANDARD, 5, Some(""));
        check(raw, Reading::STANDARD, 6, None);
        check(raw, Reading::STANDARD, u64::MAX, None);
    }

    #[test]
    fn only_what_differs_is_tried() {
        assert_eq!(readings("abc\n", false), [Reading::STANDARD]);
        assert_eq!(readings("ä", false).len(), 3);
        assert_eq!(readings("\u{feff}ä\r\n", true).len(), 12);
    }
}
