import Foundation
import ModelRuntime

/// Shows the events of answers.
struct ChatOutput: Sendable {
    let printsJSON: Bool
    let hidesReasoning: Bool
    let isQuiet: Bool
    private let isTerminal = isatty(STDOUT_FILENO) == 1

    init(printsJSON: Bool, hidesReasoning: Bool, isQuiet: Bool) {
        (self.printsJSON, self.hidesReasoning) = (printsJSON, hidesReasoning)
        self.isQuiet = isQuiet
    }

    /// Shows an event.
    func show(_ event: GenerationEvent) {
        if printsJSON { return emit(event) }
        switch event {
        case .text(let text): Program.emit(text)
        case .reasoning(let text):
            guard !hidesReasoning else { return }
            Program.emit(isTerminal ? "\u{1B}[2m\(text)\u{1B}[22m" : text)
        case .toolCall(let call): Program.emit("\(call.json.text())\n")
        case .finished(let result):
            Program.emit("\n")
            if !isQuiet { result.statistics.lines.forEach(Program.log) }
        }
    }

    private func emit(_ event: GenerationEvent) {
        let json: OrderedJSON
        switch event {
        case .text(let text): json = ["text": .string(text)]
        case .reasoning(let text):
            guard !hidesReasoning else { return }
            json = ["reasoning": .string(text)]
        case .toolCall(let call): json = ["tool_call": call.json]
        case .finished(let result): json = ["finished": result.json]
        }
        Program.emit(json.text() + "\n")
    }

    /// Shows that an answer was ended.
    func interrupted() {
        Program.emit(printsJSON ? "{\"interrupted\":true}\n" : "\n")
        Program.log("The answer was ended; it is no part of the conversation.")
    }
}
