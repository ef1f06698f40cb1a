//! Lines that open something: a question, an answer.

use super::dates::begins_with_month;
use super::label::{Item, Label, label, list};
use super::lines::Line;
use super::wording::{asks, begins_asking};
use crate::model::text::Span;

/// How a form numbers its questions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    /// „1. Wie …“
    Number,
    /// „Frage 1: Wie …“
    Word,
}

/// The opening of a question at the start of a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Opening {
    pub line: usize,
    pub style: Style,
    pub label: Label,
    /// Bullet, word and number: `- Frage 7`.
    pub lead: Span,
    /// Whether what follows reads like a question.
    pub asks: bool,
}

/// The head of an answer: „Zu 1. und 2.:“, „Antwort zu Frage 3“, „Antwort:“.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct AnswerHead {
    pub line: usize,
    pub lead: Span,
    /// What it names; nothing for a bare „Antwort:“.
    pub items: Vec<Item>,
}

/// Signs of a list, a heading or emphasis before the words of a line.
const BULLETS: [char; 12] = ['-', '–', '•', '*', '#', '_', '>', '\u{f0b7}', ' ', '\t', '\u{a0}', '\u{2002}'];
const EMPHASIS: [char; 7] = ['*', '#', '_', ' ', '\t', '\u{a0}', '\u{2002}'];

/// How far a question is looked at to tell whether it asks, in bytes.
const LOOK: usize = 1500;

/// Every line that may open a question, in the order of the text.
pub(super) fn openings(lines: &[Line<'_>]) -> Vec<Opening> {
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        found.extend(word_opening(at, line));
        found.extend(number_openings(at, line));
    }
    let starts: Vec<usize> = found.iter().map(|open: &Opening| open.line).collect();
    for (nth, open) in found.iter_mut().enumerate() {
        let until = starts[nth..].iter().find(|line| **line > open.line).copied().unwrap_or(lines.len());
        open.asks = reads_like_a_question(lines, open, until);
    }
    found
}

fn reads_like_a_question(lines: &[Line<'_>], open: &Opening, until: usize) -> bool {
    let mut text = String::new();
    for line in &lines[open.line..until] {
        let from = open.lead.end.max(line.span.start) - line.span.start;
        if from > line.text.len() {
            continue;
        }
        // What stands behind a blank line is no longer the question, once there was any text.
        if line.after_blank && !text.trim().is_empty() {
            break;
        }
        text.push_str(&line.text[from.min(line.text.len())..]);
        text.push('\n');
        if text.len() > LOOK {
            break;
        }
    }
    open.style == Style::Word || begins_asking(text.trim_start()) || asks(&text)
}

/// How the oral form counts its questions.
const ORDINALS: [&str; 8] =
    ["Erstens", "Zweitens", "Drittens", "Viertens", "Fünftens", "Sechstens", "Siebtens", "Achtens"];

/// „- Frage 7 Welche …“, „Frage 1:“ alone on its line, „Frage l:“ as text recognition reads it.
fn word_opening(at: usize, line: &Line<'_>) -> Option<Opening> {
    let bare = line.text.trim_start_matches(BULLETS);
    if let Some((place, word)) = ORDINALS.iter().enumerate().find(|(_, word)| bare.starts_with(**word)) {
        let rest = bare[word.len()..].strip_prefix(':')?;
        let label = Label::number(u32::try_from(place).ok()? + 1);
        let lead = Span::new(line.span.start, line.span.end - rest.len());
        return Some(Opening { line: at, style: Style::Word, label, lead, asks: false });
    }
    let after_word = bare.strip_prefix("Frage")?;
    let numbered = after_word.trim_start();
    let (found, length) = if numbered.len() == after_word.len() {
        // „Frage:“ is the only one of its paper.
        let alone = numbered.strip_prefix(':')?;
        (Label::number(1), numbered.len() - alone.len())
    } else if let Some(rest) = numbered.strip_prefix(['l', 'I']).filter(|rest| rest.starts_with([':', '.'])) {
        (Label::number(1), numbered.len() - rest.len())
    } else {
        label(numbered)?
    };
    let rest = numbered[length..].trim_start_matches(['.', ':', ')', '*', '_']);
    let text = rest.trim_start();
    if (!rest.is_empty() && rest.len() == text.len() && length > 0 && !rest.starts_with(char::is_uppercase))
        || refers(text)
        || found.number == 0
    {
        return None;
    }
    let lead = Span::new(line.span.start, line.span.end - rest.len());
    Some(Opening { line: at, style: Style::Word, label: found, lead, asks: false })
}

/// „Frage 4 der Kleinen Anfrage …“, „Frage 2 wird …“ speak of a question instead of asking one.
fn refers(text: &str) -> bool {
    const SPEAKING: [&str; 12] = [
        "der ",
        "des ",
        "wird ",
        "wurde ",
        "ist ",
        "und ",
        "bis ",
        "kann ",
        "siehe ",
        "sowie ",
        "verwiesen",
        "hat ",
    ];
    text.starts_with([',', ')', ';']) || SPEAKING.iter().any(|word| text.starts_with(word))
}

/// Words behind a number and a dot that make it a sitting, a draft.
const COUNTED: [&str; 8] = [
    "Wahlperiode",
    "Legislaturperiode",
    "Sitzung",
    "Quartal",
    "Halbjahr",
    "Entwurf",
    "Lesung",
    "Jahrgangsstufe",
];

/// Whether a number and a dot before these words count something: a day of a month, a sitting, a draft.
fn is_counted(words: &str) -> bool {
    let word = words.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    COUNTED.contains(&word) || begins_with_month(words)
}

/// „7. Welche …“, „1.1.Welche …“, „3 b) Wie …“. A page number may stand before the label, with a blank
/// or without one: then both readings are given.
fn number_openings(at: usize, line: &Line<'_>) -> Vec<Opening> {
    let bare = line.text.trim_start_matches(EMPHASIS);
    let start = line.span.end - bare.len();
    let mut found: Vec<Opening> = numbered(at, line, start, bare).into_iter().collect();
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    // The number of the page belongs to what is printed before the words.
    let with_page = |open: Opening| Opening { lead: Span::new(start, open.lead.end), ..open };
    if digits > 1 && found.first().is_some_and(|open| open.label.sub > 0) {
        found.extend(numbered(at, line, start + digits - 1, &bare[digits - 1..]).map(with_page));
    }
    if found.is_empty() && (1..=3).contains(&digits) && bare[digits..].starts_with(' ') {
        let behind = bare[digits..].trim_start();
        found.extend(numbered(at, line, line.span.end - behind.len(), behind).map(with_page));
    }
    found
}

fn numbered(at: usize, line: &Line<'_>, start: usize, text: &str) -> Option<Opening> {
    let (mut found, mut length) = label(text)?;
    if found.number == 0 || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // „2. a) Welche …“: the question has no words of its own, only parts.
    let behind = text[length..].trim_start();
    if found.letter.is_none() && text[..length].ends_with('.') && behind.starts_with("a) ") {
        found.letter = Some('a');
        length = text.len() - behind.len() + 2;
    }
    let rest = &text[length..];
    let marked = text[..length].ends_with(['.', ')']) || found.sub > 0;
    let words = rest.trim_start();
    let first = words.chars().next()?;
    let begins = first.is_uppercase() || matches!(first, '„' | '"' | '“' | '(' | '»' | '§' | '‚');
    let parted = rest.len() > words.len() || found.sub > 0 || text[..length].ends_with(')');
    (marked && begins && parted && !is_counted(words)).then(|| Opening {
        line: at,
        style: Style::Number,
        label: found,
        lead: Span::new(start.min(line.span.end), start + length),
        asks: false,
    })
}

/// The label that a passage carries at its beginning („5. Wann …“, „Frage 5: …“, „b) …“), as printed, and the
/// length of what is printed before its words, in bytes.
#[must_use]
pub fn spoken_label(passage: &str) -> Option<(String, usize)> {
    let first = passage.lines().next()?;
    let line = Line { span: Span::new(0, first.len()), text: first, after_blank: true, starts_page: false };
    let open = word_opening(0, &line).or_else(|| number_openings(0, &line).into_iter().next());
    if let Some(open) = open {
        return Some((open.label.printed(), open.lead.end));
    }
    let letter = super::wording::item_letter(first)?;
    Some((letter.to_string(), 2))
}

/// Every line that heads an answer, in the order of the text.
pub(super) fn answer_heads(lines: &[Line<'_>]) -> Vec<AnswerHead> {
    let begins = |at: usize| {
        let before = at.checked_sub(1).map(|before| lines[before].text);
        lines[at].after_blank || before.is_none_or(|text| text.ends_with(['.', '?', '!', ':', ')', '“', '"']))
    };
    let mut found: Vec<AnswerHead> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| answer_head(at, line))
        // „… siehe auch Antwort / zu Frage 4.“ only goes on with a sentence.
        .filter(|head| lines[head.line].text.contains(':') || begins(head.line))
        .collect();
    // „Antwort der Landesregierung“ heads an answer only where it comes back: once it is the head of the paper.
    let bodies: Vec<usize> = (0..lines.len()).filter(|at| is_answer_of_a_body(lines[*at].text)).collect();
    if bodies.len() > 2 {
        found.extend(bodies.into_iter().map(|at| AnswerHead {
            line: at,
            lead: lines[at].span,
            items: vec![],
        }));
        found.sort_by_key(|head| head.line);
    }
    found
}

fn is_answer_of_a_body(text: &str) -> bool {
    let bare = text.trim_matches(EMPHASIS).trim_end_matches(':').trim_end();
    bare.strip_prefix("Antwort de").is_some_and(|rest| {
        ["r Landesregierung", "s Senats", "r Bundesregierung", "r Staatsregierung"].contains(&rest)
    })
}

/// How long the head of an answer is at the start of a text, in bytes; 0 where there is none.
pub(super) fn head_length(text: &str) -> usize {
    let first = text.lines().next().unwrap_or_default();
    let line = Line { span: Span::new(0, first.len()), text: first, after_blank: true, starts_page: false };
    answer_head(0, &line).map_or(0, |head| head.lead.end)
}

fn answer_head(at: usize, line: &Line<'_>) -> Option<AnswerHead> {
    let bare = line.text.trim_start_matches(BULLETS);
    let head = |rest: &str, items: Vec<Item>| {
        let lead = Span::new(line.span.start, line.span.end - rest.len());
        Some(AnswerHead { line: at, lead, items })
    };
    let mut text = bare;
    let mut names_answer = false;
    let joint = ["Zusammenfassende ", "Gemeinsame ", "Gemeinschaftliche "];
    let answer = joint.iter().find_map(|word| bare.strip_prefix(*word)).unwrap_or(bare);
    for word in ["Antworten", "Antwort"] {
        if let Some(after) = answer.strip_prefix(word) {
            let after_marks = after.trim_start_matches(['*', '_']);
            if after_marks.trim().is_empty() {
                return head("", Vec::new());
            }
            if let Some(rest) = after_marks.strip_prefix(':') {
                return head(rest.trim_start_matches(['*', '_']), Vec::new());
            }
            text = after.strip_prefix(' ')?;
            names_answer = true;
            break;
        }
    }
    let text =
        ["Zu ", "zu ", "ZU ", "auf ", "Zur ", "zur "].iter().find_map(|word| text.strip_prefix(*word))?;
    let text = ["den ", "der ", "die "].iter().find_map(|word| text.strip_prefix(*word)).unwrap_or(text);
    let named = ["Fragen ", "Frage ", "Ziffern ", "Ziffer ", "Nummern ", "Nummer ", "Nrn. ", "Nr. "];
    let (text, names_question) = match named.iter().find_map(|word| text.trim_start().strip_prefix(*word)) {
        Some(text) => (text.trim_start(), true),
        None => (text.trim_start(), false),
    };
    let (items, length) = list(text)?;
    let after = text[length..].trim_start_matches([' ', '*', '_', '\u{a0}']);
    if let Some(rest) = after.strip_prefix(':') {
        return head(rest.trim_start_matches(['*', '_']), items);
    }
    let dotted = text[..length].ends_with(['.', ')']);
    let plain = bare.starts_with("Zu") || names_answer;
    if after.is_empty() && plain && (names_question || names_answer || dotted) {
        return head("", items);
    }
    let goes_on = after.starts_with(char::is_uppercase);
    (plain && dotted && goes_on && !is_counted(after)).then(|| head(after, items))?
}

#[cfg(test)]
mod tests {
    use super::super::label::expand;
    use super::*;

    fn line(text: &str) -> Line<'_> {
        Line { span: Span::new(0, text.len()), text, after_blank: true, starts_page: false }
    }

    /// `label|lead` of each reading as a question.
    fn check(text: &str, expect: &[&str]) {
        let found: Vec<String> = openings(&[line(text)])
            .iter()
            .map(|open| format!("{}|{}", open.label.printed(), &text[open.lead.start..open.lead.end]))
            .collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn questions_open_in_many_ways() {
        check("- Frage 1 Zu welchem Tag?", &["1|- Frage 1"]);
        check("Frage 12. Was?", &["12|Frage 12."]);
        check("Frage 7: Warum?", &["7|Frage 7:"]);
        check("### Frage 3", &["3|### Frage 3"]);
        check("Frage l: Was?", &["1|Frage l:"]);
        check("Frage: Was?", &["1|Frage:"]);
        check("Zweitens: Was?", &["2|Zweitens:"]);
        check("7. Welche Orte?", &["7|7."]);
        check("3 b) Wie viele?", &["3b|3 b)"]);
        check("2. a) Wie viele?", &["2a|2. a)"]);
        check("1.1 Wie viele?", &["1.1|1.1"]);
        check("11.1.Welche Orte?", &["11.1|11.1.", "1.1|11.1."]);
        check("2 4. Wenn ja, wo?", &["4|2 4."]);
        check("\u{2002}1. Wie viele?", &["1|1."]);
    }

    #[test]
    fn other_lines_open_none() {
        check("Frage 4 der Kleinen Anfrage, Drucksache 1/2", &[]);
        check("Fragen 5 und 6 werden gemeinsam beantwortet.", &[]);
        check("Fragestellung 3 Was?", &[]);
        check("12. November 2021", &[]);
        check("28.5.2025", &[]);
        check("1.154.000 €.", &[]);
        check("1 Mrd. Euro aus den Mitteln", &[]);
        check("2024 – Beratung von 9 Personen", &[]);
        check("1 Stenografischer Bericht, S. 4", &[]);
    }

    /// `labels|rest of the line`.
    fn check_head(text: &str, expect: Option<&str>) {
        let found = answer_head(0, &line(text)).map(|head| {
            let labels: Vec<String> = expand(&head.items, &[]).into_iter().map(Label::printed).collect();
            format!("{}|{}", labels.join(" "), text[head.lead.end..].trim())
        });
        assert_eq!(found.as_deref(), expect, "{text}");
    }

    #[test]
    fn answers_are_headed_in_many_ways() {
        check_head("Zu 1. und 2.:", Some("1 2|"));
        check_head("Zu 1.1.: Das ist so.", Some("1.1|Das ist so."));
        check_head("zu den Fragen 1 und 2:", Some("1 2|"));
        check_head("Zu Frage eins:", Some("1|"));
        check_head("#### Antwort zu Fragen 2, 2 a) und 2 b)", Some("2 2a 2b|"));
        check_head("Antwort zu 1: Ja.", Some("1|Ja."));
        check_head("Antwort auf Frage 1:", Some("1|"));
        check_head("Antwort:", Some("|"));
        check_head("Antwort: Ja.", Some("|Ja."));
        check_head("Zu a) und b):", Some("a b|"));
        check_head("Zu 1. bis 3.", Some("1 2 3|"));
        check_head("Zusammenfassende Antwort auf die Fragen 2 und 3:", Some("2 3|"));
        check_head("Zu 4. Das Land fördert das.", Some("4|Das Land fördert das."));
    }

    #[test]
    fn sentences_head_no_answer() {
        check_head("Zu Frage 1 wird auf die Anlage verwiesen.", None);
        check_head("Antwort der Landesregierung", None);
        check_head("Zu 3. Oktober 2024", None);
        check_head("Zur Thematik ergeben sich Fragen.", None);
        check_head("auf Frage 4 der Anfrage", None);
    }
}
