//! Buttons: a verb, perhaps an icon and the key that does the same.

use egui::accesskit::Role;
use egui::{Align2, Color32, CornerRadius, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::mark::{focus_ring, key_cap};
use crate::ui::theme::{Face, Theme, space, text};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Look {
    /// The one thing to do next.
    Primary,
    Outlined,
    /// Only words, until the pointer is over it.
    Plain,
}

/// A button with words.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "a builder: each is set by its own word")]
pub struct Button<'a> {
    text: &'a str,
    icon: Option<char>,
    icon_after: bool,
    key: Option<String>,
    look: Look,
    height: f32,
    min_width: f32,
    left: bool,
    enabled: bool,
    selected: bool,
}

impl<'a> Button<'a> {
    #[must_use]
    pub fn new(text: &'a str, look: Look) -> Self {
        Self {
            text,
            icon: None,
            icon_after: false,
            key: None,
            look,
            height: space::ROW,
            min_width: 0.0,
            left: false,
            enabled: true,
            selected: false,
        }
    }

    #[must_use]
    pub fn icon(mut self, icon: char) -> Self {
        self.icon = Some(icon);
        self
    }

    #[must_use]
    pub fn icon_after(mut self, icon: char) -> Self {
        self.icon = Some(icon);
        self.icon_after = true;
        self
    }

    #[must_use]
    pub fn key(mut self, key: Option<String>) -> Self {
        self.key = key;
        self
    }

    #[must_use]
    pub fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// At least this wide, words at the left, key at the right: a row of a menu.
    #[must_use]
    pub fn row(mut self, width: f32) -> Self {
        self.min_width = width;
        self.left = true;
        self
    }

    #[must_use]
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    #[must_use]
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    pub fn ui(self, ui: &mut Ui, theme: &Theme) -> Response {
        let font = if self.left { Face::Sans } else { Face::SansMedium }.size(text::BODY);
        let galley = ui.painter().layout_no_wrap(self.text.to_owned(), font, Color32::PLACEHOLDER);
        let icon_width = self.icon.map_or(0.0, |_| 24.0);
        let key_width = self.key.as_ref().map_or(0.0, |key| {
            super::width_of(ui, key, Face::SansSemibold.size(text::BADGE)).max(8.0) + 18.0
        });
        let padding = if self.left { 10.0 } else { 12.0 };
        let width = (galley.size().x + icon_width + key_width + 2.0 * padding).max(self.min_width);
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(width, self.height), sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, self.enabled, self.text));
        if !ui.is_rect_visible(rect) {
            return response;
        }

        let (fill, ink, line) = self.colours(&response, theme);
        let radius = CornerRadius::same(space::RADIUS_CONTROL);
        ui.painter().rect(rect, radius, fill, line, StrokeKind::Inside);
        let content = galley.size().x + icon_width + key_width;
        let mut x = if self.left { rect.left() + padding } else { rect.center().x - content / 2.0 };
        let y = rect.center().y;
        if let Some(icon) = self.icon.filter(|_| !self.icon_after) {
            ui.painter().text(egui::pos2(x, y), Align2::LEFT_CENTER, icon, Face::Icon.size(16.0), ink);
            x += icon_width;
        }
        let text_width = galley.size().x;
        ui.painter().galley_with_override_text_color(egui::pos2(x, y - galley.size().y / 2.0), galley, ink);
        if let Some(icon) = self.icon.filter(|_| self.icon_after) {
            let at = egui::pos2(x + text_width + 8.0, y);
            ui.painter().text(at, Align2::LEFT_CENTER, icon, Face::Icon.size(16.0), ink);
        }
        if let Some(key) = &self.key {
            let soft = if self.look == Look::Primary { ink } else { theme.ink2 };
            let line = if self.look == Look::Primary { theme.ink3 } else { theme.line };
            key_cap(ui.painter(), egui::pos2(rect.right() - padding + 2.0, y), key, soft, line);
        }
        focus_ring(ui, rect, response.has_focus(), theme);
        response
    }

    fn colours(&self, response: &Response, theme: &Theme) -> (Color32, Color32, Stroke) {
        if !self.enabled {
            let line = if self.look == Look::Outlined { theme.hairline() } else { Stroke::NONE };
            return (Color32::TRANSPARENT, theme.border, line);
        }
        let over = response.hovered();
        match self.look {
            Look::Primary if over => (theme.ink2, theme.page, Stroke::NONE),
            Look::Primary => (theme.ink, theme.page, Stroke::NONE),
            Look::Outlined => (if over { theme.hover } else { theme.raised }, theme.ink, theme.outline()),
            Look::Plain if self.selected => (theme.active, theme.ink, Stroke::NONE),
            Look::Plain if over => (theme.hover, theme.ink, Stroke::NONE),
            Look::Plain => (Color32::TRANSPARENT, theme.ink, Stroke::NONE),
        }
    }
}

/// A button that shows only an icon; its name is the tooltip and what a screen reader says.
pub fn icon_button(ui: &mut Ui, icon: char, name: &str, enabled: bool, theme: &Theme) -> Response {
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(32.0, 32.0), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    if enabled && response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(space::RADIUS_CONTROL), theme.hover);
    }
    let ink = if enabled { theme.ink2 } else { theme.border };
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon, Face::Icon.size(18.0), ink);
    focus_ring(ui, rect, response.has_focus(), theme);
    response.on_hover_text(name)
}
