#!/bin/bash
# Runs the tests. If any fails, what failed is said once more at the end: thousands of lines are before it.
set -uo pipefail
log=$(mktemp)
trap 'rm -f "$log"' EXIT
swift test --skip-build --disable-xctest 2>&1 | tee "$log"
status=$?
((status == 0)) || grep -a '✘' "$log"
exit "$status"
