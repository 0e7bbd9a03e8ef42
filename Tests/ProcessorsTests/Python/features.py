"""Writes recordings and configurations into a folder and prints Gemma 3n's features of them, as JSON."""

import hashlib
import json
import os
import sys
from pathlib import Path

os.environ["TRANSFORMERS_VERBOSITY"] = "error"

import numpy as np
from transformers import AutoFeatureExtractor

folder = Path(sys.argv[1])
random = np.random.default_rng(31)
lengths = [1, 127, 513, 640, 5000, 16001]
for index, length in enumerate(lengths):
    samples = (random.normal(0, 0.3, length) * 10.0 ** -(index % 3)).astype(np.float32)
    (folder / f"{index}.raw").write_bytes(samples.tobytes())

TYPE = {"feature_extractor_type": "Gemma3nAudioFeatureExtractor"}
CASES = [
    {}, {"fft_overdrive": False, "feature_size": 40}, {"preemphasis_htk_flavor": False}, {"preemphasis": 0.0},
    {"frame_length_ms": 25.0, "hop_length_ms": 5.5, "min_frequency": 20.0, "max_frequency": 4000.0},
    {"frame_length_ms": 50.0, "sampling_rate": 8000, "max_frequency": 4000.0, "mel_floor": 1e-3},
    {"input_scale_factor": 0.3, "padding_value": 0.01},
    {"feature_size": 16, "per_bin_mean": [i / 7 for i in range(16)], "per_bin_stddev": [1 + i / 3 for i in range(16)]},
]
results = []
for index, case in enumerate(CASES):
    home = folder / str(index)
    home.mkdir()
    (home / "config.json").write_text('{"model_type": "gemma3n"}')
    nested = {"processor_config.json": {"feature_extractor": TYPE | case}}
    flat = {"preprocessor_config.json": TYPE | case}
    for name, contents in (nested if index % 2 else flat).items():
        (home / name).write_text(json.dumps(contents))
    extractor = AutoFeatureExtractor.from_pretrained(home)
    for group in ([5], [0], [2], [3, 1], [4, 5, 0]):
        sounds = [np.fromfile(folder / f"{i}.raw", np.float32) for i in group]
        made = extractor(sounds, padding=True)
        values = np.array(made["input_features"])
        mask = np.array(made["input_features_mask"])
        results.append({
            "folder": str(index), "recordings": group, "shape": list(values.shape),
            "features": hashlib.sha256(values.tobytes()).hexdigest(),
            "mask": hashlib.sha256(mask.tobytes()).hexdigest(),
        })
print(json.dumps(results))
