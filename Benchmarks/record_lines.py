"""Times the tiny Llama's forward pass, alone and with its lines recorded, and prints the seconds of
processor time of each round as JSON."""

import json
import os
import sys
import tempfile
import time
from pathlib import Path

# As in `verify --lines`: inside compiled functions there are no values.
os.environ["MLX_DISABLE_COMPILE"] = "1"


def main(rounds: int) -> None:
    from recorder import checkpoint, definition, forward, lines, probes, recording
    from recorder.packages import of_definition

    family = definition.read("llama")
    modules = [f"mlx_vlm.models.llama.{module}" for module in family.modules]
    with lines.recorded(modules) as observer, tempfile.TemporaryDirectory() as folder:
        python = of_definition(family)
        reference = family.reference
        checkpoint.write(Path(folder), python, reference.config, "float32", reference.seed)
        model = python.load(Path(folder))
        tensors = recording.inputs(family, 1)

        def seconds(probe: probes.Probe | None) -> float:
            observer.probe = probe
            start = time.process_time()
            forward.run(python, model, tensors, probe)
            return time.process_time() - start

        taken = [(seconds(None), seconds(probes.Probe(model))) for _ in range(rounds + 1)]
    print(json.dumps(list(zip(*taken[1:]))))


if __name__ == "__main__":
    main(int(sys.argv[1]))
