# shellcheck shell=bash
# shellcheck source=tests/checks/sources.sh
source "$(dirname "${BASH_SOURCE[0]}")/sources.sh"

rm -rf "$build/deb"
package=$(bash packaging/deb.sh "$build/deb")
dpkg-deb --info "$package"
lintian --allow-root --fail-on error,warning "$package"

dpkg-deb --extract "$package" "$build/deb/root"
appstreamcli validate-tree --no-net "$build/deb/root"
desktop-file-validate "$build"/deb/root/usr/share/applications/*.desktop
rm -rf "$build/deb/root"
