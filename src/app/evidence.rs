//! Passages: making them evidence, choosing them, moving their ends.

use crate::model::edits::evidence::{self, PassageEnd};
use crate::model::text::Span;
use crate::model::{Document, QuestionId, QuestionRef};

use super::window::Window;

impl Window {
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
        if self.place.position.document == Some(question.document) {
            self.go_question(question.question);
            self.place.position.evidence = Some((question.question, span));
        }
    }

    pub(super) fn drop_chosen_evidence(&mut self) {
        let (Some(current), Some((question, span))) = (self.current_ref(), self.place.position.evidence)
        else {
            return;
        };
        self.place.position.evidence = None;
        self.drop_evidence(QuestionRef { question, ..current }, span);
    }

    pub(super) fn move_evidence(&mut self, question: QuestionRef, from: Span, to: Span) {
        let Some(project) = self.project() else { return };
        let to = self.document().map_or(to, |document| within_one_part(document, to));
        let change = evidence::adjust(project, question, from, to, self.services.clock.now());
        if self.commit(change) {
            self.place.position.evidence = self.evidence_at(question, to);
        }
    }

    /// The passage of a question at a place whose white space may have been taken off.
    fn evidence_at(&self, question: QuestionRef, span: Span) -> Option<(QuestionId, Span)> {
        let evidence = &self.project()?.my_coding(question)?.evidence;
        let found = evidence.iter().find(|evidence| evidence.span.overlaps(span))?;
        Some((question.question, found.span))
    }

    pub(super) fn drop_evidence(&mut self, question: QuestionRef, span: Span) {
        let Some(project) = self.project() else { return };
        let change = evidence::drop(project, question, span, self.services.clock.now());
        self.commit(change);
    }

    /// Moves an end of the chosen passage by a word.
    pub(super) fn push_evidence(&mut self, end: PassageEnd, forward: bool) {
        let (Some(current), Some((question, span))) = (self.current_ref(), self.place.position.evidence)
        else {
            self.say(self.words().coding.choose_first.to_owned(), false);
            return;
        };
        let Some(document) = self.document() else { return };
        let to = evidence::pushed(document.body.as_str(), span, end, forward);
        self.move_evidence(QuestionRef { question, ..current }, span, to);
        if let Some((_, span)) = self.place.position.evidence {
            self.panes.reader.show_place(span);
        }
    }

    /// The same passage for another question.
    pub(super) fn share_evidence(&mut self, question: QuestionRef, span: Span) {
        let Some(project) = self.project() else { return };
        let change = evidence::add_to_all(project, &[question], span, self.services.clock.now());
        self.commit(change);
    }

    /// Looks for the words of a passage that do not stand where they stood.
    pub(super) fn find_evidence(&mut self, question: QuestionRef, span: Span) {
        let Some(project) = self.project() else { return };
        match evidence::find_again(project, question, span, self.services.clock.now()) {
            Ok(Some((change, place))) => {
                if self.commit(Ok(change)) {
                    self.panes.reader.show_place(place);
                    self.place.position.evidence = Some((question.question, place));
                }
            }
            Ok(None) => self.say(self.words().coding.not_found_again.to_owned(), false),
            Err(problem) => self.notice(problem),
        }
    }
}

/// Evidence lies in one part of the paper: what was selected beyond its end is another part's, with
/// marks between them that the reader does not show.
fn within_one_part(document: &Document, span: Span) -> Span {
    let text = document.body.as_str();
    let parts = document.outline.units(text);
    parts.iter().find_map(|part| part.span().cut(span)).unwrap_or(span)
}
