//! The words that are looked for, and where a text has them.

use std::collections::BTreeSet;

use regex::bytes::Regex;
use unicode_normalization::char::is_combining_mark;

use super::fold::{Fold, MARKED, Unit, letters_of};
use crate::model::text::Span;

/// Words to look for. Several are a phrase, with any white space between them.
#[derive(Clone, Debug)]
pub struct Needle {
    /// Without case and marks; a blank for any white space. Never empty, never a blank at an end.
    letters: Vec<char>,
    /// How a hit can begin: most of a text is passed over by this alone.
    begins: Regex,
}

impl PartialEq for Needle {
    fn eq(&self, other: &Self) -> bool {
        self.letters == other.letters
    }
}

impl Needle {
    /// None where nothing but blanks and hyphens was typed.
    #[must_use]
    pub fn new(typed: &str) -> Option<Self> {
        let letters = letters(typed);
        let (first, second) = (*letters.first()?, letters.get(1).copied());
        Some(Self { begins: begins(first, second), letters })
    }

    /// Where a text has these words, in order; hits do not overlap.
    pub fn spans<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Span> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = self.next_in(text, from)?;
            from = found.end;
            Some(found)
        })
    }

    fn next_in(&self, text: &str, from: usize) -> Option<Span> {
        let mut at = from;
        loop {
            let start = self.begins.find_at(text.as_bytes(), at)?.start();
            if let Some(end) = self.end_of(text, start) {
                return Some(Span::new(start, end));
            }
            at = start + 1;
        }
    }

    /// Where a hit ends that begins at a byte, which may be none of a character.
    fn end_of(&self, text: &str, start: usize) -> Option<usize> {
        let first = text.get(start..)?.chars().next()?;
        let is_letter = if first.is_ascii() {
            first.to_ascii_lowercase() == self.letters[0]
        } else {
            letters_of(first).first() == Some(&self.letters[0])
        };
        if !is_letter {
            return None;
        }
        let mut joined = Fold::new(text, start);
        let found = self.read(&mut joined).or_else(|| {
            let mut apart = Fold::new(text, start).apart();
            joined.met_break.then(|| self.read(&mut apart)).flatten()
        })?;
        let marks = text[found..].chars().take_while(|mark| is_combining_mark(*mark));
        Some(found + marks.map(char::len_utf8).sum::<usize>())
    }

    fn read(&self, fold: &mut Fold<'_>) -> Option<usize> {
        let mut wanted = self.letters.iter().peekable();
        loop {
            match fold.next()? {
                Unit::Letter { letter, is_whole } => {
                    if *wanted.next()? != letter {
                        return None;
                    }
                    if is_whole && wanted.peek().is_none() {
                        return Some(fold.at);
                    }
                }
                Unit::Blank => {
                    if *wanted.next()? != ' ' {
                        return None;
                    }
                }
                Unit::Break => {
                    wanted.next_if(|letter| **letter == ' ');
                }
            }
        }
    }
}

fn letters(typed: &str) -> Vec<char> {
    let mut letters: Vec<char> = Fold::new(typed.trim(), 0)
        .map(|unit| match unit {
            Unit::Letter { letter, .. } => letter,
            Unit::Blank | Unit::Break => ' ',
        })
        .collect();
    // Hyphens alone leave blanks behind.
    letters.dedup_by(|a, b| *a == ' ' && *b == ' ');
    while letters.last() == Some(&' ') {
        letters.pop();
    }
    if letters.first() == Some(&' ') {
        letters.remove(0);
    }
    letters
}

/// How a hit can begin, in bytes: its first letter, and where that is a plain one, what can follow it.
fn begins(first: char, second: Option<char>) -> Regex {
    let mut beginnings: BTreeSet<Vec<u8>> = BTreeSet::new();
    let utf8 = |letter: char| letter.to_string().into_bytes();
    for letter in first.to_uppercase().chain([first]) {
        let follows: BTreeSet<Vec<u8>> = match second {
            Some(second) if letter.is_ascii() => following(first, second),
            _ => BTreeSet::from([Vec::new()]),
        };
        beginnings.extend(follows.into_iter().map(|next| [utf8(letter), next].concat()));
    }
    let others = MARKED.into_iter().flatten().filter(|marked| letters_of(*marked).first() == Some(&first));
    beginnings.extend(others.map(utf8));
    let escape = |byte: &u8| format!("\\x{byte:02x}");
    let escaped: Vec<String> =
        beginnings.iter().map(|bytes| bytes.iter().map(escape).collect::<String>()).collect();
    Regex::new(&format!("(?-u:{})", escaped.join("|"))).expect("bytes are a pattern")
}

/// The bytes that can follow a plain first letter.
fn following(first: char, second: char) -> BTreeSet<Vec<u8>> {
    // A hyphen, a soft one, or a mark above the letter; letters with marks; kinds of blanks and hyphens.
    let mut bytes: BTreeSet<u8> = BTreeSet::from([b'-', 0xC2, 0xC3, 0xC4, 0xC5, 0xCC, 0xE2]);
    for letter in second.to_uppercase().chain([second]) {
        let mut utf8 = [0; 4];
        letter.encode_utf8(&mut utf8);
        bytes.insert(utf8[0]);
    }
    match second {
        ' ' => bytes.extend([b'\n', b'\t', b'\r', 0x0B, 0x0C, 0xE1, 0xE3]),
        's' => bytes.extend([0xE1]),
        'f' => bytes.extend([0xEF]),
        _ => {}
    }
    if matches!(first, 'a' | 'o' | 'u') {
        // The second half of ae, oe, ue.
        bytes.extend([b'e', b'E']);
    }
    bytes.into_iter().map(|byte| vec![byte]).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The text with `[` and `]` around every hit.
    fn check(typed: &str, text: &str, expect: &str) {
        let needle = Needle::new(typed).expect("something to look for");
        let mut shown = String::new();
        let mut from = 0;
        for span in needle.spans(text) {
            shown += &[&text[from..span.start], "[", &text[span.start..span.end], "]"].concat();
            from = span.end;
        }
        assert_eq!(shown + &text[from..], expect, "{typed}");
    }

    #[test]
    fn spelling_makes_no_difference() {
        check("gefahr", "Gefahr und GEFAHREN", "[Gefahr] und [GEFAHR]EN");
        for typed in ["Schluessel", "schlussel", "Schlüssel", "SCHLÜSSEL", "Schlu\u{308}ssel"] {
            check(typed, "Der Schlüssel.", "Der [Schlüssel].");
            check(typed, "schluessel, Schlussel", "[schluessel], [Schlussel]");
            check(typed, "Schlu\u{308}ssel", "[Schlu\u{308}ssel]");
        }
        check("strasse", "Straße, STRASSE", "[Straße], [STRASSE]");
        check("Maß", "Masse Maß", "[Mass]e [Maß]");
        check("fi", "ﬁnden, Finnland", "[ﬁ]nden, [Fi]nnland");
        check("s", "ß s", "ß [s]");
    }

    #[test]
    fn an_e_behind_a_vowel_is_not_lost() {
        check("neue", "neu nur neue", "neu nur [neue]");
        check("energie", "Bioenergie", "Bio[energie]");
        check("bioenergie", "Bioenergie", "[Bioenergie]");
        check("quelle", "Quelle, Qülle", "[Quelle], Qülle");
        check("uelle", "Quelle", "Q[uelle]");
        check("aktuell", "individuell aktu-\nell", "individuell [aktu-\nell]");
        check("zuerst", "zuerst, zu-\nerst", "[zuerst], [zu-\nerst]");
    }

    #[test]
    fn torn_words_are_whole_to_a_search() {
        check("Gesundheit", "der Gesund-\nheit dient", "der [Gesund-\nheit] dient");
        check("Gesundheit", "Gesund-\n\n  heit", "[Gesund-\n\n  heit]");
        check("Gesundheit", "Ge\u{ad}sund\u{ad}\nheit", "[Ge\u{ad}sund\u{ad}\nheit]");
        check("Haus- und", "Haus- und, Haus-\nund", "[Haus- und], [Haus-\nund]");
        check("Nord-Süd", "Nord-Süd, Nord-\nSüd, Nordsüd", "[Nord-Süd], [Nord-\nSüd], [Nordsüd]");
        check("CO-Emission", "CO-Emission, CO-\nEmission", "[CO-Emission], [CO-\nEmission]");
    }

    #[test]
    fn several_words_are_a_phrase() {
        check("die  landes regierung", "Die Landes\n\u{a0}regierung", "[Die Landes\n\u{a0}regierung]");
        check("im Jahr", "imJahr im Jahr", "imJahr [im Jahr]");
        check("§ 5", "nach § 5 Abs.", "nach [§ 5] Abs.");
        check("5", "15", "1[5]");
    }

    #[test]
    fn blanks_and_hyphens_alone_are_nothing() {
        for typed in ["", " ", "-", "- -", "\u{ad}\n", "-\n-"] {
            assert_eq!(Needle::new(typed), None, "{typed:?}");
        }
    }

    fn without_blanks(letters: Vec<char>) -> Vec<char> {
        letters.into_iter().filter(|letter| *letter != ' ').collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_hit_stands_on_characters_and_reads_like_the_needle(
            typed in "[aeouqsnAEÄüÜßéﬁ\u{ad}\u{308} -]{1,4}",
            text in "[aeouqsnAEÄüÜßéﬁ\u{ad}\u{308} \n–-]{0,40}",
        ) {
            let Some(needle) = Needle::new(&typed) else { return Ok(()) };
            let mut from = 0;
            for span in needle.spans(&text) {
                prop_assert!(span.is_in(&text) && !span.is_empty() && from <= span.start);
                from = span.end;
                let words = &text[span.start..span.end];
                let mut apart = Fold::new(words, 0).apart();
                let read = letters(words);
                // A hyphen at a line end may stand for a blank, and then parts what it stands between.
                let parted = apart.by_ref().filter_map(|unit| match unit {
                    Unit::Letter { letter, .. } => Some(letter),
                    _ => None,
                }).collect::<Vec<_>>();
                prop_assert!(read == needle.letters || (apart.met_break && parted == without_blanks(needle.letters.clone())),
                    "{words:?} is no {typed:?}");
            }
        }

        #[test]
        fn no_place_is_passed_over(
            typed in "[aeouqsnAEÄüÜßéﬁ -]{1,4}",
            before in "[aeouqsÄüß\n–-]{0,6}",
            after in "[aeouqsÄüß\n-]{0,6}",
        ) {
            let Some(needle) = Needle::new(&typed) else { return Ok(()) };
            // What was typed is found where it stands, whatever stands around it.
            let words = typed.trim_matches(|c: char| c.is_whitespace() || c == '-');
            let text = format!("{before} {words} {after}");
            let at = before.len() + 1;
            let covers = |span: &Span| span.start <= at && at < span.end;
            prop_assert!(needle.end_of(&text, at).is_some());
            prop_assert!(needle.spans(&text).any(|span| covers(&span)), "{typed:?} in {text:?}");
        }
    }
}
