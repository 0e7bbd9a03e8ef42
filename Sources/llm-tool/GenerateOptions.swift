import ArgumentParser
import Foundation
import ModelRuntime

/// What the model is asked.
struct PromptOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "What to say to the model; '-' reads the standard input, '@file' a file.",
            valueName: "text"))
    var prompt: String?

    @Option(
        name: .customLong("prompt-ids"),
        help: ArgumentHelp(
            "Token ids in place of a prompt: no tokenizer is read, ids are printed, and only "
                + "--max-tokens and --extra-eos-token end them.",
            valueName: "id,id,…"))
    var promptIds: String?

    @Option(help: ArgumentHelp("An instruction before the prompt.", valueName: "text"))
    var system: String?

    @Flag(name: .customLong("ignore-chat-template"), help: "Give the prompt to the model as it is.")
    var ignoreChatTemplate = false

    @Option(help: ArgumentHelp("An image (repeatable).", valueName: "file"))
    var image: [String] = []

    @Option(help: ArgumentHelp("A recording (repeatable).", valueName: "file"))
    var audio: [String] = []

    /// The prompt's token ids where they are given, nil where there is a text.
    ///
    /// - Throws: `ModelRuntimeError` for what is no list of ids.
    func tokens() throws -> [Int]? {
        guard let promptIds else { return nil }
        if prompt != nil || system != nil {
            throw ModelRuntimeError.input("--prompt-ids takes the place of --prompt and --system")
        }
        return try promptIds.split(separator: ",", omittingEmptySubsequences: false).map { part in
            guard let id = Int32(part.trimmingCharacters(in: .whitespaces)), id >= 0 else {
                throw ModelRuntimeError.input("--prompt-ids: \"\(part)\" is no token id")
            }
            return Int(id)
        }
    }

    /// The prompt's text, from where it is.
    func message() throws -> String {
        guard let prompt else { throw ModelRuntimeError.input("--prompt is missing") }
        if prompt == "-" {
            return try text(
                FileHandle.standardInput.readToEnd() ?? Data(), of: "the standard input")
        }
        guard prompt.hasPrefix("@") else { return prompt }
        let file = String(prompt.dropFirst())
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ModelRuntimeError.input("--prompt: cannot read \(file)")
        }
        return try text(data, of: file)
    }

    private func text(_ data: Data, of place: String) throws -> String {
        guard let text = String(validating: data, as: UTF8.self) else {
            throw ModelRuntimeError.input("--prompt: \(place) is not UTF-8 text")
        }
        return text
    }

    /// The conversation; mlx-lm's program reads `\n` and `\t` in a prompt as the characters.
    func messages(_ message: String, package: ModelPackage) -> [ChatMessage] {
        let isTyped = prompt != "-" && prompt?.hasPrefix("@") == false
        let message =
            package == .mlxLM && isTyped
            ? message.replacing("\\n", with: "\n").replacing("\\t", with: "\t") : message
        return (system.map { [.system($0)] } ?? []) + [.user(message)]
    }

    /// Media are refused rather than dropped.
    func requireTextOnly() throws {
        if !image.isEmpty {
            throw ModelRuntimeError.unsupported("--image: images are not supported yet")
        }
        if !audio.isEmpty {
            throw ModelRuntimeError.unsupported("--audio: recordings are not supported yet")
        }
    }
}

/// What is printed.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print one JSON object with text, token ids and statistics.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print no statistics.")
    var quiet = false

    @Flag(help: "Print the model, the defaults and the prompt's token ids as well.")
    var debug = false

    @Flag(name: .customLong("list-config"), help: "Print the completed configuration and stop.")
    var listConfig = false
}
