/// Finds strings that end a text, wherever the borders between its pieces lie.
public struct StopStrings: Sendable {
    private let stops: [[UInt8]]
    private var held: [UInt8] = []

    /// Whether one of the strings has been found; nothing is let through from then on.
    public private(set) var isFound = false

    /// A filter for the given strings; empty ones are ignored.
    public init(_ stops: [String]) {
        self.stops = stops.filter { !$0.isEmpty }.map { Array($0.utf8) }
    }

    /// The part of the text so far that can be shown: nothing of a stop string, nothing that may
    /// become the beginning of one, nothing twice.
    public mutating func append(_ text: String) -> String {
        guard !isFound else { return "" }
        guard !stops.isEmpty else { return text }
        held.append(contentsOf: text.utf8)
        if let end = stops.compactMap(firstOccurrence).min() {
            isFound = true
            defer { held = [] }
            return String(decoding: held[..<end], as: UTF8.self)
        }
        let kept = longestBeginning
        defer { held.removeFirst(held.count - kept) }
        return String(decoding: held.dropLast(kept), as: UTF8.self)
    }

    /// What was held back, once no more text can follow.
    public mutating func finish() -> String {
        defer { held = [] }
        return isFound ? "" : String(decoding: held, as: UTF8.self)
    }

    private func firstOccurrence(of stop: [UInt8]) -> Int? {
        guard held.count >= stop.count else { return nil }
        return (0...held.count - stop.count).first { held[$0...].starts(with: stop) }
    }

    /// How many bytes at the end are the beginning of a stop string.
    private var longestBeginning: Int {
        stops.map { stop in
            (0..<stop.count).reversed().first {
                $0 <= held.count && held.suffix($0).elementsEqual(stop.prefix($0))
            } ?? 0
        }.max() ?? 0
    }
}
