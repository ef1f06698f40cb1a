//! What the page shows, and what it remembers between frames; nothing of it is saved.

use egui::{Align, Frame, Layout, Margin, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::cases::{cases, decision};
use super::contents::contents;
use super::facet::facet;
use super::head::head;
use super::history::history;
use super::tag::tag;
use crate::model::{FacetId, Language, TagId};
use crate::ui::Cx;
use crate::ui::theme::space;

/// The codebook's page.
#[derive(Debug, Default)]
pub struct CodebookPane {
    pub(super) chosen: Option<Item>,
    /// The words of the other language are shown.
    pub(super) other_language: bool,
    /// A name that is being typed for a new tag or facet.
    pub(super) adding: Option<Adding>,
    /// A version's name while it is typed.
    pub(super) version: Option<String>,
    /// Removing was refused: the plan is offered.
    pub(super) asks_merge: bool,
    /// A tag or facet was added: it is chosen once it is there.
    pub(super) chosen_soon: Option<bool>,
    /// The chosen row of the contents gets the keyboard.
    pub(super) wants_row: bool,
}

/// Something of the contents.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Item {
    Tag(TagId),
    Facet(FacetId),
    Decision,
    Cases,
    Versions,
}

/// A new tag or facet before it has a name.
#[derive(Debug)]
pub(super) struct Adding {
    pub of_tags: bool,
    pub name: String,
    pub is_fresh: bool,
}

impl CodebookPane {
    /// Shows the codebook in the space it is given.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if let Some(of_tags) = self.chosen_soon.take() {
            self.choose_last(of_tags, cx);
        }
        let area = ui.max_rect();
        ui.painter().rect_filled(area, 0, cx.theme.page);
        let bar = Rect::from_min_size(area.min, vec2(area.width(), 124.0));
        head(&mut room(ui, "head", bar.shrink2(vec2(20.0, 10.0))), self, cx);
        ui.painter().hline(area.x_range(), bar.bottom(), cx.theme.hairline());
        let width = if area.width() < 900.0 { 220.0 } else { 264.0 };
        let list = Rect::from_min_max(bar.left_bottom(), pos2(area.left() + width, area.bottom()));
        ui.painter().rect_filled(list.with_min_y(list.top() + 1.0), 0, cx.theme.chrome);
        ui.painter().vline(list.right(), list.y_range(), cx.theme.hairline());
        contents(&mut room(ui, "contents", list.shrink2(vec2(0.0, 1.0))), self, cx);
        let page = Rect::from_min_max(list.right_top() + vec2(1.0, 1.0), area.max);
        self.page(&mut room(ui, "page", page), cx);
    }

    fn page(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let area = ui.max_rect();
        let item = self.chosen(cx);
        ScrollArea::vertical().id_salt(("page", format!("{item:?}"))).auto_shrink(false).show(ui, |ui| {
            let width = space::COLUMN.min(area.width() - 56.0);
            let margin = Margin { left: 28, right: 0, top: 18, bottom: 28 };
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
                match &item {
                    Some(Item::Tag(id)) => tag(ui, self, id, cx),
                    Some(Item::Facet(id)) => facet(ui, self, id, cx),
                    Some(Item::Decision) => decision(ui, self, cx),
                    Some(Item::Cases) => cases(ui, self, cx),
                    Some(Item::Versions) => history(ui, cx),
                    None => {}
                }
            });
        });
    }

    /// What is chosen; the first tag where nothing is, or where that is gone.
    pub(super) fn chosen(&self, cx: &Cx<'_>) -> Option<Item> {
        let codebook = cx.project.codebook();
        let is_there = |item: &&Item| match item {
            Item::Tag(id) => codebook.tag(id).is_some(),
            Item::Facet(id) => codebook.facet(id).is_some(),
            Item::Decision | Item::Cases | Item::Versions => true,
        };
        let first = || codebook.tags.first().map(|tag| Item::Tag(tag.id.clone()));
        self.chosen.as_ref().filter(is_there).cloned().or_else(first)
    }

    /// Moves the keyboard to the contents, and leaves a name that was begun.
    pub fn focus(&mut self) {
        self.adding = None;
        self.wants_row = true;
    }

    fn choose_last(&mut self, of_tags: bool, cx: &Cx<'_>) {
        let codebook = cx.project.codebook();
        let last = if of_tags {
            codebook.tags.last().map(|tag| Item::Tag(tag.id.clone()))
        } else {
            codebook.facets.last().map(|facet| Item::Facet(facet.id.clone()))
        };
        if let Some(item) = last {
            self.choose(item);
        }
    }

    pub(super) fn choose(&mut self, item: Item) {
        self.chosen = Some(item);
        self.asks_merge = false;
    }

    /// The language whose words are shown and written.
    pub(super) fn language(&self, cx: &Cx<'_>) -> Language {
        match (cx.words.language, self.other_language) {
            (Language::German, false) | (Language::English, true) => Language::German,
            (Language::English, false) | (Language::German, true) => Language::English,
        }
    }
}

fn room(ui: &mut Ui, name: &str, rect: Rect) -> Ui {
    let flow = Layout::top_down(Align::Min);
    let mut child = ui.new_child(UiBuilder::new().id_salt(name).max_rect(rect).layout(flow));
    child.set_clip_rect(rect.expand2(vec2(4.0, 2.0)).intersect(ui.clip_rect()));
    child
}
