# shellcheck shell=bash
# shellcheck source=tests/checks/sources.sh
source "$(dirname "${BASH_SOURCE[0]}")/sources.sh"

desktop-file-validate packaging/*.desktop
appstreamcli validate --no-net packaging/*.metainfo.xml

failed() {
    echo "$*"
    exit 1
}
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
mkdir -p "$data/mime/packages"
cp packaging/*.mime.xml "$data/mime/packages"
said=$(XDG_DATA_HOME=$data update-mime-database "$data/mime" 2>&1)
[[ -z $said ]] || failed "$said"

# One version everywhere, and a picture for each that is named.
version=$(sed -nE 's/^project\(.* VERSION ([0-9.]+) .*/\1/p' CMakeLists.txt)
[[ $(sed -nE 's/.*<release version="([^"]+)".*/\1/p;T;q' packaging/*.metainfo.xml) == "$version" ]] ||
    failed "The newest release in the metainfo is not $version."
[[ $(head -n 1 packaging/debian/changelog) == "mesos-upgrade-assistant ($version-"*") "* ]] ||
    failed "The newest entry in packaging/debian/changelog is not about $version."
grep -o '[^/]*\.png' packaging/*.metainfo.xml | while read -r picture; do
    [[ -f resources/screenshots/$picture ]] || failed "There is no picture resources/screenshots/$picture."
done
