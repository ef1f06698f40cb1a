//! Cutting again: people's corrections win, and questions that come back keep their ids.
//!
//! What a person touched stays. A fresh answer is taken only where all of it is free; where it is not, what
//! the person has stays too. So no two parts ever share words, and no coded question is lost.

use std::collections::BTreeSet;

use crate::model::id::{GroupId, QuestionId};
use crate::model::outline::{AnswerGroup, Outline, Question, Remark};
use crate::model::text::Span;

/// Brings a fresh cut into line with the outline a person has. `coded` questions are never lost.
#[must_use]
pub fn reconcile(old: &Outline, fresh: Outline, coded: &BTreeSet<QuestionId>) -> Outline {
    let is_corrected = |span: &Span| old.corrected.iter().any(|place| place.overlaps(*span) || place == span);
    let same = same_questions(old, &fresh);
    let remarks: Vec<Remark> = old.remarks.iter().filter(|it| is_corrected(&whole(it))).cloned().collect();
    let mut taken = Taken(old.corrected.clone());
    taken.0.extend(remarks.iter().map(whole));
    taken.0.extend([old.head, old.transmission, old.signature].into_iter().flatten().filter(is_corrected));

    // Which answers of the old outline stay. Each that stays may keep a fresh one out, and so on.
    let mut stays: Vec<bool> =
        old.groups.iter().map(|group| group.spans().iter().any(is_corrected)).collect();
    let kept = |stays: &[bool]| -> Vec<AnswerGroup> {
        old.groups.iter().zip(stays).filter(|(_, stays)| **stays).map(|(group, _)| group.clone()).collect()
    };
    let admitted = loop {
        let mut all = taken.0.clone();
        all.extend(kept(&stays).iter().flat_map(AnswerGroup::spans));
        let all = Taken(all);
        let held: BTreeSet<QuestionId> = ids(&kept(&stays));
        let admitted: Vec<bool> = fresh
            .groups
            .iter()
            .zip(&same)
            .map(|(group, same)| {
                let is_free = group.spans().iter().all(|span| all.is_free(*span));
                is_free && !same.iter().flatten().any(|id| held.contains(id))
            })
            .collect();
        let back: BTreeSet<QuestionId> = same
            .iter()
            .zip(&admitted)
            .filter(|(_, in_)| **in_)
            .flat_map(|(same, _)| same)
            .flatten()
            .copied()
            .collect();
        let kept_out: BTreeSet<QuestionId> = same
            .iter()
            .zip(&admitted)
            .filter(|(_, in_)| !**in_)
            .flat_map(|(same, _)| same)
            .flatten()
            .copied()
            .collect();
        let must_stay = |group: &AnswerGroup| {
            group.questions.iter().any(|question| {
                kept_out.contains(&question.id)
                    || coded.contains(&question.id) && !back.contains(&question.id)
            })
        };
        let next: Vec<bool> =
            old.groups.iter().zip(&stays).map(|(group, stays)| *stays || must_stay(group)).collect();
        if next == stays {
            break admitted;
        }
        stays = next;
    };

    let mut next_id = old.fresh_id();
    let mut groups = kept(&stays);
    let mut used_groups: BTreeSet<GroupId> = groups.iter().map(|group| group.id).collect();
    for ((mut group, same), _) in fresh.groups.into_iter().zip(&same).zip(&admitted).filter(|(_, in_)| **in_)
    {
        for (question, same) in group.questions.iter_mut().zip(same) {
            question.id = same.unwrap_or_else(|| QuestionId(fresh_id(&mut next_id)));
        }
        let before = same.iter().flatten().find_map(|id| old.group_of(*id)).map(|group| group.id);
        let before = before.filter(|id| !used_groups.contains(id));
        group.id = before.unwrap_or_else(|| GroupId(fresh_id(&mut next_id)));
        used_groups.insert(group.id);
        groups.push(group);
    }
    groups.sort_by_key(|group| group.spans().iter().map(|span| span.start).min().unwrap_or(usize::MAX));
    taken.0.extend(groups.iter().flat_map(AnswerGroup::spans));

    let one = |taken: &mut Taken, old: Option<Span>, fresh: Option<Span>| {
        old.filter(is_corrected)
            .or_else(|| fresh.filter(|span| taken.take(*span)))
            .or_else(|| old.filter(|span| taken.take(*span)))
    };
    let head = one(&mut taken, old.head, fresh.head);
    let transmission = one(&mut taken, old.transmission, fresh.transmission);
    let signature = one(&mut taken, old.signature, fresh.signature);
    let mut remarks = remarks;
    for remark in fresh.remarks.into_iter().chain(old.remarks.iter().cloned()) {
        if taken.take(whole(&remark)) {
            remarks.push(remark);
        }
    }
    remarks.sort_by_key(|remark| remark.text);
    let mut torn: Vec<Span> = fresh.torn.into_iter().filter(|gap| !old.corrected.contains(gap)).collect();
    torn.extend(old.torn.iter().filter(|gap| old.corrected.contains(gap)).copied());
    torn.sort_unstable();
    Outline {
        form: fresh.form.or_else(|| old.form.clone()),
        head,
        remarks,
        transmission,
        groups,
        signature,
        torn,
        doubts: fresh.doubts.into_iter().filter(|doubt| !is_corrected(&doubt.at)).collect(),
        corrected: old.corrected.clone(),
        next_id,
    }
}

/// Places that something has already.
struct Taken(Vec<Span>);

impl Taken {
    fn is_free(&self, span: Span) -> bool {
        self.0.iter().all(|other| !other.overlaps(span))
    }

    /// Takes a place if it is free.
    fn take(&mut self, span: Span) -> bool {
        let is_free = self.is_free(span);
        if is_free {
            self.0.push(span);
        }
        is_free
    }
}

fn whole(remark: &Remark) -> Span {
    Span::new(remark.heading.start, remark.text.end)
}

fn ids(groups: &[AnswerGroup]) -> BTreeSet<QuestionId> {
    groups.iter().flat_map(|group| &group.questions).map(|question| question.id).collect()
}

fn fresh_id(next: &mut u32) -> u32 {
    let id = *next;
    *next += 1;
    id
}

/// For each question of the fresh cut the old one that it is, if any: its words stand at the same place, or
/// it has the same label and they overlap. No old question comes back twice.
fn same_questions(old: &Outline, fresh: &Outline) -> Vec<Vec<Option<QuestionId>>> {
    let mut used: BTreeSet<QuestionId> = BTreeSet::new();
    let mut same: Vec<Vec<Option<QuestionId>>> =
        fresh.groups.iter().map(|group| vec![None; group.questions.len()]).collect();
    let equal: [fn(&Question, &Question) -> bool; 2] =
        [|one, two| one.text == two.text, |one, two| one.label == two.label && one.text.overlaps(two.text)];
    for is_same in equal {
        for (group, same) in fresh.groups.iter().zip(&mut same) {
            for (question, same) in group.questions.iter().zip(same).filter(|(_, same)| same.is_none()) {
                *same = old
                    .questions()
                    .find(|it| !used.contains(&it.id) && is_same(it, question))
                    .map(|it| it.id);
                used.extend(*same);
            }
        }
    }
    same
}
