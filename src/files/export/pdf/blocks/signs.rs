//! The signs of tags: the pill of a table, the line of a mark. Letter, word, colour and line, never colour alone.

use super::super::lines::{lines, printable};
use super::super::paper::{PILL_LETTER, PILL_WORD};
use super::super::piece::{Area, Belongs, Drawing, Stroke, What};
use super::super::structure::Element;
use super::super::typesetter::Typesetter;
use crate::files::export::colours::{BORDER, Colour, INK_2, INK_3, PAPER, tints};
use crate::model::LineStyle;
use crate::model::analysis::summary::SheetTag;

const RADIUS: f32 = 2.6;
const LETTER: f32 = 14.5;
const PADDING: f32 = 1.8;
/// The letter sits on the baseline of the words beside the pill.
pub(super) const PILL_TOP: f32 = -1.2;

/// A pill: the letter in a filled square, the word beside it in an outline. Returns the height below.
pub(super) fn pill(
    typesetter: &Typesetter<'_>,
    to: &mut Vec<Drawing>,
    element: Element,
    tag: &SheetTag,
    (x, y): (f32, f32),
    (least, most): (f32, f32),
) -> f32 {
    let tints = tints(tag.swatch);
    let belongs = Belongs::To(element);
    let letter = typesetter.fitted(PILL_LETTER, &tag.letter, most * 0.4);
    let square = (typesetter.width(PILL_LETTER, &letter) + 6.0).max(LETTER);
    let words = Label::of(typesetter, &tag.name, most - square - 10.0);
    let width = (square + words.width + 10.0).clamp(least, most);
    let height = words.height() + 2.0 * PADDING;
    let area = Area { x, y, width, height };
    let stroke = Some(Stroke::plain(tints.fill, 1.1));
    to.push(boxed(area, [RADIUS; 4], Some(PAPER), stroke));
    let left = Area { width: square, ..area };
    to.push(boxed(left, [RADIUS, 0.0, 0.0, RADIUS], Some(tints.fill), None));
    let amid = super::super::typesetter::Column::new(x, square);
    let top = y + (height - PILL_LETTER.leading) / 2.0;
    to.push(blank_after(typesetter.line_amid(belongs, PILL_LETTER.coloured(tints.on), &letter, amid, top)));
    words.set(to, belongs, tints.text, (x + square + 5.0, y + PADDING));
    y + height
}

/// The pill of an open question: its word in a dotted outline.
pub(super) fn open_pill(
    typesetter: &Typesetter<'_>,
    to: &mut Vec<Drawing>,
    element: Element,
    word: &str,
    (x, y): (f32, f32),
    (least, most): (f32, f32),
) -> f32 {
    let words = Label::of(typesetter, word, most - 12.0);
    let width = (words.width + 12.0).clamp(least, most);
    let height = words.height() + 2.0 * PADDING;
    let stroke = Some(Stroke::dotted(BORDER, 0.9));
    to.push(boxed(Area { x, y, width, height }, [RADIUS; 4], None, stroke));
    words.set(to, Belongs::To(element), INK_2, (x + 6.0, y + PADDING));
    y + height
}

/// The word of a pill, in as many lines as it needs.
struct Label {
    words: String,
    lines: Vec<std::ops::Range<usize>>,
    width: f32,
}

impl Label {
    fn of(typesetter: &Typesetter<'_>, words: &str, room: f32) -> Self {
        let words = printable(words);
        let style = PILL_WORD;
        let lines = lines(typesetter.faces, style.face, style.size, &words, room);
        let wide = |line: &std::ops::Range<usize>| {
            typesetter.width(style, words[line.clone()].trim_end_matches(' '))
        };
        let width = lines.iter().map(wide).fold(0.0, f32::max);
        Self { words, lines, width }
    }

    fn height(&self) -> f32 {
        self.lines.len() as f32 * PILL_WORD.leading
    }

    fn set(self, to: &mut Vec<Drawing>, belongs: Belongs, colour: Colour, (x, y): (f32, f32)) {
        let mut y = y;
        for line in self.lines {
            let line = Drawing::line(belongs, PILL_WORD.coloured(colour), &self.words[line], x, y);
            to.push(blank_after(line));
            y += PILL_WORD.leading;
        }
    }
}

/// The same words with a blank behind them, so that they stay apart from the next when they are heard or copied.
pub(super) fn blank_after(mut drawing: Drawing) -> Drawing {
    if let What::Words { words, .. } = &mut drawing.what {
        words.push(' ');
    }
    drawing
}

pub(super) fn boxed(area: Area, radii: [f32; 4], fill: Option<Colour>, stroke: Option<Stroke>) -> Drawing {
    Drawing::ornament(What::Box { area, radii, fill, stroke })
}

/// The line of a tag between two places, in a colour; dotted where there is no tag.
pub(super) fn mark_line(
    line: Option<LineStyle>,
    colour: Colour,
    width: f32,
    (x, to): (f32, f32),
    y: f32,
) -> Vec<Drawing> {
    let straight = |y: f32, dashes: &'static [f32], width: f32| {
        let stroke = Stroke { colour, width, dashes };
        Drawing::ornament(What::Line { points: vec![(x, y), (to, y)], stroke })
    };
    match line {
        None => vec![straight(y, &[1.2, 1.4], width)],
        Some(LineStyle::Solid) => vec![straight(y, &[], width)],
        Some(LineStyle::Wavy) => {
            vec![Drawing::ornament(What::Wave { x, to, y, stroke: Stroke::plain(colour, width * 0.9) })]
        }
        Some(LineStyle::Dashed) => vec![straight(y, &[4.0, 2.6], width)],
        Some(LineStyle::DotDash) => vec![straight(y, &[4.4, 2.0, 1.2, 2.0], width)],
        Some(LineStyle::Double) => {
            vec![straight(y - 0.8, &[], width * 0.6), straight(y + 0.8, &[], width * 0.6)]
        }
        Some(LineStyle::LongDash) => vec![straight(y, &[8.0, 3.0], width)],
    }
}

/// The colour of words and lines of a tag on paper.
pub(super) fn text_colour(tag: Option<&SheetTag>) -> Colour {
    tag.map_or(INK_3, |tag| tints(tag.swatch).text)
}
