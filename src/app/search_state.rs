//! What is looked for, what was found, and what was looked through.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::model::{DocumentId, Filter, Project};
use crate::ui::SearchScope;
use crate::ui::panes::Searching;

/// The search of a window.
#[derive(Default)]
pub struct Search {
    /// In place of the list of documents.
    pub(super) shown: bool,
    /// Over a narrow window.
    pub(super) over: bool,
    pub(super) results: Searching,
    /// What is looked through, and of which revision it is.
    pub(super) snapshot: Option<(u64, Arc<Project>)>,
    /// Which search this is: what an earlier one still has to say is not heard.
    pub(super) number: u64,
    pub(super) stop: Arc<AtomicBool>,
    /// What was looked through. Where that is another, the search is made anew.
    pub(super) searched: Option<Searched>,
    /// Nothing of this search was heard yet: what the last one found still stands.
    pub(super) is_silent: bool,
    /// The byte from which the first hit is looked at, where the view follows the typing.
    pub(super) from: Option<usize>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Searched {
    pub(super) document: Option<DocumentId>,
    pub(super) documents: usize,
    pub(super) filter: Filter,
}

impl Searched {
    pub fn of(project: &Project, open: Option<DocumentId>, scope: SearchScope, filter: &Filter) -> Self {
        let document = open.filter(|_| scope == SearchScope::Document);
        Self { document, documents: project.document_count(), filter: filter.clone() }
    }
}
