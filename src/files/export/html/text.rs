//! Texts as HTML.

use crate::files::export::plain::without_controls;
use crate::model::Language;
use crate::model::analysis::summary::SheetTag;
use crate::model::{LineStyle, Swatch};

/// The papers' own language, whichever language the page is in.
const PAPERS: Language = Language::German;

/// A text as text, for content and for attributes in double quotes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in without_controls(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// An element with one text; nothing where there is no text.
pub(super) fn tagged(element: &str, class: &str, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("<{element} class=\"{class}\">{}</{element}>\n", escaped(text))
}

/// Titles, questions and quotations stay German on an English page, and must be read aloud as German.
pub(super) fn lang_of_papers(language: Language) -> String {
    if language == PAPERS { String::new() } else { format!(" lang=\"{}\"", PAPERS.code()) }
}

/// A tag as a badge: letter, word, colour.
pub(super) fn badge(tag: &SheetTag) -> String {
    format!(
        "<span class=\"tag {class}\"><b>{letter}</b> <span>{name}</span></span>",
        class = colour_class(tag.swatch),
        letter = escaped(&tag.letter),
        name = escaped(&tag.name),
    )
}

pub(super) fn colour_class(swatch: Swatch) -> &'static str {
    match swatch {
        Swatch::Green => "green",
        Swatch::Orange => "orange",
        Swatch::Blue => "blue",
        Swatch::Plum => "plum",
        Swatch::Olive => "olive",
        Swatch::Teal => "teal",
    }
}

/// The lines that CSS can draw under words; the others are the nearest.
pub(super) fn line_class(line: LineStyle) -> &'static str {
    match line {
        LineStyle::Solid => "solid",
        LineStyle::Wavy => "wavy",
        LineStyle::Dashed | LineStyle::LongDash => "dashed",
        LineStyle::DotDash => "dotted",
        LineStyle::Double => "double",
    }
}
