//! A codebook from a file: RON, or Markdown as the program writes it and as people change it by hand.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::codebook_parts::{Half, Joined, join};
use super::codebook_text::{block, id, inline};
use crate::model::{
    Codebook, CodebookFault, CodebookLabels, FacetId, LineStyle, Meaning, Problem, Swatch, TagPart,
};

/// Reads a codebook. `labels` are those of both languages; a file may use either.
///
/// # Errors
/// At which line of the file what is wrong.
pub fn codebook(file: &str, bytes: &[u8], labels: [&CodebookLabels; 2]) -> Result<Codebook, Problem> {
    let broken = |line, fault| Problem::CodebookBroken { file: file.to_owned(), line, fault };
    let text = std::str::from_utf8(bytes).map_err(|_| Problem::FileIsNoText { file: file.to_owned() })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let is_markdown = text.trim_start().starts_with('#') && !text.trim_start().starts_with("#!");
    let codebook = if is_markdown {
        markdown(&text, labels).map_err(|(line, fault)| broken(line, fault))?
    } else {
        ron::from_str(&text)
            .map_err(|error| broken(error.span.start.line, CodebookFault::Ron(error.code.to_string())))?
    };
    match codebook.fault() {
        Some(fault) => Err(broken(1, fault)),
        None => Ok(codebook),
    }
}

/// What is wrong, and at which line from 1.
pub(super) type Fault = (usize, CodebookFault);

/// Where in the file we are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    Head,
    /// In a language, before its first heading.
    Language,
    Decision,
    Tags,
    Facets,
    Cases,
    /// Earlier versions: named for people.
    Past,
}

struct Reader<'a> {
    labels: [&'a CodebookLabels; 2],
    room: Room,
    head: Head,
    halves: Vec<Half>,
    /// The lines of the text that is being read.
    lines: Vec<&'a str>,
    part: Option<TagPart>,
}

#[derive(Default)]
struct Head {
    version: Option<String>,
    since: Option<Timestamp>,
    reason: String,
}

fn markdown(text: &str, labels: [&CodebookLabels; 2]) -> Result<Codebook, Fault> {
    let mut reader = Reader {
        labels,
        room: Room::Head,
        head: Head::default(),
        halves: Vec::new(),
        lines: Vec::new(),
        part: None,
    };
    for (nth, line) in text.lines().enumerate() {
        reader.line(line, nth + 1)?;
    }
    reader.settle();
    let end = text.lines().count().max(1);
    if reader.halves.is_empty() {
        return Err((end, CodebookFault::NoLanguage));
    }
    let Joined { tags, facets, decision, boundary_cases } = join(reader.halves, labels[0])?;
    Ok(Codebook {
        version: reader.head.version.filter(|version| !version.is_empty()).unwrap_or("1.0".to_owned()),
        since: reader.head.since,
        reason: reader.head.reason,
        tags,
        facets,
        decision,
        boundary_cases,
        past: Vec::new(),
    })
}

impl<'a> Reader<'a> {
    fn line(&mut self, line: &'a str, number: usize) -> Result<(), Fault> {
        let trimmed = line.trim();
        let marks = trimmed.bytes().take_while(|byte| *byte == b'#').count();
        if (1..=6).contains(&marks) && matches!(trimmed.as_bytes().get(marks), None | Some(b' ')) {
            self.settle();
            return self.heading(marks, inline(&trimmed[marks..]), number);
        }
        if self.room == Room::Past {
            return Ok(());
        }
        if self.lines.iter().all(|line| line.trim().is_empty())
            && self.part.is_none()
            && matches!(self.room, Room::Head | Room::Tags | Room::Facets)
            && let Some((name, value)) = fact(trimmed)
        {
            return self.fact(name, value, number);
        }
        let bold = trimmed.strip_prefix("**").and_then(|rest| rest.trim_end_matches(':').strip_suffix("**"));
        if self.room == Room::Tags
            && let Some(name) = bold.filter(|name| !name.contains("**"))
        {
            self.settle();
            let name = name.trim_end_matches(':');
            let part = TagPart::DEFINITION.into_iter().find(|part| self.is(name, |l| (l.part)(*part)));
            self.part = Some(part.ok_or_else(|| unknown(number, name))?);
            return Ok(());
        }
        if self.room == Room::Cases
            && let Some(item) = item(line)
        {
            self.settle();
            self.lines.push(item);
            return Ok(());
        }
        if self.room == Room::Tags && self.part.is_none() && !trimmed.is_empty() {
            return Err(unknown(number, trimmed));
        }
        let line = line.trim_start_matches(' ');
        self.lines.push(line.strip_prefix('>').unwrap_or(line));
        Ok(())
    }

    fn heading(&mut self, level: usize, name: String, number: usize) -> Result<(), Fault> {
        let in_language = !matches!(self.room, Room::Head | Room::Past);
        match level {
            1 => Ok(()),
            2 => {
                let language = self.labels.iter().find(|labels| same(labels.language_name, &name));
                if let Some(labels) = language {
                    self.room = Room::Language;
                    self.halves.push(Half::new(labels.language));
                } else if self.is(&name, |labels| labels.past) {
                    self.room = Room::Past;
                } else {
                    return Err((number, CodebookFault::UnknownHeading(name)));
                }
                Ok(())
            }
            3 if in_language => {
                let rooms = [
                    (Room::Decision, [self.labels[0].decision, self.labels[1].decision]),
                    (Room::Tags, [self.labels[0].tags, self.labels[1].tags]),
                    (Room::Facets, [self.labels[0].facets, self.labels[1].facets]),
                    (Room::Cases, [self.labels[0].cases, self.labels[1].cases]),
                ];
                let found = rooms.iter().find(|(_, names)| names.iter().any(|label| same(label, &name)));
                self.room = found.ok_or((number, CodebookFault::UnknownHeading(name)))?.0;
                Ok(())
            }
            4 if matches!(self.room, Room::Tags | Room::Facets) => {
                let of_tags = self.room == Room::Tags;
                if let Some(half) = self.halves.last_mut() {
                    half.begin(of_tags, name, number);
                }
                Ok(())
            }
            _ => Err((number, CodebookFault::UnknownHeading(name))),
        }
    }

    fn fact(&mut self, name: &str, value: &str, number: usize) -> Result<(), Fault> {
        let no_such = || (number, CodebookFault::UnknownValue(name.to_owned(), value.to_owned()));
        if self.room == Room::Head {
            if self.is(name, |labels| labels.version) {
                self.head.version = Some(inline(value));
            } else if self.is(name, |labels| labels.reason) {
                self.head.reason = inline(value);
            } else if self.is(name, |labels| labels.since) {
                self.head.since = Some(moment(value).ok_or_else(no_such)?);
            }
            return Ok(());
        }
        let (labels, of_tags) = (self.labels, self.room == Room::Tags);
        let is = |label: fn(&CodebookLabels) -> &'static str| labels.iter().any(|l| same(label(l), name));
        let says = |word: &str, value: &str| same(word, value);
        let entry = self.halves.last_mut().and_then(|half| half.last(of_tags));
        let entry = entry.ok_or_else(|| unknown(number, name))?;
        if is(|labels| labels.id) {
            entry.id = Some(id(value)).filter(|id| !id.is_empty());
        } else if is(|labels| labels.letter) {
            entry.letter = Some(inline(value));
        } else if is(|labels| labels.colour) {
            let all = Swatch::ALL.into_iter();
            let found =
                all.into_iter().find(|swatch| labels.iter().any(|l| says((l.swatch)(*swatch), value)));
            entry.swatch = Some(found.ok_or_else(no_such)?);
        } else if is(|labels| labels.line) {
            let mut all = LineStyle::ALL.into_iter();
            let found = all.find(|line| labels.iter().any(|l| says((l.line_style)(*line), value)));
            entry.line_style = Some(found.ok_or_else(no_such)?);
        } else if is(|labels| labels.means) {
            let mut all = Meaning::ALL.into_iter();
            let found = all.find(|means| labels.iter().any(|l| says((l.meaning)(*means), value)));
            entry.means = Some(found.ok_or_else(no_such)?);
        } else if is(|labels| labels.needs_facet) {
            let yes = labels.iter().any(|l| says(l.yes, value));
            let no = labels.iter().any(|l| says(l.no, value));
            entry.needs_facet = Some(if yes || no { yes } else { return Err(no_such()) });
        } else if is(|labels| labels.usual_facets) {
            let ids = value.split(',').map(id).filter(|id| !id.is_empty());
            entry.usual_facets = Some(ids.map(FacetId).collect());
        } else if !is(|labels| labels.key) {
            // The order gives the keys; anything else is a slip worth saying.
            return Err(unknown(number, name));
        }
        Ok(())
    }

    /// The text that was being read is complete.
    fn settle(&mut self) {
        let lines = std::mem::take(&mut self.lines);
        let part = self.part.take();
        let is_empty = lines.iter().all(|line| line.trim().is_empty());
        let Some(half) = self.halves.last_mut().filter(|_| !is_empty) else { return };
        let text = block(&lines);
        match (self.room, part) {
            (Room::Decision, _) => half.decision = text,
            (Room::Cases, _) => {
                let words = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
                let is_dash = words.eq(["–"]);
                half.cases.push(if is_dash { String::new() } else { text });
            }
            (Room::Tags, Some(part)) => {
                if let Some(entry) = half.last(true) {
                    entry.parts.push((part, text));
                }
            }
            (Room::Facets, _) => {
                if let Some(entry) = half.last(false) {
                    entry.definition = text;
                }
            }
            _ => {}
        }
    }

    fn is(&self, name: &str, label: impl Fn(&CodebookLabels) -> &'static str) -> bool {
        self.labels.iter().any(|labels| same(label(labels), name))
    }
}

fn unknown(line: usize, name: &str) -> Fault {
    (line, CodebookFault::UnknownHeading(name.to_owned()))
}

/// Whether two words are the same to a person.
fn same(label: &str, typed: &str) -> bool {
    label.to_lowercase() == typed.trim().to_lowercase()
}

/// `- Buchstabe: K`
fn fact(line: &str) -> Option<(&str, &str)> {
    let rest = line.strip_prefix(['-', '*', '+'])?.strip_prefix(' ')?;
    let (name, value) = rest.split_once(':')?;
    Some((name.trim_matches(['*', ' ']), value.trim_matches(' ')))
}

/// The rest of a line that begins an item: `3. Im laufenden Jahr`.
fn item(line: &str) -> Option<&str> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = if digits > 0 {
        line[digits..].strip_prefix(['.', ')'])?
    } else {
        line.strip_prefix(['-', '*', '+'])?
    };
    rest.strip_prefix(' ').or(rest.is_empty().then_some(rest))
}

/// A moment, or a day as people write it.
fn moment(value: &str) -> Option<Timestamp> {
    let day = |date: Date| date.to_zoned(TimeZone::UTC).ok().map(|day| day.timestamp());
    let german = || Date::strptime("%d.%m.%Y", value).ok();
    value.parse().ok().or_else(|| value.parse().ok().or_else(german).and_then(day))
}
