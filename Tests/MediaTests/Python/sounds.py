"""Sounds of all depths, rates, channels and lengths, the same ones each time."""

import ctypes
import ctypes.util
import struct
import tempfile
from pathlib import Path

import numpy as np


def wav(samples, rate, bits, code=1, extensible=False):
    """A WAV file of samples [frames, channels] that are the file's own numbers."""
    frames, channels = samples.shape
    if code == 3:
        data = samples.astype(f"<f{bits // 8}").tobytes()
    elif bits == 8:
        data = samples.astype(np.uint8).tobytes()
    elif bits == 24:
        data = samples.astype("<i4").reshape(-1, 1).view(np.uint8).reshape(-1, 4)[:, :3].tobytes()
    else:
        data = samples.astype(f"<i{bits // 8}").tobytes()
    width = channels * bits // 8
    form = struct.pack("<HHIIHH", 0xFFFE if extensible else code, channels, rate, rate * width, width, bits)
    if extensible:
        kind = struct.pack("<H", code) + bytes.fromhex("000000001000800000aa00389b71")
        form += struct.pack("<HHI", 22, bits, 0) + kind
    chunks = b"fmt " + struct.pack("<I", len(form)) + form
    chunks += b"LIST" + struct.pack("<I", 4) + b"INFO"
    chunks += b"data" + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks


def of_16_bits(samples, bits, code=1):
    """What a decoder to 16 bits makes of the file's own numbers."""
    if code == 3:
        wide = samples.astype(f"f{bits // 8}").astype(np.float32)
        return (np.clip(wide, -1, 1) * np.float32(32767)).astype(np.int16)
    if bits == 8:
        return ((samples - 128) << 8).astype(np.int16)
    return (samples >> (bits - 16)).astype(np.int16)


class Info(ctypes.Structure):
    _fields_ = [("frames", ctypes.c_int64)] + [
        (name, ctypes.c_int) for name in ("rate", "channels", "format", "sections", "seekable")
    ]


#: libsndfile's numbers of formats.
FORMATS = {"flac-16": 0x170002, "flac-24": 0x170003, "aiff-16": 0x020002, "caf-16": 0x180002, "vorbis": 0x200060}


def packed(samples, rate, format):
    """A file that libsndfile writes, of samples [frames, channels] of 32 bits."""
    library = ctypes.CDLL(ctypes.util.find_library("sndfile") or "libsndfile.so.1")
    library.sf_open.restype = ctypes.c_void_p
    library.sf_open.argtypes = [ctypes.c_char_p, ctypes.c_int, ctypes.POINTER(Info)]
    library.sf_writef_int.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int64]
    library.sf_close.argtypes = [ctypes.c_void_p]
    frames, channels = samples.shape
    info = Info(0, rate, channels, FORMATS[format], 0, 0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sound"
        file = library.sf_open(str(path).encode(), 0x20, ctypes.byref(info))
        data = np.ascontiguousarray(samples.astype(np.int32))
        library.sf_writef_int(file, data.ctypes.data, frames)
        library.sf_close(file)
        return path.read_bytes()


def wave(random, frames, channels, kind):
    """Values [frames, channels] around −1 to 1."""
    if kind == "silence":
        return np.zeros((frames, channels))
    if kind == "noise":
        return random.normal(0, 0.2, (frames, channels))
    time = np.arange(frames)[:, None] / 16000
    tone = np.sin(time * 2 * np.pi * random.uniform(80, 4000, channels)) * random.uniform(0.05, 0.9, channels)
    if kind == "clipped":
        return tone * 4
    if kind == "speech":
        tone = tone * np.abs(np.sin(time * 9)) + random.normal(0, 0.01, (frames, channels))
    return tone


KINDS = ["speech", "noise", "tone", "clipped", "silence"]
LENGTHS = [1, 2, 100, 513, 641, 4000, 16000, 16001, 33333, 50000]
RATES = [16000, 8000, 44100, 22050, 48000, 16000, 11025, 32000, 24000, 96000]
DEPTHS = [(16, 1), (8, 1), (24, 1), (32, 1), (32, 3), (64, 3)]


def whole(values, bits):
    """Values as whole numbers of so many bits; 8 bits have no sign."""
    top = 1 << (bits - 1)
    numbers = np.clip(np.rint(values * (top - 1)), -top, top - 1).astype(np.int64)
    return numbers + 128 if bits == 8 else numbers


def sounds():
    """All files: name, bytes, rate, and the samples [frames, channels] of 16 bits, None where lossy."""
    random = np.random.default_rng(21)
    for index in range(90):
        bits, code = DEPTHS[index % 6]
        channels = [1, 2, 1, 3, 1, 6][index // 6 % 6]
        frames = LENGTHS[index % 10]
        values = wave(random, frames, channels, KINDS[index // 3 % 5])
        numbers = values if code == 3 else whole(values, bits)
        rate = RATES[index // 2 % 10]
        file = wav(numbers, rate, bits, code, extensible=index % 4 == 1)
        yield f"{index}.wav", file, rate, of_16_bits(numbers, bits, code)
    for index, format in enumerate(FORMATS):
        for channels in (1, 2):
            bits = 24 if format.endswith("24") else 16
            numbers = whole(wave(random, 20000 + index, channels, KINDS[index % 3]), bits)
            file = packed(numbers << (32 - bits), RATES[index], format)
            lossy = format == "vorbis"
            yield f"{format}-{channels}", file, RATES[index], None if lossy else of_16_bits(numbers, bits)
    # A minute, of which half is used.
    numbers = whole(wave(random, 960_000, 1, "speech"), 16)
    yield "minute.wav", wav(numbers, 16000, 16), 16000, of_16_bits(numbers, 16)
    numbers = whole(wave(random, 500_000, 2, "speech"), 16)
    yield "long.wav", wav(numbers, 44100, 16), 44100, of_16_bits(numbers, 16)
