//! Styles of Writer, as far as they number lists or turn pages.

use std::collections::HashMap;

use super::super::counting::{DEPTHS, Level, Numeral};
use super::super::xml::{Piece, Tag, Xml};

/// A style has a parent and that another. Circles end here.
const LONGEST_CHAIN: usize = 32;

/// The levels of a list, by their depth from zero.
pub(super) type Levels = HashMap<usize, Level>;

#[derive(Debug, Default)]
pub(super) struct Styles {
    pub lists: HashMap<String, Levels>,
    /// How headings are numbered outside of lists.
    pub outline: Levels,
    /// By family and name.
    paging: HashMap<(String, String), Paging>,
}

/// Where a paragraph or table wants a new page.
#[derive(Debug, Default)]
struct Paging {
    parent: Option<String>,
    before: Option<bool>,
    after: Option<bool>,
}

/// What is being read.
enum Owner {
    Nothing,
    List(String),
    Outline,
    Style(String, String),
}

impl Styles {
    /// Reads the styles of several files; the later ones count more.
    pub fn read(files: &[&str]) -> Self {
        let mut styles = Self::default();
        for file in files {
            styles.look(file);
        }
        styles
    }

    fn look(&mut self, file: &str) {
        let mut owner = Owner::Nothing;
        let mut xml = Xml::new(file);
        while let Some(piece) = xml.next() {
            let Piece::Open(tag) = piece else { continue };
            match tag.name() {
                "list-style" => {
                    let name = tag.attribute("name").unwrap_or_default();
                    self.lists.insert(name.clone(), Levels::new());
                    owner = Owner::List(name);
                }
                "outline-style" => owner = Owner::Outline,
                "style" => owner = self.style(&tag),
                "list-level-style-number"
                | "list-level-style-bullet"
                | "list-level-style-image"
                | "outline-level-style" => {
                    let levels = match &owner {
                        Owner::List(name) => self.lists.entry(name.clone()).or_default(),
                        _ => &mut self.outline,
                    };
                    add_level(levels, &tag);
                }
                "paragraph-properties" | "table-properties" => {
                    if let Owner::Style(family, name) = &owner {
                        let paging = self.paging.entry((family.clone(), name.clone())).or_default();
                        paging.before = turns(&tag, "break-before").or(paging.before);
                        paging.after = turns(&tag, "break-after");
                    }
                }
                // The text itself.
                "body" | "master-styles" => xml.skip(),
                _ => {}
            }
        }
    }

    fn style(&mut self, tag: &Tag) -> Owner {
        let family = tag.attribute("family").unwrap_or_default();
        let name = tag.attribute("name").unwrap_or_default();
        let paging = Paging {
            parent: tag.attribute("parent-style-name"),
            // Another kind of page begins with a page.
            before: tag.attribute("master-page-name").map(|name| !name.is_empty()),
            after: None,
        };
        self.paging.insert((family.clone(), name.clone()), paging);
        Owner::Style(family, name)
    }

    fn chain(&self, family: &str, name: Option<String>) -> impl Iterator<Item = &Paging> {
        let mut next = name;
        let chain = std::iter::from_fn(move || {
            let paging = self.paging.get(&(family.to_owned(), next.take()?))?;
            next.clone_from(&paging.parent);
            Some(paging)
        });
        chain.take(LONGEST_CHAIN)
    }

    pub fn turns_before(&self, family: &str, style: Option<String>) -> bool {
        self.chain(family, style).find_map(|paging| paging.before).unwrap_or(false)
    }

    pub fn turns_after(&self, family: &str, style: Option<String>) -> bool {
        self.chain(family, style).find_map(|paging| paging.after).unwrap_or(false)
    }
}

fn turns(tag: &Tag, name: &str) -> Option<bool> {
    tag.attribute(name).map(|value| value == "page")
}

fn add_level(levels: &mut Levels, tag: &Tag) {
    let Some(depth) = tag.number("level").and_then(|level: usize| level.checked_sub(1)) else { return };
    if depth >= DEPTHS {
        return;
    }
    let numeral = if matches!(tag.name(), "list-level-style-bullet" | "list-level-style-image") {
        Numeral::Bullet
    } else {
        numeral(tag)
    };
    let start = tag.number("start-value").unwrap_or(1);
    let pattern = if numeral == Numeral::Nothing { String::new() } else { pattern(levels, depth, tag) };
    levels.insert(depth, Level { numeral, pattern, start, ..Level::default() });
}

fn numeral(tag: &Tag) -> Numeral {
    let repeats = tag.attribute("num-letter-sync").as_deref() == Some("true");
    match tag.attribute("num-format").as_deref() {
        None | Some("") => Numeral::Nothing,
        Some("a") if repeats => Numeral::LowerLetters,
        Some("A") if repeats => Numeral::UpperLetters,
        Some("a") => Numeral::LowerLetter,
        Some("A") => Numeral::UpperLetter,
        Some("i") => Numeral::LowerRoman,
        Some("I") => Numeral::UpperRoman,
        Some(_) => Numeral::Decimal,
    }
}

/// What is printed: the numbers of the levels that are shown, between what comes before and after them.
fn pattern(levels: &Levels, depth: usize, tag: &Tag) -> String {
    // Writer since 7.0 says it in one: "Frage %1%:".
    if let Some(format) = tag.attribute("num-list-format") {
        return (1..=DEPTHS)
            .fold(format, |format, level| format.replace(&format!("%{level}%"), &format!("%{level}")));
    }
    let shown = tag.number("display-levels").unwrap_or(1).clamp(1, depth + 1);
    let is_written = |at: &usize| {
        *at == depth
            || levels
                .get(at)
                .is_some_and(|level| !matches!(level.numeral, Numeral::Nothing | Numeral::Bullet))
    };
    let numbers: Vec<String> =
        (depth + 1 - shown..=depth).filter(is_written).map(|at| format!("%{}", at + 1)).collect();
    let before = tag.attribute("num-prefix").unwrap_or_default();
    let after = tag.attribute("num-suffix").unwrap_or_default();
    format!("{before}{}{after}", numbers.join("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(levels: &str, expect: &[&str]) {
        let styles = Styles::read(&[&format!("<s><list-style name='L'>{levels}</list-style></s>")]);
        let found = &styles.lists["L"];
        let patterns: Vec<&str> = (0..found.len()).map(|at| found[&at].pattern.as_str()).collect();
        assert_eq!(patterns, expect);
    }

    #[test]
    fn patterns_of_levels() {
        check(
            "<list-level-style-number level='1' num-format='1' num-prefix='Frage ' num-suffix=':'/>
             <list-level-style-number level='2' num-format='' num-suffix='.'/>
             <list-level-style-number level='3' num-format='a' num-suffix=')' display-levels='3'/>
             <list-level-style-number level='4' num-format='1' num-list-format='%1%-%4%.'/>
             <list-level-style-bullet level='5'/><list-level-style-number level='99'/>",
            &["Frage %1:", "", "%1.%3)", "%1-%4.", "%5"],
        );
    }

    #[test]
    fn pages_turn_by_style_and_its_parents() {
        let styles = Styles::read(&[
            "<s><style family='paragraph' name='A' parent-style-name='B'/>
             <style family='paragraph' name='B' parent-style-name='A'><paragraph-properties break-before='page' break-after='auto'/></style>
             <style family='table' name='A' master-page-name='M'/>
             <style family='paragraph' name='C' parent-style-name='B' master-page-name=''/></s>",
        ]);
        let before = |family, name: &str| styles.turns_before(family, Some(name.to_owned()));
        assert!(before("paragraph", "A") && before("paragraph", "B") && before("table", "A"));
        assert!(!before("paragraph", "C") && !before("text", "A"));
        assert!(!styles.turns_after("paragraph", Some("A".to_owned())));
    }
}
