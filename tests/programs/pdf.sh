#!/usr/bin/env bash
# The PDF of a study in the programs that receive it: sound, embedded, tagged, with every word of the Markdown.
# pdf.sh BINARY WORK. Needs qpdf, poppler-utils, mupdf-tools and python3.
set -euo pipefail

binary=$(realpath "$1")
mkdir -p "$2"
work=$(realpath "$2")
study=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../fixtures/programs/study.ron")

fail() {
    echo "pdf.sh: $*" >&2
    exit 1
}

export_to() { # LANGUAGE OUT [more]
    "$binary" export "$study" --language "$1" --day 2026-05-04 --to "$2" "${@:3}"
}

check() { # FILE LANGUAGE
    local file=$1 language=$2 info fonts
    qpdf --check "$file" >"$work/qpdf.txt" 2>&1 || fail "qpdf finds fault with $file: $(cat "$work/qpdf.txt")"
    # mutool tells faults on stderr and rewrites the file all the same.
    mutool clean "$file" "$work/clean.pdf" 2>"$work/mutool.txt"
    [ ! -s "$work/mutool.txt" ] || fail "mutool finds fault with $file: $(cat "$work/mutool.txt")"

    # Old poppler wants /Suspects where the format has none, and says so on stderr.
    fonts=$(pdffonts "$file" 2>/dev/null | tail -n +3)
    [ "$(wc -l <<<"$fonts")" -ge 4 ] || fail "$file has too few fonts: $fonts"
    if grep -vE ' yes +yes +yes +[0-9]+ +[0-9]+ *$' <<<"$fonts"; then
        fail "a font of $file is not embedded, not cut down, or without Unicode"
    fi

    info=$(pdfinfo "$file" 2>/dev/null)
    grep -qE '^Title: +[^ ]' <<<"$info" || fail "$file has no title"
    grep -qE '^Tagged: +yes' <<<"$info" || fail "$file is not tagged"
    grep -qE '^JavaScript: +no' <<<"$info" || fail "$file has scripts"
    grep -qE 'A4' <<<"$info" || fail "$file is not A4"
    grep -qE '^CreationDate: +Mon May +4 .*2026' <<<"$info" || fail "$file does not carry the day it was ordered for"
    [ "$(mutool show "$file" trailer/Root/Lang)" = "($language)" ] || fail "$file does not say its language"
    pdfinfo -meta "$file" 2>/dev/null >"$work/meta.xml"
    grep -q '<pdfaid:part>2</pdfaid:part>' "$work/meta.xml" || fail "$file does not claim PDF/A-2"
    grep -q '<pdfuaid:part>1</pdfuaid:part>' "$work/meta.xml" || fail "$file does not claim PDF/UA-1"
}

for language in de en; do
    export_to "$language" "$work/study-$language.pdf"
    export_to "$language" "$work/again-$language.pdf"
    cmp "$work/study-$language.pdf" "$work/again-$language.pdf" || fail "two runs give two files"
    check "$work/study-$language.pdf" "$language"
    for document in 1 2 6; do
        export_to "$language" "$work/one-$language-$document.pdf" --document "$document"
        export_to "$language" "$work/one-$language-$document.md" --document "$document"
        check "$work/one-$language-$document.pdf" "$language"
        # As it is heard, and as it is seen.
        pdfinfo -struct-text "$work/one-$language-$document.pdf" >"$work/heard.txt" 2>/dev/null
        pdftotext -layout "$work/one-$language-$document.pdf" "$work/seen.txt" 2>/dev/null
        python3 - "$work/one-$language-$document.md" "$work/heard.txt" "$work/seen.txt" <<'PYTHON'
import html, re, sys

markdown, heard, seen = (open(path, encoding="utf-8", errors="replace").read() for path in sys.argv[1:])


def letters(text):
    return "".join(c for c in text if c.isalnum())


# The words of the file in the order in which a screen reader says them.
heard = letters("".join(re.findall(r'^\s*"(.*)"$', heard, re.M)))
seen = set(re.findall(r"\w+", seen))

cells = 0
for line in markdown.splitlines():
    if not line.startswith("|") or line.startswith("| ---"):
        continue
    for cell in re.split(r"(?<!\\)\|", line)[1:-1]:
        for part in cell.split("<br>"):
            part = html.unescape(re.sub(r"\\(.)", r"\1", part)).strip(" *")
            if part.startswith("("):
                part = part.replace(", ", "")
            if letters(part) and letters(part) not in heard:
                sys.exit(f"pdf.sh: not heard in its order: {part!r}")
            cells += 1
if cells < 20:
    sys.exit(f"pdf.sh: only {cells} cells were looked for")

words = set(re.findall(r"\b[A-Za-zÄÖÜäöüß]{4,12}\b", re.sub(r"<br>|&\w+;", " ", markdown)))
missing = sorted(word for word in words if word not in seen)
# A few long words may be broken at a hyphen or at the end of a line.
if len(words) < 50 or len(missing) > len(words) // 50:
    sys.exit(f"pdf.sh: {len(missing)} of {len(words)} words are not seen: {missing[:20]}")
PYTHON
    done
done

# Bookmarks: one for each section, the list of contents included.
papers=$(mutool show "$work/study-de.pdf" outline | wc -l)
[ "$papers" -ge 14 ] || fail "only $papers bookmarks"
pdftotext -layout -f 3 -l 3 "$work/study-de.pdf" - 2>/dev/null | grep -q 'Belegstelle' ||
    fail 'the head of the table is not repeated on the next page'
echo "pdf.sh: fine, $papers bookmarks"
