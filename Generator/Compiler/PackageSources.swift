import Analysis
import Foundation
import PythonSyntax

/// The modules of a Python package on disk, parsed when they are first asked for.
public final class PackageSources: SourceSet {
    public let package: PythonPackage
    private var parsedModules: [String: ParsedModule] = [:]
    private let parser = PythonParser()

    public init(_ package: PythonPackage) { self.package = package }

    public var packageName: String { package.name }

    public func contains(module: String) -> Bool { package.file(ofModule: module) != nil }

    public func isPackage(module: String) -> Bool {
        package.file(ofModule: module)?.file.lastPathComponent == "__init__.py"
    }

    /// - Throws: ``PythonSourceError`` for a file that is missing or is no Python.
    public func parsed(module: String) throws -> ParsedModule {
        if let known = parsedModules[module] { return known }
        guard let file = package.file(ofModule: module) else {
            throw DefinitionError(
                description: "\(package.name) \(package.version) has no module '\(module)'")
        }
        let parsed = try file.parse()
        parsedModules[module] = parsed
        return parsed
    }
}

/// The packages that a compiler has read: families share most of what they import.
final class ParsedPackages {
    private var known: [URL: PackageSources] = [:]

    func sources(of package: PythonPackage) -> PackageSources {
        if let sources = known[package.folder] { return sources }
        let sources = PackageSources(package)
        known[package.folder] = sources
        return sources
    }
}
