//! Codes with those below them, and what is known of them by their GUIDs.

use std::collections::{BTreeMap, BTreeSet};

use super::qde::{Qde, guid, swatch_of};
use crate::files::export::tints;
use crate::files::import::xml::{Tag, Xml};
use crate::files::refi::{facet, facet_description, group, tag as tag_guid, tag_description, usual};
use crate::model::edits::codebook::{Gathered, Known, gather};
use crate::model::{CodeMeans, Codebook, CodebookLabels, ForeignCode, Omission, Swatch};

/// Codes below codes. Deeper ones are left out: people do not nest so far, and files that were made to harm do.
const DEEPEST: usize = 24;

/// The codes of the element opened last. The names of those that lie too deep are added to `too_deep`.
pub(super) fn top_codes(xml: &mut Xml<'_>, too_deep: &mut Vec<String>) -> Vec<ForeignCode> {
    let mut codes = Vec::new();
    xml.children(|xml, tag| {
        if tag.name() == "Code" {
            codes.push(code(xml, tag, 1, too_deep));
        }
    });
    codes
}

fn code(xml: &mut Xml<'_>, tag: &Tag<'_>, depth: usize, too_deep: &mut Vec<String>) -> ForeignCode {
    let mut read = ForeignCode {
        guid: guid(tag, "guid"),
        name: tag.attribute("name").unwrap_or_default().trim().to_owned(),
        is_codable: !matches!(tag.attribute("isCodable").as_deref(), Some("false" | "0")),
        swatch: swatch_of(tag),
        ..ForeignCode::default()
    };
    xml.children(|xml, tag| match tag.name() {
        "Description" => xml.text_within().trim().clone_into(&mut read.description),
        "Code" if depth == DEEPEST => too_deep.push(tag.attribute("name").unwrap_or_default()),
        "Code" => read.children.push(code(xml, tag, depth + 1, too_deep)),
        _ => {}
    });
    read
}

/// The colour of ours that is nearest to one like `#00735A` or `#fff`.
pub(super) fn colour(written: &str) -> Option<Swatch> {
    let digits = written.trim().strip_prefix('#')?;
    let digits: String = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        6 => digits.to_owned(),
        _ => return None,
    };
    let value = i64::from(u32::from_str_radix(&digits, 16).ok()?);
    let parts = [value >> 16, (value >> 8) & 255, value & 255];
    Swatch::ALL.into_iter().min_by_key(|swatch| {
        let fill = tints(*swatch).fill;
        let ours = [fill.0, fill.1, fill.2].map(i64::from);
        parts.iter().zip(ours).map(|(theirs, ours)| (theirs - ours).pow(2)).sum::<i64>()
    })
}

/// Makes a codebook of the codes of a file. `known` is the codebook whose tags and facets are recognised by their
/// GUIDs; where `keeps_all`, what it has and the file lacks stays.
pub(super) fn gathered(
    qde: &Qde,
    known: &Codebook,
    keeps_all: bool,
    labels: [&CodebookLabels; 2],
) -> Gathered {
    let mut codes = BTreeMap::new();
    let mut descriptions = BTreeMap::new();
    let mut sets = BTreeMap::new();
    for tag in &known.tags {
        codes.insert(tag_guid(&tag.id), CodeMeans::Tag(tag.id.clone()));
        let said = labels.map(|labels| tag_description(tag, labels));
        descriptions.insert(tag_guid(&tag.id), said.to_vec());
        if let Some((_, members)) = qde.sets.iter().find(|(guid, _)| *guid == usual(&tag.id)) {
            sets.insert(tag.id.clone(), members.clone());
        }
    }
    for one in &known.facets {
        codes.insert(facet(&one.id), CodeMeans::Facet(one.id.clone(), None));
        let said = labels.map(|labels| facet_description(one, labels));
        descriptions.insert(facet(&one.id), said.to_vec());
    }
    let start = if keeps_all {
        known.clone()
    } else {
        // What was coded before under the known one is said by its version; its history is of another project.
        Codebook { tags: Vec::new(), facets: Vec::new(), past: Vec::new(), ..known.clone() }
    };
    let known = Known { codebook: known, codes, descriptions, heading: group(), usual: sets };
    let mut gathered = gather(start, &qde.codes, &known);
    gathered.left_out.extend(qde.too_deep.iter().map(|code| Omission::CodeTooDeep { code: code.clone() }));
    if gathered.codebook.tags.is_empty() {
        gathered.codebook = Codebook {
            facets: gathered.codebook.facets,
            tags: known.codebook.tags.clone(),
            ..known.codebook.clone()
        };
        let listed: BTreeSet<_> = gathered.codebook.facets.iter().map(|facet| &facet.id).collect();
        for tag in &mut gathered.codebook.tags {
            tag.facets.retain(|id| listed.contains(id));
        }
    }
    gathered
}
