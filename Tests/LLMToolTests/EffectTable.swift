/// For each flag a run that it changes.
///
/// `DIR` stands for the folder of the files, `OUT` for what a run writes, `BERT` for the encoder, `PYTHON` for
/// the interpreter of the packages.
enum EffectTable {
    struct Effect {
        /// Flags that both runs have.
        var beside: [String] = []
        /// The flag, as the second run has it.
        var flag: [String]
        /// An option of the command's usual ones that neither run has.
        var leftOut: String?
        /// Whether what the flag changes is the memory that the run takes.
        var seesMemory = false
        /// Whether the command may fail without the flag.
        var isNeeded: Bool { leftOut != nil }
    }

    struct Row {
        let command: String
        let effect: Effect
    }

    /// What the runs of a command begin with.
    static let base = [
        "generate": [
            "--package", "mlx-lm", "--model", "DIR/demo", "--prompt", "Hello", "--max-tokens", "24",
        ],
        "chat": ["--package", "mlx-lm", "--model", "DIR/demo", "--max-tokens", "24"],
        "cache-prompt": [
            "--package", "mlx-lm", "--model", "DIR/demo", "--prompt", "Hello there, all of you",
            "--prompt-cache-file", "OUT.safetensors",
        ],
        "forward": [
            "--package", "mlx-lm", "--model", "DIR/demo", "--inputs", "DIR/inputs.safetensors",
            "--output",
            "OUT.safetensors",
        ],
        "embed": ["--model", "BERT", "--text", "A text."],
        "convert": ["--package", "mlx-lm", "--model", "DIR/demo", "--mlx-path", "OUT"],
        "quantize": [
            "--package", "mlx-lm", "--model", "DIR/demo", "--mlx-path", "OUT", "--q-group-size",
            "32",
        ],
        "fuse": [
            "--package", "mlx-lm", "--model", "DIR/demo", "--adapter-path", "DIR/adapter",
            "--save-path", "OUT",
        ],
        "bench": ["--package", "mlx-lm", "--model", "DIR/demo", "-p", "4", "-g", "2", "-n", "1"],
        "inspect": ["--package", "mlx-lm", "--model", "DIR/demo"], "list": [],
    ]

    /// The effect of a flag of a command.
    static func effect(of flag: String, in command: String) -> Effect? {
        if let own = own[command]?[flag] { return own }
        if ["generate", "chat"].contains(command), let effect = generation[flag] { return effect }
        return command == "list" ? nil : common[flag]
    }

    /// All rows.
    static var rows: [Row] {
        base.keys.sorted().flatMap { command in
            var effects = command == "list" ? [:] : common
            if ["generate", "chat"].contains(command) {
                effects.merge(generation) { _, new in new }
            }
            effects.merge(own[command] ?? [:]) { _, new in new }
            return effects.sorted { $0.key < $1.key }.map {
                Row(command: command, effect: $0.value)
            }
        }
    }

    /// What all commands have that load a model.
    private static let common: [String: Effect] = [
        "--model": Effect(flag: ["--model", "DIR/nowhere"]),
        // mlx-lm reads weights of other names than mlx-vlm.
        "--package": Effect(
            beside: ["--model", "DIR/renamed", "--package", "mlx-vlm"],
            flag: ["--package", "mlx-lm"]),
        "--adapter-path": Effect(flag: ["--adapter-path", "DIR/adapter"]),
        "--dtype": Effect(flag: ["--dtype", "bfloat16"]),
        "--json": Effect(flag: ["--json"]),
    ]

    private static let drawn = ["--temp", "1", "--seed", "3"]
    private static let text = "A text of more words than one, for caches."
    private static let long = String(repeating: "The river follows the mountain. ", count: 60)
    /// The packages quantise caches from 5,000 tokens on.
    private static let fromStart = ["--quantized-kv-start", "0", "--kv-group-size", "32"]

    /// What writing text takes.
    private static let generation: [String: Effect] = [
        "--dtype": Effect(beside: drawn, flag: ["--dtype", "bfloat16"]),
        "--max-tokens": Effect(flag: ["--max-tokens", "3"]),
        "--temp": Effect(beside: ["--seed", "3"], flag: ["--temp", "1"]),
        "--seed": Effect(beside: drawn, flag: ["--seed", "4"]),
        "--top-p": Effect(beside: drawn, flag: ["--top-p", "0.3"]),
        "--top-k": Effect(beside: drawn, flag: ["--top-k", "2"]),
        "--min-p": Effect(beside: drawn, flag: ["--min-p", "0.9"]),
        "--min-tokens-to-keep": Effect(
            beside: drawn + ["--min-p", "0.99"], flag: ["--min-tokens-to-keep", "50"]),
        "--top-n-sigma": Effect(
            beside: drawn + ["--package", "mlx-vlm"], flag: ["--top-n-sigma", "0.5"]),
        "--p-less": Effect(beside: drawn + ["--package", "mlx-vlm"], flag: ["--p-less"]),
        "--typical-p": Effect(
            beside: drawn + ["--package", "mlx-vlm"], flag: ["--typical-p", "0.1"]),
        "--xtc-probability": Effect(
            beside: drawn + ["--xtc-threshold", "0.003"],
            flag: ["--xtc-probability", "1"]),
        "--xtc-threshold": Effect(
            beside: drawn + ["--xtc-probability", "1"],
            flag: ["--xtc-threshold", "0.003"]),
        "--repetition-penalty": Effect(flag: ["--repetition-penalty", "3"]),
        "--repetition-context-size": Effect(
            beside: ["--repetition-penalty", "3"], flag: ["--repetition-context-size", "1"]),
        "--presence-penalty": Effect(flag: ["--presence-penalty", "3"]),
        "--presence-context-size": Effect(
            beside: ["--presence-penalty", "3"], flag: ["--presence-context-size", "1"]),
        "--frequency-penalty": Effect(flag: ["--frequency-penalty", "3"]),
        "--frequency-context-size": Effect(
            beside: ["--frequency-penalty", "3"], flag: ["--frequency-context-size", "1"]),
        "--logit-bias": Effect(flag: ["--logit-bias", "70=100"]),
        "--stop": Effect(beside: ["--logit-bias", "70=100"], flag: ["--stop", "d"]),
        "--extra-eos-token": Effect(
            beside: ["--logit-bias", "70=100"], flag: ["--extra-eos-token", "70"]),
        // Fewer tokens at a time take less memory.
        "--prefill-step-size": Effect(
            beside: ["--json", "--system-prompt", long], flag: ["--prefill-step-size", "8"],
            seesMemory: true),
        // Caches that the family makes itself take no limit, as in the packages.
        "--max-kv-size": Effect(
            beside: ["--model", "DIR/uniform"], flag: ["--max-kv-size", "8"]),
        "--kv-bits": Effect(beside: fromStart, flag: ["--kv-bits", "2"]),
        "--kv-group-size": Effect(
            beside: fromStart + ["--kv-bits", "2"], flag: ["--kv-group-size", "64"]),
        "--quantized-kv-start": Effect(
            beside: fromStart + ["--kv-bits", "2"], flag: ["--quantized-kv-start", "1000"]),
        "--system-prompt": Effect(flag: ["--system-prompt", "Be brief."]),
        "--tools": Effect(flag: ["--tools", "DIR/tools.json"]),
        "--chat-template-config": Effect(
            flag: ["--chat-template-config", #"{"style": "in rhymes"}"#]),
        // The prompt ends within reasoning: all is reasoning.
        "--hide-reasoning": Effect(
            beside: ["--chat-template-config", #"{"thinks": true}"#], flag: ["--hide-reasoning"]),
        "--quiet": Effect(flag: ["--quiet"]),
    ]

    /// What is a command's own, or has another effect there.
    private static let own: [String: [String: Effect]] = [
        "generate": [
            "--prompt": Effect(flag: ["--prompt", "Hullo"]),
            "--prompt-ids": Effect(flag: ["--prompt-ids", "5,6,7"], leftOut: "--prompt"),
            "--prefill-response": Effect(flag: ["--prefill-response", "Sure"]),
            "--ignore-chat-template": Effect(flag: ["--ignore-chat-template"]),
            "--image": Effect(flag: ["--image", "DIR/nowhere.png"]),
            "--audio": Effect(flag: ["--audio", "DIR/nowhere.wav"]),
            "--video": Effect(flag: ["--video", "DIR/nowhere.mp4"]),
            // What a picture becomes is compared with the Python.
            "--resize": Effect(flag: ["--resize", "0"]),
            "--prompt-cache-file": Effect(flag: ["--prompt-cache-file", "DIR/cache.safetensors"]),
            "--memory-stats": Effect(beside: ["--quiet"], flag: ["--memory-stats"]),
            "--debug": Effect(flag: ["--debug"]),
            "--list-config": Effect(flag: ["--list-config"]),
        ],
        "chat": [
            "--history": Effect(flag: ["--history", "DIR/history.json"]),
            "--resize": Effect(flag: ["--resize", "0"]),
        ],
        "cache-prompt": [
            "--prompt": Effect(flag: ["--prompt", text]),
            "--prompt-cache-file": Effect(flag: ["--prompt-cache-file", "OUT"]),
            "--prefill-step-size": Effect(
                beside: ["--json", "--prompt", long], flag: ["--prefill-step-size", "8"],
                seesMemory: true),
            "--max-kv-size": Effect(
                beside: ["--model", "DIR/uniform"], flag: ["--max-kv-size", "8"]),
            "--kv-bits": Effect(beside: fromStart, flag: ["--kv-bits", "4"]),
            "--kv-group-size": Effect(
                beside: fromStart + ["--kv-bits", "4"], flag: ["--kv-group-size", "64"]),
            "--quantized-kv-start": Effect(
                beside: fromStart + ["--kv-bits", "4"], flag: ["--quantized-kv-start", "1000"]),
            "--quiet": Effect(flag: ["--quiet"]),
        ],
        "forward": [
            "--inputs": Effect(flag: ["--inputs", "DIR/others.safetensors"]),
            "--output": Effect(flag: ["--output", "OUT"]),
            "--trace": Effect(flag: ["--trace", "OUT.jsonl"]),
            "--values": Effect(beside: ["--trace", "OUT.jsonl"], flag: ["--values"]),
            "--inject": Effect(flag: ["--inject", "DIR/nowhere.safetensors"]),
            // The records are the same in another order of work, which only a trace has.
            "--trace-at-once": Effect(flag: ["--trace-at-once"]),
            "--without-weights": Effect(
                beside: ["--trace", "OUT.jsonl"], flag: ["--without-weights"]),
            "--no-cache": Effect(flag: ["--no-cache"]),
        ],
        "embed": [
            "--text": Effect(flag: ["--text", "Another."]),
            "--file": Effect(flag: ["--file", "DIR/texts.txt"]),
            "--query": Effect(flag: ["--query", "What is it?"]),
            "--output": Effect(flag: ["--output", "OUT.safetensors"]),
            "--package": Effect(flag: ["--package", "mlx-lm"]),
            "--dtype": Effect(
                beside: ["--output", "OUT.safetensors"], flag: ["--dtype", "bfloat16"]),
            "--adapter-path": Effect(flag: ["--adapter-path", "DIR/adapter"]),
        ],
        "convert": conversion.mapValues {
            Effect(
                beside: $0.flag[0] == "--mlx-path"
                    ? [] : ["--quantize", "--q-group-size", "32"] + $0.beside, flag: $0.flag)
        }.merging([
            "--quantize": Effect(flag: ["--quantize"]),
            "--dequantize": Effect(
                beside: ["--model", "DIR/packed"], flag: ["--dequantize"]),
        ]) { $1 },
        "quantize": conversion,
        "fuse": [
            "--package": Effect(flag: ["--package", "mlx-vlm"]),
            "--save-path": Effect(flag: ["--save-path", "OUT.safetensors"]),
            "--adapter-path": Effect(
                flag: ["--adapter-path", "DIR/adapter"], leftOut: "--adapter-path"),
            "--dequantize": Effect(
                beside: ["--model", "DIR/packed"], flag: ["--dequantize"]),
        ],
        "bench": [
            "--prompt-tokens": Effect(beside: ["--json"], flag: ["--prompt-tokens", "5"]),
            "--generation-tokens": Effect(beside: ["--json"], flag: ["--generation-tokens", "3"]),
            "--num-trials": Effect(beside: ["--json"], flag: ["--num-trials", "2"]),
            "--vs-python": Effect(beside: ["--python", "PYTHON"], flag: ["--vs-python"]),
            "--python": Effect(
                beside: ["--vs-python", "--python", "PYTHON"], flag: ["--python", "/nowhere"]),
            "--allow-differences": Effect(flag: ["--allow-differences"]),
            // Less memory.
            "--dtype": Effect(
                beside: ["--json"], flag: ["--dtype", "bfloat16"], seesMemory: true),
            "--adapter-path": Effect(
                beside: ["--json"], flag: ["--adapter-path", "DIR/adapter"], seesMemory: true),
        ],
        "inspect": [
            "--weights": Effect(flag: ["--weights", "OUT.jsonl"])
        ],
        "list": [
            "--package": Effect(flag: ["--package", "mlx-lm"]),
            "--json": Effect(flag: ["--json"]),
        ],
    ]

    /// What converting and quantising have in common.
    private static let conversion: [String: Effect] = [
        "--mlx-path": Effect(flag: ["--mlx-path", "OUT.safetensors"]),
        "--q-bits": Effect(flag: ["--q-bits", "8"]),
        "--q-group-size": Effect(flag: ["--q-group-size", "64"]),
        "--q-mode": Effect(flag: ["--q-mode", "mxfp4"]),
        "--quant-predicate": Effect(flag: ["--quant-predicate", "mixed_3_6"]),
    ]
}
