//! Coefficients on a line: the value as a dot, its interval as a bar, ticks at .67 and .80. No colour says good or bad.

use egui::accesskit::Role;
use egui::{Align2, Color32, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::model::analysis::agreement::Interval;
use crate::ui::Cx;
use crate::ui::theme::{Face, text};

/// The thresholds that K. Krippendorff names in Content Analysis, 2004, p. 241: shown, not judged by.
const TICKS: [f64; 2] = [0.67, 0.80];

/// From which value to which a scale goes: to 1, and down to .50 or as far as the values go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    from: f64,
}

impl Scale {
    /// A scale on which all of these can be seen.
    pub fn of(values: impl Iterator<Item = f64>) -> Self {
        let lowest = values.fold(0.5_f64, f64::min);
        Self { from: ((lowest * 10.0).floor() / 10.0).max(-1.0) }
    }

    fn x(self, rect: Rect, value: f64) -> f32 {
        let share = (value - self.from) / (1.0 - self.from);
        rect.left() + rect.width() * share.clamp(0.0, 1.0) as f32
    }

    /// The large scale, with its ends and thresholds in figures.
    pub fn large(
        self,
        ui: &mut Ui,
        name: &str,
        value: f64,
        interval: Option<Interval>,
        ink: Color32,
        cx: &Cx<'_>,
    ) {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 44.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
        let line =
            Rect::from_min_size(pos2(rect.left() + 6.0, rect.top() + 10.0), vec2(rect.width() - 12.0, 0.0));
        let y = line.top();
        let painter = ui.painter();
        painter.hline(line.x_range(), y, Stroke::new(1.5, cx.theme.line));
        let mut marks = vec![self.from, 1.0];
        marks.extend(TICKS.into_iter().filter(|tick| *tick > self.from));
        for mark in marks {
            let x = self.x(line, mark);
            painter.vline(x, y + 7.0..=y + 13.0, Stroke::new(1.0, cx.theme.border));
            let align = if mark <= self.from { Align2::LEFT_TOP } else { Align2::CENTER_TOP };
            let align = if mark >= 1.0 { Align2::RIGHT_TOP } else { align };
            let x = if mark <= self.from {
                x - 6.0
            } else if mark >= 1.0 {
                x + 6.0
            } else {
                x
            };
            let font = Face::Sans.size(text::BADGE);
            painter.text(pos2(x, y + 16.0), align, (cx.words.compare.decimal)(mark), font, cx.theme.ink3);
        }
        self.dot(ui, line, y, value, interval, ink, cx);
    }

    /// A scale without figures, in the room it is given.
    pub fn small(
        self,
        ui: &Ui,
        rect: Rect,
        value: f64,
        interval: Option<Interval>,
        ink: Color32,
        cx: &Cx<'_>,
    ) {
        let y = rect.center().y;
        ui.painter().hline(rect.x_range(), y, Stroke::new(1.5, cx.theme.line));
        for tick in TICKS.into_iter().filter(|tick| *tick > self.from) {
            ui.painter().vline(self.x(rect, tick), y - 4.0..=y + 4.0, Stroke::new(1.0, cx.theme.border));
        }
        self.dot(ui, rect, y, value, interval, ink, cx);
    }

    #[expect(clippy::too_many_arguments, reason = "a painting step with everything it paints from")]
    fn dot(
        self,
        ui: &Ui,
        line: Rect,
        y: f32,
        value: f64,
        interval: Option<Interval>,
        ink: Color32,
        cx: &Cx<'_>,
    ) {
        if let Some(bounds) = interval {
            let ends = self.x(line, bounds.low)..=self.x(line, bounds.high);
            ui.painter().hline(ends, y, Stroke::new(4.0, ink));
        }
        let at = pos2(self.x(line, value), y);
        ui.painter().circle(at, 5.0, ink, Stroke::new(1.5, cx.theme.chrome));
    }
}
