"""Writes sounds into a folder and prints what Python makes of each, as JSON: the samples as mlx-audio
gives them to mlx-vlm, mixed and at 16 kHz, and Gemma 3n's features of them.

SciPy is not among the packages here: what its `resample_poly` does is written down once more.
"""

import hashlib
import json
import math
import os
import sys
from pathlib import Path

os.environ["TRANSFORMERS_VERBOSITY"] = "error"

import numpy as np
from transformers.models.gemma3n.feature_extraction_gemma3n import Gemma3nAudioFeatureExtractor

sys.path.insert(0, str(Path(__file__).parents[2] / "MediaTests" / "Python"))

from sounds import sounds

RATE = 16000


def resampled(x, old, new):
    """SciPy's definition, in the order in which its `upfirdn` adds in `float32`."""
    divisor = math.gcd(old, new)
    up, down = new // divisor, old // divisor
    half = 10 * max(up, down)
    m = np.arange(2 * half + 1) - half
    h = np.sinc(m / max(up, down)) / max(up, down) * np.kaiser(2 * half + 1, 5.0)
    h = (h / h.sum()).astype(np.float32) * np.float32(up)
    before = down - half % down
    skipped = (half + before) // down
    h = np.concatenate((np.zeros(before, np.float32), h))
    length = -(-len(h) // up)
    h = np.concatenate((h, np.zeros(length * up - len(h), np.float32)))
    phases = h.reshape(-1, up).T[:, ::-1]
    count = -(-len(x) * up // down)
    places = (skipped + np.arange(count)) * down
    first = places // up - length + 1
    total = np.zeros(count, np.float32)
    for i in range(length):
        total += x[np.clip(first + i, 0, len(x) - 1)] * phases[places % up, i]
    return total


def hashed(array):
    return hashlib.sha256(np.ascontiguousarray(array).tobytes()).hexdigest()


folder = Path(sys.argv[1])
extractor = Gemma3nAudioFeatureExtractor()
results = []
for name, contents, rate, samples in sounds():
    (folder / name).write_bytes(contents)
    result = {"name": name, "rate": rate}
    if samples is not None:
        floats = samples.astype(np.float32) / 32768.0
        mono = floats.mean(axis=1)
        audio = mono if rate == RATE else resampled(mono, rate, RATE)
        features = extractor([audio], padding=True)
        values = np.array(features["input_features"])
        mask = np.array(features["input_features_mask"])
        result |= {
            "channels": samples.shape[1], "samples": hashed(floats), "mono": hashed(mono),
            "audio": hashed(audio), "shape": list(values.shape), "features": hashed(values),
            "mask": hashed(mask),
        }
    results.append(result)
print(json.dumps(results))
