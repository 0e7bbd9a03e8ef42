import ModelRuntime

/// Tells text, reasoning and calls of tools apart, wherever the borders between pieces lie.
public struct ResponseParser: Sendable {
    private enum Part: Sendable { case text, reasoning, call }

    private let format: ResponseFormat
    private let tools: [OrderedJSON]
    private var part: Part
    private var held = ""

    /// A parser at the beginning of an answer.
    ///
    /// - Parameters:
    ///   - tools: the schemas of the tools; without any, calls are text.
    ///   - startsWithReasoning: whether the prompt ends with the mark that begins reasoning.
    public init(_ format: ResponseFormat, tools: [OrderedJSON], startsWithReasoning: Bool = false) {
        self.format = format
        self.tools = tools
        part = startsWithReasoning ? .reasoning : .text
    }

    /// What can be told with a further piece of text.
    public mutating func append(_ text: String) -> [GenerationEvent] {
        held += text
        var events = events(isFinal: false)
        guard part != .call else { return events }
        let kept = longestBeginning
        let cut = held.utf8.index(held.endIndex, offsetBy: -kept)
        events += shown(String(held[..<cut]))
        held = String(held[cut...])
        return events
    }

    /// What is left, once no more text can follow.
    public mutating func finish() -> [GenerationEvent] {
        let events = events(isFinal: true)
        defer { held = "" }
        return events + (part == .call ? calls(in: held, end: "") : shown(held))
    }

    /// What stands in front of marks.
    private mutating func events(isFinal: Bool) -> [GenerationEvent] {
        var events: [GenerationEvent] = []
        while let (range, next) = nextBorder, isFinal || !mayBecomeAnother(range) {
            let before = String(held[..<range.lowerBound])
            let mark = String(held[range])
            held = String(held[range.upperBound...])
            events += part == .call ? calls(in: before, end: mark) : shown(before)
            part = next
        }
        return events
    }

    /// Whether more text may show that a mark is a longer one, which begins like it.
    private func mayBecomeAnother(_ range: Range<String.Index>) -> Bool {
        let rest = held[range.lowerBound...].utf8
        return borders.contains { mark, _ in
            mark.utf8.count > rest.count && mark.utf8.starts(with: rest)
        }
    }

    private func shown(_ text: String) -> [GenerationEvent] {
        guard !text.isEmpty else { return [] }
        return [part == .reasoning ? .reasoning(text) : .text(text)]
    }

    /// The calls of a part, or its text if it is none.
    private func calls(in text: String, end: String) -> [GenerationEvent] {
        guard let format = format.toolCalls else { return [] }
        if let calls = try? format.parse(text, tools: tools) { return calls.map { .toolCall($0) } }
        return [.text(format.markers.start + text + end)]
    }

    /// The marks that end the present part, each with what follows it.
    private var borders: [(mark: String, next: Part)] {
        switch part {
        case .text:
            var borders: [(String, Part)] = format.structure.map { ($0, .text) }
            if let reasoning = format.reasoning { borders.append((reasoning.start, .reasoning)) }
            if let calls = format.toolCalls, !tools.isEmpty {
                borders += ([calls.markers.start] + calls.otherStarts).map { ($0, .call) }
            }
            return borders
        case .reasoning: return format.reasoning.map { [($0.end, .text)] } ?? []
        case .call:
            // Some formats have no end but the answer's.
            guard let end = format.toolCalls?.markers.end, !end.isEmpty else { return [] }
            return [(end, .text)]
        }
    }

    /// The first mark in what is held.
    private var nextBorder: (Range<String.Index>, Part)? {
        borders.compactMap { mark, next in held.utf8.firstRange(of: mark.utf8).map { ($0, next) } }
            // Of marks that begin alike the longer one is meant.
            .min {
                ($0.0.lowerBound, $1.0.upperBound) < ($1.0.lowerBound, $0.0.upperBound)
            }
    }

    /// How many bytes at the end are the beginning of a mark.
    private var longestBeginning: Int {
        borders.map { mark, _ in
            let mark = Array(mark.utf8)
            return (0..<mark.count).reversed().first { count in
                held.utf8.suffix(count).elementsEqual(mark.prefix(count))
            } ?? 0
        }.max() ?? 0
    }
}
