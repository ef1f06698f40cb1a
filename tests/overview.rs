//! What papers say together: counts, intervals, charts.

mod support;

use std::sync::Arc;

use jiff::civil::{Date, date};
use landtag_annotator::files::storage::default_codebook;
use landtag_annotator::model::analysis::overview::{
    By, Overview, OverviewChart, PaperCount, bounds, overview,
};
use landtag_annotator::model::text::{Body, Span};
use landtag_annotator::model::{
    AnswerGroup, Asked, Asker, Coder, CoderId, Coding, CodingKey, CountBy, Document, DocumentId, FacetId,
    Filter, GroupId, Head, Kind, Language, Origin, Outline, Print, Project, ProjectParts, Question,
    QuestionId, Round,
};
use landtag_annotator::ui::lang::words;
use support::{now, tag};

/// A paper in short: number, office, parties, day of the answer, and a letter per question, a blank between answers.
/// K concrete, V vague, A deferred, - open.
fn paper(id: u32, office: &str, parties: &str, answered: Date, answers: &str) -> (Document, Vec<Coding>) {
    let mut codings = Vec::new();
    let mut number = 0;
    let mut group = |nth: usize, letters: &str| {
        let questions = letters.chars().map(|letter| {
            number += 1;
            let name = match letter {
                'K' => Some("concrete"),
                'V' => Some("vague"),
                'A' => Some("deferred"),
                _ => None,
            };
            codings.push(Coding { tag: name.map(tag), ..Coding::empty(now(), "1.0") });
            let label = number.to_string();
            Question { id: QuestionId(number), label, lead: Span::new(0, 0), text: Span::new(0, 4) }
        });
        let questions = questions.collect();
        AnswerGroup { id: GroupId(100 + nth as u32), questions, joint: None, answers: vec![Span::new(5, 9)] }
    };
    let groups = answers.split_whitespace().enumerate().map(|(nth, letters)| group(nth, letters)).collect();
    let asker = |party: &str| Asker { name: format!("Muster {party}"), party: Some(party.to_owned()) };
    let head = Head {
        parliament: Some("HE".to_owned()),
        kind: Some(Kind::KleineAnfrage),
        number: Some(format!("21/{id}")),
        askers: parties.split_whitespace().map(asker).collect(),
        answerer: Some(office.to_owned()).filter(|office| !office.is_empty()),
        asked: Some(date(2026, 1, 10)),
        answered: Some(answered),
        ..Head::default()
    };
    let origin = Origin {
        file: format!("{id}.txt"),
        sha256: format!("{id:064x}"),
        format: "Text".to_owned(),
        encoding: "UTF-8".to_owned(),
    };
    let outline = Outline { groups, ..Outline::default() };
    let body = Body::new("Was? Das.");
    (
        Document { id: DocumentId(u64::from(id)), origin, head, outline, print: Print::default(), body },
        codings,
    )
}

fn project(papers: Vec<(Document, Vec<Coding>)>) -> Project {
    let key = |document: DocumentId, nth: usize| CodingKey {
        document,
        question: QuestionId(nth as u32 + 1),
        coder: CoderId(1),
        round: Round::FIRST,
    };
    let codings = papers.iter().flat_map(|(document, codings)| {
        let said = codings.iter().enumerate().filter(|(_, coding)| !coding.says_nothing());
        said.map(|(nth, coding)| (key(document.id, nth), Arc::new(coding.clone())))
    });
    Project::from_parts(ProjectParts {
        name: "Probe".to_owned(),
        codebook: default_codebook(),
        coders: vec![Coder::new(CoderId(1), "")],
        codings: codings.collect(),
        documents: papers.into_iter().map(|(document, _)| Arc::new(document)).collect(),
        cues: None,
        ledger_day: None,
        filters: Vec::new(),
        rounds: Vec::new(),
        decisions: Vec::new(),
    })
    .expect("consistent")
}

/// Four papers, two ministries, three parties, two quarters; eleven tagged questions in eight answers.
fn four() -> Vec<(Document, Vec<Coding>)> {
    let mut papers = vec![
        paper(1, "Minister für Brücken", "Gelbe", date(2026, 2, 1), "KK V AAA"),
        paper(2, "Minister für Brücken", "Gelbe Rote", date(2026, 3, 1), "K V-"),
        paper(3, "Ministerium für Tunnel (MfT)", "Rote", date(2026, 4, 1), "KVA"),
        paper(4, "Ministerium für Tunnel (MfT)", "Grüne", date(2026, 4, 2), "- -"),
    ];
    papers[0].1[0].asked = vec![Asked::Date, Asked::Number];
    papers[0].1[3].asked = vec![Asked::Date];
    papers[0].1[2].facets = vec![FacetId("none_yet".to_owned()), FacetId("partial".to_owned())];
    papers[1].1[1].facets = vec![FacetId("partial".to_owned())];
    papers
}

fn of(project: &Project, filter: &Filter, count_by: CountBy, language: Language) -> Overview {
    let documents: Vec<&Document> = project.documents().map(|document| &**document).collect();
    let words = words(language).exports.overview;
    overview(project, &documents, filter, count_by, words).finished(words)
}

fn german(project: &Project, count_by: CountBy) -> Overview {
    of(project, &Filter::default(), count_by, Language::German)
}

/// A chart as rows: name, n, parts, interval.
fn rows(overview: &Overview, by: By) -> Vec<String> {
    let chart = overview.charts.iter().find(|chart| chart.by == by);
    let Some(chart) = chart else { return Vec::new() };
    assert_eq!(chart.chart.bars.len(), chart.behind.len());
    let bars = chart.chart.bars.iter().map(|bar| {
        let parts: Vec<String> = bar
            .parts
            .iter()
            .map(|part| format!("{}{}={}", part.tag.letter, part.count, part.percent))
            .collect();
        format!("{} {}: {} {}", bar.name, bar.n, parts.join(" "), bar.interval)
    });
    bars.collect()
}

#[test]
fn every_question_stands_in_the_bars_it_belongs_to() {
    let project = project(four());
    let overview = german(&project, CountBy::Questions);
    assert_eq!(
        overview.about,
        "11 Fragen aus 3 Dokumenten · Codebuch 1.0 · Anteile mit Intervall aus 2.000 Ziehungen ganzer Dokumente"
    );
    assert_eq!(
        rows(&overview, By::Ministry),
        ["Minister für Brücken 8: K3=38 V2=25 A3=38 zu wenige", "MfT 3: K1=33 V1=33 A1=33 zu wenige"]
    );
    assert_eq!(
        rows(&overview, By::Party),
        ["Gelbe 8: K3=38 V2=25 A3=38 zu wenige", "Rote 5: K2=40 V2=40 A1=20 zu wenige"],
        "a paper of two parties counts for both"
    );
    assert_eq!(
        rows(&overview, By::Quarter),
        ["1. Quartal 2026 8: K3=38 V2=25 A3=38 zu wenige", "2. Quartal 2026 3: K1=33 V1=33 A1=33 zu wenige"]
    );
    assert_eq!(rows(&overview, By::Asked), ["Zahl 1: K1=100 zu wenige", "Datum 2: K1=50 A1=50 zu wenige"]);
    assert!(rows(&overview, By::Parliament).is_empty(), "there is one");
    assert_eq!(overview.notes[1], "Nur ein Wert, deshalb ohne Diagramm: Parlament (Hessen).");
    let facets = rows(&overview, By::Facet);
    assert_eq!(facets.len(), 2);
    assert!(facets[0].contains(" 2: V2=67 zu wenige") && facets[1].contains(" 1: V1=33 "), "{facets:?}");
    let facets = overview.charts.last().expect("facets");
    assert_eq!(facets.chart.title, "Merkmale von „vage“");
    assert_eq!(
        facets.chart.unit,
        "3 Fragen aus 3 Dokumenten; mehrere Merkmale je Frage möglich, 1 ohne Merkmal"
    );
    let total = overview.total.expect("something is counted");
    assert!(total.chart.bars[0].interval.starts_with("36 % ["), "{}", total.chart.bars[0].interval);
}

/// An answer counts once for each tag that its questions carry.
#[test]
fn answers_are_counted_once_for_each_tag() {
    let project = project(four());
    let overview = german(&project, CountBy::Answers);
    assert!(
        overview.about.starts_with("8 Einstufungen von 6 Antworten aus 3 Dokumenten · "),
        "{}",
        overview.about
    );
    assert_eq!(
        rows(&overview, By::Ministry),
        ["Minister für Brücken 5: K2=40 V2=40 A1=20 zu wenige", "MfT 3: K1=33 V1=33 A1=33 zu wenige"]
    );
}

/// Some sixty papers, made from their numbers.
fn many() -> Vec<(Document, Vec<Coding>)> {
    let offices = ["Minister für Brücken", "Ministerium für Tunnel (MfT)", "Senatorin für Fähren", ""];
    let answers = ["KV A", "KKK V AA", "AV", "K K K", "VVA-", "--", "A", "KA V K"];
    let papers = (1..=61_u32).map(|id| {
        let place = |step: u32, of: usize| (id * step) as usize % of;
        let mut made = paper(
            id,
            offices[place(7, 4)],
            ["Gelbe", "Rote Gelbe", "Grüne", ""][place(5, 4)],
            date(2025, 2, 1).saturating_add(jiff::Span::new().days(i64::from(id) * 6)),
            answers[place(3, 8)],
        );
        for (nth, coding) in made.1.iter_mut().enumerate() {
            coding.asked = Asked::ALL[(nth + id as usize) % 8..].iter().copied().take(nth % 3).collect();
        }
        made
    });
    papers.collect()
}

#[test]
fn bars_sum_to_the_total_and_shares_to_one() {
    let project = project(many());
    for count_by in [CountBy::Questions, CountBy::Answers] {
        let overview = german(&project, count_by);
        let total = overview.total.as_ref().expect("something is counted");
        let n = total.chart.bars[0].n;
        assert!(n > 100, "{n}");
        let sum = |chart: &OverviewChart| chart.chart.bars.iter().map(|bar| bar.n).sum::<usize>();
        for by in [By::Ministry, By::Quarter] {
            let chart = overview.charts.iter().find(|chart| chart.by == by).expect("a chart");
            assert_eq!(sum(chart), n, "{by:?}, {count_by:?}");
        }
        let party = overview.charts.iter().find(|chart| chart.by == By::Party).expect("parties");
        assert!(sum(party) > n, "some papers have two");
        let mut checked = 0;
        for chart in overview.charts.iter().chain([total]).filter(|chart| chart.by != By::Facet) {
            for (bar, behind) in chart.chart.bars.iter().zip(&chart.behind) {
                let share: f64 = bar.parts.iter().map(|part| part.share).sum();
                assert!((share - 1.0).abs() < 1e-9, "{}: {share}", bar.name);
                let of: u32 = behind.papers.iter().map(|paper| paper.of).sum();
                assert_eq!((of as usize, bar.documents.len()), (bar.n, behind.papers.len()));
                assert_eq!(behind.bounds.is_some(), bar.n >= 10 && bar.documents.len() > 1, "{}", bar.name);
                checked += 1;
            }
        }
        assert!(checked > 15, "{checked}");
    }
}

#[test]
fn the_order_of_documents_does_not_matter() {
    let straight = project(many());
    let turned = project(many().into_iter().rev().collect());
    for count_by in [CountBy::Questions, CountBy::Answers] {
        let (straight, mut turned) = (german(&straight, count_by), german(&turned, count_by));
        let ids = |overview: &mut Overview| {
            for chart in overview.charts.iter_mut().chain(&mut overview.total) {
                for (bar, behind) in chart.chart.bars.iter_mut().zip(&mut chart.behind) {
                    bar.documents.sort();
                    behind.papers.sort();
                }
            }
        };
        let mut straight = straight;
        ids(&mut straight);
        ids(&mut turned);
        assert_eq!(straight, turned);
    }
}

/// What a bar's filter lets pass is what the bar counts: a click shows the questions behind it and no others.
#[test]
fn the_filter_behind_a_bar_finds_its_questions() {
    let project = project(many());
    let documents: Vec<&Document> = project.documents().map(|document| &**document).collect();
    let passing = |filter: &Filter| {
        let questions = documents.iter().flat_map(|document| {
            let ids = document.outline.questions().map(|question| question.id);
            ids.filter(|id| filter.passes(&project, document, *id)).collect::<Vec<_>>()
        });
        questions.count()
    };
    let bases = [
        Filter::default(),
        Filter { parties: vec!["Rote".to_owned()], ..Filter::default() },
        Filter { from: Some(date(2025, 5, 5)), asked: vec![Asked::Date, Asked::Reason], ..Filter::default() },
    ];
    let mut checked = 0;
    for base in &bases {
        let overview = of(&project, base, CountBy::Questions, Language::English);
        for chart in overview.charts.iter().chain(&overview.total) {
            for (bar, behind) in chart.chart.bars.iter().zip(&chart.behind) {
                for (part, tag) in bar.parts.iter().zip(&behind.tags) {
                    let filter = behind.part(tag);
                    assert_eq!(passing(&filter), part.count, "{:?} {}: {filter:?}", chart.by, bar.name);
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 80, "{checked}");
}

/// The figures that a script of twenty lines in Python finds for the same papers; see `overview/interval.rs`.
#[test]
fn an_interval_is_the_one_that_scripts_find() {
    let papers: Vec<PaperCount> =
        (0..18).map(|nth| PaperCount { hits: nth * 5 % 7, of: 6 + nth % 5 }).collect();
    let found = bounds(&papers).expect("eighteen papers");
    assert_eq!((found.low, found.high), (0.2446043165467626, 0.48552709946396655));
}

#[test]
fn without_anything_to_count_there_are_words() {
    let empty = german(&project(Vec::new()), CountBy::Questions);
    assert_eq!(
        empty.notice.as_deref(),
        Some("Noch keine Dokumente. Der Überblick entsteht, sobald Fragen eingestuft sind.")
    );
    let untouched = german(&project(vec![four().pop().expect("the last")]), CountBy::Questions);
    assert!(untouched.notice.is_some() && untouched.total.is_none() && untouched.charts.is_empty());
    let nobody = Filter { offices: vec!["Niemand".to_owned()], ..Filter::default() };
    let nothing = of(&project(four()), &nobody, CountBy::Questions, Language::English);
    assert_eq!(nothing.notice.as_deref(), Some("No document fits the filter."));
}

#[test]
fn days_are_shown_by_ministry_with_the_six_weeks_of_hesse() {
    let overview = german(&project(four()), CountBy::Questions);
    let days = overview.days.expect("both dates are printed");
    assert_eq!(days.unit, "4 Dokumente mit beiden Daten, ab Fragedatum");
    let rows: Vec<String> = days
        .rows
        .iter()
        .map(|row| {
            let dots: Vec<String> = row
                .dots
                .iter()
                .map(|dot| format!("{}{}", dot.days, if dot.late { "!" } else { "" }))
                .collect();
            format!("{}: {}, {}", row.name, dots.join(" "), row.median_words)
        })
        .collect();
    assert_eq!(rows, ["Minister für Brücken: 22 50!, 36 Tage", "MfT: 81! 82!, 81,5 Tage"]);
    assert_eq!((days.first, days.last), (20, 90));
    assert_eq!(days.deadline, Some((42, "sechs Wochen".to_owned())));
    let mut others = four();
    others[0].0.head.parliament = Some("BT".to_owned());
    let days = german(&project(others), CountBy::Questions).days.expect("both dates are printed");
    assert_eq!(days.deadline, None, "other houses have other times");
}

#[test]
fn strips_are_sorted_by_the_share_of_the_first_tag() {
    let overview = german(&project(four()), CountBy::Questions);
    let papers = overview.papers.expect("some are tagged");
    let names: Vec<&str> = papers.strips.iter().map(|strip| strip.paper.as_str()).collect();
    assert_eq!(names, ["21/2", "21/1", "21/3"]);
    assert_eq!(papers.about, "eine Zelle je Frage, nach Anteil konkret; 1 Dokument noch nicht eingestuft");
    assert_eq!(papers.strips[0].strip.answers.len(), 2);
    assert!(papers.strips[0].strip.answers[1].cells[1].tag.is_none(), "an open question keeps its cell");
}

mod window {
    //! The same in the window: by keys, names and clicks.

    use egui::Key;
    use landtag_annotator::model::{Filter, Language};
    use landtag_annotator::ui::View;

    use super::support::desk::{CTRL, Desk};
    use super::support::{root, tag};

    fn sample() -> Vec<std::path::PathBuf> {
        vec![root().join("assets/sample/kleine-anfrage-hessen-muster.txt")]
    }

    /// Ten questions of one paper: four concrete, two vague, three deferred, one open.
    fn coded(desk: &mut Desk) {
        for key in [
            Key::Num1,
            Key::Num1,
            Key::Num2,
            Key::Num3,
            Key::Num1,
            Key::Num3,
            Key::Num2,
            Key::Num3,
            Key::Num1,
        ] {
            desk.key(key).key(Key::ArrowRight);
        }
        assert_eq!(desk.tags(), "112313231-");
    }

    #[test]
    fn an_untouched_project_has_words_instead_of_charts() {
        let mut desk = Desk::with(sample());
        desk.press(CTRL, Key::Num3);
        assert_eq!(desk.window().position().view, View::Overview);
        assert!(desk.shows("Noch nichts eingestuft. Hier stehen Anteile, sobald Fragen eingestuft sind."));
    }

    #[test]
    fn a_click_on_a_field_shows_the_questions_behind_it_and_escape_leads_back() {
        let mut desk = Desk::with(sample());
        coded(&mut desk);
        desk.press(CTRL, Key::Num3);
        assert!(desk.shows("9 Fragen aus 1 Dokument"));
        desk.click("Alle, aufgeschoben, 3 von 9");
        let position = desk.window().position();
        assert_eq!(position.view, View::Coding);
        assert_eq!(position.question.map(|question| question.0), Some(4), "the first that is deferred");
        let filter = Filter { tags: vec![tag("deferred")], ..Filter::default() };
        assert_eq!(*desk.window().filter(), filter);
        desk.key(Key::Escape);
        assert_eq!(desk.window().position().view, View::Overview);
        assert!(desk.window().filter().says_nothing(), "as it was before the click");
    }

    #[test]
    fn keys_go_from_field_to_field() {
        let mut desk = Desk::with(sample());
        coded(&mut desk);
        desk.press(CTRL, Key::Num3);
        let focus = |desk: &mut Desk, name: &str| {
            use egui_kittest::kittest::Queryable;
            desk.harness.get_by_label(name).focus();
            desk.harness.run();
        };
        focus(&mut desk, "Alle, konkret, 4 von 9");
        desk.key(Key::ArrowRight).key(Key::ArrowRight).key(Key::ArrowLeft).key(Key::Enter);
        assert_eq!(desk.window().position().view, View::Coding);
        assert_eq!(desk.window().filter().tags, [tag("vague")]);
        assert_eq!(desk.tags(), "112313231-", "no key of the charts changes the paper");
        desk.key(Key::Escape);
        desk.key(Key::Num2);
        assert_eq!(desk.tags(), "112313231-", "nor a digit beside them");
    }

    #[test]
    fn answers_are_counted_instead_of_questions() {
        let mut desk = Desk::new([1000.0, 640.0], Language::English, sample(), Vec::new());
        coded(&mut desk);
        desk.press(CTRL, Key::Num3);
        assert!(desk.shows("Every tagged question counts."));
        desk.click("Answers");
        assert!(desk.shows("Every answer counts once for each tag"));
        desk.click("Table");
        assert!(desk.shows("All, concrete, "), "a table has the same fields");
    }
}

mod drawing {
    //! The same as a drawing and as a picture.

    use landtag_annotator::files::export::Output;
    use landtag_annotator::model::{CountBy, ExportChoice, ExportFormat, Language, Project};

    use super::support::exported::exported;
    use super::{four, many, project};

    fn bytes(project: &Project, choice: &ExportChoice, language: Language) -> Vec<u8> {
        match exported(project, project.document_count(), choice, "Probe <1> & mehr", language) {
            Output::File(bytes) => bytes,
            Output::Folder(_) => panic!("one file"),
        }
    }

    fn svg(project: &Project, count_by: CountBy, language: Language) -> String {
        let choice = ExportChoice { count_by, ..ExportChoice::of(ExportFormat::Svg) };
        String::from_utf8(bytes(project, &choice, language)).expect("a text")
    }

    /// Every element opens and closes, and nothing points outside.
    fn is_whole(svg: &str) {
        let mut reader = quick_xml::Reader::from_str(svg);
        let mut texts = 0;
        loop {
            match reader.read_event().expect("well-formed") {
                quick_xml::events::Event::Eof => break,
                quick_xml::events::Event::Start(start) if start.name().as_ref() == b"text" => texts += 1,
                _ => {}
            }
        }
        assert!(texts > 10, "words are words: {texts}");
        for outside in ["href", "url(", "@import", "<script", "<image"] {
            assert!(!svg.contains(outside), "{outside}");
        }
    }

    #[test]
    fn a_drawing_says_what_it_shows() {
        let project = project(many());
        let german = svg(&project, CountBy::Questions, Language::German);
        is_whole(&german);
        assert_eq!(german, svg(&project, CountBy::Questions, Language::German), "the same bytes");
        assert!(german.contains("<title id=\"title\">Überblick: Probe &lt;1&gt; &amp; mehr</title>"));
        assert!(german.contains("viewBox=\"0 0 1000 1414\""), "A4");
        assert!(
            german.contains(">Ministerium</text>")
                && german.contains("Erstellt mit Landtag Annotator am 04.05.2026.")
        );
        let english = svg(&project, CountBy::Answers, Language::English);
        is_whole(&english);
        assert!(english.contains("Every answer counts once for each tag that its questions carry"));
    }

    #[test]
    fn hostile_words_arrive_as_words() {
        let mut papers = four();
        papers[0].0.head.answerer = Some("<script>x</script>\u{7} & =1+1".to_owned());
        papers[1].0.head.number = Some("\"><svg onload=x>".to_owned());
        papers[2].0.head.answerer = Some("W".repeat(400));
        is_whole(&svg(&project(papers), CountBy::Questions, Language::German));
    }

    /// A thousand papers with twelve questions each, and one with forty, on one page.
    #[test]
    fn a_whole_term_has_room_on_a_page() {
        let papers = (1..=1000_u32).map(|id| {
            let answers = if id == 500 {
                "KVAK ".repeat(10)
            } else {
                ["KV A- KKK VVA AA", "KKKK", "A V"][id as usize % 3].to_owned()
            };
            super::paper(id, "Minister für Brücken", "Gelbe", jiff::civil::date(2026, 2, 1), &answers)
        });
        let drawing = svg(&project(papers.collect()), CountBy::Questions, Language::German);
        assert!(drawing.contains("viewBox=\"0 0 1000 1414\""), "one page of A4");
        let cells =
            drawing.lines().filter(|line| line.starts_with("<path")).map(|line| line.matches('M').count());
        assert_eq!(cells.sum::<usize>(), 333 * 12 + 334 * 4 + 332 * 2 + 40, "a box for each question");
    }

    #[test]
    fn a_picture_is_as_wide_as_twice_the_page() {
        let choice = ExportChoice::of(ExportFormat::Png);
        let png = bytes(&project(four()), &choice, Language::German);
        let picture = image::load_from_memory(&png).expect("a picture").to_rgb8();
        assert_eq!((picture.width(), picture.height()), (2000, 2828));
        let inked = picture.pixels().filter(|pixel| pixel.0 == [0x00, 0x73, 0x5a]).count();
        assert!(inked > 5_000, "the bar of concrete: {inked}");
        assert_eq!(png, bytes(&project(four()), &choice, Language::German));
    }
}
