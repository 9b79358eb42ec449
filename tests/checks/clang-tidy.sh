# shellcheck shell=bash
# shellcheck source=tests/checks/sources.sh
source "$(dirname "${BASH_SOURCE[0]}")/sources.sh"

compiled | xargs -0 -P 2 -n 1 clang-tidy --quiet --extra-arg=-Wno-implicit-int-float-conversion -p "$build"
