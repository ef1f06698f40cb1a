//! What each person said of a case: tag, memo, facets; and what the codebook says of such cases.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::pane::person;
use crate::model::analysis::disagreement::Vote;
use crate::model::{FacetId, Tag};
use crate::ui::Cx;
use crate::ui::theme::{Face, space, text};
use crate::ui::widgets::{Square, clamped, elided, job, letter_square, width_of};

const GAP: f32 = 12.0;
const PADDING: f32 = 14.0;
/// Narrower columns show one card below the other.
const TWO_FROM: f32 = 500.0;
/// So many lines of a memo are shown; the pointer shows all.
const MEMO_ROWS: usize = 6;

/// Shows a card for each person, two beside each other.
pub(super) fn cards(ui: &mut Ui, votes: &[Vote<'_>], cx: &Cx<'_>) {
    let width = ui.available_width();
    let columns = if width < TWO_FROM { 1 } else { 2 };
    let each = (width - GAP * (columns as f32 - 1.0)) / columns as f32;
    for (row, pair) in votes.chunks(columns).enumerate() {
        let height = pair.iter().map(|vote| height(ui, vote, each, cx)).fold(0.0, f32::max);
        let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        for (column, vote) in pair.iter().enumerate() {
            let left = rect.left() + column as f32 * (each + GAP);
            let place = Rect::from_min_size(pos2(left, rect.top()), vec2(each, height));
            card(ui, place, row * columns + column + 1, vote, cx);
        }
        ui.add_space(GAP - 4.0);
    }
}

fn memo(ui: &Ui, vote: &Vote<'_>, width: f32, cx: &Cx<'_>) -> std::sync::Arc<egui::Galley> {
    let (words, ink) = match vote.coding.memo.as_str() {
        "" => (cx.words.compare.no_memo, cx.theme.ink3),
        memo => (memo, cx.theme.ink),
    };
    let shown = job(words, Face::Sans.size(text::BODY), ink, text::BODY_LINE, width - 2.0 * PADDING);
    ui.painter().layout_job(clamped(shown, MEMO_ROWS))
}

fn height(ui: &Ui, vote: &Vote<'_>, width: f32, cx: &Cx<'_>) -> f32 {
    let rows = facet_places(ui, &vote.coding.facets, width - 2.0 * PADDING, cx)
        .last()
        .map_or(0.0, |(_, at)| at.y + 32.0);
    48.0 + memo(ui, vote, width, cx).size().y + rows + PADDING
}

fn card(ui: &Ui, rect: Rect, number: usize, vote: &Vote<'_>, cx: &Cx<'_>) {
    let Some(tag) = vote.coding.tag.as_ref().and_then(|tag| cx.project.codebook().tag(tag)) else { return };
    let words = cx.words.compare;
    let who = person(vote.coder, cx);
    let tag_name = tag.name.get(cx.words.language);
    let facets: Vec<&str> = vote.coding.facets.iter().map(|facet| facet_name(facet, cx)).collect();
    let name = (words.vote_name)(&who, tag_name, vote.coding.evidence.len());
    let name = [name.as_str(), &facets.join(", "), &vote.coding.memo].join(". ");
    let response = ui.interact(rect, ui.scope_id().with(("vote", vote.coder)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let painter = ui.painter();
    let radius = CornerRadius::same(space::RADIUS_CARD);
    painter.rect(rect, radius, cx.theme.raised, cx.theme.hairline(), StrokeKind::Inside);
    let middle = rect.top() + 26.0;
    let end = tag_badge(ui, pos2(rect.right() - PADDING, middle), tag, cx);
    let who = format!("{number}  {who}");
    let font = Face::SansSemibold.size(text::BODY);
    let line = painter.layout_job(elided(who, font, cx.theme.ink, end - rect.left() - PADDING - 10.0));
    painter.galley(pos2(rect.left() + PADDING, middle - line.size().y / 2.0), line, cx.theme.ink);
    let memo = memo(ui, vote, rect.width(), cx);
    let at = pos2(rect.left() + PADDING, rect.top() + 46.0);
    let below = at.y + memo.size().y + 8.0;
    painter.galley(at, memo, cx.theme.ink);
    for (name, offset) in facet_places(ui, &vote.coding.facets, rect.width() - 2.0 * PADDING, cx) {
        let width = width_of(ui, name, Face::SansMedium.size(text::SMALL)) + 20.0;
        let place = Rect::from_min_size(pos2(at.x, below) + offset, vec2(width, 24.0));
        painter.rect_stroke(
            place,
            CornerRadius::same(12),
            Stroke::new(1.0, cx.theme.border),
            StrokeKind::Inside,
        );
        let font = Face::SansMedium.size(text::SMALL);
        painter.text(place.center(), Align2::CENTER_CENTER, name, font, cx.theme.ink2);
    }
    if !vote.coding.memo.is_empty() {
        response.on_hover_text(&vote.coding.memo);
    }
}

/// Letter and word of a tag in its colours; returns where it begins.
fn tag_badge(ui: &Ui, right_center: egui::Pos2, tag: &Tag, cx: &Cx<'_>) -> f32 {
    let colours = cx.theme.tag(tag.swatch);
    let name = tag.name.get(cx.words.language);
    let font = Face::SansSemibold.size(text::SMALL);
    let width = width_of(ui, name, font.clone()) + 40.0;
    let rect = Rect::from_min_size(pos2(right_center.x - width, right_center.y - 11.0), vec2(width, 22.0));
    let painter = ui.painter();
    let radius = CornerRadius::same(space::RADIUS_CELL);
    painter.rect(rect, radius, cx.theme.raised, Stroke::new(1.0, colours.fill), StrokeKind::Inside);
    let square = Rect::from_min_size(rect.min, vec2(22.0, 22.0));
    letter_square(painter, square, Square::Filled(tag.letter.get(cx.words.language), colours), cx.theme);
    painter.text(pos2(square.right() + 8.0, rect.center().y), Align2::LEFT_CENTER, name, font, colours.text);
    rect.left()
}

/// Where the facets of a card stand.
fn facet_places<'a>(ui: &Ui, facets: &[FacetId], width: f32, cx: &Cx<'a>) -> Vec<(&'a str, egui::Vec2)> {
    let mut at = vec2(0.0, 0.0);
    let mut places = Vec::new();
    for facet in facets.iter().filter_map(|facet| cx.project.codebook().facet(facet)) {
        let name = facet.name.get(cx.words.language);
        let each = width_of(ui, name, Face::SansMedium.size(text::SMALL)) + 20.0;
        if at.x > 0.0 && at.x + each > width {
            at = vec2(0.0, at.y + 30.0);
        }
        places.push((name, at));
        at.x += each + 6.0;
    }
    places
}

fn facet_name<'a>(facet: &FacetId, cx: &Cx<'a>) -> &'a str {
    cx.project.codebook().facet(facet).map_or("", |facet| facet.name.get(cx.words.language))
}

/// Boundary cases of the codebook that name a facet somebody set: a quiet line or two.
pub(super) fn boundary_cases(ui: &mut Ui, votes: &[Vote<'_>], cx: &Cx<'_>) {
    const MOST: usize = 2;
    let language = cx.words.language;
    let codebook = cx.project.codebook();
    let facets: Vec<String> = votes
        .iter()
        .flat_map(|vote| &vote.coding.facets)
        .map(|facet| facet_name(facet, cx).to_lowercase())
        .filter(|name| !name.is_empty())
        .collect();
    let names = |case: &str| facets.iter().any(|facet| case.to_lowercase().contains(facet));
    let found = codebook.boundary_cases.iter().map(|case| case.get(language)).filter(|case| names(case));
    let found: Vec<&str> = found.take(MOST).collect();
    if found.is_empty() {
        return;
    }
    let width = ui.available_width() - 16.0;
    let title = (cx.words.compare.boundary)(&codebook.version);
    let title = job(title, Face::SansSemibold.size(text::SMALL), cx.theme.ink2, text::SMALL_LINE, width);
    let lines = job(found.join("\n"), Face::Sans.size(text::SMALL), cx.theme.ink2, text::SMALL_LINE, width);
    let (title, lines) = (ui.painter().layout_job(title), ui.painter().layout_job(lines));
    let size = vec2(width + 16.0, title.size().y + lines.size().y + 4.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, found.join(" ")));
    let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
    ui.painter().rect_filled(bar, CornerRadius::ZERO, cx.theme.border);
    let below = title.size().y + 2.0;
    ui.painter().galley(rect.min + vec2(15.0, 0.0), title, cx.theme.ink2);
    ui.painter().galley(rect.min + vec2(15.0, below), lines, cx.theme.ink2);
    ui.add_space(14.0);
}
