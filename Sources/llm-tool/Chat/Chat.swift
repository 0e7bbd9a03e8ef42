import ArgumentParser
import Foundation
import LineEditing
import MLX
import ModelRuntime
import ModelSessions
import ModelTokenizers

/// `llm-tool chat`: a conversation.
struct Chat: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Holds a conversation with a model.",
        discussion: """
            Type /help for what can be said beside questions. Ctrl-C ends an answer, Ctrl-D the \
            program. Lines come from the standard input, answers go to the standard output.
            """)

    @OptionGroup(title: "Model") var model: ModelOptions
    @OptionGroup(title: "Template") var template: TemplateOptions
    @OptionGroup(title: "Sampling") var sampling: SamplingOptions
    @OptionGroup(title: "Penalties") var penalties: PenaltyOptions
    @OptionGroup(title: "Cache") var cache: CacheFlags

    @Option(
        name: [.long, .customLong("system-prompt")],
        help: ArgumentHelp("An instruction before the conversation.", valueName: "text"))
    var system: String?

    @OptionGroup var resizing: ResizeOptions

    @Option(
        help: ArgumentHelp(
            "A conversation that /save has written, to go on with.", valueName: "file.json"))
    var history: String?

    @Flag(help: "Print each event as one JSON object a line.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print no statistics.")
    var quiet = false

    func run() async throws {
        _ = try sampling.options(penalties: penalties, cache: cache)
        let tools = try template.schemas()
        let context = try template.context()
        let messages = try history.map { try ConversationFile.read($0) } ?? []
        let loaded = try model.load()
        let tokenizer = try HuggingFaceTokenizer(loaded.directory)
        let options = try options(loaded, tokenizer)
        let processor = try ModelOptions.factory.processor(for: loaded)
        let session = ChatSession(
            try ModelContainer(loaded, tokenizer: tokenizer, processor: processor),
            instructions: system, messages: messages, tools: tools, templateContext: context,
            imageFrame: resizing.frame, options: options)
        var conversation = Conversation(
            session: session,
            output: ChatOutput(
                printsJSON: json, hidesReasoning: template.hidesReasoning, isQuiet: quiet))
        await conversation.run()
    }

    /// mlx-lm's chat ends an answer after 256 tokens, and draws from one seed for the whole conversation.
    private func options(
        _ loaded: LoadedModel, _ tokenizer: any Tokenizer
    ) throws -> GenerationOptions {
        var options = try sampling.options(
            penalties: penalties, cache: cache, loaded: loaded, tokenizer: tokenizer)
        let isLM = loaded.type.package == .mlxLM
        if options.maxTokens == nil, isLM { options.maxTokens = 256 }
        if let seed = options.seed ?? (isLM ? 0 : nil) { MLXRandom.seed(seed) }
        options.seed = nil
        return options
    }
}
