//! All codings as one table, a row for each question, coder and pass: what R, SPSS and a spreadsheet read.

use std::collections::{BTreeMap, BTreeSet};

use csv::{Terminator, WriterBuilder};
use jiff::civil::Date;

use crate::model::text::char_from_byte;
use crate::model::{
    Coder, Coding, CodingKey, Document, Evidence, GroupId, Head, Project, Question, QuestionId, QuestionRef,
};

const COLUMNS: [&str; 22] = [
    "doc_id",
    "drucksache",
    "land",
    "question_no",
    "answer_group",
    "coder",
    "pass",
    "tag",
    "tag_code",
    "facets",
    "asked_for",
    "evidence",
    "evidence_start",
    "evidence_end",
    "evidence_page",
    "ministry",
    "asker_party",
    "date_question",
    "date_answer",
    "date_published",
    "days_q_a",
    "memo",
];

/// The code of a tag that is missing, as SPSS files have it.
const MISSING: &str = "-9";

/// All codings of these documents as CSV in UTF-8 without byte order mark, with LF line ends. A question that nobody coded has
/// one row with an empty tag, so that no question is lost from the table; a paper that was not cut has no
/// questions and therefore no row.
///
/// `evidence_start` and `evidence_end` are code points of the text, from 0, the end exclusive; `evidence_page` is
/// the page on which a quotation begins. Of several quotations each is given, divided by `|`; one that is lost has
/// no place. A line break inside a quotation becomes one blank, so that its length stays
/// `evidence_end - evidence_start`.
///
/// Text that a spreadsheet would calculate gets an apostrophe before it.
///
/// # Panics
/// Never: memory takes every byte, every row has all columns, and every cell is text.
#[must_use]
pub fn codings_long(project: &Project, documents: &[&Document]) -> String {
    let mut table = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(Vec::new());
    table.write_record(COLUMNS).expect("memory takes every byte");
    for document in documents {
        for row in rows(project, document) {
            table.write_record(row).expect("every row has all columns");
        }
    }
    let bytes = table.into_inner().expect("memory takes every byte");
    String::from_utf8(bytes).expect("every cell is text")
}

type Row = [String; COLUMNS.len()];

fn rows(project: &Project, document: &Document) -> Vec<Row> {
    // Grouped once: asking the project for each question would read all codings of the paper each time.
    let mut codings: BTreeMap<QuestionId, Vec<(CodingKey, &Coding)>> = BTreeMap::new();
    for (key, coding) in project.codings_of(document.id) {
        codings.entry(key.question).or_default().push((key, coding));
    }
    let chars = evidence_chars(document, codings.values().flatten().map(|(_, coding)| *coding));
    let paper = Paper { project, document, chars };
    let mut rows = Vec::new();
    for group in &document.outline.groups {
        for question in &group.questions {
            if let Some(codings) = codings.get(&question.id) {
                rows.extend(
                    codings.iter().map(|(key, coding)| paper.row(group.id, question, *key, Some(coding))),
                );
            } else {
                let mine = project.my_key(QuestionRef { document: document.id, question: question.id });
                rows.push(paper.row(group.id, question, mine, None));
            }
        }
    }
    rows
}

/// The characters before each byte at which a quotation begins or ends, counted in one pass through the text.
fn evidence_chars<'a>(
    document: &Document,
    codings: impl Iterator<Item = &'a Coding>,
) -> BTreeMap<usize, usize> {
    let text = document.body.as_str();
    let bytes: BTreeSet<usize> = codings
        .flat_map(|coding| &coding.evidence)
        .flat_map(|evidence| [evidence.span.start, evidence.span.end])
        .collect();
    let (mut at, mut chars) = (0, 0);
    let mut found = BTreeMap::new();
    for byte in bytes {
        chars += char_from_byte(&text[at..], byte - at);
        at = text.floor_char_boundary(byte);
        found.insert(byte, chars);
    }
    found
}

struct Paper<'a> {
    project: &'a Project,
    document: &'a Document,
    chars: BTreeMap<usize, usize>,
}

impl Paper<'_> {
    fn row(&self, group: GroupId, question: &Question, key: CodingKey, coding: Option<&Coding>) -> Row {
        let head = &self.document.head;
        let coder = self.project.coder(key.coder).map(Coder::name_or_number);
        let tag = coding.and_then(|coding| coding.tag.as_ref());
        let code = tag.and_then(|tag| self.project.codebook().key_of(tag));
        let facets: Vec<&str> = coding.iter().flat_map(|c| &c.facets).map(|facet| &*facet.0).collect();
        let evidence: Vec<&Evidence> = coding.iter().flat_map(|coding| &coding.evidence).collect();
        let quotes: Vec<String> =
            evidence.iter().map(|evidence| evidence.quote.exact.replace(['\n', '\r'], " ")).collect();
        let asked: Vec<&str> = coding.iter().flat_map(|c| &c.asked).map(|asked| asked.code()).collect();
        // A passage that is lost has words, and no place.
        let places = |of: &dyn Fn(&Evidence) -> String| {
            let in_place = |evidence: &&&Evidence| evidence.is_in_place(&self.document.body);
            let place = |evidence: &&Evidence| {
                Some(evidence).filter(in_place).map(|evidence| of(evidence)).unwrap_or_default()
            };
            evidence.iter().map(place).collect::<Vec<_>>().join("|")
        };
        let page = |evidence: &Evidence| {
            self.document
                .print
                .pages_of(evidence.span)
                .map(|(first, _)| first.to_string())
                .unwrap_or_default()
        };
        // In the order of COLUMNS.
        [
            self.document.id.to_string(),
            guarded(head.number.as_deref().unwrap_or_default()),
            guarded(head.parliament.as_deref().unwrap_or_default()),
            guarded(&question.label),
            format!("a{}", group.0),
            guarded(&coder.unwrap_or_else(|| format!("coder_{}", key.coder.0))),
            key.round.0.to_string(),
            guarded(tag.map_or("", |tag| &tag.0)),
            code.map_or_else(|| MISSING.to_owned(), |code| code.to_string()),
            guarded(&facets.join("|")),
            asked.join("|"),
            guarded(&quotes.join(" | ")),
            places(&|evidence| self.chars[&evidence.span.start].to_string()),
            places(&|evidence| self.chars[&evidence.span.end].to_string()),
            places(&page),
            guarded(head.answerer.as_deref().unwrap_or_default()),
            guarded(&parties(head).join("|")),
            iso(head.asked),
            iso(head.answered),
            iso(head.issued),
            head.days_to_answer().map(|days| days.to_string()).unwrap_or_default(),
            guarded(coding.map_or("", |coding| &coding.memo)),
        ]
    }
}

/// Each party once, in the order of printing.
fn parties(head: &Head) -> Vec<&str> {
    let mut parties: Vec<&str> = Vec::new();
    for party in head.askers.iter().filter_map(|asker| asker.party.as_deref()) {
        if !parties.contains(&party) {
            parties.push(party);
        }
    }
    parties
}

fn iso(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// Text that cannot be a formula. A spreadsheet calculates a cell that begins with `=`, `+`, `-` or `@`, and
/// skips a tab or carriage return before such a sign, so that a quotation could run `=HYPERLINK(…)` on the
/// reader's computer. OWASP's rule against CSV injection puts an apostrophe before such a text; quoting the
/// cell is not enough. Whoever reads the table in R takes away a leading `'` to have the words verbatim.
/// Numbers, dates and ids are ours and stay as they are.
pub(super) fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::Timestamp;

    use super::*;
    use crate::model::text::{Body, Quote, Span};
    use crate::model::{
        AnswerGroup, Asker, Codebook, CoderId, DocumentId, Facet, FacetId, LineStyle, Origin, Outline,
        ProjectParts, Round, Swatch, Tag, TagId, Wording,
    };

    const TEXT: &str = "Ä1 Wann?\nÄ2 =1+1?\nIm „Juni“,\nspäter. Ja.";

    /// The text of a table's cells by column name.
    fn table(csv: &str) -> Vec<BTreeMap<String, String>> {
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        reader.deserialize().map(|row| row.expect("a row of text")).collect()
    }

    fn wording(text: &str) -> Wording {
        Wording { de: text.into(), en: text.into() }
    }

    fn codebook() -> Codebook {
        let tag = |id: &str| Tag {
            name: wording(id),
            ..Tag::blank(TagId(id.into()), Swatch::Green, LineStyle::Solid)
        };
        let facet =
            |id: &str| Facet { id: FacetId(id.into()), name: wording(id), definition: Wording::default() };
        Codebook {
            version: "1".into(),
            since: None,
            reason: String::new(),
            decision: Wording::default(),
            boundary_cases: Vec::new(),
            past: Vec::new(),
            tags: ["concrete", "vague", "deferred"].map(tag).into(),
            facets: ["joint", "date"].map(facet).into(),
        }
    }

    fn question(id: u32, label: &str, text: &str) -> Question {
        let start = TEXT.find(text).expect("a question of the text");
        let text = Span::new(start, start + text.len());
        Question { id: QuestionId(id), label: label.into(), lead: Span::new(start, start), text }
    }

    fn document() -> Document {
        let group = AnswerGroup {
            id: GroupId(1),
            questions: vec![question(1, "1", "Wann?"), question(2, "=2", "=1+1?")],
            joint: None,
            answers: Vec::new(),
        };
        Document {
            id: DocumentId(0xab),
            origin: Origin {
                file: "a.txt".into(),
                sha256: String::new(),
                format: "Text".into(),
                encoding: "UTF-8".into(),
            },
            head: Head {
                parliament: Some("HE".into()),
                number: Some("21/2112".into()),
                askers: ["FDP", "FDP", "SPD"]
                    .map(|party| Asker { name: "N.".into(), party: Some(party.into()) })
                    .into(),
                answerer: Some("@HMFG".into()),
                asked: Some(Date::constant(2026, 2, 25)),
                answered: Some(Date::constant(2026, 4, 10)),
                ..Head::default()
            },
            print: crate::model::Print::default(),
            outline: Outline { form: Some("x".into()), groups: vec![group], ..Outline::default() },
            body: Body::new(TEXT),
        }
    }

    fn coding(tag: Option<&str>, quotes: &[&str], memo: &str) -> Coding {
        let body = Body::new(TEXT);
        let evidence = quotes.iter().map(|quote| {
            let start = TEXT.find(quote).expect("a quotation of the text");
            let span = Span::new(start, start + quote.len());
            Evidence { span, quote: Quote::of(&body, span) }
        });
        Coding {
            tag: tag.map(|tag| TagId(tag.into())),
            evidence: evidence.collect(),
            memo: memo.into(),
            ..Coding::empty(Timestamp::UNIX_EPOCH, "1")
        }
    }

    fn check(codings: Vec<(u32, u32, u32, Coding)>) -> String {
        let key = |question, coder, round| CodingKey {
            document: DocumentId(0xab),
            question: QuestionId(question),
            coder: CoderId(coder),
            round: Round(round),
        };
        let project = Project::from_parts(ProjectParts {
            cues: None,
            ledger_day: None,
            filters: Vec::new(),
            name: "P".into(),
            codebook: codebook(),
            coders: vec![
                Coder { id: CoderId(1), name: "Keller".into() },
                Coder { id: CoderId(2), name: String::new() },
            ],
            documents: vec![Arc::new(document())],
            codings: codings.into_iter().map(|(q, c, r, said)| (key(q, c, r), Arc::new(said))).collect(),
        });
        let project = project.expect("a sound project");
        let documents: Vec<&Document> = project.documents().map(|document| &**document).collect();
        codings_long(&project, &documents)
    }

    #[test]
    fn questions_nobody_coded_have_a_row() {
        assert_eq!(
            check(Vec::new()),
            "doc_id,drucksache,land,question_no,answer_group,coder,pass,tag,tag_code,facets,asked_for,evidence,\
             evidence_start,evidence_end,evidence_page,ministry,asker_party,date_question,date_answer,date_published,\
             days_q_a,memo\n\
             00000000000000ab,21/2112,HE,1,a1,Keller,1,,-9,,,,,,,'@HMFG,FDP|SPD,2026-02-25,2026-04-10,,44,\n\
             00000000000000ab,21/2112,HE,'=2,a1,Keller,1,,-9,,,,,,,'@HMFG,FDP|SPD,2026-02-25,2026-04-10,,44,\n"
        );
    }

    #[test]
    fn each_coder_and_pass_has_a_row() {
        let csv = check(vec![
            (1, 2, 1, coding(Some("deferred"), &[], "")),
            (1, 1, 2, coding(Some("vague"), &[], "")),
            (1, 1, 1, coding(None, &[], "?")),
        ]);
        let rows: Vec<String> = table(&csv)
            .iter()
            .map(|row| {
                ["question_no", "coder", "pass", "tag", "tag_code"].map(|column| &*row[column]).join(" ")
            })
            .collect();
        assert_eq!(
            rows,
            ["1 Keller 1  -9", "1 Keller 2 vague 2", "1 coder_2 1 deferred 3", "'=2 Keller 1  -9"]
        );
    }

    #[test]
    fn quotations_are_counted_in_code_points() {
        let csv = check(vec![(2, 1, 1, coding(Some("concrete"), &["„Juni“,\nspäter", "Ä2"], ""))]);
        let row = &table(&csv)[1];
        assert_eq!(row["evidence"], "„Juni“, später | Ä2");
        assert_eq!((&*row["evidence_start"], &*row["evidence_end"]), ("21|9", "35|11"));
        let there: String = TEXT.chars().skip(21).take(35 - 21).collect();
        assert_eq!(there, "„Juni“,\nspäter");
    }

    #[test]
    fn no_cell_is_a_formula() {
        let memo = "=HYPERLINK(\"http://x\";\"<script>\")\n| 'zweite' Zeile";
        let csv = check(vec![(2, 1, 1, coding(None, &["=1+1?"], memo))]);
        let row = &table(&csv)[1];
        assert_eq!(row["evidence"], "'=1+1?");
        assert_eq!(row["memo"], format!("'{memo}"), "line breaks and quotation marks stay");
        for text in ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        assert_eq!(guarded("1=1"), "1=1");
    }
}
