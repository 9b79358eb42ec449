# shellcheck shell=bash
# shellcheck source=tests/checks/sources.sh
source "$(dirname "${BASH_SOURCE[0]}")/sources.sh"

zsh -n packaging/completions/_mesos-upgrade-plan
for manual in packaging/man/*.1; do
    mandoc -T lint -W warning "$manual"
    said=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings --encoding=UTF-8 --local-file --troff-device=utf8 --ditroff \
        "$manual" 2>&1 > /dev/null)
    if [[ -n $said ]]; then
        echo "$said"
        exit 1
    fi
done
