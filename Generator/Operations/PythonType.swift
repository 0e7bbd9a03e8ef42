/// The type of a Python value, as far as translation needs to know it.
public indirect enum PythonType: Hashable, Sendable {
    case array
    case integer
    case float
    case boolean
    case string
    case dtype
    /// `None` and nothing else.
    case none
    case optional(PythonType)
    case list(PythonType)
    case set(PythonType)
    case tuple([PythonType])
    case dictionary(key: PythonType, value: PythonType)
    /// A JSON value whose shape the source does not say.
    case json
    /// An instance of a class of the sources being compiled, by the class's dotted name.
    case instance(String)
    /// An instance of one of several classes of the sources, which are layers, by dotted names in
    /// alphabetic order.
    case either([String])
    /// A type that the library table declares, by its Swift name.
    case library(String)
    /// One of some classes of layers itself, as in `nn.Linear` passed as a value, by their Python names in
    /// alphabetic order.
    case classObject([String])
    case function(parameters: [PythonType], result: PythonType)
    /// Nothing is known yet; analysis ends with an error where this is left over and matters.
    case unknown

    /// Whether `None` is among the values.
    public var isOptional: Bool {
        switch self {
        case .optional, .none: true
        default: false
        }
    }

    /// The type after a test has shown that the value is not `None`.
    public var unwrapped: PythonType {
        if case .optional(let wrapped) = self { wrapped } else { self }
    }

    /// The same type with `None` added. Masks have a case of their own for it.
    public var madeOptional: PythonType {
        switch self {
        case .optional, .none, .unknown, PythonType.mask: self
        default: .optional(self)
        }
    }

    /// The type as that of a dictionary's keys: a tuple of values of one kind is a list of them, which
    /// Swift can tell from others.
    public var asKey: PythonType {
        guard case .tuple(let elements) = self, let first = elements.first,
            elements.allSatisfy({ $0 == first })
        else { return self }
        return .list(first)
    }

    /// Whether a value of the other type can stand where this one is asked for.
    ///
    /// An integer is no float here: which spelling is meant may hang on the difference.
    public func holds(_ other: PythonType) -> Bool {
        if self == other || self == .unknown { return true }
        switch (self, other) {
        case (.integer, .boolean): return true
        case (.list(let element), .list(let given)):
            return given == .unknown || element.holds(given)
        case (.list(let element), .tuple(let given)):
            return given.allSatisfy { element.holds($0.unwrapped) }
        case (.tuple(let elements), .tuple(let given)):
            return elements.count == given.count && zip(elements, given).allSatisfy { $0.holds($1) }
        case (PythonType.mask, .array), (PythonType.mask, .string): return true
        default: return false
        }
    }

    /// Whether the value is a list or a dictionary, absent or not.
    public var holdsElements: Bool {
        switch unwrapped {
        case .list, .dictionary: true
        default: false
        }
    }

    /// An instance of one of some classes.
    public static func either(anyOf names: [String]) -> PythonType {
        let distinct = Set(names).sorted()
        return distinct.count == 1 ? .instance(distinct[0]) : .either(distinct)
    }

    /// Whether the value is a tuple of nothing but `None`, which stands for something absent that has
    /// parts: `(None, None)` in place of a list of caches.
    public var isAbsentTuple: Bool {
        if case .tuple(let elements) = self {
            !elements.isEmpty && elements.allSatisfy { $0 == .none }
        } else {
            false
        }
    }

    /// A part of an array's subscript: `slice(1, 3)`.
    public static let arrayIndex = PythonType.library("MLXArrayIndex")

    /// An array of NumPy's, which is one of the engine in Swift: integers, truth values, or float32, of which both
    /// make the same.
    public static let hostArray = PythonType.library("MLXArray")

    /// Whether the value is an array, of the engine or of NumPy.
    public var isArray: Bool { self == .array || self == .hostArray }

    /// What `create_attention_mask` makes: nothing, `"causal"` or an array.
    public static let mask = PythonType.library("AttentionMask")

    /// What `x.max() + 1 if x.size > 0 else 0` is: an array, or a whole number, which arithmetic with an array takes
    /// otherwise than an array of one.
    public static let numberOrArray = PythonType.library("NumberOrArray")

    /// The smallest type that holds the values of both, or `nil` if there is none but `json`.
    public func joined(with other: PythonType) -> PythonType? {
        if self == other { return self }
        switch (self, other) {
        case (.unknown, let known), (let known, .unknown):
            return known
        case (.none, let some), (let some, .none):
            return some.madeOptional
        case (PythonType.mask, .array), (PythonType.mask, .string),
            (.array, PythonType.mask), (.string, PythonType.mask),
            (.array, .string), (.string, .array):
            return .mask
        case (.optional(let wrapped), let some), (let some, .optional(let wrapped)):
            return wrapped.joined(with: some.unwrapped)?.madeOptional
        case (.library, .tuple) where self != .mask && other.isAbsentTuple:
            return madeOptional
        case (.tuple, .library) where other != .mask && isAbsentTuple:
            return other.madeOptional
        case (PythonType.arrayIndex, .integer), (.integer, PythonType.arrayIndex),
            (PythonType.arrayIndex, .array), (.array, PythonType.arrayIndex):
            return .arrayIndex
        case (.integer, .float), (.float, .integer):
            return .float
        case (.integer, .boolean), (.boolean, .integer):
            return .integer
        case (.array, .integer), (.array, .float), (.integer, .array), (.float, .array):
            return .array
        case (PythonType.numberOrArray, .integer), (PythonType.numberOrArray, .array),
            (.integer, PythonType.numberOrArray), (.array, PythonType.numberOrArray):
            return .numberOrArray
        case (.either(let names), .instance(let name)), (.instance(let name), .either(let names)):
            return .either(anyOf: names + [name])
        case (.either(let left), .either(let right)):
            return .either(anyOf: left + right)
        case (.classObject(let left), .classObject(let right)):
            return .classObject(Set(left + right).sorted())
        case (.list(let left), .list(let right)):
            return left.joined(with: right).map { .list($0) }
        case (.set(let left), .set(let right)):
            return left.joined(with: right).map { .set($0) }
        case (.tuple(let left), .tuple(let right)) where left.count == right.count:
            let elements = zip(left, right).map { $0.joined(with: $1) }
            guard !elements.contains(nil) else { return nil }
            return .tuple(elements.compactMap { $0 })
        case (.dictionary(let leftKey, let leftValue), .dictionary(let rightKey, let rightValue)):
            guard let key = leftKey.joined(with: rightKey),
                let value = leftValue.joined(with: rightValue)
            else { return nil }
            return .dictionary(key: key, value: value)
        default:
            return nil
        }
    }
}

extension PythonType: CustomStringConvertible {
    /// The type as the tables and the reports write it: `array?`, `[int]`, `(array, array)`.
    public var description: String {
        switch self {
        case .array: "array"
        case .integer: "int"
        case .float: "float"
        case .boolean: "bool"
        case .string: "str"
        case .dtype: "dtype"
        case .none: "None"
        case .optional(let wrapped): "\(wrapped)?"
        case .list(let element): "[\(element)]"
        case .set(let element): "set of \(element)"
        case .tuple(let elements): "(\(elements.map(\.description).joined(separator: ", ")))"
        case .dictionary(let key, let value): "{\(key): \(value)}"
        case .json: "json"
        case .instance(let name), .library(let name): name
        case .either(let names): names.joined(separator: " or ")
        case .classObject(let names): "type[\(names.joined(separator: " or "))]"
        case .function(let parameters, let result):
            "(\(parameters.map(\.description).joined(separator: ", "))) -> \(result)"
        case .unknown: "unknown"
        }
    }
}
