//! Printed pages in the window: the blocks of a publication on white paper, by day and by night.

mod charts;
mod findings;
mod page;
mod quotations;
mod reading;
mod signs;
mod strip;

pub use page::pages;
