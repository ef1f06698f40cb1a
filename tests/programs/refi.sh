#!/usr/bin/env bash
# REFI-QDA in what others wrote: the official schemas by xmllint, the Python package pyrefiqda, and our own importer.
#
#   bash tests/programs/refi.sh BINARY WORK [SCHEMAS]
#
# SCHEMAS is the folder with Project.xsd, Codebook.xsd and check_pyrefiqda.py. Where it is not there, what needs it
# is passed over and said. Needs unzip, libxml2-utils and a python3 with pyrefiqda.
set -euo pipefail

program=$(realpath "$1")
work=$(realpath "$2")
schemas=${3:-}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
study=$root/tests/fixtures/programs/study.ron
cd "$work"

fail() { printf 'refi: %s\n' "$*" >&2; exit 1; }

rm -f plain.ron
"$program" new plain.ron "$root/tests/fixtures/hessen-invented.txt" "$root/tests/fixtures/unknown-form.txt" >/dev/null
cp "$study" study.ron

for project in study plain; do
    for language in de en; do
        name=$project-$language
        "$program" export "$project.ron" --to "$name.qdpx" --language "$language" --day 2026-05-04
        "$program" export "$project.ron" --to "$name-again.qdpx" --language "$language" --day 2026-05-04
        cmp -s "$name.qdpx" "$name-again.qdpx" || fail "$name.qdpx: two exports differ"
        "$program" export "$project.ron" --to "$name.qdc" --language "$language" --day 2026-05-04
        rm -rf "$name" && mkdir "$name" && unzip -q "$name.qdpx" -d "$name"
        xmllint --noout "$name/project.qde" || fail "$name: no well-formed XML"
        # Byte order marks and carriage returns anywhere.
        if grep -rlqP '^\xEF\xBB\xBF' "$name"; then fail "$name: a byte order mark"; fi
        if grep -rlq $'\r' "$name"; then fail "$name: a carriage return"; fi
        if [ -f "$schemas/Project.xsd" ]; then
            xmllint --noout --schema "$schemas/Project.xsd" "$name/project.qde" 2>"$name.log" \
                || fail "$name.qdpx: $(head -1 "$name.log")"
            xmllint --noout --schema "$schemas/Codebook.xsd" "$name.qdc" 2>"$name.log" \
                || fail "$name.qdc: $(head -1 "$name.log")"
        fi
        if [ -f "$schemas/check_pyrefiqda.py" ]; then
            python3 "$schemas/check_pyrefiqda.py" "$name.qdpx" || fail "$name.qdpx: pyrefiqda finds problems"
        fi
        python3 - "$name.qdpx" "$name.qdc" <<'PY' || fail "$name: pyrefiqda reads something else"
import sys, tempfile
from pyrefiqda import RefiProject
from pyrefiqda.reficodebook import RefiCodebook
project = RefiProject.load(sys.argv[1], extract_dir=tempfile.mkdtemp())
codebook = RefiCodebook.load(sys.argv[2])
guids = []
def walk(codes):
    for code in codes:
        guids.append(code.guid)
        walk(code.code)
walk(project.code_book.codes.code)
assert len(guids) == len(set(guids)) > 3, guids
notes = [note.name for note in (project.notes.note if project.notes else [])]
assert len(notes) == len(set(notes)), "notes share a name"
names = [source.name for source in project.sources.text_source]
assert len(names) == len(set(names)) and not any("/" in name for name in names), names
selections = {s.guid for source in project.sources.text_source for s in source.plain_text_selection}
users = {user.guid for user in project.users.user}
for case in project.cases.case:
    assert all(ref.target_guid in selections for ref in case.selection_ref), case.name
for source in project.sources.text_source:
    assert source.creating_user in users and source.creation_date_time
    for selection in source.plain_text_selection:
        assert selection.creating_user in users and selection.creation_date_time
        assert all(coding.creating_user in users for coding in selection.coding)
print("  %d cases, %d codes, %d sets" % (len(project.cases.case), len(guids), len(project.sets.set) if project.sets else 0))
PY
        # And back again.
        rm -f "$name-back.ron"
        "$program" new "$name-back.ron" "$name.qdpx" >/dev/null || fail "$name.qdpx: not read again"
        "$program" check "$name-back.ron" >/dev/null || fail "$name-back.ron: check finds something"
        "$program" export "$name-back.ron" --to "$name-back.qdpx" --language "$language" --day 2026-05-04
        for format in csv evidence ledger; do
            "$program" export "$project.ron" --to "$name-$format.csv" --format "$format" --language "$language" --day 2026-05-04
            "$program" export "$name-back.ron" --to "$name-back-$format.csv" --format "$format" --language "$language" --day 2026-05-04
            cmp -s "$name-$format.csv" "$name-back-$format.csv" || fail "$name: the table $format is another one after the round trip"
        done
    done
done
[ -f "$schemas/Project.xsd" ] || echo 'refi: the schemas are not there; validity was not tried'

# A package that pyrefiqda wrote again: without our own file, with its way of writing XML.
python3 - <<'PY'
import pathlib, tempfile
from pyrefiqda import RefiProject
folder = tempfile.mkdtemp()
project = RefiProject.load("study-de.qdpx", extract_dir=folder)
RefiProject.save(project, "rewritten.qdpx", source_media_dir=str(pathlib.Path(folder) / "sources"))
PY
rm -f rewritten.ron
"$program" new rewritten.ron rewritten.qdpx >/dev/null || fail 'rewritten.qdpx: something of it was left out'
"$program" export rewritten.ron --to rewritten.csv --format evidence --language de --day 2026-05-04
rows() { wc -l <"$1"; }
[ "$(rows rewritten.csv)" = "$(rows study-de-evidence.csv)" ] || fail 'rewritten.qdpx: evidence is missing'

# Broken and hostile packages: exit 2, one line, and no project.
python3 - <<'PY'
import os, zipfile
good = zipfile.ZipFile("study-de.qdpx")
qde = good.read("project.qde").decode()
def write(name, text, extra=()):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", text)
        for path, data in extra:
            archive.writestr(path, data)
write("bad-slip.qdpx", qde, [("../../slipped.txt", "x")])
write("bad-absolute.qdpx", qde, [(os.path.abspath("absolute-slipped.txt"), "x")])
write("bad-torn.qdpx", qde[: len(qde) // 2])
write("bad-entity.qdpx", qde.replace("?>", '?><!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>', 1))
write("bad-file.qdpx", qde.replace("?>", '?><!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]>', 1))
write("bad-root.qdpx", "<CodeBook/>")
write("bad-bomb.qdpx", qde + " " * (321 << 20))
write("bad-deep.qdpx", qde.replace("<Users>", "<a>" * 100000 + "</a>" * 100000 + "<Users>", 1))
write("bad-empty.qdpx", qde)
open("bad-zip.qdpx", "wb").write(b"PK\x03\x04 no archive")
open("bad-text.qdpx", "w").write("no archive")
with zipfile.ZipFile("bad-none.qdpx", "w") as archive:
    archive.writestr("readme.txt", "x")
PY
for bad in bad-*.qdpx; do
    rm -f bad.ron
    code=0
    "$program" new bad.ron "$bad" >bad.out 2>bad.err || code=$?
    [ "$code" = 2 ] || fail "$bad: exit $code: $(head -1 bad.err)"
    [ "$(rows bad.err)" = 1 ] && [ ! -s bad.out ] || fail "$bad: not one line: $(cat bad.err bad.out)"
    grep -q "$bad" bad.err || fail "$bad: its name is not said: $(cat bad.err)"
    [ ! -e bad.ron ] || fail "$bad: a project was made of it"
done
[ ! -e ../../slipped.txt ] && [ ! -e absolute-slipped.txt ] || fail 'something was written outside'
echo 'refi: fine'
