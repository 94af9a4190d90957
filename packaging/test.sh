#!/bin/bash
# Installs what is missing, builds Dollygrip with warnings as errors, checks the format of the
# sources and runs every test. Ends with ctest's summary; exits 0 only when all is well.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
cd "$root"

test_packages=(git ffmpeg xvfb)

# The sources that are in the repository; all that lie here where git does not say.
our_sources() {
    git -c safe.directory='*' ls-files -- '*.h' '*.cpp' 2>/dev/null \
        || find core ui app tests -name '*.h' -o -name '*.cpp'
}

# Formatters of other versions disagree about the same style, so only 14 is asked.
check_format() {
    local formatter
    formatter=$(command -v clang-format-14 || true)
    if [ -z "$formatter" ] && [[ "$(clang-format --version 2>/dev/null)" == *'version 14.'* ]]; then
        formatter=clang-format
    fi
    if [ -z "$formatter" ]; then
        say "Skipping the format check: it needs clang-format 14, which this system does not offer."
        return
    fi
    say "Checking the format of the sources"
    our_sources | xargs -d '\n' "$formatter" --dry-run --Werror \
        || fail "Sources are not formatted. Mend them with: clang-format-14 -i FILES"
}

install_missing "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}"
choose_openblas
if ! command -v clang-format-14 >/dev/null && is_offered clang-format-14; then
    install_missing clang-format-14
fi
check_format
configure -DDOLLYGRIP_WERROR=ON -DDOLLYGRIP_BUILD_TESTS=ON
build_targets
say "Testing"
exec ctest --test-dir "$build" --output-on-failure
