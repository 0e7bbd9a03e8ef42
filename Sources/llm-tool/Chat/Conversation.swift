import Foundation
import LineEditing
import ModelRuntime
import ModelSessions

/// Questions and commands of a user, one after another.
struct Conversation {
    let session: ChatSession
    let output: ChatOutput
    private let editor = LineEditor()
    private let interruption = Interruption()
    private var last: GenerationResult?
    /// The pictures and recordings that go with the next question.
    private var (pictures, recordings): ([UserInput.Media], [UserInput.Media]) = ([], [])

    init(session: ChatSession, output: ChatOutput) {
        (self.session, self.output) = (session, output)
    }

    private static let help = """
        /help         this text
        /image FILE   shows the model a picture with the next question
        /audio FILE   plays the model a recording with the next question
        /reset        begins the conversation anew
        /stats        what the last answer took, and the length of the conversation
        /save FILE    writes the conversation as JSON
        /quit         ends the program, as Ctrl-D does
        Ctrl-C ends an answer. Anything else is said to the model.
        """

    /// Runs until there are no more lines.
    mutating func run() async {
        while true {
            switch editor.readLine(prompt: "> ") {
            case .end: return
            case .interrupted: continue
            case .line(let line):
                let words = line.split(separator: " ", maxSplits: 1)
                switch words.first {
                case nil: continue
                case "/quit", "/exit": return
                case "/help": Program.log(Self.help)
                case "/reset":
                    await session.reset()
                    (last, pictures, recordings) = (nil, [], [])
                    Program.log("The conversation begins anew.")
                case "/stats": showStatistics()
                case "/image": Self.add(file(in: words), to: &pictures, by: "/image")
                case "/audio": Self.add(file(in: words), to: &recordings, by: "/audio")
                case "/save": save(file(in: words))
                case let word? where word.hasPrefix("/"):
                    Program.log("\(word) is no command; /help names them.")
                default:
                    let media = (pictures, recordings)
                    (pictures, recordings) = ([], [])
                    await answer(session.stream(line, images: media.0, audio: media.1))
                }
            }
        }
    }

    /// Shows an answer, and asks for what the tools that it calls return.
    private mutating func answer(_ stream: GenerationStream) async {
        var stream = stream
        while true {
            let calls: [ToolCall]
            do {
                guard let answer = try await shown(stream) else { return }
                last = answer.result
                calls = answer.toolCalls
            } catch {
                Program.log("llm-tool: \(Failure(error)?.message ?? "\(error)")")
                return
            }
            guard !calls.isEmpty else { return }
            var results: [ChatMessage] = []
            for call in calls {
                guard case .line(let text) = editor.readLine(prompt: "\(call.name) returns> ")
                else {
                    return
                }
                results.append(.tool(text, name: call.name, call: call.id))
            }
            stream = session.stream(toolResults: results)
        }
    }

    /// The answer once it is shown, nil if it was ended before.
    private func shown(_ stream: GenerationStream) async throws -> Answer? {
        let output = output
        let task = Task {
            var answer = Answer()
            for try await event in stream {
                answer.append(event)
                output.show(event)
            }
            return answer
        }
        interruption.answer = task
        defer { interruption.answer = nil }
        do {
            return try await task.value
        } catch is CancellationError {
            output.interrupted()
            return nil
        }
    }

    private func showStatistics() {
        last?.statistics.lines.forEach(Program.log)
        if let last { Program.log("Cached: \(last.cachedPromptTokens) tokens of the prompt") }
        Program.log("Conversation: \(session.messages.count) messages")
    }

    /// What follows a command.
    private func file(in words: [Substring]) -> String? {
        words.count > 1 ? String(words[1]) : nil
    }

    private static func add(_ file: String?, to media: inout [UserInput.Media], by command: String)
    {
        guard let file else {
            Program.log("\(command) needs the name of a file.")
            return
        }
        do {
            media.append(try UserInput.Media(named: file, by: command))
        } catch {
            Program.log("llm-tool: \(Failure(error)?.message ?? "\(error)")")
        }
    }

    private func save(_ file: String?) {
        guard let file else {
            Program.log("/save needs the name of a file.")
            return
        }
        do {
            try ConversationFile.write(session.messages, to: file)
            Program.log("The conversation is in \(file).")
        } catch {
            Program.log("llm-tool: \(Failure(error)?.message ?? "\(error)")")
        }
    }
}
