# shellcheck shell=bash
# shellcheck source=tests/checks/sources.sh
source "$(dirname "${BASH_SOURCE[0]}")/sources.sh"

files '*.cpp' '*.h' | xargs -0 clang-format --dry-run -Werror
