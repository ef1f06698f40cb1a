//! Two copies of a project as one, and the edit that leads there.

use std::sync::Arc;

use super::between::between;
use super::merged::{Merged, News};
use super::translated::{Papers, with_people, with_rounds};
use super::{codebook, codings, decisions, documents, lists, people, rounds};
use crate::model::Project;

/// Puts the work of another copy into ours. `base` is what both come from, where that is known: with it, what only
/// one side changed holds, and what one side took out is out. Without it both sides changed whatever differs, and
/// nothing is taken out.
///
/// Nothing is ever lost: every coding of either side is in the result, or in the conflicts, or was taken out by one
/// side while the other had left it as it was.
#[must_use]
pub fn merge(base: Option<&Project>, ours: &Project, theirs: &Project) -> Merged {
    let (base, theirs) = in_our_numbers(base, ours, theirs);
    let (base, theirs) = (base.as_ref(), &theirs);
    let (mut result, mut news, mut conflicts) = (ours.clone(), News::default(), Vec::new());
    people::together(base, theirs, &mut result, &mut news.coders, &mut conflicts);
    let codebook = codebook::together(base, theirs, &result, &mut news.codebook, &mut conflicts);
    result.codebook = Arc::new(codebook);
    let (papers, places) = documents::together(base, ours, theirs, &mut result, &mut news, &mut conflicts);
    let three = codings::Three { base, ours, theirs };
    codings::together(three, &papers, &places, &mut result, &mut news.codings, &mut conflicts);
    decisions::together(base, ours, theirs, &places, &mut result, &mut news.decisions, &mut conflicts);
    // No edit changes these, so a window does not take over those of another copy; merged files keep them all.
    for (question, decision) in &theirs.idle_decisions {
        result.idle_decisions.entry(*question).or_insert_with(|| Arc::clone(decision));
    }
    rounds::together(base, theirs, &mut result, &mut news.rounds, &mut conflicts);
    codebook::finish(base, ours.codebook(), theirs, &mut result, &mut news.codebook);
    lists::together(base, theirs, &mut result, &mut news, &mut conflicts);
    let edit = between(ours, &result);
    Merged { edit, result, news, conflicts }
}

/// Origin and their project with the numbers that coders, rounds and papers have in ours.
fn in_our_numbers(base: Option<&Project>, ours: &Project, theirs: &Project) -> (Option<Project>, Project) {
    let papers = documents::meet(theirs, ours);
    let base_papers: Papers = base.map(|base| documents::meet(base, ours)).unwrap_or_default();
    let (to_here, origin_to_here) = people::meet(base, ours, theirs);
    let theirs = with_people(theirs, &to_here, &papers, ours);
    let base = base.map(|base| with_people(base, &origin_to_here, &base_papers, ours));
    let (to_here, origin_to_here) = rounds::meet(base.as_ref(), ours, &theirs);
    (base.map(|base| with_rounds(base, &origin_to_here)), with_rounds(theirs, &to_here))
}
