//! What a passage said: the second memory beside where it was.

use serde::{Deserialize, Serialize};

use super::{Body, Span};

/// How many characters before and after a passage are remembered with it.
const CONTEXT: usize = 32;

/// The words of a passage and some words around it, so that it can be found again where its place is wrong.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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

    /// Where these words stand in a text: also where it breaks its lines otherwise. Of several places the one
    /// whose surroundings agree best; none where the words are missing or two places agree alike, because a
    /// passage must never move to words it was not made for.
    #[must_use]
    pub fn find(&self, body: &Body) -> Option<Span> {
        let text = body.as_str();
        let words: Vec<&str> = self.exact.split_whitespace().collect();
        let first = words.first()?;
        let places: Vec<Span> = text
            .match_indices(first)
            .filter_map(|(start, _)| Some(Span::new(start, end_of(text, start, &words)?)))
            .collect();
        let agreement = |span: &Span| {
            let before = text[..span.start].chars().rev().filter(|c| !c.is_whitespace());
            let after = text[span.end..].chars().filter(|c| !c.is_whitespace());
            alike(before, self.prefix.chars().rev()) + alike(after, self.suffix.chars())
        };
        let best = places.iter().copied().max_by_key(agreement)?;
        let rivals = places.iter().filter(|place| agreement(place) == agreement(&best)).count();
        (rivals == 1).then_some(best)
    }

    /// Whether these words stand at `span`.
    #[must_use]
    pub fn stands_at(&self, body: &Body, span: Span) -> bool {
        span.is_in(body.as_str()) && body.at(span) == self.exact
    }
}

/// The end of these words where they begin at `start`, with any white space between them.
fn end_of(text: &str, start: usize, words: &[&str]) -> Option<usize> {
    let mut at = start;
    for (nth, word) in words.iter().enumerate() {
        let rest = &text[at..];
        let blank = rest.len() - rest.trim_start().len();
        if nth > 0 && blank == 0 {
            return None;
        }
        at += blank;
        if !text[at..].starts_with(word) {
            return None;
        }
        at += word.len();
    }
    Some(at)
}

/// How many characters agree before the first that does not, white space aside.
fn alike(text: impl Iterator<Item = char>, remembered: impl Iterator<Item = char>) -> usize {
    text.zip(remembered.filter(|c| !c.is_whitespace())).take_while(|(a, b)| a == b).count()
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

    /// A quotation made in one text and looked for in another: the words it finds with what precedes them.
    fn find(made_in: &str, words: &str, sought_in: &str) -> Option<String> {
        let start = made_in.rfind(words).expect("the words");
        let quote = Quote::of(&Body::new(made_in), Span::new(start, start + words.len()));
        let body = Body::new(sought_in);
        let span = quote.find(&body)?;
        Some(format!("{}|{}", &sought_in[..span.start], body.at(span)))
    }

    #[test]
    fn words_are_found_again_or_not_at_all() {
        let made_in = "Der Plan wird geprüft. Das Konzept wird geprüft, sobald es vorliegt.";
        let found = find(made_in, "wird geprüft", "Kopf\n\nDas Konzept wird\ngeprüft, sobald es");
        assert_eq!(found.as_deref(), Some("Kopf\n\nDas Konzept |wird\ngeprüft"));
        let found = find(made_in, "wird geprüft", made_in);
        assert_eq!(found.as_deref(), Some("Der Plan wird geprüft. Das Konzept |wird geprüft"));
        assert_eq!(find(made_in, "wird geprüft", "Der Plan wurde geprüft."), None);
        assert_eq!(find("Ja. Ja.", "Ja", "x Ja y Ja z"), None, "two places alike");
        assert_eq!(find("a b", "a b", "ab"), None, "no white space between the words");
    }
}
