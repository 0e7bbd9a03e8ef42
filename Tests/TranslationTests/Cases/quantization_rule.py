from dataclasses import dataclass

import mlx.core as mx
import mlx.nn as nn


@dataclass
class RuleConfig:
    hidden_size: int
    use_moe: bool = True
    num_experts: int = 2
    keep_head: bool = False


class QuantizationRule(nn.Module):
    def __init__(self, config: RuleConfig):
        super().__init__()
        self.args = config
        self.router = nn.Linear(4, 4)
        self.scale = mx.ones(4)

    def __call__(self, x):
        return self.router(x) * self.scale

    @property
    def quant_predicate(self):
        """How each layer is packed."""
        if self.args.num_experts <= 0:
            return None
        keeps_head = self.args.keep_head and self.args.num_experts > 1

        def predicate(path, _):
            if self.args.use_moe and path.endswith(("router", "mlp.gate")):
                return {"group_size": 64, "bits": 8}
            if any(name in path for name in ("hc", "index")):
                return False
            if path in ("lm_head", "embed") and keeps_head:
                return False
            if "expert" in path:
                return {"bits": 4, "mode": "affine"}
            if path.startswith("norm"):
                return not path.endswith("weight")
            return True

        return predicate

    @property
    def cast_predicate(self):
        keep = ("bias", "A_log")

        def predicate(k: str) -> bool:
            return not any(s in k for s in keep)

        return predicate


# run: {}
# run: {"use_moe": false, "keep_head": true}
# run: {"num_experts": 0}
# paths: ["block.router", "a.mlp.gate", "a.hc.b", "lm_head", "embed", "expert.0", "norm.weight", "norm", "x.bias", "A_log"]
