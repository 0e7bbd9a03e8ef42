extension Operation: CustomStringConvertible {
    /// The call as the tables write it: `mlx.core.take(a: array, indices: int|array, axis: int? = None) -> array`.
    public var description: String { signatures.map(\.signatureText).joined(separator: " | ") }

    private var signatureText: String {
        var parts: [String] = []
        var isKeywordOnly = false
        for parameter in parameters {
            if parameter.isKeywordOnly, !isKeywordOnly, !parameters.contains(where: \.isVariadic) {
                parts.append("*")
            }
            isKeywordOnly = parameter.isKeywordOnly
            parts.append(parameter.description)
        }
        return "\(python)(\(parts.joined(separator: ", "))) -> \(result)"
    }
}

extension OperationParameter: CustomStringConvertible {
    public var description: String {
        let types = alternatives.map(\.description).joined(separator: "|")
        let defaultText = defaultValue.map { " = \($0)" } ?? ""
        return "\(isVariadic ? "*" : "")\(name): \(types)\(defaultText)"
    }
}

extension ResultRule: CustomStringConvertible {
    public var description: String {
        switch self {
        case .type(let type): type.description
        case .same(let name): "=\(name)"
        }
    }
}

extension OperationTable {
    /// A line of the printed table: a name, how Python calls it, how Swift spells it.
    public struct Line: Hashable, Sendable {
        public let name: String
        public let signature: String
        public let swift: [String]
    }

    /// The whole table in alphabetic order: functions, layers, methods and attributes, constants.
    public var lines: [Line] {
        let ofClasses = types.values.flatMap { row in
            [row.initializer, row.call].compactMap { $0 } + row.methods.values
        }
        let operations = (Array(functions.values) + ofClasses + methodsOnly).map { operation in
            Line(
                name: operation.python, signature: "\(operation)",
                swift: operation.signatures.flatMap { $0.swift.map(\.template) })
        }
        let attributes = builtinAttributes.flatMap { type, rows in
            rows.map {
                Line(
                    name: "\(type).\($0)", signature: "\(type).\($0): \($1.type)", swift: [$1.swift]
                )
            }
        }
        let plain = classes.filter { $1.initializer == nil }.map {
            Line(name: $0, signature: $0, swift: [$1.swiftName])
        }
        let values = constants.map {
            Line(name: $0, signature: "\($0): \($1.type)", swift: [$1.swift])
        }
        return (operations + attributes + plain + values).sorted {
            ($0.name, $0.signature) < ($1.name, $1.signature)
        }
    }

    /// Methods of built-in types that are no function under another name.
    private var methodsOnly: [Operation] {
        builtinMethods.values.flatMap(\.values).filter { functions[$0.python] == nil }
    }
}
