import TraceDiff

/// How much of the Python that ran was compared line by line.
public struct LineCoverage: Sendable, Codable, Equatable {
    /// The lines of some code.
    public struct Count: Sendable, Codable, Equatable {
        /// Assignments and returns that ran.
        public var executed = 0
        /// Those of which a value was compared.
        public var compared = 0
        /// The arrays and numbers that were compared.
        public var values = 0

        /// The compared part, from 0 to 1; 1 of nothing.
        public var share: Double { executed == 0 ? 1 : Double(compared) / Double(executed) }
    }

    /// A line, or a name of one, whose value was not compared.
    public struct Uncompared: Sendable, Codable, Hashable, Comparable {
        /// `llama/language.py:48:9`
        public var place: String
        public var name: String
        public var reason: String

        public static func < (left: Self, right: Self) -> Bool {
            (left.reason, left.place, left.name) < (right.reason, right.place, right.name)
        }
    }

    /// The family's own modules, and those of other families that it uses.
    public var model = Count()
    /// The package's modules that many families use, ported by hand.
    public var shared = Count()
    /// The lines of the model's code that were not compared.
    public var uncompared: [Uncompared] = []
    /// Names of compared lines whose value Swift does not have: `D` of `B, L, D = x.shape`.
    public var unreadNames: [Uncompared] = []

    /// Nothing ran.
    public init() {}

    /// The coverage of runs of a family.
    ///
    /// - Parameters:
    ///   - compared: the Python's records that were compared.
    ///   - left: those that were not.
    ///   - map: which says why.
    public init(compared: [TraceRecord], left: [TraceRecord], map: LineMap) {
        // What a function is given is no line.
        let lines = compared.filter { $0.kind == .line && !$0.isParameter }
        let places = Set(lines.map(\.source))
        let names = Set(left.filter { !$0.isParameter }.map(LineMap.PythonLine.init))
        let all = places.union(names.map(\.place))
        func count(isShared: Bool) -> Count {
            func isOfCode(_ place: String) -> Bool { map.isShared(place) == isShared }
            return Count(
                executed: all.filter(isOfCode).count, compared: places.filter(isOfCode).count,
                values: lines.filter { isOfCode($0.source) }.count)
        }
        model = count(isShared: false)
        shared = count(isShared: true)
        for line in names where !map.isShared(line.place) {
            let entry = Uncompared(
                place: line.place, name: line.name, reason: map.reason(for: line).rawValue)
            if places.contains(line.place) {
                unreadNames.append(entry)
            } else {
                uncompared.append(entry)
            }
        }
        uncompared.sort()
        unreadNames.sort()
    }
}

extension LineMap.PythonLine {
    /// The line that a record of the Python is of.
    public init(_ record: TraceRecord) {
        self.init(place: record.source, name: record.baseName)
    }
}
