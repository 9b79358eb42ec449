#!/usr/bin/env bash
# Installs what the tests need, builds everything with the address and undefined-behaviour sanitizers, runs all tests.
#
#   bash tests/run.sh [ctest argument …]          for instance: -R plan, --verbose
set -euo pipefail

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=packaging/packages.sh
source "$source_dir/packaging/packages.sh"

install_packages "${build_packages[@]}" "${test_packages[@]}"

# Also for the build, which runs the catalogue's compiler.
export ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1:check_initialization_order=1
export LSAN_OPTIONS=suppressions=$source_dir/tests/lsan.supp:print_suppressions=0
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1

build_preset "$source_dir" asan
cd "$source_dir"
exec ctest --preset asan --parallel "$(nproc)" "$@"
