"""Writes pictures into a folder and prints what Pillow reads in each, as JSON."""

import hashlib
import json
import sys
import warnings
from pathlib import Path

from PIL import Image, ImageOps

from pictures import pictures

warnings.simplefilter("ignore")
folder = Path(sys.argv[1])
results = []
for name, contents in pictures():
    (folder / name).write_bytes(contents)
    image = ImageOps.exif_transpose(Image.open(folder / name)).convert("RGB")
    digest = hashlib.sha256(image.tobytes()).hexdigest()
    results.append({"name": name, "width": image.width, "height": image.height, "hash": digest})
print(json.dumps(results))
