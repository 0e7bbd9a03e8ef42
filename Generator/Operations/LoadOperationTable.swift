import Foundation
import Yams

extension OperationTable {
    /// The tables that are built into the compiler.
    ///
    /// - Throws: `TableError` if a row cannot be read.
    public static func builtIn() throws -> OperationTable {
        guard let folder = Bundle.module.url(forResource: "Tables", withExtension: nil) else {
            throw TableError("the operation tables are missing beside the executable")
        }
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil
        ).filter { $0.pathExtension == "yml" }.sorted { $0.path < $1.path }
        return try OperationTable(
            yaml: files.map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) })
    }

    /// Reads tables from YAML texts, each with the name under which an error cites it.
    ///
    /// - Throws: `TableError` naming the file and the row.
    public init(yaml files: [(name: String, text: String)]) throws {
        var functions: [String: Operation] = [:]
        var classes: [String: LibraryClass] = [:]
        var types: [String: LibraryClass] = [:]
        var constants: [String: LibraryConstant] = [:]
        var builtinMethods: [String: [String: Operation]] = [:]
        var builtinAttributes: [String: [String: LibraryAttribute]] = [:]
        var names: [String: String] = [:]
        for (fileName, text) in files {
            do {
                let rows = try YAMLDecoder().decode(TableFile.self, from: text)
                for (name, row) in rows.functions ?? [:] {
                    let operation = try row.operation(name)
                    functions[name] = operation
                    if let method = row.method {
                        builtinMethods["array", default: [:]][method] = operation
                    }
                }
                for (name, row) in rows.classes ?? [:] {
                    let libraryClass = try row.libraryClass(name)
                    types[libraryClass.swiftName] = libraryClass
                    if let python = libraryClass.python { classes[python] = libraryClass }
                }
                for (name, row) in rows.constants ?? [:] {
                    constants[name] = LibraryConstant(
                        type: try TypeGrammar.type(row.type), swift: row.swift)
                }
                for (type, methods) in rows.methods ?? [:] {
                    for (name, row) in methods {
                        builtinMethods[type, default: [:]][name] = try row.operation("\(type).\(name)")
                    }
                }
                for (type, attributes) in rows.attributes ?? [:] {
                    for (name, row) in attributes {
                        builtinAttributes[type, default: [:]][name] = LibraryAttribute(
                            type: try TypeGrammar.type(row.type), swift: row.swift)
                    }
                }
                names.merge(rows.names ?? [:]) { _, new in new }
            } catch let error as TableError {
                throw TableError("\(fileName): \(error)")
            } catch {
                throw TableError("\(fileName): \(error)")
            }
        }
        self.init(
            functions: functions, classes: classes, types: types, constants: constants,
            builtinMethods: builtinMethods, builtinAttributes: builtinAttributes, names: names)
    }
}

/// The YAML form of a table file.
private struct TableFile: Decodable {
    var functions: [String: OperationRow]?
    var classes: [String: ClassRow]?
    var constants: [String: AttributeRow]?
    var methods: [String: [String: OperationRow]]?
    var attributes: [String: [String: AttributeRow]]?
    var names: [String: String]?
}

private struct AttributeRow: Decodable {
    var type: String
    var swift: String
}

private struct OperationRow: Decodable {
    var parameters: String?
    var result: String?
    var swift: SwiftRow
    var method: String?
    var `throws`: Bool?

    func operation(_ name: String) throws -> Operation {
        do {
            let parameters = try TypeGrammar.parameters(parameters ?? "")
            let rule: ResultRule
            if let result, result.hasPrefix("=") {
                rule = .same(as: String(result.dropFirst()))
            } else {
                rule = .type(try TypeGrammar.type(result ?? "array"))
            }
            return Operation(
                python: name, parameters: parameters, result: rule, swift: try swift.forms(),
                throwing: `throws` ?? false)
        } catch let error as TableError {
            throw TableError("\(name): \(error)")
        }
    }
}

/// One spelling as a string, or several with the argument types they are for.
private enum SwiftRow: Decodable {
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
                guard let template = row["swift"] else { throw TableError("a form without 'swift'") }
                let conditions = try row.filter { $0.key != "swift" }.mapValues(TypeGrammar.type)
                return SwiftForm(conditions: conditions, template: template)
            }
        }
    }
}

private struct ClassRow: Decodable {
    var swift: String
    var module: Bool?
    var `protocol`: Bool?
    var conforms: [String]?
    var `init`: OperationRow?
    var call: OperationRow?
    var attributes: [String: AttributeRow]?
    var methods: [String: OperationRow]?

    func libraryClass(_ name: String) throws -> LibraryClass {
        LibraryClass(
            python: name.contains(".") ? name : nil,
            swiftName: swift,
            isModule: module ?? false,
            initializer: try `init`?.operation(name),
            call: try call?.operation("\(name).__call__"),
            attributes: try (attributes ?? [:]).mapValues {
                LibraryAttribute(type: try TypeGrammar.type($0.type), swift: $0.swift)
            },
            methods: try Dictionary(
                uniqueKeysWithValues: (methods ?? [:]).map { key, row in
                    (key, try row.operation("\(name).\(key)"))
                }),
            isProtocol: `protocol` ?? false,
            conforms: conforms ?? [])
    }
}
