"""Greedy tokens through a Python package's own generation: PACKAGE MODEL PROMPT TOKENS [--json]."""

import json
import sys


def main() -> int:
    """Writes text as it comes, or the result as JSON."""
    package, model, prompt, tokens, *options = sys.argv[1:]
    if package == "mlx-vlm":
        from mlx_vlm import load, stream_generate

        extra = {"temperature": 0.0}
    else:
        from mlx_lm import load, stream_generate

        extra = {}
    loaded, words = load(model)
    ids = []
    for result in stream_generate(loaded, words, prompt, max_tokens=int(tokens), **extra):
        ids.append(result.token)
        if not options:
            print(result.text, end="", flush=True)
    if options:
        if package == "mlx-vlm":
            ids = [int(token) for token in result.token_ids]
        speed = {"prompt_tps": result.prompt_tps, "generation_tps": result.generation_tps}
        print(json.dumps({"tokens": ids} | speed))
    return 0


if __name__ == "__main__":
    sys.exit(main())
