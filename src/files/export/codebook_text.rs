//! A person's text inside Markdown, so that it looks as it was written and is read back letter by letter.

use std::fmt::Write as _;

/// A text of one line: a name, a value. Line breaks become character references.
pub(super) fn inline(text: &str) -> String {
    let last = text.chars().count().saturating_sub(1);
    let mut out = String::with_capacity(text.len());
    for (nth, c) in text.chars().enumerate() {
        push(&mut out, c, nth == 0 || nth == last);
    }
    out
}

/// An id: as code where it looks like one.
pub(super) fn id(id: &str) -> String {
    let is_plain = !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c));
    if is_plain { format!("`{id}`") } else { inline(id).replace(',', "&#44;") }
}

/// A text of several lines: a break is a backslash at the end of a line, a paragraph an empty line.
pub(super) fn block(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find('\n').unwrap_or(rest.len());
        line.push_str(&line_of(&rest[..end], line.is_empty()));
        let breaks = rest[end..].len() - rest[end..].trim_start_matches('\n').len();
        rest = &rest[end + breaks..];
        let is_inside = !line.is_empty() && !rest.is_empty();
        match breaks {
            0 => {}
            1 if is_inside => lines.push(std::mem::take(&mut line) + "\\"),
            2 if is_inside => lines.extend([std::mem::take(&mut line), String::new()]),
            // What paragraphs cannot say is said by character references.
            more => line.push_str(&"&#10;".repeat(more)),
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// One line of a block, which it must not turn into a list, a heading or a rule.
fn line_of(text: &str, begins: bool) -> String {
    let escaped = inline(text);
    if !begins {
        return escaped;
    }
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    match escaped.as_bytes().get(digits) {
        Some(b'-' | b'+' | b'=' | b':') if digits == 0 => format!("\\{escaped}"),
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &escaped[..digits], &escaped[digits..]),
        _ => escaped,
    }
}

fn push(out: &mut String, c: char, at_end: bool) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' => out.extend(['\\', c]),
        // Blanks at the ends of a line would be lost, others would break it.
        c if (c.is_whitespace() && (at_end || c != ' ')) || c.is_control() => {
            let _ = write!(out, "&#{};", u32::from(c));
        }
        c => out.push(c),
    }
}
