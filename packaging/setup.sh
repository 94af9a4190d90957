# shellcheck shell=bash disable=SC2034
# Functions that run.sh and test.sh share: packages, configuring, building. Sourced by bash.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${DOLLYGRIP_BUILD:-$root/build/release}

# Same names on Debian 12 and 13.
build_packages=(
    g++ cmake ninja-build pkgconf
    qt6-base-dev qt6-base-dev-tools qt6-multimedia-dev qt6-svg-dev
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools linguist-qt6
    libtorch-dev libopenblas0-openmp
    libopencv-core-dev libopencv-imgproc-dev libopencv-video-dev libeigen3-dev
    libavformat-dev libavcodec-dev libavutil-dev libswscale-dev libswresample-dev
    libsqlite3-dev libsentencepiece-dev zlib1g-dev
)
run_packages=(libqt6sql6-sqlite qt6-image-formats-plugins qt6-wayland qt6-translations-l10n fonts-noto-core)

say() { printf '\n==> %s\n' "$*"; }
fail() {
    printf '\nerror: %s\n' "$*" >&2
    exit 1
}

# as_root COMMAND...: runs it as root, by sudo where needed.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo -- "$@"
    fi
}

# missing_of PACKAGE...: those that are not installed, one a line.
missing_of() {
    local installed
    # dpkg-query fails when it does not know one of them, which is an answer here.
    installed=$({ dpkg-query -W -f='${db:Status-Abbrev}${Package}\n' "$@" 2>/dev/null || true; } \
        | sed -n 's/^.i *//p')
    comm -23 <(printf '%s\n' "$@" | sort -u) <(sort -u <<<"$installed")
}

# is_offered PACKAGE: apt knows where to get it.
is_offered() {
    local policy
    policy=$(apt-cache policy "$1" 2>/dev/null) && grep -q '^  Candidate: [^(]' <<<"$policy"
}

# install_missing PACKAGE...: does nothing, quickly, when all are there.
install_missing() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is no Debian system, so packages are left to you: $*"
        return
    fi
    local list
    local -a missing
    list=$(missing_of "$@")
    if [ -z "$list" ]; then
        return
    fi
    mapfile -t missing <<<"$list"
    say "Missing ${#missing[@]} Debian packages: ${missing[*]}"
    local -a quiet=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=3
        -o DPkg::Lock::Timeout=300)
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "Installing them needs root and there is no sudo here. \
As root: apt-get install --no-install-recommends ${missing[*]}"
        say "Installing them needs root. sudo may now ask for your password, for apt-get only."
    fi
    as_root "${quiet[@]}" update || fail "apt-get update failed. Check the network and /etc/apt."
    as_root "${quiet[@]}" install -y --no-install-recommends "${missing[@]}" \
        || fail "apt-get could not install the packages; its reason stands above."
}

# Tensors and OpenMP want OpenBLAS built for OpenMP. Where the machine's choice of BLAS is
# automatic and another one won, this makes it so; a choice made by hand is left alone.
choose_openblas() {
    command -v update-alternatives >/dev/null || return 0
    local choice name status path better
    local -a choices
    mapfile -t choices < <(update-alternatives --get-selections 2>/dev/null \
        | grep -E '^lib(blas|lapack)\.so\.3-')
    for choice in "${choices[@]}"; do
        read -r name status path <<<"$choice"
        if [ "$status" != auto ] || [[ $path == */openblas-openmp/* ]]; then
            continue
        fi
        better=$(update-alternatives --list "$name" | grep /openblas-openmp/) || continue
        say "Choosing OpenBLAS (OpenMP) as the machine's $name; sudo may ask for your password."
        as_root update-alternatives --set "$name" "$better"
    done
}

# As many compilers as there are cores and 2 GiB of memory for each, one at least.
compile_jobs() {
    local cores memory limit
    cores=$(nproc)
    memory=$(awk '/^MemTotal:/ { print int($2 / 1024) }' /proc/meminfo)
    limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null || echo max)
    if [ "$limit" != max ] && [ $((limit / 1048576)) -lt "$memory" ]; then
        memory=$((limit / 1048576))
    fi
    local jobs=$(((memory + 512) / 2048))
    if [ "$jobs" -gt "$cores" ]; then jobs=$cores; fi
    if [ "$jobs" -lt 1 ]; then jobs=1; fi
    echo "$jobs"
}

# configure CMAKE_ARGUMENT...
configure() {
    say "Configuring in $build"
    if [ -f "$build/CMakeCache.txt" ] \
        && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$build/CMakeCache.txt"; then
        fail "$build was configured for another place of these sources. Remove it and start again."
    fi
    cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release "$@" \
        || fail "Configuring failed; cmake's reason stands above."
}

# build_targets TARGET...: everything when no target is named.
build_targets() {
    local jobs
    jobs=$(compile_jobs)
    say "Building with $jobs compiler(s) at a time (the first time takes a while)"
    cmake --build "$build" --parallel "$jobs" ${1:+--target "$@"} \
        || fail "Building failed; the compiler's reason stands above."
}
