//! What the program does beside the window.

/// A job that runs on a thread of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Job {
    /// Reading papers or a codebook.
    Reading,
    /// Opening a project.
    Opening,
    Saving,
    Exporting,
    Merging,
    Searching,
    /// Looking which files are there.
    Looking,
    /// Keeping unsaved changes.
    Journal,
}

impl Job {
    /// The name of its thread, as debuggers and process lists show it: at most 15 bytes.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reading => "read papers",
            Self::Opening => "open project",
            Self::Saving => "save project",
            Self::Exporting => "export",
            Self::Merging => "merge",
            Self::Searching => "search",
            Self::Looking => "look for files",
            Self::Journal => "journal",
        }
    }
}
