//! Reading the printed head of a paper: every line plays a part, and what is left is the title.

use super::super::dates::first_date;
use super::super::dialect::Dialect;
use super::super::fences::squashed;
use super::super::lines::Line;
use super::days::read_dates;
use super::numbers::read_numbers;
use super::people::{answerer_in, read_people, signatory};
use super::roles::roles;
use super::title::title;
use crate::model::head::{Head, Kind};
use crate::model::outline::Outline;
use crate::model::print::Print;
use crate::model::text::Body;

/// Reads the head from the lines above the first part, from the signature, and from what stood at the foot
/// of the first page.
pub(in crate::model::segment) fn read(
    body: &Body,
    lines: &[Line<'_>],
    dialect: &Dialect,
    outline: &Outline,
    print: &Print,
) -> Head {
    let parliament = (!dialect.parliament.is_empty()).then(|| dialect.parliament.to_owned());
    let mut head = Head { parliament, ..Head::default() };
    let first_part = outline.head.map_or(0, |span| span.end);
    let top: Vec<&Line<'_>> = lines.iter().filter(|line| line.span.end <= first_part).collect();
    let feet: Vec<&str> = print.notes.iter().map(|note| body.at(note.span)).collect();
    let outs: Vec<&str> = print.left_out.iter().map(|out| out.words.as_str()).collect();

    let roles = roles(&top, dialect);
    read_numbers(&mut head, &top, &outs);
    head.kind = kind(&top);
    read_people(&mut head, &top, &roles);
    head.title = title(&top, &roles);
    read_dates(&mut head, &top, &roles, &feet, lines, dialect);
    if let Some(signature) = outline.signature {
        let signed = body.at(signature);
        if head.answered.is_none() {
            head.answered = signed.lines().next().and_then(first_date);
        }
        head.signatory = signatory(signed);
    }
    if head.answered.is_none() {
        let transmission = outline.transmission.map(|span| body.at(span)).unwrap_or_default();
        let noted = feet.iter().find(|foot| foot.contains("übermittelt"));
        head.answered = noted.and_then(|foot| first_date(foot)).or_else(|| {
            let behind = transmission.find("chreiben vom").map(|at| &transmission[at..]);
            behind.and_then(first_date)
        });
    }
    if head.answerer.is_none() {
        head.answerer = outline.transmission.and_then(|span| answerer_in(&body.line_at(span)));
    }
    if let Some(foot) = feet.iter().find(|foot| foot.contains("übermittelt"))
        && let Some(named) = answerer_in(&foot.split_whitespace().collect::<Vec<_>>().join(" "))
    {
        head.answerer = Some(named);
    }
    head
}

pub(super) fn kind(top: &[&Line<'_>]) -> Option<Kind> {
    top.iter().find_map(|line| {
        let text = squashed(line.text);
        if text.contains("kleineanfrage") || text.contains("kleinenanfrage") {
            Some(Kind::KleineAnfrage)
        } else if text.contains("großeanfrage") || text.contains("großenanfrage") {
            Some(Kind::GrosseAnfrage)
        } else if text.contains("schriftlicheanfrage") || text.contains("schriftlichenanfrage") {
            Some(Kind::SchriftlicheAnfrage)
        } else {
            None
        }
    })
}
