//! The overview: what the papers say together, as charts with the questions behind them.

mod bars;
mod days;
mod fields;
mod head;
mod pane;
mod strips;
mod total;

pub use pane::OverviewPane;
