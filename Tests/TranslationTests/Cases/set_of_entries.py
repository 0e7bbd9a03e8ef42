from dataclasses import dataclass
from typing import List, Union

import mlx.core as mx
import mlx.nn as nn


@dataclass
class EntrySetConfig:
    model_type: str = "case"
    hidden_size: int = 4
    wide: Union[str, List[int]] = "0, 2,"


class SetOfEntries(nn.Module):
    def __init__(self, config: EntrySetConfig):
        super().__init__()
        wide = config.wide
        if isinstance(wide, str):
            wide = {int(i) for i in wide.strip().split(",") if i.strip()}
        else:
            wide = set(wide)
        self.first = 0 in wide
        self.scales = [2.0 if i in wide else 0.5 for i in range(4)]
        self.proj = nn.Linear(config.hidden_size, 4)

    def __call__(self, x: mx.array) -> mx.array:
        if self.first:
            x = x + 1
        return self.proj(x) * mx.array(self.scales)


# run: {}
# run: {"wide": [1, 3, 1]}
# run: {"wide": "1"}
# run: {"wide": []}
# run: {"wide": [2.0, true, "0"]}
# fails: {"wide": 3}
# fails: {"wide": "a"}
# fails: {"wide": [[0]]}
