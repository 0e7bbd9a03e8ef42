"""The logits of a prompt through mlx-lm's own loader: MODEL INPUTS."""

import sys
from pathlib import Path

import mlx.core as mx
from mlx_lm.models.cache import make_prompt_cache
from mlx_lm.utils import load_model


def main() -> None:
    """Evaluates the logits of all positions."""
    model, _ = load_model(Path(sys.argv[1]))
    ids = mx.load(sys.argv[2])["input_ids"]
    mx.eval(model(ids, cache=make_prompt_cache(model)))


if __name__ == "__main__":
    main()
