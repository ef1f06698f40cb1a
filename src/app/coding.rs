//! Tags, facets, memos: from a command to a change of the project.

use crate::model::edits::{Change, tagging};
use crate::model::{Asked, FacetId, Problem, QuestionId, QuestionRef, TagId};
use crate::ui::panes::{AllSame, Pick};

use super::window::Window;

impl Window {
    /// Applies a change, or says why not.
    pub(super) fn commit(&mut self, change: Result<Change, Problem>) -> bool {
        let words = self.words();
        let Some(open) = &mut self.lifecycle.open else { return false };
        match change.and_then(|change| open.session.commit(change)) {
            Ok(()) => {
                let label = open.session.undo_label();
                let said = label.map(|label| (words.label)(label, open.session.project().codebook()));
                self.said.announced = said.unwrap_or_default();
                true
            }
            Err(problem) => {
                self.notice(problem);
                false
            }
        }
    }

    pub(super) fn current_ref(&self) -> Option<QuestionRef> {
        Some(QuestionRef { document: self.place.position.document?, question: self.place.position.question? })
    }

    /// The questions of the current answer.
    pub(super) fn group_refs(&self) -> Vec<QuestionRef> {
        let (Some(document), Some(question)) = (self.document(), self.place.position.question) else {
            return Vec::new();
        };
        let group = document.outline.group_of(question);
        let questions = group.map(|group| &group.questions[..]).unwrap_or_default();
        questions.iter().map(|q| QuestionRef { document: document.id, question: q.id }).collect()
    }

    fn tag_on_key(&self, key: usize) -> Option<TagId> {
        Some(self.project()?.codebook().tag_on_key(key)?.id.clone())
    }

    /// Sets the tag on a key for one question (the current one unless named). It stays current.
    pub(super) fn tag(&mut self, question: Option<QuestionId>, key: usize) {
        if question.is_none() && self.picked(key) {
            return;
        }
        let (Some(current), Some(tag)) = (self.current_ref(), self.tag_on_key(key)) else { return };
        let question = QuestionRef { question: question.unwrap_or(current.question), ..current };
        let Some(project) = self.project() else { return };
        let change = tagging::tag(project, question, Some(&tag), self.services.clock.now());
        self.commit(change);
    }

    pub(super) fn clear(&mut self) {
        let (Some(question), Some(project)) = (self.current_ref(), self.project()) else { return };
        let change = tagging::tag(project, question, None, self.services.clock.now());
        self.commit(change);
    }

    /// "Alle gleich": asks first where questions of the answer carry other tags.
    pub(super) fn tag_all(&mut self, key: usize) {
        let (Some(tag), Some(document)) = (self.tag_on_key(key), self.document()) else { return };
        let Some(project) = self.project() else { return };
        let differing: Vec<(String, TagId)> = self
            .group_refs()
            .into_iter()
            .filter_map(|reference| {
                let there = project.my_coding(reference)?.tag.clone()?;
                let label = document.outline.question(reference.question)?.label.clone();
                (there != tag).then_some((label, there))
            })
            .collect();
        let group = self.place.position.question.and_then(|question| document.outline.group_of(question));
        match group {
            Some(group) if !differing.is_empty() => {
                let asked = AllSame { document: document.id, group: group.id, key, differing };
                self.panes.answer.ask_all_same(asked);
                self.shown.pane = true;
            }
            _ => self.tag_group(key, false),
        }
    }

    /// Tags all questions of the answer, or only those that are open.
    pub(super) fn tag_group(&mut self, key: usize, only_open: bool) {
        self.panes.answer.all_same = None;
        let (Some(tag), Some(project)) = (self.tag_on_key(key), self.project()) else { return };
        let mut questions = self.group_refs();
        if only_open {
            questions
                .retain(|question| project.my_coding(*question).is_none_or(|coding| coding.tag.is_none()));
        }
        let change = tagging::tag_all(project, &questions, Some(&tag), self.services.clock.now());
        let carries = |question: &QuestionRef| {
            project.my_coding(*question).is_some_and(|coding| coding.tag.as_ref() == Some(&tag))
        };
        let changed = questions.iter().filter(|question| !carries(question)).count();
        let name = project.codebook().tag(&tag).map(|tag| tag.name.get(self.words().language).to_owned());
        if self.commit(change) && changed > 1 {
            let news = (self.words().set_to)(changed, &name.unwrap_or_default());
            self.say(news, true);
        }
        self.panes.reader.focus();
    }

    pub(super) fn clear_all(&mut self) {
        let questions = self.group_refs();
        let Some(project) = self.project() else { return };
        let change = tagging::tag_all(project, &questions, None, self.services.clock.now());
        self.commit(change);
    }

    pub(super) fn toggle_later(&mut self) {
        let (Some(question), Some(project)) = (self.current_ref(), self.project()) else { return };
        let change = tagging::toggle_later(project, question, self.services.clock.now());
        self.commit(change);
    }

    pub(super) fn set_memo(&mut self, question: QuestionRef, memo: &str) {
        let Some(project) = self.project() else { return };
        let change = tagging::memo(project, question, memo, self.services.clock.now());
        self.commit(change);
    }

    /// The next digit sets a facet, or says what is asked for.
    pub(super) fn pick(&mut self, pick: Pick) {
        self.shown.pane = true;
        let already = self.panes.answer.pick == Some(pick);
        self.panes.answer.pick = (!already).then_some(pick);
    }

    /// A digit while one was waited for. Returns whether it was.
    fn picked(&mut self, key: usize) -> bool {
        let Some(pick) = self.panes.answer.pick.take() else { return false };
        let (Some(question), Some(project)) = (self.current_ref(), self.project()) else { return true };
        match pick {
            Pick::Asked => {
                if let Some(asked) = Asked::ALL.get(key - 1) {
                    self.toggle_asked(question, *asked);
                }
            }
            Pick::Facet => {
                let tag = project.my_coding(question).and_then(|coding| coding.tag.as_ref());
                let facet = project.codebook().facets_for(tag).get(key - 1).map(|facet| facet.id.clone());
                if let Some(facet) = facet {
                    self.toggle_facet(question, &facet);
                }
            }
        }
        true
    }

    pub(super) fn toggle_facet(&mut self, question: QuestionRef, facet: &FacetId) {
        let Some(project) = self.project() else { return };
        let change = tagging::toggle_facet(project, question, facet, self.services.clock.now());
        self.commit(change);
        self.panes.reader.focus();
    }

    pub(super) fn toggle_asked(&mut self, question: QuestionRef, asked: Asked) {
        self.panes.answer.pick = None;
        let Some(project) = self.project() else { return };
        let change = tagging::toggle_asked(project, question, asked, self.services.clock.now());
        self.commit(change);
        self.panes.reader.focus();
    }

    pub(super) fn tag_by_click(&mut self, question: QuestionId, key: usize) {
        self.tag(Some(question), key);
        // After a click the keys work again.
        self.panes.reader.focus();
    }

    pub(super) fn edit_memo(&mut self) {
        self.shown.pane = true;
        self.panes.answer.edit_memo();
    }

    /// Enter is evidence where something is selected, else the next question.
    pub(super) fn enter(&mut self) {
        if self.panes.reader.selection().is_some() {
            self.add_evidence(false);
        } else {
            self.step_question(true);
        }
    }
}
