# shellcheck shell=bash
# Sourced by the checks, which are called with the source and the build folder.
set -euo pipefail

# shellcheck disable=SC2034
build=${2-}
cd "$1"

# compiled: our sources that the build compiles, each ended by a zero byte. Without those that include qpdf: its JSON.hh is
# beyond clang 14 in C++20 (a vector of an incomplete class).
compiled() {
    sed -n 's/^  "file": "\(.*\)".*$/\1/p' "$build/compile_commands.json" | grep -vF "$build/" | sort -u |
        xargs -d '\n' grep --files-without-match --null '#include <qpdf/'
}

# files PATTERN …: ours of these names, each ended by a zero byte.
files() {
    local names=() pattern
    for pattern in "$@"; do
        names+=(-o -name "$pattern")
    done
    find . -name .git -prune -o -path ./build -prune -o -type f '(' "${names[@]:1}" ')' -print0 | sort -z
}
