//! Tags and facets as codes: the tags stand at the top, the facets below a code that is only their heading.
//!
//! A facet may go with several tags, so it cannot stand below one of them: passages of the other would be counted
//! for it. Which facets are usual for which tag is said by sets, one for each tag.

use super::markup::Markup;
use super::naming::Names;
use crate::files::export::colours::tints;
use crate::files::refi::{facet, facet_description, group, tag, tag_description, usual};
use crate::model::{Codebook, CodebookLabels};

/// The element `Codes`, which a project and a codebook have alike.
pub(super) fn codes(xml: &mut Markup, codebook: &Codebook, labels: &CodebookLabels) {
    let language = labels.language;
    let mut names = Names::default();
    xml.open("Codes", &[]);
    for one in &codebook.tags {
        let name = names.once(named(one.name.get(language), &one.id.0));
        let colour = format!("#{}", tints(one.swatch).fill.hex());
        xml.open("Code", &code(&tag(&one.id), &name, "true", Some(&colour)));
        xml.words_if_any("Description", &tag_description(one, labels));
        xml.close();
    }
    if !codebook.facets.is_empty() {
        let name = names.once(labels.facets);
        xml.open("Code", &code(&group(), &name, "false", None));
        for one in &codebook.facets {
            let name = names.once(named(one.name.get(language), &one.id.0));
            xml.open("Code", &code(&facet(&one.id), &name, "true", None));
            xml.words_if_any("Description", &facet_description(one, labels));
            xml.close();
        }
        xml.close();
    }
    xml.close();
}

/// The element `Sets`: a set for each tag that has usual facets, called like the tag. `reference` is how the schema at hand
/// calls the attribute that names a member.
pub(super) fn sets(xml: &mut Markup, codebook: &Codebook, labels: &CodebookLabels, reference: &'static str) {
    let with_facets: Vec<_> = codebook.tags.iter().filter(|tag| !tag.facets.is_empty()).collect();
    if with_facets.is_empty() {
        return;
    }
    let mut names = Names::default();
    xml.open("Sets", &[]);
    for one in with_facets {
        let called = format!("{}: {}", named(one.name.get(labels.language), &one.id.0), labels.usual_facets);
        let name = names.once(&called);
        xml.open("Set", &[("guid", Some(&usual(&one.id))), ("name", Some(&name))]);
        for id in one.facets.iter().filter(|id| codebook.facet(id).is_some()) {
            xml.empty("MemberCode", &[(reference, Some(&facet(id)))]);
        }
        xml.close();
    }
    xml.close();
}

fn named<'a>(name: &'a str, id: &'a str) -> &'a str {
    if name.trim().is_empty() { id } else { name }
}

fn code<'a>(
    guid: &'a str,
    name: &'a str,
    codable: &'a str,
    colour: Option<&'a str>,
) -> [(&'static str, Option<&'a str>); 4] {
    [("guid", Some(guid)), ("name", Some(name)), ("isCodable", Some(codable)), ("color", colour)]
}
