import mlx.core as mx
import mlx.nn as nn


def evaluated(a):
    b = a + 1
    mx.eval(b)
    return b


def evaluated_two(a, b):
    c = a * 2
    mx.eval(c, [b])
    return c


def evaluated_later(a):
    b = a + 1
    mx.async_eval(b)
    return b


def depends(a, b): return mx.depends(a, b)
def depends_lists(a, b): return mx.depends([a, b], [b])
def depends_list(a, b): return mx.depends([a, b], b)
def depends_on_list(a, b): return mx.depends(a, [a, b])
def default_device(): return mx.default_device() == mx.cpu
def other_device(): return mx.default_device() == mx.gpu
def metal(a): return mx.array(mx.metal.is_available())
def clear_cache(a):
    mx.clear_cache()
    return a


def peak_memory(a): return mx.get_peak_memory() >= 0
def active_memory(a): return mx.get_active_memory() >= 0
def is_floating(a): return mx.issubdtype(a.dtype, mx.floating)
def is_integer(a): return mx.issubdtype(a.dtype, mx.integer)
def inf(a): return a * mx.inf
def nan(a): return a + mx.nan
def pi(a): return a * mx.pi
def e(a): return a + mx.e
def least(): return mx.finfo(mx.float32).min
def least_half(): return mx.finfo(mx.float16).min
def largest(): return mx.finfo(mx.bfloat16).max
def step(): return mx.finfo(mx.float16).eps
def least_of(a): return mx.finfo(a.dtype).min


def compiled(a): return mx.compile(nn.silu)(a)
def compiled_shapeless(a): return mx.compile(nn.relu, shapeless=True)(a)
