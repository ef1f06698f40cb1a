//! Characters that XML has no way to write.

use std::borrow::Cow;

/// A text without them: each becomes U+FFFD, so that no place moves. What may stand in XML 1.0, section 2.2.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    let is_barred = |c: char| match c {
        '\t' | '\n' | '\r' => false,
        '\u{fffe}' | '\u{ffff}' => true,
        _ => c < ' ',
    };
    if text.contains(is_barred) {
        Cow::Owned(text.replace(is_barred, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_written_keeps_its_place() {
        assert_eq!(clean("a\u{1}b\u{ffff}\n"), "a\u{fffd}b\u{fffd}\n");
        assert!(matches!(clean("ä → 𝄞"), Cow::Borrowed(_)));
    }
}
