//! What a pane is given: everything to read, and a place to put its requests.

use jiff::civil::Date;

use crate::model::analysis::Chosen;
use crate::model::edits::Touched;
use crate::model::text::Span;
use crate::model::{
    AnswerGroup, Cue, Document, DocumentId, Filter, Preferences, Project, Question, QuestionId, QuestionRef,
};

use super::command::Command;
use super::lang::Words;
use super::theme::Theme;

/// Where the person is: the open document and the current question.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Position {
    pub document: Option<DocumentId>,
    pub question: Option<QuestionId>,
    /// The chosen part while the outline is being corrected; none while reading.
    pub outline: Option<Chosen>,
    pub view: View,
    /// The chosen passage: whose evidence it is, and where it stands.
    pub evidence: Option<(QuestionId, Span)>,
}

/// What fills the window: one question at a time, or the whole project in one light.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum View {
    /// The paper beside the annotation pane.
    #[default]
    Coding,
    /// What was deferred, until when, and whether it came.
    Ledger,
    /// What the papers say together.
    Overview,
    /// Where coders differ, and how far they agree.
    Compare,
    /// What the tags mean.
    Codebook,
    /// Places to read again after coding.
    Review,
}

impl View {
    /// In the order of the navigation.
    pub const ALL: [Self; 6] =
        [Self::Coding, Self::Ledger, Self::Overview, Self::Compare, Self::Codebook, Self::Review];
}

/// What panes see. `project` is shared: panes change nothing, they push commands.
pub struct Cx<'a> {
    pub project: &'a Project,
    /// Grows with every change of the project.
    pub revision: u64,
    /// What the last revisions were about.
    pub touched: &'a Touched,
    /// Which questions are shown.
    pub filter: &'a Filter,
    pub position: Position,
    pub preferences: &'a Preferences,
    /// The program's own cues.
    pub built_in_cues: fn() -> &'static [Cue],
    pub words: &'static Words,
    pub theme: &'static Theme,
    /// The day on the wall.
    pub today: Date,
    pub commands: &'a mut Vec<Command>,
}

impl<'a> Cx<'a> {
    pub fn ask(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// The day against which promises are overdue.
    #[must_use]
    pub fn ledger_day(&self) -> Date {
        self.project.ledger_day().unwrap_or(self.today)
    }

    /// The open document.
    #[must_use]
    pub fn document(&self) -> Option<&'a Document> {
        self.project.document(self.position.document?).map(|document| &**document)
    }

    /// The current question with its group and document.
    #[must_use]
    pub fn current(&self) -> Option<(&'a Document, &'a AnswerGroup, &'a Question)> {
        let document = self.document()?;
        let id = self.position.question?;
        Some((document, document.outline.group_of(id)?, document.outline.question(id)?))
    }

    /// The cues in force: the project's, or the program's own.
    #[must_use]
    pub fn cues(&self) -> &'a [Cue] {
        self.project.cues().unwrap_or_else(self.built_in_cues)
    }

    /// A question of the open document.
    #[must_use]
    pub fn question_ref(&self, question: QuestionId) -> Option<QuestionRef> {
        Some(QuestionRef { document: self.position.document?, question })
    }
}
