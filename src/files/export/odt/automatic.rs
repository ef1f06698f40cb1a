//! Styles that a text makes on its way: each combination once, in the order of first use.

use std::collections::BTreeMap;
use std::fmt::Write;

/// What belongs to one family: `P1`, `P2`, … with their XML.
pub(super) struct Automatic {
    prefix: &'static str,
    /// The opening tag without the name: `style:family="text"`.
    family: &'static str,
    names: BTreeMap<String, usize>,
    /// In the order of first use.
    written: String,
}

impl Automatic {
    pub fn new(prefix: &'static str, family: &'static str) -> Self {
        Self { prefix, family, names: BTreeMap::new(), written: String::new() }
    }

    /// The name of the style with these attributes and this inside.
    pub fn name(&mut self, attributes: &str, inside: &str) -> String {
        let next = self.names.len() + 1;
        let number = *self.names.entry(format!("{attributes}>{inside}")).or_insert(next);
        let name = format!("{}{number}", self.prefix);
        if number == next {
            let _ = write!(
                self.written,
                "<style:style style:name=\"{name}\" style:family=\"{}\"{attributes}>{inside}</style:style>",
                self.family
            );
        }
        name
    }

    pub fn written(&self) -> &str {
        &self.written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_is_written_once() {
        let mut styles = Automatic::new("T", "text");
        assert_eq!(styles.name("", "<a/>"), "T1");
        assert_eq!(styles.name("", "<b/>"), "T2");
        assert_eq!(styles.name("", "<a/>"), "T1");
        assert_eq!(styles.written().matches("<style:style").count(), 2);
    }
}
