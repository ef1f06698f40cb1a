//! The printed lines of a text.

use crate::model::text::{Body, Span};

/// A line that is not blank, without the white space at its ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    pub span: Span,
    pub text: &'a str,
    /// A blank line stands before this one.
    pub after_blank: bool,
}

/// The lines of a text that are not blank. A form feed counts as white space.
pub(super) fn lines(body: &Body) -> Vec<Line<'_>> {
    let text = body.as_str();
    let mut lines = Vec::new();
    let mut start = 0;
    let mut after_blank = true;
    for printed in text.split_inclusive('\n') {
        let span = Span::new(start, start + printed.len()).trim(text);
        start += printed.len();
        if span.is_empty() {
            after_blank = true;
            continue;
        }
        lines.push(Line { span, text: body.at(span), after_blank });
        after_blank = false;
    }
    lines
}
