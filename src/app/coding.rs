//! Tags, memos, evidence: from a command to a change of the project.

use crate::model::edits::{Change, evidence, tagging};
use crate::model::text::Span;
use crate::model::{Asked, Document, FacetId, Problem, QuestionId, QuestionRef, TagId};
use crate::ui::panes::{AllSame, Pick};

use super::window::Window;

impl Window {
    /// Applies a change, or says why not.
    pub(super) fn commit(&mut self, change: Result<Change, Problem>) -> bool {
        let words = self.words();
        let Some(open) = &mut self.open else { return false };
        match change.and_then(|change| open.session.commit(change)) {
            Ok(()) => {
                let label = open.session.undo_label();
                let said = label.map(|label| (words.label)(label, open.session.project().codebook()));
                self.announced = said.unwrap_or_default();
                true
            }
            Err(problem) => {
                self.notice(problem);
                false
            }
        }
    }

    pub(super) fn current_ref(&self) -> Option<QuestionRef> {
        Some(QuestionRef { document: self.position.document?, question: self.position.question? })
    }

    /// The questions of the current answer.
    fn group_refs(&self) -> Vec<QuestionRef> {
        let (Some(document), Some(question)) = (self.document(), self.position.question) else {
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
        let group = self.position.question.and_then(|question| document.outline.group_of(question));
        match group {
            Some(group) if !differing.is_empty() => {
                let asked = AllSame { document: document.id, group: group.id, key, differing };
                self.panes.answer.ask_all_same(asked);
                self.pane_shown = true;
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

    /// Makes what is selected evidence of the current question, or of all questions of its answer.
    pub(super) fn add_evidence(&mut self, for_all: bool) {
        let Some(span) = self.panes.reader.selection() else {
            let news = self.words().select_first.to_owned();
            self.say(news, false);
            return;
        };
        let span = self.document().map_or(span, |document| within_one_part(document, span));
        let questions = if for_all { self.group_refs() } else { self.current_ref().into_iter().collect() };
        let Some(project) = self.project() else { return };
        let change = evidence::add_to_all(project, &questions, span, self.services.clock.now());
        if self.commit(change) {
            self.panes.reader.clear_selection();
            self.panes.reader.focus();
        }
    }

    /// A passage was clicked: its question becomes current, and it can be changed.
    pub(super) fn choose_evidence(&mut self, question: QuestionRef, span: Span) {
        if self.position.document == Some(question.document) {
            self.go_question(question.question);
            self.position.evidence = Some((question.question, span));
        }
    }

    pub(super) fn drop_chosen_evidence(&mut self) {
        let (Some(current), Some((question, span))) = (self.current_ref(), self.position.evidence) else {
            return;
        };
        self.position.evidence = None;
        self.drop_evidence(QuestionRef { question, ..current }, span);
    }

    pub(super) fn move_evidence(&mut self, question: QuestionRef, from: Span, to: Span) {
        let Some(project) = self.project() else { return };
        let to = self.document().map_or(to, |document| within_one_part(document, to));
        let change = evidence::adjust(project, question, from, to, self.services.clock.now());
        if self.commit(change) {
            self.position.evidence = self.evidence_at(question, to);
        }
    }

    /// The passage of a question at a place whose white space may have been taken off.
    fn evidence_at(&self, question: QuestionRef, span: Span) -> Option<(QuestionId, Span)> {
        let evidence = &self.project()?.my_coding(question)?.evidence;
        let found = evidence.iter().find(|evidence| evidence.span.overlaps(span))?;
        Some((question.question, found.span))
    }

    /// The next digit sets a facet, or says what is asked for.
    pub(super) fn pick(&mut self, pick: Pick) {
        self.pane_shown = true;
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

    pub(super) fn drop_evidence(&mut self, question: QuestionRef, span: Span) {
        let Some(project) = self.project() else { return };
        let change = evidence::drop(project, question, span, self.services.clock.now());
        self.commit(change);
    }
}

/// Evidence lies in one part of the paper: what was selected beyond its end is another part's, with
/// marks between them that the reader does not show.
fn within_one_part(document: &Document, span: Span) -> Span {
    let text = document.body.as_str();
    let parts = document.outline.units(text);
    parts.iter().find_map(|part| part.span().cut(span)).unwrap_or(span)
}
