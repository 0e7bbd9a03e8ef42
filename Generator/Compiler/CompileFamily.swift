import Analysis
import Foundation
import Operations
import PythonSyntax
import Rendering
import Translation

/// A family from its definition to Swift text.
public struct CompiledFamily: Sendable {
    public let definition: FamilyDefinition
    /// The families that it was analysed with, because they share code.
    public let companions: [FamilyDefinition]
    public let package: PythonPackage
    public let analysis: FamilyAnalysis
    let translation: FamilyTranslation
    /// Type names that its classes must not have, as ``FamilyCompiler/siblingTypes(of:in:_:)`` gives them.
    let reserved: [String: Set<String>]
    /// The families whose modules it imports, directly or not.
    let borrowed: Set<String>
    /// Empty if a diagnostic is an error: nothing half-translated is handed on.
    public internal(set) var files: [RenderedFile] = []

    /// What analysis and translation have to say, by place; what translation says of an expression
    /// that analysis rejected already follows from that and is left out.
    public var diagnostics: [Diagnostic] {
        let rejected = Set(
            analysis.diagnostics.filter { $0.severity == .error }.map(\.position))
        let consequences = translation.diagnostics.filter { !rejected.contains($0.position) }
        return (analysis.diagnostics + consequences).sorted {
            ($0.path, $0.span.line, $0.span.column) < ($1.path, $1.span.line, $1.span.column)
        }
    }

    /// The lines of its classes that shared components stand for, with the file of each class and the
    /// component's name.
    public var componentLines: [(file: String, component: String, lines: Set<ComponentLine>)] {
        analysis.family.allModules.flatMap { module in
            module.classes.compactMap { typed in
                analysis.family.components[typed.dottedName].map {
                    (module.pathBelowModels, $0.component, $0.lines)
                }
            }
        }
    }

    /// The folder of its own files; those of classes that it takes from other families are in theirs.
    public var folder: String {
        definition.package.pathPrefix + definition.source.capitalizedCamelCase
    }

    /// The functions of its files, with the Python lines that they stand for.
    public var functions: [TranslatedFunction] { translation.functions }

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// The definition under which a family's code is generated: its own, or that of the first family
    /// that uses it.
    func definition(of family: String) -> FamilyDefinition {
        let all = ([definition] + companions).sorted { $0.family < $1.family }
        return all.first { $0.family == family } ?? all[0]
    }

    /// The model types that the family serves; none if it has errors.
    public var registrations: [RegistryEntry] {
        guard !hasErrors else { return [] }
        return definition.modelTypes.map {
            RegistryEntry(
                modelType: $0, configuration: translation.registration.configuration,
                model: translation.registration.model,
                isLanguagePart: definition.entry != nil)
        }
    }
}

extension Diagnostic {
    fileprivate var position: String { "\(path):\(span.line):\(span.column)" }
}

/// The compiler: Python package in, Swift files out, without touching the disk but to read sources.
public struct FamilyCompiler {
    /// The operation table that drives it.
    public let table: OperationTable
    private let components: ComponentLibrary
    private let renderer = FileRenderer()
    private let packageImports = PackageImports()
    private let parsedPackages = ParsedPackages()
    private let groups = TranslatedGroups()

    /// - Throws: `TableError` if the operation table cannot be read.
    public init() throws {
        table = try OperationTable.builtIn()
        components = try ComponentLibrary(table: table)
    }

    /// The functions of the shared components' patterns.
    public var patternFunctions: [PatternFunction] { components.functions }

    /// Compiles one family.
    ///
    /// - Parameters:
    ///   - source: a folder with another version of the package; the installed one if `nil`.
    ///   - others: the other defined families, as for `outline`.
    ///   - probes: whether the Swift reports every call of a module.
    /// - Throws: `PythonPackageError`, `PythonSourceError`, `Diagnostic` and `DefinitionError` where
    ///   there is no family to compile; what cannot be translated is in the result's diagnostics.
    public func compile(
        _ definition: FamilyDefinition, source: URL? = nil,
        among others: [FamilyDefinition] = [], probes: Bool = false
    ) throws -> CompiledFamily {
        var family = try outline(definition, source: source, among: others)
        family.files = try files(of: [family], probes: probes)
        return family
    }

    /// The modules of a package that many families use, by their last names; those that it does not have are
    /// left out.
    ///
    /// - Throws: `PythonPackageError` if the package is not there, `PythonSourceError` if a file is no Python.
    public func sharedModules(
        _ names: Set<String>, of package: ModelsPackage, source: URL? = nil
    ) throws -> [ParsedModule] {
        let package = try parsedPackages.locate(package, source: source)
        let sources = parsedPackages.sources(of: package)
        return try names.sorted().map { "\(package.name).models.\($0)" }
            .filter { sources.contains(module: $0) }.map { try sources.parsed(module: $0) }
    }

    /// Whether a version of the package has the family: older ones lack some.
    ///
    /// - Throws: `PythonPackageError` if the package itself is not there.
    public func isAvailable(_ definition: FamilyDefinition, in source: URL?) throws -> Bool {
        let package = try parsedPackages.locate(definition.package, source: source)
        return (try? package.family(definition.source)) != nil
    }

    /// The definitions among others that share code with a family, and are analysed together with it.
    ///
    /// - Throws: `PythonPackageError` if the package is not there.
    public func companions(
        of definition: FamilyDefinition, among others: [FamilyDefinition], source: URL? = nil
    ) throws -> [FamilyDefinition] {
        let package = try parsedPackages.locate(definition.package, source: source)
        return packageImports.imports(in: package).companions(of: definition, among: others)
    }

    /// Analyses and translates a family, and renders nothing: its diagnostics and what the registry
    /// needs of it.
    ///
    /// - Parameter others: the other defined families; those that share code with this one are analysed
    ///   together with it, as long as they can be translated.
    /// - Throws: what `compile` throws.
    public func outline(
        _ definition: FamilyDefinition, source: URL? = nil, among others: [FamilyDefinition] = []
    ) throws -> CompiledFamily {
        let package = try parsedPackages.locate(definition.package, source: source)
        let imports = packageImports.imports(in: package)
        var companions = imports.companions(of: definition, among: others)
        let sources = parsedPackages.sources(of: package)
        let own = try self.sources(of: definition, in: package)
        func compiled(_ group: TranslatedGroup) -> CompiledFamily {
            CompiledFamily(
                definition: definition, companions: companions, package: package,
                analysis: group.analysis, translation: group.translation,
                reserved: group.reserved, borrowed: imports.closure(of: definition.source))
        }
        while true {
            let others = try companions.map { try self.sources(of: $0, in: package) }
            if let known = groups.group(of: own, with: others, in: package) {
                return compiled(known)
            }
            let analysis = try analyzeFamily(
                own, companions: others, sources: sources, table: table, components: components)
            let reserved = siblingTypes(of: analysis.family, in: package, sources)
            let translation = translateFamily(
                analysis.family, table: table, reserved: reserved)
            let problems = (analysis.diagnostics + translation.diagnostics).filter {
                $0.severity == .error
            }
            let broken = Set(
                companions.map(\.family).filter { family in
                    problems.contains { imports.file($0.path, isOf: family) }
                })
            guard broken.isEmpty else {
                companions.removeAll { broken.contains($0.family) }
                continue
            }
            // A shared module does not tell which of the families borrows what is wrong in it.
            if !companions.isEmpty,
                problems.contains(where: { !imports.file($0.path, isOf: definition.source) })
            {
                companions = []
                continue
            }
            let group = TranslatedGroup(
                analysis: analysis, translation: translation, reserved: reserved)
            if problems.isEmpty { groups.keep(group, of: own, with: others, in: package) }
            return compiled(group)
        }
    }

    /// The Python modules that a family reaches: its own, and those of other families.
    ///
    /// - Throws: `PythonSourceError` if a file is no Python.
    public func modules(of family: CompiledFamily) throws -> [ParsedModule] {
        let entry = "\(family.package.name).models.\(family.definition.source)"
        let sources = parsedPackages.sources(of: family.package)
        return try FamilyText.modules(of: entry, sources: sources).filter {
            !$0.path.hasSuffix("__init__.py")
        }
    }

    /// The files of families, formatted in one go; none of a family with errors.
    ///
    /// - Parameters:
    ///   - probes: whether the Swift reports every call of a module.
    ///   - tellsUnread: whether it reports values that nothing reads, for a trace of lines.
    ///   - isFormatted: whether the files are for reading; the compiler takes them as they are.
    ///   - isAlone: whether the Swift has to build without the families that share code with these: with what
    ///     it names of them.
    /// - Throws: what rendering and formatting throw.
    public func files(
        of families: [CompiledFamily], probes: Bool = false, tellsUnread: Bool = false,
        isFormatted: Bool = true, isAlone: Bool = false
    ) throws -> [RenderedFile] {
        let rendered = try families.filter { !$0.hasErrors }.flatMap { family in
            let translation =
                probes || tellsUnread
                ? translateFamily(
                    family.analysis.family, table: table, probes: probes, tellsUnread: tellsUnread,
                    reserved: family.reserved)
                : family.translation
            let origin = PackageOrigin(
                name: family.package.distributionName, version: family.package.version,
                license: family.package.license ?? "licence unknown")
            let prefix = family.definition.package.pathPrefix
            func render(_ file: SwiftFile, of name: String) throws -> RenderedFile {
                try renderer.render(
                    file, folder: prefix + name.capitalizedCamelCase, package: origin,
                    definition: "Generator/Families/\(family.definition(of: name).path)")
            }
            let own = try translation.files.map { try render($0, of: family.definition.source) }
            // What a family borrows of shared modules is its own.
            let reached = family.borrowed.union([family.definition.source])
            func related(isBorrowed: Bool) throws -> [RenderedFile] {
                try translation.relatedFiles.filter { reached.contains($0.family) == isBorrowed }
                    .map { try render($0.file, of: $0.family) }
            }
            let files = try own + related(isBorrowed: true)
            guard isAlone else { return files }
            return try files + filesNamed(by: files, among: related(isBorrowed: false))
        }
        var paths: Set<String> = []
        let distinct = rendered.filter { paths.insert($0.path).inserted }
        return distinct.isEmpty || !isFormatted ? distinct : try SwiftFormat.format(distinct)
    }

    /// How many lines each file of the family's Swift has, and how many it would have if every line of
    /// the Python were translated literally: no shared components, nothing left out that is not
    /// reached. Blank lines do not count; a line of Python that has no Swift (code for several
    /// machines) counts as one.
    ///
    /// - Throws: what analysis, rendering and formatting throw.
    public func lineCounts(of family: CompiledFamily) throws -> [LineCount] {
        let everything = try analyzeFamily(
            sources(of: family.definition, in: family.package),
            sources: parsedPackages.sources(of: family.package), table: table,
            components: components,
            reachesEverything: true)
        let literal = translateFamily(everything.family.withoutComponents, table: table)
        let origin = PackageOrigin(name: "", version: "", license: "")
        let files = try literal.files.map {
            try renderer.render($0, folder: "", package: origin, definition: "")
        }
        let untranslated = Dictionary(
            grouping: Set(
                (everything.diagnostics + literal.diagnostics).filter { $0.severity == .error }
                    .flatMap { problem in
                        (problem.span.line...problem.span.endLine).map {
                            SourceLine(path: problem.path, line: $0)
                        }
                    }), by: \.path)
        return zip(
            everything.family.modules, zip(family.files, try SwiftFormat.format(files))
        ).map { module, files in
            LineCount(
                file: URL(filePath: files.0.path).lastPathComponent,
                routed: files.0.contents.split(separator: "\n").count,
                literal: files.1.contents.split(separator: "\n").count
                    + untranslated[module.parsed.path, default: []].count)
        }
    }

    private func sources(
        of definition: FamilyDefinition, in package: PythonPackage
    ) throws -> FamilySources {
        let root = "\(package.name).models.\(definition.source)"
        let isFolder = try package.family(definition.source).isFolder
        let entry = definition.entry?.split(separator: ".").map(String.init)
        let types = try definition.overrides.map { entry in
            do {
                return ("\(root).\(entry.field)", try PythonType(notation: entry.type))
            } catch {
                throw DefinitionError(
                    description:
                        "Generator/Families/\(definition.path): the override of \(entry.field): \(error)"
                )
            }
        }
        let entryModule = ([root] + (entry ?? []).dropLast()).joined(separator: ".")
        let modules = try self.modules(of: definition, in: package, entry: entryModule)
        return FamilySources(
            name: definition.family,
            modules: isFolder ? modules.map { "\(root).\($0)" } : [root],
            entryModule: entryModule,
            entryClass: entry?.last ?? "Model",
            fieldTypes: Dictionary(types, uniquingKeysWith: { first, _ in first }),
            inputs: definition.inputs,
            callsLanguageModel: entry == nil && definition.package.callsLanguageModel)
    }

    /// The modules of a definition: those that it lists, but for a version that it was not written for.
    private func modules(
        of definition: FamilyDefinition, in package: PythonPackage, entry: String
    ) throws -> [String] {
        guard
            let installed = try? parsedPackages.locate(definition.package, source: nil),
            installed.folder != package.folder
        else { return definition.modules }
        return try ModulesOfVersion(
            installed: installed, sources: parsedPackages.sources(of: package)
        ).modules(of: definition, entry: entry)
    }

    /// The registries of packages.
    ///
    /// - Parameters:
    ///   - families: all families of these packages, and perhaps of others.
    ///   - packages: the packages that a registry is made for.
    /// - Throws: what rendering and formatting throw.
    public func registries(
        of families: [CompiledFamily], packages: [ModelsPackage]
    ) throws -> [RenderedFile] {
        try registries(
            of: Dictionary(
                uniqueKeysWithValues: packages.map { package in
                    let own = families.filter { $0.definition.package == package }
                    return (package, own.flatMap(\.registrations))
                }))
    }

    /// The registries of packages, from the model types that their families serve.
    ///
    /// - Throws: what rendering and formatting throw.
    public func registries(of entries: [ModelsPackage: [RegistryEntry]]) throws -> [RenderedFile] {
        let files = try ModelsPackage.allCases.compactMap { package in
            try entries[package].map { entries in
                try renderer.renderRegistry(
                    entries.sorted { $0.modelType < $1.modelType }, name: package.registryName,
                    package: package.swiftCase, folder: package.pathPrefix)
            }
        }
        return files.isEmpty ? [] : try SwiftFormat.format(files)
    }
}

/// A line of a Python file.
private struct SourceLine: Hashable {
    let path: String
    let line: Int
}

/// The size of a generated file.
public struct LineCount: Hashable, Sendable {
    public let file: String
    /// As it is generated.
    public let routed: Int
    /// As a full literal translation would be.
    public let literal: Int
}
