#!/usr/bin/env bash
# Draws the PNG icons from their SVG source; run it after the SVG was changed. The programs and packages use the PNGs only, so
# that nobody needs an SVG plugin.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../resources/icons"
# shellcheck source=packaging/packages.sh
source ../../packaging/packages.sh
install_packages librsvg2-bin

for size in 16 22 24 32 48 64 128 256 512; do
    rsvg-convert --width "$size" --height "$size" --output "mesos-upgrade-assistant-$size.png" mesos-upgrade-assistant.svg
done
