//! Searching while one types: papers are looked through on threads, the open one first, and hits come in order.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use crate::model::analysis::Needle;
use crate::model::{DocumentId, Filter, Project};
use crate::ui::panes::SearchPane;
use crate::ui::{SearchScope, View, theme};

use super::jobs::{SearchNews, SearchOrder};
use super::search_state::Searched;
use super::window::Window;

impl Window {
    /// Opens the search with the keyboard in its field. What is selected in the paper is looked for.
    pub(super) fn find(&mut self, scope: SearchScope, ctx: &egui::Context) {
        if !matches!(self.shown.overlay, super::shown::Overlay::None) {
            self.close_overlay();
        }
        self.shown.import = false;
        let selected = self.panes.reader.selection().and_then(|span| Some(self.document()?.reading(span)));
        let search = &mut self.search;
        search.shown = true;
        search.over = ctx.content_rect().width() < theme::space::NARROW;
        search.results.scope = scope;
        if let Some(selected) = selected.filter(|words| words.len() < 100 && !words.contains('\n')) {
            search.results.typed = selected;
        }
        self.shown.list_over = false;
        self.shown.list = true;
        self.panes.search.focus(&self.search.results.typed);
        self.start_search();
    }

    pub(super) fn search_for(&mut self, typed: String) {
        self.search.results.typed = typed;
        self.search.from = (self.search.results.scope == SearchScope::Document)
            .then(|| self.panes.reader.first_byte_in_view());
        self.start_search();
    }

    pub(super) fn search_in(&mut self, scope: SearchScope) {
        self.search.results.scope = scope;
        self.panes.search.focus(&self.search.results.typed);
        self.start_search();
    }

    /// The project as it is now. Every letter that is typed looks through the same one.
    fn searchable(&mut self) -> Option<Arc<Project>> {
        let session = &self.lifecycle.open.as_ref()?.session;
        let revision = session.revision();
        if let Some((of, project)) = &self.search.snapshot
            && *of == revision
        {
            return Some(Arc::clone(project));
        }
        let project = Arc::new(session.seen().clone());
        self.search.snapshot = Some((revision, Arc::clone(&project)));
        Some(project)
    }

    /// Begins to look; what was still looked for is no longer.
    fn start_search(&mut self) {
        let now = self.clock();
        let Some(project) = self.searchable() else { return };
        let open = self.place.position.document;
        let search = &mut self.search;
        search.stop.store(true, Ordering::Relaxed);
        search.number += 1;
        search.searched = Some(Searched::of(&project, open, search.results.scope, &self.place.filter));
        let needle = Needle::new(&search.results.typed).map(Arc::new);
        self.panes.reader.find(needle.clone());
        let Some(needle) = needle else {
            search.results.clear();
            return;
        };
        let documents: Vec<DocumentId> = match search.results.scope {
            SearchScope::Document => open.into_iter().collect(),
            SearchScope::Project => {
                let all = project.documents().map(|document| document.id);
                open.into_iter().chain(all.filter(|id| Some(*id) != open)).collect()
            }
        };
        search.is_silent = true;
        search.results.running = true;
        search.results.since = now;
        search.results.current = None;
        search.results.of = documents.len();
        search.results.done = 0;
        search.stop = Arc::default();
        let stop = Arc::clone(&search.stop);
        let threads = if self.services.threads { 2 } else { 1 };
        let filter = match search.results.scope {
            SearchScope::Document => Filter::default(),
            SearchScope::Project => self.place.filter.clone(),
        };
        let order = SearchOrder { number: search.number, project, documents, needle, filter, stop, threads };
        self.jobs.search(order);
    }

    /// Makes the search anew where other papers are to be looked through.
    pub(super) fn follow_search(&mut self) {
        if !self.search.shown || self.search.results.typed.is_empty() {
            return;
        }
        let Some(project) = self.project() else { return };
        let now = Searched::of(
            project,
            self.place.position.document,
            self.search.results.scope,
            &self.place.filter,
        );
        if self.search.searched != Some(now) {
            self.search.from = None;
            self.start_search();
        }
    }

    pub(super) fn search_news(&mut self, news: SearchNews) {
        let search = &mut self.search;
        if news.number != search.number {
            return;
        }
        let results = &mut search.results;
        if std::mem::take(&mut search.is_silent) {
            (results.hits, results.papers, results.count) = Default::default();
        }
        results.count += news.papers.iter().map(|paper| paper.count).sum::<usize>();
        results.hits.extend(news.hits);
        results.papers.extend(news.papers);
        results.done += news.done;
        results.running = results.done < results.of;
        if let Some(from) = search.from.take() {
            self.look_at_first(from);
        }
    }

    /// While one types, the view shows the first hit from where it is.
    fn look_at_first(&mut self, from: usize) {
        let results = &mut self.search.results;
        let in_text = || results.hits.iter().enumerate().filter_map(|(nth, hit)| Some((nth, hit.span()?)));
        let found = in_text().find(|(_, span)| span.end > from).or_else(|| in_text().next());
        if let Some((nth, span)) = found {
            results.current = Some(nth);
            let document = results.hits[nth].document;
            self.panes.reader.show_found(document, span, None);
        }
    }

    /// Shows a hit in its paper, with its question.
    pub(super) fn go_hit(&mut self, nth: usize, ctx: &egui::Context) {
        let Some(hit) = self.search.results.hits.get(nth).cloned() else { return };
        let known = self.project().is_some_and(|project| project.document(hit.document).is_some());
        if !known {
            return;
        }
        self.search.results.current = Some(nth);
        self.go_document(hit.document);
        self.place.position.view = View::Coding;
        let question = hit.question().map(|question| match self.place.position.question {
            // An answer to several questions: the current one stays, where it is one of them.
            Some(current) if self.is_answered_with(question, current) => current,
            _ => question,
        });
        if let Some(question) = question {
            self.go_question(question);
        }
        if let Some(span) = hit.span() {
            self.panes.reader.show_found(hit.document, span, question);
        }
        let words = self.words().search;
        let news = (words.hit)(nth + 1, self.search.results.count, &(words.place)(&hit.place));
        if ctx.content_rect().width() < theme::space::NARROW {
            // The list would hide the paper.
            self.search.over = false;
            self.say(news.clone(), false);
        }
        self.said.announced = news;
    }

    fn is_answered_with(&self, first: crate::model::QuestionId, current: crate::model::QuestionId) -> bool {
        let group = self.document().and_then(|document| document.outline.group_of(first));
        group.is_some_and(|group| group.questions.iter().any(|question| question.id == current))
    }

    /// To the next hit, or the one before. Where nothing is looked for, the search opens.
    pub(super) fn step_hit(&mut self, forward: bool, ctx: &egui::Context) {
        if self.search.results.typed.trim().is_empty() {
            self.find(SearchScope::Project, ctx);
            return;
        }
        if !self.search.shown {
            self.search.shown = true;
            let typed = self.search.results.typed.clone();
            self.panes.search.take(&typed);
            self.start_search();
            return;
        }
        if let Some(nth) = self.search.results.neighbour(forward) {
            self.go_hit(nth, ctx);
        }
    }

    /// Puts the list of documents back, and takes the hits out of the paper.
    pub(super) fn leave_search(&mut self) {
        self.search.stop.store(true, Ordering::Relaxed);
        self.search.shown = false;
        self.search.over = false;
        self.search.snapshot = None;
        self.panes.reader.find(None);
        self.panes.reader.focus();
    }

    /// Whether Esc means the search: its field has the keyboard, or no other field.
    pub(super) fn escapes_search(&self, ctx: &egui::Context) -> bool {
        let in_field = ctx.memory(egui::Memory::focused) == Some(SearchPane::id());
        self.search.shown && (in_field || !ctx.text_edit_focused())
    }
}
