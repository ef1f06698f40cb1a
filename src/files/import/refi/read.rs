//! From the bytes of a `.qdpx` to a project, and to the list of what is not in it.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use jiff::Timestamp;

use super::cases::{cases, foreign_variables, own_notes};
use super::codes::gathered;
use super::desk::{Desk, coders};
use super::package::Package;
use super::papers::papers;
use super::passages::passages;
use super::qde::qde;
use crate::files::import::format::Format;
use crate::files::import::printed::Failure;
use crate::files::refi::{Aside, usual};
use crate::model::{
    CodeMeans, Codebook, CodebookLabels, CoderId, ForeignPart, Omission, Problem, Progress, ProjectParts,
    Unfinished,
};

/// What reading asks of the world.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// Whose tags are known by their GUIDs where the file brings no codebook of its own.
    pub codebook: &'a Codebook,
    /// What parts of a codebook are called in both languages.
    pub labels: [&'a CodebookLabels; 2],
    /// For codings that say no moment.
    pub now: Timestamp,
}

/// A project that came in.
#[derive(Debug)]
pub struct Arrived {
    pub parts: ProjectParts,
    /// What was left out of it or changed, in the order of the file.
    pub left_out: Vec<Omission>,
}

/// Reads a project of REFI-QDA. `file` is its name.
///
/// # Errors
/// It is broken, locked or too large, or it was made to harm; or the person does not want the rest.
pub fn qdpx(
    file: &str,
    bytes: &[u8],
    world: Surroundings<'_>,
    progress: &dyn Progress,
) -> Result<Arrived, Unfinished> {
    let problem = |failure: Failure| Unfinished::Problem(failure.problem(file, Format::Zip));
    let read = || {
        let mut package = Package::open(bytes).map_err(problem)?;
        let text = package.project().map_err(problem)?;
        let mut read = qde(text.strip_prefix('\u{feff}').unwrap_or(&text)).map_err(problem)?;
        drop(text);
        let is_ours = read.origin.starts_with("Landtag Annotator");
        let aside = if is_ours { package.aside() } else { None };
        for note in &mut read.notes {
            if let (None, Some(path)) = (&note.inline, &note.path) {
                note.inline =
                    package.text(path).ok().map(|text| text.trim_start_matches('\u{feff}').to_owned());
            }
        }
        let mut left_out = Vec::new();
        let papers = papers(&read, &mut package, aside.as_ref(), &mut left_out, progress)?;
        let known = aside.as_ref().map_or(world.codebook, |aside| &aside.codebook);
        let codes = gathered(&read, known, aside.is_some(), world.labels);
        left_out.extend(codes.left_out);
        let (coders, users) = coders(&read, is_ours);
        let notes = read.notes.iter();
        let notes = notes.filter_map(|note| Some((note.guid.as_str(), note.inline.as_deref()?))).collect();
        let mut desk = Desk {
            qde: &read,
            papers,
            codebook: codes.codebook,
            means: codes.means,
            coders,
            users,
            at: read.at.unwrap_or(world.now),
            notes,
            drafts: BTreeMap::new(),
            left_out,
        };
        let claims = cases(&mut desk);
        passages(&mut desk, &claims);
        lost(&mut desk);
        rest(&mut desk);
        let (mut parts, left_out) = desk.finish(&read.name);
        if let Some(aside) = &aside {
            parts.cues.clone_from(&aside.cues);
            parts.ledger_day = aside.ledger_day;
            parts.filters.clone_from(&aside.filters);
            team(&mut parts, aside);
        }
        if parts.documents.is_empty() {
            return Err(Unfinished::Problem(Problem::FileEmpty { file: file.to_owned() }));
        }
        Ok(Arrived { parts, left_out })
    };
    // A library that gives up in its own way costs this file and no other.
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
        let reason = "the reader of this format gave up".to_owned();
        Err(Unfinished::Problem(Problem::FileBroken { file: file.to_owned(), reason }))
    })
}

/// Who the coders are, what they agreed on and what was decided. A plan or a decision of somebody who is not among
/// the users of the file is none.
fn team(parts: &mut ProjectParts, aside: &Aside) {
    for (id, key) in &aside.keys {
        if let Some(coder) = parts.coders.iter_mut().find(|coder| coder.id == *id) {
            coder.key.clone_from(key);
        }
    }
    let known = |id: &CoderId| parts.coders.iter().any(|coder| coder.id == *id);
    let rounds = aside.rounds.iter().filter(|plan| plan.coders.iter().chain(&plan.handed_in).all(known));
    let rounds = rounds.cloned().collect();
    let decisions = aside.decisions.iter().filter(|(_, decision)| decision.by.iter().all(known));
    let decisions = decisions.cloned().collect();
    (parts.rounds, parts.decisions) = (rounds, decisions);
}

/// Passages that were lost before they went out come back as they were.
fn lost(desk: &mut Desk<'_>) {
    let lost: Vec<_> =
        desk.papers.iter().filter_map(|paper| paper.kept).flat_map(|kept| &kept.lost).cloned().collect();
    for (key, evidence) in lost {
        if let Some(draft) = desk.drafts.get_mut(&key) {
            draft.add_evidence(evidence);
        }
    }
}

/// What has no place: codes of whole documents, memos that stand alone, parts that are not known.
fn rest(desk: &mut Desk<'_>) {
    let mut left_out = Vec::new();
    let named = |code: &str| {
        let means = desk.means.get(code);
        match means {
            Some(CodeMeans::Tag(id)) => desk.codebook.tag(id).map(|tag| tag.name.both()),
            Some(CodeMeans::Facet(id, _)) => desk.codebook.facet(id).map(|facet| facet.name.both()),
            None => None,
        }
    };
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for source in &desk.qde.sources {
        for coding in &source.codings {
            let code = named(&coding.code).unwrap_or_default();
            left_out.push(Omission::WholeSource { source: source.name.clone(), code });
        }
        if source.areas > 0 {
            left_out.push(Omission::Areas { source: source.name.clone(), count: source.areas });
        }
        let passages = source.selections.iter();
        used.extend(passages.clone().flat_map(|selection| &selection.notes).map(String::as_str));
        let codings = passages.flat_map(|selection| &selection.codings);
        used.extend(codings.flat_map(|coding| &coding.notes).map(String::as_str));
    }
    let free = desk.qde.notes.iter().filter(|note| !used.contains(note.guid.as_str()));
    let own = own_notes(desk);
    let free = free.filter(|note| !own.contains(&note.guid));
    left_out.extend(free.map(|note| Omission::Memo { name: note.name.clone() }));
    let ours: Vec<String> = desk.codebook.tags.iter().map(|tag| usual(&tag.id)).collect();
    let sets = desk.qde.sets.iter().filter(|(guid, _)| !ours.contains(guid)).count();
    let variables = foreign_variables(desk);
    let counted = [(ForeignPart::Sets, sets), (ForeignPart::Variables, variables)];
    let parts = desk.qde.parts.iter().map(|(part, count)| (*part, *count)).chain(counted);
    left_out
        .extend(parts.filter(|(_, count)| *count > 0).map(|(part, count)| Omission::Parts { part, count }));
    desk.left_out.extend(left_out);
}
