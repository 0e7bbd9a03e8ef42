#!/bin/sh
# Writes requirements.txt and packages.txt: the names in the two .in files and all that they need in
# turn, each with its version and the hashes of its files for every platform and every Python from
# 3.11 on. Versions that are already locked stay, unless --upgrade is given.
# Needs `uv` on the PATH (or its path in UV).
set -eu
cd "$(dirname "$0")"

lock() {
    "${UV:-uv}" pip compile --universal --python-version 3.11 --generate-hashes --quiet \
        --no-annotate --custom-compile-command 'sh Reference/lock.sh' "$@"
}

lock requirements.in --output-file requirements.txt "$@"
lock packages.in --no-deps --output-file packages.txt "$@"
