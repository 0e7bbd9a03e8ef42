import Foundation

/// Asks for lines: with editing and a history on a terminal, as they come elsewhere.
public final class LineEditor {
    /// What came of asking.
    public enum Answer: Equatable, Sendable {
        /// A line without its end.
        case line(String)
        /// The line was given up with Ctrl-C.
        case interrupted
        /// There will be no more lines.
        case end
    }

    private var history: [String] = []
    private let isTerminal: Bool

    /// An editor of the standard input, which draws on the standard error.
    public init() {
        isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
    }

    /// The next line.
    ///
    /// - Parameter prompt: what stands before the line on a terminal.
    public func readLine(prompt: String) -> Answer {
        guard isTerminal, let terminal = RawTerminal() else {
            return Swift.readLine(strippingNewline: true).map { .line($0) } ?? .end
        }
        defer { terminal.restore() }
        var session = EditingSession(history: history)
        terminal.draw(prompt, session.line)
        while let key = readKey(terminal.readByte) {
            switch session.handle(key) {
            case .editing: terminal.draw(prompt, session.line)
            case .entered(let text):
                session.finishLine()
                terminal.draw(prompt, session.line)
                terminal.write("\r\n")
                if !text.isEmpty, history.last != text { history.append(text) }
                return .line(text)
            case .interrupted:
                terminal.write("^C\r\n")
                return .interrupted
            case .ended:
                terminal.write("\r\n")
                return .end
            }
        }
        return .end
    }
}

/// One line from its first key to its last, with the lines before it at hand.
public struct EditingSession: Sendable {
    /// What a key has led to.
    public enum Outcome: Equatable, Sendable {
        case editing
        case entered(String)
        case interrupted
        case ended
    }

    /// The line that is shown.
    public private(set) var line = LineBuffer()
    private let history: [String]
    /// Which line of the history is shown; their number stands for the new one.
    private var place: Int
    /// The new line while one of the history is shown.
    private var draft = LineBuffer()

    /// An empty line.
    public init(history: [String] = []) {
        self.history = history
        place = history.count
    }

    /// Takes a key.
    public mutating func handle(_ key: Key) -> Outcome {
        switch key {
        case .text(let text): line.insert(text)
        case .enter: return .entered(line.text)
        case .backspace, .control("h"): line.deleteBackward()
        case .delete: line.deleteForward()
        case .left, .control("b"): line.moveLeft()
        case .right, .control("f"): line.moveRight()
        case .home, .control("a"): line.moveToStart()
        case .end, .control("e"): line.moveToEnd()
        case .wordLeft: line.moveWordLeft()
        case .wordRight: line.moveWordRight()
        case .up, .control("p"): show(place - 1)
        case .down, .control("n"): show(place + 1)
        case .control("u"): line.deleteToStart()
        case .control("k"): line.deleteToEnd()
        case .control("w"): line.deleteWord()
        case .control("c"): return .interrupted
        case .control("d"):
            guard !line.characters.isEmpty else { return .ended }
            line.deleteForward()
        case .control, .unknown: break
        }
        return .editing
    }

    /// Moves the cursor behind the line.
    mutating func finishLine() { line.moveToEnd() }

    private mutating func show(_ index: Int) {
        guard index != place, (0...history.count).contains(index) else { return }
        if place == history.count { draft = line }
        place = index
        line = index == history.count ? draft : LineBuffer(history[index])
    }
}
