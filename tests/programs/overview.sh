#!/usr/bin/env bash
# The drawing of the overview, as other programs read it: xmllint, Chromium, Python; the picture by Python.
# overview.sh PROGRAM FOLDER
set -euo pipefail
program=$(realpath "$1")
folder=$2
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$folder"
fail() { echo "overview: $*" >&2; exit 1; }

study="$here/../fixtures/programs/study.ron"
if [ ! -f "$study" ]; then
  study="$folder/overview.ron"
  rm -f "$study"
  "$program" new "$study" "$here/../../assets/sample/kleine-anfrage-hessen-muster.txt" >/dev/null
fi
for language in de en; do
  for by in question answer; do
    svg="$folder/overview-$language-$by.svg"
    png="${svg%.svg}.png"
    option=(); [ "$by" = answer ] && option=(--by-answer)
    "$program" export "$study" --to "$svg" --language "$language" "${option[@]}" >/dev/null
    "$program" export "$study" --to "$png" --language "$language" "${option[@]}" >/dev/null
    xmllint --noout --nonet "$svg" || fail "$svg is not well-formed"
    python3 - "$svg" "$png" <<'PYTHON' || fail "$svg or its picture is not what it should be"
import struct, sys, xml.etree.ElementTree as tree
svg, png = sys.argv[1:]
root = tree.parse(svg).getroot()
name = "{http://www.w3.org/2000/svg}"
assert root.tag == name + "svg" and root.get("viewBox").startswith("0 0 1000 "), root.attrib
assert root.find(name + "title").text and root.find(name + "desc").text
width, height = (float(part) for part in root.get("viewBox").split()[2:])
for text in root.iter(name + "text"):
    assert 0 <= float(text.get("x")) <= width and 0 <= float(text.get("y")) <= height, text.attrib
for rect in root.iter(name + "rect"):
    if rect.get("x"):
        assert float(rect.get("x")) + float(rect.get("width")) <= width, rect.attrib
head = open(png, "rb").read(24)
assert head[:8] == b"\x89PNG\r\n\x1a\n", head
assert struct.unpack(">II", head[16:24])[0] == 2000
PYTHON
  done
done

# Chromium draws it, and asks the network for nothing: it is given none.
chromium=$(command -v chromium || command -v chromium-browser || true)
[ -n "$chromium" ] || fail "chromium is missing: apt-get install chromium"
shot="$folder/overview-chromium.png"
rm -f "$shot"
"$chromium" --headless --no-sandbox --disable-gpu --user-data-dir="$folder/chromium" --proxy-server=127.0.0.1:9 \
  --hide-scrollbars --window-size=1000,1414 --screenshot="$shot" "file://$(realpath "$folder")/overview-de-question.svg" \
  >/dev/null 2>&1 || fail "chromium does not draw it"
python3 - "$shot" <<'PYTHON' || fail "the drawing is empty in chromium"
import struct, sys, zlib
data = open(sys.argv[1], "rb").read()
assert data[:8] == b"\x89PNG\r\n\x1a\n"
place, packed = 8, b""
while place < len(data):
    length, kind = struct.unpack(">I4s", data[place:place + 8])
    if kind == b"IDAT":
        packed += data[place + 8:place + 8 + length]
    place += 12 + length
assert len(set(zlib.decompress(packed))) > 40, "one colour only"
PYTHON
echo "overview: drawings and pictures in two languages, by question and by answer: fine"
