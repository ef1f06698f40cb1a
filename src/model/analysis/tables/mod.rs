//! The tables that statisticians take: what each holds, before it has a format.

mod agreement;
mod all;
mod changes;
mod codebook;
mod coders;
mod codings;
mod decisions;
mod description;
mod documents;
mod evidence;
mod field;
mod figures;
mod paper;
mod promises;
mod table;
mod units;
mod variable;
mod words;

pub use self::table::{Cell, Column, ColumnKind, Table};
pub use agreement::agreement;
pub use all::{all, table};
pub use changes::changes;
pub use codebook::codebook;
pub use codings::{MISSING, codings};
pub use decisions::decisions;
pub use description::description;
pub use documents::documents;
pub use evidence::evidence;
pub use field::Field;
pub use figures::figures;
pub use promises::promises;
pub use units::units;
pub use words::TableWords;
