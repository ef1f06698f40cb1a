//! Texts as XML.

use super::plain::without_controls;

/// A text as text, for content and for attributes in double quotes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in without_controls(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// The first line of every file.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_stays_a_text() {
        assert_eq!(escaped("<a b=\"c\">&\u{1}\u{fffe}ä"), "&lt;a b=&quot;c&quot;&gt;&amp;ä");
    }
}
