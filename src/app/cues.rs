//! Cue passages: shown and hidden, their list changed.

use crate::files::storage::built_in_cues;
use crate::model::edits::cues::{self, CueEdit};

use super::window::Window;

impl Window {
    /// Shows cue passages or hides them, and says where they wait for a tag.
    pub(super) fn toggle_cues(&mut self) {
        if self.project().is_some_and(crate::model::Project::is_blind) {
            self.say(self.words().rounds.no_cues.to_owned(), false);
            return;
        }
        let words = self.words().aids;
        let on = self.panes.reader.toggle_cues();
        let tagged = self.current_ref().zip(self.project()).is_none_or(|(question, project)| {
            project.my_coding(question).is_some_and(|coding| coding.tag.is_some())
        });
        let news = match (on, tagged) {
            (false, _) => words.cues_off,
            (true, true) => words.cues_on,
            (true, false) => words.cues_after_tagging,
        };
        self.say(news.to_owned(), false);
    }

    pub(super) fn edit_cues(&mut self, edit: CueEdit) {
        let Some(project) = self.project() else { return };
        let change = cues::change(project, built_in_cues(), edit);
        self.commit(change);
    }
}
