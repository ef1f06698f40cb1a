//! A person's text out of Markdown: the way back from `files/export/codebook_text`, and from what people type.

/// A text of one line.
pub(super) fn inline(text: &str) -> String {
    unescaped(text.trim_matches(' '))
}

/// An id, with or without the marks of code.
pub(super) fn id(text: &str) -> String {
    let text = text.trim_matches(' ');
    match text.strip_prefix('`').and_then(|rest| rest.strip_suffix('`')) {
        Some(code) => code.trim_matches(' ').to_owned(),
        None => unescaped(text),
    }
}

/// A text of several lines: lines flow together unless a backslash or two blanks end one; an empty line begins a
/// paragraph.
pub(super) fn block(lines: &[&str]) -> String {
    let mut out = String::new();
    let mut glue = "";
    for line in lines {
        let trimmed = line.trim_matches(' ');
        if trimmed.is_empty() {
            glue = if out.is_empty() { "" } else { "\n\n" };
            continue;
        }
        out.push_str(glue);
        let slashes = trimmed.len() - trimmed.trim_end_matches('\\').len();
        let breaks = slashes % 2 == 1 || line.ends_with("  ");
        let words = if slashes % 2 == 1 { &trimmed[..trimmed.len() - 1] } else { trimmed };
        out.push_str(&unescaped(words));
        glue = if breaks { "\n" } else { " " };
    }
    out
}

/// Takes the backslashes off signs, and turns character references into what they stand for.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        let escaped = after.chars().next().filter(|next| c == '\\' && next.is_ascii_punctuation());
        if let Some(sign) = escaped {
            out.push(sign);
            rest = &after[1..];
        } else if let Some((sign, length)) = reference(rest) {
            out.push(sign);
            rest = &rest[length..];
        } else {
            out.push(c);
            rest = after;
        }
    }
    out
}

/// The character that a reference at the beginning stands for, and how long the reference is.
fn reference(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix('&')?;
    let end = body.find(';').filter(|end| *end <= 8)?;
    let sign = match &body[..end] {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "nbsp" => '\u{a0}',
        number => char::from_u32(number.strip_prefix('#')?.parse().ok()?)?,
    };
    Some((sign, end + 2))
}
