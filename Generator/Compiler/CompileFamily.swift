import Analysis
import Foundation
import Operations
import PythonSyntax
import Rendering
import Translation

/// A family from its definition to Swift text.
public struct CompiledFamily: Sendable {
    public let definition: FamilyDefinition
    public let package: PythonPackage
    public let analysis: FamilyAnalysis
    /// Empty if a diagnostic is an error: nothing half-translated is handed on.
    public let files: [RenderedFile]
    public let registrations: [RegistryEntry]
    public let diagnostics: [Diagnostic]

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// The compiler: Python package in, Swift files out, without touching the disk but to read sources.
public struct FamilyCompiler {
    private let table: OperationTable
    private let renderer = FileRenderer()

    /// - Throws: `TableError` if the operation table cannot be read.
    public init() throws { table = try OperationTable.builtIn() }

    /// Compiles one family.
    ///
    /// - Parameters:
    ///   - source: a folder with another version of the package; the installed one if `nil`.
    ///   - probes: whether the Swift reports every call of a module.
    /// - Throws: `PythonPackageError`, `PythonSourceError`, `Diagnostic` and `DefinitionError` where
    ///   there is no family to compile; what cannot be translated is in the result's diagnostics.
    public func compile(_ definition: FamilyDefinition, source: URL? = nil, probes: Bool = false) throws -> CompiledFamily {
        let package = try PythonPackage.locate(definition.package, source: source)
        let family = try package.family(definition.family)
        let root = "\(package.name).models.\(definition.family)"
        let sources = PackageSources(package)
        let modules = family.isFolder ? definition.modules.map { "\(root).\($0)" } : [root]
        let analysis = try analyzeFamily(
            FamilySources(name: definition.family, modules: modules, entryModule: root),
            sources: sources, table: table)
        let translation = translateFamily(analysis.family, table: table, probes: probes)
        let diagnostics = analysis.diagnostics + translation.diagnostics
        guard !diagnostics.contains(where: { $0.severity == .error }) else {
            return CompiledFamily(
                definition: definition, package: package, analysis: analysis, files: [],
                registrations: [], diagnostics: diagnostics)
        }
        let origin = PackageOrigin(
            name: package.distributionName, version: package.version,
            license: package.license ?? "licence unknown")
        let folder = definition.family.capitalizedCamelCase
        let files = try translation.files.map {
            try renderer.render(
                $0, folder: folder, package: origin,
                definition: "Generator/Families/\(definition.family).yml")
        }
        return CompiledFamily(
            definition: definition, package: package, analysis: analysis,
            files: try SwiftFormat.format(files),
            registrations: definition.modelTypes.map {
                RegistryEntry(
                    modelType: $0, configuration: translation.registration.configuration,
                    model: translation.registration.model)
            },
            diagnostics: diagnostics)
    }

    /// How many lines the family's Swift has, and how many it would have without shared components.
    ///
    /// - Throws: what rendering and formatting throw.
    public func lineCounts(of family: CompiledFamily) throws -> (routed: Int, literal: Int) {
        let literal = translateFamily(family.analysis.family.withoutComponents, table: table)
        let origin = PackageOrigin(name: "", version: "", license: "")
        let files = try literal.files.map {
            try renderer.render($0, folder: "", package: origin, definition: "")
        }
        func count(_ files: [RenderedFile]) -> Int {
            files.reduce(0) { $0 + $1.contents.split(separator: "\n").count }
        }
        return (count(family.files), count(try SwiftFormat.format(files)))
    }

    /// The registry of a package's families.
    public func registry(of families: [CompiledFamily], package: String) throws -> RenderedFile {
        let entries = families.flatMap(\.registrations).sorted { $0.modelType < $1.modelType }
        let swiftPackage = package == "mlx-lm" ? "mlxLM" : "mlxVLM"
        let file = try renderer.renderRegistry(
            entries, name: package == "mlx-lm" ? "MLXLMRegistry" : "MLXVLMRegistry", package: swiftPackage)
        return try SwiftFormat.format([file])[0]
    }
}
