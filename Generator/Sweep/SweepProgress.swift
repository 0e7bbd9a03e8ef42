import Foundation

/// Says how far a sweep is: a bar with the time left on a terminal, else a line now and then.
final class SweepProgress {
    private let isTerminal: Bool
    private let write: (String) -> Void
    private var stage = ""
    private var total = 0
    private var done = 0
    private var start = Date()

    init(isTerminal: Bool, write: @escaping (String) -> Void) {
        self.isTerminal = isTerminal
        self.write = write
    }

    func begin(_ stage: String, total: Int) {
        self.stage = stage
        self.total = total
        done = 0
        start = Date()
        if !isTerminal { write("\(stage): \(total)\n") }
    }

    func advance(_ name: String) {
        done += 1
        if isTerminal {
            write(
                "\r\u{1B}[K"
                    + Self.bar(stage, done, total, name, elapsed: -start.timeIntervalSinceNow))
        } else if done % 20 == 0 || done == total {
            write("\(stage): \(done) of \(total)\n")
        }
    }

    func say(_ text: String) {
        write((isTerminal ? "\r\u{1B}[K" : "") + text + "\n")
    }

    func end() {
        if isTerminal { write("\r\u{1B}[K") }
    }

    /// `translate [####......] 40/112 qwen2, 1:20 left`
    static func bar(
        _ stage: String, _ done: Int, _ total: Int, _ name: String, elapsed: TimeInterval
    ) -> String {
        let width = 24
        let filled = total == 0 ? width : width * done / total
        let bar =
            String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
        let left = Int(elapsed / Double(max(done, 1)) * Double(total - done))
        let time = "\(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)"
        return "\(stage) [\(bar)] \(done)/\(total) \(name), \(time) left"
    }
}
