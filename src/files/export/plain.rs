//! Texts as every format can hold them.

/// The text without control characters: no format has a place for them. Line breaks become LF.
pub(super) fn without_controls(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n")
        .chars()
        .filter(|c| matches!(c, '\n' | '\t') || !(c.is_control() || is_no_character(*c)))
        .collect()
}

/// Code points that XML forbids although they are no control characters.
fn is_no_character(c: char) -> bool {
    matches!(c, '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_go_and_lines_stay() {
        assert_eq!(without_controls("a\u{0}\u{8}\r\nb\u{2028}c\td\u{7f}\u{ffff}ä"), "a\nb\nc\tdä");
    }
}
