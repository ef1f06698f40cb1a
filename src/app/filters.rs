//! Which documents are listed and searched: choosing, keeping and leaving filters.

use crate::model::Filter;
use crate::model::edits::filters;
use crate::ui::{View, theme};

use super::window::Window;

impl Window {
    /// Shows what there is to filter by in place of the list, or the list again.
    pub(super) fn toggle_filters(&mut self, ctx: &egui::Context) {
        self.shown.filters = !self.shown.filters;
        if self.shown.filters {
            if self.search.shown {
                self.leave_search();
            }
            if ctx.content_rect().width() < theme::space::NARROW {
                self.shown.list_over = true;
            } else {
                self.shown.list = true;
            }
        }
    }

    /// Shows the questions of a filter where they are tagged, the first of them at once.
    pub(super) fn show_behind(&mut self, filter: Filter) {
        let before = std::mem::replace(&mut self.place.filter, filter);
        self.go_view(View::Coding);
        self.place.behind = Some(before);
        let Some(project) = self.project() else { return };
        let first = project.documents().find_map(|document| {
            let mut questions = document.outline.questions().map(|question| question.id);
            let passes = questions.find(|id| self.place.filter.passes(project, document, *id))?;
            Some((document.id, passes))
        });
        if let Some((document, question)) = first {
            self.go_reference(document, Some(question));
        }
    }

    /// Back to the overview from the questions behind a bar, if that is where they were shown from.
    pub(super) fn back_to_overview(&mut self) -> bool {
        let Some(before) = self.place.behind.take() else { return false };
        self.place.filter = before;
        self.go_view(View::Overview);
        true
    }

    pub(super) fn keep_filter(&mut self, name: &str) {
        let filter = self.place.filter.clone();
        let change = self.project().and_then(|project| filters::keep(project, name, &filter));
        if let Some(change) = change {
            self.commit(Ok(change));
        }
    }

    pub(super) fn drop_filter(&mut self, name: &str) {
        let change = self.project().and_then(|project| filters::drop(project, name));
        if let Some(change) = change
            && self.commit(Ok(change))
        {
            self.say((self.words().filters.dropped)(name), true);
        }
    }
}
