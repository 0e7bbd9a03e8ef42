"""Records what mlx-vlm's caches, masks, rotary embeddings, attention and experts compute.

Run from the repository root: `.venv/bin/python Tests/ModelPortedTests/Fixtures/record.py`.
Each file holds the inputs and results as tensors, and the cases as JSON in its metadata.
"""

import json
import sys
from pathlib import Path

import mlx.core as mx
import mlx.nn as nn
from mlx.utils import tree_flatten
from mlx_vlm.models import activations, base, cache, rope_utils, switch_layers

FOLDER = Path(__file__).parent
DTYPES = {"float32": mx.float32, "bfloat16": mx.bfloat16}


class Recording:
    """The tensors and cases of one file."""

    def __init__(self, name, seed):
        self.name, self.tensors, self.cases = name, {}, []
        self.key = mx.random.key(seed)

    def normal(self, *shape, dtype=mx.float32):
        self.key, key = mx.random.split(self.key)
        return mx.random.normal(shape, key=key).astype(dtype)

    def keep(self, name, array):
        assert name not in self.tensors, name
        # A new array: caches write to theirs later on.
        self.tensors[name] = mx.contiguous(array)
        mx.eval(self.tensors[name])

    def keep_all(self, name, arrays):
        for index, array in enumerate(arrays):
            self.keep(f"{name}.{index}", array)
        return len(arrays)

    def save(self):
        path = FOLDER / f"{self.name}.safetensors"
        mx.save_safetensors(str(path), self.tensors, {"cases": json.dumps(self.cases)})
        print(path.name, path.stat().st_size, len(self.cases), file=sys.stderr)


def describe(mask):
    """none, causal, or shape and elements of a bool array."""
    if isinstance(mask, mx.array):
        assert mask.dtype == mx.bool_
        elements = "".join("01"[element] for element in mask.flatten().tolist())
        return f"{list(mask.shape)} {elements}"
    return mask or "none"


def flat(state):
    """The arrays of a cache's state, without None."""
    if state is None:
        return []
    if isinstance(state, mx.array):
        return [state]
    return [array for part in state for array in flat(part)]


def make_cache(kind, arguments):
    return getattr(cache, kind)(**arguments)


# The masks asked for before each step of a cache: n, window size, whether an array.
MASKS = [(4, None, False), (1, 3, False), (3, 3, False), (2, None, True), (1, None, True)]


def record_caches():
    recording = Recording("caches", 1)
    B, H, Dk, Dv = 1, 2, 2, 1
    scenarios = [
        ("KVCache", {}, [3, 1, 1, "trim 2", 2, 1], {}),
        ("KVCache", {}, [255, 1, 1], dict(H=1, Dk=1, Dv=1)),
        ("KVCache", {}, [3, 2, 1, 9, "trim 5", 3], dict(step=4)),
        ("KVCache", {}, [4, 1, 3, 1], dict(step=4)),
        ("RotatingKVCache", dict(max_size=6), [3, 1, 1, 1, 1, 1, 1, 1, 1, 1], {}),
        ("RotatingKVCache", dict(max_size=6), [9, 1, 1, 4, 1, 1], {}),
        ("RotatingKVCache", dict(max_size=6), [1, 1, "trim 1", 2, 7, 1], {}),
        ("RotatingKVCache", dict(max_size=8, keep=2), [5] + [1] * 9 + [3, 1, 1], {}),
        ("RotatingKVCache", dict(max_size=8, keep=4), [12, 1, 1, 2, 1], {}),
        ("RotatingKVCache", dict(max_size=10), [3] + [1] * 9 + [8, 1], dict(step=4)),
        ("RotatingKVCache", dict(max_size=4), [1] * 7, {}),
        ("ChunkedKVCache", dict(chunk_size=4), [3, "front", 3, "front", 4, 1], dict(step=4)),
        ("ChunkedKVCache", dict(chunk_size=4), [3, "front", 3, "front", 1, "front", 1], {}),
        ("QuantizedKVCache", dict(group_size=32, bits=8), [3, 1, "trim 1", 2], dict(H=1, Dk=32, Dv=32)),
        ("QuantizedKVCache", dict(group_size=32, bits=4), [2, 1], dict(Dk=32, Dv=64)),
        ("QuantizedKVCache", dict(group_size=32, bits=4), [3, 3, 2], dict(H=1, Dk=32, Dv=32, step=4)),
        ("ConcatenateKVCache", {}, [3, 1, "trim 2", 2, 1], {}),
    ]
    for number, (kind, arguments, steps, sizes) in enumerate(scenarios):
        dtype = "bfloat16" if number % 2 else "float32"
        h, dk, dv = sizes.get("H", H), sizes.get("Dk", Dk), sizes.get("Dv", Dv)
        name, subject = str(number), make_cache(kind, arguments)
        subject.step = sizes.get("step", 256)
        case = dict(name=name, cache=kind, arguments=arguments, dtype=dtype, steps=[])
        case["step"] = subject.step
        for index, step in enumerate(steps):
            at = f"{name}.{index}"
            entry = {}
            if hasattr(subject, "make_mask"):
                entry["masks"] = [
                    describe(subject.make_mask(n, window_size=window, return_array=array))
                    for n, window, array in MASKS
                ]
            if step == "front":
                subject.maybe_trim_front()
                entry["operation"] = "trimFront"
            elif isinstance(step, str):
                count = int(step.split()[1])
                entry.update(operation="trim", count=count, trimmed=subject.trim(count))
            else:
                keys = recording.normal(B, h, step, dk, dtype=DTYPES[dtype])
                values = recording.normal(B, h, step, dv, dtype=DTYPES[dtype])
                recording.keep(f"{at}.keys", keys)
                recording.keep(f"{at}.values", values)
                fetched = flat(subject.update_and_fetch(keys, values))
                entry.update(
                    operation="update", arrays=recording.keep_all(f"{at}.fetched", fetched)
                )
            entry["offset"] = subject.offset
            entry["metaState"] = list(subject.meta_state)
            entry["isTrimmable"] = bool(subject.is_trimmable())
            entry["size"] = int(subject.size())
            entry["byteCount"] = int(subject.nbytes)
            case["steps"].append(entry)
        case["state"] = recording.keep_all(f"{name}.state", flat(subject.state))
        recording.cases.append(case)
    recording.save()


def record_masks():
    recording = Recording("masks", 2)
    for n in (1, 2, 5):
        for offset in (0, 3):
            for window in (None, 1, 3):
                for padding in (None, "right", "left"):
                    arguments = {f"{padding}_padding": mx.array([0, 2])} if padding else {}
                    mask = cache.create_causal_mask(n, offset, window, **arguments)
                    recording.cases.append(
                        dict(
                            function="causal",
                            n=n,
                            offset=offset,
                            windowSize=window,
                            padding=padding,
                            mask=describe(mask),
                        )
                    )
    for n in (1, 2, 5):
        for window in (None, 0, 3):
            for return_array in (False, True):
                mask = base.create_attention_mask(
                    mx.zeros((1, n, 4)), None, window, return_array
                )
                recording.cases.append(
                    dict(
                        function="attention",
                        n=n,
                        windowSize=window,
                        returnArray=return_array,
                        mask=describe(mask),
                    )
                )
    recording.save()


LLAMA3 = {
    "rope_type": "llama3",
    "factor": 8.0,
    "low_freq_factor": 1.0,
    "high_freq_factor": 4.0,
    "original_max_position_embeddings": 8192,
}
LONG = {
    "type": "longrope",
    "short_factor": [1.0, 1.25, 1.5, 2, 3, 4.5, 5, 7.75],
    "long_factor": [1.5, 2.0, 4, 8, 16, 32.25, 33, 64],
    "original_max_position_embeddings": 4096,
}
ROPES = {
    "none": None,
    "default": {"rope_type": "default"},
    "empty type": {"type": "", "rope_type": "linear", "factor": 2},
    "linear": {"type": "linear", "factor": 3.0},
    "llama3": LLAMA3,
    "llama3 integers": {"type": "llama3", "factor": 32, "original_max_position_embeddings": 64},
    "yarn": {"type": "yarn", "factor": 4.0, "original_max_position_embeddings": 1024},
    "yarn unscaled": {"rope_type": "yarn", "factor": 1.0},
    "deepseek_yarn": {
        "type": "deepseek_yarn",
        "factor": 40,
        "beta_fast": 32,
        "beta_slow": 1,
        "mscale": 0.707,
        "mscale_all_dim": 1.0,
    },
    "yarn narrow": {"type": "telechat3-yarn", "factor": 2.5, "beta_fast": 1, "beta_slow": 1},
    "longrope": LONG,
    "longrope scaled": LONG | {"short_mscale": 1.25, "long_mscale": 1.5},
    "proportional": {"rope_type": "proportional", "partial_rotary_factor": 0.5, "factor": 2.0},
    "proportional whole": {"rope_type": "proportional"},
    "proportional none": {"rope_type": "proportional", "partial_rotary_factor": 0.05},
    "mrope": {"type": "mrope", "mrope_section": [2, 3, 3]},
}


def record_ropes():
    recording = Recording("ropes", 3)
    source = recording.normal(2, 1, 2, 20)
    recording.keep("x", source)
    rows = mx.array([3, 4500], dtype=mx.int32)
    for rope_type, scaling in ROPES.items():
        plain = scaling is None or rope_type in ("default", "linear")
        for implementation in ("fast", "eager") if plain else ("fast",):
            for traditional in (False, True):
                for dtype in DTYPES:
                    # In every other case the last features are not rotated.
                    width = 20 if traditional and "proportional" not in rope_type else 16
                    x = source[..., :width].astype(DTYPES[dtype])
                    rope = rope_utils.initialize_rope(
                        16,
                        base=500000.0 if "llama" in rope_type else 10000,
                        traditional=traditional,
                        scaling_config=scaling,
                        max_position_embeddings=131072,
                        implementation=implementation,
                    )
                    name = f"{rope_type}.{implementation}.{traditional}.{dtype}"
                    # Three offsets for the first row, then one for each of both rows.
                    results = [rope(x[:1], offset=offset) for offset in (0, 7, 5000)]
                    results.append(rope(x, offset=rows))
                    recording.keep(name, mx.concatenate(results))
                    recording.cases.append(
                        dict(
                            name=name,
                            scaling=scaling,
                            base=500000.0 if "llama" in rope_type else 10000,
                            implementation=implementation,
                            traditional=traditional,
                            dtype=dtype,
                            width=width,
                        )
                    )
    recording.save()


def record_attention():
    recording = Recording("attention", 4)
    B, H, Hkv, L, D = 2, 4, 2, 2, 32
    queries = recording.normal(B, H, L, D)
    before = recording.normal(B, Hkv, 2, D), recording.normal(B, Hkv, 2, D)
    new = recording.normal(B, Hkv, L, D), recording.normal(B, Hkv, L, D)
    sinks = recording.normal(H)
    boolean = recording.normal(B, 1, L, L + 2) > -1
    added = recording.normal(B, 1, L, L + 2)
    for name, array in dict(
        queries=queries,
        beforeKeys=before[0],
        beforeValues=before[1],
        keys=new[0],
        values=new[1],
        sinks=sinks,
        boolean=boolean,
        added=added,
    ).items():
        recording.keep(name, array)
    caches = [("KVCache", {})]
    caches += [("QuantizedKVCache", dict(group_size=32, bits=bits)) for bits in (4, 8)]
    for kind, arguments in caches:
        for dtype in DTYPES:
            for mask_name in ("none", "causal", "boolean", "added"):
                for heads in (H, Hkv) if mask_name == "boolean" else (H,):
                    for with_sinks in (False, True):
                        if with_sinks and (arguments or mask_name != "causal" or heads != H):
                            continue
                        cast = lambda a: a.astype(DTYPES[dtype])
                        subject = make_cache(kind, arguments)
                        subject.update_and_fetch(*map(cast, before))
                        keys, values = subject.update_and_fetch(*map(cast, new))
                        mask = dict(none=None, causal="causal", boolean=boolean, added=cast(added))
                        name = f"{kind}.{arguments.get('bits')}.{dtype}.{mask_name}.{heads}"
                        name += ".sinks" if with_sinks else ""
                        recording.keep(
                            name,
                            base.scaled_dot_product_attention(
                                cast(queries)[:, :heads],
                                keys,
                                values,
                                cache=subject,
                                scale=D**-0.5,
                                mask=mask[mask_name],
                                sinks=cast(sinks) if with_sinks else None,
                            ),
                        )
                        recording.cases.append(
                            dict(
                                name=name,
                                cache=kind,
                                arguments=arguments,
                                dtype=dtype,
                                mask=mask_name,
                                heads=heads,
                                sinks=with_sinks,
                            )
                        )
    recording.save()


def record_activations():
    recording = Recording("activations", 5)
    gate, x = recording.normal(2, 3, 17) * 4, recording.normal(2, 3, 17) * 4
    recording.keep("gate", gate)
    recording.keep("x", x)
    layer = activations.XieLU()
    for dtype in DTYPES:
        g, v = gate.astype(DTYPES[dtype]), x.astype(DTYPES[dtype])
        recording.keep(f"swiglu.{dtype}", activations.swiglu(g, v))
        recording.keep(f"xielu.{dtype}", layer(v))
        recording.cases.append(dict(name=dtype, dtype=dtype))
    recording.save()


# The tokens of a call: their batches and length. Sixteen batches of four experts each are sorted.
SWITCH_SHAPES = {
    "one token": (2, 1),
    "block": (2, 3),
    "training block": (2, 3),
    "sorted block": (16, 2),
    "few": (1, 9),
    "many": (1, 20),
    "no batch": (5,),
}
SWITCH_LAYERS = {
    "glu": dict(kind="SwitchGLU", bias=False),
    "glu bias": dict(kind="SwitchGLU", bias=True),
    "glu quantised": dict(kind="SwitchGLU", bias=True, mode="affine", groupSize=32, bits=4),
    "glu mxfp4": dict(kind="SwitchGLU", bias=False, mode="mxfp4", groupSize=32, bits=4),
    "glu bfloat16": dict(
        kind="SwitchGLU", bias=True, mode="affine", groupSize=32, bits=4, dtype="bfloat16"
    ),
    "mlp": dict(kind="SwitchMLP", bias=True),
    "mlp quantised": dict(kind="SwitchMLP", bias=True, mode="affine", groupSize=32, bits=4),
}


def record_switch_layers():
    recording = Recording("switch-layers", 6)
    D, hidden, experts, K, tokens = 32, 64, 5, 4, 32
    x = recording.normal(tokens, D)
    logits = recording.normal(tokens, experts)
    indices = mx.argpartition(-logits, kth=K - 1, axis=-1)[..., :K]
    weights = mx.softmax(mx.take_along_axis(logits, indices, axis=-1), axis=-1)
    for name, array in dict(x=x, indices=indices, weights=weights).items():
        recording.keep(name, array)
    parameters = {}
    for path, value in tree_flatten(switch_layers.SwitchGLU(D, hidden, experts, bias=True).parameters()):
        parameters[path] = (recording.normal(*value.shape) / 4).astype(mx.bfloat16)
        recording.keep(f"parameters.{path}", parameters[path])
        parameters[path.replace("up_proj", "fc1").replace("down_proj", "fc2")] = parameters[path]
    for layer_name, options in SWITCH_LAYERS.items():
        kind, dtype = options["kind"], DTYPES[options.get("dtype", "float32")]
        layer = getattr(switch_layers, kind)(D, hidden, experts, bias=options["bias"])
        layer.load_weights(
            [(path, parameters[path].astype(dtype)) for path, _ in tree_flatten(layer.parameters())]
        )
        if "mode" in options:
            nn.quantize(layer, options["groupSize"], options["bits"], mode=options["mode"])
        for shape_name, shape in SWITCH_SHAPES.items():
            if kind == "SwitchMLP" and shape_name not in ("one token", "few", "many"):
                continue
            layer.train("training" in shape_name)
            count = shape[0] * (shape[1] if len(shape) > 1 else 1)
            cut = lambda array: array[:count].reshape(*shape, -1)
            arguments = [cut(x).astype(dtype), cut(indices)]
            # The sums over each token's experts where that suits, since they are smaller.
            summed = kind == "SwitchGLU" and shape_name != "block"
            if summed:
                arguments += [cut(weights), cut(x).astype(dtype)]
            name = f"{layer_name}.{shape_name}"
            recording.keep(name, layer(*arguments))
            recording.cases.append(
                dict(
                    name=name,
                    shape=shape,
                    training="training" in shape_name,
                    summed=summed,
                    **options,
                )
            )
    recording.save()


if __name__ == "__main__":
    record_caches()
    record_masks()
    record_ropes()
    record_attention()
    record_activations()
    record_switch_layers()
