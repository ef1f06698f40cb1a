//! Going from question to question, from document to document.

use std::sync::Arc;

use crate::model::analysis::cells;
use crate::model::{Document, DocumentId, QuestionId};
use crate::ui::View;

use super::outline::question_near;
use super::window::Window;

impl Window {
    /// Opens a document at its first question.
    pub(super) fn go_document(&mut self, id: DocumentId) {
        self.place.position.view = View::Coding;
        if self.place.position.document == Some(id) {
            return;
        }
        self.place.position.document = Some(id);
        self.place.position.evidence = None;
        let first = self.document().and_then(|document| document.outline.questions().next().map(|q| q.id));
        self.place.position.question = first;
        self.choose_first_part();
        self.panes.answer.all_same = None;
        self.shown.list_over = false;
    }

    /// Shows the project in another light. The outline is left: it belongs to the paper.
    pub(super) fn go_view(&mut self, view: View) {
        if view != View::Coding {
            self.place.behind = None;
            self.leave_outline();
        }
        self.shown.import = false;
        self.shown.list_over = false;
        self.place.position.view = view;
        match view {
            View::Coding => self.panes.reader.focus(),
            View::Codebook => self.panes.codebook.focus(),
            View::Overview => self.panes.overview.focus(),
            View::Ledger | View::Compare | View::Review => {}
        }
    }

    pub(super) fn go_question(&mut self, id: QuestionId) {
        let known = self.document().is_some_and(|document| document.outline.question(id).is_some());
        if known {
            if self.place.position.evidence.is_some_and(|(question, _)| question != id) {
                self.place.position.evidence = None;
            }
            self.place.position.question = Some(id);
            self.choose_question(id);
        }
    }

    /// Where a reference leads.
    pub(super) fn go_reference(&mut self, document: DocumentId, question: Option<QuestionId>) {
        self.go_document(document);
        if let Some(question) = question {
            self.go_question(question);
        }
    }

    pub(super) fn follow_reference(&mut self) {
        match self.panes.reader.next_link() {
            Some((document, question)) => self.go_reference(document, question),
            None => self.say(self.words().import.no_reference.to_owned(), false),
        }
    }

    /// The next question, or the one before; at the end says what is open.
    pub(super) fn step_question(&mut self, forward: bool) {
        let Some(document) = self.document() else { return };
        let ids: Vec<QuestionId> = document.outline.questions().map(|question| question.id).collect();
        let Some(here) = ids.iter().position(|id| Some(*id) == self.place.position.question) else { return };
        let there = if forward { here.checked_add(1) } else { here.checked_sub(1) };
        match there.and_then(|there| ids.get(there)) {
            Some(id) => self.go_question(*id),
            None if forward => self.say_what_is_open(),
            None => {}
        }
    }

    fn say_what_is_open(&mut self) {
        let labels = self.open_labels();
        let news = if labels.is_empty() {
            self.words().all_tagged.to_owned()
        } else {
            (self.words().open_left)(&labels)
        };
        self.say(news, false);
    }

    pub(super) fn open_labels(&self) -> Vec<String> {
        let (Some(document), Some(project)) = (self.document(), self.project()) else { return Vec::new() };
        let all = cells(project, document).into_iter().flatten();
        all.filter(|cell| cell.tag.is_none()).map(|cell| cell.label).collect()
    }

    pub(super) fn step_answer(&mut self, forward: bool) {
        let Some(document) = self.document() else { return };
        let groups = &document.outline.groups;
        let question = self.place.position.question;
        let holds = |question| groups.iter().position(|g| g.questions.iter().any(|q| Some(q.id) == question));
        let Some(here) = holds(question) else { return };
        let there = if forward { here.checked_add(1) } else { here.checked_sub(1) };
        let first = there.and_then(|there| groups.get(there)).and_then(|group| group.questions.first());
        if let Some(id) = first.map(|question| question.id) {
            self.go_question(id);
        }
    }

    /// The next question without a tag, around the end of the document.
    pub(super) fn step_open(&mut self, forward: bool) {
        let (Some(document), Some(project)) = (self.document(), self.project()) else { return };
        let mut cells: Vec<(QuestionId, bool)> = cells(project, document)
            .into_iter()
            .flatten()
            .map(|cell| (cell.question, cell.tag.is_none()))
            .collect();
        // Where the filter lets some open questions pass, it is these.
        let passes = |id: QuestionId| self.place.filter.passes(project, document, id);
        if cells.iter().any(|(id, open)| *open && passes(*id)) {
            for (id, open) in &mut cells {
                *open &= passes(*id);
            }
        }
        let here = cells.iter().position(|(id, _)| Some(*id) == self.place.position.question).unwrap_or(0);
        let (before, after) = cells.split_at(here);
        let mut around: Vec<&(QuestionId, bool)> = after.iter().skip(1).chain(before).collect();
        if !forward {
            around.reverse();
        }
        match around.into_iter().find(|(_, open)| *open) {
            Some((id, _)) => self.go_question(*id),
            None => self.say_what_is_open(),
        }
    }

    pub(super) fn step_document(&mut self, forward: bool) {
        let Some(project) = self.project() else { return };
        let here = self.place.position.document.and_then(|id| project.place_of(id));
        let there = match (here, forward) {
            (None, _) => Some(0),
            (Some(here), true) => here.checked_add(1),
            (Some(here), false) => here.checked_sub(1),
        };
        let Some(there) = there else { return };
        let listed = |document: &&Arc<Document>| self.place.filter.passes_document(project, document);
        let found = if forward {
            project.documents().skip(there).find(listed)
        } else {
            let before = (0..=there).rev().filter_map(|place| project.document_at(place));
            before.into_iter().find(listed)
        };
        if let Some(id) = found.map(|document| document.id) {
            self.go_document(id);
        }
    }

    /// Brings the position back into the project after a change: a document may be gone.
    pub(super) fn mend_position(&mut self) {
        let Some(project) = self.project() else {
            self.place.position = crate::ui::Position::default();
            return;
        };
        let fits = |document: &Document, question: Option<QuestionId>| match question {
            Some(question) => document.outline.question(question).is_some(),
            None => document.outline.question_count() == 0,
        };
        let (document, question) = match self.place.position.document.and_then(|id| project.document(id)) {
            Some(document) if fits(document, self.place.position.question) => return,
            Some(document) => (Some(document.id), question_near(document, self.place.position.outline)),
            None => {
                let place = self.place.last.min(project.document_count().saturating_sub(1));
                let document = project.document_at(place);
                let question =
                    document.and_then(|document| document.outline.questions().next()).map(|q| q.id);
                (document.map(|document| document.id), question)
            }
        };
        self.place.position.document = document;
        self.place.position.question = question;
        self.place.position.outline = self.place.position.outline.filter(|_| document.is_some());
    }
}
