//! Looking through papers for words, the open one first; hits are told in order.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::model::analysis::{Needle, hits};
use crate::model::{DocumentId, Filter, Job, Project};
use crate::ui::panes::{FoundPaper, Searching};

use super::event::{Event, EventSender, SearchNews};
use super::pool::Jobs;

/// Papers looked through at a time: enough that telling costs nothing, few enough to stop soon.
const PAPERS_PER_BATCH: usize = 16;

/// What is to be looked through.
pub struct SearchOrder {
    pub number: u64,
    pub project: Arc<Project>,
    pub documents: Vec<DocumentId>,
    pub needle: Arc<Needle>,
    /// Only papers that pass are looked through.
    pub filter: Filter,
    pub stop: Arc<AtomicBool>,
    pub threads: usize,
}

impl SearchOrder {
    /// Looks through all papers and tells what they have, in order.
    fn run(&self, events: &EventSender) {
        let batches = batches(self.documents.len());
        let next = AtomicUsize::new(0);
        let is_full = AtomicBool::new(false);
        let in_order = Mutex::new(InOrder::default());
        let work = || {
            while !self.stop.load(Ordering::Relaxed) {
                let nth = next.fetch_add(1, Ordering::Relaxed);
                let Some(batch) = batches.get(nth) else { break };
                let most = if is_full.load(Ordering::Relaxed) { 0 } else { Searching::LISTED };
                let news = self.batch(&self.documents[batch.clone()], most);
                let mut in_order = in_order.lock().unwrap_or_else(PoisonError::into_inner);
                in_order.waiting.insert(nth, news);
                while let Some(news) = in_order.take() {
                    events.send(Event::Found(news));
                }
                is_full.store(in_order.listed >= Searching::LISTED, Ordering::Relaxed);
            }
        };
        if self.threads > 1 && batches.len() > 2 {
            std::thread::scope(|scope| {
                for _ in 0..self.threads {
                    let named = std::thread::Builder::new().name(Job::Searching.name().to_owned());
                    if named.spawn_scoped(scope, &work).is_err() {
                        work();
                    }
                }
            });
        } else {
            work();
        }
    }

    fn batch(&self, documents: &[DocumentId], most: usize) -> SearchNews {
        let mut news =
            SearchNews { number: self.number, hits: Vec::new(), papers: Vec::new(), done: documents.len() };
        for document in documents.iter().filter_map(|id| self.project.document(*id)) {
            if self.stop.load(Ordering::Relaxed) {
                break;
            }
            if !self.filter.passes_document(&self.project, document) {
                continue;
            }
            let found = hits(&self.project, document, &self.needle, most - news.hits.len());
            if found.count > 0 {
                let listed = found.listed.len();
                news.papers.push(FoundPaper { document: document.id, count: found.count, listed });
                news.hits.extend(found.listed);
            }
        }
        news
    }
}

/// The first paper by itself, so that it is there at once; then some at a time.
fn batches(documents: usize) -> Vec<std::ops::Range<usize>> {
    let first = std::iter::once(0..documents.min(1));
    let rest =
        (1..documents).step_by(PAPERS_PER_BATCH).map(|from| from..documents.min(from + PAPERS_PER_BATCH));
    first.chain(rest).collect()
}

/// What was found waits here until everything before it was told.
#[derive(Default)]
struct InOrder {
    waiting: BTreeMap<usize, SearchNews>,
    next: usize,
    listed: usize,
}

impl InOrder {
    fn take(&mut self) -> Option<SearchNews> {
        let mut news = self.waiting.remove(&self.next)?;
        self.next += 1;
        let mut room = Searching::LISTED - self.listed;
        news.hits.truncate(room);
        for paper in &mut news.papers {
            paper.listed = paper.listed.min(room);
            room -= paper.listed;
        }
        self.listed += news.hits.len();
        Some(news)
    }
}

impl Jobs {
    /// Looks for words in a snapshot of a project.
    pub fn search(&self, order: SearchOrder) {
        self.spawn(Job::Searching, Event::Failed, move |events| order.run(events));
    }
}
