#!/usr/bin/env bash
# Installs what the program needs, builds it and opens the window.
#
#   bash packaging/run.sh [--yes]                 the window; without a display, an example plan in the current folder
#   bash packaging/run.sh [--yes] plan …          the command line instead, with exactly these words
#
# --yes does not ask before packages are installed.
set -euo pipefail

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
programs=$source_dir/build/release/app
# shellcheck source=packaging/packages.sh
source "$source_dir/packaging/packages.sh"

ask=(--ask)
if [[ ${1-} == --yes ]]; then
    ask=()
    shift
fi

packages=("${build_packages[@]}")
if [[ -z ${DISPLAY-} && -n ${WAYLAND_DISPLAY-} ]]; then
    packages+=(qt6-wayland)
fi
install_packages "${ask[@]}" "${packages[@]}"

if [[ $# -gt 0 ]]; then
    build_preset "$source_dir" release mesos-upgrade-plan
    exec "$programs/mesos-upgrade-plan" "$@"
fi

build_preset "$source_dir" release mesos-upgrade-assistant mesos-upgrade-plan
if [[ -n ${DISPLAY-} || -n ${WAYLAND_DISPLAY-} ]]; then
    exec "$programs/mesos-upgrade-assistant"
fi

say "There is no display to open a window on, so here is an example plan instead."
# An example that somebody has ticked steps in is theirs.
[[ -e example.mesosplan ]] || "$programs/mesos-upgrade-plan" new --example -o example.mesosplan
"$programs/mesos-upgrade-plan" export example.mesosplan -o example.md
say "example.mesosplan is the plan, example.md the same to read. The command line makes your own:"
say "  bash packaging/run.sh plan --from 0.14 --to 0.20 -o upgrade.pdf"
