import Analysis
import Foundation
import PythonSyntax

/// A family's definition, made from its source: modules, model types, and configurations that run.
public struct FamilyScaffold: Sendable {
    public let family: String
    public let package: ModelsPackage
    public let version: String
    public let modules: [String]
    /// The family's own name, and what else checkpoints call it by the package's table.
    public let modelTypes: [String]
    /// What sets the family apart.
    public let features: [FamilyFeature]
    public let configurations: [ConfigurationKind: ScaffoldConfiguration]
    /// Whether the model takes pictures beside texts.
    public let takesMedia: Bool

    /// Whether the Python runs the configuration that would be recorded.
    public var runs: Bool { configurations[.first]?.outcome.runs ?? false }
}

/// A tiny configuration, and what Python says to it.
public struct ScaffoldConfiguration: Sendable {
    public let fields: [(name: String, value: ConfigurationValue)]
    public let seed: Int
    public let outcome: TrialOutcome
    /// What the model was shown, by the inputs' names.
    public let inputs: [String: MediaTensor]
    /// How many configurations were tried.
    public let trials: Int
    /// Fields whose value was guessed from the type.
    public let guesses: [String]
    /// Fields whose likeliest value the Python refused.
    public let adaptations: [String]
}

/// The modules of a family, and those of other families that it takes classes from.
public struct FamilyModules: Sendable {
    /// In the order in which the source reaches them, the entry first.
    public let all: [ParsedModule]

    /// - Throws: `PythonSourceError` for a file that is no Python.
    public init(of family: String, in package: PythonPackage) throws {
        all = try FamilyText(
            entry: "\(package.name).models.\(family)", sources: PackageSources(package)
        ).modules
    }
}

/// Makes definitions of families that have none.
public struct FamilyScaffolding {
    private let priors: FieldPriors
    private let rules: FeatureRules
    private let layouts: MediaLayouts
    private let attempt: TryConfiguration
    /// How many configurations are tried for each definition.
    private let limit: Int

    /// - Throws: `DefinitionError` if the built-in table cannot be read.
    public init(limit: Int = 80, attempt: @escaping TryConfiguration) throws {
        priors = try FieldPriors.builtIn()
        rules = try FeatureRules.builtIn()
        layouts = try MediaLayouts.builtIn()
        self.limit = limit
        self.attempt = attempt
    }

    /// Says when definitions have to be made anew: the table, and how definitions are made.
    ///
    /// - Throws: `DefinitionError` if the built-in table cannot be read.
    public static func stamp() throws -> String {
        try "5" + FieldPriors.builtInText() + MediaLayouts.builtInText()
    }

    /// Reads a family's source and looks for configurations that run.
    ///
    /// - Throws: `PythonPackageError` for an unknown family, `DefinitionError` where it has no
    ///   configuration class, and what a trial throws.
    public func scaffold(
        _ name: String, package modelsPackage: ModelsPackage, source: URL? = nil,
        kinds: [ConfigurationKind] = [.first]
    ) throws -> FamilyScaffold {
        let package = try PythonPackage.locate(modelsPackage.rawValue, source: source)
        let family = try package.family(name)
        let sources = PackageSources(package)
        let entry = "\(package.name).models.\(name)"
        let text = try FamilyText(entry: entry, sources: sources)
        let reader = ConfigurationReader(sources: sources)
        let className = modelsPackage.configurationClass
        guard let configuration = reader.configurationClass(className, in: entry) else {
            throw DefinitionError(
                description: "\(name): the module \(entry) has no class \(className)")
        }
        let modelType = name
        let read = text.inputNames
        let takesMedia =
            read.contains("pixel_values")
            && configuration.fields.map(\.name).contains(where: PythonPackage.isOfOtherInput)
        var found: [ConfigurationKind: ScaffoldConfiguration] = [:]
        var accepted: ConfigurationDraft?
        // A tower's sizes depend on each other: other ones are rarely found.
        for kind in kinds where kind == .first || !takesMedia {
            let drafting = ConfigurationDrafting(
                priors: priors, text: text, reader: reader, kind: kind)
            let draft = drafting.draft(of: configuration, modelTypes: [modelType])
            func media(_ draft: ConfigurationDraft) -> MediaTrial? {
                takesMedia
                    ? layouts.trial(
                        of: draft.object(), reading: read, constants: text.wholeConstants) : nil
            }
            let seed = kind == .first ? 7 : 11
            var trials = 0
            // What is seen takes a while to find.
            let limit = takesMedia ? limit / 2 : limit
            let search = ConfigurationSearch(
                text: text, limit: limit, shownSizes: takesMedia ? layouts.sizeNames : []
            ) { draft in
                trials += 1
                return try attempt(
                    ConfigurationTrial(
                        package: modelsPackage, family: name, configuration: draft.configuration(),
                        seed: seed, media: media(draft)))
            }
            var result = try search.search(from: draft)
            if !result.outcome.runs, kind == .second, let accepted {
                result = try search.move(accepted, towards: draft)
            }
            if result.outcome.runs { accepted = result.draft }
            found[kind] = ScaffoldConfiguration(
                fields: result.draft.configuration(), seed: seed, outcome: result.outcome,
                inputs: result.outcome.shown.flatMap { shown in
                    media(result.draft)?.layouts[shown.layout]
                } ?? [:],
                trials: trials, guesses: result.draft.guesses,
                adaptations: result.draft.adaptations)
            if !result.outcome.runs { break }
        }
        return FamilyScaffold(
            family: name, package: modelsPackage, version: package.version,
            modules: modules(of: family, text: text),
            modelTypes: try [modelType] + aliases(of: name, in: package),
            features: rules.features(
                of: text.modules.filter { !$0.path.hasSuffix("__init__.py") }),
            configurations: found, takesMedia: takesMedia)
    }

    /// The family's own modules that its entry reaches, configuration first and the entry's last.
    private func modules(of family: PythonFamily, text: FamilyText) -> [String] {
        guard family.isFolder else { return [family.name] }
        let names = family.translatedModules(reaching: Set(text.modules.map(\.name)))
        func rank(_ name: String) -> Int {
            name == "config" ? 0 : name == family.name ? 2 : 1
        }
        return names.sorted { (rank($0), $0) < (rank($1), $1) }
    }

    /// The keys of the loader's table of renamed types that lead to the family.
    private func aliases(of family: String, in package: PythonPackage) throws -> [String] {
        guard let file = package.file(ofModule: "\(package.name).utils") else { return [] }
        for statement in try file.parse().body {
            guard case .assign(let targets, let value) = statement.kind,
                targets == [Expression(.name("MODEL_REMAPPING"))],
                case .dictionary(let items) = value.kind
            else { continue }
            return items.compactMap { item in
                guard case .constant(.string(let alias))? = item.key?.kind,
                    item.value == Expression(.constant(.string(family)))
                else { return nil }
                return alias
            }.sorted()
        }
        return []
    }
}

extension ConfigurationSearch {
    /// Takes over from `goal` one field after the other, as long as the Python runs the result.
    fileprivate func move(_ start: ConfigurationDraft, towards goal: ConfigurationDraft) throws
        -> Result
    {
        var current = start
        var trials = 0
        for (index, choice) in goal.choices.enumerated()
        where current.choices.indices.contains(index) && current.choices[index] != choice {
            var next = current
            next.choices[index] = choice
            trials += 1
            if try attempt(next).runs { current = next }
        }
        return Result(draft: current, outcome: try attempt(current), trials: trials + 1)
    }
}
