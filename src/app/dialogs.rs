//! Questions to the system that are answered with paths: what is asked, what is answered, and by whom.

use std::path::PathBuf;

/// Which question to the outside an answer belongs to. Never used twice in one run of the program.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct RequestId(pub u64);

/// Native file dialogs. They never block: an answer is fetched later.
pub trait Dialogs {
    /// Shows a dialog; its answer carries `id`. `wake` is called when there is one. Only called while none is open.
    fn ask(&mut self, id: RequestId, ask: Ask, wake: Box<dyn Fn() + Send>);
    /// The next answer, once there is one.
    fn answer(&mut self) -> Option<(RequestId, Answer)>;
    /// The question whose dialog is open.
    fn open(&self) -> Option<RequestId>;
    /// Brings the open dialog to the front. Returns false where the system offers no way.
    fn bring_forward(&mut self) -> bool;
    /// Gives the open dialog up: an answer that still comes is nobody's.
    fn give_up(&mut self);
}

/// What a dialog is to ask for. Titles are in the person's language; `folder` is where it begins.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ask {
    /// One or several files.
    Open { title: String, filters: Vec<FileFilter>, folder: Option<PathBuf>, several: bool },
    /// A folder of papers.
    Folder { title: String, folder: Option<PathBuf> },
    /// A place for a file. `name` carries its ending.
    Save { title: String, name: String, ending: String, filters: Vec<FileFilter>, folder: Option<PathBuf> },
}

/// Which files a dialog lists. `endings` are in small letters, without the dot; none means all files.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileFilter {
    pub name: String,
    pub endings: Vec<String>,
}

impl FileFilter {
    #[must_use]
    pub fn new(name: &str, endings: &[&str]) -> Self {
        Self { name: name.to_owned(), endings: endings.iter().map(|&ending| ending.to_owned()).collect() }
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    /// The paths as the dialog confirmed them: where a file was to be written and one is there, it has asked.
    Chosen(Vec<PathBuf>),
    Cancelled,
    /// No dialog could be shown here.
    Unavailable,
    /// The service went away while its dialog was open.
    Lost,
}
