//! The numbers of automatic lists, counted and written as Word, Writer and browsers print them.

/// Levels within levels: Word has nine, Writer ten.
pub(super) const DEPTHS: usize = 10;

/// The longest pattern that is believed: a pattern is written once for every item.
const LONGEST_PATTERN: usize = 100;

/// How a number is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Numeral {
    #[default]
    Decimal,
    /// 01, 02, … 10.
    DecimalZero,
    /// a … z, aa, ab.
    LowerLetter,
    UpperLetter,
    /// a … z, aa, bb.
    LowerLetters,
    UpperLetters,
    LowerRoman,
    UpperRoman,
    /// No number but a dot.
    Bullet,
    /// Counted, but not written.
    Nothing,
}

impl Numeral {
    pub fn write(self, number: u32) -> String {
        match self {
            Self::Decimal => number.to_string(),
            Self::DecimalZero => format!("{number:02}"),
            Self::LowerLetter => letters(number),
            Self::UpperLetter => letters(number).to_ascii_uppercase(),
            Self::LowerLetters => repeated_letter(number),
            Self::UpperLetters => repeated_letter(number).to_ascii_uppercase(),
            Self::LowerRoman => roman(number),
            Self::UpperRoman => roman(number).to_ascii_uppercase(),
            Self::Bullet => "•".to_owned(),
            Self::Nothing => String::new(),
        }
    }
}

fn letters(number: u32) -> String {
    let mut rest = number;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(letter(rest % 26));
        rest /= 26;
    }
    if letters.is_empty() { number.to_string() } else { letters.iter().rev().collect() }
}

fn repeated_letter(number: u32) -> String {
    /// Beyond, nobody counts the letters any more.
    const MOST: u32 = 10;
    match number.checked_sub(1) {
        Some(from_zero) if from_zero < 26 * MOST => {
            let times = usize::try_from(from_zero / 26 + 1).expect("at most ten");
            letter(from_zero % 26).to_string().repeat(times)
        }
        _ => number.to_string(),
    }
}

fn letter(from_zero: u32) -> char {
    char::from(b'a' + u8::try_from(from_zero).expect("below 26"))
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            written += sign;
            rest -= value;
        }
    }
    written
}

/// How the items of one level of a list are numbered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Level {
    pub numeral: Numeral,
    /// What is written: `%1` stands for the number of the first level, and so on. A bullet needs none.
    pub pattern: String,
    pub start: u32,
    /// Starts anew after an item of a level before this one. Zero: never.
    pub restarts_below: usize,
    /// Numbers of other levels are written in digits.
    pub in_digits: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            numeral: Numeral::Decimal,
            pattern: String::new(),
            start: 1,
            restarts_below: DEPTHS,
            in_digits: false,
        }
    }
}

/// Where a list is. Levels are told by their depth, from zero.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Count {
    values: [Option<u32>; DEPTHS],
}

impl Count {
    /// Counts one item. `first` is the number if none came before it at this level.
    pub fn step<'l>(&mut self, depth: usize, first: u32, level: impl Fn(usize) -> Option<&'l Level>) {
        let Some(value) = self.values.get_mut(depth) else { return };
        *value = Some(value.map_or(first, |before| before.saturating_add(1)));
        for (deeper, value) in self.values.iter_mut().enumerate().skip(depth + 1) {
            if level(deeper).is_none_or(|level| depth < level.restarts_below) {
                *value = None;
            }
        }
    }

    /// The next item of this level is its first again.
    pub fn restart(&mut self, depth: usize) {
        if let Some(value) = self.values.get_mut(depth) {
            *value = None;
        }
    }

    /// What is printed before the item counted last. Empty if its level is not numbered.
    pub fn label<'l>(&self, depth: usize, level: impl Fn(usize) -> Option<&'l Level>) -> String {
        let Some(own) = level(depth) else { return String::new() };
        if own.numeral == Numeral::Bullet {
            return Numeral::Bullet.write(0);
        }
        let mut label = String::new();
        let mut pattern = own.pattern.chars().take(LONGEST_PATTERN).peekable();
        while let Some(c) = pattern.next() {
            let Some(digit) = pattern.peek().and_then(|next| next.to_digit(10)).filter(|_| c == '%') else {
                label.push(c);
                continue;
            };
            pattern.next();
            let Some(at) = usize::try_from(digit).ok().and_then(|digit| digit.checked_sub(1)) else {
                continue;
            };
            let Some(shown) = level(at) else { continue };
            let number = self.values.get(at).copied().flatten().unwrap_or(shown.start);
            let numeral = if own.in_digits { Numeral::Decimal } else { shown.numeral };
            label += &numeral.write(number);
        }
        label.trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_write_a_number() {
        let check = |numeral: Numeral, numbers: &[u32], expect: &str| {
            let written: Vec<String> = numbers.iter().map(|number| numeral.write(*number)).collect();
            assert_eq!(written.join(" "), expect);
        };
        check(Numeral::Decimal, &[0, 1, 12], "0 1 12");
        check(Numeral::DecimalZero, &[1, 12], "01 12");
        check(Numeral::LowerLetter, &[0, 1, 26, 27, 52, 53, 703], "0 a z aa az ba aaa");
        check(Numeral::UpperLetters, &[0, 1, 26, 27, 28, 53, 261], "0 A Z AA BB AAA 261");
        check(Numeral::LowerRoman, &[0, 1, 4, 9, 14, 1999, 4000], "0 i iv ix xiv mcmxcix 4000");
        check(Numeral::UpperRoman, &[2, 40], "II XL");
        check(Numeral::LowerLetter, &[u32::MAX], "mwlqkwu");
    }

    fn level(numeral: Numeral, pattern: &str) -> Level {
        Level { numeral, pattern: pattern.to_owned(), ..Level::default() }
    }

    fn check(levels: &[Level], depths: &[usize], expect: &str) {
        let mut count = Count::default();
        let labels: Vec<String> = depths
            .iter()
            .map(|&depth| {
                count.step(depth, levels.get(depth).map_or(1, |level| level.start), |at| levels.get(at));
                count.label(depth, |at| levels.get(at))
            })
            .collect();
        assert_eq!(labels.join(" | "), expect);
    }

    #[test]
    fn deeper_levels_start_anew() {
        let levels = [level(Numeral::UpperRoman, "Frage %1:"), level(Numeral::LowerLetter, "%1.%2)")];
        check(&levels, &[0, 1, 1, 0, 1], "Frage I: | I.a) | I.b) | Frage II: | II.a)");
        let mut kept = levels.clone();
        kept[1].restarts_below = 0;
        kept[1].in_digits = true;
        check(&kept, &[0, 1, 1, 0, 1], "Frage I: | 1.1) | 1.2) | Frage II: | 2.3)");
    }

    #[test]
    fn odd_patterns_and_depths_are_safe() {
        check(&[level(Numeral::Decimal, "100 %")], &[0], "100 %");
        check(&[level(Numeral::Decimal, "%0%9%1")], &[0], "1");
        check(&[level(Numeral::Bullet, "\u{f0b7}")], &[0, 0], "• | •");
        check(&[level(Numeral::Decimal, "%1")], &[77], "");
        check(
            &[Level { start: u32::MAX, ..level(Numeral::Decimal, "%1") }],
            &[0, 0],
            "4294967295 | 4294967295",
        );
        check(&[level(Numeral::Decimal, &"x".repeat(5000))], &[0], &"x".repeat(100));
    }
}
