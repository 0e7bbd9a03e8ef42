import Foundation

/// How far an element may be from the reference: `|candidate - reference| <= absolute + relative *
/// |reference|`.
///
/// Both sides run the same engine, so equal bits are the rule. Tolerances are for runs on another
/// architecture, and for saying how large a difference is.
public struct Tolerance: Sendable, Equatable, Codable {
    /// The part that grows with the reference's magnitude.
    public var relative: Double
    /// The part that does not.
    public var absolute: Double

    /// Creates a tolerance from its two parts.
    public init(relative: Double, absolute: Double) {
        self.relative = relative
        self.absolute = absolute
    }

    /// Whether only equal values pass.
    var isExact: Bool { relative == 0 && absolute == 0 }
}

/// A tolerance for records of some name, in place of the element type's.
public struct ToleranceOverride: Sendable, Equatable {
    /// An element type, a path, a class or the name of a line; `*` stands for any characters.
    public var pattern: String
    /// What is granted.
    public var tolerance: Tolerance

    /// Creates an override.
    public init(pattern: String, tolerance: Tolerance) {
        self.pattern = pattern
        self.tolerance = tolerance
    }

    /// Reads `NAME=RELATIVE` or `NAME=RELATIVE,ABSOLUTE`; nil if `text` is neither.
    public init?(_ text: String) {
        guard let sign = text.lastIndex(of: "="), sign > text.startIndex else { return nil }
        let parts = text[text.index(after: sign)...].split(
            separator: ",", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Double($0) }.filter { $0 >= 0 && $0.isFinite }
        guard (1...2).contains(parts.count), numbers.count == parts.count else { return nil }
        self.init(
            pattern: String(text[..<sign]),
            tolerance: Tolerance(
                relative: numbers[0], absolute: numbers.count > 1 ? numbers[1] : 0))
    }

    /// Whether the override is about a record.
    func matches(_ record: TraceRecord) -> Bool {
        [record.dtype, record.path, record.name, record.baseName].contains {
            fnmatch(pattern, String($0), 0) == 0
        }
    }
}

/// The tolerance of each record: that of its element type, unless its name says otherwise.
public struct TolerancePolicy: Sendable, Equatable {
    /// Replaces every default's relative part.
    public var relative: Double?
    /// Replaces every default's absolute part.
    public var absolute: Double?
    /// Tolerances by name; the last one that matches counts.
    public var overrides: [ToleranceOverride]

    /// The defaults, or other values for all element types but integers and booleans.
    public init(
        relative: Double? = nil, absolute: Double? = nil, overrides: [ToleranceOverride] = []
    ) {
        self.relative = relative
        self.absolute = absolute
        self.overrides = overrides
    }

    /// The defaults: about a hundred roundings of the type. Integers and booleans are exact.
    public static let defaults: [String: Tolerance] = [
        "float64": Tolerance(relative: 1e-13, absolute: 1e-15),
        "float32": Tolerance(relative: 1e-5, absolute: 1e-6),
        "complex64": Tolerance(relative: 1e-5, absolute: 1e-6),
        "float16": Tolerance(relative: 2e-2, absolute: 1e-3),
        "bfloat16": Tolerance(relative: 1e-1, absolute: 1e-2),
    ]

    /// The tolerance for one element type, as MLX names it.
    public func tolerance(for dtype: String) -> Tolerance {
        guard let standard = Self.defaults[dtype] else {
            return Tolerance(relative: 0, absolute: 0)
        }
        return Tolerance(
            relative: relative ?? standard.relative, absolute: absolute ?? standard.absolute)
    }

    /// The tolerance for one record. Token ids have none, whatever they are called.
    public func tolerance(for record: TraceRecord) -> Tolerance {
        if record.isTokenIds { return Tolerance(relative: 0, absolute: 0) }
        return overrides.last { $0.matches(record) }?.tolerance ?? tolerance(for: record.dtype)
    }
}
