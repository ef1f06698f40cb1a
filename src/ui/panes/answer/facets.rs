//! Facets of the open question and what it asks for: chips, each by a click or by one digit.

use egui::{Ui, vec2};

use super::evidence::section;
use crate::model::{Asked, Coding, QuestionRef};
use crate::ui::theme::{Face, text};
use crate::ui::widgets::{chip, job, say};
use crate::ui::{Command, Cx, shortcuts};

/// What the next digit sets.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pick {
    Facet,
    Asked,
}

/// So many facets are shown before a person asks for the others.
const USUAL: usize = 3;

/// „gefragt ist“ with what was chosen; all kinds while one is being chosen.
pub(super) fn asked(
    ui: &mut Ui,
    question: QuestionRef,
    coding: Option<&Coding>,
    pick: Option<Pick>,
    cx: &mut Cx<'_>,
) {
    let words = cx.words.coding;
    let chosen = coding.map(|coding| &coding.asked[..]).unwrap_or_default();
    let picking = pick == Some(Pick::Asked);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let font = Face::Sans.size(text::SMALL);
        say(ui, job(words.asked_for, font, cx.theme.ink2, 24.0, 120.0));
        if picking {
            for (nth, kind) in Asked::ALL.into_iter().enumerate() {
                let (name, key) = ((words.asked)(kind), (nth + 1).to_string());
                if chip(ui, name, name, chosen.contains(&kind), Some(&key), cx.theme).clicked() {
                    cx.ask(Command::Asked(question, kind));
                }
            }
            return;
        }
        for kind in chosen {
            let name = (words.asked)(*kind);
            if chip(ui, name, name, true, None, cx.theme).clicked() {
                cx.ask(Command::Asked(question, *kind));
            }
        }
        let name = (cx.words.command_name)(&Command::AskedFor).unwrap_or_default();
        let more = if chosen.is_empty() { words.asked_nothing } else { "+" };
        let key = shortcuts::shown(&Command::AskedFor, cx.words);
        if chip(ui, more, name, false, key.as_deref(), cx.theme).clicked() {
            cx.ask(Command::AskedFor);
        }
    });
}

/// The facets: the usual ones of the tag and those that are set, the others on demand.
pub(super) fn facets(
    ui: &mut Ui,
    question: QuestionRef,
    coding: Option<&Coding>,
    pick: Option<Pick>,
    all: &mut bool,
    cx: &mut Cx<'_>,
) {
    let words = cx.words.coding;
    let codebook = cx.project.codebook();
    let language = cx.words.language;
    let tag = coding.and_then(|coding| coding.tag.as_ref());
    let chosen = coding.map(|coding| &coding.facets[..]).unwrap_or_default();
    let picking = pick == Some(Pick::Facet);
    let order = codebook.facets_for(tag);
    if order.is_empty() {
        return;
    }
    let lacks = tag.and_then(|id| codebook.tag(id)).filter(|tag| codebook.lacks_facet(&tag.id, chosen));
    let fact = match lacks {
        Some(tag) => (words.needs_facet)(tag.name.get(language)),
        None if picking => words.now_a_digit.to_owned(),
        None => String::new(),
    };
    let key = shortcuts::shown(&Command::Facets, cx.words);
    section(ui, words.facets, key, &fact, cx);
    ui.add_space(6.0);
    let everything = picking || *all || order.len() <= USUAL + 1;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (nth, facet) in order.iter().enumerate() {
            let on = chosen.contains(&facet.id);
            if !everything && nth >= USUAL && !on {
                continue;
            }
            let key = (picking && nth < 9).then(|| (nth + 1).to_string());
            let name = facet.name.get(language);
            let response = chip(ui, name, name, on, key.as_deref(), cx.theme);
            if response.clicked() {
                cx.ask(Command::Facet(question, facet.id.clone()));
            }
            let definition = facet.definition.get(language);
            if !definition.is_empty() {
                response.on_hover_text(definition);
            }
        }
        let hidden = order.iter().skip(USUAL).filter(|facet| !chosen.contains(&facet.id)).count();
        if everything && *all && !picking {
            let fewer = words.fewer_facets;
            if chip(ui, fewer, fewer, false, None, cx.theme).clicked() {
                *all = false;
            }
        } else if !everything && hidden > 0 {
            let more = (words.more_facets)(hidden);
            let name = format!("{}: {more}", words.facets);
            if chip(ui, &more, &name, false, None, cx.theme).clicked() {
                *all = true;
            }
        }
    });
}
