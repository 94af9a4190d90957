#!/bin/bash
# Installs what is missing, builds Dollygrip and starts it on the sample film:
#   packaging/run.sh [ARGUMENTS OF THE EDITOR]
# Without a display it shoots the sample film and writes its animatic instead.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

# A display that answers, not just a name in the environment.
has_display() {
    if [ -n "${WAYLAND_DISPLAY:-}" ]; then
        case $WAYLAND_DISPLAY in
            /*) [ -S "$WAYLAND_DISPLAY" ] && return 0 ;;
            *) [ -S "${XDG_RUNTIME_DIR:-/nonexistent}/$WAYLAND_DISPLAY" ] && return 0 ;;
        esac
    fi
    case ${DISPLAY:-} in
        '') return 1 ;;
        :*)
            local number=${DISPLAY#:}
            [ -S "/tmp/.X11-unix/X${number%%.*}" ] \
                || grep -q "@/tmp/.X11-unix/X${number%%.*}\$" /proc/net/unix 2>/dev/null
            ;;
        *) return 0 ;; # another machine's
    esac
}

# Where a machine without a display keeps the sample film, its takes and its animatic.
film_folder() {
    if [ -n "${XDG_DATA_HOME:-${HOME:-}}" ]; then
        echo "${XDG_DATA_HOME:-$HOME/.local/share}/dollygrip"
    else
        echo "$build/sample"
    fi
}

started=$PWD
cd "$root"
install_missing "${build_packages[@]}" "${run_packages[@]}"
choose_openblas
configure
build_targets dollygrip dollygrip-cli
cd "$started"

editor=$build/bin/dollygrip
cli=$build/bin/dollygrip-cli

if [ $# -gt 0 ]; then
    if ! has_display; then
        say "There is no display, so the editor starts without a window on any screen."
        export QT_QPA_PLATFORM=offscreen
    fi
    exec "$editor" "$@"
fi

if has_display; then
    say "Starting Dollygrip on the sample film"
    exec "$editor" --sample
fi

say "There is no display, so no window opens. Shooting the sample film without one."
folder=$(film_folder)
film="$folder/Sample Film.dgrip"
animatic="$folder/Sample Film.mp4"
if [ ! -e "$film" ]; then
    mkdir -p "$folder"
    "$cli" sample "$film"
fi
"$cli" shoot "$film"
if [ "$animatic" -nt "$film" ] && [ "$animatic" -nt "$cli" ]; then
    say "Its animatic is up to date."
else
    say "Writing its animatic"
    "$cli" export "$film" "$animatic"
fi
say "The animatic of the sample film is $animatic"
