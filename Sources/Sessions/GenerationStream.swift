import ModelRuntime

/// An answer as a sequence of events: pieces of text, reasoning and calls of tools, the statistics at
/// the end.
///
/// Each iteration is a generation of its own. The engine works only while an event is waited for.
public struct GenerationStream: AsyncSequence, Sendable {
    public typealias Element = GenerationEvent

    let container: ModelContainer
    let input: UserInput
    let options: GenerationOptions
    /// The conversation that the answer belongs to.
    let exchange: ChatSession?

    /// An iterator, which begins the generation when it is first asked.
    public func makeAsyncIterator() -> Iterator { Iterator(self) }

    /// The events of one generation.
    public struct Iterator: AsyncIteratorProtocol {
        private let stream: GenerationStream
        private let state: GenerationState
        private var input: UserInput
        private var generation: Int?
        private var events: ArraySlice<GenerationEvent> = []
        private var answer = Answer()
        private var isFinished = false

        init(_ stream: GenerationStream) {
            self.stream = stream
            state = stream.exchange?.state ?? GenerationState()
            input = stream.input
        }

        /// The next event, nil after the last.
        ///
        /// - Throws: ``ModelRuntimeError``, and `CancellationError` when the task is cancelled.
        public mutating func next() async throws -> GenerationEvent? {
            try await next(isolation: nil)
        }

        /// The next event, nil after the last.
        ///
        /// - Throws: ``ModelRuntimeError``, and `CancellationError` when the task is cancelled.
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(any Error) -> GenerationEvent? {
            while events.isEmpty {
                guard !isFinished else { return nil }
                try Task.checkCancellation()
                guard let generation else {
                    if let exchange = stream.exchange { input = exchange.input(stream.input) }
                    generation = try await stream.container.begin(input, stream.options, in: state)
                    continue
                }
                guard let further = try await stream.container.next(generation, in: state) else {
                    isFinished = true
                    return nil
                }
                events = further[...]
            }
            let event = events.removeFirst()
            answer.append(event)
            if case .finished = event {
                isFinished = true
                stream.exchange?.record(input, answer)
            }
            return event
        }
    }
}

extension GenerationStream {
    /// The whole answer: its text, and the calls of tools.
    ///
    /// - Throws: ``ModelRuntimeError``, and `CancellationError` when the task is cancelled.
    public func answer() async throws -> Answer {
        var answer = Answer()
        for try await event in self { answer.append(event) }
        return answer
    }
}

/// What a model has answered.
public struct Answer: Equatable, Sendable {
    /// The text, without reasoning and calls.
    public private(set) var text = ""
    /// What the model has thought before.
    public private(set) var reasoning = ""
    /// The tools that it calls.
    public private(set) var toolCalls: [ToolCall] = []
    /// The result of the generation, once it has ended.
    public private(set) var result: GenerationResult?

    /// Nothing yet.
    public init() {}

    /// Adds an event of the answer.
    public mutating func append(_ event: GenerationEvent) {
        switch event {
        case .text(let text): self.text += text
        case .reasoning(let text): reasoning += text
        case .toolCall(let call): toolCalls.append(call)
        case .finished(let result): self.result = result
        }
    }

    /// The answer as a turn of a conversation.
    var message: ChatMessage {
        var message = ChatMessage.assistant(text)
        if !reasoning.isEmpty { message.fields["reasoning_content"] = .string(reasoning) }
        if !toolCalls.isEmpty {
            message.fields["tool_calls"] = .array(toolCalls.map(\.json))
        }
        return message
    }
}
