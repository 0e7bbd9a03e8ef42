import Analysis
import Operations
import PythonSyntax

/// The Swift of a family, and what could not be translated.
public struct FamilyTranslation: Sendable {
    public let files: [SwiftFile]
    /// The files of modules of other families that this one uses, by family.
    public let relatedFiles: [(family: String, file: SwiftFile)]
    public let registration: Registration
    /// The functions of all files, with the Python lines that they stand for.
    public let functions: [TranslatedFunction]
    public let diagnostics: [Diagnostic]
}

/// What the registry needs to know of a family.
public struct Registration: Hashable, Sendable {
    /// The family's Python name.
    public let family: String
    public let configuration: String
    public let model: String
    /// Whether making the model throws.
    public let isThrowing: Bool
}

/// Translates an analysed family: one Swift file for each of its Python modules.
///
/// - Parameter probes: whether the Swift reports every call of a module to an observer. Ordinary
///   output has no probes.
public func translateFamily(
    _ family: TypedFamily, table: OperationTable, probes: Bool = false
) -> FamilyTranslation {
    let context = FamilyContext(family: family, table: table, probes: probes)
    var files: [SwiftFile] = []
    var related: [(family: String, file: SwiftFile)] = []
    // What a file emits depends on what the others read and throw; repeat until that is settled.
    for _ in 0..<8 {
        let before = (context.throwingFunctions, context.settledReads)
        context.startRound()
        context.translatedFunctions = []
        files = family.modules.map { translateModule($0, context: context) }
        related = family.related.map { ($0.family, translateModule($0, context: context)) }
        if files.isEmpty
            || (context.throwingFunctions == before.0 && context.settledReads == before.1
                && !before.1.isEmpty)
        {
            break
        }
    }
    return FamilyTranslation(
        files: files, relatedFiles: related,
        registration: Registration(
            family: family.name, configuration: context.naming.type(family.entry.configuration),
            model: context.naming.type(family.entry.model),
            isThrowing: context.throwingFunctions.contains("\(family.entry.model).__init__")),
        functions: context.translatedFunctions, diagnostics: context.diagnostics)
}

/// One Python module as a Swift file.
func translateModule(_ module: TypedModule, context: FamilyContext) -> SwiftFile {
    var declarations: [SwiftDeclaration] = []
    let lastRouted = module.classes.last { context.component(for: $0.dottedName) != nil }?
        .dottedName
    for typed in module.classes {
        let translated: [SwiftDeclaration]
        switch typed.kind {
        case .dataclass where typed.isSynonym: continue
        case .dataclass where typed.base != nil:
            translated = translateExtendedConfiguration(typed, module: module, context: context)
        case .dataclass:
            translated = translateConfiguration(typed, module: module, context: context)
        case .module, .plain:
            if let match = context.component(for: typed.dottedName) {
                translated = translateComponent(match, for: typed, module: module, context: context)
            } else {
                translated = [translateClass(typed, module: module, context: context)]
            }
        }
        if !declarations.isEmpty { declarations.append(.blank) }
        declarations += translated
        declarations += translateLayerProtocols(after: typed, module: module, context: context)
        if typed.dottedName == lastRouted {
            declarations += translateConformances(module: module, context: context)
        }
    }
    for function in module.functions {
        if !declarations.isEmpty { declarations.append(.blank) }
        declarations.append(
            translateFunction(function, owner: nil, module: module, context: context))
    }
    for constant in module.constants {
        if !declarations.isEmpty { declarations.append(.blank) }
        declarations.append(translateConstant(constant, module: module, context: context))
    }
    let text = String(describing: declarations)
    let candidates = [
        "Foundation": ["pow(", "replacingOccurrences", "Foundation."],
        "MLX": ["MLXArray", "MLXFast"],
        "MLXNN": ["Module", "Linear"],
        "ModelPorted": [
            "KVCache", "RoPEScaling", "AttentionMask", "required", "require(", "floor", "nonZero",
            "nonEmpty", "truncatedToInt", "PythonFailure", "compiled(", "WeightTree(", "JSONValue",
            "pythonRound", "pythonSum(",
            "warn(", "zip(", ".slice(", ".isWhole", ".isDigits", ".words",
            ".strippingWhitespace", ".parsedInt()", ".quoted", ".split(by:", ".splitFromEnd(",
            ".truthy",
        ] + context.table.portedNames,
        "ModelRuntime": [
            "decodeConfiguration(", "GenerativeModel", "LanguageModel", "LanguageModelOutput",
            "InputEmbeddingsFeatures",
            "OrderedWeights",
        ],
        "OrderedCollections": ["OrderedDictionary"],
        "ModelShared": ["BaseModelConfiguration", "Standard", "Configuration {", "decode("]
            + context.family.components.values.map { "\($0.component)<" }.sorted(),
    ]
    let imports = candidates.filter { entry in entry.value.contains { text.contains($0) } }.keys
        .sorted()
    return SwiftFile(
        name: context.naming.file(for: module),
        imports: imports,
        declarations: declarations,
        origin: SwiftFile.Origin(path: module.relativePath, sha256: module.parsed.sha256))
}

extension TypedModule {
    /// The file's path from the package's own folder on: `mlx_vlm/models/llama/language.py`.
    var relativePath: String {
        let folders = parsed.name.split(separator: ".").dropLast().joined(separator: "/")
        return "\(folders)/\(fileName)"
    }
}
