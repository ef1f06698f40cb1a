//! One tag: its name and sign, its place, its six parts, what it means, which facets go with it.

use egui::accesskit::Role;
use egui::{Align, Layout, Popup, Ui, WidgetInfo, vec2};

use super::field::{caption, line, lines, remark};
use super::pane::{CodebookPane, Item};
use super::signs::swatches;
use crate::model::edits::codebook::{CodebookStep, codings_with_tag};
use crate::model::{Meaning, Tag, TagId, TagPart, WordPlace};
use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{Button, Look, Segment, chip, icon_button, job, say, segments};
use crate::ui::{Command, Cx};

pub(super) fn tag(ui: &mut Ui, pane: &mut CodebookPane, id: &TagId, cx: &mut Cx<'_>) {
    let codebook = cx.project.codebook();
    let Some((nth, tag)) = codebook.tags.iter().enumerate().find(|(_, tag)| tag.id == *id) else { return };
    let words = cx.words.codebook;
    let part = words.labels.part;
    place(ui, nth, tag, cx);
    ui.add_space(8.0);
    // Name, letter and six colours do not stand side by side in a narrow window.
    let is_narrow = ui.available_width() < 600.0;
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.set_width(260.0);
            caption(ui, words.name, cx);
            line(ui, pane, WordPlace::Tag(id.clone(), TagPart::Name), words.name, 238.0, cx);
        });
        ui.vertical(|ui| {
            ui.set_width(72.0);
            caption(ui, part(TagPart::Letter), cx);
            line(ui, pane, WordPlace::Tag(id.clone(), TagPart::Letter), part(TagPart::Letter), 40.0, cx);
        });
        if !is_narrow {
            ui.vertical(|ui| {
                caption(ui, words.labels.colour, cx);
                swatches(ui, tag, cx);
            });
        }
    });
    if is_narrow {
        ui.add_space(10.0);
        caption(ui, words.labels.colour, cx);
        swatches(ui, tag, cx);
    }
    for of in TagPart::DEFINITION {
        ui.add_space(10.0);
        caption(ui, part(of), cx);
        lines(ui, pane, WordPlace::Tag(id.clone(), of), part(of), cx);
    }
    ui.add_space(14.0);
    meaning(ui, tag, cx);
    ui.add_space(14.0);
    facets(ui, tag, cx);
    ui.add_space(18.0);
    let codings = codings_with_tag(cx.project, id);
    let others: Vec<(String, CodebookStep, Item)> = codebook
        .tags
        .iter()
        .filter(|other| other.id != *id)
        .map(|other| {
            let name = other.name.get(cx.words.language).to_owned();
            (name, CodebookStep::MergeTag(id.clone(), other.id.clone()), Item::Tag(other.id.clone()))
        })
        .collect();
    let name = tag.name.get(cx.words.language);
    let drop = (codebook.tags.len() > 1).then(|| CodebookStep::DropTag(id.clone()));
    leaving(ui, pane, name, codings, &others, drop, cx);
}

/// The key of a tag, and the two ways to another one.
fn place(ui: &mut Ui, nth: usize, tag: &Tag, cx: &mut Cx<'_>) {
    let words = cx.words.codebook;
    let last = nth + 1 == cx.project.codebook().tags.len();
    ui.horizontal(|ui| {
        ui.set_min_height(32.0);
        let name = tag.name.get(cx.words.language);
        let title = job(name, Face::SansSemibold.size(text::PANE_HEAD), cx.theme.ink, 22.0, 320.0);
        say(ui, title).widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, icon::DOWN_ARROW, words.down, !last, cx.theme).clicked() {
                cx.ask(Command::Codebook(CodebookStep::MoveTag(tag.id.clone(), false)));
            }
            if icon_button(ui, icon::UP, words.up, nth > 0, cx.theme).clicked() {
                cx.ask(Command::Codebook(CodebookStep::MoveTag(tag.id.clone(), true)));
            }
            let key = (words.on_key)(nth + 1);
            say(ui, job(key, Face::Sans.size(text::BODY), cx.theme.ink2, text::BODY_LINE, 120.0));
        });
    });
}

/// What the tag says of that which was asked for, in the words of a researcher.
fn meaning(ui: &mut Ui, tag: &Tag, cx: &mut Cx<'_>) {
    let words = cx.words.codebook;
    caption(ui, words.labels.means, cx);
    let items = Meaning::ALL.map(|meaning| {
        let name = (words.labels.meaning)(meaning);
        let spoken = format!("{} {name}", words.labels.means);
        Segment { name: spoken, ..Segment::plain(name, tag.means == meaning) }
    });
    let id = ui.scope_id().with("means");
    if let Some(nth) = segments(ui, id, &items, 28.0, Role::RadioButton, cx.theme) {
        cx.ask(Command::Codebook(CodebookStep::Means(tag.id.clone(), Meaning::ALL[nth])));
    }
    remark(ui, (words.meaning_why)(tag.means), cx);
}

fn facets(ui: &mut Ui, tag: &Tag, cx: &mut Cx<'_>) {
    let codebook = cx.project.codebook();
    if codebook.facets.is_empty() {
        return;
    }
    let words = cx.words.codebook;
    caption(ui, words.labels.usual_facets, cx);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for facet in codebook.facets_for(Some(&tag.id)) {
            let name = facet.name.get(cx.words.language);
            let spoken = format!("{}: {name}", words.labels.usual_facets);
            if chip(ui, name, &spoken, tag.facets.contains(&facet.id), None, cx.theme).clicked() {
                cx.ask(Command::Codebook(CodebookStep::UsualFacet(tag.id.clone(), facet.id.clone())));
            }
        }
    });
    ui.add_space(6.0);
    let needs = words.needs_facet;
    if chip(ui, needs, needs, tag.needs_facet, None, cx.theme).clicked() {
        cx.ask(Command::Codebook(CodebookStep::NeedsFacet(tag.id.clone(), !tag.needs_facet)));
    }
}

/// How often it is used, and the two ways to be rid of it. What codings carry is not removed: the plan is to merge.
pub(super) fn leaving(
    ui: &mut Ui,
    pane: &mut CodebookPane,
    name: &str,
    codings: usize,
    others: &[(String, CodebookStep, Item)],
    drop: Option<CodebookStep>,
    cx: &mut Cx<'_>,
) {
    let words = cx.words.codebook;
    let mut step = None;
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.hairline());
    ui.add_space(10.0);
    ui.horizontal_wrapped(|ui| {
        ui.set_min_height(32.0);
        let used = (words.used)(codings);
        say(ui, job(used, Face::Sans.size(text::BODY), cx.theme.ink2, text::BODY_LINE, 200.0));
        let merge = Button::new(words.merge, Look::Outlined).enabled(!others.is_empty()).ui(ui, cx.theme);
        if !others.is_empty() {
            Popup::menu(&merge).show(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (other, merge, item) in others {
                    let response = Button::new(other, Look::Plain).row(220.0).ui(ui, cx.theme);
                    let spoken = (words.merge_into)(name, other);
                    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
                    if response.clicked() {
                        step = Some((merge.clone(), item.clone()));
                        ui.close();
                    }
                }
            });
        }
        let remove = Button::new(words.remove, Look::Outlined).icon(icon::TRASH).enabled(drop.is_some());
        if remove.ui(ui, cx.theme).clicked() {
            if codings > 0 {
                pane.asks_merge = true;
            } else if let Some(drop) = drop {
                cx.ask(Command::Codebook(drop));
            }
        }
    });
    if pane.asks_merge && codings > 0 {
        ui.add_space(6.0);
        let frame = egui::Frame::new()
            .fill(cx.theme.alert_tint)
            .stroke((1.5, cx.theme.alert))
            .corner_radius(space::RADIUS_CONTROL)
            .inner_margin(egui::Margin::same(12));
        let shown = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let width = ui.available_width();
            let question = (words.in_use)(name, codings);
            say(ui, job(question, Face::SansMedium.size(text::BODY), cx.theme.ink, text::BODY_LINE, width));
            ui.add_space(6.0);
            ui.horizontal_wrapped(|ui| {
                for (other, merge, item) in others {
                    let button = Button::new(other, Look::Outlined).height(28.0).ui(ui, cx.theme);
                    let spoken = (words.merge_into)(name, other);
                    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
                    if button.clicked() {
                        step = Some((merge.clone(), item.clone()));
                    }
                }
                if Button::new(cx.words.cancel, Look::Plain).height(28.0).ui(ui, cx.theme).clicked() {
                    pane.asks_merge = false;
                }
            });
        });
        shown.response.scroll_to_me(None);
    }
    if let Some((step, item)) = step {
        cx.ask(Command::Codebook(step));
        pane.choose(item);
    }
}
