#!/usr/bin/env bash
# Shows the main job in a real window on a machine without a desktop, and leaves what came of it:
#
#   bash assets/demo.sh [FOLDER] [--paper FILE] [--binary FILE]
#
# FOLDER (target/demo) gets a project, its summary and screenshots. --paper codes FILE, not the built-in
# sample. --binary spares the build. --install-only installs what a window needs and ends; --no-install
# only says what is missing.
set -euo pipefail

repo=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
memo='Größe genannt, Maßstab prüfen'
xvfb='' program='' window=''

# Package, how to tell that it is there, what for.
needs='xvfb|Xvfb|a screen in memory
xdotool|xdotool|presses the keys
imagemagick|import|takes the screenshots
x11-xkb-utils|setxkbmap|a German keyboard
libx11-6|libX11.so.6|windows
libxcursor1|libXcursor.so.1|the pointer
libxi6|libXi.so.6|keyboard and mouse
libx11-xcb1|libX11-xcb.so.1|windows, the newer way
libxkbcommon-x11-0|libxkbcommon-x11.so.0|the keyboard layout
libgl1|libGL.so.1|drawing
libgl1-mesa-dri|swrast_dri.so|drawing without a graphics card'

say() { printf 'demo: %s\n' "$*"; }

fail() {
    printf 'demo: %s\n' "$*" >&2
    if [ -s "${folder:-}/program.log" ]; then tail -n 5 "$folder/program.log" >&2; fi
    exit 1
}

is_there() {
    local libraries
    case $1 in
        # A driver lies in a folder of its own, where ldconfig does not look.
        *_dri.so) compgen -G "/usr/lib*/dri/$1" >/dev/null || compgen -G "/usr/lib*/*/dri/$1" >/dev/null ;;
        *.so.*) libraries=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p) && [[ $libraries == *"$1"* ]] ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

install_missing() {
    local package sign why missing=() as_root=()
    while IFS='|' read -r package sign why; do
        if ! is_there "$sign"; then
            say "missing: $package ($why)"
            missing+=("$package")
        fi
    done <<<"$needs"
    if [ ${#missing[@]} -eq 0 ]; then return; fi
    [ "$install" != no ] || fail "to be installed first: apt-get install ${missing[*]}"
    if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
    command -v apt-get >/dev/null || fail "no apt-get here. Please install what is named above, then call again."
    [ ${#as_root[@]} -eq 0 ] || command -v sudo >/dev/null ||
        fail "neither root nor sudo. Please have this run: apt-get install ${missing[*]}"
    "${as_root[@]}" apt-get update -qq || say 'the package lists could not be renewed, trying with the old ones'
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null ||
        fail "apt-get could not install: ${missing[*]}"
}

# Polls until the command succeeds. Generous: only a step that failed ever waits that long.
wait_for() {
    local what=$1 deadline=$((SECONDS + 60))
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$deadline" ] || fail "waited in vain for $what"
        sleep 0.1
    done
}

picture() { import -silent -window root rgb:- | cksum; }
changed() { [ "$(picture)" != "$1" ]; }
still() {
    local before
    before=$(picture)
    sleep 0.15
    [ "$(picture)" = "$before" ]
}
title_is_like() {
    # Unquoted on the right: a pattern.
    # shellcheck disable=SC2053
    [[ $(xdotool getwindowname "$window" 2>/dev/null) == $1 ]]
}
has_window() {
    ended && fail 'the program ended before it showed a window'
    window=$(xdotool search --onlyvisible --name 'Landtag Annotator' 2>/dev/null | head -n 1) && [ -n "$window" ]
}
ended() { ! kill -0 "$program" 2>/dev/null; }
# The file that was there becomes NAME.bak first, under both names for a moment.
saved_again() { [ -s "$folder/study.ron.bak" ] && ! [ "$folder/study.ron" -ef "$folder/study.ron.bak" ]; }

# Presses a key and waits until the window has answered. Every step here shows.
press() { act "key $1" key "$1"; }
enter_text() { act "the text $1" type --delay 15 "$1"; }
act() {
    local what=$1 before
    shift
    before=$(picture)
    xdotool "$@"
    wait_for "an effect of $what" changed "$before"
    wait_for "the window to come to rest after $what" still
}

screenshot() {
    wait_for 'the window to come to rest' still
    import -silent -window root "$folder/$1.png"
    say "$1.png"
}

start_screen() {
    # -noreset: else the keyboard layout is forgotten as soon as setxkbmap has ended.
    Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp -noreset 3>"$folder/display" 2>"$folder/xvfb.log" &
    xvfb=$!
    wait_for 'Xvfb to start' test -s "$folder/display"
    DISPLAY=:$(<"$folder/display")
    export DISPLAY
    setxkbmap de
}

start_program() {
    # Without a session bus the program offers a field for paths: a native dialog cannot be relied on here.
    # With a home of its own it neither sees nor changes anyone's settings.
    env -u DBUS_SESSION_BUS_ADDRESS -u XDG_RUNTIME_DIR -u WAYLAND_DISPLAY -u WAYLAND_SOCKET \
        -u LC_ALL -u LC_MESSAGES -u LANGUAGE LANG=de_DE.UTF-8 \
        HOME="$folder/home" XDG_CONFIG_HOME="$folder/home/.config" XDG_DATA_HOME="$folder/home/.local/share" \
        "$binary" "$@" >>"$folder/program.log" 2>&1 &
    program=$!
    wait_for 'the window' has_window
    # There is no window manager that would give it the keyboard.
    xdotool windowfocus --sync "$window" mousemove 1439 899
    wait_for 'the first picture' still
}

quit_program() {
    xdotool key ctrl+q
    wait_for 'the program to end' ended
    wait "$program" || fail "the program ended with exit code $?"
    program=''
}

open_sample() {
    screenshot welcome
    press ctrl+k
    enter_text Beispiel
    xdotool key Return
}

code() {
    press 1
    wait_for 'the mark of unsaved work in the title' title_is_like '● *'
    press Right
    press 2
    press period
    press b
    press m
    enter_text "$memo"
    press Escape
    press ctrl+z
    press ctrl+y
    press ctrl+Right
    press shift+3
    screenshot tagged
    # One tag that is taken back: it must not be in the project.
    press ctrl+Right
    press 1
    press ctrl+z
}

# Replaces the proposal in the path field.
give_path() {
    press ctrl+a
    enter_text "$1"
    xdotool key Return
    wait_for "$1" test -s "$1"
}

save() {
    press ctrl+s
    give_path "$folder/study.ron"
    wait_for 'the title of the saved project' title_is_like 'study – *'
    screenshot saved
}

reopen() {
    start_program "$folder/study.ron"
    wait_for 'the saved project in the window' title_is_like 'study – *'
    screenshot reopened
    xdotool key ctrl+s
    wait_for 'the second save' saved_again
}

export_summary() {
    press ctrl+e
    press Return
    give_path "$folder/summary.html"
    screenshot exported
}

stop() {
    local process
    for process in $program $xvfb; do kill "$process" 2>/dev/null || true; done
    wait
}

folder='' paper='' binary='' install=''
while [ $# -gt 0 ]; do
    case $1 in
        --paper | --binary)
            [ -f "${2:-}" ] || fail "$1 needs a file"
            if [ "$1" = --paper ]; then paper=$(realpath -- "$2"); else binary=$(realpath -- "$2"); fi
            shift
            ;;
        --install-only) install=only ;;
        --no-install) install=no ;;
        -*) fail "unknown: $1. bash assets/demo.sh [FOLDER] [--paper FILE] [--binary FILE]" ;;
        *) folder=$1 ;;
    esac
    shift
done
install_missing
if [ "$install" = only ]; then exit; fi
folder=$(realpath -m -- "${folder:-$repo/target/demo}")
if [ -d "$folder" ] && [ ! -e "$folder/display" ] && [ -n "$(ls -A "$folder")" ]; then
    fail "$folder holds other files. Please name an empty or new folder."
fi
rm -rf "${folder:?}"/{home,study.ron*,summary.html,display,*.log,{welcome,tagged,saved,reopened,exported}.png}
mkdir -p "$folder/home"
if [ -z "$binary" ]; then
    (cd "$repo" && cargo build --release --locked)
    binary=${CARGO_TARGET_DIR:-$repo/target}/release/landtag-annotator
fi

trap stop EXIT
# xdotool types umlauts only where the characters of the locale include them.
export LC_ALL=C.UTF-8
start_screen
if [ -n "$paper" ]; then
    start_program "$paper"
else
    start_program
    open_sample
fi
wait_for 'the paper in the window' title_is_like '* – Landtag Annotator'
wait_for 'the window to come to rest' still
code
save
quit_program
reopen
export_summary
quit_program
say "in $folder:"
ls -l "$folder"
