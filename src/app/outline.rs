//! Correcting the outline: from a command to a change, and where the person stands afterwards.

use crate::model::analysis::{Chosen, Part, PartKey, border_stops, part_at, part_of, parts};
use crate::model::edits::head::HeadField;
use crate::model::edits::{Change, head, outline};
use crate::model::text::Span;
use crate::model::{Document, DocumentId, DoubtKind, GroupId, Kind, Problem, Project, QuestionId, RemarkBy};

use super::window::Window;

/// What words can be made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mark {
    Question,
    Answer,
    Joint,
    Remark(RemarkBy),
    Rest,
}

/// Where nothing is chosen yet.
const START: Chosen = Chosen { key: PartKey::Head, byte: 0 };

/// The question of the chosen part, or the nearest one before it; while reading, the first.
pub(super) fn question_near(document: &Document, chosen: Option<Chosen>) -> Option<QuestionId> {
    let first = document.outline.questions().next().map(|question| question.id);
    let Some(chosen) = chosen else { return first };
    let parts = parts(document);
    let here = part_of(&parts, chosen)?;
    parts[..=here].iter().rev().find_map(|part| part.question(None)).or(first)
}

impl Window {
    pub(super) fn toggle_outline(&mut self) {
        if self.place.position.outline.is_some() {
            self.leave_outline();
        } else {
            self.open_outline();
        }
        self.panes.reader.focus();
    }

    fn open_outline(&mut self) {
        if self.place.position.outline.is_some() || self.document().is_none() {
            return;
        }
        self.place.position.outline = Some(START);
        self.shown.pane = true;
        match self.place.position.question {
            Some(question) => self.choose_question(question),
            None => self.settle_part(),
        }
    }

    pub(super) fn leave_outline(&mut self) {
        self.place.position.outline = None;
    }

    /// Brings the chosen part, and the current question with it, back to what the paper has.
    pub(super) fn settle_part(&mut self) {
        let Some(chosen) = self.place.position.outline else { return };
        let Some(document) = self.document() else { return };
        let parts = parts(document);
        let Some(part) = part_of(&parts, chosen).map(|at| parts[at]) else { return };
        let question = part.question(self.place.position.question);
        let question = question.or_else(|| question_near(document, Some(part.chosen())));
        self.place.position.outline = Some(part.chosen());
        self.place.position.question = question;
    }

    pub(super) fn choose_part(&mut self, chosen: Chosen) {
        if self.place.position.outline.is_some() {
            self.place.position.outline = Some(chosen);
            self.settle_part();
        }
    }

    /// Chooses a part and brings its beginning into view.
    pub(super) fn go_part(&mut self, chosen: Chosen) {
        self.choose_part(chosen);
        if let Some(span) = self.with_part(|_, part| part.span) {
            self.panes.reader.show_place(span);
        }
    }

    pub(super) fn choose_first_part(&mut self) {
        if self.place.position.outline.is_some() {
            self.place.position.outline = Some(START);
        }
    }

    /// While the outline is open, the part of a question is chosen with it.
    pub(super) fn choose_question(&mut self, question: QuestionId) {
        let Some(document) = self.document().filter(|_| self.place.position.outline.is_some()) else {
            return;
        };
        let found = document.outline.question(question).map(|question| question.span().start);
        if let Some(byte) = found {
            self.go_part(Chosen { key: PartKey::Question(question), byte });
        }
    }

    fn with_part<T>(&self, ask: impl FnOnce(&Document, Part<'_>) -> T) -> Option<T> {
        let document = self.document()?;
        let parts = parts(document);
        let here = part_of(&parts, self.place.position.outline?)?;
        Some(ask(document, parts[here]))
    }

    pub(super) fn step_part(&mut self, forward: bool) {
        let (Some(document), Some(chosen)) = (self.document(), self.place.position.outline) else { return };
        let parts = parts(document);
        let Some(here) = part_of(&parts, chosen) else { return };
        let there = if forward { here + 1 } else { here.wrapping_sub(1) };
        if let Some(next) = parts.get(there).map(Part::chosen) {
            self.go_part(next);
        }
    }

    /// Applies a correction and says what it was. The part at `then` is chosen afterwards.
    fn correct(&mut self, change: Result<Change, Problem>, then: Option<Chosen>) -> bool {
        if change == Err(Problem::NotPossibleHere) {
            self.say((self.words().problem)(&Problem::NotPossibleHere), false);
            return false;
        }
        let done = self.commit(change);
        if done {
            self.say(as_sentence(&self.said.announced), true);
            self.panes.reader.clear_selection();
            if let Some(then) = then.filter(|_| self.place.position.outline.is_some()) {
                self.place.position.outline = Some(then);
            }
            self.settle_part();
        }
        done
    }

    /// The same, and the keyboard goes to the text.
    fn correct_in_text(&mut self, change: Result<Change, Problem>, then: Option<Chosen>) -> bool {
        let done = self.correct(change, then);
        if done {
            self.panes.reader.focus();
        }
        done
    }

    fn project_and_document(&self) -> Option<(&Project, DocumentId)> {
        Some((self.project()?, self.place.position.document?))
    }

    /// The selected words, or all of the chosen part.
    fn words_meant(&self) -> Option<Span> {
        self.panes.reader.selection().or_else(|| self.with_part(|_, part| part.span))
    }

    /// The question to which words at a place would be an answer: the current one, unless it would itself
    /// become part of its answer.
    fn question_for(&self, span: Span) -> Option<QuestionId> {
        let document = self.document()?;
        let is_outside = |id: &QuestionId| {
            document.outline.question(*id).is_some_and(|question| !question.text.overlaps(span))
        };
        let before = || {
            let earlier = document.outline.questions().filter(|question| question.text.end <= span.start);
            earlier.max_by_key(|question| question.text.end).map(|question| question.id)
        };
        self.place.position.question.filter(is_outside).or_else(before)
    }

    pub(super) fn mark(&mut self, mark: Mark) {
        let Some(span) = self.words_meant() else { return };
        let question = self.question_for(span);
        let Some((project, id)) = self.project_and_document() else { return };
        let change = match (mark, question) {
            (Mark::Question, _) => outline::make_question(project, id, span),
            (Mark::Remark(by), _) => outline::make_remark(project, id, span, by),
            (Mark::Rest, _) => outline::make_rest(project, id, span),
            (Mark::Answer, Some(question)) => outline::make_answer(project, id, span, question),
            (Mark::Joint, Some(question)) => outline::make_joint(project, id, span, question),
            (Mark::Answer | Mark::Joint, None) => Err(Problem::NotPossibleHere),
        };
        self.correct_in_text(change, Some(at(span.start)));
    }

    /// Splits where the caret stands or the selection begins.
    pub(super) fn split_part(&mut self) {
        let place = self.panes.reader.caret().or_else(|| Some(self.panes.reader.selection()?.start));
        let Some(place) = place else {
            self.say(self.words().outline.where_to_split.to_owned(), false);
            return;
        };
        let Some((project, id)) = self.project_and_document() else { return };
        let change = outline::split(project, id, place);
        self.correct_in_text(change, Some(at(place)));
    }

    pub(super) fn join_part(&mut self) {
        let Some(start) = self.with_part(|_, part| part.span.start) else { return };
        let Some((project, id)) = self.project_and_document() else { return };
        let change = outline::join(project, id, start);
        self.correct_in_text(change, Some(at(start)));
    }

    /// Moves the border above the chosen part by a sentence or a word.
    pub(super) fn push_border(&mut self, down: bool, by_word: bool) {
        let (Some(document), Some(chosen)) = (self.document(), self.place.position.outline) else { return };
        let parts = parts(document);
        let Some(here) = part_of(&parts, chosen) else { return };
        let border = parts[here].span.start;
        let stops = border_stops(document, &parts, here, by_word);
        let to = if down {
            stops.into_iter().find(|stop| *stop > border)
        } else {
            stops.into_iter().rfind(|stop| *stop < border)
        };
        match to {
            Some(to) => self.move_border(border, to),
            None => self.say((self.words().problem)(&Problem::NotPossibleHere), false),
        }
    }

    pub(super) fn move_border(&mut self, border: usize, to: usize) {
        let Some(document) = self.document() else { return };
        let parts = parts(document);
        let key = part_at(&parts, border).map_or(PartKey::Head, |at| parts[at].key);
        let Some((project, id)) = self.project_and_document() else { return };
        let change = outline::move_border(project, id, border, to);
        self.correct_in_text(change, Some(Chosen { key, byte: to }));
    }

    /// The keyboard goes to what says which question, or which questions, the chosen part is.
    pub(super) fn renumber(&mut self) {
        self.shown.pane = true;
        self.panes.outline.edit_part();
    }

    pub(super) fn relabel(&mut self, question: QuestionId, label: &str) {
        let Some((project, id)) = self.project_and_document() else { return };
        let change = outline::relabel(project, id, question, label);
        self.correct_in_text(change, None);
    }

    pub(super) fn toggle_answered(&mut self, answer: GroupId, question: QuestionId) {
        let Some((project, id)) = self.project_and_document() else { return };
        let change = outline::toggle_answered(project, id, answer, question);
        // The keyboard stays at the chips: often one more is to be ticked.
        self.correct(change, None);
    }

    /// The next doubtful place after the last one visited; after the last one, the first again.
    pub(super) fn next_doubt(&mut self) {
        let (Some(document), Some(id)) = (self.document(), self.place.position.document) else { return };
        let visited = self.panes.outline.visited.filter(|(of, _)| *of == id).map(|(_, at)| at);
        let mut doubts: Vec<(Span, usize)> =
            document.outline.doubts.iter().enumerate().map(|(nth, doubt)| (doubt.at, nth)).collect();
        doubts.sort_unstable();
        let later = doubts.iter().find(|place| visited.is_none_or(|visited| **place > visited));
        let Some(next) = later.or(doubts.first()).copied() else {
            self.say(self.words().outline.nothing_to_check.to_owned(), false);
            return;
        };
        let said = (self.words().outline.doubt_in_place)(&document.outline.doubts[next.1].kind);
        self.said.announced = said;
        self.panes.outline.visited = Some((id, next));
        self.show_doubt(next.1);
    }

    /// Opens the outline at a doubtful place.
    pub(super) fn go_doubt(&mut self, doubt: usize) {
        self.open_outline();
        let place = self.document().and_then(|document| document.outline.doubts.get(doubt)).map(|it| it.at);
        self.panes.outline.visited = self.place.position.document.zip(place.map(|at| (at, doubt)));
        self.show_doubt(doubt);
    }

    fn show_doubt(&mut self, doubt: usize) {
        let Some(document) = self.document() else { return };
        let Some(place) = document.outline.doubts.get(doubt).map(|doubt| doubt.at) else { return };
        let parts = parts(document);
        let chosen = part_at(&parts, place.start).map(|at| parts[at].chosen());
        if let Some(chosen) = chosen {
            self.choose_part(chosen);
        }
        self.panes.reader.show_doubt(doubt, place);
    }

    pub(super) fn settle_doubt(&mut self, doubt: usize, part: bool) {
        let Some((project, id)) = self.project_and_document() else { return };
        let change = outline::settle(project, id, doubt, part);
        self.correct_in_text(change, None);
    }

    /// The one way of mending that a doubtful place offers.
    pub(super) fn mend_doubt(&mut self, doubt: usize) {
        let Some((project, id)) = self.project_and_document() else { return };
        let Some(document) = self.document() else { return };
        let Some(doubt) = document.outline.doubts.get(doubt) else { return };
        let groups = &document.outline.groups;
        let change = match &doubt.kind {
            DoubtKind::RepeatedQuestion { label } => {
                let here = document.outline.questions().find(|question| {
                    question.span().overlaps(doubt.at) || question.span().start == doubt.at.start
                });
                let here = here.or_else(|| document.outline.questions().find(|it| it.label == *label));
                let Some(question) = here.map(|question| question.id) else { return };
                self.go_question(question);
                self.renumber();
                return;
            }
            DoubtKind::NoAnswer { label } => {
                let question = document.outline.questions().find(|question| question.label == *label);
                let next = question.and_then(|question| {
                    let answered = groups.iter().filter(|group| !group.answers.is_empty());
                    answered.clone().find(|group| {
                        group.questions.iter().any(|other| other.text.start > question.text.start)
                    })
                });
                match question.zip(next) {
                    Some((question, next)) => outline::toggle_answered(project, id, next.id, question.id),
                    None => Err(Problem::NotPossibleHere),
                }
            }
            DoubtKind::JointMismatch { printed } => {
                let group = groups.iter().find(|group| group.spans().iter().any(|it| it.overlaps(doubt.at)));
                match group {
                    Some(group) => outline::answer_printed(project, id, group.id, printed),
                    None => Err(Problem::NotPossibleHere),
                }
            }
            _ => Err(Problem::NotPossibleHere),
        };
        self.correct_in_text(change, None);
    }

    pub(super) fn recut(&mut self) {
        let Some((project, id)) = self.project_and_document() else { return };
        let change = outline::recut(project, id);
        self.correct_in_text(change, None);
    }

    pub(super) fn confirm_outline(&mut self) {
        let Some((project, id)) = self.project_and_document() else { return };
        let doubts = project.document(id).map_or(0, |document| document.outline.doubts.len());
        let change = outline::settle_all(project, id);
        if doubts == 0 || self.correct_in_text(change, None) {
            self.leave_outline();
            self.panes.reader.focus();
        }
    }

    pub(super) fn set_head(&mut self, document: DocumentId, field: HeadField, typed: &str) {
        let Some(project) = self.project() else { return };
        let change = head::set(project, document, field, typed);
        self.commit(change);
    }

    pub(super) fn set_house(&mut self, document: DocumentId, code: Option<&'static str>, kind: Option<Kind>) {
        let Some(project) = self.project() else { return };
        let change = head::set_house(project, document, code, kind);
        self.commit(change);
    }
}

/// News begin with a capital letter, wherever the words come from.
fn as_sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Whatever part stands at a byte.
fn at(byte: usize) -> Chosen {
    Chosen { key: PartKey::Rest(0), byte }
}
