import OrderedCollections

/// The `rope_scaling` of a `config.json`: an open dictionary of which each rope type reads its part.
///
/// Numbers may be JSON integers, floats or strings that spell a number. Unknown keys are kept.
public struct RoPEScaling: Codable, Sendable, Equatable, ExpressibleByDictionaryLiteral {
    /// The dictionary as it stands in the file.
    public var values: OrderedDictionary<String, JSONValue>

    /// A scaling with these entries.
    public init(_ values: OrderedDictionary<String, JSONValue>) {
        self.values = values
    }

    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        values = OrderedDictionary(elements) { _, last in last }
    }

    public init(from decoder: any Decoder) throws {
        values = try OrderedDictionary(jsonFrom: decoder)
    }

    public func encode(to encoder: any Encoder) throws { try values.encode(jsonTo: encoder) }

    /// Whether the entries are the same, in whatever order.
    public static func == (left: RoPEScaling, right: RoPEScaling) -> Bool {
        JSONValue.object(left.values) == .object(right.values)
    }

    /// The entry under `key`; nil if there is none.
    public subscript(key: String) -> JSONValue? {
        get { values[key] }
        set { values[key] = newValue }
    }

    /// Python's `scaling.setdefault(key, value)`.
    public mutating func setDefault(_ value: JSONValue, forKey key: String) {
        values.setDefault(value, forKey: key)
    }

    /// Python's `scaling.pop(key, None)`: the entry, which is gone then; nil if there is none.
    @discardableResult
    public mutating func removeValue(forKey key: String) -> JSONValue? {
        values.removeValue(forKey: key)
    }

    /// Python's `key in scaling`.
    public func contains(_ key: String) -> Bool { values[key] != nil }

    /// Whether there are no entries.
    public var isEmpty: Bool { values.isEmpty }

    /// The scaling unless it has no entries: Python's `x or y` is `x.nonEmpty ?? y`.
    public var nonEmpty: RoPEScaling? { isEmpty ? nil : self }

    /// The rope type: `type` unless it is missing or empty, else `rope_type`, else `default`.
    ///
    /// Python's `get("type") or get("rope_type", "default")`; an entry that is no string is given
    /// as JSON, and is then no supported type.
    public var ropeType: String {
        let value = values["type"].flatMap { $0.isTruthy ? $0 : nil } ?? values["rope_type"]
        guard let value else { return "default" }
        return value.stringValue ?? value.description
    }

    /// The number under `key`.
    ///
    /// - Throws: `RoPEError` if it is missing or no number.
    public func double(_ key: String) throws -> Double {
        guard let value = values[key] else { throw RoPEError.missing(key: key, type: ropeType) }
        return try number(value, key)
    }

    /// The number under `key`, or `defaultValue` if there is no such entry.
    ///
    /// - Throws: `RoPEError` if it is no number.
    public func double(_ key: String, default defaultValue: Double) throws -> Double {
        try values[key].map { try number($0, key) } ?? defaultValue
    }

    /// The number under `key`; nil if the entry is null or missing.
    ///
    /// - Throws: `RoPEError` if it is no number.
    public func doubleIfPresent(_ key: String) throws -> Double? {
        guard let value = values[key], value != .null else { return nil }
        return try number(value, key)
    }

    /// The whole number under `key`; nil if the entry is null or missing.
    ///
    /// - Throws: `RoPEError` if it is no whole number.
    public func intIfPresent(_ key: String) throws -> Int? {
        guard let value = values[key], value != .null else { return nil }
        guard let number = value.intValue else {
            throw RoPEError.wrongType(key: key, expected: "a whole number", found: value)
        }
        return number
    }

    /// The list of numbers under `key`; a single number is a list of one.
    ///
    /// - Throws: `RoPEError` if it is missing or neither.
    public func doubles(_ key: String) throws -> [Double] {
        guard let value = values[key] else { throw RoPEError.missing(key: key, type: ropeType) }
        if let number = value.doubleValue { return [number] }
        guard let numbers = value.arrayValue?.map(\.doubleValue), !numbers.contains(nil) else {
            throw RoPEError.wrongType(key: key, expected: "a list of numbers", found: value)
        }
        return numbers.compactMap { $0 }
    }

    private func number(_ value: JSONValue, _ key: String) throws -> Double {
        guard let number = value.doubleValue else {
            throw RoPEError.wrongType(key: key, expected: "a number", found: value)
        }
        return number
    }
}

extension Optional where Wrapped == RoPEScaling {
    /// The scaling unless it is nil or has no entries: Python's `x or y` is `x.nonEmpty ?? y`.
    public var nonEmpty: RoPEScaling? { flatMap(\.nonEmpty) }
}

/// A rope configuration that no rotary embedding can be made from.
public enum RoPEError: Error, Equatable, CustomStringConvertible {
    /// An entry that the rope type requires is missing.
    case missing(key: String, type: String)
    /// An entry is of another JSON type.
    case wrongType(key: String, expected: String, found: JSONValue)
    /// An entry has a value with which the frequencies are undefined.
    case invalid(key: String, reason: String)
    /// A model's own argument, such as `max_position_embeddings`, is missing or impossible.
    case invalidArgument(name: String, reason: String)
    /// The rope type is none of the supported ones.
    case unsupportedType(String)
    /// The implementation is neither `fast` nor `eager`, or `eager` for a type that lacks it.
    case unsupportedImplementation(String, type: String)

    /// The rope types that `initializeRoPE` knows.
    public static let supportedTypes = [
        "default", "linear", "llama3", "yarn", "deepseek_yarn", "telechat3-yarn", "longrope",
        "proportional", "mrope",
    ]

    public var description: String {
        switch self {
        case .missing(let key, let type):
            "rope_scaling.\(key) is missing: rope type '\(type)' requires it"
        case .wrongType(let key, let expected, let found):
            "rope_scaling.\(key) must be \(expected), found \(found)"
        case .invalid(let key, let reason):
            "rope_scaling.\(key) \(reason)"
        case .invalidArgument(let name, let reason):
            "\(name) \(reason)"
        case .unsupportedType(let type):
            "rope_scaling.type '\(type)' is not supported; supported types: "
                + Self.supportedTypes.joined(separator: ", ")
        case .unsupportedImplementation(let implementation, let type):
            "RoPE implementation '\(implementation)' is not supported for rope type '\(type)'; "
                + "supported: fast, and eager for default and linear"
        }
    }
}
