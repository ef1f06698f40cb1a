//! The one file that converts between bytes and characters.
//!
//! Bytes are what we store. Characters exist only at the text widget, code points at export.

use std::collections::{BTreeMap, BTreeSet};

/// The number of characters (Unicode code points) before `byte`. A byte inside a character counts as its start.
#[must_use]
pub fn char_from_byte(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    text[..byte].chars().count()
}

/// The byte at which the character number `index` begins; the end of the text where there are fewer.
#[must_use]
pub fn byte_from_char(text: &str, index: usize) -> usize {
    text.char_indices().nth(index).map_or(text.len(), |(byte, _)| byte)
}

/// The number of characters before each of these bytes, counted in one pass through the text.
#[must_use]
pub fn chars_from_bytes(text: &str, bytes: &BTreeSet<usize>) -> BTreeMap<usize, usize> {
    let (mut at, mut chars) = (0, 0);
    let mut found = BTreeMap::new();
    for byte in bytes {
        let end = text.floor_char_boundary(*byte).max(at);
        chars += text[at..end].chars().count();
        at = end;
        found.insert(*byte, chars);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let text = "aä→𝄞z";
        for (index, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(char_from_byte(text, byte), index);
            assert_eq!(byte_from_char(text, index), byte);
        }
        assert_eq!(byte_from_char(text, 99), text.len());
        assert_eq!(char_from_byte(text, 2), 1, "inside ä counts as before ä");
        let many = chars_from_bytes(text, &BTreeSet::from([0, 2, 3, 10, 99]));
        assert_eq!(many.values().copied().collect::<Vec<_>>(), [0, 1, 2, 4, 5]);
    }
}
