//! Agreement as a table: a row for each coefficient, with everything that is needed to compute it again.

use super::coders::coder_names;
use super::field::{Field, columns};
use super::table::{Cell, Table};
use crate::model::analysis::agreement::{DRAWS, Interval, Resampling, Undefined, Value};
use crate::model::analysis::disagreement::{Figures, SEED, comparable_rounds, comparison};
use crate::model::{ExportOrder, TagId};

const FIELDS: [Field; 16] = [
    Field::Pass,
    Field::PassName,
    Field::Blind,
    Field::Coefficient,
    Field::Tag,
    Field::CoderOne,
    Field::CoderOther,
    Field::Value,
    Field::Undefined,
    Field::UnitsCompared,
    Field::DocumentsCompared,
    Field::Low,
    Field::High,
    Field::Draws,
    Field::Seed,
    Field::Drawn,
];

/// Every round whose figures may be told, whatever papers were chosen: agreement is that of the round.
#[must_use]
pub fn agreement(order: &ExportOrder<'_>) -> Table {
    let project = order.project;
    let rounds = comparable_rounds(project);
    let figures =
        rounds.iter().filter_map(|round| comparison(project, *round).figures_with_intervals(project));
    let rows = figures.flat_map(|figures| rows(order, &figures)).collect();
    Table { name: "agreement", columns: columns(&FIELDS, order.words.tables), rows }
}

/// What a row is about, beside the round.
struct Row<'a> {
    coefficient: &'static str,
    tag: Option<&'a TagId>,
    coders: [&'a str; 2],
    value: Value,
    units: usize,
    interval: Option<Interval>,
    /// Whether intervals of it are drawn at all.
    is_drawn: bool,
}

fn rows(order: &ExportOrder<'_>, figures: &Figures) -> Vec<Vec<Cell>> {
    let found = &figures.agreement;
    let drawn = figures.resampled.as_ref();
    let units = found.pairable;
    let whole = |coefficient, value, interval| Row {
        coefficient,
        tag: None,
        coders: ["", ""],
        value,
        units,
        interval,
        is_drawn: true,
    };
    let mut all = vec![whole("krippendorff_alpha", found.alpha, drawn.and_then(|drawn| drawn.alpha))];
    for (nth, tag) in figures.tags.iter().enumerate() {
        let interval = drawn.and_then(|drawn| drawn.alpha_of.get(nth).copied().flatten());
        let row = whole("krippendorff_alpha_of_tag", found.alpha_of[nth], interval);
        all.push(Row { tag: Some(tag), ..row });
    }
    all.push(whole("percent_agreement", found.percent, drawn.and_then(|drawn| drawn.percent)));
    all.push(whole("gwet_ac1", found.ac1, drawn.and_then(|drawn| drawn.ac1)));
    let fleiss = whole("fleiss_kappa", found.fleiss, None);
    all.push(Row { is_drawn: false, ..fleiss });
    let missing = drawn.and_then(|drawn| drawn.fleiss_missing);
    all.push(whole("fleiss_kappa_missing", found.fleiss_missing, missing));
    let names = coder_names(order.project);
    let name = |place: usize| {
        figures.coders.get(place).and_then(|coder| names.get(coder)).map_or("", String::as_str)
    };
    for pair in &figures.pairs {
        let coders = pair.coders.map(name);
        for (coefficient, value) in [("cohen_kappa", pair.kappa), ("percent_agreement", pair.percent)] {
            let row = whole(coefficient, value, None);
            all.push(Row { coders, units: pair.common, is_drawn: false, ..row });
        }
    }
    all.iter().map(|row| cells(figures, row)).collect()
}

fn cells(figures: &Figures, row: &Row<'_>) -> Vec<Cell> {
    let drawn = figures.resampled.as_ref().filter(|_| row.is_drawn).map(|drawn| drawn.drawn);
    let decimal = |value: Option<f64>| value.map_or(Cell::Empty, Cell::Decimal);
    // In the order of FIELDS.
    let cells: [Cell; FIELDS.len()] = [
        Cell::Number(figures.round.0.into()),
        Cell::text(&figures.name),
        Cell::Flag(figures.is_blind),
        Cell::text(row.coefficient),
        Cell::text(row.tag.map_or("", |tag| &tag.0)),
        Cell::text(row.coders[0]),
        Cell::text(row.coders[1]),
        decimal(row.value.ok()),
        Cell::text(row.value.err().map_or("", code)),
        count(row.units),
        count(figures.documents),
        decimal(row.interval.map(|interval| interval.low)),
        decimal(row.interval.map(|interval| interval.high)),
        drawn.map_or(Cell::Empty, |_| count(row.interval.map_or(0, |interval| DRAWS - interval.undefined))),
        drawn.map_or(Cell::Empty, |_| Cell::Number(SEED.into())),
        Cell::text(match drawn {
            Some(Resampling::Documents) => "documents",
            Some(Resampling::Units) => "units",
            None => "",
        }),
    ];
    cells.into()
}

fn count(count: usize) -> Cell {
    Cell::number(i64::try_from(count).ok())
}

/// Why there is no value, in every language alike.
fn code(why: Undefined) -> &'static str {
    match why {
        Undefined::NoPairableUnit => "no_pairable_unit",
        Undefined::NoVariation => "no_variation",
        Undefined::NoCommonUnit => "no_common_unit",
        Undefined::NoCompleteUnit => "no_complete_unit",
        Undefined::OneCoder => "one_coder",
    }
}
