// What Python's `isinstance` and conversions say of a value of a JSON file.

import OrderedCollections

extension JSONValue {
    /// Whether the file has a whole number without a fraction: Python's `int`, of which `bool` is one.
    public var isInteger: Bool {
        switch self {
        case .int, .bool: true
        default: false
        }
    }

    /// Whether the file has a number with a fraction or an exponent: Python's `float`.
    public var isFloat: Bool { if case .double = self { true } else { false } }

    /// Whether it is a string.
    public var isString: Bool { stringValue != nil }

    /// Whether it is true or false.
    public var isBoolean: Bool { boolValue != nil }

    /// Whether it is a list.
    public var isList: Bool { arrayValue != nil }

    /// Whether it is a dictionary.
    public var isDictionary: Bool { objectValue != nil }

    /// The list, if it is one of whole numbers.
    public var intValues: [Int]? { values(\.intValue) }

    /// The list, if it is one of numbers; a single number is a list of one.
    public var doubleValues: [Double]? { doubleValue.map { [$0] } ?? values(\.doubleValue) }

    /// The list, if it is one of strings.
    public var stringValues: [String]? { values(\.stringValue) }

    /// The dictionary as the arguments of a rotary embedding, if it is one.
    public var ropeScaling: RoPEScaling? { objectValue.map { RoPEScaling($0) } }

    /// The entry of a dictionary; nil if there is none, or if the value is no dictionary.
    ///
    /// Setting makes or replaces an entry of a dictionary; another value stays as it is.
    public subscript(key: String) -> JSONValue? {
        get { objectValue?[key] }
        set {
            guard case .object(var entries) = self else { return }
            entries[key] = newValue
            self = .object(entries)
        }
    }

    /// The element of a list.
    ///
    /// - Precondition: the value is a list with so many elements.
    public subscript(index: Int) -> JSONValue? { arrayValue?[index] }

    /// Python's `dictionary.get(key)`: nil also where the entry is null.
    public func get(_ key: String) -> JSONValue? {
        self[key].flatMap { $0 == .null ? nil : $0 }
    }

    /// Python's `dictionary.pop(key, None)`: the entry, which is gone then; nil if there is none, or if the
    /// value is no dictionary.
    @discardableResult
    public mutating func removeValue(forKey key: String) -> JSONValue? {
        guard case .object(var entries) = self else { return nil }
        defer { self = .object(entries) }
        return entries.removeValue(forKey: key)
    }

    /// Python's `key in value`: a key of a dictionary, or a string of a list.
    public func contains(_ key: String) -> Bool {
        switch self {
        case .object(let entries): entries[key] != nil
        case .array(let elements): elements.contains(.string(key))
        case .string(let text): text.contains(key)
        default: false
        }
    }

    /// Python's `number in value`: an element of a list, which may be a float or truth value that is equal.
    public func contains(_ number: Int) -> Bool {
        guard case .array(let elements) = self else { return false }
        return elements.contains { element in
            switch element {
            case .int(let value): value == number
            case .double(let value): value == Double(number)
            case .bool(let value): (value ? 1 : 0) == number
            default: false
            }
        }
    }

    /// Python's `int(value)`.
    ///
    /// - Throws: `PythonFailure.missing` if it is no number, `PythonFailure.raised` if it is a string that spells
    ///   no integer, `PythonError.notAnInteger` if it is infinite, NaN or beyond 64 bits.
    public func truncatedToInt() throws -> Int {
        if case .bool(let value) = self { return value ? 1 : 0 }
        if case .string(let text) = self { return try text.parsedInt() }
        return try intValue ?? required(doubleValue, description).truncatedToInt()
    }

    /// What Python goes through: the elements of a list, the keys of a dictionary, the characters of a string.
    ///
    /// - Throws: `PythonFailure.raised` for other values, as Python raises a `TypeError`.
    public func pythonElements() throws -> [JSONValue] {
        switch self {
        case .array(let elements): return elements
        case .object(let entries): return entries.keys.map { .string($0) }
        case .string(let text): return text.unicodeScalars.map { .string(String($0)) }
        default: throw PythonFailure.raised("TypeError", "\(self) has no elements")
        }
    }

    /// Python's `len(value)`.
    ///
    /// - Throws: `PythonFailure.raised` for values without elements, as Python raises a `TypeError`.
    public func pythonCount() throws -> Int { try pythonElements().count }

    /// Python's `set(value)` as a list: its elements without those that are equal to one before.
    ///
    /// - Throws: `PythonFailure.raised` for values without elements and for lists and dictionaries among the
    ///   elements, as Python raises a `TypeError`.
    public func distinctElements() throws -> JSONValue {
        var distinct: [JSONValue] = []
        for element in try pythonElements() {
            if element.isList || element.isDictionary {
                throw PythonFailure.raised("TypeError", "\(element) cannot be in a set")
            }
            if !distinct.contains(where: { $0.isEqualElement(element) }) {
                distinct.append(element)
            }
        }
        return .array(distinct)
    }

    /// Whether Python takes both for one: numbers and truth values are equal by what they count.
    private func isEqualElement(_ other: JSONValue) -> Bool {
        switch (self, other) {
        case (.bool(let value), _): JSONValue.int(value ? 1 : 0).isEqualElement(other)
        case (_, .bool(let value)): isEqualElement(.int(value ? 1 : 0))
        case (.int(let a), .double(let b)), (.double(let b), .int(let a)): Double(a) == b
        default: self == other
        }
    }

    /// The least element of a list of numbers, as Python's `min`; nil of an empty list and of other values.
    public func min() -> JSONValue? { extreme(<) }

    /// The greatest element of a list of numbers, as Python's `max`; nil of an empty list and of other
    /// values.
    public func max() -> JSONValue? { extreme(>) }

    /// The first element that comes before all others.
    private func extreme(_ isBefore: (Double, Double) -> Bool) -> JSONValue? {
        guard let elements = arrayValue, let numbers = values(\.doubleValue),
            let first = elements.indices.first
        else { return nil }
        return elements[
            elements.indices.dropFirst().reduce(first) {
                isBefore(numbers[$1], numbers[$0]) ? $1 : $0
            }]
    }

    private func values<Value>(_ value: (JSONValue) -> Value?) -> [Value]? {
        guard let elements = arrayValue else { return nil }
        let values = elements.compactMap(value)
        return values.count == elements.count ? values : nil
    }
}

extension RoPEScaling {
    /// Python's `scaling.get(key)`: nil also where the entry is null.
    public func get(_ key: String) -> JSONValue? {
        values[key].flatMap { $0 == .null ? nil : $0 }
    }
}

extension JSONValue {
    /// Python's `dictionary.setdefault(key, value)`; another value stays as it is.
    public mutating func setDefault(_ value: JSONValue, forKey key: String) {
        if self[key] == nil { self[key] = value }
    }
}

extension JSONValue {
    /// Python's `dictionary.update(other)`; other values stay as they are.
    public mutating func update(_ other: JSONValue) {
        guard case .object(var entries) = self, let others = other.objectValue else { return }
        entries.merge(others) { $1 }
        self = .object(entries)
    }

    /// Python's `{**self, **other}`: of equal keys the other's value, in the place of this one's.
    ///
    /// - Throws: `PythonFailure.raised` if one of them is no dictionary, as Python raises a `TypeError`.
    public func merging(_ other: JSONValue) throws -> JSONValue {
        let (entries, others) = try (requiredEntries(), other.requiredEntries())
        return .object(entries.merging(others) { $1 })
    }

    private func requiredEntries() throws -> OrderedDictionary<String, JSONValue> {
        guard case .object(let entries) = self else {
            throw PythonFailure.raised("TypeError", "\(self) is no dictionary")
        }
        return entries
    }
}

extension OrderedDictionary {
    /// Python's `dictionary.setdefault(key, value)`.
    public mutating func setDefault(_ value: Value, forKey key: Key) {
        if self[key] == nil { self[key] = value }
    }
}

extension OrderedDictionary<String, JSONValue> {
    /// The entries of a file's dictionary, in its order where the decoder keeps it.
    ///
    /// - Throws: what the decoder throws where the value is no dictionary.
    init(jsonFrom decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: EntryKey.self)
        self.init(
            try values.allKeys.map { ($0.stringValue, try values.decode(Value.self, forKey: $0)) }
        ) { _, last in last }
    }

    func encode(jsonTo encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: EntryKey.self)
        for (key, value) in self { try container.encode(value, forKey: EntryKey(stringValue: key)) }
    }

    /// The same entries under keys that `transform` gives. Of two entries that get one key the last one
    /// stays, in the place of the first, as in Python's `{transform(k): v for k, v in d.items()}`.
    public func mapKeys(_ transform: (String) throws -> String) rethrows -> Self {
        Self(try map { (try transform($0.key), $0.value) }) { _, last in last }
    }
}

/// Any key of a dictionary.
private struct EntryKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
