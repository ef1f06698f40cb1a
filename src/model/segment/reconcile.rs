//! Cutting again: people's corrections win, and questions that come back keep their ids.

use std::collections::BTreeSet;

use crate::model::id::{GroupId, QuestionId};
use crate::model::outline::{AnswerGroup, Outline, Question};
use crate::model::text::Span;

/// Brings a fresh cut into line with the outline a person has. `coded` questions are never lost.
#[must_use]
pub fn reconcile(old: &Outline, fresh: Outline, coded: &BTreeSet<QuestionId>) -> Outline {
    let is_corrected = |span: &Span| old.corrected.iter().any(|place| place.overlaps(*span) || place == span);
    let comes_back = |question: &Question| {
        fresh.groups.iter().flat_map(|group| &group.questions).any(|other| is_same(question, other))
    };
    // What stays as it is: corrected groups, and groups with a coded question that the fresh cut lacks.
    let stays = |group: &&AnswerGroup| {
        group.spans().iter().any(is_corrected)
            || group.questions.iter().any(|question| coded.contains(&question.id) && !comes_back(question))
    };
    let mut groups: Vec<AnswerGroup> = old.groups.iter().filter(stays).cloned().collect();
    let kept: BTreeSet<QuestionId> =
        groups.iter().flat_map(|group| &group.questions).map(|question| question.id).collect();
    let mut taken: Vec<Span> = groups.iter().flat_map(AnswerGroup::spans).collect();
    taken.extend(old.corrected.iter().copied());
    let is_free = |span: &Span| taken.iter().all(|other| !other.overlaps(*span));

    let mut next_id = old.fresh_id();
    let mut used: BTreeSet<QuestionId> = kept.clone();
    let mut used_groups: BTreeSet<GroupId> = groups.iter().map(|group| group.id).collect();
    for mut group in fresh.groups {
        let by_hand = group.spans().iter().any(|span| !is_free(span));
        let has_kept = group.questions.iter().any(|question| {
            old.questions().any(|other| kept.contains(&other.id) && is_same(other, question))
        });
        if by_hand || has_kept {
            continue;
        }
        let before = old.groups.iter().find(|other| {
            other.questions.iter().any(|one| group.questions.iter().any(|two| is_same(one, two)))
        });
        for question in &mut group.questions {
            let same = old.questions().find(|other| !used.contains(&other.id) && is_same(other, question));
            question.id = same.map_or_else(|| QuestionId(fresh_id(&mut next_id)), |same| same.id);
            used.insert(question.id);
        }
        let same = before.map(|before| before.id).filter(|id| !used_groups.contains(id));
        group.id = same.unwrap_or_else(|| GroupId(fresh_id(&mut next_id)));
        used_groups.insert(group.id);
        groups.push(group);
    }
    groups.sort_by_key(|group| group.spans().iter().map(|span| span.start).min().unwrap_or(usize::MAX));

    let mut remarks: Vec<_> =
        old.remarks.iter().filter(|remark| is_corrected(&remark.text)).cloned().collect();
    remarks.extend(fresh.remarks.into_iter().filter(|remark| is_free(&remark.text)));
    remarks.sort_by_key(|remark| remark.text);
    let one =
        |old: Option<Span>, fresh: Option<Span>| old.filter(is_corrected).or_else(|| fresh.filter(is_free));
    let mut torn: Vec<Span> = fresh.torn.into_iter().filter(|gap| !old.corrected.contains(gap)).collect();
    torn.extend(old.torn.iter().filter(|gap| old.corrected.contains(gap)).copied());
    torn.sort_unstable();
    Outline {
        form: fresh.form.or_else(|| old.form.clone()),
        head: one(old.head, fresh.head),
        remarks,
        transmission: one(old.transmission, fresh.transmission),
        groups,
        signature: one(old.signature, fresh.signature),
        torn,
        doubts: fresh.doubts.into_iter().filter(|doubt| !is_corrected(&doubt.at)).collect(),
        corrected: old.corrected.clone(),
        next_id,
    }
}

fn fresh_id(next: &mut u32) -> u32 {
    let id = *next;
    *next += 1;
    id
}

/// The same question: its words stand at the same place, or it has the same label and they overlap.
fn is_same(one: &Question, two: &Question) -> bool {
    one.text == two.text || (one.label == two.label && one.text.overlaps(two.text))
}
