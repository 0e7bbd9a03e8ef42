"""The two Python packages behind one face: build, load and run a model as each does itself."""

import hashlib
import importlib
import importlib.metadata
import json
import sys
from pathlib import Path
from typing import Any, get_type_hints

import mlx.core as mx
import mlx.nn as nn

from .definition import Definition
from .errors import InputError

MODULES = {"mlx-vlm": "mlx_vlm", "mlx-lm": "mlx_lm"}


def use_source(folder: str) -> None:
    """Takes the packages from a folder in place of the installed ones."""
    root = Path(folder).resolve()
    if root.name in MODULES.values():
        root = root.parent
    if not any((root / name).is_dir() for name in MODULES.values()):
        raise InputError(f"{folder}: holds neither mlx_vlm nor mlx_lm")
    sys.path.insert(0, str(root))


def package(name: str) -> "VisionLanguagePackage | LanguagePackage":
    """The package of that name, imported."""
    if name not in MODULES:
        raise InputError(f"unknown package {name!r}; known: {', '.join(MODULES)}")
    kind = VisionLanguagePackage if name == "mlx-vlm" else LanguagePackage
    try:
        importlib.import_module(MODULES[name] + ".utils")
    except ImportError as error:
        raise InputError(f"{name} cannot be imported: {error}") from error
    return kind(name)


def of_definition(definition: Definition) -> "Package":
    """The package of a family; where the family is a part of its model, that part alone."""
    python = package(definition.package)
    if definition.entry is None:
        return python
    if not isinstance(python, VisionLanguagePackage):
        raise InputError(f"{definition.family}: only families of mlx-vlm have an entry of their own")
    return LanguagePart(python, definition.source, definition.entry)


class Package:
    """What both packages share."""

    def __init__(self, name: str):
        self.name = name
        self.module = MODULES[name]
        self.utils = importlib.import_module(self.module + ".utils")
        self.root = Path(importlib.import_module(self.module).__file__).parent

    @property
    def version(self) -> str:
        """The version that the source states."""
        for module in ("version", "_version"):
            try:
                return importlib.import_module(f"{self.module}.{module}").__version__
            except ImportError:
                continue
        return importlib.metadata.version(self.name)

    def encodes(self, model: nn.Module) -> bool:
        """Whether the model gives texts vectors and generates none."""
        return False

    def digest(self, files: list[Path]) -> str:
        """SHA-256 over the files' bytes, one after the other."""
        digest = hashlib.sha256()
        for file in files:
            try:
                digest.update(file.read_bytes())
            except OSError as error:
                raise InputError(f"{file}: {error.strerror}") from error
        return digest.hexdigest()


class VisionLanguagePackage(Package):
    """mlx-vlm: a folder a family, `language_model` inside the model."""

    def source_files(self, family: str, modules: tuple[str, ...]) -> list[Path]:
        """The files of a family's modules, those that this version has: definitions are of one version."""
        files = [self.root / "models" / family / f"{module}.py" for module in modules]
        return [file for file in files if file.exists()]

    def build(self, config: dict[str, Any]) -> nn.Module:
        """A model with the package's own initial weights, configured as the loader does."""
        config = {**config}
        classes, _ = self.utils.get_model_and_args(config=config)
        config.setdefault("text_config", config.pop("llm_config", {}))
        config.setdefault("vision_config", {})
        config.setdefault("audio_config", {})
        arguments = classes.ModelConfig.from_dict(config)
        parts = ["text", "vision", "perceiver", "projector", "audio"]
        arguments = self.utils.update_module_configs(arguments, classes, config, parts)
        return classes.Model(arguments)

    def module_of(self, config: dict[str, Any]) -> str:
        """The module that the loader takes for a configuration."""
        return self.utils.get_model_and_args(config={**config})[0].__name__

    def load(self, folder: Path) -> nn.Module:
        """The model of a checkpoint directory, through the package's loader."""
        return self.utils.load_model(folder)

    def save(self, model: nn.Module, config: dict[str, Any], folder: Path) -> None:
        """Writes weights and configuration through the package's own save path."""
        self.utils.save_weights(folder, model)
        self.utils.save_config({**config}, folder / "config.json")

    def make_cache(self, model: nn.Module) -> list[Any]:
        """The cache that generation makes."""
        cache = importlib.import_module("mlx_vlm.models.cache")
        return cache.make_prompt_cache(model.language_model)

    def encodes(self, model: nn.Module) -> bool:
        """Whether there is no language model in it."""
        return not hasattr(model, "language_model")

    def encode(
        self, model: nn.Module, ids: mx.array, inputs: dict[str, mx.array]
    ) -> dict[str, mx.array]:
        """The arrays of an encoder's output, by the fields' names."""
        output = model(ids, **inputs)
        return {name: value for name, value in vars(output).items() if value is not None}

    def embedded(
        self, model: nn.Module, ids: mx.array, inputs: dict[str, mx.array]
    ) -> tuple[Any, dict[str, mx.array]]:
        """The embeddings of texts and media, and the inputs that the language model is given as well."""
        extra = {**inputs}
        pixels = extra.pop("pixel_values", None)
        mask = extra.pop("mask", None)
        mask = mx.ones(ids.shape, dtype=mx.int32) if mask is None else mask
        return model.get_input_embeddings(ids, pixels, mask=mask, **extra), extra

    def prefill(
        self, model: nn.Module, ids: mx.array, inputs: dict[str, mx.array], cache: list[Any] | None
    ) -> tuple[mx.array, dict[str, Any]]:
        """Logits [B, L, V] of all positions, and what the next step takes over."""
        embedded, extra = self.embedded(model, ids, inputs)
        features = {
            name: value
            for name, value in embedded.to_dict().items()
            if name != "inputs_embeds" and value is not None
        }
        output = model.language_model(
            ids, inputs_embeds=embedded.inputs_embeds, cache=cache, **{**extra, **features}
        )
        return output.logits, self._carried(output)

    def step(
        self, model: nn.Module, ids: mx.array, carried: dict[str, Any], cache: list[Any]
    ) -> tuple[mx.array, dict[str, Any]]:
        """Logits [B, 1, V] of one more token, and what the next step takes over."""
        output = model.language_model(ids, inputs_embeds=None, cache=cache, **carried)
        return output.logits, self._carried(output)

    @staticmethod
    def _carried(output: Any) -> dict[str, Any]:
        for name in ("cross_attention_states", "encoder_outputs"):
            if getattr(output, name, None) is not None:
                return {name: getattr(output, name)}
        return {}


class LanguagePart(VisionLanguagePackage):
    """The language model of a family of mlx-vlm alone, as the family's `Model` calls it for text."""

    def __init__(self, python: VisionLanguagePackage, family: str, entry: str):
        super().__init__(python.name)
        module, _, name = entry.rpartition(".")
        try:
            source = importlib.import_module(f"{self.module}.models.{family}.{module}")
            self.model = getattr(source, name)
            self.configuration = next(iter(get_type_hints(self.model.__init__).values()))
        except (ImportError, AttributeError, StopIteration) as error:
            raise InputError(f"{family}: the entry {entry} is no class that takes a configuration: {error}") from error

    def build(self, config: dict[str, Any]) -> nn.Module:
        """The part with the package's own initial weights."""
        return self.model(self.configuration.from_dict({**(config.get("text_config") or config)}))

    def load(self, folder: Path) -> nn.Module:
        """The part with the weights of a checkpoint directory."""
        model = self.build(json.loads((folder / "config.json").read_text(encoding="utf-8")))
        weights: dict[str, mx.array] = {}
        for file in sorted(folder.glob("*.safetensors")):
            weights |= mx.load(str(file))
        if hasattr(model, "sanitize"):
            weights = model.sanitize(weights)
        model.load_weights(list(weights.items()))
        mx.eval(model.parameters())
        model.eval()
        return model

    def encodes(self, model: nn.Module) -> bool:
        """It is a language model."""
        return False

    def make_cache(self, model: nn.Module) -> list[Any]:
        """The cache that generation makes."""
        return importlib.import_module("mlx_vlm.models.cache").make_prompt_cache(model)

    def prefill(
        self, model: nn.Module, ids: mx.array, inputs: dict[str, mx.array], cache: list[Any] | None
    ) -> tuple[mx.array, dict[str, Any]]:
        """Logits [B, L, V] of all positions; nothing is taken over."""
        return model(ids, cache=cache, **inputs).logits, {}

    def step(
        self, model: nn.Module, ids: mx.array, carried: dict[str, Any], cache: list[Any]
    ) -> tuple[mx.array, dict[str, Any]]:
        """Logits [B, 1, V] of one more token; nothing is taken over."""
        return model(ids, cache=cache).logits, {}


class LanguagePackage(Package):
    """mlx-lm: a file a family, the model takes token ids alone."""

    def source_files(self, family: str, modules: tuple[str, ...]) -> list[Path]:
        """The files of a family's modules."""
        return [self.root / "models" / f"{module}.py" for module in modules]

    def build(self, config: dict[str, Any]) -> nn.Module:
        """A model with the package's own initial weights, configured as the loader does."""
        model_class, arguments_class = self.utils._get_classes(config)
        return model_class(arguments_class.from_dict({**config}))

    def module_of(self, config: dict[str, Any]) -> str:
        """The module that the loader takes for a configuration."""
        return self.utils._get_classes(config)[1].__module__

    def load(self, folder: Path) -> nn.Module:
        """The model of a checkpoint directory, through the package's loader."""
        loaded = self.utils.load_model(folder)
        return loaded[0] if isinstance(loaded, tuple) else loaded

    def save(self, model: nn.Module, config: dict[str, Any], folder: Path) -> None:
        """Writes weights and configuration through the package's own save path."""
        self.utils.save_model(folder, model)
        self.utils.save_config({**config}, folder / "config.json")

    def make_cache(self, model: nn.Module) -> list[Any]:
        """The cache that generation makes."""
        return importlib.import_module("mlx_lm.models.cache").make_prompt_cache(model)

    def prefill(
        self, model: nn.Module, ids: mx.array, inputs: dict[str, mx.array], cache: list[Any] | None
    ) -> tuple[mx.array, dict[str, Any]]:
        """Logits [B, L, V] of all positions; nothing is taken over."""
        return model(ids, cache=cache, **inputs), {}

    def step(
        self, model: nn.Module, ids: mx.array, carried: dict[str, Any], cache: list[Any]
    ) -> tuple[mx.array, dict[str, Any]]:
        """Logits [B, 1, V] of one more token; nothing is taken over."""
        return model(ids, cache=cache), {}
