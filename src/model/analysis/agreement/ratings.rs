//! Who said what: units in rows, coders in columns, categories as numbers.

/// The table that every coefficient is computed from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ratings {
    coders: usize,
    categories: usize,
    /// A row per unit, each with a cell per coder: the number of a category, or none where that coder did not
    /// code the unit.
    rows: Vec<Option<u32>>,
    /// Of each unit the document it belongs to, from 0; units of one document are drawn together.
    documents: Vec<usize>,
}

impl Ratings {
    /// An empty table for so many coders and so many declared categories, used or not.
    #[must_use]
    pub fn new(coders: usize, categories: usize) -> Self {
        Self { coders, categories, rows: Vec::new(), documents: Vec::new() }
    }

    /// Adds a unit of a document. Cells of coders who are not there, and categories that were not declared, are
    /// taken as not coded.
    pub fn push(&mut self, document: usize, cells: impl IntoIterator<Item = Option<usize>>) {
        let known = |cell: Option<usize>| {
            cell.filter(|category| *category < self.categories)
                .and_then(|category| u32::try_from(category).ok())
        };
        let mut row: Vec<Option<u32>> = cells.into_iter().map(known).collect();
        row.resize(self.coders, None);
        self.rows.extend(row);
        self.documents.push(document);
    }

    #[must_use]
    pub fn coders(&self) -> usize {
        self.coders
    }

    #[must_use]
    pub fn categories(&self) -> usize {
        self.categories
    }

    #[must_use]
    pub fn units(&self) -> usize {
        self.documents.len()
    }

    /// One more than the highest document.
    #[must_use]
    pub fn documents(&self) -> usize {
        self.documents.iter().max().map_or(0, |last| last + 1)
    }

    #[must_use]
    pub fn document_of(&self, unit: usize) -> usize {
        self.documents[unit]
    }

    /// What the coders said of a unit, in their order.
    #[must_use]
    pub fn unit(&self, unit: usize) -> &[Option<u32>] {
        &self.rows[unit * self.coders..(unit + 1) * self.coders]
    }
}
