//! What a path is, told by its ending; what is in the file decides when it is read.

use std::path::{Path, PathBuf};

/// What can be given to the window.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileKind {
    Project,
    /// A project of another program (REFI-QDA).
    RefiProject,
    /// A codebook of another program (REFI-QDA).
    RefiCodebook,
    /// A paper, or a folder of papers.
    Paper,
}

impl FileKind {
    #[must_use]
    pub fn of(path: &Path) -> Self {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("ron") => Self::Project,
            Some("qdpx") => Self::RefiProject,
            Some("qdc") => Self::RefiCodebook,
            _ => Self::Paper,
        }
    }
}

/// The path with this ending: added unless the name ends in it. A dot in a name is no ending: `Study 1.2` becomes
/// `Study 1.2.ron`.
#[must_use]
pub fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    let known = |there: &str| {
        there.eq_ignore_ascii_case(ending) || (ending == "html" && there.eq_ignore_ascii_case("htm"))
    };
    if path.extension().and_then(|there| there.to_str()).is_some_and(known) {
        return path;
    }
    let Some(name) = path.file_name() else { return path };
    let mut name = name.to_owned();
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_dot_gets_its_ending() {
        let check = |typed: &str, ending: &str, name: &str| {
            assert_eq!(with_ending(PathBuf::from(typed), ending), PathBuf::from(name), "{typed}");
        };
        check("/a/Study 1.2", "ron", "/a/Study 1.2.ron");
        check("/a/study", "ron", "/a/study.ron");
        check("/a/study.RON", "ron", "/a/study.RON");
        check("/a/study.ron.html", "ron", "/a/study.ron.html.ron");
        check("/a/sheet.htm", "html", "/a/sheet.htm");
        check("/a.b/sheet", "html", "/a.b/sheet.html");
        check("/", "ron", "/");
    }
}
