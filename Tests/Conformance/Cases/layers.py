import mlx.core as mx
import mlx.nn as nn


class Example(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = mx.ones((8,))

    def __call__(self, x):
        return x * self.scale


def module(x): return Example()(x)
def linear(x): return nn.Linear(8, 6)(x)
def linear_plain(x): return nn.Linear(8, 6, bias=False)(x)
def linear_weight(): return nn.Linear(3, 2).weight
def linear_bias(): return nn.Linear(3, 2).bias
def embedding(i): return nn.Embedding(10, 4)(i)
def embedding_as_linear(x): return nn.Embedding(10, 8).as_linear(x)
def embedding_weight(): return nn.Embedding(3, 4).weight
def rms_norm(x): return nn.RMSNorm(8)(x)
def rms_norm_eps(x): return nn.RMSNorm(8, eps=0.5)(x)
def rms_norm_weight(): return nn.RMSNorm(8).weight
def layer_norm(x): return nn.LayerNorm(8)(x)
def layer_norm_eps(x): return nn.LayerNorm(8, eps=1e-2, bias=False)(x)
def layer_norm_plain(x): return nn.LayerNorm(8, affine=False)(x)
def layer_norm_weight(): return nn.LayerNorm(4).weight
def layer_norm_bias(): return nn.LayerNorm(4).bias
def group_norm(x): return nn.GroupNorm(2, 8)(x)
def group_norm_pytorch(x): return nn.GroupNorm(4, 8, eps=1e-3, pytorch_compatible=True)(x)
def group_norm_plain(x): return nn.GroupNorm(2, 8, affine=False)(x)
def group_norm_weight(): return nn.GroupNorm(2, 4).weight
def group_norm_bias(): return nn.GroupNorm(2, 4).bias
def instance_norm(x): return nn.InstanceNorm(8)(x)
def instance_norm_affine(x): return nn.InstanceNorm(8, eps=1e-3, affine=True)(x)
def instance_norm_weight(): return nn.InstanceNorm(4, affine=True).weight
def instance_norm_bias(): return nn.InstanceNorm(4, affine=True).bias
def batch_norm(x): return nn.BatchNorm(8)(x)
def batch_norm_plain(x): return nn.BatchNorm(8, eps=1e-3, momentum=0.2, affine=False, track_running_stats=False)(x)
def batch_norm_weight(): return nn.BatchNorm(4).weight
def batch_norm_bias(): return nn.BatchNorm(4).bias
def rope(heads): return nn.RoPE(8)(heads)
def rope_offset(heads): return nn.RoPE(4, traditional=True, base=500.0, scale=0.5)(heads, offset=3)
def rope_offsets(heads, rows): return nn.RoPE(8)(heads, rows)
def conv1d(signal): return nn.Conv1d(4, 6, 3)(signal)
def conv1d_strided(signal): return nn.Conv1d(4, 6, kernel_size=3, stride=2, padding=1, dilation=2, groups=2, bias=False)(signal)
def conv1d_weight(): return nn.Conv1d(2, 3, 2).weight
def conv1d_bias(): return nn.Conv1d(2, 3, 2).bias
def conv1d_groups(): return nn.Conv1d(2, 4, 2, groups=2).groups
def conv1d_stride(): return nn.Conv1d(2, 3, 2, stride=3).stride
def conv1d_padding(): return nn.Conv1d(2, 3, 2, padding=1).padding
def conv1d_dilation(): return nn.Conv1d(2, 3, 2, dilation=2).dilation
def conv2d(image): return nn.Conv2d(4, 6, 3)(image)
def conv2d_pairs(image): return nn.Conv2d(4, 6, kernel_size=(3, 1), stride=(1, 2), padding=(2, 0), bias=False)(image)
def conv2d_groups(image): return nn.Conv2d(4, 8, 2, stride=2, padding=1, dilation=1, groups=4)(image)
def conv2d_stride(a): return a * nn.Conv2d(4, 6, 3, stride=(2, 3)).stride[1]
def conv2d_padding(a): return a * nn.Conv2d(4, 6, 3, padding=2).padding[0]
def conv2d_dilation(a): return a * nn.Conv2d(4, 6, 3, dilation=(4, 3)).dilation[0]
def conv2d_group_count(a): return a * nn.Conv2d(4, 8, 3, groups=2).groups
def conv2d_weight(): return nn.Conv2d(2, 3, (2, 1)).weight
def conv2d_bias(): return nn.Conv2d(2, 3, 2).bias
def conv3d(volume): return nn.Conv3d(3, 4, 2)(volume)
def conv3d_triples(volume): return nn.Conv3d(3, 4, kernel_size=(2, 1, 2), stride=(1, 2, 1), padding=(1, 0, 0), bias=False)(volume)
def conv3d_weight(): return nn.Conv3d(2, 3, 2).weight
def conv3d_bias(): return nn.Conv3d(2, 3, 2).bias
def conv_transpose1d(signal): return nn.ConvTranspose1d(4, 6, 3)(signal)
def conv_transpose1d_strided(signal): return nn.ConvTranspose1d(4, 6, 3, stride=2, padding=1, output_padding=1, bias=False)(signal)
def conv_transpose1d_weight(): return nn.ConvTranspose1d(2, 3, 2).weight
def conv_transpose1d_bias(): return nn.ConvTranspose1d(2, 3, 2).bias
def conv_transpose2d(image): return nn.ConvTranspose2d(4, 6, 3)(image)
def conv_transpose2d_pairs(image): return nn.ConvTranspose2d(4, 6, (3, 2), stride=(1, 2), padding=(1, 0), bias=False)(image)
def conv_transpose2d_weight(): return nn.ConvTranspose2d(2, 3, 2).weight
def conv_transpose2d_bias(): return nn.ConvTranspose2d(2, 3, 2).bias
def max_pool2d(image): return nn.MaxPool2d(2)(image)
def max_pool2d_pairs(image): return nn.MaxPool2d(kernel_size=(2, 3), stride=(1, 2), padding=(1, 0))(image)
def avg_pool2d(image): return nn.AvgPool2d(2)(image)
def avg_pool2d_padded(image): return nn.AvgPool2d(3, stride=2, padding=1)(image)
def upsample(image): return nn.Upsample(2)(image)
def upsample_nearest(image): return nn.Upsample(scale_factor=(1.5, 2.0))(image)
def upsample_linear(image): return nn.Upsample(scale_factor=2.0, mode="linear")(image)
def upsample_aligned(image): return nn.Upsample(scale_factor=(2.0, 1.5), mode="linear", align_corners=True)(image)
def upsample_cubic(image): return nn.Upsample(scale_factor=1.5, mode="cubic")(image)
def upsample_antialias(image): return nn.Upsample(scale_factor=0.5, mode="linear", antialias=True)(image)
def dropout(x): return nn.Dropout()(x)
def dropout_half(x): return nn.Dropout(p=0.25)(x)
def dropout_none(x): return nn.Dropout(0.0)(x)
def identity(x): return nn.Identity()(x)
def sequential(x): return nn.Sequential(nn.Linear(8, 4), nn.ReLU(), nn.Linear(4, 2))(x)
def attention(x3): return nn.MultiHeadAttention(8, 2)(x3, x3, x3)
def attention_mask(x3): return nn.MultiHeadAttention(8, 2, bias=True)(x3, x3, x3, mask=nn.MultiHeadAttention.create_additive_causal_mask(x3.shape[1]))
def attention_dimensions(x3): return nn.MultiHeadAttention(8, 2, query_input_dims=8, key_input_dims=8, value_input_dims=8, value_dims=4, value_output_dims=6)(x3, x3, x3)
def causal_mask(n: int): return nn.MultiHeadAttention.create_additive_causal_mask(n, dtype=mx.float16)
def quantized_linear(x2): return nn.QuantizedLinear(64, 16)(x2)
def quantized_linear_modes(x2): return nn.QuantizedLinear(64, 16, bias=False, group_size=32, bits=8, mode="affine")(x2)
def quantized_linear_mxfp4(x2): return nn.QuantizedLinear(64, 16, mode="mxfp4")(x2)
def quantized_linear_group(): return nn.QuantizedLinear(64, 16, group_size=32).group_size
def quantized_linear_bits(): return nn.QuantizedLinear(64, 16, bits=8).bits
def quantized_linear_weight(): return nn.QuantizedLinear(64, 16).weight
def quantized_linear_scales(): return nn.QuantizedLinear(64, 16).scales
def quantized_linear_biases(): return nn.QuantizedLinear(64, 16).biases
def quantized_linear_bias(): return nn.QuantizedLinear(64, 16).bias
def quantized_linear_mode(w2):
    layer = nn.QuantizedLinear(64, 16, bits=8)
    return mx.dequantize(layer.weight, layer.scales, layer.biases, layer.group_size, layer.bits, layer.mode)


def quantized_embedding(i): return nn.QuantizedEmbedding(10, 64)(i)
def quantized_embedding_bits(i): return nn.QuantizedEmbedding(10, 64, group_size=32, bits=8, mode="affine")(i)
def quantized_embedding_as_linear(x2): return nn.QuantizedEmbedding(10, 64).as_linear(x2)
def quantized_embedding_group(): return nn.QuantizedEmbedding(10, 64, group_size=32).group_size
def quantized_embedding_width(): return nn.QuantizedEmbedding(10, 64, bits=8).bits
def quantized_embedding_weight(): return nn.QuantizedEmbedding(10, 64).weight
def quantized_embedding_scales(): return nn.QuantizedEmbedding(10, 64).scales
def quantized_embedding_biases(): return nn.QuantizedEmbedding(10, 64).biases
def quantized_embedding_mode():
    layer = nn.QuantizedEmbedding(10, 64, bits=8)
    return mx.dequantize(layer.weight, layer.scales, layer.biases, layer.group_size, layer.bits, layer.mode)


def gelu(x): return nn.GELU()(x)
def gelu_precise(x): return nn.GELU(approx="precise")(x)
def gelu_tanh(x): return nn.GELU("tanh")(x)
def gelu_fast(x): return nn.GELU("fast")(x)
def silu(x): return nn.SiLU()(x)
def relu(x): return nn.ReLU()(x)
def relu2(x): return nn.ReLU2()(x)
def sigmoid(x): return nn.Sigmoid()(x)
def softmax(x): return nn.Softmax()(x)
def tanh(x): return nn.Tanh()(x)
def mish(x): return nn.Mish()(x)
def leaky_relu(x): return nn.LeakyReLU()(x)
def leaky_relu_slope(x): return nn.LeakyReLU(negative_slope=0.3)(x)
def elu(x): return nn.ELU()(x)
def elu_alpha(x): return nn.ELU(alpha=0.5)(x)
