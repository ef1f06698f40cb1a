//! How far people agree: the number, its interval, what it rests on; then the same per tag, and the other coefficients.

use egui::accesskit::Role;
use egui::{Align2, Color32, Frame, Margin, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::pane::{ComparePane, person};
use super::scale::Scale;
use crate::model::analysis::agreement::{Interval, Value};
use crate::model::analysis::disagreement::{Comparison, Figures, SEED, few};
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Button, Look, Square, elided, job, letter_square, say};
use crate::ui::{Command, Cx, shortcuts};

impl ComparePane {
    pub(super) fn figures(&mut self, ui: &mut Ui, compared: &Comparison, is_beside: bool, cx: &mut Cx<'_>) {
        let area = ui.max_rect();
        if is_beside {
            ui.painter().rect_filled(area, 0, cx.theme.chrome);
            ui.painter().vline(area.left() + 0.5, area.y_range(), cx.theme.hairline());
        }
        let Some(figures) = self.figures.take() else { return };
        ScrollArea::vertical().id_salt(("agreement", self.help)).auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin { left: 22, right: 20, top: 14, bottom: 20 }).show(ui, |ui| {
                ui.set_max_width(ui.available_width().min(520.0));
                ui.spacing_mut().item_spacing = vec2(6.0, 3.0);
                if !is_beside {
                    let back = Button::new(cx.words.compare.back_to_case, Look::Plain).icon(icon::BACK);
                    if back.ui(ui, cx.theme).clicked() {
                        (self.help, self.shows_figures) = (false, false);
                    }
                }
                if self.help {
                    self.help_text(ui, cx);
                } else {
                    title(ui, &figures, cx);
                    main_figure(ui, &figures, cx);
                    per_tag(ui, &figures, cx);
                    self.matrix(ui, &figures, compared, cx);
                    others(ui, &figures, cx);
                    self.ways(ui, cx);
                }
            });
        });
        self.figures = Some(figures);
    }

    /// What can be done with the figures.
    fn ways(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let words = cx.words.compare;
        ui.add_space(14.0);
        small(ui, words.votes_stay, cx.theme.ink2);
        ui.add_space(8.0);
        let width = ui.available_width();
        if Button::new(words.copy_paragraph, Look::Plain)
            .icon(icon::COPY)
            .row(width)
            .ui(ui, cx.theme)
            .clicked()
        {
            cx.ask(Command::CopyAgreement);
        }
        if Button::new(words.export, Look::Plain).icon(icon::TABLE).row(width).ui(ui, cx.theme).clicked() {
            cx.ask(Command::ExportAgreement);
        }
        let key = shortcuts::shown(&Command::Definition, cx.words);
        if Button::new(words.how, Look::Plain).icon(icon::INFO).row(width).key(key).ui(ui, cx.theme).clicked()
        {
            self.help = true;
        }
    }
}

fn title(ui: &mut Ui, figures: &Figures, cx: &Cx<'_>) {
    let words = cx.words.compare;
    let round = (words.round)(figures.round.0, &figures.name);
    let over = if figures.is_blind { format!("{round}, {}", words.independent) } else { round };
    small(ui, &over, cx.theme.ink3);
    let font = Face::SansSemibold.size(text::PANE_HEAD);
    let heading = say(ui, job(words.agreement, font, cx.theme.ink, 22.0, ui.available_width()));
    heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words.agreement));
    if !figures.is_blind {
        small(ui, words.not_blind, cx.theme.ink2);
    }
    ui.add_space(10.0);
}

/// Number, interval, scale, n, what was drawn, in that order.
fn main_figure(ui: &mut Ui, figures: &Figures, cx: &Cx<'_>) {
    let words = cx.words.compare;
    let found = &figures.agreement;
    let is_few = few(found.pairable);
    let drawn = figures.resampled.as_ref();
    match found.alpha {
        Ok(value) => {
            let interval = drawn.and_then(|drawn| drawn.alpha);
            let ink = if is_few { cx.theme.ink3 } else { cx.theme.ink };
            let number = format!("α = {}", (words.decimal)(value));
            let bounds = interval.map(|bounds| (words.interval)(bounds.low, bounds.high)).unwrap_or_default();
            let name = format!("{number} {bounds}");
            let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 40.0), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name.trim_end()));
            let base = pos2(rect.left(), rect.center().y);
            let font = Face::SansSemibold.size(28.0);
            let large = ui.painter().text(base, Align2::LEFT_CENTER, &number, font, ink);
            let at = pos2(large.right() + 12.0, base.y + 5.0);
            ui.painter().text(at, Align2::LEFT_CENTER, &bounds, Face::Sans.size(text::BODY), cx.theme.ink2);
            let name = (words.scale_name)(words.alpha, &name);
            scale_of(figures).large(ui, &name, value, interval, ink, cx);
        }
        Err(why) => {
            let only = figures.only.as_ref().and_then(|tag| cx.project.codebook().tag(tag));
            let only = only.map(|tag| tag.name.get(cx.words.language));
            let said = format!("α {}", (words.undefined)(why, only, found.pairable));
            let font = Face::SansMedium.size(text::BODY);
            say(ui, job(said, font, cx.theme.ink, text::BODY_LINE, ui.available_width()));
        }
    }
    let mut facts = vec![words.alpha.to_owned(), (words.compared)(found.pairable, figures.documents)];
    match drawn {
        Some(drawn) if drawn.alpha.is_some() => facts.push((words.drawn)(drawn.drawn, SEED)),
        None if found.alpha.is_ok() => facts.push(words.drawing.to_owned()),
        _ => {}
    }
    facts.extend(found.percent.ok().map(words.same));
    small(ui, &facts.join(" · "), cx.theme.ink2);
    if is_few && found.pairable > 0 {
        small(ui, &(words.few)(found.pairable), cx.theme.ink2);
    }
}

/// One scale for α and its tags, so that they can be compared by eye.
fn scale_of(figures: &Figures) -> Scale {
    let found = &figures.agreement;
    let drawn = figures.resampled.as_ref();
    let bounds = drawn.into_iter().flat_map(|drawn| drawn.alpha_of.iter().chain([&drawn.alpha])).flatten();
    let values = found.alpha_of.iter().chain([&found.alpha]).filter_map(|value| value.ok());
    Scale::of(values.chain(bounds.map(|bounds| bounds.low)))
}

fn per_tag(ui: &mut Ui, figures: &Figures, cx: &Cx<'_>) {
    let words = cx.words.compare;
    section(ui, words.per_tag, "α", cx);
    let scale = scale_of(figures);
    for (nth, id) in figures.tags.iter().enumerate() {
        let Some(tag) = cx.project.codebook().tag(id) else { continue };
        let value = figures.agreement.alpha_of[nth];
        let interval =
            figures.resampled.as_ref().and_then(|drawn| drawn.alpha_of.get(nth).copied().flatten());
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::hover());
        let name = tag.name.get(cx.words.language);
        let shown = number(value, cx);
        let bounds = interval.map(|bounds| (words.interval)(bounds.low, bounds.high)).unwrap_or_default();
        response
            .widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}: α {shown} {bounds}")));
        let y = rect.center().y;
        let square = Rect::from_center_size(pos2(rect.left() + 10.0, y), vec2(20.0, 20.0));
        let colours = cx.theme.tag(tag.swatch);
        letter_square(
            ui.painter(),
            square,
            Square::Filled(tag.letter.get(cx.words.language), colours),
            cx.theme,
        );
        let font = Face::Sans.size(text::BODY);
        let line = ui.painter().layout_job(elided(name, font, cx.theme.ink, 92.0));
        ui.painter().galley(pos2(rect.left() + 28.0, y - line.size().y / 2.0), line, cx.theme.ink);
        let is_grey = few(figures.agreement.pairable);
        let ink = if is_grey { cx.theme.ink3 } else { cx.theme.ink };
        let face = if value.is_ok() { Face::SansSemibold } else { Face::Sans };
        ui.painter().text(rect.right_center(), Align2::RIGHT_CENTER, &shown, face.size(text::BODY), ink);
        if let Ok(value) = value {
            let place = Rect::from_x_y_ranges(rect.left() + 126.0..=rect.right() - 52.0, rect.y_range());
            scale.small(ui, place, value, interval, colours.fill, cx);
        }
        response.on_hover_text(format!("{name}: α {shown} {bounds}"));
    }
}

/// The other coefficients: a quiet table.
fn others(ui: &mut Ui, figures: &Figures, cx: &Cx<'_>) {
    let words = cx.words.compare;
    section(ui, words.more, "", cx);
    let found = &figures.agreement;
    let drawn = figures.resampled.as_ref();
    row(ui, words.percent, found.percent, drawn.and_then(|drawn| drawn.percent), cx);
    for pair in &figures.pairs {
        let [one, other] = pair.coders.map(|place| person(figures.coders[place], cx));
        row(ui, &(words.kappa)(&one, &other), pair.kappa, None, cx);
    }
    row(ui, words.fleiss, found.fleiss, None, cx);
    row(ui, words.fleiss_missing, found.fleiss_missing, drawn.and_then(|drawn| drawn.fleiss_missing), cx);
    row(ui, words.ac1, found.ac1, drawn.and_then(|drawn| drawn.ac1), cx);
}

fn row(ui: &mut Ui, name: &str, value: Value, interval: Option<Interval>, cx: &Cx<'_>) {
    let shown = number(value, cx);
    let bounds =
        interval.map(|bounds| (cx.words.compare.interval)(bounds.low, bounds.high)).unwrap_or_default();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}: {shown} {bounds}")));
    let small = Face::Sans.size(text::SMALL);
    let painter = ui.painter();
    let mut right = rect.right();
    if !bounds.is_empty() {
        let drawn =
            painter.text(rect.right_center(), Align2::RIGHT_CENTER, &bounds, small.clone(), cx.theme.ink3);
        right = drawn.left() - 6.0;
    }
    let at = pos2(right, rect.center().y);
    let drawn = painter.text(at, Align2::RIGHT_CENTER, &shown, small.clone(), cx.theme.ink);
    let line = painter.layout_job(elided(name, small, cx.theme.ink2, drawn.left() - rect.left() - 8.0));
    painter.galley(pos2(rect.left(), rect.center().y - line.size().y / 2.0), line, cx.theme.ink2);
    let why = value.err().map(|why| (cx.words.compare.undefined)(why, None, 0));
    if let Some(why) = why {
        // Without the n of the whole round, which is not that of this row.
        let why = why.split(" (n = ").next().unwrap_or_default().to_owned();
        response.on_hover_text(format!("{name} {why}"));
    } else {
        response.on_hover_text(format!("{name}: {shown} {bounds}"));
    }
}

/// A value as it is shown, or the words that there is none.
fn number(value: Value, cx: &Cx<'_>) -> String {
    value.map_or_else(|_| cx.words.compare.undefined_short.to_owned(), cx.words.compare.decimal)
}

pub(super) fn section(ui: &mut Ui, words: &str, right: &str, cx: &Cx<'_>) {
    ui.add_space(16.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    let font = Face::SansSemibold.size(text::SMALL);
    let line = ui.painter().layout_job(elided(words, font, cx.theme.ink2, rect.width() - 20.0));
    ui.painter().galley(pos2(rect.left(), rect.center().y - line.size().y / 2.0), line, cx.theme.ink2);
    let font = Face::Sans.size(text::SMALL);
    ui.painter().text(rect.right_center(), Align2::RIGHT_CENTER, right, font, cx.theme.ink3);
}

pub(super) fn small(ui: &mut Ui, words: &str, ink: Color32) {
    let width = ui.available_width();
    say(ui, job(words, Face::Sans.size(text::SMALL), ink, text::SMALL_LINE, width));
}
