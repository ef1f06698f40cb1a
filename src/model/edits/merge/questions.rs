//! Outlines of two copies, and where the questions of each are in the one that holds.

use std::collections::BTreeMap;

use super::three::{Which, which};
use crate::model::text::Span;
use crate::model::{AnswerGroup, Outline, Question, QuestionId};

/// Where the questions of an outline are in another.
#[derive(Clone, Debug, Default)]
pub(super) struct Homes {
    homes: BTreeMap<QuestionId, Home>,
}

/// Where one question is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Home {
    /// It is there still.
    Same(QuestionId),
    /// Another one covers its words, or has its number.
    Other(QuestionId),
    /// Nothing does.
    None,
}

impl Homes {
    pub fn of(&self, question: QuestionId) -> Home {
        self.homes.get(&question).copied().unwrap_or(Home::None)
    }

    /// Every question of one outline in another. Where both come from one outline a number means the same in both,
    /// as long as it is older than either; `origin` is that outline.
    pub fn new(from: &Outline, to: &Outline, origin: Option<&Outline>) -> Self {
        let found = from.groups.iter().flat_map(|group| {
            group.questions.iter().map(move |question| (question.id, home(group, question, to, origin)))
        });
        Self { homes: found.collect() }
    }
}

fn home(group: &AnswerGroup, question: &Question, to: &Outline, origin: Option<&Outline>) -> Home {
    let is_older = origin.is_some_and(|origin| origin.question(question.id).is_some());
    if let Some(same) = to.question(question.id) {
        let same_place = same.text.overlaps(question.text) && same.label == question.label;
        if is_older || *same == *question || same_place {
            return Home::Same(same.id);
        }
    }
    let by_text = most(to, |_, other| shared(question.span(), other.span()));
    let by_answer = || {
        let score = |theirs: &AnswerGroup| {
            let pairs =
                group.answers.iter().flat_map(|one| theirs.answers.iter().map(move |other| (one, other)));
            pairs.map(|(one, other)| shared(*one, *other)).sum()
        };
        most(to, |group, _| score(group))
    };
    by_text.or_else(by_answer).map_or(Home::None, Home::Other)
}

fn shared(one: Span, other: Span) -> usize {
    one.cut(other).map_or(0, Span::len)
}

/// The first question with the highest score above nothing.
fn most(outline: &Outline, score: impl Fn(&AnswerGroup, &Question) -> usize) -> Option<QuestionId> {
    let mut best = None;
    for group in &outline.groups {
        for question in &group.questions {
            let scored = score(group, question);
            if scored > best.map_or(0, |(_, score)| score) {
                best = Some((question.id, scored));
            }
        }
    }
    best.map(|(id, _)| id)
}

/// Whose outline holds.
pub(super) fn holds(base: Option<&Outline>, ours: &Outline, theirs: &Outline) -> Which {
    which(base, ours, theirs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::GroupId;

    fn outline(questions: &[(u32, &str, usize, usize)]) -> Outline {
        let group = |(id, label, start, end): &(u32, &str, usize, usize)| AnswerGroup {
            id: GroupId(100 + id),
            questions: vec![Question {
                id: QuestionId(*id),
                label: (*label).to_owned(),
                lead: Span::new(*start, *start),
                text: Span::new(*start, *end),
            }],
            joint: None,
            answers: vec![Span::new(end + 1, end + 10)],
        };
        Outline { groups: questions.iter().map(group).collect(), ..Outline::default() }
    }

    #[test]
    fn a_question_is_where_its_words_are() {
        let ours = outline(&[(1, "1", 0, 20), (2, "2", 40, 60), (4, "4", 80, 90)]);
        let theirs = outline(&[(1, "1", 0, 20), (3, "2", 45, 60), (4, "9", 300, 310), (5, "5", 28, 32)]);
        let homes = Homes::new(&theirs, &ours, None);
        let of = |id| homes.of(QuestionId(id));
        assert_eq!(of(1), Home::Same(QuestionId(1)));
        assert_eq!(of(3), Home::Other(QuestionId(2)), "its words");
        assert_eq!(of(4), Home::None, "a number alone says nothing");
        assert_eq!(of(5), Home::None);
        let origin = outline(&[(4, "4", 80, 90)]);
        assert_eq!(Homes::new(&theirs, &ours, Some(&origin)).of(QuestionId(4)), Home::Same(QuestionId(4)));
    }
}
