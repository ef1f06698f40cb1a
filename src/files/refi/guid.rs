//! Names of things in an exchanged project: the same thing has the same name in every export.

use crate::files::digest::sha256;
use crate::model::{CodingKey, FacetId, Project, QuestionRef, Round, TagId};

/// A GUID made of what a thing is and what it is called here: SHA-256 in the form of a UUID of version 8
/// (RFC 9562, section 5.8). So two exports of one project agree, also where the project has grown between them.
#[must_use]
pub fn guid(kind: &str, parts: &[&str]) -> String {
    let mut name = format!("landtag-annotator\0{kind}");
    for part in parts {
        name.push('\0');
        name.push_str(part);
    }
    let digits = sha256(name.as_bytes());
    let variant = match u8::from_str_radix(&digits[16..17], 16).expect("a hexadecimal digit") & 3 {
        0 => '8',
        1 => '9',
        2 => 'a',
        _ => 'b',
    };
    format!(
        "{}-{}-8{}-{variant}{}-{}",
        &digits[..8],
        &digits[8..12],
        &digits[13..16],
        &digits[17..20],
        &digits[20..32]
    )
}

/// Of the code for a tag.
#[must_use]
pub fn tag(id: &TagId) -> String {
    guid("tag", &[&id.0])
}

/// Of the code for a facet.
#[must_use]
pub fn facet(id: &FacetId) -> String {
    guid("facet", &[&id.0])
}

/// Of the code under which the facets stand.
#[must_use]
pub fn group() -> String {
    guid("group", &["facets"])
}

/// Of the set of facets that usually go with a tag.
#[must_use]
pub fn usual(id: &TagId) -> String {
    guid("usual", &[&id.0])
}

/// Of the case for a question as one coder reads it. The first coder's first reading is the question itself: it
/// keeps its name when somebody codes it.
#[must_use]
pub fn case(project: &Project, key: CodingKey) -> String {
    let question = QuestionRef { document: key.document, question: key.question };
    let [document, number, coder, round] = parts(key);
    if key == project.my_key(question) && key.round == Round::FIRST {
        guid("case", &[&document, &number])
    } else {
        guid("case", &[&document, &number, &coder, &round])
    }
}

/// Of something that belongs to a coding: a passage, a memo.
#[must_use]
pub fn of_coding(kind: &str, key: CodingKey, more: &[&str]) -> String {
    let [document, number, coder, round] = parts(key);
    let mut all = vec![document.as_str(), &number, &coder, &round];
    all.extend(more);
    guid(kind, &all)
}

fn parts(key: CodingKey) -> [String; 4] {
    [key.document.to_string(), key.question.0.to_string(), key.coder.0.to_string(), key.round.0.to_string()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guid_has_the_form_of_a_uuid_and_stays() {
        let one = guid("tag", &["concrete"]);
        assert_eq!(one, "aca09b0e-6cf9-81e7-80e1-46b00d0d3cfd");
        assert_ne!(one, guid("facet", &["concrete"]));
        assert_ne!(guid("x", &["a", "b"]), guid("x", &["ab"]));
    }
}
