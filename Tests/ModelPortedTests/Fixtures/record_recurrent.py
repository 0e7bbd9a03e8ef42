"""Records what mlx-vlm's recurrent layers, latent attention and functions on weights compute.

Run from the repository root: `.venv/bin/python Tests/ModelPortedTests/Fixtures/record_recurrent.py`.
"""

from functools import partial

import mlx.core as mx
from mlx.utils import tree_flatten
from mlx_vlm.models import gated_delta, mla, mlp, ssm, switch_layers
from record import DTYPES, Recording

# Latent attention's layers: shape of the rows, whether the way there, quantised or not.
LATENT_CASES = [
    dict(name="there", transpose=True),
    dict(name="back", transpose=False),
    dict(name="there quantised", transpose=True, mode="affine", groupSize=32, bits=4),
    dict(name="back quantised", transpose=False, mode="affine", groupSize=32, bits=8),
]


def record_latent_attention():
    recording = Recording("latent-attention", 7)
    heads, inputs, outputs = 2, 32, 64
    weight = recording.normal(heads, outputs, inputs)
    rows = {True: recording.normal(1, heads, 3, inputs), False: recording.normal(1, heads, 3, outputs)}
    recording.keep("weight", weight)
    recording.keep("there", rows[True])
    recording.keep("back", rows[False])
    for case in LATENT_CASES:
        layer = mla.MultiLinear(inputs, outputs, heads)
        layer.weight = weight
        if "mode" in case:
            layer = layer.to_quantized(case["groupSize"], case["bits"], case["mode"])
        recording.keep(f"{case['name']}.result", layer(rows[case["transpose"]], case["transpose"]))
        recording.cases.append(case)
    layer = mlp.DeepseekMLP(type("Config", (), dict(hidden_size=32, intermediate_size=64)))
    for path, value in tree_flatten(layer.parameters()):
        recording.keep(f"network.{path}", recording.normal(*value.shape))
    layer.load_weights([(path, recording.tensors[f"network.{path}"]) for path, _ in tree_flatten(layer.parameters())])
    recording.keep("network result", layer(rows[True]))
    recording.save()


# What a state-space layer is given besides its inputs, by name.
STATE_CASES = [
    dict(name="prompt", length=7),
    dict(name="prompt in bfloat16", length=7, dtype="bfloat16"),
    dict(name="token after a prompt", length=1, state=True),
    dict(name="tokens after a prompt", length=5, state=True),
    dict(name="limits", length=7, limit=[0.01, 0.5], state=True),
    dict(name="padded in front", length=7, mask=True),
    dict(name="padded behind", length=7, mask=True, lengths=[7, 4], state=True),
    dict(name="row without tokens", length=3, lengths=[3, -1], state=True),
    dict(name="two blocks", length=300, state=True),
]


def record_state_space():
    recording = Recording("state-space", 8)
    B, H, D, G, N = 2, 4, 4, 2, 3
    for name, array in dict(
        x=recording.normal(B, 8, H, D), A_log=recording.normal(H), B=recording.normal(B, 8, G, N),
        C=recording.normal(B, 8, G, N), D=recording.normal(H), dt=recording.normal(B, 8, H),
        dt_bias=recording.normal(H), state=recording.normal(B, H, D, N),
    ).items():
        recording.keep(name, array)
    given = recording.tensors
    for case in STATE_CASES:
        length, dtype = case["length"], DTYPES[case.get("dtype", "float32")]
        # Long prompts repeat the recorded tokens.
        cut = lambda name: mx.tile(
            given[name], [1, -(-length // 8)] + [1] * (given[name].ndim - 2)
        )[:, :length].astype(dtype)
        mask = None
        if case.get("mask"):
            ends = mx.array(case.get("lengths", [length] * B))
            starts = mx.array([0, 0] if "lengths" in case else [0, 3])
            mask = (mx.arange(length) < ends[:, None]) & (mx.arange(length) >= starts[:, None])
            recording.keep(f"{case['name']}.mask", mask)
        y, state = ssm.ssm_update(
            cut("x"), given["A_log"], cut("B"), cut("C"), given["D"], cut("dt"), given["dt_bias"],
            given["state"] if case.get("state") else None,
            tuple(case.get("limit", (0.001, 100.0))), mask,
            mx.array(case["lengths"]) if "lengths" in case else None,
        )
        recording.keep(f"{case['name']}.y", y[:, -8:])
        recording.keep(f"{case['name']}.next", state)
        recording.cases.append(case)
    recording.save()


DELTA_CASES = [
    dict(name="prompt"),
    dict(name="prompt in bfloat16", dtype="bfloat16"),
    dict(name="after a prompt", state=True),
    dict(name="bounded", state=True, bound=-5.0),
    dict(name="padded", state=True, mask=True),
    dict(name="gates of each channel", vector=True),
    dict(name="as many keys as values", groups=1),
]


def record_gated_delta():
    recording = Recording("gated-delta", 9)
    B, L, Hk, Hv, Dk, Dv = 2, 5, 2, 4, 8, 6
    for name, array in dict(
        q=recording.normal(B, L, Hk, Dk), k=recording.normal(B, L, Hk, Dk),
        v=recording.normal(B, L, Hv, Dv), a=recording.normal(B, L, Hv),
        vector=recording.normal(B, L, Hv, Dk), b=recording.normal(B, L, Hv),
        A_log=recording.normal(Hv), A_log_vector=recording.normal(Hv, 1), dt_bias=recording.normal(Hv),
        dt_bias_vector=recording.normal(Hv, Dk), state=recording.normal(B, Hv, Dv, Dk),
        mask=mx.array([[True] * L, [False, False] + [True] * (L - 2)]),
    ).items():
        recording.keep(name, array)
    given = recording.tensors
    for case in DELTA_CASES:
        dtype = DTYPES[case.get("dtype", "float32")]
        heads = slice(None, Hk if case.get("groups") == 1 else Hv)
        of = lambda name: given[name].astype(dtype)
        vector = "_vector" if case.get("vector") else ""
        y, state = gated_delta.gated_delta_update(
            of("q"), of("k"), of("v")[:, :, heads],
            of("vector" if vector else "a")[:, :, heads], of("b")[:, :, heads],
            given[f"A_log{vector}"][heads], given[f"dt_bias{vector}"][heads],
            state=given["state"][:, heads] if case.get("state") else None,
            mask=given["mask"] if case.get("mask") else None, lower_bound=case.get("bound"),
        )
        recording.keep(f"{case['name']}.y", y)
        recording.keep(f"{case['name']}.next", state)
        recording.cases.append(case)
    recording.save()


def record_expert_weights():
    """Dictionaries of weights before and after their experts are rearranged."""
    recording = Recording("expert-weights", 10)
    small = lambda *shape: recording.normal(*shape)
    stacked = {
        f"mlp.experts.{i}.{projection}.{suffix}": small(*shape)
        for i in range(3)
        for projection in ("up_proj", "w1")
        for suffix, shape in dict(weight=(4, 2), bias=(4,), weight_scale_2=()).items()
    }
    fused = {"other": small(1), "gate_up": small(2, 4, 3), "gate_up.bias": small(2, 4),
             "gate_up.scales": small(2, 4, 1), "gate_up.weight_scale_2": small(2)}
    moved = {"down": small(2, 3), "down.scales": small(2, 1), "kept": small(1)}
    scales = {"a.weight": small(2, 4, 3), "a.weight_scale_2": small(2), "b.weight": small(2, 4, 3),
              "b.weight_global_scale": small()}
    for name, weights, function, arguments in [
        ("stack", stacked, "stack_expert_projection", ["mlp.experts", "up_proj", "mlp.switch.up", 3]),
        ("split", fused, "split_expert_projection", ["gate_up", ["gate", "up"]]),
        ("move", moved, "move_expert_projection", ["down", "switch.down"]),
        ("expand", scales, "expand_expert_scales", [["a", "b", "c"]]),
    ]:
        for key, value in weights.items():
            recording.keep(f"{name}.before.{key}", value)
        before = list(weights)
        getattr(switch_layers, function)(weights, *arguments)
        for key, value in weights.items():
            recording.keep(f"{name}.after.{key}", value)
        recording.cases.append(dict(name=name, before=before, after=list(weights)))
    recording.save()


@mx.compile
def normalized(x, weight, eps, mask=None):
    y = x * mx.rsqrt(x.square().mean(axis=-1, keepdims=True) + eps) * (1 + weight)
    return y if mask is None else mx.where(mask, y, 0)


@partial(mx.compile, shapeless=True)
def clipped(x, gate, alpha, limit):
    gate = mx.clip(gate, None, limit)
    return gate * mx.sigmoid(alpha * gate), x + 1


def record_compiled():
    """Functions of models' own that the engine compiles."""
    recording = Recording("compiled", 11)
    for name, shape in dict(x=(3, 16), weight=(16,), gate=(3, 16)).items():
        recording.keep(name, recording.normal(*shape))
    recording.keep("mask", mx.array([[True], [False], [True]]))
    given = recording.tensors
    for dtype in DTYPES:
        x, weight, gate = (given[name].astype(DTYPES[dtype]) for name in ("x", "weight", "gate"))
        recording.keep(f"normalized.{dtype}", normalized(x, weight, 1e-5))
        recording.keep(f"normalized masked.{dtype}", normalized(x, weight, 1e-5, given["mask"]))
        recording.keep(f"normalized widely.{dtype}", normalized(x, weight, 0.5))
        for index, array in enumerate(clipped(x, gate, 1.702, 7.0)):
            recording.keep(f"clipped.{index}.{dtype}", array)
    recording.save()


record_latent_attention()
record_state_space()
record_gated_delta()
record_expert_weights()
record_compiled()
