//! The button with the person's name in the top bar.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{fitting, focus_ring, width_of};
use crate::ui::{Command, Cx, shortcuts};

/// A longer name is cut.
const LONGEST: f32 = 150.0;

/// How much room there is for the button.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TeamButton {
    WithName,
    SignOnly,
}

/// Shows who sits here; a click opens people and rounds.
pub fn team_button(ui: &mut Ui, how: TeamButton, cx: &mut Cx<'_>) {
    let words = cx.words.rounds;
    let known = cx.project.coder(cx.project.me()).map(|coder| coder.name.as_str()).unwrap_or_default();
    let own = cx.preferences.identity.name.as_str();
    let who = if own.is_empty() { known } else { own };
    let shown = fitting(ui, if who.is_empty() { words.nameless } else { who }, text::BODY, LONGEST);
    let font = Face::Sans.size(text::BODY);
    let room = match how {
        TeamButton::WithName => width_of(ui, &shown, font.clone()) + 8.0,
        TeamButton::SignOnly => 0.0,
    };
    let (rect, response) = ui.allocate_exact_size(vec2(32.0 + room, 32.0), Sense::click());
    let name = (words.button_name)(who);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, CornerRadius::same(space::RADIUS_CONTROL), cx.theme.hover);
    }
    let at = pos2(rect.left() + 16.0, rect.center().y);
    painter.text(at, Align2::CENTER_CENTER, icon::PERSON, Face::Icon.size(18.0), cx.theme.ink2);
    if how == TeamButton::WithName {
        let ink = if who.is_empty() { cx.theme.ink3 } else { cx.theme.ink };
        let at = pos2(rect.left() + 32.0, rect.center().y);
        painter.text(at, Align2::LEFT_CENTER, shown, font, ink);
    }
    focus_ring(ui, rect, response.has_focus(), cx.theme);
    if response.clicked() {
        cx.ask(Command::Team);
    }
    let key = shortcuts::shown(&Command::Team, cx.words).unwrap_or_default();
    response.on_hover_text(format!("{name} ({key})"));
}
