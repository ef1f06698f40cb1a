//! The drawing while it grows: shapes and words, written as SVG.

use std::fmt::Write as _;

use crate::files::export::colours::{Colour, INK};

/// Where words stand at their place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How words look.
#[derive(Clone, Copy)]
pub(super) struct Type {
    pub size: f64,
    pub weight: u16,
    pub colour: Colour,
}

impl Type {
    pub const fn new(size: f64, weight: u16, colour: Colour) -> Self {
        Self { size, weight, colour }
    }
}

#[derive(Default)]
pub(super) struct Canvas {
    pub svg: String,
}

impl Canvas {
    /// Words at a place; `y` is the line they stand on.
    pub fn text(&mut self, x: f64, y: f64, anchor: Anchor, look: Type, words: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight =
            if look.weight == 400 { String::new() } else { format!(" font-weight=\"{}\"", look.weight) };
        let colour =
            if look.colour == INK { String::new() } else { format!(" fill=\"#{}\"", look.colour.hex()) };
        let _ = writeln!(
            self.svg,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{colour}{anchor}>{}</text>",
            number(x),
            number(y),
            number(look.size),
            escaped(words)
        );
    }

    /// The same, cut with „…“ where it is too wide.
    pub fn fitting(&mut self, x: f64, y: f64, look: Type, words: &str, width: f64) {
        self.text(x, y, Anchor::Start, look, &cut(words, look.size, width));
    }

    pub fn rect(&mut self, [x, y, width, height]: [f64; 4], radius: f64, colour: Colour) {
        let round = if radius > 0.0 { format!(" rx=\"{}\"", number(radius)) } else { String::new() };
        let _ = writeln!(
            self.svg,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{round} fill=\"#{}\"/>",
            number(x),
            number(y),
            number(width),
            number(height),
            colour.hex()
        );
    }

    /// A line that is drawn once, perhaps dashed.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), width: f64, dash: &str, colour: Colour) {
        let dash = if dash.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dash}\"") };
        let _ = writeln!(
            self.svg,
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"#{}\" stroke-width=\"{}\"{dash}/>",
            number(from.0),
            number(from.1),
            number(to.0),
            number(to.1),
            colour.hex(),
            number(width)
        );
    }

    /// Raw path data in one colour.
    pub fn path(&mut self, data: &str, colour: Colour) {
        let _ = writeln!(self.svg, "<path d=\"{data}\" fill=\"#{}\"/>", colour.hex());
    }

    /// Opens a group that a screen reader reads as one sentence.
    pub fn group(&mut self, said: &str) {
        let _ = writeln!(self.svg, "<g role=\"img\"><title>{}</title>", escaped(said));
    }

    pub fn end_group(&mut self) {
        self.svg.push_str("</g>\n");
    }
}

/// Two decimals at most, none that say nothing.
pub(super) fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Words as XML takes them: its signs escaped, what it does not allow left out.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' | '\r' => out.push(' '),
            control if control.is_control() => {}
            '\u{FFFE}' | '\u{FFFF}' => {}
            other => out.push(other),
        }
    }
    out
}

/// About how wide words are in Inter, rather too wide: the drawing has no typesetter.
pub(super) fn width_of(words: &str, size: f64) -> f64 {
    let ems: f64 = words
        .chars()
        .map(|letter| match letter {
            'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.29,
            'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '/' | '-' | ' ' | '„' | '“' | '”' => 0.40,
            'm' | 'w' | 'M' | 'W' | '%' | '…' | '–' => 0.93,
            letter if letter.is_uppercase() => 0.74,
            letter if letter.is_ascii_digit() => 0.64,
            letter if letter.is_lowercase() => 0.60,
            _ => 0.80,
        })
        .sum();
    ems * size
}

/// Words that fit a width, cut with „…“ where they must be.
pub(super) fn cut(words: &str, size: f64, width: f64) -> String {
    if width_of(words, size) <= width {
        return words.to_owned();
    }
    let room = width - width_of("…", size);
    let mut kept = String::new();
    let mut used = 0.0;
    for letter in words.chars() {
        used += width_of(letter.encode_utf8(&mut [0; 4]), size);
        if used > room {
            break;
        }
        kept.push(letter);
    }
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_papers_stay_words() {
        assert_eq!(escaped("A & <b>\"x\"</b>\u{7}\n"), "A &amp; &lt;b&gt;&quot;x&quot;&lt;/b&gt; ");
        assert_eq!(number(12.0), "12");
        assert_eq!(number(1.256), "1.26");
        assert_eq!(number(-0.001), "0");
        assert_eq!(cut("Ministerium für Verkehr", 10.0, 60.0), "Ministeriu…");
        assert_eq!(cut("HMdI", 10.0, 60.0), "HMdI");
    }
}
