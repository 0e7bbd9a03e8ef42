/// Turns what a user says into what a model takes: token ids, and the tensors of its media.
public protocol UserInputProcessor: Sendable {
    /// Checks what can be told before a model is loaded.
    ///
    /// - Throws: ``ModelRuntimeError`` for media that the model does not take.
    func validate(_ input: UserInput) throws

    /// The prompt of a conversation.
    ///
    /// - Throws: ``ModelRuntimeError``; media that the model does not take are refused rather than
    ///   dropped.
    func prepare(_ input: UserInput, tokenizer: any Tokenizer) throws -> PreparedInput
}

extension UserInputProcessor {
    /// Nothing can be told.
    public func validate(_ input: UserInput) {}
}

/// A prompt as a model takes it.
public struct PreparedInput {
    /// The token ids of the prompt, at least one.
    public var tokens: [Int]
    /// The tensors that go with them, by the names of the model's inputs; none for text.
    public var inputs: ModelInputs
    /// What ends an answer besides the checkpoint's own end tokens.
    public var stopTokens: Set<Int>

    /// A prompt.
    public init(
        tokens: [Int], inputs: ModelInputs = ModelInputs(), stopTokens: Set<Int> = []
    ) {
        self.tokens = tokens
        self.inputs = inputs
        self.stopTokens = stopTokens
    }
}

/// The processor of models that take text alone.
public struct TextInputProcessor: UserInputProcessor {
    /// How conversations become tokens.
    public let format: PromptFormat

    /// A processor of a format.
    public init(_ format: PromptFormat) { self.format = format }

    public func validate(_ input: UserInput) throws {
        for (media, name) in [
            (input.images, "images"), (input.audio, "recordings"), (input.videos, "films"),
        ] where !media.isEmpty {
            throw ModelRuntimeError.unsupported(
                "the model \"\(format.modelType)\" takes no \(name), and \(media.count) of them "
                    + (media.count == 1 ? "was" : "were") + " given")
        }
    }

    public func prepare(_ input: UserInput, tokenizer: any Tokenizer) throws -> PreparedInput {
        try validate(input)
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
        try processor(for: loaded.type, loaded.directory)
    }

    /// The processor of a checkpoint whose model is not loaded.
    ///
    /// - Throws: ``ModelRuntimeError`` for malformed files of the checkpoint, and unknown types.
    public func processor(
        for directory: CheckpointDirectory, package: ModelPackage? = nil
    ) throws -> any UserInputProcessor {
        try processor(for: resolve(directory, package: package).type, directory)
    }

    private func processor(
        for type: ModelType, _ directory: CheckpointDirectory
    ) throws -> any UserInputProcessor {
        let format = PromptFormat(package: type.package, modelType: type.name)
        let registered = processors.first { $0.name == type.name && $0.package == type.package }
        return try registered?.makeProcessor(directory, format) ?? TextInputProcessor(format)
    }
}
