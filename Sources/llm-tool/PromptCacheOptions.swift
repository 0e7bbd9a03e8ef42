import ArgumentParser
import Foundation
import ModelPorted
import ModelRuntime

/// The file of a prompt that has been taken in.
struct PromptCacheOptions: ParsableArguments {
    @Option(
        name: .customLong("prompt-cache-file"),
        help: ArgumentHelp(
            "What 'llm-tool cache-prompt' or mlx_lm.cache_prompt has written: the prompt goes on from "
                + "there.", valueName: "file.safetensors"))
    var file: String?

    /// The caches of the file, nil without one.
    ///
    /// - Throws: ``ModelRuntimeError`` for a file that is not of this model, or was quantised
    ///   otherwise than the options ask for.
    func caches(for loaded: LoadedModel, options: CacheOptions) throws -> [any KVCache]? {
        guard let file else { return nil }
        let contents = try PromptCacheFile(URL(filePath: file))
        if let model = contents.metadata["model"], path(model) != path(loaded.directory.url.path) {
            throw ModelRuntimeError.input(
                "--prompt-cache-file: \(file) was made with the model \(model), not "
                    + loaded.directory.url.path)
        }
        try contents.requireFit(loaded.model)
        if let quantized = contents.caches.first as? QuantizedKVCache {
            if let bits = options.bits, bits != quantized.bits {
                throw ModelRuntimeError.input(
                    "--kv-bits: \(bits), but \(file) has \(quantized.bits) bits")
            }
            if options.groupSize != quantized.groupSize {
                throw ModelRuntimeError.input(
                    "--kv-group-size: \(options.groupSize), but \(file) has groups of "
                        + "\(quantized.groupSize)")
            }
        }
        return contents.caches
    }

    private func path(_ path: String) -> String {
        URL(filePath: path, directoryHint: .isDirectory).resolvingSymlinksInPath().standardized.path
    }
}
