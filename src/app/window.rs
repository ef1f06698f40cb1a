//! The window: what it holds, and one frame of it.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use egui::Ui;

use crate::files::import;
use crate::files::storage::default_codebook;
use crate::model::analysis::MyPart;
use crate::model::edits::{Change, Session, Touched};
use crate::model::{Document, Filter, Language, Project};
use crate::ui::lang::{Words, words};
use crate::ui::panes::Searching;
use crate::ui::{Command, Position};

use super::incoming::Incoming;
use super::jobs::Jobs;
use super::lifecycle::{Ending, Lifecycle};
use super::place::Place;
use super::reading::Import;
use super::requests::Requests;
use super::said::Said;
use super::search_state::Search;
use super::services::Services;
use super::settings::Settings;
use super::shown::{Panes, Shown};
use super::timings::Timings;

const SAMPLE: &[u8] = include_bytes!("../../assets/sample/kleine-anfrage-hessen-muster.txt");

/// Everything the program holds while it runs. It only introduces the groups to one another: what each of them holds
/// and how it changes stands with the group.
pub struct Window {
    pub(super) services: Services,
    pub(super) settings: Settings,
    pub(super) lifecycle: Lifecycle,
    pub(super) place: Place,
    pub(super) shown: Shown,
    pub(super) panes: Panes,
    pub(super) said: Said,
    pub(super) incoming: Incoming,
    pub(super) import: Import,
    pub(super) requests: Requests,
    pub(super) jobs: Jobs,
    pub(super) search: Search,
    pub(super) commands: Vec<Command>,
    /// Projects that were given along with another one: offered once that is open.
    pub(super) offered_later: Vec<PathBuf>,
    pub(super) sample: Arc<Document>,
    /// What the welcome screen shows in place of a project.
    pub(super) nothing: Project,
    pub(super) untouched: Touched,
    /// How far I am in my round.
    pub(super) my_part: MyPart,
    /// Set to end the export that is under way.
    pub(super) stop_exporting: Arc<AtomicBool>,
    timings: Timings,
}

impl Window {
    /// A window with nothing open. `paths` are opened in the first frame.
    #[must_use]
    pub fn new(services: Services, paths: Vec<PathBuf>) -> Self {
        let (settings, problem) = Settings::read(services.preferences.as_ref(), services.fresh_key.as_ref());
        let sample = import::document("beispiel-nachtbusse.txt", SAMPLE)
            .expect("the built-in sample is read by a test");
        let commands = if paths.is_empty() { Vec::new() } else { vec![Command::Take(paths)] };
        let (store, unsaved) = (Arc::clone(&services.store), services.unsaved.clone());
        let jobs = Jobs::new(services.threads, store, unsaved, services.preferences.clone());
        jobs.look_for_unsaved();
        jobs.look_for(settings.preferences.recent.iter().map(|recent| recent.path.clone()).collect());
        let mut said = Said::default();
        if let Some(problem) = problem {
            said.notice(problem);
        }
        Self {
            services,
            settings,
            lifecycle: Lifecycle::default(),
            place: Place::default(),
            shown: Shown::default(),
            panes: Panes::default(),
            said,
            incoming: Incoming::default(),
            import: Import::default(),
            requests: Requests::default(),
            jobs,
            search: Search::default(),
            commands,
            offered_later: Vec::new(),
            sample: Arc::new(sample),
            nothing: Project::new("", default_codebook()),
            untouched: Touched::default(),
            my_part: MyPart::default(),
            stop_exporting: Arc::default(),
            timings: Timings::default(),
        }
    }

    /// Measures frames and prints them at the end.
    #[must_use]
    pub fn with_timings(mut self, since: std::time::Instant) -> Self {
        self.timings = Timings::since(since);
        self
    }

    #[must_use]
    pub fn words(&self) -> &'static Words {
        words(self.language())
    }

    fn language(&self) -> Language {
        self.settings.preferences.language.unwrap_or(self.services.system_language)
    }

    /// The open project.
    #[must_use]
    pub fn project(&self) -> Option<&Project> {
        self.lifecycle.open.as_ref().map(|open| open.session.seen())
    }

    /// The open project with its past.
    #[must_use]
    pub fn session(&self) -> Option<&Session> {
        self.lifecycle.open.as_ref().map(|open| &open.session)
    }

    /// The document in the reader.
    #[must_use]
    pub fn document(&self) -> Option<&Document> {
        self.project()?.document(self.place.position.document?).map(|document| &**document)
    }

    /// Whether there is something that is not on disk.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.lifecycle.is_dirty()
    }

    /// Which questions are shown.
    #[must_use]
    pub fn filter(&self) -> &Filter {
        &self.place.filter
    }

    /// Where the person is.
    #[must_use]
    pub fn position(&self) -> Position {
        self.place.position
    }

    /// Changes the project as a pane would.
    pub fn change(&mut self, change: Change) {
        self.commit(Ok(change));
    }

    /// What is looked for, and what was found so far.
    pub fn searching(&self) -> &Searching {
        &self.search.results
    }

    /// Whether words of the paper are selected.
    pub fn has_selection(&self) -> bool {
        self.panes.reader.selection().is_some()
    }

    /// Whether a save is under way.
    #[must_use]
    pub fn is_saving(&self) -> bool {
        self.lifecycle.is_saving()
    }

    /// Waits until no job is under way; the next frame hears what they had to say. For tests with real threads.
    pub fn wait_for_jobs(&self) {
        self.jobs.wait();
    }

    /// Whether nothing is asked or written any more and the window closes.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.lifecycle.ending != Ending::No
    }

    /// Stops the reading and the export that are under way, if any are.
    pub fn stop_everything(&mut self) {
        self.stop_import();
        self.stop_export();
    }

    /// Carries out a command in the next frame, as a menu would ask for it.
    pub fn ask(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Whether something lies over the window and waits for the person.
    #[must_use]
    pub fn is_covered(&self) -> bool {
        !self.shown.overlay.is_none()
    }

    /// Opens papers or a project in the next frame.
    pub fn open_paths(&mut self, paths: Vec<PathBuf>) {
        self.commands.push(Command::Take(paths));
    }

    /// One frame.
    pub fn ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.timings.frame_begins();
        self.said.now = ctx.input(|input| input.time);
        self.jobs.wakes(&ctx);
        self.show_theme(&ctx);
        self.poll_jobs();
        self.follow_search();
        self.offer_import_view();
        self.poll_dialogs();
        self.input(&ctx);
        // What was typed is done before the frame that shows it: one frame less to wait for a tag.
        self.run_all(&ctx);
        self.show(ui, &ctx);
        if !self.commands.is_empty() {
            ctx.request_repaint();
        }
        self.run_all(&ctx);
        self.mend_position();
        self.hand_to_journal();
        self.keep_settled_preferences(&ctx);
        self.tell_system(&ctx);
        self.timings.frame_ends();
    }

    fn run_all(&mut self, ctx: &egui::Context) {
        for command in std::mem::take(&mut self.commands) {
            // The place of the open document, before the command may remove it.
            let open = self.project().zip(self.place.position.document);
            self.place.last = open.and_then(|(project, id)| project.place_of(id)).unwrap_or(self.place.last);
            self.run(command, ctx);
            self.mend_position();
        }
    }

    /// The window's clock in seconds.
    pub(super) fn clock(&self) -> f64 {
        self.said.now
    }
}
