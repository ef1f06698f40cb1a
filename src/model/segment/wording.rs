//! What sentences look like: whether words ask, where a question ends.

use std::sync::LazyLock;

use regex::Regex;

/// Words with which questions begin, in small letters.
const ASKING: [&str; 92] = [
    "wie",
    "was",
    "wer",
    "wen",
    "wem",
    "wessen",
    "wo",
    "wohin",
    "woher",
    "wann",
    "warum",
    "weshalb",
    "wieso",
    "wofür",
    "womit",
    "wodurch",
    "worin",
    "woran",
    "worauf",
    "wonach",
    "wovon",
    "wozu",
    "wobei",
    "welche",
    "welcher",
    "welches",
    "welchen",
    "welchem",
    "inwiefern",
    "inwieweit",
    "ist",
    "sind",
    "war",
    "waren",
    "hat",
    "haben",
    "hatte",
    "hatten",
    "wird",
    "werden",
    "wurde",
    "wurden",
    "gibt",
    "gab",
    "kann",
    "können",
    "konnte",
    "konnten",
    "soll",
    "sollen",
    "will",
    "wollen",
    "plant",
    "planen",
    "beabsichtigt",
    "sieht",
    "hält",
    "teilt",
    "trifft",
    "treffen",
    "liegt",
    "liegen",
    "besteht",
    "bestehen",
    "bestand",
    "existiert",
    "existieren",
    "gilt",
    "gelten",
    "fand",
    "fanden",
    "findet",
    "finden",
    "erfolgt",
    "erfolgte",
    "erfolgen",
    "strebt",
    "unterstützt",
    "fördert",
    "verfügt",
    "müssen",
    "muss",
    "darf",
    "dürfen",
    "sofern",
    "falls",
    "wenn",
    "bitte",
    "seit",
    "steht",
    "stehen",
    "bis",
];

/// Words after which a question word may stand: „In welchem …“, „Für welche …“, „Zu welchem …“.
const BEFORE_ASKING: [&str; 22] = [
    "in", "im", "an", "am", "auf", "aus", "bei", "für", "mit", "nach", "seit", "über", "um", "unter", "von",
    "vor", "zu", "durch", "gegen", "ab", "zwischen", "und",
];

/// Abbreviations whose full stop ends no sentence.
const ABBREVIATIONS: [&str; 46] = [
    "nr", "abs", "art", "bzw", "ca", "drs", "vgl", "z", "b", "d", "h", "u", "a", "e", "i", "s", "v", "m",
    "o", "g", "dr", "prof", "st", "mio", "mrd", "inkl", "ggf", "sog", "einschl", "rd", "abg", "gem", "evtl",
    "ziff", "co", "etc", "kap", "tit", "str", "lfd", "tsd", "bspw", "insb", "max", "min", "hrsg",
];

/// „W ie“: a blank that kerning put behind an initial.
static TORN_INITIAL: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(\p{Lu}) (\p{Ll}{2,})").expect("a constant pattern"));

/// Whether a text begins as questions do.
pub(super) fn begins_asking(text: &str) -> bool {
    let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mended = TORN_INITIAL.replace(bare, "$1$2");
    let mut words = mended.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let Some(first) = words.next().map(str::to_lowercase) else { return false };
    if ASKING.contains(&first.as_str()) {
        return true;
    }
    let second = words.next().map(str::to_lowercase).unwrap_or_default();
    BEFORE_ASKING.contains(&first.as_str()) && (second.starts_with("welch") || second.starts_with("wie"))
}

/// Whether a question mark stands in a text as the end of a question: not inside an address.
pub(super) fn asks(text: &str) -> bool {
    ends(text).any(|end| end.asking)
}

/// The end of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct End {
    /// The byte behind its last character, closing brackets and quotation marks included.
    pub at: usize,
    /// A question mark ends it.
    pub asking: bool,
}

/// The ends of the sentences of a text, in order. A blank line ends one too.
pub(super) fn ends(text: &str) -> impl Iterator<Item = End> + '_ {
    let mut marks = text.char_indices().peekable();
    let mut line_start = 0;
    std::iter::from_fn(move || {
        while let Some((at, mark)) = marks.next() {
            if mark == '\n' {
                let line_is_blank = text[line_start..at].trim().is_empty();
                line_start = at + 1;
                if line_is_blank && !text[..at].trim_end().is_empty() && !sentence_runs_on(text, at) {
                    let end = text[..at].trim_end().len();
                    return Some(End { at: end, asking: false });
                }
                continue;
            }
            if !matches!(mark, '.' | '?' | '!') {
                continue;
            }
            let after = &text[at + mark.len_utf8()..];
            let closed =
                after.trim_start_matches(['“', '”', '"', ')', ']', '«', '»', '‘', '’', '?', '!', '.']);
            // „… bekannt?1“: the mark of a footnote.
            let closed = without_footnote_mark(&text[..at], closed);
            let end = text.len() - closed.len();
            if !stands_free(closed) || (mark == '.' && is_abbreviation(&text[..at])) {
                continue;
            }
            if goes_on(closed) {
                continue;
            }
            while marks.peek().is_some_and(|(next, _)| *next < end) {
                marks.next();
            }
            let asking = text[at..end].contains('?');
            return Some(End { at: end, asking });
        }
        None
    })
}

/// Whether a sentence goes on behind a blank line: it has no end before, and a small letter or an item after.
fn sentence_runs_on(text: &str, blank: usize) -> bool {
    let before = text[..blank].trim_end();
    let open = !before.ends_with(['.', '?', '!', ':', '“', ')'])
        || before.ends_with("und")
        || before.ends_with("oder");
    open && text[blank..].trim_start().starts_with(char::is_lowercase)
}

fn without_footnote_mark<'a>(before: &str, after: &'a str) -> &'a str {
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let free = after[digits..].chars().next().is_none_or(char::is_whitespace);
    let behind_a_word = before.ends_with(|c: char| c.is_alphabetic() || matches!(c, ')' | '“' | '"'));
    if (1..=2).contains(&digits) && free && behind_a_word { &after[digits..] } else { after }
}

/// Behind the end of a sentence comes white space or nothing; where a page break ate it, a capital.
fn stands_free(after: &str) -> bool {
    after.chars().next().is_none_or(|c| c.is_whitespace() || c.is_uppercase())
}

/// A small letter or a comma shows that the sentence goes on; „a)“ begins an item. A source in brackets may
/// come between: „… unser Ziel.“ (Drucksache 1/2, S. 3) noch gilt?
fn goes_on(after: &str) -> bool {
    let next = after.trim_start();
    let next = next
        .strip_prefix('(')
        .and_then(|source| source.split_once(')'))
        .filter(|(source, _)| !source.contains("\n\n"))
        .map_or(next, |(_, behind)| behind.trim_start());
    let mut letters = next.chars();
    let Some(first) = letters.next() else { return false };
    let item = letters.next().is_some_and(|c| matches!(c, ')' | '.'));
    (first.is_lowercase() && !item) || matches!(first, ',' | ';')
}

fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let ordinal = !word.is_empty() && word.len() <= 2 && word.chars().all(|c| c.is_ascii_digit());
    ordinal || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

/// Where a question ends that begins a text, in bytes: the last question mark before the first statement.
/// Instructions in brackets and sentences with „Bitte“ belong to it. Without any question mark it ends with
/// its first sentence; then the border is a guess, and the second value is false.
pub(super) fn question_end(text: &str) -> (usize, bool) {
    /// So many statements may come before the question mark.
    const LEADING: usize = 4;
    let mut end = None;
    let mut certain = false;
    let mut start = 0;
    let mut statements = 0;
    let asked_at_once = begins_asking(text);
    for sentence in ends(text) {
        let words = text[start..sentence.at].trim();
        start = sentence.at;
        if words.is_empty() {
            continue;
        }
        if sentence.asking {
            end = Some(sentence.at);
            certain = true;
            continue;
        }
        if is_instruction(words) {
            certain |= end.is_none() && words.to_lowercase().starts_with("bitte");
            end = Some(sentence.at);
            continue;
        }
        if end.is_some() {
            break;
        }
        statements += 1;
        let ends_here = asked_at_once || statements > LEADING || text[sentence.at..].starts_with("\n\n");
        if ends_here {
            end = Some(sentence.at);
        }
    }
    if let Some(end) = end {
        return (lettered_end(text, end), certain);
    }
    // No sentence ends: the first line, or all of a list of items.
    let end = ends(text).next().map_or(text.trim_end().len(), |first| first.at);
    (lettered_end(text, end), false)
}

/// „(Bitte nach Jahren aufschlüsseln.)“, „Bitte begründen.“, „Wenn nein, warum nicht.“
fn is_instruction(words: &str) -> bool {
    let bare = words.trim_start_matches(['(', '[', ' ', '\n', '–', '-']);
    let lower: String = bare.chars().take(12).flat_map(char::to_lowercase).collect();
    let bracketed = words.starts_with(['(', '[']) && words.trim_end_matches('.').ends_with([')', ']']);
    bracketed
        || ["bitte", "wenn ja", "wenn nein", "falls ja", "falls nein"].iter().any(|w| lower.starts_with(w))
}

/// Items that follow a question line by line („a) … b) …“) belong to it.
fn lettered_end(text: &str, end: usize) -> usize {
    let mut end = end;
    let items = text[..end].lines().filter_map(|line| item_letter(line.trim_start())).next_back();
    let mut expected = items.map_or('a', |letter| char::from(letter as u8 + 1));
    loop {
        let rest = &text[end..];
        let next = rest.trim_start();
        if item_letter(next) != Some(expected) || expected > 'z' || next.len() == rest.len() {
            return end;
        }
        let start = end + rest.len() - next.len();
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let sentence = ends(&text[start..]).next().map(|end| start + end.at);
        let next_item = char::from(expected as u8 + 1);
        // An item may run over several lines up to the next one or its own full stop.
        let until = text[start..]
            .match_indices('\n')
            .map(|(at, _)| start + at)
            .find(|at| item_letter(text[*at..].trim_start()) == Some(next_item));
        end = match (sentence, until) {
            (Some(sentence), Some(until)) => sentence.min(until),
            (Some(sentence), None) => sentence,
            (None, Some(until)) => until,
            (None, None) => line_end,
        };
        end = text[..end].trim_end().len();
        expected = next_item;
    }
}

/// The letter of an item „a) …“ or „a. …“ at the start of a line.
pub(super) fn item_letter(line: &str) -> Option<char> {
    let mut letters = line.chars();
    let letter = letters.next().filter(char::is_ascii_lowercase)?;
    let mark = letters.next()?;
    let blank = letters.next().is_some_and(char::is_whitespace);
    (mark == ')' || (mark == '.' && blank)).then_some(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The question is what stands before `|`.
    fn check(marked: &str, certain: bool) {
        let text = marked.replace('|', "");
        let (end, sure) = question_end(&text);
        assert_eq!(&text[..end], marked.split('|').next().expect("a part").trim_end(), "{marked}");
        assert_eq!(sure, certain, "{marked}");
    }

    #[test]
    fn a_question_ends_with_its_mark() {
        check("Wie viele?| Drei.", true);
        check("Wie viele sind es,\nund wo?\n|Es sind drei.", true);
        check("Trifft das zu?1\n|Ja.", true);
        check("Gibt es Pläne? Wenn ja, welche?\n|Ja.", true);
        check("Wie viele (bitte nach Jahren\naufschlüsseln)?\n|Drei.", true);
        check("Wie viele? (Bitte nach Jahren aufschlüsseln.)\n|Drei.", true);
        check("Wie viele? Bitte begründen.\n|Drei.", true);
        check("Ein Vorhaben ist genannt worden. Wie steht es darum?\n|Gut.", true);
        check("Wie wirkt sich das aus?\n\n|Wie sich das auswirkt, ist offen.", true);
        check("Was steht unter https://x.de/?id=3 dazu?\n|Nichts.", true);
        check("Was gilt nach § 3 Abs. 2 Nr. 4?\n|Alles.", true);
        check("Gilt der Satz „Der Weg bleibt frei.“\n(Drucksache 3/21, S. 4) noch\nfür alle?\n|Ja.", true);
    }

    #[test]
    fn without_a_mark_it_ends_with_its_sentence() {
        check("Welche Folgen hat das Vorhaben.\n|Keine.", false);
        check("Bitte listen Sie die Orte auf.\n|Es sind drei.", true);
        check("Welche Vorhaben gibt es. Bitte die Mittel angeben.\n|Es sind drei.", false);
    }

    #[test]
    fn items_belong_to_it() {
        check("Wie verteilen sich die Fälle auf:\na) Kinder,\nb) Erwachsene?\n|Es gibt keine.", true);
        check(
            "Plant der Bund,\n\na) die Regel und\n\nb) die Norm\n\nanders zu lesen, und warum?\n\n|Nein.",
            true,
        );
        check("Ist das so?\na) Wenn ja, warum?\nb) Wenn nein, warum nicht?\n|Ja.", true);
        check(
            "Wie viele waren es aufgrund\na) des Alters oder\nb) der Herkunft\n(bitte mit Anteil)?\n|Drei.",
            true,
        );
    }

    #[test]
    fn questions_are_told_from_list_items() {
        assert!(begins_asking("W elche Rolle spielt das"));
        assert!(begins_asking("In welchem Umfang"));
        assert!(!begins_asking("Freibad Weiche"));
        assert!(!asks("https://x.de/?id=1 steht dort."));
    }
}
