#!/usr/bin/env bash
# The replication package: checksums hold, R and Python compute every figure again, and notice one that is wrong.
#
#   bash tests/programs/replication.sh BINARY FOLDER
#
# Needs python3 with pandas, Rscript, unzip.
set -euo pipefail

program=$(realpath "$1")
work=$(realpath "$2")
study="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/../fixtures/programs/study.ron"
fail() { printf 'replication.sh: %s\n' "$*" >&2; exit 1; }
cd "$work"

package() { "$program" export "$study" --format replication --day 2026-06-01 --licence CC-BY-4.0 "$@"; }
package --to first.zip --language de
package --to second.zip --language de
cmp first.zip second.zip || fail 'two packages of one project differ'
unzip -q first.zip -d questions
package --to answers --language en --by-answer

for folder in questions answers; do
    (
        cd "$folder"
        sha256sum --quiet -c SHA256SUMS || fail 'a checksum does not hold'
        [ "$(find . -type f | wc -l)" -eq "$(($(wc -l <SHA256SUMS) + 1))" ] || fail 'a file has no checksum'
        # In a plain locale, too: nobody has to set one.
        for locale in C C.UTF-8; do
            LC_ALL=$locale Rscript --vanilla scripts/figures.R | tee r.txt
            LC_ALL=$locale python3 scripts/figures.py | tee python.txt
            cmp r.txt python.txt || fail 'R and Python do not say the same'
            grep -qE '^all [0-9]{3,} figures agree$' r.txt || fail 'too few figures'
        done
        Rscript --vanilla -e 'source("scripts/read.R")' \
            -e 'stopifnot(nrow(tables$codings) > 100, inherits(tables$codings$date_answer, "Date"), is.logical(tables$codings$facet_general), is.character(tables$codings$question_no), any(startsWith(na.omit(tables$codings$memo), "=1+1")), inherits(tables$codings$coded_at, "POSIXct"), is.integer(tables$evidence$start))'
        python3 - <<'PY'
import sys
sys.path.insert(0, "scripts")
from read import tables
codings = tables["codings"]
assert len(codings) > 100 and str(codings.date_answer.dtype).startswith("datetime") and codings.memo.str.startswith("=1+1").any()
assert tables["evidence"].start.min() > 0 and str(codings.coded_at.dtype).endswith("UTC]")
assert str(codings.facet_general.dtype) == "boolean" and codings.question_no.map(type).eq(str).all()
PY
        "$program" check project.ron >check.txt || fail "the project in the package is not sound: $(cat check.txt)"
        if grep -riqE 'Kellermann|Brandtner' . ; then fail 'a coder is named'; fi
        # A figure that is wrong is noticed.
        sed -i '0,/share_concrete,0\.\([0-9]\)/s//share_concrete,0.9\1/' tables/figures.csv
        ! python3 scripts/figures.py >wrong.txt || fail 'Python does not notice a wrong figure'
        ! Rscript --vanilla scripts/figures.R >wrong.txt || fail 'R does not notice a wrong figure'
        grep -q 'differs: all' wrong.txt
    )
done

# Coders are named where that was chosen; a package of one paper holds one paper.
package --to named --coder-names --document 2
grep -q 'Nele Kellermann' named/tables/codings.csv || fail 'coders are to be named'
[ "$(find named/texts -type f | wc -l)" -eq 1 ] || fail 'one paper has one text'
(cd named && sha256sum --quiet -c SHA256SUMS && python3 scripts/figures.py && Rscript --vanilla scripts/figures.R)
