//! Bold type in fonts that do not say how heavy they are: its letters take more ink than usual.

use std::collections::HashMap;

use super::glyphs::Glyph;

/// Bold letters take a third more ink; letters of another plain font take about as much.
const BOLD: f32 = 1.18;
/// A paper has a handful of fonts; a file with more shapes of one letter is made to be slow.
const MOST_SHAPES: usize = 32;

/// How much ink the letters of a paper have taken so far.
#[derive(Default)]
pub(super) struct Inks {
    /// For each letter its shapes: the ink of each and how often it was printed.
    shapes: HashMap<char, Vec<(f32, usize)>>,
}

impl Inks {
    /// Marks the bold ones among the glyphs of a page. Glyphs without ink know their weight already.
    pub fn mark_bold(&mut self, glyphs: &mut [Glyph]) {
        let is_asked = |glyph: &&Glyph| glyph.ink > 0.0 && glyph.char.is_alphanumeric();
        glyphs.iter().filter(is_asked).for_each(|glyph| self.count(glyph));
        for glyph in glyphs.iter_mut().filter(|glyph| is_asked(&&**glyph)) {
            let usual = self.usual(glyph.char);
            glyph.bold |= usual.is_some_and(|usual| glyph.ink > BOLD * usual);
        }
    }

    fn count(&mut self, glyph: &Glyph) {
        let shapes = self.shapes.entry(glyph.char).or_default();
        let is_full = shapes.len() >= MOST_SHAPES;
        let same = shapes.iter_mut().find(|(ink, _)| (ink - glyph.ink).abs() < 0.03 * ink.max(glyph.ink));
        match same {
            Some((_, times)) => *times += 1,
            None if is_full => {}
            None => shapes.push((glyph.ink, 1)),
        }
    }

    /// The ink of the shape printed most often.
    fn usual(&self, letter: char) -> Option<f32> {
        let shapes = self.shapes.get(&letter)?;
        shapes.iter().max_by_key(|(_, times)| *times).map(|(ink, _)| *ink)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_letters_take_more_ink_than_the_usual_ones() {
        let print =
            |inks: &[f32]| inks.iter().map(|&ink| Glyph { char: 'n', ink, ..Glyph::default() }).collect();
        let mut inks = Inks::default();
        let mut page: Vec<Glyph> = print(&[0.20, 0.20, 0.28, 0.20, 0.0]);
        inks.mark_bold(&mut page);
        assert_eq!(
            page.iter().map(|glyph| glyph.bold).collect::<Vec<_>>(),
            [false, false, true, false, false]
        );
        // A page of bold type only is told by the pages before.
        let mut page: Vec<Glyph> = print(&[0.28]);
        inks.mark_bold(&mut page);
        assert!(page[0].bold);
    }
}
