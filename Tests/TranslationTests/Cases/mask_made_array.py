import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


# call: block(mx.tanh(input_ids), cache[0])
from ..base import create_attention_mask


class Scores(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = 0.5

    def __call__(self, x, mask=None):
        scores = x @ x.transpose(0, 2, 1) * self.scale
        if mask is not None:
            if isinstance(mask, str):
                query_length, key_length = scores.shape[-2:]
                query_positions = mx.arange(key_length - query_length, key_length)
                key_positions = mx.arange(key_length)
                mask = query_positions[:, None] >= key_positions[None]
            if mask.dtype == mx.bool_:
                scores = mx.where(mask, scores, mx.finfo(scores.dtype).min)
            else:
                scores += mask
        return mx.softmax(scores, axis=-1)


class MaskMadeArray(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.scores = Scores()

    def __call__(self, x, cache=None):
        mask = create_attention_mask(x, cache)
        batch, length, width = x.shape
        shape = mx.zeros((length,)).shape
        ones = mx.broadcast_to(x[:1, :, :1], (batch, *shape, 1))
        return self.scores(x + ones, mask)


# input: [2, 3, 4]
