//! What stands in the window and over it.

use crate::model::ThemeChoice;
use crate::ui::panes::{
    AnswerPane, CodebookPane, CodebookPlan, ComparePane, CueListPane, DocumentsPane, ExportPane, FiltersPane,
    ImportPane, LedgerPane, MergePane, OutlinePane, OverviewPane, Palette, PathPane, ReaderPane, ReviewPane,
    SearchPane, StripPane, TeamPane,
};

use super::jobs::Brought;
use super::lifecycle::AfterLeaving;
use super::requests::Pending;

/// Which parts are there, and what the system was told.
pub struct Shown {
    pub(super) overlay: Overlay,
    /// Work of another copy that arrived while something else lay over the window.
    pub(super) merge_waits: Option<Box<Brought>>,
    pub(super) list: bool,
    /// The list over a narrow window.
    pub(super) list_over: bool,
    /// What there is to filter by, in place of the list.
    pub(super) filters: bool,
    pub(super) pane: bool,
    /// The view of the import stands in place of the panes.
    pub(super) import: bool,
    /// Where F6 last went: reader, pane, strip, list.
    pub(super) region: usize,
    /// How tall the notices were in the last frame, in points: the reader begins below them.
    pub(super) notices_height: f32,
    pub(super) theme: Option<ThemeChoice>,
    pub(super) title: String,
}

impl Default for Shown {
    fn default() -> Self {
        Self {
            overlay: Overlay::None,
            merge_waits: None,
            list: true,
            list_over: false,
            filters: false,
            pane: true,
            import: false,
            region: 0,
            notices_height: 0.0,
            theme: None,
            title: String::new(),
        }
    }
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
    /// A path is typed. The question it answers lives and ends with the field.
    Path(Box<(PathPane, Pending)>),
    Unsaved {
        next: AfterLeaving,
        fresh: bool,
    },
}

impl Overlay {
    #[must_use]
    pub fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }
}
