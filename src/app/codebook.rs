//! The codebook: its steps, its files, its definitions beside the tags.

use std::path::PathBuf;

use crate::files::export;
use crate::model::edits::Label;
use crate::model::edits::codebook::{
    CodebookAct, CodebookStep, Mapping, change, codings_with_facet, codings_with_tag, import as take, missing,
};
use crate::model::{Codebook, CodebookFormat, Omission, Problem};
use crate::ui::View;
use crate::ui::lang::codebook_labels;
use crate::ui::panes::{CodebookPlan, Notice};

use super::incoming::Running;
use super::shown::Overlay;
use super::window::Window;

impl Window {
    /// One step on the codebook. A merge is said aloud: it changes codings.
    pub(super) fn change_codebook(&mut self, step: CodebookStep) {
        let Some(project) = self.project() else { return };
        let codings = match &step {
            CodebookStep::MergeTag(from, _) => codings_with_tag(project, from),
            CodebookStep::MergeFacet(from, _) => codings_with_facet(project, from),
            _ => 0,
        };
        let change = change(project, step, self.services.clock.now());
        let label = change.as_ref().ok().map(|change| change.label.clone());
        if !self.commit(change) {
            return;
        }
        if let Some(Label::Codebook { act: CodebookAct::Merge { into }, name }) = label {
            let language = self.words().language;
            let words = self.words().codebook;
            self.say((words.merged)(name.get(language), into.get(language), codings), true);
        }
    }

    /// The definition beside the tags, or over the window where there are no tags to stand beside.
    pub(super) fn show_definition(&mut self) {
        let beside = self.place.position.view == View::Coding
            && self.place.position.question.is_some()
            && self.place.position.outline.is_none()
            && self.shown.pane;
        if self.place.position.view == View::Compare {
            self.panes.compare.toggle_help();
        } else if beside {
            self.panes.answer.toggle_definition();
        } else {
            self.shown.overlay = Overlay::Definitions;
        }
    }

    /// The keyboard leaves a text field: for the reader, or for the contents of the codebook.
    pub(super) fn leave_field(&mut self, ctx: &egui::Context) {
        if self.place.position.view == View::Codebook {
            ctx.memory_mut(|memory| memory.focused().into_iter().for_each(|id| memory.surrender_focus(id)));
            self.panes.codebook.focus();
        } else if self.place.position.view == View::Compare {
            ctx.memory_mut(|memory| memory.focused().into_iter().for_each(|id| memory.surrender_focus(id)));
        } else {
            self.panes.reader.focus();
        }
    }

    pub(super) fn codebook_to(&mut self, path: PathBuf, format: CodebookFormat) {
        let labels = codebook_labels(self.words().language);
        let Some(project) = self.project() else { return };
        let text = export::codebook(project.codebook(), format, labels);
        self.jobs.write(path, text);
    }

    /// Reads a codebook on a thread. Returns whether it does: there has to be a project.
    pub(super) fn read_codebook(&mut self, path: PathBuf) -> bool {
        let labels = codebook_labels(self.words().language);
        let Some(project) = self.project() else { return false };
        self.jobs.read_codebook(path, self.lifecycle.serial, project.codebook().clone(), labels);
        true
    }

    /// Takes a codebook that was read, or shows what it lacks.
    pub(super) fn codebook_read(
        &mut self,
        serial: u64,
        file: &str,
        result: Result<Box<(Codebook, Vec<Omission>)>, Problem>,
    ) {
        self.incoming.done(&Running::Codebook);
        let (codebook, left_out) = match result {
            Ok(read) => *read,
            Err(problem) => return self.notice(problem),
        };
        let Some(project) = self.project().filter(|_| serial == self.lifecycle.serial) else { return };
        let lacks = missing(project, &codebook);
        if !left_out.is_empty() {
            self.said.notices.push(Notice::LeftOut { file: file.to_owned(), left_out });
        }
        if lacks.is_empty() {
            self.put_codebook(file, codebook, &Mapping::default());
        } else {
            self.shown.overlay =
                Overlay::CodebookPlan(Box::new(CodebookPlan::new(file.to_owned(), codebook, lacks)));
        }
    }

    /// The plan for what a codebook lacks is complete.
    pub(super) fn take_codebook(&mut self) {
        if let Overlay::CodebookPlan(plan) = std::mem::replace(&mut self.shown.overlay, Overlay::None) {
            self.put_codebook(&plan.file, plan.codebook, &plan.mapping);
        }
    }

    fn put_codebook(&mut self, file: &str, codebook: Codebook, mapping: &Mapping) {
        let Some(project) = self.project() else { return };
        let before = project.codebook().clone();
        let change: Result<_, Problem> = take(project, file, codebook, mapping, self.services.clock.now());
        if !self.commit(change) {
            return;
        }
        let words = self.words().codebook;
        let Some(project) = self.project() else { return };
        let after = project.codebook();
        let news =
            if *after == before { words.already_so.to_owned() } else { (words.imported)(&after.version) };
        self.say(news, *after != before);
    }
}
