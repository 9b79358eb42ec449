#!/usr/bin/env bash
# Installs the Debian package in /srv, does with it what people do first, and takes it away again. Only for a root of its own:
#
#   bash packaging/bare-root.sh --give mesos-upgrade-assistant_0.1.0-1_amd64.deb /tmp/bare bash packaging/try-deb.sh
set -euo pipefail

deb=(/srv/*.deb)
[[ -f ${deb[0]} && ${#deb[@]} -eq 1 ]] || {
    echo "usage: as packaging/try-deb.sh says; one package has to be in /srv" >&2
    exit 2
}
work=$(mktemp -d)
cd "$work"
export HOME=$work XDG_RUNTIME_DIR=$work DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
started=()
trap 'kill "${started[@]}" 2> /dev/null || true; rm -rf "$work"' EXIT

say() { printf '%s\n' "== $*"; }
fail() {
    say "$@"
    exit 1
}
quietly() { "$@" > "$work/log" 2>&1 || {
    cat "$work/log"
    fail "failed: $*"
}; }

say "Installing with what it depends on, and nothing else"
quietly apt-get update
quietly apt-get install --yes --no-install-recommends "${deb[0]}"

say "The command line"
mesos-upgrade-plan --version
mesos-upgrade-plan new --example -o ours.mesosplan
mesos-upgrade-plan export ours.mesosplan -o ours.pdf
[[ $(head -c 5 ours.pdf) == %PDF- ]] || fail "That is no PDF."
grep -q ':\*\.mesosplan$' /usr/share/mime/globs2 || fail "The desktop does not know plan files."

say "The window, without a display"
status=0
QT_QPA_PLATFORM=offscreen timeout 5 mesos-upgrade-assistant ours.mesosplan || status=$?
[[ $status -eq 124 ]] || fail "The window did not stay; it ended with $status."

say "The window, on a display"
quietly apt-get install --yes --no-install-recommends xvfb xdotool
mkfifo display
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3> display 2> xvfb.log &
started+=($!)
read -r number < display
export DISPLAY=:$number
mesos-upgrade-assistant ours.mesosplan &
started+=($!)
window=$(timeout 20 xdotool search --sync --onlyvisible --pid "$!" --name ours | tail -n 1) || fail "There was no window."
xdotool getwindowname "$window"
kill "${started[1]}"
wait "${started[1]}" || true

say "Taking it away"
quietly apt-get purge --yes mesos-upgrade-assistant
left=$(find / -xdev '(' -path /srv -o -path /proc -o -path "$work" ')' -prune -o -iname '*mesos*' -print)
left+=$(grep -rlsiI mesos /etc /var/lib/dpkg /usr/share/mime /usr/share/applications /usr/share/icons || true)
[[ -z $left ]] || fail "This stayed behind: $left"
say "Nothing of it is left."
