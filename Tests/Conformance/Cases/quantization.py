import mlx.core as mx


def quantize(w2): return mx.quantize(w2)
def quantize_group(w2): return mx.quantize(w2, group_size=32, bits=8)
def quantize_two(w2): return mx.quantize(w2, 32, 2)
def quantize_three(w2): return mx.quantize(w2, group_size=64, bits=3)
def quantize_five(w2): return mx.quantize(w2, group_size=32, bits=5)
def quantize_six(w2): return mx.quantize(w2, bits=6, mode="affine")


def quantize_mxfp4(w2):
    parts = mx.quantize(w2, group_size=32, bits=4, mode="mxfp4")
    return parts[0], parts[1]


def quantize_mxfp8(w2):
    parts = mx.quantize(w2, mode="mxfp8")
    return parts[0], parts[1]


def quantize_nvfp4(w2):
    parts = mx.quantize(w2, mode="nvfp4")
    return parts[0], parts[1]


def quantize_global_scale(w2):
    parts = mx.quantize(w2, mode="nvfp4", global_scale=mx.array(2.0))
    return parts[0], parts[1]


def dequantize(w2):
    weight, scales, biases = mx.quantize(w2)
    return mx.dequantize(weight, scales, biases)


def dequantize_group(w2):
    weight, scales, biases = mx.quantize(w2, group_size=32, bits=8)
    return mx.dequantize(weight, scales=scales, biases=biases, group_size=32, bits=8)


def dequantize_dtype(w2):
    weight, scales, biases = mx.quantize(w2, 64, 3)
    return mx.dequantize(weight, scales, biases, 64, 3, dtype=mx.float16)


def dequantize_mxfp4(w2):
    parts = mx.quantize(w2, mode="mxfp4")
    weight, scales = parts[0], parts[1]
    return mx.dequantize(weight, scales, mode="mxfp4", dtype=mx.float32)


def dequantize_nvfp4(w2):
    parts = mx.quantize(w2, mode="nvfp4", global_scale=mx.array(2.0))
    weight, scales = parts[0], parts[1]
    return mx.dequantize(weight, scales, mode="nvfp4", global_scale=mx.array(2.0))


def quantized_matmul(x2, w2):
    weight, scales, biases = mx.quantize(w2)
    return mx.quantized_matmul(x2, weight, scales, biases)


def quantized_matmul_plain(x2, w2):
    weight, scales, biases = mx.quantize(w2[:, :64], group_size=32, bits=8)
    return mx.quantized_matmul(x2[..., :8], weight[:8], scales=scales[:8], biases=biases[:8], transpose=False, group_size=32, bits=8)


def quantized_matmul_mxfp4(x2, w2):
    parts = mx.quantize(w2, mode="mxfp4")
    weight, scales = parts[0], parts[1]
    return mx.quantized_matmul(x2, weight, scales, transpose=True, group_size=32, bits=4, mode="mxfp4")


def quantized_matmul_mxfp8(x2, w2):
    parts = mx.quantize(w2, mode="mxfp8")
    weight, scales = parts[0], parts[1]
    return mx.quantized_matmul(x2, weight, scales, mode="mxfp8")


def gather_qmm(x2, w3, expert):
    weight, scales, biases = mx.quantize(w3)
    return mx.gather_qmm(x2, weight, scales, biases, rhs_indices=expert)


def gather_qmm_sorted(x2, w3, expert):
    weight, scales, biases = mx.quantize(w3, group_size=32, bits=4)
    return mx.gather_qmm(
        x2[None],
        weight,
        scales,
        biases,
        lhs_indices=expert * 0,
        rhs_indices=expert,
        transpose=True,
        group_size=32,
        bits=4,
        mode="affine",
        sorted_indices=True,
    )


def gather_qmm_mxfp4(x2, w3, expert):
    parts = mx.quantize(w3, mode="mxfp4")
    weight, scales = parts[0], parts[1]
    return mx.gather_qmm(x2, weight, scales, rhs_indices=expert, mode="mxfp4")


def to_fp8(a): return mx.to_fp8(a)
def from_fp8(a): return mx.from_fp8(mx.to_fp8(a))
def from_fp8_dtype(a): return mx.from_fp8(mx.to_fp8(a), dtype=mx.float32)
