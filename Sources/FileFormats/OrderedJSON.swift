import OrderedCollections

/// A JSON document as Python's `json` module reads it: objects keep their order, whole numbers stay
/// integers, `NaN` and the infinities are numbers.
public enum OrderedJSON: Equatable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case array([OrderedJSON])
    case object(OrderedDictionary<String, OrderedJSON>)
}

extension OrderedJSON {
    /// The member of an object, nil for other values and absent keys; assigning nil removes it.
    public subscript(key: String) -> OrderedJSON? {
        get { object?[key] }
        set {
            guard case .object(var members) = self else { return }
            self = .null  // The members are then held once, and changing them copies nothing.
            members[key] = newValue
            self = .object(members)
        }
    }

    /// The members of an object.
    public var object: OrderedDictionary<String, OrderedJSON>? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The elements of an array.
    public var array: [OrderedJSON]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The text of a string.
    public var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// A whole number.
    public var int: Int? {
        if case .int(let number) = self { number } else { nil }
    }

    /// Any number.
    public var double: Double? {
        switch self {
        case .int(let number): Double(number)
        case .double(let number): number
        default: nil
        }
    }

    /// A truth value.
    public var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// Whether this is `null`.
    public var isNull: Bool { self == .null }

    /// The value in words, for messages: `string "64"`, `number 0.5`, `an array`.
    public var summary: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .int(let number): "number \(number)"
        case .double(let number): "number \(number)"
        case .string(let text): "string \"\(text.prefix(40))\(text.count > 40 ? "…" : "")\""
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension OrderedJSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .int(value) }
    public init(floatLiteral value: Double) { self = .double(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral elements: OrderedJSON...) { self = .array(elements) }

    public init(dictionaryLiteral elements: (String, OrderedJSON)...) {
        self = .object(OrderedDictionary(elements, uniquingKeysWith: { $1 }))
    }
}
