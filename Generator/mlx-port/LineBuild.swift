import ArgumentParser
import Compiler
import Foundation
import Harness
import Instrumentation
import Rendering
import TraceDiff

/// An llm-tool whose generated lines tell what they assign and return.
struct LineCandidate {
    let tool: String
    let map: LineMap
    /// The text of the files that places are in, Python below the package's models and Swift.
    let sources: [String: String]
    /// Dotted names of the Python modules whose lines are recorded.
    let modules: [String]
    /// Whether the generated files on disk are what the source gives.
    let isUnchanged: Bool

    /// How its lines are compared with the Python's.
    var tracing: LineTracing {
        let map = map
        return LineTracing(
            modules: modules,
            hasCounterpart: { map.swift[LineMap.PythonLine($0)] != nil },
            translate: { map.translate($0, reference: $1) })
    }
}

/// Builds the llm-tool that `verify --lines` judges: what is on disk, with observation added.
struct LineBuild {
    let selection: FamilySelection
    private let models = ".build/mlx-port/line-models"
    private let shared = ".build/mlx-port/line-shared"

    func build(_ definitions: [FamilyDefinition]) throws -> LineCandidate {
        let compiler = try FamilyCompiler()
        let others =
            selection.source == nil ? try selection.otherDefinitions(than: definitions) : []
        let families = try definitions.map {
            try compiler.outline(
                $0, source: selection.sourceFolder, among: definitions + others)
        }
        for family in families { report(family.diagnostics, of: family) }
        guard !families.contains(where: \.hasErrors) else { throw ExitCode(3) }

        let disk = OutputFolder(URL(filePath: Repository.path("Sources/Models/Generated")))
        var isUnchanged = true
        var functions: [ModelsPackage: [InstrumentedFunction]] = [:]
        var sources: [String: String] = [:]
        for module in families.flatMap(\.modules) {
            let path = module.path
            let name = path.range(of: "/models/").map { String(path[$0.upperBound...]) } ?? path
            sources[name] = module.source
        }
        let files = try compiler.files(of: families).map { file in
            var file = file
            if selection.source == nil,
                let text = try? String(
                    contentsOf: disk.url.appending(path: file.path), encoding: .utf8),
                text != file.contents
            {
                note("\(file.path) differs from what the source gives")
                file.contents = text
                isUnchanged = false
            }
            sources[file.path] = file.contents
            let instrumented = instrumentSwift(file.contents, file: file.path)
            functions[ModelsPackage(ofPath: file.path), default: []] += instrumented.functions
            file.contents = instrumented.text
            return file
        }
        try OutputFolder(URL(filePath: Repository.path(models))).replace(
            with: files
                + compiler.registries(of: families, packages: ModelsPackage.allCases))
        let components = try instrumentComponents(&sources)
        var map = LineMap()
        for package in ModelsPackage.allCases {
            let own = families.filter { $0.definition.package == package }
            map.add(own.flatMap(\.functions), functions[package] ?? [])
        }
        map.add(
            components: compiler.patternFunctions, components,
            classes: families.flatMap(\.componentLines))
        return LineCandidate(
            tool: try swiftBuild(models: models, shared: shared), map: map, sources: sources,
            modules: Array(Set(families.flatMap { $0.modules.map(\.name) })).sorted(),
            isUnchanged: isUnchanged)
    }

    /// Writes the shared components with observation added.
    private func instrumentComponents(_ sources: inout [String: String]) throws
        -> [InstrumentedFunction]
    {
        let folder = URL(filePath: Repository.path("Sources/Shared"))
        var functions: [InstrumentedFunction] = []
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".swift") }.sorted().map { name in
                let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                sources[name] = text
                let instrumented = instrumentSwift(text, file: name)
                functions += instrumented.functions
                return RenderedFile(path: name, contents: instrumented.text)
            }
        try OutputFolder(URL(filePath: Repository.path(shared))).replace(with: files)
        return functions
    }
}

extension LineMap.PythonLine {
    /// The line that a record of the Python is of.
    init(_ record: TraceRecord) {
        self.init(place: record.source, name: record.baseName)
    }
}

extension ModelsPackage {
    /// The package whose models a generated file's path says.
    fileprivate init(ofPath path: String) {
        self = path.hasPrefix(Self.mlxLM.pathPrefix) ? .mlxLM : .mlxVLM
    }
}
