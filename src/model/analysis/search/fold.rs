//! What is the same to a search: case, umlauts (ü, ue, u), ß and ss, hyphens, kinds of white space.

use std::ops::RangeInclusive;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One step through a text as a search reads it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unit {
    /// A letter without case and marks; `is_whole` where the printed character ends with it (ß is two).
    Letter { letter: char, is_whole: bool },
    /// White space of any kind and length.
    Blank,
    /// A hyphen at the end of a line: nothing, or a blank („Haus-⏎ und“). Only of [`Fold::apart`].
    Break,
}

/// Reads a text letter by letter. `ue` is read as `u` (so is `ü`), except behind `a`, `e` and `q`, where
/// it is never an umlaut („neue“, „Frauen“, „Quelle“).
#[derive(Debug)]
pub(super) struct Fold<'a> {
    text: &'a str,
    /// The byte behind what was read.
    pub at: usize,
    /// Hyphens at line ends part the word instead of joining it.
    apart: bool,
    /// Whether a hyphen at a line end was met.
    pub met_break: bool,
    /// The last two letters.
    last: [char; 2],
    /// Further letters of the character that was read last, in reverse.
    pending: Vec<char>,
}

impl<'a> Fold<'a> {
    pub fn new(text: &'a str, at: usize) -> Self {
        Self { text, at, apart: false, met_break: false, last: [' '; 2], pending: Vec::new() }
    }

    /// Reads hyphens at line ends as parting what they stand between.
    pub fn apart(mut self) -> Self {
        self.apart = true;
        self
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Goes over white space and returns whether a line ended in it.
    fn pass_blank(&mut self) -> bool {
        let rest = self.rest();
        let blank = &rest[..rest.len() - rest.trim_start().len()];
        self.at += blank.len();
        blank.contains('\n')
    }

    /// Whether a letter is the second half of `ae`, `oe`, `ue`.
    fn is_half(&self, letter: char) -> bool {
        let [before, last] = self.last;
        letter == 'e' && matches!(last, 'a' | 'o' | 'u') && !matches!(before, 'a' | 'e' | 'q')
    }

    fn letter(&mut self, letter: char) -> Unit {
        self.last = [self.last[1], letter];
        Unit::Letter { letter, is_whole: self.pending.is_empty() }
    }

    /// Goes over a hyphen, and the line end behind it. A soft hyphen within a line is no sign at all.
    fn hyphen(&mut self, hyphen: char) -> Option<Unit> {
        self.at += hyphen.len_utf8();
        let behind = self.at;
        if self.pass_blank() {
            self.met_break = true;
            if self.apart {
                self.last = [' '; 2];
                return Some(Unit::Break);
            }
            return None;
        }
        self.at = behind;
        if hyphen != '\u{ad}' {
            self.last = [' '; 2];
        }
        None
    }
}

impl Iterator for Fold<'_> {
    type Item = Unit;

    fn next(&mut self) -> Option<Unit> {
        loop {
            if let Some(letter) = self.pending.pop() {
                return Some(self.letter(letter));
            }
            let read = self.rest().chars().next()?;
            match read {
                '-' | '\u{ad}' | '\u{2010}' | '\u{2011}' => {
                    if let Some(unit) = self.hyphen(read) {
                        return Some(unit);
                    }
                }
                _ if read.is_whitespace() => {
                    self.pass_blank();
                    self.last = [' '; 2];
                    return Some(Unit::Blank);
                }
                _ if read.is_ascii() => {
                    self.at += 1;
                    let letter = read.to_ascii_lowercase();
                    if self.is_half(letter) {
                        self.last = [' '; 2];
                    } else {
                        return Some(self.letter(letter));
                    }
                }
                _ => {
                    self.at += read.len_utf8();
                    self.pending = letters_of(read);
                    self.pending.reverse();
                }
            }
        }
    }
}

/// Characters that are read as other letters: those of the languages with Latin letters, and ligatures.
pub(super) const MARKED: [RangeInclusive<char>; 3] =
    ['\u{a0}'..='\u{17f}', 'ẞ'..='ẞ', '\u{fb00}'..='\u{fb06}'];

/// The letters of a character that is not ASCII; none where it is only a mark or takes no room.
pub(super) fn letters_of(read: char) -> Vec<char> {
    let is_nothing =
        |c: &char| is_combining_mark(*c) || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}');
    if matches!(read, 'ß' | 'ẞ') {
        return vec!['s', 's'];
    }
    let small = read.to_lowercase();
    if MARKED.iter().any(|range| range.contains(&read)) {
        small.nfkd().filter(|c| !is_nothing(c)).collect()
    } else {
        small.filter(|c| !is_nothing(c)).collect()
    }
}
