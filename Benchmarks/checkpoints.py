"""Llamas with seeded random weights, as mlx-lm saves them; all programs read the same folder."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Size:
    """The dimensions of a Llama."""

    hidden: int
    layers: int
    heads: int
    key_value_heads: int
    inner: int
    dtype: str = "float32"
    bits: int | None = None
    vocabulary: int | None = None
    """Nil for that of a real tokenizer, which is saved too."""


STEP = Size(1024, 24, 16, 4, 2048, bits=4, vocabulary=1024)
SIZES = {
    "tiny": Size(64, 4, 4, 2, 128),
    "small": Size(512, 24, 8, 4, 1536),
    "small-4bit": Size(512, 24, 8, 4, 1536, bits=4),
    "step": STEP,
    "large": Size(1024, 24, 16, 4, 2816, dtype="bfloat16", vocabulary=8192),
}


def write(name: str, folder: str) -> None:
    """Writes a checkpoint in a process of its own: a child's peak memory is never below that of
    its parent."""
    subprocess.run([sys.executable, __file__, name, folder], check=True)


def save(name: str, folder: Path) -> None:
    """Writes a checkpoint through mlx-lm's own quantisation and save path."""
    import mlx.core as mx
    import mlx.nn as nn
    from mlx.utils import tree_map
    from recorder import demo
    from recorder.packages import package

    size = SIZES[name]
    words = None if size.vocabulary else demo.tokenizer(480)
    config = {
        "model_type": "llama",
        "hidden_size": size.hidden,
        "num_hidden_layers": size.layers,
        "intermediate_size": size.inner,
        "num_attention_heads": size.heads,
        "num_key_value_heads": size.key_value_heads,
        "rms_norm_eps": 1e-5,
        "vocab_size": size.vocabulary or len(words),
        "max_position_embeddings": 2048,
        "rope_theta": 10000.0,
        "tie_word_embeddings": False,
    }
    python = package("mlx-lm")
    mx.random.seed(7)
    model = python.build(config)
    dtype = getattr(mx, size.dtype)
    model.update(tree_map(lambda array: array.astype(dtype), model.parameters()))
    if size.bits:
        nn.quantize(model, group_size=64, bits=size.bits)
        config["quantization"] = {"group_size": 64, "bits": size.bits}
    if words:
        config["eos_token_id"] = words.eos_token_id
        words.save_pretrained(folder)
    python.save(model, config, folder)


if __name__ == "__main__":
    save(sys.argv[1], Path(sys.argv[2]))
