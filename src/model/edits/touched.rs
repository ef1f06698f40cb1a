//! What the last edits were about, so that what is derived of ten thousand papers is not derived anew for one tag.

use std::collections::{BTreeSet, VecDeque};

use super::Edit;
use crate::model::DocumentId;

/// How many edits are remembered. Who looks less often looks at everything.
const REMEMBERED: usize = 64;

/// The papers that the last edits were about.
#[derive(Clone, Debug, Default)]
pub struct Touched {
    /// The revision that each edit made; none of it where it was about the project as a whole.
    edits: VecDeque<(u64, Option<BTreeSet<DocumentId>>)>,
    /// The revision before the first that is remembered.
    before: u64,
}

impl Touched {
    pub(super) fn note(&mut self, revision: u64, edit: &Edit) {
        let mut papers = BTreeSet::new();
        let papers = about(edit, &mut papers).then_some(papers);
        self.edits.push_back((revision, papers));
        if self.edits.len() > REMEMBERED
            && let Some((gone, _)) = self.edits.pop_front()
        {
            self.before = gone;
        }
    }

    /// Everything looks different from now on, and nothing changed: somebody else sits here.
    pub(super) fn note_all(&mut self, revision: u64) {
        self.edits.push_back((revision, None));
    }

    /// The papers that changed since a revision; none where anything may have changed.
    #[must_use]
    pub fn since(&self, revision: u64) -> Option<BTreeSet<DocumentId>> {
        if revision < self.before {
            return None;
        }
        let mut papers = BTreeSet::new();
        for (_, of) in self.edits.iter().rev().take_while(|(made, _)| *made > revision) {
            papers.extend(of.as_ref()?);
        }
        Some(papers)
    }
}

/// Gathers the papers of an edit. Returns whether it is about papers only, and about which are there.
fn about(edit: &Edit, papers: &mut BTreeSet<DocumentId>) -> bool {
    match edit {
        Edit::PutHead { document, .. } | Edit::PutOutline { document, .. } => papers.insert(*document),
        Edit::PutCoding { key, .. } | Edit::DropCoding { key } => papers.insert(key.document),
        Edit::PutDecision { question, .. } | Edit::DropDecision { question } => {
            papers.insert(question.document)
        }
        Edit::All(edits) => return edits.iter().all(|edit| about(edit, papers)),
        Edit::PutFilters { .. } | Edit::Rename { .. } | Edit::PutCues { .. } | Edit::PutLedgerDay { .. } => {
            false
        }
        Edit::PutDocument { .. }
        | Edit::DropDocument { .. }
        | Edit::PutCoder { .. }
        | Edit::DropCoder { .. }
        | Edit::PutRound { .. }
        | Edit::DropRound { .. }
        | Edit::PutCodebook { .. }
        | Edit::PutWording { .. }
        | Edit::PutReason { .. } => return false,
    };
    true
}
