//! Asking for paths: by the system's dialog, or by a field where there is none.

use std::path::{Path, PathBuf};

use crate::model::{CodebookFormat, ExportChoice, ExportFamily, PageLayout, Problem};
use crate::ui::ExportScope;
use crate::ui::panes::{PathFor, PathPane, PathReason};

use super::dialogs::{Answer, Ask, FileFilter};
use super::file_kind::with_ending;
use super::requests::{DialogPurpose, Pending};
use super::shown::Overlay;
use super::window::Window;

/// What can be opened.
const OPENABLE: [&str; 10] = ["pdf", "docx", "odt", "html", "htm", "txt", "md", "ron", "qdpx", "qdc"];
/// What holds a paper.
const PAPERS: [&str; 7] = ["pdf", "docx", "odt", "html", "htm", "txt", "md"];

/// Who asked the person about a file that is at the very path they chose.
#[derive(Clone, Copy)]
enum Asked {
    Dialog,
    Field,
    /// Nobody; why the field that took the path was there.
    Not(PathReason),
}

impl Window {
    pub(super) fn ask_open(&mut self) {
        let words = self.words();
        let title = words.type_path_open.to_owned();
        self.ask_file(
            DialogPurpose::Open,
            title,
            FileFilter::new(words.dialogs.papers_and_projects, &OPENABLE),
            true,
        );
    }

    pub(super) fn ask_folder(&mut self) {
        let title = self.words().import.add_folder.trim_end_matches([' ', '…']).to_owned();
        let ask = Ask::Folder { title, folder: self.first_folder() };
        self.ask_path(DialogPurpose::Open, ask);
    }

    /// Asks which file holds the new text of a paper.
    pub(super) fn ask_paper(&mut self, purpose: DialogPurpose, title: String) {
        self.ask_file(purpose, title, FileFilter::new(self.words().dialogs.papers, &PAPERS), false);
    }

    /// Asks for a file to read.
    pub(super) fn ask_file(
        &mut self,
        purpose: DialogPurpose,
        title: String,
        filter: FileFilter,
        several: bool,
    ) {
        let filters = vec![filter, FileFilter::new(self.words().dialogs.all_files, &[])];
        let ask = Ask::Open { title, filters, folder: self.first_folder(), several };
        self.ask_path(purpose, ask);
    }

    pub(super) fn ask_export(&mut self, choice: ExportChoice, scope: ExportScope) {
        self.shown.overlay = Overlay::None;
        let title = self.words().export.to_owned();
        self.ask_target(DialogPurpose::Export(Box::new(choice), scope), title);
    }

    pub(super) fn ask_save(&mut self) {
        let title = self.words().type_path_save.to_owned();
        self.ask_target(DialogPurpose::Save, title);
    }

    pub(super) fn ask_codebook(&mut self) {
        let title = self.words().codebook.import.trim_end_matches([' ', '…']).to_owned();
        let filter = FileFilter::new(self.words().dialogs.codebooks, &["md", "ron", "qdc"]);
        self.ask_file(DialogPurpose::Codebook, title, filter, false);
    }

    pub(super) fn ask_codebook_to(&mut self, format: CodebookFormat) {
        let title = self.words().codebook.export.to_owned();
        self.ask_target(DialogPurpose::CodebookTo(format), title);
    }

    /// Asks for a place to write to. The proposed name carries its ending.
    pub(super) fn ask_target(&mut self, purpose: DialogPurpose, title: String) {
        let Some(ending) = purpose.ending() else { return };
        let filters = vec![
            FileFilter::new(&(self.words().dialogs.files_of)(&ending.to_uppercase()), &[ending]),
            FileFilter::new(self.words().dialogs.all_files, &[]),
        ];
        let name = self.proposed_name(&purpose);
        let ask = Ask::Save { title, name, ending: ending.to_owned(), filters, folder: self.first_folder() };
        self.ask_path(purpose, ask);
    }

    /// One dialog at a time: asked again, the open one comes to the front. Where that cannot be done it is given up,
    /// for a dialog that never answers must not be the only way.
    fn ask_path(&mut self, purpose: DialogPurpose, ask: Ask) {
        if self.services.dialogs.open().is_some() {
            if self.services.dialogs.bring_forward() {
                self.say(self.words().dialog_is_open.to_owned(), false);
                // Who wanted to save and leave was not asked where: a later save is only a save.
                self.stay();
                return;
            }
            self.services.dialogs.give_up();
            self.requests.give_up();
            let pending = self.requests.begin(purpose, self.lifecycle.serial);
            self.show_path_field(pending, PathReason::DialogLost);
            return;
        }
        let pending = self.requests.begin(purpose, self.lifecycle.serial);
        let wake = self.jobs.waker();
        self.services.dialogs.ask(pending.id, ask, wake);
        self.requests.waits(pending);
    }

    /// Looks whether a dialog has answered.
    pub(super) fn poll_dialogs(&mut self) {
        while let Some((id, answer)) = self.services.dialogs.answer() {
            let pending = self.requests.answered(id);
            let Some(pending) = pending.filter(|pending| self.is_wanted(pending)) else {
                if matches!(answer, Answer::Chosen(_)) {
                    self.say(self.words().late_answer.to_owned(), false);
                }
                continue;
            };
            match answer {
                Answer::Chosen(paths) => self.paths_chosen(pending, paths, Asked::Dialog),
                Answer::Cancelled => self.stay(),
                Answer::Unavailable => self.show_path_field(pending, PathReason::NoDialog),
                Answer::Lost => self.show_path_field(pending, PathReason::DialogLost),
            }
        }
    }

    /// An answer for a project that was left meanwhile is for nothing.
    fn is_wanted(&self, pending: &Pending) -> bool {
        !pending.purpose.is_about_project() || pending.serial == self.lifecycle.serial
    }

    fn show_path_field(&mut self, pending: Pending, why: PathReason) {
        let (what, proposal) = match &pending.purpose {
            DialogPurpose::Save => (PathFor::Save, self.proposed_path(&pending.purpose)),
            purpose if purpose.ending().is_some() => (PathFor::Export, self.proposed_path(purpose)),
            _ => (PathFor::Open, String::new()),
        };
        self.shown.overlay = Overlay::Path(Box::new((PathPane::new(what, why, proposal), pending)));
    }

    fn proposed_path(&self, purpose: &DialogPurpose) -> String {
        let folder = self.first_folder().or_else(home).unwrap_or_default();
        folder.join(self.proposed_name(purpose)).display().to_string()
    }

    /// A path was typed into the field.
    pub(super) fn path_given(&mut self, typed: &str) {
        let Overlay::Path(field) = std::mem::replace(&mut self.shown.overlay, Overlay::None) else { return };
        let (pane, pending) = *field;
        let rest = typed.strip_prefix("~/").or_else(|| typed.strip_prefix("~\\"));
        let path = match (rest, home()) {
            (Some(rest), Some(home)) => home.join(rest),
            // A bare name means the folder that the field showed, wherever the program was started.
            _ => self.first_folder().or_else(home).unwrap_or_default().join(typed),
        };
        if !self.is_wanted(&pending) {
            self.say(self.words().late_answer.to_owned(), false);
            return;
        }
        let asked = if pane.is_warned() { Asked::Field } else { Asked::Not(pane.reason()) };
        self.paths_chosen(pending, vec![path], asked);
    }

    /// Paths were chosen.
    fn paths_chosen(&mut self, pending: Pending, paths: Vec<PathBuf>, asked: Asked) {
        let Some(first) = paths.first().cloned() else { return self.stay() };
        let folder = if first.is_dir() { Some(first.as_path()) } else { first.parent() };
        if let Some(folder) = folder.filter(|folder| folder.is_absolute()).map(Path::to_owned) {
            self.settings.change(|preferences| preferences.last_folder = Some(folder));
        }
        match pending.purpose {
            DialogPurpose::Open => self.take(paths),
            DialogPurpose::ReadAgain(document) => self.read_again(document, first),
            DialogPurpose::BringIn => self.bring_in(first),
            DialogPurpose::Codebook => drop(self.read_codebook(first)),
            DialogPurpose::Save
            | DialogPurpose::Export(..)
            | DialogPurpose::Package
            | DialogPurpose::CodebookTo(_) => self.target_chosen(pending, &first, asked),
        }
    }

    /// A place to write to was chosen. What the dialog did not ask about, as where the ending was added afterwards,
    /// is asked here.
    fn target_chosen(&mut self, pending: Pending, chosen: &Path, asked: Asked) {
        let Some(ending) = pending.purpose.ending() else { return };
        let path = with_ending(chosen.to_owned(), ending);
        let (is_asked, why) = match asked {
            Asked::Dialog => (path == chosen, PathReason::Taken),
            Asked::Field => (path == chosen, PathReason::NoDialog),
            Asked::Not(why) => (false, why),
        };
        let path = std::path::absolute(&path).unwrap_or(path);
        if path.exists() && !path.is_file() {
            self.stay();
            self.notice(Problem::PlaceTaken { file: path.display().to_string() });
            return;
        }
        let is_own = pending.purpose == DialogPurpose::Save && self.is_own(&path);
        if !is_asked && !is_own && path.exists() {
            let what = if pending.purpose == DialogPurpose::Save { PathFor::Save } else { PathFor::Export };
            let pane = PathPane::new(what, why, String::new());
            let pane = pane.again(path.display().to_string());
            self.shown.overlay = Overlay::Path(Box::new((pane, pending)));
            return;
        }
        match pending.purpose {
            DialogPurpose::Save => self.save_to(path, is_asked || is_own),
            DialogPurpose::Export(choice, scope) => self.export_to(path, *choice, scope),
            DialogPurpose::Package => self.write_package(path),
            DialogPurpose::CodebookTo(format) => self.codebook_to(path, format),
            DialogPurpose::Open
            | DialogPurpose::ReadAgain(_)
            | DialogPurpose::BringIn
            | DialogPurpose::Codebook => {}
        }
    }

    /// Where a dialog begins: the folder of the project, else the one that was used last.
    fn first_folder(&self) -> Option<PathBuf> {
        let own =
            self.lifecycle.open.as_ref().and_then(|open| open.path.as_deref()?.parent().map(Path::to_owned));
        own.or_else(|| self.settings.preferences.last_folder.clone())
    }

    /// The name that is proposed for a file, with its ending.
    fn proposed_name(&self, purpose: &DialogPurpose) -> String {
        let name = match purpose {
            DialogPurpose::Save => self.save_name(),
            DialogPurpose::Export(choice, scope) => self.export_name(*scope, choice),
            DialogPurpose::Package => self.package_name(),
            DialogPurpose::CodebookTo(_) => self.codebook_name(),
            _ => String::new(),
        };
        match purpose.ending() {
            Some(ending) => format!("{name}.{ending}"),
            None => name,
        }
    }

    fn save_name(&self) -> String {
        self.lifecycle.open.as_ref().map_or_else(String::new, |open| file_name(&open.title(self.words())))
    }

    fn codebook_name(&self) -> String {
        let version = self.project().map(|project| project.codebook().version.replace('.', "-"));
        let title = self.words().codebook.labels.title;
        file_name(&format!("{title} {}", version.unwrap_or_default()))
    }

    fn export_name(&self, scope: ExportScope, choice: &ExportChoice) -> String {
        let named = match (scope, self.document()) {
            (ExportScope::ThisDocument, Some(document)) => {
                let number = document.head.number.as_deref().map(|number| number.replace('/', "-"));
                number.unwrap_or_else(|| stem(&document.origin.file))
            }
            _ => self.save_name(),
        };
        let named = file_name(&named);
        // What shares an ending is told apart by its name.
        let ExportChoice { format, layout, .. } = choice;
        match format.family() {
            ExportFamily::Page if *layout != PageLayout::Sheet => format!("{named}-{}", layout.name()),
            ExportFamily::Table | ExportFamily::Archive if format.name() != format.ending() => {
                format!("{named}-{}", format.name())
            }
            _ => named,
        }
    }
}

fn stem(file: &str) -> String {
    Path::new(file).file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// A name that every file system takes.
pub(super) fn file_name(name: &str) -> String {
    let clean: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() || "-_. ".contains(c) { c } else { '-' })
        .take(80)
        .collect();
    let words: Vec<&str> = clean.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    words.join("-").to_lowercase()
}

fn home() -> Option<PathBuf> {
    directories::UserDirs::new().map(|folders| folders.home_dir().to_owned())
}
