"""Prints what the families' image processors make of pictures, as JSON.

The first argument is a folder: pictures and a checkpoint's configuration files are written there, a
folder for each case.
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
from PIL import Image
from transformers import AutoImageProcessor

sys.path.insert(0, str(Path(__file__).parents[2] / "MediaTests" / "Python"))

from pictures import KINDS, image

from mlx_vlm.models.pixtral.image_processing_pixtral import PixtralImageProcessor
from mlx_vlm.models.qwen3_vl.processing_qwen3_vl import (
    Qwen3VLImageProcessor,
    _qwen_vl_image_kwargs,
)
from mlx_vlm.utils import load_image

SIZES = [
    (1, 1), (3, 2), (20, 14), (64, 64), (100, 37), (37, 100), (224, 224), (320, 240), (240, 321),
    (500, 20), (20, 500), (640, 480), (481, 640), (900, 300), (300, 901), (1300, 700), (603, 3),
]

CLIP = dict(image_mean=[0.48145466, 0.4578275, 0.40821073], image_std=[0.26862954, 0.26130258, 0.27577711])
IMAGENET = dict(image_mean=[0.485, 0.456, 0.406], image_std=[0.229, 0.224, 0.225])
SIGLIP = dict(image_processor_type="SiglipImageProcessorFast")
GEMMA3 = dict(image_processor_type="Gemma3ImageProcessor")
SCAN = dict(
    do_pan_and_scan=True, pan_and_scan_min_crop_size=40, pan_and_scan_max_num_crops=4,
    pan_and_scan_min_ratio_to_activate=1.2,
)
IDEFICS3 = dict(image_processor_type="Idefics3ImageProcessor")

#: A family, the older and the newer configuration file.
CASES = [
    ("gemma3n", dict(SIGLIP, size=dict(height=768, width=768), resample=2, do_normalize=False), {}),
    ("gemma3n", dict(SIGLIP, size=dict(height=64, width=48), resample=3), dict(image_seq_length=4)),
    ("gemma3n", dict(SIGLIP, size=dict(height=64, width=48), resample=0, do_rescale=False), {}),
    ("gemma3n", dict(SIGLIP, size=33, resample=1, do_center_crop=True, crop_size=40, **IMAGENET), {}),
    ("gemma3n", {}, dict(image_processor=dict(SIGLIP, size=dict(height=50, width=60), image_mean=0.4))),
    ("gemma3n", dict(SIGLIP, size=33, resample=2), {}),
    ("paligemma", dict(image_processor_type="SiglipImageProcessor", image_seq_length=4, resample=3), {}),
    ("paligemma", dict(image_processor_type="SiglipImageProcessor", image_seq_length=4, size=dict(shortest_edge=20, longest_edge=37), resample=4, do_center_crop=True, crop_size=dict(height=30, width=31)), {}),
    ("paligemma", dict(image_processor_type="SiglipImageProcessor", size=dict(max_height=500, max_width=600), resample=5, do_center_crop=True, crop_size=17), {}),
    ("gemma3", dict(GEMMA3, size=dict(height=896, width=896), resample=2), {}),
    ("gemma3", dict(GEMMA3, size=dict(height=56, width=56), **SCAN), {}),
    ("gemma3", dict(GEMMA3, size=dict(height=30, width=70), resample=3, rescale_factor=1 / 127.5, **SCAN), {}),
    ("qwen2_vl", dict(image_processor_type="Qwen2VLImageProcessor", min_pixels=3136, max_pixels=200000, patch_size=14, **CLIP), {}),
    ("qwen2_vl", dict(size=dict(shortest_edge=784, longest_edge=20000), patch_size=7, temporal_patch_size=3, **CLIP), {}),
    ("qwen2_5_vl", dict(patch_size=14, merge_size=2, **CLIP), dict(image_processor=dict(max_pixels=50176, merge_size=1, do_normalize=False))),
    ("qwen2_5_vl", dict(patch_size=14, do_rescale=False, max_pixels=100000), {}),
    ("idefics3", dict(IDEFICS3, size=dict(longest_edge=4 * 56), max_image_size=dict(longest_edge=56)), {}),
    ("idefics3", dict(IDEFICS3, size=dict(longest_edge=120), max_image_size=dict(longest_edge=64), resample=3, do_image_splitting=False), {}),
    ("idefics3", dict(IDEFICS3), {}),
    ("smolvlm", dict(image_processor_type="SmolVLMImageProcessorFast", size=dict(longest_edge=128), max_image_size=dict(longest_edge=512), do_resize=True), {}),
    ("smolvlm", dict(image_processor_type="SmolVLMImageProcessor", do_resize=False, max_image_size=dict(longest_edge=96), do_normalize=False), {}),
    ("smolvlm", dict(image_processor_type="SmolVLMImageProcessor", size=dict(height=70, width=130), max_image_size=dict(longest_edge=50)), {}),
    ("pixtral", dict(size=dict(longest_edge=128), patch_size=dict(height=16, width=16), resample=3), dict(patch_size=16)),
    ("pixtral", dict(size=dict(height=100, width=200), resample=2, **IMAGENET), dict(patch_size=14, spatial_merge_size=2)),
    ("pixtral", dict(do_rescale=False, do_resize=False), {}),
]


def loaded(family, folder, processor):
    if family.startswith("qwen"):
        return Qwen3VLImageProcessor(**_qwen_vl_image_kwargs(folder, default_patch_size=14))
    if family == "pixtral":
        return PixtralImageProcessor.from_pretrained(folder)
    return AutoImageProcessor.from_pretrained(folder, use_fast=False)


def features(family, processor, newer, images):
    if family == "pixtral":
        side = newer.get("patch_size", 16) * newer.get("spatial_merge_size", 1)
        return processor([images], patch_size=side)
    if family in ("idefics3", "smolvlm"):
        return processor([images], return_row_col_info=True)
    return processor([images] if family == "gemma3n" else images)


def described(value):
    array = np.ascontiguousarray(np.array(value))
    digest = hashlib.sha256(array.tobytes()).hexdigest()
    return {"shape": list(array.shape), "dtype": str(array.dtype), "hash": digest}


def main(folder):
    random = np.random.default_rng(9)
    names = []
    for index, size in enumerate(SIZES):
        names.append(f"{index}.png")
        image(random, size, "RGB", KINDS[index % 5]).save(folder / names[-1])
    results = []
    for index, (family, older, newer) in enumerate(CASES):
        home = folder / str(index)
        home.mkdir()
        (home / "config.json").write_text(json.dumps({"model_type": family}))
        if older:
            (home / "preprocessor_config.json").write_text(json.dumps(older))
        if newer:
            (home / "processor_config.json").write_text(json.dumps(newer))
        processor = loaded(family, home, newer)
        groups = [[name] for name in names] + [names[2:5], names[4:9]]
        for group in groups:
            result = {"family": family, "folder": str(index), "pictures": group, "tensors": {}}
            try:
                made = features(family, processor, newer, [load_image(str(folder / n)) for n in group])
                for name in ("pixel_values", "image_grid_thw", "pixel_attention_mask", "image_sizes"):
                    if name in made:
                        result["tensors"][name] = described(made[name])
                for name in ("rows", "cols"):
                    if name in made:
                        result[name] = made[name][0]
                if "num_crops" in made:
                    result["crops"] = list(made["num_crops"])
            except ValueError as error:
                result["error"] = str(error)
                result["tensors"] = {}
            results.append(result)
    print(json.dumps(results))


main(Path(sys.argv[1]))
