import mlx.nn as nn

from .configuration import ModelConfig


def position(names: list[str], name: str):
    try:
        return names.index(name)
    except ValueError:
        return None


def number(name: str) -> int:
    try:
        number = int(name.split(".")[1])
        number = number + 1
    except (IndexError, ValueError):
        number = 10
    return number


class TryIndex(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        names = ["a", "b"]
        self.first = position(names, "b")
        self.second = position(names, "c")
        self.weight = number("x.3.y") + number("x") + number("x.q")
        self.proj = nn.Linear(4, 4)

    def sanitize(self, weights):
        kept = {}
        for k, v in weights.items():
            try:
                if int(k.split("layers.")[1].split(".")[0]) >= 2:
                    continue
            except IndexError:
                pass
            except ValueError:
                kept[f"{k}.named"] = v
                continue
            kept[k] = v
        return kept

    def __call__(self, x):
        if self.first is not None and self.second is None:
            x = x * self.first
        return self.proj(x) * self.weight


# run: {}
# weights: {"layers.1.w": [2], "layers.2.w": [2], "layers.a.w": [3], "proj.weight": [2, 3]}
