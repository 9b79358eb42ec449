# shellcheck shell=bash
# Completes mesos-upgrade-plan. Commands, options, versions, traits and steps are asked from the program itself, which takes
# some hundredths of a second, so that nothing here has to follow it.

# _mesos_upgrade_plan_words PROGRAM WHAT [FILE]: the words of a kind, one a line. compgen expands what it gets, and a plan file
# may come from anybody: of those only plain words are taken.
_mesos_upgrade_plan_words() {
    local program=$1
    case $2 in
        commands) "$program" --help | sed -nE 's/^  mesos-upgrade-plan ([a-z]+).*/\1/p' | sort -u ;;
        options) "$program" "$3" --help | sed -nE 's/^  (-., )?(--[a-z-]+).*/\2/p' ;;
        flags) "$program" "$3" --help | sed -nE 's/^  (-., )?(--[a-z-]+)(  .*)?$/\2/p' ;;
        states) "$program" mark --help | sed -nE 's/^STATE is one of: (.*)\.$/\1/p' | tr -d , | tr ' ' '\n' ;;
        versions) "$program" releases | cut -d ' ' -f 1 ;;
        upgrades) "$program" releases | cut -d . -f 1,2 | uniq ;;
        traits) "$program" traits | cut -d ' ' -f 1 ;;
        steps) "$program" show "$3" | sed -nE 's/^    (\[.\]|---|   ) ([a-z0-9.-]+) .*/\2/p' ;;
        values) "$program" set "$3" | sed -nE '/^quorum /d; s/^([a-z0-9_-]+) .*/\1/p' ;;
    esac 2> /dev/null
}

# Of the words of a kind those that begin with VALUE: _mesos_upgrade_plan_offer VALUE PROGRAM WHAT [FILE]
_mesos_upgrade_plan_offer() {
    mapfile -t COMPREPLY < <(compgen -W "$(_mesos_upgrade_plan_words "${@:2}")" -- "$1")
}

# What an option takes; fails for those that take nothing.
_mesos_upgrade_plan_value() {
    local program=$1 command=$2 option=$3 cur=$4
    case $command:$option in
        mark:--to) _mesos_upgrade_plan_offer "$cur" "$program" upgrades ;;
        *:--from | *:--to) _mesos_upgrade_plan_offer "$cur" "$program" versions ;;
        *:--trait)
            # Readline takes = for the end of a word.
            if [[ $cur == *=* ]]; then
                mapfile -t COMPREPLY < <(compgen -W 'yes no some unsure' -- "${cur#*=}")
            else
                mapfile -t COMPREPLY < <(compgen -S = -W "$(_mesos_upgrade_plan_words "$program" traits)" -- "$cur")
                compopt -o nospace 2> /dev/null
            fi
            ;;
        *:--route) mapfile -t COMPREPLY < <(compgen -W 'every-release fewest-restarts' -- "$cur") ;;
        *:--format) mapfile -t COMPREPLY < <(compgen -W 'markdown html pdf json' -- "$cur") ;;
        *:--page) mapfile -t COMPREPLY < <(compgen -W 'a4 letter' -- "$cur") ;;
        *:--catalog) _filedir -d ;;
        *:--overlay) _filedir '@(yaml|yml)' ;;
        new:-o | new:--output) _filedir mesosplan ;;
        *:-o | *:--output) _filedir '@(md|html|pdf|json)' ;;
        *:--reason | *:--note | *:--observed | *:--owner | *:--day | *:--by | *:--until) ;;
        *) return 1 ;;
    esac
    return 0
}

# The words behind a command, by their order: _mesos_upgrade_plan_word PROGRAM COMMAND CUR [WORD BEFORE] …
_mesos_upgrade_plan_word() {
    local program=$1 command=$2 cur=$3 file=${4-} before=
    # As typed, so perhaps quoted.
    file=${file//[\\\'\"]/}
    file=${file/#\~/$HOME}
    case $command:$(($# - 3)) in
        show:0 | log:0 | mark:0 | set:0 | answer:0 | export:0 | card:0 | diff:[01] | copy:0 | rescue:0)
            _filedir mesosplan
            ;;
        copy:1 | rescue:1 | lint:0) _filedir -d ;;
        card:1) _mesos_upgrade_plan_offer "$cur" "$program" steps "$file" ;;
        mark:1)
            [[ $cur != *,* ]] || before=${cur%,*},
            _mesos_upgrade_plan_offer "${cur##*,}" "$program" steps "$file"
            COMPREPLY=("${COMPREPLY[@]/#/$before}")
            ;;
        mark:2) _mesos_upgrade_plan_offer "$cur" "$program" states ;;
        set:*)
            if [[ $cur != *=* ]]; then
                mapfile -t COMPREPLY < <(compgen -S = -W "$(_mesos_upgrade_plan_words "$program" values "$file")" -- "$cur")
                compopt -o nospace 2> /dev/null
            fi
            ;;
    esac
}

_mesos_upgrade_plan() {
    local cur prev words cword
    _get_comp_words_by_ref -n = cur prev words cword
    COMPREPLY=()
    local program=${words[0]/#\~/$HOME} command=${words[1]-}

    if [[ $cword -eq 1 ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_mesos_upgrade_plan_words "$program" commands) --help --version" -- "$cur")
    elif [[ $cur == --*=* ]]; then
        _mesos_upgrade_plan_value "$program" "$command" "${cur%%=*}" "${cur#*=}"
    elif _mesos_upgrade_plan_value "$program" "$command" "$prev" "$cur"; then
        :
    elif [[ $cur == -* ]]; then
        _mesos_upgrade_plan_offer "$cur" "$program" options "$command"
    else
        local before=() i flags
        flags=$(_mesos_upgrade_plan_words "$program" flags "$command")
        for ((i = 2; i < cword; ++i)); do
            if [[ ${words[i]} != -* ]]; then
                before+=("${words[i]}")
            elif [[ ${words[i]} != *=* && $'\n'$flags$'\n' != *$'\n'"${words[i]}"$'\n'* ]]; then
                ((++i)) # its value
            fi
        done
        _mesos_upgrade_plan_word "$program" "$command" "$cur" "${before[@]}"
    fi
} && complete -F _mesos_upgrade_plan mesos-upgrade-plan
