import Foundation
import ModelRuntime

#if os(Linux)
    import ModelTokenizers
#endif

/// A loaded model that any task may use: the actor lets one step of a generation at a time run.
///
/// ```swift
/// let container = try await ModelContainer.load(folder, factory: factory)
/// for try await event in container.generate(UserInput("Tell me a story.")) {
///     if case .text(let text) = event { print(text, terminator: "") }
/// }
/// ```
public actor ModelContainer {
    /// The tokenizer of the checkpoint.
    public nonisolated let tokenizer: any Tokenizer
    /// What turns the user's input into what the model takes.
    public nonisolated let processor: any UserInputProcessor
    /// The type that the checkpoint declares.
    public nonisolated let type: ModelType
    /// The completed configuration.
    public nonisolated let configuration: ModelConfiguration
    /// The checkpoint's sampling defaults.
    public nonisolated let defaults: GenerationDefaults
    /// How the model marks reasoning and calls of tools.
    public nonisolated let responseFormat: ResponseFormat

    private let loaded: LoadedModel

    /// A container of a model that nobody else holds.
    ///
    /// - Throws: ``ModelRuntimeError`` if the tokenizer's files do not say how the model answers.
    public init(
        _ loaded: sending LoadedModel, tokenizer: any Tokenizer, processor: any UserInputProcessor
    ) throws {
        self.tokenizer = tokenizer
        self.processor = processor
        type = loaded.type
        configuration = loaded.configuration
        defaults = loaded.defaults
        responseFormat = try ResponseFormat(loaded.directory, tokenizer: tokenizer)
        self.loaded = loaded
    }

    #if os(Linux)
        /// Loads a checkpoint with its tokenizer, away from the caller's task.
        ///
        /// - Parameters:
        ///   - folder: the checkpoint's folder.
        ///   - factory: the types and processors that the program knows.
        ///   - package: the package whose family is used; nil is mlx-vlm's where it exists.
        ///   - adapter: the folder or file of a trained adapter.
        /// - Throws: ``ModelRuntimeError``.
        @concurrent
        public static func load(
            _ folder: URL, factory: ModelFactory, package: ModelPackage? = nil, adapter: URL? = nil
        ) async throws -> ModelContainer {
            try await load(folder, factory: factory, package: package, adapter: adapter) {
                try HuggingFaceTokenizer($0)
            }
        }
    #endif

    /// Loads a checkpoint, away from the caller's task.
    ///
    /// - Parameters:
    ///   - folder: the checkpoint's folder.
    ///   - factory: the types and processors that the program knows.
    ///   - package: the package whose family is used; nil is mlx-vlm's where it exists.
    ///   - adapter: the folder or file of a trained adapter.
    ///   - tokenizer: makes the checkpoint's tokenizer.
    /// - Throws: ``ModelRuntimeError`` and what `tokenizer` throws.
    @concurrent
    public static func load(
        _ folder: URL, factory: ModelFactory, package: ModelPackage? = nil, adapter: URL? = nil,
        tokenizer: @Sendable (CheckpointDirectory) throws -> any Tokenizer
    ) async throws -> ModelContainer {
        let loaded = try factory.load(
            folder, package: package, adapter: adapter.map { try Adapter($0) })
        return try ModelContainer(
            loaded, tokenizer: try tokenizer(loaded.directory),
            processor: try factory.processor(for: loaded))
    }

    /// Runs `body` with the model, while no generation takes a step.
    public func perform<Result: Sendable>(
        _ body: @Sendable (LoadedModel, any Tokenizer) throws -> Result
    ) rethrows -> Result {
        try body(loaded, tokenizer)
    }

    /// An answer to an input, generated while it is iterated over.
    ///
    /// Nothing happens before the first event is asked for, and nothing between two events: who stops
    /// asking stops the generation, and so does who cancels the task.
    ///
    /// - Parameters:
    ///   - input: the conversation and its media.
    ///   - options: how the text is generated.
    public nonisolated func generate(
        _ input: UserInput, options: GenerationOptions = GenerationOptions()
    ) -> GenerationStream {
        GenerationStream(container: self, input: input, options: options, exchange: nil)
    }

    /// Takes in a prompt, or what a conversation adds to the last one.
    ///
    /// - Returns: the number of the generation, by which its events are asked for.
    func begin(
        _ input: UserInput, _ options: GenerationOptions, in state: GenerationState
    ) throws -> Int {
        let prepared = try processor.prepare(input, tokenizer: tokenizer)
        var options = options
        options.stopTokens.formUnion(prepared.stopTokens)
        try state.begin(
            prepared, options, loaded, tokenizer,
            ResponseParser(
                responseFormat, tools: input.tools,
                startsWithReasoning: try responseFormat.startsWithReasoning(
                    prepared.tokens, tokenizer: tokenizer)))
        return state.generation
    }

    /// The next events of a generation; nil after the last.
    ///
    /// - Throws: `CancellationError` also for a generation that another one has followed.
    func next(_ generation: Int, in state: GenerationState) throws -> [GenerationEvent]? {
        guard generation == state.generation else { throw CancellationError() }
        return try state.next()
    }

    /// Forgets what a conversation keeps.
    func forget(_ state: GenerationState) { state.forget() }
}
