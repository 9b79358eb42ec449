# shellcheck shell=bash
# What bash offers where a line ends that is being typed: bash complete.sh COMPLETIONS LINE
source /usr/share/bash-completion/bash_completion
# shellcheck source=packaging/completions/mesos-upgrade-plan.bash
source "$1"

COMP_LINE=$2 COMP_POINT=${#2} COMP_TYPE=9
# To readline, = is a word of its own.
read -ra COMP_WORDS <<< "${2//=/ = }"
[[ $2 != *[\ =] ]] || COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_mesos_upgrade_plan
printf '%s\n' "${COMPREPLY[@]}"
