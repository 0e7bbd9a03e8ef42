# A learned residual of low rank.
import mlx.core as mx
import mlx.nn as nn


class Parameters:
    protocol = "LaurelConfiguration"
    property = "laurel"
    swift = "LaurelParameters(dimensions: {dimensions}, rank: {rank}, normEps: {norm_eps})"

    dimensions: int
    rank: int
    norm_eps: float


class LaurelBlock(nn.Module):
    def __init__(self, p: Parameters):
        self.linear_left = nn.Linear(p.dimensions, p.rank, bias=False)
        self.linear_right = nn.Linear(p.rank, p.dimensions, bias=False)
        self.post_laurel_norm = nn.RMSNorm(p.dimensions, eps=p.norm_eps)

    def __call__(self, x: mx.array):
        residual = self.linear_left(x)
        residual = self.linear_right(residual)
        residual = self.post_laurel_norm(residual)
        return x + residual
