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
        var rows = TableContents()
        for (name, text) in files {
            do {
                try rows.add(try YAMLDecoder().decode(TableFile.self, from: text), from: name)
            } catch let error as DecodingError {
                throw TableError("\(name): \(error.rowDescription)")
            } catch {
                throw TableError("\(name): \(error)")
            }
        }
        self.init(
            functions: rows.functions, classes: rows.classes, types: rows.types,
            constants: rows.constants, builtinMethods: rows.builtinMethods,
            builtinAttributes: rows.builtinAttributes, names: rows.names, excluded: rows.excluded,
            files: rows.files, portedNames: rows.portedNames)
    }
}

/// The rows of the files that have been read so far.
private struct TableContents {
    var functions: [String: Operation] = [:]
    var classes: [String: LibraryClass] = [:]
    var types: [String: LibraryClass] = [:]
    var constants: [String: LibraryConstant] = [:]
    var builtinMethods: [String: [String: Operation]] = [:]
    var builtinAttributes: [String: [String: LibraryAttribute]] = [:]
    var names: [String: String] = [:]
    var excluded: [String: String] = [:]
    var files: [TableFileSummary] = []
    /// The file of each row, to name it where a name has two.
    private var origins: [String: String] = [:]

    mutating func add(_ file: TableFile, from name: String) throws {
        for (key, row) in file.functions ?? [:] {
            try claim(key, in: name)
            let operation = try row.operation(key)
            functions[key] = operation
            if let method = row.method { try add(operation, as: method, of: "array", from: name) }
            if let value = row.value {
                constants[key] = LibraryConstant(type: operation.functionType, swift: value)
            }
        }
        for (key, row) in file.classes ?? [:] {
            try claim(key, in: name)
            let libraryClass = try row.libraryClass(key)
            // Several Python classes may become one Swift type; the row that says more describes it.
            if types[libraryClass.swiftName].map({ $0.extent < libraryClass.extent }) ?? true {
                types[libraryClass.swiftName] = libraryClass
            }
            if let python = libraryClass.python { classes[python] = libraryClass }
        }
        for (key, row) in file.constants ?? [:] {
            try claim(key, in: name)
            let constant = try row.attribute(key)
            constants[key] = LibraryConstant(type: constant.type, swift: constant.swift)
        }
        for (type, methods) in file.methods ?? [:] {
            for (key, row) in methods {
                try add(try row.operation("\(type).\(key)"), as: key, of: type, from: name)
            }
        }
        for (type, attributes) in file.attributes ?? [:] {
            for (key, row) in attributes {
                try claim("\(type).\(key)", in: name)
                builtinAttributes[type, default: [:]][key] = try row.attribute("\(type).\(key)")
            }
        }
        names.merge(file.names ?? [:]) { _, new in new }
        excluded.merge(file.excluded ?? [:]) { _, new in new }
        files.append(TableFileSummary(name: name, rows: file.rowCount))
    }

    private mutating func add(
        _ operation: Operation, as method: String, of type: String, from file: String
    ) throws {
        try claim("\(type).\(method)", in: file)
        builtinMethods[type, default: [:]][method] = operation
    }

    /// The Swift names of the rows of the packages' shared modules.
    var portedNames: Set<String> {
        let ported = { (name: String) in
            name.hasPrefix("models.") || name.contains(".models.")
        }
        let calls = functions.filter { ported($0.key) }.values.flatMap(\.swift).compactMap { form in
            form.template.firstIndex(of: "(").map { String(form.template[..<$0]) }
        }
        return Set(calls).union(classes.filter { ported($0.key) }.values.map(\.swiftName))
    }

    private mutating func claim(_ row: String, in file: String) throws {
        if let other = origins[row] { throw TableError("\(row): has a row in \(other) too") }
        origins[row] = file
    }
}

extension Operation {
    /// The type of the function as a value: what must be given goes in.
    fileprivate var functionType: PythonType {
        let result: PythonType = if case .type(let type) = result { type } else { .unknown }
        return .function(parameters: parameters.filter(\.isRequired).map(\.type), result: result)
    }
}

extension LibraryClass {
    fileprivate var extent: Int {
        attributes.count + methods.count + (call == nil ? 0 : 1) + (initializer == nil ? 0 : 1)
    }
}

extension DecodingError {
    /// The place in the file and what is wrong there.
    fileprivate var rowDescription: String {
        let context: Context =
            switch self {
            case .typeMismatch(_, let context), .valueNotFound(_, let context): context
            case .keyNotFound(_, let context), .dataCorrupted(let context): context
            @unknown default: Context(codingPath: [], debugDescription: "\(self)")
            }
        let path = context.codingPath.map(\.stringValue).joined(separator: ".")
        let cause = context.underlyingError.map { "\(context.debugDescription) \($0)" }
        return "\(path.isEmpty ? "" : "\(path): ")\(cause ?? context.debugDescription)"
    }
}
