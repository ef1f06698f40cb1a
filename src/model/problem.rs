//! Everything that can go wrong for a person, as data: what happened, to which file, what to do.
//! The words are in `ui/lang`.

use serde::{Deserialize, Serialize};

use super::cue::PatternFault;
use super::exchange::Omission;
use super::finding::Finding;
use super::id::{DocumentId, QuestionId};
use super::job::Job;

/// Something a person has to know or decide. `file` is a name or path as the person gave it; `reason`
/// is what the system said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Problem {
    // Reading a paper.
    FileMissing {
        file: String,
    },
    FileUnreadable {
        file: String,
        reason: String,
    },
    FileIsFolder {
        file: String,
    },
    /// Something that has a name like a file and is none; it was not opened.
    FileIsSpecial {
        file: String,
        kind: SpecialFile,
    },
    FileEmpty {
        file: String,
    },
    /// More than the limit in megabytes.
    FileTooLarge {
        file: String,
        megabytes: u64,
        limit: u64,
    },
    FileIsNoText {
        file: String,
    },
    /// Pages without text: pictures of a scan.
    OnlyImages {
        file: String,
    },
    /// Protected by a password.
    FileLocked {
        file: String,
    },
    /// Not what its first bytes promise. What the library said.
    FileBroken {
        file: String,
        reason: String,
    },
    /// Reading took more time or memory than a paper may, and was ended.
    ReadingEnded {
        file: String,
    },
    /// The process that reads such files could not be started. What the system said.
    ReadingNotStarted {
        file: String,
        reason: String,
    },
    /// More of something than is read of any file.
    OverReadingLimit {
        file: String,
        limit: ReadingLimit,
    },
    /// A format that is not read yet: its usual ending.
    FormatUnknown {
        file: String,
        format: String,
    },
    /// The project already holds this text under the name `other`.
    AlreadyThere {
        file: String,
        other: String,
    },

    /// Something in a project of another program that was not taken over as it was.
    LeftOut {
        file: String,
        omission: Omission,
    },
    /// A project of another program opens as a new project: a second one cannot be part of it.
    OpensAlone {
        file: String,
    },

    // Reading a project.
    NotAProject {
        file: String,
    },
    /// The file ends too early or was edited wrongly. Line and column count from 1.
    ProjectBroken {
        file: String,
        line: usize,
        column: usize,
        reason: String,
    },
    /// A field that no version of the file has, mostly a slip of the pen: reading on would drop what it holds, and
    /// the next save would erase it. Line and column count from 1.
    ProjectFieldUnknown {
        file: String,
        line: usize,
        column: usize,
        field: String,
    },
    ProjectTooNew {
        file: String,
    },
    ProjectInconsistent {
        file: String,
        findings: Vec<Finding>,
    },
    ProjectInUse {
        file: String,
    },
    ProjectExists {
        file: String,
    },

    // Writing.
    DiskFull {
        file: String,
    },
    NoPermission {
        file: String,
    },
    FolderMissing {
        file: String,
    },
    WriteFailed {
        file: String,
        reason: String,
    },
    /// Someone else wrote the file since it was opened or saved here.
    ChangedElsewhere {
        file: String,
    },
    JournalFailed {
        file: String,
        reason: String,
    },
    ExportFormatUnknown {
        file: String,
    },
    /// An export of several files needs a folder that is not there yet.
    FolderExists {
        file: String,
    },
    /// The project has no document with this number in its list, from 1.
    NoDocumentAt {
        file: String,
        number: usize,
    },

    /// A file of this name is there, and nobody was asked whether it may be replaced.
    FileExists {
        file: String,
    },
    /// Beside the project no journal can be written: unsaved changes are kept in the data folder of the program.
    KeptElsewhere {
        file: String,
    },
    /// At the place that was chosen is a folder, a pipe or a device, and no file can take its place.
    PlaceTaken {
        file: String,
    },
    /// A job of the program ended with an error of ours; what the library said.
    JobFailed {
        job: Job,
        reason: String,
    },
    /// Preferences and the key of the person cannot be written.
    SettingsNotKept {
        file: String,
    },
    /// What was given together with a project that was not opened: how many papers and codebooks.
    NotTakenAlong {
        project: String,
        files: usize,
    },
    /// The project was left while papers for it were being read: how many were not taken over.
    ReadingCutShort {
        files: usize,
    },

    // Changing a project. Panes do not offer these; scripts and merges may.
    NoSuchDocument {
        document: DocumentId,
    },
    NoSuchQuestion {
        document: DocumentId,
        question: QuestionId,
    },
    NoSuchTag {
        tag: String,
    },
    NoSuchFacet {
        facet: String,
    },
    NoSuchCoder {
        coder: u32,
    },
    /// A coder with codings, rounds or decisions stays.
    CoderInUse {
        name: String,
    },
    /// A round with codings stays.
    RoundInUse {
        round: String,
    },
    /// No coder of the project has this name; these are there.
    NobodyCalled {
        name: String,
        there: Vec<String>,
    },
    /// In a blind round nothing is done to what others coded, nor is it told.
    BlindRound,
    /// The codings of a round that was handed in do not change.
    RoundHandedIn {
        round: String,
    },
    /// A tag or facet that codings carry cannot be taken out of the codebook. Its name, and how many carry it.
    InUse {
        name: String,
        codings: usize,
    },
    /// Another tag has this letter.
    LetterTaken {
        letter: String,
        tag: String,
    },
    /// Another version of the codebook is called so.
    VersionTaken {
        version: String,
    },
    /// A codebook that was read lacks what codings carry: the names, and how many carry each.
    CodebookLacks {
        file: String,
        missing: Vec<(String, usize)>,
    },
    /// A codebook that cannot be read. Lines count from 1.
    CodebookBroken {
        file: String,
        line: usize,
        fault: CodebookFault,
    },
    DocumentHasCodings {
        document: DocumentId,
    },
    DocumentInvalid {
        document: DocumentId,
    },
    EmptyCoding,
    /// A correction would lose a coding.
    QuestionHasCoding {
        label: String,
    },
    /// Two questions that are to be joined both have codings.
    BothHaveCodings {
        label: String,
        other: String,
    },
    /// Another question has this label.
    LabelTaken {
        label: String,
    },
    /// A correction that the place does not allow.
    NotPossibleHere,
    /// What was typed is no date.
    NoDate {
        typed: String,
    },
    /// What was typed as a cue cannot be one.
    PatternBroken {
        typed: String,
        why: PatternFault,
    },
}

/// What is counted while a file is read, with the most there may be of it. The readers count on every system, also
/// where the system itself sets no limit.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ReadingLimit {
    /// What all parts of a file that are asked for unpack to.
    UnpackedMegabytes(u64),
    ArchiveParts(usize),
    PdfObjects(usize),
    PdfPages(usize),
    PdfGlyphs(usize),
    /// What one stream unpacks to.
    PdfStreamMegabytes(u64),
}

/// What may stand in a folder beside files and folders. None of them has an end that reading could wait for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SpecialFile {
    Pipe,
    Socket,
    Device,
}

/// What is wrong at a line of a codebook's file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CodebookFault {
    /// What the library said of a RON file.
    Ron(String),
    /// It is no codebook: the heading of a language is missing.
    NoLanguage,
    /// It has no tags.
    NoTags,
    /// A heading that belongs nowhere.
    UnknownHeading(String),
    /// A fact whose value is none of those that are possible: its name, and the value.
    UnknownValue(String, String),
    /// A tag or facet without the line that says its id.
    NoId(String),
    /// A tag or facet that stands twice in one language.
    Twice(String),
    /// A tag or facet that stands in one language only.
    OneLanguage(String),
    /// The two languages contradict each other in what is no text: the tag, and the fact.
    Contradiction(String, String),
    /// A tag names a facet that is not in the list.
    UnknownFacet(String),
}

impl Problem {
    /// Whether the work is in memory only; saving elsewhere is the way out of all of these.
    #[must_use]
    pub fn is_about_writing(&self) -> bool {
        matches!(
            self,
            Self::DiskFull { .. }
                | Self::NoPermission { .. }
                | Self::FolderMissing { .. }
                | Self::WriteFailed { .. }
                | Self::JournalFailed { .. }
                | Self::ChangedElsewhere { .. }
                | Self::JobFailed { job: Job::Saving | Job::Journal, .. }
        )
    }

    /// The file this is about.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::FileMissing { file }
            | Self::FileUnreadable { file, .. }
            | Self::FileIsFolder { file }
            | Self::FileIsSpecial { file, .. }
            | Self::FileEmpty { file }
            | Self::FileTooLarge { file, .. }
            | Self::FileIsNoText { file }
            | Self::OnlyImages { file }
            | Self::FileLocked { file }
            | Self::FileBroken { file, .. }
            | Self::ReadingEnded { file }
            | Self::ReadingNotStarted { file, .. }
            | Self::OverReadingLimit { file, .. }
            | Self::FormatUnknown { file, .. }
            | Self::AlreadyThere { file, .. }
            | Self::LeftOut { file, .. }
            | Self::OpensAlone { file }
            | Self::NotAProject { file }
            | Self::ProjectBroken { file, .. }
            | Self::ProjectFieldUnknown { file, .. }
            | Self::ProjectTooNew { file }
            | Self::ProjectInconsistent { file, .. }
            | Self::ProjectInUse { file }
            | Self::ProjectExists { file }
            | Self::DiskFull { file }
            | Self::NoPermission { file }
            | Self::FolderMissing { file }
            | Self::WriteFailed { file, .. }
            | Self::ChangedElsewhere { file }
            | Self::JournalFailed { file, .. }
            | Self::ExportFormatUnknown { file }
            | Self::FolderExists { file }
            | Self::FileExists { file }
            | Self::PlaceTaken { file }
            | Self::KeptElsewhere { file }
            | Self::SettingsNotKept { file }
            | Self::CodebookLacks { file, .. }
            | Self::CodebookBroken { file, .. }
            | Self::NoDocumentAt { file, .. } => Some(file),
            _ => None,
        }
    }
}
