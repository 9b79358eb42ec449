#!/usr/bin/env bash
# Prints one table of ratios: what people wait for, against a yardstick measured in the same run. Installs and builds what
# that needs, Chromium among it; exit status 1 when a ratio is over its limit.
#
#   bash tests/bench/bench.sh [ROUNDS [PART OF A ROW'S NAME]]
set -euo pipefail

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=packaging/packages.sh
source "$source_dir/packaging/packages.sh"

install_packages "${build_packages[@]}" chromium
build_preset "$source_dir" bench bench
exec "$source_dir/build/bench/app/bench" "$@"
