"""Writes pictures of all formats, modes, sizes and turns, the same ones each time."""

import io
import struct
import zlib

import numpy as np
from PIL import Image

from png import png

SIZES = [
    (1, 1), (1, 7), (9, 1), (2, 2), (3, 5), (8, 8), (16, 16), (17, 33), (31, 15), (64, 48),
    (100, 100), (101, 67), (5, 400), (333, 4), (240, 320), (224, 224), (640, 427), (512, 384),
]


def pixels(random, width, height, channels, kind, top=256):
    """Samples [height, width, channels] of one of several kinds."""
    if kind == "noise":
        return random.integers(0, top, (height, width, channels))
    if kind == "flat":
        return np.broadcast_to(random.integers(0, top, channels), (height, width, channels)).copy()
    x = np.linspace(0, 1, width)[None, :, None]
    y = np.linspace(0, 1, height)[:, None, None]
    phase = random.random(channels) * 6
    wave = 0.5 + 0.25 * np.sin(x * 9 + phase) + 0.25 * np.cos(y * 7 - phase + x * 3)
    if kind == "dim":
        wave = 0.5 + (wave - 0.5) * 0.02
    grain = random.normal(0, 0.02, (height, width, 1)) if kind == "photo" else 0
    return np.clip((wave + grain) * (top - 1), 0, top - 1).astype(np.int64)


KINDS = ["photo", "noise", "wave", "dim", "flat"]


def exif(orientation, order="<", type=3, before=()):
    """An EXIF block with an orientation, after entries (tag, text)."""
    mark = b"II\x2a\0" if order == "<" else b"MM\0\x2a"
    count = len(before) + 1
    entries, values = b"", b""
    place = 8 + 2 + 12 * count + 4
    for tag, text in before:
        entries += struct.pack(order + "HHII", tag, 2, len(text), place + len(values))
        values += text
    value = struct.pack(order + {3: "H", 4: "I"}[type], orientation).ljust(4, b"\0")
    entries += struct.pack(order + "HHI", 0x112, type, 1) + value
    directory = struct.pack(order + "H", count) + entries + bytes(4)
    return b"Exif\0\0" + mark + struct.pack(order + "I", 8) + directory + values


def xmp(orientation, element=False):
    inside = (
        f"<tiff:Orientation>{orientation}</tiff:Orientation>"
        if element
        else f'<rdf:Description tiff:Orientation="{orientation}"/>'
    )
    return f"<x:xmpmeta><rdf:RDF>{inside}</rdf:RDF></x:xmpmeta>".encode()


def saved(image, format, **options):
    file = io.BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


def image(random, size, mode, kind):
    channels = len(Image.new(mode, (1, 1)).getbands())
    data = pixels(random, *size, channels, kind).astype(np.uint8)
    return Image.fromarray(data[..., 0] if channels == 1 else data, mode)


def jpegs(random):
    settings = [
        dict(quality=75), dict(quality=30), dict(quality=95, subsampling=0), dict(quality=100),
        dict(quality=80, subsampling=1), dict(quality=85, progressive=True),
        dict(quality=60, optimize=True), dict(quality=90, progressive=True, subsampling=0),
        dict(quality=75, restart_marker_blocks=3), dict(quality=90, keep_rgb=True),
    ]
    for index, size in enumerate(SIZES):
        for mode in ("RGB", "L", "CMYK"):
            options = dict(settings[(index + len(mode)) % len(settings)])
            if mode != "RGB":
                options.pop("keep_rgb", None)
            kind = KINDS[(index + len(mode)) % 5]
            yield f"{mode}-{index}.jpg", saved(image(random, size, mode, kind), "JPEG", **options)
    for index, options in enumerate(settings):
        yield f"setting-{index}.jpg", saved(
            image(random, (97 + index, 70), "RGB", "photo"), "JPEG", **options
        )
    # Four components as luminance and chrominance: Adobe's marker says it.
    for index, size in enumerate([(33, 20), (64, 64)]):
        file = saved(image(random, size, "CMYK", "wave"), "JPEG", quality=90)
        place = file.index(b"Adobe") + 11
        yield f"ycck-{index}.jpg", file[:place] + b"\2" + file[place + 1 :]
    # Chrominance with half the rows: the same blocks in another order.
    for index, size in enumerate([(32, 32), (96, 48)]):
        file = saved(image(random, size, "RGB", "photo"), "JPEG", quality=90, subsampling=1)
        place = file.index(b"\xff\xc0") + 11
        assert file[place] == 0x21
        yield f"440-{index}.jpg", file[:place] + b"\x12" + file[place + 1 :]


def pngs(random):
    kinds = [
        (1, 0, 1), (2, 0, 1), (4, 0, 1), (8, 0, 1), (16, 0, 1), (8, 2, 3), (16, 2, 3), (1, 3, 1),
        (2, 3, 1), (4, 3, 1), (8, 3, 1), (8, 4, 2), (16, 4, 2), (8, 6, 4), (16, 6, 4),
    ]
    for number, (depth, color, channels) in enumerate(kinds):
        for index in range(9):
            size = SIZES[(number + index * 3) % len(SIZES)]
            top = 1 << depth
            palette, extra = None, []
            if color == 3:
                entries = top if index % 2 else max(1, top * 3 // 4)
                palette = random.integers(0, 256, 3 * entries).astype(np.uint8).tobytes()
                if index % 3 == 0:
                    extra.append((b"tRNS", bytes(random.integers(0, 256, entries).astype(np.uint8))))
            elif color == 0 and index % 3 == 1:
                extra.append((b"tRNS", struct.pack(">H", 1)))
            if index == 4:
                extra.append((b"gAMA", struct.pack(">I", 45455)))
            samples = pixels(random, *size, channels, KINDS[(number + index) % 5], top)
            yield f"png-{depth}-{color}-{index}.png", png(
                samples, depth, color, interlaced=index % 2 == 0, palette=palette, extra=extra
            )
    for index, mode in enumerate(["1", "L", "LA", "P", "RGB", "RGBA", "I;16"]):
        rgb = image(random, SIZES[index + 6], "RGB", "photo")
        made = rgb.quantize(40) if mode == "P" else rgb.convert("L").convert(mode) if mode == "I;16" else rgb.convert(mode)
        yield f"pillow-{index}.png", saved(made, "PNG")


def webps(random):
    settings = [
        dict(quality=80), dict(quality=20), dict(quality=100), dict(lossless=True),
        dict(quality=60, method=6), dict(lossless=True, exact=True), dict(quality=75, alpha_quality=30),
    ]
    for index, size in enumerate(SIZES):
        for mode in ("RGB", "RGBA"):
            options = settings[(index + len(mode)) % len(settings)]
            kind = KINDS[(index * 2 + len(mode)) % 5]
            yield f"{mode}-{index}.webp", saved(image(random, size, mode, kind), "WEBP", **options)
    for index, mode in enumerate(["RGB", "RGBA"]):
        frames = [image(random, (40, 30), mode, kind) for kind in ("photo", "wave", "noise")]
        yield f"animated-{index}.webp", saved(
            frames[0], "WEBP", save_all=True, append_images=frames[1:], lossless=index == 0
        )


def turned(random):
    """Files that say how they lie."""
    maker = (0x10F, b"A maker of cameras\0")
    for orientation in range(0, 10):
        picture = image(random, (37 + orientation, 23), "RGB", "photo")
        order = "<>"[orientation % 2]
        block = exif(orientation, order, [3, 4][orientation // 2 % 2], [maker] * (orientation % 3 == 0))
        yield f"turned-{orientation}.jpg", saved(picture, "JPEG", exif=block, quality=90)
        yield f"turned-{orientation}.webp", saved(picture, "WEBP", exif=block, lossless=True)
        samples = np.asarray(picture).astype(np.int64)
        place = "late" if orientation % 2 else "extra"
        yield f"turned-{orientation}.png", png(samples, 8, 2, **{place: [(b"eXIf", block[6:])]})
    for orientation in (3, 6, 8):
        picture = image(random, (30, 21 + orientation), "RGB", "wave")
        samples = np.asarray(picture).astype(np.int64)
        packet = xmp(orientation, element=orientation == 6)
        yield f"xmp-{orientation}.jpg", saved(picture, "JPEG", xmp=packet)
        yield f"xmp-{orientation}.webp", saved(picture, "WEBP", xmp=packet, lossless=True)
        keyword = b"XML:com.adobe.xmp\0"
        text = keyword + b"\0\0\0\0" + packet
        packed = keyword + b"\1\0\0\0" + zlib.compress(packet)
        yield f"xmp-{orientation}.png", png(samples, 8, 2, extra=[(b"iTXt", text)])
        yield f"xmp-packed-{orientation}.png", png(samples, 8, 2, extra=[(b"iTXt", packed)])
        block = exif(orientation)
        digits = b"\nexif\n%8d\n%s\n" % (len(block), block.hex().encode())
        keyword = b"Raw profile type exif\0"
        yield f"profile-{orientation}.png", png(samples, 8, 2, extra=[(b"tEXt", keyword + digits)])
        yield f"profile-packed-{orientation}.png", png(
            samples, 8, 2, extra=[(b"zTXt", keyword + b"\0" + zlib.compress(digits))]
        )
    # An entry before it points outside: what follows is not read.
    picture = image(random, (20, 31), "RGB", "wave")
    block = bytearray(exif(6, before=[maker]))
    block[6 + 10 + 8 : 6 + 10 + 12] = struct.pack("<I", 60000)
    yield "outside.jpg", saved(picture, "JPEG", exif=bytes(block))


def large(random):
    photo = image(random, (4096, 3000), "RGB", "photo")
    yield "large.jpg", saved(photo, "JPEG", quality=85, exif=exif(6))
    yield "large.png", saved(photo.resize((3000, 1024)), "PNG", compress_level=1)
    yield "large.webp", saved(photo.resize((2048, 1500)), "WEBP", quality=70, method=0)
    yield "tall.png", saved(photo.crop((0, 0, 12, 3000)), "PNG")
    yield "wide.jpg", saved(photo.crop((0, 0, 4096, 20)), "JPEG")


def pictures():
    """All files: (name, bytes)."""
    random = np.random.default_rng(7)
    for group in (jpegs, pngs, webps, turned, large):
        yield from group(random)
