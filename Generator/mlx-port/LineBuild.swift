import Compiler
import Foundation
import Harness
import Instrumentation
import Rendering

/// An llm-tool whose lines tell what they assign and return.
struct LineCandidate {
    let tool: String
    let packages: [ModelsPackage: PackageLines]
    /// Whether the generated files on disk are what the source gives.
    let isUnchanged: Bool
}

/// The lines of the families of a package.
struct PackageLines {
    /// Which Python line each Swift line stands for.
    let map: LineMap
    /// The text of the files that places are in, Python below the package's models and Swift.
    let sources: SourceTexts
    /// Dotted names of the Python modules whose lines are recorded.
    let modules: [String]

    /// How the lines are compared with the Python's.
    var tracing: LineTracing {
        let (map, sources) = (map, sources)
        var tracing = LineTracing(
            modules: modules,
            hasCounterpart: { map.swift[LineMap.PythonLine($0)] != nil },
            translations: { map.translations(of: $0, reference: $1) })
        tracing.reads = { sources.namesRead(at: $0.source) }
        return tracing
    }
}

/// Builds the llm-tool that `verify --lines` judges: what is on disk, with observation added.
struct LineBuild {
    let selection: FamilySelection
    /// What the folders of the observed files begin with.
    var name = "line"
    /// What becomes of an observed file before it is built, by its path below the repository.
    var rewrite: (_ text: String, _ path: String) -> String = { text, _ in text }
    /// A file beside the ported code.
    var addition: RenderedFile?
    /// The folder of the build, and its options.
    var scratch = ".build/verify"
    var options: [String] = []
    /// A program that was built of the same sources; nil builds it.
    var tool: String?

    private static let folder = ".build/mlx-port/"
    private var models: String { "\(Self.folder)\(name)-models" }
    private var shared: String { "\(Self.folder)\(name)-shared" }
    private var ported: String { "\(Self.folder)\(name)-ported" }

    /// The file below the repository that a file of a build was made of.
    static func source(of path: String) -> String {
        guard let start = path.range(of: folder) else { return path }
        var rest = path[start.upperBound...].split(separator: "/")
        let kind = rest.removeFirst().split(separator: "-").last
        let root =
            switch kind {
            case "models": "Sources/Models/Generated"
            case "shared": "Sources/Shared"
            default: "Sources/Ported"
            }
        return ([root] + rest.map(String.init)).joined(separator: "/")
    }

    func build(_ definitions: [FamilyDefinition]) throws -> LineCandidate {
        let compiler = try FamilyCompiler()
        let families = try selection.outlines(of: definitions, compiler)
        let generated = try instrumentGenerated(families, compiler)
        let components = try instrumentFolder("Sources/Shared", to: shared)
        let handPorted = try instrumentFolder("Sources/Ported", to: ported)
        let tool =
            try tool
            ?? swiftBuild(
                models: models, shared: shared, ported: ported, scratch: scratch, options: options)

        var packages: [ModelsPackage: PackageLines] = [:]
        let table = try PortedLines()
        for package in Set(definitions.map(\.package)) {
            let own = families.filter { $0.definition.package == package }
            let common = try compiler.sharedModules(
                Set(handPorted.heads.values.joined()), of: package, source: selection.sourceFolder)
            var map = LineMap()
            map.add(own.flatMap(\.functions), generated.functions[package] ?? [])
            map.add(unread: generated.unread[package] ?? [])
            map.add(
                components: compiler.patternFunctions, components.functions + handPorted.functions,
                classes: own.flatMap(\.componentLines))
            map.add(
                table, handPorted.functions, heads: handPorted.heads,
                in: PortedPackage(
                    name: package.rawValue, modules: common, own: package.portedType,
                    others: ModelsPackage.allCases.filter { $0 != package }
                        .compactMap(\.portedType)))
            let python = try own.flatMap { try compiler.modules(of: $0) } + common
            let sources = Dictionary(
                python.map { ($0.fileBelowModels, $0.source) }, uniquingKeysWith: { $1 })
            packages[package] = PackageLines(
                map: map,
                sources: SourceTexts(
                    [generated.sources, components.sources, handPorted.sources].reduce(
                        sources
                    ) { $0.merging($1) { $1 } }),
                modules: Set(python.map(\.name)).sorted())
        }
        return LineCandidate(tool: tool, packages: packages, isUnchanged: generated.isUnchanged)
    }

    private struct Generated {
        var functions: [ModelsPackage: [InstrumentedFunction]] = [:]
        var unread: [ModelsPackage: [SwiftBinding]] = [:]
        var sources: [String: String] = [:]
        var isUnchanged = true
    }

    /// Writes the families' models as they are on disk, with observation added.
    private func instrumentGenerated(_ families: [CompiledFamily], _ compiler: FamilyCompiler)
        throws -> Generated
    {
        let disk = OutputFolder(URL(filePath: Repository.path("Sources/Models/Generated")))
        var result = Generated()
        // The same code once more, with what nothing reads.
        let told = try Dictionary(
            compiler.files(of: families, tellsUnread: true).map { ($0.path, $0.contents) },
            uniquingKeysWith: { first, _ in first })
        let files = try compiler.files(of: families).map { file in
            var file = file
            var code = told[file.path] ?? file.contents
            if selection.source == nil,
                let text = try? String(
                    contentsOf: disk.url.appending(path: file.path), encoding: .utf8),
                text != file.contents
            {
                note("\(file.path) differs from what the source gives")
                file.contents = text
                code = text
                result.isUnchanged = false
            }
            result.sources[file.path] = file.contents
            let instrumented = instrumentSwift(code, file: file.path)
            let package = ModelsPackage(ofPath: file.path)
            result.functions[package, default: []] += instrumented.functions
            result.unread[package, default: []] += instrumented.unread
            file.contents = rewrite(instrumented.text, "Sources/Models/Generated/\(file.path)")
            return file
        }
        // The program links both packages: one that is not verified is there without families.
        try OutputFolder(URL(filePath: Repository.path(models))).replace(
            with: files + compiler.registries(of: families, packages: ModelsPackage.allCases))
        return result
    }

    private struct HandWritten {
        var functions: [InstrumentedFunction] = []
        var sources: [String: String] = [:]
        /// The Python modules that the head of a file names, by the file's name.
        var heads: [String: [String]] = [:]
    }

    /// Writes the files of a folder with observation added to those that stand for Python.
    private func instrumentFolder(_ root: String, to output: String) throws -> HandWritten {
        let folder = URL(filePath: Repository.path(root))
        var result = HandWritten()
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".swift") }.sorted()
        let files = try paths.map { path in
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            let heads = PortedLines.modules(inHeadOf: text)
            guard !heads.isEmpty || output == shared else {
                return RenderedFile(path: path, contents: text)
            }
            let name = URL(filePath: path).lastPathComponent
            result.sources[name] = text
            result.heads[name] = heads
            let instrumented = instrumentSwift(text, file: name, withClosures: true)
            result.functions += instrumented.functions
            return RenderedFile(
                path: path, contents: rewrite(instrumented.text, "\(root)/\(path)"))
        }
        let additions = output == ported ? addition.map { [$0] } ?? [] : []
        try OutputFolder(URL(filePath: Repository.path(output))).replace(with: files + additions)
        return result
    }
}

extension ModelsPackage {
    /// The package whose models a generated file's path says.
    fileprivate init(ofPath path: String) {
        self = path.hasPrefix(Self.mlxLM.pathPrefix) ? .mlxLM : .mlxVLM
    }

    /// The Swift type with the ported code that is this package's alone.
    fileprivate var portedType: String? { self == .mlxLM ? "MLXLM" : nil }
}
