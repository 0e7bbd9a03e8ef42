"""Runs the translation cases and writes what they were called with and what they gave.

    run_cases.py CASES OUTPUT

CASES holds each case, `NAME.py`, and the model that calls it, `NAME_model.py`. OUTPUT/runs.json lists
the runs; each has its arrays in a file of its own. Their names are printed.

What a case is run with stands in its comments:

    # run: {"num_layers": 3}                 entries of the configuration; one run a line
    # fails: {"num_layers": -1}              those of a run in which Python raises
    # input: [2, 3, 4]                       the shape of the ids, [2, 4] by default
    # cache: ArraysCache(size=2)             what the model's make_cache gives
    # weights: {"lm_head.weight": [4, 4]}    a checkpoint for `sanitize`
    # paths: ["block.proj"]                  what its quant_predicate and cast_predicate are asked for
"""

import contextlib
import dataclasses
import importlib
import importlib.util
import json
import math
import os
import re
import sys
import types

os.environ["MLX_DISABLE_COMPILE"] = "1"

import mlx.core as mx  # noqa: E402
from mlx.utils import tree_flatten  # noqa: E402

DEFAULTS = {"model_type": "case", "hidden_size": 4}


def install_package(folder):
    """mlx_vlm without what its top level imports, and the cases as one of its families."""
    location = importlib.util.find_spec("mlx_vlm").submodule_search_locations[0]
    for name, path in [
        ("mlx_vlm", location),
        ("mlx_vlm.models", os.path.join(location, "models")),
        ("mlx_vlm.models.case", folder),
    ]:
        package = types.ModuleType(name)
        package.__path__ = [path]
        sys.modules[name] = package


def stated(text, name):
    return [json.loads(value) for value in re.findall(rf"^# {name}: (.*)$", text, re.MULTILINE)]


def counted(shape, start=0):
    """Distinct numbers, large and small ones side by side."""
    count = math.prod(shape)
    return ((mx.arange(count) * 37 + start) % 101).reshape(shape)


def configuration(module, entries):
    kind = getattr(module, module.Model.__init__.__annotations__["config"].__name__)
    if hasattr(kind, "from_dict"):
        return kind.from_dict(entries)
    return made(kind, entries)


def made(kind, entries):
    """A configuration with its parts, as the packages' loaders make it."""
    given = {}
    for field in dataclasses.fields(kind):
        if field.name in entries:
            value = entries[field.name]
            is_part = dataclasses.is_dataclass(field.type) and isinstance(value, dict)
            given[field.name] = made(field.type, value) if is_part else value
    return kind(**given)


def rules(model, paths):
    """What the model says of the packing and the type of what has these paths."""
    packed, casts = getattr(model, "quant_predicate", None), getattr(model, "cast_predicate", None)
    layers = dict(model.named_modules())
    return {
        path: {
            "rule": json.dumps(True if packed is None else packed(path, layers.get(path, model))),
            "casts": True if casts is None else casts(path),
        }
        for path in paths
    }


def run(module, text, entries, values):
    """What a run gives beside the arrays, which go to `values`."""
    from mlx_vlm.models.cache import make_prompt_cache

    found = {}
    model = module.Model(configuration(module, entries))
    parameters = tree_flatten(model.parameters())
    mx.random.seed(7)
    for name, array in parameters:
        values[f"weight {name}"] = mx.random.uniform(-1, 1, array.shape).astype(array.dtype)
    model.load_weights([(name, values[f"weight {name}"]) for name, _ in parameters])
    model.eval()  # As the packages' loaders do.
    found["parameters"] = sorted(name for name, _ in parameters)
    for checkpoint in stated(text, "weights"):
        weights = {name: counted(shape, i) * 1.0 for i, (name, shape) in enumerate(checkpoint.items())}
        values.update({f"checkpoint {name}": array for name, array in weights.items()})
        found["checkpoint"] = list(weights)
        sanitized = model.sanitize(weights)
        values.update({f"sanitized {name}": array for name, array in sanitized.items()})
        found["sanitized"] = list(sanitized)
    for paths in stated(text, "paths"):
        found["rules"] = rules(model, paths)
    shape = (stated(text, "input") or [[2, 4]])[0]
    cache = make_prompt_cache(model)
    # Twice, so that what is kept between calls counts.
    for step in range(2):
        ids = counted(shape, step)
        values[f"ids {step}"] = ids
        values[f"result {step}"] = model(ids, cache=cache).logits
    mx.eval(values)
    return found


def main():
    cases, output = sys.argv[1:3]
    install_package(cases)
    runs = []
    for file in sorted(os.listdir(cases)):
        if not file.endswith("_model.py"):
            continue
        name = file.removesuffix("_model.py")
        with open(os.path.join(cases, f"{name}.py"), encoding="utf-8") as source:
            text = source.read()
        failing = stated(text, "fails")
        for number, entries in enumerate(stated(text, "run") + failing or [{}]):
            entries = DEFAULTS | entries
            entry = {
                "case": name,
                "configuration": json.dumps(entries),
                "values": f"{name}-{number}.safetensors",
                "isFailing": DEFAULTS | entries in [DEFAULTS | given for given in failing],
            }
            values = {}
            try:
                with contextlib.redirect_stdout(sys.stderr):
                    module = importlib.import_module(f"mlx_vlm.models.case.{name}_model")
                    entry.update(run(module, text, entries, values))
            except Exception as error:
                entry["error"] = f"{type(error).__name__}: {error}"[:200]
            mx.save_safetensors(os.path.join(output, entry["values"]), values)
            runs.append(entry)
    with open(os.path.join(output, "runs.json"), "w", encoding="utf-8") as file:
        json.dump(runs, file)
    print(json.dumps([f"{entry['case']} {entry['configuration']}" for entry in runs]))


if __name__ == "__main__":
    main()
