"""Writes a tiny checkpoint that hears and sees, sounds and a picture, and prints what mlx-vlm generates from them,
as JSON. The picture is only shown with `--heavy`: its tower has the real size.
"""

import json
import sys
import wave
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

FAMILY = "gemma3n"
SIDE = {"height": 256, "width": 256}
#: Questions with the numbers of their sounds, and whether the picture goes with them.
LIGHT = [("Who are you?", [], False), ("What is said?", [0], False), ("Compare these.", [1, 0], False)]
HEAVY = [("What is it?", [], True), ("Both:", [1], True)]


def write(home):
    checkpoint(home, FAMILY)
    for name, changes in (
        ("preprocessor_config.json", {"size": SIDE}),
        ("processor_config.json", {"image_seq_length": 256, "audio_seq_length": 12}),
    ):
        file = home / name
        file.write_text(json.dumps(json.loads(file.read_text()) | changes))
    added = json.loads((home / "tokenizer.json").read_text())["added_tokens"]
    ids = {entry["content"]: entry["id"] for entry in added}
    definition = yaml.safe_load((ROOT / "Generator" / "Families" / f"{FAMILY}.yml").read_text())
    config = definition["reference"]["config"]
    (image_token, audio_token) = (ids["<image_soft_token>"], ids["<audio_soft_token>"])
    size = max(ids.values()) + 1
    config |= {
        "vocab_size": size, "image_token_id": image_token, "audio_token_id": audio_token,
        "eos_token_id": [ids["</s>"]], "pad_token_id": ids["<pad>"], "audio_soft_tokens_per_image": 12,
    }
    config["text_config"] |= {"vocab_size": size, "vocab_size_per_layer_input": image_token}
    config["vision_config"] |= {"vocab_offset": image_token, "vocab_size": audio_token - image_token}
    config["audio_config"] |= {
        "vocab_offset": audio_token, "vocab_size": size - audio_token, "input_feat_size": 128,
    }
    weights.write(home, package("mlx-vlm"), config, "bfloat16", 3)


def main(folder, is_heavy):
    random = np.random.default_rng(4)
    picture = str(folder / "picture.png")
    image(random, (40, 30), "RGB", "photo").save(picture)
    sounds = []
    for index, length in enumerate((3000, 9000)):
        samples = np.clip(np.rint(random.normal(0, 0.2, length) * 32768), -32768, 32767).astype(np.int16)
        with wave.open(str(folder / f"{index}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(16000)
            file.writeframes(samples.tobytes())
        sounds.append((samples / 32768).astype(np.float32))
    home = folder / FAMILY
    write(home)
    model, processor = load(str(home))
    results = []
    for question, recordings, is_seen in LIGHT + (HEAVY if is_heavy else []):
        prompt = apply_chat_template(
            processor, model.config, question, num_images=int(is_seen), num_audios=len(recordings)
        )
        made = list(
            stream_generate(
                model, processor, prompt, image=[picture] if is_seen else None,
                audio=[sounds[i] for i in recordings] or None, max_tokens=12, temperature=0.0,
            )
        )
        results.append({
            "model": str(home), "prompt": question, "pictures": [picture] if is_seen else [],
            "sounds": [str(folder / f"{i}.wav") for i in recordings],
            "tokens": [int(token) for token in made[-1].token_ids],
        })
    print(json.dumps(results))


main(Path(sys.argv[1]), "--heavy" in sys.argv[2:])
