#!/bin/bash
# Builds everything, with the tests. Fails, too, where the compiler warns of a file of this package:
# generated Swift has to build without a warning. Only files that are compiled are told of, so it is a
# clean checkout that shows all of them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

log=$(mktemp)
trap 'rm -f "$log"' EXIT
swift build --build-tests 2>&1 | tee "$log"

warnings=$(grep -E "^$PWD/[^.][^:]*:[0-9]+:[0-9]+: warning: " "$log" | sort -u || true)
if [ -n "$warnings" ]; then
    printf '\nThe build has to be without warnings:\n%s\n' "$warnings" >&2
    exit 1
fi
