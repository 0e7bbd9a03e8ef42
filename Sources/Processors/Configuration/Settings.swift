import FileFormats
import Media
import OrderedCollections

/// An object of a configuration file. A value that is `null` counts as absent.
struct Settings: Sendable {
    private(set) var members: OrderedDictionary<String, OrderedJSON>
    /// The file, for messages.
    let file: String

    /// - Throws: ``ProcessorError`` if the value is no object.
    init(_ json: OrderedJSON, file: String) throws(ProcessorError) {
        guard let members = json.object else {
            throw ProcessorError("it is \(json.summary) instead of an object", file: file)
        }
        self.members = members
        self.file = file
    }

    /// The value of a key; nil where it is absent or null.
    subscript(key: String) -> OrderedJSON? {
        get { members[key].flatMap { $0.isNull ? nil : $0 } }
        set { members[key] = newValue }
    }

    /// An object within.
    func settings(_ key: String) throws(ProcessorError) -> Settings? {
        guard let value = self[key] else { return nil }
        guard value.object != nil else { throw wrong(key, value, "an object") }
        return try Settings(value, file: file)
    }

    /// These with the members of others, which win.
    func merging(_ others: Settings?) -> Settings {
        var merged = self
        for (key, value) in others?.members ?? [:] { merged.members[key] = value }
        return merged
    }

    /// A truth value.
    func bool(_ key: String, _ standard: Bool) throws(ProcessorError) -> Bool {
        guard let value = self[key] else { return standard }
        guard let bool = value.bool else { throw wrong(key, value, "true or false") }
        return bool
    }

    /// A whole number from 1 to a limit that keeps sizes computable.
    func count(
        _ key: String, limit: Int = 1 << 20
    ) throws(ProcessorError) -> Int? {
        guard let value = self[key] else { return nil }
        guard let number = value.int, number > 0, number <= limit else {
            throw wrong(key, value, "a whole number from 1 to \(limit)")
        }
        return number
    }

    /// A finite number.
    func number(_ key: String) throws(ProcessorError) -> Double? {
        guard let value = self[key] else { return nil }
        guard let number = value.double, number.isFinite else {
            throw wrong(key, value, "a number")
        }
        return number
    }

    /// A text.
    func text(_ key: String) throws(ProcessorError) -> String? {
        guard let value = self[key] else { return nil }
        guard let text = value.string else { throw wrong(key, value, "a text") }
        return text
    }

    /// A number a channel, or one for all.
    func channels(_ key: String, _ standard: [Double]) throws(ProcessorError) -> [Double] {
        guard let value = self[key] else { return standard }
        if let number = value.double { return [number, number, number] }
        guard let numbers = value.array?.map(\.double), numbers.count == 3,
            numbers.allSatisfy({ $0 != nil })
        else { throw wrong(key, value, "a number for each of three channels") }
        return numbers.compactMap { $0 }
    }

    /// A filter's number.
    func filter(_ standard: ResamplingFilter) throws(ProcessorError) -> ResamplingFilter {
        guard let value = self["resample"] else { return standard }
        guard let filter = value.int.flatMap(ResamplingFilter.init(rawValue:)) else {
            throw wrong("resample", value, "a number from 0 to 7")
        }
        return filter
    }

    /// A size: an object of edges, a number, or height and width.
    ///
    /// - Parameter isSquare: whether a number is both sides, or else the shorter.
    func size(
        _ key: String, _ standard: SizeRule?, isSquare: Bool
    ) throws(ProcessorError) -> SizeRule? {
        guard let value = self[key] else { return standard }
        if value.int != nil, let edge = try count(key) {
            return isSquare
                ? .exactly(PixelSize(height: edge, width: edge)) : .shortestEdge(edge, atMost: nil)
        }
        if let sides = value.array?.map(\.int), sides.count == 2, let height = sides[0],
            let width = sides[1], height > 0, width > 0
        {
            return .exactly(PixelSize(height: height, width: width))
        }
        guard let edges = try? settings(key) else { throw wrong(key, value, "a size") }
        switch Set(edges.members.keys.filter { edges[$0] != nil }) {
        case ["height", "width"]:
            return .exactly(
                PixelSize(height: try edges.count("height")!, width: try edges.count("width")!))
        case ["shortest_edge"]:
            return .shortestEdge(try edges.count("shortest_edge")!, atMost: nil)
        case ["shortest_edge", "longest_edge"]:
            return .shortestEdge(
                try edges.count("shortest_edge")!, atMost: try edges.count("longest_edge"))
        case ["longest_edge"]:
            return .longestEdge(try edges.count("longest_edge")!)
        case ["max_height", "max_width"]:
            return .within(
                PixelSize(
                    height: try edges.count("max_height")!, width: try edges.count("max_width")!))
        default:
            throw wrong(key, value, "height and width, shortest_edge, longest_edge, or both")
        }
    }

    /// An error about a value.
    func wrong(_ key: String, _ value: OrderedJSON, _ expected: String) -> ProcessorError {
        ProcessorError("\(key) is \(value.summary) instead of \(expected)", file: file)
    }
}
