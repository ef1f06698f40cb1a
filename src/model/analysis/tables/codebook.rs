//! The codebook as a table: a row for each tag and each facet.

use super::field::{Field, columns};
use super::table::{Cell, Table};
use crate::model::{Codebook, ExportOrder, Facet, Language, Meaning, Tag, TagPart, Wording};

/// The texts, each in both languages.
const PARTS: [TagPart; 8] = [
    TagPart::Letter,
    TagPart::Name,
    TagPart::Short,
    TagPart::Definition,
    TagPart::UseWhen,
    TagPart::NotWhen,
    TagPart::Examples,
    TagPart::TieBreaks,
];

const LANGUAGES: [Language; 2] = [Language::German, Language::English];

/// The present version of the codebook. `code` is what stands for a tag as `tag_code`; facets have none.
#[must_use]
pub fn codebook(order: &ExportOrder<'_>) -> Table {
    let codebook = order.project.codebook();
    let mut fields = vec![Field::Entry, Field::Id, Field::Code];
    fields.extend(PARTS.iter().flat_map(|part| LANGUAGES.map(|language| Field::Words(*part, language))));
    fields.extend([Field::Means, Field::NeedsFacet, Field::UsualFacets, Field::Version]);
    let tags = codebook.tags.iter().enumerate().map(|(nth, tag)| tag_row(codebook, nth + 1, tag));
    let facets = codebook.facets.iter().map(|facet| facet_row(codebook, facet));
    Table {
        name: "codebook",
        columns: columns(&fields, order.words.tables),
        rows: tags.chain(facets).collect(),
    }
}

fn tag_row(codebook: &Codebook, code: usize, tag: &Tag) -> Vec<Cell> {
    let usual: Vec<&str> = tag.facets.iter().map(|facet| &*facet.0).collect();
    let mut row = vec![Cell::text("tag"), Cell::text(&tag.id.0), Cell::count(code)];
    row.extend(PARTS.iter().flat_map(|part| both(part.of(tag))));
    row.extend([
        Cell::text(meaning(tag.means)),
        Cell::Flag(tag.needs_facet),
        Cell::text(usual.join("|")),
        Cell::text(&codebook.version),
    ]);
    row
}

fn facet_row(codebook: &Codebook, facet: &Facet) -> Vec<Cell> {
    let mut row = vec![Cell::text("facet"), Cell::text(&facet.id.0), Cell::Empty];
    row.extend(PARTS.iter().flat_map(|part| match part {
        TagPart::Name => both(&facet.name),
        TagPart::Definition => both(&facet.definition),
        _ => [Cell::Empty, Cell::Empty],
    }));
    row.extend([Cell::Empty, Cell::Empty, Cell::Empty, Cell::text(&codebook.version)]);
    row
}

fn both(words: &Wording) -> [Cell; 2] {
    LANGUAGES.map(|language| Cell::text(words.written(language)))
}

fn meaning(means: Meaning) -> &'static str {
    match means {
        Meaning::Given => "given",
        Meaning::NotGiven => "not_given",
        Meaning::PutOff => "put_off",
        Meaning::Other => "other",
    }
}
