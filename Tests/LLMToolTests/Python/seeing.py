"""Writes tiny checkpoints that see, with tokenizers and processors, and pictures, and prints what mlx-vlm generates
from them, as JSON.
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
sys.path[:0] = [str(ROOT / "Reference"), str(ROOT / "Tests" / "ModelProcessorsTests" / "Python")]

import numpy as np
import yaml
from prompts import checkpoint, image
from recorder import checkpoint as weights
from recorder.packages import package

from mlx_vlm import load, stream_generate
from mlx_vlm.prompt_utils import apply_chat_template

QWEN = {"patch_size": 7, "min_pixels": 196, "max_pixels": 1568}
#: The token of a picture's features, and what the processors are told beside what `prompts` tells them.
VISION = {
    "gemma3": ("<image_soft_token>", {}, {"image_seq_length": 4}),
    "idefics3": ("<image>", {}, {"image_seq_len": 4}),
    "smolvlm": (
        "<image>", {"size": {"longest_edge": 56}, "max_image_size": {"longest_edge": 28}},
        {"image_seq_len": 4},
    ),
    "paligemma": ("<image>", {"image_seq_length": 4}, {}),
    "qwen2_vl": ("<|image_pad|>", QWEN, {}),
    "qwen2_5_vl": ("<|image_pad|>", QWEN, {}),
    "pixtral": ("[IMG]", {"size": {"longest_edge": 28}, "patch_size": 7}, {"patch_size": 7, "spatial_merge_size": 1}),
}
#: The families whose processor takes one picture.
SINGLE = {"paligemma"}
#: What is asked, the pictures, and what these are resized to fit.
QUESTIONS = [
    ("Who are you?", [], None), ("What is it?", [0], None), ("And larger?", [0], (60, 51)),
    ("Compare  these.", [1, 2], None),
]


def write(home, family):
    token, older, newer = VISION[family]
    checkpoint(home, family)
    for name, changes in (("preprocessor_config.json", older), ("processor_config.json", newer)):
        file = home / name
        settings = json.loads(file.read_text()) if file.exists() else {}
        file.write_text(json.dumps(settings | changes))
    added = json.loads((home / "tokenizer.json").read_text())["added_tokens"]
    ids = {entry["content"]: entry["id"] for entry in added}
    definition = yaml.safe_load((ROOT / "Generator" / "Families" / f"{family}.yml").read_text())
    config = definition["reference"]["config"]
    size = max(ids.values()) + 1
    text = config.get("text_config", config)
    text["vocab_size"] = config["vocab_size"] = size
    config |= {"image_token_index": ids[token], "image_token_id": ids[token], "eos_token_id": ids["</s>"]}
    config["pad_token_id"] = ids["<pad>"]
    if "<|vision_start|>" in ids:
        config["vision_start_token_id"] = ids["<|vision_start|>"]
    text["sliding_window"] = 64
    weights.write(home, package("mlx-vlm"), config, "float32", 3)


def main(folder):
    random = np.random.default_rng(4)
    names = []
    for index, size in enumerate([(40, 30), (100, 33), (28, 90)]):
        names.append(str(folder / f"{index}.png"))
        image(random, size, "RGB", "photo").save(names[-1])
    results = []
    for family in VISION:
        home = folder / family
        write(home, family)
        model, processor = load(str(home))
        for question, pictures, frame in QUESTIONS:
            if family in SINGLE and len(pictures) > 1:
                continue
            prompt = apply_chat_template(processor, model.config, question, num_images=len(pictures))
            made = list(
                stream_generate(
                    model, processor, prompt, image=[names[i] for i in pictures] or None,
                    max_tokens=12, temperature=0.0, resize_shape=frame,
                )
            )
            results.append({
                "model": str(home), "prompt": question, "pictures": [names[i] for i in pictures],
                "frame": frame,
                "tokens": [int(token) for token in made[-1].token_ids],
            })
    print(json.dumps(results))


main(Path(sys.argv[1]))
