/// Turns what a user says into what a model takes: token ids, and the tensors of its media.
public protocol UserInputProcessor: Sendable {
    /// The prompt of a conversation.
    ///
    /// - Throws: ``ModelRuntimeError``; media that the model does not take are refused rather than
    ///   dropped.
    func prepare(_ input: UserInput, tokenizer: any Tokenizer) throws -> PreparedInput
}

/// A prompt as a model takes it.
public struct PreparedInput {
    /// The token ids of the prompt, at least one.
    public var tokens: [Int]
    /// The tensors that go with them, by the names of the model's inputs; none for text.
    public var inputs: ModelInputs

    /// A prompt.
    public init(tokens: [Int], inputs: ModelInputs = ModelInputs()) {
        self.tokens = tokens
        self.inputs = inputs
    }
}

/// The processor of models that take text alone.
public struct TextInputProcessor: UserInputProcessor {
    /// How conversations become tokens.
    public let format: PromptFormat

    /// A processor of a format.
    public init(_ format: PromptFormat) { self.format = format }

    public func prepare(_ input: UserInput, tokenizer: any Tokenizer) throws -> PreparedInput {
        for (media, name) in [
            (input.images, "images"), (input.audio, "recordings"), (input.videos, "films"),
        ] where !media.isEmpty {
            throw ModelRuntimeError.unsupported(
                "the model \"\(format.modelType)\" takes no \(name), and \(media.count) of them "
                    + (media.count == 1 ? "was" : "were") + " given")
        }
        return PreparedInput(
            tokens: try format.tokens(
                input.messages, tokenizer: tokenizer, usesChatTemplate: input.usesChatTemplate,
                tools: input.tools, context: input.templateContext))
    }
}

/// The processor of one `model_type`.
public struct ProcessorType: Sendable {
    /// The `model_type` that the processor serves.
    public let name: String
    /// The package whose model it is.
    public let package: ModelPackage

    private let make: @Sendable (CheckpointDirectory, PromptFormat) throws -> any UserInputProcessor

    /// A processor.
    ///
    /// - Parameters:
    ///   - name: the `model_type` that it serves.
    ///   - package: the package whose model it is.
    ///   - make: makes the processor that a checkpoint's files describe.
    public init(
        _ name: String, _ package: ModelPackage,
        make:
            @escaping @Sendable (CheckpointDirectory, PromptFormat) throws ->
            any UserInputProcessor
    ) {
        self.name = name
        self.package = package
        self.make = make
    }

    /// The processor of a checkpoint.
    func makeProcessor(
        _ directory: CheckpointDirectory, _ format: PromptFormat
    ) throws -> any UserInputProcessor {
        try make(directory, format)
    }
}

extension ModelFactory {
    /// The processor of a loaded model: the registered one, or that of text.
    ///
    /// - Throws: ``ModelRuntimeError`` for malformed files of the checkpoint.
    public func processor(for loaded: LoadedModel) throws -> any UserInputProcessor {
        let format = PromptFormat(package: loaded.type.package, modelType: loaded.type.name)
        let registered = processors.first {
            $0.name == loaded.type.name && $0.package == loaded.type.package
        }
        return try registered?.makeProcessor(loaded.directory, format) ?? TextInputProcessor(format)
    }
}
