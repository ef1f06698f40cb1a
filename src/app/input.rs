//! What the person does: files dropped, keys pressed, the window closed.

use std::path::PathBuf;

use egui::ViewportCommand;

use crate::ui::panes::ReaderPane;
use crate::ui::shortcuts::{self, Heard};
use crate::ui::{Command, View};

use super::lifecycle::Ending;
use super::shown::Overlay;
use super::window::Window;

impl Window {
    /// What was dropped, closed, pressed and copied since the last frame, as commands.
    pub(super) fn input(&mut self, ctx: &egui::Context) {
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if !dropped.is_empty() {
            self.commands.push(Command::Take(dropped));
        }
        if ctx.input(|input| input.viewport().close_requested()) && self.lifecycle.ending == Ending::No {
            if self.lifecycle.is_dirty() || self.lifecycle.is_saving() || self.jobs.is_writing() {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
                self.commands.push(Command::Quit);
            } else {
                self.settle();
                self.end(Ending::Told);
            }
        }
        let focused = ctx.memory(egui::Memory::focused);
        let text_field = ctx.text_edit_focused();
        if let Some(id) = focused.filter(|_| !text_field) {
            // Arrows go to the text and the questions; Tab moves between controls.
            let filter = egui::EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
                ..egui::EventFilter::default()
            };
            ctx.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        }
        if !text_field && ctx.input(presses_an_arrow) {
            // egui would also move the focus, to a control that Enter or the space bar then presses.
            ctx.memory_mut(|memory| memory.move_focus(egui::FocusDirection::None));
        }
        let covered = !matches!(self.shown.overlay, Overlay::None) || egui::Popup::is_any_open(ctx);
        // In another view the paper is not seen: no key may change it.
        let has_keys = matches!(self.place.position.view, View::Coding | View::Ledger | View::Compare);
        let heard = Heard {
            coding: self.lifecycle.open.is_some()
                && has_keys
                && !text_field
                && !covered
                && !self.shown.import,
            ledger: self.place.position.view == View::Ledger,
            compare: self.place.position.view == View::Compare,
            outline: self.place.position.outline.is_some(),
            control_focused: focused.is_some_and(|id| id != ReaderPane::id()),
            single_keys: self.settings.preferences.single_keys,
            caret: self.panes.reader.has_caret(),
        };
        let typed: Vec<Command> = if matches!(self.shown.overlay, Overlay::Unsaved { .. }) {
            shortcuts::take(ctx, Heard { coding: false, ..heard })
                .into_iter()
                .filter(|c| *c == Command::Escape)
                .collect()
        } else {
            shortcuts::take(ctx, heard)
        };
        if typed.contains(&Command::CaseReason) {
            // egui would also move the focus on, away from the reason.
            ctx.memory_mut(|memory| memory.move_focus(egui::FocusDirection::None));
        }
        self.commands.extend(typed);
        let copies = ctx.input(|input| input.events.contains(&egui::Event::Copy));
        if copies && !text_field {
            self.commands.push(Command::Copy);
        }
    }
}

fn presses_an_arrow(input: &egui::InputState) -> bool {
    use egui::Key::{ArrowDown, ArrowLeft, ArrowRight, ArrowUp};
    [ArrowLeft, ArrowRight, ArrowUp, ArrowDown].into_iter().any(|key| input.key_pressed(key))
}
