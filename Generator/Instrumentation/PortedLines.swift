import Foundation
import PythonSyntax
import Yams

/// Which Python lines those of hand-ported functions stand for.
///
/// A Swift function stands for the Python one of the same name, `RotatingKVCache.makeMask` for
/// `RotatingKVCache.make_mask`, in the modules that the head of its file names, and its lines for those that
/// bind the same names. Where names differ, `Ported.yml` has them.
public struct PortedLines: Sendable {
    let rows: [String: PortedRow]

    /// - Throws: where the table is missing, or is none.
    public init() throws {
        guard let file = Bundle.module.url(forResource: "Ported", withExtension: "yml") else {
            throw CocoaError(.fileNoSuchFile)
        }
        try self.init(yaml: String(contentsOf: file, encoding: .utf8))
    }

    init(yaml: String) throws {
        rows = try YAMLDecoder().decode([String: PortedRow].self, from: yaml)
    }

    /// The Python modules that the head of a ported file names: `cache` of `mlx_vlm/models/cache.py`.
    public static func modules(inHeadOf text: String) -> [String] {
        text.split(separator: "\n").prefix { $0.hasPrefix("//") }
            .flatMap { $0.split(whereSeparator: { " ,(`".contains($0) }) }
            .filter { $0.contains("/models/") && $0.hasSuffix(".py") }
            .compactMap { $0.split(separator: "/").last.map { String($0.dropLast(3)) } }
    }

    /// Each observed function with the Python ones that it stands for, if there are any.
    ///
    /// - Parameters:
    ///   - observed: the functions of the ported files.
    ///   - heads: the modules in the head of each file, by the file's name.
    ///   - package: whose modules these are.
    func pairs(
        _ observed: [InstrumentedFunction], heads: [String: [String]], in package: PortedPackage
    ) -> [(swift: InstrumentedFunction, python: [PythonFunction], row: PortedRow)] {
        let names = Set(observed.map(\.name))
        var seen: Set<String> = []
        return observed.compactMap { function in
            let owner = String(function.name.prefix { $0 != "." })
            // What the package has a version of its own of is not the common one, and of several functions of one
            // name the first does the work.
            guard !function.isProperty, !package.others.contains(owner),
                package.own.map({ !names.contains("\($0).\(function.name)") }) ?? true,
                seen.insert(function.name).inserted,
                let file = function.bindings.first?.place.prefix(while: { $0 != ":" })
            else { return nil }
            let plain =
                package.own == owner
                ? String(function.name.dropFirst(owner.count + 1)) : function.name
            let row =
                rows["\(function.name) (\(package.name))"] ?? rows[function.name] ?? PortedRow()
            let modules = heads[String(file)] ?? []
            let python: [PythonFunction]
            if let named = row.python {
                python = named.compactMap { package.function($0, in: modules) }
            } else {
                python = package.function(spelledAs: plain, in: modules).map { [$0] } ?? []
            }
            return python.isEmpty ? nil : (function, python, row)
        }
    }
}

/// A row of `Ported.yml`.
struct PortedRow: Decodable, Sendable {
    /// The functions of the Python; by default the one of the same name.
    var python: [String]?
    private var names: [String: SwiftNames]?
    private var together: [String]?

    init() {}

    /// The Swift name of the line that binds a Python name for the `index`th time in its function.
    func swiftName(of python: String, _ index: Int, in function: String) -> String? {
        guard let names = names?["\(function) \(python)"] ?? names?[python] else {
            return python.swiftSpelling
        }
        let name: String? =
            switch names {
            case .each(let name): name
            case .inOrder(let names): index < names.count ? names[index] : nil
            }
        return name.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether all lines that bind a name are one Swift line.
    func isOneLine(_ python: String) -> Bool { together?.contains(python) ?? false }

    private enum SwiftNames: Decodable {
        case each(String)
        case inOrder([String])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let name = try? container.decode(String.self) {
                self = .each(name)
            } else {
                self = .inOrder(try container.decode([String].self))
            }
        }
    }
}

/// The modules of a package that several families use.
public struct PortedPackage: Sendable {
    /// `mlx-lm`
    let name: String
    /// The Swift type that holds what is this package's alone; nil if that is in no type.
    let own: String?
    /// The types that hold what is other packages'.
    let others: [String]
    /// The modules' files as places name them: `cache.py`.
    let files: Set<String>
    private let functions: [String: [PythonFunction]]

    public init(name: String, modules: [ParsedModule], own: String?, others: [String]) {
        self.name = name
        self.own = own
        self.others = others
        files = Set(modules.map(\.fileBelowModels))
        functions = Dictionary(
            modules.map { ($0.name.split(separator: ".").last.map(String.init) ?? "", $0) },
            uniquingKeysWith: { first, _ in first }
        ).mapValues(pythonFunctions)
    }

    /// The function of a name, `cache:create_attention_mask` or without the module.
    fileprivate func function(_ name: String, in modules: [String]) -> PythonFunction? {
        let parts = name.split(separator: ":").map(String.init)
        let modules = parts.count > 1 ? [parts[0]] : modules
        return modules.lazy.flatMap { functions[$0] ?? [] }.first { $0.name == parts.last }
    }

    fileprivate func function(spelledAs swift: String, in modules: [String]) -> PythonFunction? {
        modules.lazy.flatMap { functions[$0] ?? [] }.first { $0.name.spelling == swift.spelling }
    }
}

extension String {
    /// What a Swift name and the Python's have in common: `SwitchGLU.__call__`, `SwitchGLU.callAsFunction`.
    fileprivate var spelling: String {
        replacing("__call__", with: "callAsFunction").replacing("_", with: "").lowercased()
    }

    /// The Swift name that a Python one has by rule: `keyLength` of `self._key_length`.
    fileprivate var swiftSpelling: String {
        let words = replacing("self.", with: "").split(separator: "_")
        return words.prefix(1).joined()
            + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
