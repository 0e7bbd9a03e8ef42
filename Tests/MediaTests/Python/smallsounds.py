"""Prints a short sound of each format, and files that claim to have more than they do, as base64 in JSON."""

import base64
import json
import struct

import numpy as np

from sounds import DEPTHS, FORMATS, packed, wav, wave, whole

random = np.random.default_rng(3)
values = wave(random, 300, 2, "speech")
files = {}
for bits, code in DEPTHS:
    numbers = values if code == 3 else whole(values, bits)
    files[f"{code}-{bits}.wav"] = wav(numbers, 16000, bits, code)
for name in FORMATS:
    files[name] = packed(whole(values, 16) << 16, 16000, name)


def changed(file, place, format, number):
    new = struct.pack(format, number)
    return file[:place] + new + file[place + len(new) :]


plain, flac = files["1-16.wav"], files["flac-16"]
bombs = {
    "rate.wav": changed(plain, 24, "<I", 2**31 - 1),
    "no-rate.wav": changed(plain, 24, "<I", 0),
    "channels.wav": changed(plain, 22, "<H", 65535),
    "no-channels.wav": changed(plain, 22, "<H", 0),
    "size.wav": changed(plain, plain.index(b"data") + 4, "<I", 2**31 - 300),
    # Rate, channels, depth and the number of samples share eight bytes.
    "frames.flac": changed(flac, 18, ">Q", 16000 << 44 | 1 << 41 | 15 << 36 | (2**36 - 1)),
    "empty.wav": wav(np.zeros((0, 1), int), 16000, 16),
    "text.wav": b"RIFF" + bytes(8) + b"not a sound",
    "nothing": bytes(100),
}
groups = {"sounds": files, "bombs": bombs}
print(json.dumps({
    group: {name: base64.b64encode(file).decode() for name, file in files.items()}
    for group, files in groups.items()
}))
