//! The definition beside the tags: a card under the open question, for the tag that is looked at or chosen, and all
//! of them in brief where there is none.

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Align2, Layout, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::model::{Coding, Tag, TagPart};
use crate::ui::theme::{Face, text};
use crate::ui::widgets::{focus_ring, key_cap, say, width_of};
use crate::ui::{Command, Cx};

/// So much of the card comes into view when it is opened.
const BEGINNING: f32 = 170.0;

/// What is looked up first comes first: how the tag is told from its neighbours.
const PARTS: [TagPart; 5] =
    [TagPart::Definition, TagPart::NotWhen, TagPart::TieBreaks, TagPart::UseWhen, TagPart::Examples];

/// Whether the card is shown.
#[derive(Debug, Default)]
pub(super) struct Card {
    is_open: bool,
    /// It was just opened: it comes into view.
    is_fresh: bool,
}

impl Card {
    pub fn toggle(&mut self) {
        self.is_open = !self.is_open;
        self.is_fresh = self.is_open;
    }

    pub fn close(&mut self) -> bool {
        std::mem::take(&mut self.is_open)
    }
}

/// Shows the card, where it is open.
pub(super) fn definition(
    ui: &mut Ui,
    card: &mut Card,
    looked_at: Option<&Tag>,
    coding: Option<&Coding>,
    cx: &mut Cx<'_>,
) {
    if !card.is_open {
        return;
    }
    let codebook = cx.project.codebook();
    let chosen = || codebook.tag(coding?.tag.as_ref()?);
    let tag = looked_at.or_else(chosen);
    let language = cx.words.language;
    ui.add_space(10.0);
    let left = ui.max_rect().x_range();
    ui.painter().hline(left.expand(12.0), ui.cursor().top(), cx.theme.hairline());
    ui.add_space(10.0);
    let name = tag.map_or(cx.words.codebook.labels.tags, |tag| tag.name.get(language));
    let title = (cx.words.codebook.card)(&codebook.version, name);
    let shown = ui.scope(|ui| {
        head(ui, &title, cx);
        match tag {
            Some(tag) => whole(ui, tag, cx),
            None => codebook.tags.iter().for_each(|tag| brief(ui, tag, cx)),
        }
    });
    if std::mem::take(&mut card.is_fresh) {
        // Its beginning is enough: the tags above it should stay in view.
        let rect = shown.response.rect;
        let size = vec2(rect.width(), rect.height().min(BEGINNING));
        ui.scroll_to_rect(Rect::from_min_size(rect.min, size), None);
    }
}

fn head(ui: &mut Ui, title: &str, cx: &mut Cx<'_>) {
    let words = cx.words.codebook;
    let close = ui.horizontal_top(|ui| {
        let font = Face::Sans.size(text::SMALL);
        let room = width_of(ui, words.card_close, font.clone()) + 44.0;
        let width = ui.available_width() - room - 8.0;
        let response = say(ui, labelled(title, "", width, cx));
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let (rect, response) = ui.allocate_exact_size(vec2(room, 24.0), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words.card_close));
            let ink = if response.hovered() { cx.theme.ink } else { cx.theme.ink2 };
            let middle = rect.top() + 9.0;
            let cap = key_cap(ui.painter(), pos2(rect.right(), middle), "Esc", cx.theme.ink2, cx.theme.line);
            let at = pos2(rect.right() - cap - 6.0, middle);
            ui.painter().text(at, Align2::RIGHT_CENTER, words.card_close, font, ink);
            focus_ring(ui, rect, response.has_focus(), cx.theme);
            response.clicked()
        })
        .inner
    });
    if close.inner {
        cx.ask(Command::Definition);
    }
}

fn whole(ui: &mut Ui, tag: &Tag, cx: &Cx<'_>) {
    let language = cx.words.language;
    let label = cx.words.codebook.labels.part;
    for part in PARTS {
        let words = part.of(tag).get(language);
        if words.is_empty() {
            continue;
        }
        let lead = if part == TagPart::Definition { String::new() } else { format!("{}:", label(part)) };
        let lines: Vec<&str> = if part == TagPart::TieBreaks { words.lines().collect() } else { vec![words] };
        for line in lines {
            // „Gegen vage: …“ says itself what it is.
            let own = line.split_once(": ").filter(|(own, _)| part == TagPart::TieBreaks && own.len() < 40);
            let (lead, rest) = own.map_or((lead.clone(), line), |(own, rest)| (format!("{own}:"), rest));
            let width = ui.available_width();
            ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
            say(ui, labelled(&lead, rest, width, cx));
        }
    }
}

fn brief(ui: &mut Ui, tag: &Tag, cx: &Cx<'_>) {
    let language = cx.words.language;
    let words = Some(tag.short.get(language)).filter(|short| !short.is_empty());
    let words = words.unwrap_or(tag.definition.get(language));
    let width = ui.available_width();
    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
    let colon = if words.is_empty() { "" } else { ":" };
    say(ui, labelled(&format!("{}{colon}", tag.name.get(language)), words, width, cx));
}

/// A word in bold and what it says.
fn labelled(lead: &str, words: &str, width: f32, cx: &Cx<'_>) -> LayoutJob {
    let format = |face: Face, color| TextFormat {
        font_id: face.size(text::SMALL),
        color,
        line_height: Some(text::SMALL_LINE + 1.0),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = width.max(1.0);
    if !lead.is_empty() {
        job.append(lead, 0.0, format(Face::SansSemibold, cx.theme.ink));
    }
    if !words.is_empty() {
        let space = if lead.is_empty() { "" } else { " " };
        job.append(&format!("{space}{words}"), 0.0, format(Face::Sans, cx.theme.ink2));
    }
    job
}
