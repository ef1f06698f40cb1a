//! Projects that were never saved, offered on the welcome screen: to go on with, or to discard after being asked.

use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{Align, Id, Layout, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::welcome::project_head;
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Button, Look, elided};
use crate::ui::{Command, Cx};

/// A project without a place as it is shown.
#[derive(Clone, Debug)]
pub struct OfferedProject {
    pub path: PathBuf,
    pub name: String,
    /// „3 Dokumente, 12 Änderungen“.
    pub about: String,
    pub when: String,
}

const ROW: f32 = 104.0;

pub(super) fn offered_row(ui: &mut Ui, width: f32, project: &OfferedProject, cx: &mut Cx<'_>) {
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
    let name = format!("{}, {}, {}", project.name, project.about, project.when);
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &name));
    let asks = Id::unique("discard unsaved").with(&project.path);
    let is_asked = ui.data(|data| data.get_temp::<bool>(asks)).unwrap_or_default();
    let painter = ui.painter();
    let top = rect.top() + 11.0;
    let small = Face::Sans.size(text::SMALL);
    project_head(painter, rect, width, [&project.name, &project.about, &project.when], cx);
    let why = if is_asked { cx.words.keeping.discard_sure } else { cx.words.keeping.unsaved_why };
    let why = painter.layout_job(elided(why, small, cx.theme.ink2, width));
    painter.galley(pos2(rect.left(), top + 35.0), why, cx.theme.ink2);
    let row = Rect::from_min_size(pos2(rect.left(), top + 57.0), vec2(width, 28.0));
    let flow = Layout::left_to_right(Align::Center);
    let mut child = ui.new_child(egui::UiBuilder::new().id_salt(&project.path).max_rect(row).layout(flow));
    child.spacing_mut().item_spacing.x = 8.0;
    if is_asked {
        let discard = Button::new(cx.words.discard, Look::Outlined).height(28.0).icon(icon::WARNING);
        if discard.ui(&mut child, cx.theme).clicked() {
            cx.ask(Command::DiscardUnsaved(project.path.clone()));
        }
        let keep = Button::new(cx.words.keeping.keep, Look::Outlined).height(28.0);
        if keep.ui(&mut child, cx.theme).clicked() {
            child.data_mut(|data| data.remove::<bool>(asks));
        }
    } else {
        let go_on = Button::new(cx.words.keeping.go_on, Look::Outlined).height(28.0);
        if go_on.ui(&mut child, cx.theme).clicked() {
            cx.ask(Command::OpenUnsaved(project.path.clone()));
        }
        let discard = Button::new(cx.words.discard, Look::Plain).height(28.0);
        if discard.ui(&mut child, cx.theme).clicked() {
            child.data_mut(|data| data.insert_temp(asks, true));
        }
    }
}
