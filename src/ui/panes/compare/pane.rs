//! What the comparison remembers, where its parts stand, and how one goes from case to case.

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui::{Align, Layout, Rect, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use jiff::Timestamp;

use super::decision::Draft;
use crate::model::analysis::agreement::Drawing;
use crate::model::analysis::disagreement::{AgreementWords, Comparison, Figures, Standing};
use crate::model::{Coder, CoderId, Decision, DocumentId, Project, QuestionRef, Round};
use crate::ui::theme::{Face, space, text};
use crate::ui::widgets::{job, say};
use crate::ui::{Command, Cx, View};

/// Width of the figures beside the case.
const FIGURES: f32 = 352.0;

/// What is chosen from the cases. Nothing is left out at first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Selection {
    /// A field of the matrix: a pair of coders, and what each of them said.
    pub cell: Option<([usize; 2], [u32; 2])>,
    pub paper: Option<DocumentId>,
    pub undecided: bool,
}

/// A line of the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Line {
    /// Opposed tags, and how many cases stand under them.
    Head(Vec<u32>, usize),
    /// The place of a case.
    Row(usize),
}

/// What the comparison remembers between frames; nothing of it is saved.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own with two answers")]
pub struct ComparePane {
    /// What was compared: revision, and the round a person chose.
    pub(super) made_of: Option<(u64, Option<Round>)>,
    pub(super) compared: Option<Comparison>,
    pub(super) decided: usize,
    pub(super) rounds: Vec<Round>,
    /// None is the round that figures come from.
    pub(super) round: Option<Round>,
    pub(super) figures: Option<Figures>,
    /// Intervals that are still being drawn.
    pub(super) drawing: Option<Drawing>,
    pub(super) selection: Selection,
    pub(super) lines: Vec<Line>,
    pub(super) lines_of: Option<(u64, Option<Round>, Selection)>,
    pub(super) chosen: Option<QuestionRef>,
    /// What was begun for each case, so that looking at another one loses nothing.
    pub(super) drafts: BTreeMap<QuestionRef, Draft>,
    /// Which pair of coders the matrix shows.
    pub(super) pair: usize,
    pub(super) wants_reason: bool,
    pub(super) wants_row: bool,
    pub(super) help: bool,
    /// In a narrow window figures stand in place of the case.
    pub(super) shows_figures: bool,
}

impl ComparePane {
    /// The case that is chosen.
    #[must_use]
    pub fn chosen(&self) -> Option<QuestionRef> {
        self.chosen
    }

    /// Chooses the next case, or the one before.
    pub fn step(&mut self, forward: bool) {
        let rows: Vec<QuestionRef> = self.rows().collect();
        let here = rows.iter().position(|row| Some(*row) == self.chosen);
        let there = match (here, forward) {
            (None, _) => 0,
            (Some(here), true) => (here + 1).min(rows.len().saturating_sub(1)),
            (Some(here), false) => here.saturating_sub(1),
        };
        self.choose(rows.get(there).copied());
    }

    /// Chooses the next case without a decision, around the end of the list. Returns whether there is one.
    pub fn step_undecided(&mut self, project: &Project, forward: bool) -> bool {
        let rows: Vec<QuestionRef> = self.rows().collect();
        let here = rows.iter().position(|row| Some(*row) == self.chosen).unwrap_or(0);
        let (before, after) = rows.split_at(here.min(rows.len()));
        let mut around: Vec<QuestionRef> = after.iter().skip(1).chain(before).copied().collect();
        if !forward {
            around.reverse();
        }
        let next = around.into_iter().find(|question| project.decision(*question).is_none());
        self.choose(next);
        next.is_some()
    }

    fn choose(&mut self, question: Option<QuestionRef>) {
        self.chosen = question.or(self.chosen);
        self.wants_row = true;
        self.shows_figures = false;
    }

    /// Sets the tag on a key for the decision that is being made.
    pub fn draft_tag(&mut self, key: usize) {
        let tags = self.compared.as_ref().map_or(0, |compared| compared.tags.len());
        if let Some(draft) = self.chosen.and_then(|chosen| self.drafts.get_mut(&chosen))
            && (1..=tags).contains(&key)
        {
            draft.tag = Some(key - 1);
        }
    }

    /// Moves the keyboard to the reason.
    pub fn edit_reason(&mut self) {
        self.wants_reason = self.chosen.is_some();
    }

    /// The decision as it stands in the form, once it has a tag and a reason.
    #[must_use]
    pub fn drafted(&self, project: &Project, at: Timestamp) -> Option<(QuestionRef, Decision)> {
        let (chosen, compared) = (self.chosen?, self.compared.as_ref()?);
        Some((chosen, self.drafts.get(&chosen)?.decision(chosen, compared, project, at)?))
    }

    /// A decision was kept: nothing that is compared changed with it.
    pub fn kept(&mut self, before: u64, now: u64) {
        if let Some((revision, _)) = &mut self.made_of
            && *revision == before
        {
            *revision = now;
            self.decided += 1;
        }
    }

    /// Opens or closes the words about how it is computed.
    pub fn toggle_help(&mut self) {
        self.help = !self.help;
        self.shows_figures = self.help;
    }

    /// One step back: the help, the figures of a narrow window, the selection. Returns whether there was one.
    pub fn step_back(&mut self) -> bool {
        if self.help || self.shows_figures {
            (self.help, self.shows_figures) = (false, false);
            return true;
        }
        std::mem::take(&mut self.selection) != Selection::default()
    }

    /// The figures as a paragraph for a paper.
    pub fn paragraph(&mut self, project: &Project, words: &AgreementWords) -> Option<String> {
        if let Some(mut drawing) = self.drawing.take() {
            drawing.go_on(usize::MAX);
            self.figures.as_mut()?.resampled = Some(drawing.finish());
        }
        let figures = self.figures.as_ref()?;
        let name = |coder: &CoderId| project.coder(*coder).map(Coder::name_or_number).unwrap_or_default();
        let names: Vec<String> = figures.coders.iter().map(name).collect();
        Some((words.paragraph)(figures, &names, project.codebook()))
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = QuestionRef> {
        self.compared.iter().flat_map(|compared| self.rows_of(compared))
    }

    /// The cases that are listed, in the order of the list.
    pub(super) fn rows_of(&self, compared: &Comparison) -> impl Iterator<Item = QuestionRef> {
        self.lines.iter().filter_map(|line| match line {
            Line::Row(at) => Some(compared.cases.get(*at)?.question),
            Line::Head(..) => None,
        })
    }

    /// Shows the chosen case and the figures in the space it is given.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        self.compute(ui, cx);
        let area = ui.max_rect();
        ui.painter().rect_filled(area, 0, cx.theme.page);
        let Some(compared) = self.compared.take() else { return };
        let is_wide = ui.ctx().content_rect().width() >= space::NARROW;
        let has_figures = self.figures.is_some();
        let right = if is_wide && has_figures { FIGURES } else { 0.0 };
        let middle = Rect::from_min_max(area.min, pos2(area.right() - right, area.bottom()));
        if let Some(words) = nothing(&compared, cx) {
            let mut place = child(ui, "comparison empty", middle.shrink2(vec2(44.0, 28.0)));
            head(&mut place, cx);
            let width = place.available_width().min(460.0);
            say(&mut place, job(words, Face::Sans.size(text::BODY), cx.theme.ink2, text::BODY_LINE, width));
        } else if self.shows_figures && !is_wide {
            self.figures(&mut child(ui, "figures over", middle), &compared, false, cx);
        } else {
            self.case(&mut child(ui, "case", middle), &compared, !is_wide, cx);
        }
        if right > 0.0 {
            let place = Rect::from_min_max(pos2(middle.right(), area.top()), area.max);
            self.figures(&mut child(ui, "figures", place), &compared, true, cx);
        }
        self.compared = Some(compared);
    }
}

fn head(ui: &mut Ui, cx: &Cx<'_>) {
    let name = (cx.words.command_name)(&Command::GoView(View::Compare)).unwrap_or_default();
    let title = say(ui, job(name, Face::SansSemibold.size(20.0), cx.theme.ink, 34.0, 400.0));
    title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
}

/// Why there is no case to show, if there is none.
fn nothing(compared: &Comparison, cx: &Cx<'_>) -> Option<String> {
    let words = cx.words.compare;
    match &compared.standing {
        Standing::Hidden => Some(words.blind.to_owned()),
        _ if compared.coders.len() < 2 => Some(words.one_coder.to_owned()),
        Standing::Waiting(left) if compared.cases.is_empty() => {
            let names: Vec<String> = left.iter().map(|coder| person(*coder, cx)).collect();
            Some((words.waiting)(&names))
        }
        _ if compared.documents.is_empty() => Some(words.one_coder.to_owned()),
        _ if compared.cases.is_empty() => Some(words.no_cases.to_owned()),
        _ => None,
    }
}

/// How a coder is called.
pub(super) fn person(coder: CoderId, cx: &Cx<'_>) -> String {
    let name = cx.project.coder(coder).map(|coder| coder.name.clone()).unwrap_or_default();
    if name.is_empty() { (cx.words.compare.person)(coder.0) } else { name }
}

/// A room of its own.
pub(super) fn child(ui: &mut Ui, name: &str, rect: Rect) -> Ui {
    let flow = Layout::top_down(Align::Min);
    let mut child = ui.new_child(UiBuilder::new().id_salt(name).max_rect(rect).layout(flow));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    child
}
