//! When it was asked, answered and issued.

use super::super::dates::{all_dates, first_date};
use super::super::dialect::Dialect;
use super::super::fences;
use super::super::lines::Line;
use super::roles::Role;
use crate::model::head::Head;

pub(super) fn read_dates(
    head: &mut Head,
    top: &[&Line<'_>],
    roles: &[Role],
    feet: &[&str],
    lines: &[Line<'_>],
    dialect: &Dialect,
) {
    let in_top = |words: &[&str]| {
        top.iter().find_map(|line| {
            let at = words.iter().find_map(|word| line.text.find(word).map(|at| at + word.len()))?;
            first_date(&line.text[at..])
        })
    };
    // Asked: with the asker, or the day on which it came in.
    let asker_lines =
        || top.iter().zip(roles).filter(|(_, role)| **role == Role::Asker).map(|(line, _)| *line);
    head.asked = asker_lines()
        .find_map(|line| line.text.find(" vom ").and_then(|at| first_date(&line.text[at..])))
        .or_else(|| in_top(&["eingegangen am"]))
        .or_else(|| {
            let after = roles.iter().position(|role| *role == Role::Asker)?;
            let line = top.get(after + 1..)?.iter().take(3).find(|line| line.text.starts_with("vom "))?;
            first_date(line.text)
        })
        .or_else(|| {
            let kind =
                top.iter().find(|line| line.text.contains("Anfrage") && line.text.contains(" vom "))?;
            first_date(&kind.text[kind.text.find(" vom ")?..])
        });
    head.answered = in_top(&["und Antwort vom", "Landesregierung vom", "Antwort des Senats vom"]);

    // Issued: where it is printed as such, or at the top.
    let everywhere = || feet.iter().copied().chain(lines.iter().map(|line| line.text));
    // Where papers were bound together the last one counts.
    let mut printed = everywhere().filter_map(|text| {
        for word in
            ["Ausgegeben:", "Ausgegeben am", "ausgegeben am", "verteilt am", "Druck: ", "Drucksache vom"]
        {
            let Some(found) = text.find(word).and_then(|at| first_date(&text[at..])) else { continue };
            return Some(found);
        }
        None
    });
    let printed = printed.next_back();
    let came_in = in_top(&["und Antwort vom"]).and_then(|_| {
        let line = top.iter().find(|line| line.text.contains("und Antwort vom"))?;
        all_dates(line.text).last().copied()
    });
    let above = top.iter().zip(roles).take(10).find_map(|(line, role)| {
        let plain = matches!(role, Role::House | Role::Noise)
            && !line.text.contains("vom ")
            && !line.text.contains("eingegangen")
            && !line.text.contains(" den ");
        plain.then(|| first_date(line.text)).flatten()
    });
    let letter =
        top.iter().find(|line| fences::is_place_and_date(line.text)).and_then(|line| first_date(line.text));
    head.issued =
        if dialect.issued_at_top { above.or(printed) } else { printed.or(came_in).or(letter).or(above) };
}
