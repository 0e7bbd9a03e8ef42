from dataclasses import dataclass

import mlx.core as mx
import mlx.nn as nn


@dataclass
class DenseConfig:
    hidden_size: int = 4
    ff_dim: int = 6
    bias: bool = True


@dataclass
class SparseConfig:
    hidden_size: int = 4
    num_experts: int = 2
    expert_size: int = 3


@dataclass
class PlainConfig:
    hidden_size: int = 4
    ff_dim: int = 5
    bias: bool = False


@dataclass
class SomeConfig:
    dense: DenseConfig
    sparse: SparseConfig
    plain: PlainConfig
    model_type: str = "some"


class ExpertBlock(nn.Module):
    def __init__(self, args):
        super().__init__()
        self.proj = nn.Linear(args.hidden_size, args.hidden_size)
        self.count = args.num_experts

    def __call__(self, x):
        return self.proj(x) * self.count


class DenseBlock(nn.Module):
    def __init__(self, size, inner, bias):
        super().__init__()
        self.up = nn.Linear(size, inner, bias=bias)
        self.down = nn.Linear(inner, size, bias=bias)

    def __call__(self, x):
        return self.down(self.up(x))


def make_block(args, index):
    if getattr(args, "num_experts", 0):
        if index < args.expert_size:
            return DenseBlock(args.hidden_size, args.expert_size, False)
        return ExpertBlock(args)
    return DenseBlock(args.hidden_size, args.ff_dim, args.bias)


class EntryLayer(nn.Module):
    def __init__(self, args, index):
        super().__init__()
        self.block = make_block(args, index)
        self.doubled = getattr(args, "bias", False)

    def __call__(self, x):
        x = self.block(x)
        return x * 2 if self.doubled else x


class EntryOfSome(nn.Module):
    def __init__(self, config: SomeConfig):
        super().__init__()
        self.dense = EntryLayer(config.dense, 0)
        self.sparse = [EntryLayer(config.sparse, index) for index in range(2)]
        self.plain = EntryLayer(config.plain, 0)

    def __call__(self, x):
        x = self.plain(self.dense(x))
        for layer in self.sparse:
            x = layer(x)
        return x


# run: {"dense": {}, "sparse": {}, "plain": {}}
# run: {"dense": {"ff_dim": 2, "bias": false}, "sparse": {"expert_size": 1}, "plain": {"bias": true}}
# fails: {"dense": {}, "sparse": {"num_experts": 0}, "plain": {}}
