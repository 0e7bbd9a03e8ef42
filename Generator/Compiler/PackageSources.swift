import Analysis
import Foundation
import PythonSyntax
import Translation

/// The modules of a Python package on disk, parsed when they are first asked for.
public final class PackageSources: SourceSet {
    public let package: PythonPackage
    private var parsedModules: [String: ParsedModule] = [:]
    /// Where modules are, or that they are not there, as far as that was asked: the disk tells.
    private var files: [String: PythonFile?] = [:]
    /// The names below `models/`, with their spelling in Swift.
    lazy var models: [(name: String, swift: String)] = package.modelNames.map {
        ($0, $0.capitalizedCamelCase)
    }

    public init(_ package: PythonPackage) { self.package = package }

    public var packageName: String { package.name }

    public func contains(module: String) -> Bool { file(ofModule: module) != nil }

    public func isPackage(module: String) -> Bool {
        file(ofModule: module)?.file.lastPathComponent == "__init__.py"
    }

    private func file(ofModule module: String) -> PythonFile? {
        if let known = files[module] { return known }
        let file = package.file(ofModule: module)
        files[module] = .some(file)
        return file
    }

    /// - Throws: ``PythonSourceError`` for a file that is missing or is no Python.
    public func parsed(module: String) throws -> ParsedModule {
        if let known = parsedModules[module] { return known }
        guard let file = file(ofModule: module) else {
            throw DefinitionError(
                description: "\(package.name) \(package.version) has no module '\(module)'")
        }
        return try parsed(file)
    }

    /// - Throws: ``PythonSourceError`` for a file that is no Python.
    func parsed(_ file: PythonFile) throws -> ParsedModule {
        if let known = parsedModules[file.moduleName] { return known }
        let parsed = try file.parse()
        parsedModules[file.moduleName] = parsed
        return parsed
    }
}

/// The packages that a compiler has found and read: families share most of what they import.
final class ParsedPackages {
    private var located: [Place: PythonPackage] = [:]
    private var known: [URL: PackageSources] = [:]

    private struct Place: Hashable {
        let package: ModelsPackage
        let source: URL?
    }

    /// The package in a folder; the installed one if that is `nil`.
    ///
    /// - Throws: `PythonPackageError` if it is not there.
    func locate(_ package: ModelsPackage, source: URL?) throws -> PythonPackage {
        let place = Place(package: package, source: source)
        if let found = located[place] { return found }
        let found = try PythonPackage.locate(package.rawValue, source: source)
        located[place] = found
        return found
    }

    func sources(of package: PythonPackage) -> PackageSources {
        if let sources = known[package.folder] { return sources }
        let sources = PackageSources(package)
        known[package.folder] = sources
        return sources
    }
}
