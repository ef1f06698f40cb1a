//! The bar above the text while the outline is corrected, and the way back at the foot of the pane.

use egui::accesskit::Role;
use egui::{Align, Layout, Response, Ui, UiBuilder, vec2};

use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Button, Look, Segment, icon_button, job, say, segments};
use crate::ui::{Command, Cx, shortcuts};

/// Narrower bars show icons only.
const WIDE: f32 = 760.0;

/// In still narrower ones the way to the next doubt is an icon too.
const NARROW: f32 = 460.0;

/// Shows the bar in the space it is given.
pub fn outline_bar(ui: &mut Ui, cx: &mut Cx<'_>) {
    let area = ui.max_rect();
    let words = cx.words.outline;
    ui.painter().rect_filled(area, 0, cx.theme.chrome);
    ui.painter().hline(area.x_range(), area.bottom() - 0.5, cx.theme.hairline());
    let inner = area.shrink2(vec2(if area.width() < WIDE { 12.0 } else { 20.0 }, 0.0));
    let flow = Layout::left_to_right(Align::Center);
    let mut left = ui.new_child(UiBuilder::new().id_salt("modes").max_rect(inner).layout(flow));
    let items = [Segment::plain(words.read, false), Segment::plain(words.outline, true)];
    let id = left.scope_id().with("modes");
    if segments(&mut left, id, &items, 28.0, Role::RadioButton, cx.theme) == Some(0) {
        cx.ask(Command::OutlineMode);
    }
    let flow = Layout::right_to_left(Align::Center);
    let mut right = ui.new_child(UiBuilder::new().id_salt("acts").max_rect(inner).layout(flow));
    right.spacing_mut().item_spacing.x = 4.0;
    let is_wide = area.width() >= WIDE;
    let doubts = cx.document().is_some_and(|document| !document.outline.doubts.is_empty());
    let key = shortcuts::shown(&Command::NextDoubt, cx.words);
    let next = if area.width() < NARROW {
        let name = format!("{} ({})", words.next_doubt, key.unwrap_or_default());
        icon_button(&mut right, icon::DOWN_ARROW, &name, doubts, cx.theme)
    } else {
        let hint = (cx.words.command_name)(&Command::NextDoubt).unwrap_or_default();
        let next = Button::new(words.next_doubt, Look::Outlined).icon(icon::DOWN_ARROW).key(key);
        next.enabled(doubts).ui(&mut right, cx.theme).on_hover_text(hint)
    };
    if next.clicked() {
        cx.ask(Command::NextDoubt);
    }
    right.add_space(8.0);
    for (name, sign, command) in [
        (words.renumber, icon::NUMBER, Command::Renumber),
        (words.join, icon::JOIN, Command::JoinPart),
        (words.split, icon::SPLIT, Command::SplitPart),
    ] {
        if act(&mut right, name, sign, &command, is_wide, cx).clicked() {
            cx.ask(command);
        }
    }
}

fn act(ui: &mut Ui, name: &str, sign: char, command: &Command, is_wide: bool, cx: &Cx<'_>) -> Response {
    let key = shortcuts::shown(command, cx.words).unwrap_or_default();
    if is_wide {
        let hint = (cx.words.command_name)(command).unwrap_or_default();
        let button = Button::new(name, Look::Plain)
            .icon(sign)
            .key((*command == Command::Renumber).then(|| key.clone()));
        return button.ui(ui, cx.theme).on_hover_text(format!("{hint} ({key})"));
    }
    icon_button(ui, sign, &format!("{name} ({key})"), true, cx.theme)
}

/// Shows what stays, and the button that ends the work.
pub fn outline_foot(ui: &mut Ui, cx: &mut Cx<'_>) {
    let area = ui.max_rect();
    let words = cx.words.outline;
    ui.painter().rect_filled(area, 0, cx.theme.chrome);
    let inner = area.shrink2(vec2(16.0, 0.0));
    let flow = Layout::right_to_left(Align::Center);
    let mut row = ui.new_child(UiBuilder::new().id_salt("foot").max_rect(inner).layout(flow));
    if Button::new(words.confirm, Look::Primary).ui(&mut row, cx.theme).clicked() {
        cx.ask(Command::ConfirmOutline);
    }
    let width = row.available_width() - 8.0;
    row.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let font = Face::Sans.size(text::SMALL);
        say(ui, job(words.codings_stay, font, cx.theme.ink2, 16.0, width));
    });
}
