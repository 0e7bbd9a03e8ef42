"""Writes pictures into a folder and prints what Pillow makes of them in other sizes, as JSON."""

import hashlib
import json
import sys
from pathlib import Path

import numpy as np
from PIL import Image
from transformers.image_transforms import center_crop

from pictures import KINDS, image

PAIRS = [
    ((1, 1), (1, 1)), ((1, 1), (7, 5)), ((5, 7), (1, 1)), ((10, 10), (10, 3)), ((10, 10), (3, 10)),
    ((64, 48), (224, 224)), ((333, 4), (20, 19)), ((2, 500), (9, 30)), ((300, 200), (299, 201)),
    ((640, 427), (224, 224)), ((97, 131), (1000, 3)), ((1234, 777), (336, 212)), ((50, 50), (350, 350)),
    ((3, 3), (1000, 1)), ((1001, 1), (7, 1)), ((2048, 1500), (364, 364)),
]
RANDOM = np.random.default_rng(5)
PAIRS += [(tuple(RANDOM.integers(1, 200, 2).tolist()), tuple(RANDOM.integers(1, 200, 2).tolist())) for _ in range(60)]
CROPS = [((10, 10), (4, 3)), ((9, 7), (12, 12)), ((9, 12), (12, 7)), ((8, 8), (8, 8)), ((5, 20), (6, 6))]

folder = Path(sys.argv[1])
random = np.random.default_rng(11)
results = []


def add(kind, name, size, filter, pixels):
    digest = hashlib.sha256(np.ascontiguousarray(pixels).tobytes()).hexdigest()
    results.append(
        {"kind": kind, "name": name, "width": size[0], "height": size[1], "filter": filter, "hash": digest}
    )


for index, (old, new) in enumerate(PAIRS):
    picture = image(random, old, "RGB", KINDS[index % 5])
    picture.save(folder / f"{index}.png")
    for filter in Image.Resampling:
        add("resize", f"{index}.png", new, int(filter), np.asarray(picture.resize(new, filter)))
for index, (old, new) in enumerate(CROPS):
    picture = image(random, old, "RGB", "noise")
    picture.save(folder / f"crop-{index}.png")
    # Rows come first here.
    add("crop", f"crop-{index}.png", new, 0, center_crop(np.asarray(picture), (new[1], new[0]), input_data_format="channels_last"))
print(json.dumps(results))
