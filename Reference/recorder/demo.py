"""Writes a tiny Llama checkpoint with a real tokenizer, through the packages' own save path."""

import json
from pathlib import Path

from . import checkpoint
from .packages import package
from .trace import filling

SUBJECTS = ("the river", "a lantern", "the old clock", "my neighbour", "the compiler", "a sparrow")
VERBS = ("follows", "remembers", "repairs", "forgets", "describes", "carries")
OBJECTS = ("the mountain", "seven letters", "a quiet song", "the harbour", "every question")
ENDINGS = ("before dawn.", "in the rain.", "without a sound.", "again and again.", "by heart.")
GREETINGS = ("Hello, world!", "How are you today?", "What is 12 + 30?", "Tell me a story.")

BEGIN, END, PAD = "<|begin|>", "<|end|>", "<|pad|>"
TEMPLATE = """\
{{ bos_token }}
{%- for message in messages %}
    {{- '[' + message['role'] + '] ' + message['content'] + eos_token + '\\n' }}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '[assistant] ' }}
{%- endif %}
"""


def corpus() -> list[str]:
    """The text that the tokenizer learns from."""
    sentences = [
        f"{subject} {verb} {thing} {ending}"
        for subject in SUBJECTS
        for verb in VERBS
        for thing in OBJECTS
        for ending in ENDINGS
    ]
    return [sentence[0].upper() + sentence[1:] for sentence in sentences] + [*GREETINGS] * 20


def tokenizer(vocabulary: int):
    """A byte-level BPE tokenizer, trained on the corpus, with a chat template."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    fast = Tokenizer(models.BPE())
    fast.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    fast.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary,
        special_tokens=[BEGIN, END, PAD],
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    fast.train_from_iterator(corpus(), trainer)
    wrapped = PreTrainedTokenizerFast(
        tokenizer_object=fast,
        bos_token=BEGIN,
        eos_token=END,
        pad_token=PAD,
        clean_up_tokenization_spaces=False,
        model_max_length=2048,
    )
    wrapped.chat_template = TEMPLATE
    return wrapped


def write(folder: Path, package_name: str, vocabulary: int, dtype: str, seed: int) -> dict:
    """Writes the checkpoint directory and returns its configuration."""
    python = package(package_name)
    words = tokenizer(vocabulary)
    config = {
        "model_type": "llama",
        "architectures": ["LlamaForCausalLM"],
        "hidden_size": 96,
        "num_hidden_layers": 4,
        "intermediate_size": 256,
        "num_attention_heads": 6,
        "num_key_value_heads": 2,
        "head_dim": 32,
        "rms_norm_eps": 1e-5,
        "vocab_size": len(words),
        "max_position_embeddings": 2048,
        "rope_theta": 10000.0,
        "rope_scaling": {
            "rope_type": "llama3",
            "factor": 8.0,
            "low_freq_factor": 1.0,
            "high_freq_factor": 4.0,
            "original_max_position_embeddings": 256,
        },
        "tie_word_embeddings": False,
        "bos_token_id": words.bos_token_id,
        "eos_token_id": words.eos_token_id,
        "pad_token_id": words.pad_token_id,
    }
    model = python.build(config)
    model.load_weights(list(checkpoint.seeded_weights(model, dtype, seed).items()))
    generation = {
        "bos_token_id": words.bos_token_id,
        "eos_token_id": words.eos_token_id,
        "pad_token_id": words.pad_token_id,
    }
    with filling(folder) as temporary:
        python.save(model, config, temporary)
        words.save_pretrained(temporary)
        text = json.dumps(generation, indent=2) + "\n"
        (temporary / "generation_config.json").write_text(text)
    return config
