//! The text of a paper. It never changes after import, so every place in it stays true.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Span;

/// UTF-8 with LF line ends and no byte order mark. Cheap to clone: copies share one text.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Body(Arc<str>);

impl Body {
    /// Takes a text in and brings its line ends to LF: CRLF and CR become LF.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self(unix_lines(text).as_ref().into())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The whole text as a place.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(0, self.0.len())
    }

    /// The words at a place; nothing where the place is none of this text.
    #[must_use]
    pub fn at(&self, span: Span) -> &str {
        if span.is_in(&self.0) { &self.0[span.start..span.end] } else { "" }
    }

    /// The words at a place as one line: every run of white space becomes one blank.
    #[must_use]
    pub fn line_at(&self, span: Span) -> String {
        self.at(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// How many words stand at a place.
    #[must_use]
    pub fn words_at(&self, span: Span) -> usize {
        self.at(span).split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
    }
}

/// A text with LF line ends: CRLF and CR become LF. Everything a person types or pastes goes through here,
/// because the project file keeps real line breaks.
#[must_use]
pub fn unix_lines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_become_one_kind() {
        assert_eq!(Body::new("a\r\nb\rc\nd").as_str(), "a\nb\nc\nd");
        assert_eq!(Body::new("\u{feff}a").as_str(), "a");
    }

    #[test]
    fn a_place_of_another_text_has_no_words() {
        assert_eq!(Body::new("ä").at(Span::new(1, 2)), "");
        assert_eq!(Body::new("a  b\nc").line_at(Span::new(0, 6)), "a b c");
    }
}
