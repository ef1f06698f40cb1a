//! Text sources become papers: with the parts that were kept of them where these fit, else cut anew.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::package::{LARGEST_TEXT_MB, Lack, Package};
use super::qde::Qde;
use super::sources::Source;
use crate::files::digest::sha256;
use crate::files::refi::{Aside, AsidePaper, guid};
use crate::model::segment::{read_askers, segment};
use crate::model::text::{Body, Span};
use crate::model::{
    Document, DocumentId, Head, Kind, Omission, Origin, Outline, Print, Progress, Unfinished, parliament,
};

/// A source that became a paper.
pub(super) struct Paper<'a> {
    pub source: &'a Source,
    pub document: Document,
    /// Its text as it stands in the file: with byte order mark and line ends.
    pub raw: String,
    /// What was kept of it, where it fits.
    pub kept: Option<&'a AsidePaper>,
}

/// The papers of a project, in its order, and what became none.
pub(super) fn papers<'a>(
    qde: &'a Qde,
    package: &mut Package<'_>,
    aside: Option<&'a Aside>,
    left_out: &mut Vec<Omission>,
    progress: &dyn Progress,
) -> Result<Vec<Paper<'a>>, Unfinished> {
    let kept: BTreeMap<String, &AsidePaper> =
        aside.iter().flat_map(|aside| &aside.papers).map(|paper| (source_guid(paper.id), paper)).collect();
    let mut papers: Vec<Paper<'a>> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut by_id: BTreeMap<DocumentId, usize> = BTreeMap::new();
    for (done, source) in qde.sources.iter().enumerate() {
        progress.step(done, qde.sources.len())?;
        let raw = match text(source, package) {
            Ok(raw) => raw,
            Err(omission) => {
                left_out.push(omission);
                continue;
            }
        };
        if !source.guid.is_empty() && !seen.insert(&source.guid) {
            left_out.push(Omission::GuidTwice { name: source.name.clone() });
            continue;
        }
        let kept = kept.get(&source.guid).copied();
        let (document, kept) = document(qde, source, &raw, kept, left_out);
        if let Some(other) = by_id.insert(document.id, papers.len()) {
            by_id.insert(document.id, other);
            let other = papers[other].source.name.clone();
            left_out.push(Omission::SourceTwice { source: source.name.clone(), other });
            continue;
        }
        papers.push(Paper { source, document, raw, kept });
    }
    Ok(papers)
}

pub(super) fn source_guid(id: DocumentId) -> String {
    guid("source", &[&id.to_string()])
}

fn text(source: &Source, package: &mut Package<'_>) -> Result<String, Omission> {
    let named = || source.name.clone();
    let raw = match (&source.inline, &source.path) {
        _ if !source.is_text => return Err(Omission::SourceWithoutText { source: named() }),
        (Some(inline), _) => inline.clone(),
        (None, Some(path)) => package.text(path).map_err(|lack| match lack {
            Lack::Elsewhere => Omission::SourceElsewhere { source: named(), path: path.clone() },
            Lack::Missing => Omission::SourceMissing { source: named(), path: path.clone() },
            Lack::TooLarge => Omission::SourceTooLarge { source: named(), limit: LARGEST_TEXT_MB },
        })?,
        (None, None) => return Err(Omission::SourceWithoutText { source: named() }),
    };
    if raw.trim_matches(['\u{feff}', '\0']).trim().is_empty() {
        return Err(Omission::SourceEmpty { source: named() });
    }
    Ok(raw)
}

fn document<'a>(
    qde: &Qde,
    source: &Source,
    raw: &str,
    kept: Option<&'a AsidePaper>,
    left_out: &mut Vec<Omission>,
) -> (Document, Option<&'a AsidePaper>) {
    let body = Body::new(raw);
    let digest = sha256(body.as_str().as_bytes());
    if let Some(kept) = kept {
        if kept.origin.sha256 == digest && fits(kept, &body) {
            let (origin, head) = (kept.origin.clone(), kept.head.clone());
            let (outline, print) = (kept.outline.clone(), kept.print.clone());
            return (Document { id: kept.id, origin, head, outline, print, body }, Some(kept));
        }
        left_out.push(Omission::CutAnew { source: source.name.clone() });
    }
    let id = DocumentId(u64::from_str_radix(&digest[..16], 16).expect("sixteen hexadecimal digits"));
    let (mut head, outline): (Head, Outline) = segment(&body, &Print::default());
    say_head(qde, source, &mut head);
    let named = |variable: &str| said(qde, source, variable).map(str::to_owned);
    let file = named("file").or(Some(source.name.clone()).filter(|name| !name.trim().is_empty()));
    let origin = Origin {
        file: file.unwrap_or_else(|| format!("{}.txt", source.guid)),
        sha256: digest,
        format: "REFI-QDA".to_owned(),
        encoding: String::new(),
    };
    (Document { id, origin, head, outline, print: Print::default(), body }, None)
}

/// Whether all places that were kept are places of this text.
fn fits(kept: &AsidePaper, body: &Body) -> bool {
    let text = body.as_str();
    let ids: Vec<_> = kept.outline.questions().map(|question| question.id).collect();
    let print = &kept.print;
    let bytes = print.pages.iter().map(|page| page.at).chain(print.left_out.iter().map(|left| left.at));
    kept.outline.spans().all(|span| span.is_in(text))
        && print.notes.iter().all(|note| note.span.is_in(text))
        && bytes.map(|at| Span::new(at, at)).all(|place| place.is_in(text))
        && ids.iter().collect::<BTreeSet<_>>().len() == ids.len()
}

/// The value of one of our variables of a source.
fn said<'a>(qde: &Qde, source: &'a Source, variable: &str) -> Option<&'a str> {
    let found = source
        .values
        .iter()
        .find(|(guid, _)| qde.variables.get(guid).is_some_and(|name| name == variable))?;
    Some(found.1.trim()).filter(|value| !value.is_empty())
}

/// What variables say of a paper is what people see in the other program: it counts.
fn say_head(qde: &Qde, source: &Source, head: &mut Head) {
    let text = |name: &str| said(qde, source, name).map(str::to_owned);
    let date = |name: &str| said(qde, source, name)?.get(..10)?.parse::<Date>().ok();
    let known = text("parliament").filter(|code| parliament(code).is_some());
    head.parliament = known.or(head.parliament.take());
    let kinds = [Kind::KleineAnfrage, Kind::GrosseAnfrage, Kind::SchriftlicheAnfrage];
    let kind = text("kind").and_then(|name| kinds.into_iter().find(|kind| kind.printed() == name));
    head.kind = kind.or(head.kind);
    for (name, field) in [
        ("number", &mut head.number),
        ("question_number", &mut head.question_number),
        ("title", &mut head.title),
        ("answerer", &mut head.answerer),
        ("signatory", &mut head.signatory),
    ] {
        *field = text(name).or(field.take());
    }
    if let Some(askers) =
        text("askers").map(|askers| read_askers(&askers)).filter(|askers| !askers.is_empty())
    {
        head.askers = askers;
    }
    head.asked = date("date_question").or(head.asked);
    head.answered = date("date_answer").or(head.answered);
    head.issued = date("date_published").or(head.issued);
}
