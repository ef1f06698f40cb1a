//! The annotation pane: the questions of the current answer, one of them open.

use egui::accesskit::Role;
use egui::{
    Align, CornerRadius, Frame, Layout, Margin, Rect, ScrollArea, Sense, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use crate::model::{AnswerGroup, Coding, Document, Question, QuestionRef, Tag};
use crate::ui::theme::{Face, icon, space, text};
use crate::ui::widgets::{
    Button, Look, Segment, Square, elided, focus_ring, icon_button, job, key_cap, letter_square, multiline,
    say, segments,
};
use crate::ui::{Command, Cx, shortcuts};

/// What the pane remembers between frames; nothing of it is saved.
#[derive(Debug, Default)]
pub struct AnswerPane {
    memo: Memo,
    wants_memo: bool,
    /// Asked when some questions of an answer already carry other tags.
    pub all_same: Option<AllSame>,
    asks_focus: bool,
}

/// "Question 6 is vague. Change it too?"
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AllSame {
    pub document: crate::model::DocumentId,
    pub group: crate::model::GroupId,
    /// The key that was pressed.
    pub key: usize,
    /// Label and tag of each question that would change.
    pub differing: Vec<(String, crate::model::TagId)>,
}

/// A memo being typed: the field's text, and what the project held when it was last in step.
#[derive(Debug, Default)]
struct Memo {
    question: Option<QuestionRef>,
    typed: String,
    known: String,
}

impl AnswerPane {
    /// Moves the keyboard into the memo.
    pub fn edit_memo(&mut self) {
        self.wants_memo = true;
    }

    pub fn ask_all_same(&mut self, question: AllSame) {
        self.all_same = Some(question);
        self.asks_focus = true;
    }

    /// Shows the pane in the space it is given.
    pub fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        ui.painter().rect_filled(ui.max_rect(), 0, cx.theme.chrome);
        let Some((document, group, question)) = cx.current() else {
            nothing_here(ui, cx);
            return;
        };
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        header(ui, document, group, cx);
        ScrollArea::vertical().id_salt("answer pane").auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin { left: 14, right: 14, top: 6, bottom: 16 }).show(ui, |ui| {
                self.doubt(ui, document, group, cx);
                for other in &group.questions {
                    if other.id == question.id {
                        self.open_question(ui, document, group, other, cx);
                    } else {
                        closed_question(ui, document, other, cx);
                    }
                }
            });
        });
    }

    /// Asks before questions that carry another tag are changed. No default: two answers.
    fn doubt(&mut self, ui: &mut Ui, document: &Document, group: &AnswerGroup, cx: &mut Cx<'_>) {
        let Some(asked) = &self.all_same else { return };
        if asked.document != document.id || asked.group != group.id {
            self.all_same = None;
            return;
        }
        let codebook = cx.project.codebook();
        let language = cx.words.language;
        let differing: Vec<(String, &str)> = asked
            .differing
            .iter()
            .map(|(label, tag)| {
                (label.clone(), codebook.tag(tag).map_or(tag.0.as_str(), |tag| tag.name.get(language)))
            })
            .collect();
        let key = asked.key;
        let frame = Frame::new()
            .fill(cx.theme.alert_tint)
            .stroke((1.5, cx.theme.alert))
            .corner_radius(space::RADIUS_CONTROL)
            .inner_margin(Margin::same(12));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let question = (cx.words.change_too)(&differing);
            let width = ui.available_width();
            say(ui, job(question, Face::SansMedium.size(text::BODY), cx.theme.ink, text::BODY_LINE, width));
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                let all = Button::new(cx.words.change_all, Look::Outlined).height(28.0).ui(ui, cx.theme);
                if std::mem::take(&mut self.asks_focus) {
                    all.request_focus();
                }
                if all.clicked() {
                    cx.ask(Command::TagAllAnyway(key));
                }
                let open = Button::new(cx.words.only_open, Look::Outlined).height(28.0);
                if open.ui(ui, cx.theme).clicked() {
                    cx.ask(Command::TagOpen(key));
                }
            });
        });
        ui.add_space(8.0);
    }

    fn open_question(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        group: &AnswerGroup,
        question: &Question,
        cx: &mut Cx<'_>,
    ) {
        let reference = QuestionRef { document: document.id, question: question.id };
        let frame = Frame::new()
            .fill(cx.theme.raised)
            .stroke(cx.theme.hairline())
            .corner_radius(space::RADIUS_CARD)
            .inner_margin(Margin::same(12));
        let top = if group.questions.len() > 1 { 8.0 } else { 4.0 };
        ui.add_space(top);
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            question_text(ui, document, question, cx);
            ui.add_space(10.0);
            let coding = cx.project.my_coding(reference);
            for (nth, tag) in cx.project.codebook().tags.iter().enumerate() {
                let chosen = coding.is_some_and(|coding| coding.tag.as_ref() == Some(&tag.id));
                tag_row(ui, tag, nth + 1, chosen, question, cx);
                ui.add_space(4.0);
            }
            ui.add_space(8.0);
            evidence(ui, document, reference, coding, cx);
            ui.add_space(12.0);
            self.memo(ui, reference, coding, cx);
        });
        ui.add_space(8.0);
    }

    fn memo(&mut self, ui: &mut Ui, question: QuestionRef, coding: Option<&Coding>, cx: &mut Cx<'_>) {
        section(ui, cx.words.memo, shortcuts::shown(&Command::EditMemo, cx.words), "", cx);
        ui.add_space(6.0);
        let kept = coding.map(|coding| coding.memo.as_str()).unwrap_or_default();
        if self.memo.question != Some(question) || self.memo.known != kept {
            // Another question, or undo: the field shows what the project says.
            self.memo = Memo { question: Some(question), typed: kept.to_owned(), known: kept.to_owned() };
        }
        let id = ui.scope_id().with("memo");
        let response = multiline(ui, id, &mut self.memo.typed, cx.words.memo_hint, 2, cx.theme);
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, &self.memo.typed, &self.memo.typed, "");
            info.label = Some(cx.words.memo.to_owned());
            info
        });
        if std::mem::take(&mut self.wants_memo) {
            response.request_focus();
            response.scroll_to_me(None);
        }
        if response.changed() {
            self.memo.known.clone_from(&self.memo.typed);
            cx.ask(Command::Memo(question, self.memo.typed.clone()));
        }
        if response.lost_focus() {
            cx.ask(Command::CloseStep);
        }
    }
}

fn header(ui: &mut Ui, document: &Document, group: &AnswerGroup, cx: &mut Cx<'_>) {
    let frame = Frame::new().inner_margin(Margin { left: 20, right: 10, top: 10, bottom: 12 });
    let place = document.outline.groups.iter().position(|other| other.id == group.id).unwrap_or(0);
    let words = group.answers.iter().map(|span| document.body.words_at(*span)).sum();
    let labels: Vec<&str> = group.questions.iter().map(|question| question.label.as_str()).collect();
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.set_min_height(32.0);
            let count = document.outline.groups.len();
            let over = (cx.words.answer_of)(place + 1, count, words);
            let font = Face::Sans.size(text::SMALL);
            say(ui, job(over, font, cx.theme.ink3, text::SMALL_LINE, 260.0));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let name = cx.words.more;
                let more = icon_button(ui, icon::MORE, name, true, cx.theme);
                egui::Popup::menu(&more).show(|ui| document_menu(ui, cx));
                if icon_button(ui, icon::READ, cx.words.definitions, true, cx.theme).clicked() {
                    cx.ask(Command::Definition);
                }
            });
        });
        let title = (cx.words.questions_jointly)(&labels);
        let width = ui.available_width();
        let font = Face::SansSemibold.size(text::PANE_HEAD);
        let response = say(ui, job(title, font, cx.theme.ink, 22.0, width));
        response
            .widget_info(|| WidgetInfo::labeled(Role::Heading, true, (cx.words.questions_jointly)(&labels)));
        if group.questions.len() > 1 {
            ui.add_space(6.0);
            all_same_row(ui, group.questions.len(), cx);
        }
    });
    let y = ui.cursor().top();
    ui.painter().hline(ui.max_rect().x_range(), y, cx.theme.hairline());
    ui.add_space(1.0);
}

/// "All four the same": never filled in beforehand.
fn all_same_row(ui: &mut Ui, count: usize, cx: &mut Cx<'_>) {
    ui.horizontal(|ui| {
        ui.set_min_height(26.0);
        let font = Face::Sans.size(text::SMALL);
        let label = (cx.words.all_same)(count);
        say(ui, job(label.as_str(), font.clone(), cx.theme.ink2, text::SMALL_LINE, 200.0));
        let language = cx.words.language;
        let items: Vec<Segment> = cx
            .project
            .codebook()
            .tags
            .iter()
            .map(|tag| Segment {
                text: tag.letter.get(language).to_owned(),
                icon: None,
                name: format!("{label}: {}", tag.name.get(language)),
                chosen: false,
                colours: None,
            })
            .collect();
        let id = ui.scope_id().with("all same");
        if let Some(nth) = segments(ui, id, &items, 26.0, Role::Button, cx.theme) {
            cx.ask(Command::TagAll(nth + 1));
        }
        if ui.available_width() > 70.0 {
            let width = ui.available_width();
            ui.add(egui::Label::new(ui.painter().layout_job(elided(
                cx.words.shift_digit,
                font,
                cx.theme.ink3,
                width,
            ))));
        }
    });
}

fn nothing_here(ui: &mut Ui, cx: &Cx<'_>) {
    let words = match cx.document() {
        Some(_) => cx.words.no_questions_here,
        None => cx.words.no_document,
    };
    Frame::new().inner_margin(Margin::same(20)).show(ui, |ui| {
        let width = ui.available_width();
        say(ui, job(words, Face::Sans.size(text::BODY), cx.theme.ink2, text::BODY_LINE, width));
    });
}

fn document_menu(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for command in [Command::Clear, Command::ClearAll, Command::Later, Command::RemoveThisDocument] {
        let name = (cx.words.command_name)(&command).unwrap_or_default();
        let key = shortcuts::shown(&command, cx.words);
        if Button::new(name, Look::Plain).key(key).row(270.0).ui(ui, cx.theme).clicked() {
            cx.ask(command);
            ui.close();
        }
    }
}

/// A question of the answer that is not open: a line, its state, and its tags to click.
fn closed_question(ui: &mut Ui, document: &Document, question: &Question, cx: &mut Cx<'_>) {
    let reference = QuestionRef { document: document.id, question: question.id };
    let coding = cx.project.my_coding(reference);
    let low = ui.ctx().content_rect().height() < space::LOW;
    let height = if low { 32.0 } else { 64.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let words = document.reading(question.text);
    let name = format!("{} {}: {words}", cx.words.question, question.label);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(space::RADIUS_CONTROL), cx.theme.hover);
    }
    let label_font = Face::SansSemibold.size(text::BODY);
    let y = rect.top() + if low { 16.0 } else { 18.0 };
    let label_at = pos2(rect.left() + 20.0, y);
    ui.painter().text(
        label_at,
        egui::Align2::RIGHT_CENTER,
        &question.label,
        label_font.clone(),
        cx.theme.ink2,
    );
    let mark_width = if low { 32.0 } else { 4.0 };
    let line =
        ui.painter().layout_job(elided(words, label_font, cx.theme.ink, rect.width() - 34.0 - mark_width));
    ui.painter().galley(pos2(rect.left() + 30.0, y - line.size().y / 2.0), line, cx.theme.ink);
    if low {
        let square = Rect::from_center_size(pos2(rect.right() - 14.0, y), vec2(20.0, 20.0));
        letter_square(ui.painter(), square, square_of(coding, cx), cx.theme);
    } else {
        let facts = (cx.words.coding_facts)(
            coding.map_or(0, |coding| coding.evidence.len()),
            coding.is_some_and(|coding| !coding.memo.is_empty()),
            coding.is_some_and(|coding| coding.later),
        );
        let at = pos2(rect.left() + 30.0, rect.top() + 44.0);
        let font = Face::Sans.size(text::SMALL);
        ui.painter().text(at, egui::Align2::LEFT_CENTER, facts, font, cx.theme.ink3);
        let line =
            Rect::from_min_max(pos2(rect.left(), rect.top() + 31.0), rect.right_bottom() - vec2(4.0, 7.0));
        let layout = Layout::right_to_left(Align::Center);
        let mut child =
            ui.new_child(egui::UiBuilder::new().id_salt(question.id).max_rect(line).layout(layout));
        tag_segments(&mut child, question, coding, cx);
    }
    focus_ring(ui, rect, response.has_focus(), cx.theme);
    ui.painter().hline(rect.x_range(), rect.bottom(), cx.theme.hairline());
    if response.clicked() {
        cx.ask(Command::GoQuestion(question.id));
    }
}

fn square_of<'a>(coding: Option<&Coding>, cx: &Cx<'a>) -> Square<'a> {
    let tag = coding.and_then(|coding| cx.project.codebook().tag(coding.tag.as_ref()?));
    match (tag, coding) {
        (Some(tag), Some(coding)) => {
            let (letter, colours) = (tag.letter.get(cx.words.language), cx.theme.tag(tag.swatch));
            if coding.evidence.is_empty() {
                Square::Tinted(letter, colours)
            } else {
                Square::Filled(letter, colours)
            }
        }
        (_, Some(coding)) if coding.later => Square::Later,
        _ => Square::Empty,
    }
}

fn tag_segments(ui: &mut Ui, question: &Question, coding: Option<&Coding>, cx: &mut Cx<'_>) {
    let language = cx.words.language;
    let items: Vec<Segment> = cx
        .project
        .codebook()
        .tags
        .iter()
        .map(|tag| {
            let chosen = coding.is_some_and(|coding| coding.tag.as_ref() == Some(&tag.id));
            let (letter, name) = (tag.letter.get(language), tag.name.get(language));
            Segment {
                text: if chosen { format!("{letter}  {name}") } else { letter.to_owned() },
                icon: None,
                name: format!("{} {}: {name}", cx.words.question, question.label),
                chosen,
                colours: Some(cx.theme.tag(tag.swatch)),
            }
        })
        .collect();
    let id = ui.scope_id().with(("tags", question.id));
    if let Some(nth) = segments(ui, id, &items, 24.0, Role::RadioButton, cx.theme) {
        cx.ask(Command::TagQuestion(question.id, nth + 1));
    }
}

fn question_text(ui: &mut Ui, document: &Document, question: &Question, cx: &Cx<'_>) {
    ui.horizontal_top(|ui| {
        let font = Face::SansSemibold.size(text::BODY);
        let label = job(question.label.as_str(), font, cx.theme.ink2, 19.0, 40.0);
        let galley = ui.painter().layout_job(label);
        let (rect, _) = ui.allocate_exact_size(vec2(galley.size().x.max(16.0), 19.0), Sense::hover());
        ui.painter().galley(pos2(rect.right() - galley.size().x, rect.top()), galley, cx.theme.ink2);
        let width = ui.available_width();
        let words = document.reading(question.text);
        let response =
            say(ui, job(words.as_str(), Face::SansSemibold.size(text::BODY), cx.theme.ink, 19.0, width));
        let name = format!("{} {}, {}", cx.words.question, question.label, cx.words.open_question);
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &name));
    });
}

/// One tag of the open question: letter, word, definition in five words, key.
fn tag_row(ui: &mut Ui, tag: &Tag, key: usize, chosen: bool, question: &Question, cx: &mut Cx<'_>) {
    let language = cx.words.language;
    let colours = cx.theme.tag(tag.swatch);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::click());
    let name = tag.name.get(language);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, name));
    let radius = CornerRadius::same(space::RADIUS_CONTROL);
    let (fill, line) = match (chosen, response.hovered()) {
        (true, _) => (colours.tint, egui::Stroke::new(1.5, colours.fill)),
        (false, true) => (cx.theme.hover, cx.theme.hairline()),
        (false, false) => (cx.theme.raised, cx.theme.hairline()),
    };
    let painter = ui.painter();
    painter.rect(rect, radius, fill, line, StrokeKind::Inside);
    let square = Rect::from_center_size(pos2(rect.left() + 19.0, rect.center().y), vec2(20.0, 20.0));
    let letter = tag.letter.get(language);
    let look = if chosen { Square::Filled(letter, colours) } else { Square::Outlined(letter, colours) };
    letter_square(painter, square, look, cx.theme);
    let face = if chosen { Face::SansSemibold } else { Face::SansMedium };
    let ink = if chosen { colours.text } else { cx.theme.ink };
    let middle = rect.center().y;
    let word = painter.text(
        pos2(rect.left() + 39.0, middle),
        egui::Align2::LEFT_CENTER,
        name,
        face.size(text::BODY),
        ink,
    );
    let line = if chosen { colours.fill } else { cx.theme.line };
    let ink = if chosen { colours.text } else { cx.theme.ink2 };
    let cap = key_cap(painter, pos2(rect.right() - 9.0, middle), &key.to_string(), ink, line);
    let right = rect.right() - 9.0 - cap - 10.0;
    if rect.width() > 310.0 {
        let font = Face::Sans.size(text::SMALL);
        let short = painter.layout_job(elided(
            tag.short.get(language),
            font,
            cx.theme.ink2,
            right - word.right() - 12.0,
        ));
        painter.galley(pos2(right - short.size().x, middle - short.size().y / 2.0), short, cx.theme.ink2);
    }
    focus_ring(ui, rect, response.has_focus(), cx.theme);
    if response.clicked() {
        cx.ask(Command::TagQuestion(question.id, key));
    }
}

/// A small heading with its key at the left and a fact at the right.
fn section(ui: &mut Ui, name: &str, key: Option<String>, fact: &str, cx: &Cx<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 18.0), Sense::hover());
    let painter = ui.painter();
    let font = Face::Sans.size(text::SMALL);
    let middle = rect.center().y;
    let at = pos2(rect.left(), middle);
    let drawn = painter.text(at, egui::Align2::LEFT_CENTER, name, font.clone(), cx.theme.ink2);
    if let Some(key) = key {
        let width = crate::ui::widgets::width_of(ui, &key, Face::SansSemibold.size(text::BADGE)) + 10.0;
        key_cap(
            painter,
            pos2(drawn.right() + 8.0 + width.max(18.0), middle),
            &key,
            cx.theme.ink2,
            cx.theme.line,
        );
    }
    painter.text(pos2(rect.right(), middle), egui::Align2::RIGHT_CENTER, fact, font, cx.theme.ink3);
}

/// The passages of the open question, verbatim.
fn evidence(
    ui: &mut Ui,
    document: &Document,
    question: QuestionRef,
    coding: Option<&Coding>,
    cx: &mut Cx<'_>,
) {
    let passages = coding.map(|coding| &coding.evidence[..]).unwrap_or_default();
    let key = shortcuts::shown(&Command::Evidence, cx.words);
    section(ui, cx.words.evidence, key, &(cx.words.passages)(passages.len()), cx);
    ui.add_space(6.0);
    if passages.is_empty() {
        let width = ui.available_width();
        let hint = cx.words.evidence_hint;
        say(ui, job(hint, Face::Sans.size(text::SMALL), cx.theme.ink3, text::SMALL_LINE, width));
        return;
    }
    let tag = coding.and_then(|coding| cx.project.codebook().tag(coding.tag.as_ref()?));
    let bar = tag.map_or(cx.theme.ink3, |tag| cx.theme.tag(tag.swatch).fill);
    for (nth, passage) in passages.iter().enumerate() {
        if nth > 0 {
            ui.add_space(6.0);
        }
        ui.horizontal_top(|ui| {
            let width = ui.available_width() - 40.0;
            let lost = !passage.is_in_place(&document.body);
            let quote = if lost { passage.quote.exact.clone() } else { document.reading(passage.span) };
            let ink = if lost { cx.theme.alert } else { cx.theme.ink };
            let words = job(quote.as_str(), Face::Serif.size(15.0), ink, 21.0, width - 13.0);
            let galley = ui.painter().layout_job(words);
            let size = vec2(width, galley.size().y);
            let (rect, response) = ui.allocate_exact_size(size, Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, (cx.words.passage_name)(&quote)));
            let line = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
            ui.painter().rect_filled(line, CornerRadius::ZERO, bar);
            ui.painter().galley(rect.min + vec2(13.0, 0.0), galley, ink);
            focus_ring(ui, rect, response.has_focus(), cx.theme);
            if response.clicked() {
                cx.ask(Command::ShowPlace(passage.span));
            }
            if icon_button(ui, icon::CLOSE, cx.words.drop_evidence, true, cx.theme).clicked() {
                cx.ask(Command::DropEvidence(question, passage.span));
            }
        });
    }
}
