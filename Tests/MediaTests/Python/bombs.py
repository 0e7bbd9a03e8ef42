"""Prints files that claim to have very many pixels, or none, as base64 in JSON."""

import base64
import json
import struct
import zlib

import numpy as np

from pictures import image, saved
from png import chunk

random = np.random.default_rng(3)
rgb = image(random, (16, 16), "RGB", "wave")


def png_claiming(width, height, color=2, depth=8):
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0)
    pixels = zlib.compress(bytes(100_000), 9)
    end = chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + end


def jpeg_claiming(width, height, **options):
    file = saved(rgb, "JPEG", **options)
    mark = b"\xff\xc2" if options else b"\xff\xc0"
    place = file.index(mark) + 5
    return file[:place] + struct.pack(">HH", height, width) + file[place + 4 :]


def webp_claiming(width, height):
    file = saved(rgb, "WEBP", save_all=True, append_images=[rgb.rotate(90)])
    place = file.index(b"VP8X") + 12
    size = struct.pack("<I", width - 1)[:3] + struct.pack("<I", height - 1)[:3]
    return file[:place] + size + file[place + 6 :]


files = {
    "large.png": png_claiming(20_000, 20_000),
    "larger.png": png_claiming(2**31 - 1, 2**31 - 1),
    "large-deep.png": png_claiming(2**31 - 1, 1, color=0, depth=16),
    "empty.png": png_claiming(0, 5),
    "large.jpg": jpeg_claiming(65_500, 65_500),
    "large-progressive.jpg": jpeg_claiming(65_500, 65_500, progressive=True),
    "empty.jpg": jpeg_claiming(0, 7),
    "endless.jpg": jpeg_claiming(7, 0),
    "large.webp": webp_claiming(16_000, 16_000),
}
print(json.dumps({name: base64.b64encode(file).decode() for name, file in files.items()}))
