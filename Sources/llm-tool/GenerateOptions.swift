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

    @Option(
        name: [.long, .customLong("system-prompt")],
        help: ArgumentHelp("An instruction before the prompt.", valueName: "text"))
    var system: String?

    @Option(
        name: .customLong("prefill-response"),
        help: ArgumentHelp("The beginning of the answer, from which it goes on.", valueName: "text")
    )
    var prefillResponse: String?

    @Flag(name: .customLong("ignore-chat-template"), help: "Give the prompt to the model as it is.")
    var ignoreChatTemplate = false

    @Option(help: ArgumentHelp("A picture (repeatable).", valueName: "file or data: URL"))
    var image: [String] = []

    @Option(help: ArgumentHelp("A recording (repeatable).", valueName: "file or data: URL"))
    var audio: [String] = []

    @Option(help: ArgumentHelp("A film (repeatable).", valueName: "file or data: URL"))
    var video: [String] = []

    @OptionGroup var resizing: ResizeOptions

    /// The prompt's token ids where they are given, nil where there is a text.
    ///
    /// - Throws: `ModelRuntimeError` for what is no list of ids.
    func tokens() throws -> [Int]? {
        guard let promptIds else { return nil }
        if !(image + audio + video).isEmpty {
            throw ModelRuntimeError.input(
                "--prompt-ids takes no --image, --audio and --video: a processor would make other ids"
            )
        }
        if prompt != nil || system != nil || prefillResponse != nil {
            throw ModelRuntimeError.input(
                "--prompt-ids takes the place of --prompt, --system and --prefill-response")
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
        return try PromptText(prompt).text()
    }

    /// The conversation; mlx-lm's program reads `\n` and `\t` in a prompt as the characters.
    func messages(_ message: String, package: ModelPackage) -> [ChatMessage] {
        let isTyped = prompt.map { PromptText($0).isTyped } ?? false
        let message =
            package == .mlxLM && isTyped
            ? message.replacing("\\n", with: "\n").replacing("\\t", with: "\t") : message
        return (system.map { [.system($0)] } ?? []) + [.user(message)]
            + (prefillResponse.map { [.assistant($0)] } ?? [])
    }

    /// The files of the media.
    func media() throws -> (
        images: [UserInput.Media], audio: [UserInput.Media], videos: [UserInput.Media]
    ) {
        func files(_ paths: [String], _ option: String) throws -> [UserInput.Media] {
            try paths.map { try UserInput.Media(named: $0, by: "--\(option)") }
        }
        return (
            try files(image, "image"), try files(audio, "audio"), try files(video, "video")
        )
    }
}

/// What becomes of pictures before the model sees them.
struct ResizeOptions: ParsableArguments {
    @Option(
        name: [.long, .customLong("resize-shape")], parsing: .upToNextOption,
        help: ArgumentHelp(
            "Resize pictures to fit, in proportion: a width and a height, or a number for both.",
            valueName: "pixels"))
    var resize: [Int] = []

    /// What pictures have to fit, nil if they stay as they are.
    var frame: UserInput.Frame? {
        resize.first.map { UserInput.Frame(width: $0, height: resize.last ?? $0) }
    }

    func validate() throws {
        guard resize.count <= 2, resize.allSatisfy({ $0 > 0 }) else {
            throw ValidationError("--resize takes one or two positive numbers")
        }
    }
}

/// What is printed.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print one JSON object with text, token ids and statistics.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print no statistics.")
    var quiet = false

    @Flag(name: .customLong("memory-stats"), help: "Print the engine's memory at the end.")
    var memoryStatistics = false

    @Flag(help: "Print the model, the defaults and the prompt's token ids as well.")
    var debug = false

    @Flag(name: .customLong("list-config"), help: "Print the completed configuration and stop.")
    var listConfig = false
}
