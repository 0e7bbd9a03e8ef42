"""Checkpoints of a family as the packages' own converters and trainers write them, and what the
packages generate from them."""

import contextlib
import copy
import importlib
import io
import json
import math
import re
import shutil
from pathlib import Path
from typing import Any, Callable, Iterator

import mlx.core as mx
import mlx.nn as nn
from mlx.utils import tree_flatten, tree_unflatten

from . import checkpoint, seeded
from .definition import Definition
from .packages import LanguagePart, Package, of_definition

TOKENS = 64
GROUP = 64
SAMPLING = {"seed": 7, "temperature": 0.8, "top_p": 0.9}
RECIPE = "mixed_3_6"
KINDS = (
    "plain", "4-bit", "8-bit", "mixed", "mxfp4", "nvfp4", "mxfp8", "sharded", "adapter",
    "adapter-4-bit",
)  # fmt: skip

# How configurations call the width of a matrix, and what they call a size that is none.
WIDTHS = re.compile(r"(^|_)(size|dim|dims|rank|embd|inner|d_model|d_ssm|d_head|channels|scalar)(_|$)")
OTHERS = re.compile(
    r"vocab|window|chunk|group|block|kernel|conv|max|context|divisor|model_base|patch|merge|in_channels|image"
)


def write(definition: Definition, folder: Path, kinds: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Writes the checkpoints of a family below a folder; yields for each kind where it is and what
    the package generates from it, or why the package writes none."""
    python = of_definition(definition)
    reference = definition.reference
    config = widened(python, reference.config)
    source = folder / "source"
    dtype = reference.dtypes[0]
    checkpoint.write(source, python, config, dtype, reference.seed, reference.layout)
    prompt = seeded.token_ids(
        "input_ids", 1, reference.prompt_length, reference.vocabulary, reference.seed
    )[0].tolist()
    for kind in kinds:
        answer = {"family": definition.family, "package": definition.package, "kind": kind}
        try:
            paths = Kind(python, source, folder / kind).write(kind, reference.seed)
            model = load(python, paths)
            answer |= paths | {"prompt": prompt}
            answer["greedy"] = generate(python, model, prompt, {})
            answer["sampled"] = generate(python, model, prompt, SAMPLING)
        except Exception as error:  # what a package raises is its own
            first = next((line for line in str(error).splitlines() if line.strip()), "")
            answer["refused"] = f"{type(error).__name__}: {first}"[:300]
        mx.clear_cache()
        yield answer


def widened(python: Package, config: dict[str, Any]) -> dict[str, Any]:
    """The configuration with all its widths times the least power of two that lets most matrices be
    packed in groups of 64 columns."""

    def packable(factor: int) -> int:
        try:
            model = python.build(scaled(config, factor))
        except Exception:  # what a package raises is its own
            return -1
        return sum(
            module.weight.shape[-1] % GROUP == 0
            for _, module in model.named_modules()
            if hasattr(module, "to_quantized")
        )

    return scaled(config, max((1, 2, 4, 8), key=lambda factor: (packable(factor), -factor)))


def scaled(config: dict[str, Any], factor: int) -> dict[str, Any]:
    """The configuration with its widths times a factor."""

    def scale(name: str, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: scale(key, inner) for key, inner in value.items()}
        if not WIDTHS.search(name) or OTHERS.search(name):
            return copy.deepcopy(value)
        if isinstance(value, list):
            return [scale(name, inner) for inner in value]
        return value * factor if isinstance(value, int) and not isinstance(value, bool) else value

    return scale("", config)


class Kind:
    """A checkpoint of a kind, written from a plain one."""

    def __init__(self, python: Package, source: Path, folder: Path):
        if isinstance(python, LanguagePart):
            raise ValueError(f"{python.name} loads and converts no part of a model alone")
        self.python, self.source, self.folder = python, source, folder

    def write(self, kind: str, seed: int) -> dict[str, str]:
        """Writes it; returns the folders of the checkpoint and its adapter."""
        if kind.startswith("adapter"):
            base = self.folder.parent / (kind.removeprefix("adapter-") if "-" in kind else "plain")
            if not base.is_dir():
                raise ValueError(f"there is no {base.name} checkpoint to train on")
            self._train(base, seed)
            return {"model": str(base), "adapter": str(self.folder)}
        shutil.rmtree(self.folder, ignore_errors=True)
        if kind == "sharded":
            self._convert(shards=3)
        elif kind == "plain":
            self._convert()
        elif kind.endswith("-bit"):
            bits = int(kind.removesuffix("-bit"))
            self._convert(quantize=True, q_bits=bits, q_group_size=64 if bits == 4 else 32)
        elif kind == "mixed":
            self._convert_mixed()
        else:
            self._convert(quantize=True, q_mode=kind, q_bits=None, q_group_size=None)
        return {"model": str(self.folder)}

    def _convert_mixed(self) -> None:
        """By the package's recipe, or, where its recipes do not know the layers, by turns."""
        try:
            self._convert(quantize=True, q_bits=4, q_group_size=64, quant_predicate=RECIPE)
        except Exception:  # what a package raises is its own
            shutil.rmtree(self.folder, ignore_errors=True)
            turns = iter(range(1 << 30))
            choices = ({"bits": 4, "group_size": 64}, {"bits": 8, "group_size": 32}, False)

            def by_turns(path: str, module: nn.Module) -> bool | dict[str, Any]:
                return copy.deepcopy(choices[next(turns) % len(choices)])

            self._convert(quantize=True, q_bits=4, q_group_size=64, quant_predicate=by_turns)

    def _convert(self, shards: int = 1, **arguments: Any) -> None:
        """The package's `convert`, which here reads no tokenizer and writes small shards."""
        module = importlib.import_module(f"{self.python.module}.convert")
        utils = self.python.utils
        with contextlib.ExitStack() as stack:
            if self.python.name == "mlx-lm":
                stack.enter_context(replacing(module, "load", self._load_language))
            else:
                stack.enter_context(replacing(module, "fetch_from_hub", self._load_vision))
            if shards > 1:
                split = utils.make_shards
                stack.enter_context(
                    replacing(utils, "make_shards", lambda w: split(w, Bytes.share(w, shards)))
                )
            stack.enter_context(quiet())
            stack.enter_context(replacing(module, "create_model_card", lambda *_: None, optional=True))
            stack.enter_context(replacing(utils, "create_model_card", lambda *_: None))
            module.convert(str(self.source), str(self.folder), **arguments)

    def _load_language(self, *_: Any, **__: Any) -> tuple[nn.Module, Any, dict[str, Any]]:
        model, config = self.python.utils.load_model(self.source, lazy=True)
        return model, NoTokenizer(), config

    def _load_vision(self, *_: Any, **__: Any) -> tuple[nn.Module, dict[str, Any], Any]:
        model = self.python.utils.load_model(self.source, lazy=True)
        return model, self.python.utils.load_config(self.source), NoTokenizer()

    def _train(self, base: Path, seed: int) -> None:
        """An adapter as the package's trainer makes and saves it, with seeded values in place of
        trained ones: fresh ones change nothing."""
        model = self.python.load(base)
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / "adapters.safetensors"
        with quiet():
            if self.python.name == "mlx-lm":
                tuner = importlib.import_module("mlx_lm.tuner.utils")
                settings = {"rank": 4, "scale": 2.0, "dropout": 0.0}
                model.freeze()
                tuner.linear_to_lora_layers(model, len(model.layers), settings)
                self.fill(model, seed)
                mx.save_safetensors(str(file), dict(tree_flatten(model.trainable_parameters())))
                content = {
                    "fine_tune_type": "lora",
                    "num_layers": len(model.layers),
                    "lora_parameters": settings,
                }
                (self.folder / "adapter_config.json").write_text(json.dumps(content, indent=4))
            else:
                peft = importlib.import_module("mlx_vlm.trainer.peft.utils")
                model = peft.get_peft_model(model, rank=4, alpha=8.0, dropout=0.0, verbose=False)
                self.fill(model, seed)
                peft.save_adapter(model, file)

    @staticmethod
    def fill(model: nn.Module, seed: int) -> None:
        """Gives the trained parameters seeded values."""
        values = {
            name: mx.array(seeded.weight(name, tuple(array.shape), seed) * 0.5).astype(array.dtype)
            for name, array in tree_flatten(model.trainable_parameters())
        }
        model.update(tree_unflatten(list(values.items())))


class NoTokenizer:
    """In place of a tokenizer, which token ids do without."""

    def save_pretrained(self, folder: Any) -> None:
        """Writes nothing."""


class Bytes(int):
    """A size in bytes where the packages shift one in gibibytes."""

    def __lshift__(self, _: int) -> int:
        return int(self)

    @classmethod
    def share(cls, weights: dict[str, mx.array], parts: int) -> "Bytes":
        """The size of each of some shards, at least that of the greatest tensor."""
        sizes = [array.nbytes for array in weights.values()]
        return cls(max(math.ceil(sum(sizes) / parts), max(sizes)))


def load(python: Package, paths: dict[str, str]) -> nn.Module:
    """The model of a checkpoint, with its adapter, by the package's loaders."""
    model = python.load(Path(paths["model"]))
    if adapter := paths.get("adapter"):
        name = "mlx_lm.tuner.utils" if python.name == "mlx-lm" else "mlx_vlm.trainer.peft.utils"
        with quiet():
            model = importlib.import_module(name).load_adapters(model, adapter)
        model.eval()
        mx.eval(model.parameters())
    return model


def generate(
    python: Package, model: nn.Module, prompt: list[int], sampling: dict[str, Any]
) -> list[int]:
    """Token ids by the package's own `generate_step`, which no end token ends."""
    settings = {**sampling}
    if settings:
        # What the packages' programs do with `--seed`.
        mx.random.seed(settings.pop("seed"))
    if python.name == "mlx-lm":
        sampler = importlib.import_module("mlx_lm.sample_utils").make_sampler(
            temp=settings.get("temperature", 0.0), top_p=settings.get("top_p", 0.0)
        )
        step = importlib.import_module("mlx_lm.generate").generate_step
        steps = step(mx.array(prompt), model, max_tokens=TOKENS, sampler=sampler)
    else:
        ids = mx.array([prompt])
        step = importlib.import_module("mlx_vlm.generate.ar").generate_step
        mask = mx.ones(ids.shape, dtype=mx.int32)
        settings.setdefault("temperature", 0.0)
        steps = step(ids, model, None, mask, max_tokens=TOKENS, **settings)
    return [int(token) for token, _ in steps]


@contextlib.contextmanager
def replacing(module: Any, name: str, value: Callable, optional: bool = False) -> Iterator[None]:
    """Another value under a module's name for a while."""
    if optional and not hasattr(module, name):
        yield
        return
    before = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, before)


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Without what the packages print."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        yield
