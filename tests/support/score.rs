//! How well papers are cut: the same comparison as the corpus's own scorer makes.

use landtag_annotator::model::{Document, PARLIAMENTS};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

/// Right, found and wanted of one kind of thing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    pub right: usize,
    pub found: usize,
    pub wanted: usize,
}

impl Count {
    pub fn f1(self) -> f64 {
        let share = |of: usize| if of == 0 { 1.0 } else { self.right as f64 / of as f64 };
        let (precision, recall) = (share(self.found), share(self.wanted));
        if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
    }
}

#[derive(Clone, Debug, Default)]
pub struct Score {
    pub questions: Count,
    pub answers: Count,
    pub ends: Count,
    pub fields: Count,
    /// What is wrong, paper by paper; and papers with an error that carry no warning.
    pub errors: Vec<String>,
    pub unwarned: Vec<String>,
}

/// Blanks, hyphens, quotation marks and capitals do not count.
pub fn squash(text: &str) -> String {
    let dropped = |c: &char| {
        !(c.is_whitespace() || "-\u{2010}\u{2011}\u{2012}\u{2013}\u{ad}\"'„“”‚‘’»«*#_|".contains(*c))
    };
    text.nfkc().filter(dropped).flat_map(char::to_lowercase).collect()
}

fn label(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !".()".contains(*c)).flat_map(char::to_lowercase).collect()
}

fn words(value: &Value) -> String {
    value.as_str().map(str::to_owned).unwrap_or_default()
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

fn trimmed(text: &str) -> &str {
    text.trim_end_matches(['.', ':'])
}

impl Score {
    /// Compares one paper with its labels.
    pub fn add(&mut self, document: &Document, gold: &Value) {
        let mut wrong: Vec<String> = Vec::new();
        let optional: Vec<String> = list(&gold["questions"])
            .iter()
            .flat_map(|question| {
                let whole = label(&words(&question["label"]));
                list(&question["subs"]).into_iter().map(move |sub| whole.clone() + &label(&words(&sub)))
            })
            .collect();
        let wanted: Vec<(String, String)> = list(&gold["questions"])
            .iter()
            .map(|question| (label(&words(&question["label"])), squash(&words(&question["first_words"]))))
            .collect();
        let mut seen: Vec<String> = Vec::new();
        for question in document.outline.questions() {
            let key = label(&question.label);
            if optional.contains(&key) {
                continue;
            }
            self.questions.found += 1;
            let text = squash(&document.reading(question.text));
            let right = wanted.iter().any(|(label, begin)| *label == key && text.starts_with(begin.as_str()));
            if right && !seen.contains(&key) {
                self.questions.right += 1;
                seen.push(key);
            } else {
                wrong.push(format!("question {key}: {}", text.chars().take(50).collect::<String>()));
            }
        }
        self.questions.wanted += wanted.len();
        wrong.extend(
            wanted
                .iter()
                .filter(|(label, _)| !seen.contains(label))
                .map(|(label, _)| format!("question {label} missed")),
        );

        let mut left = list(&gold["answers"]);
        self.answers.wanted += left.len();
        self.ends.wanted += left.len();
        for group in document.outline.groups.iter().filter(|group| !group.answers.is_empty()) {
            self.answers.found += 1;
            self.ends.found += 1;
            let mut covers: Vec<String> =
                group.questions.iter().map(|question| label(&question.label)).collect();
            covers.sort();
            let text: String = group.answers.iter().map(|span| document.reading(*span) + "\n").collect();
            let text = squash(&text);
            let hit = left.iter().position(|answer| {
                let mut wanted: Vec<String> =
                    list(&answer["covers"]).iter().map(|c| label(&words(c))).collect();
                wanted.sort();
                wanted == covers && text.starts_with(&squash(&words(&answer["first_words"])))
            });
            let Some(hit) = hit else {
                wrong.push(format!("answer {covers:?}: {}", text.chars().take(50).collect::<String>()));
                continue;
            };
            let answer = left.remove(hit);
            self.answers.right += 1;
            let end = squash(&words(&answer["last_words"]));
            if end.is_empty() || trimmed(&text).ends_with(trimmed(&end)) {
                self.ends.right += 1;
            } else {
                wrong.push(format!("answer {covers:?} ends otherwise"));
            }
        }
        wrong.extend(left.iter().map(|answer| format!("answer {} missed", answer["covers"])));
        self.add_fields(document, gold);
        let file = words(&gold["file"]);
        if !wrong.is_empty() && document.outline.doubts.is_empty() {
            self.unwarned.push(file.clone());
        }
        self.errors.extend(wrong.into_iter().map(|error| format!("{file}: {error}")));
    }

    fn add_fields(&mut self, document: &Document, gold: &Value) {
        let head = &document.head;
        let state = PARLIAMENTS
            .iter()
            .find(|p| Some(p.code) == head.parliament.as_deref())
            .map(|p| p.state.to_owned());
        let date = head.issued.map(|date| date.to_string());
        let fields = [
            (state, &gold["parliament"]),
            (head.number.clone(), &gold["drucksache"]),
            (head.title.clone(), &gold["title"]),
            (date, &gold["date"]),
        ];
        for (got, want) in fields {
            let want = squash(&words(want));
            if want.is_empty() {
                continue;
            }
            self.fields.wanted += 1;
            let got = squash(&got.unwrap_or_default());
            self.fields.right += usize::from(!got.is_empty() && (want.contains(&got) || got.contains(&want)));
        }
    }
}
