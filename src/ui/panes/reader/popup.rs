//! What can be done with selected words, beside them.

use egui::{Area, Frame, Margin, Order, Rect, Response, Ui, pos2};

use crate::ui::theme::space;
use crate::ui::widgets::{Button, Look};
use crate::ui::{Command, Cx, shortcuts};

/// Offers evidence and copying above the selection; below where there is no room.
pub(super) fn popup(ui: &Ui, selection: Rect, view: Rect, cx: &mut Cx<'_>) {
    if selection.bottom() < view.top() || selection.top() > view.bottom() {
        return;
    }
    let is_outline = cx.position.outline.is_some();
    let (width, height) = match is_outline {
        true if view.width() < MARKS => (400.0, 76.0),
        true => (MARKS - 16.0, 44.0),
        false => (380.0, 44.0),
    };
    let above = selection.top() - height - 6.0;
    let y = if above > view.top() { above } else { (selection.bottom() + 8.0).min(view.bottom() - height) };
    let x = selection.left().max(view.left() + 8.0).min(view.right() - width).max(view.left() + 4.0);
    let frame = Frame::new()
        .fill(cx.theme.raised)
        .stroke((1.0, cx.theme.ink))
        .corner_radius(space::RADIUS_CONTROL)
        .inner_margin(Margin::same(3));
    Area::new(ui.scope_id().with("selection")).order(Order::Foreground).fixed_pos(pos2(x, y)).show(
        ui.ctx(),
        |ui| {
            frame.show(ui, |ui| {
                if is_outline {
                    marks(ui, view.width(), cx);
                    return;
                }
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 2.0;
                    if let Some((_, group, question)) = cx.current() {
                        let words = (cx.words.evidence_for)(&question.label);
                        let key = shortcuts::shown(&Command::Evidence, cx.words);
                        if Button::new(&words, Look::Plain).key(key).ui(ui, cx.theme).clicked() {
                            cx.ask(Command::Evidence);
                        }
                        if group.questions.len() > 1 {
                            let key = shortcuts::shown(&Command::EvidenceForAll, cx.words);
                            if Button::new(cx.words.evidence_all, Look::Plain)
                                .key(key)
                                .ui(ui, cx.theme)
                                .clicked()
                            {
                                cx.ask(Command::EvidenceForAll);
                            }
                        }
                    }
                    let button = Button::new(cx.words.copy_with_source, Look::Plain);
                    if button.ui(ui, cx.theme).clicked() {
                        cx.ask(Command::CopyWithSource);
                    }
                });
            });
        },
    );
}

/// How wide the offers of the outline are in one row.
const MARKS: f32 = 690.0;

/// What selected words can be made while the outline is corrected.
fn marks(ui: &mut Ui, most: f32, cx: &mut Cx<'_>) {
    let words = cx.words.outline;
    let label = cx.current().map(|(_, _, question)| question.label.as_str());
    let answer = (words.mark_answer)(label);
    let offers = [
        (words.mark_question, Command::MarkQuestion),
        (answer.as_str(), Command::MarkAnswer),
        (words.mark_joint, Command::MarkJoint),
        (words.mark_remark, Command::MarkRemark),
        (words.mark_rest, Command::MarkRest),
        (words.split, Command::SplitPart),
    ];
    ui.spacing_mut().item_spacing = egui::vec2(2.0, 0.0);
    for row in offers.chunks(if most < MARKS { 3 } else { 6 }) {
        ui.horizontal(|ui| {
            for (name, command) in row {
                let key = shortcuts::shown(command, cx.words);
                if Button::new(name, Look::Plain).key(key).ui(ui, cx.theme).clicked() {
                    cx.ask(command.clone());
                }
            }
        });
    }
}

const MARKS_AND_MORE: [Command; 9] = [
    Command::MarkQuestion,
    Command::MarkAnswer,
    Command::MarkJoint,
    Command::MarkRemark,
    Command::MarkGovernmentRemark,
    Command::MarkRest,
    Command::SplitPart,
    Command::JoinPart,
    Command::Renumber,
];

/// The same by right click, with more room.
pub(super) fn menu(response: &Response, selected: bool, cx: &mut Cx<'_>) {
    response.context_menu(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let commands: &[Command] = if cx.position.outline.is_some() {
            &MARKS_AND_MORE
        } else if selected {
            &[Command::Evidence, Command::EvidenceForAll, Command::Copy, Command::CopyWithSource]
        } else {
            &[Command::NextSentence, Command::Caret, Command::Later, Command::EditMemo]
        };
        for command in commands {
            let name = (cx.words.command_name)(command).unwrap_or_default();
            let key = shortcuts::shown(command, cx.words);
            if Button::new(name, Look::Plain).key(key).row(400.0).ui(ui, cx.theme).clicked() {
                cx.ask(command.clone());
                ui.close();
            }
        }
    });
}
