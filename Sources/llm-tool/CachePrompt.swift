import ArgumentParser
import Foundation
import MLX
import ModelRuntime
import ModelTokenizers

/// `llm-tool cache-prompt`: takes a prompt in and writes what the model keeps of it.
struct CachePrompt: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cache-prompt",
        abstract: "Takes in a prompt and writes what the model keeps of it to a file.",
        discussion: """
            'llm-tool generate --prompt-cache-file' and mlx_lm.generate go on from there: their prompt \
            follows the one of the file.
            """)

    @OptionGroup(title: "Model") var model: ModelOptions
    @OptionGroup(title: "Cache") var cache: CacheFlags

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The prompt; '-' reads the standard input, '@file' a file.", valueName: "text"))
    var prompt: String

    @Option(
        name: .customLong("prompt-cache-file"),
        help: ArgumentHelp("Where it goes.", valueName: "file.safetensors"))
    var file: String

    @Flag(help: "Print one JSON object about what was written.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print no statistics.")
    var quiet = false

    func run() throws {
        var options = GenerationOptions()
        options.maxTokens = 0
        options.prefillStepSize = cache.prefillStepSize
        options.cache = cache.options
        try options.validate()
        let text = try PromptText(prompt).text()
        let loaded = try model.load()
        let tokenizer = try HuggingFaceTokenizer(loaded.directory)
        let tokens = try PromptFormat(package: loaded.type.package, modelType: loaded.type.name)
            .tokens([.user(text)], tokenizer: tokenizer, continuesLast: true)
        let start = ContinuousClock.now
        let generator = try TextGenerator(
            loaded, tokenizer: tokenizer, prompt: tokens, options: options)
        let contents = PromptCacheFile(
            caches: generator.cache,
            metadata: ["model": model.model, "tokenizer_config": #"{"trust_remote_code": false}"#])
        try contents.write(to: URL(filePath: file))
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        if json {
            let object: OrderedJSON = [
                "prompt_cache_file": .string(file), "prompt_tokens": .int(tokens.count),
                "prompt_tps": .double(Double(tokens.count) / seconds),
                "peak_memory": .double(Double(Memory.peakMemory) / 1e9),
            ]
            Program.emit(object.text() + "\n")
        }
        guard !quiet else { return }
        let speed = String(format: "%.2f", Double(tokens.count) / seconds)
        Program.log("Processed \(tokens.count) tokens (\(speed) tok/s)")
        Program.log("Peak memory: \(String(format: "%.3f", Double(Memory.peakMemory) / 1e9)) GB")
    }
}
