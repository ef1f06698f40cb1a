//! The one loop in which the window hears of its jobs, and carries out what came in.

use std::path::PathBuf;

use crate::model::Problem;
use crate::ui::panes::Notice;

use super::incoming::{Batch, Opens, Running, Step};
use super::jobs::Event;
use super::lifecycle::AfterLeaving;
use super::window::Window;

impl Window {
    pub(super) fn poll_jobs(&mut self) {
        for event in self.jobs.events() {
            self.hear(event);
        }
        // What lies over the window, a plan half typed perhaps, is not pushed aside by what arrives.
        if self.shown.overlay.is_none() {
            if let Some(brought) = self.shown.merge_waits.take() {
                self.brought_in(Ok(brought));
            } else if self.lifecycle.ask_about_arrival() {
                self.leave(AfterLeaving::ShowArrived);
            }
        }
        self.carry_out_incoming();
    }

    fn hear(&mut self, event: Event) {
        match event {
            Event::Reading { reading, news } => self.reading_news(reading, news),
            Event::Opened { path, home, result } => self.project_opened(&path, home, result),
            Event::RefiRead(result) => self.refi_read(result),
            Event::CodebookRead { serial, file, result } => self.codebook_read(serial, &file, result),
            Event::ReadAgain { document, result } => self.text_arrived(document, *result),
            Event::Saved { serial, path, state, result } => self.project_saved(serial, &path, state, result),
            Event::Exporting { done, of } => self.export_goes_on(done, of),
            Event::Exported { path, replaced, result } => self.exported(&path, replaced.as_deref(), result),
            Event::BroughtIn(result) => self.brought_in(result),
            Event::JournalFailed(problem) => self.keeping_failed(problem),
            Event::KeptElsewhere(file) => self.kept_elsewhere(&file),
            Event::SettingsFailed(problem) => self.settings_failed(problem),
            Event::Found(news) => self.search_news(news),
            Event::Missing(paths) => self.lifecycle.missing = paths,
            Event::Unsaved(found) => self.unsaved_found(found),
            Event::Failed(problem) => self.notice(problem),
        }
    }

    /// Projects, codebooks and papers, by their paths: they are carried out in order, each once what was before it
    /// is done.
    pub(super) fn take(&mut self, paths: Vec<PathBuf>) {
        let (batch, further) = Batch::of(paths);
        self.incoming.push(batch);
        for path in further {
            // One project at a time: the others are offered, where opening the first keeps the notice.
            self.offered_later.push(path);
        }
        self.carry_out_incoming();
    }

    /// A project, whatever its name ends in.
    pub(super) fn take_project(&mut self, path: PathBuf) {
        let path = std::path::absolute(&path).unwrap_or(path);
        self.incoming.push(Batch { opens: Some(Opens::Project(path)), ..Batch::default() });
        self.carry_out_incoming();
    }

    /// Begins the next step of what came in, where nothing else is under way.
    pub(super) fn carry_out_incoming(&mut self) {
        // A reading that asks what to keep is answered first.
        if self.import.asks() {
            return;
        }
        while let Some(step) = self.incoming.start() {
            match step {
                Step::Open(Opens::Project(path)) => {
                    if !self.open_project(path) {
                        self.incoming.opened();
                    }
                }
                Step::Open(Opens::Refi(path)) => self.jobs.read_refi(path, self.services.clock.now()),
                Step::Codebook(path) => {
                    if self.lifecycle.open.is_none() {
                        self.go_on(AfterLeaving::New);
                    }
                    if !self.read_codebook(path) {
                        self.incoming.done(&Running::Codebook);
                    }
                }
                Step::Papers(paths) => self.read_papers(paths),
            }
        }
        if self.incoming.is_empty() {
            for path in std::mem::take(&mut self.offered_later) {
                self.said.notices.push(Notice::AlsoGiven { path });
            }
        }
    }

    fn settings_failed(&mut self, problem: Problem) {
        if self.settings.tell_failure() {
            self.notice(problem);
        }
    }
}
