"""Runs the conformance cases and writes what they were called with and what they gave.

    run_cases.py CASES OUTPUT

CASES is the folder of the case files. OUTPUT/work.json lists the calls with what came of them; the
bytes of all arrays are in OUTPUT/work.bin.
"""

import ast
import json
import os
import struct
import sys
import types

os.environ["MLX_DISABLE_COMPILE"] = "1"

import mlx.core as mx  # noqa: E402
import mlx.nn  # noqa: E402

from inputs import CLASSES, DTYPES, INDICES, SHAPES, Arrays, bytes_of, host_combinations  # noqa: E402

# Cases with two of these run with every pair of dtypes.
PAIRS = [("a", "b"), ("a", "d"), ("a", "e"), ("m", "n"), ("mask", "a", "b")]


class Blob:
    def __init__(self, file):
        self.file = file
        self.length = 0

    def add(self, data):
        offset = self.length
        self.file.write(data)
        self.length += len(data)
        return offset, len(data)


def load(folder, name):
    """A case file as a module of the package that its relative imports mean."""
    with open(os.path.join(folder, f"{name}.py"), encoding="utf-8") as file:
        source = file.read()
    package = "mlx_lm" if name.startswith("lm_") else "mlx_vlm"
    module = types.ModuleType(f"{package}.models.conformance.{name}")
    module.__package__ = f"{package}.models.conformance"
    exec(compile(source, f"{name}.py", "exec"), module.__dict__)
    functions = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    return module, functions


def install_package(root):
    """A package without what its top level imports: a forward pass needs none of it."""
    import importlib.util

    location = importlib.util.find_spec(root).submodule_search_locations[0]
    for name, path in [
        (root, location),
        (f"{root}.models", os.path.join(location, "models")),
        (f"{root}.models.conformance", None),
    ]:
        package = types.ModuleType(name)
        package.__path__ = [path] if path else []
        sys.modules[name] = package


def flatten(value, values):
    """A result as a flat list of arrays and plain values."""
    if isinstance(value, (list, tuple)):
        for element in value:
            flatten(element, values)
    else:
        values.append(value)


def describe(value, blob):
    if isinstance(value, mx.array):
        kind, shape, data = str(value.dtype).split(".")[-1], list(value.shape), bytes_of(value)
    elif value is None:
        kind, shape, data = "None", [], b""
    elif isinstance(value, bool):
        kind, shape, data = "truth", [], bytes([value])
    elif isinstance(value, int) or type(value).__name__ == "int64":
        kind, shape, data = "integer", [], struct.pack("<q", value)
    elif isinstance(value, float):
        kind, shape, data = "number", [], struct.pack("<d", value)
    elif isinstance(value, str):
        kind, shape, data = "text", [], value.encode()
    elif isinstance(value, mx.Dtype):
        kind, shape, data = "dtype", [], str(value).split(".")[-1].encode()
    else:
        raise TypeError(f"a case returned a {type(value).__name__}")
    offset, length = blob.add(data)
    return {"kind": kind, "shape": shape, "offset": offset, "length": length}


class Runner:
    def __init__(self, blob):
        self.blob = blob
        self.arrays = Arrays(blob)
        self.cases = []

    def run_file(self, folder, name):
        module, functions = load(folder, name)
        for node in functions:
            runs = []
            for call in self.calls(node, name):
                runs.append(self.run(getattr(module, node.name), *call))
            self.cases.append({"file": name, "name": node.name, "runs": runs})

    def calls(self, node, source):
        """Shape class, dtypes and arguments of every call of a case."""
        names = [p.arg for p in node.args.args]
        annotations = {p.arg: ast.unparse(p.annotation) for p in node.args.args if p.annotation}
        hosts = [n for n in names if n in annotations]
        arrays = [n for n in names if n not in annotations]
        for n in arrays:
            if n not in SHAPES and n not in INDICES:
                raise SystemExit(
                    f"{source}.py: {node.name}: no input is called '{n}'; "
                    "see Tests/Conformance/Python/inputs.py"
                )
        combinations = host_combinations(hosts, annotations, source)
        if not arrays:
            for values in combinations:
                yield "values", "", [plain(v) for v in values], list(values)
            return
        swept = [n for n in arrays if n not in INDICES and n != "mask"]
        count = 0
        for shape_class in CLASSES:
            for dtype in DTYPES:
                values = dict(zip(hosts, combinations[count % len(combinations)]))
                count += 1
                yield self.call(names, arrays, shape_class, {
                    n: dtype if n in swept or not swept else "int32" for n in arrays
                }, values)
        if tuple(arrays) in PAIRS:
            for first in DTYPES:
                for second in DTYPES:
                    if first != second:
                        dtypes = dict(zip(arrays[-2:], [first, second]))
                        yield self.call(names, arrays, "vector", {"mask": "bool", **dtypes}, {})
        for values in combinations[count:]:
            dtypes = {n: "float32" if n in swept else "int32" for n in arrays}
            yield self.call(names, arrays, "matrix", dtypes, dict(zip(hosts, values)))

    def call(self, names, arrays, shape_class, dtypes, values):
        described, given = [], []
        for n in names:
            if n in values:
                described.append(plain(values[n]))
                given.append(values[n])
            else:
                place, array = self.arrays.named(n, shape_class, dtypes[n])
                described.append({"array": place})
                # An array of its own: what a case changes in place does not reach the next one.
                given.append(array[...])
        return shape_class, " ".join(dict.fromkeys(dtypes[n] for n in arrays)), described, given

    def run(self, function, shape_class, dtypes, described, given):
        run = {"class": shape_class, "dtypes": dtypes, "arguments": described}
        try:
            mx.random.seed(7)
            values = []
            flatten(function(*given), values)
            mx.eval([v for v in values if isinstance(v, mx.array)])
            run["results"] = [describe(v, self.blob) for v in values]
        except Exception as error:
            run["error"] = f"{type(error).__name__}: {error}"[:200]
        return run


def plain(value):
    kinds = {int: "integer", float: "number", str: "text", list: "integers", dict: "scaling"}
    if isinstance(value, float):
        return {"number": struct.unpack("<q", struct.pack("<d", value))[0]}
    return {kinds[type(value)]: json.dumps(value) if isinstance(value, dict) else value}


def main():
    folder, output = sys.argv[1:3]
    only = sys.argv[3:]
    install_package("mlx_vlm")
    install_package("mlx_lm")
    with open(os.path.join(output, "work.bin"), "wb") as file:
        runner = Runner(Blob(file))
        for entry in sorted(os.listdir(folder)):
            if entry.endswith(".py") and (not only or entry[:-3] in only):
                runner.run_file(folder, entry[:-3])
    with open(os.path.join(output, "work.json"), "w", encoding="utf-8") as file:
        json.dump({"arrays": runner.arrays.entries, "cases": runner.cases}, file)


if __name__ == "__main__":
    main()
