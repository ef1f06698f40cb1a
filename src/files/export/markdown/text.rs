//! Texts as Markdown.

use crate::files::export::plain::without_controls;

/// A text inside a table cell: its line breaks become `<br>`, as a row is one line.
pub(super) fn cell(text: &str) -> String {
    let lines: Vec<String> = without_controls(text).trim().lines().map(one_line).collect();
    lines.join("<br>")
}

/// A text as a line of its own, which it must not turn into a heading, a list or a rule.
pub(super) fn line(text: &str) -> String {
    let text = one_line(&without_controls(text));
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text.as_bytes().get(digits) {
        Some(b'-' | b'+' | b'=' | b':') if digits == 0 => format!("\\{text}"),
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &text[..digits], &text[digits..]),
        _ => text,
    }
}

/// The text with every character escaped that Markdown, its common extensions or HTML would act on.
///
/// `<`, `>` and `&` become entities, because old renderers know no backslash before them. Addresses are
/// taken apart by a backslash as far as a format can: a page that links whatever looks like one links the
/// very words that stand there.
fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Only blanks are joined: a no-break space stays what it is.
    let words = text.split([' ', '\t', '\n']).filter(|word| !word.is_empty());
    for (place, word) in words.enumerate() {
        if place > 0 {
            out.push(' ');
        }
        for (at, c) in word.char_indices() {
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '$' | '^' | '@' | '{' | '}' => {
                    out.extend(['\\', c]);
                }
                ':' if word[at..].starts_with("://") => out.push_str("\\:"),
                '.' if ends_in_www(&word[..at]) => out.push_str("\\."),
                other => out.push(other),
            }
        }
    }
    out
}

fn ends_in_www(before: &str) -> bool {
    before.len() >= 3 && before.as_bytes()[before.len() - 3..].eq_ignore_ascii_case(b"www")
}

/// Code keeps every character as it is, so only its fence must be longer than any inside.
pub(super) fn code(text: &str) -> String {
    let text = without_controls(text).replace(['\n', '\t'], " ");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_stays_a_text() {
        for (text, in_cell) in [
            ("=1+1", "=1+1"),
            ("<script>alert(\"x\")</script>", "&lt;script&gt;alert(\"x\")&lt;/script&gt;"),
            ("a | b \\| c", "a \\| b \\\\\\| c"),
            ("eins\n\r\nzwei\r", "eins<br><br>zwei"),
            ("*a* _b_ `c` ~d~ $e$", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\$e\\$"),
            ("![x](y) & &amp;", "!\\[x\\](y) &amp; &amp;amp;"),
            ("https://a.de www.b.de c@d.de", "https\\://a.de www\\.b.de c\\@d.de"),
            ("\u{0}\u{8}a\u{7f}", "a"),
        ] {
            assert_eq!(cell(text), in_cell, "{text:?}");
        }
        for (text, as_line) in [
            ("# a\n# b", "\\# a \\# b"),
            ("- a", "\\- a"),
            ("+ a", "\\+ a"),
            ("21. April", "21\\. April"),
            ("3) b", "3\\) b"),
            ("    Code", "Code"),
            ("---", "\\---"),
            ("21/2112", "21/2112"),
        ] {
            assert_eq!(line(text), as_line, "{text:?}");
        }
    }

    #[test]
    fn code_is_fenced_longer_than_its_own_marks() {
        assert_eq!(code("1 K"), "`1 K`");
        assert_eq!(code("`1` ``K"), "``` `1` ``K ```");
    }
}
