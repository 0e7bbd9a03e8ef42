import EmbeddedPython
import FileTestSupport
import Foundation

@testable import ModelRuntime

/// Tokenizers that the Python packages train and save, and what `transformers` makes of them.
struct ReferenceTokenizer {
    let folder: TemporaryFolder
    private let reference: PythonObject

    /// The ways in which checkpoints keep their vocabulary.
    enum Kind: String, CaseIterable {
        /// Llama 3, Qwen, …: bytes spelled with GPT-2's alphabet.
        case byteLevel
        /// Llama 2, Mistral, …: pieces with U+2581 and byte fallback.
        case pieces
        /// BERT, …: word pieces.
        case words
    }

    init(_ kind: Kind) throws {
        folder = try TemporaryFolder()
        let module = try Self.module.get()
        reference = try module.callMethod("make", folder.url.path, kind.rawValue)
    }

    func encode(_ text: String, addSpecialTokens: Bool) throws -> [Int] {
        try [Int](
            reference.callMethod(
                "encode", text, keywords: ["add_special_tokens": addSpecialTokens]))
    }

    func decode(_ tokens: [Int]) throws -> String {
        try String(reference.callMethod("decode", tokens))
    }

    func applyChatTemplate(_ messages: [ChatMessage]) throws -> String {
        try String(
            Self.module.get().callMethod(
                "render", reference, OrderedJSON.array(messages.map(\.json)).text()))
    }

    var eosTokenId: Int? {
        get throws { try Int?(reference.attribute("eos_token_id")) }
    }

    private static let module = Result {
        try PythonInterpreter.shared.makeModule(source: source, name: "reference_tokenizer")
    }

    private static let source = #"""
        import json
        import os

        os.environ["HF_HUB_OFFLINE"] = "1"
        from tokenizers import Tokenizer, decoders, models, normalizers
        from tokenizers import pre_tokenizers, processors, trainers
        from transformers import AutoTokenizer, PreTrainedTokenizerFast

        CORPUS = [
            "The quick brown fox jumps over the lazy dog. ", "Hello, world! How are you today?",
            "def main():\n    return 42\n", "naïve café déjà vu", "日本語のテキスト", "1234567890",
        ] * 20

        TEMPLATE = """{{ bos_token }}
        {%- for message in messages %}
            {%- if message.role not in ['system', 'user', 'assistant'] %}
                {{- raise_exception('unknown role ' + message.role) }}
            {%- endif %}
            {{- '<|' + message.role + '|>\\n' + message.content | trim + eos_token }}
            {%- if loop.last %}{% continue %}{% endif %}
        {% endfor %}
        {% set ns = namespace(count=messages | length) %}
        {{ {'n': ns.count, 's': '<é>'} | tojson }} {{ strftime_now('%Y')[:2] }}
        {% generation %}answer{% endgeneration %}
        {%- if add_generation_prompt %}
        <|assistant|>
        {% endif %}
        {%- if enable_thinking is defined %}{{ enable_thinking }}{% endif %}
        """.replace("\n        ", "\n")


        def make(directory, kind):
            special = ["<s>", "</s>", "<unk>", "<|user|>", "<|assistant|>"]
            if kind == "byteLevel":
                tokenizer = Tokenizer(models.BPE())
                tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
                tokenizer.decoder = decoders.ByteLevel()
                trainer = trainers.BpeTrainer(
                    vocab_size=600, special_tokens=special,
                    initial_alphabet=pre_tokenizers.ByteLevel.alphabet())
            elif kind == "pieces":
                tokenizer = Tokenizer(models.BPE(unk_token="<unk>", byte_fallback=True, fuse_unk=True))
                tokenizer.normalizer = normalizers.Sequence(
                    [normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
                tokenizer.decoder = decoders.Sequence([
                    decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(),
                    decoders.Strip(" ", 1, 0)])
                trainer = trainers.BpeTrainer(
                    vocab_size=700, special_tokens=special + [f"<0x{b:02X}>" for b in range(256)])
            else:
                tokenizer = Tokenizer(models.WordPiece(unk_token="<unk>"))
                tokenizer.normalizer = normalizers.BertNormalizer()
                tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
                tokenizer.decoder = decoders.WordPiece()
                trainer = trainers.WordPieceTrainer(vocab_size=400, special_tokens=special)
            tokenizer.train_from_iterator(CORPUS, trainer)
            tokenizer.post_processor = processors.TemplateProcessing(
                single="<s> $A", special_tokens=[("<s>", 0)])
            tokenizer.enable_truncation(max_length=8)
            fast = PreTrainedTokenizerFast(
                tokenizer_object=tokenizer, bos_token="<s>", eos_token="</s>", unk_token="<unk>",
                pad_token="<pad>", additional_special_tokens=["<|user|>", "<|tool|>"],
                chat_template=TEMPLATE)
            fast.save_pretrained(directory)
            with open(os.path.join(directory, "config.json"), "w") as file:
                json.dump({"model_type": "llama"}, file)
            return AutoTokenizer.from_pretrained(directory)


        def render(tokenizer, messages):
            return tokenizer.apply_chat_template(
                json.loads(messages), tokenize=False, add_generation_prompt=True,
                enable_thinking=False)
        """#
}
