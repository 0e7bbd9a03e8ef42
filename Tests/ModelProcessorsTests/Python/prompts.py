"""Writes tiny checkpoints with tokenizers, and prints what mlx-vlm makes of conversations with pictures and
sounds: the prompt, its token ids and the tensors, as JSON.
"""

import hashlib
import json
import os
import sys
import warnings
from pathlib import Path

os.environ["TRANSFORMERS_VERBOSITY"] = "error"
warnings.simplefilter("ignore")

import numpy as np
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, processors
from transformers import AutoProcessor

sys.path.insert(0, str(Path(__file__).parents[2] / "MediaTests" / "Python"))

from pictures import image

import mlx.core as mx
from mlx_vlm.prompt_utils import apply_chat_template
from mlx_vlm.utils import prepare_inputs, should_add_special_tokens

GEMMA = {
    "image_token": "<image_soft_token>", "boi_token": "<start_of_image>", "eoi_token": "<end_of_image>",
    "audio_token": "<audio_soft_token>", "boa_token": "<start_of_audio>", "eoa_token": "<end_of_audio>",
}
GEMMA3 = {key: GEMMA[key] for key in ("image_token", "boi_token", "eoi_token")}

#: A template that writes lists of parts, with a family's marks for pictures and sounds.
TEMPLATE = (
    "{{ bos_token }}{% for message in messages %}<|{{ message['role'] }}|>"
    "{% if message['content'] is string %}{{ message['content'] | trim }}{% else %}"
    "{% for part in message['content'] %}{% if part['type'] == 'image' %}IMAGE"
    "{% elif part['type'] == 'audio' %}AUDIO{% else %}{{ part['text'] | trim }}{% endif %}{% endfor %}"
    "{% endif %}</s>{% endfor %}{% if add_generation_prompt %}<|assistant|>{% endif %}"
)
SMALL = {"height": 28, "width": 28}

#: A family's special tokens, mark of a picture, tokens with names, and the two configuration files.
FAMILIES = {
    "gemma3n": (
        list(GEMMA.values()), "<image_soft_token>", GEMMA,
        {"image_processor_type": "SiglipImageProcessorFast", "feature_extractor_type": "Gemma3nAudioFeatureExtractor", "size": SMALL, "do_normalize": False},
        {"image_seq_length": 5, "audio_seq_length": 7},
    ),
    "gemma3": (
        list(GEMMA3.values()), None, GEMMA3,
        {"image_processor_type": "Gemma3ImageProcessor", "size": SMALL, "do_pan_and_scan": True, "pan_and_scan_min_crop_size": 10, "pan_and_scan_max_num_crops": 4, "pan_and_scan_min_ratio_to_activate": 1.2},
        {"image_seq_length": 4},
    ),
    "paligemma": (["<image>"], None, {}, {"image_processor_type": "SiglipImageProcessor", "image_seq_length": 6, "size": SMALL}, {}),
    "qwen2_vl": (["<|vision_start|>", "<|image_pad|>", "<|vision_end|>"], "<|vision_start|><|image_pad|><|vision_end|>", {}, {"min_pixels": 3136, "max_pixels": 12544}, {}),
    "qwen2_5_vl": (["<|vision_start|>", "<|image_pad|>", "<|vision_end|>"], "<|vision_start|><|image_pad|><|vision_end|>", {}, {"max_pixels": 9000}, {}),
    "idefics3": (["<image>", "<fake_token_around_image>", "<global-img>", "<row_1_col_1>", "<row_1_col_2>", "<end_of_utterance>"], "<image>", {}, {"image_processor_type": "Idefics3ImageProcessor", "size": {"longest_edge": 56}, "max_image_size": {"longest_edge": 28}}, {"image_seq_len": 3}),
    "smolvlm": (["<image>", "<fake_token_around_image>", "<global-img>", "<row_1_col_1>", "<end_of_utterance>"], "<image>", {}, {"image_processor_type": "SmolVLMImageProcessor", "size": {"longest_edge": 60}, "max_image_size": {"longest_edge": 30}}, {}),
    "pixtral": (["[IMG]", "[IMG_BREAK]", "[IMG_END]"], "[IMG]", {}, {"size": {"longest_edge": 64}}, {"patch_size": 8, "spatial_merge_size": 2}),
}
SINGLE = {"paligemma"}


def checkpoint(home, family):
    special, mark, named, older, newer = FAMILIES[family]
    home.mkdir()
    (home / "config.json").write_text(json.dumps({"model_type": family}))
    (home / "preprocessor_config.json").write_text(json.dumps(older))
    if newer:
        (home / "processor_config.json").write_text(json.dumps(newer))
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {letter: index for index, letter in enumerate(alphabet)}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(t, special=True) for t in ["<s>", "</s>", "<pad>", *special]])
    begin = tokenizer.token_to_id("<s>")
    if family != "paligemma":
        tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A", pair="<s> $A $B", special_tokens=[("<s>", begin)])
    tokenizer.save(str(home / "tokenizer.json"))
    configuration = {"tokenizer_class": "PreTrainedTokenizerFast", "bos_token": "<s>", "eos_token": "</s>", "pad_token": "<pad>"} | named
    if named and family == "gemma3":
        configuration = {k: v for k, v in configuration.items() if k not in named} | {"extra_special_tokens": named}
    (home / "tokenizer_config.json").write_text(json.dumps(configuration))
    if family != "paligemma":
        template = TEMPLATE.replace("IMAGE", mark or "").replace("AUDIO", "<audio_soft_token>")
        (home / "chat_template.jinja").write_text(template)


def described(value):
    array = np.array(value)
    digest = hashlib.sha256(np.ascontiguousarray(array).tobytes()).hexdigest()
    return {"shape": list(array.shape), "dtype": str(value.dtype).removeprefix("mlx.core."), "hash": digest}


def main(folder):
    random = np.random.default_rng(4)
    names = []
    for index, size in enumerate([(40, 30), (100, 33), (28, 90)]):
        names.append(f"{index}.png")
        image(random, size, "RGB", "photo").save(folder / names[-1])
    lengths = [3000, 9000]
    sounds = []
    for index, length in enumerate(lengths):
        sounds.append((np.clip(np.rint(random.normal(0, 0.2, length) * 32768), -32768, 32767) / 32768).astype(np.float32))
    results = []
    for family in FAMILIES:
        home = folder / family
        checkpoint(home, family)
        __import__(f"mlx_vlm.models.{family}")
        processor = AutoProcessor.from_pretrained(home)
        assert type(processor).__module__.startswith("mlx_vlm"), type(processor)
        conversation = [
            {"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hi"},
            {"role": "assistant", "content": "Yes?"}, {"role": "user", "content": " What is it?\n"},
        ]
        cases = [("Describe  this, please.", names[:1], []), ("Where?", names[1:2], []), (conversation, names[2:], [])]
        if family not in SINGLE:
            cases += [("And these:", names, [])]
        if family == "gemma3n":
            cases += [("What do you hear?", [], [0]), ("Both", names[:2], [1, 0])]
        cases = [(*case, None) for case in cases] + [("Larger?", names[:1], [], (64, 90)), ("Less?", names[1:2], [], (50, 50))]
        for prompt, pictures, recordings, frame in cases:
            text = apply_chat_template(
                processor, {"model_type": family}, prompt, num_images=len(pictures), num_audios=len(recordings)
            )
            made = prepare_inputs(
                processor, images=[str(folder / n) for n in pictures] or None,
                audio=[sounds[i] for i in recordings] or None, prompts=text, resize_shape=frame,
                add_special_tokens=should_add_special_tokens(family, processor),
            )
            results.append({
                "family": family, "messages": prompt if isinstance(prompt, list) else [{"role": "user", "content": prompt}],
                "pictures": pictures, "frame": frame, "sounds": recordings, "tokens": made["input_ids"][0].tolist(),
                "tensors": {
                    name: described(value) for name, value in made.items()
                    if isinstance(value, mx.array) and name not in ("input_ids", "attention_mask")
                },
            })
    for index, sound in enumerate(sounds):
        (folder / f"{index}.raw").write_bytes(sound.tobytes())
    print(json.dumps(results))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
