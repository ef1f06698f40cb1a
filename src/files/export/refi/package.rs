//! The archive `.qdpx`, and the file `.qdc`.

use super::code::{codes, sets};
use super::markup::Markup;
use super::project::{ORIGIN, Paper, notes, papers, project};
use crate::files::export::zipped;
use crate::files::refi::{ASIDE, Aside, AsidePaper};
use crate::model::{ExportOrder, Progress, Unfinished};

/// A project with its texts: `project.qde`, and each text in `sources`.
///
/// # Errors
/// The person does not want the rest.
///
/// # Panics
/// Never: plain data has a text.
pub fn qdpx(order: &ExportOrder<'_>, progress: &dyn Progress) -> Result<Vec<u8>, Unfinished> {
    let papers = papers(order);
    let notes = notes(order, &papers);
    let qde = project(order, &papers, &notes, progress)?;
    let aside = serde_json::to_vec(&aside(order, &papers)).expect("plain data has a text");
    let mut files = vec![("project.qde".to_owned(), qde.into_bytes()), (ASIDE.to_owned(), aside)];
    let source = |guid: &str, text: &str| (format!("sources/{guid}.txt"), text.as_bytes().to_vec());
    files.extend(papers.iter().map(|paper| source(&paper.guid, paper.document.body.as_str())));
    files.extend(notes.iter().map(|note| source(&note.guid, note.text())));
    progress.step(1, 1)?;
    Ok(zipped(&files, &[]))
}

/// The codebook alone, in the language of the export.
#[must_use]
pub fn qdc(order: &ExportOrder<'_>) -> String {
    let (codebook, labels) = (order.project.codebook(), order.words.codebook[0]);
    let mut xml = Markup::new();
    xml.open("CodeBook", &[("xmlns", Some("urn:QDA-XML:codebook:1.0")), ("origin", Some(ORIGIN))]);
    codes(&mut xml, codebook, labels);
    sets(&mut xml, codebook, labels, "guid");
    xml.close();
    xml.finish()
}

fn aside(order: &ExportOrder<'_>, papers: &[Paper<'_>]) -> Aside {
    let project = order.project;
    let paper = |paper: &Paper<'_>| {
        let document = paper.document;
        let lost = paper.codings.iter().flat_map(|(key, coding)| {
            let lost = coding
                .evidence
                .iter()
                .filter(|evidence| evidence.span.is_empty() || !evidence.is_in_place(&document.body));
            lost.map(|evidence| (*key, evidence.clone()))
        });
        AsidePaper {
            id: document.id,
            origin: document.origin.clone(),
            head: document.head.clone(),
            outline: document.outline.clone(),
            print: document.print.clone(),
            lost: lost.collect(),
        }
    };
    Aside {
        codebook: project.codebook().clone(),
        cues: project.cues().map(<[_]>::to_vec),
        ledger_day: project.ledger_day(),
        filters: project.filters().to_vec(),
        papers: papers.iter().map(paper).collect(),
        keys: project
            .coders()
            .filter(|coder| !coder.key.is_empty())
            .map(|coder| (coder.id, coder.key.clone()))
            .collect(),
        rounds: project.rounds().cloned().collect(),
        decisions: project.decisions().map(|(question, decision)| (question, decision.clone())).collect(),
    }
}
