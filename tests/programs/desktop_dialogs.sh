#!/usr/bin/env bash
# The file dialogs of a real Linux desktop: a screen in memory, a window manager, a session bus, the desktop portal
# and its GTK dialogs. Opens, tags, saves and exports by keys, asks before anything is replaced, and stands what a
# portal can do: end in mid dialog, fall silent, have no file dialogs, come back.
#
#   bash tests/programs/desktop_dialogs.sh [--install] [BINARY WORK]
#
# --install brings the packages (Debian 12) first; alone, it does nothing else. WORK, a folder, is emptied first and
# gets everything that is written.
set -euo pipefail

packages=(xvfb openbox dbus xdg-desktop-portal xdg-desktop-portal-gtk xdotool x11-utils)
portal_name=org.freedesktop.portal.Desktop
portal_program=/usr/libexec/xdg-desktop-portal

fail() {
    printf 'desktop_dialogs: %s\n' "$*" >&2
    if [ -n "${DISPLAY:-}" ]; then
        printf 'windows on the screen:\n' >&2
        xdotool search --onlyvisible --name . 2>/dev/null | while read -r id; do
            printf '  %s %s\n' "$id" "$(xdotool getwindowname "$id" 2>/dev/null)" >&2
        done
        if command -v import >/dev/null; then import -silent -window root "$work/failed.png" || true; fi
    fi
    if [ -s "${work:-}/program.log" ]; then tail -n 5 "$work/program.log" >&2; fi
    exit 1
}
say() { printf 'desktop_dialogs: %s\n' "$*"; }

if [ "${1:-}" = --install ]; then
    shift
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
    export DEBIAN_FRONTEND=noninteractive
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" apt-get install -qq -y --no-install-recommends "${packages[@]}" >/dev/null
    # What the window needs is listed there.
    bash "$(dirname "${BASH_SOURCE[0]}")/../../assets/demo.sh" --install-only
    if [ $# -eq 0 ]; then exit; fi
fi

program=$(realpath "$1")
work=$(realpath "$2")
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# Polls until the command succeeds.
wait_for() {
    local what=$1 deadline=$((SECONDS + ${patience:-20}))
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$deadline" ] || fail "waited in vain for $what"
        sleep 0.05
    done
}
not() { ! "$@"; }

# ---- Outside the session: the screen and the bus, then this script once more within them.

if [ "${3:-}" != --within ]; then
    for needed in Xvfb openbox dbus-run-session xdotool xprop "$portal_program"; do
        command -v "$needed" >/dev/null || fail "$needed is missing: apt-get install ${packages[*]}"
    done
    rm -rf "${work:?}"/*
    mkdir -p "$work/home" "$work/runtime" "$work/first" "$work/capitals" "$work/no-dialogs"
    chmod 700 "$work/runtime"
    Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp -noreset 3>"$work/display" 2>"$work/xvfb.log" &
    screen=$!
    trap 'kill $screen 2>/dev/null || true; wait' EXIT
    wait_for 'the screen' test -s "$work/display"
    DISPLAY=:$(<"$work/display")
    # The home of its own keeps everybody's settings, and the dialogs' memory of folders, out of it.
    # The bus starts what it is asked for; those programs talk to nobody here.
    env -u WAYLAND_DISPLAY -u WAYLAND_SOCKET -u LC_ALL -u LC_MESSAGES -u LANGUAGE -u DBUS_SESSION_BUS_ADDRESS \
        DISPLAY="$DISPLAY" LANG=de_DE.UTF-8 HOME="$work/home" XDG_RUNTIME_DIR="$work/runtime" \
        XDG_CONFIG_HOME="$work/home/.config" XDG_DATA_HOME="$work/home/.local/share" \
        XDG_CACHE_HOME="$work/home/.cache" XDG_CURRENT_DESKTOP=GNOME GTK_A11Y=none NO_AT_BRIDGE=1 GSETTINGS_BACKEND=memory \
        dbus-run-session -- bash "$0" "$program" "$work" --within 4>&2 2>"$work/session.log"
    exit
fi

# ---- Within the session. What the bus starts writes to its log, this script to where it was called.

exec 2>&4 4>&-

window='' dialog=''

# The process that owns a name on the bus, or nothing.
owner_process() {
    dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus /org/freedesktop/DBus \
        org.freedesktop.DBus.GetConnectionUnixProcessID "string:$1" 2>/dev/null | awk '{print $2}'
}
portal_process() { owner_process "$portal_name"; }
portal_is_there() { [ -n "$(portal_process)" ]; }
start_portal() {
    "$portal_program" >>"$work/portal.log" 2>&1 &
    wait_for 'the portal' portal_is_there
}
stop_portal() {
    local process
    process=$(portal_process)
    kill -KILL "$process"
    wait "$process" 2>/dev/null || true
    wait_for 'the end of the portal' not portal_is_there
}

dialogs() { xdotool search --onlyvisible --class xdg-desktop-portal-gtk 2>/dev/null || true; }
# A dialog that was not there before; `seen` holds the older ones.
seen=''
new_dialog() {
    local id
    for id in $(dialogs); do
        if [[ " $seen " != *" $id "* ]]; then
            dialog=$id
            return 0
        fi
    done
    return 1
}
is_gone() { [[ " $(dialogs | tr '\n' ' ') " != *" $1 "* ]]; }

title() { xdotool getwindowname "$window" 2>/dev/null; }
title_is_like() {
    # Unquoted on the right: a pattern.
    # shellcheck disable=SC2053
    [[ $(title) == $1 ]]
}
has_window() {
    kill -0 "$program_process" 2>/dev/null || fail 'the program ended'
    window=$(xdotool search --onlyvisible --name 'Landtag Annotator' 2>/dev/null | head -n 1) && [ -n "$window" ]
}
is_active() { [ "$(xdotool getactivewindow 2>/dev/null)" = "$1" ]; }
to_front() {
    xdotool windowactivate "$1" 2>/dev/null || true
    wait_for "window $1 to have the keyboard" is_active "$1"
}

# Presses keys in the program's window; a dialog has to come up, belong to the window and get the keyboard. The last
# key is pressed again until it does: what it needs may not be painted yet.
ask_by() {
    local deadline=$((SECONDS + 20)) last=${*: -1}
    seen=$(dialogs | tr '\n' ' ')
    to_front "$window"
    xdotool key "$1"
    until new_dialog; do
        [ "$SECONDS" -lt "$deadline" ] || fail "no file dialog after $*"
        sleep 0.6
        if [ "$last" != "$1" ] && ! new_dialog; then xdotool key "$last"; fi
    done
    [ "$(parent_of "$dialog")" = "$window" ] ||
        fail "the dialog after $* does not belong to the window: $(xprop -id "$dialog" WM_TRANSIENT_FOR)"
    to_front "$dialog"
    # It has the keyboard before its fields do; what is typed too early is lost, and nothing tells from outside.
    sleep 0.5
}
parent_of() {
    local told
    told=$(xprop -id "$1" WM_TRANSIENT_FOR)
    if [[ $told == *'# 0x'* ]]; then printf '%d' "0x${told##*# 0x}"; fi
}
enter_text() { xdotool type --delay 12 "$1"; }
# The first stroke opens the field for paths; what comes before it is there is lost.
enter_path() {
    xdotool key slash
    sleep 0.4
    enter_text "${1#/}"
}
# Gives an open dialog a path, and once more should it have been too early.
open_path() {
    local try deadline this=$dialog
    for try in 1 2 3 4; do
        if [ "$try" != 1 ]; then
            # A complaint of the dialog, about half a path.
            is_active "$this" || xdotool key Escape
            wait_for 'the dialog to have the keyboard again' is_active "$this"
            xdotool key ctrl+a
        fi
        enter_path "$1"
        deadline=$((SECONDS + 3))
        while [ "$SECONDS" -lt "$deadline" ]; do
            if is_gone "$this"; then return; fi
            if is_active "$this"; then xdotool key Return; fi
            sleep 0.4
        done
    done
    fail "the dialog did not take $1"
}
# Confirms until the dialog is gone: it reads folders in the background, and an early confirmation is lost. Where the
# dialog itself asks something, that question has the keyboard and is left alone.
confirm() {
    local deadline=$((SECONDS + 20)) this=$dialog
    until is_gone "$this"; do
        [ "$SECONDS" -lt "$deadline" ] || fail "the dialog took no answer"
        if is_active "$this"; then xdotool key Return; fi
        sleep 0.4
    done
}
cancel() {
    local deadline=$((SECONDS + 20)) this=$dialog
    until is_gone "$this"; do
        [ "$SECONDS" -lt "$deadline" ] || fail "the dialog could not be cancelled"
        xdotool key Escape
        sleep 0.4
    done
}
is_saved() { has_window && ! title_is_like '● *'; }
save() {
    to_front "$window"
    xdotool key ctrl+s
    wait_for 'the save' is_saved
}

wrongs=0
wrong() {
    printf 'desktop_dialogs: WRONG: %s\n' "$*" >&2
    wrongs=$((wrongs + 1))
}
# A file stays as it is, for as long as a replacement could take.
stays() {
    local file=$1 before=$2 until=$((SECONDS + 3))
    while [ "$SECONDS" -lt "$until" ]; do
        [ "$(cksum <"$file")" = "$before" ] || return 1
        sleep 0.1
    done
}

# ---- What is done.

cp "$root/tests/fixtures/hessen-invented.txt" "$work/first.txt"
cp "$root/tests/fixtures/papers/bayern-1-1-pflegeplaetze.txt" "$work/capitals/BAYERN.TXT"
cp "$root/tests/fixtures/papers/b-saarland-17-288.txt" "$work/typed.txt"
cp "$root/tests/fixtures/papers/b-bundestag-21-2290.txt" "$work/second.txt"

openbox >"$work/openbox.log" 2>&1 &
window_manager=$!
start_portal
dbus-monitor "interface='org.freedesktop.portal.FileChooser'" >"$work/questions.log" 2>&1 &

"$program" >"$work/program.log" 2>&1 &
program_process=$!
wait_for 'the window' has_window

say 'open, tag, save, export by the native dialogs'
ask_by ctrl+o
open_path "$work/first.txt"
wait_for 'the paper in the window' title_is_like '* – Landtag Annotator'
to_front "$window"
xdotool key 1
wait_for 'the mark of unsaved work' title_is_like '● *'

ask_by ctrl+s
# The name that is proposed stays; only the folder is put before it.
xdotool key Home
enter_text "$work/first/"
confirm
grep -q 'string "unbenanntes-projekt.ron"' "$work/questions.log" || fail 'the proposed name lacks its ending'
project=$work/first/unbenanntes-projekt.ron
wait_for "$project, the proposed name with its ending" test -s "$project"
wait_for 'the save' is_saved

ask_by ctrl+e Return
# Name and folder as proposed.
confirm
page=$work/first/first.html
wait_for "$page in the folder of the project" test -s "$page"
grep -q '<html' "$page" || fail "$page is no page"

say 'the portal ends in mid dialog'
ask_by ctrl+o
stop_portal
wait_for 'the dialog to close that nobody hears any more' is_gone "$dialog"
# The window says so, and offers a field meanwhile.
sleep 0.5
ask_by Escape ctrl+o
say 'capital endings are listed'
# What the field completes is what the list shows.
enter_path "$work/capitals/BAY"
sleep 0.6
xdotool key Tab
sleep 0.3
confirm
wait_for 'the paper with the capital ending' title_is_like '● *'
save
grep -q BAYERN.TXT "$project" || fail 'the paper with the capital ending is not in the project'

say 'the portal falls silent'
silent=$(portal_process)
kill -STOP "$silent"
seen=$(dialogs | tr '\n' ' ')
to_front "$window"
xdotool key ctrl+o
# The window waits six seconds for the portal; nothing can be seen from outside when it shows its field.
sleep 8
enter_text "$work/typed.txt"
xdotool key Return
wait_for 'the paper whose path was typed' title_is_like '● *'
save
grep -q typed.txt "$project" || fail 'the paper whose path was typed is not in the project'
kill -CONT "$silent"
sleep 2
if new_dialog && ! is_gone "$dialog"; then fail 'the dialog of a question that was given up came up later'; fi
ask_by ctrl+o
cancel

say 'a portal without file dialogs, and one with them again'
stop_portal
XDG_DESKTOP_PORTAL_DIR=$work/no-dialogs start_portal
to_front "$window"
xdotool key ctrl+o
sleep 2
[ -z "$(dialogs)" ] || [ "$(dialogs | tr '\n' ' ')" = "$seen" ] || fail 'a dialog without a service for it'
enter_text "$work/second.txt"
xdotool key Return
wait_for 'the second paper whose path was typed' title_is_like '● *'
save
grep -q second.txt "$project" || fail 'the second paper whose path was typed is not in the project'
stop_portal
start_portal
ask_by ctrl+o
cancel

say 'nothing is replaced without a question'
page=$work/first/eigen.html
printf 'a page of my own\n' >"$page"
before=$(cksum <"$page")
ask_by ctrl+e Return
xdotool key ctrl+a
enter_text eigen
confirm
stays "$page" "$before" || wrong "an export replaced eigen.html, though the dialog was asked for 'eigen'"
to_front "$window"
xdotool key Escape Escape
stays "$page" "$before" || wrong 'eigen.html was replaced though the question was answered by Esc'

to_front "$window"
xdotool key ctrl+n
wait_for 'the new project' title_is_like 'Unbenanntes Projekt*'
ask_by ctrl+o
open_path "$work/first.txt"
to_front "$window"
sleep 0.5
xdotool key 2
wait_for 'the mark of unsaved work' title_is_like '● *'
before=$(cksum <"$project")
ask_by ctrl+s
xdotool key Home
enter_text "$work/first/"
saving=$dialog seen="$seen $dialog"
xdotool key Return
wait_for "the dialog's own question about the same proposed name" new_dialog
xdotool key Escape
dialog=$saving
cancel
stays "$project" "$before" || wrong 'the first project was replaced though the question was answered by Esc'

ask_by ctrl+s
xdotool key ctrl+a
enter_text "$work/first/unbenanntes-projekt"
confirm
stays "$project" "$before" || wrong 'the first project was replaced, though the dialog was asked for its name without ending'
to_front "$window"
xdotool key Escape Escape

if title_is_like '● *'; then
    ask_by ctrl+s
    xdotool key ctrl+a
    enter_text "$work/first/Studie 1.2"
    confirm
    patience=5
    (wait_for "'Studie 1.2.ron'" test -s "$work/first/Studie 1.2.ron") || wrong "'Studie 1.2' was not saved as 'Studie 1.2.ron'"
else
    wrong 'the second project is not unsaved any more'
fi

say 'asking once more brings the dialog forward'
# With a window manager the open dialog keeps the keyboard. Without one it can be taken away from it.
kill "$window_manager"
wait "$window_manager" 2>/dev/null || true
press_in_window() {
    xdotool windowfocus --sync "$window"
    xdotool key "$1"
}
seen=$(dialogs | tr '\n' ' ')
press_in_window ctrl+o
wait_for 'a file dialog' new_dialog
first=$dialog asked=$(xdotool getwindowname "$dialog") seen="$seen $dialog"
press_in_window ctrl+shift+s
wait_for 'the same question in a dialog in front' new_dialog
wait_for 'the older dialog to close' is_gone "$first"
[ "$(xdotool getwindowname "$dialog")" = "$asked" ] || fail 'the dialog in front asks something else'
# What is chosen there is opened and never written, though a save was asked for meanwhile.
before=$(cksum <"$work/typed.txt")
xdotool windowfocus --sync "$dialog"
sleep 0.5
enter_path "$work/typed.txt"
deadline=$((SECONDS + 20))
until is_gone "$dialog"; do
    [ "$SECONDS" -lt "$deadline" ] || fail 'the dialog in front took no answer'
    xdotool key Return
    sleep 0.4
done
stays "$work/typed.txt" "$before" || wrong 'a paper that was to be opened was written'
[ ! -e "$work/typed.txt.bak" ] || wrong 'a paper that was to be opened was replaced and kept as .bak'

kill -0 "$program_process" 2>/dev/null || fail 'the program ended'
kill "$program_process"
[ "$wrongs" -eq 0 ] || fail "$wrongs findings"
say "fine, in $SECONDS seconds"
