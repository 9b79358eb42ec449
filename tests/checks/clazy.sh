# shellcheck shell=bash
# shellcheck source=tests/checks/sources.sh
source "$(dirname "${BASH_SOURCE[0]}")/sources.sh"

# Level 1, and of level 2 and the manual checks those that find mistakes.
checks=(level1
    base-class-event copyable-polymorphic function-args-by-ref global-const-char-pointer
    old-style-connect static-pmf virtual-call-ctor
    assert-with-side-effects heap-allocated-small-trivial-type isempty-vs-count
    qhash-with-char-pointer-key raw-environment-function signal-with-return-value thread-with-slots tr-non-literal
    unneeded-cast use-arrow-operator-instead-of-data)

# -Werror stands in the compile commands and makes findings errors.
compiled | xargs -0 -P 2 -n 1 clazy-standalone --checks="$(IFS=, && echo "${checks[*]}")" \
    --header-filter='/(models|ui|app|resources|tests)/' --extra-arg=-Wno-implicit-int-float-conversion -p "$build"
