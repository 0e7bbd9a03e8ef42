/// The YAML form of a table file.
struct TableFile: Decodable {
    var functions: [String: OperationRow]?
    var classes: [String: ClassRow]?
    var constants: [String: AttributeRow]?
    var methods: [String: [String: OperationRow]]?
    var attributes: [String: [String: AttributeRow]]?
    var names: [String: String]?
    /// Names without a row on purpose, with the reason.
    var excluded: [String: String]?

    var rowCount: Int {
        let plain =
            (functions?.count ?? 0) + (classes?.count ?? 0) + (constants?.count ?? 0)
            + (names?.count ?? 0) + (excluded?.count ?? 0)
        let ofTypes =
            (methods ?? [:]).values.reduce(0) { $0 + $1.count }
            + (attributes ?? [:]).values.reduce(0) { $0 + $1.count }
        return plain + ofTypes
    }
}

struct AttributeRow: Decodable {
    var type: String?
    var swift: String?
    /// The one value that it has in a single process.
    var constant: Int?
    /// The attribute of the same object that it stands for.
    var alias: String?

    func attribute(_ name: String) throws -> LibraryAttribute {
        try namingRow(name) {
            if let constant {
                return LibraryAttribute(
                    type: .integer, swift: "\(constant)", meaning: .constant(constant))
            }
            if let alias {
                return LibraryAttribute(type: .unknown, swift: "", meaning: .alias(alias))
            }
            guard let type, let swift else { throw TableError("has no 'type' or no 'swift'") }
            return LibraryAttribute(type: try TypeGrammar.type(type), swift: swift)
        }
    }
}

struct OperationRow: Decodable {
    var parameters: String?
    var result: String?
    var swift: SwiftRow?
    /// The array method that is the same operation.
    var method: String?
    var `throws`: Bool?
    var values: [String: [String: String]]?
    /// The Swift name of the function where Python passes it as a value.
    var value: String?
    /// Parameters that contradict the stub on purpose, with the reason.
    var differs: [String: String]?
    /// The parameter whose list or dictionary the call changes in place.
    var changes: String?
    /// The parameter for which a list stands that begins with what is meant.
    var leading: String?
    /// The designated initialiser, where `swift` is another one.
    var designated: String?
    /// The row's signatures, if Python has several.
    var signatures: [OperationRow]?

    func operation(_ name: String) throws -> Operation {
        try namingRow(name) {
            let overloads = try (signatures ?? []).map { try $0.signature(name, of: self) }
            guard let first = overloads.first else { return try signature(name, of: self) }
            return Operation(
                python: name, parameters: first.parameters, result: first.result,
                swift: first.swift, throwing: first.throwing, values: first.values,
                stubDifferences: first.stubDifferences, overloads: overloads)
        }
    }

    /// One signature; what it does not say, its row says for all of them.
    private func signature(_ name: String, of row: OperationRow) throws -> Operation {
        guard let forms = try (swift ?? row.swift)?.forms() else {
            throw TableError("has no 'swift'")
        }
        let rule: ResultRule
        let result = result ?? row.result ?? "array"
        if result.hasPrefix("=") {
            rule = .same(as: String(result.dropFirst()))
        } else {
            rule = .type(try TypeGrammar.type(result))
        }
        return Operation(
            python: name, parameters: try TypeGrammar.parameters(parameters ?? ""), result: rule,
            swift: forms, throwing: `throws` ?? row.throws ?? false,
            values: values ?? row.values ?? [:], stubDifferences: differs ?? row.differs ?? [:],
            overloads: [], changes: changes ?? row.changes, leading: leading ?? row.leading,
            designated: (designated ?? row.designated).map {
                SwiftForm(conditions: [:], template: $0)
            })
    }
}

/// One spelling as a string, or several with the argument types they are for.
enum SwiftRow: Decodable {
    case one(String)
    case several([[String: String]])

    init(from decoder: Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .one(text)
        } else {
            self = .several(try container.decode([[String: String]].self))
        }
    }

    func forms() throws -> [SwiftForm] {
        switch self {
        case .one(let text):
            return [SwiftForm(conditions: [:], template: text)]
        case .several(let rows):
            return try rows.map { row in
                guard let template = row["swift"] else {
                    throw TableError("a form without 'swift'")
                }
                let conditions = row.filter { !["swift", "throws"].contains($0.key) }
                let literals = conditions.filter { $0.value.hasPrefix("'") }
                let types = conditions.filter { !$0.value.hasPrefix("'") }
                return SwiftForm(
                    conditions: try types.mapValues(TypeGrammar.type),
                    literals: literals.mapValues { $0.filter { $0 != "'" } }, template: template,
                    throwing: row["throws"] == "true")
            }
        }
    }
}

struct ClassRow: Decodable {
    var swift: String
    var module: Bool?
    var open: Bool?
    var `protocol`: Bool?
    var conforms: [String]?
    var replaced: Bool?
    var `init`: OperationRow?
    var call: OperationRow?
    var attributes: [String: AttributeRow]?
    var methods: [String: OperationRow]?
    /// The type of `instance[index]`.
    var element: String?

    func libraryClass(_ name: String) throws -> LibraryClass {
        LibraryClass(
            python: name.contains(".") ? name : nil,
            swiftName: swift,
            isModule: module ?? false,
            isOpen: open ?? module ?? false,
            initializer: try `init`?.operation(name),
            call: try call?.operation("\(name).__call__"),
            attributes: try Dictionary(
                uniqueKeysWithValues: (attributes ?? [:]).map { key, row in
                    (key, try row.attribute("\(name).\(key)"))
                }),
            methods: try Dictionary(
                uniqueKeysWithValues: (methods ?? [:]).map { key, row in
                    (key, try row.operation("\(name).\(key)"))
                }),
            isProtocol: `protocol` ?? false,
            conforms: conforms ?? [],
            isReplaced: replaced ?? false,
            elementType: try element.map { text in
                try namingRow("\(name)[…]") { try TypeGrammar.type(text) }
            })
    }
}

/// Puts the row's name in front of what is wrong with it.
private func namingRow<Value>(_ name: String, _ body: () throws -> Value) throws -> Value {
    do {
        return try body()
    } catch let error as TableError {
        throw TableError("\(name): \(error)")
    }
}
