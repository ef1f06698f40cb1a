//! What other programs show as the description of a code: all that a codebook says of a tag, in one language.

use crate::model::{CodebookLabels, Facet, Tag, TagPart};

/// Every part of the definition under its label.
#[must_use]
pub fn tag_description(tag: &Tag, labels: &CodebookLabels) -> String {
    let parts = TagPart::DEFINITION.into_iter().filter_map(|part| {
        let text = part.of(tag).get(labels.language).trim();
        (!text.is_empty()).then(|| format!("{}: {text}", (labels.part)(part)))
    });
    parts.collect::<Vec<_>>().join("\n\n")
}

#[must_use]
pub fn facet_description(facet: &Facet, labels: &CodebookLabels) -> String {
    facet.definition.get(labels.language).trim().to_owned()
}
