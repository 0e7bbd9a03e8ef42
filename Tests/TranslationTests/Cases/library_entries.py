from dataclasses import dataclass

import mlx.nn as nn

from ..mlp import DeepseekMLP, GELUMLP


@dataclass
class LibraryEntriesTextConfig:
    hidden_size: int = 4
    intermediate_size: int = 6


@dataclass
class LibraryEntriesSoundConfig:
    hidden_size: int = 4
    intermediate_size: int = 5
    rate: float = 0.5


@dataclass
class LibraryEntriesConfig:
    text_config: LibraryEntriesTextConfig
    audio_config: LibraryEntriesSoundConfig
    model_type: str = "library_entries"


class LibraryEntriesBlock(nn.Module):
    def __init__(self, config: LibraryEntriesTextConfig):
        super().__init__()
        self.size = config.hidden_size
        self.wide = DeepseekMLP(config)
        self.narrow = DeepseekMLP(config, intermediate_size=3)
        self.mlp = GELUMLP(config)

    def __call__(self, x):
        return self.mlp(self.narrow(self.wide(x))) * self.size


class LibraryEntries(nn.Module):
    def __init__(self, config: LibraryEntriesConfig):
        super().__init__()
        self.text = LibraryEntriesBlock(config.text_config)
        self.audio = LibraryEntriesBlock(config.audio_config)

    def __call__(self, x):
        return self.audio(self.text(x))


# run: {"text_config": {}, "audio_config": {}}
# run: {"text_config": {"intermediate_size": 2}, "audio_config": {"rate": 2, "intermediate_size": 7}}
