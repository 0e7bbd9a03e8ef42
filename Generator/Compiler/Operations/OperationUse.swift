import Operations
import PythonSyntax

import class Foundation.FileManager
import struct Foundation.URL

/// A name of the engine or of Python's numeric modules, with where the models use it.
public struct OperationUse: Hashable, Sendable {
    /// The dotted name, `mlx.core.softmax`; `array.astype` for a member of arrays.
    public let name: String
    public let count: Int
    /// The files that use it, in alphabetic order.
    public let files: [String]
}

/// The names that installed models use and the operation table lacks.
public struct MissingOperations: Sendable {
    /// Names with neither row nor reason, most used first.
    public let missing: [OperationUse]
    /// Names that have no row on purpose, each with the reason.
    public let excluded: [(use: OperationUse, reason: String)]
}

extension OperationTable {
    /// Compares the table with what the models of some packages use.
    ///
    /// - Parameter arrayMembers: the names of the methods and properties of arrays.
    /// - Throws: `PythonSourceError` for a model file that is no Python.
    public func missingOperations(
        in packages: [PythonPackage], arrayMembers: Set<String>
    ) throws -> MissingOperations {
        var uses = UseCounter(arrayMembers: arrayMembers)
        for package in packages {
            for (file, path) in package.modelFiles {
                uses.count(try PythonParser().parse(file: file, moduleName: path), path: path)
            }
        }
        let open = uses.uses.filter { !contains($0.name) }
        return MissingOperations(
            missing: open.filter { exclusion(of: $0.name) == nil },
            excluded: open.compactMap { use in exclusion(of: use.name).map { (use, $0) } })
    }

    /// Whether the name, or what it is a member of, has a row.
    private func contains(_ name: String) -> Bool {
        let parts = name.split(separator: ".").map(String.init)
        if parts.count == 2, parts[0] == "array" {
            return builtinMethods["array"]?[parts[1]] != nil
                || builtinAttributes["array"]?[parts[1]] != nil
        }
        return (2...max(2, parts.count)).contains { count in
            let prefix = parts.prefix(count).joined(separator: ".")
            return functions[prefix] != nil || constants[prefix] != nil
                || (classes[prefix] != nil && (count == parts.count || prefix != "mlx.nn.Module"))
        }
    }
}

/// Counts names over the files of the models.
private struct UseCounter {
    let arrayMembers: Set<String>
    private var counts: [String: Int] = [:]
    private var files: [String: Set<String>] = [:]
    private static let roots: Set<String> = ["mlx", "math", "numpy"]

    init(arrayMembers: Set<String>) { self.arrayMembers = arrayMembers }

    var uses: [OperationUse] {
        counts.map { OperationUse(name: $0, count: $1, files: (files[$0] ?? []).sorted()) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }

    mutating func count(_ module: ParsedModule, path: String) {
        var imports: [String: String] = [:]
        for statement in module.body { statement.collectImports(into: &imports) }
        for statement in module.body { count(statement, imports, path) }
    }

    private mutating func count(_ statement: Statement, _ imports: [String: String], _ path: String)
    {
        for expression in statement.expressions { count(expression, imports, path) }
        for inner in statement.statements { count(inner, imports, path) }
    }

    private mutating func count(
        _ expression: Expression, _ imports: [String: String], _ path: String
    ) {
        if let name = expression.dottedName(imports) {
            if let root = name.split(separator: ".").first, Self.roots.contains(String(root)) {
                note(name, path)
            }
            return
        }
        if case .attribute(_, let member) = expression.kind, arrayMembers.contains(member) {
            note("array.\(member)", path)
        }
        for child in expression.children { count(child, imports, path) }
    }

    private mutating func note(_ name: String, _ path: String) {
        counts[name, default: 0] += 1
        files[name, default: []].insert(path)
    }
}

extension Expression {
    /// The full name of an attribute path that starts with an import.
    fileprivate func dottedName(_ imports: [String: String]) -> String? {
        switch kind {
        case .name(let name): imports[name]
        case .attribute(let base, let name): base.dottedName(imports).map { "\($0).\(name)" }
        default: nil
        }
    }
}

extension Statement {
    /// Adds the absolute imports here and inside, under the names by which the module knows them.
    fileprivate func collectImports(into imports: inout [String: String]) {
        switch kind {
        case .import(let aliases):
            for alias in aliases {
                let root = alias.name.split(separator: ".").first.map(String.init) ?? alias.name
                imports[alias.alias ?? root] = alias.alias == nil ? root : alias.name
            }
        case .importFrom(let module?, let names, level: 0):
            for alias in names { imports[alias.localName] = "\(module).\(alias.name)" }
        default:
            for statement in statements { statement.collectImports(into: &imports) }
        }
    }
}

extension PythonPackage {
    /// The Python files below `models/` in alphabetic order, each with its path from the folder that
    /// holds the package.
    fileprivate var modelFiles: [(file: URL, path: String)] {
        let root = folder.deletingLastPathComponent().standardizedFileURL.path
        let found = FileManager.default.enumerator(
            at: folder.appending(path: "models"), includingPropertiesForKeys: nil)
        let files = (found?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "py" }
        return files.map { ($0, String($0.standardizedFileURL.path.dropFirst(root.count + 1))) }
            .sorted { $0.path < $1.path }
    }
}
