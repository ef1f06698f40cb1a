//! The choice of what documents have to be, in place of the list.

use egui::accesskit::Role;
use egui::{Align, Frame, Layout, Margin, ScrollArea, Ui, WidgetInfo, vec2};
use jiff::civil::Date;

use super::parts::Part;
use crate::model::analysis::{Choices, choices};
use crate::model::edits::head::typed_date;
use crate::model::{Asked, Filter, Unsettled};
use crate::ui::theme::{Face, icon, text};
use crate::ui::widgets::{Button, Look, chip, fitting, icon_button, job, say, singleline};
use crate::ui::{Command, Cx, View};

/// So many offices and parties are offered before „more“ is asked for.
const FIRST: usize = 8;

/// What is offered, and what is being typed.
#[derive(Debug, Default)]
pub struct FiltersPane {
    /// Counted while the pane is shown, and anew after a change.
    choices: Option<(u64, Choices)>,
    all_offices: bool,
    all_parties: bool,
    from: Day,
    until: Day,
    name: String,
}

/// What a field says once it is left: a day, or that there is none.
struct Typed(Option<Date>);

/// A day that is being typed.
#[derive(Debug, Default)]
struct Day {
    typed: String,
    known: Option<Date>,
    is_wrong: bool,
}

impl FiltersPane {
    /// Shows what is offered in the space it is given.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if self.choices.as_ref().is_none_or(|(revision, _)| *revision != cx.revision) {
            self.choices = Some((cx.revision, choices(cx.project)));
        }
        let Some((_, choices)) = self.choices.take() else { return };
        ui.painter().rect_filled(ui.max_rect(), 0, cx.theme.chrome);
        Frame::new().inner_margin(Margin { left: 18, right: 12, top: 10, bottom: 4 }).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.set_min_height(32.0);
                let title = cx.words.filters.filter;
                let width = ui.available_width() - 40.0;
                say(ui, job(title, Face::SansSemibold.size(text::PANE_HEAD), cx.theme.ink, 22.0, width));
                // Beside the charts there is no list to go back to.
                let has_list = cx.position.view != View::Overview;
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if has_list
                        && icon_button(ui, icon::CLOSE, cx.words.filters.leave, true, cx.theme).clicked()
                    {
                        cx.ask(Command::Filters);
                    }
                });
            });
        });
        ScrollArea::vertical().id_salt("filters").auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin { left: 18, right: 14, top: 0, bottom: 16 }).show(ui, |ui| {
                self.kept(ui, cx);
                self.offers(ui, &choices, cx);
            });
        });
        self.choices = Some((cx.revision, choices));
    }

    /// Filters that were kept, and keeping this one.
    fn kept(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let words = cx.words.filters;
        let kept = cx.project.filters();
        let same = kept.iter().find(|other| other.filter == *cx.filter);
        if !kept.is_empty() {
            heading(ui, words.kept, cx);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
                for one in kept {
                    let chosen = same.is_some_and(|same| same.name == one.name);
                    let shown = fitting(ui, &one.name, text::SMALL, ui.max_rect().width() - 44.0);
                    if chip(ui, &shown, &one.name, chosen, None, cx.theme).clicked() {
                        let filter = if chosen { Filter::default() } else { one.filter.clone() };
                        cx.ask(Command::Filter(Box::new(filter)));
                    }
                }
            });
        }
        if let Some(same) = same {
            let name = (words.drop)(&same.name);
            let shown = fitting(ui, &name, text::BODY, ui.available_width() - 50.0);
            if Button::new(&shown, Look::Plain).icon(icon::TRASH).height(28.0).ui(ui, cx.theme).clicked() {
                cx.ask(Command::DropFilter(same.name.clone()));
            }
        } else if !cx.filter.says_nothing() {
            ui.add_space(6.0);
            let keep = words.keep;
            let room = crate::ui::widgets::width_of(ui, keep, Face::SansMedium.size(text::BODY)) + 32.0;
            ui.horizontal(|ui| {
                let width = ui.available_width() - room;
                let id = ui.scope_id().with("keep");
                let field = singleline(ui, id, &mut self.name, words.name, width, cx.theme);
                field.widget_info(|| {
                    let mut info = WidgetInfo::text_edit(true, &self.name, &self.name, "");
                    info.label = Some(words.name.to_owned());
                    info
                });
                let enter = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
                let named = !self.name.trim().is_empty();
                let button = Button::new(keep, Look::Outlined).enabled(named).ui(ui, cx.theme);
                if named && (enter || button.clicked()) {
                    cx.ask(Command::KeepFilter(std::mem::take(&mut self.name)));
                }
            });
        }
    }

    fn offers(&mut self, ui: &mut Ui, choices: &Choices, cx: &mut Cx<'_>) {
        let words = cx.words.filters;
        let codebook = cx.project.codebook();
        let count_of_tag = |id| choices.tags.get(id).copied().unwrap_or(0);
        let tags = codebook.tags.iter().map(|tag| (Part::Tag(tag.id.clone()), count_of_tag(&tag.id)));
        let tags: Vec<(Part, usize)> = tags.chain([(Part::Open, choices.open)]).collect();
        heading(ui, words.tag, cx);
        chips(ui, &tags, cx);
        let unsettled = |what| (Part::Unsettled(what), choices.unsettled.get(&what).copied().unwrap_or(0));
        heading(ui, words.to_do, cx);
        chips(ui, &Unsettled::ALL.map(unsettled), cx);
        let facets = codebook.facets.iter().map(|facet| {
            (Part::Facet(facet.id.clone()), choices.facets.get(&facet.id).copied().unwrap_or(0))
        });
        used(ui, cx.words.coding.facets, facets.collect(), cx);
        let asked = |kind| (Part::Asked(kind), choices.asked.get(&kind).copied().unwrap_or(0));
        used(ui, cx.words.coding.asked_for, Asked::ALL.map(asked).to_vec(), cx);
        named(
            ui,
            words.office,
            &choices.offices,
            Part::Office,
            &cx.filter.offices,
            &mut self.all_offices,
            cx,
        );
        named(ui, words.party, &choices.parties, Part::Party, &cx.filter.parties, &mut self.all_parties, cx);
        heading(ui, words.date, cx);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let width = (ui.available_width() - 6.0) / 2.0;
            if let Some(Typed(from)) = self.from.ui(ui, words.from, width, cx.filter.from, cx) {
                cx.ask(Command::Filter(Box::new(Filter { from, ..cx.filter.clone() })));
            }
            if let Some(Typed(until)) = self.until.ui(ui, words.until, width, cx.filter.until, cx) {
                cx.ask(Command::Filter(Box::new(Filter { until, ..cx.filter.clone() })));
            }
        });
        if self.from.is_wrong || self.until.is_wrong {
            let font = Face::Sans.size(text::SMALL);
            let width = ui.available_width();
            say(ui, job(cx.words.outline.date_hint, font, cx.theme.alert, text::SMALL_LINE, width));
        }
        let coders: Vec<(Part, usize)> = cx
            .project
            .coders()
            .map(|coder| (Part::Coder(coder.id), choices.coders.get(&coder.id).copied().unwrap_or(0)))
            .collect();
        if coders.len() > 1 {
            heading(ui, words.coder, cx);
            chips(ui, &coders, cx);
        }
    }
}

impl Day {
    /// Returns what is typed, once it is.
    fn ui(&mut self, ui: &mut Ui, name: &str, width: f32, day: Option<Date>, cx: &Cx<'_>) -> Option<Typed> {
        if self.known != day {
            self.known = day;
            self.typed = day.map(|day| cx.words.language.date(day)).unwrap_or_default();
            self.is_wrong = false;
        }
        let id = ui.scope_id().with(name);
        let field = singleline(ui, id, &mut self.typed, name, width, cx.theme);
        field.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &self.typed, &self.typed, "");
            info.label = Some(name.to_owned());
            info
        });
        if !field.lost_focus() {
            return None;
        }
        let typed = self.typed.trim();
        let read = typed_date(typed);
        self.is_wrong = read.is_none() && !typed.is_empty();
        (!self.is_wrong && read != day).then_some(Typed(read))
    }
}

fn heading(ui: &mut Ui, words: &str, cx: &Cx<'_>) {
    ui.add_space(12.0);
    let width = ui.available_width();
    let heading = job(words, Face::SansSemibold.size(text::SMALL), cx.theme.ink2, text::SMALL_LINE, width);
    let response = say(ui, heading);
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    ui.add_space(4.0);
}

/// Conditions with how often they are met.
fn chips(ui: &mut Ui, offers: &[(Part, usize)], cx: &mut Cx<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for (part, count) in offers {
            let chosen = super::parts::parts(cx.filter).contains(part);
            let name = part.name(cx.filter, cx);
            let count = cx.words.language.number(*count);
            let shown =
                fitting(ui, &name, text::SMALL, ui.max_rect().width() - 48.0 - 8.0 * count.len() as f32);
            let said = (cx.words.filters.offer)(&name, &count);
            if chip(ui, &format!("{shown} {count}"), &said, chosen, None, cx.theme).clicked() {
                let filter = part.toggled(cx.filter);
                cx.ask(Command::Filter(Box::new(filter)));
            }
        }
    });
}

/// Conditions of a long list: only those that are met somewhere, or chosen.
fn used(ui: &mut Ui, title: &str, mut offers: Vec<(Part, usize)>, cx: &mut Cx<'_>) {
    let chosen = super::parts::parts(cx.filter);
    offers.retain(|(part, count)| *count > 0 || chosen.contains(part));
    if !offers.is_empty() {
        heading(ui, title, cx);
        chips(ui, &offers, cx);
    }
}

/// Offices or parties: the most frequent ones and those that are chosen, the others on demand.
fn named(
    ui: &mut Ui,
    title: &str,
    offers: &[(String, usize)],
    part: fn(String) -> Part,
    chosen: &[String],
    all: &mut bool,
    cx: &mut Cx<'_>,
) {
    if offers.is_empty() {
        return;
    }
    heading(ui, title, cx);
    let is_shown = |nth: usize, name: &String| *all || nth < FIRST || chosen.contains(name);
    let shown: Vec<(Part, usize)> = offers
        .iter()
        .enumerate()
        .filter(|(nth, (name, _))| is_shown(*nth, name))
        .map(|(_, (name, count))| (part(name.clone()), *count))
        .collect();
    let more = offers.len() - shown.len();
    chips(ui, &shown, cx);
    if more > 0 || (*all && offers.len() > FIRST) {
        ui.add_space(4.0);
        let words =
            if more > 0 { (cx.words.filters.more)(more) } else { cx.words.coding.fewer_facets.to_owned() };
        if Button::new(&words, Look::Plain).height(24.0).ui(ui, cx.theme).clicked() {
            *all = !*all;
        }
    }
}
