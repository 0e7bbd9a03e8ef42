"""Writes layers.safetensors: inputs, parameters and outputs of the layers of mlx.nn.

Run with the project's Python: .venv/bin/python Tests/MLXNNTests/Fixtures/make_fixtures.py [FILE]

Keys are CASE/in/N, CASE/parameters/PATH and CASE/out/N. Values that are multiplied and summed are
small multiples of 1/8, so that sums are exact in any order and do not depend on the machine.
"""

import math
import sys
from pathlib import Path

import mlx.core as mx
import mlx.nn as nn
import numpy as np
from mlx.utils import tree_flatten, tree_map, tree_unflatten

tensors = {}
generator = np.random.default_rng(20)
DTYPES = {"f32": mx.float32, "bf16": mx.bfloat16, "f16": mx.float16}


def eighths(*shape, dtype=mx.float32):
    return mx.array(generator.integers(-8, 9, shape) / 8).astype(dtype)


def spread(*shape, dtype=mx.float32):
    """Values of many sizes, both zeros among them."""
    values = generator.standard_normal(math.prod(shape)) * 3
    special = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 20.0, -20.0, 3.0, -3.0, 6.0]
    values[: len(special)] = special[: values.size]
    return mx.array(values.reshape(shape)).astype(dtype)


def indices(limit, *shape):
    return mx.array(generator.integers(0, limit, shape), dtype=mx.int32)


def record(case, inputs, parameters, outputs):
    outputs = outputs if isinstance(outputs, (tuple, list)) else [outputs]
    mx.eval(outputs)
    for index, array in enumerate(inputs):
        tensors[f"{case}/in/{index}"] = array
    for path, array in parameters:
        tensors[f"{case}/parameters/{path}"] = array
    for index, array in enumerate(outputs):
        tensors[f"{case}/out/{index}"] = array


def layer(case, module, *inputs, parameters=eighths, dtype=mx.float32, call=None, **options):
    """Gives the module new parameters, calls it and records all."""
    module.eval()
    if parameters is not None:
        module.update(
            tree_map(lambda p: parameters(*p.shape, dtype=dtype), module.parameters())
        )
    arrays = tree_flatten(module.parameters())
    record(case, inputs, arrays, (call or module)(*inputs, **options))


def function(case, f, *inputs):
    record(case, inputs, [], f(*inputs))


def activations():
    functions = {
        "sigmoid": nn.sigmoid,
        "relu": nn.relu,
        "relu2": nn.relu2,
        "relu6": nn.relu6,
        "leaky_relu": nn.leaky_relu,
        "leaky_relu_02": lambda x: nn.leaky_relu(x, 0.2),
        "log_softmax": nn.log_softmax,
        "log_softmax_0": lambda x: nn.log_softmax(x, axis=0),
        "elu": nn.elu,
        "elu_03": lambda x: nn.elu(x, 0.3),
        "softmax": nn.softmax,
        "softplus": nn.softplus,
        "softsign": nn.softsign,
        "softshrink": nn.softshrink,
        "celu": nn.celu,
        "celu_07": lambda x: nn.celu(x, 0.7),
        "silu": nn.silu,
        "log_sigmoid": nn.log_sigmoid,
        "gelu": nn.gelu,
        "gelu_approx": nn.gelu_approx,
        "gelu_fast_approx": nn.gelu_fast_approx,
        "glu": nn.glu,
        "step": nn.step,
        "selu": nn.selu,
        "mish": nn.mish,
        "hardswish": nn.hardswish,
        "hard_tanh": nn.hard_tanh,
        "hard_shrink": nn.hard_shrink,
        "softmin": nn.softmin,
        "tanh": nn.tanh,
    }
    for name, dtype in DTYPES.items():
        x = spread(4, 16, dtype=dtype)
        tensors[f"activations_{name}/in/0"] = x
        for case, f in functions.items():
            tensors[f"{case}_{name}/out/0"] = f(x)
        function(f"prelu_{name}", nn.prelu, x, spread(16, dtype=dtype))
    integers = mx.arange(-8, 8)
    for case in ("relu", "leaky_relu", "elu", "silu", "softsign", "hardswish", "step"):
        function(f"{case}_i32", functions[case], integers)


def linear():
    for name, dtype in DTYPES.items():
        x = eighths(2, 3, 8, dtype=dtype)
        layer(f"linear_{name}", nn.Linear(8, 6, bias=False), x, dtype=dtype)
        layer(f"linear_bias_{name}", nn.Linear(8, 6), x, dtype=dtype)
    layer("bilinear", nn.Bilinear(4, 6, 5), eighths(2, 3, 4), eighths(2, 3, 6))
    layer("bilinear_no_bias", nn.Bilinear(4, 6, 5, bias=False), eighths(3, 4), eighths(3, 6))
    layer("identity", nn.Identity(), eighths(2, 3))
    layer("embedding", nn.Embedding(10, 4), indices(10, 2, 3))
    embedding = nn.Embedding(10, 4)
    layer("embedding_as_linear", embedding, eighths(2, 3, 4), call=embedding.as_linear)
    layer(
        "sequential", nn.Sequential(nn.Linear(8, 4), nn.ReLU(), nn.Linear(4, 2)), eighths(3, 8)
    )


def normalization():
    for name, dtype in DTYPES.items():
        x = spread(2, 3, 16, dtype=dtype)
        options = {"parameters": spread, "dtype": dtype}
        layer(f"rms_norm_{name}", nn.RMSNorm(16), x, **options)
        layer(f"rms_norm_eps_{name}", nn.RMSNorm(16, eps=0.01), x, **options)
        layer(f"layer_norm_{name}", nn.LayerNorm(16), x, **options)
        layer(f"layer_norm_no_bias_{name}", nn.LayerNorm(16, bias=False), x, **options)
        layer(f"layer_norm_plain_{name}", nn.LayerNorm(16, affine=False), x, **options)
        layer(f"instance_norm_{name}", nn.InstanceNorm(16), x, **options)
        layer(f"instance_norm_affine_{name}", nn.InstanceNorm(16, affine=True), x, **options)
        layer(f"group_norm_{name}", nn.GroupNorm(4, 16), x, **options)
        layer(
            f"group_norm_pytorch_{name}", nn.GroupNorm(4, 16, pytorch_compatible=True), x, **options
        )
    images = spread(2, 3, 4, 8)
    layer("instance_norm_2d", nn.InstanceNorm(8, affine=True), images, parameters=spread)
    layer("group_norm_plain", nn.GroupNorm(2, 8, affine=False), images)
    norm = nn.BatchNorm(8, momentum=0.3)
    norm.running_mean, norm.running_var = spread(8), mx.abs(spread(8)) + 0.25
    norm.weight, norm.bias = spread(8), spread(8)
    layer("batch_norm", norm, images, parameters=None)
    before = tree_flatten(norm.parameters())
    norm.train()
    output = norm(images)
    record("batch_norm_train", [images], before, [output, norm.running_mean, norm.running_var])


def positions():
    for name, dtype in DTYPES.items():
        x = spread(2, 4, 5, 16, dtype=dtype)
        layer(f"rope_{name}", nn.RoPE(16), x)
        layer(f"rope_offset_{name}", nn.RoPE(16, base=500_000), x, offset=7)
    layer("rope_traditional", nn.RoPE(8, traditional=True, scale=0.25), x, offset=3)
    places = mx.array([[0.0, 1.0, 2.5], [7.0, 100.0, 3.0]])
    layer("sinusoidal", nn.SinusoidalPositionalEncoding(8), places)
    layer(
        "sinusoidal_options",
        nn.SinusoidalPositionalEncoding(
            8, min_freq=0.01, max_freq=2.0, scale=1.0, cos_first=True, full_turns=True
        ),
        places,
    )
    layer("sinusoidal_2", nn.SinusoidalPositionalEncoding(2), places)
    for name, dtype in DTYPES.items():
        layer(f"alibi_{name}", nn.ALiBi(), spread(2, 4, 3, 5, dtype=dtype))
    layer("alibi_6", nn.ALiBi(), spread(1, 6, 2, 6), offset=4)
    scores, mask = spread(1, 4, 3, 3), spread(3, 3)
    record("alibi_mask", [scores, mask], [], nn.ALiBi()(scores, mask=mask))


def convolution():
    line, image, volume = eighths(2, 9, 4), eighths(2, 7, 6, 4), eighths(1, 4, 5, 4, 3)
    layer("conv1d", nn.Conv1d(4, 6, 3), line)
    layer(
        "conv1d_options",
        nn.Conv1d(4, 6, 3, stride=2, padding=1, dilation=2, groups=2, bias=False),
        line,
    )
    layer("conv1d_bf16", nn.Conv1d(4, 6, 3), line.astype(mx.bfloat16), dtype=mx.bfloat16)
    layer("conv2d", nn.Conv2d(4, 6, 3), image)
    layer(
        "conv2d_options",
        nn.Conv2d(4, 6, (3, 2), stride=(2, 1), padding=(1, 2), dilation=(1, 2), groups=2),
        image,
    )
    layer("conv3d", nn.Conv3d(3, 4, 2), volume)
    layer("conv3d_options", nn.Conv3d(3, 4, (2, 3, 2), stride=(1, 2, 2), padding=1), volume)
    layer("conv_transpose1d", nn.ConvTranspose1d(4, 6, 3), line)
    layer(
        "conv_transpose1d_options",
        nn.ConvTranspose1d(4, 6, 3, stride=2, padding=1, output_padding=1, bias=False),
        line,
    )
    layer("conv_transpose2d", nn.ConvTranspose2d(4, 6, 3), image)
    layer(
        "conv_transpose2d_options",
        nn.ConvTranspose2d(4, 6, (3, 2), stride=(2, 1), padding=(1, 0), output_padding=(1, 0)),
        image,
    )
    layer("conv_transpose3d", nn.ConvTranspose3d(3, 4, 2, stride=2), volume)


def pooling():
    line, image, volume = spread(2, 8, 3), spread(2, 6, 4, 3), spread(1, 4, 4, 6, 2)
    for kind, types in {
        "max": (nn.MaxPool1d, nn.MaxPool2d, nn.MaxPool3d),
        "avg": (nn.AvgPool1d, nn.AvgPool2d, nn.AvgPool3d),
    }.items():
        layer(f"{kind}_pool1d", types[0](2), line)
        layer(f"{kind}_pool1d_options", types[0](3, stride=2, padding=1), line)
        layer(f"{kind}_pool2d", types[1](2), image)
        layer(f"{kind}_pool2d_options", types[1]((3, 2), stride=(2, 1), padding=(1, 0)), image)
        layer(f"{kind}_pool3d", types[2](2), volume)
        layer(f"{kind}_pool3d_options", types[2]((2, 3, 2), stride=1, padding=1), volume)
        layer(f"{kind}_pool2d_bf16", types[1](2), image.astype(mx.bfloat16))


def upsampling():
    line, image = spread(2, 5, 2), spread(1, 4, 3, 2)
    cases = {
        "nearest": {"scale_factor": 2},
        "nearest_fraction": {"scale_factor": (1.7, 0.6)},
        "linear": {"scale_factor": 2, "mode": "linear"},
        "linear_down": {"scale_factor": (0.5, 0.4), "mode": "linear"},
        "linear_corners": {"scale_factor": (2.5, 2), "mode": "linear", "align_corners": True},
        "linear_antialias": {"scale_factor": (0.5, 0.7), "mode": "linear", "antialias": True},
        "cubic": {"scale_factor": 2, "mode": "cubic"},
        "cubic_corners": {"scale_factor": (1.5, 2), "mode": "cubic", "align_corners": True},
        "cubic_antialias": {"scale_factor": (0.5, 0.7), "mode": "cubic", "antialias": True},
    }
    for case, options in cases.items():
        layer(f"upsample_{case}", nn.Upsample(**options), image)
    layer("upsample_line", nn.Upsample(1.4, mode="linear"), line)
    layer("upsample_cubic_bf16", nn.Upsample(2, mode="cubic"), image.astype(mx.bfloat16))
    layer("upsample_linear_bf16", nn.Upsample(2, mode="linear"), image.astype(mx.bfloat16))


def dropout():
    x = spread(2, 4, 4, 3)
    for case, module in {
        "dropout": nn.Dropout(0.3),
        "dropout2d": nn.Dropout2d(0.5),
        "dropout3d": nn.Dropout3d(0.25),
    }.items():
        mx.random.seed(11)
        record(case, [x], [], module(x))


def attention():
    queries, keys, values = eighths(2, 3, 8), eighths(2, 4, 6), eighths(2, 4, 6)
    layer("attention", nn.MultiHeadAttention(8, 2), queries, queries, queries)
    options = {"key_input_dims": 6, "value_dims": 4, "value_output_dims": 5, "bias": True}
    layer(
        "attention_options",
        nn.MultiHeadAttention(8, 2, **options),
        queries,
        keys,
        values,
        eighths(3, 4),
    )
    for name, dtype in DTYPES.items():
        mask = nn.MultiHeadAttention.create_additive_causal_mask(4, dtype)
        record(f"causal_mask_{name}", [], [], mask)


def quantization():
    modes = {
        "affine": {},
        "affine_8": {"bits": 8, "group_size": 32},
        "mxfp4": {"mode": "mxfp4"},
        "nvfp4": {"mode": "nvfp4"},
        "mxfp8": {"mode": "mxfp8"},
    }
    for case, options in modes.items():
        for name, dtype in (("f32", mx.float32), ("bf16", mx.bfloat16)):
            weight, bias = eighths(8, 64, dtype=dtype), eighths(8, dtype=dtype)
            linear = nn.Linear(64, 8)
            linear.weight, linear.bias = weight, bias
            quantized = linear.to_quantized(**options)
            x = eighths(3, 64, dtype=dtype)
            arrays = tree_flatten(quantized.parameters())
            record(f"quantized_linear_{case}_{name}", [x, weight], arrays, quantized(x))
            embedding = nn.Embedding(8, 64)
            embedding.weight = weight
            quantized = embedding.to_quantized(**options)
            ids = indices(8, 2, 3)
            arrays = tree_flatten(quantized.parameters())
            record(
                f"quantized_embedding_{case}_{name}",
                [ids, x],
                arrays,
                [quantized(ids), quantized.as_linear(x)],
            )


def recurrent():
    x = eighths(2, 3, 4)
    for case, kind in {"rnn": nn.RNN, "gru": nn.GRU, "lstm": nn.LSTM}.items():
        layer(case, kind(4, 6), x)
        layer(f"{case}_no_bias", kind(4, 6, bias=False), x)
        states = [eighths(2, 6)] if case != "lstm" else [eighths(2, 6), eighths(2, 6)]
        layer(f"{case}_state", kind(4, 6), x, *states)


for part in (
    activations,
    linear,
    normalization,
    positions,
    convolution,
    pooling,
    upsampling,
    dropout,
    attention,
    quantization,
    recurrent,
):
    part()

target = sys.argv[1] if len(sys.argv) > 1 else str(Path(__file__).parent / "layers.safetensors")
mx.save_safetensors(target, tensors, {"format": "mlx"})
print(f"{target}: {len(tensors)} arrays, {Path(target).stat().st_size} bytes")
