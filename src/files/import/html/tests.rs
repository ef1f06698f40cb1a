//! Web pages and the lines they give.

use super::super::samples::{damage, show};
use super::read;

fn check(html: &str, expect: &str) {
    assert_eq!(show(&read(html.as_bytes()).expect("never fails")), expect, "{html}");
}

#[test]
fn blocks_are_lines() {
    check(
        "<h1>Kleine\n  Anfrage</h1><p>der <b>Abgeordneten</b>&nbsp;Müßig<br>vom 3.&shy;2.<p>zwei</p>drei",
        "¶ Kleine Anfrage\n¶ der Abgeordneten\u{a0}Müßig\nvom 3.2.\n¶ zwei\n¶ drei\n",
    );
    check("a<br><br>b</br>c<hr>d", "¶ a\n¶ b\nc\n¶ d\n");
    check("<pre>\n a  b\n\n  c</pre>", "¶ a  b\n¶ c\n");
    check("<p>5 &lt; 6 &amp; x&#228; 10<sup>6</sup></p>", "¶ 5 < 6 & xä 106\n");
    check("", "");
}

#[test]
fn what_is_not_shown_is_not_read() {
    check(
        "<head><title>T</title><style>p{}</style><script>if (a<b) '</p>'</script><body><p>da<template><p>x</template><noscript><p>x</noscript>",
        "¶ da\n",
    );
    check(
        "<nav><ul><li>Start</ul></nav><div hidden>x<p>y</p></div><p hidden>x<p>da<p style='DISPLAY : none'>x",
        "¶ da\n",
    );
    check("<select><option>x</select><button>x</button><svg><text>x</text></svg>da<!-- x -->", "¶ da\n");
    check("<p>vor <iframe><p>x</iframe>nach", "¶ vor nach\n");
}

#[test]
fn heads_of_the_page_are_furniture_but_heads_of_the_paper_are_text() {
    check(
        "<header>Landtag</header><main><header><h1>Anfrage</h1></header><p>Text</main><footer>Impressum</footer>",
        "= ¶ Landtag\n¶ Anfrage\n¶ Text\n= ¶ Impressum\n",
    );
}

#[test]
fn rows_are_lines() {
    check(
        "<table><caption>Zahlen</caption><thead><tr><th>Jahr<th>Zahl<tbody><tr><td>2024</td><td><p>7<p>8</td></tr></table>danach",
        "¶ Zahlen\n¶ Jahr\tZahl\n2024\t7 8\n¶ danach\n",
    );
    check("<table><tr><td><table><tr><td>a<td>b</table></td></tr></table>", "¶ a\tb\n");
    check("<table><td>a<td>b</table>", "¶ a\tb\n");
    check("<div><table><tr><td>a</div><td>b</table>", "¶ a\tb\n");
}

#[test]
fn items_are_numbered() {
    check(
        "<ol><li>eins<li><p>zwei</p><p>mehr</p><ol type=a><li>x<li>y</ol><li>drei</ol>",
        "¶ 1. eins\n2. zwei\n¶ mehr\n¶ a. x\nb. y\n3. drei\n",
    );
    check("<ol start=4 type=I><li>a<li value=9>b<li>c</ol>", "¶ IV. a\nIX. b\nX. c\n");
    check(
        "<ol reversed start=2><li>a<li>b<li>c<li>d</ol><ol reversed><li>e</ol>",
        "¶ 2. a\n1. b\n0. c\n-1. d\n¶ e\n",
    );
    check(
        "<ul><li>a<li><li>b</ul><ol><li></ol><ul style='list-style: none'><li>c</ul>",
        "¶ • a\n• b\n1.\n¶ c\n",
    );
    check("<ol><li>1. Wer?<li>2) Was?<li>Wo?</ol>", "¶ 1. Wer?\n2) Was?\n3. Wo?\n");
    check("<ol><li><ol style='list-style-type:lower-roman'><li>x</ol></ol><li>lose", "¶ 1. i. x\n¶ lose\n");
    check(
        "<ol start=99999999999999999999><li>a</ol><ol start=9223372036854775807><li>a<li>b</ol>",
        "¶ 1. a\n9223372036854775807. a\n9223372036854775807. b\n",
    );
}

#[test]
fn the_encoding_is_told_or_guessed() {
    let check = |bytes: &[u8]| assert_eq!(show(&read(bytes).expect("never fails")), "¶ Größe\n");
    check("<p>Größe".as_bytes());
    check(b"<p>Gr\xf6\xdfe");
    check(b"<meta charset='iso-8859-1'><p>Gr\xf6\xdfe");
    check(b"<meta http-equiv=content-type content='text/html; charset=windows-1252'><p>Gr\xf6\xdfe");
    check(b"<?xml version='1.0' encoding=\"ISO-8859-15\"?><p>Gr\xf6\xdfe");
    check("<meta charset=utf-16><p>Größe".as_bytes());
    check(&"\u{feff}<p>Größe".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
}

#[test]
fn depth_and_bad_nesting_do_no_harm() {
    for tag in ["<div>", "<b>", "<table><tr><td>", "<ol><li>", "<template>", "<p hidden>", "</div>"] {
        let deep = format!("{}Text", tag.repeat(20_000));
        let _ = show(&read(deep.as_bytes()).expect("never fails"));
    }
    check(&format!("{}Text{}", "<div>".repeat(5000), "</div>".repeat(5000)), "¶ Text\n");
    check("<b><p>fett</b> nicht</p><i>x</p>y</i>", "¶ fett nicht\n¶ xy\n");
}

#[test]
fn a_paper_from_writer() {
    let bytes = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats/anfrage.html"));
    assert_eq!(
        show(&read(bytes).expect("never fails")),
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/formats/anfrage.html.txt"))
    );
    damage(bytes, read);
}
