//! Asking for paths: by the system's dialog, or by a field where there is none.

use std::path::{Path, PathBuf};

use crate::model::{CodebookFormat, DocumentId, ExportChoice, ExportFamily, PageLayout};
use crate::ui::ExportScope;
use crate::ui::panes::{PathFor, PathPane};

use super::services::{Answer, Ask, FileFilter, RequestId};
use super::window::{Overlay, Window};

/// What a path that comes from a dialog or a field is for.
#[derive(Clone, PartialEq, Debug)]
pub enum Waiting {
    Open,
    Save,
    Export(Box<ExportChoice>, ExportScope),
    /// The new text of a paper.
    ReadAgain(DocumentId),
    /// The work of another copy.
    BringIn,
    /// A codebook to read in.
    Codebook,
    /// My codings go out.
    Package,
    /// The codebook goes out.
    CodebookTo(CodebookFormat),
}

pub(super) const PAPERS: &[&str] = &["pdf", "docx", "odt", "html", "htm", "txt", "md"];
pub(super) const PROJECTS: &[&str] = &["ron", "qdpx", "qdc"];

impl Window {
    pub(super) fn ask_open(&mut self, ctx: &egui::Context) {
        let words = self.words();
        let filters = self.filters(words.dialogs.papers_and_projects, &[PAPERS, PROJECTS].concat());
        let title = words.type_path_open.to_owned();
        let ask = Ask::Open { title, filters, folder: self.start_folder(), several: true };
        self.ask(ctx, Waiting::Open, ask);
    }

    pub(super) fn ask_folder(&mut self, ctx: &egui::Context) {
        let title = self.words().import.add_folder.trim_end_matches([' ', '…']).to_owned();
        self.ask(ctx, Waiting::Open, Ask::Folder { title, folder: self.start_folder() });
    }

    pub(super) fn ask_export(&mut self, ctx: &egui::Context, choice: ExportChoice, scope: ExportScope) {
        self.overlay = Overlay::None;
        let name = self.export_name(scope, &choice);
        let title = self.words().export.to_owned();
        let ask = self.save_ask(title, &name, choice.format.ending());
        self.ask(ctx, Waiting::Export(Box::new(choice), scope), ask);
    }

    pub(super) fn ask_save(&mut self, ctx: &egui::Context) {
        let title = self.words().type_path_save.to_owned();
        let ask = self.save_ask(title, &self.save_name(), "ron");
        self.ask(ctx, Waiting::Save, ask);
    }

    pub(super) fn ask_codebook(&mut self, ctx: &egui::Context) {
        let title = self.words().codebook.import.trim_end_matches([' ', '…']).to_owned();
        let filters = self.filters(self.words().dialogs.codebooks, &["md", "ron", "qdc"]);
        let ask = Ask::Open { title, filters, folder: self.start_folder(), several: false };
        self.ask(ctx, Waiting::Codebook, ask);
    }

    pub(super) fn ask_codebook_to(&mut self, ctx: &egui::Context, format: CodebookFormat) {
        let title = self.words().codebook.export.to_owned();
        let ask = self.save_ask(title, &self.codebook_name(), format.ending());
        self.ask(ctx, Waiting::CodebookTo(format), ask);
    }

    pub(super) fn ask(&mut self, ctx: &egui::Context, waiting: Waiting, ask: Ask) {
        if self.services.dialogs.open().is_some() {
            // The open dialog keeps its question. Where it cannot be reached, the way is free for the new one.
            if self.services.dialogs.bring_forward() {
                return;
            }
            self.services.dialogs.give_up();
        }
        self.waiting = Some(waiting);
        self.asked = RequestId(self.asked.0 + 1);
        let ctx = ctx.clone();
        self.services.dialogs.ask(self.asked, ask, Box::new(move || ctx.request_repaint()));
    }

    pub(super) fn save_ask(&self, title: String, name: &str, ending: &str) -> Ask {
        let filters = self.filters(&(self.words().dialogs.files_of)(&ending.to_uppercase()), &[ending]);
        let name = format!("{name}.{ending}");
        Ask::Save { title, name, ending: ending.to_owned(), filters, folder: self.start_folder() }
    }

    /// What a dialog lists: files with these endings, or all.
    pub(super) fn filters(&self, name: &str, endings: &[&str]) -> Vec<FileFilter> {
        let filter = |name: &str, endings: &[&str]| FileFilter {
            name: name.to_owned(),
            endings: endings.iter().map(|ending| (*ending).to_owned()).collect(),
        };
        vec![filter(name, endings), filter(self.words().dialogs.all_files, &[])]
    }

    /// Where a dialog begins: in the project's folder.
    pub(super) fn start_folder(&self) -> Option<PathBuf> {
        let path = self.open.as_ref()?.path.as_ref()?;
        path.parent().filter(|folder| folder.is_dir()).map(Path::to_owned)
    }

    /// Looks whether a dialog has answered.
    pub(super) fn poll_dialogs(&mut self) {
        let Some((id, answer)) = self.services.dialogs.answer() else { return };
        // An answer that came after the path was typed is not wanted any more.
        if self.waiting.is_none() || id != self.asked {
            return;
        }
        match answer {
            Answer::Chosen(paths) => {
                let ending = self.wanted_ending();
                let paths = paths.into_iter();
                self.paths_chosen(match ending {
                    Some(ending) => paths.map(|path| with_ending(path, ending)).collect(),
                    None => paths.collect(),
                });
            }
            Answer::Cancelled => {
                self.waiting = None;
                self.after_save = None;
            }
            Answer::Unavailable => self.show_path_field(),
            Answer::Lost => {
                self.waiting = None;
                self.after_save = None;
                self.say(self.words().dialogs.lost.to_owned(), false);
            }
        }
    }

    fn show_path_field(&mut self) {
        let folder = home().unwrap_or_default();
        let proposal = |name: String| folder.join(name).display().to_string();
        let pane = match &self.waiting {
            Some(Waiting::Open | Waiting::Codebook | Waiting::ReadAgain(_) | Waiting::BringIn) => {
                PathPane::new(PathFor::Open, String::new())
            }
            Some(Waiting::Save) => PathPane::new(PathFor::Save, proposal(self.save_name() + ".ron")),
            Some(Waiting::Export(choice, scope)) => {
                let name = format!("{}.{}", self.export_name(*scope, choice), choice.format.ending());
                PathPane::new(PathFor::Export, proposal(name))
            }
            Some(Waiting::Package) => PathPane::new(PathFor::Export, proposal(self.package_name() + ".ron")),
            Some(Waiting::CodebookTo(format)) => {
                let name = format!("{}.{}", self.codebook_name(), format.ending());
                PathPane::new(PathFor::Export, proposal(name))
            }
            None => return,
        };
        self.overlay = Overlay::Path(pane);
    }

    /// A path was typed into the field.
    pub(super) fn path_given(&mut self, typed: &str) {
        let pane = match std::mem::replace(&mut self.overlay, Overlay::None) {
            Overlay::Path(pane) => Some(pane),
            _ => None,
        };
        let mut path = match (typed.strip_prefix("~/"), home()) {
            (Some(rest), Some(home)) => home.join(rest),
            _ => PathBuf::from(typed),
        };
        let ending = self.wanted_ending();
        if let Some(ending) = ending
            && path.extension().is_none()
        {
            path.set_extension(ending);
        }
        let own = self.open.as_ref().is_some_and(|open| open.path.as_ref() == Some(&path));
        if let Some(pane) = pane
            && ending.is_some()
            && path.exists()
            && !own
            && !pane.is_warned()
        {
            self.overlay = Overlay::Path(pane.again(path.display().to_string()));
            return;
        }
        self.paths_chosen(vec![path]);
    }

    /// The ending of what is to be written.
    fn wanted_ending(&self) -> Option<&'static str> {
        match &self.waiting {
            Some(Waiting::Save | Waiting::Package) => Some("ron"),
            Some(Waiting::Export(choice, _)) => Some(choice.format.ending()),
            Some(Waiting::CodebookTo(format)) => Some(format.ending()),
            _ => None,
        }
    }

    fn paths_chosen(&mut self, paths: Vec<PathBuf>) {
        let Some(waiting) = self.waiting.take() else { return };
        match waiting {
            Waiting::Open => self.take(paths),
            Waiting::ReadAgain(document) => self.read_again(document, paths),
            Waiting::Save => match paths.into_iter().next() {
                Some(path) => self.save_to(path, true),
                None => self.after_save = None,
            },
            Waiting::BringIn => paths.into_iter().take(1).for_each(|path| self.bring_in(path)),
            Waiting::Codebook => paths.first().into_iter().for_each(|path| self.read_codebook(path)),
            Waiting::Package => paths.into_iter().take(1).for_each(|path| self.write_package(path)),
            Waiting::CodebookTo(format) => {
                paths.into_iter().take(1).for_each(|path| self.codebook_to(path, format));
            }
            Waiting::Export(choice, scope) => {
                if let Some(path) = paths.into_iter().next() {
                    self.export_to(path, *choice, scope);
                }
            }
        }
    }

    fn save_name(&self) -> String {
        self.open.as_ref().map_or_else(String::new, |open| file_name(&open.title(self.words())))
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

/// Dialogs do not always add the ending themselves.
fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_some() { path } else { path.with_extension(ending) }
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
