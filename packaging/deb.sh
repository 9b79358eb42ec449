#!/usr/bin/env bash
# Builds what people run and makes a Debian package of it. Its name is said on standard output.
#
#   bash packaging/deb.sh [FOLDER]                without FOLDER: the current one
set -euo pipefail

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=packaging/packages.sh
source "$source_dir/packaging/packages.sh"
install_packages "${build_packages[@]}" "${deb_packages[@]}"
folder=${1-.}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

build_preset "$source_dir" release
log=$(mktemp)
cpack -G DEB --config "$source_dir/build/release/CPackConfig.cmake" -B "$folder" > "$log" || {
    cat "$log" >&2
    fail "The package could not be made; the reason stands above."
}
sed -nE 's/^CPack: - package: (.*) generated\.$/\1/p' "$log"
# CPack's own folder holds nothing that is wanted afterwards.
rm -rf "$log" "$folder/_CPack_Packages"
