import Analysis
import Operations

/// Swift names for the names of a Python family.
public struct Naming: Sendable {
    /// The family's name in camel case with a capital, `Gemma3n`.
    public let family: String
    private let overrides: [String: String]
    private let types: [String: String]

    public init(family: TypedFamily, table: OperationTable) {
        self.family = family.name.capitalizedCamelCase
        overrides = table.names
        types = Self.typeNames(of: family, prefix: self.family)
    }

    /// The Swift name of a property, parameter, function or local.
    public func member(_ python: String) -> String {
        if let known = overrides[python] { return known }
        return python.camelCase.escapedKeyword
    }

    /// The Swift name of a module's function, with the family in front.
    public func function(_ python: String) -> String {
        family.lowercasedFirst + python.camelCase.capitalizedFirst
    }

    /// The Swift name of a class, by its dotted Python name.
    public func type(_ dottedName: String) -> String {
        types[dottedName] ?? dottedName.lastComponent.capitalizedCamelCase
    }

    /// The file that a module becomes: `language` → `LlamaLanguage.swift`, `llama` → `Llama.swift`.
    public func file(forModule short: String, in family: TypedFamily) -> String {
        if short == family.name { return "\(self.family).swift" }
        let suffix = short == "config" ? "Configuration" : short.capitalizedCamelCase
        return "\(self.family)\(suffix).swift"
    }

    /// A class keeps a name that starts with the family's; others get the family in front, and the
    /// module too where two modules of the family collide. The entry is called like the family.
    private static func typeNames(of family: TypedFamily, prefix: String) -> [String: String] {
        var names: [String: String] = [:]
        if family.entry.model.lastComponent == "Model" { names[family.entry.model] = prefix }
        var taken: Set<String> = [prefix]
        for module in family.modules {
            for typed in module.classes where names[typed.dottedName] == nil {
                var name = typed.name.replacingConfigSuffix.capitalizedCamelCase
                if name == "Configuration" || name == "ModelConfiguration" {
                    name = "\(prefix)Configuration"
                } else if !name.hasPrefix(prefix) {
                    name = prefix + name
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
        return names
    }
}

extension String {
    /// `q_proj` → `qProj`, `LlamaModel` stays. A leading underscore is dropped.
    var camelCase: String {
        let parts = split(separator: "_")
        guard let first = parts.first else { return self }
        let head =
            first.allSatisfy { $0.isUppercase || $0.isNumber }
            ? first.lowercased() : String(first.prefix(1).lowercased() + first.dropFirst())
        return parts.dropFirst().reduce(head) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }

    /// `gemma3n` → `Gemma3n`, `qwen2_vl` → `Qwen2Vl`.
    public var capitalizedCamelCase: String {
        split(separator: "_").reduce("") { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }

    var lastComponent: String { split(separator: ".").last.map(String.init) ?? self }

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
