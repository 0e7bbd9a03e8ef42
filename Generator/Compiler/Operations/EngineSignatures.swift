import PythonSyntax

import class Foundation.FileManager
import struct Foundation.URL

/// A signature as the installed engine declares it.
struct EngineSignature: Hashable, Sendable {
    /// Without the receiver, `stream` and `**keywords`.
    let parameters: [Parameter]

    init(_ function: FunctionDefinition, isMethod: Bool) {
        let isStatic = function.decorators.contains { $0.kind == .name("staticmethod") }
        let all = function.parameters.all.dropFirst(isMethod && !isStatic ? 1 : 0)
        parameters = all.filter { $0.name != "stream" && $0.kind != .keywords }
    }
}

/// A class of the engine: its methods with all signatures, properties, and bases.
struct EngineClass: Sendable {
    private(set) var methods: [String: [EngineSignature]] = [:]
    private(set) var properties: Set<String> = []
    let bases: [String]

    init(_ definition: ClassDefinition) {
        bases = definition.bases.compactMap(\.lastName)
        for statement in definition.body {
            guard case .function(let function) = statement.kind else { continue }
            if function.decorators.contains(where: { $0.kind == .name("property") }) {
                properties.insert(function.name)
            } else {
                methods[function.name, default: []].append(
                    EngineSignature(function, isMethod: true))
            }
        }
    }

    var members: Set<String> { properties.union(methods.keys) }
}

/// What the installed engine declares: the wheel's stubs of `mlx.core` and the sources of `mlx.nn` and
/// `mlx.utils`.
public struct EngineSignatures: Sendable {
    private var functions: [String: [EngineSignature]] = [:]
    private var classes: [String: EngineClass] = [:]
    private var names: Set<String> = []

    /// Reads the engine in a folder of installed packages.
    ///
    /// - Throws: `PythonSourceError` for a file that is missing or is no Python.
    public init(sitePackages: URL) throws {
        let core = sitePackages.appending(path: "mlx/core")
        for module in ["__init__", "fast", "random", "linalg", "fft", "metal"] {
            let prefix = module == "__init__" ? "mlx.core" : "mlx.core.\(module)"
            try read(core.appending(path: "\(module).pyi"), as: prefix)
        }
        try read(sitePackages.appending(path: "mlx/utils.py"), as: "mlx.utils")
        let layers = sitePackages.appending(path: "mlx/nn/layers")
        let files =
            (try? FileManager.default.contentsOfDirectory(
                at: layers, includingPropertiesForKeys: nil)) ?? []
        for file in files.sorted(by: { $0.path < $1.path })
        where file.pathExtension == "py"
            && !["__init__.py", "distributed.py"].contains(file.lastPathComponent)
        {
            try read(file, as: "mlx.nn")
        }
    }

    private mutating func read(_ file: URL, as module: String) throws {
        for statement in try PythonParser().parse(file: file, moduleName: module).body {
            switch statement.kind {
            case .function(let function):
                functions["\(module).\(function.name)", default: []].append(
                    EngineSignature(function, isMethod: false))
                names.insert("\(module).\(function.name)")
            case .class(let definition):
                classes["\(module).\(definition.name)"] = EngineClass(definition)
                names.insert("\(module).\(definition.name)")
            case .annotatedAssign(let target, _, _):
                if let name = target.lastName { names.insert("\(module).\(name)") }
            case .assign(let targets, _):
                for name in targets.compactMap(\.lastName) { names.insert("\(module).\(name)") }
            case .importFrom(_, let aliases, _):
                for alias in aliases { names.insert("\(module).\(alias.localName)") }
            default: break
            }
        }
    }

    /// The methods and properties of arrays.
    public var arrayMembers: Set<String> {
        (classes["mlx.core.array"]?.members ?? []).filter { !$0.hasPrefix("_") }
    }

    func declares(_ name: String) -> Bool { names.contains(name) }

    /// A function's signatures; `mlx.nn` hands on what its `layers` have.
    func function(_ name: String) -> [EngineSignature]? {
        functions[name.replacing("mlx.nn.layers.", with: "mlx.nn.")]
    }

    func hasMember(_ name: String, of type: String) -> Bool {
        classes[type]?.members.contains(name) == true
    }

    /// The signatures of a method, its own or inherited; none if the class declares nothing about it.
    func method(_ name: String, of type: String) -> [EngineSignature]? {
        guard let row = classes[type] else { return nil }
        if let own = row.methods[name] { return own }
        let module = type.split(separator: ".").dropLast().joined(separator: ".")
        return row.bases.lazy.compactMap { method(name, of: "\(module).\($0)") }.first
    }

    func isClass(_ name: String) -> Bool { classes[name] != nil }
}

extension Expression {
    /// `Module` for `Module` and for `nn.Module`.
    var lastName: String? {
        switch kind {
        case .name(let name), .attribute(_, let name): name
        default: nil
        }
    }
}
