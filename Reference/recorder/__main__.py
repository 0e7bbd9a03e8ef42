"""The command line of the recorder. Results go to stdout, everything else to stderr."""

import argparse
import json
import os
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path

from .errors import InputError


def main() -> int:
    """Runs the command; 0 fine, 1 a difference, 2 bad arguments or input."""
    arguments = parser().parse_args()
    # A reference run reads local files only.
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    try:
        if getattr(arguments, "source", None):
            from .packages import use_source

            use_source(arguments.source)
        return arguments.command(arguments)
    except InputError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"error: {error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    except Exception as error:  # what the packages raise is theirs to choose
        if arguments.debug:
            raise
        print(f"error: {type(error).__name__}: {first_line(error)}", file=sys.stderr)
        print("(--debug shows where it was raised)", file=sys.stderr)
        return 2


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    root = argparse.ArgumentParser(prog="recorder", description=__doc__)
    commands = root.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run, text: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text)
        sub.set_defaults(command=run)
        sub.add_argument("--source", metavar="DIR", help="folder that holds mlx_vlm or mlx_lm")
        sub.add_argument("--debug", action="store_true", help="show where an error was raised")
        return sub

    def family(sub: argparse.ArgumentParser) -> None:
        sub.add_argument("family", help="a family's name, or a definition's .yml")
        sub.add_argument("--dtype", action="append", help="only this element type (repeatable)")
        sub.add_argument("--batch", action="append", type=positive, help="only this batch size")
        sub.add_argument("--scene", action="append", help="only this scene of the family")
        sub.add_argument("--skip-heavy", action="store_true", help="leave out scenes that are heavy")

    def lines(sub: argparse.ArgumentParser) -> None:
        sub.add_argument(
            "--lines",
            action="append",
            metavar="MODULE",
            help="record the lines of a module (repeatable)",
        )

    sub = command("work", work, "fill a working folder: checkpoint, inputs, outputs, trace")
    family(sub)
    sub.add_argument("--output", required=True, type=Path, metavar="DIR")
    sub.add_argument("--layout", choices=("mlx", "huggingface"))
    sub.add_argument("--shards", type=positive, default=1)
    sub.add_argument("--values", action="store_true", help="write all values beside the trace")
    lines(sub)

    sub = command("record", record, "write the traces that are committed")
    family(sub)
    sub.add_argument("--output", type=Path, metavar="DIR", help="in place of Reference/")
    lines(sub)

    sub = command("check", check, "record anew and compare with the committed traces")
    family(sub)
    sub.add_argument("--recorded", type=Path, metavar="DIR", help="in place of Reference/")

    sub = command("outdated", outdated, "which committed traces are not of this package and recorder")
    sub.add_argument("families", nargs="+", help="names, or definitions' .yml")
    sub.add_argument("--recorded", type=Path, metavar="DIR", help="in place of Reference/")

    sub = command("types", types, "the types that a run shows, as JSON")
    sub.add_argument("family", help="a family's name, or a definition's .yml")
    sub.add_argument("--module", action="append", required=True, help="a module to look into")

    sub = command("forward", forward, "the raw forward pass of a checkpoint directory")
    sub.add_argument("--model", required=True, type=Path, metavar="DIR")
    sub.add_argument("--inputs", required=True, type=Path, metavar="FILE")
    sub.add_argument("--output", required=True, type=Path, metavar="FILE")
    sub.add_argument("--trace", type=Path, metavar="FILE")
    sub.add_argument("--values", action="store_true", help="write all values beside the trace")
    sub.add_argument("--no-cache", action="store_true", help="one full pass to full_logits")
    sub.add_argument("--without-weights", action="store_true", help="leave parameters out of the trace")
    sub.add_argument("--package", default="mlx-vlm", choices=("mlx-vlm", "mlx-lm"))
    lines(sub)

    sub = command("module", module, "record a call of a module: its weights, arguments and results")
    sub.add_argument("family", help="a definition's .yml")
    sub.add_argument("--model", required=True, type=Path, metavar="DIR")
    sub.add_argument("--inputs", required=True, type=Path, metavar="FILE")
    sub.add_argument("--path", required=True, help="the module's path")
    sub.add_argument("--run", required=True, help="the pass: prefill, decode.0 …, full")
    sub.add_argument("--call", required=True, type=int, help="which of its calls there, from 0")
    sub.add_argument("--output", required=True, type=Path, metavar="DIR")

    sub = command("call", call, "call a recorded module by itself")
    sub.add_argument("family", help="a definition's .yml")
    sub.add_argument("folder", type=Path, help="what 'module' wrote, with the model's config.json")
    sub.add_argument("--output", required=True, type=Path, metavar="FILE")

    command("serve", serve, "answer trials and recordings: a JSON object a line in, one out")

    sub = command("demo", demo, "write a tiny Llama checkpoint with a trained tokenizer")
    sub.add_argument("--output", required=True, type=Path, metavar="DIR")
    sub.add_argument("--package", default="mlx-vlm", choices=("mlx-vlm", "mlx-lm"))
    sub.add_argument("--vocabulary", type=positive, default=480)
    sub.add_argument("--dtype", default="float32", choices=("float32", "bfloat16", "float16"))
    sub.add_argument("--seed", type=int, default=7)

    sub = command("embed", embed, "vectors of texts, as JSON")
    sub.add_argument("--model", required=True, type=Path, metavar="DIR")
    sub.add_argument("--text", required=True, action="append", help="a text (repeatable)")

    sub = command("generate", generate, "greedy ids of a prompt, as JSON")
    sub.add_argument("--model", required=True, type=Path, metavar="DIR")
    sub.add_argument("--prompt", required=True)
    sub.add_argument("--max-tokens", type=positive, default=100)
    sub.add_argument("--ignore-chat-template", action="store_true")
    sub.add_argument("--package", default="mlx-vlm", choices=("mlx-vlm", "mlx-lm"))
    return root


def first_line(error: Exception) -> str:
    """What an exception says first."""
    return next((line for line in str(error).splitlines() if line.strip()), "")


def positive(text: str) -> int:
    """An integer above zero."""
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text} is not above 0")
    return value


def say(line: str) -> None:
    """Progress, on stderr."""
    print(line, file=sys.stderr, flush=True)


def selected(arguments: argparse.Namespace, choose):
    """The definition and the variants that the arguments name."""
    from . import definition, recording

    family = definition.read(arguments.family)
    for dtype in arguments.dtype or ():
        definition.check_dtype(dtype, "--dtype")
    selection = recording.Selection(
        tuple(arguments.dtype or ()),
        tuple(arguments.batch or ()),
        tuple(arguments.scene or ()),
        arguments.skip_heavy,
    )
    return family, choose(family, selection)


def work(arguments: argparse.Namespace) -> int:
    """Fills a working folder and prints what is where."""
    from . import recording
    from .lines import recorded

    family, variants = selected(arguments, recording.variants)
    with recorded(arguments.lines) if arguments.lines else nullcontext() as lines:
        written = recording.work(
            family,
            arguments.output,
            variants,
            arguments.layout or family.reference.layout,
            arguments.shards,
            arguments.values,
            say,
            lines,
        )
    print(json.dumps(written, indent=2))
    return 0


def record(arguments: argparse.Namespace) -> int:
    """Writes the committed traces, or whole ones with lines, and prints their paths."""
    from . import recording, trace
    from .lines import recorded

    family, variants = selected(arguments, recording.committed_variants)
    root = arguments.output or recording.REFERENCE
    observing = recorded(arguments.lines) if arguments.lines else nullcontext()
    with observing as lines, tempfile.TemporaryDirectory() as folder:
        place, layout = Path(folder), family.reference.layout
        written = recording.work(family, place, variants, layout, 1, False, say, lines)
        for variant, files in zip(variants, written):
            path = recording.committed(family, variant, root, has_lines=bool(lines))
            if lines:
                text = trace.read_text(Path(files["trace"]))
            else:
                text = recording.short(variant, files)
            trace.compress(text, path)
            print(path)
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Prints what differs from the committed traces."""
    from . import recording

    family, variants = selected(arguments, recording.committed_variants)
    root = arguments.recorded or recording.REFERENCE
    with tempfile.TemporaryDirectory() as folder:
        problems = recording.check(family, Path(folder), variants, root, say)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def outdated(arguments: argparse.Namespace) -> int:
    """Prints what the headers of committed traces say that is not so any more; no model runs."""
    from . import definition, recording

    root = arguments.recorded or recording.REFERENCE
    problems = [
        problem
        for family in arguments.families
        for problem in recording.outdated(definition.read(family), root)
    ]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def types(arguments: argparse.Namespace) -> int:
    """Prints what types the modules of a family show in a run."""
    from . import definition, types

    family = definition.read(arguments.family)
    print(json.dumps(types.observe(family, arguments.module)))
    return 0


def forward(arguments: argparse.Namespace) -> int:
    """Runs a checkpoint and writes its logits."""
    from . import checkpoint, forward, trace
    from .lines import recorded
    from .packages import package
    from .probes import Probe

    inputs = trace.load_tensors(arguments.inputs)
    forward.check(inputs)
    python = package(arguments.package)
    with recorded(arguments.lines) if arguments.lines else nullcontext() as lines:
        model = checkpoint.load(python, arguments.model)
        probe = Probe(model, arguments.values) if arguments.trace else None
        if probe and not arguments.without_weights:
            probe.add_weights()
        if lines:
            lines.probe = probe
        passes = ("full",) if arguments.no_cache else ("cached",)
        outputs = forward.run(python, model, inputs, probe, passes)
    if probe:
        head = trace.header(
            family=checkpoint.model_type(arguments.model),
            package=python.name,
            version=python.version,
            dtype=checkpoint.dtype(model),
            batch=inputs["input_ids"].shape[0],
            seed=0,
        )
        trace.write(arguments.trace, head, probe.records)
        if arguments.values:
            trace.save_tensors(trace.values_path(arguments.trace), probe.values)
    trace.save_tensors(arguments.output, outputs)
    return 0


def module(arguments: argparse.Namespace) -> int:
    """Writes a call of a module, with what it is given and gives."""
    from . import definition, modulecall

    modulecall.record(
        definition.read(arguments.family),
        arguments.model,
        arguments.inputs,
        (arguments.path, arguments.run, arguments.call),
        arguments.output,
    )
    return 0


def call(arguments: argparse.Namespace) -> int:
    """Calls a recorded module by itself, and writes what it gives."""
    from . import definition, modulecall, trace

    outputs = modulecall.run(definition.read(arguments.family), arguments.folder)
    trace.save_tensors(arguments.output, outputs)
    return 0


def serve(arguments: argparse.Namespace) -> int:
    """Answers each line of standard input."""
    from . import trials

    return trials.main()


def demo(arguments: argparse.Namespace) -> int:
    """Writes the demo checkpoint."""
    from . import demo

    if arguments.vocabulary < 300:
        raise InputError(f"--vocabulary {arguments.vocabulary}: bytes and markers take 259 tokens")
    config = demo.write(
        arguments.output, arguments.package, arguments.vocabulary, arguments.dtype, arguments.seed
    )
    say(f"{arguments.output}: {config['model_type']}, {config['vocab_size']} tokens")
    return 0


def embed(arguments: argparse.Namespace) -> int:
    """Prints a vector for each text as JSON."""
    from . import embedding

    print(json.dumps({"embeddings": embedding.embed(arguments.model, arguments.text)}))
    return 0


def generate(arguments: argparse.Namespace) -> int:
    """Prints prompt ids, greedy ids and text as JSON."""
    from . import generation

    result = generation.generate(
        arguments.model,
        arguments.package,
        arguments.prompt,
        arguments.max_tokens,
        not arguments.ignore_chat_template,
    )
    print(json.dumps(result, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
