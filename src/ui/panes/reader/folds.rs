//! What is folded: remarks, the printed head, finished answers.

use super::blocks::{BlockKind, Fold};
use super::pane::ReaderPane;
use crate::model::analysis::cells;
use crate::model::{Document, Project};

impl ReaderPane {
    /// Opens or closes the remarks and the printed head.
    pub fn toggle_remarks(&mut self) {
        let remarks: Vec<Fold> = self
            .blocks
            .iter()
            .filter_map(|block| match block.kind {
                BlockKind::Fold(fold @ Fold::Remark(_), ..) => Some(fold),
                _ => None,
            })
            .collect();
        let any_open = remarks.iter().any(|fold| !self.folded.contains(fold));
        for fold in remarks {
            self.set_fold(fold, any_open);
        }
    }

    /// Closes the answers in which every question is tagged, except the current one; opens all where
    /// some are closed.
    pub fn toggle_finished(&mut self, project: &Project, document: &Document) {
        let closed: Vec<Fold> =
            self.folded.iter().filter(|fold| matches!(fold, Fold::Answer(_))).copied().collect();
        if closed.is_empty() {
            let current = self.shown_question.and_then(|question| document.outline.group_of(question));
            for (group, cells) in document.outline.groups.iter().zip(cells(project, document)) {
                let finished = cells.iter().all(|cell| cell.tag.is_some());
                if finished && current.is_none_or(|current| current.id != group.id) {
                    self.set_fold(Fold::Answer(group.id), true);
                }
            }
        }
        for fold in closed {
            self.set_fold(fold, false);
        }
    }

    pub(super) fn set_fold(&mut self, fold: Fold, closed: bool) {
        if closed {
            self.folded.insert(fold);
        } else {
            self.folded.remove(&fold);
        }
        self.made_of = None;
    }
}
