//! Names of questions as papers print them, and lists of such names: `7`, `1.1`, `3 b)`, „1 bis 3 und 10“.

/// Name of a question inside its paper. Sorts as papers count: 1, 1a, 1b, 1.1, 2.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct Label {
    /// 0 where only a letter is printed („Zu a)“).
    pub number: u32,
    /// The second number of `1.1`; 0 where there is none.
    pub sub: u32,
    pub letter: Option<char>,
}

/// One member of a printed list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Item {
    One(Label),
    Range(Label, Label),
}

impl Label {
    pub fn number(number: u32) -> Self {
        Self { number, sub: 0, letter: None }
    }

    pub fn with_letter(self, letter: char) -> Self {
        Self { letter: Some(letter), ..self }
    }

    /// The question that this one is a part of.
    pub fn parent(self) -> Self {
        Self { letter: None, ..self }
    }

    /// `7`, `1.1`, `3b`.
    pub fn printed(self) -> String {
        let mut printed = String::new();
        if self.number > 0 {
            printed = self.number.to_string();
        }
        if self.sub > 0 {
            printed.push('.');
            printed.push_str(&self.sub.to_string());
        }
        printed.extend(self.letter);
        printed
    }
}

/// Number words, as the oral form prints them („Zu Frage eins:“).
const WORDS: [&str; 12] =
    ["eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];

/// Reads one label at the start of a text: the label and its length in bytes, with the dot or bracket
/// that belongs to it. A letter that stands alone needs its bracket.
pub(super) fn label(text: &str) -> Option<(Label, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return letter_or_word(text);
    }
    if digits > 3 {
        return None;
    }
    let mut found = Label::number(text[..digits].parse().ok()?);
    let mut end = digits;
    let rest = &text[end..];
    if let Some(after) = rest.strip_prefix('.') {
        let more = after.bytes().take_while(u8::is_ascii_digit).count();
        // `28.5.2025` is a date, `1.154.000` an amount.
        let goes_on =
            after[more..].starts_with('.') && after[more + 1..].starts_with(|c: char| c.is_ascii_digit());
        if (1..=2).contains(&more) && !goes_on {
            found.sub = after[..more].parse().ok()?;
            end += 1 + more;
        }
    }
    if let Some((letter, length)) = letter(&text[end..]) {
        found.letter = Some(letter);
        end += length;
    }
    end += text[end..].len() - text[end..].trim_start_matches(['.', ')']).len();
    (found.number > 0).then_some((found, end))
}

/// A letter behind a number: `7a`, `7 a)`, `7 a und`. „u.“ is no letter but „und“.
fn letter(text: &str) -> Option<(char, usize)> {
    let bare = text.trim_start_matches([' ', '\u{a0}']);
    let letter = bare.chars().next().filter(char::is_ascii_lowercase)?;
    let after = &bare[1..];
    let alone = !after.starts_with(char::is_alphanumeric);
    let is_and = letter == 'u' && after.starts_with('.');
    (alone && !is_and && text.len() - bare.len() <= 2).then_some((letter, text.len() - bare.len() + 1))
}

fn letter_or_word(text: &str) -> Option<(Label, usize)> {
    let first = text.chars().next()?;
    if first.is_ascii_lowercase() && text[1..].starts_with(')') {
        return Some((Label { number: 0, sub: 0, letter: Some(first) }, 2));
    }
    let word: String = text.chars().take_while(|c| c.is_alphabetic()).collect();
    let place = WORDS.iter().position(|known| *known == word.to_lowercase())?;
    Some((Label::number(u32::try_from(place).ok()? + 1), word.len()))
}

/// Reads a list of labels at the start of a text, and its length in bytes.
pub(super) fn list(text: &str) -> Option<(Vec<Item>, usize)> {
    let mut items: Vec<Item> = Vec::new();
    let mut end = 0;
    let mut at = 0;
    let mut from: Option<Label> = None;
    loop {
        at += text[at..].len() - text[at..].trim_start().len();
        let Some((mut found, length)) = label(&text[at..]) else { break };
        if found.number == 0
            && let Some(before) = items.last().map(last_of)
        {
            found = before.parent().with_letter(found.letter?);
        }
        at += length;
        end = at;
        match from.take() {
            Some(from) => {
                items.pop();
                items.push(Item::Range(from, found));
            }
            None => items.push(Item::One(found)),
        }
        let (joined, ranged) = separator(&text[at..]);
        at += joined;
        if joined == 0 {
            break;
        }
        if ranged {
            from = Some(found);
        }
    }
    (!items.is_empty()).then_some((items, end))
}

fn last_of(item: &Item) -> Label {
    match item {
        Item::One(label) | Item::Range(_, label) => *label,
    }
}

/// What stands between two labels: its length, and whether it makes a range.
fn separator(text: &str) -> (usize, bool) {
    let bare = text.trim_start();
    let blanks = text.len() - bare.len();
    for word in ["und", "sowie", "u.", "&", "+", ",", ";", "/"] {
        if let Some(after) = bare.strip_prefix(word)
            && (!word.ends_with(char::is_alphabetic) || after.starts_with(char::is_whitespace))
        {
            let more = after.trim_start();
            // „1, 2 sowie 3“, „1., und 2.“
            let again = separator_word(more);
            return (blanks + word.len() + after.len() - more.len() + again, false);
        }
    }
    for word in ["bis", "–", "-"] {
        if let Some(after) = bare.strip_prefix(word)
            && (word != "bis" || after.starts_with(char::is_whitespace))
        {
            return (blanks + word.len(), true);
        }
    }
    (0, false)
}

fn separator_word(text: &str) -> usize {
    ["und ", "sowie "].iter().find(|word| text.starts_with(**word)).map_or(0, |word| word.len())
}

/// More would be a misreading, not a range.
const LONGEST_RANGE: u32 = 250;

/// The labels that a list names. `known` are the labels of the paper: a range holds what lies in it,
/// sub-questions too.
pub(super) fn expand(items: &[Item], known: &[Label]) -> Vec<Label> {
    let mut all: Vec<Label> = Vec::new();
    for item in items {
        match *item {
            Item::One(label) => all.push(label),
            Item::Range(from, until) => all.extend(range(from, until, known)),
        }
    }
    all.dedup();
    all
}

fn range(from: Label, until: Label, known: &[Label]) -> Vec<Label> {
    let mut found = vec![from];
    if from.number == until.number && from.sub == until.sub {
        let first = from.letter.map_or('a', |letter| char::from(letter as u8 + 1));
        let last = until.letter.unwrap_or(first);
        found.extend((first..=last).map(|letter| from.with_letter(letter)));
    } else if from.sub > 0 || until.sub > 0 {
        let ends_with_all = until.sub == 0;
        found.extend(known.iter().copied().filter(|label| {
            *label > from && (*label <= until || (ends_with_all && label.number == until.number))
        }));
        found.push(until);
    } else if from.number < until.number && until.number - from.number < LONGEST_RANGE {
        for number in from.number..=until.number {
            let whole = Label::number(number);
            if whole > from {
                found.push(whole);
            }
            let last_letter = if number == until.number { until.letter } else { None };
            if let Some(last) = last_letter {
                found.extend(('a'..=last).map(|letter| whole.with_letter(letter)));
            } else {
                let parts = known.iter().filter(|label| label.number == number && **label > whole);
                found.extend(parts.filter(|label| **label > from));
            }
        }
    } else {
        found.push(until);
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let found = list(text).map(|(items, _)| expand(&items, &[])).unwrap_or_default();
        let printed: Vec<String> = found.into_iter().map(Label::printed).collect();
        assert_eq!(printed.join(" "), expect, "{text}");
    }

    #[test]
    fn lists_as_printed() {
        check("1 bis 3 und 10 werden", "1 2 3 10");
        check("1, 2, 7a und 7b", "1 2 7a 7b");
        check("2 und 7 bis 9b", "2 7 8 9 9a 9b");
        check("5 bis 5b", "5 5a 5b");
        check("3a bis 3f", "3a 3b 3c 3d 3e 3f");
        check("2, 2 a) und 2 b)", "2 2a 2b");
        check("2 a) und b):", "2a 2b");
        check("1. und 2.:", "1 2");
        check("2. und 2.1.:", "2 2.1");
        check("1.1 bis 2.2", "1.1 2.2");
        check("1 sowie 4", "1 4");
        check("1 u. 2", "1 2");
        check("eins:", "1");
        check("a) und b)", "a b");
    }

    #[test]
    fn a_range_holds_the_sub_questions_it_passes() {
        let known = [1, 2, 3].map(Label::number);
        let known = [known[0], known[0].with_letter('a'), known[1], known[2], known[2].with_letter('a')];
        let (items, _) = list("1 bis 3").expect("a list");
        let found: Vec<String> = expand(&items, &known).into_iter().map(Label::printed).collect();
        assert_eq!(found, ["1", "1a", "2", "3", "3a"]);
    }

    #[test]
    fn what_is_no_label() {
        assert_eq!(
            label("28.5.2025"),
            Some((Label::number(28), 3)),
            "only the day; its reader sees the rest"
        );
        assert_eq!(label("2024 – Beratung"), None);
        assert_eq!(label("am 3. Juni"), None);
    }
}
