//! REFI-QDA that is broken or was made to harm: refused in words or listed, never a panic and never much memory.

mod support;

use landtag_annotator::files::export::zipped;
use landtag_annotator::model::{Language, Omission, Problem, Project};
use support::refi::{CODES, PAPER, back, code, foreign_qde, out, packed, qde, read, unpacked};
use support::{sample, session};

fn refused(bytes: &[u8]) -> Problem {
    read(bytes).expect_err("it is refused")
}

#[test]
fn broken_files_are_refused_in_words() {
    let source = format!(
        "<TextSource guid=\"1\" name=\"a\"><PlainTextContent>{PAPER}</PlainTextContent></TextSource>"
    );
    let fine = foreign_qde("X", CODES, &source);
    assert!(read(&packed(&fine, &[])).is_ok());
    let broken = |bytes: &[u8], what: &str| match refused(bytes) {
        Problem::FileBroken { reason, .. } => assert!(reason.contains(what), "{reason}"),
        other => panic!("{what}: {other:?}"),
    };
    broken(b"no archive", "");
    broken(&packed(&fine, &[])[..200], "");
    broken(&zipped(&[("a.txt".to_owned(), b"x".to_vec())], &[]), "no project.qde");
    broken(&packed("", &[]), "no XML");
    broken(&packed("<CodeBook/>", &[]), "CodeBook");
    broken(&packed(&fine[..fine.len() - 10], &[]), "ends within");
    broken(&packed(&fine[..fine.len() - 4], &[]), "syntax");
    // Ways out of the folder into which somebody might unpack it.
    broken(&packed(&fine, &[("../../.bashrc", b"x")]), "leads out");
    broken(&packed(&fine, &[("/etc/cron.d/x", b"x")]), "leads out");
    broken(&packed(&fine, &[("sources\\..\\..\\x", b"x")]), "leads out");
    // Entities that grow, and that read a file.
    let laughs = "<!DOCTYPE p [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    let external = "<!DOCTYPE p [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
    for declaration in [laughs, external] {
        let text = fine.replacen("?>", &format!("?>{declaration}"), 1);
        broken(&packed(&text, &[]), "document type");
    }
    // Elements without end.
    let deep = format!("{}{}", "<a>".repeat(200_000), "</a>".repeat(200_000));
    broken(&packed(&fine.replacen("<Sources>", &format!("{deep}<Sources>"), 1), &[]), "nested");
    assert!(matches!(refused(&packed(&foreign_qde("X", CODES, ""), &[])), Problem::FileEmpty { .. }));
}

#[test]
fn a_bomb_is_not_unpacked() {
    let source = "<TextSource guid=\"1\" name=\"a\" plainTextPath=\"internal://a.txt\"/>";
    let bomb = vec![b' '; 17 << 20];
    let bytes = packed(&foreign_qde("X", CODES, source), &[("sources/a.txt", &bomb)]);
    assert!(bytes.len() < 100_000, "it packs well: {}", bytes.len());
    assert!(matches!(refused(&bytes), Problem::FileEmpty { .. }));
    let text = format!(
        "<TextSource guid=\"2\" name=\"b\"><PlainTextContent>{PAPER}</PlainTextContent></TextSource>"
    );
    let bytes = packed(&foreign_qde("X", CODES, &format!("{source}{text}")), &[("sources/a.txt", &bomb)]);
    assert_eq!(back(&bytes).1, [Omission::SourceTooLarge { source: "a".to_owned(), limit: 16 }]);
}

#[test]
fn absurd_places_and_nested_codes_are_listed() {
    let place = |start: &str, end: &str| {
        format!(
            "<PlainTextSelection guid=\"{start}{end}\" name=\"\" startPosition=\"{start}\" endPosition=\"{end}\"><Coding guid=\"9\"><CodeRef targetGUID=\"{}\"/></Coding></PlainTextSelection>",
            code("Klar")
        )
    };
    let absurd = [
        place("-5", "7"),
        place("0", "99999999999999999999999999"),
        place("18446744073709551615", "18446744073709551615"),
        place("x", ""),
        place("4", "4"),
    ];
    let source = format!(
        "<TextSource guid=\"1\" name=\"a\"><PlainTextContent>{PAPER}</PlainTextContent>{}</TextSource>",
        absurd.concat()
    );
    let (_, left_out) = back(&packed(&foreign_qde("X", CODES, &source), &[]));
    assert_eq!(left_out.len(), absurd.len(), "{left_out:?}");
    let open: String = (0..60)
        .map(|nth| format!("<Code guid=\"g{nth}\" name=\"n{nth}\" isCodable=\"true\">"))
        .collect::<Vec<_>>()
        .concat();
    let codes = format!("{open}{}", "</Code>".repeat(60));
    let text = format!(
        "<TextSource guid=\"1\" name=\"a\"><PlainTextContent>{PAPER}</PlainTextContent></TextSource>"
    );
    let (project, left_out) = back(&packed(&foreign_qde("X", &codes, &text), &[]));
    assert_eq!(left_out, [Omission::CodeTooDeep { code: "n24".to_owned() }]);
    assert_eq!((project.codebook().tags.len(), project.codebook().facets.len()), (1, 23));
    let many: String = (0..12)
        .map(|nth| format!("<Code guid=\"g{nth}\" name=\"n{nth}\" isCodable=\"true\"/>"))
        .collect::<Vec<_>>()
        .concat();
    let (project, left_out) = back(&packed(&foreign_qde("X", &many, &text), &[]));
    assert_eq!((project.codebook().tags.len(), project.codebook().facets.len()), (9, 3));
    assert_eq!(left_out.len(), 3);
    let twice = "<Code guid=\"g\" name=\"n\" isCodable=\"true\"/>".repeat(2);
    let (_, left_out) = back(&packed(&foreign_qde("X", &twice, &text), &[]));
    assert_eq!(left_out, [Omission::GuidTwice { name: "n".to_owned() }]);
}

#[test]
fn no_damage_brings_the_reader_down() {
    let bytes = out(session(vec![sample()]).project(), Language::German);
    let files = unpacked(&bytes);
    let text = qde(&bytes);
    // Every part of the project is torn, turned and doubled somewhere.
    for nth in 0..60 {
        let at = text.floor_char_boundary(text.len() * nth / 60);
        let end = text.floor_char_boundary((at + 40 + nth * 7).min(text.len()));
        for damaged in [
            text[..at].to_owned(),
            format!("{}{}", &text[..at], &text[end..]),
            format!("{}{}{}", &text[..end], &text[at..end], &text[end..]),
            text.replace(&text[at..end], "\u{0}<&\"]]>"),
        ] {
            let mut files = files.clone();
            files[0].1 = damaged.into_bytes();
            if let Ok(arrived) = read(&zipped(&files, &[])) {
                assert!(Project::from_parts(arrived.parts).is_ok(), "what arrives fits together");
            }
        }
    }
    for nth in 0..200 {
        let mut damaged = bytes.clone();
        let at = bytes.len() * nth / 200;
        damaged[at] = damaged[at].wrapping_add(91);
        if let Ok(arrived) = read(&damaged) {
            assert!(Project::from_parts(arrived.parts).is_ok(), "what arrives fits together");
        }
    }
}
