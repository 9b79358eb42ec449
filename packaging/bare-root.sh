#!/usr/bin/env bash
# Runs a command in a bare Debian 12 (debootstrap's smallest variant) that holds a fresh clone of this repository, to try what
# the README promises where nothing is installed. Needs root.
#
#   bash packaging/bare-root.sh [--keep] [--uncommitted] [--give FILE] FOLDER COMMAND …
#   bash packaging/bare-root.sh /tmp/bare bash packaging/run.sh
#
# FOLDER must not exist; it is made and, without --keep, removed again. --uncommitted takes the files as they are now.
# --give puts another file, such as a package, into the root's /srv.
# Where such a root cannot be had, the script says "skipped" with the reason and ends with 0.
set -euo pipefail

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
keep=no
uncommitted=no
given=()
while [[ ${1-} == --* ]]; do
    case $1 in
        --keep) keep=yes ;;
        --uncommitted) uncommitted=yes ;;
        --give)
            given+=("${2-}")
            shift
            ;;
        *) break ;;
    esac
    shift
done
if [[ $# -lt 2 || $1 == --* || -e $1 ]]; then
    echo "usage: bash packaging/bare-root.sh [--keep] [--uncommitted] [--give FILE] FOLDER COMMAND …   (FOLDER must not exist)" >&2
    exit 2
fi
root=$1
shift

skipped() {
    echo "skipped: $*"
    exit 0
}
[[ $EUID -eq 0 ]] || skipped "a root of its own needs root"
for tool in debootstrap unshare git; do
    command -v "$tool" > /dev/null || skipped "$tool is not installed"
done
unshare --mount --pid --fork -- mount -t tmpfs none /mnt 2> /dev/null || skipped "this machine does not allow mounts"
# shellcheck disable=SC2016 # $(REPO_URI) is apt's own
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Codename: bookworm' 'Component: main' 'Created-By: Packages' |
    grep -v -- -security | head -n 1)
[[ -n $mirror ]] || skipped "the package sources of this machine name no mirror of Debian 12"

mkdir -p "$root"
root=$(cd "$root" && pwd)
# The mounts below live in a namespace that ends with the command: here the folder holds plain files only.
[[ $keep == yes ]] || trap 'rm -rf --one-file-system "$root"' EXIT

debootstrap --variant=minbase bookworm "$root" "$mirror" > "$root.log" 2>&1 || {
    tail -n 5 "$root.log"
    skipped "debootstrap failed, see $root.log"
}
rm "$root.log"
[[ ${#given[@]} -eq 0 ]] || cp "${given[@]}" "$root/srv"
clone=/srv/${source_dir##*/}
if [[ $uncommitted == yes ]]; then
    mkdir "$root$clone"
    git -C "$source_dir" ls-files -z --cached --others --exclude-standard |
        tar -C "$source_dir" --null --files-from - --create | tar -C "$root$clone" --no-same-owner --extract
else
    git clone --quiet --no-hardlinks "$source_dir" "$root$clone"
fi

# shellcheck disable=SC2016 # expanded by the inner shell
unshare --mount --pid --fork -- bash -c '
    set -e
    root=$1 clone=$2
    shift 2
    mount -t proc proc "$root/proc"
    mount -t sysfs -o ro sysfs "$root/sys"
    mount --rbind /dev "$root/dev"
    exec env --ignore-environment HOME=/root TERM="${TERM-dumb}" PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} ${CI:+CI="$CI"} \
        chroot "$root" sh -c "cd \"\$0\" && exec \"\$@\"" "$clone" "$@"
' - "$root" "$clone" "$@"
