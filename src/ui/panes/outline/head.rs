//! The head of the paper in fields: what is not printed stays empty.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Popup, ScrollArea, Sense, StrokeKind, Ui, WidgetInfo, vec2};

use super::part::note;
use crate::model::edits::head::HeadField;
use crate::model::{Document, DocumentId, Head, Kind, PARLIAMENTS};
use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{Button, Look, elided, focus_ring, job, say, singleline};
use crate::ui::{Command, Cx};

/// What is being typed, with what the project said when it was last in step.
#[derive(Debug, Default)]
pub(super) struct HeadFields {
    document: Option<DocumentId>,
    fields: Vec<Field>,
}

#[derive(Debug)]
struct Field {
    which: HeadField,
    typed: String,
    known: String,
}

impl HeadFields {
    /// Hands over what was typed when another document takes the pane: leaving never discards.
    pub fn follow(&mut self, cx: &mut Cx<'_>) {
        let now = cx.position.document;
        if self.document == now {
            return;
        }
        if let Some(before) = self.document {
            for field in self.fields.drain(..).filter(|field| field.typed != field.known) {
                cx.ask(Command::SetHead(before, field.which, field.typed));
            }
        }
        self.document = now;
        self.fields.clear();
    }

    pub fn ui(&mut self, ui: &mut Ui, document: &Document, cx: &mut Cx<'_>) {
        let words = cx.words.outline;
        let width = ui.available_width();
        let heading =
            say(ui, job(words.head, Face::SansSemibold.size(text::BODY), cx.theme.ink, 20.0, width));
        heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words.head));
        house(ui, document, cx);
        for (nth, which) in HeadField::ALL.into_iter().enumerate() {
            let said = shown(which, &document.head, cx);
            match self.fields.get_mut(nth) {
                Some(field) if field.known == said => {}
                // Undo, or a first look: the field shows what the project says.
                Some(field) => *field = Field { which, typed: said.clone(), known: said },
                None => self.fields.push(Field { which, typed: said.clone(), known: said }),
            }
            let Some(field) = self.fields.get_mut(nth) else { continue };
            one(ui, document, field, cx);
        }
    }
}

/// Dates in the form of the language, the rest as it is printed.
fn shown(which: HeadField, head: &Head, cx: &Cx<'_>) -> String {
    let date = which.date(head).map(|date| cx.words.language.date(date));
    date.unwrap_or_else(|| which.text(head))
}

fn one(ui: &mut Ui, document: &Document, field: &mut Field, cx: &mut Cx<'_>) {
    let words = cx.words.outline;
    let name = (words.field)(field.which);
    let hint = if field.which.is_date() { words.date_hint } else { words.not_printed };
    ui.add_space(8.0);
    note(ui, name, cx);
    ui.add_space(3.0);
    let width = ui.available_width();
    let id = ui.scope_id().with(("head", document.id, name));
    let response = singleline(ui, id, &mut field.typed, hint, width, cx.theme);
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &field.typed, &field.typed, "");
        info.label = Some(name.to_owned());
        info
    });
    if response.lost_focus() && field.typed != field.known {
        cx.ask(Command::SetHead(document.id, field.which, field.typed.clone()));
        // Should it be refused, or be written in another way, the field shows what the project says.
        field.known = String::from("\n");
    }
}

/// Parliament and kind, each out of a list.
fn house(ui: &mut Ui, document: &Document, cx: &mut Cx<'_>) {
    let words = cx.words.outline;
    let head = &document.head;
    let (code, kind) = (head.parliament().map(|it| it.code), head.kind);
    let houses = PARLIAMENTS.iter().map(|it| (it.house, Some(it.code)));
    let named = head.parliament().map(|parliament| parliament.house);
    if let Some(Picked(code)) = choice(ui, words.parliament, named, houses, cx) {
        cx.ask(Command::SetHouse(document.id, code, kind));
    }
    let kinds = [Kind::KleineAnfrage, Kind::GrosseAnfrage, Kind::SchriftlicheAnfrage];
    let kinds = kinds.into_iter().map(|kind| (kind.printed(), Some(kind)));
    if let Some(Picked(kind)) = choice(ui, words.kind, kind.map(Kind::printed), kinds, cx) {
        cx.ask(Command::SetHouse(document.id, code, kind));
    }
}

/// What was taken from a list: perhaps that nothing is printed.
struct Picked<T>(Option<T>);

/// A list behind a button; its last line takes the value away.
fn choice<T: Copy>(
    ui: &mut Ui,
    name: &str,
    chosen: Option<&str>,
    offers: impl Iterator<Item = (&'static str, Option<T>)>,
    cx: &Cx<'_>,
) -> Option<Picked<T>> {
    let none = cx.words.outline.not_printed;
    ui.add_space(8.0);
    note(ui, name, cx);
    ui.add_space(3.0);
    let width = ui.available_width();
    let shown = chosen.unwrap_or(none);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 32.0), Sense::click());
    let fill = if response.hovered() { cx.theme.hover } else { cx.theme.raised };
    let radius = CornerRadius::same(space::RADIUS_CONTROL);
    let painter = ui.painter();
    painter.rect(rect, radius, fill, cx.theme.outline(), StrokeKind::Inside);
    let ink = if chosen.is_some() { cx.theme.ink } else { cx.theme.ink3 };
    let line = painter.layout_job(elided(shown, Face::Sans.size(text::BODY), ink, width - 40.0));
    painter.galley(rect.left_center() + vec2(10.0, -line.size().y / 2.0), line, ink);
    let at = rect.right_center() - vec2(16.0, 0.0);
    painter.text(at, Align2::CENTER_CENTER, icon::DOWN, Face::Icon.size(13.0), cx.theme.ink2);
    focus_ring(ui, rect, response.has_focus(), cx.theme);
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("{name}: {shown}")));
    let mut picked = None;
    Popup::menu(&response).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
            for (offer, value) in offers.chain([(none, None)]) {
                let is_chosen = chosen.unwrap_or(none) == offer;
                let row = Button::new(offer, Look::Plain).selected(is_chosen).row(width).height(28.0);
                if row.ui(ui, cx.theme).clicked() {
                    picked = Some(Picked(value));
                    ui.close();
                }
            }
        });
    });
    picked
}
