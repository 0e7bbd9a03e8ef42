import Analysis
import CompilerTestSupport
import Foundation
import Operations
import PythonSyntax
import Rendering
import Translation

/// A file of conformance cases, `Tests/Conformance/Cases/NAME.py`: each function is a case.
///
/// A parameter without an annotation is an array; its name says which arrays it stands for
/// (`Tests/Conformance/Python/inputs.py`). One with an annotation is a number, a text or a list.
public struct CaseFile: Sendable {
    public let name: String
    public let source: String

    public static let folder = Repository.url.appending(path: "Tests/Conformance")

    /// All files, in alphabetic order.
    public static func all() throws -> [CaseFile] {
        try Repository.files(below: folder.appending(path: "Cases"), withSuffix: ".py").map {
            CaseFile(
                name: String($0.dropLast(3)),
                source: try String(
                    contentsOf: folder.appending(path: "Cases/\($0)"), encoding: .utf8))
        }
    }

    /// The package whose modules its relative imports mean: `lm_….py` are of mlx_lm, the others of
    /// mlx_vlm.
    public var package: String { name.hasPrefix("lm_") ? "mlx_lm" : "mlx_vlm" }

    /// The Swift function that calls the file's cases by name.
    var functionName: String {
        let parts = name.split(separator: "_").map(String.init)
        return parts.dropFirst().reduce(parts[0]) { $0 + $1.capitalized } + "Case"
    }

    /// Analyses and translates the file's functions.
    public func compile() throws -> CompiledCases {
        let table = try OperationTable.builtIn()
        let sources = try CaseSources(
            package: package, family: "\(name)_cases", [name: source, "model": try driver()])
        let analysis = try analyzeFamily(
            FamilySources(
                name: name, modules: [name, "model"].map(sources.dottedName),
                entryModule: sources.dottedName("model")),
            sources: sources, table: table, components: try ComponentLibrary(table: table),
            reachesEverything: true)
        let translation = translateFamily(analysis.family, table: table)
        let complaints = analysis.diagnostics + translation.diagnostics
        return CompiledCases(
            file: self, module: analysis.family.modules[0], swift: translation.files[0],
            complaints: complaints.filter { $0.path == "\(name).py" }.map {
                $0.rendered(source: source)
            })
    }

    /// The functions by name, with their parameters.
    func functions() throws -> [FunctionDefinition] {
        let parsed = try PythonParser().parse(
            source: source, moduleName: name, path: "\(name).py")
        return parsed.body.compactMap {
            if case .function(let definition) = $0.kind { definition } else { nil }
        }
    }

    /// A model that calls every function once, which tells the compiler that unannotated parameters
    /// are arrays.
    private func driver() throws -> String {
        let calls = try functions().enumerated().map { index, function in
            let arguments = function.parameters.all.map { parameter in
                parameter.annotation == nil ? "x" : "self.\(parameter.name)"
            }
            return "        y\(index) = \(function.name)(\(arguments.joined(separator: ", ")))"
        }
        let fields = try functions().flatMap(\.parameters.all).filter { $0.annotation != nil }
        let lines = Set(fields.map { "    \($0.name): \($0.annotation!.pythonText)" }).sorted()
        let names = try functions().map(\.name)
        return """
            from dataclasses import dataclass
            import mlx.core as mx
            import mlx.nn as nn
            from .\(name) import \(names.joined(separator: ", "))

            @dataclass
            class ModelConfig:
                model_type: str
            \(lines.joined(separator: "\n"))

            class Model(nn.Module):
                def __init__(self, config: ModelConfig):
                    super().__init__()
                    self.config = config

                def cases(self, x: mx.array):
            \(calls.joined(separator: "\n").replacing("self.", with: "self.config."))

            """
    }
}

/// What the compiler makes of a file of cases.
public struct CompiledCases {
    public let file: CaseFile
    public let module: TypedModule
    let swift: SwiftFile
    /// What it could not translate.
    public let complaints: [String]

    /// The Swift functions and what calls them by name, unformatted.
    func rendered() throws -> [RenderedFile] {
        let imports = ["Foundation", "MLX", "MLXNN", "ModelPorted", "ModelRuntime", "ModelShared"]
        let functions = try FileRenderer().render(
            SwiftFile(
                name: swift.name, imports: imports, declarations: swift.declarations,
                origin: SwiftFile.Origin(
                    path: "Tests/Conformance/Cases/\(file.name).py", sha256: "-")),
            folder: "Swift",
            package: PackageOrigin(name: "sample", version: "1", license: "MIT"), definition: "-")
        return [
            RenderedFile(path: "\(file.name).swift", contents: functions.contents),
            RenderedFile(path: "\(file.name)+calls.swift", contents: try calls()),
        ]
    }

    private func calls() throws -> String {
        let signatures = swift.declarations.compactMap { declaration -> CaseSignature? in
            guard case .function(_, let signature, _) = declaration else { return nil }
            return CaseSignature(signature)
        }
        // The translator keeps the order of the source.
        let lines = try zip(module.functions, signatures).map { function, signature in
            let call = "\(signature.isThrowing ? "try " : "")\(signature.call)"
            if function.result == .none { throw CaseError("\(function.name) returns nothing") }
            return "        case \"\(function.name)\": return outcome(\(call))"
        }
        return """
            import MLX
            import ModelPorted

            /// The cases of `Cases/\(file.name).py` by name.
            func \(file.functionName)(_ name: String, _ x: Arguments) throws -> [Value]? {
                switch name {
            \(lines.joined(separator: "\n"))
                default: return nil
                }
            }

            """
    }
}

/// A case file and its driver as modules of the package whose shared code they import.
private struct CaseSources: SourceSet {
    let packageName: String
    /// The file's own: functions of several files may have one name.
    let family: String
    private var modules: [String: ParsedModule] = [:]

    init(package: String, family: String, _ files: [String: String]) throws {
        packageName = package
        self.family = family
        for (name, text) in files {
            modules[dottedName(name)] = try PythonParser().parse(
                source: text, moduleName: dottedName(name), path: "\(name).py")
        }
    }

    func dottedName(_ module: String) -> String { "\(packageName).models.\(family).\(module)" }
    func contains(module: String) -> Bool { modules[module] != nil }
    func isPackage(module: String) -> Bool { false }

    func parsed(module: String) throws -> ParsedModule {
        guard let parsed = modules[module] else { throw CaseError("there is no \(module)") }
        return parsed
    }
}

struct CaseError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// A translated function's name and parameters, from its Swift signature.
struct CaseSignature {
    let call: String
    let isThrowing: Bool

    init?(_ signature: String) {
        guard let open = signature.firstIndex(of: "("), let close = signature.lastParenthesis,
            let name = signature[..<open].split(separator: " ").last
        else { return nil }
        let parameters = signature[signature.index(after: open)..<close].split(separator: ",")
        let arguments = parameters.enumerated().map { position, parameter -> String in
            let parts = parameter.split(separator: ":").map {
                String($0.drop { $0 == " " })
            }
            let label = parts[0].split(separator: " ").first.map(String.init) ?? ""
            let type = parts[1].prefix { $0 != "=" }.filter { $0 != " " }
            let value = "x.\(Self.accessors[type] ?? type)(\(position))"
            return label == "_" ? value : "\(label): \(value)"
        }
        call = "\(name)(\(arguments.joined(separator: ", ")))"
        isThrowing = signature[close...].contains("throws")
    }

    private static let accessors = [
        "MLXArray": "array", "Int": "integer", "Double": "number", "String": "text",
        "[Int]": "integers", "RoPEScaling": "scaling", "Bool": "truth",
    ]
}

extension String {
    /// The parenthesis that ends the parameters.
    fileprivate var lastParenthesis: Index? {
        var depth = 0
        return indices.first { place in
            if self[place] == "(" { depth += 1 }
            if self[place] == ")" { depth -= 1 }
            return self[place] == ")" && depth == 0
        }
    }
}
