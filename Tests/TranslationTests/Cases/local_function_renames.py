import mlx.core as mx
import mlx.nn as nn

from .configuration import ModelConfig


class LocalFunctionRenames(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x)

    def sanitize(self, weights):
        prefix = "language_model."

        def transform_key(key):
            if key.startswith(prefix):
                return key
            if key.startswith("model.") or key.startswith("lm_head."):
                return f"{prefix}{key}"
            return key

        return {transform_key(k): v for k, v in weights.items()}

    def make_cache(self):
        from ..cache import KVCache

        return [KVCache() for _ in range(2)]


# weights: {"language_model.a": [2], "model.b": [3], "lm_head.weight": [2, 2], "c": [1]}
