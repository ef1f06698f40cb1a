#!/usr/bin/env bash
# The tables in pandas, R, openpyxl, PSPP and LibreOffice: every row, every quotation, every count arrives.
#
#   bash tests/programs/tables.sh BINARY FOLDER
#
# Needs python3 with pandas and openpyxl, Rscript, pspp, soffice.
set -euo pipefail

program=$(realpath "$1")
work=$(realpath "$2")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
study="$here/../fixtures/programs/study.ron"
cd "$work"

export_as() { "$program" export "$study" --format "$1" --to "$2" --day 2026-06-01 --language "${3:-en}"; }
for format in csv units documents evidence codebook ledger changes; do export_as "$format" "$format.csv"; done
export_as csv-de csv-de.csv de
export_as xlsx study.xlsx
export_as spss spss
export_as bib study.bib
export_as ris study.ris
# The source texts, to look quotations up in.
"$program" export "$study" --format replication --to package --day 2026-06-01

echo 'pandas'
python3 - <<'PY'
import hashlib, re
from pathlib import Path
import pandas as pd

read = lambda name, **more: pd.read_csv(name, dtype=str, keep_default_na=False, encoding="utf-8", **more)
plain = lambda text: re.sub(r"^'(?='*[=+\-@\t\r\n＝＋－＠])", "", text)
codings, units, documents = read("csv.csv"), read("units.csv"), read("documents.csv")
evidence, ledger, codebook = read("evidence.csv"), read("ledger.csv"), read("codebook.csv")

assert len(documents) == 13, len(documents)
assert len(units) == documents.questions.astype(int).sum() > 70, len(units)
assert set(codings.question_id) == set(units.question_id), "every question has a row"
german = read("csv-de.csv", sep=";", encoding_errors="strict")
german.columns = [name.lstrip("\ufeff") for name in german.columns]
assert german.equals(codings), "both tables hold the same cells"
raw = Path("csv-de.csv").read_bytes()
assert raw.startswith(b"\xef\xbb\xbf") and b"\r\n" in raw

texts = {}
for path in Path("package/texts").iterdir():
    text = path.read_bytes().decode("utf-8")
    texts[hashlib.sha256(text.encode()).hexdigest()] = text
text_of = {row.doc_id: texts[row.sha256] for row in documents.itertuples()}
assert len(evidence) > 100 and (evidence.in_place == "1").all()
for row in evidence.itertuples():
    assert text_of[row.doc_id][int(row.start):int(row.end)] == plain(row.quotation), row.evidence_id
for name, table in dict(codings=codings, units=units, documents=documents, evidence=evidence, ledger=ledger,
                        codebook=codebook).items():
    for cell in table.to_numpy().ravel():
        assert not re.match(r"[=+\-@\t\r\n]", cell) or re.fullmatch(r"-\d+", cell), (name, cell)
for tag, code in [("concrete", "1"), ("vague", "2"), ("deferred", "3"), ("", "-9")]:
    assert set(codings[codings.tag == tag].tag_code) == {code}
    name = f"n_{tag}" if tag else "n_open"
    mine = codings[codings.coder.isin([codings.coder[0]]) | (codings.tag == "")]
    assert documents[name].astype(int).sum() == (mine.tag == tag).sum(), name
facets = [name for name in codings if name.startswith("facet_")]
listed = codings.facets.str.split("|").map(lambda names: len([name for name in names if name])).sum()
assert len(facets) == 14 and codings[facets].eq("1").sum().sum() == listed > 50
for column in ["date_question", "date_answer", "date_published"]:
    pd.to_datetime(codings[column][codings[column] != ""], format="%Y-%m-%d")
codings[["tag"]].value_counts().to_csv("expected_counts.csv")
assert len(ledger) > 10 and set(ledger.state) <= {"overdue", "open", "open_without_date", "silent"}
print(f"  {len(codings)} codings, {len(evidence)} passages, {len(ledger)} promises")
PY

echo 'R'
Rscript --vanilla - <<'R'
codings <- read.csv("csv.csv", encoding = "UTF-8", na.strings = "", colClasses = c(drucksache = "character", question_no = "character"))
expected <- read.csv("expected_counts.csv", na.strings = "")
counts <- table(codings$tag)
for (i in seq_len(nrow(expected))) {
  tag <- expected$tag[i]
  count <- if (is.na(tag)) sum(is.na(codings$tag)) else counts[[tag]]
  stopifnot(count == expected$count[i])
}
stopifnot(is.integer(codings$days_q_a), is.character(codings$drucksache), any(codings$drucksache == "18/31207", na.rm = TRUE))
stopifnot(all(!is.na(as.Date(na.omit(codings$date_answer)))))
evidence <- read.csv("evidence.csv", encoding = "UTF-8")
stopifnot(all(evidence$end - evidence$start == nchar(sub("^'(?='*[=+@-])", "", evidence$quotation, perl = TRUE))))
cat("  ", nrow(codings), "codings,", nrow(evidence), "passages\n")
R

echo 'openpyxl'
python3 - <<'PY'
import datetime, re, zipfile
import openpyxl, pandas as pd

assert not any(b"<f>" in zipfile.ZipFile("study.xlsx").read(name) or b"<f " in zipfile.ZipFile("study.xlsx").read(name)
               for name in zipfile.ZipFile("study.xlsx").namelist()), "a formula"
book = openpyxl.load_workbook("study.xlsx")
assert book.sheetnames == ["codings", "units", "documents", "evidence", "promises", "codebook", "changes", "agreement"]
plain = lambda text: re.sub(r"^'(?='*[=+\-@\t\r\n＝＋－＠])", "", text)
files = dict(codings="csv", units="units", documents="documents", evidence="evidence", promises="ledger", codebook="codebook")
cells = 0
for sheet, file in files.items():
    table = pd.read_csv(f"{file}.csv", dtype=str, keep_default_na=False)
    rows = list(book[sheet].iter_rows())
    assert [cell.value for cell in rows[0]] == list(table.columns), sheet
    assert all(cell.font.b for cell in rows[0]) and book[sheet].freeze_panes == "A2" and book[sheet].auto_filter.ref
    assert len(rows) == len(table) + 1, sheet
    for row, expected in zip(rows[1:], table.itertuples(index=False)):
        for cell, text in zip(row, expected):
            assert cell.data_type != "f", (sheet, cell.coordinate)
            value = cell.value
            if isinstance(value, datetime.datetime):
                value = value.strftime("%Y-%m-%d" if len(text) == 10 else "%Y-%m-%dT%H:%M:%SZ")
            shown = "" if value is None else str(value)
            assert shown == plain(text), (sheet, cell.coordinate, shown, text)
            cells += 1
column = {cell.value: nth for nth, cell in enumerate(next(book["codings"].iter_rows()))}
rows = list(book["codings"].iter_rows(min_row=2))
assert all(isinstance(row[column["question_no"]].value, str) for row in rows), "1-4 is a text"
assert any(row[column["drucksache"]].value == "18/31207" for row in rows)
assert all(row[column["question_no"]].number_format == "@" for row in rows)
assert any(isinstance(row[column["date_answer"]].value, datetime.datetime) for row in rows), "dates are dates"
assert any(str(row[column["memo"]].value).startswith("=1+1") for row in rows), "and words stay as they are"
print(f"  {cells} cells")
PY

echo 'PSPP'
(
    cd spss
    pspp codings.sps -o syntax.txt 2>&1 | tee messages.txt
    if [ -s messages.txt ] || grep -qiE 'error|warning' syntax.txt; then
        echo 'tables.sh: PSPP does not read its syntax without a word' >&2
        cat syntax.txt >&2
        exit 1
    fi
    cat >count.sps <<'SPS'
GET FILE="codings.sav".
DISPLAY DICTIONARY.
CROSSTABS /TABLES=coder BY tag_code /CELLS=COUNT.
SORT CASES BY question_id coder.
SAVE TRANSLATE /OUTFILE="back.csv" /TYPE=CSV /FIELDNAMES /CELLS=VALUES /REPLACE.
SPS
    pspp count.sps -o count.txt 2>&1 | tee messages.txt
    [ ! -s messages.txt ] || exit 1
)
python3 - <<'PY'
import re
import pandas as pd
codings = pd.read_csv("csv.csv", dtype=str, keep_default_na=False)
counts = pd.crosstab(codings.coder, codings.tag)
shown = open("spss/count.txt", encoding="utf-8").read()
for coder in counts.index:
    expected = [str(counts.loc[coder, tag]) for tag in ["concrete", "vague", "deferred"]]
    line = next((line for line in shown.splitlines() if coder.split()[0] in line and "Count|" in line), "")
    assert re.findall(r"\d+", line)[:3] == expected, (coder, expected, line)
back = pd.read_csv("spss/back.csv", dtype=str, keep_default_na=False)
assert len(back) == len(codings)
assert any(memo.startswith("=1+1") for memo in back.memo), "the apostrophe is taken away again"
same = back.merge(codings, on=["question_id", "coder", "pass"], suffixes=("", "_csv"))
assert len(same) == len(codings)
assert (same.tag.str.strip() == same.tag_csv).all() and (same.evidence.str.strip() == same.evidence_csv).all()
assert (same.facet_none_yet.str.strip() == same.facet_none_yet_csv).all()
dates = pd.to_datetime(same.date_answer.str.strip().replace("", None), format="%m/%d/%Y").dt.strftime("%Y-%m-%d").fillna("")
assert (dates == same.date_answer_csv).all(), "a date is a date"
times = pd.to_datetime(same.coded_at.str.strip().replace("", None), format="%m/%d/%Y %H:%M:%S").dt.strftime("%Y-%m-%dT%H:%M:%SZ")
assert (times.fillna("") == same.coded_at_csv).all(), "and a time is a time"
print("  counts and cells agree")
PY

echo 'LibreOffice'
# -1: every sheet becomes a file of its own.
soffice -env:UserInstallation="file://$work/office" --headless --convert-to \
    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' --outdir office-csv study.xlsx >/dev/null 2>&1
python3 - <<'PY'
import re
import pandas as pd
plain = lambda text: re.sub(r"^'(?='*[=+\-@\t\r\n＝＋－＠])", "", text)
cells = 0
for sheet, file in dict(codings="csv", units="units", documents="documents", evidence="evidence", codebook="codebook").items():
    here = pd.read_csv(f"office-csv/study-{sheet}.csv", dtype=str, keep_default_na=False)
    there = pd.read_csv(f"{file}.csv", dtype=str, keep_default_na=False)
    assert list(here.columns) == list(there.columns) and len(here) == len(there), sheet
    for column in there:
        for shown, text in zip(here[column], there[column]):
            if column in ("coded_at",):
                text = text.replace("T", " ").replace("Z", "")
            assert shown == plain(text), (sheet, column, shown, text)
            cells += 1
print(f"  {cells} cells")
PY

echo 'Bibliographies'
python3 - <<'PY'
import re
bib = open("study.bib", encoding="utf-8").read()
keys = re.findall(r"^@\w+\{([a-z0-9-]+),$", bib, re.M)
assert len(keys) == len(set(keys)) == 13, keys
assert bib.count("{") == bib.count("}")
ris = open("study.ris", encoding="utf-8", newline="").read()
assert ris.count("TY  - RPRT\r\n") == ris.count("ER  - \r\n") == 13 and "\n" not in ris.replace("\r\n", "")
PY

