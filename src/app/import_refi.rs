//! A project of another program comes in: as a new project, with the list of what has no place in it.

use crate::model::{Problem, Project};
use crate::ui::panes::Notice;

use super::jobs::RefiProject;
use super::lifecycle::Arrived;
use super::project::OpenProject;
use super::window::Window;

impl Window {
    pub(super) fn refi_read(&mut self, result: Result<Box<RefiProject>, Problem>) {
        match result {
            Ok(arrived) => self.lifecycle.arrive(Arrived::Refi(arrived)),
            Err(problem) => {
                self.opening_refused();
                self.notice(problem);
            }
        }
    }

    /// Shows the project that came in. That it came is a step that can be taken back.
    pub(super) fn show_refi(&mut self, arrived: RefiProject) {
        let RefiProject { file, project, change, left_out } = arrived;
        self.set_project(Some(OpenProject::fresh(project)));
        if !self.commit(Ok(change)) {
            return;
        }
        let first = self.project().and_then(|project| project.documents().next().map(|first| first.id));
        if let Some(first) = first {
            self.go_document(first);
        }
        let count = self.project().map_or(0, Project::document_count);
        self.say((self.words().added)(count), count > 1);
        if !left_out.is_empty() {
            self.said.notices.push(Notice::LeftOut { file, left_out });
        }
    }
}
