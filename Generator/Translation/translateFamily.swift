import Analysis
import Operations
import PythonSyntax

/// The Swift of a family, and what could not be translated.
public struct FamilyTranslation: Sendable {
    public let files: [SwiftFile]
    /// The files of modules of other families that this one uses, by family.
    public let relatedFiles: [(family: String, file: SwiftFile)]
    public let registration: Registration
    /// What the registry needs to know of the families that share code with it.
    public let relatedRegistrations: [Registration]
    /// The functions of all files, with the Python lines that they stand for.
    public let functions: [TranslatedFunction]
    public let diagnostics: [Diagnostic]
}

extension FamilyTranslation {
    /// The same files as another family of the group has them; `nil` where not all of its files are among them.
    ///
    /// - Parameter family: the group as that family has it.
    public func seen(from family: TypedFamily) -> FamilyTranslation? {
        let registrations = [registration] + relatedRegistrations
        let all = Dictionary(
            (files + relatedFiles.map(\.file)).map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first })
        func found(_ modules: [TypedModule]) -> [SwiftFile]? {
            let files = modules.compactMap { all[$0.swiftFile] }
            return files.count == modules.count ? files : nil
        }
        guard let own = found(family.modules), let others = found(family.related),
            let registration = registrations.first(where: { $0.family == family.name })
        else { return nil }
        return FamilyTranslation(
            files: own, relatedFiles: zip(family.related, others).map { ($0.family, $1) },
            registration: registration,
            relatedRegistrations: registrations.filter { $0.family != family.name },
            functions: functions, diagnostics: diagnostics)
    }
}

/// What the registry needs to know of a family.
public struct Registration: Hashable, Sendable {
    /// The family's Python name.
    public let family: String
    public let configuration: String
    public let model: String
}

/// Translates an analysed family: one Swift file for each of its Python modules.
///
/// - Parameters:
///   - probes: whether the Swift reports every call of a module to an observer. Ordinary output has no probes.
///   - tellsUnread: whether it reports the values that nothing reads, for a trace of lines; ordinary output does not
///     have them.
///   - reserved: by the name of a family in camel case, type names that belong to other families.
public func translateFamily(
    _ family: TypedFamily, table: OperationTable, probes: Bool = false, tellsUnread: Bool = false,
    reserved: [String: Set<String>] = [:]
) -> FamilyTranslation {
    let context = FamilyContext(
        family: family, table: table, probes: probes, tellsUnread: tellsUnread, reserved: reserved)
    var files: [[SwiftDeclaration]] = []
    var related: [[SwiftDeclaration]] = []
    // What a file emits depends on what the others read and throw; repeat until that is settled.
    for _ in 0..<8 {
        let throwing = context.throwingFunctions
        context.startRound()
        context.translatedFunctions = []
        files = family.modules.map { translateModule($0, context: context) }
        related = family.related.map { translateModule($0, context: context) }
        if context.throwingFunctions == throwing && context.isSettled { break }
    }
    func file(_ module: TypedModule, _ declarations: [SwiftDeclaration]) -> SwiftFile {
        SwiftFile(
            name: module.swiftFile,
            imports: importedModules(of: declarations, context: context),
            declarations: declarations,
            origin: SwiftFile.Origin(path: module.relativePath, sha256: module.parsed.sha256))
    }
    func registration(of entry: FamilyEntry) -> Registration {
        Registration(
            family: entry.family, configuration: context.naming.type(entry.configuration),
            model: context.naming.type(entry.model))
    }
    return FamilyTranslation(
        files: zip(family.modules, files).map(file),
        relatedFiles: zip(family.related, related).map { ($0.family, file($0, $1)) },
        registration: registration(of: family.entry),
        relatedRegistrations: family.relatedEntries.map(registration),
        functions: context.translatedFunctions, diagnostics: context.diagnostics)
}

/// The declarations of one Python module.
func translateModule(_ module: TypedModule, context: FamilyContext) -> [SwiftDeclaration] {
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
    for function in module.functions
    where !context.replacedFunctions.contains("\(module.parsed.name).\(function.name)") {
        if !declarations.isEmpty { declarations.append(.blank) }
        declarations.append(
            translateFunction(function, owner: nil, module: module, context: context))
    }
    for constant in module.constants {
        if !declarations.isEmpty { declarations.append(.blank) }
        declarations.append(translateConstant(constant, module: module, context: context))
    }
    return declarations
}

extension TypedModule {
    /// The file's path from the package's own folder on: `mlx_vlm/models/llama/language.py`.
    var relativePath: String {
        let folders = parsed.origin.split(separator: ".").dropLast().joined(separator: "/")
        return "\(folders)/\(fileName)"
    }
}
