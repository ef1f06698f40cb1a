#!/usr/bin/env bash
# Tries the program among others: what goes out in browsers, offices, statistics, other programs of research; its
# file dialogs on a desktop.
#
#   bash tests/programs/run.sh [--install] [BINARY]
#
# BINARY is target/debug/landtag-annotator if none is named. --install brings the packages (Debian 12, PyPI) first.
# Every script beside this one gets the binary and an empty folder, and ends with something else than 0 where a
# program does not read what it was given. They can be called alone.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)

packages=(chromium libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils qpdf mupdf-tools
    r-base-core pspp libxml2-utils python3-venv unzip)

if [ "${1:-}" = --install ]; then
    shift
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
    export DEBIAN_FRONTEND=noninteractive
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" apt-get install -qq -y --no-install-recommends "${packages[@]}" >/dev/null
    bash "$here/desktop_dialogs.sh" --install
    python3 -m venv "$root/target/programs-python"
    "$root/target/programs-python/bin/pip" install -q pandas openpyxl pyrefiqda axe-core-python
fi

program=$(realpath "${1:-$root/target/debug/landtag-annotator}")
[ -x "$program" ] || { echo "run.sh: there is no program at $program; cargo build makes it" >&2; exit 2; }
if [ -d "$root/target/programs-python" ]; then PATH="$root/target/programs-python/bin:$PATH"; fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
for script in "$here"/*.sh; do
    name=$(basename "$script" .sh)
    [ "$name" != run ] || continue
    mkdir -p "$work/$name"
    printf '\n-- %s\n' "$name"
    if bash "$script" "$program" "$work/$name" "$root/../shared/refi"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'run.sh: %s failed\n' "$name" >&2
    fi
done
printf '\nprograms: %d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
