"""Records what mlx-vlm's AltUp and Laurel blocks and sparse networks of gemma3n compute.

Run from the repository root: `.venv/bin/python Tests/ModelSharedTests/Fixtures/record_gemma3n.py`.
"""

import sys
from pathlib import Path

import mlx.core as mx
from mlx.utils import tree_flatten
from mlx_vlm.models.gemma3n import config, language

FOLDER = Path(__file__).parent
DTYPES = {"float32": mx.float32, "bfloat16": mx.bfloat16}
# The bound of the coefficients' weights, by the name of the case.
CLIPS = {"bounded": 0.2, "unbounded": None}

key = mx.random.key(5)
tensors = {}


def normal(*shape):
    global key
    key, current = mx.random.split(key)
    return mx.random.normal(shape, key=current)


def keep(name, array):
    tensors[name] = mx.contiguous(array)
    mx.eval(tensors[name])


def block(kind, clip):
    arguments = config.TextConfig(
        model_type="gemma3n_text", hidden_size=12, num_hidden_layers=1, intermediate_size=[8],
        laurel_rank=4, altup_num_inputs=3, altup_active_idx=1, altup_coef_clip=clip,
    )
    return kind(arguments)


keep("states", normal(3, 2, 5, 12))
keep("activated", normal(2, 5, 12))
for name, kind in dict(altup=language.Gemma3nAltUp, laurel=language.Gemma3nLaurelBlock).items():
    for path, value in tree_flatten(block(kind, None).parameters()):
        keep(f"{name}.{path}", normal(*value.shape) / value.shape[-1] ** 0.5)


def load(layer, name, dtype):
    layer.load_weights(
        [(path, tensors[f"{name}.{path}"].astype(dtype)) for path, _ in tree_flatten(layer.parameters())]
    )
    return layer


# A sparse layer and one that keeps all gates.
sparse = config.TextConfig(
    model_type="gemma3n_text", hidden_size=12, num_hidden_layers=2, intermediate_size=[8, 8],
    activation_sparsity_pattern=[0.75, 0.0],
)
for path, value in tree_flatten(language.MLP(sparse, 0).parameters()):
    keep(f"sparse.{path}", normal(*value.shape) / value.shape[-1] ** 0.5)

for dtype in DTYPES:
    states, activated = (tensors[name].astype(DTYPES[dtype]) for name in ("states", "activated"))
    laurel = load(block(language.Gemma3nLaurelBlock, None), "laurel", DTYPES[dtype])
    keep(f"laurel result.{dtype}", laurel(activated))
    for layer in range(2):
        network = load(language.MLP(sparse, layer), "sparse", DTYPES[dtype])
        keep(f"sparse result.{layer}.{dtype}", network(activated))
    for case, clip in CLIPS.items():
        altup = load(block(language.Gemma3nAltUp, clip), "altup", DTYPES[dtype])
        # Twice: the first call changes the weights.
        for time in range(2):
            keep(f"predict.{case}.{time}.{dtype}", altup.predict(states))
            keep(f"correct.{case}.{time}.{dtype}", altup.correct(states, activated))

path = FOLDER / "gemma3n.safetensors"
mx.save_safetensors(str(path), tensors)
print(path.name, path.stat().st_size, file=sys.stderr)
