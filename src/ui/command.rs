//! Everything a person can ask for. Menu, palette, shortcuts, tooltips and the test for clashing keys
//! all follow from this one list.

use std::path::PathBuf;

use super::cx::View;
use crate::model::analysis::Chosen;
use crate::model::edits::codebook::CodebookStep;
use crate::model::edits::cues::CueEdit;
use crate::model::edits::evidence::PassageEnd;
use crate::model::edits::head::HeadField;
use crate::model::edits::promise::PromiseStep;
use crate::model::edits::rounds::RoundDraft;
use crate::model::text::Span;
use crate::model::{
    Asked, CodebookFormat, CoderId, DocumentId, ExportChoice, FacetId, Filter, GroupId, Kind, Language,
    QuestionId, QuestionRef, Round, ThemeChoice,
};

/// A request. It runs after the frame in which it was made; panes never change anything themselves.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    // Files.
    NewProject,
    Open,
    AddDocuments,
    AddFolder,
    /// Asks for the work of another copy, and shows what comes.
    BringIn,
    /// What somebody else wrote into the file of the open project, beside what is here.
    CompareVersions,
    TakeMerge,
    Sample,
    Save,
    SaveAs,
    Export,
    CloseProject,
    Quit,
    OpenPath(PathBuf),
    ForgetRecent(PathBuf),
    /// Projects that were never saved.
    OpenUnsaved(PathBuf),
    DiscardUnsaved(PathBuf),
    /// Papers or a project, dropped or named on the command line.
    Take(Vec<PathBuf>),
    ExportAs(Box<ExportChoice>, ExportScope),
    StopExport,
    /// Shows what became of the files that were read, or goes back to reading.
    ImportView,
    StopImport,
    /// The answer to "keep the 312 already read?".
    KeepRead(bool),
    OpenImported(DocumentId),
    /// How the open paper was read, and what was left out.
    PrintFacts,

    // Changing.
    Undo,
    Redo,
    RenameProject(String),
    SetNumber(DocumentId, String),
    RemoveDocument(DocumentId),
    RemoveThisDocument,

    // Tagging. Numbers are the keys of the codebook, from 1.
    Tag(usize),
    TagAll(usize),
    Clear,
    ClearAll,
    TagQuestion(QuestionId, usize),
    /// The second answer to "question 6 is vague, change it too?".
    TagOpen(usize),
    TagAllAnyway(usize),
    Later,
    Memo(QuestionRef, String),
    /// The person left a text field: the next letters are a step of their own.
    CloseStep,
    Evidence,
    EvidenceForAll,
    DropEvidence(QuestionRef, Span),
    /// A passage was clicked: its question, and where it stands.
    ChooseEvidence(QuestionRef, Span),
    DropChosenEvidence,
    /// The passage at the first place goes to the second.
    MoveEvidence(QuestionRef, Span, Span),
    /// An end of the chosen passage goes a word on or back.
    PushEvidence(PassageEnd, bool),
    /// A passage becomes evidence of another question, too.
    ShareEvidence(QuestionRef, Span),
    /// The words of a lost passage are looked for.
    FindEvidence(QuestionRef, Span),
    /// Something is said of a promise.
    Promise(QuestionRef, PromiseStep),
    /// Asks which later answer shows what became of the chosen promise.
    LinkLater,
    AnsweredLater,
    /// The day against which promises are overdue, as typed.
    LedgerDay(String),
    ExportLedger,
    NextPromise,
    PreviousPromise,
    /// Shows the passage of the chosen promise in its paper.
    OpenPromise,
    /// Moves the keyboard to the date of the chosen promise.
    PromiseDate,
    // Comparing. Numbers are the keys of the codebook, from 1.
    NextCase,
    PreviousCase,
    NextUndecided,
    PreviousUndecided,
    DecideTag(usize),
    /// Moves the keyboard to the reason.
    CaseReason,
    /// Keeps the decision and goes on.
    Decide,
    /// Takes a decision away.
    Reopen(QuestionRef),
    CopyAgreement,
    ExportAgreement,
    /// Reads the text of the open paper again, from a file.
    ReadAgain,
    /// The next digit sets a facet.
    Facets,
    Facet(QuestionRef, FacetId),
    /// The next digit says what is asked for.
    AskedFor,
    Asked(QuestionRef, Asked),
    EditMemo,

    // Moving.
    GoDocument(DocumentId),
    GoQuestion(QuestionId),
    /// Where a reference leads: a paper, and perhaps a question of it.
    GoReference(DocumentId, Option<QuestionId>),
    FollowReference,
    NextQuestion,
    PreviousQuestion,
    NextAnswer,
    PreviousAnswer,
    NextOpen,
    PreviousOpen,
    NextDocument,
    PreviousDocument,
    /// Enter: evidence where words are selected, else the next question.
    Enter,

    // Searching.
    Find,
    FindInProject,
    SearchFor(String),
    SearchIn(SearchScope),
    /// A hit by its place in the list.
    GoHit(usize),
    NextHit,
    PreviousHit,
    LeaveSearch,

    // Filtering.
    /// Opens or closes the choice of filters.
    Filters,
    Filter(Box<Filter>),
    /// Shows the questions of a filter where they are tagged; Esc leads back to the charts.
    ShowBehind(Box<Filter>),
    KeepFilter(String),
    DropFilter(String),

    // Reading.
    ShowPlace(Span),
    ScrollDown,
    ScrollUp,
    PageDown,
    PageUp,
    Top,
    Bottom,
    NextSentence,
    PreviousSentence,
    ExtendNextSentence,
    ExtendPreviousSentence,
    Caret,
    Copy,
    CopyWithSource,
    Fold,
    FoldFinished,
    /// Cue passages, on and off.
    Cues,
    /// The list of cues, to be read and changed.
    CueList,
    EditCues(CueEdit),

    // Correcting the outline. Each acts on the selected words or, without any, on the chosen part.
    /// On and off.
    OutlineMode,
    NextPart,
    PreviousPart,
    SplitPart,
    JoinPart,
    MarkQuestion,
    MarkAnswer,
    MarkJoint,
    MarkRemark,
    MarkGovernmentRemark,
    MarkRest,
    /// Moves the keyboard to the number of a question, or to the questions of an answer.
    Renumber,
    BorderUp,
    BorderDown,
    BorderWordUp,
    BorderWordDown,
    NextDoubt,
    Recut,
    /// Every doubtful place that is left is right; back to reading.
    ConfirmOutline,
    /// Chooses a part that is in view.
    ChoosePart(Chosen),
    /// Chooses a part and brings it into view.
    GoPart(Chosen),
    /// Opens the outline at a doubtful place.
    GoDoubt(usize),
    /// The border at the first byte goes to the second.
    MoveBorder(usize, usize),
    Relabel(QuestionId, String),
    ToggleAnswered(GroupId, QuestionId),
    /// The place is right as it is; a torn paragraph is parted where `true`.
    SettleDoubt(usize, bool),
    /// The place is mended in the way that is offered beside it.
    MendDoubt(usize),
    SetHead(DocumentId, HeadField, String),
    SetHouse(DocumentId, Option<&'static str>, Option<Kind>),

    // The codebook.
    Codebook(CodebookStep),
    ImportCodebook,
    ExportCodebook(CodebookFormat),
    /// The plan for what a codebook lacks is complete.
    TakeCodebook,

    // People and rounds.
    Team,
    /// The person is called so from now on.
    CallMe(String),
    /// The person is this coder, who was planned by name.
    Claim(CoderId),
    PlanRound(Box<RoundDraft>),
    SitIn(Round),
    JoinRound(Round),
    HandIn(Round),
    /// Asks whether the round I sit in is to be handed in.
    AskHandIn,
    DropRound(Round),
    /// Writes my codings with all that everybody shares.
    HandOver,

    // Looking.
    GoView(View),
    List,
    Pane,
    Larger,
    Smaller,
    UsualSize,
    Language(Option<Language>),
    Theme(ThemeChoice),
    SingleKeys(bool),
    PaneWidth(f32),
    FullScreen,
    Palette,
    GoTo,
    Definition,
    Keys,
    Settings,
    NextRegion,
    PreviousRegion,
    Escape,

    // Answers to what the program asks.
    PathGiven(String),
    SaveThenGoOn,
    DiscardAndGoOn,
    SaveAnyway,
    DismissNotice(usize),
    CloseOverlay,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExportScope {
    ThisDocument,
    Project,
}

/// Where words are looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum SearchScope {
    Document,
    #[default]
    Project,
}

impl Command {
    /// What the palette offers, in its order: everything that needs nothing more than being asked for.
    pub const PALETTE: &'static [Self] = &[
        Self::Open,
        Self::AddDocuments,
        Self::AddFolder,
        Self::BringIn,
        Self::Save,
        Self::SaveAs,
        Self::Export,
        Self::ImportView,
        Self::PrintFacts,
        Self::NewProject,
        Self::CloseProject,
        Self::Sample,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::Clear,
        Self::ClearAll,
        Self::Later,
        Self::EditMemo,
        Self::Evidence,
        Self::EvidenceForAll,
        Self::DropChosenEvidence,
        Self::PushEvidence(PassageEnd::End, true),
        Self::PushEvidence(PassageEnd::End, false),
        Self::PushEvidence(PassageEnd::Start, true),
        Self::PushEvidence(PassageEnd::Start, false),
        Self::ReadAgain,
        Self::ExportLedger,
        Self::CopyAgreement,
        Self::ExportAgreement,
        Self::Facets,
        Self::AskedFor,
        Self::NextQuestion,
        Self::PreviousQuestion,
        Self::NextAnswer,
        Self::PreviousAnswer,
        Self::NextOpen,
        Self::PreviousOpen,
        Self::NextDocument,
        Self::PreviousDocument,
        Self::GoTo,
        Self::Find,
        Self::FindInProject,
        Self::NextHit,
        Self::PreviousHit,
        Self::Filters,
        Self::FollowReference,
        Self::RemoveThisDocument,
        Self::NextSentence,
        Self::PreviousSentence,
        Self::ExtendNextSentence,
        Self::ExtendPreviousSentence,
        Self::Caret,
        Self::Copy,
        Self::CopyWithSource,
        Self::Fold,
        Self::FoldFinished,
        Self::Cues,
        Self::CueList,
        Self::OutlineMode,
        Self::NextDoubt,
        Self::MarkQuestion,
        Self::MarkAnswer,
        Self::MarkJoint,
        Self::MarkRemark,
        Self::MarkGovernmentRemark,
        Self::MarkRest,
        Self::SplitPart,
        Self::JoinPart,
        Self::Renumber,
        Self::BorderUp,
        Self::BorderDown,
        Self::BorderWordUp,
        Self::BorderWordDown,
        Self::Recut,
        Self::ConfirmOutline,
        Self::GoView(View::Coding),
        Self::GoView(View::Ledger),
        Self::GoView(View::Overview),
        Self::GoView(View::Compare),
        Self::GoView(View::Codebook),
        Self::GoView(View::Review),
        Self::Team,
        Self::AskHandIn,
        Self::HandOver,
        Self::ImportCodebook,
        Self::ExportCodebook(CodebookFormat::Markdown),
        Self::ExportCodebook(CodebookFormat::Ron),
        Self::Definition,
        Self::Keys,
        Self::List,
        Self::Pane,
        Self::Larger,
        Self::Smaller,
        Self::UsualSize,
        Self::FullScreen,
        Self::Settings,
        Self::Palette,
    ];

    /// Whether this makes sense while no project is open.
    #[must_use]
    pub fn works_without_project(&self) -> bool {
        matches!(
            self,
            Self::NewProject
                | Self::Open
                | Self::AddDocuments
                | Self::AddFolder
                | Self::Sample
                | Self::Quit
                | Self::OpenPath(_)
                | Self::ForgetRecent(_)
                | Self::OpenUnsaved(_)
                | Self::DiscardUnsaved(_)
                | Self::Take(_)
                | Self::ImportView
                | Self::StopImport
                | Self::KeepRead(_)
                | Self::Larger
                | Self::Smaller
                | Self::UsualSize
                | Self::Language(_)
                | Self::Theme(_)
                | Self::SingleKeys(_)
                | Self::FullScreen
                | Self::Palette
                | Self::Keys
                | Self::Settings
                | Self::NextRegion
                | Self::PreviousRegion
                | Self::Escape
                | Self::PathGiven(_)
                | Self::DismissNotice(_)
                | Self::CloseOverlay
        )
    }
}
