//! What an export is: one file, or several that belong together.

/// The bytes of an export.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Output {
    File(Vec<u8>),
    /// Paths with `/`, relative, in the order of the list: a folder, or an archive of it.
    Folder(Vec<(String, Vec<u8>)>),
}

impl Output {
    #[must_use]
    pub fn text(text: String) -> Self {
        Self::File(text.into_bytes())
    }
}
