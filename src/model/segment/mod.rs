//! Cutting a paper into its parts. It never fails and says what it doubted.
//!
//! Print forms are data ([`Dialect`]); the cutting is one algorithm: find the fences first (what opens
//! the answers, what ends them), then the densest numbering between them, then which words are question
//! and which are answer.

mod answers;
mod cue;
mod cut;
mod dates;
mod dialect;
mod fences;
mod head;
mod joint;
mod label;
mod lines;
mod numbering;
mod parts;
mod party;
mod reconcile;
mod torn;
mod wording;

pub use cue::spoken_label;
pub use dialect::Dialect;
pub use reconcile::reconcile;

use super::head::Head;
use super::outline::{Doubt, DoubtKind, Outline};
use super::print::Print;
use super::text::{Body, Span};

/// Reads a paper: its head and its parts. A text without any question comes back uncut, with the doubt
/// [`DoubtKind::NotSegmented`].
#[must_use]
pub fn segment(body: &Body, print: &Print) -> (Head, Outline) {
    let lines = lines::lines(body, print);
    let dialect = Dialect::of(&lines, print);
    let outline = cut::cut(body, &lines, dialect);
    if outline.question_count() > 0 {
        return (head::read(body, &lines, dialect, &outline, print), outline);
    }
    let first = lines.first().map_or(Span::new(0, 0), |line| line.span);
    let doubts = vec![Doubt { at: first, kind: DoubtKind::NotSegmented }];
    // Nothing was cut, but the top of the page may still say which paper this is.
    let top = lines.get(..lines.len().min(TOP)).and_then(fences::span_of);
    let known = !dialect.parliament.is_empty();
    let framed = Outline { head: top.filter(|_| known), ..Outline::default() };
    let head = if known { head::read(body, &lines, dialect, &framed, print) } else { Head::default() };
    (head, Outline { doubts, ..Outline::default() })
}

/// Labels at the start of a text („1 bis 3 und 10“), and the length of the list in bytes.
#[must_use]
pub fn read_labels(text: &str) -> Option<(Labels, usize)> {
    label::list(text).map(|(items, length)| (Labels(items), length))
}

/// A list of labels as printed.
#[derive(Debug)]
pub struct Labels(Vec<label::Item>);

/// The labels that a list names, ranges counted out.
#[must_use]
pub fn expand_labels(labels: &Labels) -> Vec<String> {
    label::expand(&labels.0, &[]).into_iter().map(label::Label::printed).collect()
}

/// The first date in a text, in any way that papers print one.
#[must_use]
pub fn read_date(text: &str) -> Option<jiff::civil::Date> {
    dates::first_date(text)
}

/// Whether the first word of a text is a month: behind „3. “ it is a date, not an item.
#[must_use]
pub fn begins_with_month(text: &str) -> bool {
    dates::begins_with_month(text)
}

/// Askers as papers print them: `A B (X), C D (Y)`, `der Abgeordneten A B und C D (X)`.
#[must_use]
pub fn read_askers(printed: &str) -> Vec<super::head::Asker> {
    party::askers(printed)
}

/// How many lines of an uncut paper are read as its head.
const TOP: usize = 14;
