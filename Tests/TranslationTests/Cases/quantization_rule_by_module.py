import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class RuleByModule(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)
        self.norm = nn.RMSNorm(4)

    def __call__(self, x):
        return self.norm(self.proj(x))

    @property
    def quant_predicate(self):
        def predicate(path, m):
            if not hasattr(m, "to_quantized"):
                return False
            if "router" in path:
                return {"group_size": 64, "bits": 8}
            return isinstance(m, nn.Linear)

        return predicate

    @property
    def cast_predicate(self):
        return lambda path: not path.endswith((".sinks", "_alpha"))


# paths: ["block.proj", "block.norm", "block", "proj.sinks"]
