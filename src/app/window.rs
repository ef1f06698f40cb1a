//! The window: what it holds, and one frame of it.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use egui::Ui;

use crate::files::import;
use crate::files::storage::{Unsaved, default_codebook, load_preferences};
use crate::model::analysis::MyPart;
use crate::model::edits::{Change, Session, Touched};
use crate::model::{Document, Filter, Language, Preferences, Project, ThemeChoice};
use crate::ui::lang::{Words, words};
use crate::ui::panes::{
    self, AnswerPane, CodebookPane, CodebookPlan, ComparePane, CueListPane, DocumentsPane, ExportPane,
    FiltersPane, ImportPane, Importing, LedgerPane, MergePane, Notice, OutlinePane, OverviewPane, Palette,
    PathPane, ReaderPane, ReviewPane, SearchPane, StripPane, TeamPane, Toast,
};
use crate::ui::{Command, Position};

use super::asking::Waiting;
use super::exchanging::Exchanged;
use super::library::Next;
use super::project::{OpenProject, Recovery};
use super::searching::Search;
use super::services::{RequestId, Services};
use super::timings::Timings;
use super::work::Work;

const SAMPLE: &[u8] = include_bytes!("../../assets/sample/kleine-anfrage-hessen-muster.txt");

/// Everything the program holds while it runs.
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own with two answers")]
pub struct Window {
    pub(super) services: Services,
    pub(super) preferences: Preferences,
    pub(super) open: Option<OpenProject>,
    pub(super) position: Position,
    /// A project that was read while the person is asked about unsaved work.
    pub(super) arrived: Option<(OpenProject, Recovery)>,
    /// A project of another program, likewise.
    pub(super) exchanged: Option<Box<Exchanged>>,
    /// The place of the open document in the list, should it be removed.
    pub(super) last_place: usize,
    pub(super) panes: Panes,
    pub(super) overlay: Overlay,
    pub(super) notices: Vec<Notice>,
    pub(super) toast: Option<Toast>,
    pub(super) work: Work,
    pub(super) search: Search,
    /// The import that runs, or the last one.
    pub(super) importing: Option<Importing>,
    /// The view of the import stands in place of the panes.
    pub(super) import_shown: bool,
    /// What was dropped while an import ran.
    pub(super) read_later: Vec<PathBuf>,
    pub(super) waiting: Option<Waiting>,
    /// The last question that was put into a dialog.
    pub(super) asked: RequestId,
    pub(super) wants_save_dialog: bool,
    pub(super) after_save: Option<Next>,
    pub(super) save_again: bool,
    pub(super) commands: Vec<Command>,
    pub(super) sample: Arc<Document>,
    /// Recent projects that are not where they were.
    pub(super) missing: Vec<PathBuf>,
    /// Projects that were never saved when the program ended.
    pub(super) unsaved: Vec<Unsaved>,
    /// How many projects were opened here.
    pub(super) serial: u64,
    /// What the welcome screen shows in place of a project.
    pub(super) nothing: Project,
    pub(super) untouched: Touched,
    /// How far I am in my round.
    pub(super) my_part: MyPart,
    /// Which questions are shown.
    pub(super) filter: Filter,
    /// The filter of the overview whose questions are shown: Esc leads back to it.
    pub(super) behind: Option<Filter>,
    /// What there is to filter by, in place of the list.
    pub(super) filters_shown: bool,
    pub(super) list_shown: bool,
    pub(super) list_over: bool,
    pub(super) pane_shown: bool,
    /// Where F6 last went: reader, pane, strip, list.
    pub(super) region: usize,
    /// Set to end the export that is under way.
    pub(super) stop_exporting: Arc<AtomicBool>,
    pub(super) quitting: bool,
    pub(super) closing: bool,
    pub(super) title_shown: String,
    pub(super) theme_shown: Option<ThemeChoice>,
    pub(super) now: f64,
    /// How tall the notices were in the last frame: the reader begins below them.
    pub(super) notices_height: f32,
    /// The last change in words, for screen readers.
    pub(super) announced: String,
    timings: Timings,
}

/// The panes with what they remember.
#[derive(Default)]
pub struct Panes {
    pub reader: ReaderPane,
    pub documents: DocumentsPane,
    pub answer: AnswerPane,
    pub outline: OutlinePane,
    pub strip: StripPane,
    pub import: ImportPane,
    pub codebook: CodebookPane,
    pub compare: ComparePane,
    pub ledger: LedgerPane,
    pub search: SearchPane,
    pub overview: OverviewPane,
    pub review: ReviewPane,
    pub filters: FiltersPane,
}

/// What lies over the window.
pub enum Overlay {
    None,
    Palette(Palette),
    Keys,
    Definitions,
    Settings,
    Export(Box<ExportPane>),
    PrintFacts,
    CueList(Box<CueListPane>),
    CodebookPlan(Box<CodebookPlan>),
    Team(Box<TeamPane>),
    Merge(Box<MergePane>),
    Path(PathPane),
    Unsaved { next: Next, fresh: bool },
}

impl Window {
    /// A window with nothing open. `paths` are opened in the first frame.
    #[must_use]
    pub fn new(services: Services, paths: Vec<PathBuf>) -> Self {
        let mut preferences = services.preferences.as_deref().map(load_preferences).unwrap_or_default();
        if preferences.identity.key.is_empty() {
            preferences.identity.key = services.fresh_key.clone().unwrap_or_default();
        }
        let sample = import::document("beispiel-nachtbusse.txt", SAMPLE)
            .expect("the built-in sample is read by a test");
        let threads = services.threads;
        let commands = if paths.is_empty() { Vec::new() } else { vec![Command::Take(paths)] };
        let work = Work::new(threads, services.unsaved.clone());
        work.look_for_unsaved();
        work.look_for(preferences.recent.iter().map(|recent| recent.path.clone()).collect());
        Self {
            services,
            preferences,
            open: None,
            arrived: None,
            exchanged: None,
            position: Position::default(),
            last_place: 0,
            panes: Panes::default(),
            overlay: Overlay::None,
            notices: Vec::new(),
            toast: None,
            work,
            search: Search::default(),
            importing: None,
            import_shown: false,
            read_later: Vec::new(),
            waiting: None,
            asked: RequestId(0),
            wants_save_dialog: false,
            after_save: None,
            save_again: false,
            commands,
            sample: Arc::new(sample),
            missing: Vec::new(),
            unsaved: Vec::new(),
            serial: 0,
            nothing: Project::new("", default_codebook()),
            untouched: Touched::default(),
            my_part: MyPart::default(),
            filter: Filter::default(),
            behind: None,
            filters_shown: false,
            list_shown: true,
            list_over: false,
            pane_shown: true,
            region: 0,
            stop_exporting: Arc::default(),
            quitting: false,
            closing: false,
            title_shown: String::new(),
            theme_shown: None,
            now: 0.0,
            notices_height: 0.0,
            announced: String::new(),
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
        self.preferences.language.unwrap_or(self.services.system_language)
    }

    /// The open project.
    #[must_use]
    pub fn project(&self) -> Option<&Project> {
        self.open.as_ref().map(|open| open.session.seen())
    }

    /// The open project with its past.
    #[must_use]
    pub fn session(&self) -> Option<&Session> {
        self.open.as_ref().map(|open| &open.session)
    }

    /// The document in the reader.
    #[must_use]
    pub fn document(&self) -> Option<&Document> {
        self.project()?.document(self.position.document?).map(|document| &**document)
    }

    /// Whether there is something that is not on disk.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.session.is_dirty())
    }

    /// Which questions are shown.
    #[must_use]
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Where the person is.
    #[must_use]
    pub fn position(&self) -> Position {
        self.position
    }

    /// Changes the project as a pane would.
    pub fn change(&mut self, change: Change) {
        self.commit(Ok(change));
    }

    /// What is looked for, and what was found so far.
    pub fn searching(&self) -> &panes::Searching {
        &self.search.results
    }

    /// Whether words of the paper are selected.
    pub fn has_selection(&self) -> bool {
        self.panes.reader.selection().is_some()
    }

    /// Whether a save is under way.
    #[must_use]
    pub fn is_saving(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.saving)
    }

    /// Opens papers or a project in the next frame.
    pub fn open_paths(&mut self, paths: Vec<PathBuf>) {
        self.commands.push(Command::Take(paths));
    }

    /// One frame.
    pub fn ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.timings.frame_begins();
        self.now = ctx.input(|input| input.time);
        self.work.wakes(&ctx);
        self.show_theme(&ctx);
        self.poll_work();
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
        self.show_save_dialog(&ctx);
        self.mend_position();
        self.hand_to_journal();
        self.tell_system(&ctx);
        self.timings.frame_ends();
    }

    fn run_all(&mut self, ctx: &egui::Context) {
        for command in std::mem::take(&mut self.commands) {
            // The place of the open document, before the command may remove it.
            let open = self.project().zip(self.position.document);
            self.last_place = open.and_then(|(project, id)| project.place_of(id)).unwrap_or(self.last_place);
            self.run(command, ctx);
            self.mend_position();
        }
    }

    /// The window's clock in seconds.
    pub(super) fn clock(&self) -> f64 {
        self.now
    }
}
