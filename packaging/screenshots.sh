#!/usr/bin/env bash
# Takes the pictures of the README and of the package: the real window, driven by keyboard on a display of its own, with the
# DejaVu fonts only and none of the settings of whoever runs it, so that they come out the same everywhere.
#
#   bash packaging/screenshots.sh [FOLDER]        without FOLDER: resources/screenshots
set -euo pipefail

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=packaging/packages.sh
source "$source_dir/packaging/packages.sh"
install_packages "${build_packages[@]}" xvfb openbox xdotool imagemagick fontconfig pngquant
build_preset "$source_dir" release mesos-upgrade-assistant mesos-upgrade-plan
programs=$source_dir/build/release/app
pictures=${1-$source_dir/resources/screenshots}
mkdir -p "$pictures"

# Pictures show this name.
home=/tmp/lin
mkdir "$home" 2> /dev/null || fail "The folder $home is needed, and is there already."
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
# The main window fills the display without a frame; dialogs have one, in the middle.
mkdir "$home/openbox"
cat > "$home/openbox/rc.xml" << 'XML'
<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <placement><policy>Smart</policy><center>yes</center></placement>
  <theme><name>Clearlooks</name><titleLayout>L</titleLayout></theme>
  <applications>
    <application type="normal"><decor>no</decor><maximized>yes</maximized></application>
  </applications>
</openbox_config>
XML
export HOME=$home XDG_CONFIG_HOME=$home XDG_DATA_HOME=$home/data XDG_CACHE_HOME=$home XDG_RUNTIME_DIR=$home
export FONTCONFIG_FILE=$home/fonts.conf QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8 TZ=UTC
export DBUS_SESSION_BUS_ADDRESS=disabled:
unset QT_SCALE_FACTOR QT_STYLE_OVERRIDE QT_QPA_PLATFORMTHEME XDG_CURRENT_DESKTOP WAYLAND_DISPLAY

mkfifo "$home/display"
Xvfb -displayfd 3 -screen 0 1440x900x24 -dpi 96 -nolisten tcp 3> "$home/display" 2> "$home/xvfb.log" &
started+=($!)
read -r display < "$home/display"
export DISPLAY=:$display
openbox --config-file "$home/openbox/rc.xml" > "$home/openbox.log" 2>&1 &
started+=($!)

# Leaves a picture of the display in $home/now.png when two in a row are equal: everything is drawn.
settle() {
    sleep 0.5
    import -window root -strip "$home/last.png"
    for _ in {1..40}; do
        sleep 0.4
        import -window root -strip "$home/now.png"
        compare -metric AE "$home/last.png" "$home/now.png" null: 2> /dev/null && return
        mv "$home/now.png" "$home/last.png"
    done
    fail "The window never came to rest."
}

# picture NAME: of the display, in as few colours as nobody misses.
picture() {
    settle
    pngquant --force --strip --speed 1 --output "$pictures/$1.png" 256 "$home/now.png"
    say "$pictures/$1.png"
}

windows() { xdotool search --onlyvisible --pid "$program" --name . 2> /dev/null | wc -l; }

# window [VARIABLE=VALUE …] [WORD …]: the program anew, until its window is there.
window() {
    env "$@" > "$home/program.log" 2>&1 &
    program=$!
    started+=("$program")
    timeout 20 xdotool search --sync --onlyvisible --pid "$program" --name . > /dev/null ||
        fail "The window did not appear within 20 seconds."
    settle
}
close_window() {
    kill "$program"
    wait "$program" || true
}
keys() { xdotool key --clearmodifiers --delay 60 "$@"; }

assistant=$programs/mesos-upgrade-assistant
example=$home/upgrade.mesosplan
"$programs/mesos-upgrade-plan" new --example -o "$example"

window "$assistant"
picture start
# The two versions are the first fields; from then on Return leads from page to page, and from the last one to the plan.
keys ctrl+n
settle
xdotool type --delay 60 0.14.2
keys Tab
xdotool type --delay 60 0.20.1
keys Tab
page=1
while [[ $(windows) -gt 1 ]]; do
    [[ $page -le 30 ]] || fail "The wizard does not end."
    picture "wizard-$page"
    cp "$home/now.png" "$home/page.png"
    keys Return
    settle
    if compare -metric AE "$home/page.png" "$home/now.png" null: 2> /dev/null; then
        fail "Return does not lead on from page $page of the wizard."
    fi
    ((++page))
done
close_window

window "$assistant" "$example"
picture checklist
keys ctrl+4
picture impact
keys ctrl+1 alt+f
keys v
picture print-preview
close_window

window QT_FONT_DPI=144 "$assistant" "$example"
picture checklist-large
close_window

mkdir -p "$home/mesos-upgrade-assistant"
printf '[General]\nappearance=2\n' > "$home/mesos-upgrade-assistant/settings.ini" # Appearance::Dark of ui/theme.h
window "$assistant" "$example"
picture checklist-dark
close_window
