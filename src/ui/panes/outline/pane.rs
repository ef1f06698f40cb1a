//! What the pane of the outline shows from top to bottom, and what it remembers.

use egui::accesskit::Role;
use egui::{Align, Frame, Layout, Margin, ScrollArea, Ui, WidgetInfo, vec2};

use super::head::HeadFields;
use super::part::PartFields;
use super::rows::{Rows, line_of};
use super::tree::tree;
use crate::model::analysis::{Chosen, part_of, parts};
use crate::model::text::Span;
use crate::model::{Document, DocumentId};
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Button, Look, icon_button, job, say};
use crate::ui::{Command, Cx, shortcuts};

/// The tree takes this share of the pane at most: the chosen part is always in view.
const TREE: f32 = 0.56;

/// What the pane remembers between frames; nothing of it is saved.
#[derive(Debug, Default)]
pub struct OutlinePane {
    pub(super) part: PartFields,
    pub(super) head: HeadFields,
    /// The doubt that was visited last, with its place.
    pub visited: Option<(DocumentId, (Span, usize))>,
    rows: Rows,
    shown: Option<Chosen>,
    wants_focus: bool,
}

impl OutlinePane {
    /// Moves the keyboard to the chosen row of the tree.
    pub fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Moves the keyboard to the number of the chosen question, or to the questions of the chosen answer.
    pub fn edit_part(&mut self) {
        self.part.wants_focus = true;
    }

    /// Shows the pane in the space it is given.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        ui.painter().rect_filled(ui.max_rect(), 0, cx.theme.chrome);
        self.head.follow(cx);
        let (Some(document), Some(chosen)) = (cx.document(), cx.position.outline) else { return };
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        header(ui, document, cx);
        let parts = parts(document);
        let here = part_of(&parts, chosen);
        let moved = self.shown != Some(chosen);
        self.shown = Some(chosen);
        self.rows.follow(document, &parts, cx);
        let most = ui.available_height() * TREE;
        let margin = Margin { left: 12, right: 12, top: 6, bottom: 8 };
        ScrollArea::vertical().id_salt("outline tree").max_height(most).auto_shrink([false, true]).show(
            ui,
            |ui| {
                Frame::new().inner_margin(margin).show(ui, |ui| {
                    let focus = std::mem::take(&mut self.wants_focus);
                    let line = here.map(|here| line_of(&parts, here));
                    tree(ui, &self.rows, line, moved, focus, cx);
                });
            },
        );
        line(ui, cx);
        ScrollArea::vertical().id_salt("outline part").auto_shrink(false).show(ui, |ui| {
            let margin = Margin { left: 20, right: 16, top: 12, bottom: 20 };
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.set_width(ui.available_width());
                if let Some(part) = here.and_then(|here| parts.get(here)) {
                    self.part.ui(ui, document, part, cx);
                    ui.add_space(16.0);
                }
                self.head.ui(ui, document, cx);
            });
        });
    }
}

fn line(ui: &mut Ui, cx: &Cx<'_>) {
    let y = ui.cursor().top();
    ui.painter().hline(ui.max_rect().x_range(), y + 0.5, cx.theme.hairline());
    ui.add_space(1.0);
}

fn header(ui: &mut Ui, document: &Document, cx: &mut Cx<'_>) {
    let words = cx.words.outline;
    let frame = Frame::new().inner_margin(Margin { left: 20, right: 10, top: 8, bottom: 8 });
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.set_min_height(32.0);
            let font = Face::SansSemibold.size(text::PANE_HEAD);
            let response = say(ui, job(words.outline, font, cx.theme.ink, 22.0, 240.0));
            response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words.outline));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let more = icon_button(ui, icon::MORE, cx.words.more, true, cx.theme);
                egui::Popup::menu(&more).show(|ui| menu(ui, cx));
            });
        });
        let outline = &document.outline;
        let answers = outline.groups.iter().filter(|group| !group.answers.is_empty()).count();
        let facts = (words.facts)(outline.question_count(), answers);
        let check = (words.to_check)(outline.doubts.len());
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let small = Face::Sans.size(text::SMALL);
            let said = if check.is_empty() { facts } else { format!("{facts}  ·  ") };
            say(ui, job(said, small, cx.theme.ink2, text::SMALL_LINE, 300.0));
            if !check.is_empty() {
                let font = Face::SansMedium.size(text::SMALL);
                let link = say(ui, job(check.as_str(), font, cx.theme.alert, text::SMALL_LINE, 200.0));
                let link =
                    link.interact(egui::Sense::click()).on_hover_cursor(egui::CursorIcon::PointingHand);
                link.widget_info(|| WidgetInfo::labeled(Role::Button, true, &check));
                if link.clicked() {
                    cx.ask(Command::NextDoubt);
                }
            }
        });
    });
    line(ui, cx);
}

fn menu(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for command in [
        Command::Recut,
        Command::NextDoubt,
        Command::SplitPart,
        Command::JoinPart,
        Command::Renumber,
        Command::ConfirmOutline,
        Command::OutlineMode,
    ] {
        let name = (cx.words.command_name)(&command).unwrap_or_default();
        let key = shortcuts::shown(&command, cx.words);
        if Button::new(name, Look::Plain).key(key).row(400.0).ui(ui, cx.theme).clicked() {
            cx.ask(command);
            ui.close();
        }
    }
}
