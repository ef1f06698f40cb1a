//! Word files, made here and by other programs, and the lines they give.

use super::super::printed::{Failure, Printed};
use super::super::samples::{damage, damage_parts, pack, show};
use super::read;

const TYPES: (&str, &str) = ("[Content_Types].xml", "<Types/>");

fn try_body(body: &str, parts: &[(&str, &str)]) -> Result<Printed, Failure> {
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let mut all = vec![TYPES, ("word/document.xml", document.as_str())];
    all.extend(parts);
    read(&pack(&all))
}

fn check_with(body: &str, parts: &[(&str, &str)], expect: &str) {
    assert_eq!(show(&try_body(body, parts).expect("a document")), expect, "{body}");
}

fn check(body: &str, expect: &str) {
    check_with(body, &[], expect);
}

#[test]
fn paragraphs_and_what_is_in_them() {
    check(
        "<w:p><w:r><w:t>Grüße &amp;</w:t><w:tab/><w:t xml:space='preserve'> mehr </w:t></w:r></w:p><w:p/>",
        "¶ Grüße &\t mehr\n",
    );
    check(
        "<w:p><w:r><w:t>eins</w:t><w:br/><w:t>zwei</w:t></w:r></w:p><w:p><w:r><w:t>drei</w:t></w:r></w:p>",
        "¶ eins\nzwei\n¶ drei\n",
    );
    check(
        "<w:p><w:r><w:t>E</w:t><w:noBreakHyphen/><w:t>Mail, Ver</w:t><w:softHyphen/><w:t>kehr\u{ad}</w:t></w:r></w:p>",
        "¶ E-Mail, Verkehr\n",
    );
    check(
        "<w:p><w:pPr><w:tabs><w:tab w:pos='1'/></w:tabs></w:pPr><w:r><w:t>ohne</w:t></w:r></w:p>",
        "¶ ohne\n",
    );
    check(
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r><w:r><w:t>offen</w:t></w:r></w:p>",
        "¶ offen\n",
    );
    check(
        "<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent><w:p><w:hyperlink><w:r><w:t>Link</w:t></w:r></w:hyperlink></w:p></w:sdtContent></w:sdt>",
        "¶ Link\n",
    );
    check(
        "<w:p><w:r><w:sym w:font='Symbol' w:char='F0B7'/><w:sym w:char='F0FC'/><w:sym w:char='00A7'/></w:r></w:p>",
        "¶ •§\n",
    );
    check("", "");
}

#[test]
fn what_was_deleted_is_gone_and_what_was_added_is_there() {
    check(
        "<w:p><w:r><w:t>Das </w:t></w:r><w:del><w:r><w:delText>alte</w:delText><w:t>alte</w:t></w:r></w:del>
        <w:ins><w:r><w:t>neue</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>weg</w:t></w:r></w:moveFrom>
        <w:moveTo><w:r><w:t> hier</w:t></w:r></w:moveTo></w:p>",
        "¶ Das neue hier\n",
    );
    check(
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Ein </w:t></w:r></w:p><w:p><w:r><w:t>Satz</w:t></w:r></w:p>",
        "¶ Ein Satz\n",
    );
    check("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Ende</w:t></w:r></w:p>", "¶ Ende\n");
}

#[test]
fn fields_show_their_result() {
    check("<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText><w:t>code</w:t>
        <w:fldChar w:fldCharType='separate'/><w:t>7</w:t><w:fldChar w:fldCharType='end'/><w:t>.</w:t></w:r></w:p>", "¶ 7.\n");
    check("<w:p><w:fldSimple w:instr='DATE'><w:r><w:t>heute</w:t></w:r></w:fldSimple></w:p>", "¶ heute\n");
    check(
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p><w:p><w:r><w:t>bleibt</w:t></w:r></w:p>",
        "¶ bleibt\n",
    );
}

#[test]
fn a_text_box_comes_once_and_before_its_paragraph() {
    check("<w:p><w:r><w:t>Absatz</w:t><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent><w:p><w:r><w:t>Kasten</w:t></w:r></w:p>
        </w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:p><w:r><w:t>Kasten</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>
        <w:t xml:space='preserve'> weiter</w:t></w:r></w:p>", "¶ Kasten\n¶ Absatz weiter\n");
}

#[test]
fn a_row_is_a_line() {
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let row =
        |cells: &[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(|text| cell(text)).collect::<String>());
    check(
        &format!("<w:tbl>{}{}</w:tbl>", row(&["Jahr", "", "Zahl"]), row(&["2024", "x", "7"])),
        "¶ Jahr\t\tZahl\n2024\tx\t7\n",
    );
    let nested = format!(
        "<w:tbl><w:tr>{}<w:tc><w:tbl>{}</w:tbl><w:p/></w:tc></w:tr></w:tbl>",
        cell("a"),
        row(&["b", "c"])
    );
    check(&nested, "¶ a\tb\tc\n");
}

#[test]
fn pages_turn_where_word_turned_them() {
    check("<w:p><w:r><w:t>a</w:t><w:br w:type='page'/><w:t>b</w:t></w:r></w:p>", "¶ a\n---\n¶ b\n");
    check(
        "<w:p><w:r><w:t>a </w:t><w:lastRenderedPageBreak/><w:t>b</w:t></w:r></w:p><w:p><w:r><w:t>c</w:t></w:r></w:p>",
        "¶ a b\n---\n¶ c\n",
    );
    check(
        "<w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>b</w:t></w:r></w:p>",
        "¶ a\n---\n¶ b\n",
    );
    check(
        "<w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>b</w:t></w:r></w:p>",
        "¶ a\n---\n¶ b\n",
    );
    check("<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:p><w:pPr><w:sectPr><w:type w:val='continuous'/></w:sectPr></w:pPr>
        <w:r><w:t>b</w:t></w:r></w:p><w:p><w:r><w:t>c</w:t></w:r></w:p><w:sectPr/>", "¶ a\n¶ b\n---\n¶ c\n");
}

#[test]
fn numbers_stand_before_their_paragraphs() {
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='3'/>
        <w:numFmt w:val='decimal'/><w:lvlText w:val='Frage %1:'/></w:lvl><w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/>
        <w:lvlText w:val='\u{f0b7}'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>";
    let item = |depth: usize, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body = [item(0, "Wer?"), item(1, "Punkt"), item(1, ""), item(0, ""), item(0, "Was?")].concat();
    check_with(
        &body,
        &[("word/numbering.xml", numbering)],
        "¶ Frage 3: Wer?\n• Punkt\n¶ Frage 4:\nFrage 5: Was?\n",
    );
}

#[test]
fn notes_follow_the_paragraph_that_refers_to_them() {
    let notes = "<w:footnotes><w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote>
        <w:footnote w:id='1'><w:p><w:r><w:footnoteRef/><w:t xml:space='preserve'> Quelle.</w:t></w:r></w:p><w:p><w:r><w:t>Mehr.</w:t></w:r></w:p></w:footnote>
        <w:footnote w:id='2'><w:p><w:r><w:t>* Eigen.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let ends =
        "<w:endnotes><w:endnote w:id='1'><w:p><w:r><w:t>Ende.</w:t></w:r></w:p></w:endnote></w:endnotes>";
    check_with("<w:p><w:r><w:t>Wort</w:t><w:footnoteReference w:id='1'/><w:t>, noch</w:t><w:endnoteReference w:id='1'/><w:t>.</w:t></w:r></w:p>
        <w:p><w:r><w:t>Stern</w:t><w:footnoteReference w:customMarkFollows='1' w:id='2'/><w:t>*</w:t><w:footnoteReference w:id='1'/></w:r></w:p>",
        &[("word/footnotes.xml", notes), ("word/endnotes.xml", ends)],
        "¶ Wort[1], noch[i].\n^ ¶ 1 Quelle.\n^ Mehr.\n^ ¶ i Ende.\n¶ Stern*[2]\n^ ¶ * Eigen.\n");
    let decimal = "<w:settings><w:endnotePr><w:numFmt w:val='decimal'/></w:endnotePr></w:settings>";
    check_with(
        "<w:p><w:r><w:t>x</w:t><w:endnoteReference w:id='1'/></w:r></w:p>",
        &[("word/endnotes.xml", ends), ("word/settings.xml", decimal)],
        "¶ x[1]\n^ ¶ 1 Ende.\n",
    );
}

#[test]
fn heads_and_feet_come_once_at_the_end() {
    let head = "<w:hdr><w:p><w:r><w:t>Landtag</w:t></w:r></w:p></w:hdr>";
    check_with(
        "<w:p><w:r><w:t>Text</w:t></w:r></w:p>",
        &[
            ("word/header1.xml", head),
            ("word/header2.xml", head),
            ("word/footer1.xml", "<w:ftr><w:p><w:r><w:t>Seite 1"),
        ],
        "¶ Text\n= ¶ Landtag\n= ¶ Seite 1\n",
    );
}

#[test]
fn a_part_that_ends_early_gives_what_it_has() {
    let cut = |document: &str| read(&pack(&[TYPES, ("word/document.xml", document)]));
    assert_eq!(show(&cut("<w:body><w:p><w:r><w:t>noch da").expect("some text")), "¶ noch da\n");
    assert!(matches!(cut("<w:body><w:p><w:r>"), Err(Failure::Broken(_))));
    assert!(matches!(cut("<w:body><w:p></w:x>"), Err(Failure::Broken(_))));
    assert_eq!(show(&cut("").expect("an empty document")), "");
    assert!(matches!(read(&pack(&[TYPES])), Err(Failure::Broken(_))));
    assert!(matches!(read(b"PK\x03\x04"), Err(Failure::Broken(_))));
    assert!(matches!(cut(&"<w:p>".repeat(50_000)), Err(Failure::Broken(_))));
}

#[test]
fn a_paper_from_writer() {
    let bytes = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats/anfrage.docx"));
    assert_eq!(
        show(&read(bytes).expect("a paper")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats/anfrage.txt"))
    );
    damage(bytes, read);
    let parts = ["word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml"];
    damage_parts(bytes, &parts, read);
}

#[test]
fn a_paper_from_python() {
    let bytes =
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats/schriftlich.docx"));
    assert_eq!(
        show(&read(bytes).expect("a paper")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats/schriftlich.txt"))
    );
    damage(bytes, read);
}
