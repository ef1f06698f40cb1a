//! Agreement as a paragraph for a paper.

use super::comparison::comparison;
use super::standing::round_for_figures;
use super::words::AgreementWords;
use crate::model::Project;

/// The paragraph about the round that figures come from, or the words why there are none.
#[must_use]
pub fn paragraph(project: &Project, words: &AgreementWords) -> String {
    let compared = comparison(project, round_for_figures(project));
    match compared.figures_with_intervals(project) {
        Some(figures) => {
            let name = |coder: &crate::model::CoderId| {
                project.coder(*coder).map(crate::model::Coder::name_or_number).unwrap_or_default()
            };
            let names: Vec<String> = figures.coders.iter().map(name).collect();
            (words.paragraph)(&figures, &names, project.codebook())
        }
        None => (words.no_figures)(Some(&compared.standing).filter(|standing| !standing.has_figures())),
    }
}
