//! The drawing as a picture, with the typefaces of the program.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

use crate::faces;

/// Pixels across the page: twice its units, 242 for an inch of A4.
const ACROSS: f32 = 2000.0;

/// The picture of a drawing of ours.
///
/// # Panics
/// Never: our drawings can be read, and a page has room in memory.
#[must_use]
pub fn png(svg: &str) -> Vec<u8> {
    let mut fonts = Database::new();
    for face in [faces::SANS, faces::SANS_MEDIUM, faces::SANS_SEMIBOLD, faces::SANS_BOLD] {
        fonts.load_font_data(face.to_vec());
    }
    fonts.set_sans_serif_family("Inter");
    let options = Options { fontdb: Arc::new(fonts), ..Options::default() };
    let tree = Tree::from_str(svg, &options).expect("a drawing of ours");
    let scale = ACROSS / tree.size().width();
    let height = (tree.size().height() * scale).round().max(1.0);
    let mut picture = Pixmap::new(ACROSS as u32, height as u32).expect("a page is no larger than memory");
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    picture.encode_png().expect("memory takes every byte")
}
