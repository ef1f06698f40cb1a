//! A page on its way through the stages, and what is measured on it.

use super::super::printed::Part;
use super::glyphs::Rule;
use super::order::Strip;

/// One page: its lines in the order of reading.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Leaf {
    pub height: f32,
    pub strips: Vec<Strip>,
    pub rules: Vec<Rule>,
}

impl Leaf {
    /// The places of the lines, by their height on the page.
    pub fn top_to_bottom(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.strips.len()).collect();
        order.sort_by(|&a, &b| self.strips[a].y.total_cmp(&self.strips[b].y));
        order
    }

    /// The places of the lines in blocks, parted by wider gaps, rules and changes of size.
    pub fn blocks(&self) -> Vec<Vec<usize>> {
        let mut blocks: Vec<Vec<usize>> = vec![];
        let mut before: Option<&Strip> = None;
        for at in self.top_to_bottom() {
            let strip = &self.strips[at];
            let goes_on = before.is_some_and(|above| {
                let near = strip.y - above.y < 1.7 * strip.size.max(above.size);
                near && is_same_size(strip.size, above.size) && !self.has_rule_between(above.y, strip.y)
            });
            match blocks.last_mut() {
                Some(block) if goes_on => block.push(at),
                _ => blocks.push(vec![at]),
            }
            before = Some(strip);
        }
        blocks
    }

    /// Whether a line stands under a rule or well below the line above it.
    pub fn is_set_off(&self, at: usize) -> bool {
        let strip = &self.strips[at];
        let above =
            self.strips.iter().filter(|other| other.y < strip.y).map(|other| other.y).reduce(f32::max);
        above.is_none_or(|above| strip.y - above > 2.2 * strip.size || self.has_rule_between(above, strip.y))
    }

    /// Whether a rule is drawn between two baselines. An underline lies just below the upper one.
    pub fn has_rule_between(&self, above: f32, below: f32) -> bool {
        let room = 0.3 * (below - above);
        self.rules.iter().any(|rule| rule.y > above + room.min(4.0) && rule.y < below)
    }
}

/// Sizes of type differ by rounding alone.
pub(super) fn is_same_size(a: f32, b: f32) -> bool {
    (a - b).abs() <= 0.04 * a.max(b)
}

/// The largest size that is clearly smaller than the text of a paper. Questions and answers may
/// differ in size; both are text, so the smaller of them counts.
pub(super) fn small_size(leaves: &[Leaf]) -> f32 {
    let mut letters: Vec<(f32, usize)> = vec![];
    let mut all = 0;
    for leaf in leaves {
        // Below stand the footnotes, which can be many.
        for strip in leaf.strips.iter().filter(|strip| strip.y < 0.75 * leaf.height) {
            let count = strip.text.len();
            all += count;
            match letters.iter_mut().find(|(size, _)| is_same_size(*size, strip.size)) {
                Some((_, sum)) => *sum += count,
                None => letters.push((strip.size, count)),
            }
        }
    }
    let common = letters.iter().filter(|(_, count)| count * 100 >= all * 15).map(|(size, _)| *size);
    0.92 * common.reduce(f32::min).unwrap_or(0.0)
}

/// A footnote begins with its number and a blank, without a dot, or with a star.
pub(super) fn is_note_start(text: &str) -> bool {
    let star = text.trim_start_matches('*');
    if star.len() < text.len() && star.len() > 3 {
        return true;
    }
    note_number(text).is_some()
}

/// The number of the footnote that begins here.
pub(super) fn note_number(text: &str) -> Option<u16> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = text[digits..].trim_start_matches(')');
    let words = rest.strip_prefix(' ')?.trim_start();
    let is_text = words.chars().count() > 3 && words.starts_with(|c: char| !c.is_ascii_digit());
    (is_text && digits <= 3 && !text.contains('\t')).then(|| text[..digits].parse().ok()).flatten()
}

impl Strip {
    pub fn is_text(&self) -> bool {
        self.part == Part::Text
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::order::Weight;
    use super::*;

    /// A page from lines "HEIGHT SIZE words"; "HEIGHT rule" draws one; blanks before the words indent them.
    pub(in super::super) fn leaf(lines: &str) -> Leaf {
        let mut leaf = Leaf { height: 842.0, ..Leaf::default() };
        for line in lines.lines() {
            let (y, rest) = line.split_once(' ').expect("a height");
            let y = y.parse().expect("a number");
            if rest == "rule" {
                leaf.rules.push(Rule { x: 50.0, right: 150.0, y });
                continue;
            }
            let (size, words) = rest.split_once(' ').expect("a size");
            let size: f32 = size.parse().expect("a number");
            let text = words.trim_start();
            let x = 50.0 + 6.0 * (words.len() - text.len()) as f32;
            let (weight, text) = match text.strip_prefix("b:") {
                Some(text) => (Weight::Bold, text.to_owned()),
                None => (Weight::Plain, text.to_owned()),
            };
            let right = x + 0.5 * size * text.chars().count() as f32;
            leaf.strips.push(Strip { text, x, right, y, size, weight, ..Strip::default() });
        }
        leaf
    }

    /// What the lines of a page are: Text, Furniture or Note.
    pub(in super::super) fn parts(leaf: &Leaf) -> String {
        let letter = |strip: &Strip| match strip.part {
            Part::Text => 'T',
            Part::Furniture => 'F',
            Part::Note => 'N',
        };
        leaf.strips.iter().map(letter).collect()
    }

    #[test]
    fn the_smaller_of_two_sizes_of_text_counts() {
        let page =
            leaf("100 10.7 Eine Antwort in großer Type\n120 9.6 Eine Frage in kleiner Type\n800 7 Fuß");
        assert!((small_size(&[page]) - 0.92 * 9.6).abs() < 0.01);
    }

    #[test]
    fn footnotes_begin_with_a_number_without_a_dot() {
        for note in ["1 Siehe dort", "12) Siehe dort", "* Auf einen Abdruck", "3 § 4 der Ordnung"] {
            assert!(is_note_start(note), "{note}");
        }
        for other in ["1. Wie viele", "Siehe 1", "2024\t12", "1 2 3 4", "1", "1.1 Wie viele"] {
            assert!(!is_note_start(other), "{other}");
        }
    }
}
