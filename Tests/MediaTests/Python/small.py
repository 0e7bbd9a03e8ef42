"""Prints a small file of each format and of different make, as base64 in JSON."""

import base64
import json
import zlib

import numpy as np

from pictures import exif, image, pixels, saved, xmp
from png import png

random = np.random.default_rng(3)
size = (20, 14)
rgb = image(random, size, "RGB", "photo")
alpha = image(random, size, "RGBA", "photo")
palette = random.integers(0, 256, 3 * 16).astype(np.uint8).tobytes()
text = b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(xmp(6))
files = {
    "small.jpg": saved(rgb, "JPEG", exif=exif(3)),
    "progressive.jpg": saved(rgb, "JPEG", progressive=True),
    "cmyk.jpg": saved(image(random, size, "CMYK", "photo"), "JPEG"),
    "restarts.jpg": saved(rgb, "JPEG", restart_marker_blocks=1),
    "small.png": saved(rgb, "PNG"),
    "interlaced.png": png(
        pixels(random, *size, 1, "noise", 16), 4, 3, interlaced=True, palette=palette,
        extra=[(b"iTXt", text)],
    ),
    "deep.png": png(pixels(random, *size, 1, "noise", 65536), 16, 0, interlaced=True),
    "alpha.png": saved(alpha, "PNG"),
    "small.webp": saved(rgb, "WEBP", quality=80),
    "lossless.webp": saved(alpha, "WEBP", lossless=True, exif=exif(6)),
    "alpha.webp": saved(alpha, "WEBP", quality=70),
    "animated.webp": saved(rgb, "WEBP", save_all=True, append_images=[alpha.convert("RGB")]),
}
print(json.dumps({name: base64.b64encode(file).decode() for name, file in files.items()}))
