#!/bin/bash
# Walks through the whole window on a screen of its own and leaves numbered pictures:
#   packaging/tour.sh FOLDER [--size WxH] [--theme dark|light] [--language CODE] [--only a,b]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
[ $# -ge 1 ] || { echo "Say where the pictures are to go: packaging/tour.sh FOLDER" >&2; exit 2; }
started=$PWD
cd "$root"
install_missing "${build_packages[@]}" "${run_packages[@]}" xvfb
choose_openblas
configure -DDOLLYGRIP_BUILD_TESTS=ON
build_targets dollygrip-tour
cd "$started"
export QT_QPA_PLATFORM=xcb
exec xvfb-run -a -s "-screen 0 3840x2160x24" "$build/tests/bin/dollygrip-tour" "$@"
