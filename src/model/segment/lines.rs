//! The printed lines of a text.

use crate::model::print::Print;
use crate::model::text::{Body, Span};

/// A line that is not blank, without the white space at its ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    pub span: Span,
    pub text: &'a str,
    /// A blank line stands before this one.
    pub after_blank: bool,
    /// The first line of a printed page, where pages are known.
    pub starts_page: bool,
}

/// The lines of a text that are not blank, up to its notes. A form feed counts as white space.
pub(super) fn lines<'a>(body: &'a Body, print: &Print) -> Vec<Line<'a>> {
    let text = body.as_str();
    let end = print.notes_start().filter(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let mut pages = print.pages.iter().map(|page| page.at).skip(1).peekable();
    let mut lines = Vec::new();
    let mut start = 0;
    let mut after_blank = true;
    for printed in text[..end].split_inclusive('\n') {
        let span = Span::new(start, start + printed.len()).trim(text);
        start += printed.len();
        if span.is_empty() {
            after_blank = true;
            continue;
        }
        let mut starts_page = false;
        while pages.peek().is_some_and(|at| *at <= span.start) {
            starts_page = true;
            pages.next();
        }
        lines.push(Line { span, text: body.at(span), after_blank, starts_page });
        after_blank = false;
    }
    lines
}
