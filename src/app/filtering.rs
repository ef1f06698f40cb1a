//! Which documents are listed and searched: choosing, keeping and leaving filters.

use crate::model::edits::filters;
use crate::ui::theme;

use super::window::Window;

impl Window {
    /// Shows what there is to filter by in place of the list, or the list again.
    pub(super) fn toggle_filters(&mut self, ctx: &egui::Context) {
        self.filters_shown = !self.filters_shown;
        if self.filters_shown {
            if self.search.shown {
                self.leave_search();
            }
            if ctx.content_rect().width() < theme::space::NARROW {
                self.list_over = true;
            } else {
                self.list_shown = true;
            }
        }
    }

    pub(super) fn keep_filter(&mut self, name: &str) {
        let filter = self.filter.clone();
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
