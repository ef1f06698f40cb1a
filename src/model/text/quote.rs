//! What a passage said: the second memory beside where it was.

use serde::{Deserialize, Serialize};

use super::{Body, Span};

/// How many characters before and after a passage are remembered with it.
const CONTEXT: usize = 32;

/// The words of a passage and some words around it, so that it can be found again where its place is wrong.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Quote {
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
}

impl Quote {
    /// Remembers what stands at `span`.
    #[must_use]
    pub fn of(body: &Body, span: Span) -> Self {
        let before = body.at(Span::new(0, span.start));
        let after = body.at(Span::new(span.end, body.span().end));
        let prefix_from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(byte, _)| byte);
        Self {
            exact: body.at(span).to_owned(),
            prefix: before[prefix_from..].to_owned(),
            suffix: after.chars().take(CONTEXT).collect(),
        }
    }

    /// Whether these words stand at `span`.
    #[must_use]
    pub fn stands_at(&self, body: &Body, span: Span) -> bool {
        span.is_in(body.as_str()) && body.at(span) == self.exact
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_knows_its_place() {
        let body = Body::new("Das Konzept wird geprüft. Später mehr.");
        let span = Span::new(4, 11);
        let quote = Quote::of(&body, span);
        assert_eq!((quote.exact.as_str(), quote.prefix.as_str()), ("Konzept", "Das "));
        assert!(quote.stands_at(&body, span));
        assert!(!quote.stands_at(&body, Span::new(5, 12)));
    }
}
