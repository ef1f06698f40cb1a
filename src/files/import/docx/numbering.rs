//! Automatic list numbers of Word (`numbering.xml`): which list a paragraph is in, and its number there.

use std::collections::{HashMap, HashSet};

use super::super::counting::{Count, DEPTHS, Level, Numeral};
use super::super::xml::{Piece, Tag, Xml};
use super::properties::Properties;
use super::styles::Styles;

#[derive(Clone, Debug, Default)]
pub(super) struct Numbering {
    known: Known,
    /// By plan: lists of one plan count on from each other.
    counts: HashMap<String, Count>,
    /// Lists and levels that have begun with a number of their own.
    begun: HashSet<(String, usize)>,
}

#[derive(Clone, Debug, Default)]
struct Known {
    lists: HashMap<String, List>,
    plans: HashMap<String, Plan>,
}

/// A list (`w:num`): a plan, and what is different from it.
#[derive(Clone, Debug, Default)]
struct List {
    plan: String,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
}

/// How lists are numbered (`w:abstractNum`).
#[derive(Clone, Debug, Default)]
struct Plan {
    levels: HashMap<usize, Level>,
    /// The levels that belong to a style of paragraphs.
    styles: HashMap<String, usize>,
    /// The style whose list this plan stands for.
    stands_for: Option<String>,
}

/// What is being read.
enum Owner {
    Plan(String),
    List(String),
}

impl Numbering {
    pub fn read(text: &str) -> Self {
        let mut known = Known::default();
        let mut owner = None;
        let mut depth = 0;
        let mut xml = Xml::new(text);
        while let Some(piece) = xml.next() {
            let Piece::Open(tag) = piece else { continue };
            match tag.name() {
                "abstractNum" => {
                    depth = 0;
                    owner = tag.attribute("abstractNumId").map(Owner::Plan);
                }
                "num" => {
                    depth = 0;
                    owner = tag.attribute("numId").map(Owner::List);
                }
                "lvl" | "lvlOverride" => depth = tag.number("ilvl").unwrap_or(DEPTHS),
                "rPr" | "pPr" => xml.skip(),
                _ if depth >= DEPTHS => {}
                _ => match &owner {
                    Some(Owner::Plan(id)) => {
                        let plan = known.plans.entry(id.clone()).or_default();
                        plan.take(&tag, depth);
                    }
                    Some(Owner::List(id)) => {
                        let list = known.lists.entry(id.clone()).or_default();
                        list.take(&tag, depth);
                    }
                    None => {}
                },
            }
        }
        Self { known, ..Self::default() }
    }

    /// Counts a paragraph. What Word prints before it, if it is in a list.
    pub fn label(&mut self, styles: &Styles, properties: &Properties) -> Option<String> {
        let style = properties.style.as_deref();
        let id = properties.list.as_deref().or_else(|| styles.list(style))?;
        let list = self.known.lists.get(id)?;
        let (plan_id, plan) = self.known.plan(styles, &list.plan)?;
        let of_style = || styles.names(style).find_map(|name| plan.styles.get(name).copied());
        let is_direct = properties.list.is_some();
        let depth = properties
            .depth
            .or_else(|| if is_direct { None } else { of_style() })
            .or_else(|| styles.depth(style))
            .unwrap_or(0);

        let level = |at: usize| list.levels.get(&at).or_else(|| plan.levels.get(&at));
        let first = list.starts.get(&depth).copied().or_else(|| level(depth).map(|level| level.start));
        let count = self.counts.entry(plan_id.to_owned()).or_default();
        if list.starts.contains_key(&depth) && self.begun.insert((id.to_owned(), depth)) {
            count.restart(depth);
        }
        count.step(depth, first.unwrap_or(1), level);
        let label = count.label(depth, level);
        (!label.is_empty()).then_some(label)
    }
}

impl Known {
    /// The plan of this name, or that of the list it stands for.
    fn plan<'n>(&'n self, styles: &Styles, id: &'n str) -> Option<(&'n str, &'n Plan)> {
        let plan = self.plans.get(id)?;
        let meant = || {
            let list = self.lists.get(styles.list(Some(plan.stands_for.as_deref()?))?)?;
            Some((list.plan.as_str(), self.plans.get(&list.plan)?))
        };
        meant().or(Some((id, plan)))
    }
}

impl Plan {
    fn take(&mut self, tag: &Tag, depth: usize) {
        match tag.name() {
            "pStyle" => self.styles.extend(tag.attribute("val").map(|style| (style, depth))),
            "numStyleLink" => self.stands_for = tag.attribute("val"),
            name if LEVEL_PARTS.contains(&name) => take(self.levels.entry(depth).or_default(), tag),
            _ => {}
        }
    }
}

impl List {
    fn take(&mut self, tag: &Tag, depth: usize) {
        match tag.name() {
            "abstractNumId" => self.plan = tag.attribute("val").unwrap_or_default(),
            "startOverride" => self.starts.extend(tag.number("val").map(|start| (depth, start))),
            name if LEVEL_PARTS.contains(&name) => take(self.levels.entry(depth).or_default(), tag),
            _ => {}
        }
    }
}

/// What is said about a level.
const LEVEL_PARTS: [&str; 5] = ["start", "numFmt", "lvlText", "lvlRestart", "isLgl"];

fn take(level: &mut Level, tag: &Tag) {
    match tag.name() {
        "start" => level.start = tag.number("val").unwrap_or(1),
        "numFmt" => level.numeral = numeral(&tag.attribute("val").unwrap_or_default()),
        "lvlText" => level.pattern = tag.attribute("val").unwrap_or_default(),
        "lvlRestart" => level.restarts_below = tag.number("val").unwrap_or(DEPTHS),
        "isLgl" => level.in_digits = super::properties::is_on(tag),
        _ => {}
    }
}

/// How Word calls the ways to write a number. Those we do not know are written in digits.
pub(super) fn numeral(name: &str) -> Numeral {
    match name {
        "decimalZero" => Numeral::DecimalZero,
        "lowerLetter" => Numeral::LowerLetters,
        "upperLetter" => Numeral::UpperLetters,
        "lowerRoman" => Numeral::LowerRoman,
        "upperRoman" => Numeral::UpperRoman,
        "bullet" => Numeral::Bullet,
        "none" => Numeral::Nothing,
        _ => Numeral::Decimal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paragraphs are written `style/list/level`, each part may be missing.
    fn check(numbering: &str, styles: &str, paragraphs: &str, expect: &str) {
        let mut numbering = Numbering::read(&format!("<numbering>{numbering}</numbering>"));
        let styles = Styles::read(&format!("<styles>{styles}</styles>"));
        let labels: Vec<String> = paragraphs
            .split(' ')
            .map(|paragraph| {
                let mut parts = paragraph.split('/').map(|part| (!part.is_empty()).then(|| part.to_owned()));
                let mut part = || parts.next().flatten();
                let (style, list, depth) = (part(), part(), part());
                let depth = depth.map(|depth| depth.parse().expect("a number"));
                let properties = Properties { style, list, depth, ..Properties::default() };
                numbering.label(&styles, &properties).unwrap_or_else(|| "-".to_owned())
            })
            .collect();
        assert_eq!(labels.join(" "), expect);
    }

    const TWO_LEVELS: &str = "<abstractNum abstractNumId='5'>
        <lvl ilvl='0'><start val='1'/><numFmt val='decimal'/><pStyle val='Frage'/><lvlText val='%1.'/></lvl>
        <lvl ilvl='1'><numFmt val='lowerLetter'/><pStyle val='Teil'/><lvlText val='%1%2)'/></lvl></abstractNum>
        <num numId='1'><abstractNumId val='5'/></num><num numId='2'><abstractNumId val='5'/></num>
        <num numId='3'><abstractNumId val='5'/><lvlOverride ilvl='0'><startOverride val='7'/></lvlOverride></num>
        <num numId='4'><abstractNumId val='5'/><lvlOverride ilvl='0'><lvl ilvl='0'><numFmt val='upperRoman'/>
        <lvlText val='%1:'/></lvl></lvlOverride></num>";

    #[test]
    fn lists_of_one_plan_count_on_unless_they_begin_anew() {
        check(TWO_LEVELS, "", "/1/0 /1/1 /1/1 /1/0 /1/1", "1. 1a) 1b) 2. 2a)");
        check(TWO_LEVELS, "", "/1/0 /2/0 /3/0 /3/0 /1/0", "1. 2. 7. 8. 9.");
        check(TWO_LEVELS, "", "/4/0 /4/1 /4/0", "I: Ia) II:");
        check(TWO_LEVELS, "", "/1 /0/0 /99/0 /1/40 // /1/2", "1. - - - - -");
    }

    #[test]
    fn styles_number_their_paragraphs() {
        let styles = "<style styleId='Frage'><pPr><numPr><numId val='1'/></numPr></pPr></style>
            <style styleId='Teil'><basedOn val='Frage'/></style><style styleId='Kind'><basedOn val='Teil'/></style>
            <style styleId='Ohne'><basedOn val='Frage'/><pPr><numPr><numId val='0'/></numPr></pPr></style>";
        check(TWO_LEVELS, styles, "Frage// Teil// Kind// Ohne// Frage// Frage/0/", "1. 1a) 1b) - 2. -");
    }

    #[test]
    fn a_plan_may_stand_for_the_list_of_a_style() {
        let numbering = format!(
            "{TWO_LEVELS}<abstractNum abstractNumId='6'><numStyleLink val='L'/></abstractNum>
            <num numId='9'><abstractNumId val='6'/></num>"
        );
        let styles = "<style styleId='L'><pPr><numPr><numId val='1'/></numPr></pPr></style>";
        check(&numbering, styles, "/9/0 /1/0", "1. 2.");
    }
}
