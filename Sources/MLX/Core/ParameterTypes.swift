// Parameters that are one number or several. A list of the wrong length repeats its last number, or
// leaves the rest out: nothing fails before an operation sees it.

/// One integer, or a pair.
public struct IntOrPair: ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, Sendable {
    /// The pair.
    public let values: (Int, Int)
    /// The first integer.
    public var first: Int { values.0 }
    /// The second integer.
    public var second: Int { values.1 }

    /// One integer twice.
    public init(integerLiteral value: Int) {
        self.init(value)
    }

    /// A pair, or one integer twice.
    public init(arrayLiteral elements: Int...) {
        self.init(elements)
    }

    /// A pair, or one integer twice.
    public init(_ values: some Collection<Int>) {
        let first = values.first ?? 0
        self.values = (first, values.dropFirst().first ?? first)
    }

    /// A pair.
    public init(_ values: (Int, Int)) {
        self.values = values
    }

    /// One integer twice.
    public init(_ value: Int) {
        values = (value, value)
    }
}

/// One integer, or three.
public struct IntOrTriple: ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, Sendable {
    /// The three integers.
    public let values: (Int, Int, Int)
    /// The first integer.
    public var first: Int { values.0 }
    /// The second integer.
    public var second: Int { values.1 }
    /// The third integer.
    public var third: Int { values.2 }

    /// One integer three times.
    public init(integerLiteral value: Int) {
        self.init(value)
    }

    /// Three integers, or one three times.
    public init(arrayLiteral elements: Int...) {
        self.init(elements)
    }

    /// Three integers, or one three times.
    public init(_ values: some Collection<Int>) {
        let first = values.first ?? 0
        let second = values.dropFirst().first ?? first
        self.values = (first, second, values.dropFirst(2).first ?? second)
    }

    /// Three integers.
    public init(_ values: (Int, Int, Int)) {
        self.values = values
    }

    /// One integer three times.
    public init(_ value: Int) {
        values = (value, value, value)
    }
}

/// One integer, or a list.
public enum IntOrArray: ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, Sendable {
    /// One integer.
    case int(Int)
    /// A list.
    case array([Int])

    /// One integer.
    public init(integerLiteral value: Int) {
        self = .int(value)
    }

    /// A list.
    public init(arrayLiteral elements: Int...) {
        self = .array(elements)
    }

    /// A list.
    public init(_ values: [Int]) {
        self = .array(values)
    }

    /// One integer.
    public init(_ value: Int) {
        self = .int(value)
    }

    /// The integers as a list.
    public var asArray: [Int] {
        switch self {
        case .int(let value): [value]
        case .array(let values): values
        }
    }

    /// The integers as a list, clamped to 32 bits.
    public var asInt32Array: [Int32] { asArray.map { Int32(clamping: $0) } }

    /// How many integers.
    public var count: Int { asArray.count }
}

/// One number, or a list.
public enum FloatOrArray: ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, Sendable {
    /// One number.
    case float(Float)
    /// A list.
    case array([Float])

    /// One number.
    public init(floatLiteral value: Float) {
        self = .float(value)
    }

    /// A list.
    public init(arrayLiteral elements: Float...) {
        self = .array(elements)
    }

    /// A list.
    public init(_ values: [Float]) {
        self = .array(values)
    }

    /// One number.
    public init(_ value: Float) {
        self = .float(value)
    }

    /// The numbers as a list.
    public var asArray: [Float] {
        switch self {
        case .float(let value): [value]
        case .array(let values): values
        }
    }

    /// The numbers as a list of `dimensions`: one number that often, or the list.
    public func asArray(dimensions: Int) -> [Float] {
        switch self {
        case .float(let value): Array(repeating: value, count: dimensions)
        case .array(let values): values
        }
    }

    /// How many numbers.
    public var count: Int { asArray.count }
}
