//! The list of what a project of another program has no place for here.

use egui::{ScrollArea, Ui};

use super::notices::Notice;
use crate::ui::Cx;
use crate::ui::theme::{Face, text};
use crate::ui::widgets::{job, say};

/// The list scrolls where it is higher.
const HEIGHT: f32 = 124.0;
/// So many are listed: more than anybody reads.
const LISTED: usize = 500;

/// One line for each.
pub(super) fn left_out_list(ui: &mut Ui, notice: &Notice, width: f32, cx: &Cx<'_>) {
    let Notice::LeftOut { left_out, .. } = notice else { return };
    let mut lines: Vec<String> = left_out.iter().take(LISTED).map(cx.words.keeping.omission).collect();
    if left_out.len() > LISTED {
        lines.push((cx.words.and_more)(left_out.len() - LISTED));
    }
    ui.add_space(4.0);
    let list = ScrollArea::vertical().id_salt("left out").max_height(HEIGHT).auto_shrink([false, true]);
    list.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for line in &lines {
            let font = Face::Sans.size(text::BODY);
            say(ui, job(line.as_str(), font, cx.theme.ink2, text::BODY_LINE, width - 16.0));
        }
    });
}
