import Analysis
import Foundation
import PythonSyntax

/// A Python package whose modules are strings.
public struct MemorySources: SourceSet {
    public let packageName = "sample"
    private let modules: [String: ParsedModule]

    /// Parses the modules of one family.
    ///
    /// - Parameter files: source text by the module's short name, `language`.
    /// - Throws: `PythonSourceError` for text that is no Python.
    public init(_ files: [String: String]) throws {
        modules = try Dictionary(
            uniqueKeysWithValues: files.map { name, text in
                let dotted = Self.dottedName(name)
                let module = try PythonParser().parse(
                    source: text, moduleName: dotted, path: "sample/models/case/\(name).py")
                return (dotted, module)
            })
    }

    /// `sample.models.case.language`
    public static func dottedName(_ module: String) -> String { "sample.models.case.\(module)" }

    public func contains(module: String) -> Bool { modules[module] != nil }
    public func isPackage(module: String) -> Bool { false }

    public func parsed(module: String) throws -> ParsedModule {
        guard let parsed = modules[module] else { throw MissingModule(name: module) }
        return parsed
    }
}

/// A module that the sources of a test do not have.
public struct MissingModule: Error { public let name: String }
