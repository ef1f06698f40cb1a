//! Edits whose effect is there already: a journal may tell of what the project file holds.

use super::Edit;
use crate::model::Project;

impl Edit {
    /// The parts of this edit that would be refused because their effect is there: a document that was put in, a
    /// coding that was taken out. What puts something in place of something else is never among them; it applies
    /// again and changes nothing.
    fn is_present(&self, project: &Project) -> bool {
        match self {
            // The id of a document is the digest of its text: a later line may have changed its head.
            Self::PutDocument { document, .. } => project.documents.contains_key(&document.id),
            Self::DropDocument { document } => !project.documents.contains_key(document),
            Self::DropCoder { coder } => !project.coders.contains_key(coder),
            Self::DropCoding { key } => !project.codings.contains_key(key),
            Self::DropRound { round } => !project.rounds.contains_key(round),
            Self::DropDecision { question } => !project.decisions.contains_key(question),
            Self::All(edits) => edits.iter().all(|edit| edit.is_present(project)),
            _ => false,
        }
    }

    /// What of this edit is not in the project yet; `None` where all of it is.
    pub(super) fn missing_from(self, project: &Project) -> Option<Self> {
        match self {
            Self::All(edits) => {
                let missing: Vec<Self> =
                    edits.into_iter().filter_map(|edit| edit.missing_from(project)).collect();
                (!missing.is_empty()).then_some(Self::All(missing))
            }
            edit => (!edit.is_present(project)).then_some(edit),
        }
    }
}
