# shellcheck shell=bash
# shellcheck source=tests/checks/sources.sh
source "$(dirname "${BASH_SOURCE[0]}")/sources.sh"

{
    files '*.sh' '*.bash'
    printf '%s\0' .ci/run
} | xargs -0 shellcheck --external-sources
