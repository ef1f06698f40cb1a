//! Reads from the text of a crate which of its files uses which, and finds files that use each other in a circle.
//!
//! It knows `use` with braces and `as`, paths through `crate`, `super` and `self`, child modules, and names that a
//! `mod.rs` hands on: those count for the file that defines them. Comments, strings and tests do not count.

use std::collections::{BTreeMap, BTreeSet};

/// How many names may hand on to one another before the search gives up.
const MAX_HANDED_ON: usize = 16;

type Path = Vec<String>;

/// The sources of a crate, with what each file uses.
pub struct Sources {
    files: Vec<File>,
    /// The file of each module, by its path from the root of the crate.
    modules: BTreeMap<Path, usize>,
}

/// What one file says.
#[derive(Default)]
struct File {
    name: String,
    module: Path,
    /// Every `use` and every other path of two or more words, as it is written.
    uses: Vec<Use>,
    /// Names of functions, types, constants, …
    items: BTreeSet<String>,
    /// Whether it only declares modules and hands on names.
    is_door: bool,
}

struct Use {
    /// The module in which it stands.
    within: Path,
    path: Path,
    /// The name under which it is known here; `*` for everything, none if it is not a `use`.
    alias: Option<String>,
    line: usize,
}

impl Sources {
    /// Reads files by their names from `src` on, as `app/mod.rs`.
    pub fn new(files: impl IntoIterator<Item = (String, String)>) -> Self {
        let files: Vec<File> = files.into_iter().map(|(name, text)| read(name, &text)).collect();
        let modules = files.iter().enumerate().map(|(at, file)| (file.module.clone(), at)).collect();
        Self { files, modules }
    }

    /// Every path that a file imports or names, from `crate` on, with its line.
    pub fn imports(&self, name: &str) -> Vec<(usize, String)> {
        let Some(file) = self.files.iter().find(|file| file.name == name) else { return Vec::new() };
        let paths = file.uses.iter().filter_map(|used| {
            let path = self.absolute(file, &used.within, &used.path, 0)?;
            Some((used.line, format!("crate::{}", path.join("::"))))
        });
        paths.collect()
    }

    /// All circles: files each of which leads to every other one. Each is in order, the list too.
    pub fn circles(&self) -> Vec<Vec<String>> {
        let edges: Vec<BTreeSet<usize>> = (0..self.files.len()).map(|at| self.edges(at)).collect();
        let reached: Vec<BTreeSet<usize>> = (0..self.files.len()).map(|at| reach(at, &edges)).collect();
        let circles: BTreeSet<Vec<String>> = (0..self.files.len())
            .filter(|at| reached[*at].contains(at))
            .map(|at| {
                let both = reached[at].iter().filter(|other| reached[**other].contains(&at));
                let mut names: Vec<String> = both.map(|other| self.files[*other].name.clone()).collect();
                names.sort();
                names
            })
            .collect();
        circles.into_iter().collect()
    }

    fn edges(&self, at: usize) -> BTreeSet<usize> {
        let file = &self.files[at];
        if file.is_door {
            return BTreeSet::new();
        }
        file.uses
            .iter()
            .filter_map(|used| self.file_of(&self.absolute(file, &used.within, &used.path, 0)?, 0))
            .filter(|to| *to != at)
            .collect()
    }

    /// A path from the root of the crate on; none if it leads out of the crate.
    fn absolute(&self, file: &File, within: &[String], path: &[String], depth: usize) -> Option<Path> {
        if depth > MAX_HANDED_ON {
            return None;
        }
        let mut base = within.to_vec();
        let mut rest = path;
        match path.first()?.as_str() {
            "crate" => (base, rest) = (Vec::new(), &path[1..]),
            "self" => rest = &path[1..],
            "super" => {
                while rest.first().is_some_and(|word| word == "super") {
                    base.pop()?;
                    rest = &rest[1..];
                }
            }
            first => {
                let mut child = within.to_vec();
                child.push(first.to_owned());
                if !self.modules.contains_key(&child) {
                    // A name that was imported before it is used as the beginning of a path.
                    let is_itself = |used: &Use| used.path.first().is_some_and(|word| word == first);
                    let used = file
                        .uses
                        .iter()
                        .find(|used| used.alias.as_deref() == Some(first) && !is_itself(used))?;
                    base = self.absolute(file, &used.within, &used.path, depth + 1)?;
                    rest = &path[1..];
                }
            }
        }
        base.extend(rest.iter().cloned());
        Some(base)
    }

    /// The file that defines what a path from the root names; none for a door.
    fn file_of(&self, path: &[String], depth: usize) -> Option<usize> {
        if depth > MAX_HANDED_ON {
            return None;
        }
        let known = (0..=path.len()).rev().find(|count| self.modules.contains_key(&path[..*count]))?;
        let at = self.modules[&path[..known]];
        let file = &self.files[at];
        let itself = (!file.is_door).then_some(at);
        let Some(word) = path.get(known) else { return itself };
        if word == "*" || file.items.contains(word) {
            return itself;
        }
        if let Some(used) = file.uses.iter().find(|used| used.alias.as_ref() == Some(word)) {
            let mut target = self.absolute(file, &used.within, &used.path, 0)?;
            target.extend(path[known + 1..].iter().cloned());
            return self.file_of(&target, depth + 1);
        }
        for used in file.uses.iter().filter(|used| used.alias.as_deref() == Some("*")) {
            let Some(mut target) = self.absolute(file, &used.within, &used.path, 0) else { continue };
            target.pop();
            let is_there = self.modules.get(&target).is_some_and(|to| self.files[*to].items.contains(word));
            if is_there {
                return self.modules.get(&target).copied();
            }
        }
        itself
    }
}

/// Everything that is reached from a file in one step or more.
fn reach(from: usize, edges: &[BTreeSet<usize>]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut next: Vec<usize> = edges[from].iter().copied().collect();
    while let Some(at) = next.pop() {
        if found.insert(at) {
            next.extend(&edges[at]);
        }
    }
    found
}

/// The code of a file with comments, what stands in quotation marks, and tests blanked out. Lines stay.
pub fn code_of(text: &str) -> String {
    without_tests(without_words(text))
}

/// Blanks comments and what strings and characters hold.
fn without_words(text: &str) -> Vec<char> {
    let mut all: Vec<char> = text.chars().collect();
    let mut at = 0;
    while at < all.len() {
        let next = |ahead: usize| all.get(at + ahead).copied().unwrap_or('\0');
        let begins_word = at == 0 || !is_word(all[at - 1]);
        let end = match all[at] {
            '/' if next(1) == '/' => find(&all, at, |place| all[place] == '\n'),
            '/' if next(1) == '*' => end_of_comment(&all, at),
            '"' => end_of_string(&all, at),
            'r' if begins_word || (at > 0 && all[at - 1] == 'b') => end_of_raw_string(&all, at),
            '\'' if next(1) == '\\' => find(&all, at + 3, |place| all[place] == '\'') + 1,
            '\'' if next(2) == '\'' => at + 3,
            _ => at,
        };
        let end = end.min(all.len());
        if end > at {
            blank(&mut all[at..end]);
            at = end;
        } else {
            at += 1;
        }
    }
    all
}

fn find(all: &[char], from: usize, is_end: impl Fn(usize) -> bool) -> usize {
    (from..all.len()).find(|place| is_end(*place)).unwrap_or(all.len())
}

fn end_of_comment(all: &[char], from: usize) -> usize {
    let (mut at, mut depth) = (from, 0);
    while at < all.len() {
        match (all[at], all.get(at + 1)) {
            ('/', Some('*')) => (at, depth) = (at + 2, depth + 1),
            ('*', Some('/')) => (at, depth) = (at + 2, depth - 1),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn end_of_string(all: &[char], from: usize) -> usize {
    let mut at = from + 1;
    while at < all.len() && all[at] != '"' {
        at += if all[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// The end of `r#"…"#`; the beginning itself where no such string begins.
fn end_of_raw_string(all: &[char], from: usize) -> usize {
    let hashes = all[from + 1..].iter().take_while(|sign| **sign == '#').count();
    if all.get(from + 1 + hashes) != Some(&'"') {
        return from;
    }
    let is_end = |place: usize| {
        all[place] == '"' && all[place + 1..].iter().take_while(|sign| **sign == '#').count() >= hashes
    };
    find(all, from + 2 + hashes, is_end) + 1 + hashes
}

fn blank(part: &mut [char]) {
    for sign in part.iter_mut().filter(|sign| **sign != '\n') {
        *sign = ' ';
    }
}

/// Blanks every item that is marked with `#[cfg(test)]`, wherever it stands.
fn without_tests(mut all: Vec<char>) -> String {
    const MARK: &str = "#[cfg(test)]";
    let mark: Vec<char> = MARK.chars().collect();
    let mut at = 0;
    while at + mark.len() <= all.len() {
        if all[at..at + mark.len()] == mark {
            let end = end_of_item(&all, at + mark.len());
            blank(&mut all[at..end]);
            at = end;
        } else {
            at += 1;
        }
    }
    all.into_iter().collect()
}

/// The end of an item: a semicolon, or the brace that closes its body.
fn end_of_item(all: &[char], from: usize) -> usize {
    let mut depth = 0_i32;
    let mut is_attribute = false;
    for (at, sign) in all.iter().copied().enumerate().skip(from) {
        match sign {
            '#' if depth == 0 => is_attribute = true,
            '(' | '[' | '{' => depth += 1,
            // The item before it was the last of its surroundings.
            ')' | ']' | '}' if depth == 0 => return at,
            ')' | ']' | '}' => {
                depth -= 1;
                if depth == 0 && sign == '}' && !is_attribute {
                    return at + 1;
                }
                if depth == 0 {
                    is_attribute = false;
                }
            }
            ';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    all.len()
}

fn is_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_'
}

/// Words, `::`, and single signs, with the line of each.
fn tokens(code: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for (line, words) in code.lines().enumerate() {
        let mut rest = words.trim_start();
        while let Some(first) = rest.chars().next() {
            let length = match first {
                _ if rest.starts_with("::") => 2,
                _ if is_word(first) => rest.find(|sign| !is_word(sign)).unwrap_or(rest.len()),
                _ => first.len_utf8(),
            };
            found.push((rest[..length].to_owned(), line + 1));
            rest = rest[length..].trim_start();
        }
    }
    found
}

fn module_of(name: &str) -> Path {
    let stem = name.strip_suffix(".rs").unwrap_or(name);
    let stem = stem.strip_suffix("/mod").unwrap_or(stem);
    if stem == "lib" { Vec::new() } else { stem.split('/').map(str::to_owned).collect() }
}

fn read(name: String, text: &str) -> File {
    let tokens = tokens(&code_of(text));
    let word = |at: usize| tokens.get(at).map_or("", |(word, _)| word.as_str());
    let mut file = File { module: module_of(&name), name, is_door: true, ..File::default() };
    // Modules that are written out in this file, each with the depth of braces in which it stands.
    let mut inline: Vec<(String, usize)> = Vec::new();
    let mut depth = 0;
    let mut at = 0;
    while at < tokens.len() {
        let within: Path = file.module.iter().chain(inline.iter().map(|(name, _)| name)).cloned().collect();
        match word(at) {
            "{" => depth += 1,
            "}" => {
                depth -= 1;
                if inline.last().is_some_and(|(_, outer)| *outer == depth) {
                    inline.pop();
                }
            }
            "mod" if word(at + 2) == "{" => {
                file.items.insert(word(at + 1).to_owned());
                inline.push((word(at + 1).to_owned(), depth));
                file.is_door = false;
                at += 1;
            }
            // `use<'a>` says what a returned type borrows.
            "use" if word(at + 1) != "<" => {
                let line = tokens[at].1;
                let mut found = Vec::new();
                at = read_use(&tokens, at + 1, &[], &mut found);
                file.uses.extend(found.into_iter().map(|(path, alias)| Use {
                    within: within.clone(),
                    path,
                    alias: Some(alias),
                    line,
                }));
                continue;
            }
            "impl" => file.is_door = false,
            "fn" | "struct" | "enum" | "union" | "trait" | "type" | "const" | "static" => {
                file.is_door = false;
                file.items.insert(word(at + 1).to_owned());
            }
            first
                if first.starts_with(is_word)
                    && word(at + 1) == "::"
                    && !(at > 0 && word(at - 1) == "::") =>
            {
                let line = tokens[at].1;
                let mut path = vec![first.to_owned()];
                while word(at + 1) == "::" && word(at + 2).starts_with(is_word) {
                    path.push(word(at + 2).to_owned());
                    at += 2;
                }
                file.uses.push(Use { within, path, alias: None, line });
            }
            _ => {}
        }
        at += 1;
    }
    file
}

/// Reads one branch of a `use`, up to and with its comma, brace or semicolon. Returns where to go on.
fn read_use(
    tokens: &[(String, usize)],
    from: usize,
    before: &[String],
    found: &mut Vec<(Path, String)>,
) -> usize {
    let mut path = before.to_vec();
    let mut alias = None;
    let mut at = from;
    let mut has_branches = false;
    while let Some((word, _)) = tokens.get(at) {
        at += 1;
        match word.as_str() {
            "::" => {}
            "{" => {
                has_branches = true;
                while tokens.get(at).is_some_and(|(word, _)| word != "}") {
                    at = read_use(tokens, at, &path, found);
                }
                at += 1;
            }
            // The caller closes the brace.
            "}" => {
                at -= 1;
                break;
            }
            "," | ";" => break,
            "as" => {
                alias = tokens.get(at).map(|(word, _)| word.clone());
                at += 1;
            }
            // `{self, …}` names what stands before the brace.
            "self" if !path.is_empty() => {}
            word => path.push(word.to_owned()),
        }
    }
    if !has_branches && let Some(last) = path.last().cloned() {
        found.push((path, alias.unwrap_or(last)));
    }
    at
}
