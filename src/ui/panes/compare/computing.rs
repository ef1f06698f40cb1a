//! When the comparison is made anew: cases with every change of the project, figures only where ratings changed,
//! intervals over as many frames as they take.

use egui::Ui;

use super::pane::{ComparePane, Line};
use crate::model::analysis::agreement::Drawing;
use crate::model::analysis::disagreement::{
    Case, Comparison, SEED, comparable_rounds, comparison, round_for_figures,
};
use crate::ui::Cx;

/// Papers drawn for intervals in one frame: about 4 ms.
const DRAWN_PER_FRAME: usize = 400_000;

impl ComparePane {
    /// Looks again where something changed.
    pub(super) fn compute(&mut self, ui: &Ui, cx: &Cx<'_>) {
        let key = Some((cx.revision, self.round));
        if self.made_of != key {
            self.compare(cx);
            self.made_of = key;
            self.lines_of = None;
        }
        let key = Some((cx.revision, self.round, self.selection.clone()));
        if self.lines_of != key {
            self.line_up(cx);
            self.lines_of = key;
        }
        self.follow_decision(cx);
        self.draw(ui);
    }

    fn compare(&mut self, cx: &Cx<'_>) {
        self.rounds = comparable_rounds(cx.project);
        let known = self.round.filter(|round| self.rounds.contains(round));
        let fresh = comparison(cx.project, known.unwrap_or_else(|| round_for_figures(cx.project)));
        let before = self.compared.take();
        let same = before.as_ref().is_some_and(|before| is_same_table(before, &fresh));
        if before.as_ref().is_some_and(|before| before.coders != fresh.coders || before.tags != fresh.tags) {
            // What was chosen by places of coders and tags means something else now.
            self.selection.cell = None;
            self.pair = 0;
        }
        if !same {
            self.figures = fresh.figures(cx.project);
            self.drawing = self.figures.as_ref().map(|_| Drawing::new(&fresh.ratings, SEED));
        }
        let is_decided = |case: &&Case| cx.project.decision(case.question).is_some();
        self.decided = fresh.cases.iter().filter(is_decided).count();
        self.compared = Some(fresh);
    }

    fn line_up(&mut self, cx: &Cx<'_>) {
        let Some(compared) = &self.compared else { return };
        let selection = &self.selection;
        let passes = |case: &Case| {
            let in_cell = selection.cell.is_none_or(|(pair, said)| {
                (case.said[pair[0]], case.said[pair[1]]) == (Some(said[0]), Some(said[1]))
            });
            in_cell
                && selection.paper.is_none_or(|paper| case.question.document == paper)
                // The case that was just decided stays in view.
                && (!selection.undecided
                    || self.chosen == Some(case.question)
                    || cx.project.decision(case.question).is_none())
        };
        self.lines.clear();
        for (opposed, cases) in compared.groups(passes) {
            self.lines.push(Line::Head(opposed, cases.len()));
            self.lines.extend(cases.into_iter().map(Line::Row));
        }
        let first = self.rows().next();
        let is_there = self.chosen.is_some_and(|chosen| self.rows().any(|row| row == chosen));
        self.chosen = self.chosen.filter(|_| is_there).or(first);
        self.wants_row = true;
    }

    fn draw(&mut self, ui: &Ui) {
        let Some(drawing) = &mut self.drawing else { return };
        if drawing.go_on(DRAWN_PER_FRAME) {
            ui.ctx().request_repaint();
            return;
        }
        if let Some(figures) = &mut self.figures {
            figures.resampled = Some(drawing.finish());
        }
        self.drawing = None;
    }
}

/// Whether figures of one are those of the other.
fn is_same_table(one: &Comparison, other: &Comparison) -> bool {
    (one.round, &one.name, &one.standing, &one.tags)
        == (other.round, &other.name, &other.standing, &other.tags)
        && one.coders == other.coders
        && one.ratings == other.ratings
}
