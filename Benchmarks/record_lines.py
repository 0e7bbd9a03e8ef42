"""Times the tiny Llama in Python, alone and with its lines recorded and written: prints the seconds of
processor time of both, round by round, as JSON. Arguments: rounds, inputs."""

import json
import os
import sys
import tempfile
import time
from pathlib import Path

# As in `verify --lines`: inside compiled functions there are no values.
os.environ["MLX_DISABLE_COMPILE"] = "1"


def main(rounds: int, inputs: Path) -> None:
    from recorder import checkpoint, definition, forward, lines, probes, recording, trace
    from recorder.packages import of_definition

    family = definition.read("llama")
    modules = [f"mlx_vlm.models.llama.{module}" for module in family.modules]
    with lines.recorded(modules) as observer, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python = of_definition(family)
        reference = family.reference
        checkpoint.write(folder, python, reference.config, "float32", reference.seed)
        model = python.load(folder)
        tensors = trace.load_tensors(inputs)
        variant = recording.Variant("float32", 1, reference)

        def plain() -> float:
            observer.probe = None
            start = time.process_time()
            forward.run(python, model, tensors, None, ("cached",))
            return time.process_time() - start

        def recorded() -> float:
            start = time.process_time()
            observer.probe = probe = probes.Probe(model)
            outputs = forward.run(python, model, tensors, probe, ("cached",))
            head = recording.header(family, python, variant, reference.layout, outputs)
            trace.write(folder / "lines.trace.jsonl", head, probe.records)
            return time.process_time() - start

        taken = [(plain(), recorded()) for _ in range(rounds + 1)]
    print(json.dumps(taken[1:]))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
