//! Pages as word processors know them: paragraphs and tables with styles, the same for DOCX and ODT.

mod charts;
mod findings;
mod looks;
mod page;
mod parts;
mod reading;
mod strip;
mod table;

pub(super) use looks::{Align, Look, SANS, SERIF, Tab};
pub(super) use page::flow;
pub(super) use parts::{
    Flow, Item, MARGIN_X, MARGIN_Y, PAGE_HEIGHT, PAGE_WIDTH, Paragraph, Run, Style, Voice, WIDTH,
};
pub(super) use table::{Border, Cell, Height, Row, Side, Table};
