"""Records families: the working folders of a verification, and the traces that are committed."""

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Callable

import mlx.core as mx

from . import checkpoint, forward, inputs, trace
from .definition import Definition, Reference
from .errors import InputError
from .lines import LineObserver
from .packages import Package, of_definition
from .probes import Probe
from .statistics import measure

REFERENCE = Path(__file__).resolve().parents[1]
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Variant:
    """One run of a family: an element type and a batch size, of a scene."""

    dtype: str
    batch: int
    reference: Reference = field(repr=False)

    @property
    def name(self) -> str:
        """The stem of the variant's files."""
        return "-".join(part for part in (self.dtype, f"b{self.batch}", self.reference.scene) if part)


@dataclass(frozen=True)
class Selection:
    """Which runs of a family are asked for; what is empty leaves them to the definition."""

    dtypes: tuple[str, ...] = ()
    batches: tuple[int, ...] = ()
    scenes: tuple[str, ...] = ()
    skips_heavy: bool = False

    def references(self, definition: Definition) -> list[Reference]:
        """The scenes that are meant."""
        scenes = definition.reference.scenes
        known = [scene.scene for scene in scenes if scene.scene]
        for name in self.scenes:
            if name not in known:
                raise InputError(
                    f"{definition.family} has no scene {name!r}; known: {', '.join(known) or 'none'}"
                )
        return [
            scene
            for scene in scenes
            if (not self.scenes or scene.scene in self.scenes)
            and not (self.skips_heavy and scene.is_heavy)
        ]


def variants(definition: Definition, selection: Selection) -> list[Variant]:
    """The runs asked for, or all of the definition. Those of one element type follow one another."""
    references = selection.references(definition)
    dtypes = selection.dtypes or dict.fromkeys(
        dtype for reference in references for dtype in reference.dtypes
    )
    return [
        Variant(dtype, batch, reference)
        for dtype in dtypes
        for reference in references
        if selection.dtypes or dtype in reference.dtypes
        for batch in selection.batches or reference.batches
    ]


def header(
    definition: Definition,
    python: Package,
    variant: Variant,
    layout: str,
    outputs: dict[str, mx.array],
) -> dict[str, Any]:
    """The trace header of a variant."""
    reference = variant.reference
    return trace.header(
        family=definition.family,
        package=python.name,
        version=python.version,
        dtype=variant.dtype,
        batch=variant.batch,
        seed=reference.seed,
        sources=python.digest(python.source_files(definition.source, definition.modules)),
        configuration=reference.digest,
        reference={
            "config": checkpoint.configuration(reference.config, variant.dtype),
            "layout": layout,
            **({"scene": reference.scene} if reference.scene else {}),
            "vocabulary": reference.vocabulary,
            "prompt_length": reference.prompt_length,
            "decode_steps": reference.decode_steps,
            **reference.media,
            "outputs": {
                name: {key: measure(array)[key] for key in ("shape", "dtype", "hash")}
                for name, array in sorted(outputs.items())
            },
        },
    )


def work(
    definition: Definition,
    folder: Path,
    chosen: list[Variant],
    layout: str,
    shards: int,
    keep_values: bool,
    progress: Progress,
    lines: LineObserver | None = None,
) -> list[dict[str, str]]:
    """Fills a working folder: a checkpoint for each element type, and for each variant a trace, its
    inputs and its outputs. Returns what is where, by the names of `index.json`.

    With an observer of lines, under which the family's modules are imported, the traces hold those
    too."""
    python = of_definition(definition)
    written = []
    for variant in chosen:
        weights = folder / f"checkpoint-{variant.dtype}"
        if all(variant.dtype != earlier["dtype"] for earlier in written):
            checkpoint.write(
                weights,
                python,
                definition.reference.config,
                variant.dtype,
                definition.reference.seed,
                layout,
                shards,
            )
        # A run may change what the model holds: gemma3n clips weights when it is called.
        model = python.load(weights)
        probe = Probe(model, keep_values)
        probe.add_weights()
        tensors = inputs.tensors(variant.reference, variant.batch)
        if lines:
            lines.probe = probe
        outputs = forward.run(python, model, tensors, probe)
        if lines:
            lines.probe = None
        place = folder / variant.name
        trace.write(
            place / "reference.trace.jsonl",
            header(definition, python, variant, layout, outputs)
            | ({"probes": "lines"} if lines else {}),
            probe.records,
        )
        if keep_values:
            trace.save_tensors(trace.values_path(place / "reference.trace.jsonl"), probe.values)
        trace.save_tensors(place / "inputs.safetensors", tensors)
        trace.save_tensors(place / "outputs.safetensors", outputs)
        written.append(
            {
                "dtype": variant.dtype,
                "batch": variant.batch,
                **({"scene": variant.reference.scene} if variant.reference.scene else {}),
                "checkpoint": str(weights),
                "trace": str(place / "reference.trace.jsonl"),
                "inputs": str(place / "inputs.safetensors"),
                "outputs": str(place / "outputs.safetensors"),
                "records": len(probe.records),
                "unrecorded": sum(probe.unrecorded.values()),
            }
        )
        progress(f"{definition.family} {variant.name}: {len(probe.records)} records")
    with trace.replacing(folder / "index.json") as temporary:
        temporary.write_text(json.dumps(written, indent=2) + "\n")
    return written


def committed_variants(definition: Definition, selection: Selection) -> list[Variant]:
    """The runs whose traces are committed, or those asked for: of each scene that is not heavy the first
    element type with the largest batch, and the others, which are recorded for the types that they give,
    with the smallest."""
    if selection.dtypes or selection.batches or selection.scenes:
        return variants(definition, selection)
    chosen = []
    for reference in replace(selection, skips_heavy=True).references(definition):
        first, *others = reference.dtypes
        chosen.append(Variant(first, max(reference.batches), reference))
        chosen += [Variant(other, min(reference.batches), reference) for other in others]
    # A checkpoint is written once for each type.
    types = list(dict.fromkeys(variant.dtype for variant in chosen))
    return sorted(chosen, key=lambda variant: types.index(variant.dtype))


def committed(
    definition: Definition, variant: Variant, root: Path = REFERENCE, has_lines: bool = False
) -> Path:
    """The file of a recorded trace."""
    folder = root if definition.package == "mlx-vlm" else root / definition.package
    lines = ".lines" if has_lines else ""
    return folder / definition.family / f"{variant.name}{lines}.trace.jsonl.gz"


def short(variant: Variant, files: dict[str, Any]) -> str:
    """The trace of a run in the form that is committed."""
    text = trace.read_text(Path(files["trace"]))
    return trace.shortened(text, variant.dtype == variant.reference.dtypes[0])


def check(
    definition: Definition, folder: Path, chosen: list[Variant], root: Path, progress: Progress
) -> list[str]:
    """Records anew and compares with the committed traces; returns what differs, one line each."""
    fresh = work(
        definition, folder, chosen, definition.reference.layout, 1, False, progress
    )
    problems = []
    for variant, files in zip(chosen, fresh):
        path = committed(definition, variant, root)
        if not path.is_file():
            problems.append(f"{path}: not recorded yet")
            continue
        old = trace.read_text(path).splitlines()
        new = short(variant, files).splitlines()
        changed = changes(head(path, old), json.loads(new[0]))
        if changed:
            problems.append(f"{path}: {', '.join(changed)}")
        if old[1:] != new[1:]:
            line = next(
                (i for i, pair in enumerate(zip(old[1:], new[1:]), 2) if pair[0] != pair[1]),
                min(len(old), len(new)) + 1,
            )
            problems.append(f"{path}:{line}: the record differs")
    return problems


def outdated(definition: Definition, root: Path) -> list[str]:
    """What the headers of the committed traces say that is not so any more, a line for each trace: the
    package's version and sources, the recorder, the engine, the configuration. Nothing is run."""
    python = of_definition(definition)
    problems = []
    for variant in committed_variants(definition, Selection()):
        path = committed(definition, variant, root)
        if not path.is_file():
            problems.append(f"{path}: not recorded yet")
            continue
        before = head(path, trace.read_text(path).splitlines())
        after = header(definition, python, variant, definition.reference.layout, {})
        # What only a run tells, and what it was run on, is as it was.
        for name in ("records", "digits", "machine", "compiled"):
            after[name] = before.get(name)
        if isinstance(before.get("reference"), dict):
            after["reference"]["outputs"] = before["reference"].get("outputs")
        changed = changes(before, after)
        if changed:
            problems.append(f"{path}: {', '.join(changed)}")
    return problems


def head(path: Path, lines: list[str]) -> dict[str, Any]:
    """The header of a trace."""
    try:
        fields = json.loads(lines[0])
    except (ValueError, IndexError) as error:
        raise InputError(f"{path}: not a trace") from error
    if not isinstance(fields, dict):
        raise InputError(f"{path}: not a trace")
    return fields


def changes(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The keys whose values differ, with both where they are short."""
    changed = [name for name in sorted({*before, *after}) if before.get(name) != after.get(name)]
    return [
        name if isinstance(after.get(name), dict) else f"{name} {before.get(name)} → {after.get(name)}"
        for name in changed
    ]
