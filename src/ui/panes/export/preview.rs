//! What an export will look like, made anew only when something about it changed.

use egui::{ScrollArea, Ui};

use super::sample;
use crate::model::analysis::summary::{Block, Publication, Section, publication};
use crate::model::analysis::tables::{self, Table};
use crate::model::edits::Past;
use crate::model::{
    Document, DocumentId, ExportChoice, ExportFamily, ExportFormat, ExportOrder, Language, PageLayout,
    Pseudonyms, Unwatched,
};
use crate::ui::panes::printed;
use crate::ui::theme::{Face, text};
use crate::ui::widgets::{job, say};
use crate::ui::{Cx, ExportScope};

/// So many sections and rows are shown: a preview is a look, not the thing.
const SECTIONS: usize = 4;
const PAPERS: usize = 60;

/// The preview and what it was made for.
#[derive(Default)]
pub(super) struct Preview {
    made_for: Option<(ExportChoice, ExportScope, Option<DocumentId>, u64, Language)>,
    shown: Shown,
}

#[derive(Default)]
enum Shown {
    #[default]
    Nothing,
    Pages(Publication),
    Rows(Table),
}

impl Preview {
    pub fn ui(&mut self, ui: &mut Ui, choice: &ExportChoice, scope: ExportScope, cx: &Cx<'_>) {
        let key = (choice.clone(), scope, cx.position.document, cx.revision, cx.words.language);
        if self.made_for.as_ref() != Some(&key) {
            self.shown = make(choice, scope, cx);
            self.made_for = Some(key);
        }
        let area = ScrollArea::vertical().id_salt("preview").auto_shrink([false, false]);
        area.show(ui, |ui| match &self.shown {
            Shown::Nothing => {
                let words = cx.words.exporting.no_preview;
                let width = ui.available_width();
                ui.add_space(12.0);
                say(ui, job(words, Face::Sans.size(text::BODY), cx.theme.ink3, text::BODY_LINE, width));
            }
            Shown::Pages(publication) => printed::pages(ui, publication, SECTIONS),
            Shown::Rows(table) => sample::rows(ui, table, cx),
        });
    }
}

fn make(choice: &ExportChoice, scope: ExportScope, cx: &Cx<'_>) -> Shown {
    let documents: Vec<&Document> = match scope {
        ExportScope::ThisDocument => cx.document().into_iter().collect(),
        ExportScope::Project => cx.project.documents().map(|document| &**document).collect(),
    };
    let order = ExportOrder {
        project: cx.project,
        documents: &documents,
        past: &Past::default(),
        choice,
        title: cx.project.name(),
        words: cx.words.exports,
        day: cx.today,
    };
    Pseudonyms::in_order(&order, shown)
}

fn shown(order: &ExportOrder<'_>) -> Shown {
    match order.choice.format.family() {
        ExportFamily::Page => pages_of(order).map_or(Shown::Nothing, Shown::Pages),
        // A drawing shows what the overview in a report shows.
        ExportFamily::Chart => {
            let choice = ExportChoice { layout: PageLayout::Report, ..order.choice.clone() };
            let report = pages_of(&ExportOrder { choice: &choice, ..*order });
            report.map_or(Shown::Nothing, |mut report| {
                let is_overview = |section: &Section| {
                    section.blocks.iter().filter(|block| matches!(block, Block::Bars(_))).count() > 1
                };
                report.sections.retain(is_overview);
                if report.sections.is_empty() { Shown::Nothing } else { Shown::Pages(report) }
            })
        }
        ExportFamily::Table => table_of(order).map_or(Shown::Nothing, Shown::Rows),
        _ => Shown::Nothing,
    }
}

/// The rows of the first papers. A workbook is shown by its first sheet.
fn table_of(order: &ExportOrder<'_>) -> Option<Table> {
    let shown = order.documents.len().min(PAPERS);
    let order = &ExportOrder { documents: &order.documents[..shown], ..*order };
    match order.choice.format {
        // The steps are in the window's hands only while it writes.
        ExportFormat::Changes | ExportFormat::AgreementText => None,
        ExportFormat::CsvGerman | ExportFormat::Xlsx | ExportFormat::Spss => {
            tables::codings(order, &Unwatched).ok()
        }
        _ => tables::table(order, &Unwatched).ok(),
    }
}

/// Whole texts are long: of those only as many are made as are shown.
fn pages_of(order: &ExportOrder<'_>) -> Option<Publication> {
    let shown = match order.choice.layout {
        PageLayout::Reading => order.documents.len().min(SECTIONS),
        _ => order.documents.len(),
    };
    publication(&ExportOrder { documents: &order.documents[..shown], ..*order }, &Unwatched).ok()
}
