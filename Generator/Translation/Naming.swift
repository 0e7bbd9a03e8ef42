import Analysis
import Operations

/// Swift names for the names of a Python family.
public struct Naming: Sendable {
    /// The family's name in camel case with a capital, `Gemma3n`.
    public let family: String
    private let overrides: [String: String]
    private let types: [String: String]
    /// The protocols through which layers of one class or another are used, by the classes.
    let layerProtocols: [[String]: String]

    /// - Parameter reserved: by the name of a family in camel case, type names of other families that
    ///   begin like it, which its classes must not have.
    public init(family: TypedFamily, table: OperationTable, reserved: [String: Set<String>] = [:]) {
        self.family = family.name.capitalizedCamelCase
        overrides = table.names
        let library = Set(table.types.keys)
        types = Self.typeNames(of: family, besides: library, reserved: reserved)
        layerProtocols = Self.layerProtocolNames(
            of: family, besides: library.union(types.values), types: types)
    }

    /// The Swift name of a property, parameter, function or local.
    public func member(_ python: String) -> String {
        if let known = overrides[python] { return known }
        return python.camelCase.escapedKeyword
    }

    /// Whether the table has a name for a Python name.
    func hasOverride(_ python: String) -> Bool { overrides[python] != nil }

    /// The Swift name of a function by its dotted name, with its family in front.
    public func function(_ dottedName: String) -> String {
        let family = TypedModule.family(of: dottedName).capitalizedCamelCase
        let name = dottedName.lastComponent.camelCase.capitalizedFirst
        return name.hasPrefix(family) ? name.lowercasedFirst : family.lowercasedFirst + name
    }

    /// The Swift name of a class, by its dotted Python name.
    public func type(_ dottedName: String) -> String {
        types[dottedName] ?? dottedName.lastComponent.capitalizedCamelCase
    }

    /// The Swift name of a class where no other one has it.
    ///
    /// - Parameter family: the family's name in camel case with a capital.
    public static func plainName(of className: String, family: String) -> String {
        let name = className.replacingConfigSuffix.capitalizedCamelCase
        if name == "Configuration" || name == "ModelConfiguration" {
            return "\(family)Configuration"
        }
        return name.hasPrefix(family) ? name : family + name
    }

    /// A class keeps a name that starts with the family's; others get the family in front, and the
    /// module too where two modules of the family collide. The entry is called like the family.
    private static func typeNames(
        of family: TypedFamily, besides library: Set<String>, reserved: [String: Set<String>]
    ) -> [String: String] {
        var names: [String: String] = [:]
        for entry in family.entries where entry.model.lastComponent == "Model" {
            names[entry.model] = TypedModule.family(of: entry.model).capitalizedCamelCase
        }
        for module in family.allModules where module.shortName == module.family {
            // So is that of another family whose model is a part of this one.
            guard let model = module.classes.first(where: { $0.name == "Model" }) else { continue }
            names[model.dottedName] = module.family.capitalizedCamelCase
        }
        var taken = Set(names.values).union([family.name.capitalizedCamelCase]).union(library)
        // In one order, whichever of the families that share code is translated.
        for module in family.allModules.sorted(by: { $0.order < $1.order }) {
            let prefix = module.family.capitalizedCamelCase
            for typed in module.classes where names[typed.dottedName] == nil {
                // A configuration that adds nothing to another one is that one.
                guard !typed.isSynonym else { continue }
                var name = plainName(of: typed.name, family: prefix)
                if reserved[prefix, default: []].contains(name) {
                    // The Python's own name tells them apart.
                    name = prefix + typed.name.capitalizedCamelCase
                }
                if taken.contains(name) {
                    name =
                        prefix + module.shortName.capitalizedCamelCase
                        + name.dropFirst(prefix.count)
                }
                taken.insert(name)
                names[typed.dottedName] = name
            }
        }
        let classes = family.classes
        for typed in classes.values where typed.isSynonym {
            var origin = typed
            while origin.isSynonym, let base = origin.base.flatMap({ classes[$0] }) {
                origin = base
            }
            names[typed.dottedName] = names[origin.dottedName]
        }
        return names
    }
}

extension TypedModule {
    /// The file that a module becomes: `language` → `LlamaLanguage.swift`, `llama` → `Llama.swift`.
    public var swiftFile: String {
        let family = family.capitalizedCamelCase
        if shortName == self.family { return "\(family).swift" }
        let suffix = shortName == "config" ? "Configuration" : shortName.capitalizedCamelCase
        return "\(family)\(suffix).swift"
    }

    /// Modules of a family in the order of its definition would differ by who asks; that of the files'
    /// use does not: configurations first, the entry last.
    fileprivate var order: (String, Int, String) {
        (family, shortName == "config" ? 0 : shortName == family ? 2 : 1, shortName)
    }
}

extension TypedClass {
    /// Whether the class is another name for the configuration that it extends.
    var isSynonym: Bool { base != nil && ownFields.isEmpty && methods.isEmpty }
}

extension String {
    /// `q_proj` → `qProj`, `LlamaModel` stays. A leading underscore is dropped.
    var camelCase: String {
        let parts = words
        guard let first = parts.first else { return self }
        let isUppercase = first.utf8.allSatisfy {
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        let head =
            isUppercase
            ? first.lowercased() : String(first.prefix(1).lowercased() + first.dropFirst())
        return parts.dropFirst().reduce(head) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }

    /// `gemma3n` → `Gemma3n`, `qwen2_vl` → `Qwen2Vl`, `nemotron-nas` → `NemotronNas`.
    public var capitalizedCamelCase: String {
        words.reduce("") { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }

    /// A name of Python has underscores between its words; that of a file may have hyphens and points.
    private var words: [Substring] {
        utf8.split { [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains($0) }
            .map(Substring.init)
    }

    /// A name as the label of an argument, where most keywords are names like others.
    var asArgumentLabel: String {
        let plain = replacing("`", with: "")
        return ["inout", "var", "let"].contains(plain) ? self : plain
    }

    var lastComponent: String {
        utf8.lastIndex(of: UInt8(ascii: ".")).map { String(self[index(after: $0)...]) } ?? self
    }

    fileprivate var replacingConfigSuffix: String {
        for suffix in ["ModelConfig", "ModelArgs", "Config", "Args"] where hasSuffix(suffix) {
            return dropLast(suffix.count) + "Configuration"
        }
        return self
    }

    var escapedKeyword: String { Self.keywords.contains(self) ? "`\(self)`" : self }

    private static let keywords: Set<String> = [
        "as", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do",
        "else",
        "enum", "extension", "fallthrough", "false", "for", "func", "guard", "if", "import", "in",
        "init",
        "internal", "is", "let", "nil", "operator", "private", "protocol", "public", "repeat",
        "rethrows",
        "return", "self", "static", "struct", "subscript", "super", "switch", "throw", "throws",
        "true",
        "try", "typealias", "var", "where", "while",
    ]
}
