# shellcheck shell=bash
# Says "skipped" where there can be no root of its own. Comes after deb.sh, which makes the package.
# shellcheck source=tests/checks/sources.sh
source "$(dirname "${BASH_SOURCE[0]}")/sources.sh"

# Below /tmp: what is mounted there ends with the command, and the build folder may be on a slow disk.
folder=$(mktemp -d)
trap 'rm -rf --one-file-system "$folder"' EXIT
bash packaging/bare-root.sh --uncommitted --give "$build"/deb/*.deb "$folder/root" bash packaging/try-deb.sh
