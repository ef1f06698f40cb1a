//! Footnotes and endnotes of Word, kept in parts of their own until the text refers to them.

use std::collections::HashMap;

use super::super::counting::Numeral;
use super::super::printed::Line;
use super::body::Body;
use super::numbering::Numbering;
use super::sections::Sections;
use super::styles::Styles;

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum NoteKind {
    Footnote,
    Endnote,
}

/// A note the text has referred to.
#[derive(Debug)]
pub(super) struct Note {
    /// Empty if the note carries a sign of its own.
    pub number: String,
    pub lines: Vec<Line>,
}

#[derive(Debug)]
pub(super) struct Notes {
    lines: HashMap<(NoteKind, String), Vec<Line>>,
    footnotes: (Numeral, u32),
    endnotes: (Numeral, u32),
}

impl Notes {
    pub fn new(sections: &Sections) -> Self {
        Self {
            lines: HashMap::new(),
            footnotes: (sections.footnotes.unwrap_or(Numeral::Decimal), 0),
            endnotes: (sections.endnotes.unwrap_or(Numeral::LowerRoman), 0),
        }
    }

    pub fn read(&mut self, kind: NoteKind, text: &str, styles: &Styles) {
        let mut body = Body::new(styles, Numbering::default(), Sections::default());
        body.read(text);
        self.lines.extend(body.set_aside.drain().map(|(id, lines)| ((kind, id), lines)));
    }

    /// The note the text refers to. Each note comes once; a second reference only says its number.
    pub fn refer(&mut self, kind: NoteKind, id: String, has_own_sign: bool) -> Note {
        let lines = self.lines.remove(&(kind, id)).unwrap_or_default();
        let (numeral, count) = match kind {
            NoteKind::Footnote => &mut self.footnotes,
            NoteKind::Endnote => &mut self.endnotes,
        };
        if has_own_sign {
            return Note { number: String::new(), lines };
        }
        *count += 1;
        Note { number: numeral.write(*count), lines }
    }
}
