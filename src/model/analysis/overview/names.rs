//! What bars are called.

use crate::model::parliament;

use super::by::{By, Kind, short_form};
use super::words::OverviewWords;

/// The name of a bar: as printed, short where the short form is printed, too.
pub(super) fn named(by: By, kind: &Kind, words: &OverviewWords) -> String {
    match kind {
        Kind::NotPrinted => words.not_printed.to_owned(),
        Kind::Quarter(year, quarter) => (words.quarter)(*year, *quarter),
        Kind::Printed(printed) if by == By::Parliament => {
            parliament(printed).map_or_else(|| printed.clone(), |house| house.state.to_owned())
        }
        Kind::Printed(printed) if by == By::Ministry => short_form(printed).unwrap_or(printed).to_owned(),
        Kind::Printed(printed) => printed.clone(),
    }
}
