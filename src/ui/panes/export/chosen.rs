//! The choices of an export: format, layout, how much, and what the format still asks.

use egui::accesskit::Role;
use egui::{Ui, vec2};

use crate::model::analysis::summary::sheet_quote;
use crate::model::text::Span;
use crate::model::{CountBy, ExportChoice, ExportFamily, ExportFormat, Licence, PageLayout, QuestionRef};
use crate::ui::theme::{Face, text};
use crate::ui::widgets::{Segment, chip, elided, job, say, segments};
use crate::ui::{Cx, ExportScope};

/// As many quotations as half a page holds.
pub(super) const QUOTATIONS: usize = 3;

/// Shows the choices: how much, then the formats by their kinds, and under the chosen one what it still asks.
pub(super) fn choices(ui: &mut Ui, choice: &mut ExportChoice, scope: &mut ExportScope, cx: &Cx<'_>) {
    if asks_scope(choice) {
        let scopes = [
            (cx.words.this_document, *scope == ExportScope::ThisDocument),
            (cx.words.whole_project, *scope == ExportScope::Project),
        ];
        if let Some(nth) = pick(ui, "scope", &scopes, cx) {
            *scope = [ExportScope::ThisDocument, ExportScope::Project][nth];
            choice.quotes.clear();
        }
    } else {
        let whole = [(cx.words.whole_project, true)];
        pick(ui, "scope", &whole, cx);
    }
    for family in ExportFamily::ALL {
        heading(ui, (cx.words.exporting.family)(family), cx);
        formats(ui, family, choice, cx);
        if choice.format.family() == family {
            asked(ui, choice, *scope, cx);
        }
    }
}

/// How much goes out: what is of the whole project goes out whole, whatever was chosen before.
pub(super) fn scope_of(choice: &ExportChoice, scope: ExportScope) -> ExportScope {
    if asks_scope(choice) { scope } else { ExportScope::Project }
}

fn formats(ui: &mut Ui, family: ExportFamily, choice: &mut ExportChoice, cx: &Cx<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for format in ExportFormat::ALL.iter().filter(|format| format.family() == family) {
            let name = (cx.words.exporting.format)(*format);
            let about = (cx.words.exporting.about)(*format);
            let chosen = choice.format == *format;
            let response = chip(ui, name, &format!("{name}: {about}"), chosen, None, cx.theme);
            if response.on_hover_text(about).clicked() {
                let ExportChoice { layout, count_by, .. } = *choice;
                *choice = ExportChoice { layout, count_by, ..ExportChoice::of(*format) };
            }
        }
    });
}

/// What the chosen format is, and what it still asks.
fn asked(ui: &mut Ui, choice: &mut ExportChoice, scope: ExportScope, cx: &Cx<'_>) {
    let words = cx.words.exporting;
    let about = (words.about)(choice.format);
    let width = ui.available_width();
    say(ui, job(about, Face::Sans.size(text::SMALL), cx.theme.ink2, text::SMALL_LINE, width));
    if choice.format.family() == ExportFamily::Page {
        let layouts = PageLayout::ALL.map(|layout| ((words.layout)(layout), choice.layout == layout));
        if let Some(nth) = pick(ui, "layout", &layouts, cx) {
            choice.layout = PageLayout::ALL[nth];
            choice.quotes.clear();
        }
        if choice.layout == PageLayout::Press && scope == ExportScope::ThisDocument {
            quotations(ui, choice, cx);
        }
    }
    if counts(choice) {
        let by = [CountBy::Questions, CountBy::Answers];
        let items = by.map(|by| ((words.count_by)(by), choice.count_by == by));
        if let Some(nth) = pick(ui, "count by", &items, cx) {
            choice.count_by = by[nth];
        }
    }
    if choice.format == ExportFormat::Replication {
        heading(ui, words.licence_of_package, cx);
        let items = Licence::ALL.map(|licence| ((words.licence)(licence), choice.licence == licence));
        if let Some(nth) = pick(ui, "licence", &items, cx) {
            choice.licence = Licence::ALL[nth];
        }
    }
    if names_coders(choice.format) {
        let chosen = choice.coder_names;
        if chip(ui, words.coder_names, words.coder_names, chosen, None, cx.theme).clicked() {
            choice.coder_names = !chosen;
        }
    }
    ui.add_space(4.0);
}

/// A chart, a codebook, a change log and a package are of a whole project.
fn asks_scope(choice: &ExportChoice) -> bool {
    match choice.format {
        ExportFormat::Svg
        | ExportFormat::Png
        | ExportFormat::CodebookTable
        | ExportFormat::Changes
        | ExportFormat::Qdc
        | ExportFormat::Replication => false,
        format => format.family() != ExportFamily::Page || choice.layout != PageLayout::Report,
    }
}

fn counts(choice: &ExportChoice) -> bool {
    match choice.format.family() {
        ExportFamily::Chart | ExportFamily::Archive => true,
        ExportFamily::Page => choice.layout == PageLayout::Report,
        _ => false,
    }
}

fn names_coders(format: ExportFormat) -> bool {
    match format.family() {
        ExportFamily::Table => !matches!(format, ExportFormat::Documents | ExportFormat::CodebookTable),
        ExportFamily::Archive => true,
        ExportFamily::Exchange => format == ExportFormat::Qdpx,
        _ => false,
    }
}

fn heading(ui: &mut Ui, words: &str, cx: &Cx<'_>) {
    ui.add_space(2.0);
    say(ui, job(words, Face::SansSemibold.size(text::SMALL), cx.theme.ink3, text::SMALL_LINE, 300.0));
}

fn pick(ui: &mut Ui, id: &str, items: &[(&str, bool)], cx: &Cx<'_>) -> Option<usize> {
    let items: Vec<Segment> = items.iter().map(|(name, chosen)| Segment::plain(name, *chosen)).collect();
    let id = ui.scope_id().with(id);
    segments(ui, id, &items, 28.0, Role::RadioButton, cx.theme)
}

/// The passages of the paper to choose from.
fn quotations(ui: &mut Ui, choice: &mut ExportChoice, cx: &Cx<'_>) {
    let Some(document) = cx.document() else { return };
    heading(ui, &(cx.words.exporting.quotations)(choice.quotes.len(), QUOTATIONS), cx);
    let width = ui.available_width();
    for question in document.outline.questions() {
        let of = QuestionRef { document: document.id, question: question.id };
        let Some(coding) = cx.project.my_coding(of) else { continue };
        for evidence in coding.evidence.iter().filter(|evidence| evidence.is_in_place(&document.body)) {
            let words = sheet_quote(document, evidence.span, cx.words.summary).words;
            let name = format!("{}: {words}", question.label);
            let key: (QuestionRef, Span) = (of, evidence.span);
            let chosen = choice.quotes.contains(&key);
            if quotation(ui, &name, chosen, width, cx) {
                toggle(&mut choice.quotes, key, chosen);
            }
        }
    }
}

/// One more is one too many: the oldest goes.
fn toggle(quotes: &mut Vec<(QuestionRef, Span)>, key: (QuestionRef, Span), chosen: bool) {
    if chosen {
        quotes.retain(|other| *other != key);
    } else {
        if quotes.len() == QUOTATIONS {
            quotes.remove(0);
        }
        quotes.push(key);
    }
}

fn quotation(ui: &mut Ui, name: &str, chosen: bool, width: f32, cx: &Cx<'_>) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 26.0), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(Role::CheckBox, true, chosen, name));
    if chosen || response.hovered() {
        let fill = if chosen { cx.theme.active } else { cx.theme.hover };
        ui.painter().rect_filled(rect, crate::ui::theme::space::RADIUS_CONTROL, fill);
    }
    let words = elided(name, Face::Serif.size(text::BODY), cx.theme.ink, width - 16.0);
    let galley = ui.painter().layout_job(words);
    ui.painter().galley(rect.min + vec2(8.0, (26.0 - galley.size().y) / 2.0), galley, cx.theme.ink);
    crate::ui::widgets::focus_ring(ui, rect, response.has_focus(), cx.theme);
    response.on_hover_text(name).clicked()
}
