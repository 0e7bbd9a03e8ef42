"""Records what mlx-vlm's llama, qwen2 and qwen3 layers compute.

Run from the repository root: `.venv/bin/python Tests/ModelSharedTests/Fixtures/record.py`.
Each file holds weights, inputs and outputs of one decoder layer as tensors, and the calls as JSON
in its metadata.
"""

import json
import sys
from importlib import import_module
from pathlib import Path

import mlx.core as mx
from mlx.utils import tree_flatten, tree_map
from mlx_vlm.models import base, cache

FOLDER = Path(__file__).parent
DTYPES = {"float32": mx.float32, "bfloat16": mx.bfloat16}
COMMON = dict(
    hidden_size=12,
    num_hidden_layers=1,
    intermediate_size=18,
    num_attention_heads=4,
    num_key_value_heads=2,
    rms_norm_eps=1e-5,
    vocab_size=8,
    max_position_embeddings=256,
)
LLAMA3 = dict(
    rope_type="llama3",
    factor=8.0,
    low_freq_factor=1.0,
    high_freq_factor=4.0,
    original_max_position_embeddings=64,
)
FAMILIES = {
    "llama": ("llama", dict(head_dim=4, rope_theta=500000.0, rope_scaling=LLAMA3)),
    "llama-bias": ("llama", dict(attention_bias=True, mlp_bias=True, head_dim=4, rope_traditional=True)),
    "qwen2": ("qwen2", dict(hidden_size=16, rope_theta=1000000.0)),
    "qwen3": ("qwen3", dict(head_dim=6, rope_theta=1000000.0, tie_word_embeddings=True)),
}
# The prompt, then single tokens, and another prompt at the end.
LENGTHS = [5, 1, 1, 3]
CACHES = {
    "none": (lambda: None, None),
    "simple": (cache.KVCache, None),
    "sliding": (lambda: cache.RotatingKVCache(max_size=4), 4),
}

for name, (family, arguments) in FAMILIES.items():
    module = import_module(f"mlx_vlm.models.{family}.language")
    config = import_module(f"mlx_vlm.models.{family}.config").ModelConfig(
        **{"model_type": family, **COMMON, **arguments}
    )
    key = mx.random.key(sum(map(ord, name)))
    layer = module.TransformerBlock(config)
    tensors, calls = {}, []

    def normal(array):
        global key
        key, current = mx.random.split(key)
        return mx.random.normal(array.shape, key=current) / array.shape[-1] ** 0.5

    layer.update(tree_map(normal, layer.parameters()))
    for path, weight in tree_flatten(layer.parameters()):
        tensors[f"weights.{path}"] = weight
    for index, length in enumerate(LENGTHS):
        tensors[f"x.{index}"] = normal(mx.zeros((2, length, config.hidden_size)))

    for dtype in DTYPES:
        layer.load_weights(
            [
                (path[len("weights.") :], weight.astype(DTYPES[dtype]))
                for path, weight in tensors.items()
                if path.startswith("weights.")
            ]
        )
        for kind, (make, window) in CACHES.items():
            subject = make()
            for index in range(len(LENGTHS)):
                x = tensors[f"x.{index}"].astype(DTYPES[dtype])
                mask = base.create_attention_mask(x, subject, window)
                output = f"{dtype}.{kind}.{index}"
                tensors[output] = mx.contiguous(layer(x, mask, cache=subject))
                mx.eval(tensors[output])
                calls.append(dict(name=output, dtype=dtype, cache=kind, input=f"x.{index}"))
    path = FOLDER / f"{name}.safetensors"
    mx.save_safetensors(str(path), tensors, {"calls": json.dumps(calls)})
    print(path.name, path.stat().st_size, len(calls), file=sys.stderr)
