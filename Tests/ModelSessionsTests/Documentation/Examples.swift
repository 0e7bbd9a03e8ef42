import Foundation
import ModelRuntime
import ModelSessions

// The examples of the documentation, as it has them: `DocumentationTests` compares.

func overview(_ folder: URL, _ types: [ModelType]) async throws {
    let factory = ModelFactory(types: types)
    let container = try await ModelContainer.load(folder, factory: factory)
    for try await event in container.generate(UserInput("Tell me a story.")) {
        if case .text(let text) = event { print(text, terminator: "") }
    }
}

func conversation(_ container: ModelContainer, _ picture: URL) async throws {
    let session = ChatSession(container, instructions: "Answer briefly.")
    let first = try await session.respond(to: "Who wrote Faust?")
    let second = try await session.respond(to: "And when?")
    print(first.text, second.text)

    for try await event in session.stream("Tell me more.") {
        switch event {
        case .text(let text): print(text, terminator: "")
        case .reasoning(let thought): print("(\(thought))", terminator: "")
        case .toolCall(let call): print("calls", call.name)
        case .finished(let result): print(result.statistics.lines.joined(separator: "\n"))
        }
    }

    var options = GenerationOptions()
    options.temperature = 0.8
    options.topP = 0.9
    options.seed = 7
    options.maxTokens = 200
    options.stop = ["\n\n"]
    let sampled = try await session.respond(to: "A poem, please.", options: options)
    print(sampled.text)

    let saved = session.messages
    let later = ChatSession(container, messages: saved)
    print(later.messages.count)

    do {
        let answer = try await session.stream("What is this?", images: [.file(picture)]).answer()
        print(answer.text)
    } catch let error as ModelRuntimeError where error.cause == .unsupported {
        print(error)
    }
}

func tools(_ container: ModelContainer, _ run: (ToolCall) -> String) async throws {
    let weather: OrderedJSON = [
        "type": "function",
        "function": [
            "name": "weather",
            "description": "The weather in a city",
            "parameters": [
                "type": "object",
                "properties": ["city": ["type": "string"]],
                "required": ["city"],
            ],
        ],
    ]
    let session = ChatSession(container, tools: [weather])

    var answer = try await session.respond(to: "Is it raining in Weimar?")
    while !answer.toolCalls.isEmpty {
        let results = answer.toolCalls.map { call in
            ChatMessage.tool(run(call), name: call.name, call: call.id)
        }
        answer = try await session.stream(toolResults: results).answer()
    }
    print(answer.text)
}
