import ModelRuntime
import Synchronization

/// A conversation with a model.
///
/// What the model keeps of the conversation stays between turns, so that each turn takes in only what is
/// new. A turn whose answer is not taken to its end leaves the conversation as it was.
///
/// ```swift
/// let session = ChatSession(container, instructions: "Answer briefly.")
/// print(try await session.respond(to: "Who wrote Faust?").text)
/// ```
public final class ChatSession: Sendable {
    /// The model.
    public let container: ModelContainer
    /// The schemas of the tools that the model may call.
    public let tools: [OrderedJSON]
    /// Further variables of the chat template.
    public let templateContext: [String: OrderedJSON]
    /// How answers are generated, where a turn does not say otherwise.
    public let options: GenerationOptions

    let state = GenerationState()
    /// The conversation with its media.
    private let history: Mutex<UserInput>
    private let opening: UserInput

    /// A conversation at its beginning.
    ///
    /// - Parameters:
    ///   - container: the model.
    ///   - instructions: what the model is told before everything else.
    ///   - messages: what has been said so far.
    ///   - tools: the schemas of the tools that the model may call.
    ///   - templateContext: further variables of the chat template.
    ///   - imageFrame: what pictures are resized to fit; nil leaves them as they are.
    ///   - options: how answers are generated.
    public init(
        _ container: ModelContainer, instructions: String? = nil, messages: [ChatMessage] = [],
        tools: [OrderedJSON] = [], templateContext: [String: OrderedJSON] = [:],
        imageFrame: UserInput.Frame? = nil, options: GenerationOptions = GenerationOptions()
    ) {
        self.container = container
        self.tools = tools
        self.templateContext = templateContext
        self.options = options
        var conversation = UserInput(
            instructions.map { [.system($0)] } ?? [], tools: tools, templateContext: templateContext
        )
        conversation.imageFrame = imageFrame
        opening = conversation
        conversation.messages += messages
        history = Mutex(conversation)
    }

    /// What has been said so far.
    public var messages: [ChatMessage] { history.withLock { $0.messages } }

    /// The answer to a text, as a sequence of events.
    ///
    /// - Parameters:
    ///   - text: what the user says.
    ///   - images: pictures that go with it.
    ///   - audio: recordings that go with it.
    ///   - options: how this answer is generated; nil is the session's way.
    public func stream(
        _ text: String, images: [UserInput.Media] = [], audio: [UserInput.Media] = [],
        options: GenerationOptions? = nil
    ) -> GenerationStream {
        var message = ChatMessage.user(text)
        if !images.isEmpty {
            // Later turns have to tell to which message the pictures belong.
            let pictures = [OrderedJSON](repeating: ["type": "image"], count: images.count)
            message.content = .array(pictures + [["type": "text", "text": .string(text)]])
        }
        return stream(UserInput([message], images: images, audio: audio), options: options)
    }

    /// The answer to what the tools have returned, as a sequence of events.
    public func stream(
        toolResults: [ChatMessage], options: GenerationOptions? = nil
    ) -> GenerationStream {
        stream(UserInput(toolResults), options: options)
    }

    private func stream(_ turn: UserInput, options: GenerationOptions?) -> GenerationStream {
        GenerationStream(
            container: container, input: turn, options: options ?? self.options, exchange: self)
    }

    /// The whole answer to a text.
    ///
    /// - Throws: ``ModelRuntimeError``, and `CancellationError` when the task is cancelled.
    @discardableResult
    public func respond(
        to text: String, options: GenerationOptions? = nil
    ) async throws -> Answer {
        try await stream(text, options: options).answer()
    }

    /// Begins the conversation anew; the instructions stay.
    public func reset() async {
        history.withLock { $0 = opening }
        await container.forget(state)
    }

    /// The conversation with a further turn.
    func input(_ turn: UserInput) -> UserInput {
        var input = history.withLock { $0 }
        input.messages += turn.messages
        input.images += turn.images
        input.audio += turn.audio
        input.videos += turn.videos
        return input
    }

    /// Adds a turn and its answer.
    func record(_ input: UserInput, _ answer: Answer) {
        var conversation = input
        conversation.messages.append(answer.message)
        history.withLock { $0 = conversation }
    }
}
