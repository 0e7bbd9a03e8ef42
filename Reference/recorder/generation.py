"""Greedy generation through the packages' own generate functions."""

from pathlib import Path
from typing import Any

from .errors import InputError


def generate(
    folder: Path, package: str, prompt: str, max_tokens: int, chat: bool
) -> dict[str, Any]:
    """The prompt's ids, the generated ids without the token that ended them, and their text."""
    if not (folder / "config.json").is_file():
        raise InputError(f"{folder}: no config.json in it")
    run = _vision_language if package == "mlx-vlm" else _language
    return run(folder, prompt, max_tokens, chat)


def _vision_language(folder: Path, prompt: str, max_tokens: int, chat: bool) -> dict[str, Any]:
    from mlx_vlm import load, stream_generate
    from mlx_vlm.prompt_utils import apply_chat_template
    from mlx_vlm.utils import prepare_inputs, should_add_special_tokens

    model, processor = load(str(folder))
    if chat:
        prompt = apply_chat_template(processor, model.config, prompt, num_images=0)
    add_special = should_add_special_tokens(model.config.model_type, processor)
    ids = prepare_inputs(processor, prompts=prompt, add_special_tokens=add_special)["input_ids"]
    results = list(
        stream_generate(model, processor, prompt, max_tokens=max_tokens, temperature=0.0)
    )
    # The last result sums up; its own token is that of the one before.
    tokens = results[-1].token_ids
    if results[-1].finish_reason == "stop":
        tokens = tokens[:-1]
    return _summary(prompt, ids.reshape(-1).tolist(), results, tokens)


def _language(folder: Path, prompt: str, max_tokens: int, chat: bool) -> dict[str, Any]:
    from mlx_lm import load, stream_generate

    model, tokenizer = load(str(folder))
    if chat and tokenizer.has_chat_template:
        message = {"role": "user", "content": prompt}
        prompt = tokenizer.apply_chat_template(
            [message], tokenize=False, add_generation_prompt=True
        )
    add_special = tokenizer.bos_token is None or not prompt.startswith(tokenizer.bos_token)
    ids = tokenizer.encode(prompt, add_special_tokens=add_special)
    results = list(stream_generate(model, tokenizer, ids, max_tokens=max_tokens))
    tokens = [result.token for result in results if result.finish_reason != "stop"]
    return _summary(prompt, ids, results, tokens)


def _summary(
    prompt: str, prompt_ids: list[int], results: list[Any], ids: list[int]
) -> dict[str, Any]:
    return {
        "prompt": prompt,
        "prompt_ids": [int(token) for token in prompt_ids],
        "ids": [int(token) for token in ids],
        "text": "".join(result.text for result in results),
        "finish_reason": results[-1].finish_reason if results else None,
    }
