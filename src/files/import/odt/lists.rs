//! The lists that are open while a Writer file is read, and which of them count on from which.

use std::collections::HashMap;

use super::super::counting::Count;
use super::super::xml::Tag;
use super::styles::{Levels, Styles};

#[derive(Debug, Default)]
pub(super) struct Lists {
    counts: Vec<Count>,
    /// The count a list uses, by the id of the list.
    by_id: HashMap<String, usize>,
    /// The count the last list of a style used.
    by_style: HashMap<String, usize>,
    outline: Count,
    open: Vec<List>,
    /// Lists around a note or a box, in which lists begin anew.
    around: Vec<Vec<List>>,
}

#[derive(Debug)]
struct List {
    style: String,
    count: usize,
    item: Item,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Item {
    /// None is open, or its number is given away.
    Nothing,
    /// The first paragraph to come gets the number. An item without paragraphs of its own gets none.
    Waiting { start: Option<u32> },
}

impl Lists {
    pub fn open(&mut self, tag: &Tag) {
        let parent = self.open.last();
        let style = tag.attribute("style-name").or_else(|| parent.map(|list| list.style.clone()));
        let style = style.unwrap_or_default();
        let of_parent = parent.filter(|list| list.style == style).map(|list| list.count);
        let continued = || tag.attribute("continue-list").and_then(|id| self.by_id.get(&id).copied());
        let of_style = || {
            let goes_on = tag.attribute("continue-numbering").as_deref() == Some("true");
            self.by_style.get(&style).copied().filter(|_| goes_on)
        };
        let count = of_parent.or_else(continued).or_else(of_style).unwrap_or_else(|| {
            self.counts.push(Count::default());
            self.counts.len() - 1
        });
        self.by_style.insert(style.clone(), count);
        self.by_id.extend(tag.attribute("id").map(|id| (id, count)));
        self.open.push(List { style, count, item: Item::Nothing });
    }

    pub fn close(&mut self) {
        self.open.pop();
    }

    pub fn open_item(&mut self, tag: &Tag) {
        if let Some(list) = self.open.last_mut() {
            list.item = Item::Waiting { start: tag.number("start-value") };
        }
    }

    pub fn close_item(&mut self) {
        if let Some(list) = self.open.last_mut() {
            list.item = Item::Nothing;
        }
    }

    pub fn leave_alone(&mut self) {
        self.around.push(std::mem::take(&mut self.open));
    }

    pub fn return_to(&mut self) {
        self.open = self.around.pop().unwrap_or_default();
    }

    /// Counts a paragraph. What Writer prints before it, if it is the first one of an item.
    pub fn label(&mut self, styles: &Styles) -> Option<String> {
        let depth = self.open.len().checked_sub(1)?;
        let list = self.open.last_mut()?;
        let Item::Waiting { start } = std::mem::replace(&mut list.item, Item::Nothing) else { return None };
        let levels = styles.lists.get(&list.style)?;
        step(self.counts.get_mut(list.count)?, levels, depth, start)
    }

    /// Counts a heading that is in no list.
    pub fn outline_label(&mut self, styles: &Styles, depth: usize) -> Option<String> {
        if !self.open.is_empty() {
            return None;
        }
        step(&mut self.outline, &styles.outline, depth, None)
    }
}

fn step(count: &mut Count, levels: &Levels, depth: usize, start: Option<u32>) -> Option<String> {
    let level = |at: usize| levels.get(&at);
    if start.is_some() {
        count.restart(depth);
    }
    let first = start.or_else(|| level(depth).map(|level| level.start)).unwrap_or(1);
    count.step(depth, first, level);
    Some(count.label(depth, level)).filter(|label| !label.is_empty())
}
