# shellcheck shell=bash
# Sourced by the scripts of this project: which Debian packages they need, and how they are installed. Everything is said on
# standard error, so that the standard output of what runs afterwards stays its own.

# To build the two programs and to run them. fonts-dejavu-core: the PDF names its fonts.
# shellcheck disable=SC2034 # the lists are read by the scripts that source this file
build_packages=(
    cmake ninja-build g++ pkgconf
    qt6-base-dev libqt6sql6-sqlite qt6-qpa-plugins
    libsqlite3-dev libyaml-cpp-dev libmd4c-dev libqpdf-dev libexpected-dev
    fonts-dejavu-core)

# To make a Debian package.
# shellcheck disable=SC2034
deb_packages=(dpkg-dev file gzip)

# To look at what the programs write, in the tests; bindfs stands for the network file systems, bash-completion has what
# completions are made with, and the last three are the display and the buses a screen reader needs.
# shellcheck disable=SC2034
test_packages=(bindfs poppler-utils qpdf cmark cmark-gfm bash-completion xvfb dbus-daemon at-spi2-core)

# The static checks. qt6-l10n-tools: lupdate.
# shellcheck disable=SC2034
check_packages=(
    clang-format clang-tidy clazy shellcheck qt6-l10n-tools
    desktop-file-utils appstream shared-mime-info man-db mandoc zsh
    lintian debootstrap)

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$@"
    exit 1
}

on_terminal() { [[ -t 0 && -t 2 ]]; }

as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    else
        sudo "$@"
    fi
}

# apt's output goes to a log; on a terminal one line counts along.
apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C \
        apt-get --yes --quiet --option DPkg::Lock::Timeout=600 --option Dpkg::Use-Pty=0 "$@" < /dev/null 2>&1 | tee -a "$apt_log" |
        if [[ -t 2 ]]; then
            awk '/^Get:/ { ++got } /^Setting up / { ++installed }
                 { printf "\r  %d downloaded, %d installed ", got, installed; fflush() }
                 END { printf "\r\033[K" }' >&2
        else
            cat > /dev/null
        fi
}

# Needs no root and changes nothing: apt's own words on what an installation would fetch and fill. Fails while the package
# lists do not know one of the packages. Not --assume-no: apt installs without a question what needs nothing else.
installation_size() {
    local answer
    answer=$(LC_ALL=C apt-get --option Debug::NoLocking=1 --no-install-recommends --print-uris install "$@" 2>&1 < /dev/null)
    grep -E '^(Need to get|After this operation)' <<< "$answer"
}

# install_packages [--ask] PACKAGE…: asks only on a terminal; returns when all of them are installed, or ends the script with
# a sentence.
install_packages() {
    local ask=no answer package
    if [[ $1 == --ask ]]; then
        ask=yes
        shift
    fi
    command -v apt-get > /dev/null ||
        fail "This system has no apt-get. Install what these Debian packages hold by hand, then build with cmake: $*"

    local missing=()
    for package in "$@"; do
        [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2> /dev/null) == installed ]] || missing+=("$package")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0

    say "These Debian packages are missing: ${missing[*]}"
    if [[ $EUID -ne 0 ]]; then
        command -v sudo > /dev/null ||
            fail "Installing them needs root, and there is no sudo. Run this as root once: apt-get install --no-install-recommends ${missing[*]}"
        say "Installing them needs root; sudo may ask for your password."
    fi

    apt_log=$(mktemp)
    local size
    if ! size=$(installation_size "${missing[@]}"); then
        say "Fetching the package lists …"
        apt_get update || true
        size=$(installation_size "${missing[@]}") ||
            fail "The package sources of this system do not offer all of them; Debian 12 does. See $apt_log"
    fi
    say "$size"
    if [[ $ask == yes ]] && on_terminal; then
        read -r -p "Install them? [Y/n] " answer
        [[ $answer =~ ^([YyJj].*)?$ ]] || fail "Nothing was installed."
    fi

    say "Installing …"
    # Lists that are older than the archive name files that are gone; with new ones the second try finds them.
    if ! apt_get install --no-install-recommends "${missing[@]}"; then
        apt_get update || true
        apt_get install --no-install-recommends "${missing[@]}" || {
            tail -n 20 "$apt_log" >&2
            fail "The packages could not be installed; the reason stands above, all of it in $apt_log"
        }
    fi
    rm -f "$apt_log"
}

# Of ninja's lines, a few that show that it goes on, and all that is not about progress.
tenths_of_the_way() {
    awk '/^\[[0-9]+\/[0-9]+\] / {
             split(substr($1, 2), count, "/")
             if (count[1] * 100 >= shown * count[2]) {
                 printf "  %s\n", $1
                 shown += 10
             }
             fflush()
             next
         }
         !/^ninja: no work to do/'
}

# build_preset SOURCE PRESET [TARGET…]: configures when that was not done yet for this very folder, and builds.
build_preset() {
    local source=$1 preset=$2
    shift 2
    local build=$source/build/$preset target targets=()
    for target in "$@"; do
        targets+=(--target "$target")
    done
    if [[ ! -f $build/build.ninja ]] || ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$source" "$build/CMakeCache.txt"; then
        say "Configuring …"
        mkdir -p "$build" || fail "The folder $build cannot be made."
        cmake --fresh -S "$source" --preset "$preset" > "$build/configure.log" 2>&1 || {
            cat "$build/configure.log" >&2
            fail "Configuring failed; the reason stands above."
        }
    fi
    say "Building …"
    if [[ -t 2 ]]; then
        cmake --build "$build" "${targets[@]}" >&2
    else
        cmake --build "$build" "${targets[@]}" 2>&1 | tenths_of_the_way >&2
    fi || fail "Building failed; the reason stands above."
}
