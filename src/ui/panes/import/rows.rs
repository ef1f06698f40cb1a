//! One row for every file.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Rect, Response, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::model::{Document, Problem};
use crate::ui::Cx;
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{elided, focus_ring};

/// A file and what became of it.
#[derive(Clone, Debug)]
pub struct ImportRow {
    pub file: String,
    pub state: ImportState,
}

#[derive(Clone, Debug)]
pub enum ImportState {
    /// Not read yet.
    Waiting,
    /// Read; held here until the import is taken over.
    Read(std::sync::Arc<Document>),
    /// The same text as another file.
    Twin(String),
    Failed(Problem),
}

/// Height of a row.
pub(super) const HEIGHT: f32 = 38.0;

/// What the chips above the table let pass.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Show {
    #[default]
    All,
    Done,
    Doubtful,
    Failed,
    Twins,
}

impl ImportState {
    /// Whether there is nothing to look at again.
    pub(super) fn passes(&self, show: Show) -> bool {
        match (show, self) {
            (Show::All, _) | (Show::Failed, Self::Failed(_)) | (Show::Twins, Self::Twin(_)) => true,
            (Show::Done, Self::Read(document)) => document.outline.doubts.is_empty(),
            (Show::Doubtful, Self::Read(document)) => !document.outline.doubts.is_empty(),
            _ => false,
        }
    }

    fn sign(&self) -> char {
        match self {
            Self::Waiting => icon::CIRCLE,
            Self::Read(document) if document.outline.doubts.is_empty() => icon::CHECK,
            Self::Read(_) => icon::WARNING,
            Self::Twin(_) => icon::COPY,
            Self::Failed(_) => icon::FAILED,
        }
    }

    fn words(&self, cx: &Cx<'_>) -> String {
        match self {
            Self::Waiting => cx.words.import.waiting.to_owned(),
            Self::Read(document) => {
                let outline = &document.outline;
                let answers = outline.groups.iter().filter(|group| !group.answers.is_empty()).count();
                (cx.words.import.found)(outline.question_count(), answers, outline.doubts.len())
            }
            Self::Twin(other) => (cx.words.import.twin)(other),
            Self::Failed(problem) => {
                let words = (cx.words.problem)(problem);
                // The file stands at the left already.
                let file = problem.file().unwrap_or_default();
                let bare = words
                    .strip_prefix(file)
                    .map_or(words.as_str(), |rest| rest.trim_start_matches([':', ' ']));
                bare.to_owned()
            }
        }
    }
}

/// Shows a row; its columns stand where the heads of the table stand.
pub(super) fn row(ui: &mut Ui, row: &ImportRow, chosen: bool, columns: [f32; 3], cx: &Cx<'_>) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click());
    let words = row.state.words(cx);
    let name = format!("{}: {words}", row.file);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &name));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let painter = ui.painter();
    if chosen || response.hovered() {
        let fill = if chosen { cx.theme.raised } else { cx.theme.hover };
        painter.rect_filled(rect, CornerRadius::ZERO, fill);
    }
    if chosen {
        let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        painter.rect_filled(bar, CornerRadius::ZERO, cx.theme.ink);
    }
    painter.hline(rect.x_range(), rect.bottom() - 0.5, cx.theme.hairline());
    let waits = matches!(row.state, ImportState::Waiting);
    let alert = matches!(&row.state, ImportState::Failed(_))
        || matches!(&row.state, ImportState::Read(document) if !document.outline.doubts.is_empty());
    let sign_ink = if alert { cx.theme.alert } else { cx.theme.ink2 };
    let middle = rect.center().y;
    let sign_at = pos2(rect.left() + 28.0, middle);
    painter.text(sign_at, Align2::CENTER_CENTER, row.state.sign(), Face::Icon.size(17.0), sign_ink);
    let ink = if waits { cx.theme.ink3 } else { cx.theme.ink };
    let cell = |column: usize, words: &str, face: Face, ink| {
        let left = rect.left() + columns[column];
        let right = columns.get(column + 1).map_or(rect.right() - 16.0, |next| rect.left() + next - 12.0);
        let galley = painter.layout_job(elided(words, face.size(text::BODY), ink, right - left));
        painter.galley(pos2(left, middle - galley.size().y / 2.0), galley, ink);
    };
    cell(0, &row.file, if waits { Face::Sans } else { Face::SansMedium }, ink);
    if let ImportState::Read(document) = &row.state {
        let place = Rect::from_min_max(
            pos2(rect.left() + columns[1], middle - 8.0),
            pos2(rect.left() + columns[2] - 14.0, middle + 8.0),
        );
        structure(ui, place, document, cx);
    }
    cell(2, &words, Face::Sans, if waits { cx.theme.ink3 } else { cx.theme.ink2 });
    focus_ring(ui, rect.shrink(2.0), response.has_focus(), cx.theme);
    response
}

/// The questions of a paper as small empty cells, joint ones with a bracket below.
fn structure(ui: &Ui, rect: Rect, document: &Document, cx: &Cx<'_>) {
    let count = document.outline.question_count();
    if count == 0 {
        return;
    }
    let groups = &document.outline.groups;
    let (inside, between) = (2.0, 5.0);
    let gaps = count as f32 * inside + groups.len() as f32 * between;
    let cell = ((rect.width() - gaps) / count as f32).clamp(2.0, 8.0);
    let painter = ui.painter();
    let stroke = cx.theme.outline();
    let mut x = rect.left();
    for group in groups {
        let left = x;
        for _ in &group.questions {
            let place = Rect::from_min_size(pos2(x, rect.top() + 2.0), vec2(cell, 9.0));
            if place.right() > rect.right() {
                return;
            }
            painter.rect_stroke(place, CornerRadius::same(2), stroke, StrokeKind::Inside);
            x += cell + inside;
        }
        if group.questions.len() > 1 {
            let y = rect.top() + 14.0;
            let right = x - inside;
            let ends = [pos2(left, y - 2.0), pos2(left, y), pos2(right, y), pos2(right, y - 2.0)];
            painter.line(ends.to_vec(), stroke);
        }
        x += between;
    }
}
