"""Vectors of texts through mlx-vlm's own loader, as its server makes them."""

from pathlib import Path
from typing import Any

import mlx.core as mx

from .errors import InputError


def embed(folder: Path, texts: list[str]) -> list[list[float]]:
    """One vector for each text, all in one pass."""
    from mlx_vlm.embedding_loader import load_embedding_model
    from mlx_vlm.models.pooling import read_pooling_config
    from transformers import AutoTokenizer

    if not (folder / "config.json").is_file():
        raise InputError(f"{folder}: no config.json in it")
    model: Any = load_embedding_model(folder)
    model.pooling_config = read_pooling_config(folder)
    tokenizer = AutoTokenizer.from_pretrained(str(folder))
    length = min(int(tokenizer.model_max_length or 512), 8192)
    encoded = tokenizer(
        texts, padding=True, truncation=True, max_length=length, return_tensors="np"
    )
    output = model(
        mx.array(encoded["input_ids"]), attention_mask=mx.array(encoded["attention_mask"])
    )
    return output.text_embeds.tolist()
