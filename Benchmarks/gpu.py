"""Generation on a GPU: llm-tool beside mlx-lm, on random weights of real models' dimensions.

Both run the engine of the CUDA wheel (`pip install mlx[cuda13] mlx-lm`); Benchmarks/README.md says how."""

import argparse
import datetime
import json
import subprocess
import sys
import tempfile
from pathlib import Path

QWEN3 = {
    "model_type": "qwen3",
    "hidden_size": 1024,
    "num_hidden_layers": 28,
    "intermediate_size": 3072,
    "num_attention_heads": 16,
    "num_key_value_heads": 8,
    "head_dim": 128,
    "rms_norm_eps": 1e-6,
    "vocab_size": 151936,
    "max_position_embeddings": 40960,
    "rope_theta": 1000000.0,
    "tie_word_embeddings": True,
}
LLAMA3 = {
    "model_type": "llama",
    "hidden_size": 4096,
    "num_hidden_layers": 32,
    "intermediate_size": 14336,
    "num_attention_heads": 32,
    "num_key_value_heads": 8,
    "rms_norm_eps": 1e-5,
    "vocab_size": 128256,
    "max_position_embeddings": 8192,
    "rope_theta": 500000.0,
    "tie_word_embeddings": False,
}
MODELS = {"qwen3-0.6b": QWEN3, "llama-3-8b": LLAMA3}
LIMITS = {"qwen3-0.6b": 1.1, "llama-3-8b": 1.0}
"""Tokens per second while decoding, at least so many times mlx-lm's."""


def write(name: str, bits: int | None, folder: Path) -> None:
    """Writes a checkpoint through mlx-lm's own quantisation and save path."""
    import mlx.core as mx
    from mlx.utils import tree_map
    from mlx_lm import utils

    mx.random.seed(7)
    config = dict(MODELS[name])
    model_class, arguments = utils._get_classes(config)
    model = model_class(arguments.from_dict(config))
    model.update(tree_map(lambda array: array.astype(mx.bfloat16), model.parameters()))
    if bits:
        model, config = utils.quantize_model(model, config, 64, bits)
    folder.mkdir(parents=True)
    utils.save_model(folder, model)
    utils.save_config(config, folder / "config.json")


def describe() -> dict:
    """The engine, its device and mlx-lm's version."""
    import mlx.core as mx
    import mlx_lm

    facts = mx.device_info()
    kept = ("device_name", "architecture", "total_memory")
    return {
        "device": {name: facts[name] for name in kept if name in facts},
        "mlx": mx.__version__,
        "mlx-lm": mlx_lm.__version__,
    }


def bench(arguments: argparse.Namespace, model: Path) -> dict:
    """Pairs of trials, as `llm-tool bench --vs-python` takes them."""
    command = [arguments.tool, "bench", "--model", str(model), "--package", "mlx-lm", "--json"]
    command += ["--vs-python", "--python", sys.executable, "-n", str(arguments.trials)]
    # mlx-lm does not repeat its own tokens either, in bfloat16.
    command += ["--allow-differences"]
    command += ["-p", str(arguments.prompt), "-g", str(arguments.tokens)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        raise SystemExit(f"{' '.join(command)}\n{result.stderr}")
    return json.loads(result.stdout)


def main() -> None:
    """Measures each model in bfloat16 and in 4 bits; exit code 1 if a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", default=".build/release/llm-tool")
    parser.add_argument("--output", default="Benchmarks/results/gpu.json")
    parser.add_argument("--only", choices=MODELS, action="append")
    parser.add_argument("--bits", choices=("4", "16"), action="append")
    parser.add_argument("--trials", type=int, default=11)
    parser.add_argument("--prompt", type=int, default=128)
    parser.add_argument("--tokens", type=int, default=256)
    parser.add_argument("--write", nargs=3, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.write:
        name, bits, folder = arguments.write
        return write(name, None if bits == "16" else int(bits), Path(folder))

    today = datetime.date.today().isoformat()
    results: dict = {"date": today, "machine": describe(), "models": {}}
    holds = True
    for name in arguments.only or MODELS:
        for bits in arguments.bits or ("4", "16"):
            with tempfile.TemporaryDirectory() as folder:
                model = Path(folder) / "model"
                # A process of its own, whose memory on the device ends with it.
                script = [sys.executable, __file__, "--write", name, bits, str(model)]
                subprocess.run(script, check=True)
                figures = bench(arguments, model)
            ratio = figures["times_python"]["generation"]
            holds = holds and ratio >= LIMITS[name]
            results["models"][f"{name}, {bits} bits"] = figures
            ours, theirs = (figures[side]["generation_tps"] for side in ("llm-tool", "python"))
            print(
                f"{name}, {bits} bits: {ours:.1f} tokens per second, mlx-lm {theirs:.1f}: "
                f"{ratio:.3f} (at least {LIMITS[name]}), "
                f"{figures['pairs_of_equal_tokens']} of {figures['trials']} pairs equal",
                flush=True,
            )
            output = Path(arguments.output)
            output.with_suffix(".part").write_text(json.dumps(results, indent=2) + "\n")
            output.with_suffix(".part").replace(output)
    sys.exit(not holds)


if __name__ == "__main__":
    main()
