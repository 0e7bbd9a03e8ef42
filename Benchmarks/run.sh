#!/usr/bin/env bash
# Compares Swift with C++ and Python: see Benchmarks/README.md.
set -euo pipefail
cd "$(dirname "$0")/.."
PYTHONPATH=Reference exec .venv/bin/python3 Benchmarks/bench.py "$@"
