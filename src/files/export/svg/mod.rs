//! The overview as a drawing on one page, SVG or PNG.

mod bars;
mod canvas;
mod days;
mod page;
mod png;
mod strips;

pub use page::svg;
pub use png::png;
