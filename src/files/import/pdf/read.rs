//! From the bytes of a PDF to its printed lines, stage by stage.

use super::super::printed::{Failure, Line, Page, Printed};
use super::glyphs::{self, Glyphs, MOST_GLYPHS, Sheet};
use super::leaf::{self, Leaf};
use super::{furniture, gaps, hayro, lines, notes, order};
use crate::model::ReadingLimit;

/// Reads the print of a PDF file. Never panics on its own account; the library is young, so call
/// this where a panic, a long wait or a lot of memory do no harm.
pub(in crate::files::import) fn read(bytes: &[u8]) -> Result<Printed, Failure> {
    read_with::<hayro::Hayro>(bytes)
}

pub(super) fn read_with<Library: Glyphs>(bytes: &[u8]) -> Result<Printed, Failure> {
    let mut leaves: Vec<Leaf> = vec![];
    let mut glyphs = 0;
    Library::sheets(bytes, &mut |sheet| {
        glyphs += sheet.glyphs.len();
        if glyphs > MOST_GLYPHS {
            return Err(Failure::OverLimit(ReadingLimit::PdfGlyphs(MOST_GLYPHS)));
        }
        leaves.push(leaf(sheet));
        Ok(())
    })?;
    if leaves.is_empty() {
        return Err(Failure::Broken("no pages".to_owned()));
    }
    if !is_readable(&leaves) {
        return Err(Failure::OnlyImages);
    }
    let small = leaf::small_size(&leaves);
    furniture::mark(&mut leaves, small);
    notes::mark(&mut leaves, small);
    Ok(printed(leaves))
}

/// Whether there is text, and most of its letters are known: else only a picture of it helps.
fn is_readable(leaves: &[Leaf]) -> bool {
    let chars = || leaves.iter().flat_map(|leaf| &leaf.strips).flat_map(|strip| strip.text.chars());
    let visible = chars().filter(|char| !char.is_whitespace()).count();
    let unknown = chars().filter(|char| *char == glyphs::UNKNOWN).count();
    visible > 0 && 2 * unknown < visible
}

fn leaf(sheet: Sheet) -> Leaf {
    Leaf { height: sheet.height, strips: order::strips(&lines::rows(&sheet)), rules: sheet.rules }
}

fn printed(leaves: Vec<Leaf>) -> Printed {
    let gaps = gaps::find(&leaves);
    let page = |(leaf, gaps): (Leaf, Vec<bool>)| {
        let lines = leaf.strips.into_iter().zip(gaps);
        let line =
            |(strip, after_gap): (order::Strip, bool)| Line { text: strip.text, after_gap, part: strip.part };
        Page { lines: lines.map(line).collect() }
    };
    Printed { pages: leaves.into_iter().zip(gaps).map(page).collect(), wrapped: true }
}
