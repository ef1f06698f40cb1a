#!/usr/bin/env bash
# Opens the pages in the programs that receive them: LibreOffice reads DOCX and ODT whole, Chromium prints HTML on A4,
# axe-core finds nothing serious.
#
#   pages.sh PATH-OF-landtag-annotator WORK-FOLDER
#
# Needs: soffice (writer), chromium, pdfinfo, pdftotext, python3 with axe-core-python (PyPI).
set -euo pipefail

program=$(realpath "$1")
mkdir -p "$2"
work=$(realpath "$2")
here=$(realpath "$(dirname "$0")")
fixtures="$here/../fixtures"

fail() {
    echo "pages: $*" >&2
    exit 1
}

project="$fixtures/programs/study.ron"
if [ ! -f "$project" ]; then
    project="$work/study.ron"
    rm -f "$project" "$project".*
    "$program" new "$project" "$fixtures"/hessen-invented.txt "$fixtures"/papers/b-bayern-18-24415.txt \
        "$fixtures"/unknown-form.txt >/dev/null
fi

pages="$work/pages"
rm -rf "$pages"
mkdir -p "$pages"
for layout in sheet press reading report; do
    for language in de en; do
        for ending in html md docx odt; do
            "$program" export "$project" --to "$pages/$layout-$language.$ending" --layout "$layout" \
                --language "$language" --day 2026-05-04 >/dev/null
        done
    done
done

# LibreOffice: every file opens, prints on A4, and gives its words back.
profile="-env:UserInstallation=file://$work/office"
(
    cd "$pages"
    for ending in docx odt; do
        mkdir -p "$ending"
        soffice "$profile" --headless --convert-to pdf --outdir "$ending" ./*."$ending" >"$work/office.log" 2>&1
        soffice "$profile" --headless --convert-to "txt:Text (encoded):UTF8" --outdir "$ending" ./*."$ending" \
            >>"$work/office.log" 2>&1
    done
)
for file in "$pages"/*.docx "$pages"/*.odt; do
    name=$(basename "$file")
    made="$pages/${name##*.}/${name%.*}"
    [ -s "$made.pdf" ] || fail "LibreOffice did not open $name (see $work/office.log)"
    pdfinfo "$made.pdf" | grep -q "Page size:.*A4" || fail "$name is not on A4"
done
python3 "$here/pages_words.py" "$pages"

# Chromium: prints on A4, and asks for nothing.
browser() {
    chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/browser" "$@" 2>>"$work/browser.log"
}
for file in "$pages"/*.html; do
    browser --no-pdf-header-footer --print-to-pdf="${file%.html}.pdf" "file://$file" >/dev/null
    pdfinfo "${file%.html}.pdf" | grep -q "Page size:.*A4" || fail "$(basename "$file") does not print on A4"
    if grep -qE "<(script|link|img|iframe)|url\(|@import|https?:" "$file"; then
        fail "$(basename "$file") asks for something outside"
    fi
done

# axe-core, in a copy that may run it.
axe=$(python3 -c 'import importlib.util as u, pathlib; print(pathlib.Path(u.find_spec("axe_core_python").origin).with_name("axe.min.js"))') ||
    fail "the Python package axe-core-python is not there"
[ -f "$axe" ] || fail "axe-core is not there"
mkdir -p "$work/axe"
for file in "$pages"/*.html; do
    name=$(basename "$file" .html)
    python3 "$here/pages_axe.py" copy "$file" "$axe" "$work/axe/$name.html"
    browser --window-size=1280,1600 --virtual-time-budget=60000 --dump-dom "file://$work/axe/$name.html" \
        >"$work/axe/$name.out"
    python3 "$here/pages_axe.py" judge "$work/axe/$name.out"
done

echo "pages: $(find "$pages" -maxdepth 1 -name '*.docx' -o -maxdepth 1 -name '*.odt' | wc -l) office files and" \
    "$(find "$pages" -maxdepth 1 -name '*.html' | wc -l) web pages are read whole"
