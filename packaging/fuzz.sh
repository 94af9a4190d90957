#!/bin/bash
# Runs each fuzz target of tests/fuzz for a minute (DOLLYGRIP_FUZZ_SECONDS) on its seeds, in a build
# of its own with clang, AddressSanitizer and UndefinedBehaviorSanitizer. A finding ends the script
# with 1; the input that made it lies in build/fuzz/findings. Targets may be named: fuzz.sh npy json
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
cd "$root"

seconds=${DOLLYGRIP_FUZZ_SECONDS:-60}
build=${DOLLYGRIP_FUZZ_BUILD:-$root/build/fuzz}
install_missing clang cmake ninja-build libeigen3-dev zlib1g-dev
compiler=$(command -v clang++ || command -v clang++-14) || fail "clang is not installed"

say "Building the fuzz targets"
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_COMPILER="$compiler" \
    -DDOLLYGRIP_FUZZ=ON -DDOLLYGRIP_WERROR=ON
cmake --build "$build"

targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
    for program in "$build"/fuzz/fuzz_*; do
        targets+=("${program##*/fuzz_}")
    done
fi
mkdir -p "$build/findings"
found=()
for target in "${targets[@]}"; do
    say "Fuzzing $target for $seconds seconds"
    # New inputs go to a folder of the build, the seeds are only read.
    corpus=$build/corpus/$target
    mkdir -p "$corpus"
    "$build/fuzz/fuzz_$target" "$corpus" "tests/fuzz/seeds/$target" -max_total_time="$seconds" \
        -timeout=10 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 -verbosity=0 \
        -artifact_prefix="$build/findings/$target-" 2>"$build/$target.log" || found+=("$target")
    grep -E 'stat::number_of_executed_units|ERROR|SUMMARY|runtime error' "$build/$target.log" || true
done
[ ${#found[@]} -eq 0 ] || fail "Findings in: ${found[*]}. See $build/findings and $build/*.log"
say "No finding in: ${targets[*]}"
