#!/usr/bin/env bash
# Decoding speed of llm-tool beside mlx-vlm and mlx-lm: see Benchmarks/README.md.
set -euo pipefail
cd "$(dirname "$0")/.."
PYTHONPATH=Reference exec .venv/bin/python3 Benchmarks/decode.py "$@"
