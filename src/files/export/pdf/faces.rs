//! Typefaces and shaping: words are measured with the very glyphs that are drawn, so nothing is cut off.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, UnicodeBuffer};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::faces;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Face {
    Serif,
    SerifSemibold,
    Sans,
    SansSemibold,
    SansBold,
}

/// Stands where no face has a sign. Its glyph carries the words it stands for, so that they can still be copied.
const REPLACEMENT: char = '□';
/// More shaped words than this are forgotten at once: a term of papers has few different words.
const KEPT: usize = 40_000;

impl Face {
    const ALL: [Self; 5] = [Self::Serif, Self::SerifSemibold, Self::Sans, Self::SansSemibold, Self::SansBold];

    fn bytes(self) -> &'static [u8] {
        match self {
            Self::Serif => faces::SERIF,
            Self::SerifSemibold => faces::SERIF_SEMIBOLD,
            Self::Sans => faces::SANS,
            Self::SansSemibold => faces::SANS_SEMIBOLD,
            Self::SansBold => faces::SANS_BOLD,
        }
    }

    /// Where a sign is looked for that this face has not.
    fn other(self) -> Self {
        match self {
            Self::Serif => Self::Sans,
            Self::SerifSemibold => Self::SansSemibold,
            Self::Sans => Self::Serif,
            Self::SansSemibold | Self::SansBold => Self::SerifSemibold,
        }
    }
}

/// The faces of one file.
pub(super) struct Faces {
    loaded: Vec<Loaded>,
}

struct Loaded {
    shaper: rustybuzz::Face<'static>,
    font: Font,
    words: RefCell<HashMap<Box<str>, Rc<Shaped>>>,
}

/// A word as glyphs.
pub(super) struct Shaped {
    pub runs: Vec<GlyphRun>,
    /// In ems.
    pub width: f32,
}

/// Glyphs of one face. Their places count from the beginning of the word.
pub(super) struct GlyphRun {
    pub face: Face,
    pub glyphs: Vec<KrillaGlyph>,
    /// In ems.
    pub width: f32,
}

impl Faces {
    pub fn load() -> Self {
        let load = |face: Face| Loaded {
            shaper: rustybuzz::Face::from_slice(face.bytes(), 0).expect("our own typefaces are whole"),
            font: Font::new(face.bytes().into(), 0).expect("our own typefaces are whole"),
            words: RefCell::default(),
        };
        Self { loaded: Face::ALL.into_iter().map(load).collect() }
    }

    fn of(&self, face: Face) -> &Loaded {
        &self.loaded[face as usize]
    }

    pub fn font(&self, face: Face) -> Font {
        self.of(face).font.clone()
    }

    /// The width of a line in ems: that of its words and spaces.
    pub fn width(&self, face: Face, line: &str) -> f32 {
        words(line).map(|word| self.shaped(face, word).width).sum()
    }

    pub fn shaped(&self, face: Face, word: &str) -> Rc<Shaped> {
        let known = &self.of(face).words;
        if let Some(shaped) = known.borrow().get(word) {
            return shaped.clone();
        }
        let shaped = Rc::new(self.shape(face, word));
        let mut known = known.borrow_mut();
        if known.len() >= KEPT {
            known.clear();
        }
        known.insert(word.into(), shaped.clone());
        shaped
    }

    fn shape(&self, face: Face, word: &str) -> Shaped {
        let mut runs = Vec::new();
        for (face, part, missing) in self.parts(face, word) {
            let run = if missing { self.replaced(face, part) } else { self.run(face, word, part) };
            runs.push(run);
        }
        Shaped { width: runs.iter().map(|run| run.width).sum(), runs }
    }

    /// The parts of a word that share a face; each sign that no face has is a part of its own.
    fn parts(&self, face: Face, word: &str) -> Vec<(Face, Range<usize>, bool)> {
        let mut parts: Vec<(Face, Range<usize>, bool)> = Vec::new();
        for (start, sign) in word.grapheme_indices(true) {
            let end = start + sign.len();
            let has = |face: Face| sign.chars().all(|c| self.of(face).shaper.glyph_index(c).is_some());
            let found = [face, face.other()].into_iter().find(|face| has(*face));
            match (parts.last_mut(), found) {
                (Some((last, part, false)), Some(found)) if *last == found => part.end = end,
                (_, Some(found)) => parts.push((found, start..end, false)),
                (_, None) => {
                    // The sans has the sign, the serif has not.
                    let drawn = if has_sign(self, face) { face } else { face.other() };
                    parts.push((drawn, start..end, true));
                }
            }
        }
        parts
    }

    fn run(&self, face: Face, word: &str, part: Range<usize>) -> GlyphRun {
        let loaded = self.of(face);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&word[part.clone()]);
        buffer.guess_segment_properties();
        // Our faces have no script that runs to the left.
        buffer.set_direction(Direction::LeftToRight);
        let shaped = rustybuzz::shape(&loaded.shaper, &[], buffer);
        let em = loaded.font.units_per_em();
        let (infos, places) = (shaped.glyph_infos(), shaped.glyph_positions());
        let mut glyphs = Vec::with_capacity(infos.len());
        for (at, (info, place)) in infos.iter().zip(places).enumerate() {
            let next = infos[at..].iter().find(|next| next.cluster != info.cluster);
            let end = next.map_or(part.end, |next| part.start + next.cluster as usize);
            glyphs.push(KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                place.x_advance as f32 / em,
                place.x_offset as f32 / em,
                place.y_offset as f32 / em,
                place.y_advance as f32 / em,
                part.start + info.cluster as usize..end,
                None,
            ));
        }
        let width = glyphs.iter().map(|glyph| glyph.x_advance).sum();
        GlyphRun { face, glyphs, width }
    }

    fn replaced(&self, face: Face, part: Range<usize>) -> GlyphRun {
        let loaded = self.of(face);
        let sign = loaded.shaper.glyph_index(REPLACEMENT).unwrap_or_default();
        let advance = f32::from(loaded.shaper.glyph_hor_advance(sign).unwrap_or_default());
        let width = advance / loaded.font.units_per_em();
        let glyph = KrillaGlyph::new(GlyphId::new(sign.0.into()), width, 0.0, 0.0, 0.0, part, None);
        GlyphRun { face, glyphs: vec![glyph], width }
    }
}

fn has_sign(faces: &Faces, face: Face) -> bool {
    faces.of(face).shaper.glyph_index(REPLACEMENT).is_some()
}

/// A line as words and the spaces between them: what is shaped at once, and remembered.
pub(super) fn words(line: &str) -> impl Iterator<Item = &str> {
    let bytes = line.as_bytes();
    let mut start = 0;
    std::iter::from_fn(move || {
        let first = *bytes.get(start)?;
        let same = |byte: &u8| (*byte == b' ') == (first == b' ');
        let length = bytes[start..].iter().take_while(|byte| same(byte)).count();
        let word = &line[start..start + length];
        start += length;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_comes_from_the_face_that_has_it() {
        let faces = Faces::load();
        let drawn = |face: Face, word: &str| -> Vec<Face> {
            faces.shaped(face, word).runs.iter().map(|run| run.face).collect()
        };
        assert_eq!(drawn(Face::Serif, "Größe"), [Face::Serif]);
        assert_eq!(drawn(Face::Sans, "Жa"), [Face::Serif, Face::Sans], "Cyrillic is in the serif only");
        assert_eq!(
            drawn(Face::Serif, "a⌘"),
            [Face::Serif, Face::Sans],
            "the sign of a key is in the sans only"
        );
    }

    #[test]
    fn what_no_face_has_becomes_a_sign_that_carries_it() {
        let faces = Faces::load();
        let notdef = |face: Face, word: &str| {
            let shaped = faces.shaped(face, word);
            shaped.runs.iter().flat_map(|run| &run.glyphs).any(|glyph| glyph.glyph_id.to_u32() == 0)
        };
        for face in Face::ALL {
            for word in ["😀", "a😀b", "שלום", "漢字", "e\u{30a}\u{323}\u{35c}", "\u{10ffff}"] {
                assert!(!notdef(face, word), "{face:?} {word}");
            }
        }
        let shaped = faces.shaped(Face::Sans, "a👩‍🌾");
        let places: Vec<Range<usize>> =
            shaped.runs.iter().flat_map(|run| &run.glyphs).map(|glyph| glyph.text_range.clone()).collect();
        assert_eq!(places, [0..1, 1..12]);
    }

    #[test]
    fn a_line_is_as_wide_as_its_words() {
        assert_eq!(words("a  b ").collect::<Vec<_>>(), ["a", "  ", "b", " "]);
        assert_eq!(words("").count(), 0);
        let faces = Faces::load();
        let (whole, parts) = (faces.width(Face::Serif, "Die Antwort"), ["Die", " ", "Antwort"]);
        let parts: f32 = parts.iter().map(|part| faces.width(Face::Serif, part)).sum();
        assert!(whole > 4.0 && (whole - parts).abs() < 0.001, "{whole} {parts}");
    }
}
