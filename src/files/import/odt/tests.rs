//! Writer files, made here and by Writer, and the lines they give.

use super::super::printed::{Failure, Printed};
use super::super::samples::{damage, damage_parts, pack, show};
use super::read;

const TYPE: (&str, &str) = ("mimetype", "application/vnd.oasis.opendocument.text");

fn try_text(styles: &str, text: &str, common: &str) -> Result<Printed, Failure> {
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles>
         <office:body><office:text>{text}</office:text></office:body></office:document-content>"
    );
    read(&pack(&[TYPE, ("content.xml", &content), ("styles.xml", common)]))
}

fn check_with(styles: &str, text: &str, common: &str, expect: &str) {
    assert_eq!(show(&try_text(styles, text, common).expect("a document")), expect, "{text}");
}

fn check(text: &str, expect: &str) {
    check_with("", text, "", expect);
}

#[test]
fn paragraphs_and_what_is_in_them() {
    check(
        "<text:h>Über\n  schrift</text:h><text:p> a <text:span> b</text:span><text:s text:c='2'/>c<text:tab/>d<text:line-break/>e </text:p><text:p/>",
        "¶ Über schrift\n¶ a b  c\td\ne\n",
    );
    check(
        "<text:tracked-changes><text:deletion><text:p>alt</text:p></text:deletion></text:tracked-changes>
        <text:p>neu<office:annotation><text:p>Kommentar</text:p></office:annotation><text:change/></text:p>",
        "¶ neu\n",
    );
    check(
        "<text:p>a<draw:frame><draw:text-box> <text:p>Kasten</text:p> </draw:text-box><svg:desc>Bild</svg:desc></draw:frame>b</text:p>",
        "¶ Kasten\n¶ ab\n",
    );
    check(
        "<text:section text:display='none'><text:p>weg</text:p></text:section><text:section><text:p>da</text:p></text:section>",
        "¶ da\n",
    );
    check(
        "<text:p><text:title>Titel</text:title><text:hidden-text>x</text:hidden-text><text:s text:c='999999999'/>.</text:p>",
        &format!("¶ Titel{}.\n", " ".repeat(100)),
    );
    check("", "");
}

#[test]
fn a_row_is_a_line() {
    check("<table:table><table:table-row><table:table-cell><text:p>Jahr</text:p></table:table-cell><table:covered-table-cell/>
        <table:table-cell><text:p>a</text:p><text:p>b</text:p></table:table-cell></table:table-row></table:table>", "¶ Jahr\t\ta b\n");
}

#[test]
fn pages_turn_where_writer_turned_them() {
    check(
        "<text:p>a</text:p><text:soft-page-break/><text:p>b <text:soft-page-break/>c</text:p><text:p>d</text:p>",
        "¶ a\n---\n¶ b c\n---\n¶ d\n",
    );
    check_with("<style:style style:name='P1' style:family='paragraph'><style:paragraph-properties fo:break-before='page'/></style:style>
        <style:style style:name='P2' style:family='paragraph'><style:paragraph-properties fo:break-after='page'/></style:style>
        <style:style style:name='P3' style:family='paragraph' style:master-page-name='Quer'/>",
        "<text:p text:style-name='P3'>a</text:p><text:p text:style-name='P1'>b</text:p><text:p text:style-name='P2'>c</text:p><text:p>d</text:p>
        <text:p text:style-name='P3'>e</text:p>", "", "¶ a\n---\n¶ b\n¶ c\n---\n¶ d\n---\n¶ e\n");
}

const LISTS: &str = "<text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>
    <text:list-level-style-number text:level='2' style:num-format='a' style:num-suffix=')'/></text:list-style>
    <text:list-style style:name='B'><text:list-level-style-bullet text:level='1' text:bullet-char='-'/></text:list-style>";

fn item(inside: &str) -> String {
    format!("<text:list-item>{inside}</text:list-item>")
}

fn list(attributes: &str, inside: &str) -> String {
    format!("<text:list {attributes}>{inside}</text:list>")
}

#[test]
fn lists_are_counted() {
    let inner =
        list("", &[item("<text:p>x</text:p>"), item("<text:p>y</text:p><text:p>mehr</text:p>")].concat());
    let outer = [item(&format!("<text:p>eins</text:p>{inner}")), item("<text:p>zwei</text:p>")].concat();
    let text = list("text:style-name='L'", &outer);
    check_with(LISTS, &text, "", "¶ 1. eins\na) x\nb) y\n¶ mehr\n¶ 2. zwei\n");
}

#[test]
fn lists_count_on_only_if_they_say_so() {
    let one = item("<text:p>x</text:p>");
    let text = [
        list("text:style-name='L' xml:id='i'", &one),
        list("text:style-name='L'", &one),
        list("text:style-name='L' text:continue-numbering='true'", &one),
        list("text:style-name='L' text:continue-list='i'", &item(&list("", &one))),
        list("text:style-name='L' text:continue-list='i'", &one),
        list("text:style-name='L'", "<text:list-header><text:p>Kopf</text:p></text:list-header><text:list-item text:start-value='7'><text:p>x</text:p></text:list-item>"),
        list("text:style-name='B'", &[one.clone(), item("<text:p/>")].concat()),
        list("text:style-name='fehlt'", &one),
    ]
    .concat();
    check_with(LISTS, &text, "", "¶ 1. x\n1. x\n2. x\na) x\n2. x\n¶ Kopf\n¶ 7. x\n• x\n¶ x\n");
}

#[test]
fn headings_are_counted_by_the_outline() {
    let outline = "<s><text:outline-style><text:outline-level-style text:level='1' style:num-format='I' style:num-suffix='.'/>
        <text:outline-level-style text:level='2' style:num-format='1' text:display-levels='2'/></text:outline-style></s>";
    check_with("", "<text:h text:outline-level='1'>A</text:h><text:h text:outline-level='2'>B</text:h><text:h text:outline-level='3'>C</text:h>
        <text:h text:outline-level='1' text:is-list-header='true'>D</text:h><text:h text:outline-level='1'>E</text:h>", outline,
        "¶ I. A\nI.1 B\n¶ C\n¶ D\n¶ II. E\n");
}

#[test]
fn notes_follow_their_paragraph() {
    check("<text:p>Wort<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Quelle.</text:p><text:p>Mehr.</text:p>
        </text:note-body></text:note>.</text:p>", "¶ Wort[1].\n^ ¶ 1 Quelle.\n^ Mehr.\n");
}

#[test]
fn heads_and_feet_come_once_at_the_end() {
    check_with("", "<text:p>Text</text:p>", "<s><office:styles><x>nein</x></office:styles><style:master-page><style:header><text:p>Landtag</text:p></style:header>
        <style:header-left style:display='false'><text:p>nein</text:p></style:header-left><style:footer><text:p>Seite 1</text:p><text:p>Landtag</text:p></style:footer></style:master-page></s>",
        "¶ Text\n= ¶ Landtag\n= ¶ Seite 1\n");
}

#[test]
fn a_part_that_ends_early_gives_what_it_has() {
    let cut = |content: &str| read(&pack(&[TYPE, ("content.xml", content)]));
    assert_eq!(show(&cut("<office:body><text:p>noch da").expect("some text")), "¶ noch da\n");
    assert!(matches!(cut("<office:body><text:p>"), Err(Failure::Broken(_))));
    assert_eq!(show(&cut("").expect("an empty document")), "");
    assert!(matches!(read(&pack(&[TYPE])), Err(Failure::Broken(_))));
    assert!(matches!(cut(&"<text:list><text:list-item>".repeat(50_000)), Err(Failure::Broken(_))));
}

#[test]
fn a_password_is_said() {
    let manifest = "<m><manifest:encryption-data/></m>";
    let bytes = pack(&[TYPE, ("content.xml", "\u{1}"), ("META-INF/manifest.xml", manifest)]);
    assert_eq!(read(&bytes), Err(Failure::Locked));
}

/// The same paper and the same lines as in the tests of Word files.
#[test]
fn a_paper_from_writer() {
    let bytes = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats/anfrage.odt"));
    assert_eq!(
        show(&read(bytes).expect("a paper")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats/anfrage.txt"))
    );
    damage(bytes, read);
    damage_parts(bytes, &["content.xml", "styles.xml", "META-INF/manifest.xml"], read);
}
