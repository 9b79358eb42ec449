#!/usr/bin/env bash
# Draws the PNG icons of the program and of plan files from their SVG sources; run it after one was changed. The program itself
# uses the PNGs only, so that nobody needs an SVG plugin.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../resources/icons"
# shellcheck source=packaging/packages.sh
source ../../packaging/packages.sh
install_packages librsvg2-bin

for size in 16 22 24 32 48 64 128 256 512; do
    for icon in mesos-upgrade-assistant mesosplan; do
        rsvg-convert --width "$size" --height "$size" --output "$icon-$size.png" "$icon.svg"
    done
done
