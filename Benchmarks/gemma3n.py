"""A picture shown to Gemma 3n with E2B's real dimensions and random 4-bit weights: llm-tool beside mlx-vlm."""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path[:0] = ["Reference", "Tests/ModelProcessorsTests/Python"]

from comparison import Comparison, Disagreement, Limit
from generation import TOOL, Run, peak_megabytes
from machine import describe
from workers import turn

VOCABULARY = 262400
TEXT = {
    "model_type": "gemma3n_text",
    "hidden_size": 2048,
    "num_hidden_layers": 30,
    "intermediate_size": [8192] * 30,
    "num_attention_heads": 8,
    "num_key_value_heads": 2,
    "head_dim": 256,
    "rms_norm_eps": 1e-6,
    "vocab_size": VOCABULARY,
    "vocab_size_per_layer_input": 262144,
    "hidden_size_per_layer_input": 256,
    "laurel_rank": 64,
    "altup_active_idx": 0,
    "altup_num_inputs": 4,
    "altup_coef_clip": 120.0,
    "altup_correct_scale": True,
    "rope_theta": 1000000.0,
    "rope_local_base_freq": 10000.0,
    "sliding_window": 512,
    "activation_sparsity_pattern": [0.95] * 10 + [0.0] * 20,
    "final_logit_softcapping": 30.0,
    "num_kv_shared_layers": 10,
    "max_position_embeddings": 32768,
    "layer_types": (["sliding_attention"] * 4 + ["full_attention"]) * 6,
}
AUDIO = {
    "input_feat_size": 128,
    "hidden_size": 1536,
    "conf_attention_chunk_size": 12,
    "conf_attention_context_left": 13,
    "conf_attention_context_right": 0,
    "conf_attention_logit_cap": 50.0,
    "conf_num_attention_heads": 8,
    "conf_num_hidden_layers": 12,
    "conf_conv_kernel_size": 5,
    "conf_reduction_factor": 4,
    "conf_residual_weight": 0.5,
    "sscp_conv_channel_size": [128, 32],
    "sscp_conv_kernel_size": [[3, 3], [3, 3]],
    "sscp_conv_stride_size": [[2, 2], [2, 2]],
    "vocab_size": 128,
    "rms_norm_eps": 1e-6,
}
VISION = {"model_type": "gemma3n_vision", "hidden_size": 2048, "rms_norm_eps": 1e-6, "vocab_size": 128}
SIDE = 768
"""Of the square to which a picture is brought."""
PROGRAMS = ("llm-tool", "mlx-vlm")
PROMPT = "What is to be seen?"
RESIDENT = 8000
"""MB that llm-tool may hold at most."""


def write(folder: Path) -> None:
    """Writes a checkpoint and a picture.

    A tiny tokenizer is enough, as the rows of the embedding beyond its tokens are zero, so that none of them
    is ever the likeliest. Packed weights are drawn as they are: those that they stand for would not fit.
    """
    import mlx.core as mx
    import mlx.nn as nn
    import numpy as np
    from mlx.utils import tree_flatten, tree_unflatten
    from prompts import checkpoint, image
    from recorder.packages import package

    folder.mkdir(parents=True, exist_ok=True)
    home = folder / "model"
    checkpoint(home, "gemma3n")
    for name, changes in (
        ("preprocessor_config.json", {"size": {"height": SIDE, "width": SIDE}}),
        ("processor_config.json", {"image_seq_length": 256, "audio_seq_length": 188}),
    ):
        file = home / name
        file.write_text(json.dumps(json.loads(file.read_text()) | changes))
    added = json.loads((home / "tokenizer.json").read_text())["added_tokens"]
    ids = {entry["content"]: entry["id"] for entry in added}
    seen, heard = ids["<image_soft_token>"], ids["<audio_soft_token>"]
    known = max(ids.values()) + 1
    config = {
        "model_type": "gemma3n",
        "vocab_size": VOCABULARY,
        "hidden_size": TEXT["hidden_size"],
        "image_token_id": seen,
        "audio_token_id": heard,
        "eos_token_id": [VOCABULARY - 1],
        "pad_token_id": ids["<pad>"],
        "vision_soft_tokens_per_image": 256,
        "audio_soft_tokens_per_image": 188,
        "text_config": TEXT,
        "vision_config": VISION | {"vocab_offset": seen},
        "audio_config": AUDIO | {"vocab_offset": heard},
    }
    python = package("mlx-vlm")
    mx.random.seed(7)
    model = python.build(json.loads(json.dumps(config)))

    def is_packed(path: str, module: nn.Module) -> bool:
        is_quantizable = path.startswith("language_model") and hasattr(module, "to_quantized")
        return is_quantizable and module.weight.shape[-1] % 64 == 0

    nn.quantize(model, group_size=64, bits=4, class_predicate=is_packed)
    weights = dict(tree_flatten(model.parameters()))
    for name, array in weights.items():
        if array.dtype == mx.uint32:
            part = name.removesuffix("weight")
            # The mean of the sixteen steps is none, their spread that of the layer's own initial weights.
            width = array.shape[-1] * 8
            scales = mx.random.uniform(0.5, 1.5, (*array.shape[:-1], width // 64)) / (4.6 * width**0.5)
            if part.endswith("embed_tokens."):
                scales = mx.where(mx.arange(array.shape[0])[:, None] < known, scales, 0)
            high, low = (mx.random.randint(0, 1 << 16, array.shape, mx.uint32) for _ in range(2))
            weights[name] = (high << 16) + low
            weights[part + "scales"] = scales.astype(mx.bfloat16)
            weights[part + "biases"] = (scales * -7.5).astype(mx.bfloat16)
    for name, array in weights.items():
        weights[name] = array.astype(mx.bfloat16) if array.dtype == mx.float32 else array
        mx.eval(weights[name])
    model.update(tree_unflatten(list(weights.items())))
    config["quantization"] = {"group_size": 64, "bits": 4}
    python.save(model, config, home)
    image(np.random.default_rng(4), (400, 300), "RGB", "photo").save(folder / "picture.png")


def generate(folder: Path, tokens: int) -> None:
    """What mlx-vlm generates, and how fast, as JSON."""
    from mlx_vlm import load, stream_generate
    from mlx_vlm.prompt_utils import apply_chat_template

    model, processor = load(str(folder / "model"))
    prompt = apply_chat_template(processor, model.config, PROMPT, num_images=1)
    picture = [str(folder / "picture.png")]
    made = list(
        stream_generate(model, processor, prompt, image=picture, max_tokens=tokens, temperature=0.0)
    )
    result = {"tokens": [int(token) for token in made[-1].token_ids]}
    result |= {name: getattr(made[-1], name) for name in ("prompt_tps", "generation_tps")}
    print(json.dumps(result))


def command(program: str, folder: str, tokens: int) -> list[str]:
    """What shows a program the picture."""
    if program == "mlx-vlm":
        return [sys.executable, __file__, "--generate", folder, "--tokens", str(tokens)]
    options = ["--model", f"{folder}/model", "--image", f"{folder}/picture.png", "--prompt", PROMPT]
    return [TOOL, *options, "--temperature", "0", "--max-tokens", str(tokens), "--quiet", "--json"]


def run(program: str, folder: str, tokens: int) -> Run:
    """One process, and the memory that the operating system says it used."""
    with tempfile.TemporaryFile() as output:
        peak = peak_megabytes(program, command(program, folder, tokens), output)
        output.seek(0)
        result = json.load(output)
    return Run(result["tokens"], result["prompt_tps"], result["generation_tps"], peak)


def measure(folder: str, tokens: int, rounds: int) -> list[Comparison]:
    """Rounds of both programs in turns, a first one to warm up."""
    runs: dict[str, list[Run]] = {program: [] for program in PROGRAMS}
    for index in range(rounds + 1):
        made = {program: run(program, folder, tokens) for program in turn(list(PROGRAMS), index)}
        if len({tuple(one.ids) for one in made.values()}) > 1:
            raise Disagreement(f"the programs do not generate the same ids: {made}")
        for program in PROGRAMS if index else ():
            runs[program].append(made[program])
        print(f"round {index} of {rounds}: {made}", file=sys.stderr)

    def each(figure: str) -> dict[str, list[float]]:
        return {program: [getattr(one, figure) for one in runs[program]] for program in PROGRAMS}

    limit = [Limit("mlx-vlm", 1.0, at_least=True)]
    return [
        Comparison("picture-prefill", "tokens per second", each("prompt_tokens_per_second"), limit),
        Comparison("picture-decode", "tokens per second", each("tokens_per_second"), limit),
        Comparison("picture-memory", "peak MB", each("peak_megabytes"), greatest=RESIDENT),
    ]


def main() -> None:
    """Writes the checkpoint, measures and tells; exit code 1 if a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default="Benchmarks/results/gemma3n.json")
    parser.add_argument("--folder", type=Path, help="of a checkpoint that is there, or is to be kept")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--tokens", type=int, default=24)
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--generate", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.write:
        return write(arguments.write)
    if arguments.generate:
        return generate(arguments.generate, arguments.tokens)

    with tempfile.TemporaryDirectory() as place:
        folder = arguments.folder or Path(place)
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "picture.png").is_file():
            # A process of its own: a child's peak memory is never below that of its parent.
            subprocess.run([sys.executable, __file__, "--write", str(folder)], check=True)
        comparisons = measure(str(folder), arguments.tokens, arguments.rounds)
    for comparison in comparisons:
        print(comparison.table())
    result = describe() | {"benchmarks": {one.name: one.data() for one in comparisons}}
    arguments.output.write_text(json.dumps(result, indent=2) + "\n")
    sys.exit(not all(one.holds for one in comparisons))


if __name__ == "__main__":
    main()
