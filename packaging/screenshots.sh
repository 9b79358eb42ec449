#!/usr/bin/env bash
# Takes the picture of the README: the real window with the example plan, on a display of its own, with the DejaVu fonts only
# and none of the settings of whoever runs it, so that it comes out the same everywhere.
#
#   bash packaging/screenshots.sh [FOLDER]        without FOLDER: resources/screenshots
set -euo pipefail

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=packaging/packages.sh
source "$source_dir/packaging/packages.sh"
install_packages "${build_packages[@]}" xvfb xdotool imagemagick fontconfig
build_preset "$source_dir" release mesos-upgrade-assistant mesos-upgrade-plan
programs=$source_dir/build/release/app
pictures=${1-$source_dir/resources/screenshots}
mkdir -p "$pictures"

home=$(mktemp -d)
started=()
trap 'kill "${started[@]}" 2> /dev/null || true; wait; rm -rf "$home"' EXIT

cat > "$home/fonts.conf" << XML
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts/truetype/dejavu</dir>
  <cachedir>$home/fonts</cachedir>
  <alias><family>Sans Serif</family><prefer><family>DejaVu Sans</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <match target="font"><edit name="rgba" mode="assign"><const>none</const></edit></match>
</fontconfig>
XML
export HOME=$home XDG_CONFIG_HOME=$home XDG_DATA_HOME=$home XDG_CACHE_HOME=$home XDG_RUNTIME_DIR=$home
export FONTCONFIG_FILE=$home/fonts.conf QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8 TZ=UTC
export DBUS_SESSION_BUS_ADDRESS=disabled:
unset QT_SCALE_FACTOR QT_STYLE_OVERRIDE QT_QPA_PLATFORMTHEME XDG_CURRENT_DESKTOP WAYLAND_DISPLAY

mkfifo "$home/display"
Xvfb -displayfd 3 -screen 0 1440x900x24 -dpi 96 -nolisten tcp 3> "$home/display" 2> "$home/xvfb.log" &
started+=($!)
read -r display < "$home/display"
export DISPLAY=:$display

"$programs/mesos-upgrade-plan" new --example -o "$home/example.mesosplan"
"$programs/mesos-upgrade-assistant" "$home/example.mesosplan" &
started+=($!)
window=$(timeout 20 xdotool search --sync --onlyvisible --pid "${started[1]}" | tail -n 1) ||
    fail "The window did not appear within 20 seconds."
xdotool windowmove --sync "$window" 0 0 2> /dev/null || true
xdotool windowsize --sync "$window" 1440 900

# Two equal pictures in a row: everything is drawn.
import -window "$window" "$home/last.png"
for _ in {1..20}; do
    sleep 0.5
    import -window "$window" -strip "$home/now.png"
    if compare -metric AE "$home/last.png" "$home/now.png" null: 2> /dev/null; then
        mv "$home/now.png" "$pictures/checklist.png"
        say "$pictures/checklist.png"
        exit 0
    fi
    mv "$home/now.png" "$home/last.png"
done
fail "The window never came to rest."
