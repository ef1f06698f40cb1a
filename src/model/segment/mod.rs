//! Cutting a paper into its parts. It never fails and says what it doubted.
//!
//! Print forms are data ([`Dialect`]); the cutting is one algorithm: find the fences first (what opens
//! the answers, what ends them), then the numbering between them, then the joint answers.

mod cut;
mod dates;
mod dialect;
mod head;
mod joint;
mod lines;
mod numbers;
mod torn;

pub use dialect::Dialect;

use super::head::Head;
use super::outline::{Doubt, DoubtKind, Outline};
use super::text::{Body, Span};

/// Reads a paper: its head and its parts. A text in no known form comes back uncut, with the doubt
/// [`DoubtKind::NotSegmented`].
#[must_use]
pub fn segment(body: &Body) -> (Head, Outline) {
    let lines = lines::lines(body);
    let cut = Dialect::of(&lines).and_then(|dialect| {
        let outline = cut::cut(body, &lines, dialect);
        let has_parts = outline.question_count() > 0;
        has_parts.then(|| (head::read(body, &lines, dialect, &outline), outline))
    });
    cut.unwrap_or_else(|| {
        let first = lines.first().map_or(Span::new(0, 0), |line| line.span);
        let doubts = vec![Doubt { at: first, kind: DoubtKind::NotSegmented }];
        (Head::default(), Outline { doubts, ..Outline::default() })
    })
}
