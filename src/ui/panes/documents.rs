//! The list of documents, each with a small strip of its state.

use std::collections::{BTreeSet, HashSet};

use egui::accesskit::Role;
use egui::{
    Align, CornerRadius, Frame, Layout, Margin, Rect, ScrollArea, Sense, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::filters::active_filter;
use crate::model::analysis::cells;
use crate::model::{Document, DocumentId, Filter};
use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{
    Button, Look, Segment, Square, clamped, elided, focus_ring, icon_button, job, letter_square, segments,
    singleline,
};
use crate::ui::{Command, Cx, shortcuts};

/// What the list was made of.
#[derive(Clone, PartialEq, Debug)]
struct Computed {
    revision: u64,
    typed: String,
    only_open: bool,
    filter: Filter,
}

/// Height of one row, so that only visible rows are laid out.
const ROW: f32 = 92.0;

#[derive(Debug, Default)]
pub struct DocumentsPane {
    filter: String,
    only_open: bool,
    /// Which documents pass the filter, and what that was computed from.
    passing: Vec<DocumentId>,
    computed: Option<Computed>,
    shown: Option<DocumentId>,
    wants_focus: bool,
    /// Enter in the filter opens the first document that passes.
    wants_first: bool,
}

impl DocumentsPane {
    /// Moves the keyboard into the filter.
    pub fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Shows the list in the space it is given.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        ui.painter().rect_filled(ui.max_rect(), 0, cx.theme.chrome);
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        let count = cx.project.document_count();
        Frame::new().inner_margin(Margin { left: 12, right: 12, top: 12, bottom: 8 }).show(ui, |ui| {
            self.filters(ui, count, cx);
        });
        self.compute(cx);
        if std::mem::take(&mut self.wants_first)
            && let Some(first) = self.passing.first()
        {
            cx.ask(Command::GoDocument(*first));
        }
        let footer = 48.0;
        let list = Rect::from_min_max(ui.cursor().min, ui.max_rect().max - vec2(0.0, footer));
        let mut child = ui.new_child(egui::UiBuilder::new().id_salt("list").max_rect(list));
        self.list(&mut child, cx);
        let foot = Rect::from_min_max(pos2(list.left(), list.bottom()), ui.max_rect().max);
        ui.painter().hline(foot.x_range(), foot.top(), cx.theme.hairline());
        let layout = Layout::left_to_right(Align::Center);
        let inner = foot.shrink2(vec2(8.0, 0.0));
        let mut child = ui.new_child(egui::UiBuilder::new().id_salt("foot").max_rect(inner).layout(layout));
        foot_row(&mut child, cx);
    }

    fn filters(&mut self, ui: &mut Ui, count: usize, cx: &mut Cx<'_>) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::hover());
        let font = Face::SansSemibold.size(text::SMALL);
        let painter = ui.painter();
        let at = pos2(rect.left() + 6.0, rect.center().y);
        let drawn = painter.text(at, egui::Align2::LEFT_CENTER, cx.words.documents, font, cx.theme.ink2);
        let shown = if self.passing.len() == count || self.computed.is_none() {
            cx.words.language.number(count)
        } else {
            (cx.words.of)(self.passing.len(), count)
        };
        let at = pos2(drawn.right() + 8.0, rect.center().y);
        painter.text(at, egui::Align2::LEFT_CENTER, shown, Face::Sans.size(text::SMALL), cx.theme.ink3);
        let layout = Layout::right_to_left(Align::Center);
        let mut child = ui.new_child(egui::UiBuilder::new().id_salt("filter").max_rect(rect).layout(layout));
        let items =
            [Segment::plain(cx.words.all, !self.only_open), Segment::plain(cx.words.open, self.only_open)];
        let id = child.scope_id().with("open");
        if let Some(nth) = segments(&mut child, id, &items, 24.0, Role::RadioButton, cx.theme) {
            self.only_open = nth == 1;
        }
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            self.typed_filter(ui, cx);
            let name = (cx.words.command_name)(&Command::Filters).unwrap_or_default();
            if icon_button(ui, icon::FILTER, name, true, cx.theme).clicked() {
                cx.ask(Command::Filters);
            }
        });
        active_filter(ui, cx);
    }

    fn typed_filter(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let id = ui.scope_id().with("filter");
        let width = ui.available_width() - 36.0;
        let response = singleline(ui, id, &mut self.filter, cx.words.filter_hint, width, cx.theme);
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &self.filter, &self.filter, "");
            info.label = Some(cx.words.filter_hint.to_owned());
            info
        });
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
            self.wants_first = true;
        }
    }

    /// Finds out which documents are listed. After an edit only the papers that it was about are looked at:
    /// a tag costs the same in ten thousand papers as in ten.
    fn compute(&mut self, cx: &Cx<'_>) {
        let wanted: Vec<String> = self.filter.split_whitespace().map(str::to_lowercase).collect();
        let is_listed = |document: &Document| {
            passes(document, &wanted)
                && (!self.only_open || has_open(document, cx))
                && cx.filter.passes_document(cx.project, document)
        };
        let same = self.computed.as_ref().filter(|before| {
            before.typed == self.filter && before.only_open == self.only_open && before.filter == *cx.filter
        });
        match same.map(|before| (before.revision, cx.touched.since(before.revision))) {
            Some((revision, _)) if revision == cx.revision => return,
            Some((_, Some(touched))) => {
                let listed =
                    touched.iter().filter_map(|id| cx.project.document(*id)).filter(|d| is_listed(d));
                let listed: BTreeSet<DocumentId> = listed.map(|document| document.id).collect();
                self.passing.retain(|id| !touched.contains(id) || listed.contains(id));
                let fresh: BTreeSet<DocumentId> =
                    listed.into_iter().filter(|id| !self.passing.contains(id)).collect();
                if !fresh.is_empty() {
                    let before: HashSet<DocumentId> = self.passing.iter().copied().collect();
                    let all = cx.project.documents().map(|document| document.id);
                    self.passing = all.filter(|id| before.contains(id) || fresh.contains(id)).collect();
                }
            }
            _ => {
                let all = cx.project.documents().filter(|document| is_listed(document));
                self.passing = all.map(|document| document.id).collect();
            }
        }
        self.computed = Some(Computed {
            revision: cx.revision,
            typed: self.filter.clone(),
            only_open: self.only_open,
            filter: cx.filter.clone(),
        });
    }

    fn list(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if self.passing.is_empty() {
            let words =
                if cx.project.document_count() == 0 { cx.words.no_document } else { cx.words.nothing_passes };
            Frame::new().inner_margin(Margin::symmetric(18, 12)).show(ui, |ui| {
                let width = ui.available_width();
                let font = Face::Sans.size(text::BODY);
                crate::ui::widgets::say(ui, job(words, font, cx.theme.ink3, text::BODY_LINE, width));
            });
            return;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut area = ScrollArea::vertical().id_salt("documents").auto_shrink(false);
        let current = cx.position.document;
        if current != self.shown {
            self.shown = current;
            if let Some(place) = self.passing.iter().position(|id| Some(*id) == current) {
                let top = place as f32 * ROW;
                let state = egui::scroll_area::State::load(
                    ui.ctx(),
                    ui.make_persistent_id(egui::IdSalt::new("documents")),
                );
                let offset = state.map_or(0.0, |state| state.clamped_offset().y);
                let height = ui.available_height();
                if top < offset || top + ROW > offset + height {
                    area = area.vertical_scroll_offset((top - height / 3.0).max(0.0));
                }
            }
        }
        area.show_rows(ui, ROW, self.passing.len(), |ui, rows| {
            for id in &self.passing[rows] {
                if let Some(document) = cx.project.document(*id) {
                    row(ui, document, cx);
                }
            }
        });
    }
}

fn passes(document: &Document, wanted: &[String]) -> bool {
    if wanted.is_empty() {
        return true;
    }
    let head = &document.head;
    let all = [
        document.title(),
        &document.origin.file,
        head.number.as_deref().unwrap_or_default(),
        head.answerer.as_deref().unwrap_or_default(),
        &head.askers_printed(),
    ]
    .join(" ")
    .to_lowercase();
    wanted.iter().all(|word| all.contains(word))
}

fn has_open(document: &Document, cx: &Cx<'_>) -> bool {
    cells(cx.project, document).iter().flatten().any(|cell| cell.tag.is_none())
}

fn row(ui: &mut Ui, document: &Document, cx: &mut Cx<'_>) {
    let (outer, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let rect = outer.shrink2(vec2(8.0, 2.0));
    let chosen = cx.position.document == Some(document.id);
    let groups = cells(cx.project, document);
    let tagged = groups.iter().flatten().filter(|cell| cell.tag.is_some()).count();
    let questions = groups.iter().map(Vec::len).sum();
    let name = format!("{}, {}", document.title(), (cx.words.tagged_of)(tagged, questions));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &name));
    let radius = CornerRadius::same(space::RADIUS_CONTROL);
    if chosen || response.hovered() {
        let fill = if chosen { cx.theme.active } else { cx.theme.hover };
        ui.painter().rect_filled(rect, radius, fill);
    }
    let left = rect.left() + 10.0;
    let width = rect.width() - 20.0;
    let title = job(document.title(), Face::SansSemibold.size(text::BODY), cx.theme.ink, 19.0, width);
    let title = ui.painter().layout_job(clamped(title, 2));
    let mut y = rect.top() + 7.0;
    let height = title.size().y;
    ui.painter().galley(pos2(left, y), title, cx.theme.ink);
    y += height + 1.0;
    let about = about(document, cx);
    let about = ui.painter().layout_job(elided(about, Face::Sans.size(text::SMALL), cx.theme.ink2, width));
    ui.painter().galley(pos2(left, y), about, cx.theme.ink2);
    y += 22.0;
    mini_strip(ui, Rect::from_min_size(pos2(left, y), vec2(width, 16.0)), &groups, cx);
    focus_ring(ui, rect, response.has_focus(), cx.theme);
    if response.clicked() {
        cx.ask(Command::GoDocument(document.id));
    }
    response.context_menu(|ui| {
        let name = (cx.words.command_name)(&Command::RemoveThisDocument).unwrap_or_default();
        if Button::new(name, Look::Plain).row(220.0).ui(ui, cx.theme).clicked() {
            cx.ask(Command::RemoveDocument(document.id));
            ui.close();
        }
    });
}

fn about(document: &Document, cx: &Cx<'_>) -> String {
    let head = &document.head;
    if !document.outline.is_segmented() {
        return format!("{} · {}", document.origin.file, cx.words.not_segmented_short);
    }
    let number = head.number.clone().unwrap_or_else(|| cx.words.without_number.to_owned());
    let who =
        head.answerer.clone().or_else(|| head.parliament().map(|parliament| parliament.house.to_owned()));
    who.map_or(number.clone(), |who| format!("{number} · {who}"))
}

/// The cells of a document, small: letters on tints, open ones empty; cut where there is no more room.
fn mini_strip(ui: &Ui, rect: Rect, groups: &[Vec<crate::model::analysis::Cell>], cx: &Cx<'_>) {
    let count: usize = groups.iter().map(Vec::len).sum();
    if count == 0 {
        return;
    }
    let is_blind = cx.project.is_blind();
    let group_gap = if count > 20 { 2.0 } else { 5.0 };
    let gaps = count as f32 * 2.0 + groups.len() as f32 * group_gap;
    let cell = ((rect.width() - gaps) / count as f32).clamp(3.0, 18.0);
    let fits = cell > 3.0 || count as f32 * 3.0 + gaps <= rect.width();
    // Where not all have room, the rest is counted.
    let end = if fits { rect.right() + 0.5 } else { rect.right() - 30.0 };
    let mut left_out = 0;
    let mut x = rect.left();
    for group in groups {
        for one in group {
            let place = Rect::from_min_size(pos2(x, rect.top()), vec2(cell, rect.height()));
            x += cell + 2.0;
            if place.right() > end {
                left_out += 1;
                continue;
            }
            let tag = one.tag.as_ref().and_then(|tag| cx.project.codebook().tag(tag));
            match tag {
                Some(_) if is_blind => {
                    let radius = CornerRadius::same(if cell >= 12.0 { 3 } else { 1 });
                    ui.painter().rect_filled(place, radius, cx.theme.border);
                }
                Some(tag) if cell >= 12.0 => {
                    let colours = cx.theme.tag(tag.swatch);
                    ui.painter().rect_filled(place, CornerRadius::same(3), colours.tint);
                    let font = Face::SansBold.size(10.5);
                    let letter = tag.letter.get(cx.words.language);
                    ui.painter().text(
                        place.center(),
                        egui::Align2::CENTER_CENTER,
                        letter,
                        font,
                        colours.text,
                    );
                }
                Some(tag) => {
                    ui.painter().rect_filled(place, CornerRadius::same(1), cx.theme.tag(tag.swatch).fill);
                }
                None if cell >= 12.0 => letter_square(ui.painter(), place, Square::Empty, cx.theme),
                None => {
                    let stroke = cx.theme.outline();
                    ui.painter().rect_stroke(place, CornerRadius::same(1), stroke, StrokeKind::Inside);
                }
            }
        }
        x += group_gap;
    }
    if left_out > 0 {
        let font = Face::Sans.size(text::BADGE);
        let at = rect.right_center();
        ui.painter().text(at, egui::Align2::RIGHT_CENTER, format!("+{left_out}"), font, cx.theme.ink2);
    }
}

fn foot_row(ui: &mut Ui, cx: &mut Cx<'_>) {
    let add = Button::new(cx.words.add_documents, Look::Plain).icon(icon::ADD).ui(ui, cx.theme);
    let key = shortcuts::shown(&Command::AddDocuments, cx.words).unwrap_or_default();
    if add.on_hover_text(key).clicked() {
        cx.ask(Command::AddDocuments);
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if icon_button(ui, icon::SETTINGS, cx.words.settings, true, cx.theme).clicked() {
            cx.ask(Command::Settings);
        }
    });
}
