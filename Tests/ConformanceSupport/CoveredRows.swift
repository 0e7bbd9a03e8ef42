import Analysis
import Foundation
import Operations
import PythonSyntax
import Yams

extension OperationTable {
    /// The names of all rows that need a conformance case: functions, the array methods of the same
    /// meaning, constants, methods, attributes, and of each class how it is made, called and read.
    public var conformanceRows: Set<String> {
        var rows = Set(functions.keys)
        // What passes a function as a value is a constant of its name.
        rows.formUnion(constants.keys)
        for (type, methods) in builtinMethods {
            rows.formUnion(methods.filter { !$1.swift.isEmpty }.map { "\(type).\($0.key)" })
        }
        for (type, attributes) in builtinAttributes {
            rows.formUnion(attributes.keys.map { "\(type).\($0)" })
        }
        for row in types.values {
            let name = row.python ?? row.swiftName
            rows.formUnion(row.attributes.keys.map { "\(name).\($0)" })
            rows.formUnion(row.methods.keys.map { "\(name).\($0)" })
            if row.call != nil { rows.insert("\(name).__call__") }
            if row.python == nil { rows.insert(name) }
        }
        rows.formUnion(classes.keys)
        return rows
    }
}

extension CaseFile {
    /// Rows that no case can show, by name, each with the file of its test and a word to find in it.
    public static func rowsTestedElsewhere() throws -> [String: String] {
        let file = folder.appending(path: "elsewhere.yml")
        return try YAMLDecoder().decode(
            [String: String].self, from: String(contentsOf: file, encoding: .utf8))
    }
}

/// Which rows of the table the cases use.
public struct CoveredRows {
    public private(set) var rows: Set<String> = []
    private let table: OperationTable

    public init(_ cases: [CompiledCases], table: OperationTable) {
        self.table = table
        for compiled in cases {
            for function in compiled.module.functions { add(function) }
            for type in compiled.module.classes {
                for method in type.methods { add(method) }
            }
            addNames(compiled.file)
        }
    }

    /// The dotted names that stand in a file: constants leave no trace in the typed tree.
    private mutating func addNames(_ file: CaseFile) {
        var imports: [String: String] = [:]
        for match in file.source.matches(of: #/import ([\w.]+) as (\w+)/#) {
            imports[String(match.2)] = String(match.1)
        }
        for match in file.source.matches(of: #/^import (\w+)$/#.anchorsMatchLineEndings()) {
            imports[String(match.1)] = String(match.1)
        }
        for match in file.source.matches(of: #/\b(\w+)((?:\.\w+)+)/#) {
            if let module = imports[String(match.1)] { rows.insert(module + match.2) }
        }
        for match in file.source.matches(of: #/from \.\.(\w+) import ([^(\n]+|\([^)]*\))/#) {
            for name in match.2.split(whereSeparator: { ",() \n".contains($0) }) {
                let row = "models.\(match.1).\(name)"
                rows.insert(file.package == "mlx_lm" ? "mlx_lm.\(row)" : row)
            }
        }
    }

    private mutating func add(_ function: TypedFunction) {
        for parameter in function.parameters { add(parameter.type) }
        for statement in function.body { add(statement) }
    }

    private mutating func add(_ statement: TypedStatement) {
        if case .function(let function) = statement.kind { add(function) }
        for expression in statement.expressions { add(expression) }
        for block in statement.blocks {
            for inner in block { add(inner) }
        }
    }

    private mutating func add(_ expression: TypedExpression) {
        add(expression.type)
        switch expression.kind {
        case .shape: rows.insert("array.shape")
        case .libraryAttribute(let base, let swift): addAttribute(swift, of: base.type.unwrapped)
        case .call(let call):
            if case .operation(let operation) = call.callee {
                rows.insert(operation.python)
                // The receiver of a method stands in front.
                if let first = call.arguments.first,
                    first.value.span.line == expression.span.line,
                    first.value.span.column == expression.span.column
                {
                    let methods = table.builtinMethods["array"] ?? [:]
                    for (name, row) in methods where row.python == operation.python {
                        rows.insert("array.\(name)")
                    }
                }
            }
        default: break
        }
        for child in expression.children { add(child) }
    }

    private mutating func add(_ type: PythonType) {
        switch type {
        case .library(let name): rows.insert(table.types[name]?.python ?? name)
        case .optional(let wrapped), .list(let wrapped): add(wrapped)
        case .tuple(let parts): for part in parts { add(part) }
        default: break
        }
    }

    private mutating func addAttribute(_ swift: String, of type: PythonType) {
        switch type {
        case .array:
            for (name, row) in table.builtinAttributes["array"] ?? [:] where row.swift == swift {
                rows.insert("array.\(name)")
            }
        case .library(let name):
            guard let row = table.types[name] else { return }
            for (attribute, value) in row.attributes where value.swift == swift {
                rows.insert("\(row.python ?? name).\(attribute)")
            }
            for parent in row.conforms { addAttribute(swift, of: .library(parent)) }
        case .instance: addAttribute(swift, of: .library("Module"))
        default: break
        }
    }
}
