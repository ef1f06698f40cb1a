//! Title of the overview, what is counted, and what may be done with it.

use egui::accesskit::Role;
use egui::{Align, Layout, Ui, WidgetInfo, vec2};

use super::pane::OverviewPane;
use crate::model::analysis::overview::Overview;
use crate::model::{CountBy, ExportChoice, ExportFormat};
use crate::ui::panes::filters::active_filter;
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Button, Look, Segment, icon_button, job, say, segments};
use crate::ui::{Command, Cx, ExportScope};

impl OverviewPane {
    pub(super) fn head(&mut self, ui: &mut Ui, overview: &Overview, cx: &mut Cx<'_>) {
        let words = cx.words.exports.overview;
        ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
        ui.horizontal(|ui| {
            ui.set_min_height(34.0);
            let title =
                say(ui, job(&overview.title, Face::SansSemibold.size(20.0), cx.theme.ink, 28.0, 220.0));
            title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words.overview));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| self.buttons(ui, cx));
        });
        let font = Face::Sans.size(text::BODY);
        let width = ui.available_width();
        if overview.total.is_some() {
            say(ui, job(&overview.about, font, cx.theme.ink2, text::BODY_LINE, width));
        }
        active_filter(ui, cx);
    }

    fn buttons(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let words = cx.words.exports.overview;
        let is_wide = ui.max_rect().width() > 560.0;
        let table = if is_wide {
            let look = if self.as_table { Look::Plain } else { Look::Outlined };
            Button::new(words.table, look).icon(icon::TABLE).selected(self.as_table).ui(ui, cx.theme)
        } else {
            icon_button(ui, icon::TABLE, words.table, true, cx.theme)
        };
        let state = WidgetInfo::selected(Role::Button, true, self.as_table, words.table);
        table.widget_info(|| state.clone());
        if table.on_hover_text(words.table_about).clicked() {
            self.as_table = !self.as_table;
        }
        let picture = if is_wide {
            Button::new(words.picture, Look::Outlined).icon(icon::EXPORT).ui(ui, cx.theme)
        } else {
            icon_button(ui, icon::EXPORT, words.picture, true, cx.theme)
        };
        egui::Popup::menu(&picture).show(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (format, name) in [(ExportFormat::Svg, words.as_svg), (ExportFormat::Png, words.as_png)] {
                if Button::new(name, Look::Plain).row(260.0).ui(ui, cx.theme).clicked() {
                    let choice = ExportChoice {
                        count_by: self.count_by,
                        filter: Box::new(cx.filter.clone()),
                        ..ExportChoice::of(format)
                    };
                    cx.ask(Command::ExportAs(Box::new(choice), ExportScope::Project));
                    ui.close();
                }
            }
        });
        let count_by = cx.words.exporting.count_by;
        let units = [CountBy::Questions, CountBy::Answers];
        let items = units.map(|unit| {
            let name = count_by(unit).to_owned();
            let text = (words.counted)(unit).to_owned();
            Segment { text, icon: None, name, chosen: self.count_by == unit, colours: None }
        });
        let id = ui.scope_id().with("count by");
        if let Some(nth) = segments(ui, id, &items, 32.0, Role::RadioButton, cx.theme) {
            self.count_by = units[nth];
        }
    }
}
