import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


# call: block(mx.tanh(input_ids))
def _make_kernel():
    """A kernel where there is Metal."""
    if not mx.metal.is_available():
        return None
    return mx.fast.metal_kernel(
        name="twice", input_names=["x"], output_names=["y"], source="y = 2 * x;"
    )


_kernel = _make_kernel()
_HAS_METAL = mx.metal.is_available()


def has_kernel(dtype):
    return mx.default_device() == mx.gpu and mx.metal.is_available()


def twice_by_kernel(x):
    return _kernel(inputs=[x], template=[("T", x.dtype), ("N", 4)], grid=(4, 1, 1))[0]


class MetalGuard(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        if mx.default_device() == mx.gpu and mx.metal.is_available():
            x = twice_by_kernel(x)
        else:
            x = 2 * x
        if _kernel is not None:
            x = twice_by_kernel(x)
        if has_kernel(x.dtype):
            x = twice_by_kernel(x)
        if _HAS_METAL:
            return twice_by_kernel(x)
        kernel = _make_kernel()
        if kernel is None:
            x = x + 1
        return self.proj(x)
