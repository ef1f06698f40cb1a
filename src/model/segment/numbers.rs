//! Lines that open a question, by the number they carry.

use super::lines::Line;
use crate::model::text::Span;

/// The opening of a question at the start of a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Opening {
    pub number: u32,
    /// Bullet, word and number: `- Frage 7`.
    pub lead: Span,
    /// The rest of the line.
    pub text: Span,
}

/// Reads `- Frage 7 Welche …`: an optional bullet, the form's word, a number, perhaps a dot or colon.
pub(super) fn opening(line: &Line<'_>, word: &str) -> Option<Opening> {
    let bare = line.text.trim_start_matches(['-', '–', '•', '*', '\u{f0b7}', ' ', '\t', '\u{a0}']);
    let after_word = bare.strip_prefix(word)?;
    let number_part = after_word.trim_start_matches([' ', '\u{a0}', '\u{2002}', '\t']);
    if number_part.len() == after_word.len() {
        return None;
    }
    let digits = number_part.chars().take_while(char::is_ascii_digit).count();
    let number = number_part[..digits].parse().ok()?;
    let rest = number_part[digits..].trim_start_matches(['.', ':', ')']);
    let text = rest.trim_start();
    if text.is_empty() || text.len() == rest.len() || refers(text) {
        return None;
    }
    let text_start = line.span.end - text.len();
    let lead_end = line.span.end - rest.trim_start_matches(['.', ':', ')']).len();
    Some(Opening {
        number,
        lead: Span::new(line.span.start, lead_end),
        text: Span::new(text_start, line.span.end),
    })
}

/// „Frage 4 der Kleinen Anfrage …“, „Frage 2 wird …“ speak of a question instead of asking one.
fn refers(text: &str) -> bool {
    const SPEAKING: [&str; 9] =
        ["der ", "des ", "wird ", "wurde ", "ist ", "und ", "bis ", "kann ", "siehe "];
    SPEAKING.iter().any(|word| text.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<(u32, &str, &str)>) {
        let line = Line { span: Span::new(0, text.len()), text, after_blank: true };
        let found = opening(&line, "Frage")
            .map(|o| (o.number, &text[o.lead.start..o.lead.end], &text[o.text.start..o.text.end]));
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn bulleted_and_bare() {
        check("- Frage 1 Zu welchem Tag?", Some((1, "- Frage 1", "Zu welchem Tag?")));
        check("Frage 12. Was?", Some((12, "Frage 12.", "Was?")));
        check("Frage 7: Warum?", Some((7, "Frage 7:", "Warum?")));
    }

    #[test]
    fn talk_of_a_question_opens_none() {
        check("Frage 4 der Kleinen Anfrage, Drucksache 1/2", None);
        check("Fragen 5 und 6 werden gemeinsam beantwortet.", None);
        check("Fragestellung 3 Was?", None);
        check("Frage 3", None);
    }
}
