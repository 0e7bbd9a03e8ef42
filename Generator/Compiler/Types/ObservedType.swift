import Operations

/// The type of a value that a run of the Python showed.
public indirect enum ObservedType: Hashable, Sendable {
    /// `int`, `float`, `bool`, `str`, `array`, `dtype`, `none`, `function`.
    case word(String)
    /// A list, with the different types of its elements.
    case list([ObservedType])
    case tuple([ObservedType])
    case dictionary(keys: [ObservedType], values: [ObservedType])
    /// Dotted names of an object's class and of those it inherits from, the nearest first.
    case object([String])
    /// A class itself.
    case classObject(String)
}

extension ObservedType: Decodable {
    private enum CodingKeys: String, CodingKey {
        case list, tuple
        case dictionary = "dict"
        case object
        case classObject = "class"
    }

    private struct Entries: Decodable {
        let keys: [ObservedType]
        let values: [ObservedType]
    }

    public init(from decoder: any Decoder) throws {
        if let word = try? decoder.singleValueContainer().decode(String.self) {
            self = .word(word)
            return
        }
        let values = try decoder.container(keyedBy: CodingKeys.self)
        if let elements = try values.decodeIfPresent([Self].self, forKey: .list) {
            self = .list(elements)
        } else if let elements = try values.decodeIfPresent([Self].self, forKey: .tuple) {
            self = .tuple(elements)
        } else if let entries = try values.decodeIfPresent(Entries.self, forKey: .dictionary) {
            self = .dictionary(keys: entries.keys, values: entries.values)
        } else if let classes = try values.decodeIfPresent([String].self, forKey: .object) {
            self = .object(classes)
        } else {
            self = .classObject(try values.decode(String.self, forKey: .classObject))
        }
    }
}

extension ObservedType: CustomStringConvertible {
    /// As inferred types are written: `[int]`, `{str: array}`, `mlx.nn.layers.linear.Linear`.
    public var description: String {
        func list(_ types: [ObservedType], _ separator: String) -> String {
            types.map(\.description).joined(separator: separator)
        }
        switch self {
        case .word("none"): return "None"
        case .word(let word): return word
        case .list(let elements): return "[\(list(elements, " | "))]"
        case .tuple(let elements): return "(\(list(elements, ", ")))"
        case .dictionary(let keys, let values):
            return "{\(list(keys, " | ")): \(list(values, " | "))}"
        case .object(let classes): return classes.first ?? "object"
        case .classObject(let name): return "type[\(name)]"
        }
    }
}

extension PythonType {
    /// Whether a value of a type that was seen is one of this type.
    func holds(_ seen: ObservedType, table: OperationTable) -> Bool {
        func all(_ element: PythonType, _ seen: [ObservedType]) -> Bool {
            seen.allSatisfy { element.holds($0, table: table) }
        }
        if seen == .word("any") { return true }
        switch (self, seen) {
        case (.unknown, _), (.json, _): return true
        case (PythonType.mask, .word(let word)): return ["none", "str", "array"].contains(word)
        case (.optional, .word("none")), (.none, .word("none")): return true
        case (.optional(let wrapped), _): return wrapped.holds(seen, table: table)
        case (.array, .word("array")), (.string, .word("str")), (.dtype, .word("dtype")),
            (.boolean, .word("bool")):
            return true
        // A whole number may stand for a float, as a truth value may for an integer.
        case (.integer, .word(let word)): return ["int", "bool"].contains(word)
        case (.float, .word(let word)): return ["float", "int"].contains(word)
        case (.list(let element), .list(let seen)), (.list(let element), .tuple(let seen)):
            return all(element, seen)
        case (.tuple(let elements), .tuple(let seen)):
            return elements.count == seen.count
                && zip(elements, seen).allSatisfy { $0.holds($1, table: table) }
        case (.tuple(let elements), .list(let seen)):
            return elements.allSatisfy { all($0, seen) }
        case (.dictionary(let key, let value), .dictionary(let keys, let values)):
            return all(key, keys) && all(value, values)
        case (.function, .word("function")), (.function, .object), (.function, .classObject),
            (.classObject, .classObject):
            return true
        case (.instance(let name), .object(let classes)): return classes.contains(name)
        case (.either(let names), .object(let classes)):
            return names.contains { classes.contains($0) }
        case (.library(let name), .object(let classes)):
            return table.type(name, holds: classes)
        // JSON objects with a Swift type of their own, such as the scaling of rotary embeddings.
        case (.library(let name), .dictionary): return table.types[name]?.isModule != true
        default: return false
        }
    }
}

extension OperationTable {
    /// Whether an object with these classes is of a type of the table.
    fileprivate func type(_ swiftName: String, holds classes: [String]) -> Bool {
        let named = self.classes.values.filter { row in
            classes.contains { row.python?.isSameClass(as: $0) == true }
        }
        if named.contains(where: { $0.swiftName == swiftName || $0.conforms.contains(swiftName) }) {
            return true
        }
        // Protocols have conforming classes that no row names; a layer is never a cache.
        guard let row = types[swiftName], row.isProtocol else { return false }
        return row.isModule == classes.contains("mlx.nn.layers.base.Module")
    }
}

extension String {
    /// `mlx.nn.Linear` is defined in `mlx.nn.layers.linear`, `models.cache.KVCache` in a package.
    fileprivate func isSameClass(as dotted: String) -> Bool {
        let (own, other) = (split(separator: "."), dotted.split(separator: "."))
        guard own.last == other.last else { return false }
        return own.first == "mlx"
            ? other.starts(with: own.dropLast())
            : other.suffix(own.count).elementsEqual(own)
    }
}
