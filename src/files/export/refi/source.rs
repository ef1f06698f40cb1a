//! A paper as a text source: its head as variables, every passage as a selection with the codes of its coding.

use std::collections::BTreeSet;

use super::markup::Markup;
use super::project::{Paper, User, value};
use crate::files::refi::{PAPER, facet, guid, of_coding, tag};
use crate::model::text::chars_from_bytes;
use crate::model::{Coding, CodingKey, Document, Evidence, ExportOrder};

/// The element `TextSource` of a paper.
pub(super) fn source(xml: &mut Markup, order: &ExportOrder<'_>, paper: &Paper<'_>, users: &[User]) {
    let document = paper.document;
    let path = format!("internal://{}.txt", paper.guid);
    let (me, day) = (order.project.me(), format!("{}T00:00:00Z", order.day));
    let me = users.iter().find(|user| user.id == me).map(|user| user.guid.as_str());
    xml.open(
        "TextSource",
        &[
            ("guid", Some(&paper.guid)),
            ("name", Some(&paper.name)),
            ("plainTextPath", Some(&path)),
            ("creatingUser", me),
            ("creationDateTime", Some(&day)),
            ("modifyingUser", me),
            ("modifiedDateTime", Some(&day)),
        ],
    );
    xml.words_if_any("Description", document.head.title.as_deref().unwrap_or_default());
    let text = document.body.as_str();
    let ends: BTreeSet<usize> = paper
        .codings
        .iter()
        .flat_map(|(_, coding)| placed(document, coding))
        .flat_map(|evidence| [evidence.span.start, evidence.span.end])
        .collect();
    let chars = chars_from_bytes(text, &ends);
    for (key, coding) in &paper.codings {
        let user = users.iter().find(|user| user.id == key.coder);
        for evidence in placed(document, coding) {
            let place = (chars[&evidence.span.start], chars[&evidence.span.end]);
            selection(xml, order, document, (*key, coding), evidence, place, user);
        }
    }
    // A memo without a passage has nothing finer to stand at than its paper.
    for (key, coding) in &paper.codings {
        if !coding.memo.is_empty() && placed(document, coding).next().is_none() {
            xml.empty("NoteRef", &[("targetGUID", Some(&of_coding("note", *key, &[])))]);
        }
    }
    for variable in PAPER {
        if let Some(text) = of_paper(document, variable.name) {
            value(xml, variable, &text);
        }
    }
    xml.close();
}

/// The passages whose words stand where they were marked.
pub(super) fn placed<'a>(document: &'a Document, coding: &'a Coding) -> impl Iterator<Item = &'a Evidence> {
    let stands = |evidence: &&Evidence| !evidence.span.is_empty() && evidence.is_in_place(&document.body);
    coding.evidence.iter().filter(stands)
}

/// What a passage is called: of a coding, by its place.
pub(super) fn selection_guid(key: CodingKey, evidence: &Evidence) -> String {
    of_coding("selection", key, &[&evidence.span.start.to_string(), &evidence.span.end.to_string()])
}

/// One passage of one coding. A passage that serves several questions is one selection for each, so that every
/// code keeps its question.
fn selection(
    xml: &mut Markup,
    order: &ExportOrder<'_>,
    document: &Document,
    (key, coding): (CodingKey, &Coding),
    evidence: &Evidence,
    (start, end): (usize, usize),
    user: Option<&User>,
) {
    let selection = selection_guid(key, evidence);
    let user = user.map(|user| user.guid.as_str());
    let at = coding.at.to_string();
    xml.open(
        "PlainTextSelection",
        &[
            ("guid", Some(&selection)),
            ("name", Some(&evidence.quote.exact)),
            ("startPosition", Some(&start.to_string())),
            ("endPosition", Some(&end.to_string())),
            ("creatingUser", user),
            ("creationDateTime", Some(&at)),
            ("modifyingUser", user),
            ("modifiedDateTime", Some(&at)),
        ],
    );
    let label = document.outline.question(key.question).map_or("", |question| &question.label);
    xml.words("Description", &format!("{} {label}", order.words.summary.question));
    let codes = coding.tag.iter().map(tag).chain(coding.facets.iter().map(facet));
    for one in codes {
        let own = guid("coding", &[&selection, &one]);
        xml.open("Coding", &[("guid", Some(&own)), ("creatingUser", user), ("creationDateTime", Some(&at))]);
        xml.empty("CodeRef", &[("targetGUID", Some(&one))]);
        xml.close();
    }
    if !coding.memo.is_empty() {
        xml.empty("NoteRef", &[("targetGUID", Some(&of_coding("note", key, &[])))]);
    }
    xml.close();
}

/// A variable of a paper by its name; none where nothing is printed.
fn of_paper(document: &Document, name: &str) -> Option<String> {
    let head = &document.head;
    let value = match name {
        "document_id" => Some(document.id.to_string()),
        "parliament" => head.parliament.clone(),
        "kind" => head.kind.map(|kind| kind.printed().to_owned()),
        "number" => head.number.clone(),
        "question_number" => head.question_number.clone(),
        "title" => head.title.clone(),
        "askers" => Some(head.askers_printed()),
        "parties" => {
            let mut parties: Vec<&str> = Vec::new();
            for party in head.askers.iter().filter_map(|asker| asker.party.as_deref()) {
                if !parties.contains(&party) {
                    parties.push(party);
                }
            }
            Some(parties.join(", "))
        }
        "answerer" => head.answerer.clone(),
        "signatory" => head.signatory.clone(),
        "date_question" => head.asked.map(|date| date.to_string()),
        "date_answer" => head.answered.map(|date| date.to_string()),
        "date_published" => head.issued.map(|date| date.to_string()),
        "file" => Some(document.origin.file.clone()),
        "sha256" => Some(document.origin.sha256.clone()),
        _ => None,
    };
    value.filter(|value| !value.is_empty())
}
