# shellcheck shell=bash
# Every text that people read can be translated: lupdate finds them all, without a warning.
# shellcheck source=tests/checks/sources.sh
source "$(dirname "${BASH_SOURCE[0]}")/sources.sh"

folder=$(mktemp --directory)
trap 'rm -rf "$folder"' EXIT
texts=$folder/texts.ts
if ! said=$(/usr/lib/qt6/bin/lupdate -silent -I . -I models models app ui -ts "$texts" 2>&1) || [[ -n $said ]]; then
    echo "$said"
    exit 1
fi
[[ $(grep -c '<source>' "$texts") -gt 1000 ]] || {
    echo "lupdate does not find the texts any more."
    exit 1
}
