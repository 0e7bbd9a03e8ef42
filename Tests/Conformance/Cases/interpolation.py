import mlx.core as mx
from ..kernels import bicubic_interpolate, grid_sample, nearest_interpolate


def nearest(heads): return nearest_interpolate(heads, size=(3, 7))
def nearest_up(heads): return nearest_interpolate(heads, size=[11, 16])
def nearest_factor(heads): return nearest_interpolate(heads, scale_factor=1.5)
def nearest_factors(heads): return nearest_interpolate(heads, scale_factor=(2.0, 0.5))
def bicubic(heads): return bicubic_interpolate(heads, size=(3, 7))
def bicubic_up(heads): return bicubic_interpolate(heads, size=(16, 16))
def bicubic_corners(heads): return bicubic_interpolate(heads, size=(4, 9), align_corners=True)
def bicubic_antialias(heads): return bicubic_interpolate(heads, size=(2, 3), antialias=True)
def bicubic_mixed(heads): return bicubic_interpolate(heads, size=(9, 3), antialias=True)
def bicubic_factor(heads): return bicubic_interpolate(heads, scale_factor=0.7)
def bicubic_factors(heads): return bicubic_interpolate(heads, scale_factor=(0.6, 2.0), antialias=True)


def sampled(heads): return grid_sample(heads, mx.stack([mx.sin(heads[..., 0]), mx.cos(heads[..., 0]) * 1.5], axis=-1))
def sampled_nowhere(heads): return grid_sample(heads, heads)
