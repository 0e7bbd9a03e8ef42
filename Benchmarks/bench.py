"""Compares Swift with C++ and Python, in turns on the same engine: see Benchmarks/README.md."""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

import forwarding
import generating
import generation
import graph
import loading
import recording
import traces
from comparison import Comparison, Disagreement
from machine import describe

BENCHMARKS = {
    "chain-array": graph.chain_array,
    "chain-scalar": graph.chain_scalar,
    "decode-step": graph.decode_step,
    "resident-memory": loading.resident_memory,
    "first-token": generation.first_token,
    "generation-tiny": generation.tiny,
    "generation-small": generation.small,
    "generation-small-4bit": generation.small_4bit,
    "prefill-small": generation.prefill_small,
    "prefill-small-4bit": generation.prefill_small_4bit,
    "forward-memory": forwarding.forward_memory,
    "compare-traces": traces.compare,
    "record-lines": recording.record_lines,
    "generate": generating.generate,
}
RESULTS = Path("Benchmarks/results/bench.json")
PROGRAMS = tuple(
    f".build/release/{name}" for name in ("llm-tool", "mlx-benchmarks", "mlx-port")
)


def main() -> int:
    """Runs benchmarks; 1 if programs disagree or a limit is missed, 2 without the programs."""
    parser = argparse.ArgumentParser(prog="Benchmarks/run.sh", description=__doc__)
    parser.add_argument("--rounds", type=int, default=11, help="that count, after one that does not")
    parser.add_argument("--only", action="append", choices=BENCHMARKS, help="repeatable")
    parser.add_argument(
        "--output", type=Path, help=f"default: {RESULTS}, or nowhere with --only", metavar="FILE"
    )
    arguments = parser.parse_args()
    if missing := [program for program in PROGRAMS if not Path(program).is_file()]:
        print(f"{', '.join(missing)}: not there, run 'make build'", file=sys.stderr)
        return 2
    os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_VERBOSITY="error")
    result = describe() | {"rounds": arguments.rounds, "benchmarks": {}}
    print(json.dumps({key: result[key] for key in ("machine", "versions")}, indent=2))
    comparisons: list[Comparison] = []
    failed = False
    for name in arguments.only or BENCHMARKS:
        # What one benchmark cannot do takes nothing from the others, which took their time.
        try:
            for comparison in BENCHMARKS[name](arguments.rounds):
                comparisons.append(comparison)
                result["benchmarks"][comparison.name] = comparison.data()
                print(f"\n{comparison.table()}", flush=True)
        except (Disagreement, subprocess.CalledProcessError) as error:
            failed = True
            print(f"\n{name}: {error}\n{getattr(error, 'stderr', None) or ''}", file=sys.stderr)
    output = arguments.output or (None if arguments.only else RESULTS)
    if output:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(json.dumps(result, indent=2) + "\n")
        print(f"\n{output}", file=sys.stderr)
    return 0 if not failed and all(comparison.holds for comparison in comparisons) else 1


if __name__ == "__main__":
    sys.exit(main())
