//! Charts as tables that draw: whoever hears the page gets the same figures as whoever sees it.

use crate::files::export::percent::percent;
use crate::model::Language;
use crate::model::analysis::chart::{Bar, BarChart, BarPart, DayChart, DayRow};
use crate::model::analysis::summary::{PaperStrip, SheetTag};

use super::text::{colour_class, escaped, tagged};

/// Parts narrower than this hold no figure of their own; it stands in the text for the ear only.
const NARROW: f64 = 0.09;

pub(super) fn bars(chart: &BarChart, language: Language) -> String {
    let rows: Vec<String> = chart.bars.iter().map(|bar| self::bar(bar, language)).collect();
    let heading = if chart.interval_heading.is_empty() {
        "<td></td>".to_owned()
    } else {
        format!("<th scope=\"col\">{}</th>", escaped(&chart.interval_heading))
    };
    format!(
        "<figure class=\"chart\">\n{caption}<table class=\"bars\">\n<thead><tr><td></td><th scope=\"col\">{legend}</th>\
         <th scope=\"col\">n</th>{heading}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</figure>\n",
        caption = caption(&chart.title, &[&chart.unit, &chart.order]),
        legend = legend(chart),
        rows = rows.concat(),
    )
}

fn caption(title: &str, about: &[&str]) -> String {
    let about: Vec<&str> = about.iter().copied().filter(|text| !text.is_empty()).collect();
    format!(
        "<figcaption><b>{}</b>\n{}</figcaption>\n",
        escaped(title),
        tagged("span", "about", &about.join(" · "))
    )
}

/// The tags of a chart in the order of its parts, each once.
fn legend(chart: &BarChart) -> String {
    let mut tags: Vec<&SheetTag> = Vec::new();
    for part in chart.bars.iter().flat_map(|bar| &bar.parts) {
        if !tags.contains(&&part.tag) {
            tags.push(&part.tag);
        }
    }
    let shown = tags.iter().map(|tag| {
        format!(
            "<span class=\"key {}\"><b>{}</b> {}</span>",
            colour_class(tag.swatch),
            escaped(&tag.letter),
            escaped(&tag.name)
        )
    });
    shown.collect::<Vec<String>>().join(" ")
}

fn bar(bar: &Bar, language: Language) -> String {
    let parts: Vec<String> = bar.parts.iter().map(|part| self::part(part, language)).collect();
    format!(
        "<tr><th scope=\"row\">{name}</th><td><div class=\"bar{few}\">{parts}</div></td>\
         <td class=\"n\">{n}</td><td class=\"interval\">{interval}</td></tr>\n",
        name = escaped(&bar.name),
        few = if bar.few { " few" } else { "" },
        parts = parts.concat(),
        n = language.number(bar.n),
        interval = escaped(&bar.interval),
    )
}

fn part(part: &BarPart, language: Language) -> String {
    let share = percent(language, part.percent);
    let said = format!("{}: {} ({share}). ", part.tag.name, part.count);
    let seen = if part.share < NARROW { String::new() } else { share };
    format!(
        "<span class=\"part {class}\" style=\"flex-grow:{grow:.4}\"><span class=\"unseen\">{said}</span>\
         <span aria-hidden=\"true\">{seen}</span></span>",
        class = colour_class(part.tag.swatch),
        grow = part.share,
        said = escaped(&said),
    )
}

pub(super) fn days(chart: &DayChart, language: Language) -> String {
    let rows: Vec<String> = chart.rows.iter().map(|row| day_row(chart, row)).collect();
    let deadline = chart.deadline.as_ref().map(|(days, name)| {
        let days = usize::try_from(*days).unwrap_or_default();
        format!("┊ {name}: {}", language.number(days))
    });
    format!(
        "<figure class=\"chart\">\n{caption}<table class=\"bars\">\n<thead><tr><td></td><td><div class=\"axis\">\
         <span>{first}</span><span>{last}</span></div></td><th scope=\"col\">{median}</th></tr></thead>\n<tbody>\n{rows}\
         </tbody>\n</table>\n</figure>\n",
        caption = caption(&chart.title, &[&chart.unit, &deadline.unwrap_or_default()]),
        first = chart.first,
        last = chart.last,
        median = escaped(&chart.median_heading),
        rows = rows.concat(),
    )
}

fn day_row(chart: &DayChart, row: &DayRow) -> String {
    let width = f64::from((chart.last - chart.first).max(1));
    let at = |days: f64| (days - f64::from(chart.first)) / width * 100.0;
    let sign = |class: &str, days: f64| format!("<i class=\"{class}\" style=\"left:{:.2}%\"></i>", at(days));
    let deadline = chart.deadline.as_ref().map(|(days, _)| sign("deadline", f64::from(*days)));
    let dots =
        row.dots.iter().map(|dot| sign(if dot.late { "dot late" } else { "dot" }, f64::from(dot.days)));
    let said: Vec<String> = row.dots.iter().map(|dot| dot.days.to_string()).collect();
    format!(
        "<tr><th scope=\"row\">{name}</th><td><div class=\"days\"><span class=\"unseen\">{said}</span>{deadline}{median}{dots}\
         </div></td><td class=\"n\">{median_words}</td></tr>\n",
        name = escaped(&row.name),
        said = said.join(", "),
        deadline = deadline.unwrap_or_default(),
        median = sign("median", row.median),
        dots = dots.collect::<Vec<String>>().concat(),
        median_words = escaped(&row.median_words),
    )
}

/// The strips of many papers, a line each.
pub(super) fn strips(papers: &[PaperStrip]) -> String {
    let rows = papers.iter().map(|paper| {
        let cells = paper.strip.answers.iter().map(|answer| {
            let cells = answer.cells.iter().map(|cell| match &cell.tag {
                Some(tag) => format!(
                    "<span class=\"mini {}\"><span class=\"unseen\">{} </span>{}</span>",
                    colour_class(tag.swatch),
                    escaped(&cell.label),
                    escaped(&tag.letter)
                ),
                None => format!(
                    "<span class=\"mini open\"><span class=\"unseen\">{} </span>–</span>",
                    escaped(&cell.label)
                ),
            });
            format!("<span class=\"together\">{}</span>", cells.collect::<Vec<String>>().join(" "))
        });
        format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n",
            escaped(&paper.paper),
            cells.collect::<Vec<String>>().join(" ")
        )
    });
    format!(
        "<table class=\"papers\">\n<tbody>\n{}</tbody>\n</table>\n",
        rows.collect::<Vec<String>>().concat()
    )
}
