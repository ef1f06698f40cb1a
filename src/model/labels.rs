//! What the parts of a codebook are called, handed to whoever writes or reads one: the model has no words of
//! its own, `ui/lang` fills this for each language.

use super::codebook::{LineStyle, Meaning, Swatch};
use super::definition::TagPart;
use super::language::Language;

/// The labels of one language.
pub struct CodebookLabels {
    pub language: Language,
    /// „Deutsch“
    pub language_name: &'static str,
    pub title: &'static str,
    pub version: &'static str,
    pub since: &'static str,
    pub reason: &'static str,
    pub decision: &'static str,
    pub tags: &'static str,
    pub facets: &'static str,
    pub cases: &'static str,
    pub id: &'static str,
    pub key: &'static str,
    pub letter: &'static str,
    pub colour: &'static str,
    pub line: &'static str,
    pub means: &'static str,
    pub needs_facet: &'static str,
    pub usual_facets: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub past: &'static str,
    /// Said where earlier versions are named but not contained.
    pub past_left_out: &'static str,
    pub part: fn(TagPart) -> &'static str,
    pub swatch: fn(Swatch) -> &'static str,
    pub line_style: fn(LineStyle) -> &'static str,
    pub meaning: fn(Meaning) -> &'static str,
}
