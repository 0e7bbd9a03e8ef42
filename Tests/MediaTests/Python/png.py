"""Writes PNG files of every kind: Pillow writes only some, and none interlaced."""

import struct
import zlib

import numpy as np

#: Adam7: the first column and row, and the steps, of each pass.
PASSES = [
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
]


def chunk(name, contents):
    checksum = zlib.crc32(name + contents)
    return struct.pack(">I", len(contents)) + name + contents + struct.pack(">I", checksum)


def packed_row(row, depth):
    """The bytes of samples [width, channels]."""
    if depth == 16:
        return row.astype(">u2").tobytes()
    if depth == 8:
        return row.astype(np.uint8).tobytes()
    bits = (row.reshape(-1, 1) >> np.arange(depth)[::-1]) & 1
    return np.packbits(bits.astype(np.uint8).reshape(-1)).tobytes()


def filtered_rows(samples, depth, filters):
    """The rows of samples [height, width, channels], each with one of the filters, in turn."""
    step = max(1, samples.shape[2] * depth // 8)
    previous = b""
    for index, row in enumerate(samples):
        line = packed_row(row, depth)
        above = previous or bytes(len(line))
        kind = filters[index % len(filters)]
        left = bytes(step) + line[:-step]
        corner = bytes(step) + above[:-step]
        a, b, c, x = (np.frombuffer(v[: len(line)], np.uint8).astype(int) for v in (left, above, corner, line))
        p = a + b - c
        pa, pb, pc = abs(p - a), abs(p - b), abs(p - c)
        paeth = np.where((pa <= pb) & (pa <= pc), a, np.where(pb <= pc, b, c))
        guess = [0 * a, a, b, (a + b) // 2, paeth][kind]
        yield bytes([kind]) + ((x - guess) % 256).astype(np.uint8).tobytes()
        previous = line


def png(samples, depth, color, interlaced=False, palette=None, extra=(), late=(), filters=(0, 1, 2, 3, 4)):
    """The file of samples [height, width, channels].

    extra: chunks (name, contents) before the pixels; late: those after them.
    """
    height, width, _ = samples.shape
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, int(interlaced))
    parts = [samples]
    if interlaced:
        parts = [samples[y::dy, x::dx] for x, y, dx, dy in PASSES]
    data = b"".join(
        row for part in parts if part.size for row in filtered_rows(part, depth, filters)
    )
    file = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
    if palette is not None:
        file += chunk(b"PLTE", palette)
    for name, contents in extra:
        file += chunk(name, contents)
    packed = zlib.compress(data, 1)
    half = len(packed) // 2
    for piece in (packed[:half], packed[half:]):
        file += chunk(b"IDAT", piece)
    for name, contents in late:
        file += chunk(name, contents)
    return file + chunk(b"IEND", b"")
