//! The versions of the codebook, the one in force first: since when, why, how much was rated, what changed.

use egui::Ui;
use jiff::tz::TimeZone;

use super::cases::title;
use super::field::remark;
use crate::model::analysis::{Version, versions};
use crate::ui::Cx;
use crate::ui::theme::{Face, text};
use crate::ui::widgets::{job, say};

pub(super) fn history(ui: &mut Ui, cx: &Cx<'_>) {
    title(ui, cx.words.codebook.versions, cx);
    let versions = versions(cx.project);
    let count = versions.len();
    for (nth, version) in versions.iter().enumerate() {
        ui.add_space(10.0);
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), cx.theme.hairline());
        ui.add_space(8.0);
        one(ui, version, nth == 0, nth + 1 == count, cx);
    }
}

fn one(ui: &mut Ui, version: &Version, in_force: bool, is_first: bool, cx: &Cx<'_>) {
    let words = cx.words.codebook;
    let width = ui.available_width();
    let since = version.since.map(|since| {
        // The day in Greenwich: the same file shows the same day everywhere.
        let date = since.to_zoned(TimeZone::UTC).date();
        (words.since)(&cx.words.language.date(date))
    });
    let facts: Vec<String> = [
        Some(version.name.clone()),
        since,
        in_force.then(|| words.in_force.to_owned()),
        Some((words.codings)(version.codings)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let body = Face::Sans.size(text::BODY);
    let font = Face::SansSemibold.size(text::BODY);
    say(ui, job(facts.join(" · "), font, cx.theme.ink, text::BODY_LINE, width));
    match version.reason.as_str() {
        "" if is_first => remark(ui, words.first_version, cx),
        "" => remark(ui, words.without_reason, cx),
        reason => {
            say(ui, job(reason, body.clone(), cx.theme.ink, text::BODY_LINE, width));
        }
    }
    if is_first {
        return;
    }
    if version.differences.is_empty() {
        remark(ui, words.no_difference, cx);
    }
    for difference in &version.differences {
        let line = format!("–  {}", (words.difference)(difference));
        say(ui, job(line, body.clone(), cx.theme.ink2, text::BODY_LINE, width));
    }
}
