//! What a person has to know: problems with a way out, and short news of what was done.

use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{
    Align, Align2, Area, CornerRadius, Frame, Id, Layout, Margin, Order, Sense, Ui, WidgetInfo, vec2,
};

use crate::model::edits::{Entry, How, Label as Done};
use crate::model::{Finding, Omission, Problem};
use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{Button, Look, icon_button, job, progress, say};
use crate::ui::{Command, Cx};

use super::left_out::left_out_list;

/// Something to be read until it is put away.
#[derive(Clone, PartialEq, Debug)]
pub enum Notice {
    Problem(Problem),
    /// A copy with changes that could not be kept beside the open project before the program ended.
    CopyFound {
        path: PathBuf,
    },
    /// A second project that was given along with the first: it can be opened.
    AlsoGiven {
        path: PathBuf,
    },
    /// An export that was not written; the project has nothing to do with it.
    NotExported(Problem),
    /// An export is so far.
    Exporting {
        done: usize,
        of: usize,
    },
    /// Several files could not be read; the rest is open.
    Batch {
        read: usize,
        problems: Vec<Problem>,
    },
    /// What of a project of another program was not taken over as it was.
    LeftOut {
        file: String,
        left_out: Vec<Omission>,
    },
    /// So many changes were recovered from the journal; the newest of them, the last one last.
    Recovered {
        changes: usize,
        newest: Vec<(How, Done)>,
    },
    /// The work of another copy was brought in: what came, and what both sides had changed.
    BroughtIn {
        lines: Vec<String>,
    },
    /// Part of a journal could not be read. It was put aside, under this name.
    JournalUnread {
        file: String,
    },
    /// Texts that are not the imported ones, by their files, and the number of quotations that are not at their place
    /// and of decisions about what is not there.
    Lost {
        files: Vec<String>,
        quotes: usize,
        decisions: usize,
    },
    /// A journal that continues another state of the file was put aside, under this name.
    JournalAside {
        file: String,
    },
}

impl Notice {
    /// What a journal held.
    #[must_use]
    pub fn recovered(entries: &[Entry]) -> Self {
        // What flowed into the change before is none that a person knows of.
        let changes: Vec<&Entry> = entries.iter().filter(|entry| entry.how != How::Joined).collect();
        let older = changes.len().saturating_sub(RECOVERED_LISTED);
        let newest = changes[older..].iter().map(|entry| (entry.how, entry.label.clone())).collect();
        Self::Recovered { changes: changes.len(), newest }
    }

    /// What is lost in a project, if anything is.
    #[must_use]
    pub fn lost(findings: &[Finding]) -> Option<Self> {
        let files: Vec<String> = findings
            .iter()
            .filter_map(|finding| match finding {
                Finding::TextChanged { file, .. } => Some(file.clone()),
                _ => None,
            })
            .collect();
        let quotes = findings.iter().filter(|finding| matches!(finding, Finding::QuoteLost { .. })).count();
        let decides_nothing = |of: &&Finding| {
            matches!(of, Finding::DecisionWithoutQuestion { .. } | Finding::DecisionWithoutTag { .. })
        };
        let decisions = findings.iter().filter(decides_nothing).count();
        let is_any = quotes > 0 || decisions > 0 || !files.is_empty();
        is_any.then_some(Self::Lost { files, quotes, decisions })
    }
}

/// Short news with the time it was made, in seconds of the window's clock.
#[derive(Clone, PartialEq, Debug)]
pub struct Toast {
    pub words: String,
    pub with_undo: bool,
    pub since: f64,
}

impl Toast {
    /// How long it stays, in seconds.
    pub const STAYS: f64 = 6.0;
}

/// The words of a notice have this much room at least.
const LEAST_WORDS: f32 = 300.0;

/// How many problems of one batch are listed.
const LISTED: usize = 6;

/// How many recovered changes are listed.
const RECOVERED_LISTED: usize = 200;

/// The list of recovered changes scrolls where it is higher.
const LIST_HEIGHT: f32 = 164.0;

/// Shows the notices under the top bar, in the width it is given.
pub fn notices(ui: &mut Ui, notices: &[Notice], cx: &mut Cx<'_>) {
    for (place, notice) in notices.iter().enumerate() {
        let harmless = is_harmless(notice);
        let (fill, line, ink) = if harmless {
            (cx.theme.raised, cx.theme.border, cx.theme.ink2)
        } else {
            (cx.theme.alert_tint, cx.theme.alert, cx.theme.alert)
        };
        let frame = Frame::new()
            .fill(fill)
            .stroke((1.5, line))
            .corner_radius(space::RADIUS_CONTROL)
            .inner_margin(Margin::symmetric(12, 8))
            .outer_margin(Margin { left: 12, right: 12, top: 8, bottom: 0 });
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            // Where the words had no room beside them, the buttons stand below.
            let below = ui.available_width() - actions_width(notice) < LEAST_WORDS;
            ui.horizontal_top(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(22.0, 28.0), egui::Sense::hover());
                let sign = if harmless { icon::INFO } else { icon::WARNING };
                ui.painter().text(rect.center(), Align2::CENTER_CENTER, sign, Face::Icon.size(18.0), ink);
                let beside = ui.available_width() - 40.0 - actions_width(notice);
                let width = if below { ui.available_width() - 40.0 } else { beside };
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing.y = 2.0;
                    ui.add_space(4.0);
                    for line in lines(notice, cx) {
                        let response = say(
                            ui,
                            job(
                                line.as_str(),
                                Face::Sans.size(text::BODY),
                                cx.theme.ink,
                                text::BODY_LINE,
                                width,
                            ),
                        );
                        response.widget_info(|| WidgetInfo::labeled(Role::Alert, true, &line));
                    }
                    recovered_list(ui, notice, width, cx);
                    left_out_list(ui, notice, width, cx);
                });
                ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                    let can_go = !matches!(notice, Notice::Exporting { .. });
                    if can_go && icon_button(ui, icon::CLOSE, cx.words.dismiss, true, cx.theme).clicked() {
                        cx.ask(Command::DismissNotice(place));
                    }
                    if !below {
                        actions(ui, notice, place, cx);
                    }
                });
            });
            if below {
                let size = vec2(ui.available_width(), 32.0);
                let row = Layout::right_to_left(Align::Center);
                ui.allocate_ui_with_layout(size, row, |ui| actions(ui, notice, place, cx));
            }
        });
    }
}

/// News rather than a problem: nothing is missing.
fn is_harmless(notice: &Notice) -> bool {
    let twice = |problem: &Problem| matches!(problem, Problem::AlreadyThere { .. });
    match notice {
        Notice::Recovered { .. }
        | Notice::AlsoGiven { .. }
        | Notice::CopyFound { .. }
        | Notice::Lost { .. }
        | Notice::BroughtIn { .. }
        | Notice::Exporting { .. }
        | Notice::LeftOut { .. } => true,
        Notice::Problem(problem) => twice(problem),
        Notice::Batch { problems, .. } => problems.iter().all(twice),
        Notice::NotExported(_) | Notice::JournalAside { .. } | Notice::JournalUnread { .. } => false,
    }
}

fn lines(notice: &Notice, cx: &Cx<'_>) -> Vec<String> {
    match notice {
        Notice::Problem(problem) if problem.is_about_writing() => {
            vec![(cx.words.problem)(problem), cx.words.work_is_kept.to_owned()]
        }
        Notice::Problem(problem) | Notice::NotExported(problem) => vec![(cx.words.problem)(problem)],
        Notice::CopyFound { .. } => vec![cx.words.keeping.copy_found.to_owned()],
        Notice::AlsoGiven { path } => vec![(cx.words.also_given)(&path.display().to_string())],
        Notice::Batch { read, problems } => {
            let mut lines = vec![(cx.words.batch)(*read, problems.len())];
            lines.extend(problems.iter().take(LISTED).map(|problem| (cx.words.problem)(problem)));
            if problems.len() > LISTED {
                lines.push((cx.words.and_more)(problems.len() - LISTED));
            }
            lines
        }
        Notice::Exporting { done, of } => vec![(cx.words.exporting.writing)(*done, *of)],
        Notice::LeftOut { file, left_out } => vec![(cx.words.keeping.left_out)(file, left_out.len())],
        Notice::Recovered { changes, .. } => vec![(cx.words.recovered)(*changes)],
        Notice::BroughtIn { lines } => lines.clone(),
        Notice::JournalUnread { file } => vec![(cx.words.keeping.journal_unread)(file)],
        Notice::Lost { files, quotes, decisions } => {
            let words = &cx.words.keeping;
            let lost = (*quotes > 0 || !files.is_empty()).then(|| (words.lost)(files, *quotes));
            let idle = (*decisions > 0).then(|| (words.decide_nothing)(*decisions));
            lost.into_iter().chain(idle).collect()
        }
        Notice::JournalAside { file } => vec![(cx.words.journal_aside)(file)],
    }
}

fn list_id() -> Id {
    Id::unique("recovered changes")
}

fn list_is_shown(ui: &Ui) -> bool {
    ui.data(|data| data.get_temp(list_id())).unwrap_or_default()
}

/// What was recovered, in the words of undo.
fn recovered_list(ui: &mut Ui, notice: &Notice, width: f32, cx: &Cx<'_>) {
    let Notice::Recovered { changes, newest } = notice else { return };
    if !list_is_shown(ui) {
        return;
    }
    let said = |(how, label): &(How, Done)| {
        let what = (cx.words.label)(label, cx.project.codebook());
        match how {
            How::Did | How::Joined => what,
            How::Undid => (cx.words.undone)(&what),
            How::Redid => (cx.words.redone)(&what),
        }
    };
    let mut lines: Vec<String> = newest.iter().rev().map(said).collect();
    if *changes > newest.len() {
        lines.push((cx.words.keeping.earlier_changes)(changes - newest.len()));
    }
    ui.add_space(4.0);
    let list = egui::ScrollArea::vertical()
        .id_salt("recovered")
        .max_height(LIST_HEIGHT)
        .min_scrolled_height(LIST_HEIGHT)
        .auto_shrink([false, true]);
    list.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for line in &lines {
            let font = Face::Sans.size(text::BODY);
            say(ui, job(line.as_str(), font, cx.theme.ink2, text::BODY_LINE, width - 16.0));
        }
    });
}

fn actions_width(notice: &Notice) -> f32 {
    match notice {
        Notice::Problem(Problem::ChangedElsewhere { .. }) => 560.0,
        Notice::Problem(problem) if problem.is_about_writing() => 330.0,
        Notice::AlsoGiven { .. } | Notice::CopyFound { .. } => 120.0,
        Notice::Batch { .. } => 110.0,
        Notice::Recovered { .. } => 190.0,
        Notice::Exporting { .. } => 290.0,
        _ => 0.0,
    }
}

fn actions(ui: &mut Ui, notice: &Notice, place: usize, cx: &mut Cx<'_>) {
    if let Notice::Batch { .. } = notice
        && Button::new(cx.words.import.report, Look::Outlined).height(28.0).ui(ui, cx.theme).clicked()
    {
        cx.ask(Command::DismissNotice(place));
        cx.ask(Command::ImportView);
    }
    if let Notice::CopyFound { path } = notice
        && Button::new(cx.words.open_verb, Look::Outlined).height(28.0).ui(ui, cx.theme).clicked()
    {
        cx.ask(Command::DismissNotice(place));
        cx.ask(Command::OpenUnsaved(path.clone()));
    }
    if let Notice::AlsoGiven { path } = notice
        && Button::new(cx.words.open_verb, Look::Outlined).height(28.0).ui(ui, cx.theme).clicked()
    {
        cx.ask(Command::DismissNotice(place));
        cx.ask(Command::Take(vec![path.clone()]));
    }
    if let Notice::Recovered { .. } = notice {
        let is_shown = list_is_shown(ui);
        let words = if is_shown { cx.words.keeping.hide_changes } else { cx.words.keeping.show_changes };
        if Button::new(words, Look::Outlined).height(28.0).ui(ui, cx.theme).clicked() {
            ui.data_mut(|data| data.insert_temp(list_id(), !is_shown));
        }
    }
    if let Notice::Exporting { done, of } = notice {
        if Button::new(cx.words.exporting.stop, Look::Outlined).height(28.0).ui(ui, cx.theme).clicked() {
            cx.ask(Command::StopExport);
        }
        let (rect, _) = ui.allocate_exact_size(vec2(160.0, 28.0), Sense::hover());
        progress(ui.painter(), rect, *done as f32 / (*of).max(1) as f32, cx.theme);
    }
    let Notice::Problem(problem) = notice else { return };
    if !problem.is_about_writing() {
        return;
    }
    if Button::new(cx.words.save_elsewhere, Look::Outlined).height(28.0).ui(ui, cx.theme).clicked() {
        cx.ask(Command::DismissNotice(place));
        cx.ask(Command::SaveAs);
    }
    if let Problem::ChangedElsewhere { .. } = problem
        && Button::new(cx.words.merging.compare, Look::Primary).height(28.0).ui(ui, cx.theme).clicked()
    {
        cx.ask(Command::DismissNotice(place));
        cx.ask(Command::CompareVersions);
    }
    let (words, command) = match problem {
        Problem::ChangedElsewhere { .. } => (cx.words.replace_anyway, Command::SaveAnyway),
        _ => (cx.words.try_again, Command::Save),
    };
    if Button::new(words, Look::Outlined).height(28.0).ui(ui, cx.theme).clicked() {
        cx.ask(Command::DismissNotice(place));
        cx.ask(command);
    }
}

/// Shows short news at the bottom left.
pub fn toast(ctx: &egui::Context, toast: &Toast, cx: &mut Cx<'_>) {
    let frame = Frame::new()
        .fill(cx.theme.ink)
        .corner_radius(CornerRadius::same(space::RADIUS_CONTROL))
        .inner_margin(Margin::symmetric(14, 9));
    Area::new(Id::unique("toast"))
        .order(Order::Tooltip)
        .anchor(Align2::LEFT_BOTTOM, vec2(16.0, -104.0))
        .interactable(true)
        .show(ctx, |ui| {
            frame.show(ui, |ui| {
                // Within the list, so that no word of the paper is covered.
                let words = job(
                    toast.words.as_str(),
                    Face::Sans.size(text::BODY),
                    cx.theme.page,
                    text::BODY_LINE,
                    200.0,
                );
                let response = say(ui, words);
                response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &toast.words));
                if toast.with_undo {
                    let name = (cx.words.command_name)(&Command::Undo).unwrap_or_default();
                    let label = egui::RichText::new(name)
                        .color(cx.theme.page)
                        .font(Face::SansSemibold.size(text::BODY))
                        .underline();
                    let undo = ui.add(egui::Button::new(label).frame(false));
                    if undo.clicked() {
                        cx.ask(Command::Undo);
                    }
                }
            });
        });
}
