//! The contents of the codebook: its tags with their keys, its facets, the order of the decision, the cases, the
//! versions.

use egui::accesskit::Role;
use egui::{CornerRadius, Frame, Key, Margin, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::pane::{Adding, CodebookPane, Item};
use crate::model::Tag;
use crate::model::edits::codebook::CodebookStep;
use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{
    Button, Look, Square, elided, focus_ring, job, key_cap, letter_square, say, singleline,
};
use crate::ui::{Command, Cx};

pub(super) fn contents(ui: &mut Ui, pane: &mut CodebookPane, cx: &mut Cx<'_>) {
    let codebook = cx.project.codebook();
    let words = cx.words.codebook;
    let chosen = pane.chosen(cx);
    let mut items: Vec<Item> = codebook.tags.iter().map(|tag| Item::Tag(tag.id.clone())).collect();
    // Before the facets, which are many: these three are always in view.
    items.extend([Item::Decision, Item::Cases, Item::Versions]);
    items.extend(codebook.facets.iter().map(|facet| Item::Facet(facet.id.clone())));
    let mut picked = None;
    ScrollArea::vertical().id_salt("contents").auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(Margin { left: 8, right: 8, top: 8, bottom: 16 }).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            for (nth, item) in items.iter().enumerate() {
                if nth == 0 {
                    heading(ui, words.labels.tags, cx);
                } else if *item == Item::Decision {
                    add(ui, pane, true, cx);
                    ui.add_space(10.0);
                }
                let begins_facets = nth > 0 && items[nth - 1] == Item::Versions;
                if begins_facets {
                    heading(ui, words.labels.facets, cx);
                }
                let is_chosen = chosen.as_ref() == Some(item);
                let response = row(ui, item, nth, is_chosen, cx);
                if is_chosen && std::mem::take(&mut pane.wants_row) {
                    response.request_focus();
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    picked = Some(item.clone());
                }
                if response.has_focus() {
                    let step = ui.input(|input| {
                        i32::from(input.key_pressed(Key::ArrowDown))
                            - i32::from(input.key_pressed(Key::ArrowUp))
                    });
                    let next = nth.checked_add_signed(step as isize).and_then(|nth| items.get(nth));
                    if let Some(next) = next.filter(|_| step != 0) {
                        pane.wants_row = true;
                        picked = Some(next.clone());
                        ui.ctx().request_repaint();
                    }
                }
            }
            if codebook.facets.is_empty() {
                heading(ui, words.labels.facets, cx);
            }
            add(ui, pane, false, cx);
        });
    });
    if let Some(item) = picked {
        pane.choose(item);
    }
}

fn heading(ui: &mut Ui, words: &str, cx: &Cx<'_>) {
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.add_space(10.0);
        say(ui, job(words, Face::SansMedium.size(text::SMALL), cx.theme.ink3, 22.0, 200.0));
    });
}

fn row(ui: &mut Ui, item: &Item, nth: usize, chosen: bool, cx: &Cx<'_>) -> egui::Response {
    let codebook = cx.project.codebook();
    let words = cx.words.codebook;
    let language = cx.words.language;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), space::ROW), Sense::click());
    let tag = match item {
        Item::Tag(id) => codebook.tag(id),
        _ => None,
    };
    let (name, fact) = match item {
        Item::Tag(id) => (codebook.tag(id).map(|tag| tag.name.get(language)).unwrap_or_default(), None),
        Item::Facet(id) => {
            (codebook.facet(id).map(|facet| facet.name.get(language)).unwrap_or_default(), None)
        }
        Item::Decision => (words.labels.decision, None),
        Item::Cases => (words.labels.cases, Some(codebook.boundary_cases.len())),
        Item::Versions => (words.versions, Some(codebook.past.len() + 1)),
    };
    let name = if name.is_empty() { words.without_name } else { name };
    let key = tag.map(|_| (words.on_key)(nth + 1));
    let spoken = key.map_or(name.to_owned(), |key| format!("{name}, {key}"));
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, &spoken));
    let painter = ui.painter();
    if chosen || response.hovered() {
        let fill = if chosen { cx.theme.active } else { cx.theme.hover };
        painter.rect_filled(rect, CornerRadius::same(space::RADIUS_CONTROL), fill);
    }
    let mut x = rect.left() + 10.0;
    if let Some(tag) = tag {
        sign(ui, tag, pos2(x + 10.0, rect.center().y), cx);
        x += 30.0;
    }
    let mut right = rect.right() - 10.0;
    if tag.is_some() && nth < 9 {
        let width = key_cap(
            painter,
            pos2(right, rect.center().y),
            &(nth + 1).to_string(),
            cx.theme.ink2,
            cx.theme.border,
        );
        right -= width + 8.0;
    } else if let Some(fact) = fact {
        let font = Face::Sans.size(text::SMALL);
        let at = pos2(right, rect.center().y);
        let drawn = painter.text(at, egui::Align2::RIGHT_CENTER, fact.to_string(), font, cx.theme.ink3);
        right = drawn.left() - 8.0;
    }
    let face = if chosen { Face::SansSemibold } else { Face::Sans };
    let line = painter.layout_job(elided(name, face.size(text::BODY), cx.theme.ink, right - x));
    painter.galley(pos2(x, rect.center().y - line.size().y / 2.0), line, cx.theme.ink);
    focus_ring(ui, rect.shrink(2.0), response.has_focus(), cx.theme);
    response
}

/// The letter of a tag in its colour.
fn sign(ui: &Ui, tag: &Tag, center: egui::Pos2, cx: &Cx<'_>) {
    let rect = Rect::from_center_size(center, vec2(20.0, 20.0));
    let look = Square::Filled(tag.letter.get(cx.words.language), cx.theme.tag(tag.swatch));
    letter_square(ui.painter(), rect, look, cx.theme);
}

/// The way to a new tag or facet: a button, then a field for its name.
fn add(ui: &mut Ui, pane: &mut CodebookPane, of_tags: bool, cx: &mut Cx<'_>) {
    let words = cx.words.codebook;
    let (name, hint) =
        if of_tags { (words.add_tag, words.name_of_tag) } else { (words.add_facet, words.name_of_facet) };
    let Some(adding) = pane.adding.as_mut().filter(|adding| adding.of_tags == of_tags) else {
        let width = ui.available_width();
        if Button::new(name, Look::Plain).icon(icon::ADD).row(width).ui(ui, cx.theme).clicked() {
            pane.adding = Some(Adding { of_tags, name: String::new(), is_fresh: true });
        }
        return;
    };
    ui.add_space(4.0);
    let id = ui.scope_id().with("new name");
    let width = ui.available_width() - 22.0;
    let field = singleline(ui, id, &mut adding.name, hint, width, cx.theme);
    field.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &adding.name, &adding.name, "");
        info.label = Some(hint.to_owned());
        info
    });
    if std::mem::take(&mut adding.is_fresh) {
        field.request_focus();
    }
    ui.add_space(4.0);
    // Enter and leaving the field mean the same; an empty name means nothing.
    if field.lost_focus() {
        let typed = pane.adding.take().map(|adding| adding.name.trim().to_owned()).unwrap_or_default();
        if typed.is_empty() {
            return;
        }
        let step = if of_tags { CodebookStep::AddTag(typed) } else { CodebookStep::AddFacet(typed) };
        cx.ask(Command::Codebook(step));
        pane.chosen_soon = Some(of_tags);
    }
}
